"""Movements that are a part of others, follow others, and begin where nobody says."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest

from geo.movements import Knowledge, join
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Evidence,
    Fate,
    Means,
    Precision,
    Quantity,
    RelationKind,
    Share,
    Span,
    Status,
    TimeExpression,
)

from .made_claims import (
    BASE,
    CHONGJIN,
    DATED,
    DAY,
    FAR_EAST,
    HOMES,
    KOREA,
    KURSK,
    NOWHERE,
    RUSSIA,
    VLADIVOSTOK,
    WONSAN,
    count,
    days,
    joined,
    one,
    readings,
    variants,
)

# --- part and whole, leg after leg -----------------------------------------------------------------


def test_a_first_group_is_a_part_of_the_planned_whole_and_not_another_telling_of_it() -> None:
    whole, part = variants(
        {"quantity": count(12000, 12000), "status": Status.EXPECTED, "destination": RUSSIA},
        {"quantity": count(1500, 1500), "share": Share.PART, "time": days(8, 13)},
    )
    movements = {m.claims: m for m in joined(whole, part)}
    (up,), (down,) = movements["c1",].relations, movements["c0",].relations
    assert (up.kind, up.movement) == (RelationKind.PART_OF, movements["c0",].id)
    assert (down.kind, down.movement) == (RelationKind.HAS_PART, movements["c1",].id)
    assert "told as a part" in up.reason


def related(*claims: Claim) -> list[tuple[str, RelationKind, str]]:
    """Return the relations of movements of one claim each, by the ids of their claims."""
    movements = joined(*claims)
    name = {m.id: m.claims[0] for m in movements}
    assert all(len(m.claims) == 1 for m in movements)
    return sorted((name[m.id], r.kind, name[r.movement]) for m in movements for r in m.relations)


LOSS = {"type": ClaimType.CASUALTIES, "destination": None, "fates": (Fate.DEAD,)}
ONE_OF_TWO = [("c0", RelationKind.PART_OF, "c1"), ("c1", RelationKind.HAS_PART, "c0")]


def test_the_loss_of_one_fight_is_a_part_of_the_losses_of_weeks() -> None:
    fight = {**LOSS, "places": (KURSK,), "quantity": count(9, 9), "time": days(23, 24)}
    weeks = {**LOSS, "places": (RUSSIA,), "quantity": count(14, 14), "time": days(1, 30)}
    assert related(*variants(fight, weeks)) == ONE_OF_TWO
    assert len(joined(*variants(fight, {**fight, "places": (RUSSIA,), "quantity": count(10, 10)}))) == 1


def test_the_loss_of_a_day_is_a_part_of_what_was_lost_at_that_place_since_then() -> None:
    day = {**LOSS, "places": (KURSK,), "quantity": count(28, 28), "time": days(19, 20)}
    since = {**LOSS, "places": (KURSK,), "quantity": count(75, 75), "time": days(19, None)}
    assert related(*variants(day, since)) == ONE_OF_TWO
    before = {**since, "time": days(22, None)}  # what was lost from a later day on has no part before it
    assert related(*variants(day, before)) == []


def test_the_rest_is_a_part_though_it_is_nearly_all() -> None:
    whole = {"quantity": count(65, 65), "status": Status.EXPECTED}
    rest = {"quantity": count(50, 50), "share": Share.PART}
    assert related(*variants(rest, whole)) == ONE_OF_TWO


def test_who_only_goes_to_where_all_will_leave_from_has_not_left() -> None:
    leaving = {
        "destination": None,
        "origin": RUSSIA,
        "quantity": count(2000, 2000),
        "time": days(1, 30),
        "status": Status.EXPECTED,
    }
    first = {"origin": KURSK, "quantity": count(300, 300), "share": Share.PART, "time": days(8, 8)}
    assert related(*variants({**first, "destination": VLADIVOSTOK}, leaving)) == []
    assert related(*variants({**first, "destination": None}, leaving)) == ONE_OF_TWO


PLAN = {"quantity": count(1000, 1000), "status": Status.EXPECTED, "destination": RUSSIA}
FURTHER = {"share": Share.MORE, "time": days(8, 8)}


@pytest.mark.parametrize("number", [count(200, 200), None], ids=["counted", "uncounted"])
def test_a_further_group_is_a_part_of_what_a_plan_counts_together(number: Quantity | None) -> None:
    further = {**FURTHER, "quantity": number}
    assert related(*variants(further, PLAN)) == ONE_OF_TWO
    for whole in ({"status": Status.REPORTED}, {"quantity": None}, {"quantity": count(250, 250)}):
        found = joined(*variants({**FURTHER, "quantity": count(200, 200)}, {**PLAN, **whole}))
        assert not any(movement.relations for movement in found)


def test_those_who_go_on_from_where_a_force_came_to_are_no_part_of_its_coming() -> None:
    some = {"share": Share.PART, "quantity": count(100, 100), "time": days(8, 8)}
    assert related(*variants({**some, "origin": KOREA}, PLAN)) == ONE_OF_TWO
    assert related(*variants({**some, "origin": KURSK}, PLAN)) == []


@pytest.mark.parametrize(("number", "movements"), [(800, 1), (600, 2)])
def test_of_what_was_done_in_a_day_two_numbers_not_far_off_are_two_tellings(
    number: int, movements: int
) -> None:
    first = {**DATED, "quantity": count(number, number), "share": Share.PART}
    whole = {"quantity": count(1000, 1000)}
    assert len(joined(*variants(first, {**DATED, **whole}))) == movements
    assert len(joined(*variants(first, {"time": days(1, 30), **whole}))) == 2


def test_a_part_lies_within_two_weeks_of_its_whole() -> None:
    some = {"share": Share.PART, "time": days(2, 2), "destination": VLADIVOSTOK}
    plan = {"status": Status.EXPECTED, "destination": VLADIVOSTOK, "origin": KOREA}
    assert related(*variants(some, {**plan, "time": days(14, 14)})) == ONE_OF_TWO
    assert related(*variants(some, {**plan, "time": days(30, 30)})) == []


def test_the_fewer_who_stay_within_the_wider_place_are_a_part_told_within_two_weeks() -> None:
    stay = {"type": ClaimType.PRESENCE, "destination": None}
    few = {**stay, "places": (KURSK,), "quantity": count(30, 30)}
    many = {**stay, "places": (RUSSIA,), "quantity": count(400, 400)}
    assert related(*variants(few, many)) == ONE_OF_TWO
    for days_later, found in ((10, ONE_OF_TWO), (20, [])):
        one_report, other = readings(variants(few, many))
        later = replace(one_report.document, published=DAY + dt.timedelta(days_later))
        movements = join((replace(one_report, document=later), other), Knowledge(HOMES.get)).movements
        assert [bool(m.relations) for m in movements] == [bool(found)] * 2


def test_a_town_is_the_finer_telling_of_the_region_and_the_country() -> None:
    claims = variants(*({**DATED, "destination": p} for p in (RUSSIA, FAR_EAST, VLADIVOSTOK)))
    assert one(*claims).destination is VLADIVOSTOK


def test_legs_of_one_force_are_a_journey_with_its_distance_and_speed() -> None:
    names = Actor(NOWHERE, "brigade", "KP", names=("93",))
    claims = variants(
        {"actor": names, "origin": CHONGJIN, "destination": VLADIVOSTOK, "time": days(8, 13)},
        {"actor": names, "origin": VLADIVOSTOK, "destination": KURSK, "time": days(20, 23)},
    )
    result = join(readings(claims), Knowledge(HOMES.get))
    (journey,) = result.itineraries
    first, second = result.movements
    assert journey.movements == (first.id, second.id)
    assert journey.places == (VLADIVOSTOK, KURSK)
    (leg,) = journey.legs
    assert 6000 < leg.km < 7000
    assert (leg.days, leg.plausible) == (16, True)
    assert leg.km_per_day == pytest.approx(leg.km / 16, abs=0.1)
    assert [r.kind for r in first.relations] == [RelationKind.NEXT_LEG]
    assert [r.kind for r in second.relations] == [RelationKind.LEG_BEFORE]


def test_a_leg_that_no_ship_could_sail_is_marked() -> None:
    names = Actor(NOWHERE, "frigate", "RU", "vessels", names=("gorshkov",))
    claims = variants(
        {"actor": names, "destination": VLADIVOSTOK, "time": days(8, 8)},
        {"actor": names, "destination": WONSAN, "time": days(20, 20), "means": Means.SEA},
        {"actor": names, "destination": KURSK, "time": days(21, 21), "means": Means.SEA},
    )
    (journey,) = join(readings(claims), Knowledge(HOMES.get)).itineraries
    assert [leg.plausible for leg in journey.legs] == [True, False]


def test_another_side_another_unit_and_the_undated_are_no_next_leg() -> None:
    claims = variants(
        {"destination": VLADIVOSTOK, "time": days(8, 13)},
        {
            "actor": Actor(NOWHERE, "soldats", "RU"),
            "origin": VLADIVOSTOK,
            "destination": KURSK,
            "time": days(20, 23),
        },
        {"destination": CHONGJIN, "time": days(20, 23)},
        {"origin": VLADIVOSTOK, "destination": WONSAN},
    )
    assert join(readings(claims), Knowledge(HOMES.get)).itineraries == ()


# --- where it began --------------------------------------------------------------------------------


def test_an_origin_that_nobody_states_is_the_home_of_the_side_and_marked() -> None:
    movement = one(BASE)
    assert (movement.origin, movement.origin_inferred) == (KOREA, True)


def test_a_stated_origin_is_not_marked_and_the_one_most_often_stated_is_taken() -> None:
    movement = one(*variants({"origin": WONSAN}, {"origin": CHONGJIN}, {"origin": CHONGJIN}, {}))
    assert (movement.origin, movement.origin_inferred) == (CHONGJIN, False)


@pytest.mark.parametrize(
    "change",
    [
        {"type": ClaimType.PRESENCE, "destination": None, "places": (VLADIVOSTOK,)},
        {"actor": None},
        {"actor": Actor(NOWHERE, "soldats", None)},
        {"actor": Actor(NOWHERE, "soldats", "RU")},
        {"actor": Actor(NOWHERE, "soldats", "XK")},
        {"destination": None, "places": (KURSK,)},
    ],
    ids=["no movement", "no actor", "no side", "at home", "unknown home", "no destination"],
)
def test_no_origin_is_made_up_where_nothing_points_to_it(change: Mapping[str, object]) -> None:
    movement = one(*variants(change))
    assert (movement.origin, movement.origin_inferred) == (None, False)


def test_the_first_of_a_further_group_are_a_part_of_it_where_one_report_tells_both_in_a_row() -> None:
    further = {"quantity": count(600, 600), "share": Share.MORE, "status": Status.EXPECTED}
    first = {"quantity": count(150, 150), "share": Share.PART, "document_id": "d0"}
    plan, after = variants(further, first)
    assert related(after, plan) == [("c0", RelationKind.HAS_PART, "c1"), ("c1", RelationKind.PART_OF, "c0")]
    assert related(replace(after, document_id="d1"), plan) == []
    elsewhere = replace(after, evidence=(Evidence(Span(90, 120), "words"),))
    assert related(elsewhere, plan) == []


def test_what_one_report_leaves_undated_may_be_years_from_its_day() -> None:
    long_ago = TimeExpression(
        NOWHERE, dt.date(2010, 1, 12), dt.date(2010, 1, 12), "2010-01-12", Precision.DAY, Basis.EXPLICIT
    )
    total = {**LOSS, "places": (RUSSIA,), "quantity": count(37, 37)}
    one_day = {**LOSS, "places": (KURSK,), "quantity": count(18, 18), "share": Share.PART, "time": long_ago}
    whole, some = variants(total, {**one_day, "document_id": "d0"})
    assert related(some, whole) == [("c0", RelationKind.HAS_PART, "c1"), ("c1", RelationKind.PART_OF, "c0")]
    assert related(replace(some, document_id="d1"), whole) == []


def test_the_first_of_a_force_are_a_part_of_a_way_that_all_of_it_has_gone_later() -> None:
    first = {"quantity": count(300, 300), "share": Share.PART, "time": days(8, 8)}
    everybody = {"time": days(1, 16)}
    assert related(*variants(first, everybody)) == ONE_OF_TWO
    assert len(joined(*variants(first, {"time": days(1, 8)}))) == 1  # no later: told again without a number
