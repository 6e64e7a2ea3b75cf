"""On what claims of one movement cannot all be right, and what was said when."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations, product

from geo.movements.nearness import Atlas, Nearness
from geo.records import (
    Claim,
    ClaimType,
    Disagreement,
    DisagreementKind,
    Document,
    Movement,
    Place,
    Precision,
    Quantity,
    Said,
    Stand,
    Status,
)

_DONE, _PLANNED, _DENIED = "done", "planned", "denied"
_STAGE = {
    Status.REPORTED: _DONE,
    Status.CONFIRMED: _DONE,
    Status.UNCONFIRMED: _DONE,
    Status.EXPECTED: _PLANNED,
    Status.DENIED: _DENIED,
}
_EXACT = frozenset({Precision.DAY, Precision.RANGE, Precision.WEEK})
_STANDING = frozenset({ClaimType.MOVEMENT, ClaimType.PRESENCE})
_LONG = 730  # days after which an admission is no longer held against a denial
_MANY = 40  # claims of a movement beyond which only distinct values are compared


def disagreements(claims: Sequence[Claim], atlas: Atlas) -> tuple[Disagreement, ...]:
    """Return the disagreements between the claims of one movement, by kind, each with its stands."""
    tests: Mapping[DisagreementKind, tuple[Callable[[Claim], str | None], Callable[[Claim, Claim], bool]]] = {
        DisagreementKind.QUANTITY: (_number_said, _quantities_differ),
        DisagreementKind.TIME: (_time_said, _times_differ),
        DisagreementKind.PLACE: (_place_said, lambda a, b: _places_differ(a, b, atlas)),
        DisagreementKind.STATUS: (
            lambda c: _STAGE[c.status],
            lambda a, b: _STAGE[a.status] != _STAGE[b.status],
        ),
    }
    found = (_disagreement(kind, claims, *test) for kind, test in tests.items())
    return tuple(d for d in found if d)


def _disagreement(
    kind: DisagreementKind,
    claims: Sequence[Claim],
    said: Callable[[Claim], str | None],
    differs: Callable[[Claim, Claim], bool],
) -> Disagreement | None:
    stands: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        words = said(claim)
        if words:
            stands[words].append(claim)
    apart: set[str] = set()
    for left, right in combinations(list(stands)[:_MANY], 2):
        if differs(stands[left][0], stands[right][0]):
            apart |= {left, right}
    if not apart:
        return None
    sides = tuple(
        Stand(words, tuple(sorted(c.id for c in stands[words]))) for words in sorted(apart, key=_by_number)
    )
    return Disagreement(kind, tuple(sorted(c for s in sides for c in s.claims)), sides)


def _by_number(words: str) -> tuple[int, str]:
    digits = "".join(c for c in words if c.isdigit())
    return (int(digits[:15]) if digits else 0), words


def _number_said(claim: Claim) -> str | None:
    return number_words(claim.quantity) if claim.quantity else None


def number_words(number: Quantity) -> str:
    """Return a number with its bounds and unit: "1500 personnel", "at least 3000 containers"."""
    unit = number.unit or ""
    if number.low == number.high:
        return f"{number.low} {unit}".strip()
    if number.high is None:
        return f"at least {number.low} {unit}".strip()
    if number.low is None:
        return f"at most {number.high} {unit}".strip()
    return f"{number.low} to {number.high} {unit}".strip()


def _time_said(claim: Claim) -> str | None:
    return claim.time.edtf if claim.time else None


def _place_said(claim: Claim) -> str | None:
    places = _ends(claim)
    return " > ".join(p.name if p else "?" for p in places) if any(places) else None


def _ends(claim: Claim) -> tuple[Place | None, ...]:
    if claim.type.moves:
        return claim.origin, claim.destination
    return claim.places


def _quantities_differ(left: Claim, right: Claim) -> bool:
    a, b = left.quantity, right.quantity
    if a is None or b is None or a.unit != b.unit:
        return False
    if (
        a.high is None and b.high is None
    ):  # "thousands" and "at least 11,000" are different numbers all the same
        return a.low != b.low
    return (a.high is not None and b.low is not None and a.high < b.low) or (
        b.high is not None and a.low is not None and b.high < a.low
    )


def _times_differ(left: Claim, right: Claim) -> bool:
    a, b = left.time, right.time
    if a is None or b is None or not {a.precision, b.precision} <= _EXACT:
        return False
    if None in (a.start, a.end, b.start, b.end):
        return False
    return _day(a.end) < _day(b.start) or _day(b.end) < _day(a.start)


def _day(day: dt.date | None) -> dt.date:
    return day or dt.date.max


def _places_differ(left: Claim, right: Claim, atlas: Atlas) -> bool:
    if not left.type.moves:
        return False  # a force may stand in several places
    pairs = ((left.origin, right.origin), (left.destination, right.destination))
    return any(a and b and atlas.nearness(a, b) <= Nearness.ELSEWHERE for a, b in pairs)


def history(claims: Sequence[Claim], documents: Mapping[str, Document]) -> tuple[Said, ...]:
    """Return what was said when: the oldest report first, those without a date last."""

    def published(claim: Claim) -> tuple[dt.date, str, int]:
        document = documents[claim.document_id]
        return document.published or dt.date.max, document.id, claim.trigger.start

    ordered = sorted(claims, key=published)
    return tuple(Said(documents[c.document_id].published, c.id, _says(c)) for c in ordered)


def _says(claim: Claim) -> str:
    told = (claim.status.value, _number_said(claim), _place_said(claim), _time_said(claim))
    return "; ".join(part for part in told if part)


@dataclass(frozen=True, slots=True)
class Stance:
    """What a claim of a movement denies, or admits, of a side.

    Attributes
    ----------
    ends
        Where that is; nowhere told if there are none.
    published
        Day of its report.
    """

    movement: str
    side: str
    claim: str
    denies: bool
    ends: tuple[Place, ...]
    published: dt.date | None


def stances(
    movement: Movement, claims: Sequence[Claim], documents: Mapping[str, Document]
) -> Iterator[Stance]:
    """Yield what the claims of a movement deny, and what a party to the event confirms."""
    for claim in claims if movement.side else ():
        if claim.type in _STANDING and claim.status in (Status.DENIED, Status.CONFIRMED):
            yield Stance(
                movement=movement.id,
                side=movement.side or "",
                claim=claim.id,
                denies=claim.status is Status.DENIED,
                ends=tuple(p for p in (claim.destination or claim.origin, *claim.places) if p),
                published=documents[claim.document_id].published,
            )


def denials(told: Iterable[Stance], atlas: Atlas) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what stands against each other in different movements: what is denied here and admitted there.

    Yields
    ------
    tuple
        Movement id, and the claim that denies with the one that admits, for both movements. A denial is held
        against what a party to the event confirms of the same side within two years: its presence or movement
        where it is denied.
    """
    denied: defaultdict[str, list[Stance]] = defaultdict(list)
    admitted: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in told:
        (denied if stance.denies else admitted)[stance.side].append(stance)
    for side, refusals in denied.items():
        for refusal, admission in product(refusals, admitted[side]):
            if refusal.movement != admission.movement and _is_against(refusal, admission, atlas):
                for movement in (refusal.movement, admission.movement):
                    yield movement, (refusal.claim, admission.claim)


def _is_against(refusal: Stance, admission: Stance, atlas: Atlas) -> bool:
    """Tell whether an admission is of what a denial is about: a denial without a place is of any abroad."""
    if not _is_near(refusal.published, admission.published):
        return False
    places = product(refusal.ends, admission.ends)
    return not refusal.ends or any(_covers(a, b, atlas) for a, b in places)


def _is_near(one: dt.date | None, other: dt.date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= _LONG


def _covers(wide: Place, other: Place, atlas: Atlas) -> bool:
    """Tell whether what is said of a place holds for another: of a country for its towns, not of a town."""
    found = atlas.nearness(wide, other)
    within = found in (Nearness.BROAD, Nearness.WITHIN) and wide.radius_km > other.radius_km
    return within or found >= Nearness.NEAR


def across(pairs: AbstractSet[tuple[str, str]], own: Iterable[str]) -> Disagreement:
    """Return the disagreement of a movement, of these claims of its own, with others."""
    refused = tuple(sorted({a for a, _ in pairs}))
    admitted = tuple(sorted({b for _, b in pairs}))
    claims = tuple(sorted({*refused, *admitted}))
    return Disagreement(
        DisagreementKind.STATUS,
        claims,
        (Stand(_DENIED, refused), Stand("admitted", admitted)),
        elsewhere=tuple(c for c in claims if c not in set(own)),
    )
