"""Questions about two claims that several comparisons ask."""

from geo.movements.facts import Facts
from geo.movements.nearness import Atlas, Nearness
from geo.records import Place

VESSELS, PERSONNEL = "vessels", "personnel"
ALIKE = 1.6  # times that one number is the other, up to which they tell one thing
VOYAGE = 14  # days from a departure to an arrival
LATER = (14, 45, 100)  # days between publications: likely of one event, perhaps, hardly, never


def named_alike(left: Facts, right: Facts) -> bool:
    """Tell whether a name of the one's force stands in the other's sentences; of numbers, one of its own."""
    numbers = [{n for n in f.names if n.isdigit()} for f in (left, right)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    return bool(left.names & (right.names | right.words) or right.names & left.words)


def is_crossed(left: Facts, right: Facts, atlas: Atlas) -> bool:
    """Tell whether the one begins where the other leads, and both do not lead to one place."""
    ends = ((left.goals, right.origins), (right.goals, left.origins))
    crossed = any(is_one(atlas, goals, origins) for goals, origins in ends)
    return crossed and not is_one(atlas, left.goals, right.goals)


def is_one(atlas: Atlas, ends: tuple[Place, ...], begins: tuple[Place, ...]) -> bool:
    """Tell whether two lists of places share one, or have one near the other."""
    found = atlas.nearest(ends, begins)
    return found is not None and found >= Nearness.NEAR


def days_apart(left: Facts, right: Facts) -> int:
    """Return the days between two events, 0 where they can be at one time; by the reports where undated."""
    if not left.dated and not right.dated and left.published and right.published:
        return abs(left.published - right.published)
    return max(left.first - right.last, right.first - left.last, 0)


def untold(facts: Facts) -> bool:
    """Tell whether a claim states no number."""
    return facts.low is None and facts.high is None


def can_agree(left: Facts, right: Facts) -> bool:
    """Tell whether one number can be both: "at least 1,000" and 1,500."""
    lows = [n for n in (left.low, right.low) if n is not None]
    highs = [n for n in (left.high, right.high) if n is not None]
    open_ended = None in (left.low, left.high, right.low, right.high)
    within = not lows or not highs or max(lows) <= min(highs)
    return within and (open_ended or left.low != left.high or right.low != right.high)


def middle(facts: Facts) -> float:
    """Return the middle of a number's bounds, or the one that is told."""
    bounds = [n for n in (facts.low, facts.high) if n is not None]
    return sum(bounds) / len(bounds)
