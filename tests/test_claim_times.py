"""When who goes, stays, falls and comes home does so: plain sentences with days, spans and years."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

from .test_claim_newsroom import PUBLISHED, read, row


def dated(claim: Claim) -> str:
    """Return a claim as its row and its time."""
    return f"{row(claim)} | {claim.time.edtf if claim.time else None}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a verb in the present names a day to come
        (
            "en",
            "The destroyer sails from Brest on Friday.",
            ["movement | None | Brest > ? | expected | 2024-11-22"],
        ),
        (
            "en",
            "The second company flies to Tallinn in January.",
            ["movement | None | ? > Tallinn | expected | 2025-01"],
        ),
        (
            "en",
            "The frigate did not sail from Brest on Friday.",
            ["movement | None | Brest > ? | denied | 2024-11-15"],
        ),
        # when something happened at last, or had happened by then
        (
            "en",
            "The convoy did not reach Bria until Thursday.",
            ["movement | None | ? > Bria | reported | 2024-11-14"],
        ),
        (
            "en",
            "It was not until 1974 that the last Portuguese soldiers left Bissau.",
            ["movement | None | Bissau > ? | reported | 1974"],
        ),
        (
            "en",
            "The Irish soldiers were in Zinder by Monday.",
            ["presence | None | Zinder | reported | ../2024-11-18"],
        ),
        (
            "en",
            "France had 3,000 men in Gao by May.",
            ["presence | 3000 personnel | Gao | reported | ../2024-05-31"],
        ),
        # what will not be before a time will be from then on
        (
            "en",
            "The convoy is not expected in Bria before 12 August.",
            ["movement | None | ? > Bria | expected | 2025-08-12/.."],
        ),
        (
            "en",
            "The battalion would not reach Bria before May.",
            ["movement | None | ? > Bria | expected | 2025-05-01/.."],
        ),
        (
            "en",
            "The frigate will not sail from Brest until August.",
            ["movement | None | Brest > ? | expected | 2025-08"],
        ),
        (
            "fr",
            "Les soldats n'arriveront pas à Bria avant juin.",
            ["movement | None | ? > Bria | expected | 2025-06-01/.."],
        ),
        # until when it is put off
        (
            "en",
            "The squadron's departure for Amman has been put off until January.",
            ["movement | None | ? > Amman | expected | 2025-01"],
        ),
        # the day of a decision is not that of the event
        (
            "en",
            "Parliament voted on Tuesday to send 300 soldiers to Juba.",
            ["movement | 300 personnel | ? > Juba | expected | None"],
        ),
        (
            "en",
            "The cabinet on Monday approved the dispatch of two frigates to the Red Sea.",
            ["movement | 2 vessels | ? > Red Sea | expected | None"],
        ),
        (
            "en",
            "Footage posted on Friday shows thirty lorries entering Kufra.",
            ["movement | 30 vehicles | ? > Kufra | reported | None"],
        ),
        # what only says which force it is
        (
            "en",
            "The 200 engineers sent to Bria in March returned to Hanoi on Sunday.",
            [
                "movement | 200 personnel | ? > Bria | reported | 2024-03",
                "movement | 200 personnel | Bria > Hanoi | reported | 2024-11-17",
            ],
        ),
        (
            "en",
            "The drones ordered by Rabat landed at Agadir on Monday.",
            ["movement | None | ? > Agadir | reported | 2024-11-18"],
        ),
        (
            "en",
            "The tanks promised in May crossed into Poland on Sunday.",
            ["movement | None | ? > Poland | reported | 2024-11-17"],
        ),
        # each place and number with a time of its own
        (
            "en",
            "The regiment was in Basra in 2004, in Herat in 2008 and in Gao in 2014.",
            [
                "presence | None | Basra | reported | 2004",
                "presence | None | Herat | reported | 2008",
                "presence | None | Gao | reported | 2014",
            ],
        ),
        (
            "en",
            "Six helicopters landed at Zaragoza on Friday and four more on Sunday.",
            [
                "movement | 6 aircraft | ? > Zaragoza | reported | 2024-11-15",
                "movement | 4 aircraft | ? > Zaragoza | reported | 2024-11-17",
            ],
        ),
        (
            "en",
            "Two corvettes docked in Split on Friday, and another is due in January.",
            [
                "movement | 2 vessels | ? > Split | reported | 2024-11-15",
                "movement | 1 vessels | ? > Split | expected | 2025-01",
            ],
        ),
        # what comes again, and what only compares
        (
            "en",
            "Lorries leave Douala for Bangui every Friday.",
            ["movement | None | Douala > Bangui | reported | None"],
        ),
        (
            "en",
            "The United Kingdom has 31 soldiers in Nairobi, down from 45 in the spring.",
            ["presence | 31 personnel | Nairobi | reported | None"],
        ),
        (
            "en",
            "Russian marines are in Skadovsk for the first time since May.",
            ["presence | None | Skadovsk | reported | None"],
        ),
        # of old
        (
            "en",
            "Belgian soldiers landed at Matadi on 11 July 1960. They left in September.",
            [
                "movement | None | ? > Matadi | reported | 1960-07-11",
                "movement | None | Matadi > ? | reported | 1960-09",
            ],
        ),
        (
            "en",
            "German marines landed at Apia on 3 May 1899.",
            ["movement | None | ? > Apia | reported | 1899-05-03"],
        ),
        (
            "en",
            "Forty years ago this week French soldiers left Beirut.",
            ["movement | None | Beirut > ? | reported | 1984-11-19/1984-11-25"],
        ),
        # the same in French
        (
            "fr",
            "Les premiers soldats ne sont arrivés à Bria qu'en juin.",
            ["movement | None | ? > Bria | reported | 2024-06"],
        ),
        (
            "fr",
            "Le départ de la frégate pour Beyrouth a été reporté à janvier.",
            ["movement | None | ? > Beirut | expected | 2025-01"],
        ),
        (
            "fr",
            "L'Autriche a décidé lundi d'envoyer 60 soldats à Bria.",
            ["movement | 60 personnel | ? > Bria | expected | None"],
        ),
        (
            "fr",
            "Les chars promis en mai sont arrivés à Riga dimanche.",
            ["movement | None | ? > Riga | reported | 2024-11-17"],
        ),
        (
            "fr",
            "Les renforts envoyés à Bria en mars sont rentrés à Kigali dimanche.",
            [
                "movement | None | ? > Bria | reported | 2024-03",
                "movement | None | Bria > Kigali | reported | 2024-11-17",
            ],
        ),
        (
            "fr",
            "La France a retiré ses soldats de Gao en 2022 et de Niamey en 2023.",
            ["movement | None | Gao > ? | reported | 2022", "movement | None | Niamey > ? | reported | 2023"],
        ),
        (
            "fr",
            "Chaque lundi, douze camions quittent Douala pour Bangui.",
            ["movement | 12 vehicles | Douala > Bangui | reported | None"],
        ),
        (
            "fr",
            "Quarante Danois sont à Gao, contre 90 au printemps.",
            ["presence | 40 personnel | Gao | reported | None"],
        ),
        (
            "fr",
            "Le 3 mai 1885, les zouaves débarquèrent à Massaoua. Ils repartirent en juin.",
            [
                "movement | None | ? > Massawa | reported | 1885-05-03",
                "movement | None | Massawa > ? | reported | 1885-06",
            ],
        ),
        (
            "fr",
            "La frégate est amarrée à Toulon depuis dimanche.",
            ["presence | None | Toulon | reported | 2024-11-17/.."],
        ),
        # a decision, an agreement, an aside and an entry each have their own day
        (
            "en",
            "The battalion, which sails on Friday, is in Split.",
            ["presence | None | Split | reported | None"],
        ),
        (
            "en",
            "In May the ministry agreed to withdraw the battalion from Herat.",
            ["movement | None | Herat > ? | expected | None"],
        ),
        (
            "en",
            "The 33 French specialists who flew in from Martinique on Wednesday go home at the weekend.",
            [
                "movement | 33 personnel | Martinique > ? | reported | 2024-11-20",
                "movement | 33 personnel |  | expected | 2024-11-23/2024-11-24",
            ],
        ),
        (
            "en",
            "Some 3,000 of its soldiers are deployed in Goma under the agreement signed in Moscow on 14 May.",
            ["presence | 3000 personnel | Goma | reported | None"],
        ),
        (
            "en",
            "The company takes over from the Danes at Rukla on Monday.",
            ["movement | None | ? > Rukla | expected | 2024-11-25"],
        ),
        (
            "en",
            "Rwandans landed at Goma on Tuesday of last week.",
            ["movement | None | ? > Goma | reported | 2024-11-12"],
        ),
        (
            "fr",
            "Les Rwandais ont débarqué à Goma mardi de la semaine dernière.",
            ["movement | None | ? > Goma | reported | 2024-11-12"],
        ),
        (
            "en",
            "Two soldiers were hurt near Tyre on Monday.\n\n10:34 Two planes landed at Hmeimim at dawn.",
            [
                "casualties | 2 personnel | Tyre | reported | 2024-11-18",
                "movement | 2 aircraft | ? > Hmeimim Air Base | reported | 2024-11-20",
            ],
        ),
        # a day of what happened besides
        (
            "fr",
            "Le Danemark a envoyé 50 soldats à Gao après l’accord du 3 mars.",
            ["movement | 50 personnel | ? > Gao | reported | None"],
        ),
        (
            "fr",
            "Lors de l’opération du 3 mars, 50 soldats danois sont arrivés à Gao.",
            ["movement | 50 personnel | ? > Gao | reported | 2024-03-03"],
        ),
        (
            "en",
            "Kenya sent 200 police officers to Gao after the flood of 14 August.",
            ["movement | 200 personnel | ? > Gao | reported | None"],
        ),
        (
            "en",
            "Two companies landed at Gao in the small hours of 14 August.",
            ["movement | 2 companies | ? > Gao | reported | 2024-08-14"],
        ),
        (
            "en",
            "Nine Chadian soldiers were killed at Gao in the battle of 14 August.",
            ["casualties | 9 personnel | Gao | reported | 2024-08-14"],
        ),
    ],
)
def test_when(language: str, text: str, expected: list[str]) -> None:
    assert [dated(claim) for claim in read(language, text)] == expected


def test_within_weeks_of_the_past_is_not_to_come() -> None:
    (claim,) = read("en", "Within weeks Ankara had moved two brigades to Afrin.")
    assert row(claim) == "movement | 2 brigades | ? > Afrin | reported"
    assert claim.time is None or claim.time.start is None or claim.time.start < PUBLISHED


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Cent soldats sont arrivés à Gao le 3 novembre, 200 à Kidal le 5 et 50 à Ménaka le 7.",
            ["100 Gao 2024-11-03", "200 Kidal 2024-11-05", "50 Ménaka 2024-11-07"],
        ),
        (
            "fr",
            "Le 3 novembre, 100 soldats sont arrivés à Gao, le 5, 200 à Kidal et le 7, 50 à Ménaka.",
            ["100 Gao 2024-11-03", "200 Kidal 2024-11-05", "50 Ménaka 2024-11-07"],
        ),
        (
            "fr",
            "Vingt chars ont été livrés à Kiev en mars et trente autres en avril.",
            ["20 Kyiv 2024-03", "30 Kyiv 2024-04"],
        ),
        (
            "en",
            "Some 100 soldiers arrived in Gao on 3 November, and 200 in Kidal on 5 November.",
            ["100 Gao 2024-11-03", "200 Kidal 2024-11-05"],
        ),
        (
            "en",
            "Two hundred soldiers left Gao on Monday and 300 on Tuesday.",
            ["200 Gao 2024-11-18", "300 Gao 2024-11-19"],
        ),
    ],
)
def test_each_of_a_list_has_its_number_place_and_day(language: str, text: str, expected: list[str]) -> None:
    told = []
    for claim in read(language, text):
        place = claim.destination or claim.origin
        assert claim.quantity
        assert claim.time
        told.append(f"{claim.quantity.low} {place and place.name} {claim.time.edtf}")
    assert told == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 1982 it was the Falklands. Two marines were hurt last winter in Norway."),
        ("fr", "En 1982, c'étaient les Malouines. Deux soldats ont été blessés l'hiver dernier en Norvège."),
    ],
)
def test_last_winter_counts_from_the_publication(language: str, text: str) -> None:
    assert [c.time.edtf for c in read(language, text) if c.time] == ["2023-12-01/2024-02-29"]


OF_ANOTHER_YEAR = {
    "fr": "2 avril 1982. Cent marins débarquent à Stanley.\n\n5 avril. Deux frégates quittent Portsmouth.",
    "en": "2 April 1982: A hundred marines land at Stanley.\n\n5 April: Two frigates leave Portsmouth.",
}


@pytest.mark.parametrize("language", OF_ANOTHER_YEAR)
def test_the_entries_of_a_chronology_are_of_the_year_that_its_first_one_tells(language: str) -> None:
    document = Document("d", OF_ANOTHER_YEAR[language], language=language, published=dt.date(2022, 4, 2))
    claims = pipeline.read_document(document).claims
    assert [claim.time and claim.time.edtf for claim in claims] == ["1982-04-02", "1982-04-05"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the hours of today that are still to come
        ("en", "The frigate sails from Gdynia tonight.", "expected | 2024-11-20"),
        ("en", "The battalion leaves for Gao later today.", "expected | 2024-11-20"),
        ("en", "The frigate sailed from Gdynia this evening.", "reported | 2024-11-20"),
        ("fr", "La frégate appareille ce soir de Brest pour Tallinn.", "expected | 2024-11-20"),
        ("fr", "La frégate est arrivée ce soir à Tallinn.", "reported | 2024-11-20"),
        # a week after the coming one
        ("en", "Some 97 soldiers will leave Gao on Friday week.", "expected | 2024-11-29"),
        ("fr", "97 soldats quitteront Gao vendredi en huit.", "expected | 2024-11-29"),
    ],
)
def test_days_and_hours_still_to_come(language: str, text: str, expected: str) -> None:
    (claim,) = read(language, text)
    assert f"{claim.status.value} | {claim.time.edtf if claim.time else None}" == expected
