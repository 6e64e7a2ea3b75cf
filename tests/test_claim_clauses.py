"""What a sentence of several clauses tells: each has its own force, its places and who says so."""

import pytest

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
