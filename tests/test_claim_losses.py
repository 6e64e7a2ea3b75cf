"""Losses told in few words: in their ranks, along with others, a second number, held by somebody."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Document, Fate


def rows(language: str, text: str) -> list[str]:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    found = []
    for claim in pipeline.read_document(document).claims:
        number = claim.quantity and claim.quantity.low
        places = ", ".join(place.name for place in claim.places)
        who = claim.actor and claim.actor.country_code
        found.append(f"{claim.type.value} {who} {number} {places}")
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'armée danoise n'a reconnu que trois blessés dans ses rangs à Gao.", ["DK 3 Gao"]),
        ("fr", "L'armée malienne déplore dix morts et sept blessés à Gao.", ["ML 10 Gao", "ML 7 Gao"]),
        ("fr", "Cent Danois sont à Gao. Copenhague admet deux morts dans leurs rangs à Gao.", ["DK 2 Gao"]),
        (
            "fr",
            "L'explosion a tué deux soldats danois et en a blessé neuf à Gao.",
            ["DK 2 Gao", "DK 9 Gao"],
        ),
        ("fr", "Deux Danois ont été tués à Gao et un troisième blessé.", ["DK 2 Gao", "DK 1 Gao"]),
        ("fr", "Douze soldats danois sont aux mains des rebelles à Gao.", ["DK 12 Gao"]),
        ("en", "The blast at Gao killed two Danish soldiers and wounded nine.", ["DK 2 Gao", "DK 9 Gao"]),
        (
            "en",
            "Two Danish soldiers were killed at Gao and a third was injured.",
            ["DK 2 Gao", "DK 1 Gao"],
        ),
        (
            "en",
            "At least 30 villagers died at Gao, along with 5 Danish and 4 Malian soldiers.",
            ["ML 4 Gao", "DK 5 Gao"],
        ),
        ("en", "Six members of the security forces have died in Gao.", ["None 6 Gao"]),
        ("en", "Armed men came at dawn and detained 30 Danish peacekeepers in Gao.", ["DK 30 Gao"]),
    ],
)
def test_who_was_lost(language: str, text: str, expected: list[str]) -> None:
    losses = [row for row in rows(language, text) if row.startswith("casualties")]
    assert losses == [f"casualties {row}" for row in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Malian soldiers detained 300 suspects in Gao.",
        "Three men were detained by police in Gao.",
        "Eighty villagers were killed in Gao.",
        "Two members of the security council met in Gao.",
    ],
)
def test_nobody_of_a_force_was_lost(text: str) -> None:
    assert not [row for row in rows("en", text) if row.startswith("casualties")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve soldiers were killed and 30 wounded near Diffa in Niger on Tuesday, the army said."),
        ("fr", "Douze soldats ont été tués et 30 blessés près de Diffa, au Niger, a annoncé mardi l'armée."),
    ],
)
def test_losses_of_one_sentence_are_of_one_side_and_have_fates_of_their_own(language: str, text: str) -> None:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    losses = pipeline.read_document(document).claims
    assert [claim.actor and claim.actor.country_code for claim in losses] == ["NE", "NE"]
    assert [[fate.value for fate in claim.fates] for claim in losses] == [["dead"], ["wounded"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux soldats danois ont été tués à Gao. Deux autres ont été blessés."),
        ("en", "Two Danish soldiers were killed in Gao. Two others were wounded."),
    ],
)
def test_as_many_wounded_as_dead_are_others(language: str, text: str) -> None:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    claims = pipeline.read_document(document).claims
    assert [claim.fates for claim in claims] == [(Fate.DEAD,), (Fate.WOUNDED,)]


@pytest.mark.parametrize(
    ("language", "text", "lost"),
    [
        ("fr", "L'armée danoise a évacué 40 blessés de Gaza vers El-Arich.", []),
        ("fr", "Les soldats danois ont soigné 40 blessés à Gao.", []),
        ("fr", "Le contingent danois compte 40 blessés à Gao.", [40]),
        ("en", "The US Coast Guard flew 237 wounded to Port-au-Prince.", []),
        ("en", "Danish army doctors treated 40 wounded in Gao.", []),
        ("en", "The army reported 40 wounded at Gao on Monday.", [40]),
    ],
)
def test_who_takes_care_of_the_wounded_has_not_lost_them(language: str, text: str, lost: list[int]) -> None:
    found = [line.split() for line in rows(language, text) if line.startswith("casualties")]
    assert [int(words[2]) for words in found] == lost


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Three Malian soldiers die in an ambush near Gao.", ["casualties ML 3 Gao"]),
        ("en", "Two soldiers die when a mine goes off near Kidal.", ["casualties None 2 Kidal"]),
        ("en", "The French soldiers are ready to die.", []),
        ("fr", "Trois soldats maliens meurent dans une embuscade près de Gao.", ["casualties ML 3 Gao"]),
    ],
)
def test_who_dies_in_the_present_tense_is_lost(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'armée fait état de quatre émeutiers tués à Gao.", []),
        ("fr", "L'armée danoise a perdu deux hélicoptères à Gao mardi.", []),
        ("fr", "Les Danois ont perdu douze chars et 40 hommes à Gao.", ["DK 40 Gao"]),
        ("en", "The army reported four rioters killed at Gao.", []),
        ("en", "The Danish army lost two helicopters at Gao on Tuesday.", []),
        ("en", "The Danes lost twelve tanks and 40 men at Gao.", ["DK 40 Gao"]),
    ],
)
def test_who_tells_of_others_dead_or_loses_machines_is_not_lost(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == [f"casualties {row}" for row in expected]
