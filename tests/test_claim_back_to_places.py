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
