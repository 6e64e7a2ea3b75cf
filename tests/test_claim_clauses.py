"""What a sentence of several clauses tells: each has its own force, its places and who says so."""

import pytest

from geo.records import Means, Status

from .read_claims import outlines, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Forty men of the 2nd Foreign Regiment fly from Calvi to Abidjan,"
                " and the frigate Aconit leaves Toulon."
            ),
            [
                "movement reported None 40 personnel Calvi >, > Abidjan",
                "movement reported FR None Toulon >",
            ],
        ),
        (
            "en",
            (
                "Sixty men of the 4th Native Rifle Regiment sail from Mombasa to Kismayo,"
                " and the landing ship Tamu leaves Lamu."
            ),
            ["movement reported KE 60 personnel Mombasa >, > Kismayo", "movement reported KE None Lamu >"],
        ),
        (
            "en",
            (
                "A Kenyan lorry overturned near Garissa on Monday; two soldiers died and five were flown to"
                " Nairobi."
            ),
            [
                "casualties reported KE 2 personnel Garissa",
                "movement reported KE 5 personnel > Nairobi",
            ],
        ),
        (
            "fr",
            (
                "Un camion tchadien a versé lundi à Moussoro ; deux soldats sont morts,"
                " cinq ont été conduits à Abéché."
            ),
            [
                "presence reported TD 1 vehicles Moussoro",
                "casualties reported TD 2 personnel Moussoro",
                "movement reported TD 5 personnel > Abéché",
            ],
        ),
        (
            "en",
            "Kampala has got back 17 soldiers who were captured at Bunagana on 15 November.",
            ["movement reported UG 17 personnel", "casualties reported UG 17 personnel Bunagana"],
        ),
    ],
)
def test_each_clause_has_its_own_force_and_places(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Rwanda says that its 300 men left Goma in May; the army insists that 90 are hiding in Bukavu.",
            [["Rwanda"], ["army"]],
        ),
        (
            "fr",
            "Le Rwanda dit que ses 300 soldats ont quitté Goma en mai ; l'armée assure que 90 sont à Bukavu.",
            [["Rwanda"], ["armée"]],
        ),
        (
            "en",
            "The Ugandan army, which lost 12 men at Beni on Monday, says that it will stay in Bunia.",
            [[], ["Ugandan army"]],
        ),
        (
            "fr",
            "L'armée ougandaise, qui a perdu douze hommes lundi à Beni, dit vouloir quitter Bunia.",
            [[], ["armée ougandaise"]],
        ),
        ("en", "Belgium has sent 40 soldiers to Goma, although Kigali denied it.", [["Kigali"]]),
        ("en", "Fighters have crossed into West Darfur, which N'Djamena has not commented on.", [[]]),
        (
            "en",
            "A claim by one Ugandan general that 900 fighters had entered Goma was later deleted.",
            [["one Ugandan general"]],
        ),
    ],
)
def test_each_clause_has_who_says_so(language: str, text: str, expected: list[list[str]]) -> None:
    assert [[source.text for source in claim.attribution] for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "German troops left Gao.\n\nFrance is worried. The frigate Nivôse sailed from Beira.", "FR"),
        ("fr", "Des Allemands ont quitté Gao.\n\nLa France hésite. La frégate Nivôse a quitté Beira.", "FR"),
    ],
)
def test_a_ship_by_name_is_of_whom_its_paragraph_is_about(language: str, text: str, side: str) -> None:
    who = read(language, text)[-1].actor
    assert who is not None
    assert who.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            ("La frégate kényane, qui avait quitté Mombasa le 2 avril, était mardi au large de Haïfa."),
            ["movement reported KE None Mombasa >", "presence reported KE None Haifa"],
        ),
        (
            "fr",
            "Deux cents Kényans, arrivés mardi de Nairobi, sont à l'œuvre à Gao.",
            ["movement reported KE 200 personnel Nairobi >, > Gao", "presence reported KE 200 personnel Gao"],
        ),
        (
            "fr",
            "La frégate kényane a relâché du 5 au 9 mars à Mombasa, avant de gagner Haïfa.",
            ["presence reported KE None Mombasa", "movement reported KE None > Haifa"],
        ),
        (
            "en",
            "Two hundred Kenyans are at work in Gao, and a company has come from Nairobi.",
            ["presence reported KE 200 personnel Gao", "movement reported KE 1 companies Nairobi >"],
        ),
        (
            "en",
            "The Kenyan army, which sent 300 men to Gao, has a base in Kidal.",
            ["movement reported KE 300 personnel > Gao", "presence reported KE None Kidal"],
        ),
    ],
)
def test_a_main_clause_goes_on_behind_what_is_set_off(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("en", "Ghana has sent 400 men and two helicopters to Gao.", [Means.AIR, None]),
        ("fr", "Le Ghana a envoyé 400 hommes et deux hélicoptères à Gao.", [Means.AIR, None]),
        ("en", "Ghana will send six helicopters and about 200 soldiers to Gao.", [None, Means.AIR]),
        ("fr", "Le Ghana a déployé 400 soldats à Gao avec cinq hélicoptères.", [None]),
        ("en", "A hundred Ghanaian soldiers and six helicopters flew from Accra to Gao.", [Means.AIR] * 2),
        ("fr", "Le Ghana enverra une frégate et 155 marins à Beyrouth.", [Means.SEA] * 2),
        ("en", "Ghana sent 300 soldiers in two planes to Beirut.", [Means.AIR]),
    ],
)
def test_helicopters_that_are_sent_with_people_do_not_carry_them(
    language: str, text: str, means: list[Means | None]
) -> None:
    assert [claim.means for claim in read(language, text)] == means


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("The report could not be verified and the army has not commented.", Status.UNCONFIRMED),
        ("The cost to the Ghanaian army is disputed.", Status.REPORTED),
    ],
)
def test_an_army_that_says_nothing_of_it_is_no_further_force(remark: str, status: Status) -> None:
    text = f"Four Ghanaian soldiers were killed near Gao on Saturday, local journalists say. {remark}"
    assert read("en", text)[0].status is status


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two Ghanaian soldiers were hurt in Gao when a tractor went into a river outside Kidal.",
            ["casualties reported GH 2 personnel Gao"],
        ),
        (
            "en",
            "Two Ghanaian soldiers were hurt in Gao when they moved to Kidal.",
            ["casualties reported GH 2 personnel Gao", "movement reported GH 2 personnel > Kidal"],
        ),
        (
            "fr",
            "Deux soldats ghanéens ont été blessés quand ils ont quitté Gao.",
            ["casualties reported GH 2 personnel", "movement reported GH 2 personnel Gao >"],
        ),
        (
            "en",
            "Kenyan soldiers are in Goma. Ireland's 400 landed in Bunia. Dushanbe's 90 are to go to Beni.",
            [
                "presence reported KE None Goma",
                "movement reported IE 400 personnel > Bunia",
                "movement expected TJ 90 personnel > Beni",
            ],
        ),
        (
            "en",
            "Two Ghanaian C-130s staged through Darwin on Monday.",
            ["movement reported GH 2 aircraft Darwin"],
        ),
        (
            "en",
            "Ghana will take its soldiers out of Gao and has diverted the frigate Volta from Lomé.",
            ["movement expected GH None Gao >", "movement reported GH None Lomé >"],
        ),
    ],
)
def test_who_acts_in_a_clause_is_its_own_subject(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Mali has 40 men in Gao, and Chad sent 200 soldiers, of whom a team of 90 is in Kidal.", "TD"),
        (
            "fr",
            "Le Mali a 40 hommes à Gao, et le Tchad a envoyé 200 soldats, dont une section à Kidal.",
            "TD",
        ),
    ],
)
def test_a_part_is_of_the_side_of_its_whole(language: str, text: str, side: str) -> None:
    who = read(language, text)[-1].actor
    assert who is not None
    assert who.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A French convoy set out from Ouallam on 10 October; it reached Zinder on the 19th.",
            ["movement reported FR None Ouallam >, > Zinder"],
        ),
        (
            "fr",
            "Un convoi français a quitté Ouallam le 10 octobre ; il est arrivé à Zinder le 19.",
            ["movement reported FR None Ouallam >, > Zinder"],
        ),
        (
            "en",
            "A Danish battalion left Gao on Monday; it is now in Niamey.",
            ["movement reported DK 1 battalions Gao >", "presence reported DK None Niamey"],
        ),
        # who comes under a command relieves nobody
        (
            "fr",
            "Les soldats danois déployés à Gao relèvent du commandement de Bamako.",
            ["presence reported DK None Gao"],
        ),
    ],
)
def test_it_behind_a_semicolon_is_the_unit_before(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


def test_who_brushes_aside_says_so() -> None:
    (claim,) = read("fr", "Aucun soldat ne partira pour Prizren, balaie un porte-parole de la Kfor.")
    assert [source.text for source in claim.attribution] == ["porte-parole de la Kfor"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The mission in Haiti was to cost 600 million dollars a year.", []),
        (
            "en",
            "The attack near Gao on Monday cost 12 Danish soldiers their lives.",
            ["casualties reported DK 12 personnel Gao"],
        ),
        ("en", "The depot at Gao was handed over in the presence of a Danish officer.", []),
        (
            "en",
            "The presence of 300 Danish soldiers in Gao was confirmed on Monday.",
            ["presence confirmed DK 300 personnel Gao"],
        ),
    ],
)
def test_what_costs_money_and_who_looks_on(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected
