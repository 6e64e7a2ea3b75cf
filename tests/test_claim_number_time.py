"""How many, when and which part: sentences in which another number, day or word stands in the way."""

import pytest

from geo import pipeline
from geo.records import Claim


def claims(text: str, language: str) -> tuple[Claim, ...]:
    row = {"id": "r", "text": text, "published": "2024-11-20", "language": language}
    return pipeline.read_document(pipeline.document_of({**row, "title": None, "publisher": None})).claims


def number(claim: Claim) -> str:
    told = claim.quantity
    return f"{told.low}-{told.high} {told.unit}" if told else "None"


def numbers(text: str, language: str) -> list[str]:
    return [number(claim) for claim in claims(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quatre navires turcs ont quitté Mersin mardi pour Tripoli avec 600 hommes.",
            "600-600 personnel",
        ),
        ("fr", "Deux avions militaires se sont posés à Gao avec 120 soldats rwandais.", "120-120 personnel"),
        ("fr", "Six camions sont arrivés à Gao avec une dizaine de soldats.", "10-10 personnel"),
        ("en", "Two aircraft landed in Gao on Sunday with 120 Togolese soldiers.", "120-120 personnel"),
        ("en", "Six trucks reached Gao with a dozen soldiers.", "12-12 personnel"),
        # who trains or joins with others does not carry them, nor does food
        ("fr", "Trois frégates manœuvrent en mer Noire avec 300 soldats roumains.", "3-3 vessels"),
        ("en", "Three warships exercised off Manila with 400 Philippine marines.", "3-3 vessels"),
        ("en", "Two frigates left Brest and will join up with 600 soldiers in Beirut.", "2-2 vessels"),
        ("en", "Six trucks reached Gao with food for 300 soldiers.", "6-6 vehicles"),
    ],
)
def test_of_carriers_and_whom_they_bring_the_people_count(language: str, text: str, expected: str) -> None:
    assert numbers(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the men of an army are no part of a force; those of whom a report spoke are
        ("fr", "Quatre de nos soldats ont été tués à Gao.", None),
        ("en", "Thirty-seven of his officers flew from Accra to Honiara.", None),
        ("fr", "Deux des appareils ont gagné Gao mardi.", "part"),
        ("fr", "Une centaine de soldats des forces spéciales ont gagné Gao.", None),
        ("en", "Twelve of the members moved on to Tacloban.", "part"),
        # "additional" counts with whom "and" joins
        ("fr", "Huit cents gendarmes et policiers supplémentaires seront envoyés à Gao.", "more"),
        ("fr", "Trois cents soldats et policiers togolais supplémentaires iront à Gao.", "more"),
        # a vanguard that is counted, not that of a counted force
        ("fr", "Une avant-garde de 200 soldats ghanéens est attendue à Goma.", "part"),
        ("fr", "Une avant-garde d'un bataillon de 850 hommes est arrivée à Goma.", None),
        ("fr", "L'avant-garde des 200 soldats promis est arrivée à Goma.", None),
        # one flight of several, the first carrier, or whom it brings first
        ("fr", "La rotation de dimanche a emporté à elle seule 140 hommes vers Accra.", "part"),
        ("en", "Sunday's rotation alone took 140 men to Nairobi.", "part"),
        ("fr", "Un premier avion de l'armée, parti d'Accra avec 90 soldats, a atterri à Gao.", "part"),
        ("fr", "Six avions ont quitté Istres pour Gao avec les premiers soldats.", "part"),
        ("en", "Six planes left Istres for Gao with the first soldiers.", "part"),
        ("en", "Six planes left Istres for Gao with soldiers for the first camp.", None),
    ],
)
def test_a_share_is_told_of_some_of_a_force(language: str, text: str, expected: str | None) -> None:
    told = claims(text, language)[-1].share
    assert (told.value if told else None) == expected
