"""What a comparison counted, the rates that follow, and the table that people read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Final

SLOTS: Final = ("where", "when", "quantity", "status", "side", "means", "source")


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted when predictions were compared with marked documents.

    Attributes
    ----------
    toponyms, mentions
        How many place names were marked, and how many predicted.
    mentions_found, mentions_resolved, mentions_near, mentions_used
        Marked names that a prediction overlaps; of these, those with the right place, with a place
        within 161 km, and with the right usage.
    claims, claims_found, claims_spurious, claims_whole
        Marked claims (optional ones left out), those found, predicted claims that answer to nothing
        marked, and found claims right in type, place, time, quantity and status.
    where, when, quantity, status, side, means, source
        Found claims right in that slot.
    errors
        One line for each thing that was missed, wrong or spurious.
    """

    documents: int = 0
    toponyms: int = 0
    mentions: int = 0
    mentions_found: int = 0
    mentions_resolved: int = 0
    mentions_near: int = 0
    mentions_used: int = 0
    claims: int = 0
    claims_found: int = 0
    claims_spurious: int = 0
    claims_whole: int = 0
    where: int = 0
    when: int = 0
    quantity: int = 0
    status: int = 0
    side: int = 0
    means: int = 0
    source: int = 0
    errors: tuple[str, ...] = ()

    def figures(self) -> dict[str, float | int]:
        """Return counts, and rates to three decimals; a rate of nothing is 0."""
        claims_predicted = self.claims_found + self.claims_spurious
        return {
            "documents": self.documents,
            "toponyms": self.toponyms,
            "toponym_precision": rate(self.mentions_found, self.mentions),
            "toponym_recall": rate(self.mentions_found, self.toponyms),
            "toponym_f1": rate(2 * self.mentions_found, self.mentions + self.toponyms),
            "resolved_of_found": rate(self.mentions_resolved, self.mentions_found),
            "within_161_km_of_found": rate(self.mentions_near, self.mentions_found),
            "right_place_of_all": rate(self.mentions_resolved, self.toponyms),
            "usage_of_found": rate(self.mentions_used, self.mentions_found),
            "claims": self.claims,
            "claim_precision": rate(self.claims_found, claims_predicted),
            "claim_recall": rate(self.claims_found, self.claims),
            "claim_f1": rate(2 * self.claims_found, claims_predicted + self.claims),
            "whole_claim_f1": rate(2 * self.claims_whole, claims_predicted + self.claims),
            **{f"{slot}_of_found": rate(getattr(self, slot), self.claims_found) for slot in SLOTS},
        }


def total(scores: Iterable[Score]) -> Score:
    """Add up `scores`, with their errors in the order given."""
    listed = tuple(scores)
    counts = {f.name: sum(getattr(score, f.name) for score in listed) for f in fields(Score)[:-1]}
    return Score(**counts, errors=tuple(error for score in listed for error in score.errors))


def as_table(figures: Mapping[str, float | int]) -> str:
    """Return `figures` as lines of text, rates with three decimals, right-aligned."""
    cells = {
        name: f"{value:.3f}" if isinstance(value, float) else str(value) for name, value in figures.items()
    }
    name_width = max(map(len, cells), default=0)
    cell_width = max(map(len, cells.values()), default=0)
    return "\n".join(f"{name:{name_width}}  {cell:>{cell_width}}" for name, cell in cells.items())


def rate(part: int, whole: int) -> float:
    """Return a part of a whole to three decimals; a rate of nothing is 0."""
    return round(part / whole, 3) if whole else 0.0
