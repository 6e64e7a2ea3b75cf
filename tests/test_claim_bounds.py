"""Days that words around them move or bound, and places that only who speaks is of."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document


def claims(language: str, text: str) -> tuple[Claim, ...]:
    """Return the claims of a report of Wednesday 20 November 2024."""
    document = Document("report", text, language=language, published=dt.date(2024, 11, 20), publisher="wire")
    return pipeline.read_document(document).claims


@pytest.mark.parametrize(
    ("language", "text", "edtf", "status"),
    [
        (
            "fr",
            "Les Brésiliens auront quitté Haïti le 15 décembre au plus tard.",
            "2024-11-20/2024-12-15",
            "expected",
        ),
        (
            "fr",
            "Le bataillon kényan doit évacuer Goma vendredi au plus tard.",
            "2024-11-20/2024-11-22",
            "expected",
        ),
        (
            "en",
            "The Kenyans will leave Goma on 12 December at the latest.",
            "2024-11-20/2024-12-12",
            "expected",
        ),
        (
            "fr",
            "Environ 320 hommes ont atterri en fin de semaine à Bangui.",
            "2024-11-14/2024-11-17",
            "reported",
        ),
        ("fr", "Les Kényans doivent arriver en fin de semaine à Goma.", "2024-11-21/2024-11-24", "expected"),
        ("en", "The two battalions had not left Bucaramanga by Sunday.", "../2024-11-17", "denied"),
        ("en", "The battalion will not leave Goma by Sunday.", "2024-11-20/2024-11-24", "denied"),
        (
            "en",
            "Some 650 Ukrainians have been in Bergen since the middle of last month.",
            "2024-10-15/..",
            "reported",
        ),
        ("en", "Some 650 Ukrainians have been in Bergen since mid-2022.", "2022-06-15/..", "reported"),
        (
            "en",
            "2,500 soldiers will train in Termez from Thursday to 10 December.",
            "2024-11-21/2024-12-10",
            "expected",
        ),
        (
            "en",
            "2,500 soldiers trained in Termez from Thursday to 18 November.",
            "2024-11-14/2024-11-18",
            "reported",
        ),
    ],
)
def test_days_are_read_by_what_stands_around_them(language: str, text: str, edtf: str, status: str) -> None:
    (claim,) = claims(language, text)
    assert claim.time is not None
    assert (claim.time.edtf, claim.status.value) == (edtf, status)


@pytest.mark.parametrize(
    ("language", "text", "destination"),
    [
        ("en", "Residents of La Fría said about 300 soldiers had arrived there on Monday.", "La Fría"),
        ("fr", "Le maire de Gao affirme que 300 soldats y sont arrivés lundi.", "Gao"),
        ("en", "The government of Kyiv said that 300 soldiers had arrived on Monday.", None),
    ],
)
def test_a_word_for_a_place_means_that_of_the_people_who_speak(
    language: str, text: str, destination: str | None
) -> None:
    found = [claim.destination.name if claim.destination else None for claim in claims(language, text)]
    assert found == ([destination] if destination else found)
    assert destination is not None or "Kyiv" not in found


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "Three soldiers were killed when their truck left the road near Lamu.", ["casualties"]),
        (
            "fr",
            "Trois soldats ont été tués quand leur camion a quitté la route près de Lamu.",
            ["casualties"],
        ),
        ("fr", "Un millier de soldats russes ont participé en août aux manœuvres de Termez.", ["presence"]),
        ("fr", "Les véhicules français ont passé lundi la frontière à Labbezanga.", ["movement"]),
        ("en", "The rest of the Sudanese brigade is due next week in Aden.", ["movement"]),
    ],
)
def test_phrases_that_tell_another_event_than_their_verb(language: str, text: str, kinds: list[str]) -> None:
    assert [claim.type.value for claim in claims(language, text)] == kinds


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Pemba attend 300 soldats rwandais.", [("movement", "Pemba")]),
        ("fr", "La Pologne attend 1.000 soldats américains avant l'été.", [("movement", "Poland")]),
        ("en", "Mali expects four Russian helicopters next month.", [("supply", "Mali")]),
        ("en", "France expects 300 soldiers to leave Gao in May.", [("movement", None)]),
        ("fr", "Les soldats kényans attendent 20 camions.", []),
    ],
)
def test_a_place_awaits_a_force_and_a_force_only_waits(
    language: str, text: str, told: list[tuple[str, str | None]]
) -> None:
    found = [(c.type.value, c.destination.name if c.destination else None) for c in claims(language, text)]
    assert found == told


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Vingt chars ont été livrés mercredi à l'armée centrafricaine par la Russie.", "RU"),
        ("fr", "Vingt chars ont été livrés aux rebelles par l'Iran.", "IR"),
        ("en", "Twenty tanks were handed over to the Malian armed forces by Turkey.", "TR"),
    ],
)
def test_who_gives_stands_behind_whom_it_is_given_to(language: str, text: str, side: str) -> None:
    (claim,) = claims(language, text)
    assert claim.actor is not None
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Le porte-avions Cavour, accompagné de deux frégates, a quitté Tarente.", None),
        ("Le porte-avions Cavour, escorté par deux frégates, a quitté Tarente.", None),
        ("Le bataillon, composé de 300 hommes, a quitté Gao.", 300),
        ("Le convoi, composé de 80 camions, a franchi la frontière à Dan Barto dimanche.", 80),
        ("Quatre Rafale de l'armée de l'air sont arrivés à Šiauliai.", 4),
    ],
)
def test_what_escorts_a_force_does_not_count_it(text: str, number: int | None) -> None:
    claim = claims("fr", text)[0]
    assert (claim.quantity.low if claim.quantity else None) == number
