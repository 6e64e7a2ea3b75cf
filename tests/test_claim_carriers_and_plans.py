"""Carriers that bring others, lists of ships and sailors, plans told as done, whom others serve with."""

import pytest

from geo.records import Status

from .read_claims import read, row


def rows(language: str, text: str) -> list[str]:
    return sorted(row(claim) for claim in read(language, text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two planes landed in Juba on Monday, carrying 60 Rwandan policemen.",
            ["movement | RW | 60 personnel | ? > Juba"],
        ),
        (
            "en",
            "A flight touched down at Honiara on Wednesday, bringing 43 Australian soldiers.",
            ["movement | AU | 43 personnel | ? > Honiara"],
        ),
        (
            "en",
            "Three trucks entered Gaza on Monday, bringing medicines.",
            ["supply | None | None | ? > Gaza"],
        ),
        (
            "en",
            "Two Turkish planes carrying tents landed in Karachi on Sunday.",
            ["supply | TR | 2 aircraft | ? > Karachi"],
        ),
        (
            "fr",
            "Un avion s'est posé mercredi à Honiara, amenant 43 soldats australiens.",
            ["movement | AU | 43 personnel | ? > Honiara"],
        ),
        (
            "fr",
            "Un cargo est arrivé à Port-Soudan mardi, apportant 30 tonnes de médicaments.",
            ["supply | None | 30 tonne | ? > Port Sudan"],
        ),
    ],
)
def test_whom_a_carrier_brings(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Spain has sent a frigate, three helicopters and 120 sailors to Djibouti.",
            [
                "movement | ES | 1 vessels | ? > Djibouti",
                "movement | ES | 120 personnel | ? > Djibouti",
                "movement | ES | 3 aircraft | ? > Djibouti",
            ],
        ),
        (
            "fr",
            "La marine a basé un navire, trois hélicoptères et 120 marins à Tarakan.",
            [
                "presence | ID | 1 vessels | Tarakan",
                "presence | ID | 120 personnel | Tarakan",
                "presence | ID | 3 aircraft | Tarakan",
            ],
        ),
    ],
)
def test_sailors_of_a_list_are_no_crew(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        (
            "en",
            "Two hundred of the officers that Nairobi plans to send landed in Port-au-Prince on Monday.",
            Status.REPORTED,
        ),
        ("en", "The 400 soldiers whom France has decided to deploy arrived in Gao.", Status.REPORTED),
        ("en", "The 300 soldiers whom Paris wants to send will leave Dakar on Friday.", Status.EXPECTED),
        ("fr", "Les soldats que la France va envoyer sont arrivés à Gao lundi.", Status.REPORTED),
        ("fr", "Les chars que Berlin doit livrer arriveront à Lviv en mai.", Status.EXPECTED),
        ("en", "The last German soldiers must leave Gao by Friday.", Status.EXPECTED),
        ("en", "All French soldiers have to leave Niger.", Status.EXPECTED),
        ("en", "A Dutch company is supposed to relieve the Kenyans in Afmadow.", Status.EXPECTED),
        ("en", "The soldiers have to date lost 12 men in Gao.", Status.REPORTED),
    ],
)
def test_what_is_planned_and_what_was_done(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Fifty Fijian soldiers serving with the Australian contingent arrived in Honiara.",
            ["movement | FJ | 50 personnel | ? > Honiara"],
        ),
        (
            "fr",
            "Huit médecins néerlandais voyageant avec le convoi allemand ont atteint Gao lundi.",
            ["movement | NL | 8 personnel | ? > Gao"],
        ),
        ("en", "A column of Chadians reached Gao on Monday.", ["movement | TD | None | ? > Gao"]),
        ("en", "A platoon of New Zealanders is in Dili.", ["presence | NZ | 1 platoon | Dili"]),
        (
            "en",
            "In Bentiu a Mongolian company guards families who have climbed into the base.",
            ["presence | MN | 1 companies | Bentiu"],
        ),
    ],
)
def test_who_is_meant_and_not_whom_they_are_with(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Off the Sulu Sea patrols begin from Tarakan, where Indonesia has based a frigate."),
        ("fr", "Les patrouilles en mer de Sulu partent de Tarakan, où l'Indonésie a basé une frégate."),
    ],
)
def test_where_is_the_place_beside_it(language: str, text: str) -> None:
    assert rows(language, text) == ["presence | ID | 1 vessels | Tarakan"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two hundred Danes are in Kabul, together with 50 Norwegian instructors.",
            ["presence | DK | 200 personnel | Kabul", "presence | NO | 50 personnel | Kabul"],
        ),
        (
            "en",
            "France has sent 600 soldiers to Gao along with 20 armoured vehicles.",
            ["movement | FR | 20 vehicles | ? > Gao", "movement | FR | 600 personnel | ? > Gao"],
        ),
        (
            "fr",
            "Deux cents soldats irlandais servent à Tyr, aux côtés d'une compagnie polonaise de 190 hommes.",
            ["presence | IE | 200 personnel | Tyre", "presence | PL | 190 personnel | Tyre"],
        ),
        (
            "fr",
            "Trois soldats ont été tués à Gao, ainsi que deux gendarmes.",
            ["casualties | None | 2 personnel | Gao", "casualties | None | 3 personnel | Gao"],
        ),
    ],
)
def test_who_is_told_of_alongside(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "An aircraft brought 11 Irish medics to Derna on 17 September; they are due back this weekend.",
            ["movement | IE | 11 personnel | ? > Darnah", "movement | IE | 11 personnel | Darnah > ?"],
        ),
        (
            "en",
            "Spain sent 40 firemen to Derna on 17 September. They returned home on Sunday.",
            ["movement | ES | 40 personnel | ? > Darnah", "movement | ES | None | Darnah > ?"],
        ),
        (
            "fr",
            "Quatorze soldats irlandais envoyés à Khartoum en avril sont rentrés au pays le 2 mai.",
            ["movement | IE | 14 personnel | ? > Khartoum", "movement | IE | 14 personnel | Khartoum > ?"],
        ),
    ],
)
def test_the_way_home_is_one_of_its_own(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A Russian helicopter was shot down near Gao on Monday. Two of its crew were killed.",
            ["casualties | RU | 2 personnel | Gao"],
        ),
        (
            "fr",
            "Un hélicoptère russe a été abattu lundi près de Gao. Deux de ses pilotes ont été tués.",
            ["casualties | RU | 2 personnel | Gao"],
        ),
    ],
)
def test_the_lost_fell_where_their_aircraft_was_shot_down(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


def test_a_month_says_nothing() -> None:
    (claim,) = read("en", "As announced in March, the battalion will withdraw from Gao in April.")
    assert claim.attribution == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Nigerian troops entered Bama on Monday, losing nine soldiers.",
            ["casualties | NG | 9 personnel | Bama", "movement | NG | None | ? > Bama"],
        ),
        (
            "en",
            "Nigerian troops retook Bama on Monday and lost nine men.",
            ["casualties | NG | 9 personnel | Bama"],
        ),
        (
            "fr",
            "Les troupes nigérianes ont repris Bama lundi et perdu neuf hommes.",
            ["casualties | NG | 9 personnel | Bama"],
        ),
    ],
)
def test_who_loses_people_and_where(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "An Indian destroyer was sent to the Palk Strait to stop weapons reaching Jaffna from Chennai.",
            ["movement | IN | 1 vessels | ? > Palk Strait"],
        ),
        (
            "fr",
            "Le Kenya a fermé la frontière pour empêcher des combattants d'entrer en Somalie.",
            [],
        ),
    ],
)
def test_what_is_to_be_prevented_is_no_event(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A Greek plane landed at Tripoli on Wednesday with 14 tonnes of medicines.",
            ["supply | GR | 14 tonne | ? > Tripoli"],
        ),
        (
            "fr",
            "Un avion grec a atterri mercredi à Tripoli avec 14 tonnes de médicaments.",
            ["supply | GR | 14 tonne | ? > Tripoli"],
        ),
        (
            "en",
            "Danes have been in Gao since May, and Chad's team of 18 is due in the same town in June.",
            ["movement | TD | 18 personnel | ? > Gao", "presence | DK | None | Gao"],
        ),
        (
            "fr",
            "La France a retiré sa compagnie de Gao en juin.",
            ["movement | FR | None | Gao > ?"],
        ),
        ("fr", "Le Kenya a retiré son ambassadeur de Juba.", []),
        (
            "en",
            "Spain is taking its 300 soldiers out of Herat.",
            ["movement | ES | 300 personnel | Herat > ?"],
        ),
    ],
)
def test_goods_on_board_towns_and_who_is_taken_out(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        (
            "en",
            "Nigerian troops entered Bama on Monday, losing nine soldiers.",
            ["2024-11-18", "2024-11-18"],
        ),
        (
            "fr",
            "Les troupes nigérianes sont entrées dans Bama lundi, perdant neuf hommes.",
            ["2024-11-18", "2024-11-18"],
        ),
        ("en", "The French, who landed in Gao in January, have lost two men.", ["2024-01", None]),
    ],
)
def test_when_those_were_lost_who_went_there(language: str, text: str, days: list[str | None]) -> None:
    assert [claim.time and claim.time.edtf for claim in read(language, text)] == days


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The destroyer Sirius and the cruiser Chosin left Norfolk for Haifa on 3 March.", 2),
        ("en", "The destroyer Sirius, the cruiser Chosin and the frigate Ponce left Norfolk on 3 March.", 3),
        ("fr", "La frégate américaine Sirius et la corvette Aconit croisent au large de Beyrouth.", 2),
        ("fr", "Le destroyer Sirius, le croiseur Colbert et la frégate Aconit ont quitté Toulon lundi.", 3),
        # the names of those that are counted, and one ship by two words
        ("en", "Two coastguard vessels, the BRP Sirius and the BRP Cabra, left Subic Bay on Tuesday.", 1),
        ("fr", "Deux navires, le patrouilleur Sirius et la corvette Aconit, ont quitté Brest mardi.", 1),
        ("en", "The frigate Sirius and its crew left Haifa for Norfolk on 3 March.", 1),
    ],
)
def test_each_ship_with_a_name_goes_for_itself(language: str, text: str, count: int) -> None:
    assert len(read(language, text)) == count


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "Cairo has got back 177 soldiers who were seized at Merowe in April.", ["EG", "EG"]),
        ("fr", "Paris a rapatrié 12 soldats qui avaient été blessés à Gao lundi.", ["FR", "FR"]),
    ],
)
def test_a_force_has_one_side_in_its_sentence(language: str, text: str, sides: list[str | None]) -> None:
    assert [claim.actor and claim.actor.country_code for claim in read(language, text)] == sides
