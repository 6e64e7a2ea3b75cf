"""Claims joined into movements in any order, each claim once, with who says so and what is disputed."""

import datetime as dt
from collections.abc import Iterable, Mapping
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
    Document,
    Evidence,
    Fate,
    Means,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    QuantityEnvelope,
    Reading,
    RelationKind,
    Share,
    Source,
    SourceNote,
    Span,
    Stand,
    Status,
    TimeEnvelope,
    TimeExpression,
    Voice,
    VoiceKind,
)

NOWHERE = Span(0, 0)
DAY = dt.date(2024, 10, 20)


def place(
    place_id: str,
    country: str | None,
    at: tuple[float, float],
    kind: PlaceKind = PlaceKind.CITY,
    km: float = 8.0,
) -> Place:
    return Place(place_id, place_id.title(), country, kind, *at, km)


KOREA = place("korea", "KP", (40.0, 127.0), PlaceKind.COUNTRY, 250.0)
RUSSIA = place("russia", "RU", (60.0, 90.0), PlaceKind.COUNTRY, 3000.0)
FAR_EAST = place("far east", "RU", (46.0, 134.0), PlaceKind.REGION, 700.0)
KURSK, VLADIVOSTOK = place("kursk", "RU", (51.73, 36.18)), place("vladivostok", "RU", (43.11, 131.87))
USSURIYSK = place("ussuriysk", "RU", (43.80, 131.95))
CHONGJIN, WONSAN = place("chongjin", "KP", (41.8, 129.78)), place("wonsan", "KP", (39.15, 127.44))
HOMES = {"KP": KOREA, "RU": RUSSIA}


def days(start: int | None, end: int | None) -> TimeExpression:
    """Return an interval of October 2024, either end of which may be open."""
    first, last = (dt.date(2024, 10, day) if day else None for day in (start, end))
    edtf = "/".join(day.isoformat() if day else ".." for day in (first, last))
    return TimeExpression(NOWHERE, first, last, edtf, Precision.RANGE, Basis.EXPLICIT)


def count(low: int | None, high: int | None, unit: str = "personnel") -> Quantity:
    return Quantity(NOWHERE, low, high, unit)


def said_by(*names: str) -> tuple[Source, ...]:
    return tuple(Source(NOWHERE, name) for name in names)


BASE = Claim(
    id="c0",
    document_id="d0",
    evidence=(Evidence(NOWHERE, "words"),),
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    actor=Actor(NOWHERE, "soldats", "KP"),
    quantity=None,
    origin=None,
    destination=VLADIVOSTOK,
    places=(),
    time=None,
    means=None,
    attribution=(),
    trigger=NOWHERE,
    rule="send",
)


def readings(claims: Iterable[Claim], publishers: Mapping[str, str] | None = None) -> tuple[Reading, ...]:
    """Return the claims as they were read of their reports, all of one day."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, []).append(claim)
    names = publishers or {}
    return tuple(
        Reading(Document(name, "x", published=DAY, publisher=names.get(name)), (), (), tuple(own))
        for name, own in found.items()
    )


COPY = (
    Evidence(NOWHERE, "Some 1,500 soldiers were taken to the port by ships of the Russian navy in October"),
)
STAFF = Voice("état-major", VoiceKind.OFFICIAL, "RU")
MINISTRY = Voice("defence ministry", VoiceKind.OFFICIAL, "RU")
SOMEBODY = Voice("two diplomats", VoiceKind.UNNAMED, None, "Courier")
DATED = {"time": days(8, 8)}


def joined(*claims: Claim, publishers: Mapping[str, str] | None = None) -> tuple[Movement, ...]:
    return join(readings(claims, publishers), Knowledge(HOMES.get)).movements


def one(*claims: Claim, publishers: Mapping[str, str] | None = None) -> Movement:
    (movement,) = joined(*claims, publishers=publishers)
    return movement


def variants(*changes: Mapping[str, object]) -> list[Claim]:
    """Return claims of as many reports, each the base with some slots changed."""
    return [
        replace(BASE, **{"id": f"c{n}", "document_id": f"d{n}", **change})  # type: ignore[arg-type]
        for n, change in enumerate(changes)
    ]


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
        return sum(1 for _ in clusters.candidates(clusters.nodes(facts, Atlas())[0]))

    few, many = compared(500), compared(4000)
    assert many <= 8 * few * 1.6


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
