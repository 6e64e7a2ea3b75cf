"""Places that a word for their kind means: the town, the port, the capital, the province, the border."""

import pytest

from .read_claims import outlines, ways


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Neuf soldats tchadiens sont tombés dans la bataille de Bosso.", "Bosso"),
        ("fr", "Trois gendarmes maliens ont péri lors de l'attaque d'Ansongo, mardi.", "Ansongo"),
        ("en", "Eleven Nigerian soldiers were killed in the battle for Gwoza.", "Gwoza"),
        ("en", "Two Kenyan soldiers died on Sunday in the battle of Kismayo.", "Kismayo"),
    ],
)
def test_a_battle_with_a_name_is_fought_at_that_place(language: str, text: str, place: str) -> None:
    assert ways(language, text) == [place]


def test_the_town_is_not_where_others_came_from() -> None:
    text = (
        "Two hundred marines reached Kismayo on Monday. They were flown in from Mombasa. "
        "The sea is rough. Some 40 American soldiers are operating in the town."
    )
    assert ways("en", text)[-1] == "Kismayo"


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            (
                "Troops reached Half Moon Shoal on Friday. They returned to Puerto Princesa on Sunday. "
                "Three frigates will sail for the shoal on Monday."
            ),
            "? > Half Moon Shoal",
        ),
        (
            "en",
            (
                "Rwandan soldiers left Camp Bastion in May. They flew to Kabul. "
                "Afghan troops moved into the camp on Friday."
            ),
            "? > Camp Bastion",
        ),
        (
            "fr",
            (
                "Les soldats tchadiens ont quitté Camp Bastion en mai. Ils ont gagné Kaboul. "
                "Des soldats afghans sont entrés dans le camp vendredi."
            ),
            "? > Camp Bastion",
        ),
        (
            "fr",
            (
                "Les combats ont repris au Haut-Karabakh. Goris est calme. "
                "Près de 2 000 soldats russes avaient été envoyés dans la région en novembre."
            ),
            "? > Nagorno-Karabakh",
        ),
    ],
)
def test_the_word_for_a_kind_means_what_bears_it_in_its_name(language: str, text: str, place: str) -> None:
    assert ways(language, text)[-1] == place


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "fr",
            "La France a envoyé 300 gendarmes à Nouméa. Sept cents policiers sont présents sur l'archipel.",
            "New Caledonia",
        ),
        (
            "en",
            "French soldiers flew to Moroni on Monday. Some 60 gendarmes have been in the islands since May.",
            "Comoros",
        ),
    ],
)
def test_the_islands_are_the_state_of_a_town_on_them(language: str, text: str, place: str) -> None:
    assert ways(language, text)[-1] == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            (
                "Cent policiers kényans ont quitté la capitale lundi. "
                "Un gendarme a été tué à Jacmel. Des gangs tiennent Kenscoff."
            ),
        ),
        (
            "en",
            (
                "About 100 Kenyan policemen left the capital on Monday. "
                "A constable was killed in Jacmel. Gangs hold Kenscoff."
            ),
        ),
    ],
)
def test_the_capital_is_that_of_the_state_in_which_a_report_plays(language: str, text: str) -> None:
    assert ways(language, text)[0] == "Port-au-Prince > ?"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Deux frégates sont entrées à Tripoli lundi. Trois patrouilleurs ont quitté le port mardi.",
            "Tripoli > ?",
        ),
        (
            "Cinquante Rwandais se sont posés à Nacala. Vingt policiers sont arrivés au même endroit.",
            "? > Nacala",
        ),
        (
            "À Kidal, le camp est vide. Une vingtaine de soldats russes sont entrés dans le camp lundi.",
            "? > Kidal",
        ),
    ],
)
def test_the_port_and_the_camp_are_those_of_the_town_before(text: str, place: str) -> None:
    assert ways("fr", text)[-1] == place


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "Deux cents soldats français ont quitté le sol malien vendredi.", "Mali > ?"),
        ("fr", "Trois corvettes ont appareillé de Toulon pour les côtes libanaises.", "Toulon > Lebanon"),
        ("fr", "Les blindés tchadiens sont passés en territoire nigérian mardi.", "? > Nigeria"),
        ("fr", "Des chars russes sont sur le sol ukrainien depuis février.", "Ukraine"),
        ("fr", "Deux frégates turques croisent au large des côtes libyennes.", "Libya"),
        ("en", "Two Syrian battalions crossed into Lebanese territory on Sunday.", "? > Lebanon"),
        ("en", "Three hundred Chinese sailors entered Djiboutian waters.", "? > Djibouti"),
        ("en", "Some 300 French soldiers left Malian soil on Friday.", "Mali > ?"),
        ("en", "Three Turkish frigates are patrolling off the Libyan coast.", "Libya"),
        ("en", "Six Spanish soldiers died on Afghan soil in May.", "Afghanistan"),
    ],
)
def test_soil_coast_and_waters_are_of_the_state_beside_them(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


def test_waters_without_an_adjective_are_nowhere() -> None:
    assert ways("en", "Turkish frigates reached calmer waters on Monday.") == [""]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Australian policemen landed at Honiara's Henderson airport on Friday.", "? > Honiara"),
        ("en", "A Portuguese company arrived at Kent base in Bangui on Friday.", "? > Bangui"),
        ("fr", "Cent parachutistes portugais sont arrivés à la base de Kent, à Bangui.", "? > Bangui"),
    ],
)
def test_a_site_lies_in_the_town_beside_it(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        (
            "fr",
            (
                "À Niamey, 120 soldats italiens ont quitté la base aérienne de Niamey pour Pise. "
                "L'Espagne avait retiré ses 50 gendarmes du pays en mai."
            ),
            "Niger > ?",
        ),
        (
            "en",
            (
                "In Niamey, 120 Italian soldiers left Niamey air base for Pisa. "
                "Only some 20 instructors will remain in the capital."
            ),
            "Niamey",
        ),
    ],
)
def test_the_country_is_not_the_one_to_which_its_guests_went_home(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        (
            "fr",
            (
                "Trois bataillons ougandais sont entrés en Ituri dimanche. Ils ont gagné Bunia lundi. "
                "Les soldats ougandais quitteront la province avant Noël."
            ),
            "Ituri > ?",
        ),
        (
            "en",
            (
                "Three Ugandan battalions entered Ituri on Sunday. They reached Bunia on Monday. "
                "Ugandan soldiers will leave the province before Christmas."
            ),
            "Ituri > ?",
        ),
        (
            "en",
            (
                "Tanzanian soldiers were sent to Cabo Delgado. They went on to Nangade. "
                "Some 300 South Africans are already in that district."
            ),
            "Nangade",
        ),
    ],
)
def test_the_province_is_one_and_the_district_may_be_a_town(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


def test_the_town_is_rather_a_town_than_a_camp() -> None:
    text = (
        "L'ONU a fermé son camp de Ber, à 60 km de Tombouctou. "
        "Les 200 Casques bleus burkinabè ont rejoint la ville par la route lundi."
    )
    assert ways("fr", text)[-1] == "? > Timbuktu"


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "Cent soldats tchadiens ont quitté Kidal pour la capitale lundi.", "Kidal > Bamako"),
        ("en", "The last Frenchmen left Kidal for the capital on Monday.", "Kidal > Bamako"),
        ("en", "TIBU - Around 1,500 soldiers were flown into this river town in February.", "? > Tibú"),
    ],
)
def test_the_capital_and_the_town_are_known_in_the_first_sentence(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "A freighter reached Tripoli on Monday. "
                "Two Turkish frigates, the Gaziantep and the Mersin, stood off the port."
            ),
        ),
        (
            "fr",
            (
                "Un cargo est arrivé à Tripoli lundi. "
                "Deux frégates turques, la Gaziantep et la Mersin, croisent devant le port."
            ),
        ),
    ],
)
def test_ships_that_bear_the_names_of_towns_are_no_towns(language: str, text: str) -> None:
    assert ways(language, text)[-1] == "Tripoli"


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (
            (
                "Deux bataillons sont arrivés à Mocímboa da Praia. "
                "De là, une compagnie a gagné Macomia par la route."
            ),
            "Mocímboa da Praia > Macomia",
        ),
        ("Les rebelles tiennent Djibo. Dans la ville, 300 soldats restent retranchés.", "Djibo"),
        (
            (
                "Une colonne a rejoint Luuq. Mogadiscio dément tout envoi de troupes en territoire somalien. "
                "Trois hélicoptères éthiopiens se sont posés à l'aéroport."
            ),
            "? > Luuq",
        ),
    ],
)
def test_an_opening_points_back_and_an_airport_is_of_a_town(text: str, way: str) -> None:
    assert ways("fr", text)[-1] == way


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Kenya sent 300 troops to neighbouring Somalia on Monday.", "? > Somalia"),
        ("en", "Kenya has 400 police in gang-ravaged Haiti.", "Haiti"),
        ("en", "Rwanda has 2,000 soldiers in insurgency-hit northern Mozambique.", "northern Mozambique"),
        ("en", "Rwanda sent 90 men to Mozambique's gas-rich Cabo Delgado province.", "? > Cabo Delgado"),
        ("en", "The 300 troops pulled out of the besieged city of Bakhmut on Monday.", "Bakhmut > ?"),
        ("en", "A convoy reached the besieged town of Gao on Monday.", "? > Gao"),
        ("en", "Some 300 Russian soldiers are based in occupied Melitopol.", "Melitopol"),
        ("fr", "Les 300 soldats ont quitté lundi la ville assiégée de Bakhmout.", "Bakhmut > ?"),
        ("fr", "Quelque 300 soldats russes occupent la ville assiégée de Bakhmout.", "Bakhmut"),
        ("fr", "Un convoi a atteint lundi le camp assiégé de Zamzam.", "? > Zamzam camp"),
        ("de", "Kenia hat 300 Soldaten im benachbarten Somalia.", "Somalia"),
        ("es", "Kenia envió el lunes 300 soldados a la vecina Somalia.", "? > Somalia"),
    ],
)
def test_an_adjective_before_a_name_hides_no_place_and_puts_nobody_there(
    language: str, text: str, way: str
) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        (
            "en",
            "A plane with 60 Kenyan police landed in Haiti's capital on Tuesday.",
            "? > Port-au-Prince",
        ),
        ("en", "About 60 Kenyan police are patrolling Haiti's capital.", "Port-au-Prince"),
        ("en", "The soldiers left Haiti's capital on Tuesday.", "Port-au-Prince > ?"),
        ("en", "Kenyan police flew to Haiti's capital, Port-au-Prince, on Monday.", "? > Port-au-Prince"),
        (
            "fr",
            "Soixante policiers kényans ont atterri dans la capitale d'Haïti.",
            "? > Port-au-Prince",
        ),
        ("fr", "Les soldats ont quitté mardi la capitale du Tchad.", "N'Djamena > ?"),
        ("es", "Unos 60 policías kenianos llegaron el lunes a la capital de Haití.", "? > Port-au-Prince"),
    ],
)
def test_the_capital_of_a_state_is_its_seat_of_government(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


def test_the_islands_are_a_state_though_its_capital_was_named_by_it() -> None:
    text = (
        "Two officers were shot dead in the capital of Solomon Islands on Sunday. "
        "Some 70 police officers from Tonga are serving in the islands."
    )
    assert ways("en", text) == ["Honiara", "Solomon Islands"]


def test_a_corridor_is_what_it_is_called() -> None:
    assert ways("fr", "Des blindés russes sont entrés dans le couloir de Latchine.") == [
        "? > Lachin corridor"
    ]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        (
            "en",
            "Ninety Austrians reached the Quneitra crossing. Two Fijians were wounded at the crossing.",
            "Quneitra crossing",
        ),
        (
            "en",
            "Ninety Austrians left the Golan Heights. The Philippines has 341 men on the heights.",
            "Golan Heights",
        ),
        ("en", "The mayor of Gao spoke. Two soldiers died at the crossing on Tuesday.", ""),
        (
            "fr",
            "Des Autrichiens ont quitté le plateau du Golan. Deux Fidjiens ont été blessés sur le plateau.",
            "Golan Heights",
        ),
    ],
)
def test_what_is_called_by_its_kind_is_what_was_named_so(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Trois cents soldats sont cantonnés au camp Castor, à Gao.", "Camp Castor"),
        (
            "fr",
            "Des soldats sont stationnés à l'aéroport de Mitiga, à Tripoli.",
            "Mitiga International Airport",
        ),
        ("fr", "Des soldats sont stationnés à Kati, à Bamako et à Gao.", "Kati, Bamako, Gao"),
        ("en", "Soldiers are stationed at Camp Castor, in Gao, and in Kidal.", "Camp Castor, Kidal"),
        ("en", "A battalion is stationed at Amari air base, near Tallinn.", "Ämari Air Base"),
        ("en", "A battalion is stationed at Kati, near Bamako.", "Kati"),
        ("en", "Soldiers were killed near Bria, near Bambari and in Bangui.", "Bria, Bambari, Bangui"),
        ("en", "Troops are stationed in Donbas and Avdiivka.", "Donbas, Avdiivka"),
        ("fr", "Des soldats sont stationnés dans le Donbass et à Avdiïvka.", "Donbas, Avdiivka"),
    ],
)
def test_the_town_of_a_camp_and_one_nearby_only_say_where_it_lies(
    language: str, text: str, place: str
) -> None:
    assert ways(language, text) == [place]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "Huit cents soldats sénégalais ont franchi jeudi soir la frontière gambienne.", "? > Gambia"),
        ("fr", "Six cents soldats tchadiens ont franchi la frontière avec le Soudan lundi.", "? > Sudan"),
        ("fr", "Trente blindés russes ont franchi la frontière du Daghestan.", "? > Dagestan"),
        ("en", "Some 90 Ugandan soldiers crossed the Congolese border at Bunagana on Monday.", "? > "),
        ("en", "Some 1,000 Afghan soldiers fled across the Tajik border on Monday.", "? > Tajikistan"),
        # whose it is goes without saying
        ("fr", "Deux cents soldats tchadiens ont franchi la frontière tchadienne lundi.", ""),
        ("en", "Six hundred Chadian soldiers crossed the Sudanese-Chadian border on Monday.", ""),
        # a region, a port or a camp that goes by its kind
        (
            "fr",
            "Deux bataillons russes ont quitté la région de Kherson pour celle de Belgorod mardi.",
            "Kherson Oblast > Belgorod",
        ),
        (
            "fr",
            "Une brigade ukrainienne est passée de la région de Donetsk dans celle de Kharkiv.",
            "Donetsk Oblast > Kharkiv",
        ),
    ],
)
def test_whose_border_is_crossed_and_what_is_meant_by_its_kind_is_gone_to(
    language: str, text: str, way: str
) -> None:
    assert ways(language, text)[0].startswith(way)
    assert bool(way) == (" > " in ways(language, text)[0])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            (
                "Des soldats français ont été vus sur la base de Kidal."
                " Des C-17 américains se posent à Djibouti."
                " Le Japon annonce l'envoi de trois appareils sur la même base."
            ),
            [
                "presence reported FR None Kidal",
                "movement reported US None > Djibouti",
                "movement expected JP 3 aircraft > Djibouti",
            ],
        ),
        (
            "fr",
            (
                "Les avions kényans ont quitté Kidal pour Gao."
                " Quatorze MiG-29 russes, dont les cocardes avaient été effacées à Hmeimim,"
                " y avaient atterri la veille."
            ),
            ["movement reported KE None Kidal >, > Gao", "movement reported RU 14 aircraft > Gao"],
        ),
        (
            "fr",
            "Deux cents Kényans arrivés mardi de Nairobi sont à Gao.",
            ["movement reported KE 200 personnel Nairobi >, > Gao", "presence reported KE 200 personnel Gao"],
        ),
        (
            "en",
            (
                "A Kenyan company landed at the Kidal base. American C-17s landed in Djibouti."
                " Japan will send three planes to the same base."
            ),
            [
                "movement reported KE 1 companies > Kidal",
                "movement reported US None > Djibouti",
                "movement expected JP 3 aircraft > Djibouti",
            ],
        ),
    ],
)
def test_the_same_base_and_a_place_set_off(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected
