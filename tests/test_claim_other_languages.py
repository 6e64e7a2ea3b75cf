"""What German, Spanish and Russian reports tell, by what sets each of them apart from the others."""

import pytest

from geo.records import Claim, Fate

from .read_claims import read


def told(language: str, text: str) -> list[tuple[str, str, str | None, str]]:
    """Return type, status, side and way of each claim."""
    return [
        (c.type.value, c.status.value, c.actor.country_code if c.actor else None, where(c))
        for c in read(language, text)
    ]


def where(claim: Claim) -> str:
    """Return where a claim plays: "A > B", or the places of a presence or a loss."""
    if claim.origin is None and claim.destination is None:
        return ", ".join(place.name for place in claim.places)
    return " > ".join(place.name if place else "?" for place in (claim.origin, claim.destination))


def counts(language: str, text: str) -> list[tuple[int | None, str | None]]:
    """Return the least number of each claim and what is counted."""
    return [(c.quantity.low, c.quantity.unit) for c in read(language, text) if c.quantity]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Die ersten 200 Soldaten trafen am Sonntag mit zwei Maschinen in Niamey ein.",
            ("movement", "reported", None, "? > Niamey"),
        ),
        (
            "Am Abend lief die Korvette nach drei Tagen auf See in den Hafen von Limassol ein.",
            ("movement", "reported", None, "? > Limassol"),
        ),
        (
            "Frankreich zieht seine Truppen bis Ende August vollständig aus Niamey ab.",
            ("movement", "expected", "FR", "Niamey > ?"),
        ),
        (
            "Der Kreml wies Berichte über die Entsendung syrischer Soldaten nach Mariupol zurück.",
            ("movement", "denied", "SY", "? > Mariupol"),
        ),
        (
            "Bei dem Absturz kamen nahe Gao zwei deutsche Soldaten ums Leben.",
            ("casualties", "reported", "DE", "Gao"),
        ),
    ],
)
def test_a_verb_that_parts_its_prefix_is_known_by_both(text: str, claim: tuple[object, ...]) -> None:
    assert told("de", text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Die beiden Minister trafen am Sonntag in Niamey ein Abkommen über 200 Soldaten.",
        "Der Minister stellte am Montag in Gao eine Frage.",
    ],
)
def test_a_verb_without_its_prefix_is_another(text: str) -> None:
    assert told("de", text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norwegen hat der Ukraine im Frühjahr acht Leopard-Panzer geliefert.",
            ("supply", "reported", "NO", "? > Ukraine"),
        ),
        (
            "Ungarn will im Januar mit zwei Maschinen rund 200 Soldaten in den Tschad entsenden.",
            ("movement", "expected", "HU", "? > Chad"),
        ),
        (
            "Die letzten französischen Soldaten haben am Freitag den Tschad verlassen.",
            ("movement", "reported", "FR", "Chad > ?"),
        ),
        (
            "Russland hat 300 Soldaten in die Region Kursk verlegt.",
            ("movement", "reported", "RU", "? > Kursk Oblast"),
        ),
        (
            "Die Regierung plant nicht, deutsche Soldaten nach Odessa zu entsenden.",
            ("movement", "denied", "DE", "? > Odesa"),
        ),
        (
            "Am Montag werden 300 deutsche Soldaten Niamey verlassen.",
            ("movement", "expected", "DE", "Niamey > ?"),
        ),
        (
            "Rund 300 deutsche Soldaten sollen Niamey am Montag verlassen haben.",
            ("movement", "unconfirmed", "DE", "Niamey > ?"),
        ),
    ],
)
def test_a_german_verb_embraces_its_clause(text: str, claim: tuple[object, ...]) -> None:
    assert told("de", text) == [claim]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("de", "Das Schiff brachte 400 Tonnen Munition nach Rostow.", (400, "tonne")),
        ("de", "Zwei Kompanien Infanterie wurden nach Gao verlegt.", (2, "companies")),
        ("ru", "Самолёт доставил в Гавану 20 тонн гуманитарной помощи.", (20, "tonne")),
        ("ru", "Две роты десантников переброшены в Кутаиси.", (2, "companies")),
        ("es", "El buque llevó a La Habana 18 toneladas de ayuda humanitaria.", (18, "tonne")),
    ],
)
def test_the_first_of_two_nouns_is_the_head(language: str, text: str, number: tuple[int, str]) -> None:
    assert counts(language, text) == [number]


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("de", "Die Rebellen nahmen bei Goma zwölf kongolesische Soldaten gefangen.", "CD"),
        ("ru", "Боевики захватили в плен 15 сирийских солдат под Хомсом.", "SY"),
        ("es", "Los rebeldes capturaron en Kidal a 12 soldados malienses.", "ML"),
    ],
)
def test_who_is_lost_may_stand_behind_the_place(language: str, text: str, side: str) -> None:
    assert [claim.actor and claim.actor.country_code for claim in read(language, text)] == [side]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nahe Gao wurden drei deutsche Soldaten getötet und fünf verletzt."),
        ("es", "Tres policías murieron y otros siete resultaron heridos en una emboscada en Cali."),
        ("ru", "Четверо турецких солдат погибли и ещё семь получили ранения в Идлибе."),
    ],
)
def test_each_loss_has_its_own_fate(language: str, text: str) -> None:
    assert [claim.fates for claim in read(language, text)] == [(Fate.DEAD,), (Fate.WOUNDED,)]


def test_who_is_to_follow_has_a_time_of_its_own() -> None:
    claims = read("de", "Kenia hat 400 Polizisten nach Haiti entsandt, weitere 600 sollen im Januar folgen.")
    assert [c.time and c.time.edtf for c in claims] == [None, "2025-01"]


@pytest.mark.parametrize(
    ("text", "side", "way"),
    [
        ("Отряд кораблей ВМФ России прибыл с визитом в Гавану.", "RU", "? > Havana"),
        ("Трое солдат армии Ливана погибли под Тиром.", "LB", "Tyre"),
        ("МЧС России направило в Мьянму 120 спасателей.", "RU", "? > Myanmar"),
        ("США выведут из Нигера тысячу военнослужащих.", "US", "Niger > ?"),
    ],
)
def test_a_state_behind_an_army_is_whose_it_is(text: str, side: str, way: str) -> None:
    assert [(claim[2], claim[3]) for claim in told("ru", text)] == [(side, way)]


def test_an_office_in_which_something_is_said_is_the_source() -> None:
    claims = read("ru", "В Минобороны России сообщили, что 40 десантников прибыли в Минск.")
    assert [[s.text for s in claim.attribution] for claim in claims] == [["Минобороны России"]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "España tiene desplegados en el Líbano unos 670 militares.",
            ("presence", "reported", "ES", "Lebanon"),
        ),
        (
            "Ucrania recibió en mayo diez tanques donados por España.",
            ("supply", "reported", "ES", "? > Ukraine"),
        ),
        (
            "Washington confirmó la muerte de tres soldados estadounidenses en Jordania.",
            ("casualties", "confirmed", "US", "Jordan"),
        ),
        ("Paraguay descartó enviar militares a Haití.", ("movement", "denied", "PY", "? > Haiti")),
        ("Brasil manda 30 bomberos a Bolivia.", ("movement", "reported", "BR", "? > Bolivia")),
        (
            "El Reino Unido ha enviado el HMS Diamond al mar Rojo.",
            ("movement", "reported", "GB", "? > Red Sea"),
        ),
    ],
)
def test_spanish_reports_tell_what_others_do(text: str, claim: tuple[object, ...]) -> None:
    assert told("es", text) == [claim]


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        (
            "de",
            "Österreichs Bundesheer ist mit 180 Soldaten in Bosnien präsent.",
            ("presence", "reported", "AT", "Bosnia and Herzegovina"),
        ),
        ("de", "Ruandas Truppen haben Goma erreicht.", ("movement", "reported", "RW", "? > Goma")),
        (
            "de",
            "Italien will sein Kontingent in Beirut um 200 Soldaten verstärken.",
            ("movement", "expected", "IT", "? > Beirut"),
        ),
        (
            "de",
            "Zwei Bataillone der kenianischen Armee wurden nach Kismayo verlegt.",
            ("movement", "reported", "KE", "? > Kismayo"),
        ),
        (
            "ru",
            "Два полка передислоцированы из Пскова в Ростовскую область.",
            ("movement", "reported", None, "Pskov > Rostov Oblast"),
        ),
        (
            "ru",
            "В порт Тартус зашли три корабля ВМФ России.",
            ("movement", "reported", "RU", "? > Tartus naval base"),
        ),
    ],
)
def test_cases_tell_whose_and_where(language: str, text: str, claim: tuple[object, ...]) -> None:
    assert told(language, text) == [claim]


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("de", "Am vergangenen Wochenende wurden 60 Soldaten nach Gao verlegt.", "2024-11-16/2024-11-17"),
        ("de", "Im Mai vergangenen Jahres wurden 60 Soldaten nach Gao verlegt.", "2023-05"),
        (
            "de",
            "In der Nacht von Montag auf Dienstag trafen 60 Soldaten in Gao ein.",
            "2024-11-18/2024-11-19",
        ),
        ("es", "El Ejército envió este fin de semana 300 soldados a Gao.", "2024-11-16/2024-11-17"),
        ("es", "El lunes de la semana pasada llegaron 60 soldados a Gao.", "2024-11-11"),
        ("es", "Dentro de dos semanas llegarán 60 soldados a Gao.", "2024-12-04"),
        ("ru", "В прошлые выходные 60 солдат прибыли в Гао.", "2024-11-16/2024-11-17"),
        ("ru", "В ночь с понедельника на вторник 60 солдат прибыли в Гао.", "2024-11-18/2024-11-19"),
        ("ru", "В первом квартале 2025 года в Гао прибудут 60 солдат.", "2025-01/2025-03"),
    ],
)
def test_a_day_is_told_in_all_the_ways_of_a_language(language: str, text: str, time: str) -> None:
    assert [c.time and c.time.edtf for c in read(language, text)] == [time]


def test_a_base_that_is_left_lies_where_it_is_said_to() -> None:
    claims = told("de", "Die US-Truppen hatten ihren Stützpunkt in Agadez bereits Anfang August geräumt.")
    assert claims == [("movement", "reported", "US", "Agadez > ?")]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("es", "Llegarán a Bamako 200 soldados rusos.", "expected"),
        ("es", "Llegaron a Bamako 200 soldados rusos.", "reported"),
        ("fr", "Partiront de Brest 300 soldats français.", "expected"),
        ("ru", "Истребители перелетят на авиабазу Барановичи.", "expected"),
        ("ru", "Два истребителя перелетели в Гродно.", "reported"),
    ],
)
def test_a_verb_tells_by_its_form_what_is_to_come_at_the_head_of_a_sentence_too(
    language: str, text: str, status: str
) -> None:
    assert [(claim[0], claim[1]) for claim in told(language, text)] == [("movement", status)]


def test_the_german_army_is_german_in_russian() -> None:
    assert told("ru", "В мае бундесвер перебросил 120 военнослужащих в Литву.") == [
        ("movement", "reported", "DE", "? > Lithuania")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Eine Kompanie von Dänen ist am Montag in Gao eingetroffen."),
        ("es", "Una compañía de daneses llegó a Gao el lunes."),
    ],
)
def test_a_unit_is_of_the_people_who_make_it_up(language: str, text: str) -> None:
    assert [claim.actor and claim.actor.country_code for claim in read(language, text)] == ["DK"]
