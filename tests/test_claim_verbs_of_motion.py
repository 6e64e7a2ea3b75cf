"""Verbs of coming, going, joining and being brought, in other words than "to go"."""

import pytest

from .read_claims import outlines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La frégate danoise, elle, patrouille en mer Rouge.", "presence reported DK None Red Sea"),
        ("Une compagnie togolaise patrouille à Kidal.", "presence reported TG 1 companies Kidal"),
        ("L'armée tchadienne patrouille dans les rues de Bol.", "presence reported TD None Bol"),
        ("Une petite patrouille belge est arrivée à Gao.", "movement reported BE None > Gao"),
        ("La première patrouille est arrivée à Gao.", "movement reported None None > Gao"),
    ],
)
def test_a_word_for_a_force_may_be_the_verb(text: str, expected: str) -> None:
    assert outlines("fr", text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quatre-vingts Français sont à Derna. Vingt d'entre eux ont pris lundi la route de Tobrouk.",
            "movement reported FR 20 personnel > Tobruk",
        ),
        (
            "fr",
            "Erbil est calme. Une centaine de Canadiens y conseillent déjà les peshmergas.",
            "presence reported CA 100 personnel Erbil",
        ),
        (
            "fr",
            "Quarante instructeurs espagnols enseignent depuis mai à Bamako.",
            "presence reported ES 40 personnel Bamako",
        ),
        (
            "en",
            "Canada sent sixty soldiers to Erbil in May. Another 260 soldiers had got there in April.",
            "movement reported CA 260 personnel > Erbil",
        ),
        (
            "en",
            "Turkish troops are in Tapa. Ten thousand are to be there by 15 August.",
            "movement expected TR 10000 personnel > Tapa",
        ),
        (
            "en",
            "Tapa lies in Estonia. A British squadron will exercise there in May.",
            "presence expected GB 1 squadron Tapa",
        ),
        (
            "en",
            "There had been 111 Chinese boats at Whitsun Reef on 13 November.",
            "presence reported CN 111 vessels Whitsun Reef",
        ),
        (
            "en",
            "American special forces are in Marawi to give technical help.",
            "presence reported US None Marawi",
        ),
    ],
)
def test_other_verbs_of_coming_and_being(language: str, text: str, expected: str) -> None:
    assert outlines(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Lens a battu Metz hier. La première est arrivée à Lyon."),
        ("fr", "Le maire a pris la route de Lyon, laissant derrière lui un bilan lourd."),
        ("fr", "Les touristes belges ont pris lundi le chemin de Venise."),
        ("en", "The band left Leeds, leaving behind some 40 fans. They got there late."),
        ("en", "There had been 111 flights to Leeds on Monday. The first was late."),
        ("en", "The tourists left Venice on Sunday. The first reached Vienna at night."),
    ],
)
def test_nothing_is_told_where_no_force_moves(language: str, text: str) -> None:
    assert outlines(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le sous-marin américain Helena fait relâche à Limassol.",
            ["presence reported US None Limassol"],
        ),
        (
            "fr",
            "Le sous-marin américain Helena a fait relâche à Limassol.",
            ["movement reported US None > Limassol"],
        ),
        (
            "fr",
            "La frégate danoise faisait escale vendredi à Djibouti.",
            ["presence reported DK None Djibouti"],
        ),
        (
            "en",
            "Nine Danish soldiers are in hospital in Bamako.",
            ["casualties reported DK 9 personnel Bamako"],
        ),
        (
            "en",
            "An American C-17 dropped off 40 gendarmes in Port-au-Prince.",
            ["movement reported US 40 personnel > Port-au-Prince"],
        ),
        ("en", "Nine tourists are in hospital in Leeds. The bus dropped off 40 pupils in York.", []),
    ],
)
def test_calls_hospitals_and_who_is_dropped_off(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les Casques bleus ont abandonné leurs positions à Sake.",
            ["movement reported None None Sake >"],
        ),
        (
            "fr",
            "Les Danois quitteront leur camp à Gao en mai pour Bamako.",
            ["movement expected DK None Gao >, > Bamako"],
        ),
        ("fr", "Les élèves ont quitté leur école à Sake.", []),
        (
            "en",
            "Two Danish soldiers stepped on a mine in Gao.",
            ["casualties reported DK 2 personnel Gao"],
        ),
        ("en", "Two tourists stepped on a mine in Gao.", []),
    ],
)
def test_positions_given_up_and_mines(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quarante infirmiers militaires togolais ont été accueillis mardi à l'aéroport de Dakar.",
            "movement reported TG 40 personnel > Léopold Sédar Senghor International Airport",
        ),
        (
            "en",
            "Ninety Ghanaian soldiers were welcomed on Tuesday at Bissau airport.",
            "movement reported GH 90 personnel > Osvaldo Vieira International Airport",
        ),
        (
            "fr",
            "Cent soldats gabonais se sont installés à Bangui.",
            "movement reported GA 100 personnel > Bangui",
        ),
        (
            "fr",
            "Le Kenya a engagé 900 hommes dans le sud de la Somalie.",
            "movement reported KE 900 personnel > southern Somalia",
        ),
        (
            "en",
            "The frigate HMS Kent was back in Plymouth by 3 October.",
            "movement reported GB None > Plymouth",
        ),
    ],
)
def test_who_is_welcomed_settles_or_is_back_has_come(language: str, text: str, expected: str) -> None:
    assert outlines(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La compagnie togolaise a été relevée vendredi à Kidal par 120 soldats tchadiens.",
            ["movement reported TD 120 personnel > Kidal"],
        ),
        (
            "fr",
            "La frégate belge a été remplacée au large de Beyrouth par la frégate allemande Hessen.",
            ["movement reported DE None > Beirut"],
        ),
        ("fr", "Le colonel a été relevé de ses fonctions vendredi à Bamako par le président.", []),
        ("fr", "Les enquêteurs ont relevé trois erreurs à Gao.", []),
        (
            "en",
            "The Danish frigate was joined in the Red Sea on Monday by a Greek destroyer.",
            ["movement reported GR 1 vessels > Red Sea"],
        ),
        (
            "en",
            "The battalion will be relieved in May at Naqoura by 300 Finns.",
            ["movement expected FI 300 personnel > Naqoura"],
        ),
        ("en", "The general was relieved of his command on Friday in Bamako by the president.", []),
        (
            "en",
            "Romania has a battery at Sulina. The battery was joined on Friday by a second one.",
            ["presence reported RO 1 battery Sulina", "movement reported RO 1 battery > Sulina"],
        ),
    ],
)
def test_who_joins_or_relieves_stands_behind_the_place_as_well(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L'armée marocaine a acheminé lundi par hélicoptère vingt tonnes de vivres à Marrakech.",
            "supply reported MA 20 tonne > Marrakesh",
        ),
        (
            "fr",
            "Le Chili a exclu l'envoi d'un navire en mer Rouge.",
            "movement denied CL 1 vessels > Red Sea",
        ),
        (
            "en",
            "The Americans put ashore at Monrovia the 300 marines.",
            "movement reported US 300 personnel > Monrovia",
        ),
    ],
)
def test_what_is_sent_stands_behind_how_and_where(language: str, text: str, expected: str) -> None:
    assert outlines(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La mission de l'ONU attend 400 soldats éthiopiens à Abyei la semaine prochaine.",
            ["movement expected ET 400 personnel > Abyei"],
        ),
        (
            "en",
            "The ministry expects 200 Bangladeshi police officers in Juba next week.",
            ["movement expected BD 200 personnel > Juba"],
        ),
        ("en", "Drivers should expect columns in Tallinn.", ["presence reported None None Tallinn"]),
        (
            "fr",
            "Une compagnie belge prend part à l'exercice Crystal Arrow en Lettonie.",
            ["presence reported BE 1 companies Latvia"],
        ),
        (
            "fr",
            "Environ 1 100 soldats français participent depuis dimanche à Nordic Response, en Norvège.",
            ["presence reported FR 1100 personnel Norway"],
        ),
        ("fr", "La corvette a été remorquée vers Mersin.", ["movement reported None None > Mersin"]),
        (
            "fr",
            "Bagdad dément que des soldats turcs se soient approchés du barrage de Mossoul.",
            ["movement denied TR None > Mosul Dam"],
        ),
        ("fr", "Le départ des soldats maliens s'approche de son terme.", []),
    ],
)
def test_who_is_awaited_takes_part_or_comes_near(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The arrival of 120 Kenyan soldiers in Pemba brings the mission's strength to 620.",
            ["movement reported KE 120 personnel > Pemba"],
        ),
        (
            "en",
            "Togo's government announced the recall of its 90 policemen from Pemba.",
            ["movement confirmed TG 90 personnel Pemba >"],
        ),
        ("en", "The factory announced the recall of 4,000 trucks in Germany.", []),
        (
            "en",
            "The Greek frigate, docked in Limassol, will sail on Friday for Haifa.",
            ["presence reported GR None Limassol", "movement expected GR None > Haifa"],
        ),
        (
            "en",
            "The Greek frigate, with 200 sailors on board, docked in Limassol on Monday.",
            ["movement reported GR 200 personnel > Limassol"],
        ),
        (
            "fr",
            "Le gouvernement togolais a annoncé le rappel de ses 90 policiers de Pemba.",
            ["movement confirmed TG 90 personnel Pemba >"],
        ),
        ("fr", "Le rappel des faits a été lu à Rennes devant les gendarmes.", []),
    ],
)
def test_recalls_and_ships_that_lie_somewhere(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Tijuana saw 500 soldiers arrive.", "movement reported None 500 personnel > Tijuana"),
        ("en", "Gao saw 300 Togolese soldiers leave on Monday.", "movement reported TG 300 personnel Gao >"),
        (
            "en",
            "Villagers watched 40 Russian trucks leave for Kidal on Sunday.",
            "movement reported RU 40 vehicles > Kidal",
        ),
        ("fr", "Gao a vu partir 300 soldats togolais lundi.", "movement reported TG 300 personnel Gao >"),
        ("en", "The Kenyans soon left Kidal.", "movement reported KE None Kidal >"),
        ("en", "The Kenyans will soon leave Kidal.", "movement expected KE None Kidal >"),
    ],
)
def test_what_somebody_saw_and_what_soon_happened_is_over(language: str, text: str, expected: str) -> None:
    assert outlines(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les Sénégalais ont quitté Gao en mai et les Burundais ont suivi.",
            ["movement reported SN None Gao >", "movement reported BI None Gao >"],
        ),
        (
            "fr",
            "Les Sénégalais ont quitté Gao le 3 mai, les Togolais ont suivi une quinzaine plus tard.",
            ["movement reported SN None Gao >", "movement reported TG None Gao >"],
        ),
        (
            "fr",
            "Les Sénégalais ont quitté Gao en mai. Les Soudanais du Sud sont partis les derniers.",
            ["movement reported SN None Gao >", "movement reported SS None Gao >"],
        ),
        (
            "en",
            "The Malawians left Goma in May, and the Tanzanians followed a fortnight later.",
            ["movement reported MW None Goma >", "movement reported TZ None Goma >"],
        ),
        (
            "en",
            "The Senegalese left Gao in May. The South Sudanese were the last to go.",
            ["movement reported SN None Gao >", "movement reported SS None Gao >"],
        ),
        (
            "en",
            "The Senegalese were the first to leave Gao, in May, and the Burundians left Kidal in June.",
            ["movement reported SN None Gao >", "movement reported BI None Kidal >"],
        ),
        (
            "en",
            "The first to arrive in Mogadishu were the 500 Egyptian soldiers.",
            ["movement reported EG 500 personnel > Mogadishu"],
        ),
        (
            "fr",
            "Les premiers à arriver à Mogadiscio ont été les 500 soldats égyptiens.",
            ["movement reported EG 500 personnel > Mogadishu"],
        ),
        ("en", "The first to arrive in Gao was the president.", []),
    ],
)
def test_who_follows_goes_the_same_way_and_who_is_first_stands_behind_the_verb(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quatre soldats ont été blessés lundi à Gao ; un hélicoptère les a déposés à Niamey.",
            ["casualties reported None 4 personnel Gao", "movement reported None 4 personnel > Niamey"],
        ),
        (
            "fr",
            "Les 300 soldats togolais sont à Gao. L'armée les retirera en mai.",
            ["presence reported TG 300 personnel Gao", "movement expected TG None Gao >"],
        ),
        ("fr", "Trois cents habitants ont fui Gao. L'armée les a conduits à Ansongo.", []),
        ("fr", "Les envoyés spéciaux sont à Gao depuis lundi.", []),
        (
            "fr",
            "Soixante soldats danois sont montés lundi de Bamako à Gao.",
            ["movement reported DK 60 personnel Bamako >, > Gao"],
        ),
        ("fr", "Le contingent danois est descendu de 500 à 300 hommes.", []),
    ],
)
def test_les_before_a_verb_are_whom_it_moves_and_who_goes_up_goes(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected
