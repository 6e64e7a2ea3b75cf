"""What a report tells as a whole: who issues it, its live entries, its theatre and its joint forces."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)


def read(language: str, text: str, publisher: str | None = None) -> tuple[Claim, ...]:
    document = Document("d", text, language=language, published=PUBLISHED, publisher=publisher)
    return pipeline.read_document(document).claims


def side(claim: Claim) -> str | None:
    assert claim.actor is not None
    return claim.actor.country_code


@pytest.mark.parametrize(
    ("language", "publisher", "text", "status"),
    [
        ("en", "UN humanitarian office, Bangui", "A Burundian convoy left Bria on Monday.", "reported"),
        ("en", "UN refugee coordination, Goma", "Two hundred Malawian troops are in Sake.", "reported"),
        (
            "fr",
            "bureau humanitaire des Nations unies",
            "Un convoi burundais a quitté Bria lundi.",
            "reported",
        ),
        ("en", "UN mission, weekly bulletin", "A convoy of 60 trucks left Bria on Monday.", "confirmed"),
        ("en", "UN mission, press note", "Ninety Mongolian soldiers left Bentiu on Monday.", "confirmed"),
        ("fr", "Mission de l'ONU, bulletin hebdomadaire", "Un convoi a quitté Bria lundi.", "confirmed"),
        ("en", "Defence weekly, bulletin", "A Burundian convoy left Bria on Monday.", "reported"),
    ],
)
def test_an_office_of_relief_speaks_for_nobodys_force(
    language: str, publisher: str, text: str, status: str
) -> None:
    assert [claim.status.value for claim in read(language, text, publisher)] == [status]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Cent soldats gabonais ont rejoint Bria lundi. La Minusca compte 400 soldats à Bria.", "GA"),
        ("fr", "Cent Ghanéens sont à Naqoura. Les 9 000 militaires de la Finul quitteront le Liban.", "GH"),
        ("en", "A hundred Ghanaian troops are in Naqoura. UNIFIL has 9,000 peacekeepers in Lebanon.", "GH"),
        ("en", "Fifty Danish soldiers are in Rukla. The multinational force has 900 men in Rukla.", "DK"),
        (
            "en",
            "Ninety Chadian soldiers left Kidal on Monday. All uniformed personnel will leave Gao in May.",
            "TD",
        ),
    ],
)
def test_a_joint_force_is_not_of_the_nation_named_before_it(language: str, text: str, expected: str) -> None:
    assert [side(claim) for claim in read(language, text)] == [expected, None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ninety Mongolian peacekeepers are in Bentiu. The peacekeepers left for Juba.", "MN"),
        ("fr", "Trente Casques bleus népalais sont à Goma. Les Casques bleus partiront pour Bukavu.", "NP"),
        ("fr", "Quatre soldats gabonais de la Minusca ont été tués à Bria.", "GA"),
        ("en", "Six hundred soldiers of the Italian-led force flew to Herat.", None),
        ("fr", "Deux cents soldats belges et alliés ont débarqué à Constanța.", None),
    ],
)
def test_the_side_of_who_serves_in_a_joint_force(language: str, text: str, expected: str | None) -> None:
    assert side(read(language, text)[-1]) == expected


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "17:05 L’appareil transportant 90 gendarmes s’est posé à Nouméa.", "2024-11-20"),
        ("fr", "8h30. Les derniers soldats danois ont quitté Gao.", "2024-11-20"),
        ("fr", "8h30 - Une colonne malienne est entrée dans Ber, dit un habitant.", "2024-11-20"),
        ("fr", "8h30 La frégate Surcouf est déjà arrivée à Larnaca.", None),
        ("fr", "8h30 Cent soldats danois auraient atteint Gao.", None),
        ("fr", "8h30 Cent soldats danois sont arrivés à Gao mardi.", "2024-11-19"),
        ("fr", "Cent soldats danois sont arrivés à Gao.", None),
        ("en", "6.40pm The carrier Nimitz has arrived off Guam, the Pentagon says.", "2024-11-20"),
        ("en", "09:15 GMT: A Turkish column has crossed into Syria.", "2024-11-20"),
        ("en", "09:15 Two hundred Danish soldiers are leaving for Gao.", None),
        ("en", "09:15 Two hundred Danish soldiers are stationed in Gao.", None),
    ],
)
def test_who_has_come_or_gone_in_a_live_entry_did_so_on_its_day(
    language: str, text: str, edtf: str | None
) -> None:
    (claim,) = read(language, text)
    assert (claim.time and claim.time.edtf) == edtf


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Cent soldats angolais ont rejoint Pemba lundi. Le Lesotho enverra 125 hommes.", "Pemba"),
        ("fr", "Cent soldats angolais sont à Pemba. Pretoria a dépêché 80 secouristes mardi.", "Pemba"),
        ("en", "Fijian police landed in Honiara on Friday. New Zealand sent 65 soldiers.", "Honiara"),
        ("en", "Russian soldiers were flown to Almaty. Armenia will dispatch 70 men.", "Almaty"),
        ("en", "Danish soldiers are in Gao. Irish police are in Juba. Ghana sent 300 soldiers.", None),
        ("en", "Ugandan troops crossed into Bunia. The Congolese army sent 400 men.", None),
        ("en", "Fijian police are in Honiara. About 100 Tongan soldiers are going home on Friday.", None),
    ],
)
def test_who_is_sent_without_a_word_of_where_goes_to_the_theatre(
    language: str, text: str, expected: str | None
) -> None:
    goal = read(language, text)[-1].destination
    assert (goal and goal.name) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La Jamaïque fournira 170 soldats à Haïti.", ("movement", 170, "Haiti")),
        ("fr", "Le Népal a fourni une compagnie de 150 hommes à Juba.", ("movement", 150, "Juba")),
        (
            "en",
            "Sweden will provide up to 600 soldiers in Latvia from next year.",
            ("movement", 600, "Latvia"),
        ),
        ("en", "Berlin will supply 14 tanks to Ukraine.", ("supply", 14, "Ukraine")),
    ],
)
def test_people_that_a_state_provides_are_sent(
    language: str, text: str, expected: tuple[str, int, str]
) -> None:
    (claim,) = read(language, text)
    assert claim.quantity is not None
    assert claim.destination is not None
    assert (claim.type.value, claim.quantity.high, claim.destination.name) == expected


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "Il y a vingt ans, en octobre, neuf cents Danois ont débarqué à Gao.", "2004-10"),
        ("fr", "Il y a deux ans, le 3 décembre, cent Danois ont débarqué à Gao.", "2022-12-03"),
        ("fr", "Il y a douze ans, en janvier, cent Danois ont débarqué à Gao.", "2012-01"),
        ("fr", "La semaine dernière, le 13 novembre, cent Danois ont débarqué à Gao.", "2024-11-13"),
        ("en", "Ten years ago, in February, 900 Danish soldiers landed at Gao.", "2014-02"),
        ("en", "Danish soldiers reached Gao on 8 March. Two were killed in Ber the next day.", "2024-03-09"),
        ("fr", "Des Danois ont atteint Gao le 8 mars. Deux y sont morts le lendemain.", "2024-03-09"),
        ("en", "On 8 March 2025 Danes will leave Gao. The next day Poles will arrive there.", "2025-03-09"),
    ],
)
def test_the_year_of_what_follows_another_time(language: str, text: str, edtf: str) -> None:
    time = read(language, text)[-1].time
    assert time is not None
    assert time.edtf == edtf
