"""One claim of what a sentence says in two verbs, and of what a report says twice."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geo.claims.place.within import is_part_of
from geo.claims.units import CARRIERS
from geo.measures import is_within_km
from geo.records import (
    Actor,
    Claim,
    ClaimType,
    Place,
    PlaceKind,
    Precision,
    ReasonKind,
    Status,
    TimeExpression,
    reason,
)


def _filled(claim: Claim) -> int:
    where = bool(claim.destination) * 2 + bool(claim.origin) * 2 + bool(claim.places) * 2
    return where + bool(claim.time) + bool(claim.quantity)


def merged(left: Claim, right: Claim) -> Claim:
    """Make one claim of a departure and an arrival of one force: "parti d'Abidjan, arrivé à Bamako"."""
    main, other = (left, right) if _filled(left) >= _filled(right) else (right, left)
    spans = main.place_spans + tuple(s for s in other.place_spans if s not in main.place_spans)
    ends = {p.id for p in (main.origin, main.destination, *main.places) if p}
    passed = {p.id for p in other.places}  # "by way of A, and from there to B"
    note = reason(ReasonKind.AS_ONE, words=_words_of(other))
    return replace(
        main,
        actor=_of_known_side(main.actor, other.actor),
        origin=_unless(main.origin, passed) or _unless(other.origin, ends),
        destination=main.destination or _unless(other.destination, ends),
        places=_passed(left, right) if main.type.moves else main.places or other.places,
        time=_both(left.time, right.time) if main.type.moves else main.time or other.time,
        quantity=main.quantity or other.quantity,
        means=main.means or other.means,
        status=max(main.status, other.status, key=list(Status).index),
        place_spans=spans,
        notes=tuple(dict.fromkeys((*main.notes, *other.notes, note))),
    )


def _of_known_side(main: Actor | None, other: Actor | None) -> Actor | None:
    """Return an actor with the side that the other verb tells: "given by A, arrived in B"."""
    if main is None or main.country_code or other is None or other.country_code is None:
        return main
    return replace(main, country_code=other.country_code, inferred=True)


def _passed(left: Claim, right: Claim) -> tuple[Place, ...]:
    """Return the places that two parts of a way pass: "crossed at A and drove through B"."""
    ends = {p.id for claim in (left, right) for p in (claim.origin, claim.destination) if p}
    further = (p for p in right.places if p not in left.places and p.id not in ends)
    return (*left.places, *further)


def _unless(place: Place | None, named: AbstractSet[str]) -> Place | None:
    """Return a place, unless it is known as another part of the way."""
    return None if place is None or place.id in named else place


def _words_of(claim: Claim) -> str:
    """Return the words that name the event of a claim."""
    evidence = claim.evidence[0]
    return evidence.quote[claim.trigger.start - evidence.span.start : claim.trigger.end - evidence.span.start]


def _both(left: TimeExpression | None, right: TimeExpression | None) -> TimeExpression | None:
    """Return the time from a departure to an arrival, or the one of them that is told."""
    if left is None or right is None:
        return left or right
    first, last = sorted((left, right), key=lambda t: t.span)
    days = [day for time in (first, last) for day in (time.start, time.end)]
    if None in days or left == right:
        return first
    start, end = min(d for d in days if d), max(d for d in days if d)
    edtf = f"{start.isoformat()}/{end.isoformat()}"
    return replace(first, start=start, end=end, edtf=edtf, precision=Precision.RANGE)


def is_one_journey(first: Claim, second: Claim) -> bool:
    """Tell whether one claim has only the beginning of a way and the other only its end."""
    if first.type is not second.type or not first.type.moves:
        return False
    ends = [(c.origin is not None, c.destination is not None) for c in (first, second)]
    return sorted(ends) == [(False, True), (True, False)]


def joined(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Make one claim of those that a report repeats: more evidence, never more claims."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((n for n, known in enumerate(kept) if _restates(claim, known)), None)
        if at is None:
            kept.append(claim)
            continue
        fuller, poorer = (claim, kept[at]) if _filled(claim) > _filled(kept[at]) else (kept[at], claim)
        more = tuple(e for e in poorer.evidence if e not in fuller.evidence)
        notes = tuple(dict.fromkeys((*fuller.notes, *poorer.notes)))
        lost = tuple(dict.fromkeys((*fuller.lost, *poorer.lost)))
        fuller = _told_finer(fuller, poorer)
        kept[at] = replace(fuller, evidence=fuller.evidence + more, notes=notes, lost=lost)
    return tuple(sorted(kept, key=lambda c: c.trigger))


def denied_by(found: Sequence[Claim], before: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of a sentence that the next one denies: "Moscow denies having sent troops".

    A denial with a number, a day or a place of its own is another claim.
    """
    if len(found) != 1 or found[0].status is not Status.DENIED:
        return ()
    denial = found[0]
    if not is_said_not_to_be(denial) or denial.quantity or denial.time or denial.type is ClaimType.CASUALTIES:
        return ()
    return tuple(claim for claim in before if _is_denied(claim, denial))


def is_said_not_to_be(claim: Claim) -> bool:
    """Tell whether words of denying deny a claim: "denied having sent men", not "cannot reach A"."""
    words = any(note.kind is ReasonKind.STATUS_WORDS for note in claim.notes)
    return words and claim.status is Status.DENIED


def _is_denied(claim: Claim, denial: Claim) -> bool:
    """Tell whether a denial is of a force that was just told of, at no other place."""
    other = claim.type is not denial.type and ClaimType.PRESENCE not in (claim.type, denial.type)
    if other or _are_unlike(claim, denial) or _side(denial) not in (None, _side(claim)):
        return False
    units = {c.actor.unit for c in (claim, denial) if c.actor}
    if claim.type is ClaimType.CASUALTIES or claim.status in (Status.DENIED, Status.EXPECTED):
        return False
    if not CARRIERS.isdisjoint(units):
        return False  # of machines there may be others: "reached A. The ministry denied sending a tanker"
    if denial.origin not in (None, claim.origin):
        return False
    told = [p for p in (claim.destination, *claim.places) if p]
    goals = [p for p in (denial.destination, *denial.places) if p]
    return all(any(place == goal or is_part_of(place, goal) for place in told) for goal in goals)


def _restates(left: Claim, right: Claim) -> bool:
    """Tell whether one of two claims says nothing that the other does not, and contradicts it nowhere."""
    if (left.type, left.status) != (right.type, right.status) or _side(left) != _side(right):
        return False
    if left.evidence[0].span == right.evidence[0].span or _are_unlike(left, right):
        return False
    if left.fates and right.fates and set(left.fates).isdisjoint(right.fates):
        return False  # "Two soldiers were killed in Gao. Two others were wounded."
    pairs = [*zip(_slots(left), _slots(right), strict=True), *_paired_ends(left, right)]
    agree = all(a is None or b is None or a == b for a, b in pairs)
    shared = any(a is not None and a == b for a, b in pairs)
    one_is_poorer = all(a is None or b is not None for a, b in pairs) or all(
        b is None or a is not None for a, b in pairs
    )
    return agree and shared and one_is_poorer


def _are_unlike(left: Claim, right: Claim) -> bool:
    """Tell whether one claim is of ships or machines and the other of something else; a pronoun is alike."""
    one, other = left.actor, right.actor
    if one is None or other is None or one.unit == other.unit or one.text == other.text:
        return False
    return not CARRIERS.isdisjoint((one.unit, other.unit))


def _side(claim: Claim) -> str | None:
    return claim.actor.country_code if claim.actor else None


def _slots(claim: Claim) -> tuple[object, ...]:
    """Return what a claim states beside its places; None where it is silent."""
    number = claim.quantity and (claim.quantity.low, claim.quantity.high, claim.quantity.unit)
    when = claim.time and (claim.time.start, claim.time.end, claim.time.edtf)
    return number, when


def _ends(claim: Claim) -> tuple[tuple[Place, ...], ...]:
    """Return the places of a claim, and where its way begins and ends; nothing where it is silent."""
    places = tuple(sorted(claim.places, key=lambda p: p.id))
    return places, (claim.origin,) if claim.origin else (), (claim.destination,) if claim.destination else ()


def _paired_ends(left: Claim, right: Claim) -> Iterator[tuple[object, object]]:
    """Yield the places of two claims; a land or sea that the other names a part of is that part."""
    for one, other in zip(_ends(left), _ends(right), strict=True):
        same = _is_part(one, other) or _is_part(other, one)
        yield tuple(p.id for p in one) or None, tuple(p.id for p in (one if same else other)) or None


def _is_part(parts: tuple[Place, ...], wholes: tuple[Place, ...]) -> bool:
    """Tell whether a region lies in a state, or a water in a larger one: "western Black Sea"."""
    if len(parts) != 1 or len(wholes) != 1:
        return False
    (part,), (whole,) = parts, wholes
    if part.kind is PlaceKind.REGION:
        return whole.kind is PlaceKind.COUNTRY and part.country_code == whole.country_code
    waters = part.kind is whole.kind is PlaceKind.WATER and part.radius_km < whole.radius_km
    return waters and is_within_km(part.lat, part.lon, whole.lat, whole.lon, whole.radius_km)


def _told_finer(claim: Claim, other: Claim) -> Claim:
    """Return a claim with the places of one that restates it, where those are parts of its own."""
    finer = [_is_part(b, a) for a, b in zip(_ends(claim), _ends(other), strict=True)]
    if not any(finer):
        return claim
    return replace(
        claim,
        places=other.places if finer[0] else claim.places,
        origin=other.origin if finer[1] else claim.origin,
        destination=other.destination if finer[2] else claim.destination,
        place_spans=claim.place_spans + tuple(s for s in other.place_spans if s not in claim.place_spans),
    )
