"""What two claims can agree or differ on, and how much each tells.

The method is the record linkage of I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", J. Am.
Stat. Assoc. 64 (1969): each slot adds a weight, the logarithm (to base 2, so in bits) of how much likelier
it is to agree like this between claims of one event than between claims of different ones. The weights were
fitted by logistic regression on marked pairs of reports (`tests/joins`) and then rounded by hand, so that
what is nearer never counts for less; they do not depend on what else was read. Those of what sentences share
(`WORDING`) were fitted with all others held, and rounded down; those of organisations and services were set
by counting the marked pairs that differ so (of 14 pairs of two services and 14 of a state with a bloc that it
is not in, none is one event). Fitting all anew, held near these by a ridge,
joined no better on pairs left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from geo.movements.nearness import Nearness

THRESHOLD = 2.75  # bits from which two claims are taken for one event

# What two claims agree or differ on, and what it adds.
WEIGHTS: Mapping[str, float] = {
    "the same side": 2.0,
    "the same side, which one does not tell itself": 1.5,
    "another side, which one does not tell itself": -2.0,
    "a side that only the part or the whole tells": -1.0,
    "a part of another side, which one does not tell itself": -3.0,
    "the same organisation": 1.0,
    "a state of the organisation": 0.5,
    "a state that is none of the organisation": -4.0,
    "another service": -6.0,
    "a unit or ship of the same name": 0.75,
    "the same place": 2.0,
    "the same region": 2.0,
    "the same country": 1.0,
    "places near each other": 1.0,
    "a place within the region of the other": 1.5,
    "a place within the country of the other": 1.5,
    "another place of the country": -3.0,
    "places in different countries": -3.5,
    "standing in different countries": -2.0,
    "another place, but both name one town": -1.0,
    "a place that the other names too": 1.5,
    "a place that only one tells": -0.75,
    "the same origin": 1.0,
    "the same region of origin": 1.0,
    "the same country of origin": 0.75,
    "origins near each other": 0.25,
    "an origin within the other": 0.75,
    "another origin": -3.0,
    "the one leads where the other begins": -4.0,
    "the same day": 3.5,
    "the same days": 1.25,
    "times that can be the same": 0.75,
    "the same deadline": 2.0,
    "days just apart": 0.0,
    "times apart": -4.0,
    "another time": -4.0,
    "a plan put off": -1.25,
    "told when the other was": 0.75,
    "told at another time": -4.0,
    "the same day of a year untold": 1.5,
    "reports of the same days": 1.75,
    "reports weeks apart": 0.0,
    "reports months apart": -1.5,
    "the same number": 1.25,
    "nearly the same number": 3.0,
    "numbers that can be the same": 0.5,
    "a number not far off": 2.0,
    "another number": -2.0,
    "quite another number": -3.25,
    "another unit of number": -3.25,
    "another unit of number, under one name": -1.0,
    "the one tells of more than were there before": -2.5,
    "the same fate": 0.5,
    "the same means": 0.5,
    "another means": -2.5,
    "the same names": 2.0,
    "the same kind of force": 1.0,
    "another kind of force": -1.5,
    "the times of one voyage": 0.0,
    "two claims of one report": -5.0,
    "two tellings in one report": 0.0,
    "the place of the whole": 1.25,
    "a place within that of the whole": 1.0,
    "another place than the whole's": -1.25,
    "a place that only the part or the whole tells": -1.5,
    "told as a part": 1.25,
    "a part of what is to come": 1.25,
    "fewer than the whole": 2.75,
    "at the time of the whole": 0.5,
    "near the time of the whole": -1.5,
    "at another time than the whole": -2.5,
    "words that each report uses of this alone": 0.5,
    "a number that stands in the other's sentence": 2.5,
}
# What sentences share beside their slots: it makes up for a slot that was misread, and for none that differs.
WORDING = frozenset(
    {"words that each report uses of this alone", "a number that stands in the other's sentence"}
)
GOAL = {
    Nearness.SAME: "the same place",
    Nearness.SAME_AREA: "the same region",
    Nearness.SAME_COUNTRY: "the same country",
    Nearness.NEAR: "places near each other",
    Nearness.WITHIN: "a place within the region of the other",
    Nearness.BROAD: "a place within the country of the other",
    Nearness.ELSEWHERE: "another place of the country",
    Nearness.APART: "places in different countries",
}
START = {
    Nearness.SAME: "the same origin",
    Nearness.SAME_AREA: "the same region of origin",
    Nearness.SAME_COUNTRY: "the same country of origin",
    Nearness.NEAR: "origins near each other",
    Nearness.WITHIN: "an origin within the other",
    Nearness.BROAD: "an origin within the other",
    Nearness.ELSEWHERE: "another origin",
    Nearness.APART: "another origin",
}


class Factor(NamedTuple):
    """What one slot adds: a key of `WEIGHTS`, and how many times its weight."""

    reason: str
    times: float = 1.0

    @property
    def weight(self) -> float:
        """Return what is added, in bits."""
        return WEIGHTS[self.reason] * self.times


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two claims agree and differ on.

    Attributes
    ----------
    bar
        Why the two cannot be one event, whatever else agrees.
    part
        Which of the two tells a part of the other's event: the left (-1), the right (1) or none (0).
    """

    factors: tuple[Factor, ...]
    bar: str | None = None
    part: int = 0

    @property
    def score(self) -> float:
        """Return the sum of the weights, in bits."""
        return sum(f.weight for f in self.factors)

    @property
    def told(self) -> float:
        """Return the sum of what the slots themselves tell, in bits."""
        return sum(f.weight for f in self.factors if f.reason not in WORDING)

    @property
    def same(self) -> bool:
        """Tell whether the two are taken for one event."""
        return self.bar is None and self.part == 0 and self.score >= THRESHOLD

    @property
    def partial(self) -> bool:
        """Tell whether the one is taken for a part of the other's event."""
        return self.bar is None and self.part != 0 and self.score >= THRESHOLD
