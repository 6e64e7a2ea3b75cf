"""Who is awaited and promised and when, what machines are for, and names that ships bear."""

import datetime as dt
from collections.abc import Sequence

import pytest

from geo.records import ClaimType, Status

from .read_claims import outlines, read, rows


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Goma attend lundi 400 soldats éthiopiens.", "2024-11-25"),
        ("Goma attend pour lundi 400 soldats éthiopiens.", "2024-11-25"),
        ("Le Mali attend en juin 400 soldats éthiopiens.", "2025-06"),
    ],
)
def test_a_day_may_stand_before_who_is_awaited(text: str, when: str) -> None:
    (claim,) = read("fr", text)
    assert (claim.type, claim.status) == (ClaimType.MOVEMENT, Status.EXPECTED)
    assert claim.destination is not None
    assert claim.time is not None
    assert claim.time.edtf == when
    assert claim.quantity is not None
    assert claim.quantity.low == 400


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Paris a promis lundi 300 soldats au Mali.", None),
        ("fr", "Paris a promis 300 soldats au Mali pour le 3 mai.", "2025-05-03"),
        ("en", "Paris pledged 300 soldiers for Mali on Monday.", None),
        ("en", "Poland expects 300 American soldiers on Monday.", "2024-11-25"),
    ],
)
def test_the_day_of_a_promise_is_not_that_of_its_force(language: str, text: str, when: str | None) -> None:
    (claim,) = read(language, text)
    assert (claim.time.edtf if claim.time else None) == when


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Sixty Saudi armoured vehicles for the Yemeni units are to be unloaded at Mokha.", "supply"),
        ("fr", "Douze blindés américains destinés à la police haïtienne sont arrivés à Jacmel.", "supply"),
        ("fr", "Douze véhicules blindés français ont quitté Gao pour Niamey.", "movement"),
        ("en", "Thirty Danish army trucks for a parade arrived in Warsaw.", "movement"),
    ],
)
def test_machines_for_another_are_a_supply(language: str, text: str, kind: str) -> None:
    (claim,) = read(language, text)
    assert claim.type == kind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("21 marins bangladais, dont deux grièvement atteints, ont été blessés à Beyrouth.", 21),
        ("Cinq Casques bleus, dont deux Togolais, ont été tués à Douentza.", 5),
        ("L'attaque a fait 53 morts, dont 49 gendarmes, à Inata.", 49),  # the others are no force
        ("Un autre agent kényan avait été blessé à Jacmel.", 1),
        ("Deux autres agents kényans ont été tués à Jacmel.", 2),
    ],
)
def test_how_many_were_lost(text: str, number: int) -> None:
    (claim,) = read("fr", text)
    assert claim.type is ClaimType.CASUALTIES
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (number, number)


@pytest.mark.parametrize(
    "text",
    [
        "Les 47 véhicules sont arrivés à N'Djamena, selon un officier malien, après avoir traversé le Niger.",
        "Les Tchadiens, eux, sont arrivés à N'Djamena.",
    ],
)
def test_one_force_arrives(text: str) -> None:
    (claim,) = read("fr", text)
    assert claim.destination is not None
    assert claim.destination.name == "N'Djamena"


@pytest.mark.parametrize(
    "text",
    [
        "Les forces arméniennes devront, elles, quitter Gorazde dimanche.",
        "Les Français devraient, pour leur part, quitter Gorazde dimanche.",
    ],
)
def test_commas_around_what_sets_them_beside_others_part_nothing(text: str) -> None:
    (claim,) = read("fr", text)
    assert claim.status is Status.EXPECTED
    assert claim.time is not None
    assert claim.time.start == dt.date(2024, 11, 24)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La frégate allemande Hessen quittera la mer Rouge le 20 avril.", ["Red Sea"]),
        ("La frégate Alsace relèvera la Languedoc en mer Rouge.", ["Red Sea"]),
    ],
)
def test_the_name_of_a_ship_is_no_place(text: str, names: Sequence[str]) -> None:
    (claim,) = read("fr", text)
    assert [p.name for p in (claim.origin, claim.destination, *claim.places) if p] == names


def test_who_trains_others_is_counted_past_a_month() -> None:
    (claim,) = read("fr", "Une soixantaine d'instructeurs portugais forment depuis mai des soldats à Pemba.")
    assert claim.type is ClaimType.PRESENCE
    assert claim.quantity is not None
    assert claim.quantity.low == 60


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des soldats marocains sont entrés dans Guerguerat pour rouvrir la route vers la Mauritanie."),
        ("en", "Moroccan soldiers entered Guerguerat to reopen the road to Mauritania."),
    ],
)
def test_the_road_that_is_reopened_leads_nobody_on(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.destination is not None
    assert claim.destination.name == "Guerguerat"


def test_thirty_of_the_newly_trained_are_thirty() -> None:
    (claim,) = read(
        "en", "The first 30 of the special operations troops promised by Washington are in Erbil."
    )
    assert claim.quantity is not None
    assert claim.quantity.low == 30
    assert not claim.attribution


def test_who_pulls_the_remaining_out_leaves() -> None:
    (claim,) = read("en", "Moscow pulled its remaining forces out of Kherson on 11 November.")
    assert claim.origin is not None
    assert claim.origin.name == "Kherson"


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        (
            "en",
            "HMS Trent is in Guyana.\n\nBrazil is arming, too. Ten tanks left Campo Grande for Rio Branco.",
            ["GB", "BR"],
        ),
        (
            "en",
            "Russian soldiers left Almaty. Some 2,500 soldiers from five countries were sent there in May.",
            ["RU", None],
        ),
        ("fr", "Un soldat danois est à Gao. Quatre navires européens croisent en mer Rouge.", ["DK", None]),
    ],
)
def test_whose_a_force_is_after_one_of_another_state(
    language: str, text: str, sides: Sequence[str | None]
) -> None:
    found = read(language, text)
    assert [c.actor.country_code if c.actor else None for c in found] == sides


def test_a_ship_goes_by_her_bare_name_past_an_aside() -> None:
    (claim,) = read("fr", "Le Surcouf, parti dimanche de Brest, a accosté mercredi à Mayotte.")
    assert claim.actor is not None
    assert claim.actor.names == ("surcouf",)
    assert claim.destination is not None
    assert claim.destination.name == "Mayotte"
    assert not read("fr", "Le ministre, parti dimanche de Brest, a accosté mercredi à Mayotte.")


@pytest.mark.parametrize(
    ("language", "text", "goal", "when"),
    [
        ("fr", "Les 200 soldats attendus lundi à Gao sont arrivés dimanche.", "Gao", "2024-11-17"),
        ("fr", "Les 200 soldats attendus au Liban y sont désormais tous arrivés.", "Lebanon", None),
        ("fr", "Les renforts attendus depuis mai sont arrivés mardi à Goma.", "Goma", "2024-11-19"),
        ("en", "The 200 soldiers due in Gao on Monday arrived on Sunday.", "Gao", "2024-11-17"),
        ("en", "The 200 officers expected in Haiti landed in Jacmel on Tuesday.", "Jacmel", "2024-11-19"),
    ],
)
def test_who_was_awaited_has_come(language: str, text: str, goal: str, when: str | None) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.REPORTED
    assert claim.destination is not None
    assert claim.destination.name == goal
    assert (claim.time.edtf if claim.time else None) == when


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les 200 soldats attendus à Gao arriveront lundi."),
        ("en", "The 200 soldiers expected in Gao will arrive on Monday."),
    ],
)
def test_who_is_awaited_is_still_to_come(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.EXPECTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des sapeurs maliens travaillent à Gao pour préparer l'arrivée de 300 soldats allemands."),
        ("en", "Malian engineers are at work in Gao to prepare the arrival of 300 German soldiers."),
        ("fr", "Des sapeurs sont à Gaziantep pour préparer l'installation de lanceurs américains à Adana."),
    ],
)
def test_who_is_prepared_for_is_to_come(language: str, text: str) -> None:
    assert read(language, text)[-1].status is Status.EXPECTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux cents Français ont quitté Gao. Leur matériel sera acheminé jusqu'au port de Douala."),
        ("en", "Two hundred Frenchmen left Gao. Their equipment will be sent on to the port of Douala."),
    ],
)
def test_what_goes_with_those_who_have_it_is_no_supply(language: str, text: str) -> None:
    assert read(language, text)[-1].type is ClaimType.MOVEMENT


@pytest.mark.parametrize(
    ("language", "text", "status", "when"),
    [
        (
            "fr",
            "La frégate a quitté Toulon lundi pour Djibouti, où elle est attendue le 28 novembre.",
            Status.EXPECTED,
            "2024-11-18/2024-11-28",
        ),
        (
            "en",
            "The 40 engineers left Toulon on Monday for Djibouti, where they are due on Friday.",
            Status.EXPECTED,
            "2024-11-18/2024-11-22",
        ),
        (
            "fr",
            "La frégate a quitté Toulon lundi pour Djibouti, où elle relèvera un patrouilleur.",
            Status.REPORTED,
            "2024-11-18",
        ),
        (
            "en",
            "The 40 engineers flew from Toulon to Djibouti on Monday, where they will replace a company.",
            Status.REPORTED,
            "2024-11-18",
        ),
    ],
)
def test_when_they_are_due_where_they_left_for_and_what_they_will_do_there_is_one_way(
    language: str, text: str, status: Status, when: str
) -> None:
    (claim,) = read(language, text)
    assert claim.origin is not None
    assert claim.destination is not None
    assert (claim.origin.name, claim.destination.name) == ("Toulon", "Djibouti")
    assert claim.time is not None
    assert (claim.status, claim.time.edtf) == (status, when)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les 40 sapeurs ont quitté Toulon lundi pour Djibouti, où 30 autres sont attendus vendredi."),
        ("en", "The 40 engineers left Toulon on Monday for Djibouti, where another 30 are due on Friday."),
    ],
)
def test_others_who_are_due_there_go_a_way_of_their_own(language: str, text: str) -> None:
    found = [(c.quantity.low, c.status) for c in read(language, text) if c.quantity]
    assert found == [(40, Status.REPORTED), (30, Status.EXPECTED)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Un navire kényan, chargé de 20 tonnes de vivres à Mombasa, a accosté à Haïfa lundi.",
            ["supply reported KE 20 tonne Mombasa >, > Haifa"],
        ),
        (
            "fr",
            "Un hélicoptère kényan, chargé de surveiller la côte, s'est posé à Gao lundi.",
            ["movement reported KE 1 aircraft > Gao"],
        ),
        (
            "en",
            "A Kenyan plane, loaded with eight tonnes of food, landed in Gao on Monday.",
            ["supply reported KE 8 tonne > Gao"],
        ),
    ],
)
def test_a_load_that_is_counted_goes_before_its_carrier(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le Kenya tient 50 hommes prêts à partir pour Gao.",
            ["movement expected KE 50 personnel > Gao"],
        ),
        (
            "en",
            "Kenya has a battalion standing by to fly to Gao.",
            ["movement expected KE 1 battalions > Gao"],
        ),
    ],
)
def test_who_is_ready_to_leave_is_still_to_go(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La frégate danoise Thetis fait route vers Haïfa. Elle emporte 180 marins.",
            ["movement | DK | None | ? > Haifa", "movement | DK | 180 personnel | ? > Haifa"],
        ),
        (
            "en",
            "The Danish frigate Thetis is heading for Haifa. She is carrying 180 engineers.",
            ["movement | DK | None | ? > Haifa", "movement | DK | 180 personnel | ? > Haifa"],
        ),
        (
            "fr",
            "Un cargo norvégien arrivera jeudi. Il transporte 350 militaires.",
            ["movement | NO | 1 vessels | ", "movement | NO | 350 personnel | "],
        ),
    ],
)
def test_what_a_carrier_told_of_just_before_has_on_board_goes_her_way(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le CICR a livré 900 tonnes de riz dans les districts de Gao et de Kidal.",
            ["supply | None | 900 tonne | ? > Gao", "supply | None | 900 tonne | ? > Kidal"],
        ),
        ("en", "The ICRC delivered 900 tonnes of rice to Gao.", ["supply | None | 900 tonne | ? > Gao"]),
        (
            "fr",
            "Un cargo danois, chargé de 600 tonnes de vivres, doit accoster à Haïfa lundi.",
            ["supply | DK | 600 tonne | ? > Haifa"],
        ),
        (
            "en",
            "A Danish freighter, laden with 600 tonnes of food, is due in Haifa on Monday.",
            ["supply | DK | 600 tonne | ? > Haifa"],
        ),
        (
            "fr",
            "Le navire danois Thetis a livré 17 tonnes d'aide à Gao.",
            ["supply | DK | 17 tonne | ? > Gao"],
        ),
        # a ship with a name goes for herself, whatever she has on board
        (
            "fr",
            "La frégate danoise Thetis est arrivée à Haïfa lundi avec 180 tonnes de fret.",
            ["movement | DK | None | ? > Haifa"],
        ),
    ],
)
def test_what_a_measure_holds_and_a_carrier_is_laden_with_is_supplied(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected
