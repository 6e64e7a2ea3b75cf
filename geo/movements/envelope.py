"""What the claims of one movement say together: times, numbers, places, and how exact they are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from geo.movements.nearness import Atlas, Nearness
from geo.records import (
    Claim,
    ClaimType,
    IndependentSource,
    Place,
    PlaceKind,
    Quantity,
    QuantityEnvelope,
    Status,
    TimeEnvelope,
)

_ORDER = {status: rank for rank, status in enumerate(Status)}
# `where_prec` of UCDP GED (R. Sundberg and E. Melander, J. Peace Res. 50, 2013), by what the place is; the
# second-order unit, 3, is not told apart from 4.
_WHERE = {
    PlaceKind.SITE: 1,
    PlaceKind.CITY: 1,
    PlaceKind.ADMIN: 4,
    PlaceKind.REGION: 5,
    PlaceKind.COUNTRY: 6,
    PlaceKind.WATER: 7,
}
# `date_prec` of the same, by the most days that a time spans.
_WHEN = ((1, 1), (6, 2), (7, 3), (31, 4))
_YEAR = 5


def status_of(claims: Sequence[Claim]) -> Status:
    """Return the status that most claims have; of several, the one that commits itself least."""
    counted = Counter(c.status for c in claims)
    return max(counted, key=lambda s: (counted[s], _ORDER[s]))


def side_of(claims: Sequence[Claim]) -> str | None:
    """Return the side that most claims tell; None where none does."""
    told = Counter(c.actor.country_code for c in claims if c.actor and c.actor.country_code)
    return min(told, key=lambda side: (-told[side], side), default=None)


def finest(places: Sequence[Place | None], atlas: Atlas) -> Place | None:
    """Return the finest place that the most of those told agree with; of several, the one told most often."""
    counted = Counter(p for p in places if p)

    def rank(place: Place) -> tuple[int, int, float, str]:
        agree = sum(n for p, n in counted.items() if atlas.nearness(place, p) > Nearness.ELSEWHERE)
        return -agree, _coarse(place), -counted[place], place.id

    return min(counted, key=rank, default=None)


def _coarse(place: Place) -> int:
    return _WHERE[place.kind] if place.kind is not PlaceKind.WATER else _WHERE[PlaceKind.REGION]


def time_of(claims: Sequence[Claim]) -> TimeEnvelope | None:
    """Return the earliest start and the latest end that are told; open where any of them is."""
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


def quantity_of(
    claims: Sequence[Claim], sources: Sequence[IndependentSource], published: Callable[[Claim], str]
) -> QuantityEnvelope | None:
    """Return the lowest, the best and the highest number; the unit is the one most often used.

    The best is the exact number that most independent sources state; of several the one published last; of
    those the lowest, as UCDP counts with care.
    """
    stated = [(c, c.quantity) for c in claims if c.quantity]
    if not stated:
        return None
    units = Counter(q.unit for _, q in stated)
    unit = min(units, key=lambda u: (-units[u], u or ""))
    same = [(c, q) for c, q in stated if q.unit == unit]
    best, rule = _best(same, sources, published)
    lows = [q.low for _, q in same if q.low is not None]
    highs = [q.high for _, q in same if q.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if low is not None and high is not None and low > high:  # "at most 3,000" and "at least 11,000"
        low, high = high, low
    return QuantityEnvelope(low, best, high, unit, rule)


def _best(
    stated: Iterable[tuple[Claim, Quantity]],
    sources: Sequence[IndependentSource],
    published: Callable[[Claim], str],
) -> tuple[int | None, str | None]:
    source_of = {claim: n for n, source in enumerate(sources) for claim in source.claims}
    behind: defaultdict[int, set[int]] = defaultdict(set)
    latest: defaultdict[int, str] = defaultdict(str)
    for claim, number in stated:
        if number.low is not None and number.low == number.high:
            behind[number.low].add(source_of[claim.id])
            latest[number.low] = max(latest[number.low], published(claim))
    if not behind:
        return None, None
    if len(behind) == 1:
        return next(iter(behind)), "the only exact number"
    most = max(len(voices) for voices in behind.values())
    first = sorted(n for n, voices in behind.items() if len(voices) == most)
    if len(first) == 1:
        return first[0], "stated by the most independent sources"
    last = max(latest[n] for n in first)
    newest = [n for n in first if latest[n] == last]
    rule = (
        "as many sources as others, published last" if len(newest) == 1 else "the lowest of those told last"
    )
    return newest[0], rule


def where_precision(place: Place | None) -> int | None:
    """Return UCDP GED's ``where_prec`` of a place."""
    return _WHERE[place.kind] if place else None


def date_precision(time: TimeEnvelope | None) -> int | None:
    """Return UCDP GED's ``date_prec`` of a time with both ends; None where one is open or untold."""
    if time is None or time.start is None or time.end is None:
        return None
    days = (time.end - time.start).days + 1
    return next((code for most, code in _WHEN if days <= most), _YEAR)


def inferred_origin(
    kind: ClaimType, side: str | None, destination: Place | None, home: Callable[[str], Place | None]
) -> Place | None:
    """Return the side's own country, where a force goes abroad and nobody says from where."""
    if not kind.moves or side is None or destination is None or destination.country_code == side:
        return None
    return home(side)


def distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, in the order in which they come."""
    found: Mapping[str, Place] = {p.id: p for p in places}
    return tuple(found.values())
