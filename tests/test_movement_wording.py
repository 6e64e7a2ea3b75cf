"""What sentences share beside their slots: words and numbers, and names of one source in other words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from geo.movements import Knowledge, join
from geo.movements.wording import wordings
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Means,
    Mention,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    Share,
    Source,
    Span,
    TimeExpression,
    Usage,
    Voice,
    VoiceKind,
)

from .made_claims import BASE, NOWHERE

DAY = dt.date(2019, 3, 25)
PERU = Place("peru", "Peru", "PE", PlaceKind.COUNTRY, -10.0, -76.0, 900.0)
CALLAO = Place("callao", "Callao", "PE", PlaceKind.CITY, -12.06, -77.15, 8.0)
CUSCO = Place("cusco", "Cusco", "PE", PlaceKind.CITY, -13.53, -71.97, 8.0)


def day(of_march: int) -> TimeExpression:
    when = dt.date(2019, 3, of_march)
    return TimeExpression(NOWHERE, when, when, when.isoformat(), Precision.DAY, Basis.EXPLICIT)


def claim(number: int, words: str, report: str, **slots: object) -> Claim:
    """Return a claim of which a whole sentence is told, at a place of its own in its report."""
    base = replace(
        BASE,
        id=f"c{number}",
        document_id=report,
        evidence=(Evidence(Span(1000 * number, 1000 * number + len(words)), words),),
        actor=Actor(NOWHERE, "marins", "BR"),
        destination=PERU,
        rule="arrive",
    )
    return replace(base, **slots)  # type: ignore[arg-type]


def reading(
    claims: Sequence[Claim], times: Sequence[TimeExpression] = (), mentions: Sequence[Mention] = ()
) -> Reading:
    document = Document(claims[0].document_id, "x", published=DAY, publisher=f"paper {claims[0].document_id}")
    return Reading(document, tuple(mentions), tuple(times), tuple(claims))


def joined(*reports: Reading) -> tuple[Movement, ...]:
    return join(reports, Knowledge({"PE": PERU}.get)).movements


def reasons(movement: Movement) -> str:
    return " ".join(reason for agreement in movement.agreements for reason in agreement.reasons)


def of(number: int, unit: str = "personnel") -> Quantity:
    return Quantity(NOWHERE, number, number, unit)


def told(words: str, times: Sequence[TimeExpression] = ()) -> tuple[frozenset[str], frozenset[int]]:
    found = wordings(reading([claim(1, words, "a")], times))["c1"]
    return found.words, found.numbers


# --- what a sentence tells beside its slots --------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("with 95 sailors aboard", {95}),
        ("2,400 and 3 100 and 4\u202f200 and 5.300 men", {2400, 3100, 4200, 5300}),
        ("of 1,250,000 rounds", {1250000}),
        ("a C-130 of the 2/14 at 12:30, 17:00 and 18h", set()),
        ("some 2.5 million, 30% of them, 25\u00b0 south", set()),
        ("between 40-60 of the 7 boats", set()),
        ("since 2019, and 2019 is no number", set()),
        ("9" * 400, set()),
        ("1" + ",000" * 200, set()),
    ],
)
def test_numbers_in_digits_are_found_and_nothing_that_only_looks_like_one(
    words: str, numbers: set[int]
) -> None:
    assert told(words)[1] == numbers


def test_a_number_of_a_date_or_of_another_claim_is_none_of_its_own() -> None:
    words = "On 24 March 80 sailors and 31 lorries came"
    date = replace(day(24), span=Span(1003, 1011))
    assert told(words, [date])[1] == {80, 31}
    first = claim(1, words, "a")
    found = wordings(reading([first, replace(first, id="c2", quantity=of(80))], [date]))
    assert {c: w.numbers for c, w in found.items()} == {"c1": {31}, "c2": {31}}


def test_words_that_the_report_uses_elsewhere_and_places_tell_nothing() -> None:
    first = claim(1, "The icebreaker reached Callao harbour", "a")
    second = claim(2, "A tug left the harbour", "a")
    named = Mention(Span(1023, 1029), "Callao", Usage.LOCATIVE, CALLAO)
    found = wordings(reading([first, second], mentions=[named]))
    assert found["c1"].words == {"icebr", "reach"}
    assert found["c2"].words == set()


def test_two_claims_of_one_sentence_share_its_words() -> None:
    words = "A destroyer escorted the tanker"
    one = claim(1, words, "a")
    found = wordings(reading([one, replace(one, id="c2")]))
    assert found["c1"].words == found["c2"].words == {"destr", "escor", "tanke"}


# --- what it adds ----------------------------------------------------------------------------------

SAME_DAY = {"destination": None, "time": day(22)}
THERE = {"destination": CALLAO, "time": day(22)}
AIRCRAFT = "Two transports landed with 99 sailors on board"


def test_a_number_that_stands_in_the_others_sentence_makes_up_for_one_that_was_misread() -> None:
    sailors = claim(1, "About 100 came by air", "a", quantity=of(100), **THERE)
    misread = claim(2, AIRCRAFT, "b", quantity=of(2, "aircraft"), **THERE)
    (movement,) = joined(reading([sailors]), reading([misread]))
    assert "a number that stands in the other's sentence (+2.50)" in reasons(movement)
    assert "another unit of number" in reasons(movement)
    far = replace(misread, evidence=(Evidence(misread.evidence[0].span, AIRCRAFT.replace("99", "400")),))
    (movement,) = joined(reading([sailors]), reading([far]))
    assert "stands in" not in reasons(movement)


def test_a_number_that_another_claim_tells_is_no_hint() -> None:
    sailors = claim(1, "About 100 came by air", "a", quantity=of(100), destination=CALLAO, time=day(22))
    misread = claim(2, AIRCRAFT, "b", quantity=of(2, "aircraft"), destination=CALLAO, time=day(24))
    stay = {"type": ClaimType.PRESENCE, "destination": None, "places": (PERU,)}
    own = replace(misread, id="c3", quantity=of(99), **stay)  # type: ignore[arg-type]
    alone = joined(reading([sailors]), reading([misread]))
    beside = joined(reading([sailors]), reading([misread, own]))
    assert (len(alone), len(beside)) == (1, 3)


def test_two_shared_words_add_to_what_agrees_and_one_does_not() -> None:
    frigate = claim(1, "The frigate's musicians embarked", "a")
    other = claim(2, "La musique et ses musiciens embarquaient", "b")
    (movement,) = joined(reading([frigate]), reading([other]))
    assert "words that each report uses of this alone (+0.50)" in reasons(movement)
    once = claim(3, "Les musiciens dormaient", "b")
    (movement,) = joined(reading([frigate]), reading([once]))
    assert "words" not in reasons(movement)


def test_shared_words_do_not_make_one_event_of_two_times() -> None:
    words = "The icebreaker embarked her musicians"
    first = claim(1, words, "a", time=day(2), destination=CALLAO, means=Means.SEA)
    later = claim(2, words, "b", time=day(14), destination=CALLAO, means=Means.SEA)
    undated = claim(3, words, "c", destination=CALLAO, means=Means.SEA)
    found = joined(reading([first]), reading([later]), reading([undated]))
    assert not any({"c1", "c2"} <= set(m.claims) for m in found)


def test_another_place_is_less_where_both_sentences_name_one_town() -> None:
    def mention(number: int) -> Mention:
        return Mention(Span(1000 * number, 1000 * number + 4), "Callao", Usage.LOCATIVE, CALLAO)

    left = claim(1, "x" * 40, "a", destination=CALLAO, time=day(22), quantity=of(60))
    right = claim(2, "x" * 40, "b", destination=CUSCO, time=day(21), quantity=of(60))
    assert len(joined(reading([left]), reading([right]))) == 2
    (movement,) = joined(reading([left], mentions=[mention(1)]), reading([right], mentions=[mention(2)]))
    assert "another place, but both name one town (-1.00)" in reasons(movement)


def test_a_part_is_of_the_side_of_its_whole() -> None:
    plan = claim(1, "x", "a", quantity=of(900), time=day(22))
    part = claim(2, "y", "b", quantity=of(90), share=Share.PART, **THERE)
    other = replace(part, actor=Actor(NOWHERE, "marins", "CL", inferred=True))
    assert [r for m in joined(reading([plan]), reading([part])) for r in m.relations]
    assert not [r for m in joined(reading([plan]), reading([other])) for r in m.relations]


# --- which claims are met at all -------------------------------------------------------------------


def test_a_number_is_met_where_the_side_was_inferred_amiss() -> None:
    medicine = {"quantity": of(65, "tonnes"), "type": ClaimType.SUPPLY, **SAME_DAY}
    left = claim(1, "x", "a", **medicine)
    right = claim(2, "y", "b", **{**medicine, "actor": Actor(NOWHERE, "avion", "CN", inferred=True)})
    assert len(joined(reading([left]), reading([right]))) == 1


def test_a_claim_whose_place_is_not_told_is_met_where_its_sentence_says() -> None:
    sided = claim(1, "x" * 40, "a", **THERE, quantity=of(5, "vessels"))
    mention = Mention(Span(2000, 2006), "Callao", Usage.LOCATIVE, CALLAO)
    unsided = claim(2, "y" * 40, "b", **SAME_DAY, quantity=of(4, "vessels"), actor=None)
    assert len(joined(reading([sided]), reading([unsided], mentions=[mention]))) == 1


# --- who says so -----------------------------------------------------------------------------------


def office(name: str, country: str | None, kind: VoiceKind = VoiceKind.OFFICIAL) -> Mapping[str, object]:
    return {"voice": Voice(name, kind, country), "attribution": (Source(NOWHERE, name),)}


def outlet(name: str) -> Mapping[str, object]:
    return {"voice": Voice(name, VoiceKind.PRESS)}


@pytest.mark.parametrize(
    ("left", "right", "sources"),
    [
        (office("ministère de la Défense", None), office("ministre autrichien de la Défense", "AT"), 1),
        (office("Defence Ministry", None), office("ministère de la Défense", None), 1),
        (office("defence ministry", "PE"), office("defence ministry in Lima", "BR"), 2),
        (office("UN mission", None), office("SADC mission", None), 2),
        (office("brigade 4", None), office("brigade 7", None), 2),
        (office("agence", None, VoiceKind.PRESS), outlet("Agence des Andes"), 1),
        (outlet("Courier"), outlet("Lima Courier"), 2),
        (office("a diplomat", None, VoiceKind.UNNAMED), office("diplomat", None, VoiceKind.UNNAMED), 2),
        (office("he", None, VoiceKind.NAMED), office("the harbour master", None, VoiceKind.NAMED), 2),
    ],
)
def test_sources_are_one_where_all_words_of_the_one_are_in_the_others_name(
    left: Mapping[str, object], right: Mapping[str, object], sources: int
) -> None:
    told_once = claim(1, "x", "a", **THERE, **left)
    told_again = claim(2, "y", "b", **THERE, **right)
    for pair in ((told_once, told_again), (told_again, told_once)):
        (movement,) = joined(*(reading([c]) for c in pair))
        assert movement.independent_sources == sources


def test_a_ministry_that_may_be_of_either_state_does_not_make_one_of_two() -> None:
    names = (("Defence Ministry", "PE"), ("ministère de la Défense", "BR"), ("defence ministry", None))
    told = [claim(n, "x", f"d{n}", **THERE, **office(name, code)) for n, (name, code) in enumerate(names)]
    (movement,) = joined(*(reading([c]) for c in told))
    assert movement.independent_sources == 3
    (movement,) = joined(*(reading([c]) for c in told[1:]))
    assert movement.independent_sources == 1
