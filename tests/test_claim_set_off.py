"""What commas set off behind a force: its clause tells one thing, and the verb behind it another."""

import pytest

from .read_claims import outlines, read


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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A cargo ship, the Zeran, left Dublin on 5 April with 52 trucks and reached Douala on 26 April.",
            "movement reported IE 1 vessels Dublin >, > Douala",
        ),
        (
            "fr",
            "Un cargo danois, le Zeran, a quitté Aarhus le 5 avril avec 52 camions.",
            "movement reported DK 1 vessels Århus >",
        ),
        (
            "fr",
            "Six canons ont été remis à l'Ukraine en mai, et 50 instructeurs ont rejoint la Pologne.",
            "movement reported None 50 personnel > Poland",
        ),
    ],
)
def test_a_ship_with_a_name_goes_for_itself_and_who_gets_guns_owns_no_men(
    language: str, text: str, expected: str
) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russian soldiers are in Poti still, and nobody in Tbilisi can say when they will go."),
        ("fr", "Des soldats russes sont à Poti, et personne à Tbilissi ne dit quand ils partiront."),
    ],
)
def test_nobody_is_no_source(language: str, text: str) -> None:
    assert next(claim.attribution for claim in read(language, text)) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Denmark has 300 soldiers in Gao, and will decide in May."),
        ("fr", "Le Danemark a 300 soldats à Gao, et va voter en mai."),
    ],
)
def test_a_time_is_of_the_verb_before_it(language: str, text: str) -> None:
    assert [claim.time for claim in read(language, text)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Chad has men in Gao, and Togo will send 200 men, of whom a first group of 50 is due in Kidal.",
            "movement expected TG 50 personnel > Kidal",
        ),
        (
            "fr",
            "Le Tchad a 300 hommes à Gao, et le Togo a envoyé 200 soldats, dont 50 sont à Kidal.",
            "presence reported TG 50 personnel Kidal",
        ),
    ],
)
def test_a_part_is_of_the_side_of_its_whole(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected
