"""Which ways a sentence tells of, and what in it is none: orders, aims, returns, who only speaks."""

import pytest

from geo.records import Status

from .read_claims import read, rows
from .test_claim_times import dated


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
        ("en", "More than 700,000 Haitians have been driven from their homes."),
        ("fr", "Plus de 3 000 Haïtiens ont été chassés de leurs maisons."),
    ],
)
def test_who_is_driven_from_home_is_no_force(language: str, text: str) -> None:
    assert read(language, text) == ()


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


@pytest.mark.parametrize(
    ("language", "text", "ways"),
    [
        (
            "fr",
            "Les 200 soldats belges arrivés lundi à Gao rentreront en décembre.",
            ["? > Gao | reported | 2024-11-18", "Gao > ? | expected | 2024-12"],
        ),
        (
            "fr",
            "Les 20 policiers envoyés il y a deux semaines en renfort à Storskog sont repartis vendredi.",
            ["? > Storskog | reported | 2024-11-06", "Storskog > ? | reported | 2024-11-15"],
        ),
        (
            "fr",
            "Les soldats qui sont entrés au Soudan lundi se sont retirés mercredi.",
            ["? > Sudan | reported | 2024-11-18", "Sudan > ? | reported | 2024-11-20"],
        ),
        (
            "en",
            "The 60 rescuers flown to Manta last Thursday will return home on Friday.",
            ["? > Manta | reported | 2024-11-14", "Manta > ? | expected | 2024-11-22"],
        ),
        (
            "en",
            "The 120 soldiers who had arrived in Goma in June left in October.",
            ["? > Goma | reported | 2024-06", "Goma > ? | reported | 2024-10"],
        ),
        (
            "en",
            "The 200 troops due in Kabul on Monday arrived on Sunday.",
            ["? > Kabul | reported | 2024-11-17"],
        ),
    ],
)
def test_who_came_somewhere_leaves_from_there(language: str, text: str, ways: list[str]) -> None:
    assert [dated(c).split(" | ", 2)[2] for c in read(language, text)] == ways


@pytest.mark.parametrize(
    ("language", "text", "ways"),
    [
        (
            "en",
            "Around 700 British troops went to Cyprus to prepare for an evacuation from Lebanon.",
            ["? > Cyprus | reported | None"],
        ),
        (
            "en",
            "Germany flew 300 soldiers to Tashkent on Monday for the evacuation from Kabul.",
            ["? > Tashkent | reported | 2024-11-18"],
        ),
        (
            "en",
            "French soldiers arrived in Niamey after the withdrawal from Mali.",
            ["Mali > Niamey | reported | None"],
        ),
        (
            "fr",
            "Le Canada a dépêché deux avions à Larnaca en prévision d'une évacuation du Liban.",
            ["? > Larnaca | reported | None"],
        ),
        (
            "fr",
            "L'armée a envoyé 100 hommes à Gao pour couvrir le départ des soldats belges de Kidal.",
            ["? > Gao | reported | None", "Kidal > ? | reported | None"],
        ),
        (
            "fr",
            "Venus de Markala, 160 soldats burkinabè ont pris leurs quartiers jeudi à Tombouctou.",
            ["Markala > Timbuktu | reported | 2024-11-14"],
        ),
        (
            "en",
            "A Dutch company took up quarters in Vilnius on Monday.",
            ["? > Vilnius | reported | 2024-11-18"],
        ),
    ],
)
def test_a_departure_that_a_force_is_sent_for_is_not_its_own(
    language: str, text: str, ways: list[str]
) -> None:
    assert [dated(c).split(" | ", 2)[2] for c in read(language, text)] == ways


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who came before it left took two ways, not one of so many months
        (
            "fr",
            "Arrivés en mars, les 200 soldats ont quitté Niamey le 3 novembre.",
            ["movement | 200 personnel | Niamey > ? | reported | 2024-11-03"],
        ),
        (
            "fr",
            "Arrivés à Niamey en mars, les 200 soldats belges sont rentrés à Bruxelles le 3 novembre.",
            [
                "movement | 200 personnel | ? > Niamey | reported | 2024-03",
                "movement | 200 personnel | Niamey > Brussels | reported | 2024-11-03",
            ],
        ),
        (
            "fr",
            "Partis samedi de Bamako, les 200 soldats belges sont arrivés à Gao lundi.",
            ["movement | 200 personnel | Bamako > Gao | reported | 2024-11-16/2024-11-18"],
        ),
        (
            "en",
            "The frigate, which reached Djibouti on 3 November, sailed on Tuesday for Aden.",
            [
                "movement | None | ? > Djibouti | reported | 2024-11-03",
                "movement | None | Djibouti > Aden | reported | 2024-11-19",
            ],
        ),
        (
            "en",
            "The 200 soldiers who arrived in March left Niamey on 3 November.",
            ["movement | 200 personnel | Niamey > ? | reported | 2024-11-03"],
        ),
        # a bay and its town
        (
            "fr",
            "Deux navires arrivés le 1er novembre dans la rade de Port-au-Prince ont appareillé samedi.",
            [
                "movement | 2 vessels | ? > Port-au-Prince | reported | 2024-11-01",
                "movement | 2 vessels | Port-au-Prince > ? | reported | 2024-11-16",
            ],
        ),
    ],
)
def test_who_came_before_it_left_took_two_ways(language: str, text: str, expected: list[str]) -> None:
    claims = read(language, text)
    assert [dated(claim) for claim in claims] == expected
    assert all(c.actor and c.actor.country_code not in {"DJ", "NE"} for c in claims)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a carrier sets out again from where it brought others
        (
            "fr",
            "Le navire danois a livré 17 tonnes d'aide à Haïfa avant de repartir vers Brest.",
            ["supply | DK | 17 tonne | ? > Haifa", "movement | DK | None | Haifa > Brest"],
        ),
        (
            "en",
            "The Danish ship delivered 17 tonnes of aid to Haifa before sailing for Brest.",
            ["supply | DK | 17 tonne | ? > Haifa", "movement | DK | None | Haifa > Brest"],
        ),
        # who was taken somewhere first, as an aside tells, goes on from there
        (
            "fr",
            "Trente soldats danois, transbordés à Dakar, ont été mis à terre à Conakry.",
            ["movement | DK | 30 personnel | ? > Dakar", "movement | DK | 30 personnel | Dakar > Conakry"],
        ),
        (
            "en",
            "A Danish company, flown to Gao in May, was moved to Kidal on Monday.",
            ["movement | DK | 1 companies | ? > Gao", "movement | DK | 1 companies | Gao > Kidal"],
        ),
        (
            "en",
            "A Danish company, sent to Chad in May, reached Abéché on Monday.",
            ["movement | DK | 1 companies | ? > Chad", "movement | DK | 1 companies | ? > Abéché"],
        ),
        (
            "fr",
            "Le Ghana a retiré un bataillon de Gao.",
            ["movement | GH | 1 battalions | Gao > ?"],
        ),
    ],
)
def test_where_a_way_begins_that_goes_on(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Quarante soldats danois opéreraient hors mandat dans la région de Gao.", Status.UNCONFIRMED),
        ("Quarante soldats danois opèrent hors mandat dans la région de Gao.", Status.REPORTED),
    ],
)
def test_a_verb_that_no_pack_has_may_be_hearsay(text: str, status: Status) -> None:
    assert [claim.status for claim in read("fr", text)] == [status]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Danish ship unloaded 17 tonnes of aid at Haifa and sailed for Brest.",
            ["supply | DK | 17 tonne | ? > Haifa", "movement | DK | None | Haifa > Brest"],
        ),
        (
            "fr",
            "L'avion danois a déposé 40 soldats à Gao et a regagné Aarhus.",
            ["movement | DK | 40 personnel | ? > Gao", "movement | DK | None | Gao > Århus"],
        ),
        (
            "en",
            "Forty Danish soldiers left Gao and reached Kidal.",
            ["movement | DK | 40 personnel | Gao > Kidal"],
        ),
    ],
)
def test_a_place_before_and_is_of_the_verb_before_it(language: str, text: str, expected: list[str]) -> None:
    assert rows(language, text) == expected
