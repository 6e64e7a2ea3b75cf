"""How likely it is that two claims speak of one event, slot by slot; `weights` tells the method."""

import math
from collections.abc import Iterator

from geo.movements.belonging import may_send
from geo.movements.facts import Facts
from geo.movements.nearness import POINTS, Atlas, Nearness
from geo.movements.pairing import (
    ALIKE,
    LATER,
    PERSONNEL,
    VESSELS,
    VOYAGE,
    can_agree,
    days_apart,
    is_crossed,
    is_one,
    middle,
    named_alike,
    untold,
)
from geo.movements.parts import of_part, part_of
from geo.movements.weights import GOAL, START, Comparison, Factor
from geo.records import ClaimType, Share, Status
from geo.text import fold

_CLOSE = 0.15  # part by which two tellings of one number differ
_APART = 3.0  # times that one number is the other, from which they are quite different
_FEW = 3  # a number up to this tells little
_JUST, _TYPICAL = 3, 7  # days that two tellings of one event lie apart
_MOST_NAMES = 2  # shared names that count
_WORDS = 2  # other words that two reports share hardly by chance


def compare(left: Facts, right: Facts, atlas: Atlas) -> Comparison:
    """Compare two claims; which of them comes first makes no difference but to `Comparison.part`."""
    bar = _bar(left, right)
    if bar:
        return Comparison((), bar)
    part = part_of(left, right, atlas)
    if not part and _are_told_apart(left, right):
        return Comparison((), "two numbers of one sentence")
    apart = of_part(left, right, atlas, part) if part else _of_whole(left, right, atlas)
    factors = [_side(left, right, part), *_factors(left, right), *apart]
    return Comparison(tuple(f for f in factors if f), part=part)


def _bar(left: Facts, right: Facts) -> str | None:
    """Return what makes two claims speak of different events for certain."""
    if left.type is not right.type:
        return "another kind of event"
    if left.side and right.side and left.side != right.side and left.told_side and right.told_side:
        return "another side"
    if _is_otherwise_named(left, right):
        return "a unit or ship of another name"
    if left.fates and right.fates and not left.fates & right.fates:
        return "another fate"
    if days_apart(left, right) > LATER[2] and not _is_guessed_apart(left, right):
        return "too far apart in time"
    return None


def _is_guessed_apart(left: Facts, right: Facts) -> bool:
    """Tell whether one report tells both and dates not both: "37 have died in Haiti, 18 of them in 2010"."""
    return left.claim.document_id == right.claim.document_id and not (left.dated and right.dated)


def _is_otherwise_named(left: Facts, right: Facts) -> bool:
    """Tell whether both are ships, or numbered units, and not of one name; one of several ships may be."""
    if named_alike(left, right):
        return False
    numbers = [any(n.isdigit() for n in f.names) for f in (left, right)]
    ships = left.kind == right.kind == VESSELS and bool(left.names) and bool(right.names)
    several = max(left.low or 1, right.low or 1) > 1
    return all(numbers) or (ships and not several)


def _are_told_apart(left: Facts, right: Facts) -> bool:
    """Tell whether one sentence counts two forces: "four cutters and about ten boats"."""
    one, other = left.claim, right.claim
    if one.document_id != other.document_id or one.evidence[0].span != other.evidence[0].span:
        return False
    return _is_counted_otherwise(left, right) and not _are_two_tellings(left, right)


def _is_counted_otherwise(left: Facts, right: Facts) -> bool:
    counted = not untold(left) and not untold(right) and left.unit == right.unit
    return counted and (left.low, left.high) != (right.low, right.high) and not can_agree(left, right)


def _are_two_tellings(left: Facts, right: Facts) -> bool:
    """Tell whether a report gives two counts of one thing: "Nine died, says the army; 40, say rebels"."""
    if left.claim.document_id != right.claim.document_id or left.type.moves or left.side != right.side:
        return False
    ones, others = ({fold(source.text) for source in f.claim.attribution} for f in (left, right))
    return bool(ones and others) and ones.isdisjoint(others) and _is_counted_otherwise(left, right)


def _factors(left: Facts, right: Facts) -> Iterator[Factor | None]:
    yield from _names(left, right)
    yield _service(left, right)
    yield _kind(left, right)
    yield _fate(left, right)
    yield _means(left, right)


def _side(left: Facts, right: Facts, part: int) -> Factor | None:
    if not left.side or not right.side:
        return _organised(left, right) or (
            Factor("a side that only the part or the whole tells")
            if part and (left.side or right.side)
            else None
        )
    told = left.told_side and right.told_side
    if left.side == right.side:
        return Factor("the same side" if told else "the same side, which one does not tell itself")
    if part:
        return Factor("a part of another side, which one does not tell itself")
    return Factor("another side, which one does not tell itself")


def _organised(left: Facts, right: Facts) -> Factor | None:
    """Weigh the organisation of a force of no one state beside another's, or beside a state."""
    ones, others = left.belonging.organisations, right.belonging.organisations
    if ones and others:
        return Factor("the same organisation") if ones & others else None
    side = left.side or right.side
    if side is None or not (ones or others):
        return None
    sends = may_send(ones or others, side)
    return Factor("a state of the organisation" if sends else "a state that is none of the organisation")


def _service(left: Facts, right: Facts) -> Factor | None:
    ones, others = left.belonging.services, right.belonging.services
    return Factor("another service") if ones and others and ones.isdisjoint(others) else None


def _names(left: Facts, right: Facts) -> Iterator[Factor | None]:
    if named_alike(left, right):
        yield Factor("a unit or ship of the same name")
    shared = len(left.words & right.words)
    if shared:
        yield Factor("the same names", min(shared, _MOST_NAMES))


def _kind(left: Facts, right: Facts) -> Factor | None:
    if left.kind is None or right.kind is None:
        return None
    if left.kind == right.kind:
        return None if left.kind == PERSONNEL else Factor("the same kind of force")
    if not (untold(left) or untold(right)):
        return None  # told numbers are compared by their units
    return Factor("another kind of force", 2.0 if left.type is ClaimType.SUPPLY else 1.0)


def _fate(left: Facts, right: Facts) -> Factor | None:
    return Factor("the same fate") if left.fates & right.fates else None


def _means(left: Facts, right: Facts) -> Factor | None:
    if left.claim.means and right.claim.means:
        same = left.claim.means is right.claim.means
        return Factor("the same means" if same else "another means")
    return None


def _of_whole(left: Facts, right: Facts, atlas: Atlas) -> Iterator[Factor | None]:
    """Weigh what two tellings of one event share, and a part and its whole need not."""
    yield from _places(left, right, atlas)
    yield _time(left, right)
    yield _number(left, right)
    shares = {left.share, right.share}
    if Share.MORE in shares and len(shares) > 1 and not named_alike(left, right):
        yield Factor("the one tells of more than were there before", 1 + (Share.PART in shares))
    if left.claim.document_id == right.claim.document_id:
        two = _are_two_tellings(left, right)
        yield Factor("two tellings in one report" if two else "two claims of one report")
    else:
        yield from _beside(left, right)


def _beside(left: Facts, right: Facts) -> Iterator[Factor | None]:
    """Weigh what the sentences of two reports share beside their slots, one of which may be misread."""
    if len(left.wording.words & right.wording.words) >= _WORDS:
        yield Factor("words that each report uses of this alone")
    counted = not untold(left) and not untold(right) and left.unit == right.unit
    if not counted and (_stands_in(left, right) or _stands_in(right, left)):
        yield Factor("a number that stands in the other's sentence")


def _stands_in(facts: Facts, other: Facts) -> bool:
    """Tell whether the number of a claim, or one not far off, stands in the other's sentence for no claim."""
    told = [n for n in (facts.low, facts.high) if n]
    return any(max(n, m) <= ALIKE * min(n, m) for n in told for m in other.wording.numbers)


def _places(left: Facts, right: Facts, atlas: Atlas) -> Iterator[Factor | None]:
    starts = atlas.nearest(left.origins, right.origins)
    if starts is not None:
        yield Factor(START[starts])
    if is_crossed(left, right, atlas):
        yield Factor("the one leads where the other begins")
        return
    goals = atlas.nearest(left.goals or left.stands, right.goals or right.stands)
    if goals is not None:
        apart = goals <= Nearness.ELSEWHERE
        if not left.type.moves and goals is Nearness.APART:
            yield Factor("standing in different countries")
        one_town = apart and _name_one_town(left, right)
        yield Factor("another place, but both name one town" if one_town else GOAL[goals])
    elif starts is None:
        named = is_one(atlas, left.where, right.around) or is_one(atlas, right.where, left.around)
        yield Factor("a place that the other names too" if named else "a place that only one tells")


def _name_one_town(left: Facts, right: Facts) -> bool:
    """Tell whether the sentences of two claims name one town or site: in another part of each, or misread."""
    towns, others = ({p.id for p in f.around if p.kind in POINTS} for f in (left, right))
    return not towns.isdisjoint(others)


def _time(left: Facts, right: Facts) -> Factor | None:
    if left.month_day or right.month_day:
        return Factor("the same day of a year untold") if left.month_day == right.month_day else None
    apart = days_apart(left, right)
    if left.dated and right.dated:
        return _days(left, right, apart)
    if left.dated or right.dated:
        return Factor("told when the other was" if apart == 0 else "told at another time")
    if left.published is None or right.published is None:
        return None
    if apart <= LATER[0]:
        return Factor("reports of the same days")
    return Factor("reports weeks apart" if apart <= LATER[1] else "reports months apart")


def _days(left: Facts, right: Facts, apart: int) -> Factor:
    """Weigh two times that are both told; a plan may be carried out later than it says."""
    longest = max(left.last - left.first, right.last - right.first)
    if apart == 0:
        return Factor(_at_once(left, right, longest))
    if apart <= VOYAGE and _is_voyage(left, right):
        return Factor("the times of one voyage")
    planned = Status.EXPECTED in (left.status, right.status)
    if apart <= _JUST:
        return Factor("days just apart")
    plans = left.status is right.status is Status.EXPECTED and apart <= LATER[1]
    if plans or (apart <= _TYPICAL and _is_done_late(left, right)):
        return Factor("a plan put off")
    soon = apart <= _TYPICAL or (planned and apart <= LATER[1])
    return Factor("times apart" if soon else "another time")


def _at_once(left: Facts, right: Facts, longest: int) -> str:
    """Tell how well two times agree that can be one, the longer of which lasts so many days."""
    if longest <= 1:
        return "the same day"
    if longest <= _TYPICAL:
        return "the same days"
    planned = left.status is right.status is Status.EXPECTED
    return "the same deadline" if planned and left.last == right.last else "times that can be the same"


def _is_done_late(left: Facts, right: Facts) -> bool:
    """Tell whether the one is planned, and the other was done after the days of the plan."""
    plans = [f for f in (left, right) if f.status is Status.EXPECTED]
    done = right if plans[:1] == [left] else left
    return len(plans) == 1 and plans[0].last < done.first and done.status is not Status.DENIED


def _is_voyage(left: Facts, right: Facts) -> bool:
    """Tell whether the one tells when a named ship or unit set out and the other when it came."""
    one_way = bool(left.origins) != bool(right.origins) or Status.EXPECTED in (left.status, right.status)
    return left.type.moves and one_way and named_alike(left, right)


def _number(left: Facts, right: Facts) -> Factor | None:
    if untold(left) or untold(right):
        return None
    if left.unit != right.unit:
        named = named_alike(left, right)
        return Factor("another unit of number, under one name" if named else "another unit of number")
    if (left.low, left.high) == (right.low, right.high):
        return Factor("the same number", _rarity(left.low or left.high or 0))
    return Factor("numbers that can be the same" if can_agree(left, right) else _difference(left, right))


def _difference(left: Facts, right: Facts) -> str:
    times = _times(left, right)
    if times <= 1 + _CLOSE:
        return "nearly the same number"
    if times <= ALIKE:
        return "a number not far off"
    return "another number" if times <= _APART else "quite another number"


def _rarity(number: int) -> float:
    """Return how much it tells that two claims state one number: 1 hardly anything, 1,523 much."""
    if number <= _FEW:
        return 0.5
    digits = len(str(number).rstrip("0"))
    return min(1.0 + 0.5 * math.log10(number) + 0.75 * (digits - 1), 4.5)


def _times(left: Facts, right: Facts) -> float:
    """Return how many times the one number is the other, by the middle of their bounds."""
    few, many = sorted((middle(left), middle(right)))
    return many / max(few, 1)
