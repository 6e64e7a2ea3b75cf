"""Who is in a place, at home there, left behind, or on guard: claims of presence."""

import pytest

from geo.records import Status

from .read_claims import outlines, read, row, rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A quake struck Nepal. Some 700 personnel of India's rescue force are now in the country.",
            "presence | IN | 700 personnel | Nepal",
        ),
        (
            "en",
            "The town of Kidal is quiet. A Chadian company of 90 is there already.",
            "presence | TD | 90 personnel | Kidal",
        ),
        (
            "en",
            "The town of Kidal is quiet. Chadian soldiers have been there since May.",
            "presence | TD | None | Kidal",
        ),
        (
            "en",
            "Mali is calm. Three hundred Russian instructors are still in the country.",
            "presence | RU | 300 personnel | Mali",
        ),
        (
            "fr",
            "Haïti attend. Quatre cents policiers kényans sont désormais dans le pays.",
            "presence | KE | 400 personnel | Haiti",
        ),
        (
            "fr",
            "Bamako s'inquiète. Trois cents instructeurs russes seraient déjà dans le pays.",
            "presence | RU | 300 personnel | Mali",
        ),
        (
            "fr",
            "Une tempête a ravagé le port de Gao. Vingt plongeurs tunisiens sont là depuis lundi.",
            "presence | TN | 20 personnel | Gao",
        ),
        (
            "fr",
            "Les Kényans sont arrivés en Haïti. Deux cents Béninois y sont aussi.",
            "presence | BJ | 200 personnel | Haiti",
        ),
    ],
)
def test_who_is_in_the_country_or_there_is_where_was_told_before(
    language: str, text: str, expected: str
) -> None:
    assert rows(language, text)[-1:] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The town of Kidal is quiet. The soldiers are there."),
        ("en", "The town of Kidal is quiet. The Chadians got there first."),
        ("fr", "La ville de Kidal est calme. Les soldats sont là."),
    ],
)
def test_to_be_there_without_a_number_a_nation_or_a_day_is_too_little(language: str, text: str) -> None:
    assert rows(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Britain has 9,500 troops in Afghanistan and will pull out 500 of them by Christmas.",
            [
                "presence | GB | 9500 personnel | Afghanistan",
                "movement | GB | 500 personnel | Afghanistan > ?",
            ],
        ),
        (
            "en",
            "Uganda has 6,000 soldiers in Somalia, and two of them were killed on Friday.",
            ["presence | UG | 6000 personnel | Somalia", "casualties | UG | 2 personnel | Somalia"],
        ),
        (
            "fr",
            "La Belgique a encore 950 soldats au Mali, qui partiront d'ici la fin de l'année.",
            ["presence | BE | 950 personnel | Mali", "movement | BE | 950 personnel | "],
        ),
        (
            "fr",
            "L'Inde, de son côté, a désormais une vingtaine de chasseurs sur la base de Niamey.",
            ["presence | IN | 20 aircraft | Niamey"],
        ),
        (
            "en",
            "Chad has taken 300 soldiers to Gao.",
            ["movement | TD | 300 personnel | ? > Gao"],
        ),
        (
            "fr",
            "Le Tchad a envoyé 200 soldats à Gao.",
            ["movement | TD | 200 personnel | ? > Gao"],
        ),
    ],
)
def test_to_have_so_many_somewhere_is_told_beside_what_is_done_next(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


def test_who_has_patrolled_there_for_a_time_is_told_beside_who_relieves_them() -> None:
    text = (
        "Three Spanish frigates sailed from Rota on Tuesday for the Gulf of Aden. They will relieve the "
        "Turkish group, which has been patrolling the gulf since the middle of March."
    )
    assert "presence | TR | None | Gulf of Aden" in rows("en", text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a unit is at home where an aside says that it is based
        (
            "fr",
            "Deux cents soldats du 3e régiment d'infanterie de marine, basé à Vannes, ont débarqué à Gao.",
            ["movement | FR | 200 personnel | ? > Gao"],
        ),
        (
            "en",
            "A hundred Belgian paratroopers of the 3rd Battalion, based in Tielen, landed in Niamey.",
            ["movement | BE | 100 personnel | ? > Niamey"],
        ),
        (
            "en",
            "A hundred Belgian paratroopers, based in Gao, landed in Niamey.",
            ["presence | BE | 100 personnel | Gao", "movement | BE | 100 personnel | ? > Niamey"],
        ),
        # "still" parts no verb from how many it keeps
        (
            "fr",
            "L'armée burkinabè maintient toujours 500 soldats à Djibo.",
            ["presence | BF | 500 personnel | Djibo"],
        ),
        (
            "en",
            "The Malian army retains just 200 men in Gao.",
            ["presence | ML | 200 personnel | Gao"],
        ),
    ],
)
def test_where_a_unit_is_at_home_and_how_many_are_kept(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "fr",
            "Une première tranche de 300 réservistes est arrivée à Soumy, précise le ministère.",
            "ministère",
        ),
        ("en", "France maintains 500 soldiers in Gao, the mission said.", "mission"),
    ],
)
def test_a_share_and_what_is_kept_say_nothing(language: str, text: str, source: str) -> None:
    (claim,) = read(language, text)
    assert [s.text for s in claim.attribution] == [source]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quatre Rafale français ont assuré la police du ciel depuis Siauliai en mars.",
            "presence | FR | 4 aircraft | Šiauliai",
        ),
        (
            "fr",
            "Deux cents gendarmes français assurent la sécurité de l'ambassade à Bangui.",
            "presence | FR | 200 personnel | Bangui",
        ),
        (
            "en",
            "Four Danish F-16s provided air policing from Siauliai in March.",
            "presence | DK | 4 aircraft | Šiauliai",
        ),
        (
            "en",
            "Two hundred Danish marines are providing security for the embassy in Juba.",
            "presence | DK | 200 personnel | Juba",
        ),
    ],
)
def test_who_provides_security_is_there_and_says_nothing(language: str, text: str, expected: str) -> None:
    (claim,) = read(language, text)
    assert (row(claim), claim.attribution) == (expected, ())


@pytest.mark.parametrize(
    "text",
    [
        "Cent instructeurs russes garderaient l'aéroport de Gao.",
        "Cent instructeurs russes assureraient la garde de la base de Gao.",
    ],
)
def test_who_is_said_to_guard_a_place_is_there(text: str) -> None:
    (claim,) = read("fr", text)
    assert (claim.type.value, claim.status) == ("presence", Status.UNCONFIRMED)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les 150 derniers Russes déployés au Kazakhstan ont décollé mercredi d'Almaty.",
            ["movement reported RU 150 personnel Almaty >"],
        ),
        (
            "en",
            "The 40 Danish soldiers stationed in Mali left Gao on Monday.",
            ["movement reported DK 40 personnel Gao >"],
        ),
        (
            "en",
            "The 40 Danish soldiers based in Gao left Kidal on Monday.",
            ["presence reported DK 40 personnel Gao", "movement reported DK 40 personnel Kidal >"],
        ),
    ],
)
def test_who_leaves_is_no_longer_there(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La mission de l'ONU a quitté Ber samedi.", ["movement reported None None Ber >"]),
        ("en", "The UN mission pulled out of Ber on Saturday.", ["movement reported None None Ber >"]),
        (
            "fr",
            "Trente Casques bleus sont à Gao. La mission doit se déployer à Ber.",
            ["presence reported None 30 personnel Gao", "movement expected None None > Ber"],
        ),
        ("fr", "La mission de l'ONU à Kaboul a appelé au calme.", []),
        ("en", "The United Nations mission in Mali is worried.", []),
        (
            "en",
            "Thirty peacekeepers are in Gao. The mission will begin in Kidal.",
            ["presence reported None 30 personnel Gao"],
        ),
    ],
)
def test_a_mission_may_be_a_force(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("s'y trouvent encore", "presence reported FR 800 personnel Cincu"),
        ("s'y entraînent depuis mars", "presence reported FR 800 personnel Cincu"),
        ("s'y préparent depuis mars", "presence reported FR 800 personnel Cincu"),
        ("s'y relaient depuis mars", "presence reported FR 800 personnel Cincu"),
        ("s'y sont posés hier", "movement reported FR 800 personnel > Cincu"),
        ("s'y regrouperont lundi", "movement expected FR 800 personnel > Cincu"),
    ],
)
def test_a_verb_with_the_place_before_it(verb: str, expected: str) -> None:
    assert outlines("fr", f"Cincu est calme. Huit cents Français {verb}.") == [expected]


def test_who_is_there_is_no_force_by_that() -> None:
    assert outlines("fr", "Lille est calme. Les habitants s'y trouvent bien, les clubs s'y préparent.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Danes left 60 men in Gao.", ["presence reported DK 60 personnel Gao"]),
        (
            "en",
            "Bulgaria will leave its 600 men in Kabul until May.",
            ["presence expected BG 600 personnel Kabul"],
        ),
        ("en", "The Danes left Gao with 60 men.", ["movement reported DK 60 personnel Gao >"]),
        ("en", "The Danes left their barracks in Gao on Monday.", ["movement reported DK None Gao >"]),
        ("en", "The bus left 40 passengers in Leeds.", []),
        (
            "fr",
            "Deux compagnies danoises sont en route pour Gao.",
            ["movement reported DK 2 companies > Gao"],
        ),
        (
            "en",
            "The town of Juba is calm. Forty-five Danish soldiers protect the embassy there.",
            ["presence reported DK 45 personnel Juba"],
        ),
    ],
)
def test_who_is_left_who_is_on_the_way_and_who_protects(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Des soldats rwandais seraient à Kandi. « Il n'y en a aucun à Parakou », assure le préfet.",
            "presence denied RW None Parakou",
        ),
        (
            "fr",
            "Des soldats belges sont à Cincu. Une compagnie néerlandaise partage le camp avec eux.",
            "presence reported NL 1 companies Cincu",
        ),
        (
            "fr",
            "Deux navires bulgares sont à Varna. Le ministère dément que des soldats grecs les accompagnent.",
            "presence denied GR None Varna",
        ),
        (
            "en",
            "Belgian soldiers are at Cincu. A Dutch company has shared the camp with them since June.",
            "presence reported NL 1 companies Cincu",
        ),
        (
            "en",
            "Two Bulgarian ships are at Varna. Sofia denied that Greek soldiers were accompanying them.",
            "presence denied GR None Varna",
        ),
        (
            "en",
            "Six Chinese cutters sailed around Taiwan on Monday.",
            "presence reported CN 6 vessels Taiwan",
        ),
        (
            "en",
            "A Gabonese battalion landed at Goma. With it came 30 military engineers from Ghana.",
            "movement reported GH 30 personnel Ghana >, > Goma",
        ),
    ],
)
def test_who_is_there_with_others_or_around(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La clinique se vide à Bunia, où 60 médecins danois exerçaient depuis mars.",
            ["presence | DK | 60 personnel | Bunia"],
        ),
        (
            "en",
            "The clinic is empty in Bunia, where 60 Danish doctors had worked since March.",
            ["presence | DK | 60 personnel | Bunia"],
        ),
        # "y" with a verb of any kind, but not one that tells what is over
        (
            "fr",
            "Oslo a envoyé 90 hommes à Kidal, et un bataillon du génie y rénove la caserne.",
            ["movement | NO | 90 personnel | ? > Kidal", "presence | NO | 1 battalions | Kidal"],
        ),
        ("fr", "Oslo aide Kidal. Les soldats danois y voient un affront.", []),
        # a unit whose barracks are in a town is at home there
        ("fr", "On court devant la caserne de Vannes, où le 3e régiment a ses murs.", []),
        # who opens the sentence goes on behind an aside, and the verb of that is not all
        (
            "fr",
            "Quarante soldats danois, arrivés lundi de Gao, réparent la piste à Kidal.",
            ["movement | DK | 40 personnel | Gao > Kidal", "presence | DK | 40 personnel | Kidal"],
        ),
        (
            "en",
            "Thirty Danish soldiers, who left Gao on Monday, are clearing mines in Kidal.",
            ["movement | DK | 30 personnel | Gao > ?", "presence | DK | 30 personnel | Kidal"],
        ),
        (
            "fr",
            "Le Ghana fournit le gros des troupes, avec 500 hommes à Gao.",
            ["presence | GH | 500 personnel | Gao"],
        ),
        (
            "en",
            "Ghana provides the largest contingent, with 500 men in Gao.",
            ["presence | GH | 500 personnel | Gao"],
        ),
        # arms that somebody has in a place, and the noun of a place that opens a sentence
        (
            "fr",
            "Les routes sont coupées à Gao, où stationnent déjà cent obusiers russes.",
            ["presence | RU | 100 systems | Gao"],
        ),
        (
            "en",
            "Moscow keeps a hundred howitzers in Gao.",
            ["presence | RU | 100 systems | Gao"],
        ),
        (
            "fr",
            "Dans le port de Haïfa, deux frégates danoises bloquent la sortie.",
            ["presence | DK | 2 vessels | Port of Haifa"],
        ),
    ],
)
def test_who_does_anything_at_a_place_is_there(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Plus au nord, à Gao, la frégate kényane Mamba distribue de l'eau.",
            ["presence reported KE None Gao"],
        ),
        ("fr", "Pour sa part, à Gao, le ministre a parlé de 40 soldats kényans.", []),
        (
            "fr",
            "Le destroyer américain Milius a croisé lundi à moins de douze milles de Mombasa.",
            ["presence reported US None Mombasa"],
        ),
        (
            "en",
            "Further north, in Gao, forty Kenyan soldiers are digging wells.",
            ["presence reported KE 40 personnel Gao"],
        ),
    ],
)
def test_a_place_behind_a_phrase_that_opens_is_where_they_are(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le Danemark enverra la frégate Thetis, actuellement à Nouméa.",
            ["movement | DK | None | ", "presence | DK | None | Noumea"],
        ),
        (
            "en",
            "Denmark will send the frigate Thetis, currently in Noumea.",
            ["movement | DK | None | ", "presence | DK | None | Noumea"],
        ),
    ],
)
def test_where_a_force_is_now_is_not_where_it_goes(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected
