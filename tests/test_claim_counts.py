"""How many, which part and when: what plain sentences tell of a force's number, share and day."""

import pytest

from geo import pipeline
from geo.records import Claim, Fate

from .read_claims import outlines, read, rows


def claims(text: str, language: str) -> tuple[Claim, ...]:
    row = {"id": "r", "text": text, "published": "2024-05-16", "language": language}
    return pipeline.read_document(pipeline.document_of({**row, "title": None, "publisher": None})).claims


def told(claim: Claim) -> str:
    """Return number, share and days of a claim in one line."""
    number = claim.quantity
    count = f"{number.low}-{number.high} {number.unit}" if number else "None"
    days = f"{claim.time.start}/{claim.time.end}" if claim.time else "None"
    return f"{count} | {claim.share.value if claim.share else None} | {days}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a number behind the force, beside its state, or of whom it consists
        ("The Malaysians, 275 of them, came ashore at Dili on Sunday.", "275-275 personnel | None"),
        ("The Danish engineers have come to Tapa by rail, 450 of them.", "450-450 personnel | None"),
        ("Engineers from Paraguay, 115 in number, remain in Tabarre.", "115-115 personnel | None"),
        ("An Argentine party of 24 landed at Marambio on Monday.", "24-24 personnel | None"),
        ("About 1,800 troops from the 3rd Brigade are in Romania.", "1800-1800 personnel | None"),
        ("Some 400 soldiers from 2nd Battalion will leave for Gao.", "400-400 personnel | None"),
        ("18 January 2024: 217 Kenyans land, which makes 600 in all.", "217-217 personnel | None"),
        ("A contingent of 70 from the Coast Guard arrived in Gao.", "70-70 personnel | None"),
        ("The first 120, infantrymen of the regiment, landed in Dili.", "120-120 personnel | part"),
        ("A medical team of 15 was flown by helicopter to Bria on Tuesday.", "15-15 personnel | None"),
        ("One further cutter, number 5303, put out from Sanya on Tuesday.", "1-1 vessels | more"),
        ("The column that left Goma on Tuesday numbered 38 vehicles.", "38-38 vehicles | None"),
        ("Canada has men in Riga and will withdraw 90 of them.", "90-90 personnel | part"),
        # who acts is the head, not what commas or "to relieve" add
        ("Two Dutch destroyers, the Haas and the Wezel, reached Aden.", "2-2 vessels | None"),
        ("About 500 troops are to deploy to Gao, the force said on Monday.", "500-500 personnel | None"),
        ("Fifty soldiers reached Honiara aboard an Australian transport aircraft.", "50-50 personnel | None"),
        ("Their crews are of a contingent of 310 Spaniards who are in Gao.", "310-310 personnel | None"),
        ("They are the vanguard of a battalion of 780 that is in Bria.", "780-780 personnel | None"),
        # of two figures the one in people
        ("Two Russian aircraft landed at Gao with 99 soldiers on board.", "99-99 personnel | None"),
        # a part of those who are known
        ("Ninety soldiers landed in Gao, the first of a battalion of 700.", "90-90 personnel | part"),
        ("The first planeload of arms, 600 assault rifles, reached Bangui.", "600-600 rifle | part"),
        ("Four helicopters of the six promised reached Jacmel.", "4-4 aircraft | part"),
        ("The frigate Hessen left Kiel four days ahead of the rest of the squadron.", "None | part"),
        ("The other four ships are to reach Aden.", "4-4 vessels | part"),
        ("Tunisia has brought home 60 of its 75 soldiers from Bangui.", "60-60 personnel | part"),
        ("The last flight landed in Gao on Monday with 90 men on board.", "90-90 personnel | part"),
        # a unit of so many people
        ("A medical team of 27 people reached Dili on Monday.", "27-27 personnel | None"),
        ("A detachment of 45 people left Brest for Djibouti on Monday.", "45-45 personnel | None"),
        # and what is none
        ("All 296 of the soldiers promised by Botswana have reached Pemba.", "296-296 personnel | None"),
        ("Botswana followed: 296 of its soldiers arrived in Pemba.", "296-296 personnel | None"),
        ("Two bombers were last seen in Gao.", "2-2 aircraft | None"),
        ("The frigate Hessen of the First Fleet reached Aden.", "None | None"),
        ("Okello was one of 300 Ugandan soldiers who left Mogadishu on Monday.", "300-300 personnel | None"),
        ("One of the 300 soldiers was wounded in Gao on Monday.", "1-1 personnel | part"),
        ("French troops first landed in Gao in 2013.", "None | None"),
        ("A second group, numbering 200 men, is due in Gao on Thursday.", "200-200 personnel | more"),
    ],
)
def test_english_numbers_and_shares(text: str, expected: str) -> None:
    assert told(claims(text, "en")[0]).rsplit(" | ", 1)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les 120 chasseurs du 13e bataillon ont quitté Gao.", "120-120 personnel | None"),
        ("Quatre chasseurs ont quitté Gao.", "4-4 aircraft | None"),
        ("Une équipe de onze hommes, des pompiers volontaires, a quitté Nice.", "11-11 personnel | None"),
        ("Le contingent, fort de 850 hommes, est arrivé à Bangui.", "850-850 personnel | None"),
        ("Six hélicoptères CH-146 Griffon ont quitté Gao.", "6-6 aircraft | None"),
        ("Deux avions se sont posés à Gao avec 99 soldats à leur bord.", "99-99 personnel | None"),
        ("Onze gendarmes anjouanais ont été blessés à Gao.", "11-11 personnel | None"),
        ("Le reste du bataillon, environ 700 hommes, est attendu à Gao.", "700-700 personnel | part"),
        ("La première livraison, 900 fusils d'assaut, est arrivée à Bangui.", "900-900 rifle | part"),
        ("Une deuxième équipe française, de onze membres, a quitté Paris.", "11-11 personnel | more"),
        ("La colonne entrée lundi à Gao comptait 38 véhicules.", "38-38 vehicles | None"),
        ("Les deux autres navires rejoindront Djibouti.", "2-2 vessels | part"),
        ("Deux autres navires rejoindront Djibouti.", "2-2 vessels | more"),
        ("L'arrivée à Gao, lundi, des premiers soldats danois a été saluée.", "None | part"),
        ("La Tunisie a rapatrié 60 de ses 75 soldats de Bangui.", "60-60 personnel | part"),
        ("Le premier vol a atterri mardi à Gao avec 80 soldats.", "80-80 personnel | part"),
        ("Une équipe médicale kényane de 27 personnes est arrivée à Bria.", "27-27 personnel | None"),
        (
            "Le Maroc a envoyé une équipe médicale d'une trentaine de personnes à Derna.",
            "30-30 personnel | None",
        ),
        ("Trente-deux chars Leopard 2 sont arrivés par le train à Varsovie.", "32-32 vehicles | None"),
        ("Quatre avions Mirage 2000 ont atterri à Constanta.", "4-4 aircraft | None"),
        ("Il est l'un des 300 soldats qui ont quitté Gao lundi.", "300-300 personnel | None"),
        ("Un deuxième groupe, fort de 200 hommes, est attendu jeudi à Gao.", "200-200 personnel | more"),
        ("Le bataillon, fort de 600 hommes, a quitté Gao lundi.", "600-600 personnel | None"),
    ],
)
def test_french_numbers_and_shares(text: str, expected: str) -> None:
    assert told(claims(text, "fr")[0]).rsplit(" | ", 1)[0] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "HMS Kent sailed from Malta on Monday, the first warship to reach Beirut.",
            "2024-05-13/2024-05-13",
        ),
        ("en", "HMS Kent put in at Aden on Monday, two weeks out of Toulon.", "2024-04-29/2024-05-13"),
        ("en", "In February and March, 27 marines were trained in Nagpur.", "2024-02-01/2024-03-31"),
        (
            "en",
            "Three men left Gao on Monday. Sixty others left Bria a few hours later.",
            "2024-05-13/2024-05-13",
        ),
        (
            "en",
            "Three men reached Gao on Monday. Sixty more went with them to Bria.",
            "2024-05-13/2024-05-13",
        ),
        ("fr", "Un bataillon est arrivé à Gao les 10 et 12 mai.", "2024-05-10/2024-05-12"),
        ("fr", "Deux batteries seront livrées à Manille en 2025 et en 2026.", "2025-01-01/2026-12-31"),
        ("fr", "Mille soldats doivent gagner Gao, mais pas avant septembre.", "2024-09-01/None"),
        (
            "fr",
            "Deux soldats sont morts à Gao lundi. Trois d'entre eux ont été blessés.",
            "2024-05-13/2024-05-13",
        ),
        (
            "fr",
            "Un convoi a quitté Gao lundi. Un bal a lieu avant mai. Un char a quitté Bria le même jour.",
            "2024-05-13/2024-05-13",
        ),
    ],
)
def test_days(language: str, text: str, expected: str) -> None:
    assert told(claims(text, language)[-1]).rsplit(" | ", 1)[1] == expected


def test_an_entry_begins_with_its_day_in_figures() -> None:
    (claim,) = claims("12/03/2024 – Deux Il-76 se posent à Bangui.", "fr")
    assert told(claim) == "2-2 aircraft | None | 2024-03-12/2024-03-12"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "The frigate Hessen left Kiel on Monday. She will reach Aden on Friday.", ("hessen",)),
        ("en", "The frigate Hessen left Kiel on Monday. The frigate will reach Aden on Friday.", ("hessen",)),
        ("en", "The frigate Hessen left Kiel on Monday. The tanker will reach Aden on Friday.", ()),
        ("fr", "La frégate de surveillance Vendémiaire a quitté Nouméa.", ("vendemiaire",)),
        ("fr", "Le Tonnerre appareille mardi de Toulon.", ("tonnerre",)),
        ("fr", "Le Mistral a accosté dimanche à Djibouti.", ("mistral",)),
    ],
)
def test_a_ship_keeps_her_name(language: str, text: str, names: tuple[str, ...]) -> None:
    actor = claims(text, language)[-1].actor
    assert actor is not None
    assert actor.names == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Two ships, HMS Kent and HMS Argyll, left Plymouth on Monday.", ("kent", "argyll")),
        ("en", "Three ships, HMS Kent, Argyll and Lancaster, left Cork.", ("kent", "argyll", "lancaster")),
        ("en", "The navy's largest ship, HMNZS Aotearoa, reached Tonga today.", ("aotearoa",)),
        ("en", "The BRP Sierra and the BRP Datu Bankaw left Subic.", ("sierra", "datu", "bankaw")),
        ("fr", "Deux navires, l'Aconit et le Courbet, ont quitté Toulon lundi.", ("aconit", "courbet")),
        ("fr", "La frégate Aconit et le patrouilleur Fulmar ont quitté Toulon.", ("aconit", "fulmar")),
        ("en", "Two ships, Paris and the Coast Guard said, left Toulon on Monday.", ()),
        ("en", "Two ships, John Smith wrote, left Toulon on Monday.", ()),
        ("fr", "Trois bâtiments, selon la Marine nationale, ont quitté Toulon.", ()),
    ],
)
def test_ships_that_go_together_are_all_named(language: str, text: str, names: tuple[str, ...]) -> None:
    actor = claims(text, language)[-1].actor
    assert actor is not None
    assert actor.names == names


@pytest.mark.parametrize(
    ("language", "text", "goal"),
    [
        ("en", "The battalion, 776 strong, will be complete in Gao by Friday.", "Gao"),
        ("en", "Chile's patrol ship Huemul reached Punta Arenas on Saturday.", "Punta Arenas"),
        ("fr", "Kigali annonce l'envoi à Bangui, d'ici au 31 mai, de 250 soldats.", "Bangui"),
        ("fr", "La frégate Courbet se présentera mercredi devant Tanna.", "Tanna"),
        ("fr", "Deux avions ont apporté à Gao une cargaison d'armes.", "Gao"),
    ],
)
def test_a_way_that_was_not_read(language: str, text: str, goal: str) -> None:
    (claim,) = claims(text, language)
    assert claim.destination is not None
    assert claim.destination.name == goal


def test_a_semicolon_begins_anew() -> None:
    text = "La force compte à Gao 900 hommes ; trente d'entre eux, des Danois, logent en ville."
    assert "30-30 personnel | part | None" in [told(claim) for claim in claims(text, "fr")]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Another 200, mostly engineers, reached Gao on Monday.", 200),
        ("en", "A further 170, drawn from 32 Engineer Regiment, will arrive at Gao in May.", 170),
        ("fr", "Quelque 300, en majorité des parachutistes, ont gagné Gao lundi.", 300),
        ("en", "By the count of 300, engineers, who came late, left Gao.", None),
        ("en", "On 12 May 2024, soldiers, all tired, left Gao.", None),
    ],
)
def test_a_number_before_a_comma_counts_who_they_are(language: str, text: str, number: int | None) -> None:
    told = claims(text, language)[-1].quantity
    assert (told and told.low) == number


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Nine vessels were seen off Taiwan, 3 of which crossed the line.", [9]),
        ("en", "Chad sent 27 tanks and 9 guns to Gao, 15 of which were lost.", [9, 27]),
        ("en", "The French came to Gao by rail, 450 of them.", [450]),
        ("fr", "Neuf navires ont été repérés à Gao, dont trois ont franchi le fleuve.", [9, 3]),
    ],
)
def test_some_of_a_counted_force_are_not_all_of_it(language: str, text: str, numbers: list[int]) -> None:
    told = [claim.quantity and claim.quantity.low for claim in claims(text, language)]
    assert told == numbers


def test_two_forces_of_one_nation_have_words_of_their_own() -> None:
    first, second = claims("Some 27 Chinese aircraft and 9 vessels were seen at Gao.", "en")
    assert [(c.actor.text, c.actor.country_code) for c in (first, second) if c.actor] == [
        ("Chinese aircraft", "CN"),
        ("vessels", "CN"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La France retire 400 soldats de Gao. La plupart rentreront par avion en mai."),
        ("en", "France is pulling 400 soldiers out of Gao. Most will fly home in June."),
    ],
)
def test_most_of_them_are_a_part(language: str, text: str) -> None:
    whole, most = claims(text, language)
    assert whole.share is None
    assert most.share is not None
    assert most.share.value == "part"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A platoon of schoolchildren left Lyon on Sunday."),
        ("en", "A group of 30 people left the village on Monday."),
        ("en", "A convoy of 300 people reached Gaza on Monday."),
        ("fr", "Une délégation commerciale de 40 personnes est partie pour Tokyo."),
    ],
)
def test_people_are_no_unit(language: str, text: str) -> None:
    assert claims(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Paris va retirer ses troupes du Niger, soit 600 soldats, d'ici la fin décembre."),
        ("fr", "Le Tchad a retiré la moitié de son contingent de Gao, soit 600 soldats, lundi."),
        ("en", "Chad withdrew half of its contingent from Gao, or 600 soldiers, on Monday."),
    ],
)
def test_so_many_in_all_are_no_second_force(language: str, text: str) -> None:
    (claim,) = claims(text, language)
    assert claim.quantity is not None
    assert claim.quantity.low == 600
    assert claim.time is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Guatemala sent 150 policemen, El Salvador 78 soldiers."),
        ("fr", "Le Guatemala a envoyé 150 policiers, le Salvador 78 soldats."),
    ],
)
def test_each_state_has_a_number_of_its_own(language: str, text: str) -> None:
    assert [claim.quantity.low for claim in claims(text, language) if claim.quantity] == [150, 78]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Two battalions of 500 men each were flown to Gao.", 1000),
        ("en", "Three teams of twelve medics each flew to Gao.", 36),
        ("en", "Two battalions of 500 men, each with ten guns, are in Gao.", 500),
        ("fr", "Trois compagnies de 120 soldats chacune sont arrivées à Gao.", 360),
    ],
)
def test_so_many_units_of_so_many_men_each(language: str, text: str, number: int) -> None:
    (claim,) = claims(text, language)
    assert claim.quantity is not None
    assert claim.quantity.high == number


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Fifteen trucks carrying food arrived in Menaka.", (15, "vehicles")),
        ("en", "Two planes carrying medical supplies landed in Gao.", (2, "aircraft")),
        ("en", "Fifteen trucks carrying 300 tonnes of food arrived in Menaka.", (300, "tonne")),
        (
            "fr",
            "Quinze camions transportant des vivres sont arrivés à Gao.",
            (15, "vehicles"),
        ),
        ("fr", "Quinze camions transportant 300 tonnes de vivres ont atteint Gao.", (300, "tonne")),
    ],
)
def test_goods_that_nothing_measures_are_counted_by_what_brings_them(
    language: str, text: str, number: tuple[int, str]
) -> None:
    (claim,) = claims(text, language)
    assert claim.quantity
    assert (claim.quantity.low, claim.quantity.unit) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An 850-strong Bangladeshi infantry battalion arrived in Gao.", "850-850 personnel | None | None"),
        ("A 120-strong Italian mechanised company arrived in Gao.", "120-120 personnel | None | None"),
        ("The soldier, 24, was killed in Gao.", "None | None | None"),
        ("A soldier, 24, was killed in Gao.", "1-1 personnel | None | None"),
    ],
)
def test_a_strength_is_told_before_adjectives_and_an_age_counts_nobody(text: str, expected: str) -> None:
    assert [told(claim) for claim in claims(text, "en")] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The soldier, 24, died of his wounds in Gao."),
        ("en", "Two soldiers succumbed to their injuries in Gao on Monday."),
        ("fr", "Deux soldats ont succombé à leurs blessures à Gao."),
        ("fr", "Un soldat est mort de ses blessures à Gao."),
        ("de", "Zwei Soldaten erlagen am Montag in Gao ihren Verletzungen."),
    ],
)
def test_who_dies_of_wounds_is_dead(language: str, text: str) -> None:
    assert [claim.fates for claim in claims(text, language)] == [(Fate.DEAD,)]


@pytest.mark.parametrize(
    "text",
    [
        "The operation involves 1,200 men, including 300 Chadians, around Gao.",
        "Some 1,200 men, among them 300 Chadians, arrived in Gao.",
    ],
)
def test_the_nation_of_some_is_not_that_of_all(text: str) -> None:
    claim = claims(text, "en")[0]
    assert claim.actor
    assert claim.actor.country_code is None


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Deux convois ont quitté Gao lundi.", (2, "convoy")),
        ("fr", "Trois convois humanitaires, soit 60 camions, sont entrés à Gaza lundi.", (60, "vehicles")),
        ("fr", "Un convoi de 27 véhicules a quitté Gao lundi.", (27, "vehicles")),
        ("en", "Two convoys left Gao on Monday.", (2, "convoy")),
        ("en", "Three aid convoys, 60 trucks in all, entered Gaza on Monday.", (60, "vehicles")),
        ("en", "Two convoys of 30 trucks each left Gao.", (60, "vehicles")),
    ],
)
def test_so_many_convoys_are_not_so_many_vehicles(language: str, text: str, number: tuple[int, str]) -> None:
    (claim,) = claims(text, language)
    assert claim.quantity
    assert (claim.quantity.low, claim.quantity.unit) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deux navires ont quitté Toulon lundi. L'un d'eux a gagné Djibouti vendredi.",
            "1-1 vessels | part | 2024-05-10/2024-05-10",
        ),
        (
            "Deux frégates ont quitté Toulon lundi. L'une d'elles a gagné Djibouti vendredi.",
            "1-1 vessels | part | 2024-05-10/2024-05-10",
        ),
        (
            "Trois cents soldats sont à Gao. L'un d'eux a été tué lundi.",
            "1-1 personnel | part | 2024-05-13/2024-05-13",
        ),
    ],
)
def test_one_of_them_is_one_and_a_part(text: str, expected: str) -> None:
    assert told(claims(text, "fr")[-1]) == expected


def test_who_is_one_of_them_is_told_behind() -> None:
    text = "Dix navires sont en mer Rouge. L'un d'eux, la frégate Hessen, a gagné Djibouti lundi."
    claim = claims(text, "fr")[-1]
    assert claim.actor
    assert claim.actor.text.startswith("frégate")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Une compagnie du génie bangladaise et 150 policiers népalais se trouvent à Djouba.",
            ["presence | BD | 1 companies | Juba", "presence | NP | 150 personnel | Juba"],
        ),
        (
            "fr",
            "1.960 soldats de la paix russes, 90 blindés et 380 véhicules ont atteint Gori.",
            [
                "movement | RU | 1960 personnel | ? > Gori",
                "movement | RU | 90 vehicles | ? > Gori",
                "movement | RU | 380 vehicles | ? > Gori",
            ],
        ),
        (
            "en",
            "A Danish company of engineers and 150 Italian police officers are in Gao.",
            ["presence | DK | 1 companies | Gao", "presence | IT | 150 personnel | Gao"],
        ),
        (
            "en",
            "A Danish detachment of 40 marines and ten medics has arrived in Gao.",
            ["movement | DK | 40 personnel | ? > Gao"],
        ),
    ],
)
def test_a_list_of_forces_with_long_names(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Un de leurs hommes a été tué à Man.", 1),
        ("Quelque 1 500 militaires des trois armées stationnent à Djibouti.", 1500),
        ("Un bataillon de l'Otan d'environ 1.700 hommes est stationné à Rukla.", 1700),
    ],
)
def test_numbers_beside_a_genitive(text: str, number: int) -> None:
    (claim,) = read("fr", text)
    assert claim.quantity
    assert claim.quantity.low == number


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
    assert outlines(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A first company left for Gao on Friday, and a second will leave on Tuesday.",
            [(1, "companies", "Gao"), (1, "companies", "Gao")],
        ),
        (
            "en",
            "A first group of 100 men arrived in Gao on Friday; a second, of 200, is due on Tuesday.",
            [(100, "personnel", "Gao"), (200, "personnel", "Gao")],
        ),
        (
            "en",
            "Two Greek frigates left Souda on Friday. A third reached Limassol on Tuesday.",
            [(2, "vessels", None), (1, "vessels", "Limassol")],
        ),
        (
            "fr",
            "Deux sections sont parties vendredi pour Gao, une troisième partira mardi.",
            [(2, "platoon", "Gao"), (1, "platoon", "Gao")],
        ),
        (
            "fr",
            "Une première vague de 100 hommes est partie lundi, une seconde de 200 partira mardi pour Gao.",
            [(100, "personnel", None), (200, "personnel", "Gao")],
        ),
    ],
)
def test_one_more_is_counted_and_goes_where_the_others_went(
    language: str, text: str, expected: list[tuple[int | None, str | None, str | None]]
) -> None:
    found = [
        (
            claim.quantity.low if claim.quantity else None,
            claim.quantity.unit if claim.quantity else None,
            claim.destination.name if claim.destination else None,
        )
        for claim in claims(text, language)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # nouns between "one of" and who it is, and between two who are counted together
        ("en", "One of its special forces soldiers was wounded in Khartoum.", "1-1 personnel | None | None"),
        ("en", "Two of its military police officers were wounded in Gao.", "2-2 personnel | None | None"),
        ("en", "Some 120 Royal Marines and Royal Air Force technicians are in Gao.", "120-120 personnel"),
        ("fr", "Environ 60 sapeurs danois et médecins suédois ont atterri à Adana.", "60-60 personnel"),
        # what is made in a factory is nowhere, and an owner's "s" begins no model
        ("en", "Armenia's 70 men guarded an aircraft factory in Almaty.", "70-70 personnel | None | None"),
        ("en", "Armenia's 300 men are guarding a tank repair plant in Almaty.", "300-300 personnel"),
    ],
)
def test_nouns_beside_those_who_are_counted(language: str, text: str, expected: str) -> None:
    (claim,) = claims(text, language)
    assert told(claim).startswith(expected)


def test_so_many_of_a_state_are_no_missiles() -> None:
    assert claims("Berlin's 400 left Gao on Friday.", "en") == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le Kenya a retiré son millier de soldats de Gao en novembre.",
            ["movement reported KE 1000 personnel Gao >"],
        ),
        (
            "fr",
            "L'Italie et l'Espagne ont acheminé plus de 1 500 tonnes de vivres.",
            ["supply reported None 1500 tonne"],
        ),
        (
            "fr",
            (
                "Huit cents Italiens patrouillent à Tyr."
                " Ils seront rejoints en octobre par 1.500 compatriotes."
            ),
            ["presence reported IT 800 personnel Tyre", "movement expected IT 1500 personnel > Tyre"],
        ),
        ("en", "Italy and Spain have delivered 1,500 tonnes of food.", ["supply reported None 1500 tonne"]),
        (
            "en",
            ("Eight hundred Italians are in Tyre. They will be joined in October by 1,500 compatriots."),
            ["presence reported IT 800 personnel Tyre", "movement expected IT 1500 personnel > Tyre"],
        ),
    ],
)
def test_a_round_number_that_is_owned_and_of_several_senders_counts(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected
