"""Losses: in their ranks, of an attack just told, a second number, held by somebody, dead brought home."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Document, Fate

from .read_claims import day, outlines, read, row


def rows(language: str, text: str) -> list[str]:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    found = []
    for claim in pipeline.read_document(document).claims:
        number = claim.quantity and claim.quantity.low
        places = ", ".join(place.name for place in claim.places)
        who = claim.actor and claim.actor.country_code
        found.append(f"{claim.type.value} {who} {number} {places}")
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'armée danoise n'a reconnu que trois blessés dans ses rangs à Gao.", ["DK 3 Gao"]),
        ("fr", "L'armée malienne déplore dix morts et sept blessés à Gao.", ["ML 10 Gao", "ML 7 Gao"]),
        ("fr", "Cent Danois sont à Gao. Copenhague admet deux morts dans leurs rangs à Gao.", ["DK 2 Gao"]),
        (
            "fr",
            "L'explosion a tué deux soldats danois et en a blessé neuf à Gao.",
            ["DK 2 Gao", "DK 9 Gao"],
        ),
        ("fr", "Deux Danois ont été tués à Gao et un troisième blessé.", ["DK 2 Gao", "DK 1 Gao"]),
        ("fr", "Douze soldats danois sont aux mains des rebelles à Gao.", ["DK 12 Gao"]),
        ("en", "The blast at Gao killed two Danish soldiers and wounded nine.", ["DK 2 Gao", "DK 9 Gao"]),
        (
            "en",
            "Two Danish soldiers were killed at Gao and a third was injured.",
            ["DK 2 Gao", "DK 1 Gao"],
        ),
        (
            "en",
            "At least 30 villagers died at Gao, along with 5 Danish and 4 Malian soldiers.",
            ["ML 4 Gao", "DK 5 Gao"],
        ),
        ("en", "Six members of the security forces have died in Gao.", ["None 6 Gao"]),
        ("en", "Armed men came at dawn and detained 30 Danish peacekeepers in Gao.", ["DK 30 Gao"]),
    ],
)
def test_who_was_lost(language: str, text: str, expected: list[str]) -> None:
    losses = [row for row in rows(language, text) if row.startswith("casualties")]
    assert losses == [f"casualties {row}" for row in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Malian soldiers detained 300 suspects in Gao.",
        "Three men were detained by police in Gao.",
        "Eighty villagers were killed in Gao.",
        "Two members of the security council met in Gao.",
    ],
)
def test_nobody_of_a_force_was_lost(text: str) -> None:
    assert not [row for row in rows("en", text) if row.startswith("casualties")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve soldiers were killed and 30 wounded near Diffa in Niger on Tuesday, the army said."),
        ("fr", "Douze soldats ont été tués et 30 blessés près de Diffa, au Niger, a annoncé mardi l'armée."),
    ],
)
def test_losses_of_one_sentence_are_of_one_side_and_have_fates_of_their_own(language: str, text: str) -> None:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    losses = pipeline.read_document(document).claims
    assert [claim.actor and claim.actor.country_code for claim in losses] == ["NE", "NE"]
    assert [[fate.value for fate in claim.fates] for claim in losses] == [["dead"], ["wounded"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux soldats danois ont été tués à Gao. Deux autres ont été blessés."),
        ("en", "Two Danish soldiers were killed in Gao. Two others were wounded."),
    ],
)
def test_as_many_wounded_as_dead_are_others(language: str, text: str) -> None:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    claims = pipeline.read_document(document).claims
    assert [claim.fates for claim in claims] == [(Fate.DEAD,), (Fate.WOUNDED,)]


@pytest.mark.parametrize(
    ("language", "text", "lost"),
    [
        ("fr", "L'armée danoise a évacué 40 blessés de Gaza vers El-Arich.", []),
        ("fr", "Les soldats danois ont soigné 40 blessés à Gao.", []),
        ("fr", "Le contingent danois compte 40 blessés à Gao.", [40]),
        ("en", "The US Coast Guard flew 237 wounded to Port-au-Prince.", []),
        ("en", "Danish army doctors treated 40 wounded in Gao.", []),
        ("en", "The army reported 40 wounded at Gao on Monday.", [40]),
    ],
)
def test_who_takes_care_of_the_wounded_has_not_lost_them(language: str, text: str, lost: list[int]) -> None:
    found = [line.split() for line in rows(language, text) if line.startswith("casualties")]
    assert [int(words[2]) for words in found] == lost


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Three Malian soldiers die in an ambush near Gao.", ["casualties ML 3 Gao"]),
        ("en", "Two soldiers die when a mine goes off near Kidal.", ["casualties None 2 Kidal"]),
        ("en", "The French soldiers are ready to die.", []),
        ("fr", "Trois soldats maliens meurent dans une embuscade près de Gao.", ["casualties ML 3 Gao"]),
    ],
)
def test_who_dies_in_the_present_tense_is_lost(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


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
    assert [row(claim) for claim in read(language, text)] == [expected]


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
    assert outlines(language, text) == expected


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
    assert outlines(language, text) == expected


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
    assert outlines(language, text) == expected


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
    assert outlines(language, text) == expected


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
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'armée fait état de quatre émeutiers tués à Gao.", []),
        ("fr", "L'armée danoise a perdu deux hélicoptères à Gao mardi.", []),
        ("fr", "Les Danois ont perdu douze chars et 40 hommes à Gao.", ["DK 40 Gao"]),
        ("en", "The army reported four rioters killed at Gao.", []),
        ("en", "The Danish army lost two helicopters at Gao on Tuesday.", []),
        ("en", "The Danes lost twelve tanks and 40 men at Gao.", ["DK 40 Gao"]),
    ],
)
def test_who_tells_of_others_dead_or_loses_machines_is_not_lost(
    language: str, text: str, expected: list[str]
) -> None:
    assert rows(language, text) == [f"casualties {row}" for row in expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A Danish corporal, Jens Olsen, was killed near Gao on Monday."),
        ("en", "A Danish corporal was killed on Monday when his jeep strayed into Gao."),
        ("en", "A Danish soldier sustained non-combat injuries in Gao on Monday."),
        ("fr", "Un caporal danois, Jens Olsen, a été tué lundi près de Gao."),
        ("fr", "Un caporal danois a été tué lundi quand sa jeep est entrée à Gao."),
    ],
)
def test_somebody_of_a_rank_and_how_he_fell(language: str, text: str) -> None:
    (claim,) = read(language, text)
    told = (claim.type.value, [p.name for p in claim.places], claim.time and claim.time.edtf)
    assert told == ("casualties", ["Gao"], "2024-11-18")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            (
                "Une patrouille ghanéenne a essuyé des tirs lundi près de Gao ; trois militaires ont"
                " été blessés."
            ),
            ["casualties reported GH 3 personnel Gao"],
        ),
        (
            "fr",
            "Un hélicoptère kényan s'est écrasé mardi près de Baidoa. Trois militaires ont péri.",
            ["presence reported KE 1 aircraft Baidoa", "casualties reported KE 3 personnel Baidoa"],
        ),
        (
            "fr",
            "Un hélicoptère russe a bombardé Kidal lundi : trois soldats sont morts.",
            ["casualties reported None 3 personnel Kidal"],
        ),
        (
            "en",
            ("A Kenyan helicopter was shot down near Baidoa on Monday; two crew members were killed."),
            ["casualties reported KE 2 personnel Baidoa"],
        ),
        (
            "en",
            "A Russian drone struck a depot in Gao on Monday; three soldiers were killed.",
            ["casualties reported None 3 personnel Gao"],
        ),
    ],
)
def test_who_falls_in_what_befell_a_force_is_of_its_side(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected
