"""Predicted claims, each paired with the marked one that it answers best."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geo.scoring.marks import FoundClaim, Gold
from geo.scoring.score import SLOTS, Score
from geo.scoring.slots import right_slots

# The slots that make a claim whole: enough to draw it in the right place, at the right time.
_WHOLE: Final = frozenset({"type", "where", "when", "quantity", "status"})
# Among several pairings a whole claim beats any number of single slots.
_WHOLE_BONUS: Final = 10


@dataclass(frozen=True, slots=True)
class _Pair:
    marked: int
    found: int
    right: frozenset[str]

    @property
    def whole(self) -> bool:
        return self.right >= _WHOLE

    @property
    def merit(self) -> int:
        return len(self.right) + _WHOLE_BONUS * self.whole


def score_claims(gold: Gold, found: Sequence[FoundClaim]) -> Score:
    """Count what was found of the marked claims, slot by slot, and what answers to nothing marked."""
    pairs = _pair_claims(gold, found)
    paired = {pair.found for pair in pairs}
    hits = {pair.marked: pair for pair in pairs if not gold.claims[pair.marked].optional}
    spurious = [
        claim for index, claim in enumerate(found) if index not in paired and not _is_repetition(gold, claim)
    ]
    errors = (
        *_errors(gold, hits),
        *(f"{gold.id}: spurious {claim.type}: {gold.words(claim.evidence)}" for claim in spurious),
    )
    return Score(
        claims=sum(not mark.optional for mark in gold.claims),
        claims_found=len(hits),
        claims_spurious=len(spurious),
        claims_whole=sum(pair.whole for pair in hits.values()),
        errors=errors,
        **{slot: sum(slot in pair.right for pair in hits.values()) for slot in SLOTS},
    )


def _pair_claims(gold: Gold, found: Sequence[FoundClaim]) -> Sequence[_Pair]:
    """Pair each claim with at most one, the best pairs first, ties in the order of the marks."""
    possible = [
        _Pair(i, j, right_slots(gold, mark, claim))
        for i, mark in enumerate(gold.claims)
        for j, claim in enumerate(found)
        if _said_in(gold, mark.quotes, claim)
    ]
    pairs: list[_Pair] = []
    for pair in sorted(possible, key=lambda pair: -pair.merit):
        taken = any(pair.marked == other.marked or pair.found == other.found for other in pairs)
        if "type" in pair.right and not taken:
            pairs.append(pair)
    return pairs


def _is_repetition(gold: Gold, found: FoundClaim) -> bool:
    # Nothing is asked of an optional claim, so a second reading of its own sentence is no error either.
    return any(_said_in(gold, mark.quotes if mark.optional else mark.also, found) for mark in gold.claims)


def _said_in(gold: Gold, quotes: Iterable[str], found: FoundClaim) -> bool:
    return any(found.evidence.touches(gold.span(quote)) for quote in quotes)


def _errors(gold: Gold, hits: Mapping[int, _Pair]) -> Iterable[str]:
    for index, mark in enumerate(gold.claims):
        words = gold.words(gold.span(mark.quote))
        if index in hits:
            wrong = [slot for slot in SLOTS if slot not in hits[index].right]
            if wrong:
                yield f"{gold.id}: wrong {', '.join(wrong)}: {words}"
        elif not mark.optional:
            yield f"{gold.id}: missed {mark.type}: {words}"
