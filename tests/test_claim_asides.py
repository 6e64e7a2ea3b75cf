"""What stands beside an event and tells none: who speaks, an age, a road, and whose paragraph it is."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Document


def rows(language: str, text: str) -> list[str]:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    found = []
    for claim in pipeline.read_document(document).claims:
        number = claim.quantity and claim.quantity.low
        ends = [place.name for place in (claim.origin, claim.destination, *claim.places) if place]
        who = claim.actor and claim.actor.country_code
        found.append(f"{claim.type.value} {who} {number} {', '.join(ends)}")
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ten Danes died at Gao, a nurse in Mopti told us.", "casualties DK 10 Gao"),
        ("en", "Ten Danes died at Gao, a shepherd from Mopti said.", "casualties DK 10 Gao"),
        (
            "en",
            "Ninety Danish medics left Riga for Gao, and the 70-bed clinic at Mopti is almost done.",
            "movement DK 90 Riga, Gao",
        ),
        ("en", "A Dane of forty was killed at Gereshk.", "casualties DK 1 Gereshk"),
        ("en", "Three Danish soldiers were killed on the road to Gao.", "casualties DK 3 Gao"),
        (
            "en",
            "Three Danish soldiers were wounded near Gao, on the road from Mopti to Gao.",
            "casualties DK 3 Gao",
        ),
        ("en", "A Danish soldier was hurt during the evacuation in Khartoum.", "casualties DK 1 Khartoum"),
        (
            "fr",
            "Dix Danois avaient péri à Gao, l'une des pires pertes de leur armée.",
            "casualties DK 10 Gao",
        ),
    ],
)
def test_one_claim_and_no_more(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Cent Danois sont à Gao. Les Polonais ont la plus lourde tâche. Leurs troupes gardent Mopti.",
            "presence PL None Mopti",
        ),
        (
            "en",
            "A hundred Danes are in Gao. The Poles have the larger task. Their troops guard Mopti.",
            "presence PL None Mopti",
        ),
        (
            "en",
            "Danish troops are in Gao. What about the French? Some 200 of their special forces are in Ber.",
            "presence FR 200 Ber",
        ),
    ],
)
def test_a_people_that_opens_a_sentence_owns_the_forces_behind_it(
    language: str, text: str, expected: str
) -> None:
    assert rows(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Des missiles ont été livrés mardi à l'Ukraine par Copenhague.", "supply DK None Ukraine"),
        ("fr", "Neuf cents soldats ont été envoyés à Gao par le Danemark.", "movement DK 900 Gao"),
        ("fr", "Vingt blindés ont été livrés à Gao par avion.", "supply None 20 Gao"),
        ("en", "Missiles were delivered to Ukraine on Monday by Copenhagen.", "supply DK None Ukraine"),
        ("en", "Two hundred soldiers were sent to Gao by Denmark.", "movement DK 200 Gao"),
        ("en", "Two hundred soldiers were flown to Gao by Tuesday.", "movement None 200 Gao"),
    ],
)
def test_who_gives_may_stand_behind_where_and_when(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]
