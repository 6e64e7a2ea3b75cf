"""What a sentence leaves to the one before, and to the nouns around a force."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 10, 21)


def read(language: str, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims


def row(claim: Claim) -> str:
    """Return a claim as side, number, way or places, and time."""
    side = claim.actor.country_code if claim.actor else None
    number = claim.quantity and f"{claim.quantity.low} {claim.quantity.unit}"
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
    return f"{side} | {number} | {way} | {claim.time.edtf if claim.time else None}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Trois soldats maliens sont morts vendredi à Gao. Cinq autres sont blessés dans cette attaque.",
            "ML | 5 personnel | Gao | 2024-10-18",
        ),
        (
            "en",
            "Three Malian soldiers were killed in Gao on Friday. Five were wounded in that ambush.",
            "ML | 5 personnel | Gao | 2024-10-18",
        ),
        (
            "en",
            "Three Malian soldiers were killed in Gao on Friday. Five Chadian soldiers were wounded.",
            "TD | 5 personnel |  | None",
        ),
    ],
)
def test_losses_of_the_same_fighting_share_its_place_and_day(language: str, text: str, expected: str) -> None:
    assert row(read(language, text)[-1]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La compagnie tchadienne est à Gao. Elle gagnera Kidal.", "TD | None | ? > Kidal | None"),
        ("en", "The Chadian company is in Gao. It will proceed on Friday to Kidal.", "TD | None | ? > Kidal"),
        (
            "en",
            "The frigate is off Aden; the Chadian soldiers are in Gao. It is in Kidal.",
            "TD | None | Gao",
        ),
    ],
)
def test_it_may_stand_for_one_body_of_people(language: str, text: str, expected: str) -> None:
    assert row(read(language, text)[-1]).startswith(expected)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Kigali's policemen are still in Palma.", "RW"),
        ("Goma's garrison is still in Sake.", None),
        ("A company of 130 New Zealand soldiers is in Dili.", "NZ"),
        ("A strong party of the Bangladesh battalion is in Dili.", "BD"),
        ("Forty armoured vehicles donated by the Netherlands arrived in Kyiv.", "NL"),
        ("RSS Endurance anchored off Dili.", "SG"),
    ],
)
def test_whose_a_force_is_by_its_seat_its_complement_or_its_ships_prefix(text: str, side: str | None) -> None:
    claim = read("en", text)[0]
    assert claim.actor
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A company of 130 New Zealand soldiers reached Dili.", "NZ | 130 personnel | ? > Dili | None"),
        (
            "en",
            "The 120 Chadian soldiers will leave Gao for Kidal, where they are to stay until March.",
            "TD | 120 personnel",
        ),
        ("en", "Five ships of Task Group One will call at Dili.", "None | 5 vessels | ? > Dili | None"),
        (
            "fr",
            "Cinq navires russes, trois frégates et deux corvettes, ont quitté Tartous.",
            "RU | 5 vessels | Tartus > ? | None",
        ),
        ("fr", "Trois bâtiments russes ont appareillé de Tartous.", "RU | 3 vessels | Tartus > ? | None"),
        (
            "fr",
            "Deux bombardiers stratégiques russes Tu-160 ont atterri à Caracas.",
            "RU | 2 aircraft | ? > Caracas | None",
        ),
        (
            "fr",
            "Une équipe de reconnaissance de huit militaires a été déposée à Dili.",
            "None | 8 personnel | ? > Dili",
        ),
        (
            "fr",
            "Un convoi français d'une soixantaine de véhicules a quitté Gao.",
            "FR | 60 vehicles | Gao > ? | None",
        ),
        (
            "en",
            "Some 450 men of India's National Disaster Response Force were flown to Dili.",
            "IN | 450 personnel | ? > Dili",
        ),
    ],
)
def test_how_many_a_force_is(language: str, text: str, expected: str) -> None:
    claims = read(language, text)
    assert row(claims[-1]).startswith(expected)


def test_a_building_is_no_ship() -> None:
    assert read("fr", "Trois bâtiments de la caserne ont été détruits à Gao.") == ()


def test_goods_that_were_given_are_still_to_be_delivered() -> None:
    text = "Dix-huit tonnes d’obus, offertes par la France, doivent être livrées vendredi à Kiev."
    assert [row(claim) for claim in read("fr", text)] == ["FR | 18 tonne | ? > Kyiv | 2024-10-25"]


def test_what_is_said_without_that_has_its_own_subject() -> None:
    text = "Benin, which protests, said on Monday it would send 300 soldiers to Goma."
    assert [[source.text for source in claim.attribution] for claim in read("en", text)] == [["Benin"]]
