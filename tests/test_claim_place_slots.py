"""Where forces are, come from and go to, where a sentence names it in a roundabout way or not at all."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)


def read(language: str, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims


def where(claim: Claim) -> str:
    """Return where a claim plays: "A > B", or the places of a presence or a loss."""
    if claim.origin is None and claim.destination is None:
        return ", ".join(place.name for place in claim.places)
    return " > ".join(place.name if place else "?" for place in (claim.origin, claim.destination))


def ways(language: str, text: str) -> list[str]:
    return [where(claim) for claim in read(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Neuf soldats tchadiens sont tombés dans la bataille de Bosso.", "Bosso"),
        ("fr", "Trois gendarmes maliens ont péri lors de l'attaque d'Ansongo, mardi.", "Ansongo"),
        ("en", "Eleven Nigerian soldiers were killed in the battle for Gwoza.", "Gwoza"),
        ("en", "Two Kenyan soldiers died on Sunday in the battle of Kismayo.", "Kismayo"),
    ],
)
def test_a_battle_with_a_name_is_fought_at_that_place(language: str, text: str, place: str) -> None:
    assert ways(language, text) == [place]


def test_the_town_is_not_where_others_came_from() -> None:
    text = (
        "Two hundred marines reached Kismayo on Monday. They were flown in from Mombasa. "
        "The sea is rough. Some 40 American soldiers are operating in the town."
    )
    assert ways("en", text)[-1] == "Kismayo"


def test_there_is_no_state_that_only_says_whose_soldiers_they_are() -> None:
    text = (
        "Australia flew 90 soldiers to Dili on Wednesday. "
        "Thirty New Zealand soldiers had landed there a few hours earlier."
    )
    assert ways("en", text)[-1] == "? > Dili"


def test_who_speaks_of_himself_behind_a_town_leaves_it_a_town() -> None:
    text = "They had gone on to Dikwa. In Bosso I met the Chadians who had been posted there since May."
    assert ways("en", text)[-1] == "Bosso"
