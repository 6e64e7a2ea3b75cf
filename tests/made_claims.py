"""Claims as they are read of reports, made up: a base, and what may differ from it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.movements import Knowledge, join
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    Source,
    Span,
    Status,
    TimeExpression,
    Voice,
    VoiceKind,
)

NOWHERE = Span(0, 0)
DAY = dt.date(2024, 10, 20)


def place(
    place_id: str,
    country: str | None,
    at: tuple[float, float],
    kind: PlaceKind = PlaceKind.CITY,
    km: float = 8.0,
) -> Place:
    return Place(place_id, place_id.title(), country, kind, *at, km)


KOREA = place("korea", "KP", (40.0, 127.0), PlaceKind.COUNTRY, 250.0)
RUSSIA = place("russia", "RU", (60.0, 90.0), PlaceKind.COUNTRY, 3000.0)
FAR_EAST = place("far east", "RU", (46.0, 134.0), PlaceKind.REGION, 700.0)
KURSK, VLADIVOSTOK = place("kursk", "RU", (51.73, 36.18)), place("vladivostok", "RU", (43.11, 131.87))
USSURIYSK = place("ussuriysk", "RU", (43.80, 131.95))
CHONGJIN, WONSAN = place("chongjin", "KP", (41.8, 129.78)), place("wonsan", "KP", (39.15, 127.44))
HOMES = {"KP": KOREA, "RU": RUSSIA}


def days(start: int | None, end: int | None) -> TimeExpression:
    """Return an interval of October 2024, either end of which may be open."""
    first, last = (dt.date(2024, 10, day) if day else None for day in (start, end))
    edtf = "/".join(day.isoformat() if day else ".." for day in (first, last))
    return TimeExpression(NOWHERE, first, last, edtf, Precision.RANGE, Basis.EXPLICIT)


def count(low: int | None, high: int | None, unit: str = "personnel") -> Quantity:
    return Quantity(NOWHERE, low, high, unit)


def said_by(*names: str) -> tuple[Source, ...]:
    return tuple(Source(NOWHERE, name) for name in names)


BASE = Claim(
    id="c0",
    document_id="d0",
    evidence=(Evidence(NOWHERE, "words"),),
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    actor=Actor(NOWHERE, "soldats", "KP"),
    quantity=None,
    origin=None,
    destination=VLADIVOSTOK,
    places=(),
    time=None,
    means=None,
    attribution=(),
    trigger=NOWHERE,
    rule="send",
)


def readings(claims: Iterable[Claim], publishers: Mapping[str, str] | None = None) -> tuple[Reading, ...]:
    """Return the claims as they were read of their reports, all of one day."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, []).append(claim)
    names = publishers or {}
    return tuple(
        Reading(Document(name, "x", published=DAY, publisher=names.get(name)), (), (), tuple(own))
        for name, own in found.items()
    )


COPY = (
    Evidence(NOWHERE, "Some 1,500 soldiers were taken to the port by ships of the Russian navy in October"),
)
STAFF = Voice("état-major", VoiceKind.OFFICIAL, "RU")
MINISTRY = Voice("defence ministry", VoiceKind.OFFICIAL, "RU")
SOMEBODY = Voice("two diplomats", VoiceKind.UNNAMED, None, "Courier")
DATED = {"time": days(8, 8)}


def joined(*claims: Claim, publishers: Mapping[str, str] | None = None) -> tuple[Movement, ...]:
    return join(readings(claims, publishers), Knowledge(HOMES.get)).movements


def one(*claims: Claim, publishers: Mapping[str, str] | None = None) -> Movement:
    (movement,) = joined(*claims, publishers=publishers)
    return movement


def variants(*changes: Mapping[str, object]) -> list[Claim]:
    """Return claims of as many reports, each the base with some slots changed."""
    return [
        replace(BASE, **{"id": f"c{n}", "document_id": f"d{n}", **change})  # type: ignore[arg-type]
        for n, change in enumerate(changes)
    ]
