"""One report, written in other ways that tell the same: what is read from it stays."""

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest

from geo import pipeline
from geo.records import Claim, Document, Status

REPORTS = {
    "fr": (
        "GAO (Agence du Fleuve) – La compagnie de cent cinquante hommes que Niamey devait envoyer à Gao ne "
        "partira pas, a annoncé mardi 8 octobre le ministère.\n\nQuelque 1 300 soldats tchadiens sont "
        "déployés au Mali, à Gao, à Kidal et à Tessalit, dans le nord. Ils passeront 4 mois au Mali. "
        "Environ 2 000 policiers sont arrivés à Bamako, au Mali, le 3 mars 2024."
    ),
    "en": (
        "GAO (River Agency) - Two Danish frigates, the Absalon and the Niels Juel, left Aarhus on 8 October "
        "2024 with 240 sailors on board.\n\nThe convoy that left Kidal on Monday, 848 peacekeepers in 143 "
        "vehicles, reached Gao on Thursday. They spent 4 months in Akrotiri, on Cyprus. Some 1,300 Malian "
        "soldiers moved from Gao to Timbuktu."
    ),
}


def told(language: str, text: str) -> list[tuple[object, ...]]:
    """Return what the claims of a text say, without where in it they stand."""
    document = Document("variant", text, language=language)
    return [_slots(claim) for claim in pipeline.read_document(document).claims]


def _slots(claim: Claim) -> tuple[object, ...]:
    places = (claim.origin, claim.destination, *claim.places)
    number = claim.quantity and replace(claim.quantity, span=claim.trigger)
    return (
        claim.type,
        claim.status,
        number and (number.low, number.high, number.unit),
        tuple(place and place.name for place in places),
        claim.time and claim.time.edtf,
        claim.actor and claim.actor.country_code,
        len(claim.attribution),
    )


@pytest.mark.parametrize("language", REPORTS)
@pytest.mark.parametrize("gap", ["  ", "\u00a0", " \u00a0"])
def test_the_width_of_a_space_tells_nothing(language: str, gap: str) -> None:
    text = REPORTS[language]
    assert len(told(language, text)) >= 3
    assert told(language, text.replace(" ", gap)) == told(language, text)


@pytest.mark.parametrize("language", REPORTS)
def test_letters_and_their_accents_may_be_apart(language: str) -> None:
    text = REPORTS[language]
    assert told(language, unicodedata.normalize("NFD", text)) == told(language, text)


@pytest.mark.parametrize(
    ("language", "written", "others"),
    [
        ("fr", "cent cinquante", ["150", "cent-cinquante"]),
        ("fr", "1 300", ["1300", "1.300", "mille trois cents", "treize cents", "1'300", "1\u202f300"]),
        ("fr", "4 mois", ["quatre mois"]),
        ("fr", "Environ 2 000", ["Environ deux mille", "Quelque 2.000", "Deux mille"]),
        ("fr", "le 3 mars 2024", ["le 03/03/2024", "dimanche 3 mars 2024"]),
        ("fr", "mardi 8 octobre", ["mardi 8 oct."]),
        ("en", "240", ["two hundred and forty", "two hundred forty"]),
        ("en", "848", ["eight hundred and forty-eight"]),
        ("en", "143", ["one hundred and forty-three", "one hundred forty-three", "some 143"]),
        ("en", "4 months", ["four months"]),
        ("en", "1,300", ["1300", "thirteen hundred", "one thousand three hundred"]),
        (
            "en",
            "8 October 2024",
            ["October 8, 2024", "8th October 2024", "8 Oct. 2024", "the 8th of October 2024"],
        ),
    ],
)
def test_a_number_and_a_day_may_be_written_otherwise(language: str, written: str, others: list[str]) -> None:
    text = REPORTS[language]
    assert written in text
    for other in others:
        assert told(language, text.replace(written, other)) == told(language, text), other


@pytest.mark.parametrize("number", ["3", "12", "cinq", "trois cents", "300"])
def test_a_promise_of_any_number_is_still_to_come(number: str) -> None:
    ((_, status, *_),) = told("fr", f"Le Bénin a promis {number} soldats à Gao.")
    assert status is Status.EXPECTED


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("fr", "Trois cents soldats au moins sont arrivés à Gao.", (300, None)),
        ("fr", "Dix soldats ou plus sont arrivés à Gao.", (10, None)),
        ("fr", "300 soldats maliens au maximum iront à Gao.", (None, 300)),
        ("fr", "300 au moins soldats maliens iront à Gao.", (300, None)),
        ("fr", "Vingt ou trente soldats maliens iront à Gao.", (20, 30)),
        ("fr", "300 soldats au plus tard lundi iront à Gao.", (300, 300)),
        ("en", "Twelve soldiers at least arrived in Gao.", (12, None)),
        ("en", "Ten soldiers at most will go to Gao.", (None, 10)),
        ("en", "300 or more soldiers arrived in Gao.", (300, None)),
        ("en", "300+ soldiers arrived in Gao.", (300, None)),
        ("en", "A couple of dozen soldiers arrived in Gao.", (24, 24)),
        ("en", "Mali sent one and a half thousand soldiers to Gao.", (1500, 1500)),
        ("en", "Mali sent 300 soldiers over the river to Gao.", (300, 300)),
        ("en", "About 300 soldiers, at least 20 of them doctors, arrived in Gao.", (300, 300)),
    ],
)
def test_a_bound_may_stand_behind(language: str, text: str, bounds: tuple[int | None, int | None]) -> None:
    claims = pipeline.read_document(Document("bound", text, language=language)).claims
    assert [c.quantity and (c.quantity.low, c.quantity.high) for c in claims] == [bounds]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The quake has killed more than {} people in southern Turkey, among them three Swiss nationals.",
        ),
        ("en", "The quake has killed {} people in southern Turkey, including three Australians."),
        ("fr", "Le séisme a tué {} habitants à Agadir, dont trois Belges."),
    ],
)
@pytest.mark.parametrize("number", ["37000", "370"])
def test_some_of_many_civilians_are_no_force(language: str, text: str, number: str) -> None:
    assert told(language, text.format(number)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des soldats maliens ont atteint {}."),
        ("fr", "Des soldats maliens ont atteint mardi soir {}."),
        ("fr", "Trois cents soldats maliens tiennent {} et la route."),
        ("fr", "Trois cents soldats maliens encerclent depuis lundi {}."),
        ("fr", "Quatre militaires maliens ont été blessés par une mine entre {} et Kidal."),
        ("en", "Malian soldiers have hauled their guns to {}. The soldiers hold {}."),
        ("en", "Troops flew to {} International Airport. Malian soldiers are in {}."),
    ],
)
def test_a_small_town_is_read_where_a_large_one_is(language: str, text: str) -> None:
    """Gao is known to all, Yorosso to the large gazetteer alone: the words around tell that it is a place."""
    known, small = (
        pipeline.read_document(Document("town", text.format(name, name), language=language)).claims
        for name in ("Gao", "Yorosso")
    )
    assert known
    places = [[p.name for p in (c.destination, *c.places) if p] for c in small]
    assert all("Yorosso" in names for names in places)
    assert len(places) == len(known)


def test_a_day_may_stand_between_a_verb_and_what_it_passes() -> None:
    text = "Les soldats ont traversé {}Zvornik en autocar pour gagner Novi Sad."
    for day in ("", "dimanche ", "dimanche 18 juin ", "lundi soir "):
        (claim,) = pipeline.read_document(Document("day", text.format(day), language="fr")).claims
        assert claim.destination is not None, day
        assert claim.destination.name == "Novi Sad", day
        assert [place.name for place in claim.places] == ["Zvornik"], day


@pytest.mark.parametrize(
    ("language", "text", "nations"),
    [
        (
            "en",
            "The {} contractors who left Sirte on Monday were flown to Jufra.",
            ["Russian", "Serbian", "Chadian"],
        ),
        ("en", "Forty instructors are training {} recruits at Gao.", ["Malian", "Congolese", "Serbian"]),
        ("en", "Ninety {} soldiers went from Gao to Kidal.", ["Russian", "Senegalese", "Polish"]),
        ("fr", "Deux cents partisans {} ont gagné Sarajevo.", ["yougoslaves", "grecs", "serbes"]),
        ("fr", "Trois cents soldats {} ont quitté Gao lundi.", ["russes", "polonais", "nigériens"]),
    ],
)
def test_what_is_told_of_one_nation_is_told_of_another(language: str, text: str, nations: list[str]) -> None:
    """Only the side of the claim is another."""
    first, *others = ([slots[:5] for slots in told(language, text.format(nation))] for nation in nations)
    assert first
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    ("language", "text", "nouns"),
    [
        ("fr", "Douze {} sont déployés près de Bakhmout.", ["chars", "canons", "obusiers", "lanceurs"]),
        ("fr", "Douze {} maliens ont quitté Gao lundi.", ["soldats", "marins", "gendarmes", "canons"]),
        ("en", "Twelve {} are stationed near Bakhmut.", ["tanks", "howitzers", "launchers", "missiles"]),
    ],
)
def test_one_kind_of_force_stands_where_another_does(language: str, text: str, nouns: list[str]) -> None:
    """Only what it is counted in is another."""
    first, *others = ([slots[3:] for slots in told(language, text.format(noun))] for noun in nouns)
    assert first
    assert all(other == first for other in others)


SAID = {
    "fr": "Le Tchad a envoyé 300 soldats à Gao",
    "en": "Chad has sent 300 soldiers to Gao",
}


@pytest.mark.parametrize(
    ("language", "frame"),
    [
        *(
            ("fr", frame)
            for frame in ("{}", "**{}.**", "• {}", "1. {}.", "« {}. »", "Les pluies arrivent. {}.")
        ),
        ("fr", "GAO, 18 novembre (Agence du Fleuve)  –  {}."),
        *(
            ("en", frame)
            for frame in ("{}", "**{}.**", "* {}", "(a) {}.", "“{}.”", "The rains have begun. {}.")
        ),
        ("en", "GAO, Mali  (River Agency)  --  {}."),
    ],
)
def test_what_stands_around_a_sentence_leaves_its_claim(language: str, frame: str) -> None:
    text = SAID[language]
    assert told(language, frame.format(text)) == told(language, f"{text}.")


@pytest.mark.parametrize("day", ["mercredi", "mercredi soir"])
def test_who_was_asked_may_follow_a_day(day: str) -> None:
    text = f"{SAID['fr']}, a-t-on appris {day} auprès d'un témoin."
    document = Document("asked", text, language="fr", published=dt.date(2024, 11, 20))
    (claim,) = pipeline.read_document(document).claims
    assert [source.text for source in claim.attribution] == ["témoin"]
    assert claim.time is None
