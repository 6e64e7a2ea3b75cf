"""What several reports were misread by: presence by being, people aboard, arms, sides, incidents."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document, Status

PUBLISHED = dt.date(2024, 11, 20)


def read(language: str, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims


def row(claim: Claim) -> str:
    """Return a claim as type, side, number, way or places."""
    number = claim.quantity and f"{claim.quantity.low or ''} {claim.quantity.unit}"
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
    return f"{claim.type.value} | {claim.actor and claim.actor.country_code} | {number} | {way}"


def rows(language: str, text: str) -> list[str]:
    return [row(claim) for claim in read(language, text)]


def day(claim: Claim) -> str | None:
    return claim.time.edtf if claim.time else None


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
    ("language", "text", "side"),
    [
        ("fr", "Le 2 mars, 90 militaires du 12e régiment de cuirassiers ont débarqué à Bangui.", "FR"),
        ("fr", "Un détachement du 2e régiment étranger d'infanterie a quitté Gao pour Ménaka.", "FR"),
        ("fr", "Deux cents parachutistes du 2e REP, partis d'Abidjan, ont sauté sur Gao.", "FR"),
        ("fr", "Les 120 chasseurs du 13e BCA ont évacué Gao.", "FR"),
        ("fr", "Cent vingt légionnaires espagnols sont arrivés à Tapa.", "ES"),
        ("fr", "Cent sapeurs du 33e régiment du génie malien ont quitté Bamako pour Gao.", "ML"),
        ("en", "Two hundred Gurkhas flew into Dili.", "GB"),
        ("en", "Two hundred legionnaires landed in Kigali.", "FR"),
        ("en", "Sixty Spanish legionnaires arrived in Tapa.", "ES"),
        ("en", "Last month 160 soldiers of the Catterick-based 32 Engineer Regiment flew to Malakal.", "GB"),
        ("en", "Troops moved to Goma, a Geneva-based monitor said.", None),
        ("en", "Thirty officers of the Royal PNG Constabulary landed at Honiara.", "PG"),
    ],
)
def test_troops_that_only_one_state_has_are_its_own(language: str, text: str, side: str | None) -> None:
    who = read(language, text)[0].actor
    assert who is not None
    assert who.country_code == side


def test_an_office_speaks_of_its_own_soldiers_whoever_was_told_of_before() -> None:
    text = (
        "A British frigate arrived off Georgetown on Friday. Venezuela's general staff says that 600 of its "
        "soldiers have been deployed to Caracas."
    )
    assert rows("en", text)[-1] == "movement | VE | 600 personnel | ? > Caracas"


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
    ("language", "text", "place", "when"),
    [
        (
            "en",
            "A mine blew up a lorry near Kidal on Monday. Two Chadian soldiers were killed.",
            "Kidal",
            "2024-11-18",
        ),
        ("en", "Rebels attacked Kidal on Monday. Four soldiers died.", "Kidal", "2024-11-18"),
        ("en", "Fighting broke out at Kidal on Monday. Four soldiers died.", "Kidal", "2024-11-18"),
        ("fr", "Des combats ont éclaté lundi à Kidal. Quatre soldats ont péri.", "Kidal", "2024-11-18"),
        ("en", "On Sunday gunmen raided a base at Kidal; three Malian soldiers died.", "Kidal", "2024-11-17"),
        (
            "fr",
            "Une mine a sauté lundi près de Kidal. Deux soldats tchadiens ont été tués.",
            "Kidal",
            "2024-11-18",
        ),
        (
            "fr",
            "Un convoi est tombé lundi dans une embuscade près de Gao. Cinq soldats ont été blessés.",
            "Gao",
            "2024-11-18",
        ),
    ],
)
def test_an_attack_of_the_sentence_before_tells_where_and_when_a_force_was_lost(
    language: str, text: str, place: str, when: str
) -> None:
    last = read(language, text)[-1]
    assert ([p.name for p in last.places], day(last)) == ([place], when)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels attacked Kidal on Monday. So far the mission has lost 60 Chadian soldiers."),
        ("fr", "Des rebelles ont attaqué Kidal lundi. Au total, 190 casques bleus béninois ont été tués."),
    ],
)
def test_the_lost_of_many_days_are_not_those_of_an_attack_just_told(language: str, text: str) -> None:
    last = read(language, text)[-1]
    assert (last.places, day(last)) == ((), None)


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "In 1999 Danes went in. Three hundred of them landed in Dili on 20 September.", "1999-09-20"),
        (
            "en",
            "Twenty years ago this week they sailed. On 20 November 300 Danes landed in Dili.",
            "2004-11-20",
        ),
        (
            "fr",
            "En 1999, l'armée danoise y alla. Ses soldats débarquèrent à Dili le 20 septembre.",
            "1999-09-20",
        ),
        ("en", "In 2023 Danes went in. Three hundred of them landed in Dili on 20 September.", "2024-09-20"),
    ],
)
def test_a_year_long_gone_frames_the_days_behind_it(language: str, text: str, when: str) -> None:
    assert day(read(language, text)[-1]) == when


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Les 300 soldats danois auront tous quitté Gao au 31 décembre.", "2024-11-20/2024-12-31"),
        ("fr", "L'ensemble des 600 Danois doivent avoir quitté Gao le 31 décembre.", "2024-11-20/2024-12-31"),
        ("fr", "Les 300 soldats danois quitteront Gao le 31 décembre.", "2024-12-31"),
        (
            "en",
            "The Danes are leaving Gao. The withdrawal of all 300 soldiers will end on 5 July.",
            "2024-11-20/2025-07-05",
        ),
        (
            "fr",
            "Des Danois sont arrivés à Gao. Le déploiement de 300 hommes s'achèvera le 5 juillet.",
            "2024-11-20/2025-07-05",
        ),
    ],
)
def test_a_day_on_which_something_will_have_been_done_is_the_last(
    language: str, text: str, when: str
) -> None:
    assert day(read(language, text)[-1]) == when


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


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("It was 25 November. Thirty Danes landed in Gao on the Friday.", dt.date(2022, 3, 5), "2021-11-26"),
        ("Thirty Danes landed in Gao on the Friday.", dt.date(2022, 3, 5), "2022-03-04"),
    ],
)
def test_on_the_friday_is_that_of_the_tale(text: str, published: dt.date, when: str) -> None:
    document = Document("d", text, language="en", published=published)
    assert day(pipeline.read_document(document).claims[-1]) == when


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
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two Russian MiG-31 interceptors landed at Baranovichi.",
            ["movement | RU | 2 aircraft | ? > Baranavichy"],
        ),
        (
            "en",
            "Chad flew 43 tonnes of rice to Faya in three Air Force transports.",
            ["supply | TD | 43 tonne | ? > Faya-Largeau"],
        ),
        ("en", "Germany has evacuated 700 civilians from Khartoum, its army said.", []),
        ("fr", "La France a évacué 538 civils du Soudan, ont indiqué ses forces armées.", []),
        (
            "fr",
            "Trois cents soldats ont quitté Gao, ont indiqué les forces armées maliennes.",
            ["movement | ML | 300 personnel | Gao > ?"],
        ),
    ],
)
def test_who_moves_and_who_only_says_so(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Washington ordered 700 marines into Los Angeles on Monday.", "2024-11-18"),
        ("en", "Washington ordered 700 marines into Los Angeles by Monday.", "2024-11-20/2024-11-25"),
        ("fr", "Le président a ordonné lundi l'envoi de 900 soldats à Gao.", None),
        ("fr", "Le président a ordonné l'envoi mardi prochain de 900 soldats à Gao.", "2024-11-26"),
    ],
)
def test_the_day_of_an_order(language: str, text: str, expected: str | None) -> None:
    (claim,) = read(language, text)
    assert day(claim) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Kenya a envoyé 200 hommes à Lamu pour garder la route qui mène à la Somalie.", "> Lamu"),
        ("fr", "Le Chili a envoyé 200 soldats à Arica, afin de garder la route de la Bolivie.", "> Arica"),
        ("fr", "Deux navires français se dirigent vers Beyrouth, qu'ils atteindront jeudi.", "> Beirut"),
        ("en", "Kenya sent 200 men to Lamu to guard the road that leads to Somalia.", "> Lamu"),
        ("en", "Two French ships are sailing for Beirut, where they are due on Thursday.", "> Beirut"),
    ],
)
def test_one_way_with_what_it_is_for_and_when_it_ends(language: str, text: str, expected: str) -> None:
    (told,) = rows(language, text)
    assert told.startswith("movement")
    assert told.endswith(expected)


@pytest.mark.parametrize(
    ("language", "text", "side", "status"),
    [
        ("fr", "Les 300 soldats attendus par Kinshasa sont arrivés à Goma lundi.", None, "reported"),
        ("fr", "Les 300 soldats attendus lundi à Goma arriveront par avion.", None, "expected"),
        ("fr", "Les douze chars promis par Berlin sont arrivés lundi en Ukraine.", "DE", "reported"),
        ("en", "The 300 soldiers requested by Haiti landed on Monday in Port-au-Prince.", None, "reported"),
        ("en", "Nor have the 500 soldiers promised to Haiti by Kenya left Nairobi.", "KE", "denied"),
    ],
)
def test_who_awaits_a_force_has_not_sent_it(language: str, text: str, side: str | None, status: str) -> None:
    claim = read(language, text)[0]
    assert claim.actor is not None
    assert claim.actor.country_code == side
    assert claim.status.value == status


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Trente canons français ont été fournis à l'Ukraine en 2022 et 2023.", "2022-01/2023-12"),
        ("en", "Thirty French guns were supplied to Ukraine in 2022 and 2023.", "2022-01/2023-12"),
        ("en", "Chad sent 300 men to Mali in 2021 and 200 to Libya.", "2021"),
    ],
)
def test_years_that_are_joined(language: str, text: str, expected: str) -> None:
    assert day(read(language, text)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Des soldats ont gagné Lima, a dit l'armée.\n\nLa Bolivie a envoyé 180 soldats à Oruro.",
        ),
        ("en", "Soldiers entered Lima, the army said.\n\nBolivia sent 180 soldiers to Oruro."),
    ],
)
def test_an_army_of_no_named_state_is_that_of_where_it_is(language: str, text: str) -> None:
    sides = [claim.actor.country_code for claim in read(language, text) if claim.actor]
    assert sides == ["PE", "BO"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Cinquante soldats rwandais sont partis lundi en direction d'Abidjan.",
            "movement | RW | 50 personnel | ? > Abidjan",
        ),
        (
            "fr",
            "Cinquante soldats rwandais repartiront à destination de Bambari.",
            "movement | RW | 50 personnel | ? > Bambari",
        ),
        (
            "fr",
            "Des soldats sénégalais ont remplacé lundi les Français au camp de Rufisque.",
            "movement | SN | None | ? > Rufisque",
        ),
        (
            "fr",
            "Des gendarmes arméniens ont pris la place des Russes au poste d'Agarak mercredi.",
            "movement | AM | None | ? > Agarak",
        ),
        (
            "en",
            "Armenian border guards took the place of the Russians at the Agarak checkpoint on Wednesday.",
            "movement | AM | None | ? > Agarak",
        ),
        (
            "en",
            "Senegalese soldiers took over from the French at Rufisque on Monday.",
            "movement | SN | None | ? > Rufisque",
        ),
        (
            "en",
            "Two Chinese frigates sailed within five nautical miles of Batanes on Friday.",
            "movement | CN | 2 vessels | ? > Batanes",
        ),
        (
            "en",
            "Some 200 Ugandan soldiers were moved on foot from Gulu to the worst-hit hamlets of Kitgum.",
            "movement | UG | 200 personnel | Gulu > Kitgum",
        ),
    ],
)
def test_who_sets_off_or_takes_a_place_over_goes_there(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L'armée a envoyé une section de gendarmes béninois à Porga.",
            "movement | BJ | 1 platoon | ? > Porga",
        ),
        (
            "en",
            "An anti-tank missile company of the Polish army will be sent to Tapa.",
            "movement | PL | 1 companies | ? > Tapa",
        ),
        (
            "en",
            "Forty members of the Royal Bahamas Defence Force arrived in Port-au-Prince on Friday.",
            "movement | BS | 40 personnel | ? > Port-au-Prince",
        ),
        (
            "en",
            "Ten officers of the Royal Solomon Islands Police Force flew to Port Vila on Friday.",
            "movement | SB | 10 personnel | ? > Port Vila",
        ),
    ],
)
def test_what_a_unit_is_of_takes_neither_its_number_nor_its_side(
    language: str, text: str, expected: str
) -> None:
    assert rows(language, text) == [expected]


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


def test_who_has_patrolled_there_for_a_time_is_told_beside_who_relieves_them() -> None:
    text = (
        "Three Spanish frigates sailed from Rota on Tuesday for the Gulf of Aden. They will relieve the "
        "Turkish group, which has been patrolling the gulf since the middle of March."
    )
    assert "presence | TR | None | Gulf of Aden" in rows("en", text)


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "The frigate will sail to Crete for an exercise that begins on Monday.", None),
        (
            "fr",
            "Deux cents Néerlandais iront à Bardufoss pour l'exercice qui débute le 3 mars.",
            None,
        ),
        (
            "en",
            "Kenya will send 200 men to Haiti, he said during a visit to Oslo on Monday.",
            None,
        ),
        (
            "fr",
            "Il a annoncé lors d'une visite à Dakar lundi le départ de 300 soldats français.",
            None,
        ),
        ("en", "Forty Ugandan soldiers who arrived on Monday went to Bunia.", "2024-11-18"),
        ("en", "Forty Ugandan soldiers pulled out of that town for Bunia on Monday.", "2024-11-18"),
    ],
)
def test_the_day_of_an_exercise_or_a_visit_is_not_that_of_the_way(
    language: str, text: str, when: str | None
) -> None:
    (claim,) = read(language, text)
    assert day(claim) == when


@pytest.mark.parametrize(
    ("language", "text", "status", "sources"),
    [
        ("en", "The mission takes note of reports that Russian troops are in Obo.", "unconfirmed", []),
        (
            "en",
            "The army is looking into reports that 200 Chadians entered Sudan.",
            "unconfirmed",
            [],
        ),
        ("en", "The BBC reports that 30 Ugandan soldiers have entered Bunia.", "reported", ["BBC"]),
        (
            "fr",
            "Le ministère a connaissance d'informations selon lesquelles 30 soldats rwandais sont à Goma.",
            "unconfirmed",
            [],
        ),
        (
            "fr",
            "« Non », insiste le ministre Anatol Rusu, selon lequel 200 soldats russes sont à Tiraspol.",
            "confirmed",
            ["ministre Anatol Rusu"],
        ),
        (
            "fr",
            "L'état-major a écarté les rumeurs d'un retrait des soldats tchadiens de Kidal.",
            "denied",
            [],
        ),
        ("fr", "Le ministre n'a pas écarté l'envoi de 200 soldats belges à Gao.", "expected", []),
    ],
)
def test_reports_that_an_office_only_knows_of(
    language: str, text: str, status: str, sources: list[str]
) -> None:
    (claim,) = read(language, text)
    assert (claim.status.value, [source.text for source in claim.attribution]) == (status, sources)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huit cents militaires français du 2e régiment étranger d'infanterie ont rejoint Cincu.",
            "movement | FR | 800 personnel | ? > Cincu",
        ),
        (
            "Quatre cents soldats espagnols du 3e régiment léger de cavalerie sont arrivés à Tapa.",
            "movement | ES | 400 personnel | ? > Tapa",
        ),
    ],
)
def test_an_adjective_parts_a_unit_from_its_arm(text: str, expected: str) -> None:
    assert rows("fr", text) == [expected]


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
            "en",
            "The Indian party, 78 strong, was due to fly home from Colombo on Monday.",
            "movement | IN | 78 personnel | Colombo > ?",
        ),
        (
            "en",
            "The UN force in Cyprus will bring in 120 extra Irish police officers.",
            "movement | IE | 120 personnel | ? > Cyprus",
        ),
        (
            "en",
            "The garrison in Gao will fly in 60 Chadian engineers from Bamako.",
            "movement | TD | 60 personnel | Bamako > Gao",
        ),
        (
            "en",
            "Some 600 Burundian soldiers crossed at Gatumba and passed through Uvira on Monday.",
            "movement | BI | 600 personnel | Gatumba, Uvira",
        ),
        (
            "en",
            "Forty Italian soldiers reached Kabul on Monday but could not enter the airport.",
            "movement | IT | 40 personnel | ? > Kabul",
        ),
        (
            "en",
            "Israel set up a field hospital in Kathmandu with 120 medical staff.",
            "presence | IL | 120 personnel | Kathmandu",
        ),
        (
            "fr",
            "Un navire a débarqué 300 soldats turcs à Misrata.",
            "movement | TR | 300 personnel | ? > Misratah",
        ),
        (
            "fr",
            "Un cargo a débarqué samedi une soixantaine de véhicules américains à Misrata.",
            "movement | US | 60 vehicles | ? > Misratah",
        ),
    ],
)
def test_who_is_brought_and_how_many_they_are(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]


def test_who_has_come_and_goes_no_further_has_come_and_another_place_is_denied() -> None:
    text = "Forty Chadian soldiers reached Goma on Monday but did not go on to Sake."
    assert [claim.status.value for claim in read("en", text)] == ["reported", "denied"]


@pytest.mark.parametrize("text", ["The orchestra, 78 strong, flew home from Oslo.", "The party flew home."])
def test_not_every_party_is_a_force(text: str) -> None:
    assert read("en", text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Onze pompiers belges sont partis dimanche pour Derna, où les crues ont fait 4 000 morts."),
        ("en", "Forty Turkish rescuers landed in Valencia on Monday, where the floods left 220 people dead."),
        (
            "en",
            "A Nepali team of 35 came to Jajarkot after the earthquake that left at least 150 dead.",
        ),
    ],
)
def test_a_disaster_kills_none_of_the_rescuers(language: str, text: str) -> None:
    assert [claim.type.value for claim in read(language, text)] == ["movement"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le séisme a tué deux soldats turcs à Adana."),
        ("en", "The flood killed three Ugandan soldiers in Kitgum on Monday."),
        ("en", "Three Belgian soldiers were killed in the earthquake in Adana on Monday."),
    ],
)
def test_a_disaster_may_kill_soldiers(language: str, text: str) -> None:
    assert [claim.type.value for claim in read(language, text)] == ["casualties"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "More than 700,000 Haitians have been driven from their homes."),
        ("fr", "Plus de 3 000 Haïtiens ont été chassés de leurs maisons."),
    ],
)
def test_who_is_driven_from_home_is_no_force(language: str, text: str) -> None:
    assert read(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Turcs sont au Kosovo. L'Alliance avait promis 700 hommes au Kosovo."),
        ("fr", "Les Russes ont quitté Agarak. Vingt observateurs de l'UE sont installés à Kapan."),
        ("en", "The Turks are in Kosovo. The alliance will send 700 men to Kosovo."),
    ],
)
def test_whom_several_states_send_is_of_none_told_before(language: str, text: str) -> None:
    claim = read(language, text)[-1]
    assert claim.actor is not None
    assert claim.actor.country_code is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Onze militaires italiens ont été blessés à Pristina, ont précisé les deux gouvernements."),
        ("fr", "Trente Russes ont quitté Gyumri, a annoncé le Service national de sécurité arménien."),
        ("en", "Some 30 Russian guards left Gyumri, Armenia's National Security Service said."),
    ],
)
def test_governments_and_the_security_service_of_a_host_confirm(language: str, text: str) -> None:
    assert [claim.status.value for claim in read(language, text)] == ["confirmed"]


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
    ("language", "text", "status"),
    [
        ("en", "China sent 34 ships around Taiwan on Monday, Taipei said.", Status.REPORTED),
        ("en", "China sent 34 ships to Taiwan on Monday, Taipei said.", Status.CONFIRMED),
        ("fr", "La Chine a déployé 34 navires autour de Taïwan lundi, a indiqué Taipei.", Status.REPORTED),
    ],
)
def test_whom_ships_pass_is_no_party(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Selon un diplomate en poste à Tunis, six avions russes ont atterri à Sabha lundi.",
            ["movement | RU | 6 aircraft | ? > Sabha"],
        ),
        (
            "en",
            "Six Russian aircraft landed at Sabha, according to a senior European diplomat posted in Tunis.",
            ["movement | RU | 6 aircraft | ? > Sabha"],
        ),
        ("en", "Migrants, some of them ill, reached Lampedusa on Tuesday.", []),
        (
            "en",
            "The United States has 900 men at Ain al-Asad. Three hundred soldiers left the base on Monday.",
            [
                "presence | US | 900 personnel | Al Asad Airbase",
                "movement | US | 300 personnel | Al Asad Airbase > ?",
            ],
        ),
        (
            "fr",
            "Le Mali a repris lundi Gossi, ancien camp français. Trente soldats maliens ont quitté le camp.",
            ["movement | ML | 30 personnel | Gossi > ?"],
        ),
        (
            "fr",
            "Le Tchad a envoyé 300 hommes à la frontière soudanaise mardi.",
            ["movement | TD | 300 personnel | "],
        ),
        (
            "fr",
            "Trois cents soldats rwandais et leurs véhicules sont arrivés à Goma lundi.",
            ["movement | RW | 300 personnel | ? > Goma"],
        ),
        (
            "en",
            "Three hundred Rwandan soldiers and their vehicles arrived in Goma on Monday.",
            ["movement | RW | 300 personnel | ? > Goma"],
        ),
    ],
)
def test_what_words_beside_a_force_do_not_tell(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Gao a vu débarquer lundi 300 soldats tchadiens.", "movement | TD | 300 personnel | ? > Gao"),
        ("fr", "Goma a vu arriver mardi un bataillon kényan.", "movement | KE | 1 battalions | ? > Goma"),
        (
            "fr",
            "En mai, 550 soldats russes étaient rentrés à leur garnison de Bouïnaksk.",
            "movement | RU | 550 personnel | ? > Buynaksk",
        ),
        (
            "fr",
            "Une équipe turque est à Derna. La Grèce pleure quatre sauveteurs tués lundi à Derna.",
            "casualties | GR | 4 personnel | Darnah",
        ),
        (
            "en",
            "A Turkish team is in Derna. Greece is in mourning for four rescuers killed in Derna.",
            "casualties | GR | 4 personnel | Darnah",
        ),
        (
            "fr",
            "Une force, dont les 1 200 hommes doivent se déployer à Gao, sera dirigée par un Malien.",
            "movement | None | 1200 personnel | ? > Gao",
        ),
        ("en", "On Belgian soil, 300 soldiers trained at Arlon.", "presence | None | 300 personnel | Arlon"),
    ],
)
def test_who_is_where_and_whose(language: str, text: str, expected: str) -> None:
    assert rows(language, text)[-1] == expected


CHRONOLOGY = {
    "fr": "12 septembre. Deux avions turcs se posent à Benina.\n\n13 septembre. Le Tchad envoie 300 soldats.",
    "en": "12 September\n\nTwo Turkish planes land at Benina.\n\n13 September\n\nChad sends 300 men to Gao.",
}


@pytest.mark.parametrize("language", CHRONOLOGY)
def test_the_date_that_heads_an_entry_dates_it(language: str) -> None:
    document = Document("d", CHRONOLOGY[language], language=language, published=dt.date(2024, 11, 20))
    assert [day(c) for c in pipeline.read_document(document).claims] == ["2024-09-12", "2024-09-13"]


@pytest.mark.parametrize(
    "text", ["20 novembre 2024\n\nLe Tchad a envoyé 300 hommes à Gao.", "Gao, mardi. Ils partent."]
)
def test_the_one_date_of_a_report_heads_no_entry(text: str) -> None:
    document = Document("d", text, language="fr", published=dt.date(2024, 11, 20))
    assert all(c.time is None for c in pipeline.read_document(document).claims)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Two Malian soldiers were among nine people killed in Gao on Monday.",
            "casualties | ML | 2 personnel | Gao",
        ),
        (
            "en",
            "Five Malian soldiers were among those killed in Gao on Monday.",
            "casualties | ML | 5 personnel | Gao",
        ),
        (
            "fr",
            "Deux soldats maliens figurent parmi les neuf morts de Gao, lundi.",
            "casualties | ML | 2 personnel | Gao",
        ),
        (
            "en",
            "Kenya called off its deployment of 300 soldiers to Goma.",
            "movement | KE | 300 personnel | ? > Goma",
        ),
        (
            "en",
            "The exercise began in Gabon on Monday with 800 Cameroonian soldiers.",
            "presence | CM | 800 personnel | Gabon",
        ),
        (
            "fr",
            "Les manœuvres ont débuté lundi à Kourou avec 400 légionnaires.",
            "presence | FR | 400 personnel | Kourou",
        ),
    ],
)
def test_who_is_among_the_lost_and_what_is_called_off(language: str, text: str, expected: str) -> None:
    assert rows(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux soldats maliens ont été tués à Gao, selon le bilan officiel."),
        ("en", "Two Malian soldiers were killed in Gao, according to the official toll."),
    ],
)
def test_an_official_toll_is_a_partys_own_word(language: str, text: str) -> None:
    assert [c.status for c in read(language, text)] == [Status.CONFIRMED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Syriens ont atteint Manbij le 14 novembre et gagné Kobané deux nuits plus tard."),
        ("en", "Syrian men entered Manbij on 14 November and reached Kobani two nights later."),
    ],
)
def test_nights_are_counted_as_days(language: str, text: str) -> None:
    assert day(read(language, text)[-1]) == "2024-11-16"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Paris a promis 500 hommes à la Roumanie, et une équipe était sur place la semaine dernière."),
        ("en", "Berlin promised 300 men to Lithuania, and its minister was in Vilnius last week."),
    ],
)
def test_a_time_of_who_acts_next_is_not_the_promises(language: str, text: str) -> None:
    assert read(language, text)[0].time is None


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
    ("language", "text", "expected"),
    [
        (
            "fr",
            "À Kidal, ville reprise par l'armée malienne en mai, une trentaine de légionnaires patrouillent.",
            ("FR", None),
        ),
        ("fr", "Trente soldats tanzaniens ont gagné Sake, dévastée mardi par un incendie.", ("TZ", None)),
        (
            "fr",
            "Les soldats tanzaniens sont arrivés à Goma, libérée en mai, le 3 novembre.",
            ("TZ", "2024-11-03"),
        ),
        (
            "en",
            "In Kidal, a town retaken by the Malian army in May, some thirty legionnaires stand guard.",
            ("FR", None),
        ),
        ("en", "In Pagak, seized by the army on 6 November, 25 Kenyan soldiers are stationed.", ("KE", None)),
    ],
)
def test_what_befell_a_town_is_neither_the_day_nor_the_side_of_who_is_there(
    language: str, text: str, expected: tuple[str | None, str | None]
) -> None:
    (claim,) = read(language, text)
    assert (claim.actor and claim.actor.country_code, day(claim)) == expected


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
    ("language", "text", "side"),
    [
        ("fr", "La frégate Languedoc a quitté Djibouti lundi et regagnera Toulon bientôt.", "FR"),
        ("en", "The frigate Lancaster left Djibouti on Monday and will return to Portsmouth.", "GB"),
    ],
)
def test_who_leaves_a_port_to_return_to_another_is_at_home_there(language: str, text: str, side: str) -> None:
    (claim,) = read(language, text)
    assert claim.actor
    assert claim.actor.country_code == side


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
        ("fr", "Un déploiement turc à Misrata est prévu en mars.", "movement | TR | None | ? > Misratah"),
        ("fr", "Un retrait russe de Libye est peu vraisemblable.", "movement | RU | None | Libya > ?"),
        ("en", "A Turkish deployment to Misrata is planned in March.", "movement | TR | None | ? > Misratah"),
        ("en", "A Russian withdrawal from Libya is unlikely.", "movement | RU | None | Libya > ?"),
    ],
)
def test_a_deployment_or_withdrawal_of_a_nation_is_no_one_man(
    language: str, text: str, expected: str
) -> None:
    (claim,) = read(language, text)
    assert (row(claim), claim.status) == (expected, Status.EXPECTED)


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
