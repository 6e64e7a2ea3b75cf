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


def test_a_bare_day_that_the_month_does_not_have_is_none() -> None:
    assert read("fr", "le 30", dt.date(2024, 3, 1)) == ()


def test_a_29_february_far_from_any_leap_year_stays_open() -> None:
    (found,) = read("fr", "le 29 février", dt.date(2026, 3, 1))
    assert (found.edtf, found.basis) == ("XXXX-02-29", Basis.NONE)
