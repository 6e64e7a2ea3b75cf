"""Ways over borders and from base to base, whose men they are, and plans that came to nothing."""

from collections.abc import Sequence

import pytest

from geo.records import Status

from .read_claims import read


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        # a base of one town, and another town
        ("fr", "Deux cents soldats ont été acheminés du port de Toulon à Beyrouth.", ("FR", "LB")),
        ("fr", "Deux cents soldats ont été acheminés lundi de la base de Niamey à Gao.", ("NE", "ML")),
        # "celle" of a town
        (
            "fr",
            "Cent chasseurs alpins ont été acheminés de la base aérienne d'Évreux à celle de Bardufoss.",
            ("FR", "NO"),
        ),
        ("fr", "Les 200 hommes ont quitté la base de Niamey pour celle de Gao.", ("NE", "ML")),
        ("en", "Two companies were moved from the camp at Niamey to that at Gao.", ("NE", "ML")),
        # a border that is crossed
        (
            "fr",
            "Quatre mille militaires finlandais ont franchi la frontière norvégienne depuis Rovaniemi.",
            ("FI", "NO"),
        ),
        ("en", "Finnish troops crossed the Norwegian border on Tuesday from Rovaniemi.", ("FI", "NO")),
        ("en", "Rwandan soldiers crossed the Rwandan border on Sunday.", (None, None)),
        # where a force learned
        ("en", "A Somali battalion trained in Eritrea moved into Jowhar on Thursday.", (None, "SO")),
        ("fr", "Des soldats entraînés au Royaume-Uni ont été envoyés à Kharkiv.", (None, "UA")),
        ("fr", "Un bataillon somalien, formé en Érythrée, est arrivé à Jowhar jeudi.", (None, "SO")),
    ],
)
def test_where_a_way_begins_and_ends(language: str, text: str, ends: tuple[str | None, str | None]) -> None:
    (claim,) = read(language, text)
    found = [place.country_code if place else None for place in (claim.origin, claim.destination)]
    assert tuple(found) == ends


def test_where_a_border_is_crossed_is_passed() -> None:
    (claim,) = read(
        "fr", "Les derniers véhicules français ont passé lundi la frontière nigérienne à Labbezanga."
    )
    assert claim.destination is not None
    assert claim.destination.name == "Niger"
    assert [place.name for place in claim.places] == ["Labbezanga"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "fr",
            "Deux brigades israéliennes tiennent encore Maroun al-Ras, Naqoura et Khiam.",
            ["Maroun al-Ras", "Naqoura", "Khiam"],
        ),
        (
            "en",
            "Two Israeli brigades still hold Maroun al-Ras, Naqoura, Tyre and Khiam.",
            ["Maroun al-Ras", "Naqoura", "Tyre", "Khiam"],
        ),
    ],
)
def test_each_town_that_is_held(language: str, text: str, names: Sequence[str]) -> None:
    (claim,) = read(language, text)
    assert [place.name for place in claim.places] == names


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Le Kremlin a confirmé que ses 1 960 soldats de la paix quittaient le Haut-Karabakh.", "RU"),
        ("en", "The Kremlin confirmed that its 1,960 peacekeepers were leaving Nagorno-Karabakh.", "RU"),
        ("en", "The UN mission said that its 1,960 peacekeepers were leaving Gao.", None),
        ("fr", "Près de 2 000 Camerounais et Nigérians sont entrés à Banki lundi.", None),
        ("en", "Some 800 Ugandans and Burundians arrived in Baidoa.", None),
    ],
)
def test_whose_men_they_are(language: str, text: str, side: str | None) -> None:
    (claim,) = read(language, text)
    assert claim.actor is not None
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Kényans sont arrivés. À terme, 2 500 hommes venus d'une dizaine de pays iront en Haïti."),
        ("fr", "Les Kényans sont arrivés. À terme, 2 500 policiers de plusieurs pays iront en Haïti."),
        ("en", "The Kenyans have arrived. In all, 2,500 men from a dozen countries will be sent to Haiti."),
        ("en", "The Kenyans have arrived. In all, 2,500 soldiers from several countries will go to Haiti."),
        ("es", "Los kenianos llegaron. Unos 2.500 soldados de diez países serán desplegados en Haití."),
        ("ru", "Кенийцы прибыли. В Гаити будут направлены 2500 военных из десяти стран."),
    ],
)
def test_men_of_several_countries_are_of_none_that_was_told_of_before(language: str, text: str) -> None:
    claim = read(language, text)[-1]
    assert claim.actor is not None
    assert claim.actor.country_code is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Camerounais sont à Mora. Cinquante d'entre eux, des fantassins, ont gagné Banki lundi."),
        ("en", "The Cameroonians are in Mora. Fifty of them, infantrymen, reached Banki on Monday."),
    ],
)
def test_an_apposition_leaves_the_number_to_those_who_are_counted(language: str, text: str) -> None:
    claim = read(language, text)[-1]
    assert claim.quantity is not None
    assert claim.quantity.low == 50


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Les 300 hommes qui devaient quitter Gao lundi ne sont pas partis.", "2024-11-18"),
        ("fr", "Le bataillon attendu à Gao lundi n'est pas arrivé.", "2024-11-18"),
        ("en", "The 300 men who were to leave Gao on Monday never left.", "2024-11-18"),
        ("en", "The company that was supposed to reach Gao in May never arrived.", "2024-05"),
    ],
)
def test_a_plan_that_came_to_nothing_is_denied_of_the_day_that_has_passed(
    language: str, text: str, when: str
) -> None:
    (claim,) = read(language, text)
    assert claim.time is not None
    assert (claim.status, claim.time.edtf) == (Status.DENIED, when)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Basée à Gao, la 3e brigade a été envoyée lundi à Agadez.", ["> Gao > Agadez"]),
        ("fr", "Jusque-là postés à Gao, 300 soldats ont rejoint Agadez en octobre.", ["> Gao > Agadez"]),
        (
            "fr",
            "Stationnés à Gao depuis 2020, 300 soldats ont rejoint Agadez en octobre.",
            ["Gao", "> Gao > Agadez"],
        ),
        (
            "en",
            "Stationed in Gao since 2020, 300 soldiers were moved to Agadez in October.",
            ["Gao", "> Gao > Agadez"],
        ),
        ("en", "Previously based in Gao, 300 soldiers were moved to Agadez on Monday.", ["> Gao > Agadez"]),
        ("en", "Residents in Gao saw 300 soldiers cross into Niger on Monday.", [">  > Niger"]),
    ],
)
def test_who_is_based_somewhere_at_the_head_of_a_sentence_sets_out_from_there(
    language: str, text: str, told: Sequence[str]
) -> None:
    claims = read(language, text)
    ways = [[place.name if place else "" for place in (c.origin, c.destination)] for c in claims]
    stands = [", ".join(place.name for place in claim.places) for claim in claims]
    assert [one or f"> {' > '.join(way)}" for one, way in zip(stands, ways, strict=True)] == told


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        # others in the same sentence went another way
        ("en", "The company drove to Gao on Monday, and two platoons left Bamako on Friday.", ["road", None]),
        ("en", "Some 290 tarpaulins were sent to Gorkha; 40 more reached Gao by road.", [None, "road"]),
        ("en", "Kenya sent 100 soldiers to Goma; they landed on 8 January.", ["air", "air"]),
        (
            "fr",
            "400 soldats ont été acheminés en car à Gao, et une compagnie attend à Kidal.",
            ["road", None],
        ),
        (
            "fr",
            "Quelque 290 bâches sont arrivées à Gorkha ; 40 autres ont atteint Gao par la route.",
            [None, "road"],
        ),
        # a convoy takes the road from an airport as well; "prendre la route" is to go by road
        ("en", "A convoy left Mogadishu airport for Baidoa on Monday.", ["road"]),
        ("fr", "Lundi, 5 000 hommes ont pris la route de Gao vers Kidal.", ["road"]),
    ],
)
def test_by_which_way_each_went(language: str, text: str, means: list[str | None]) -> None:
    told = [c.means for c in read(language, text)]
    assert [way.value if way else None for way in told] == means


@pytest.mark.parametrize(
    ("text", "passed", "goal"),
    [
        ("Two bombers flew over Kaliningrad on Monday.", ["Kaliningrad"], None),
        ("The 300 men flew across Poland to Tallinn.", ["Poland"], "Tallinn"),
        ("Three Danish C-130s refuelled in Ethiopia and landed at Khartoum.", ["Ethiopia"], "Khartoum"),
    ],
)
def test_what_is_flown_over_is_only_passed(text: str, passed: list[str], goal: str | None) -> None:
    claim = read("en", text)[-1]
    led = claim.destination.name if claim.destination else None
    assert ([p.name for p in claim.places], led) == (passed, goal)
