"""Days that count from the day of publication, and the nearest day that is meant."""

import datetime as dt

import pytest

from geo.records import Basis

from .conftest import ENGLISH, FRENCH, ROWS, interval, read


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [("fr", *row) for row in FRENCH.items()] + [("en", *row) for row in ENGLISH.items()],
)
def test_words_and_a_publication_date_give_days(code: str, words: str, expected: str) -> None:
    (found,) = read(code, words)
    assert found.span.of(words) == words
    assert interval(found) == expected


@pytest.mark.parametrize(("text", "expected"), ROWS.items())
def test_every_row_of_the_comparison_is_read(text: str, expected: str) -> None:
    assert [interval(t) for t in read("fr", text)] == [expected]


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("le 29 février", dt.date(2023, 3, 1), "2024-02-29/2024-02-29"),
        ("fin février", dt.date(2023, 3, 1), "2023-02-21/2023-02-28"),
        ("depuis le 20 octobre", dt.date(2023, 10, 20), "2023-10-20/.."),
        ("d'ici fin octobre", dt.date(2024, 10, 25), "2024-10-25/2024-10-31"),
        ("le 25 décembre", dt.date(2025, 1, 5), "2024-12-25/2024-12-25"),
        ("le 5 janvier", dt.date(2024, 12, 25), "2025-01-05/2025-01-05"),
        ("ce lundi", dt.date(2024, 10, 15), "2024-10-14/2024-10-14"),
        ("le mois dernier", dt.date(2024, 1, 31), "2023-12-01/2023-12-31"),
        ("la semaine dernière", dt.date(2024, 1, 1), "2023-12-25/2023-12-31"),
        ("février dernier", dt.date(1989, 1, 16), "1988-02-01/1988-02-29"),
    ],
)
def test_the_nearest_day_is_meant(words: str, published: dt.date, expected: str) -> None:
    assert [interval(t) for t in read("fr", words, published)] == [expected]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (dt.date(2024, 10, 22), "2024-10-19/2024-10-20"),  # a Tuesday looks back
        (dt.date(2024, 10, 24), "2024-10-26/2024-10-27"),  # a Thursday looks ahead
        (dt.date(2024, 10, 26), "2024-10-26/2024-10-27"),
    ],
)
def test_this_weekend_is_the_nearest(published: dt.date, expected: str) -> None:
    assert [interval(t) for t in read("fr", "ce week-end", published)] == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the week before last", "2024-10-07/2024-10-13"),
        ("over the winter", "2023-12-01/2024-02-29"),
        ("since the spring", "2024-03-01/.."),
        ("before the month is out", "2024-10-21/2024-10-31"),
        ("in the weeks to come", "2024-10-21/.."),
        ("this past weekend", "2024-10-19/2024-10-20"),
        ("this past Friday", "2024-10-18/2024-10-18"),
    ],
)
def test_idle_ways_of_telling_a_time_are_read(words: str, expected: str) -> None:
    assert [interval(t) for t in read("en", words, dt.date(2024, 10, 21))] == [expected]


def test_a_bare_day_that_the_month_does_not_have_is_none() -> None:
    assert read("fr", "le 30", dt.date(2024, 3, 1)) == ()


def test_a_29_february_far_from_any_leap_year_stays_open() -> None:
    (found,) = read("fr", "le 29 février", dt.date(2026, 3, 1))
    assert (found.edtf, found.basis) == ("XXXX-02-29", Basis.NONE)


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [
        ("fr", "à Noël", "2024-12-25/2024-12-25"),
        ("fr", "la veille de Noël", "2024-12-24/2024-12-24"),
        ("fr", "depuis le jour de l'An", "2024-01-01/.."),
        ("fr", "en mars de l'an dernier", "2023-03-01/2023-03-31"),
        ("fr", "le 3 mars de l'année dernière", "2023-03-03/2023-03-03"),
        ("fr", "en juin de l'année prochaine", "2025-06-01/2025-06-30"),
        ("fr", "aujourd'hui ou demain", "2024-10-20/2024-10-21"),
        ("fr", "depuis la fin de juillet", "2024-07-21/.."),
        ("fr", "depuis le début du mois", "2024-10-01/.."),
        ("fr", "depuis le début de la semaine", "2024-10-14/.."),
        ("en", "on New Year's Eve", "2024-12-31/2024-12-31"),
        ("en", "since February of last year", "2023-02-01/.."),
        ("en", "on 3 May last year", "2023-05-03/2023-05-03"),
        ("en", "next year in March", "2025-03-01/2025-03-31"),
        ("en", "today or tomorrow", "2024-10-20/2024-10-21"),
        ("de", "an Weihnachten", "2024-12-25/2024-12-25"),
        ("de", "zum Jahresende", "2024-10-01/2024-12-31"),
        ("de", "seit Monatsbeginn", "2024-10-01/.."),
        ("es", "el fin de semana", "2024-10-19/2024-10-20"),
        ("es", "en Nochebuena", "2024-12-24/2024-12-24"),
    ],
)
def test_days_with_a_name_and_months_of_other_years(code: str, words: str, expected: str) -> None:
    (found,) = read(code, words)
    assert found.span.of(words) == words
    assert interval(found) == expected


def test_a_told_year_holds_on_where_there_is_no_day_of_publication() -> None:
    text = "On 17 October 1950 they came ashore.\n\nOn 26 November they set out."
    assert [interval(time) for time in read("en", text, None)][-1] == "1950-11-26/1950-11-26"
    assert [interval(time) for time in read("en", text)][-1] == "2024-11-26/2024-11-26"
