"""Joining by ranges gives the bytes of joining in one: whatever the claims, and however many ranges."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geo import jsonlines
from geo.movements import Decisions, Joined, Knowledge, join
from geo.movements.exchange import spread
from geo.records import (
    Action,
    Actor,
    ClaimType,
    Correction,
    Document,
    Reading,
    Share,
    SourceNote,
    Status,
    Voice,
    VoiceKind,
)
from geo.scoring import joins

from .made_claims import (
    BASE,
    CHONGJIN,
    DAY,
    FAR_EAST,
    HOMES,
    KOREA,
    KURSK,
    RUSSIA,
    USSURIYSK,
    VLADIVOSTOK,
    WONSAN,
    count,
    days,
)

RANGES = (1, 3, 16)
_ENDS = (VLADIVOSTOK, USSURIYSK, KURSK, CHONGJIN, WONSAN, FAR_EAST, RUSSIA, KOREA, None)
_VOICES = (
    Voice("National Intelligence Service (NIS)", VoiceKind.NAMED, "KR"),
    Voice("NIS", VoiceKind.NAMED),
    Voice("defence ministry", VoiceKind.OFFICIAL, "RU"),
    Voice("état-major", VoiceKind.OFFICIAL, "RU"),
    Voice("two diplomats", VoiceKind.UNNAMED, None, "Courier"),
    None,
)


def many(number: int = 500) -> tuple[Reading, ...]:
    """Return reports of all kinds of claims, some of which lack a side, a place, a number or a day."""
    dice = random.Random(number)  # noqa: S311 - the same ones each time, nothing secret
    made = [_reading(dice, f"d{n}", n) for n in range(number // 4)]
    return tuple(made)


def _reading(dice: random.Random, name: str, number: int) -> Reading:
    claims = [_claim(dice, name, 4 * number + place) for place in range(4)]
    published = None if number % 9 == 0 else DAY
    return Reading(
        Document(name, "x", published=published, publisher=f"paper {number % 7}"), (), (), tuple(claims)
    )


def _claim(dice: random.Random, name: str, number: int) -> Any:
    first = dice.randint(1, 28)
    kind = dice.choice((ClaimType.MOVEMENT, ClaimType.MOVEMENT, *ClaimType))
    end, begin = dice.choice(_ENDS), dice.choice((None, None, CHONGJIN, VLADIVOSTOK))
    side = dice.choice(("KP", "KP", "RU", None))
    ship = ("orel",) if number % 10 == 0 else ()
    actor = Actor(BASE.trigger, "soldiers", side, "personnel", inferred=number % 5 == 0, names=ship)
    return replace(
        BASE,
        id=f"c{number:012x}",
        document_id=name,
        type=kind,
        status=dice.choice((Status.REPORTED, *Status)),
        actor=None if number % 17 == 0 else actor,
        quantity=dice.choice(
            (None, *map(count, (150, 300, 1500, 1600, 12000), (150, None, 1500, 1600, 12000)))
        ),
        origin=begin if kind.moves else None,
        destination=end if kind.moves else None,
        places=() if kind.moves or end is None else (end,),
        time=dice.choice((None, days(first, first), days(first, first + 2))),
        share=dice.choice((None, None, None, Share.PART, Share.MORE)),
        voice=dice.choice(_VOICES),
    )


def decided(readings: Sequence[Reading]) -> Decisions:
    """Return what a person decided about some pairs, of which one has a claim that is not there."""
    ids = sorted(claim.id for reading in readings for claim in reading.claims)
    dice = random.Random(5)  # noqa: S311 - as above
    pairs = sorted({tuple(sorted(dice.sample(ids, 2))) for _ in range(40)})
    told = [((a, b), Correction(f"{a}+{b}", Action.ACCEPT)) for a, b in pairs]
    joined = {**dict(told[:15]), (ids[0], "cffffffffffff"): told[0][1]}
    return Decisions(joined, dict(told[15:]))


NOTES = (
    SourceNote("NIS", ("Seoul's spies",), "KR", VoiceKind.OFFICIAL, "B", 2),
    SourceNote("defence ministry", (), "RU", None, "D", 4),
)


def lines(joined: Joined) -> str:
    """Return what is written of movements and journeys."""
    movements = jsonlines.lines(map(jsonlines.movement, joined.movements))
    return movements + jsonlines.lines(map(jsonlines.itinerary, joined.itineraries))


@pytest.mark.parametrize("ranges", RANGES)
def test_any_number_of_ranges_gives_the_same_bytes(ranges: int) -> None:
    readings = many()
    known = Knowledge(HOMES.get, NOTES, decided(readings))
    whole = join(readings, known)
    assert lines(join(readings[::-1], known, ranges)) == lines(whole)
    told = [m for m in whole.movements if m.corrections]
    kinds = {relation.kind.value for m in whole.movements for relation in m.relations}
    assert kinds == {"part_of", "has_part", "next_leg", "leg_before"}
    assert any(d.elsewhere for m in whole.movements for d in m.disagreements)
    assert any(m.assessment.reliability == "B" for m in whole.movements)
    assert told
    assert whole.itineraries
    assert {m.side for m in whole.movements} == {"KP", "RU", None}
    assert {m.type for m in whole.movements} == set(ClaimType)
    assert sum(len(m.claims) for m in whole.movements) == 500


@pytest.mark.parametrize("ranges", RANGES)
def test_all_marked_pairs_as_one_archive_give_the_same_bytes(ranges: int) -> None:
    readings = marked()
    known = Knowledge(HOMES.get)
    whole = join(readings, known)
    assert lines(join(readings[::-1], known, ranges)) == lines(whole)
    assert any(len(m.claims) > 2 for m in whole.movements)


def marked() -> list[Reading]:
    """Return the reports of all pairs that people marked and that rules were written by, each once."""
    pairs = joins.load(Path(__file__).parent / "joins" / "seen")
    found = {r.document.id: r for row in pairs for r in joins.readings_of(row)}
    return list(found.values())


def test_nothing_to_join_gives_nothing() -> None:
    assert join((), Knowledge(HOMES.get), 3) == Joined((), ())


def test_one_claim_is_one_movement() -> None:
    (reading, *_) = many(4)
    alone = replace(reading, claims=reading.claims[:1])
    (movement,) = join((alone,), Knowledge(HOMES.get), 16).movements
    assert movement.claims == (reading.claims[0].id,)


def test_a_key_has_its_range_in_every_process() -> None:
    keys = [("movement", "place", "gn:1"), "c0123456789ab", "\ud800", ("days", None, -3)]
    assert [spread(key, 16) for key in keys] == [2, 12, 13, 13]
