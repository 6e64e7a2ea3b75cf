"""Claims that reports tell in other words: verbs like nouns, those told of before, losses, figures."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)


def row(claim: Claim) -> str:
    """Return a claim as type, status, side, number and its places, with an arrow before where it goes."""
    number = claim.quantity and f"{claim.quantity.low or claim.quantity.high} {claim.quantity.unit}"
    places = [*(place.name for place in claim.places)]
    places += [f"{claim.origin.name} >"] if claim.origin else []
    places += [f"> {claim.destination.name}"] if claim.destination else []
    side = claim.actor and claim.actor.country_code
    return f"{claim.type.value} {claim.status.value} {side} {number} {', '.join(places)}".strip()


def rows(language: str, text: str) -> list[str]:
    document = Document("d", text, language=language, published=PUBLISHED)
    return [row(claim) for claim in pipeline.read_document(document).claims]


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
    assert rows("fr", text) == [expected]


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
    assert rows(language, text)[-1] == expected


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
    assert rows(language, text)[-1] == expected


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
    assert rows(language, text)[-1] == expected


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
    assert rows(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Onze soldats burundais ont péri mardi à El Baraf. L'hôpital fait état de vingt-cinq blessés.",
            ["casualties reported BI 11 personnel El Baraf", "casualties reported BI 25 personnel El Baraf"],
        ),
        (
            "fr",
            "Onze soldats burundais ont péri mardi à El Baraf. Le bilan est passé à treize morts.",
            ["casualties reported BI 11 personnel El Baraf", "casualties reported BI 13 personnel El Baraf"],
        ),
        (
            "fr",
            "Des soldats belges ont été attaqués mardi près de Gao : deux morts, cinq blessés.",
            ["casualties reported BE 2 personnel Gao", "casualties reported BE 5 personnel Gao"],
        ),
        (
            "en",
            "Three Danes fell near Gao on Tuesday. The ministry speaks of four wounded.",
            ["casualties reported DK 3 personnel Gao", "casualties confirmed DK 4 personnel Gao"],
        ),
        (
            "en",
            "An attack on Togolese soldiers near Dapaong left four dead.",
            ["casualties reported TG 4 personnel Dapaong"],
        ),
        (
            "en",
            "A Danish battalion is in Gao. The ministry spoke of four dead.",
            ["presence reported DK 1 battalions Gao"],
        ),
        (
            "en",
            "Three Danes fell near Gao on Tuesday. A train crash left four dead in Leeds.",
            ["casualties reported DK 3 personnel Gao"],
        ),
        ("fr", "Le séisme a fait 40 morts. Le maire parle de 60 blessés.", []),
    ],
)
def test_so_many_lost_of_the_force_just_told(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


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
    assert rows(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Forty Danes reached Gao in May. The army has not said whether it would send more men to Kidal.",
        ),
        ("en", "Forty Danes reached Gao in May. No officer would say whether other garrisons will follow."),
        ("en", "Forty Danes reached Gao in May. It is unclear whether the soldiers will leave Gao."),
        ("fr", "Quarante Danois ont gagné Gao en mai. L'armée n'a pas dit s'il enverrait 20 hommes à Kidal."),
        ("fr", "Quarante Danois ont gagné Gao en mai. On ignore combien de Danois ont quitté Gao."),
    ],
)
def test_a_question_left_open_tells_nothing(language: str, text: str) -> None:
    assert rows(language, text) == ["movement reported DK 40 personnel > Gao"]


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
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


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
    assert rows("fr", f"Cincu est calme. Huit cents Français {verb}.") == [expected]


def test_who_is_there_is_no_force_by_that() -> None:
    assert rows("fr", "Lille est calme. Les habitants s'y trouvent bien, les clubs s'y préparent.") == []


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
    assert rows(language, text)[-1].startswith(expected)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Vingt-trois soldats maliens tués, dix-neuf blessés à Boulkessy : le bilan est lourd.",
            [
                "casualties reported ML 23 personnel Boulikessi",
                "casualties reported ML 19 personnel Boulikessi",
            ],
        ),
        (
            "en",
            "Attack at Gao: two Danes killed, five wounded.",
            ["casualties reported DK 2 personnel Gao", "casualties reported DK 5 personnel Gao"],
        ),
    ],
)
def test_each_of_two_losses_has_its_number(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


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
    assert rows(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire est à Gao. Son départ est fixé au 3 mai."),
        ("fr", "Le club a dominé. Il en a perdu deux en mai."),
        ("en", "The players are in Leeds. Their departure is set for 3 May."),
    ],
)
def test_a_departure_of_nobody_told_of(language: str, text: str) -> None:
    assert rows(language, text) == []


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
    assert rows(language, text) == [expected]


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
    assert rows(language, text) == expected


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
    assert rows(language, text) == [expected]


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
    assert rows(language, text)[-1] == expected


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
    assert rows(language, text)[-1] == "movement reported TR 900 personnel > Antakya"


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
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Onze casques bleus blessés ont été transportés à Dakar mardi.",
            ["movement reported None 11 personnel > Dakar"],
        ),
        (
            "fr",
            "Cinq marins blessés sont arrivés à Toulon dimanche.",
            ["movement reported None 5 personnel > Toulon"],
        ),
        (
            "fr",
            "Deux soldats tués à Kidal ont été rapatriés jeudi à N'Djamena.",
            ["casualties reported None 2 personnel Kidal"],
        ),
        (
            "fr",
            "Les corps des trois soldats tués vendredi ont été rapatriés à Dacca.",
            ["casualties reported None 3 personnel"],
        ),
        ("en", "The bodies of the four Burundian peacekeepers arrived in Bujumbura on Sunday.", []),
        (
            "en",
            "Two soldiers killed at Kidal on Monday were flown home to Lomé.",
            ["casualties reported None 2 personnel Kidal"],
        ),
        (
            "en",
            "Two soldiers were killed at Kidal and the battalion was withdrawn to Gao.",
            [
                "casualties reported None 2 personnel Kidal",
                "movement reported None None > Gao",
            ],
        ),
    ],
)
def test_the_dead_go_nowhere_and_the_wounded_were_not_lost_where_they_are_taken(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Trois soldats italiens ont été blessés lundi à Gao. Les blessés ont été évacués vers Herat.",
            ["casualties reported IT 3 personnel Gao", "movement reported IT None > Herat"],
        ),
        (
            "fr",
            "Un bataillon tchadien est à Gao. Une bombe a fait six morts. Les blessés sont repartis à Ber.",
            ["presence reported TD 1 battalions Gao"],
        ),
        (
            "en",
            "Three Italian soldiers were wounded at Gao on Monday. The wounded were flown to Herat.",
            ["casualties reported IT 3 personnel Gao", "movement reported IT None > Herat"],
        ),
        ("en", "Nine villagers were killed in Otite on Sunday. The wounded were taken to Drodro.", []),
        (
            "en",
            "Four Ugandan soldiers were wounded at Golweyn on Monday. The injured are out of danger.",
            ["casualties reported UG 4 personnel Golweyn"],
        ),
        (
            "fr",
            "Onze soldats tchadiens ont été transportés à l'hôpital militaire de Bamako.",
            ["movement reported TD 11 personnel > Bamako"],
        ),
    ],
)
def test_the_wounded_are_those_who_were_just_lost(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le Rwanda a retiré 200 hommes de Pemba et a encore 900 soldats à Mueda.",
            ["movement reported RW 200 personnel Pemba >", "presence reported RW 900 personnel Mueda"],
        ),
        (
            "en",
            "Rwanda has lost four soldiers at Mueda and has 2,000 troops in Pemba.",
            ["casualties reported RW 4 personnel Mueda", "presence reported RW 2000 personnel Pemba"],
        ),
        (
            "en",
            "Two Fijians were hurt last month when a mortar round landed near their post at Camp Ziouani.",
            ["casualties reported FJ 2 personnel Camp Ziouani"],
        ),
    ],
)
def test_what_somebody_also_has_and_how_a_loss_came_about(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected


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
    assert rows(language, text) == [expected]


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
    assert rows(language, text) == expected


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
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Trois cars de CRS ont gagné Calais lundi.", "movement reported None None > Calais"),
        (
            "fr",
            "Une bonne centaine de CRS ont gagné Calais.",
            "movement reported None 100 personnel > Calais",
        ),
        ("en", "Three rows of soldiers guard the palace in Gao.", "presence reported None None Gao"),
        ("en", "Sixty members of special forces are in Gao.", "presence reported None 60 personnel Gao"),
        (
            "en",
            "The carrier is in the Gulf of Aden with three destroyers and some 5,000 crew.",
            "presence reported None 5000 personnel Gulf of Aden",
        ),
    ],
)
def test_what_a_number_counts_that_is_made_up_of_people(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]


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
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Claims that Rwanda sent 900 men to Goma are not borne out.",
            ["movement unconfirmed RW 900 personnel > Goma"],
        ),
        (
            "en",
            "Claims that Poland sent 900 men to Kolno are not supported by imagery.",
            ["movement unconfirmed PL 900 personnel > Kolno"],
        ),
        (
            "en",
            "The Russians are in Gao. Reports of a withdrawal from Ber could not be verified.",
            ["presence reported RU None Gao", "movement unconfirmed RU None Ber >"],
        ),
        (
            "en",
            "A group, some 100 strong, has moved on to Gao.",
            ["movement reported None 100 personnel > Gao"],
        ),
        (
            "fr",
            "Les Russes sont à Gao. Un retrait vers Kidal est prévu en mai.",
            ["presence reported RU None Gao", "movement expected RU None > Kidal"],
        ),
    ],
)
def test_what_is_not_borne_out_and_an_event_that_counts_nobody(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == expected
