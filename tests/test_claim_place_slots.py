"""Where forces come from and go to, where a sentence tells it in a roundabout way or not at all."""

import pytest

from .read_claims import read, ways, where


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
            (
                "Rebels attacked the port of Buchanan on Monday.\n\nA column reached Monrovia on Tuesday.\n\n"
                "At the port, where the power is out, 40 Ghanaian marines arrived on Wednesday."
            ),
            "Buchanan",
        ),
    ],
)
def test_what_is_told_aside_of_an_opening_place_parts_it_from_no_verb(
    language: str, text: str, goal: str
) -> None:
    found = [claim.destination for claim in read(language, text)]
    assert [place.name for place in found if place][-1:] == [goal]


@pytest.mark.parametrize(
    ("language", "text", "goal"),
    [
        ("fr", "La frégate saoudienne, venue de Djeddah, mouille à Port-Soudan.", "Port Sudan"),
        (
            "en",
            "Some 200 Danes are on Samar island. A ship is in the Sulu Sea. Forty Swedes reached the island.",
            "Samar",
        ),
    ],
)
def test_where_a_way_ends_that_is_told_beside_it(language: str, text: str, goal: str) -> None:
    found = [claim.destination for claim in read(language, text)]
    assert [place.name for place in found if place] == [goal]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Des soldats s'entraînent dans le nord de la Norvège et de la Finlande.",
            "northern Norway, Finland",
        ),
        (
            "Des combattants sont dans l'est du Tchad, du Niger et de la Centrafrique.",
            "eastern Chad, Niger, Central African Republic",
        ),
    ],
)
def test_of_goes_on_with_a_list_of_states(text: str, places: str) -> None:
    assert ways("fr", text) == [places]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Solomon Islands police sent 20 officers aboard the Lata on Monday."),
        ("fr", "Vingt policiers ont quitté Gao lundi à bord du Lata."),
    ],
)
def test_a_ship_that_bears_the_name_of_a_town_is_none(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.destination is None
