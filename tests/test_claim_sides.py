"""Whose word a claim is, whose force, and what is nobody's: each rule with a sentence that needs it."""

import datetime as dt
import unicodedata

import pytest

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 10, 21)


def read(text: str, publisher: str | None = None, language: str = "en") -> tuple[Claim, ...]:
    document = Document("d", text, language=language, published=PUBLISHED, publisher=publisher)
    return pipeline.read_document(document).claims


def rows(text: str, publisher: str | None = None, language: str = "en") -> list[str]:
    """Return each claim as type, number, way or places, and status."""
    told = []
    for claim in read(text, publisher, language):
        number = claim.quantity and f"{claim.quantity.low} {claim.quantity.unit}"
        ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
        way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
        told.append(f"{claim.type.value} | {number} | {way} | {claim.status.value}")
    return told


def sources(text: str) -> list[list[str]]:
    return [[source.text for source in claim.attribution] for claim in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Paris called again for the departure of all foreign soldiers from Gao.",
        "A member asked the minister how many soldiers had gone to Gao.",
        "Had the rains come, the battalion would have left Gao.",
        "According to planters who reached Gao, all is calm.",
        "The captain cleared the mines.",
        "The army hosts 300 soldiers.",
        "What drove the French out took a few hours.",
    ],
)
def test_what_nobody_says_has_happened_is_no_claim(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The French left Gao on Monday.", "movement | None | Gao > ? | reported"),
        ("The frigate cleared Djibouti on Monday.", "movement | None | Djibouti > ? | reported"),
        ("About fifty soldiers backed away from Gao.", "movement | 50 personnel | Gao > ? | reported"),
        ("Sixty tanks rumbled from their base at Gao.", "movement | 60 vehicles | Gao > ? | reported"),
        ("A company will embark at Toulon for Gao.", "movement | 1 companies | Toulon > Gao | expected"),
        ("Eleven lorries of plasma left Gao for Kidal.", "supply | 11 vehicles | Gao > Kidal | reported"),
        ("A squadron of three ships left Toulon.", "movement | 3 vessels | Toulon > ? | reported"),
        ("Ten British, Thai and Finnish soldiers are in Gao.", "presence | 10 personnel | Gao | reported"),
        ("There is an S-400 battery at Tartus.", "presence | 1 battery | Tartus | reported"),
        ("Four of the regiment’s men fell at Gao.", "casualties | 4 personnel | Gao | reported"),
        ("Soldiers have been operating out of Gao.", "presence | None | Gao | reported"),
        ("Chinese patrols strayed into Gao.", "movement | None | ? > Gao | reported"),
        ("A report that HMS Diamond had left Toulon is false.", "movement | None | Toulon > ? | denied"),
    ],
)  # fmt: skip
def test_a_sentence_is_read_in_other_words(text: str, expected: str) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Romania hosts 1,500 French soldiers.", "Romania"),
        ("en", "Romania hosts 1,500 French soldiers at Cincu.", "Cincu"),
        ("fr", "Gao n’abrite plus que 1 500 soldats français.", "Gao"),
        ("fr", "Gao compte 1 500 soldats français.", "Gao"),
    ],
)
def test_the_subject_of_a_host_is_where_the_force_is(language: str, text: str, place: str) -> None:
    assert rows(text, language=language) == [f"presence | 1500 personnel | {place} | reported"]


def test_each_loss_has_its_own_number_and_place() -> None:
    text = "Nine soldiers were killed and thirty-seven wounded in Gao."
    assert rows(text) == [
        "casualties | 9 personnel | Gao | reported",
        "casualties | 37 personnel | Gao | reported",
    ]
    text = "Trois casques bleus ont été tués à Gao, et deux autres blessés à Kidal."
    assert rows(text, language="fr") == [
        "casualties | 3 personnel | Gao | reported",
        "casualties | 2 personnel | Kidal | reported",
    ]


def test_a_set_off_phrase_tells_a_way_or_a_start_of_its_own() -> None:
    text = "A company, sent earlier from Gao to Kidal, fell back on Timbuktu."
    assert [row.split(" | ")[2] for row in rows(text)] == ["Gao > Kidal", "Kidal > Timbuktu"]
    text = "Infantry, encamped at Gao since May, withdrew to Kidal."
    assert [row.split(" | ")[2] for row in rows(text)] == ["Gao", "Gao > Kidal"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("A frigate reached Bari on 14 October, five days after leaving Toulon.", "2024-10-09/2024-10-14"),
        ("A frigate reached Bari on 14 October, five days out of Toulon.", "2024-10-09/2024-10-14"),
        ("Six jets flew to Gao on 1 October, relieving the Dutch.", "2024-10-01"),
    ],
)  # fmt: skip
def test_the_days_of_a_way_are_its_own(text: str, edtf: str) -> None:
    time = read(text)[0].time
    assert time is not None
    assert time.edtf == edtf


def test_a_time_that_ends_a_relative_clause_is_of_its_verb() -> None:
    way, stay = read("A Danish contingent that landed at Gao last Saturday is training outside Kidal.")
    assert (way.time is not None, stay.time) == (True, None)


def test_a_release_confirms_what_its_own_state_does_and_reports_the_rest() -> None:
    text = "British sailors reached Freetown. British engineers are in Kenema. A Cuban team landed at Lungi."
    assert [row.rsplit(" | ", 1)[1] for row in rows(text, "ministry of defence, news release")] == [
        "confirmed",
        "confirmed",
        "reported",
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rwandan soldiers are in Gao, UN experts say.", "reported"),
        ("Royal Marines are guarding Gao, a military source says.", "reported"),
        ("Malian soldiers left Gao, residents of Bamako said.", "reported"),
        ("The first troops to be sent to Gao reached Kidal on 3 October.", "reported"),
        ("A clip purports to show Malian soldiers arriving at Gao.", "unconfirmed"),
        ("Reports that Malian soldiers reached Gao are incorrect.", "denied"),
    ],
)
def test_how_surely_it_is_told(text: str, status: str) -> None:
    assert [row.rsplit(" | ", 1)[1] for row in rows(text)][-1:] == [status]


def test_a_denial_behind_a_semicolon_is_of_what_it_names() -> None:
    text = "A Malian company moved to Gao; that it had left again was denied by Bamako."
    assert rows(text)[0].endswith("reported") or rows(text)[0].endswith("confirmed")


def test_the_subject_before_an_aside_is_the_source() -> None:
    text = "The ministry, which keeps no count, said 300 men had left Gao."
    assert sources(text) == [["ministry"]]
    assert sources("Five tanks rolled up to Gao, by the Malian army’s count.") == [["Malian army"]]
    assert sources("The defence minister: 320 soldiers left Gao.") == [["defence minister"]]


def test_who_speaks_of_the_second_half_says_nothing_of_the_first() -> None:
    text = "A battalion left Gao on Sunday, and Jakarta insists that no soldier will go back to Kidal."
    assert sources(text)[0] == []


def test_an_office_keeps_its_nation_in_the_next_sentence() -> None:
    text = (
        "The frigate reached Toulon, the Italian navy said. The Italian frigate Fasan left Beirut, it added."
    )
    assert [row.rsplit(" | ", 1)[1] for row in rows(text)][-1] == "confirmed"


def test_people_counted_beside_a_force_are_counted_as_it_is() -> None:
    (claim,) = read("Royal Marines, 120 of them, have been guarding Gao since yesterday.")
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.unit) == (120, "personnel")


@pytest.mark.parametrize(
    "text",
    ["The vanguard of an American task force reached Gao.", "A contingent of the army reached Gao."],
)
def test_an_article_counts_nobody(text: str) -> None:
    (claim,) = read(text)
    assert claim.quantity is None


def test_an_adjective_with_one_stands_for_the_force_before() -> None:
    text = "A Kenyan battalion is based at Gao and a Jordanian one at Kidal."
    assert [(c.actor and c.actor.country_code, c.places[0].name) for c in read(text)] == [
        ("KE", "Gao"),
        ("JO", "Kidal"),
    ]


def test_pieces_of_a_drone_are_no_force() -> None:
    assert not read("Fragments of a Russian drone came down at Gao.")
    assert read("A Russian drone came down at Gao.")


def test_a_limit_of_what_is_planned_begins_today() -> None:
    (claim,) = read("Some 200 American engineers are expected at Gao by the 20th.")
    assert claim.time is not None
    assert claim.time.edtf == "2024-10-21/2024-11-20"
    text = "Two guards brigades have orders to be in Gao by Sunday."
    assert rows(text) == ["movement | 2 brigades | ? > Gao | expected"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Rwanda pulled its soldiers out of Gao on Monday.", "movement | None | Gao > ? | reported"),
        ("Paris vows to have its marines out of Mali by May.", "movement | None | Mali > ? | expected"),
        ("The squadron operating out of Gao left for Kidal.", "movement | None | Gao > Kidal | reported"),
        (
            "Two Japanese Hercules that left Niamey last Thursday are operating out of Gao.",
            "presence | 2 aircraft | Gao | reported",
        ),
    ],
)
def test_out_of(text: str, row: str) -> None:
    assert rows(text)[-1] == row


def test_a_pronoun_between_a_verb_and_out_is_the_force_before() -> None:
    text = "Six hundred Americans are in Gao. The Pentagon has undertaken to have them out of Mali by Friday."
    told = read(text)[-1]
    assert told.actor is not None
    assert told.actor.country_code == "US"
    assert told.origin is not None
    assert told.origin.name == "Mali"


def test_people_put_ashore_land_and_vehicles_are_supplied() -> None:
    people = "HMS Hermes put two companies of Royal Marines ashore at Beirut."
    assert rows(people) == ["movement | 2 companies | ? > Beirut | reported"]
    assert [c.actor and c.actor.text for c in read(people)] == ["companies"]
    vehicles = "The ship put 32 off-road vehicles ashore at Freetown."
    assert [row.split(" | ")[0] for row in rows(vehicles)] == ["supply"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The US sent 3,000 more troops to Poland.", "movement | 3000 personnel | ? > Poland | reported"),
        (
            "Kenya has pledged 1,000 police officers for Haiti.",
            "movement | 1000 personnel | ? > Haiti | expected",
        ),
        (
            "Washington is considering sending 3,000 more troops to Poland.",
            "movement | 3000 personnel | ? > Poland | expected",
        ),
        ("The UK is sending 300 troops to Poland.", "movement | 300 personnel | ? > Poland | reported"),
        ("A consignment of 3,000 rifles reached Gao.", "supply | 3000 rifle | ? > Gao | reported"),
    ],
)
def test_a_comma_between_digits_parts_no_clauses(text: str, row: str) -> None:
    assert rows(text) == [row]
    (claim,) = read(text)
    assert claim.actor is not None
    assert claim.actor.text in ("troops", "police officers", "consignment")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("North Korea has sent 10,000 troops to Russia's Kursk region.", "? > Kursk Oblast"),
        ("Wagner fighters left Mali's capital, Bamako, on Monday.", "Bamako > ?"),
        ("Rwandan troops are stationed in Congo’s North Kivu province.", "North Kivu"),
        ("A satellite image showed three ships off Tartus.", "Tartus"),
    ],
)
def test_what_a_state_owns_has_the_role_that_stands_before_the_state(text: str, way: str) -> None:
    assert [row.split(" | ")[2] for row in rows(text)] == [way]


def test_a_nation_between_a_unit_and_its_number() -> None:
    (claim,) = read("Le contingent ivoirien de 850 casques bleus a quitté Tombouctou.", language="fr")
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.unit) == (850, "personnel")


def test_a_state_that_has_soldiers_gives_their_side_and_not_their_name() -> None:
    (claim,) = read("The U.S. has 900 troops in Syria.")
    assert claim.actor is not None
    assert (claim.actor.text, claim.actor.country_code) == ("troops", "US")


def test_where_somebody_speaks_is_not_where_the_force_is() -> None:
    assert not read(
        "In Brussels on Thursday, the president spoke of 10,000 soldiers being readied by Pyongyang."
    )


def test_a_place_that_is_captured_is_no_loss() -> None:
    assert not read("Its forces had captured Gao.")
    assert not read("Its forces captured the town of Gao.")
    assert [row.split(" | ")[0] for row in rows("Rebels captured 102 soldiers in Gao.")] == ["casualties"]
    assert [row.split(" | ")[0] for row in rows("One of its soldiers was shot in Gao.")] == ["casualties"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("HMS Kent sailed from Portsmouth.", "GB"),
        ("HMNZS Canterbury sailed from Portsmouth.", "NZ"),
    ],
)
def test_a_ships_prefix_tells_her_side(text: str, side: str) -> None:
    (claim,) = read(text)
    assert claim.actor is not None
    assert (claim.actor.country_code, claim.actor.inferred) == (side, False)


BEFORE = "Four Brazilian engineers landed in Dili on Monday. Two Danish ships put in at Aden.\n\n"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Fiji is getting ready to help. Fifty soldiers will fly to Honiara on Tuesday.", "FJ"),
        ("Rwanda was quicker. Its ministry says that 200 soldiers flew to Pemba on Sunday.", "RW"),
        ("Guyana is in mourning. Five of its servicemen died near Lethem on Friday.", "GY"),
        ("The Kenyan army was quicker. Some 200 policemen reached Goma on Sunday.", "KE"),
        # a guest, another nation's, those who may have been killed by it, and a new paragraph
        ("Mali has asked for help. Some 200 soldiers reached Gao on Sunday.", None),
        ("Russia shelled the town all day. Five soldiers died near Lyman on Friday.", None),
        ("Fiji is getting ready to help.\n\nFifty soldiers will fly to Honiara on Tuesday.", None),
    ],
)
def test_a_force_may_be_of_the_nation_that_the_paragraph_is_about(text: str, side: str | None) -> None:
    actor = read(BEFORE + text)[-1].actor
    assert actor is not None
    assert actor.country_code == side


@pytest.mark.parametrize(
    ("text", "language", "row"),
    [
        # a day between a verb and its town
        (
            "Un convoi de 120 soldats a quitté lundi Niamey pour Agadez.",
            "fr",
            "movement | 120 personnel | Niamey > Agadez | reported",
        ),
        ("Des soldats montent déjà la garde à Gao.", "fr", "presence | None | Gao | reported"),
        # the perfect of a verb whose present tells what is to come
        ("The column had come in from Gao on 15 November.", "en", "movement | None | Gao > ? | reported"),
        (
            "Un élu parle à propos des Tchadiens arrivés lundi à Gao.",
            "fr",
            "movement | None | ? > Gao | reported",
        ),
        ('"Not one soldier" of the force would enter Juba.', "en", "movement | None | ? > Juba | denied"),
        (
            "Berlin plans to have 900 men in Gao by May.",
            "en",
            "movement | 900 personnel | ? > Gao | expected",
        ),
    ],
)
def test_what_stands_between_and_what_tense_it_is(text: str, language: str, row: str) -> None:
    assert rows(text, language=language) == [row]


def test_a_number_with_a_verb_of_its_own_echoes_none_before_it() -> None:
    text = "Some 23 policemen landed at Gao on Monday; 43 soldiers from Dakar came in on Friday."
    assert [claim.origin and claim.origin.name for claim in read(text)] == [None, "Dakar"]


def test_another_four_are_people() -> None:
    first = "Nine soldiers were killed at Gao on 9 October. "
    assert (
        rows(first + "Another four were killed at Kidal.")[1] == "casualties | 4 personnel | Kidal | reported"
    )


@pytest.mark.parametrize(("plain", "typeset"), [("'", "\u2019"), (" ", "\u00a0"), (" ", "\u202f")])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Un groupe de 400 soldats sera à Bangui d'ici au 20 novembre.", "fr"),
        ("Mille hommes doivent gagner Gao, mais pas avant l'an prochain.", "fr"),
        ("Les 450 Italiens doivent être à Naqoura d'ici à la fin d'octobre.", "fr"),
        ("The UN wants 400 men in Juba by the end of the month.", "en"),
        ("Moscow said that 300 soldiers had by now been moved to Gao.", "en"),
    ],
)
def test_typeset_apostrophes_and_spaces_change_nothing(
    text: str, language: str, plain: str, typeset: str
) -> None:
    told, other = (text, text.replace(plain, typeset))
    assert rows(told, language=language)
    assert rows(other, language=language) == rows(told, language=language)
    days = [
        [claim.time and claim.time.edtf for claim in read(words, language=language)]
        for words in (told, other)
    ]
    assert days[0] == days[1]


def test_letters_and_accents_apart_change_nothing() -> None:
    text = "Des soldats tchadiens ont été transportés par avion de Niamey à Gao."
    assert rows(unicodedata.normalize("NFD", text), language="fr") == rows(text, language="fr")
    assert rows(text, language="fr") == ["movement | None | Niamey > Gao | reported"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("La France a retiré ses 300 militaires du Niger.", "FR"),
        ("Le Burundi va retirer ses soldats de Somalie.", "BI"),
        ("Paris va retirer 300 soldats du Mali.", "FR"),
        ("Le Kenya va rapatrier ses policiers d'Haïti.", "KE"),
        ("Le retrait des soldats du Niger a commencé lundi.", None),
        ("Trois cents soldats de Corée du Nord ont quitté Koursk lundi.", "KP"),
        ("Des soldats du Burundi se sont retirés de Somalie.", "BI"),
    ],
)
def test_a_state_that_a_force_is_withdrawn_from_is_not_its_own(text: str, side: str | None) -> None:
    (claim,) = read(text, language="fr")
    assert claim.actor is not None
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", '"We have no troops in Libya," Turkish Defence Minister Hulusi Akar told parliament.', "TR"),
        ("en", '"We will send 300 soldiers to Mali," the Kenyan president said.', "KE"),
        ("en", '"We saw 300 soldiers in Gao," a shopkeeper said.', None),
        ("fr", "« Nous avons 300 soldats au Mali », a déclaré le ministre français de la Défense.", "FR"),
        ("fr", "« Nous avons vu 300 soldats à Gao », raconte un commerçant.", None),
    ],
)
def test_who_says_we_for_a_state_tells_of_its_own_force(language: str, text: str, side: str | None) -> None:
    (claim,) = read(text, language=language)
    assert claim.actor is not None
    assert claim.actor.country_code == side
