"""Arms and who mans them, what is handed over or shipped, and by which means all go."""

import pytest

from .read_claims import outlines, read, rows


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "A South African C-130 landed at Pemba on Monday with an advance party of 26 officers.", 26),
        ("en", "An Ilyushin-76 took off from Kigali on Sunday for Goma with 80 soldiers.", 80),
        ("en", "The German frigate Hessen reached Crete. It left Kiel on 8 May with about 240 sailors.", 240),
        ("en", "Two Dutch Patriot batteries, manned by 300 soldiers, are deployed at Rzeszow.", 300),
        ("en", "The Italian ship docked at Beirut with 240 soldiers and 30 vehicles.", 240),
        ("fr", "Un avion militaire s'est posé lundi à Beira avec 35 fusiliers marins.", 35),
        ("fr", "Six canons danois, servis par 90 soldats, sont déployés à Gao.", 90),
        ("fr", "L'Italie a envoyé à Gao une batterie de Patriot, servie par une centaine de soldats.", 100),
        (
            "fr",
            "La frégate belge est arrivée en Crète. Elle avait quitté Brest le 12 mai avec 145 marins.",
            145,
        ),
    ],
)
def test_people_aboard_or_at_the_guns_are_the_number(language: str, text: str, number: int) -> None:
    last = read(language, text)[-1]
    assert last.quantity is not None
    assert (last.quantity.low, last.quantity.unit) == (number, "personnel")


def test_shells_that_guns_come_with_serve_no_gun() -> None:
    [claim] = read("en", "A Danish howitzer with 12 crates is deployed at Gao.")
    assert claim.quantity is not None
    assert claim.quantity.unit != "personnel"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Six Spanish Leopard tanks will be unloaded in the port of Riga on 9 June.", "movement"),
        ("en", "Two German Patriot systems arrived at Rzeszow on Tuesday.", "movement"),
        ("en", "A US Army missile launcher was flown into Laoag on Sunday.", "movement"),
        ("en", "Turkey has sent thirty howitzers to Elbistan.", "movement"),
        ("en", "Six Caesar howitzers were delivered to Ukraine.", "supply"),
        ("en", "Twelve French howitzers have reached Ukraine.", "supply"),
        ("en", "A freighter from Mersin unloaded twenty Turkish armoured vehicles at Tripoli.", "supply"),
        ("fr", "Trois lance-roquettes américains ont été transportés par avion à Bornholm.", "movement"),
        ("fr", "Deux batteries Patriot allemandes ont été livrées à la Roumanie.", "supply"),
    ],
)
def test_arms_that_go_to_a_place_with_their_force_are_moved_and_given_arms_supplied(
    language: str, text: str, kind: str
) -> None:
    assert [claim.type.value for claim in read(language, text)] == [kind]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'Allemagne a livré un char à l'Ukraine.", "supply | DE | 1 vehicles | ? > Ukraine"),
        ("fr", "La Suède a transféré dix chars à l'Ukraine.", "supply | SE | 10 vehicles | ? > Ukraine"),
        ("fr", "La France a envoyé deux frégates en Grèce.", "movement | FR | 2 vessels | ? > Greece"),
        ("fr", "La Pologne a donné dix hélicoptères aux Ukrainiens.", "supply | PL | 10 aircraft | "),
        ("en", "Slovakia has handed Ukraine eleven MiG-29s.", "supply | SK | 11 aircraft | ? > Ukraine"),
        ("en", "Japan handed two patrol boats to Samoa.", "supply | JP | 2 vessels | ? > Samoa"),
        ("en", "Poland gave the Ukrainians ten Mi-24 helicopters.", "supply | PL | 10 aircraft | "),
        ("en", "Germany will hand Ukraine a Patriot battery.", "supply | DE | 1 battery | ? > Ukraine"),
        ("en", "Turkey sold Azerbaijan 50 drones in 2020.", "supply | TR | 50 aircraft | ? > Azerbaijan"),
        ("fr", "La France a donné au Bénin 39 véhicules blindés.", "supply | FR | 39 vehicles | ? > Benin"),
        ("fr", "Les 40 chars vendus à la Pologne sont vieux.", "supply | None | 40 vehicles | ? > Poland"),
    ],
)
def test_what_is_handed_over(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'armée malienne a livré une bataille acharnée à Gao."),
        ("fr", "Cela a donné à la Corée du Nord l'occasion d'échanger ses armes."),
        ("fr", "Le ministre a livré une analyse sombre de la situation des troupes à Goma."),
        ("en", "A judge handed a Russian soldier a life sentence in Kyiv."),
        ("en", "The rebels handed their rifles to an officer."),
    ],
)
def test_what_gives_nothing(language: str, text: str) -> None:
    assert not rows(language, text)


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Des soldats maliens tiennent Gao. Vingt canons ont été remis au Mali lundi.", None),
        ("en", "Ukrainian troops hold Sumy. Eighteen howitzers were delivered to Ukraine on Monday.", None),
        ("en", "Ukrainian troops hold Sumy. They have 18 howitzers in Sumy.", "UA"),
    ],
)
def test_who_gets_arms_is_not_their_side(language: str, text: str, side: str | None) -> None:
    claim = read(language, text)[-1]
    assert claim.actor is not None
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("fr", "Deux cents policiers kényans ont débarqué lundi à Goma.", None),
        ("fr", "Dix blindés français ont été débarqués lundi à Tallinn.", "sea"),
        ("fr", "Trente soldats du 2e régiment d'infanterie de marine sont arrivés à Tapa.", None),
        ("fr", "Quarante soldats belges sont partis en minibus pour Gao mardi.", "road"),
        ("en", "Some 150 Kenyan police arrived in Goma on Monday, an airport official said.", None),
        ("en", "Some 150 Kenyan police arrived in Goma by plane on Monday, a navy spokesman said.", "air"),
    ],
)
def test_neither_a_name_nor_who_speaks_tells_the_way(language: str, text: str, means: str | None) -> None:
    (claim,) = read(language, text)
    assert (claim.means and claim.means.value) == means


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La Chine a déployé 34 navires et 125 avions autour de Taïwan lundi.", ["air", "sea"]),
        ("en", "China sent 34 ships and 125 aircraft around Taiwan on Monday.", ["air", "sea"]),
        ("en", "The aircraft were taken to Gdynia by rail on Monday.", ["rail"]),
        ("fr", "Des drones turcs ont été déchargés au port de Misrata mardi.", ["sea"]),
    ],
)
def test_ships_and_aircraft_go_their_own_way_where_nothing_carries_them(
    language: str, text: str, expected: list[str]
) -> None:
    assert sorted(c.means.value for c in read(language, text) if c.means) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A boat with food and fuel for the marines will leave Puerto Princesa on Friday.",
            "supply expected PH 1 vessels Puerto Princesa >",
        ),
        ("en", "The consignment had left Savannah on 25 January.", "supply reported None None Savannah >"),
        (
            "en",
            "Germany gave Ukraine 60 Bradleys. A second shipment of 49 Bradleys will reach Kyiv in March.",
            "supply expected DE 49 vehicles > Kyiv",
        ),
        (
            "en",
            "The corvette put ashore 40,000 litres of diesel at Tobruk on Friday.",
            "supply reported None 40000 litre > Tobruk",
        ),
        ("en", "An aid ship reached Gaza on Monday.", "supply reported None 1 vessels > Gaza"),
        (
            "fr",
            "Un convoi humanitaire de douze camions est arrivé lundi à Derna.",
            "supply reported None 12 vehicles > Darnah",
        ),
        (
            "fr",
            "Le patrouilleur a livré 20 000 litres d'eau à Tobrouk vendredi.",
            "supply reported None 20000 litre > Tobruk",
        ),
        (
            "fr",
            "Une colonne malienne a quitté Gao lundi pour Kidal.",
            "movement reported ML None Gao >, > Kidal",
        ),
    ],
)
def test_what_is_shipped_is_a_supply(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("fr", "Cinq hélicoptères danois voyagent par la mer jusqu'à Douala.", "sea"),
        ("fr", "Cinq hélicoptères danois ont rejoint la frégate à Douala.", "air"),
        ("en", "Six Danish helicopters travelled by sea to Douala.", "sea"),
        ("en", "Six Danish helicopters landed on the frigate off Douala.", "air"),
    ],
)
def test_by_which_way_what_flies_was_brought(language: str, text: str, means: str) -> None:
    assert [claim.means for claim in read(language, text)] == [means]


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("fr", "Une colonne de soldats danois a gagné Gao lundi.", "road"),
        ("fr", "Un convoi de munitions est parti par le rail pour Lviv.", "rail"),
        ("en", "A column of Danish soldiers reached Gao on Monday.", "road"),
        ("en", "A convoy of three frigates sailed from Brest on Monday.", "sea"),
        ("fr", "Le 6 mai, 34 blindés russes prenaient le rail à Bouïnaksk.", "rail"),
        ("fr", "La frégate danoise a été remorquée lundi d'Aden à Djibouti.", "sea"),
        ("fr", "Une colonne de chars français a mis le cap sur Gao dimanche.", "road"),
    ],
)
def test_by_which_way_a_column_goes(language: str, text: str, means: str) -> None:
    assert [claim.means for claim in read(language, text)] == [means]


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("fr", "Cent gendarmes, appuyés par deux hélicoptères, sont arrivés à Gao.", None),
        ("fr", "Cent gendarmes sont arrivés en hélicoptère à Gao, appuyés par des blindés.", "air"),
        ("en", "Some 300 soldiers backed by fighter jets entered Gao on Monday.", None),
        ("en", "Some 45 gendarmes arrived by plane in Gao, backed by armour.", "air"),
    ],
)
def test_nobody_comes_by_what_only_backs_him(language: str, text: str, means: str | None) -> None:
    assert [claim.means for claim in read(language, text)] == [means]
