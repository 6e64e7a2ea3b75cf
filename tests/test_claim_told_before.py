"""Forces, places and verbs that a sentence takes from the one before: they, their, the first, the others."""

import pytest

from .read_claims import outlines, rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Mille soldats polonais sont arrivés à Gao. Cinq cents policiers viendront les épauler en mai.",
            "movement | PL | 500 personnel | ? > Gao",
        ),
        (
            "fr",
            "Une vingtaine d'avions russes ont relié Oulianovsk à Erevan mardi.",
            "movement | RU | 20 aircraft | Ulyanovsk > Yerevan",
        ),
        (
            "fr",
            "En mars 2013, 21 observateurs philippins ont été retenus trois jours à Gao par des rebelles.",
            "casualties | PH | 21 personnel | Gao",
        ),
        (
            "en",
            "The junta ordered all French troops out of Niger.",
            "movement | FR | None | Niger > ?",
        ),
        (
            "en",
            "Another 200 Danish soldiers are due on Friday.",
            "movement | DK | 200 personnel | ",
        ),
        (
            "en",
            "The convoy reached Gao on Monday. Forty more trucks are due next week.",
            "movement | None | 40 vehicles | ? > Gao",
        ),
        (
            "en",
            "Fifty Danes will join the battalion in Gao next week.",
            "movement | DK | 50 personnel | ? > Gao",
        ),
    ],
)
def test_further_verbs_lead_where_those_before_went(language: str, text: str, expected: str) -> None:
    assert rows(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Danes are leaving Gao. The withdrawal of all 300 soldiers will end on 5 July.",
            "movement | DK | 300 personnel | Gao > ?",
        ),
        (
            "fr",
            "Des Danois sont arrivés à Gao. Le déploiement de 300 hommes s'achèvera le 5 juillet.",
            "movement | DK | 300 personnel | ? > Gao",
        ),
        (
            "en",
            "Danish troops are in Gao. Forty Swedes arrived from Stockholm on Monday.",
            "movement | SE | 40 personnel | Stockholm > Gao",
        ),
        (
            "fr",
            "Des policiers kényans sont à Port-au-Prince. Vingt Jamaïcains sont venus de Kingston vendredi.",
            "movement | JM | 20 personnel | Kingston > Port-au-Prince",
        ),
        (
            "en",
            "Danish troops are in Gao. Forty Swedes left Stockholm on Monday.",
            "movement | SE | 40 personnel | Stockholm > ?",
        ),
        (
            "en",
            "Chinese ships are at Second Thomas Shoal. Two boats left Subic for the shoal on Friday.",
            "movement | CN | 2 vessels | Subic > Second Thomas Shoal",
        ),
        (
            "fr",
            "Sept cents soldats danois ont débarqué à Gao. Le premier avion en avait amené 190.",
            "movement | DK | 190 personnel | ? > Gao",
        ),
        (
            "en",
            "Russian troops are in Almaty.\n\n18:55 Kenya's parliament voted to send 150 soldiers to Goma.",
            "movement | KE | 150 personnel | ? > Goma",
        ),
        (
            "en",
            "The Irish battalion, 340 men and women, reached Tyre.",
            "movement | IE | 340 personnel | ? > Tyre",
        ),
        (
            "en",
            "The Danes came to Gao with 200 soldiers.",
            "movement | DK | 200 personnel | ? > Gao",
        ),
    ],
)
def test_what_was_told_before_says_where_and_of_whom(language: str, text: str, expected: str) -> None:
    assert rows(language, text)[-1] == expected


def test_the_prefecture_is_one_named_before() -> None:
    text = (
        "The mission has moved 60 Moroccan peacekeepers from Bangassou to Zemio, in Haut-Mbomou prefecture. "
        "A Kenyan company will be deployed to the prefecture."
    )
    assert rows("en", text)[-1] == "movement | KE | 1 companies | ? > Haut-Mbomou"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Dix Belges sont à Gao. Le contingent zambien a du retard. Il a quitté lundi Goma pour Lusaka.",
            "movement | ZM | None | Goma > Lusaka",
        ),
        (
            "en",
            "Twenty Belgian soldiers are in Gao. The Danish gunners are late. They are due in Gao on Friday.",
            "movement | DK | None | ? > Gao",
        ),
        (
            "en",
            "Twenty Belgians are in Gao. Malian police opened the road. They will leave for Kati on Friday.",
            "movement | BE | None | ? > Kati",
        ),
    ],
)
def test_they_are_the_force_that_the_sentence_before_speaks_of(
    language: str, text: str, expected: str
) -> None:
    assert rows(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Deux navires danois sont devant Beyrouth. Le premier a gagné Limassol hier.",
            "movement reported DK None > Limassol",
        ),
        (
            "fr",
            "Deux compagnies sénégalaises sont à Kidal. La seconde partira lundi pour Gao.",
            "movement expected SN None > Gao",
        ),
        (
            "fr",
            "Un convoi français a quitté Gao lundi. Un second a pris hier le chemin de Niamey.",
            "movement reported FR None > Niamey",
        ),
        (
            "fr",
            "Un convoi français est à Gao. C'est le premier départ prévu cette semaine.",
            "presence reported FR None Gao",
        ),
        (
            "en",
            "Two Danish ships left Kiel for Beirut. The first reached Limassol on Sunday.",
            "movement reported DK None > Limassol",
        ),
        (
            "en",
            "Forty Danes are in Gao. The first to leave Gao will fly home in May.",
            "movement expected DK None Gao >",
        ),
        (
            "en",
            "Danes and Finns are in Gao. The former will leave in May.",
            "movement expected DK None Gao >",
        ),
    ],
)
def test_the_first_of_those_told_of(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les sapeurs belges ont quitté Tombouctou lundi, laissant derrière eux une équipe.",
            "presence reported BE None Timbuktu",
        ),
        (
            "fr",
            "Un bataillon ghanéen est parti de Tamale, laissant derrière lui 40 hommes.",
            "presence reported GH 40 personnel Tamale",
        ),
        (
            "en",
            "The Danish battalion left Gao on Monday, leaving behind some 40 men.",
            "presence reported DK 40 personnel Gao",
        ),
        (
            "en",
            "The battalion left Gao on Monday, leaving 40 men behind.",
            "presence reported None 40 personnel Gao",
        ),
    ],
)
def test_who_is_left_behind_is_where_the_others_left(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les Suédois ont quitté Gao en mai, les Anglais en novembre.",
            ["movement reported SE None Gao >", "movement reported GB None Gao >"],
        ),
        (
            "fr",
            "Quatre-vingts Danois ont gagné Gao lundi, quarante Finlandais mardi.",
            ["movement reported DK 80 personnel > Gao", "movement reported FI 40 personnel > Gao"],
        ),
        (
            "en",
            "The Danish troops landed in Gao in May and the Finns in June.",
            ["movement reported DK None > Gao", "movement reported FI None > Gao"],
        ),
        (
            "en",
            "The Danes left Gao in May, three months after 40 British soldiers in February.",
            ["movement reported DK None Gao >"],
        ),
        (
            "fr",
            "Les soldats danois ont gagné Gao lundi, un officier mardi a démenti.",
            ["movement denied DK None > Gao"],
        ),
    ],
)
def test_a_second_force_with_its_own_day_needs_no_verb(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Gao attend. S'y ajouteront 120 Belges en mai.", "movement expected BE 120 personnel"),
        (
            "en",
            "Danes are in Cincu. They join the 800 French who have been training there since March.",
            "presence reported FR 800 personnel Cincu",
        ),
        (
            "en",
            "Two Danish ships left Kiel for Beirut. The other will leave Kiel on Friday.",
            "movement expected DK None Kiel >",
        ),
    ],
)
def test_more_of_them(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1].startswith(expected)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Cent Danois sont à Gao. Leur départ est fixé au 3 mai.", "movement expected DK None Gao >"),
        ("fr", "Cent Danois sont à Gao. Leur retrait commencera en mai.", "movement expected DK None Gao >"),
        (
            "en",
            "A hundred Danes are in Gao. Their withdrawal will begin in May.",
            "movement expected DK None Gao >",
        ),
        (
            "fr",
            "Cent Danois sont à Gao. L'armée en a perdu deux en mai.",
            "casualties reported DK 2 personnel Gao",
        ),
    ],
)
def test_their_departure_and_two_of_them(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire est à Gao. Son départ est fixé au 3 mai."),
        ("fr", "Le club a dominé. Il en a perdu deux en mai."),
        ("en", "The players are in Leeds. Their departure is set for 3 May."),
    ],
)
def test_a_departure_of_nobody_told_of(language: str, text: str) -> None:
    assert outlines(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Cent Coréens sont à Adana.\n\nL'armée turque se défend. Elle a engagé 900 hommes dans Antakya.",
        ),
        ("en", "A hundred Koreans are in Adana.\n\nThe Turkish army is blamed. It sent 900 men to Antakya."),
    ],
)
def test_whom_a_paragraph_is_about_sends_its_own_at_home_as_well(language: str, text: str) -> None:
    assert outlines(language, text)[-1] == "movement reported TR 900 personnel > Antakya"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A battalion remains in Gao. It will be withdrawn in May.",
            ["presence reported None 1 battalions Gao", "movement expected None None Gao >"],
        ),
        (
            "en",
            "The frigate docked in Toulon on Monday. It is expected to sail within a fortnight.",
            ["movement reported None None > Toulon", "movement expected None None Toulon >"],
        ),
        (
            "fr",
            "La frégate est à Toulon. Elle appareillera lundi.",
            ["presence reported None None Toulon", "movement expected None None Toulon >"],
        ),
        ("en", "The storm hit Gao. It left 300 dead on Monday.", []),
        (
            "fr",
            "La compagnie est à Gao. Il faudra la retirer en mai.",
            ["presence reported None None Gao"],
        ),
        ("fr", "Il faudrait envoyer 300 soldats à Gao.", []),
        ("fr", "Il faut que les soldats français quittent Gao.", []),
        (
            "fr",
            "Il a fallu trois semaines pour acheminer les 30 chars à Cincu.",
            ["movement reported None 30 vehicles > Cincu"],
        ),
    ],
)
def test_it_may_be_a_force_told_of_just_before_and_what_should_be_is_not(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L'armée kényane a perdu douze soldats à Gao. Elle s'est retirée lundi de Kidal.",
            ["casualties reported KE 12 personnel Gao", "movement reported KE None Kidal >"],
        ),
        (
            "fr",
            "L'armée kényane a envoyé 300 hommes à Gao. Ils ont pris position lundi à Kidal.",
            ["movement reported KE 300 personnel > Gao", "movement reported KE None > Kidal"],
        ),
        (
            "en",
            "The Kenyan army sent 300 men to Gao. On Friday it took up positions in Kidal.",
            ["movement reported KE 300 personnel > Gao", "movement reported KE None > Kidal"],
        ),
        (
            "en",
            "The Kenyan police sent 300 officers to Gao. It was raining in Kidal on Friday.",
            ["movement reported KE 300 personnel > Gao"],
        ),
    ],
)
def test_it_is_the_body_that_opened_the_sentence_before(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected
