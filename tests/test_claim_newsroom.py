"""Plain sentences as newsrooms write them: what each tells, and when."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)


def read(language: str, text: str, publisher: str | None = None) -> tuple[Claim, ...]:
    document = Document("d", text, language=language, published=PUBLISHED, publisher=publisher)
    return pipeline.read_document(document).claims


def row(claim: Claim) -> str:
    """Return a claim as type, number, way or places, and status."""
    number = claim.quantity and f"{claim.quantity.low} {claim.quantity.unit}"
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
    return f"{claim.type.value} | {number} | {way} | {claim.status.value}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is promised, given and received
        ("Benin has promised a battalion.", ["movement | 1 battalions |  | expected"]),
        ("Norway has promised 20 million euros.", []),
        (
            "The army has promised Saudi Arabia 20 tanks.",
            ["movement | 20 vehicles | ? > Saudi Arabia | expected"],
        ),
        (
            "An Ethiopian battalion has been promised for Cyangugu.",
            ["movement | 1 battalions | ? > Cyangugu | expected"],
        ),
        (
            "Mali has received two helicopters from Russia.",
            ["supply | 2 aircraft | Russia > Mali | reported"],
        ),
        (
            "A consignment of 3,000 shelter kits was trucked from Kathmandu to Pokhara.",
            ["supply | 3000 kit | Kathmandu > Pokhara | reported"],
        ),
        # who it is that goes
        (
            "The battery that the US Army flew to Laoag has not gone home.",
            ["movement | None | ? > Laoag | reported"],
        ),
        (
            "The two Antonovs that brought the food have since flown back to Entebbe.",
            ["movement | 2 aircraft | ? > Entebbe | reported"],
        ),
        (
            "Three Chinese ships, a destroyer in the lead, left Zhanjiang.",
            ["movement | 3 vessels | Zhanjiang > ? | reported"],
        ),
        (
            "American Marines, two battalions of them, waded ashore at Da Nang.",
            ["movement | 2 battalions | ? > Da Nang | reported"],
        ),
        ("The French retain a battalion at Naqoura.", ["presence | 1 battalions | Naqoura | reported"]),
        ("Two medical detachments are in Pokhara.", ["presence | 2 detachment | Pokhara | reported"]),
        (
            "The response team is now in Pokhara, with 190 members.",
            ["presence | 190 personnel | Pokhara | reported"],
        ),
        (
            "The frigate Hessen left Toulon; she has been on station in the Red Sea since Friday.",
            ["movement | None | Toulon > ? | reported", "presence | None | Red Sea | reported"],
        ),
        (
            "The American withdrawal from Niger will end on 15 September.",
            ["movement | None | Niger > ? | expected"],
        ),
        ("What is left of the force is in Gao.", ["presence | None | Gao | reported"]),
        (
            "The Canberra, white hull and all, slipped away from Gibraltar.",
            ["movement | None | Gibraltar > ? | reported"],
        ),
        (
            "The frigate Hessen is at Toulon. The Hessen leaves Toulon tomorrow.",
            ["presence | None | Toulon | reported", "movement | None | Toulon > ? | expected"],
        ),
        (
            "A contingent landed in Gao. From there it was flown to Kidal.",
            ["movement | None | ? > Gao | reported", "movement | None | Gao > Kidal | reported"],
        ),
        # where
        (
            "Fifty soldiers flew to Kigali on Sunday and went on to Goma by road.",
            [
                "movement | 50 personnel | ? > Kigali | reported",
                "movement | 50 personnel | Kigali > Goma | reported",
            ],
        ),
        (
            "Unarmed monitors now patrol out of Kapan, Goris and Yerevan.",
            ["presence | None | Kapan, Goris, Yerevan | reported"],
        ),
        (
            "Some 800 peacekeepers watch over the line between Nicosia and Larnaca.",
            ["presence | 800 personnel | Nicosia, Larnaca | reported"],
        ),
        (
            "Mali says that 400 soldiers have left the country.",
            ["movement | 400 personnel | Mali > ? | confirmed"],
        ),
        (
            "Chad sent 1,200 soldiers to N'Djamena's northern border.",
            ["movement | 1200 personnel | ? > N'Djamena | reported"],
        ),
        ("The Swiss company at Prizren will go home.", ["movement | None | Prizren > ? | expected"]),
        (
            "The frigate slipped out of Piraeus for waters south of Crete.",
            ["movement | None | Piraeus > Crete | reported"],
        ),
        # what is no event of a force
        ("Two tanks were destroyed near Gao.", []),
        ("A Mi-24 was shot down near Yerevan.", []),
        ("A mortar bomb that came down in Goma killed nobody.", []),
        (
            "A patrol came under fire near Gao, but nobody was hurt.",
            ["presence | None | Gao | reported"],
        ),
        (
            "Lithuania will not forget the four American soldiers who lost their lives at Vilnius.",
            ["casualties | 4 personnel | Vilnius | reported"],
        ),
        (
            "Anti-aircraft missiles for a French frigate were flown into Djibouti.",
            ["supply | None | ? > Djibouti | reported"],
        ),
        # who says so
        (
            "The African Union mission, ATMIS, reports that 3,000 soldiers have left Somalia.",
            ["movement | 3000 personnel | Somalia > ? | confirmed"],
        ),
        (
            "By Kampala's own count 54 Ugandan peacekeepers perished at Mogadishu.",
            ["casualties | 54 personnel | Mogadishu | confirmed"],
        ),
        (
            "Up to 2,000 fighters are supposed to have been flown to Tripoli.",
            ["movement | None personnel | ? > Tripoli | unconfirmed"],
        ),
        # one way after the other
        (
            "The frigate put in at Aden on Monday before sailing for Berbera.",
            ["movement | None | ? > Aden | reported", "movement | None | Aden > Berbera | reported"],
        ),
        (
            "The convoy reached Bria on Friday and left for Bangui the next day.",
            ["movement | None | ? > Bria | reported", "movement | None | Bria > Bangui | reported"],
        ),
        # what a force has come to
        (
            "Britain doubled its force in Estonia to 1,800 in March.",
            ["presence | 1800 personnel | Estonia | reported"],
        ),
        (
            "The number of US troops in Poland has risen from 4,500 to 10,000 since February.",
            ["presence | 10000 personnel | Poland | reported"],
        ),
        ("The army raised its force in Gao to level three.", ["presence | None | Gao | reported"]),
        (
            "Uganda said it would withdraw its remaining 250 soldiers from South Sudan.",
            ["movement | 250 personnel | South Sudan > ? | expected"],
        ),
        # who speaks, and how surely
        (
            "A Fijian platoon flew into Honiara on Tuesday, its commander said.",
            ["movement | 1 platoon | ? > Honiara | confirmed"],
        ),
        (
            "A Fijian platoon flew into Honiara on Tuesday, a rebel commander said.",
            ["movement | 1 platoon | ? > Honiara | reported"],
        ),
        (
            "Around 3,000 North Koreans are estimated to be in Kursk.",
            ["presence | 3000 personnel | Kursk | unconfirmed"],
        ),
        (
            "Our teams saw armoured vehicles without markings entering Goma.",
            ["movement | None | ? > Goma | reported"],
        ),
        ("Only 40 soldiers are left in Gao.", ["presence | 40 personnel | Gao | reported"]),
        ("Satellite images show tanks at Gao.", ["presence | None | Gao | reported"]),
        (
            "Deployment of the regiment to Kosovo is planned for September.",
            ["movement | None | ? > Kosovo | expected"],
        ),
        (
            "The ship's departure from Toulon for Beirut is set for Friday.",
            ["movement | None | Toulon > Beirut | expected"],
        ),
        (
            "The destroyer, whose crew numbers 300, docked in Busan yesterday.",
            ["movement | None | ? > Busan | reported"],
        ),
        (
            "The army entered Tumaco; 900 marines are already there.",
            ["movement | None | ? > Tumaco | reported", "presence | 900 personnel | Tumaco | reported"],
        ),
        (
            "Along the border, 12 battalions are deployed between Belgorod and Bryansk.",
            ["presence | 12 battalions | Belgorod, Bryansk | reported"],
        ),
        (
            "Russian forces withdrew to the hills above Mekelle.",
            ["movement | None | ? > Mekele | reported"],
        ),
        ("The battalion withdrew, according to officials in Kati.", []),
        # some of a force are no other force
        (
            "Some 300 soldiers, including 40 medics, are expected in Port-au-Prince.",
            ["movement | 300 personnel | ? > Port-au-Prince | expected"],
        ),
        (
            "Twelve ships, including two frigates, left Toulon.",
            ["movement | 12 vessels | Toulon > ? | reported"],
        ),
        (
            "About 1,000 of the 3,000 soldiers in Gao have left.",
            ["movement | 1000 personnel | Gao > ? | reported"],
        ),
        (
            "A third of the 900 soldiers in Gao left on Monday.",
            ["movement | None | Gao > ? | reported"],
        ),
        (
            "The last of the 900 soldiers left Gao on Monday.",
            ["movement | 900 personnel | Gao > ? | reported"],
        ),
        (
            "More than a hundred gendarmes landed in Noumea, bringing the total to 3,000.",
            ["movement | 100 personnel | ? > Noumea | reported"],
        ),
        (
            "All but 40 of the 300 soldiers have left Gao.",
            ["movement | None | Gao > ? | reported"],
        ),
        (
            "France will send 15 Caesar guns and 50 instructors to Odesa.",
            [
                "movement | 50 personnel | ? > Odesa | expected",
                "supply | 15 None | ? > Odesa | expected",
            ],
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Guatemala promet 150 policiers.", ["movement | 150 personnel |  | expected"]),
        ("Bamako a reçu quatre hélicoptères.", ["supply | 4 aircraft | ? > Bamako | reported"]),
        (
            "Deux compagnies sont transportées par avion à Chypre.",
            ["movement | 2 companies | ? > Cyprus | reported"],
        ),
        (
            "Des 1 200 hommes débarqués à Douala, 300 seulement sont encore à Beni.",
            [
                "movement | 1200 personnel | ? > Douala | reported",
                "presence | 300 personnel | Beni | reported",
            ],
        ),
        ("La compagnie suisse de Prizren rentrera en octobre.", ["movement | None | Prizren > ? | expected"]),
        (
            "Le convoi, parti de Gao lundi, s'est arrêté à Anéfis.",
            ["movement | None | Gao > Anefis | reported"],
        ),
        (
            "La junte malienne affirme que 400 soldats français ont quitté le pays.",
            ["movement | 400 personnel | Mali > ? | reported"],
        ),
        (
            "Des soldats sont stationnés au Tchad, où ils protègent la base de Faya.",
            ["presence | None | Chad | reported", "presence | None | Faya-Largeau Airport | reported"],
        ),
        (
            "Cinq cents fantassins espagnols ont débarqué sur une plage de Tyr.",
            ["movement | 500 personnel | ? > Tyre | reported"],
        ),
        ("Le retrait américain du Niger s'achèvera en mai.", ["movement | None | Niger > ? | expected"]),
        ("Deux équipes médicales gagnent Diffa.", ["movement | 2 team | ? > Diffa | reported"]),
        ("L'Italie aligne mille hommes à Gao.", ["presence | 1000 personnel | Gao | reported"]),
        ("Un hélicoptère a été abattu près de Gao.", []),
        (
            "La frégate a fait escale à Djibouti puis est repartie vers Bombay.",
            ["movement | None | ? > Djibouti | reported", "movement | None | Djibouti > Mumbai | reported"],
        ),
        (
            "Le déploiement du régiment au Kosovo est prévu en septembre.",
            ["movement | None | ? > Kosovo | expected"],
        ),
        (
            "Le transfert du bataillon de Gao vers Kidal a eu lieu lundi.",
            ["movement | None | Gao > Kidal | reported"],
        ),
        (
            "Le bataillon s'est replié vers un camp près de Kidal.",
            ["movement | None | ? > Kidal | reported"],
        ),
        (
            "Douze navires, dont deux frégates, ont quitté Toulon.",
            ["movement | 12 vessels | Toulon > ? | reported"],
        ),
        (
            "Six soldats maliens, dont deux officiers, ont été tués près de Gao.",
            ["casualties | 6 personnel | Gao | reported"],
        ),
        (
            "Environ 1 000 des 3 000 soldats ont quitté Gao.",
            ["movement | 1000 personnel | Gao > ? | reported"],
        ),
        ("La moitié des 900 soldats ont quitté Gao.", ["movement | None | Gao > ? | reported"]),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read("fr", text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "The destroyer lay at Toulon from Sunday until yesterday.", "2024-11-17/2024-11-19"),
        ("en", "The battalion was in Gao until 26 July of this year.", "../2024-07-26"),
        ("en", "The battalion left Gao in March of this year.", "2024-03"),
        ("en", "The last battalion will leave Gao in August.", "2025-08"),
        ("en", "No soldier will be withdrawn from Gao before June.", "2024-11-20/2025-05-31"),
        ("en", "No fewer than 70 aircraft passed through Gao in January.", "2024-01"),
        ("en", "The troops, the general told reporters in Belgrade on Monday, are posted at Raška.", None),
        ("en", "Caracas denied on Wednesday that a ship had brought missiles to Caracas.", None),
        ("en", "Contrary to what was written this week, the battalion will not be leaving Gao.", None),
        ("en", "Danish soldiers will be stationed in Riga from the spring.", "2025-03-01/.."),
        ("en", "By Friday the army had moved 3,000 soldiers to Goma.", "../2024-11-15"),
        ("en", "The battalion had crossed into Chad by mid-December.", "../2023-12-20"),
        ("en", "Another 400 soldiers are due in Goma before Christmas.", "2024-11-20/2024-12-24"),
        ("en", "Satellite images of 31 January show ten tanks lined up at Gao.", "2024-01-31"),
        ("en", "Satellite images released on Monday show ten tanks lined up at Gao.", None),
        ("fr", "Des clichés pris le 3 avril montrent trente avions à Gao.", "2024-04-03"),
        ("fr", "Des soldats danois seront stationnés à Riga à partir du printemps.", "2025-03-01/.."),
        ("fr", "Le bataillon est resté à Gao jusqu'au 26 juillet de cette année.", "../2024-07-26"),
    ],
)
def test_when(language: str, text: str, when: str | None) -> None:
    (claim,) = read(language, text)
    assert (claim.time.edtf if claim.time else None) == when


def test_a_time_before_and_belongs_to_what_it_ends() -> None:
    text = "The frigate put in at Port Sudan on 16 February and sailed for Jeddah."
    first, second = read("en", text)
    assert first.time is not None
    assert (first.time.edtf, second.time) == ("2024-02-16", None)


def test_a_government_that_goes_on_speaking_is_a_party_still() -> None:
    text = "Kyiv says that its troops hold Sumy. A Ukrainian battalion has come up from Poltava, it adds."
    assert read("en", text)[-1].status.value == "confirmed"


def test_a_source_is_told_once() -> None:
    (claim,) = read("en", "Iran has kept some 2,000 advisers in Syria, according to Israeli estimates.")
    assert [source.text for source in claim.attribution] == ["Israeli estimates"]


def test_an_estimate_is_no_source_and_us_no_state() -> None:
    (claim,) = read("en", "In Goma, the M23 now has an estimated 3,000 fighters.")
    assert claim.attribution == ()
    (claim,) = read("en", "The governor tells us 200 gendarmes will come from Douala tomorrow.")
    assert claim.actor is not None
    assert (claim.actor.text, claim.actor.country_code) == ("gendarmes", "CM")  # they set out from Douala


@pytest.mark.parametrize("verb", ["lancé", "réagi", "ironisé", "aussitôt lancé", "fait valoir"])
def test_what_stands_behind_a_quotation_is_a_verb_of_saying(verb: str) -> None:
    text = f"« Trois cents soldats quitteront Gao », a {verb} vendredi le porte-parole de l'armée."
    (claim,) = read("fr", text)
    assert claim.time is None
    assert [source.text for source in claim.attribution] == ["porte-parole de l'armée"]


def test_a_name_in_quotation_marks_is_no_speech() -> None:
    (claim,) = read("fr", "Le sous-marin « Le Terrible », a quitté Brest lundi.")
    assert claim.attribution == ()
    assert claim.time is not None


def test_there_goes_on_with_the_time_before_a_semicolon_and_a_new_place_does_not() -> None:
    first, second = read("en", "In late July a convoy reached Gao; an officer was wounded there.")
    assert first.time is not None
    assert second.time == first.time
    first, second = read("en", "In late July a convoy reached Gao; an officer was wounded at Bria.")
    assert second.time is None


def test_contractors_are_a_force_where_a_nation_or_a_word_says_whose() -> None:
    (claim,) = read("en", "Several hundred Russian contractors landed at Sabha last week.")
    assert claim.actor is not None
    assert claim.actor.country_code == "RU"
    assert read("en", "Building contractors landed at Sabha on Monday.") == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("France on Tuesday said it had sent 300 soldiers to Gao.", "France"),
        ("The Kremlin on Wednesday denied that troops had been sent to Gao.", "Kremlin"),
        ("The ministry on Monday said 300 soldiers had left Gao.", "ministry"),
    ],
)
def test_a_day_between_who_speaks_and_his_verb_is_of_neither_event_nor_name(text: str, source: str) -> None:
    (claim,) = read("en", text)
    assert claim.time is None
    assert [s.text for s in claim.attribution] == [source]


def test_a_day_that_opens_a_sentence_is_of_the_event_where_a_person_saw_it() -> None:
    (claim,) = read("en", "Yesterday I counted seven lorries crossing from Goma into Rwanda.")
    assert claim.time is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The battalion moved to Gao in preparation for a deployment to Kidal."),
        ("en", "The battalion was sent to Gao ahead of its deployment to Kidal."),
        ("fr", "Le bataillon a gagné Gao en vue d'un déploiement à Kidal."),
    ],
)
def test_what_another_event_comes_before_is_still_to_come(language: str, text: str) -> None:
    first, second = read(language, text)
    assert (first.destination.name, first.status.value) == ("Gao", "reported")  # type: ignore[union-attr]
    assert (second.destination.name, second.status.value) == ("Kidal", "expected")  # type: ignore[union-attr]


def test_a_region_before_to_is_no_part_of_the_country_behind_it() -> None:
    (claim,) = read("en", "Some 300 Marines deployed from Camp Lejeune, North Carolina, to Norway.")
    assert claim.destination is not None
    assert claim.destination.name == "Norway"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le régiment d'infanterie a déployé 300 hommes à Gao."),
        ("fr", "La brigade de parachutistes enverra 300 soldats à Gao."),
        ("en", "The battalion of Gurkhas has sent 300 men to Gao."),
        ("en", "The company of engineers sent 300 men to Gao."),
    ],
)
def test_who_sends_is_not_who_is_sent(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.quantity is not None
    assert claim.quantity.low == 300


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The troops will leave Gao if Bamako denies them fuel."),
        ("fr", "Un bataillon sera envoyé à Gao si le maire refuse de partir."),
    ],
)
def test_what_an_event_depends_on_denies_nothing(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.status.value == "expected"


@pytest.mark.parametrize(
    ("language", "text", "side", "expected"),
    [
        ("en", "Gao: 200 soldiers.", None, "presence | 200 personnel | Gao | reported"),
        ("en", "Djibouti: 1,500 French troops", "FR", "presence | 1500 personnel | Djibouti | reported"),
        ("en", "Russia pulls troops from Kherson", "RU", "movement | None | Kherson > ? | reported"),
        ("fr", "Mer Rouge : deux frégates", None, "presence | 2 vessels | Red Sea | reported"),
        (
            "fr",
            "Djibouti : 1 500 militaires français",
            "FR",
            "presence | 1500 personnel | Djibouti | reported",
        ),
        ("fr", "Paris retire ses troupes du Sénégal", "FR", "movement | None | Senegal > ? | reported"),
        ("fr", "Niamey perd 12 soldats à Diffa", "NE", "casualties | 12 personnel | Diffa | reported"),
        (
            "fr",
            "Deux frégates françaises escortent cinq cargos en mer Rouge.",
            "FR",
            "presence | 2 vessels | Red Sea | reported",
        ),
        (
            "fr",
            "Le Japon offrira cinq patrouilleurs à Manille.",
            "JP",
            "supply | 5 vessels | ? > Manila | expected",
        ),
    ],
)
def test_headlines_and_items_of_lists(language: str, text: str, side: str | None, expected: str) -> None:
    (claim,) = read(language, text)
    assert (row(claim), claim.actor and claim.actor.country_code) == (expected, side)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Italy: 1,200 soldiers."),  # it may be whose they are
        ("fr", "Gao : 200 morts."),
    ],
)
def test_a_number_behind_a_place_that_tells_of_no_force_there(language: str, text: str) -> None:
    assert read(language, text) == ()
