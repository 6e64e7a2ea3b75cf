"""Places that a sentence only points back to, and days that a report leaves open."""

import pytest

from .read_claims import day, outlines, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ten UN police officers arrived in Dili on Monday. About 271 Danes are in the territory.",
            "presence reported DK 271 personnel Timor-Leste",
        ),
        (
            "en",
            "Shusha is a town of Nagorno-Karabakh. On Friday 300 Russian soldiers reached the enclave.",
            "movement reported RU 300 personnel > Nagorno-Karabakh",
        ),
        (
            "fr",
            "Dix policiers de l'ONU sont arrivés à Dili lundi. Quelque 270 Danois sont dans le territoire.",
            "presence reported DK 270 personnel Timor-Leste",
        ),
        (
            "fr",
            "Le Burkina est calme. Deux cents soldats togolais sont entrés lundi sur le territoire malien.",
            "movement reported TG 200 personnel > Mali",
        ),
    ],
)
def test_a_territory_is_a_land_and_no_town(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Gori is quiet. The Russians left on Friday.", "movement reported RU None Gori >"),
        ("fr", "Gori est calme. Les Russes sont partis vendredi.", "movement reported RU None Gori >"),
        (
            "en",
            "Two frigates are at Beirut. HMAS Jervis Bay, a catamaran, brings 500 men to the port on Monday.",
            "movement reported AU 500 personnel > Beirut",
        ),
    ],
)
def test_who_leaves_or_comes_does_so_where_the_report_just_was(
    language: str, text: str, expected: str
) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By the end of March 271 Danish policemen are in Kosovo.", ("reported", "../2024-03-31")),
        (
            "By the end of March 271 Danish policemen will be in Kosovo.",
            ("expected", "2024-11-20/2025-03-31"),
        ),
        (
            "The brigade leaves next month. Sixty Danes were flown home from Iraq on the 10th and 11th.",
            ("reported", "2024-11-10/2024-11-11"),
        ),
    ],
)
def test_a_day_of_no_told_year_is_the_last_where_the_verb_tells_so(
    text: str, expected: tuple[str, str]
) -> None:
    claim = read("en", text)[-1]
    assert (claim.status.value, day(claim)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two hundred Danes left Gao on Monday, but forty engineers remain.",
            "presence reported DK 40 personnel Gao",
        ),
        (
            "fr",
            "Deux cents Danois ont quitté Gao lundi, mais quarante sapeurs restent.",
            "presence reported DK 40 personnel Gao",
        ),
        (
            "en",
            "Three Danish battalions that had been hunting rebels in Gao were moved to Kidal in May.",
            "movement reported DK 3 battalions Gao >, > Kidal",
        ),
        (
            "fr",
            "Trois bataillons danois qui traquaient des rebelles à Gao ont été transférés à Kidal en mai.",
            "movement reported DK 3 battalions Gao >, > Kidal",
        ),
        (
            "en",
            "Ten Danes are in Gao. Another 40 soldiers, most of them medics from Aarhus, follow in May.",
            "movement expected DK 40 personnel > Gao",
        ),
        (
            "en",
            "On Thursday the army of Tripoli retook Tarhuna, losing 19 men.",
            "casualties reported LY 19 personnel Tarhuna",
        ),
        (
            "en",
            "Some 300 Chadian soldiers landed in Maputo on Friday; trucks carried them to Beira on Sunday.",
            "movement reported TD None > Beira",
        ),
        (
            "en",
            "The army says 40 men were lost in Gori. The boys come from Pskov, they say, and want water.",
            "casualties confirmed GE 40 personnel Gori",
        ),
    ],
)
def test_where_who_stays_behind_was_sent_or_carried_is(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected
