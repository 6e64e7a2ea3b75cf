"""Whose force a claim tells of: what goes without saying, who gives, and who is only named beside."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Document

PUBLISHED = dt.date(2024, 11, 20)


def sides(language: str, text: str) -> list[str | None]:
    """Return the side of each claim, in the order of the text."""
    read = pipeline.read_document(Document("d", text, language=language, published=PUBLISHED))
    return [claim.actor.country_code if claim.actor else None for claim in read.claims]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Five soldiers were killed near Sake on Monday, the ministry said. Kigali is silent.", "CD"),
        ("en", "Eleven policemen died in Kidal on Sunday. The ministry is shaken. Niamey mourns.", "ML"),
        ("en", "The army said 400 men had been sent from Maiduguri to Baga. Chad watched.", "NG"),
        ("en", "Government troops entered Kidal on Monday. Niamey is silent.", "ML"),
        ("en", "The army has promised relief. Two companies went from Bamako to Mopti. Chad watched.", "ML"),
        ("fr", "Cinq soldats ont été tués lundi près de Sake, a annoncé le ministère. Kigali se tait.", "CD"),
        ("fr", "Trois cents soldats gouvernementaux sont entrés à Kidal. Niamey se tait.", "ML"),
        ("fr", "L’état-major a indiqué que 200 hommes étaient allés de Bamako à Mopti. Niamey attend.", "ML"),
    ],
)
def test_forces_of_no_told_nation_are_those_of_the_state_where_they_are(
    language: str, text: str, side: str
) -> None:
    assert sides(language, text)[0] == side


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shelling killed five of our soldiers in Kidal, the ministry said. Niamey is silent."),
        ("en", "Three soldiers were killed in Mali on Monday, the army said. Niamey is silent."),
        ("en", "Five soldiers were killed in Kidal on Monday, residents said. Niamey is silent."),
        ("en", "The ministry spoke. Five soldiers were killed in Kidal. The UN and Niamey are silent."),
        ("fr", "Cinq de nos soldats ont été tués à Kidal, a annoncé le ministère. Niamey se tait."),
        ("fr", "Trois soldats ont été tués au Mali lundi, a annoncé l’armée. Niamey se tait."),
    ],
)
def test_forces_of_no_told_nation_may_be_others(language: str, text: str) -> None:
    assert sides(language, text)[0] is None


@pytest.mark.parametrize(
    "text",
    ["Some 300 soldiers will be sent to Niger, the minister said.", "The minister has 200 men in Niger."],
)
def test_who_is_sent_to_a_state_is_not_that_states(text: str) -> None:
    assert sides("en", text) == [None]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "The twelve howitzers promised by France crossed from Poland on Monday.", "FR"),
        ("en", "The F-16 jets promised by Washington landed at Fetesti on Monday.", "US"),
        ("fr", "La batterie promise par Paris est arrivée vendredi à Constanta.", "FR"),
        ("fr", "Bamako dit avoir reçu lundi onze tonnes d’armes offertes par la Russie.", "RU"),
        ("fr", "Une unité de 140 policiers du Bangladesh tient la base de Miragoâne.", "BD"),
        ("fr", "Une compagnie de 120 soldats du Togo a gagné Mopti lundi.", "TG"),
    ],
)
def test_who_gives_a_force_or_stands_in_its_name_is_its_side(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "L’Italie soutient le Niger, où elle a déployé 300 soldats.", "IT"),
        ("fr", "La Turquie a promis à la Libye qu’elle y maintiendrait 400 instructeurs.", "TR"),
        ("fr", "Le Kenya, critiqué par Haïti, dit qu’il enverra 200 policiers à Port-au-Prince.", "KE"),
        ("en", "Germany told Lebanon that it would send 120 soldiers to Beirut.", "DE"),
        ("en", "Poland thanked Norway, which has sent four F-35s to Poznan.", "NO"),
    ],
)
def test_a_pronoun_that_sends_is_the_state_that_opens_the_sentence(
    language: str, text: str, side: str
) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "La Russie, selon Kiev, a envoyé 300 hommes à Bakhmout.", "RU"),
        ("fr", "L’Iran, d’après Londres, aurait livré 200 missiles à la Russie.", "IR"),
        ("en", "Russia has, Warsaw says, moved 2,000 men to Brest.", "RU"),
        ("en", "Kigali says it has sent 300 men to Palma.", "RW"),
    ],
)
def test_who_only_says_so_sends_nobody(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Fifty soldiers of the FARDC were killed at Sake. Kigali is silent.", "CD"),
        ("en", "Some 40 men from the UPDF reached Beni. Kigali is silent.", "UG"),
        ("en", "Two patrol ships, the BRP Cabra and the BRP Malapascua, sailed for Guam.", "PH"),
        ("fr", "Le HMAS Adelaide a quitté Suva pour Nuku’alofa.", "AU"),
        ("fr", "Le HMS Kent a quitté Brest lundi.", "GB"),
        ("fr", "Le ministère des Armées a annoncé que 300 soldats partiraient pour Niamey.", "FR"),
        ("fr", "L’état-major des armées nigérien a annoncé la mort de 5 soldats à Gao.", "NE"),
    ],
)
def test_letters_of_a_navy_and_names_of_an_army_tell_a_side(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Cent soldats portugais sont à Beira. Dix Kényans sont à Palma. La frégate a quitté Toulon.",
            ["PT", "KE", "FR"],
        ),
        (
            "en",
            "Forty Irish soldiers are in Goma. Ten Kenyans are in Palma. The frigate docked at Pemba.",
            ["IE", "KE", None],
        ),
        (
            "en",
            "Forty Irish soldiers are in Goma. Ten Kenyans are in Palma. The men left Palma.",
            ["IE", "KE", "KE"],
        ),
    ],
)
def test_a_ship_is_not_that_of_the_people_told_of_before(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert sides(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "On Monday Colombia moved 800 troops into Arauca.", "CO"),
        ("en", "South of the river, Kenya moved 200 soldiers to Lamu.", "KE"),
        ("en", "In May, Togo flew 60 men to Gao.", "TG"),
        ("en", "Overnight Russia shifted 2,000 men to Sudzha.", "RU"),
        ("en", "In Syria, Turkey massed 80 vehicles near Idlib.", "TR"),
        ("en", "This week Kenya lost nine soldiers in Gao.", "KE"),
        ("en", "A blast in Gao, Mali killed five soldiers.", None),
        ("en", "Convoys bound for Niger crossed the river at Malanville.", None),
        ("fr", "Hier Israël a massé 300 chars à Gao.", "IL"),
        ("fr", "Au nord, la Russie aligne 2 000 hommes à Gao.", "RU"),
        ("fr", "Dans le nord du Mali, cinq soldats sont morts.", None),
    ],
)
def test_a_state_before_a_verb_of_the_matter_acts(language: str, text: str, side: str | None) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Berlin compte 600 soldats à Rukla.", "DE"),
        ("fr", "Kampala a 2 000 hommes à Bunia.", "UG"),
        ("en", "Berlin has 600 soldiers in Rukla.", "DE"),
        ("fr", "Le contingent, fort de 400 Danois, a rejoint Tapa mardi.", "DK"),
        ("en", "The contingent, 400 Danes strong, reached Tapa on Tuesday.", "DK"),
        ("en", "The reinforcements, about 300 Kenyans, landed in Port-au-Prince.", "KE"),
        ("fr", "Le convoi, attaqué par 40 Rwandais, est rentré à Sake.", None),
        ("en", "Washington warned that 3,000 men were massed in Rostov.", None),
        ("fr", "Washington a averti que 3 000 hommes étaient massés à Rostov.", None),
        ("fr", "Paris affirme que 300 soldats ont quitté Gao.", "FR"),
    ],
)
def test_who_has_a_force_or_makes_it_up_and_who_only_warns_of_it(
    language: str, text: str, side: str | None
) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Le M23 a perdu vingt hommes à Sake, selon le ministère.", None),
        ("fr", "Trente éléments de Boko Haram ont été tués à Damasak, selon l’armée.", None),
        ("fr", "Quinze hommes du Hezbollah sont morts à Gao, selon l’armée.", None),
        ("fr", "Le Jnim a tué 12 soldats à Djibo, selon l’armée.", "BF"),
        ("en", "M23 lost some 20 men in Sake, the ministry said.", None),
        ("en", "Thirty Boko Haram members were killed in Damasak, the army said.", None),
        ("en", "Rebels killed ten soldiers in Kidal, the army said.", "ML"),
        ("en", "The army sent 300 men against Boko Haram in Baga.", "NG"),
    ],
)
def test_men_of_a_group_are_no_states_and_those_that_it_kills_are(
    language: str, text: str, side: str | None
) -> None:
    assert sides(language, text)[0] == side


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Des combattants de Wagner s’entraînent à Brest.", "RU"),
        ("fr", "Deux compagnies du Bataillon d’intervention rapide sont arrivées à Gao.", "CM"),
        ("en", "Wagner fighters reached Kidal on Monday.", "RU"),
        ("en", "Twelve fighters of the Wagner group died in Kidal.", "RU"),
        ("en", "Fighters of the Taliban left Kunduz on Monday.", None),
    ],
)
def test_bodies_that_one_state_has_are_its_own(language: str, text: str, side: str | None) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "The Kenyan army, which the brigade backed, lost ten men in Gao.", "KE"),
        ("en", "The clash left two dead Frenchmen in Gao.", "FR"),
        ("en", "Three wounded Kenyans were flown to Goma.", "KE"),
        ("fr", "La marine turque, qui veille sur toute la côte, a envoyé deux frégates à Misrata.", "TR"),
    ],
)
def test_what_stands_between_a_nation_and_its_verb_or_number_parts_them_not(
    language: str, text: str, side: str
) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Le ministre belge a dit que 40 soldats de son pays étaient à Cincu.", "BE"),
        ("fr", "Le Premier ministre slovaque l’a dit : la batterie de son pays est partie pour Lviv.", "SK"),
        ("en", "Norway’s minister said 40 of her soldiers were in Tapa.", "NO"),
        ("en", "The Rwandan general said his men had left Palma.", "RW"),
    ],
)
def test_soldiers_of_whose_country_are_those_of_who_speaks(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Forty French soldiers are in Goma. Ten Kenyan policemen are in Palma. The soldiers left Goma.",
            ["FR", "KE", "FR"],
        ),
        (
            "fr",
            "Cent soldats belges sont à Goma. Dix agents kényans sont à Palma. Les soldats ont quitté Goma.",
            ["BE", "KE", "BE"],
        ),
        (
            "fr",
            "Cent soldats belges sont à Goma. Dix agents kényans sont à Palma. Les hommes ont quitté Palma.",
            ["BE", "KE", "KE"],
        ),
    ],
)
def test_a_noun_takes_up_the_force_that_was_called_by_it(
    language: str, text: str, expected: list[str]
) -> None:
    assert sides(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "The army rushed 300 men to Nasir. The UN is worried.", "SS"),
        ("en", "The air force has flown tanks from Chandigarh to Leh. China objects.", "IN"),
        ("en", "The Kenyan army rushed 300 men to Nasir. The UN is worried.", "KE"),
        ("en", "Foreign troops and police landed in Nasir. The UN is worried.", None),
        ("fr", "Le gouvernement a envoyé deux bataillons de Malakal à Nasir. L’ONU s’inquiète.", "SS"),
        ("fr", "Au Mali, l’armée a perdu dix hommes à Ber. L’ONU s’inquiète.", "ML"),
        ("fr", "La junte a envoyé 200 soldats à Djibo. L’ONU s’inquiète.", "BF"),
        ("fr", "La mission a envoyé 300 hommes à Nasir. L’ONU s’inquiète.", None),
    ],
)
def test_the_army_of_no_told_nation_is_that_of_the_place(language: str, text: str, side: str | None) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Huit soldats ont été tués à Ménaka, a annoncé l’état-major. L’ONU n’y a plus d’hommes.",
            ["ML"],
        ),
        (
            "fr",
            "Cent soldats français sont à Cincu. Dix Belges y sont aussi. Une compagnie a quitté Mourmelon.",
            ["FR", "BE", "FR"],
        ),
        (
            "en",
            "The Mongolian battalion has 850 troops in Bentiu. Government forces moved 500 men to Bor.",
            ["MN", "SS"],
        ),
    ],
)
def test_a_paragraph_about_others_does_not_tell_whose_those_at_home_are(
    language: str, text: str, expected: list[str]
) -> None:
    assert sides(language, text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Thirty British soldiers are assisting Kenyan police in Wajir.", "GB"),
        ("en", "American special forces are giving technical help to Philippine troops in Marawi.", "US"),
        ("en", "Twelve American soldiers are helping the army in Marawi, a Philippine colonel said.", "US"),
        ("fr", "Douze soldats américains aident l'armée philippine à Marawi.", "US"),
        ("fr", "Des soldats français soutiennent les combattants kurdes à Manbij.", "FR"),
    ],
)
def test_who_helps_others_is_there(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Two members of the Jamaica Defence Force were wounded in Gonaives on Monday.", "JM"),
        ("en", "Twelve members of the Kenya Defence Forces were killed at Kulbiyow.", "KE"),
        ("en", "Forty members of the Uganda People's Defence Forces were killed in Bulo Marer.", "UG"),
        (
            "en",
            "Brazil is watching. It has moved 130 soldiers to Pacaraima, on the Venezuelan border.",
            "BR",
        ),
        (
            "fr",
            "Dix jours après l'attaque de Bosso, le Tchad creuse. Six de ses soldats sont morts à Diffa.",
            "TD",
        ),
        (
            "fr",
            "Trois cents Français ont quitté Niamey. Leur matériel ira à Douala, selon l'armée tchadienne.",
            "FR",
        ),
    ],
)
def test_whose_they_are_is_told_by_name_or_before(language: str, text: str, side: str) -> None:
    assert sides(language, text)[-1] == side


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two presidents have promised each other not to use force."),
        ("en", "Diplomats in Maputo worry, since the two foreign forces answer to different capitals."),
        ("en", "A third group would bring the Kenyan contingent to its full size."),
        ("fr", "Les deux présidents se sont promis de ne pas recourir à la force."),
    ],
)
def test_force_and_size_are_no_deployment(language: str, text: str) -> None:
    assert sides(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le sénat recommande l'envoi de 300 soldats à Gao."),
        ("fr", "Le rapport préconise le retrait de 300 soldats de Gao."),
        ("en", "The senate recommended sending 300 soldiers to Gao."),
        ("en", "The senate recommended the withdrawal of 300 soldiers from Gao."),
    ],
)
def test_what_is_recommended_is_no_event(language: str, text: str) -> None:
    assert sides(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Le gouvernement de Vilnius enverra 40 instructeurs à Kaboul en janvier.", "LT"),
        ("fr", "La junte de Niamey a envoyé 200 soldats à Bamako.", "NE"),
        ("fr", "Les habitants de Bamako ont envoyé 40 camions à Ouagadougou.", None),
        ("en", "The government in Vilnius will send 40 instructors to Kabul in January.", "LT"),
        ("en", "The authorities in Cotonou have promised to position 200 soldiers at Kandi.", "BJ"),
        ("en", "The UN mission in Juba sent 200 soldiers to Malakal.", None),
    ],
)
def test_an_office_in_a_capital_that_sends_is_its_states(language: str, text: str, side: str | None) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two Russian planes are at Gao. According to an Italian newspaper, they brought 100 men."),
        ("en", "Two Russian planes are at Gao. An Italian website says they brought 100 men."),
        ("fr", "Deux avions russes sont à Gao. Selon un journal italien, ils ont amené 100 hommes."),
    ],
)
def test_the_nation_of_the_press_sends_nobody(language: str, text: str) -> None:
    assert set(sides(language, text)) == {"RU"}


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Its last 100 Pakistani soldiers left Sake. In Goma it still has some 4,000 troops.", None),
        ("en", "The Chadian army sent 300 soldiers to Gao. It still has 900 men in Kidal.", "TD"),
        ("fr", "Les cent derniers soldats pakistanais ont quitté Sake. À Goma, elle a 400 hommes.", None),
        ("fr", "L'armée tchadienne a envoyé 300 soldats à Gao. Elle a encore 900 hommes à Kidal.", "TD"),
    ],
)
def test_what_a_body_still_has_is_not_that_of_the_men_told_before(
    language: str, text: str, side: str | None
) -> None:
    assert sides(language, text)[-1] == side


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Du côté afghan, un soldat a été tué mardi à Torkham.", "AF"),
        ("fr", "Côté ukrainien, douze soldats ont été blessés près de Pokrovsk.", "UA"),
        ("fr", "Du côté ukrainien, on affirme que 300 soldats sont morts à Soumy.", None),
        ("en", "On the Afghan side, two soldiers were killed on Tuesday at Torkham.", "AF"),
        ("en", "On the Ukrainian side twelve soldiers were wounded near Pokrovsk.", "UA"),
        ("en", "The Ukrainian side says 40 soldiers were killed near Pokrovsk.", None),
        ("de", "Auf ukrainischer Seite wurden zwölf Soldaten bei Pokrowsk verwundet.", "UA"),
        ("es", "Del lado ucraniano murieron doce soldados cerca de Pokrovsk.", "UA"),
        ("ru", "С украинской стороны погибли 12 солдат под Покровском.", "UA"),
    ],
)
def test_on_whose_side_a_force_is_lost_says_whose_it_is(language: str, text: str, side: str | None) -> None:
    assert sides(language, text) == [side]


def test_the_word_for_a_side_is_no_part_of_a_force() -> None:
    text = "On the Ukrainian side twelve soldiers were wounded near Pokrovsk."
    (claim,) = pipeline.read_document(Document("d", text, language="en", published=PUBLISHED)).claims
    assert claim.actor
    assert claim.actor.text == "soldiers"


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Douze secouristes de Lyon travaillent à Beyrouth depuis lundi.", "FR"),
        ("fr", "Trois infirmiers d'Alès ont passé neuf jours à Kahramanmaraş.", "FR"),
        ("en", "Twelve rescuers from Leeds have been working in Beirut since Monday.", "GB"),
        ("en", "Six firefighters from Kent have been fighting the fires in Quebec since Friday.", "GB"),
    ],
)
def test_rescuers_are_of_the_state_of_their_town(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Inde a rappelé ses 80 militaires des Maldives ; ils ont quitté Malé vendredi."),
        ("en", "India has recalled its 80 military personnel from the Maldives; they left Male on Friday."),
    ],
)
def test_those_who_were_taken_from_a_state_are_not_its_own(language: str, text: str) -> None:
    assert sides(language, text) == ["IN", "IN"]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "La frégate argentine Libertad a quitté Toulon mardi.", "AR"),
        ("fr", "Trois vedettes philippines ont quitté Brunei mardi.", "PH"),
        ("fr", "Quarante soldats ont quitté l'Argentine mardi.", None),
        ("fr", "Soixante Royal Marines ont débarqué à Freetown mardi.", "GB"),
        ("es", "La fragata argentina Libertad zarpó de Tolón el martes.", "AR"),
        ("es", "Tropas filipinas salieron del Golán el martes.", "PH"),
    ],
)
def test_an_adjective_that_is_a_states_name_has_no_capital(
    language: str, text: str, side: str | None
) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Les marins turcs, une trentaine d'hommes, ont été capturés à Tobrouk.", "TR"),
        ("fr", "La garnison malienne, 190 soldats, s'est rendue mardi à Kidal.", "ML"),
        ("en", "The Malian garrison, 190 men, was captured at Kidal on Tuesday.", "ML"),
        ("en", "The Turkish gunners, about thirty men, were captured at Tobruk.", "TR"),
    ],
)
def test_a_number_aside_counts_those_before_it(language: str, text: str, side: str) -> None:
    (claim,) = pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims
    assert claim.actor
    assert (claim.actor.country_code, claim.actor.text[-6:] not in ("hommes", "oldats")) == (side, True)


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Un missile a frappé le destroyer britannique Sheffield, où vingt hommes ont péri.", "GB"),
        ("fr", "Moscou a bombardé une base ukrainienne : douze soldats ont été tués à Odessa.", "UA"),
        ("en", "A drone hit the Turkish frigate Gökova off Tobruk on Monday: twelve sailors died.", "TR"),
        ("en", "The Argentine cruiser Belgrano sank off Ushuaia; 323 sailors died.", "AR"),
        ("en", "A rocket hit the French base at Gao, where two soldiers were wounded.", "FR"),
    ],
)
def test_who_falls_on_a_ship_or_base_is_of_its_state(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "L'équipe de B-FAST (Belgique) est partie samedi de Beyrouth.", "BE"),
        ("fr", "Les avions de Moscou ont quitté Hmeimim mardi.", "RU"),
        ("fr", "La France a retiré les soldats de Bamako mardi.", "FR"),
        ("en", "The Golani Brigade (Israel) entered Khan Yunis on Tuesday.", "IL"),
        ("en", "The troops of Damascus entered Saraqib on Tuesday.", "SY"),
        ("en", "Some 300 soldiers reached Gao (Mali) on Tuesday.", None),
    ],
)
def test_a_state_in_brackets_or_its_capital_tells_whose_a_force_is(
    language: str, text: str, side: str | None
) -> None:
    assert sides(language, text) == [side]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Le contingent, fort de 400 soldats danois, est arrivé mardi à Gao.", "DK"),
        ("fr", "Le contingent malien, fort de 400 hommes, a quitté Gao avec 20 conseillers russes.", "ML"),
        ("fr", "Six infirmiers du CHU de Brest ont rejoint le camp humanitaire de Kutupalong.", "FR"),
        ("fr", "Un bataillon français, fort de 900 hommes et de treize chars, a débarqué à Beyrouth.", "FR"),
        ("en", "The contingent, 400 Danish soldiers, reached Gao on Tuesday.", "DK"),
        ("en", "Two nurses from the hospital in Leeds have been working in Beirut since Monday.", "GB"),
    ],
)
def test_what_is_told_aside_or_behind_of_says_whose_a_force_is(language: str, text: str, side: str) -> None:
    assert sides(language, text) == [side]
