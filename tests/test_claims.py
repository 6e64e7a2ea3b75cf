"""What is read from a sentence: who, how many, where, when, how surely and who says so."""

import datetime as dt
from typing import Any

import pytest

from geo import jsonlines, pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 10, 21)


def claims(language: str, text: str, published: dt.date | None = PUBLISHED) -> tuple[Claim, ...]:
    document = Document("d", text, language=language, published=published)
    return pipeline.read_document(document).claims


def only(language: str, text: str) -> dict[str, Any]:
    found = claims(language, text)
    assert len(found) == 1, [c.trigger.of(text) for c in found]
    return jsonlines.claim(found[0])


def test_a_whole_claim_in_french() -> None:
    row = only(
        "fr",
        "Le NIS a déclaré que des navires de la marine russe avaient transféré 1.500 forces d’opérations"
        " spéciales nord-coréennes vers la ville portuaire russe de Vladivostok du 8 au 13 octobre.",
    )
    assert (row["type"], row["status"]) == ("movement", "reported")
    assert row["actor"] == {
        "text": "forces d’opérations spéciales nord-coréennes",
        "country_code": "KP",
        "unit": "personnel",
        "inferred": False,
        "names": [],
    }
    assert row["quantity"] == {"low": 1500, "high": 1500, "unit": "personnel"}
    assert row["destination"]["name"] == "Vladivostok"
    assert row["origin"] is None
    assert row["time"] == {
        "start": "2024-10-08",
        "end": "2024-10-13",
        "edtf": "2024-10-08/2024-10-13",
        "precision": "range",
        "basis": "published",
    }
    assert row["means"] == "sea"
    assert row["attribution"] == ["NIS"]


def test_a_whole_claim_in_english() -> None:
    row = only(
        "en",
        "At least 3,000 North Korean soldiers sailed from Wonsan to Vladivostok in early October, according"
        " to the White House.",
    )
    assert (row["type"], row["actor"]["country_code"]) == ("movement", "KP")
    assert row["quantity"] == {"low": 3000, "high": None, "unit": "personnel"}
    assert (row["origin"]["name"], row["destination"]["name"]) == ("Wonsan", "Vladivostok")
    assert row["time"]["edtf"] == "2024-10-01/2024-10-10"
    assert row["attribution"] == ["White House"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Des soldats russes sont arrivés à Koursk.", "reported"),
        ("fr", "Des soldats russes seraient arrivés à Koursk.", "unconfirmed"),
        ("fr", "Des soldats russes arriveront à Koursk.", "expected"),
        ("fr", "Moscou nie que des soldats russes soient arrivés à Koursk.", "denied"),
        ("fr", "Aucun soldat russe n’est arrivé à Koursk.", "denied"),
        ("fr", "Des soldats russes sont arrivés à Koursk, a annoncé le ministère russe.", "confirmed"),
        ("en", "Russian soldiers reportedly arrived in Kursk.", "unconfirmed"),
        ("en", "Russian soldiers will be sent to Kursk.", "expected"),
        ("en", "Moscow denied that Russian soldiers had arrived in Kursk.", "denied"),
        ("en", "Russian soldiers have arrived in Kursk, the Russian army said.", "confirmed"),
    ],
)
def test_status(language: str, text: str, status: str) -> None:
    assert only(language, text)["status"] == status


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Des soldats maliens ont été envoyés à Gao.", "movement"),
        ("fr", "Des soldats maliens sont stationnés à Gao.", "presence"),
        ("fr", "Des soldats maliens sont déployés à Gao.", "presence"),
        ("fr", "Deux soldats maliens ont été tués à Gao.", "casualties"),
        ("fr", "La France a livré des missiles à l’Ukraine.", "supply"),
        ("en", "France delivered missiles to Ukraine.", "supply"),
        ("en", "Malian soldiers are stationed in Gao.", "presence"),
    ],
)
def test_type(language: str, text: str, kind: str) -> None:
    assert only(language, text)["type"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "La coopération militaire entre la Russie et la Corée du Nord se renforce.",
        "L’aide militaire sera discutée à Bruxelles.",
        "Notre envoyé spécial à Séoul raconte la journée.",
        "Le livre est arrivé en librairie à Paris.",
        "",
        "?!…",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert claims("fr", text) == ()


def test_a_list_of_places_is_one_presence() -> None:
    row = only("fr", "Des soldats russes sont stationnés à Oussouriïsk, Khabarovsk et Blagovechtchensk.")
    assert [p["name"] for p in row["places"]] == ["Ussuriysk", "Khabarovsk", "Blagoveshchensk"]


def test_a_departure_and_an_arrival_are_one_movement() -> None:
    row = only("fr", "La colonne française partie d’Abidjan est entrée à Bamako mardi.")
    assert (row["origin"]["name"], row["destination"]["name"]) == ("Abidjan", "Bamako")


def test_a_repetition_is_evidence_and_no_second_claim() -> None:
    sentence = "En mai, 500 soldats maliens ont été envoyés à Gao."
    found = claims("fr", f"{sentence} {sentence}")
    assert [len(c.evidence) for c in found] == [2]


def test_without_a_publication_date_the_year_stays_open() -> None:
    found = claims("fr", "Du 8 au 13 octobre, 1.500 soldats russes ont été envoyés à Koursk.", None)
    time = found[0].time
    assert time is not None
    assert (time.start, time.end, time.edtf) == (None, None, "XXXX-10-08/XXXX-10-13")


def test_every_slot_leads_to_its_words() -> None:
    text = "Selon Kiev, 300 soldats russes sont arrivés hier à Koursk par train."
    claim = claims("fr", text)[0]
    assert claim.evidence[0].span.of(text) == claim.evidence[0].quote
    assert claim.actor is not None
    assert claim.actor.span.of(text) == claim.actor.text
    assert claim.quantity is not None
    assert claim.quantity.span.of(text) == "300"
    assert claim.time is not None
    assert claim.time.span.of(text) == "hier"
    assert [s.span.of(text) for s in claim.attribution] == ["Kiev"]
    assert [s.of(text) for s in claim.place_spans] == ["Koursk"]
