"""How many a force is, where its number is told aside or behind a verb, and whether it is a part or all."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document


def first(language: str, text: str) -> Claim:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    return pipeline.read_document(document).claims[0]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Le contingent togolais arrivé à Gao en juin était fort de 140 policiers.", 140),
        ("fr", "Le Ghana va porter à 850 hommes le bataillon qu'il doit envoyer au Mali.", 850),
        ("fr", "L’équipe suisse, une centaine de personnes selon son chef, est installée à Agadir.", 100),
        ("fr", "La Surcouf a appareillé de Toulon avec environ 170 personnes à bord.", 170),
        ("fr", "Le détachement norvégien, 190 hommes avec leurs chiens, a quitté Gao mardi.", 190),
        ("fr", "Un bataillon ougandais est entré à Bunia mardi, soit près de 800 hommes.", 800),
        ("fr", "Un contingent tchadien a quitté Gao vendredi, 400 hommes au total.", 400),
        ("fr", "Au nombre de 395, les soldats burundais ont quitté Jowhar lundi.", 395),
        ("fr", "Les Tchadiens ont quitté Gao lundi en convoi, au nombre de 395, pour gagner Niamey.", 395),
        ("fr", "Le Mali a 9 000 hommes à Gao, soit près du double des 5 000 soldats de mai.", 9000),
        ("fr", "« Environ 300 » policiers kényans ont atterri à Port-au-Prince.", 300),
        ("fr", "Un convoi fort de 110 véhicules et de 460 militaires est arrivé lundi à Gao.", 460),
        ("fr", "Une colonne de combattants, peut-être 300, est entrée mardi dans Minova.", 300),
        ("en", "A convoy of 110 vehicles and 460 soldiers reached Gao on Monday.", 460),
        ("en", "A column of M23 fighters, perhaps 300, entered Minova on Tuesday.", 300),
        ("en", "Moscow said that “some 1,500” North Korean soldiers had left Kursk.", 1500),
        ("en", "A Kenyan contingent landed in Juba on Tuesday, a group of some 200 policemen.", 200),
        ("en", "The battalion reached Bunia on Friday, a force of roughly 800 according to officials.", 800),
        ("en", "The contingent that reached Juba in June was 140 strong.", 140),
        (
            "en",
            "A Danish force, about 320 soldiers and sailors in two ships, anchored off Aden on Monday.",
            320,
        ),
        ("en", "A third Indian contingent, an engineer company of 120, is due in Juba on 4 May.", 120),
        ("en", "HMS Albion sailed from Plymouth for Freetown on Friday with about 240 people aboard.", 240),
        ("en", "Three helicopters from the carrier USS Nimitz flew to Guiuan.", 3),
        ("fr", "Les Français, arrivés à Gao en mars, sont désormais 1 200.", 1200),
        ("fr", "Les Brésiliens, débarqués à Gonaïves en trois vagues, sont à présent 350.", 350),
        ("fr", "La relève a pris forme : les Tchadiens, entrés à Gao en mai, sont encore 90.", 90),
    ],
)
def test_how_many(language: str, text: str, number: int) -> None:
    claim = first(language, text)
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (number, number)


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        ("en", "The Danes, 250 of them, are due to fly into Riga next week.", None),
        ("en", "All remaining soldiers will leave Mali by December.", None),
        ("en", "All 500 additional troops will reach Juba in March.", None),
        ("en", "A further 500 troops will reach Juba in March.", "more"),
        ("en", "Swedish soldiers will be part of the force in Rukla.", None),
        ("en", "The remaining 60 soldiers left Gao.", "part"),
        ("fr", "Une colonne de plus de cent véhicules est entrée à Ménaka.", None),
        ("fr", "Cent hommes de plus sont arrivés à Ménaka.", "more"),
        ("fr", "Mi-mars, le gros du contingent togolais, 700 hommes, s'installait à Ménaka.", "part"),
        ("fr", "L'ensemble des 500 hommes supplémentaires seront à Juba en mars.", None),
    ],
)
def test_a_part_more_or_all(language: str, text: str, share: str | None) -> None:
    claim = first(language, text)
    assert (claim.share and claim.share.value) == share


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Deux soldats sur trois ont quitté Gao.", None),
        ("fr", "Trois soldats danois ont été tués sur quatre bases à Gao.", 3),
        ("en", "One in five soldiers has left Gao.", None),
        ("en", "Two out of three Danish soldiers have left Gao.", None),
        ("en", "Three soldiers in two trucks reached Gao.", 3),
        ("en", "Two of the three soldiers have left Gao.", 2),
    ],
)
def test_a_ratio_counts_nobody(language: str, text: str, number: int | None) -> None:
    found = first(language, text).quantity
    assert (found.low if found else None) == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Le Tchad compte 1 800 soldats à Gao, dont 400 arrivés jeudi.", [1800, 400]),
        ("fr", "Une centaine de secouristes, dont 30 médecins venus de Lyon, sont à Derna.", [30, 100]),
        (
            "fr",
            "Six navires, dont deux frégates parties de Brest lundi, croisent au large de Chypre.",
            [2, 6],
        ),
        ("en", "Chad has 1,800 soldiers in Gao, including 400 who arrived on Thursday.", [1800, 400]),
        (
            "en",
            "Six ships, including two frigates that left Brest on Monday, are cruising off Cyprus.",
            [2, 6],
        ),
        ("en", "A hundred rescuers, including 30 doctors flown from Lyon, are in Derna.", [30, 100]),
    ],
)
def test_a_part_of_which_more_is_told_is_a_claim_of_its_own(
    language: str, text: str, number: list[int]
) -> None:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    claims = pipeline.read_document(document).claims
    assert [claim.quantity.low if claim.quantity else None for claim in claims] == number


@pytest.mark.parametrize(
    ("language", "text", "number", "unit"),
    [
        ("fr", "Quelque 900 soldats, soit deux bataillons, ont quitté Gao lundi.", 900, "personnel"),
        ("fr", "Cinq mille hommes, soit l'équivalent d'une brigade, sont à Gao.", 5000, "personnel"),
        ("fr", "Deux bataillons, soit 900 soldats, ont quitté Gao lundi.", 900, "personnel"),
        ("fr", "Un convoi, soit une soixantaine de véhicules, a quitté Gao lundi.", 60, "vehicles"),
        ("en", "Five thousand men, the equivalent of a brigade, are in Gao.", 5000, "personnel"),
    ],
)
def test_of_two_figures_the_one_in_people_counts(language: str, text: str, number: int, unit: str) -> None:
    counted = first(language, text).quantity
    assert counted is not None
    assert (counted.low, counted.unit) == (number, unit)
