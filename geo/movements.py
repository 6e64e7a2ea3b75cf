"""Claims that speak of the same event, from however many reports, and where they disagree.

Two claims are joined when type and side agree, their places agree and their times can be the same.
The order in which reports come does not matter.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from geo.records import (
    Claim,
    ClaimType,
    Disagreement,
    DisagreementKind,
    Document,
    Movement,
    Place,
    PlaceKind,
    QuantityEnvelope,
    Status,
    TimeEnvelope,
    content_id,
)
from geo.text import fold

# "Service national du renseignement (NIS)" and "NIS" are one voice.
_ACRONYM = re.compile(r"\(([^\W\d_a-z]{2,8})\)")
_ORDER = {status: rank for rank, status in enumerate(Status)}


def join(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    home: Callable[[str], Place | None],
) -> tuple[Movement, ...]:
    """Join claims into movements.

    Parameters
    ----------
    claims
        Of any number of reports.
    documents
        Report id to report.
    home
        Country code to that country: the origin that is inferred where none is stated.

    Returns
    -------
    tuple of Movement
        In the order of their times and ids; every claim is in exactly one.
    """
    groups: dict[object, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        groups.setdefault(_key(claim), []).append(claim)
    movements = [
        _movement(cluster, documents, home) for group in groups.values() for cluster in _by_time(group)
    ]
    return tuple(sorted(movements, key=_chronology))


def _chronology(movement: Movement) -> tuple[dt.date, str]:
    day = movement.time and (movement.time.start or movement.time.end)
    return day or dt.date.max, movement.id


def _key(claim: Claim) -> object:
    """Return what claims of one event share for certain: type, side and place.

    A claim that names neither side nor place says too little to be joined to another.
    """
    side = claim.actor.country_code if claim.actor else None
    where = claim.destination or (claim.places[0] if claim.places else claim.origin)
    if side is None and where is None:
        return claim.id
    return claim.type, side, where.id if where else claim.id


def _by_time(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Split claims whose times cannot be the same; the undated stay together, by themselves.

    An undated claim joins the dated ones only where they are all of one time.
    """
    dated = sorted((c for c in claims if _start(c)), key=lambda c: (_start(c) or dt.date.min, c.id))
    undated = [c for c in claims if not _start(c)]
    clusters: list[list[Claim]] = []
    reach = dt.date.min
    for claim in dated:
        start, end = _start(claim), _end(claim)
        if clusters and start and start <= reach:
            clusters[-1].append(claim)
            reach = min(reach, end)
        else:
            clusters.append([claim])
            reach = end
    if undated and len(clusters) == 1:
        clusters[0] += undated
    elif undated:
        clusters.append(undated)
    return clusters


def _start(claim: Claim) -> dt.date | None:
    return (claim.time.start or claim.time.end) if claim.time else None


def _end(claim: Claim) -> dt.date:
    return (claim.time.end if claim.time else None) or dt.date.max


def _movement(
    claims: Sequence[Claim], documents: Mapping[str, Document], home: Callable[[str], Place | None]
) -> Movement:
    ordered = sorted(claims, key=lambda c: c.id)
    side = ordered[0].actor.country_code if ordered[0].actor else None
    kind = ordered[0].type
    origin = _common([c.origin for c in ordered])
    destination = _common([c.destination for c in ordered])
    inferred = _inferred_origin(kind, side, destination, home) if origin is None else None
    return Movement(
        id=content_id("m", *(c.id for c in ordered)),
        type=kind,
        status=_status(ordered),
        side=side,
        claims=tuple(c.id for c in ordered),
        reports=tuple(sorted({c.document_id for c in ordered})),
        independent_sources=len({_voice(c, documents) for c in ordered}),
        origin=origin or inferred,
        origin_inferred=inferred is not None,
        destination=destination,
        places=tuple({p.id: p for c in ordered for p in c.places}.values()),
        time=_time(ordered),
        quantity=_quantity(ordered),
        disagreements=_disagreements(ordered),
    )


def _common(places: Sequence[Place | None]) -> Place | None:
    """Return the place that most claims state; of several, the first by id."""
    counted = Counter(p for p in places if p)
    return min(counted, key=lambda p: (-counted[p], p.id), default=None)


def _inferred_origin(
    kind: ClaimType, side: str | None, destination: Place | None, home: Callable[[str], Place | None]
) -> Place | None:
    if not kind.moves or side is None or destination is None or destination.country_code == side:
        return None
    return home(side)


def _status(claims: Sequence[Claim]) -> Status:
    """Return the status that most claims have; of several, the one that commits itself least."""
    counted = Counter(c.status for c in claims)
    return max(counted, key=lambda s: (counted[s], _ORDER[s]))


def _voice(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Return who stands behind a claim: its farthest source, or else the report's publisher."""
    if claim.attribution:
        name = claim.attribution[-1].text
        acronym = _ACRONYM.search(name)
        return fold(acronym[1] if acronym else name)
    document = documents[claim.document_id]
    return fold(document.publisher or document.id)


def _time(claims: Sequence[Claim]) -> TimeEnvelope | None:
    times = [c.time for c in claims if c.time]
    resolved = [t for t in times if t.start or t.end]
    if not resolved:
        forms = sorted({t.edtf for t in times if t.edtf})
        return TimeEnvelope(None, None, forms[0]) if forms else None
    starts = [t.start for t in resolved]
    ends = [t.end for t in resolved]
    start = None if None in starts else min(s for s in starts if s)
    end = None if None in ends else max(e for e in ends if e)
    if start and start == end:
        return TimeEnvelope(start, end, start.isoformat())
    words = "/".join(day.isoformat() if day else ".." for day in (start, end))
    return TimeEnvelope(start, end, words if start or end else None)


def _quantity(claims: Sequence[Claim]) -> QuantityEnvelope | None:
    """Return lowest, most often stated and highest number; the unit is the one most often used."""
    stated = [c.quantity for c in claims if c.quantity]
    if not stated:
        return None
    units = Counter(q.unit for q in stated)
    unit = min(units, key=lambda u: (-units[u], u or ""))
    same = [q for q in stated if q.unit == unit]
    exact = Counter(q.low for q in same if q.low is not None and q.low == q.high)
    best = min(exact, key=lambda n: (-exact[n], n), default=None)
    lows = [q.low for q in same if q.low is not None]
    highs = [q.high for q in same if q.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if low is not None and high is not None and low > high:  # "at most 3,000" and "at least 11,000"
        low, high = high, low
    return QuantityEnvelope(low, best, high, unit)


def _disagreements(claims: Sequence[Claim]) -> tuple[Disagreement, ...]:
    found: dict[DisagreementKind, set[str]] = {}
    for left, right in combinations(claims, 2):
        for kind, differs in _TESTS.items():
            if differs(left, right):
                found.setdefault(kind, set()).update((left.id, right.id))
    return tuple(Disagreement(kind, tuple(sorted(found[kind]))) for kind in DisagreementKind if kind in found)


def _quantities_differ(left: Claim, right: Claim) -> bool:
    a, b = left.quantity, right.quantity
    if a is None or b is None or a.unit != b.unit:
        return False
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _places_differ(left: Claim, right: Claim) -> bool:
    a, b = left.origin, right.origin
    named = a is not None and b is not None and a.id != b.id
    return named and PlaceKind.COUNTRY not in (a and a.kind, b and b.kind)


def _statuses_differ(left: Claim, right: Claim) -> bool:
    return (left.status is Status.DENIED) != (right.status is Status.DENIED)


_TESTS: Mapping[DisagreementKind, Callable[[Claim, Claim], bool]] = {
    DisagreementKind.QUANTITY: _quantities_differ,
    DisagreementKind.PLACE: _places_differ,
    DisagreementKind.STATUS: _statuses_differ,
}
