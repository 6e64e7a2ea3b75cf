"""Claims that reports tell in other words: verbs like nouns, those told of before, losses, figures."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)


def row(claim: Claim) -> str:
    """Return a claim as type, status, side, number and its places, with an arrow before where it goes."""
    number = claim.quantity and f"{claim.quantity.low or claim.quantity.high} {claim.quantity.unit}"
    places = [*(place.name for place in claim.places)]
    places += [f"{claim.origin.name} >"] if claim.origin else []
    places += [f"> {claim.destination.name}"] if claim.destination else []
    side = claim.actor and claim.actor.country_code
    return f"{claim.type.value} {claim.status.value} {side} {number} {', '.join(places)}".strip()


def rows(language: str, text: str) -> list[str]:
    document = Document("d", text, language=language, published=PUBLISHED)
    return [row(claim) for claim in pipeline.read_document(document).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La frégate danoise, elle, patrouille en mer Rouge.", "presence reported DK None Red Sea"),
        ("Une compagnie togolaise patrouille à Kidal.", "presence reported TG 1 companies Kidal"),
        ("L'armée tchadienne patrouille dans les rues de Bol.", "presence reported TD None Bol"),
        ("Une petite patrouille belge est arrivée à Gao.", "movement reported BE None > Gao"),
        ("La première patrouille est arrivée à Gao.", "movement reported None None > Gao"),
    ],
)
def test_a_word_for_a_force_may_be_the_verb(text: str, expected: str) -> None:
    assert rows("fr", text) == [expected]
