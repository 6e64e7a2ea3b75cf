"""Which movements are parts of others, by the claims of the one that tell a part of the other's event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.movements.weights import Comparison
from geo.records import Relation, RelationKind


@dataclass(frozen=True, slots=True)
class Partial:
    """Two claims of which one tells a part of the other's event.

    Attributes
    ----------
    part
        Place of the part in `ids`.
    """

    ids: tuple[str, str]
    part: int
    score: float
    reason: str

    @classmethod
    def of(cls, ids: tuple[str, str], comparison: Comparison) -> "Partial":
        """Return what the comparison of two claims tells."""
        reason = "; ".join(f.reason for f in comparison.factors if f.weight > 0)
        return cls(ids, 0 if comparison.part < 0 else 1, comparison.score, reason)


@dataclass(frozen=True, slots=True)
class Part:
    """Two movements of which one is a part of the other, and how likely that is."""

    part: str
    whole: str
    score: float
    reason: str

    @property
    def both(self) -> tuple[str, str]:
        """Return the ids of the two, in their order."""
        return min(self.part, self.whole), max(self.part, self.whole)


def parts(ends: Iterable[tuple[int, str, Partial]]) -> Iterator[Part]:
    """Yield the movements of two claims of which one tells a part.

    Parameters
    ----------
    ends
        Each of the two by its place in `Partial.ids`, with the movement that it is in.
    """
    movements: defaultdict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for place, movement, partial in ends:
        both = movements[partial.ids]
        both[place] = movement
        if len(both) == len(partial.ids) and both[0] != both[1]:
            yield Part(both[partial.part], both[1 - partial.part], partial.score, partial.reason)


def relations(found: Iterable[Part]) -> Iterator[tuple[str, tuple[str, str], Relation]]:
    """Yield how movements stand to each other, each pair by its likeliest claims.

    Parameters
    ----------
    found
        All that is known of each two movements, whichever is the part.

    Yields
    ------
    tuple
        Id of a movement, what orders its relations, and the relation.
    """
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for one in found:
        pair = (one.part, one.whole)
        best[pair] = min(best.get(pair, (0.0, "")), (-one.score, one.reason))
    for (part, whole), (score, reason) in best.items():
        turned = best.get((whole, part))
        if turned and (turned[0], whole) < (score, part):
            continue
        yield part, (part, whole), Relation(RelationKind.PART_OF, whole, reason)
        yield whole, (part, whole), Relation(RelationKind.HAS_PART, part, reason)
