"""Which of two claims speaks of a part of the other's event: a first group, one ship of three."""

from collections.abc import Iterator

from geo.movements.belonging import may_send
from geo.movements.facts import Facts
from geo.movements.nearness import Atlas, Nearness
from geo.movements.pairing import (
    ALIKE,
    LATER,
    PERSONNEL,
    VESSELS,
    VOYAGE,
    can_agree,
    days_apart,
    is_crossed,
    middle,
    named_alike,
    untold,
)
from geo.movements.weights import START, Factor
from geo.records import ClaimType, Place, Share, Status

_TOLD_PART = 1.15  # times that a whole is the number of a part, where words say so: no two tellings
_JUST = 3  # days by which those who went first may be before a plan, or that one fight lasts
_WEEK = 7
_GAP = 3  # characters between one sentence and the next
_FINER = (Nearness.BROAD, Nearness.WITHIN)


def part_of(left: Facts, right: Facts, atlas: Atlas) -> int:
    """Tell which of two claims speaks of a part of the other's event, if they speak of one."""
    for sign, part, whole in ((-1, left, right), (1, right, left)):
        if _is_part(part, whole, atlas):
            return sign
    return 0


def _is_part(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether words, numbers or places make the one a part: "a first group", 150 of 432."""
    if _is_of_many(part) and whole.side and not whole.belonging.organisations:
        return False  # a force of several states is no part of one state's
    if _is_member(part, whole):
        return _is_of_several(part, whole, atlas)
    if _has_no_part(whole, part):
        return False
    return _is_ship_of(part, whole) or _is_some(part, whole, atlas)


def _has_no_part(whole: Facts, part: Facts) -> bool:
    """Tell whether words set the two apart: "another 500" are none of those told before, nor their whole."""
    if whole.share is not None and not _is_first_of(part, whole):
        return True
    return part.share is Share.MORE and not _is_of_plan(part, whole)


def _is_some(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether the one counts fewer of the other's force, on the same way."""
    if _is_way_within(part, whole, atlas) or _is_onward(part, whole, atlas):
        return False
    marked = part.share is not None
    if marked and (_is_done_apart(part, whole) or _is_next_leg(part, whole, atlas)):
        return False
    return _is_less(part, whole, atlas, marked=marked)


def _is_of_many(facts: Facts) -> bool:
    """Tell whether a force is of an organisation or of several states, and of no one state."""
    of = facts.belonging
    return facts.side is None and (bool(of.organisations) or len(of.states) > 1)


def _is_member(part: Facts, whole: Facts) -> bool:
    """Tell whether a force of one state, or of some, may be one of those that make up another of many."""
    states = {part.side} if part.side else part.belonging.states
    if not states or not _is_of_many(whole):
        return False
    of, own = whole.belonging, part.belonging.organisations
    if not of.organisations:
        return states < of.states
    return all(may_send(of.organisations, each) for each in states) and (
        not own or bool(of.organisations & own)
    )


def _is_of_several(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether what a state sent is some of what its organisation sent: there and then, and no more."""
    if untold(whole) or _is_elsewhere(part, whole, atlas) or days_apart(part, whole) > _JUST:
        return False
    return untold(part) or part.unit != whole.unit or middle(part) * ALIKE < middle(whole)


def _is_first_of(part: Facts, whole: Facts) -> bool:
    """Tell whether a report tells some of a further group right after it: "600 more. The first 150 came"."""
    if part.claim.document_id != whole.claim.document_id or whole.share is not Share.MORE:
        return False
    told, before = (f.claim.evidence[0].span for f in (part, whole))
    follows = before.start <= told.start <= before.end + _GAP
    return follows and part.share is Share.PART


def _is_done_apart(part: Facts, whole: Facts) -> bool:
    """Tell whether the larger force was done with its way on other days, or on another day that is told."""
    told = part.dated and whole.dated and whole.status is not Status.EXPECTED
    of_days = part.first == part.last and whole.first == whole.last
    return told and days_apart(part, whole) > (0 if of_days else _JUST)


def _is_next_leg(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether some of a force only go on: those who go first may go elsewhere, but not all others."""
    found = atlas.nearest(part.goals or part.stands, whole.goals or whole.stands)
    if found is None or found > Nearness.ELSEWHERE:
        return False
    counted = not untold(part) and not untold(whole)
    over_weeks = whole.last - whole.first >= VOYAGE and days_apart(part, whole) == 0
    near = found is Nearness.ELSEWHERE and over_weeks
    return not (counted and (near or _is_long_coming(whole)))


def _is_less(part: Facts, whole: Facts, atlas: Atlas, *, marked: bool) -> bool:
    """Tell whether the one counts fewer, or is told as a part where nothing is counted."""
    if untold(part) or untold(whole):
        fewer_told = untold(part) > untold(whole) or _is_of_all(part, whole)
        return marked and (fewer_told or _is_wider(whole, part, atlas))
    if part.unit != whole.unit:
        return _is_one_of(part, whole) or (marked and part.unit == "vehicles" and whole.unit == PERSONNEL)
    if not marked and whole.high is None and can_agree(part, whole):
        return False  # "thousands" and "at least 11,000"
    if _is_loss_of_many(part, whole, atlas):
        return middle(part) < middle(whole)
    fewer = middle(part) * (_TOLD_PART if marked and not _is_done_at_once(whole) else ALIKE) < middle(whole)
    return fewer and (marked or _is_held(part, whole, atlas))


def _is_of_all(part: Facts, whole: Facts) -> bool:
    """Tell whether a way that ends later is that of all: "The first 300 left", "The force left"."""
    return part.share is Share.PART and part.dated and whole.dated and whole.last > part.last


def _is_done_at_once(whole: Facts) -> bool:
    """Tell whether all of it was done in a day: of that, two numbers not far off are two tellings."""
    return whole.dated and whole.last - whole.first <= 1 and whole.status is not Status.EXPECTED


def _is_way_within(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether the one only goes to where the other sets out: to the capital, before all leave."""
    found = atlas.nearest(part.goals, whole.origins)
    ends = atlas.nearest(part.goals, whole.goals)
    return found is not None and found >= Nearness.BROAD and (ends is None or ends <= Nearness.ELSEWHERE)


def _is_of_plan(part: Facts, whole: Facts) -> bool:
    """Tell whether a further group can be one of those that a plan counts together."""
    planned = whole.status is Status.EXPECTED and part.type.moves and not untold(whole)
    return planned and (untold(part) or middle(part) * ALIKE < middle(whole))


def _is_onward(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether the one only sets out from where the other ends: those who came go on."""
    found = atlas.nearest(part.origins, whole.goals)
    starts = atlas.nearest(part.origins, whole.origins)
    return found is not None and found >= Nearness.BROAD and (starts is None or starts <= Nearness.ELSEWHERE)


def _is_loss_of_many(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether the one is the loss of a fight, and the other all losses of weeks in a wider place."""
    if part.type is not ClaimType.CASUALTIES or not part.dated or whole.share is Share.PART:
        return False
    longer = part.last - part.first <= _JUST and whole.last - whole.first > _WEEK
    ongoing = whole.claim.time is not None and whole.claim.time.end is None and whole.first <= part.first
    return longer and (ongoing or _is_finer(part, whole, atlas))  # "28 fell on Sunday", "75 since then"


def _is_finer(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether the place of the one lies within the wider place of the other."""
    return _is_within(part.goals or part.stands, whole.goals or whole.stands, atlas)


def _is_within(places: tuple[Place, ...], wider: tuple[Place, ...], atlas: Atlas) -> bool:
    return atlas.nearest(places, wider) in _FINER and _reach(wider) > _reach(places)


def _is_elsewhere(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    found = atlas.nearest(part.goals or part.stands, whole.goals or whole.stands)
    return found is not None and found <= Nearness.ELSEWHERE


def _is_long_coming(facts: Facts) -> bool:
    """Tell whether a claim is of what is to come over weeks: a first group may go elsewhere, or before."""
    return facts.status is Status.EXPECTED and facts.last - facts.first >= VOYAGE


def _is_ship_of(part: Facts, whole: Facts) -> bool:
    """Tell whether the one is some of the ships that the other names."""
    several = (whole.low or 0) > 1 or whole.unit != VESSELS
    return several and bool(part.names) and part.names < whole.names and part.kind == VESSELS


def _is_held(part: Facts, whole: Facts, atlas: Atlas) -> bool:
    """Tell whether place and time of a smaller number lie within those of a larger one.

    At one place and time two numbers are two tellings of one event, unless the larger is still to come.
    """
    if _is_elsewhere(part, whole, atlas):
        return False
    finer = _is_finer(part, whole, atlas)
    if part.type is ClaimType.CASUALTIES:  # of one loss there are as many numbers as tellers
        longer = whole.last - whole.first > part.last - part.first
        return (finer or _is_loss_of_many(part, whole, atlas)) and longer and part.dated
    if _is_coming(part, whole):
        return days_apart(part, whole) <= _before_plan(whole)
    apart = days_apart(part, whole)
    return finer and (apart == 0 or (apart <= LATER[0] and not (part.dated or whole.dated)))


def _is_coming(part: Facts, whole: Facts) -> bool:
    """Tell whether the larger number is of a plan, and the smaller of what was done or is planned sooner."""
    planned = whole.status is Status.EXPECTED and part.type.moves
    return planned and (part.status is not Status.EXPECTED or _is_long_coming(whole))


def _before_plan(whole: Facts) -> int:
    """Return the days by which some may be there before a plan: none where it has its own day or week."""
    if _is_long_coming(whole):
        return LATER[0]
    deadline = whole.published is None or whole.first <= whole.published
    return _JUST if deadline else 0


def _is_wider(whole: Facts, part: Facts, atlas: Atlas) -> bool:
    """Tell whether a claim can be of a whole: it leads to or leaves a wider place, or is still to come."""
    found = atlas.nearest(part.goals or part.stands, whole.goals or whole.stands)
    if found is None:
        return not whole.goals and _is_within(part.origins, whole.origins, atlas)
    to_come = whole.status is Status.EXPECTED and part.status is not Status.EXPECTED
    return to_come or _is_finer(part, whole, atlas)


def _reach(places: tuple[Place, ...]) -> float:
    return max((p.radius_km for p in places), default=0.0)


def _is_one_of(part: Facts, whole: Facts) -> bool:
    """Tell whether the one stands in one of several places of the other, told in another unit."""
    few, many = ({p.id for p in f.stands} for f in (part, whole))
    return bool(few) and few < many and len(many) > 1 and not untold(part) and not untold(whole)


def of_part(left: Facts, right: Facts, atlas: Atlas, sign: int) -> Iterator[Factor | None]:
    """Weigh what makes the one a part of the other's event."""
    part, whole = (left, right) if sign < 0 else (right, left)
    if part.share is not None:
        yield Factor("told as a part")
        if _is_long_coming(whole):
            yield Factor("a part of what is to come")
    if not untold(part) and not untold(whole) and part.unit == whole.unit:
        yield Factor("fewer than the whole")
    starts = atlas.nearest(left.origins, right.origins)
    if starts is not None:
        yield Factor(START[starts])
    placed = _place_in(part, whole, atlas)
    if placed or starts is None:
        yield Factor(placed or "a place that only the part or the whole tells")
    apart = days_apart(left, right)
    if apart == 0 or (apart <= VOYAGE and named_alike(left, right)):
        yield Factor("at the time of the whole")
    else:
        yield Factor("near the time of the whole" if apart <= LATER[0] else "at another time than the whole")


def _place_in(part: Facts, whole: Facts, atlas: Atlas) -> str | None:
    if is_crossed(part, whole, atlas):
        return "another place than the whole's"
    found = atlas.nearest(part.goals or part.stands, whole.goals or whole.stands)
    if found is None:
        return None
    if found <= Nearness.ELSEWHERE:
        return "another place than the whole's"
    return "a place within that of the whole" if found in _FINER else "the place of the whole"
