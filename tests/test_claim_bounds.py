"""Days that words around them move or bound, or that are of something else, and places of who speaks."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document

from .read_claims import day, read


def claims(language: str, text: str) -> tuple[Claim, ...]:
    """Return the claims of a report of Wednesday 20 November 2024."""
    document = Document("report", text, language=language, published=dt.date(2024, 11, 20), publisher="wire")
    return pipeline.read_document(document).claims


@pytest.mark.parametrize(
    ("language", "text", "edtf", "status"),
    [
        (
            "fr",
            "Les Brésiliens auront quitté Haïti le 15 décembre au plus tard.",
            "2024-11-20/2024-12-15",
            "expected",
        ),
        (
            "fr",
            "Le bataillon kényan doit évacuer Goma vendredi au plus tard.",
            "2024-11-20/2024-11-22",
            "expected",
        ),
        (
            "en",
            "The Kenyans will leave Goma on 12 December at the latest.",
            "2024-11-20/2024-12-12",
            "expected",
        ),
        (
            "fr",
            "Environ 320 hommes ont atterri en fin de semaine à Bangui.",
            "2024-11-14/2024-11-17",
            "reported",
        ),
        ("fr", "Les Kényans doivent arriver en fin de semaine à Goma.", "2024-11-21/2024-11-24", "expected"),
        ("en", "The two battalions had not left Bucaramanga by Sunday.", "../2024-11-17", "denied"),
        ("en", "The battalion will not leave Goma by Sunday.", "2024-11-20/2024-11-24", "denied"),
        (
            "en",
            "Some 650 Ukrainians have been in Bergen since the middle of last month.",
            "2024-10-15/..",
            "reported",
        ),
        ("en", "Some 650 Ukrainians have been in Bergen since mid-2022.", "2022-06-15/..", "reported"),
        (
            "en",
            "2,500 soldiers will train in Termez from Thursday to 10 December.",
            "2024-11-21/2024-12-10",
            "expected",
        ),
        (
            "en",
            "2,500 soldiers trained in Termez from Thursday to 18 November.",
            "2024-11-14/2024-11-18",
            "reported",
        ),
    ],
)
def test_days_are_read_by_what_stands_around_them(language: str, text: str, edtf: str, status: str) -> None:
    (claim,) = claims(language, text)
    assert claim.time is not None
    assert (claim.time.edtf, claim.status.value) == (edtf, status)


@pytest.mark.parametrize(
    ("language", "text", "destination"),
    [
        ("en", "Residents of La Fría said about 300 soldiers had arrived there on Monday.", "La Fría"),
        ("fr", "Le maire de Gao affirme que 300 soldats y sont arrivés lundi.", "Gao"),
        ("en", "The government of Kyiv said that 300 soldiers had arrived on Monday.", None),
    ],
)
def test_a_word_for_a_place_means_that_of_the_people_who_speak(
    language: str, text: str, destination: str | None
) -> None:
    found = [claim.destination.name if claim.destination else None for claim in claims(language, text)]
    assert found == ([destination] if destination else found)
    assert destination is not None or "Kyiv" not in found


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "Three soldiers were killed when their truck left the road near Lamu.", ["casualties"]),
        (
            "fr",
            "Trois soldats ont été tués quand leur camion a quitté la route près de Lamu.",
            ["casualties"],
        ),
        ("fr", "Un millier de soldats russes ont participé en août aux manœuvres de Termez.", ["presence"]),
        ("fr", "Les véhicules français ont passé lundi la frontière à Labbezanga.", ["movement"]),
        ("en", "The rest of the Sudanese brigade is due next week in Aden.", ["movement"]),
    ],
)
def test_phrases_that_tell_another_event_than_their_verb(language: str, text: str, kinds: list[str]) -> None:
    assert [claim.type.value for claim in claims(language, text)] == kinds


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Pemba attend 300 soldats rwandais.", [("movement", "Pemba")]),
        ("fr", "La Pologne attend 1.000 soldats américains avant l'été.", [("movement", "Poland")]),
        ("en", "Mali expects four Russian helicopters next month.", [("supply", "Mali")]),
        ("en", "France expects 300 soldiers to leave Gao in May.", [("movement", None)]),
        ("fr", "Les soldats kényans attendent 20 camions.", []),
    ],
)
def test_a_place_awaits_a_force_and_a_force_only_waits(
    language: str, text: str, told: list[tuple[str, str | None]]
) -> None:
    found = [(c.type.value, c.destination.name if c.destination else None) for c in claims(language, text)]
    assert found == told


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Vingt chars ont été livrés mercredi à l'armée centrafricaine par la Russie.", "RU"),
        ("fr", "Vingt chars ont été livrés aux rebelles par l'Iran.", "IR"),
        ("en", "Twenty tanks were handed over to the Malian armed forces by Turkey.", "TR"),
    ],
)
def test_who_gives_stands_behind_whom_it_is_given_to(language: str, text: str, side: str) -> None:
    (claim,) = claims(language, text)
    assert claim.actor is not None
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Le porte-avions Cavour, accompagné de deux frégates, a quitté Tarente.", None),
        ("Le porte-avions Cavour, escorté par deux frégates, a quitté Tarente.", None),
        ("Le bataillon, composé de 300 hommes, a quitté Gao.", 300),
        ("Le convoi, composé de 80 camions, a franchi la frontière à Dan Barto dimanche.", 80),
        ("Quatre Rafale de l'armée de l'air sont arrivés à Šiauliai.", 4),
    ],
)
def test_what_escorts_a_force_does_not_count_it(text: str, number: int | None) -> None:
    claim = claims("fr", text)[0]
    assert (claim.quantity.low if claim.quantity else None) == number


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "In 1999 Danes went in. Three hundred of them landed in Dili on 20 September.", "1999-09-20"),
        (
            "en",
            "Twenty years ago this week they sailed. On 20 November 300 Danes landed in Dili.",
            "2004-11-20",
        ),
        (
            "fr",
            "En 1999, l'armée danoise y alla. Ses soldats débarquèrent à Dili le 20 septembre.",
            "1999-09-20",
        ),
        ("en", "In 2023 Danes went in. Three hundred of them landed in Dili on 20 September.", "2024-09-20"),
    ],
)
def test_a_year_long_gone_frames_the_days_behind_it(language: str, text: str, when: str) -> None:
    assert day(read(language, text)[-1]) == when


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Les 300 soldats danois auront tous quitté Gao au 31 décembre.", "2024-11-20/2024-12-31"),
        ("fr", "L'ensemble des 600 Danois doivent avoir quitté Gao le 31 décembre.", "2024-11-20/2024-12-31"),
        ("fr", "Les 300 soldats danois quitteront Gao le 31 décembre.", "2024-12-31"),
        (
            "en",
            "The Danes are leaving Gao. The withdrawal of all 300 soldiers will end on 5 July.",
            "2024-11-20/2025-07-05",
        ),
        (
            "fr",
            "Des Danois sont arrivés à Gao. Le déploiement de 300 hommes s'achèvera le 5 juillet.",
            "2024-11-20/2025-07-05",
        ),
    ],
)
def test_a_day_on_which_something_will_have_been_done_is_the_last(
    language: str, text: str, when: str
) -> None:
    assert day(read(language, text)[-1]) == when


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("It was 25 November. Thirty Danes landed in Gao on the Friday.", dt.date(2022, 3, 5), "2021-11-26"),
        ("Thirty Danes landed in Gao on the Friday.", dt.date(2022, 3, 5), "2022-03-04"),
    ],
)
def test_on_the_friday_is_that_of_the_tale(text: str, published: dt.date, when: str) -> None:
    document = Document("d", text, language="en", published=published)
    assert day(pipeline.read_document(document).claims[-1]) == when


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Washington ordered 700 marines into Los Angeles on Monday.", "2024-11-18"),
        ("en", "Washington ordered 700 marines into Los Angeles by Monday.", "2024-11-20/2024-11-25"),
        ("fr", "Le président a ordonné lundi l'envoi de 900 soldats à Gao.", None),
        ("fr", "Le président a ordonné l'envoi mardi prochain de 900 soldats à Gao.", "2024-11-26"),
    ],
)
def test_the_day_of_an_order(language: str, text: str, expected: str | None) -> None:
    (claim,) = read(language, text)
    assert day(claim) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Trente canons français ont été fournis à l'Ukraine en 2022 et 2023.", "2022-01/2023-12"),
        ("en", "Thirty French guns were supplied to Ukraine in 2022 and 2023.", "2022-01/2023-12"),
        ("en", "Chad sent 300 men to Mali in 2021 and 200 to Libya.", "2021"),
    ],
)
def test_years_that_are_joined(language: str, text: str, expected: str) -> None:
    assert day(read(language, text)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "The frigate will sail to Crete for an exercise that begins on Monday.", None),
        (
            "fr",
            "Deux cents Néerlandais iront à Bardufoss pour l'exercice qui débute le 3 mars.",
            None,
        ),
        (
            "en",
            "Kenya will send 200 men to Haiti, he said during a visit to Oslo on Monday.",
            None,
        ),
        (
            "fr",
            "Il a annoncé lors d'une visite à Dakar lundi le départ de 300 soldats français.",
            None,
        ),
        ("en", "Forty Ugandan soldiers who arrived on Monday went to Bunia.", "2024-11-18"),
        ("en", "Forty Ugandan soldiers pulled out of that town for Bunia on Monday.", "2024-11-18"),
    ],
)
def test_the_day_of_an_exercise_or_a_visit_is_not_that_of_the_way(
    language: str, text: str, when: str | None
) -> None:
    (claim,) = read(language, text)
    assert day(claim) == when


CHRONOLOGY = {
    "fr": "12 septembre. Deux avions turcs se posent à Benina.\n\n13 septembre. Le Tchad envoie 300 soldats.",
    "en": "12 September\n\nTwo Turkish planes land at Benina.\n\n13 September\n\nChad sends 300 men to Gao.",
}


@pytest.mark.parametrize("language", CHRONOLOGY)
def test_the_date_that_heads_an_entry_dates_it(language: str) -> None:
    document = Document("d", CHRONOLOGY[language], language=language, published=dt.date(2024, 11, 20))
    assert [day(c) for c in pipeline.read_document(document).claims] == ["2024-09-12", "2024-09-13"]


@pytest.mark.parametrize(
    "text", ["20 novembre 2024\n\nLe Tchad a envoyé 300 hommes à Gao.", "Gao, mardi. Ils partent."]
)
def test_the_one_date_of_a_report_heads_no_entry(text: str) -> None:
    document = Document("d", text, language="fr", published=dt.date(2024, 11, 20))
    assert all(c.time is None for c in pipeline.read_document(document).claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Syriens ont atteint Manbij le 14 novembre et gagné Kobané deux nuits plus tard."),
        ("en", "Syrian men entered Manbij on 14 November and reached Kobani two nights later."),
    ],
)
def test_nights_are_counted_as_days(language: str, text: str) -> None:
    assert day(read(language, text)[-1]) == "2024-11-16"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Paris a promis 500 hommes à la Roumanie, et une équipe était sur place la semaine dernière."),
        ("en", "Berlin promised 300 men to Lithuania, and its minister was in Vilnius last week."),
    ],
)
def test_a_time_of_who_acts_next_is_not_the_promises(language: str, text: str) -> None:
    assert read(language, text)[0].time is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "À Kidal, ville reprise par l'armée malienne en mai, une trentaine de légionnaires patrouillent.",
            ("FR", None),
        ),
        ("fr", "Trente soldats tanzaniens ont gagné Sake, dévastée mardi par un incendie.", ("TZ", None)),
        (
            "fr",
            "Les soldats tanzaniens sont arrivés à Goma, libérée en mai, le 3 novembre.",
            ("TZ", "2024-11-03"),
        ),
        (
            "en",
            "In Kidal, a town retaken by the Malian army in May, some thirty legionnaires stand guard.",
            ("FR", None),
        ),
        ("en", "In Pagak, seized by the army on 6 November, 25 Kenyan soldiers are stationed.", ("KE", None)),
    ],
)
def test_what_befell_a_town_is_neither_the_day_nor_the_side_of_who_is_there(
    language: str, text: str, expected: tuple[str | None, str | None]
) -> None:
    (claim,) = read(language, text)
    assert (claim.actor and claim.actor.country_code, day(claim)) == expected
