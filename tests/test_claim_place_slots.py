"""Where forces are, come from and go to, where a sentence names it in a roundabout way or not at all."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)


def read(language: str, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims


def where(claim: Claim) -> str:
    """Return where a claim plays: "A > B", or the places of a presence or a loss."""
    if claim.origin is None and claim.destination is None:
        return ", ".join(place.name for place in claim.places)
    return " > ".join(place.name if place else "?" for place in (claim.origin, claim.destination))


def ways(language: str, text: str) -> list[str]:
    return [where(claim) for claim in read(language, text)]


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


def test_there_is_no_state_that_only_says_whose_soldiers_they_are() -> None:
    text = (
        "Australia flew 90 soldiers to Dili on Wednesday. "
        "Thirty New Zealand soldiers had landed there a few hours earlier."
    )
    assert ways("en", text)[-1] == "? > Dili"


def test_who_speaks_of_himself_behind_a_town_leaves_it_a_town() -> None:
    text = "They had gone on to Dikwa. In Bosso I met the Chadians who had been posted there since May."
    assert ways("en", text)[-1] == "Bosso"


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
    ("text", "place"),
    [
        ("Un bataillon kényan a débarqué aux Comores lundi.", "? > Comoros"),
        ("Deux cents soldats américains sont arrivés lundi aux Philippines.", "? > Philippines"),
        ("Trois cents soldats indiens partiront lundi aux Maldives.", "? > Maldives"),
    ],
)
def test_a_state_of_several_islands_is_gone_to(text: str, place: str) -> None:
    assert ways("fr", text) == [place]


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
        (
            "en",
            (
                "Irish soldiers are going to Lebanon for six months. "
                "A first group of 140 flew from Dublin on Tuesday."
            ),
            "Dublin > Lebanon",
        ),
        (
            "en",
            "Kenya sent 400 policemen to Haiti in June. Another 200 left Nairobi on Monday.",
            "Nairobi > Haiti",
        ),
        (
            "en",
            (
                "Uganda has 1,600 soldiers in South Sudan. The mission is filling up. "
                "About 100 Nepalese police flew in from Haiti last week."
            ),
            "Haiti > South Sudan",
        ),
        (
            "fr",
            (
                "Un corps d'environ 2 500 hommes gagnera le Kazakhstan. "
                "Un premier groupe de 70 Arméniens a décollé vendredi d'Erevan."
            ),
            "Yerevan > Kazakhstan",
        ),
        (
            "fr",
            "Le Kenya a déployé 400 policiers en Haïti. Les cent derniers ont décollé lundi de Nairobi.",
            "Nairobi > Haiti",
        ),
    ],
)
def test_who_sets_out_after_others_goes_to_where_all_go(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


def test_the_last_who_leave_a_land_do_not_go_to_where_others_rested() -> None:
    text = (
        "Cent chasseurs français sont arrivés à Chambéry après trois jours à Chypre. "
        "Les derniers Français évacuaient Sarobi mercredi."
    )
    assert ways("fr", text)[-1].endswith("> ?")


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
    ("text", "way"),
    [
        ("Some 500 reservists from Austria, Bulgaria and Slovakia will land in Bosnia.", "? > Bosnia"),
        ("About 60 soldiers from Germany landed in Gao on Friday.", "? > Gao"),
        ("Ninety French soldiers from Niger reached Chad on Monday.", "Niger > Chad"),
        ("Sixty trucks from Niger reached Chad on Monday.", "Niger > Chad"),
    ],
)
def test_a_state_behind_people_says_whose_they_are(text: str, way: str) -> None:
    assert ways("en", text)[0].startswith(way)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Les soldats du camp de Gossi ont rallié Gao mardi.", "Gossi base > Gao"),
        ("Les derniers militaires français de la base de Tessalit ont rejoint Gao.", "Tessalit camp > Gao"),
        ("Les détachements de la base de Nijrab se replieront sur Kaboul.", "Nijrab > Kabul"),
        ("Deux cents soldats ont débarqué sur le tarmac de l'aéroport de Goma.", "? > Goma Int"),
        ("Trois avions français se sont posés sur la piste de la base de Ouallam.", "? > Ouallam base"),
    ],
)
def test_a_base_is_left_by_its_soldiers_and_its_tarmac_is_landed_on(text: str, way: str) -> None:
    assert ways("fr", text)[0].startswith(way)


def test_who_remains_stationed_is_where_both_words_say() -> None:
    text = "Au Niger, quelque 1 100 Américains demeurent stationnés à Agadez et à Niamey."
    assert ways("fr", text) == ["Agadez, Niamey"]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "À Bichkek, le Parlement a autorisé l'envoi de 150 soldats kirghizes.", ""),
        ("fr", "À Nairobi, le président a promis l'envoi de mille policiers.", ""),
        ("fr", "À Dakar, le gouvernement a décidé l'envoi de 300 soldats à Kidal.", "? > Kidal"),
        ("fr", "À Bangui, le gouvernement a déployé 300 policiers.", "? > Bangui"),
        ("en", "In Suva, the prime minister said 50 soldiers would be sent.", ""),
    ],
)
def test_where_it_is_decided_nobody_is_sent(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    "road",
    [
        "pris la route de Gao à",
        "pris la piste de Gao à",
        "pris la route de Gao vers",
        "emprunté la route de Gao à",
        "fait par le rail le trajet de Gao à",
    ],
)
def test_a_road_has_two_ends(road: str) -> None:
    assert ways("fr", f"Une compagnie a {road} Ménaka lundi.") == ["Gao > Ménaka"]


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
        (
            "fr",
            "Quelque 2 200 soldats français sont en Afghanistan. Sept cents doivent regagner la France.",
            "Afghanistan > France",
        ),
        (
            "en",
            "Britain has 300 soldiers in Estonia. The British soldiers will fly home in May.",
            "Estonia > ?",
        ),
        (
            "en",
            "Kenya sent 300 policemen to Haiti. A Kenyan battalion was moved to Garissa on Monday.",
            "? > Garissa",
        ),
    ],
)
def test_who_goes_home_leaves_the_land_where_all_are(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


def test_who_comes_is_not_from_where_those_are_who_say_so() -> None:
    text = "Vingt Russes sont entrés lundi dans le camp abandonné, affirment deux élus de Gao."
    assert ways("fr", text) == [""]


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
    ("language", "text", "way"),
    [
        ("en", "Residents of Gao said 300 soldiers had arrived from Niamey.", "Niamey > Gao"),
        ("en", "The ministry in Paris said 40 soldiers had come in from Djibouti.", "Djibouti > ?"),
        ("fr", "Selon un élu de Gao, 300 soldats sont arrivés de Niamey lundi.", "Niamey > Gao"),
    ],
)
def test_who_came_came_to_those_who_say_so(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("La frégate mouille devant Meulaboh. Elle n'y a débarqué que 120 tonnes de vivres.", "? > Meulaboh"),
        ("Le bataillon est à Gao. Il y a envoyé trente hommes de plus.", "? > Gao"),
        ("Des marins sont à Gao. Il y a 300 soldats à Kidal.", "Kidal"),
    ],
)
def test_a_verb_behind_il_y_a_tells_where_y_is(text: str, way: str) -> None:
    assert ways("fr", text)[-1] == way


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
        ("fr", "Goma est calme. Un bataillon burundais est arrivé dimanche.", "? > Goma"),
        ("en", "French soldiers are in Gao. Some 500 reservists will arrive on Friday.", "? > Gao"),
        ("en", "Shots were heard in the Red Sea. Five hundred marines arrived on Friday.", ""),
    ],
)
def test_who_arrives_without_a_place_comes_to_the_land_told_of_just_before(
    language: str, text: str, way: str
) -> None:
    assert ways(language, text)[-1] == way


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


def test_the_town_that_others_are_to_retake_is_not_where_they_go() -> None:
    text = "Some 400 marines left Cebu for Mindanao, where troops aim to retake the city of Marawi."
    assert ways("en", text)[0] == "Cebu City > Mindanao"


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Spain said it would fly home the last 20 of its 110 soldiers in Mali.", "Mali > ?"),
        ("en", "Italy withdrew its 200 soldiers in Niger on Monday.", "Niger > ?"),
        ("en", "France, which has 1,500 soldiers in Niger, began withdrawing its troops.", "Niger > ?"),
        ("en", "France, which has had 1,500 men in Niger since 2022, withdrew 400 of them.", "Niger > ?"),
        ("en", "France, which has 1,500 soldiers in Niger, will bring its troops home.", "Niger > ?"),
        ("fr", "L'Espagne rapatriera ses 110 soldats au Mali d'ici vendredi.", "Mali > ?"),
        ("fr", "L'Italie a retiré lundi ses 200 soldats au Niger.", "Niger > ?"),
        ("fr", "La France, qui compte 1.500 hommes au Niger, commence à retirer ses troupes.", "Niger > ?"),
        ("fr", "La France, qui avait 1.500 soldats au Niger, en a retiré 400 mardi.", "Niger > ?"),
        ("fr", "La France a ramené lundi ses 40 soldats à Brest.", "? > Brest"),
    ],
)
def test_who_is_taken_home_leaves_where_the_sentence_puts_him(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Residents of Bukavu saw Rwandan soldiers cross into the city overnight.", "? > Bukavu"),
        ("en", "A witness at Goris saw 60 Russian trucks leave for Stepanakert.", "? > Stepanakert"),
        ("fr", "Un témoin a vu 30 soldats russes quitter Soumy lundi.", "Sumy > ?"),
    ],
)
def test_who_is_seen_to_go_is_only_told_to_go(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Deux cents soldats partent au Mali lundi.", "? > Mali"),
        ("Le régiment part à Djibouti.", "? > Djibouti"),
        ("Deux cents soldats sont partis en Estonie.", "? > Estonia"),
        ("Les chasseurs alpins partent en mission au Liban.", "? > Lebanon"),
        ("Cent légionnaires partiront le 3 décembre au Mali.", "? > Mali"),
        ("Cent légionnaires partiront la semaine prochaine à Tapa, en Estonie.", "? > Tapa"),
        ("Cent légionnaires embarqueront le 3 décembre à Toulon.", "Toulon > ?"),
        ("Deux cents soldats prennent part au Mali à un exercice.", "Mali"),
        ("Les soldats sont stationnés d'une part à Gao, d'autre part à Kidal.", "Gao"),
    ],
)
def test_a_verb_of_setting_out_leads_to_its_place_over_a_day(text: str, way: str) -> None:
    assert ways("fr", text) == [way]


def test_states_behind_entre_are_places_to_the_end_of_their_list() -> None:
    (claim,) = read("fr", "Trois mille militaires sont répartis entre le Mali, le Niger et le Tchad.")
    assert where(claim) == "Mali, Niger, Chad"


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "À Mont-de-Marsan, quatre Rafale ont décollé vendredi matin.", "Mont-de-Marsan > ?"),
        ("fr", "À Toulon, la frégate Alsace a appareillé lundi.", "Toulon > ?"),
        ("fr", "À Brest, deux patrouilleurs ont appareillé pour la Crète.", "Brest > Crete"),
        ("fr", "À Paris, le ministre a dit que 200 soldats avaient quitté Gao.", "Gao > ?"),
        ("en", "At Lossiemouth, four Typhoons took off on Friday morning.", "Lossiemouth > ?"),
    ],
)
def test_who_sets_out_does_so_where_the_sentence_opens(language: str, text: str, way: str) -> None:
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


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Un sergent est mort dimanche au Mali. Son régiment est basé à Calvi.", ["Mali"]),
        ("fr", "Le 1er RIMa, stationné à Angoulême, enverra 200 hommes au Liban.", ["? > Lebanon"]),
        ("fr", "Le bataillon danois est stationné à Tapa.", ["Tapa"]),
        ("en", "His regiment is based at Fort Drum.", []),
        ("en", "Two Danish battalions are based in Oksbøl.", ["Oksbøl"]),
        ("en", "The US 2nd Cavalry Regiment is based in Vilseck, Germany.", ["Vilseck"]),
    ],
)
def test_where_a_unit_is_at_home_it_is_not_deployed(language: str, text: str, told: list[str]) -> None:
    assert ways(language, text) == told


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "The army sent 300 men to the restive north of Mali.", "? > Azawad"),
        ("en", "The army sent 300 men to central and northern Mali.", "? > Azawad"),
        ("en", "Three hundred soldiers left western and northern Ghana.", "northern Ghana > ?"),
        ("en", "The army sent 300 men to Kidal, in the far north of Mali.", "? > Kidal"),
        ("fr", "300 soldats ont été envoyés dans l'extrême nord du Mali.", "? > Azawad"),
        ("fr", "300 soldats ont été déployés dans le nord et l'est du Ghana.", "? > eastern Ghana"),
        ("fr", "300 soldats ont été déployés dans l'ouest de l'Irlande du Nord.", "? > Northern Ireland"),
    ],
)
def test_a_part_of_a_land_is_led_to_over_what_is_told_of_it(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Deux cents soldats congolais se sont repliés à Minova mardi.", "? > Minova"),
        ("Deux cents soldats congolais se sont enfuis au Rwanda mardi.", "? > Rwanda"),
        ("Les soldats soudanais ont fui en Éthiopie lundi.", "? > Ethiopia"),
        ("Douze soldats maliens ont été évacués au Sénégal mardi.", "? > Senegal"),
        ("Les soldats se sont retirés mardi au Mali.", "? > Mali"),
        ("Les Français ont évacué Gao mardi.", "Gao > ?"),
        ("Les soldats retirés en mai de Gao sont rentrés.", "Gao > ?"),
        ("Les soldats congolais ont fui Goma en camion.", "Goma > ?"),
    ],
)
def test_who_falls_back_goes_to_where_a_preposition_leads(text: str, way: str) -> None:
    assert ways("fr", text)[0] == way


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


def test_goods_come_from_where_their_carrier_did() -> None:
    text = "Un Hercules venu d'Ohakea avait livré à Suva huit tonnes d'eau."
    assert ways("fr", text) == ["RNZAF Base Ohakea > Suva"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "La Tanzanie compte 400 soldats dans la capitale malienne.", "Bamako"),
        ("fr", "Gao est calme. Le Tchad compte 400 soldats sur place.", "Gao"),
        ("fr", "La Lettonie compte 800 soldats canadiens dans le pays.", "Latvia"),
        ("en", "The war in Mali goes on. Chad has 400 soldiers in the country.", "Mali"),
    ],
)
def test_who_has_men_somewhere_else_is_no_host(language: str, text: str, place: str) -> None:
    assert ways(language, text) == [place]


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
        ("fr", "Le navire, qui venait de Brest, a accosté à Dakar lundi.", "Brest > Dakar"),
        ("fr", "Le convoi a quitté Szczecin pour le terrain de Drawsko.", "Szczecin > Drawsko"),
        ("fr", "Les soldats, qui viennent d'arriver à Gao, sont togolais.", "? > Gao"),
        ("fr", "Des soldats ont été déployés à la frontière entre le Mali et le Niger.", "? > Mali"),
        ("en", "The ship, which came from Gdynia, docked in Dakar on Monday.", "Gdynia > Dakar"),
    ],
)
def test_where_who_came_from_somewhere_set_out_and_a_border_is_no_list(
    language: str, text: str, way: str
) -> None:
    assert ways(language, text) == [way]


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
    ("language", "text", "place"),
    [
        ("en", "The 300 soldiers in Sake are waiting there for a flight to Kigali.", "Sake"),
        ("en", "The 300 soldiers are confined to the base at Sake.", "Sake"),
    ],
)
def test_where_somebody_waits_for_a_way_is_not_where_that_leads(language: str, text: str, place: str) -> None:
    assert ways(language, text) == [place]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Chad sent a division, from Faya, to the outskirts of Abéché.", "Faya-Largeau > Abéché"),
        ("en", "The battalion moved from near Gao to near Kidal on Monday.", "Gao > Kidal"),
        ("en", "Two Malian companies pulled back from the gates of Kidal on Monday.", "Kidal > ?"),
        (
            "en",
            "Two companies were shifted from just outside Gao to the northern edge of Kidal.",
            "Gao > Kidal",
        ),
        ("fr", "Le bataillon a été déplacé lundi des environs de Gao aux portes de Kidal.", "Gao > Kidal"),
        ("fr", "Une colonne malienne s'est avancée lundi jusqu'aux portes de Kidal.", "? > Kidal"),
    ],
)
def test_ways_lead_from_and_to_the_edge_of_a_town(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Two Russian planes landed at Gao on Monday. They brought 100 men.", "? > Gao"),
        ("en", "A Turkish ship docked at Misrata on Monday. She carried 40 tanks.", "? > Misratah"),
        ("en", "The convoy reached Gao on Monday. It brought 200 soldiers from Sévaré.", "Sévaré > Gao"),
        ("en", "Two Russian planes landed at Gao on Monday. They are to take 100 men home.", ""),
        ("fr", "Deux avions russes ont atterri lundi à Gao. Ils ont amené 100 hommes.", "? > Gao"),
    ],
)
def test_who_comes_brings_others_to_the_same_place(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "A further 150 British soldiers are based in Poland, near the town of Orzysz.", "Orzysz"),
        ("en", "Three hundred soldiers are stationed in Niger, outside the town of Diffa.", "Diffa"),
        ("fr", "Cent soldats sont basés en Pologne, près de la ville d'Orzysz.", "Orzysz"),
        ("en", "The UN mission in Mali has moved 180 peacekeepers to Gao.", "? > Gao"),
        ("en", "The UN mission in Mali has moved 180 peacekeepers from Kidal to Gao.", "Kidal > Gao"),
        ("fr", "La mission de l'ONU au Mali a déplacé 180 Casques bleus à Gao.", "? > Gao"),
        (
            "en",
            "Chad's troops entered Bunia. They crossed at Mahagi. Another 500 came from Arua.",
            "Arua > Bunia",
        ),
        ("en", "A patrol boat left Pemba for Ibo. It turned back off Quissanga.", "Quissanga"),
        ("fr", "Deux compagnies maliennes ont quitté lundi leur base près de Gao.", "Gao > ?"),
        ("fr", "Un second vol a amené à Bissau 70 autres Nigérians.", "? > Bissau"),
    ],
)
def test_what_lies_around_passes_or_only_holds_a_way(language: str, text: str, way: str) -> None:
    assert ways(language, text)[-1] == way


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Chadian soldiers were sent on Monday to Gao and to Kidal.", ["? > Gao", "? > Kidal"]),
        ("en", "PRZEMYŚL, Poland — The war is near. Two hundred soldiers arrived here.", ["? > Przemyśl"]),
        ("fr", "PRZEMYŚL (Pologne) — La guerre est là. Cent soldats sont arrivés ici.", ["? > Przemyśl"]),
        (
            "en",
            "Kenyan police reached Gao on Monday. They found an empty station there and left on Tuesday.",
            ["? > Gao", "Gao > ?"],
        ),
    ],
)
def test_second_goals_the_town_of_a_dateline_and_stations(
    language: str, text: str, expected: list[str]
) -> None:
    assert ways(language, text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Troops are stationed in northern Norway, Finland and Sweden.",
            ["northern Norway", "Finland", "Sweden"],
        ),
        ("Troops are stationed in northern Norway, Norway.", ["northern Norway"]),
    ],
)
def test_another_state_behind_a_region_goes_on_with_the_list(text: str, places: list[str]) -> None:
    (claim,) = read("en", text)
    assert [place.name for place in claim.places] == places


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "La garnison de Tessalit, forte de 400 hommes, a été évacuée vers Gao.", "Tessalit > Gao"),
        ("fr", "La garnison de Kidal s'est repliée sur Gao.", "Kidal > Gao"),
        ("fr", "La garnison de Gao a reçu 200 hommes en renfort.", "? > Gao"),
        ("en", "The 400-strong garrison of Tessalit was evacuated to Gao.", "Tessalit > Gao"),
        ("en", "The Kidal garrison fell back on Gao.", "Kidal > Gao"),
        ("en", "Some 200 men reached the Kidal garrison on Monday.", "? > Kidal"),
    ],
)
def test_a_garrison_leaves_the_town_of_its_name(language: str, text: str, way: str) -> None:
    assert ways(language, text) == [way]


@pytest.mark.parametrize(
    ("text", "way", "people"),
    [
        (
            "L'armée rwandaise a fait état du retour de 200 militaires de Cabo Delgado.",
            "Cabo Delgado > ?",
            200,
        ),
        ("Paris a confirmé le retour de 200 soldats français du Mali.", "Mali > ?", 200),
        ("Paris a confirmé le retour à Gao de 200 soldats français.", "? > Gao", 200),
    ],
)
def test_who_returns_comes_from_the_place_behind(text: str, way: str, people: int) -> None:
    (claim,) = read("fr", text)
    assert where(claim) == way
    assert claim.quantity
    assert claim.quantity.low == people


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


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("fr", "Un bataillon relèvera en juin les Népalais déployés à Bunia.", "? > Bunia"),
        ("en", "Some 300 Danes replaced the French stationed in Tallinn.", "? > Tallinn"),
    ],
)
def test_who_relieves_others_goes_to_where_they_are(language: str, text: str, way: str) -> None:
    assert ways(language, text)[0] == way


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Des hélicoptères ont transporté les blessés vers l'hôpital militaire de Bamako.", []),
        ("fr", "La France a envoyé un hôpital militaire à Beyrouth.", ["? > Beirut"]),
        ("en", "Helicopters carried the wounded to the military hospital in Bamako.", []),
        ("en", "France sent a field hospital to Beirut.", ["? > Beirut"]),
    ],
)
def test_a_hospital_that_others_are_brought_to_goes_nowhere(
    language: str, text: str, expected: list[str]
) -> None:
    assert ways(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "goal"),
    [
        ("fr", "A Gao, où l'eau manque, douze médecins danois sont arrivés mardi.", "Gao"),
        ("fr", "A Gao, ville sans électricité, 40 soldats danois ont été déployés.", "Gao"),
        ("en", "In Gao, where water is scarce, twelve Danish doctors arrived on Tuesday.", "Gao"),
        ("en", "In Gao, where three shells fell on Monday, 40 Danes have been deployed.", "Gao"),
        (
            "fr",
            "Le port de Buchanan est fermé. Au port, où s'entassent des fûts, 40 marins ont débarqué mardi.",
            "Buchanan",
        ),
        (
            "en",
            "Rebels attacked the port of Buchanan on Monday.\n\nA column reached Monrovia on Tuesday.\n\n"
            "At the port, where the power is out, 40 Ghanaian marines arrived on Wednesday.",
            "Buchanan",
        ),
    ],
)
def test_what_is_told_aside_of_an_opening_place_parts_it_from_no_verb(
    language: str, text: str, goal: str
) -> None:
    found = [claim.destination for claim in read(language, text)]
    assert [place.name for place in found if place][-1:] == [goal]
