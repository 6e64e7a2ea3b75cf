"""Claims joined into movements in any order, each claim once, with who says so and what is disputed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.movements import join
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Disagreement,
    DisagreementKind,
    Document,
    Evidence,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    QuantityEnvelope,
    Source,
    Span,
    Status,
    TimeEnvelope,
    TimeExpression,
)

NOWHERE = Span(0, 0)


def place(place_id: str, country: str, kind: PlaceKind = PlaceKind.CITY) -> Place:
    return Place(place_id, place_id.title(), country, kind, 0.0, 0.0, 1.0)


KOREA = place("korea", "KP", PlaceKind.COUNTRY)
RUSSIA = place("russia", "RU", PlaceKind.COUNTRY)
KURSK, VLADIVOSTOK = place("kursk", "RU"), place("vladivostok", "RU")
CHONGJIN, WONSAN = place("chongjin", "KP"), place("wonsan", "KP")
HOMES = {"KP": KOREA, "RU": RUSSIA}


def days(start: int | None, end: int | None) -> TimeExpression:
    """Return an interval of October 2024, either end of which may be open."""
    first, last = (dt.date(2024, 10, day) if day else None for day in (start, end))
    return TimeExpression(NOWHERE, first, last, "2024-10", Precision.RANGE, Basis.EXPLICIT)


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


def joined(*claims: Claim, publishers: Mapping[str, str] | None = None) -> tuple[Movement, ...]:
    documents = {c.document_id: Document(c.document_id, "x") for c in claims}
    for name, publisher in (publishers or {}).items():
        documents[name] = Document(name, "x", publisher=publisher)
    return join(claims, documents, HOMES.get)


def one(*claims: Claim, publishers: Mapping[str, str] | None = None) -> Movement:
    (movement,) = joined(*claims, publishers=publishers)
    return movement


def variants(*changes: Mapping[str, object]) -> list[Claim]:
    """Return claims of as many reports, each the base with some slots changed."""
    return [
        replace(BASE, **{"id": f"c{n}", "document_id": f"d{n}", **change})  # type: ignore[arg-type]
        for n, change in enumerate(changes)
    ]


# --- which claims belong together ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "movements"),
    [
        ({}, {}, 1),
        ({}, {"type": ClaimType.PRESENCE}, 2),
        ({}, {"actor": Actor(NOWHERE, "soldats", "RU")}, 2),
        ({}, {"destination": KURSK}, 2),
        ({}, {"origin": CHONGJIN}, 1),
        ({"time": days(8, 13)}, {"time": days(10, 20)}, 1),
        ({"time": days(8, 13)}, {"time": days(14, 20)}, 2),
        ({"time": days(8, 13)}, {"time": days(13, None)}, 1),
        ({"time": days(8, 13)}, {"time": None}, 1),
        ({"destination": None, "actor": None}, {"destination": None, "actor": None}, 2),
        ({"destination": None, "places": (KURSK,)}, {"destination": None, "places": (KURSK,)}, 1),
    ],
    ids=[
        "the same",
        "type",
        "side",
        "place",
        "one tells more",
        "times overlap",
        "times apart",
        "open end",
        "undated",
        "neither side nor place",
        "presence",
    ],
)
def test_claims_are_joined_where_type_side_place_and_time_can_be_the_same(
    left: Mapping[str, object], right: Mapping[str, object], movements: int
) -> None:
    assert len(joined(*variants(left, right))) == movements


def test_an_undated_claim_joins_no_one_of_two_times() -> None:
    claims = variants({"time": days(1, 2)}, {"time": days(8, 9)}, {})
    assert [m.claims for m in joined(*claims)] == [("c0",), ("c1",), ("c2",)]


def test_no_claims_make_no_movements() -> None:
    assert joined() == ()


CLAIMS = st.lists(
    st.builds(
        lambda number, **slots: replace(BASE, id=f"c{number}", document_id=f"d{number % 4}", **slots),
        number=st.integers(0, 10**6),
        type=st.sampled_from(ClaimType),
        status=st.sampled_from(Status),
        actor=st.sampled_from([None, BASE.actor]),
        origin=st.sampled_from([None, CHONGJIN, WONSAN, KOREA]),
        destination=st.sampled_from([None, KURSK, VLADIVOSTOK]),
        quantity=st.sampled_from([None, count(1500, 1500), count(None, 3000), count(4, 4, "brigades")]),
        time=st.sampled_from([None, days(8, 13), days(None, 9), days(12, None), days(20, 21)]),
        attribution=st.sampled_from([(), said_by("NIS"), said_by("Médias", "NIS"), said_by("Kyiv")]),
    ),
    max_size=8,
    unique_by=lambda claim: claim.id,
)


@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_the_reports_does_not_matter_and_no_claim_is_lost_or_doubled(
    both: tuple[list[Claim], list[Claim]],
) -> None:
    given_order, other_order = both
    movements = joined(*given_order)
    assert movements == joined(*other_order)
    assert sorted(c for m in movements for c in m.claims) == sorted(c.id for c in given_order)
    assert len({m.id for m in movements}) == len(movements)
    for movement in movements:
        assert 1 <= movement.independent_sources <= len(movement.claims)
        for disagreement in movement.disagreements:
            assert len(disagreement.claims) >= 2
            assert set(disagreement.claims) <= set(movement.claims)


def test_movements_come_in_the_order_of_their_days_and_the_undated_last() -> None:
    claims = variants(
        {"destination": KURSK},
        {"destination": VLADIVOSTOK, "time": days(20, 21)},
        {"destination": WONSAN, "time": days(None, 5)},
    )
    assert [m.claims for m in joined(*claims)] == [("c2",), ("c1",), ("c0",)]


# --- how many speak --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "publishers", "voices"),
    [
        (({}, {}), {}, 2),
        (({}, {}), {"d0": "Le Journal", "d1": "LE JOURNAL"}, 1),
        (({}, {}), {"d0": "Le Journal", "d1": "The Paper"}, 2),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("nis")}), {}, 1),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("médias", "NIS")}), {}, 1),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("Kyiv")}), {}, 2),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("Le renseignement (NIS)")}), {}, 1),
        (({"document_id": "d0"}, {"document_id": "d0"}), {}, 1),
        (({"document_id": "d0"}, {"document_id": "d0", "attribution": said_by("Kyiv")}), {}, 2),
    ],
    ids=[
        "two reports",
        "one publisher",
        "two publishers",
        "one source",
        "quoted through another",
        "two sources",
        "acronym",
        "one report",
        "one report, two voices",
    ],
)
def test_a_report_that_repeats_a_voice_is_no_second_source(
    changes: tuple[Mapping[str, object], ...], publishers: Mapping[str, str], voices: int
) -> None:
    assert one(*variants(*changes), publishers=publishers).independent_sources == voices


# --- what they agree on ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((days(8, 10), days(9, 13)), ("2024-10-08", "2024-10-13", "2024-10-08/2024-10-13")),
        ((days(8, 8), days(8, 8)), ("2024-10-08", "2024-10-08", "2024-10-08")),
        ((days(8, 13), days(9, None)), ("2024-10-08", None, "2024-10-08/..")),
        ((days(None, 9), days(8, 9)), (None, "2024-10-09", "../2024-10-09")),
        ((days(8, 10), None), ("2024-10-08", "2024-10-10", "2024-10-08/2024-10-10")),
    ],
)
def test_the_time_reaches_from_the_first_start_to_the_last_end(
    times: tuple[TimeExpression | None, ...], expected: tuple[str | None, str | None, str]
) -> None:
    time = one(*variants(*({"time": t} for t in times))).time
    assert time is not None
    assert (time.start and str(time.start), time.end and str(time.end), time.edtf) == expected


def test_a_time_without_a_year_stays_as_it_was_told_and_none_stays_none() -> None:
    open_year = replace(days(None, None), edtf="XXXX-10-08", basis=Basis.NONE)
    assert one(*variants({"time": open_year}, {})).time == TimeEnvelope(None, None, "XXXX-10-08")
    assert one(*variants({}, {})).time is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((count(1500, 1500), count(12000, 12000)), (1500, 1500, 12000)),
        ((count(1500, 1500), count(3000, 3000), count(3000, 3000)), (1500, 3000, 3000)),
        ((count(3000, None), count(None, 12000)), (3000, None, 12000)),
        ((count(1500, 1500), None), (1500, 1500, 1500)),
        ((count(1500, 1500), count(1500, 1500), count(4, 4, "brigades")), (1500, 1500, 1500)),
    ],
)
def test_the_quantity_holds_lowest_best_supported_and_highest_of_one_unit(
    counts: tuple[Quantity | None, ...], expected: tuple[int | None, int | None, int | None]
) -> None:
    quantity = one(*variants(*({"quantity": q} for q in counts))).quantity
    assert quantity == QuantityEnvelope(*expected, "personnel")


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.REPORTED, Status.REPORTED, Status.DENIED), Status.REPORTED),
        ((Status.CONFIRMED, Status.EXPECTED), Status.EXPECTED),
        ((Status.REPORTED, Status.CONFIRMED), Status.CONFIRMED),
    ],
)
def test_the_status_is_that_of_most_claims_and_of_equals_the_more_careful(
    statuses: tuple[Status, ...], expected: Status
) -> None:
    assert one(*variants(*({"status": s} for s in statuses))).status is expected


# --- on what they differ ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ({"quantity": count(1500, 1500)}, {"quantity": count(3000, 3000)}, ["quantity"]),
        ({"quantity": count(None, 3000)}, {"quantity": count(11000, None)}, ["quantity"]),
        ({"quantity": count(1500, None)}, {"quantity": count(3000, 3000)}, []),
        ({"quantity": count(1500, 1500)}, {"quantity": count(4, 4, "brigades")}, []),
        ({"status": Status.CONFIRMED}, {"status": Status.DENIED}, ["status"]),
        ({"status": Status.CONFIRMED}, {"status": Status.UNCONFIRMED}, []),
        ({"origin": CHONGJIN}, {"origin": WONSAN}, ["place"]),
        ({"origin": CHONGJIN}, {"origin": KOREA}, []),
        (
            {"origin": CHONGJIN, "quantity": count(1, 1)},
            {"origin": WONSAN, "quantity": count(2, 2), "status": Status.DENIED},
            ["quantity", "place", "status"],
        ),
    ],
)
def test_what_cannot_both_be_right_is_a_disagreement_with_its_claims(
    left: Mapping[str, object], right: Mapping[str, object], kinds: list[str]
) -> None:
    expected = tuple(Disagreement(DisagreementKind(kind), ("c0", "c1")) for kind in kinds)
    assert one(*variants(left, right)).disagreements == expected


# --- where it began --------------------------------------------------------------------------------


def test_an_origin_that_nobody_states_is_the_home_of_the_side_and_marked() -> None:
    movement = one(BASE)
    assert (movement.origin, movement.origin_inferred) == (KOREA, True)


def test_a_stated_origin_is_not_marked_and_the_one_most_often_stated_is_taken() -> None:
    movement = one(*variants({"origin": WONSAN}, {"origin": CHONGJIN}, {"origin": CHONGJIN}, {}))
    assert (movement.origin, movement.origin_inferred) == (CHONGJIN, False)


@pytest.mark.parametrize(
    "change",
    [
        {"type": ClaimType.PRESENCE, "destination": None, "places": (VLADIVOSTOK,)},
        {"actor": None},
        {"actor": Actor(NOWHERE, "soldats", None)},
        {"actor": Actor(NOWHERE, "soldats", "RU")},
        {"actor": Actor(NOWHERE, "soldats", "XK")},
        {"destination": None, "places": (KURSK,)},
    ],
    ids=["no movement", "no actor", "no side", "at home", "unknown home", "no destination"],
)
def test_no_origin_is_made_up_where_nothing_points_to_it(change: Mapping[str, object]) -> None:
    movement = one(*variants(change))
    assert (movement.origin, movement.origin_inferred) == (None, False)
