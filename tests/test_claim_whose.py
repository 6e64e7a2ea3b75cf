"""Whose forces those of ordinary reports are, and what of a report is about none."""

import pytest

from geo import pipeline
from geo.records import Document

from .read_claims import outlines, rows
from .test_claim_newsroom import PUBLISHED, read, row


def sides(language: str, text: str, publisher: str | None = None) -> list[str | None]:
    """Return the state of each claim's force."""
    told = (claim.actor for claim in read(language, text, publisher))
    return [who.country_code if who else None for who in told]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a pronoun between commas stresses the subject
        (
            "fr",
            "La frégate belge est à Toulon. La marine allemande, elle, croise en mer Rouge avec une frégate.",
            ["BE", "DE"],
        ),
        # a nation in apposition
        ("en", "Its first soldiers, 150 Georgians, are due in Bangui in March.", ["GE"]),
        ("fr", "Ses premiers soldats, 150 Géorgiens, sont attendus à Bangui en mars.", ["GE"]),
        # a numbered unit and its town
        ("fr", "Cent fantassins du 35e régiment d'infanterie de Belfort ont gagné Gao.", ["FR"]),
        ("en", "Some 200 men of the 3rd Battalion of Kidal fought at Gao on 3 May.", ["ML"]),
        # who sends them in a relative clause
        ("en", "The 200 soldiers that Canada had sent to Kuwait returned to Lagos.", ["CA", "CA"]),
        # an office in a state's release is another's
        ("fr", "Le porte-avions a accosté à Beyrouth. Les autorités libanaises l'ont remercié.", ["FR"]),
    ],
)
def test_whose_a_force_is(language: str, text: str, expected: list[str | None]) -> None:
    assert sides(language, text, "Ministère des Armées" if language == "fr" else None) == expected


def test_people_are_told_of_before_the_planes_that_brought_them() -> None:
    first = "Un bataillon rwandais a gagné Bangui, où l'ont acheminé lundi des avions américains."
    second = "Ses premiers éléments étaient arrivés le 16 janvier."
    assert sides("fr", f"{first}\n\n{second}") == ["RW", "US", "RW"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a state, and a way to it
        (
            "en",
            "Some 130 Irish soldiers are deployed with the mission at Camp Faouar.",
            ["presence | 130 personnel | Camp Faouar | reported"],
        ),
        (
            "en",
            "Some 300 soldiers were deployed from Kigali to Pemba on 3 May.",
            ["movement | 300 personnel | Kigali > Pemba | reported"],
        ),
        (
            "en",
            "A total of 4,800 soldiers will be deployed in Lithuania by the end of 2027.",
            ["movement | 4800 personnel | ? > Lithuania | expected"],
        ),
        (
            "en",
            "Some 130 soldiers have been deployed in Mali since May.",
            ["presence | 130 personnel | Mali | reported"],
        ),
        # who acts may follow the place and the day
        (
            "en",
            "The contingent was joined in Pemba by 125 Mozambican soldiers on 3 May.",
            ["movement | 125 personnel | ? > Pemba | reported"],
        ),
        (
            "fr",
            "Le contingent a été rejoint lundi à Pemba par 125 soldats burundais.",
            ["movement | 125 personnel | ? > Pemba | reported"],
        ),
        # on the way, and back from somewhere
        (
            "fr",
            "Cent soldats ont atterri à Bâle, retour d'Afghanistan, après deux jours de repos à Paphos.",
            ["movement | 100 personnel | Afghanistan > Basel | reported"],
        ),
        (
            "en",
            "The soldiers that Canada had sent to Kuwait returned to Calgary last week.",
            ["movement | None | ? > Kuwait | reported", "movement | None | Kuwait > Calgary | reported"],
        ),
        # where those go who follow
        (
            "en",
            "A battalion flew to Gao on 3 May. Another 100 soldiers followed on 8 May.",
            ["movement | 1 battalions | ? > Gao | reported", "movement | 100 personnel | ? > Gao | reported"],
        ),
        (
            "fr",
            "Un bataillon a gagné Gao le 3 mai. Une compagnie danoise a suivi en juin.",
            ["movement | 1 battalions | ? > Gao | reported", "movement | 1 companies | ? > Gao | reported"],
        ),
        # "la route de Gao" leads to Gao, unless it goes on to another
        (
            "fr",
            "Une compagnie a pris la route de Gao à Ménaka en août.",
            ["movement | 1 companies | Gao > Ménaka | reported"],
        ),
        (
            "fr",
            "Une compagnie a pris la route de Gao en août.",
            ["movement | 1 companies | ? > Gao | reported"],
        ),
        # where somebody speaks is not where anybody goes
        (
            "fr",
            "À Tbilissi, le ministre a précisé que la Géorgie enverrait en mars 140 hommes en Centrafrique.",
            ["movement | 140 personnel | ? > Central African Republic | expected"],
        ),
        (
            "en",
            "In Gao, the army said three soldiers were killed on 3 May.",
            ["casualties | 3 personnel | Gao | confirmed"],
        ),
        # a state named before
        (
            "en",
            "Gangs hold most of Haiti. Some 200 Kenyan police flew to the Caribbean nation on 3 May.",
            ["movement | 200 personnel | ? > Haiti | reported"],
        ),
        (
            "en",
            "Jihadists struck again in Mali. Some 200 soldiers landed in the West African nation on Monday.",
            ["movement | 200 personnel | ? > Mali | reported"],
        ),
        # just under a number is about it
        (
            "en",
            "Just under 9,000 Russian troops will be sent to Belarus.",
            ["movement | 9000 personnel | ? > Belarus | expected"],
        ),
        (
            "fr",
            "Un peu moins de 9 000 soldats russes seront envoyés en Biélorussie.",
            ["movement | 9000 personnel | ? > Belarus | expected"],
        ),
        # a number in a unit's name counts nothing
        (
            "en",
            "Soldiers of 16 Air Assault Brigade flew to Kabul on 3 May.",
            ["movement | None | ? > Kabul | reported"],
        ),
        # of nobody's coming and going
        ("en", "A member asked about the safety of Irish troops on the Golan Heights.", []),
        ("en", "The minister met representatives in Vilnius on Tuesday.", []),
        ("fr", "Les forces aériennes ont réalisé 86 sorties, dont 21 sorties de chasse, au Mali.", []),
        (
            "en",
            "Some 44 peacekeepers were captured by armed elements near Quneitra on 3 May.",
            ["casualties | 44 personnel | Quneitra | reported"],
        ),
    ],
)
def test_what_a_report_tells(language: str, text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read(language, text)] == expected


def test_the_town_of_a_report_is_the_one_that_its_headline_names() -> None:
    text = "Deux cents légionnaires sont arrivés mercredi dans la ville. Ménaka compte 20 000 habitants."
    document = Document("d", text, title="Ménaka : les voilà", language="fr", published=PUBLISHED)
    assert [row(claim) for claim in pipeline.read_document(document).claims] == [
        "movement | 200 personnel | ? > Ménaka | reported"
    ]


@pytest.mark.parametrize(
    ("publisher", "text", "side", "status"),
    [
        ("Irish Defence Forces", "The battalion left Prizren on Monday.", "IE", "confirmed"),
        ("Danish Ministry of Defence", "A Kenyan battalion left Prizren on Monday.", "KE", "reported"),
        ("Danish Broadcasting", "The battalion left Prizren on Monday.", None, "reported"),
    ],
)
def test_in_its_own_release_a_force_of_no_told_nation_is_the_offices(
    publisher: str, text: str, side: str | None, status: str
) -> None:
    (claim,) = read("en", text, publisher)
    assert claim.actor is not None
    assert (claim.actor.country_code, claim.status.value) == (side, status)


def test_people_of_a_part_of_a_state_are_of_that_state() -> None:
    (claim,) = read("en", "Two hundred Iowans are in Erbil.")
    assert claim.actor is not None
    assert (claim.actor.country_code, row(claim)) == ("US", "presence | 200 personnel | Erbil | reported")


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Dans un communiqué publié lundi, l'armée dit avoir envoyé 300 hommes à Gao.", "armée"),
        ("en", "In a statement released on Monday, the army said 300 men had left Gao.", "army"),
    ],
)
def test_a_statement_is_no_subject(language: str, text: str, source: str) -> None:
    (claim,) = read(language, text)
    assert [s.text for s in claim.attribution] == [source]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "About a hundred Revolutionary Guards are in Sanaa, diplomats say."),
        ("fr", "Une centaine de gardiens de la révolution se trouvent à Sanaa."),
    ],
)
def test_guards_that_only_one_state_has(language: str, text: str) -> None:
    assert sides(language, text) == ["IR"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "fr",
            "Le Niger, d'où les Français sont partis en 2023, a reçu en avril cent instructeurs russes.",
            "movement | RU | 100 personnel | ? > Niger",
        ),
        (
            "en",
            "Niger, from which the French left in 2023, received 100 Russian instructors in April.",
            "movement | RU | 100 personnel | ? > Niger",
        ),
        (
            "fr",
            "L'Allemagne, dont les 1 100 soldats étaient à Gao, a rapatrié les derniers d'entre eux mardi.",
            "movement | DE | None | Gao > ?",
        ),
        (
            "fr",
            "Washington, qui maintenait 1 000 hommes à Niamey, a achevé leur retrait le 15 septembre.",
            "movement | US | None | Niamey > ?",
        ),
        (
            "en",
            "The US, which had 1,000 troops in Niamey, completed their withdrawal on 15 September.",
            "movement | US | None | Niamey > ?",
        ),
    ],
)
def test_what_a_state_does_behind_an_aside_about_it(language: str, text: str, told: str) -> None:
    assert rows(language, text)[-1] == told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quatre infirmiers et deux médecins de Brest se sont envolés lundi pour Gao.",
            ["movement reported FR 4 personnel > Gao", "movement reported FR 2 personnel > Gao"],
        ),
        (
            "fr",
            (
                "Le contingent kényan rejoindra vendredi à Gao 40 soldats danois, installés depuis"
                " octobre dans la ville. Deux autres soldats arriveront lundi."
            ),
            [
                "movement expected KE None > Gao",
                "presence reported DK 40 personnel Gao",
                "movement expected KE 2 personnel > Gao",
            ],
        ),
        (
            "en",
            (
                "The Kenyans will join 40 Danish volunteers in Gao, based there since October."
                " Two other soldiers will land on Monday."
            ),
            [
                "movement expected KE None > Gao",
                "presence reported DK 40 personnel Gao",
                "movement expected KE 2 personnel",
            ],
        ),
    ],
)
def test_a_house_and_a_subject_tell_whose_those_beside_are(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        # the police of the state where all plays, not of the guests told of before
        (
            "fr",
            "Le Japon a envoyé 300 soldats à Tacloban. La police nationale y a déployé 1 200 hommes de plus.",
            ["JP", "PH"],
        ),
        (
            "en",
            "Japan sent 300 soldiers to Tacloban. The national police deployed 1,200 more men to Tacloban.",
            ["JP", "PH"],
        ),
        # who is given something has no part in what others do
        (
            "fr",
            "Six canons ont été remis à l'Ukraine en mai, et 50 instructeurs ont rejoint la Pologne.",
            [None, None],
        ),
        ("en", "Six guns were handed to Ukraine in May, and 50 instructors went to Poland.", [None, None]),
        # a body with a name of its own
        (
            "fr",
            "Cent soldats danois sont à Bangui. Dix chirurgiens de Médecins sans frontières ont gagné Bouar.",
            ["DK", None],
        ),
        (
            "en",
            "A hundred Danish soldiers are in Bangui. A plane of the World Food Programme reached Bouar.",
            ["DK", None],
        ),
        (
            "fr",
            "Cent soldats danois sont à Bangui. Douze chirurgiens de l'armée sont arrivés à Bouar.",
            ["DK", "DK"],
        ),
        # whom a ship brings are of her side
        ("fr", "La frégate danoise Thetis a gagné Haïfa. Elle emporte 180 marins.", ["DK", "DK"]),
    ],
)
def test_whose_a_force_is_beside_guests_takers_and_bodies_with_a_name(
    language: str, text: str, sides: list[str | None]
) -> None:
    assert [claim.actor and claim.actor.country_code for claim in read(language, text)] == sides


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Les Turcs ont envoyé 300 soldats à Gao, les Danois 40.",
            ["movement | TR | 300 personnel | ? > Gao", "movement | DK | 40 personnel | ? > Gao"],
        ),
        (
            "fr",
            "Les Turcs ont envoyé 300 soldats à Gao et les Danois 40.",
            ["movement | TR | 300 personnel | ? > Gao", "movement | DK | 40 personnel | ? > Gao"],
        ),
        (
            "en",
            "The Turks sent 300 soldiers to Gao, the Danes 36 tonnes of food.",
            ["movement | TR | 300 personnel | ? > Gao", "supply | DK | 36 tonne | ? > Gao"],
        ),
    ],
)
def test_a_people_takes_up_the_verb_of_another(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected
