"""Whose a force is when an office speaks of it: before whoever the sentences before were about."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Document

from .read_claims import rows


def sides(language: str, text: str) -> list[str | None]:
    """Return the sides of the claims of a report, in order."""
    read = pipeline.read_document(
        Document("report", text, language=language, published=dt.date(2024, 11, 20), publisher="wire")
    )
    return [claim.actor.country_code if claim.actor else None for claim in read.claims]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Emirati troops landed in Aden. Kenya's navy said a battalion would sail to Mombasa.",
            ["AE", "KE"],
        ),
        (
            "en",
            "Emirati troops are in Aden. Kenya's defence minister said the battalion would sail to Mombasa.",
            ["AE", "AE"],  # taken up: the battalion that was told of
        ),
        (
            "en",
            "Norwegian soldiers landed in Riga. Polish officials said a first group had reached Vilnius.",
            ["NO", "NO"],
        ),
        (
            "fr",
            "Les Malawites ont quitté Goma. Pretoria rappelle que treize de ses soldats ont été tués à Goma.",
            ["MW", "ZA"],
        ),
        (
            "fr",
            "Des soldats rwandais sont à Goma. Kinshasa affirme que 300 hommes ont franchi la frontière.",
            ["RW", "RW"],  # who is accused of coming
        ),
    ],
)
def test_an_office_speaks_of_a_further_force_of_its_own(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert sides(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In Moscow, the defence ministry denied having delivered missiles to Syria.", ["RU"]),
        ("fr", "À Ankara, l'état-major a annoncé l'envoi de 200 soldats en Libye.", ["TR"]),
        ("fr", "À Bamako, un porte-parole de l'armée française a annoncé le départ de 300 soldats.", ["FR"]),
        ("en", "Two hundred soldiers will fly to Juba, a UN official in Geneva said.", [None]),
    ],
)
def test_the_office_in_a_capital_is_that_of_the_state(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert sides(language, text) == expected


def test_an_office_speaks_of_its_own_soldiers_whoever_was_told_of_before() -> None:
    text = (
        "A British frigate arrived off Georgetown on Friday. Venezuela's general staff says that 600 of its "
        "soldiers have been deployed to Caracas."
    )
    assert rows("en", text)[-1] == "movement | VE | 600 personnel | ? > Caracas"
