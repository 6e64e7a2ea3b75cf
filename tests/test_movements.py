"""Claims joined into movements in any order, each claim once, with who says so and what is disputed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.movements import Decisions, Knowledge, clusters, join
from geo.movements.facts import facts_of
from geo.movements.nearness import Atlas
from geo.records import (
    Action,
    Actor,
    Basis,
    Claim,
    ClaimType,
    Correction,
    Disagreement,
    DisagreementKind,
    Place,
    Quantity,
    QuantityEnvelope,
    SourceNote,
    Stand,
    Status,
    TimeEnvelope,
    TimeExpression,
)

from .made_claims import (
    BASE,
    CHONGJIN,
    COPY,
    DATED,
    DAY,
    HOMES,
    KOREA,
    KURSK,
    MINISTRY,
    NOWHERE,
    RUSSIA,
    SOMEBODY,
    STAFF,
    USSURIYSK,
    VLADIVOSTOK,
    WONSAN,
    count,
    days,
    joined,
    one,
    place,
    readings,
    said_by,
    variants,
)

# --- which claims belong together ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "movements"),
    [
        ({}, {}, 1),
        ({}, {"type": ClaimType.PRESENCE}, 2),
        ({}, {"actor": Actor(NOWHERE, "soldats", "RU")}, 2),
        ({}, {"destination": KURSK}, 2),
        ({}, {"origin": CHONGJIN}, 1),
        ({"time": days(8, 13)}, {"time": days(10, 20)}, 1),
        ({"time": days(8, 9)}, {"time": days(18, 20)}, 2),
        ({"time": days(8, 13)}, {"time": days(13, None)}, 1),
        ({"time": days(8, 13)}, {"time": None}, 1),
        ({"destination": None, "actor": None}, {"destination": None, "actor": None}, 2),
        ({"destination": None, "places": (KURSK,)}, {"destination": None, "places": (KURSK,)}, 1),
    ],
    ids=[
        "the same",
        "type",
        "side",
        "place",
        "one tells more",
        "times overlap",
        "times apart",
        "open end",
        "undated",
        "neither side nor place",
        "presence",
    ],
)
def test_claims_are_joined_where_type_side_place_and_time_can_be_the_same(
    left: Mapping[str, object], right: Mapping[str, object], movements: int
) -> None:
    assert len(joined(*variants(left, right))) == movements


def test_what_is_done_days_after_it_was_planned_is_that_plan_and_what_was_done_before_is_not() -> None:
    earlier, later = {"time": days(10, 10)}, {"time": days(15, 15)}
    plan = {"status": Status.EXPECTED}
    assert len(joined(*variants({**plan, **earlier}, later))) == 1
    assert len(joined(*variants({**plan, **later}, earlier))) == 2
    assert len(joined(*variants(earlier, later))) == 2


def test_a_plan_that_is_put_off_is_one_plan_with_two_times() -> None:
    plan = {"status": Status.EXPECTED}
    claims = variants({**plan, "time": days(1, 2)}, {**plan, "time": days(25, 30)})
    assert [d.kind for d in one(*claims).disagreements] == [DisagreementKind.TIME]
    assert len(joined(claims[0], replace(claims[1], status=Status.REPORTED))) == 2


@pytest.mark.parametrize(("number", "movements"), [("12", 1), ("7", 2)])
def test_a_named_unit_may_be_counted_in_two_ways(number: str, movements: int) -> None:
    unit = Actor(NOWHERE, "escadron", "KP", names=("12",))
    men = Actor(NOWHERE, "soldats", "KP", names=(number,))
    one_squadron = {**DATED, "actor": unit, "quantity": count(1, 1, "squadron")}
    assert (
        len(joined(*variants(one_squadron, {**DATED, "actor": men, "quantity": count(160, 160)})))
        == movements
    )


def test_an_undated_claim_does_not_make_one_event_of_two_times() -> None:
    claims = variants({"time": days(1, 2)}, {"time": days(14, 15)}, {})
    assert {"c0", "c1"} not in [set(m.claims) for m in joined(*claims)]
    assert len(joined(*claims)) == 2


def test_no_claims_make_no_movements() -> None:
    assert joined() == ()


CLAIMS = st.lists(
    st.builds(
        lambda number, **slots: replace(BASE, id=f"c{number}", document_id=f"d{number % 4}", **slots),
        number=st.integers(0, 10**6),
        type=st.sampled_from(ClaimType),
        status=st.sampled_from(Status),
        actor=st.sampled_from([None, BASE.actor]),
        origin=st.sampled_from([None, CHONGJIN, WONSAN, KOREA]),
        destination=st.sampled_from([None, KURSK, VLADIVOSTOK]),
        quantity=st.sampled_from([None, count(1500, 1500), count(None, 3000), count(4, 4, "brigades")]),
        time=st.sampled_from([None, days(8, 13), days(None, 9), days(12, None), days(20, 21)]),
        attribution=st.sampled_from([(), said_by("NIS"), said_by("Médias", "NIS"), said_by("Kyiv")]),
    ),
    max_size=8,
    unique_by=lambda claim: claim.id,
)


@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_the_reports_does_not_matter_and_no_claim_is_lost_or_doubled(
    both: tuple[list[Claim], list[Claim]],
) -> None:
    given_order, other_order = both
    movements = joined(*given_order)
    assert movements == joined(*other_order)
    assert sorted(c for m in movements for c in m.claims) == sorted(c.id for c in given_order)
    assert len({m.id for m in movements}) == len(movements)
    for movement in movements:
        assert 1 <= movement.independent_sources <= len(movement.claims)
        for disagreement in movement.disagreements:
            assert len(disagreement.claims) >= 2
            assert set(disagreement.claims) - set(disagreement.elsewhere) <= set(movement.claims)
            assert set(disagreement.elsewhere).isdisjoint(movement.claims)


def test_movements_come_in_the_order_of_their_days_and_the_undated_last() -> None:
    claims = variants(
        {"destination": KURSK},
        {"destination": VLADIVOSTOK, "time": days(20, 21)},
        {"destination": WONSAN, "time": days(None, 5)},
    )
    assert [m.claims for m in joined(*claims)] == [("c2",), ("c1",), ("c0",)]


# --- how many speak --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "publishers", "voices"),
    [
        (({}, {}), {}, 2),
        (({}, {}), {"d0": "Le Journal", "d1": "LE JOURNAL"}, 1),
        (({}, {}), {"d0": "Le Journal", "d1": "The Paper"}, 2),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("nis")}), {}, 1),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("NIS", "médias")}), {}, 1),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("Kyiv")}), {}, 2),
        (({"attribution": said_by("NIS")}, {"attribution": said_by("Le renseignement (NIS)")}), {}, 1),
        (({"evidence": COPY}, {"evidence": COPY}), {}, 1),
        (({"voice": STAFF}, {"voice": MINISTRY}), {}, 1),
        (({"voice": MINISTRY}, {"voice": replace(MINISTRY, country_code="FR")}), {}, 2),
        (({"voice": SOMEBODY}, {"voice": SOMEBODY}), {}, 1),
        (({"voice": SOMEBODY}, {"voice": replace(SOMEBODY, via="Gazette")}), {}, 2),
    ],
    ids=[
        "two reports",
        "one publisher",
        "two publishers",
        "one source",
        "quoted through another",
        "two sources",
        "acronym",
        "the same words",
        "two offices of one state",
        "offices of two states",
        "unnamed, told by one outlet",
        "unnamed, told by two outlets",
    ],
)
def test_a_report_that_repeats_a_voice_is_no_second_source(
    changes: tuple[Mapping[str, object], ...], publishers: Mapping[str, str], voices: int
) -> None:
    assert one(*variants(*changes), publishers=publishers).independent_sources == voices


# --- what they agree on ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((days(8, 10), days(9, 13)), ("2024-10-08", "2024-10-13", "2024-10-08/2024-10-13")),
        ((days(8, 8), days(8, 8)), ("2024-10-08", "2024-10-08", "2024-10-08")),
        ((days(8, 13), days(9, None)), ("2024-10-08", None, "2024-10-08/..")),
        ((days(None, 9), days(8, 9)), (None, "2024-10-09", "../2024-10-09")),
        ((days(8, 10), None), ("2024-10-08", "2024-10-10", "2024-10-08/2024-10-10")),
    ],
)
def test_the_time_reaches_from_the_first_start_to_the_last_end(
    times: tuple[TimeExpression | None, ...], expected: tuple[str | None, str | None, str]
) -> None:
    time = one(*variants(*({"time": t} for t in times))).time
    assert time is not None
    assert (time.start and str(time.start), time.end and str(time.end), time.edtf) == expected


def test_a_time_without_a_year_stays_as_it_was_told_and_none_stays_none() -> None:
    open_year = replace(days(None, None), edtf="XXXX-10-08", basis=Basis.NONE)
    assert one(*variants({"time": open_year}, {})).time == TimeEnvelope(None, None, "XXXX-10-08")
    assert one(*variants({}, {})).time is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((count(1500, 1500), count(2000, 2000)), (1500, 1500, 2000, "the lowest of those told last")),
        (
            (count(1500, 1500), count(3000, 3000), count(3000, 3000)),
            (1500, 3000, 3000, "stated by the most independent sources"),
        ),
        ((count(3000, None), count(None, 12000)), (3000, None, 12000, None)),
        ((count(1500, 1500), None), (1500, 1500, 1500, "the only exact number")),
        (
            (count(1500, 1500), count(1500, 1500), count(4, 4, "brigades")),
            (1500, 1500, 1500, "the only exact number"),
        ),
    ],
)
def test_the_quantity_holds_lowest_best_supported_and_highest_of_one_unit(
    counts: tuple[Quantity | None, ...], expected: tuple[int | None, int | None, int | None, str | None]
) -> None:
    quantity = one(*variants(*({**DATED, "quantity": q} for q in counts))).quantity
    low, best, high, rule = expected
    assert quantity == QuantityEnvelope(low, best, high, "personnel", rule)


def test_of_numbers_with_as_many_sources_the_one_published_last_is_the_best() -> None:
    earlier, later = variants(
        {**DATED, "quantity": count(1500, 1500)}, {**DATED, "quantity": count(1200, 1200)}
    )
    first, second = readings([earlier, later])
    second = replace(second, document=replace(second.document, published=DAY + dt.timedelta(days=1)))
    (movement,) = join([first, second], Knowledge(HOMES.get)).movements
    assert movement.quantity is not None
    assert (movement.quantity.best, movement.quantity.rule) == (
        1200,
        "as many sources as others, published last",
    )


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.REPORTED, Status.REPORTED, Status.DENIED), Status.REPORTED),
        ((Status.CONFIRMED, Status.EXPECTED), Status.EXPECTED),
        ((Status.REPORTED, Status.CONFIRMED), Status.CONFIRMED),
    ],
)
def test_the_status_is_that_of_most_claims_and_of_equals_the_more_careful(
    statuses: tuple[Status, ...], expected: Status
) -> None:
    assert one(*variants(*({"status": s} for s in statuses))).status is expected


# --- on what they differ ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ({"quantity": count(1500, 1500)}, {"quantity": count(3000, 3000)}, ["quantity"]),
        ({"quantity": count(None, 3000)}, {"quantity": count(11000, None)}, ["quantity"]),
        ({"quantity": count(1500, None)}, {"quantity": count(3000, 3000)}, []),
        ({"quantity": count(1500, 1500)}, {"quantity": count(4, 4, "brigades")}, []),
        ({"status": Status.CONFIRMED}, {"status": Status.DENIED}, ["status"]),
        ({"status": Status.CONFIRMED}, {"status": Status.UNCONFIRMED}, []),
        ({"status": Status.EXPECTED}, {"status": Status.REPORTED}, ["status"]),
        ({"time": days(8, 8)}, {"time": days(10, 10)}, ["time"]),
        ({"origin": CHONGJIN}, {"origin": WONSAN}, ["place"]),
        ({"origin": CHONGJIN}, {"origin": KOREA}, []),
        (
            {"origin": CHONGJIN, "quantity": count(10, 10)},
            {"origin": WONSAN, "quantity": count(11, 11), "status": Status.DENIED},
            ["quantity", "place", "status"],
        ),
    ],
)
def test_what_cannot_both_be_right_is_a_disagreement_with_its_claims(
    left: Mapping[str, object], right: Mapping[str, object], kinds: list[str]
) -> None:
    found = one(*variants({**DATED, **left}, {**DATED, **right})).disagreements
    assert [(d.kind, d.claims) for d in found] == [(DisagreementKind(kind), ("c0", "c1")) for kind in kinds]
    assert all({c for stand in d.stands for c in stand.claims} == {"c0", "c1"} for d in found)


def test_a_disagreement_says_what_each_side_says() -> None:
    claims = variants(
        {**DATED, "quantity": count(1500, 1500)}, {**DATED, "quantity": count(2000, 2000)}, {**DATED}
    )
    assert one(*claims).disagreements == (
        Disagreement(
            DisagreementKind.QUANTITY,
            ("c0", "c1"),
            (Stand("1500 personnel", ("c0",)), Stand("2000 personnel", ("c1",))),
        ),
    )


def test_a_denial_is_held_against_what_the_side_admits_elsewhere_and_later() -> None:
    refusal, admission = variants(
        {"type": ClaimType.PRESENCE, "status": Status.DENIED, "destination": None},
        {"status": Status.CONFIRMED, "destination": RUSSIA},
    )
    early, late = readings([refusal, admission])
    late = replace(late, document=replace(late.document, published=DAY + dt.timedelta(days=250)))
    movements = join([early, late], Knowledge(HOMES.get)).movements
    assert sorted(m.claims for m in movements) == [("c0",), ("c1",)]
    for movement in movements:
        (found,) = movement.disagreements
        assert (found.kind, found.claims) == (DisagreementKind.STATUS, ("c0", "c1"))
        assert [s.says for s in found.stands] == ["denied", "admitted"]
        assert set(found.elsewhere) == {"c0", "c1"} - set(movement.claims)


@pytest.mark.parametrize(
    ("days_later", "where"), [(800, RUSSIA), (250, KURSK)], ids=["years later", "another place"]
)
def test_an_admission_of_something_else_is_no_disagreement(days_later: int, where: Place) -> None:
    refusal, admission = variants(
        {"type": ClaimType.PRESENCE, "status": Status.DENIED, "destination": None, "places": (USSURIYSK,)},
        {"status": Status.CONFIRMED, "destination": where},
    )
    early, late = readings([refusal, admission])
    late = replace(late, document=replace(late.document, published=DAY + dt.timedelta(days=days_later)))
    assert [m.disagreements for m in join([early, late], Knowledge(HOMES.get)).movements] == [(), ()]


# --- what a person knows ---------------------------------------------------------------------------


def test_a_table_of_sources_tells_who_is_the_same_and_how_reliable() -> None:
    claims = variants({"attribution": said_by("the Service")}, {"attribution": said_by("l’Agence")})
    note = SourceNote("NIS", ("the Service", "l’Agence"), reliability="B", credibility=2)
    (movement,) = join(readings(claims), Knowledge(HOMES.get, (note,))).movements
    assert movement.independent_sources == 1
    assert (movement.assessment.reliability, movement.assessment.credibility) == ("B", 2)
    assert one(*claims).assessment == replace(movement.assessment, reliability="F", credibility=6)


def test_a_person_joins_and_parts_claims_against_every_score() -> None:
    same, other, third = variants({**DATED}, {**DATED}, {"destination": KURSK, "time": days(25, 25)})
    decided = Decisions(
        joined={("c1", "c2"): Correction("c1+c2", Action.ACCEPT, why="the same column")},
        parted={("c0", "c1"): Correction("c0+c1", Action.REJECT)},
    )
    movements = join(readings([same, other, third]), Knowledge(HOMES.get, (), decided)).movements
    assert sorted(m.claims for m in movements) == [("c0",), ("c1", "c2")]
    assert [c.why for m in movements if len(m.claims) > 1 for c in m.corrections] == [None, "the same column"]


# --- how it grows ----------------------------------------------------------------------------------


def test_a_further_report_changes_only_the_movements_that_it_speaks_of() -> None:
    claims = variants(*({"destination": p, "time": days(8, 8)} for p in (KURSK, VLADIVOSTOK, WONSAN)))
    before = {m.claims: m for m in joined(*claims)}
    further = replace(BASE, id="c9", document_id="d9", destination=VLADIVOSTOK, time=days(8, 8))
    after = {m.claims: m for m in joined(*claims, further)}
    assert {c: m for c, m in before.items() if "c1" not in c} == {
        c: m for c, m in after.items() if "c1" not in c and "c9" not in c
    }
    assert ("c1", "c9") in after


def test_the_work_grows_no_faster_than_the_claims() -> None:
    def compared(number: int) -> int:
        places = [place(f"town {n}", "ML", (n % 90, n % 180)) for n in range(number // 10)]
        claims = variants(*({"destination": places[n % len(places)]} for n in range(number)))
        facts = [f for reading in readings(claims) for f in facts_of(reading)]
        entries = map(clusters.entry, clusters.nodes(facts, Atlas()))
        return sum(len(others) for _, others in clusters.candidates(entries))

    few, many = compared(500), compared(4000)
    assert many <= 8 * few * 1.6


def test_two_tellers_count_one_thing_in_one_report_and_one_teller_counts_two() -> None:
    died = {
        "type": ClaimType.CASUALTIES,
        "destination": None,
        "places": (KURSK,),
        "document_id": "d0",
        **DATED,
    }
    army = {**died, "quantity": count(9, 9), "attribution": said_by("the army's spokesman")}
    rebels = {**died, "quantity": count(40, None), "attribution": said_by("a rebel commander")}
    movement = one(*variants(army, rebels))
    assert [d.kind for d in movement.disagreements] == [DisagreementKind.QUANTITY]
    assert len(joined(*variants(army, {**rebels, "attribution": army["attribution"]}))) == 2
    assert len(joined(*variants(army, {**rebels, "attribution": ()}))) == 2
    assert len(joined(*variants(army, {**rebels, "actor": Actor(NOWHERE, "soldiers", "RU")}))) == 2


def test_two_plans_with_one_deadline_are_one_plan_though_little_else_is_told() -> None:
    plan = {"actor": None, "destination": None, "origin": KURSK, "status": Status.EXPECTED}
    both = ({**plan, "time": days(2, 31)}, {**plan, "time": days(9, 31)})
    assert len(joined(*variants(*both))) == 1
    assert len(joined(*variants(both[0], {**plan, "time": days(9, 30)}))) == 2
