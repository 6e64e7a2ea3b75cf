"""What commas set off behind a force: its clause tells one thing, and the verb behind it another."""

import pytest

from .read_claims import outlines


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two frigates are at Beirut. The Danish ships, which had come first, left on Monday.",
            ["movement reported DK None > Beirut", "movement reported DK None Beirut >"],
        ),
        (
            "fr",
            "Deux frégates sont à Beira. Les bateaux indiens, arrivés les premiers, sont repartis lundi.",
            ["movement reported IN None > Beira", "movement reported IN None Beira >"],
        ),
        (
            "fr",
            "Les 80 Italiens, mis à terre samedi sur une plage de Tyr, patrouillent déjà à Naqoura.",
            ["movement reported IT 80 personnel > Tyre", "presence reported IT 80 personnel Naqoura"],
        ),
    ],
)
def test_a_participle_between_commas_tells_a_way_of_its_own(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text)[-2:] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Fifty Fijian soldiers embedded with our contingent arrived from Nadi on Tuesday.",
            "movement reported FJ 50 personnel Nadi >",
        ),
        (
            "en",
            "A Danish Air Force flight landed at Gao on Monday, bringing a further 43 soldiers to Mali.",
            "movement reported DK 43 personnel > Gao",
        ),
        (
            "fr",
            "Trois cents policiers gardent Gao, affirme le gouvernement.",
            "presence confirmed ML 300 personnel Gao",
        ),
        (
            "en",
            "Some 300 policemen hold Gao, says the government.",
            "presence confirmed ML 300 personnel Gao",
        ),
    ],
)
def test_who_acts_is_neither_company_nor_office_nor_speaker(language: str, text: str, expected: str) -> None:
    assert outlines(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ten Danes are in Gao and 20 Chadians in Kidal. The army admits to 30 dead in Gao.",
            "casualties confirmed ML 30 personnel Gao",
        ),
        (
            "fr",
            "Dix Danois sont à Quito et 20 Belges à Lima. Mille soldats gardent Manta, dit le gouvernement.",
            "presence confirmed EC 1000 personnel Manta",
        ),
        (
            "en",
            "Ten Danish soldiers are in Gao and 20 Chadians in Kidal. The soldiers left Gao on Monday.",
            "movement reported DK None Gao >",
        ),
    ],
)
def test_the_army_is_not_that_of_the_guests_told_of_last(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected
