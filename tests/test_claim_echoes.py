"""What a sentence tells of several forces, ways and times, each rule with a sentence that needs it."""

import pytest

from .test_claim_rules import read, rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le Niger a dépêché 500 hommes à Gao, le Nigeria 160 à Bamako.",
            [
                "movement | 500 personnel | ? > Gao | reported",
                "movement | 160 personnel | ? > Bamako | reported",
            ],
        ),
        (
            "fr",
            "La Géorgie enverra 140 soldats à Bangui et l’Estonie une cinquantaine.",
            [
                "movement | 140 personnel | ? > Bangui | expected",
                "movement | 50 personnel | ? > Bangui | expected",
            ],
        ),
        (
            "fr",
            "Des Rafale sont stationnés à N’Djamena, au Tchad, et des Mirage 2000 D à Bamako.",
            ["presence | None | N'Djamena | reported", "presence | None | Bamako | reported"],
        ),
        (
            "fr",
            "Huit soldats ont été blessés mercredi près de Kidal, et deux autres dimanche à Gao.",
            ["casualties | 8 personnel | Kidal | reported", "casualties | 2 personnel | Gao | reported"],
        ),
        (
            "en",
            "Two thousand soldiers were flown from Gao to Kidal, and 600 from Bamako.",
            [
                "movement | 2000 personnel | Gao > Kidal | reported",
                "movement | 600 personnel | Bamako > Kidal | reported",
            ],
        ),
        (
            "en",
            "Forty Russian soldiers landed at Gao in May and pulled out of Kidal in June.",
            [
                "movement | 40 personnel | ? > Gao | reported",
                "movement | 40 personnel | Kidal > ? | reported",
            ],
        ),
    ],
)
def test_what_leaves_its_verb_out_is_a_claim_of_its_own(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Transfert, mardi, de vingt blindés maliens de Gao à Kidal.", "Gao > Kidal"),
        ("fr", "De Gao, deux régiments français ont été rappelés en juin.", "Gao > ?"),
        ("fr", "Les parachutistes partis ce midi de Gao se sont posés à Kidal.", "Gao > Kidal"),
        ("fr", "Trois Rafale français ont quitté dans un fracas Gao.", "Gao > ?"),
        ("en", "Soldiers from Jamaica were flown from Gao to Kidal.", "Gao > Kidal"),
        ("en", "The French troops based in Gao left on Monday.", "Gao > ?"),
        ("en", "A Dutch frigate put to sea on Monday to patrol the Black Sea.", "? > Black Sea"),
    ],
)
def test_where_a_way_begins_and_ends(language: str, text: str, expected: str) -> None:
    (found,) = rows(language, text)
    assert found.split(" | ")[2] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Des chars sont à Gao. Deux avions français venus de la base de Niamey se sont posés à Kidal.",
            "movement | 2 aircraft | Niamey > Kidal | reported",
        ),
        (
            "fr",
            "Vingt policiers maliens, venus de Gao, patrouillent à Kidal.",
            "movement | 20 personnel | Gao > Kidal | reported",
        ),
        (
            "fr",
            "Chassées de Gao, les troupes françaises conservent un millier d'hommes à Kidal.",
            "movement | None | Gao > ? | reported",
        ),
        (
            "en",
            "The Dutch team, until then based in Gao, left on Monday.",
            "movement | None |  | reported",
        ),
        (
            "en",
            "The Dutch team, until then based in Gao, left Mali on Monday.",
            "movement | None | Mali > ? | reported",
        ),
    ],
)
def test_who_came_from_afar_came_to_where_it_is(language: str, text: str, expected: str) -> None:
    assert expected in rows(language, text)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        (
            "en",
            "Germany’s contingent with the UN mission, 1,100 strong, is quartered in Gao.",
            "1100 personnel",
        ),
        ("en", "Numbering 850 men, the Chadian contingent reached Gao.", "850 personnel"),
        ("en", "A 300-strong Dutch detachment arrived in Gao.", "300 personnel"),
        ("en", "The Dutch frigate left Gao with 160 sailors on board.", "160 personnel"),
        ("en", "About 500 marines of 45 Commando are camped in Gao.", "500 personnel"),
        ("en", "Some 170 Russian “instructors” flew to Gao.", "170 personnel"),
        ("en", "Washington puts the number of Iraqi soldiers in Kuwait at 160,000.", "160000 personnel"),
        ("en", "One of the Dutch soldiers died in Gao.", "1 personnel"),
        ("en", "A handful of Dutch soldiers live in Gao.", "None"),
        ("en", "The Dutch deny having sent a single soldier to Gao.", "None"),
        ("en", "Ukrainian forces captured 102 Russian soldiers near Gao.", "102 personnel"),
        ("fr", "Fort de 110 véhicules, le convoi malien a quitté Kidal pour Gao.", "110 vehicles"),
        ("fr", "Quatorze avions russes MiG-29 et Su-24 ont été envoyés à Gao.", "14 aircraft"),
        ("fr", "Un millier de soldats et de policiers maliens sont à Gao.", "1000 personnel"),
        ("fr", "Une centaine d'instructeurs et de soldats maliens sont à Gao.", "100 personnel"),
    ],
)
def test_how_many_a_sentence_tells(language: str, text: str, number: str) -> None:
    (found,) = rows(language, text)
    assert found.split(" | ")[1] == number


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Dutch troops will be in Gao from 15 March.", "2025-03-15/.."),
        ("en", "In April forty Dutch airmen were flown home from Gao.", "2024-04"),
        ("en", "Forty Dutch soldiers arrived in Gao on 3 May to take over the guard of it.", "2024-05-03"),
        ("en", "On 3 January Dutch troops fled from Gao; 20 Malian soldiers are camped in Kidal.", None),
        ("en", "The Dutch battalion pulled out of Gao on the 29th.", "2024-09-29"),
        ("en", "The Dutch battalion will pull out of Gao on the 9th.", "2024-11-09"),
        ("en", "The Dutch battalion pulled out of Gao on 29 October.", "2024-10-29"),
        ("fr", "Le bataillon néerlandais a quitté Gao le 29.", "2024-09-29"),
        ("en", "Dutch armour was said last night to be pulling back from Gao.", "2024-10-20/2024-10-21"),
    ],
)
def test_when_it_was_and_when_it_will_be(language: str, text: str, edtf: str | None) -> None:
    last = read(language, text)[-1]
    assert (last.time and last.time.edtf) == edtf


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Helicopters of the German special forces were flown to Gao.", "DE"),
        ("en", "Forty vehicles of the Russian 76th Guards Air Assault Division reached Gao.", "RU"),
        ("en", "The carrier is on station off Iceland, the US Navy says.", "US"),
        ("en", "Two Belarusian battalions and three batteries moved to Gao.", "BY"),
    ],
)
def test_whose_a_force_is(language: str, text: str, side: str) -> None:
    assert {claim.actor.country_code for claim in read(language, text) if claim.actor} == {side}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He would not say how long they will stay."),
        ("en", "Ten soldiers were killed in Gao. The capture of Kidal was a surprise."),
        ("fr", "Trente soldats maliens sont à Gao. Restent les volontaires."),
        ("fr", "Trente soldats maliens sont à Gao. On vend 50 000 tonnes de maïs à Kidal."),
    ],
)
def test_what_says_nothing_of_a_force_adds_no_claim(language: str, text: str) -> None:
    assert len(rows(language, text)) <= 1


def test_a_rumour_that_runs_is_no_remark_on_the_sentence_before() -> None:
    told = "La République dominicaine a dépêché 1200 soldats à Gao. Déjà, les rumeurs courent."
    assert [row.rsplit(" | ", 1)[1] for row in rows("fr", told)] == ["reported"]


def test_the_press_is_no_office() -> None:
    text = "Four Dutch jets have been stationed at Gao since May."
    assert [claim.status.value for claim in read("en", text, publisher="Defence News")] == ["reported"]
    assert [claim.status.value for claim in read("en", text, publisher="Ministry of Defence")] == [
        "confirmed"
    ]


def test_she_is_the_ship_named_before() -> None:
    told = rows("en", "The Dutch frigate Evertsen left Gibraltar. She reached Souda Bay on Wednesday.")
    assert [row.split(" | ")[2] for row in told] == ["Gibraltar > ?", "? > Souda Bay"]
    assert len(rows("en", "The Dutch frigate left Gibraltar. It is the best hotel in Souda.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dutch troops did not stay but returned to Kidal in May.", ["movement | None | ? > Kidal"]),
        (
            "Forty Dutch soldiers arrived in Gao but left Kidal on Monday.",
            ["movement | 40 personnel | ? > Gao", "movement | 40 personnel | Kidal > ?"],
        ),
        ("A mine exploded and this killed three Dutch soldiers in Gao.", ["casualties | 3 personnel | Gao"]),
        ("Ninety lorries with tents crossed from Gao to Kidal.", ["supply | 90 vehicles | Gao > Kidal"]),
        ("Sapper Lee Horrocks, 22, was wounded near Gao.", ["casualties | None | Gao"]),
        (
            "A thousand Dutch, soldiers and police, were flown to Gao.",
            ["movement | 1000 personnel | ? > Gao"],
        ),
    ],
)
def test_clauses_loads_and_names(text: str, expected: list[str]) -> None:
    assert [found.rsplit(" | ", 1)[0] for found in rows("en", text)] == expected


def test_losses_of_a_sentence_share_its_day() -> None:
    text = "Two Dutch soldiers were killed on Sunday near Gao, and a Malian soldier was wounded."
    assert [claim.time and claim.time.edtf for claim in read("en", text)] == ["2024-10-20", "2024-10-20"]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "L'Allemagne, qui a promis d'envoyer 140 soldats à Gao, attend.", []),
        ("fr", "Kigali dément avoir perdu un homme à Gao, comme l'affirmait un site.", ["Kigali"]),
        ("fr", "Contrairement à ce qu'ont écrit des médias, aucune unité française ne combat à Gao.", []),
        ("en", "The ministry, which denied that Dutch troops were in Gao, gave no figures.", []),
        ("en", "The ministry denied that Dutch troops were in Gao.", ["ministry"]),
    ],
)
def test_a_word_that_joins_clauses_says_nothing(language: str, text: str, said: list[str]) -> None:
    assert [source.text for source in read(language, text)[-1].attribution] == said


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Denmark sent 300 soldiers to northern Norway. The 300 soldiers were sent to Norway on Monday.",
            ["movement | 300 personnel | ? > northern Norway | reported"],
        ),
        (
            "fr",
            "Trois frégates sont dans l'ouest de la mer Noire. Trois frégates sont en mer Noire lundi.",
            ["presence | 3 vessels | western Black Sea | reported"],
        ),
        (
            "en",
            "Denmark sent 300 soldiers to northern Norway. Denmark sent 300 soldiers to southern Norway.",
            [
                "movement | 300 personnel | ? > northern Norway | reported",
                "movement | 300 personnel | ? > southern Norway | reported",
            ],
        ),
    ],
)
def test_a_land_told_after_a_part_of_it_is_no_claim_more(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Italy has 400 soldiers in Latvia and will have 1,000 there by June.",
            [
                "presence | 400 personnel | Latvia | reported",
                "movement | 1000 personnel | ? > Latvia | expected",
            ],
        ),
        (
            "en",
            "Norway had 90 soldiers in Gao last year and now has 30 there.",
            ["presence | 90 personnel | Gao | reported", "presence | 30 personnel | Gao | reported"],
        ),
        (
            "fr",
            "La Pologne, qui a 250 soldats au Liban, en aura 400 d’ici mars.",
            [
                "presence | 250 personnel | Lebanon | reported",
                "movement | 400 personnel | ? > Lebanon | expected",
            ],
        ),
        (
            "fr",
            "L’Allemagne avait 1 200 soldats au Mali en 2022 mais n’en a plus que 90.",
            ["presence | 1200 personnel | Mali | reported", "presence | 90 personnel | Mali | reported"],
        ),
    ],
)
def test_how_many_somebody_has_at_another_time(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Japan sent a destroyer and two patrol aircraft to Djibouti.",
            [
                "movement | 2 aircraft | ? > Djibouti | reported",
                "movement | 1 vessels | ? > Djibouti | reported",
            ],
        ),
        (
            "en",
            "Spain will send 200 soldiers and a helicopter detachment to Gao.",
            ["movement | None | ? > Gao | expected", "movement | 200 personnel | ? > Gao | expected"],
        ),
        (
            "fr",
            "L’Espagne enverra une compagnie d’infanterie et une batterie d’artillerie à Gao.",
            ["movement | 1 battery | ? > Gao | expected", "movement | 1 companies | ? > Gao | expected"],
        ),
        (
            "fr",
            "Le Japon a envoyé deux destroyers et un avion de patrouille à Djibouti.",
            [
                "movement | 1 aircraft | ? > Djibouti | reported",
                "movement | 2 vessels | ? > Djibouti | reported",
            ],
        ),
    ],
)
def test_and_joins_a_force_of_another_kind(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "4 500 soldats français étaient au Mali. Ils ne sont plus que 600.", 600),
        ("fr", "4 500 soldats français étaient au Mali. Ils n’étaient que 90 en juillet.", 90),
        ("en", "In 2013 there were 4,500 French soldiers in Mali. They were only 600 in July.", 600),
        ("en", "In 2013 there were 4,500 French soldiers in Mali. They now number 400.", 400),
    ],
)
def test_how_many_they_are_at_another_time(language: str, text: str, expected: int) -> None:
    assert [row.split(" | ")[1] for row in rows(language, text)] == [
        "4500 personnel",
        f"{expected} personnel",
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "US forces left Niamey in July and Agadez in August.",
            ["movement | None | Niamey > ? | reported", "movement | None | Agadez > ? | reported"],
        ),
        (
            "en",
            "The frigate visited Souda on Monday, Haifa on Thursday and Limassol on Saturday.",
            [
                "movement | None | ? > Souda | reported",
                "movement | None | ? > Haifa | reported",
                "movement | None | ? > Limassol | reported",
            ],
        ),
        (
            "fr",
            "Le bataillon français quittera Gao en mars et Tombouctou en juin.",
            ["movement | None | Gao > ? | expected", "movement | None | Timbuktu > ? | expected"],
        ),
        (
            "fr",
            "Londres retirera 150 soldats d’Erbil en janvier et 200 de Bagdad en avril.",
            [
                "movement | 150 personnel | Erbil > ? | expected",
                "movement | 200 personnel | Baghdad > ? | expected",
            ],
        ),
    ],
)
def test_a_verb_is_told_once_of_two_towns(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected
