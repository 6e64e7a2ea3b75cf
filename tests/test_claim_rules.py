"""The rules of reading claims, each with a sentence that needs it."""

import datetime as dt
import time
from math import inf

import pytest

from geo import pipeline
from geo.records import Claim, Document, Status

PUBLISHED = dt.date(2024, 10, 21)


def read(language: str, text: str, publisher: str | None = None) -> tuple[Claim, ...]:
    document = Document("d", text, language=language, published=PUBLISHED, publisher=publisher)
    return pipeline.read_document(document).claims


def row(claim: Claim) -> str:
    """Return a claim in one line: type, number and unit, way or places, status."""
    number = claim.quantity and f"{claim.quantity.low} {claim.quantity.unit}"
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
    return f"{claim.type.value} | {number} | {way} | {claim.status.value}"


def rows(language: str, text: str, publisher: str | None = None) -> list[str]:
    return [row(claim) for claim in read(language, text, publisher)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Syrian troops now in Raqqa and Aleppo.", "presence | None | Raqqa, Aleppo | reported"),
        ("en", "Three hundred gendarmes to Gao.", "movement | 300 personnel | ? > Gao | reported"),
        ("en", "At Gao, forty Malian soldiers clean it.", "presence | 40 personnel | Gao | reported"),
        ("fr", "Nairobi promet un millier de policiers à Port-au-Prince.", "movement | 1000 personnel"),
    ],
)
def test_a_sentence_without_a_known_verb_tells_a_claim(language: str, text: str, expected: str) -> None:
    assert [found.startswith(expected) for found in rows(language, text)] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L’armée libanaise s’est-elle repliée de Tyr ?"),
        ("fr", "Un bataillon de retraités est arrivé à Lyon."),
        ("en", "A platoon of schoolchildren marched into Leh."),
        ("en", "If Egypt sent 500 soldiers to Gao, it would change little."),
        ("en", "The soldiers are stationed somewhere."),
        ("en", "The shells supplied by Iran are old."),
        (
            "fr",
            "Les munitions fournies par la Corée du Nord sont redoutables, a-t-il dit à Kiev mi-septembre.",
        ),
    ],
)
def test_what_only_looks_like_a_claim_is_none(language: str, text: str) -> None:
    assert rows(language, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The convoy that left Kidal on 3 October, 848 peacekeepers in all, reached Gao on 7 October.",
            "movement | 848 personnel | Kidal > Gao | reported",
        ),
        (
            "848 men set out from Kidal on 3 October and are expected in Gao on 27 October.",
            "movement | 848 personnel | Kidal > Gao | expected",
        ),
        (
            "A convoy sailed from Brest on 3 October and will reach Beirut on 27 October.",
            "movement | None | Brest > Beirut | expected",
        ),
    ],
)
def test_a_way_told_in_two_verbs_is_one_claim_with_the_time_between(text: str, expected: str) -> None:
    (claim,) = read("en", text)
    assert row(claim) == expected
    assert claim.time is not None
    assert claim.time.edtf == f"2024-10-03/2024-10-{27 if claim.status is Status.EXPECTED else 7:02}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Environ 1.000 militaires français étaient stationnés à Niamey et 400 autres à Ouallam.",
            [
                "presence | 1000 personnel | Niamey | reported",
                "presence | 400 personnel | Ouallam | reported",
            ],
        ),
        (
            "fr",
            "Mille cinq cents Français et deux compagnies néerlandaises sont arrivés à Split.",
            [
                "movement | 1500 personnel | ? > Split | reported",
                "movement | 2 companies | ? > Split | reported",
            ],
        ),
        (
            "en",
            "Thirteen Chadian and six Cameroonian soldiers were killed in Fotokol.",
            [
                "casualties | 13 personnel | Fotokol | reported",
                "casualties | 6 personnel | Fotokol | reported",
            ],
        ),
        (
            "en",
            "Britain sent 20 jets from Akrotiri to Dhahran, and 12 helicopters followed to Thumrait.",
            [
                "movement | 20 aircraft | RAF Akrotiri > Dhahran | reported",
                "movement | 12 aircraft | ? > Thumrait Air Base | reported",
            ],
        ),
    ],
)
def test_several_forces_of_a_sentence_are_several_claims(
    language: str, text: str, expected: list[str]
) -> None:
    assert sorted(rows(language, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "A column of forty-two vehicles entered Goma.", "42 vehicles"),
        ("en", "A squadron of about 900 men arrived in Orzysz.", "900 personnel"),
        ("en", "Three army battalions arrived in Goma.", "3 battalions"),
        ("en", "Eighty-eight interned soldiers and border police were flown to Goma.", "88 personnel"),
        ("en", "At least eight Chinese coast guard and militia vessels sailed to Manila.", "8 vessels"),
        ("fr", "Au moins 13.000 conteneurs chargés de munitions ont quitté Rajin.", "13000 containers"),
        ("en", "Two French units and their dogs are in Gao.", "2 unit"),
        ("en", "Two contingents arrived in Bangui.", "2 contingent"),
        ("fr", "Deux unités françaises sont à Gao.", "2 unit"),
        ("fr", "Deux unités de 300 hommes sont arrivées à Gao.", "300 personnel"),
    ],
)
def test_what_counts_a_force(language: str, text: str, unit: str) -> None:
    assert [f" {unit} " in found for found in rows(language, text)] == [True]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Soixante camions de vivres sont entrés à Sebba.", "supply"),
        ("en", "An aid convoy reached Dilling.", "supply"),
        ("en", "Eleven trucks of rations, generators and tents left Goma for Beni.", "supply"),
        ("fr", "Douze blindés offerts par le Danemark sont arrivés à Odessa.", "supply"),
        ("fr", "Douze blindés sont arrivés à Odessa.", "movement"),
        ("en", "Rocket launchers were moved from Ust-Luga to Kaliningrad.", "movement"),
    ],
)
def test_goods_are_supplied_and_a_force_moves(language: str, text: str, kind: str) -> None:
    assert {found.split(" | ")[0] for found in rows(language, text)} == {kind}


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Pas un soldat libyen, affirme Tripoli, ne se trouve à Fada.", "denied"),
        ("fr", "Les pompiers ne partiront pas pour Valence.", "denied"),
        ("fr", "Les combattants n’ont jamais quitté Sebha.", "denied"),
        ("en", "Not one soldier has left Goma.", "denied"),
        ("fr", "Quatre divisions israéliennes sont engagées à Tyr, a annoncé Tel-Aviv.", "confirmed"),
    ],
)
def test_who_denies_and_who_owns_up(language: str, text: str, status: str) -> None:
    assert {found.rsplit(" | ", 1)[1] for found in rows(language, text)} == {status}


def test_what_an_office_publishes_is_its_own_word() -> None:
    text = "Cinquante soldats français sont arrivés à Gao."
    assert [found.rsplit(" | ", 1)[1] for found in rows("fr", text, "état-major des armées")] == ["confirmed"]
    assert [found.rsplit(" | ", 1)[1] for found in rows("fr", text, "agence de presse")] == ["reported"]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Kenyan police landed in Port-au-Prince. They patrol the Haitian capital.", "Port-au-Prince"),
        ("fr", "Des soldats français sont arrivés à Gao. Ils y sont stationnés.", "Gao"),
        ("fr", "Deux mille soldats turcs sont stationnés entre Misrata et Zouara.", "Misratah, Zuwarah"),
        ("en", "Six jets are stationed in the United Arab Emirates, at Al Dhafra.", "Al Dhafra Air Base"),
    ],
)
def test_where_a_presence_is(language: str, text: str, places: str) -> None:
    last = read(language, text)[-1]
    assert ", ".join(place.name for place in last.places) == places


def test_who_acts_behind_a_passive_verb_is_whose_the_goods_are_and_not_where_they_go() -> None:
    (claim,) = read("en", "Two hundred rockets were supplied by Iran on 3 October.")
    assert claim.destination is None
    assert claim.actor is not None
    assert claim.actor.country_code == "IR"


def test_a_section_of_a_bulletin_lends_its_place() -> None:
    (claim,) = read("fr", "BOUAR\n\nUne trentaine de soldats russes y sont stationnés depuis jeudi.")
    assert [place.name for place in claim.places] == ["Bouar"]


def test_an_unknown_goal_is_not_replaced_by_another_place() -> None:
    (claim,) = read("en", "The Kenyan force is to be moved to Zorglub, the officials in Kinshasa said.")
    assert claim.destination is None


def test_a_place_of_a_source_is_no_place_of_the_event() -> None:
    (claim,) = read("en", "The battalion had flown home from Entebbe, an army spokesman in Lilongwe said.")
    assert (claim.origin and claim.origin.name, claim.destination) == ("Entebbe", None)


def test_what_stands_for_a_force_is_counted_as_that_was() -> None:
    text = "Two battalions arrived in Goma on Monday. One more is to arrive from Beni."
    assert row(read("en", text)[-1]) == "movement | 1 battalions | Beni > Goma | expected"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Le 20 novembre 2012, quatre cents soldats, tous français, ont quitté Nijrab.", "2012-11-20"),
        ("Le 28 avril 2024, l’agence a reconnu que des soldats avaient combattu à Koursk.", None),
    ],
)
def test_a_time_that_opens_a_sentence_dates_the_event_and_not_what_is_said_of_it(
    text: str, edtf: str | None
) -> None:
    (claim,) = read("fr", text)
    assert (claim.time.edtf if claim.time else None) == edtf


def test_what_was_weighed_for_a_status_is_noted() -> None:
    text = "Mille soldats russes seraient arrivés à Koursk. Le ministère russe dément."
    (claim,) = read("fr", text)
    assert claim.status is Status.DENIED
    assert any("unconfirmed" in str(note) for note in claim.notes)
    assert any("Le ministère russe dément." in str(note) for note in claim.notes)


def test_words_that_tell_no_claim_are_kept_with_the_reason() -> None:
    (claim,) = read(
        "en", "About 400 Saudi paratroopers arrived in Aden on Sunday to take over the guard of it."
    )
    assert claim.lost == ("“take over”: a look-alike", "“guard”: nowhere in particular")
    (claim,) = read("en", "If Egypt sent 500 soldiers to Gao, 300 men left Kidal.")
    assert claim.lost == ("“sent”: a condition",)


def test_what_a_force_is_sent_for_is_where_it_goes() -> None:
    assert rows("en", "Moscow sent 200 soldiers to fight in Mali.") == [
        "movement | 200 personnel | ? > Mali | reported"
    ]
    assert rows("fr", "Paris pourrait envoyer 200 soldats pour combattre au Mali.") == [
        "movement | 200 personnel | ? > Mali | expected"
    ]


def test_examples_of_a_list_belong_to_it() -> None:
    text = "Soldiers are stationed at Vladivostok and at other sites such as Ussuriysk and Khabarovsk."
    assert rows("en", text) == ["presence | None | Vladivostok, Ussuriysk, Khabarovsk | reported"]


def test_a_time_before_a_verb_of_saying_is_not_of_the_event_that_is_its_object() -> None:
    said = "Au début de l’année, Pyongyang a reconnu avoir déployé des soldats en Russie."
    assert [claim.time for claim in read("fr", said)] == [None]


def test_a_verb_that_nobody_acts_takes_no_time() -> None:
    said = "Des experts ont expliqué avoir « observé du 8 au 13 (octobre) que la Corée du Nord avait"
    (claim,) = read("fr", f"{said} transporté des forces en Russie ».")
    assert claim.time is not None
    assert claim.time.edtf == "2024-10-08/2024-10-13"


def test_a_way_to_where_a_force_is_said_to_be_shares_the_doubt() -> None:
    text = "Déjà, 1.500 militaires seraient présents en Russie, transportés entre le 8 et le 13 octobre."
    assert {found.rsplit(" | ", 1)[1] for found in rows("fr", text)} == {"unconfirmed"}


@pytest.mark.parametrize(
    "part",
    [
        "Mille soldats russes partis de Vladivostok vers Koursk le 3 mai et ",
        "1 500 ",
        "« (“[",
        "وصل ألف جندي إلى دمشق ",
        "Tausend soldiers sont arrivés в Курск con tropas ",
        "des fusils, des obus et des mines, ",
    ],
)
def test_the_time_for_a_line_without_a_stop_grows_no_faster_than_its_length(part: str) -> None:
    def seconds(length: int, enough: float = 0) -> float:
        text = (part * (length // len(part) + 1))[:length]
        times: list[float] = []
        while not times or (len(times) < 2 and times[0] > enough):  # the collector may rest in one of them
            start = time.process_time()
            read("fr", text)
            times.append(time.process_time() - start)
        return min(times)

    seconds(1500, inf)  # what is read once
    once = seconds(3000)
    most = (4 * once + 0.1, 8 * once + 0.2)  # in step is twice; with the square of the length, four times
    assert seconds(6000, most[0]) <= most[0]
    assert seconds(12000, most[1]) <= most[1]
