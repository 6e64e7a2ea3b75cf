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
