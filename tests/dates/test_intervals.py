"""Intervals: their unit and what resolved them, and what EDTF leaves open where nobody told it."""

import datetime as dt

import pytest

from geo import dates
from geo.records import Basis, Precision

from .conftest import interval, read


@pytest.mark.parametrize(
    ("code", "words", "edtf"),
    [
        ("fr", "le 8 octobre", "XXXX-10-08"),
        ("fr", "du 8 au 13 octobre", "XXXX-10-08/XXXX-10-13"),
        ("fr", "du 28 décembre au 3 janvier", "XXXX-12-28/XXXX-01-03"),
        ("fr", "le 29 février", "XXXX-02-29"),
        ("fr", "en juin dernier", "XXXX-06"),
        ("fr", "début octobre", "XXXX-10-01/XXXX-10-10"),
        ("fr", "cet hiver", "XXXX-12-01/XXXX-02-29"),
        ("fr", "depuis le 8 octobre", "XXXX-10-08/.."),
        ("fr", "depuis la mi-septembre", "XXXX-09-15/.."),
        ("fr", "d'ici le 30 octobre", "../XXXX-10-30"),
        ("en", "October 8 to 13", "XXXX-10-08/XXXX-10-13"),
        ("fr", "avant le 10 octobre", "../XXXX-10-09"),
        ("fr", "avant mars", "../XXXX-02"),
        ("fr", "entre fin mai et début juin", "XXXX-05-21/XXXX-06-10"),
        ("fr", "en janvier suivant", None),
        ("fr", "dans la nuit", None),
        ("fr", "du 9 au 15", None),
        ("fr", "il y a plus d'un an", None),
        ("fr", "dans la quinzaine", None),
        ("en", "until December", "../XXXX-12"),
        ("en", "in the first half of May", "XXXX-05-01/XXXX-05-15"),
        ("en", "between the 9th and the 15th", None),
        ("en", "from Monday to Friday", None),
        ("en", "over the weekend", None),
        ("en", "since dawn", None),
        ("en", "earlier this month", None),
        ("en", "later this week", None),
        ("en", "the following week", None),
        ("en", "that year", None),
        ("en", "last week", None),
        ("en", "since Monday", None),
        ("en", "in the coming weeks", None),
        ("fr", "il y a deux mois", None),
        ("fr", "le 8", None),
        ("fr", "hier", None),
        ("fr", "au début de l'année", None),
    ],
)
@pytest.mark.parametrize("published", [None, dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_without_a_publication_date_the_year_stays_open(
    code: str, words: str, edtf: str | None, published: dt.date | None
) -> None:
    """A date of the year 1 or 9999 is how programs write that they know none."""
    (found,) = read(code, words, published)
    assert (found.start, found.end, found.edtf, found.basis) == (None, None, edtf, Basis.NONE)


@pytest.mark.parametrize(
    ("words", "precision", "basis"),
    [
        ("le 8 octobre 2024", Precision.DAY, Basis.EXPLICIT),
        ("le 8 octobre", Precision.DAY, Basis.PUBLISHED),
        ("en juin", Precision.MONTH, Basis.PUBLISHED),
        ("début octobre 2024", Precision.PART, Basis.EXPLICIT),
        ("la semaine dernière", Precision.WEEK, Basis.PUBLISHED),
        ("à l'automne 2023", Precision.SEASON, Basis.EXPLICIT),
        ("en 2023", Precision.YEAR, Basis.EXPLICIT),
        ("du 8 au 13 octobre", Precision.RANGE, Basis.PUBLISHED),
        ("depuis 2023", Precision.OPEN, Basis.EXPLICIT),
    ],
)
def test_a_time_says_in_which_unit_it_speaks_and_from_what_it_was_resolved(
    words: str, precision: Precision, basis: Basis
) -> None:
    (found,) = read("fr", words)
    assert (found.precision, found.basis) == (precision, basis)


def test_a_later_week_moves_a_day_and_leaves_a_range() -> None:
    (monday,), (by_friday,) = read("en", "on Monday"), read("en", "by Friday")
    assert interval(dates.week_later(monday)) == "2024-10-21/2024-10-21"
    assert dates.week_later(by_friday) == by_friday


@pytest.mark.parametrize(
    ("published", "years", "edtf"),
    [
        (dt.date(2023, 8, 1), 1, "2024-02"),  # of a leap year
        (dt.date(2024, 8, 1), -1, "2023-02"),
        (dt.date(2024, 8, 1), 1, "2025-02"),
    ],
)
def test_a_month_of_another_year_is_whole(published: dt.date, years: int, edtf: str) -> None:
    (february,) = read("en", "in February", published)
    assert dates.year_later(february, years).edtf == edtf


@pytest.mark.parametrize(
    ("words", "months", "edtf"),
    [("on the 20th", -1, "2024-09-20"), ("on the 9th", 1, "2024-11-09"), ("on 31 October", 1, "2024-10-31")],
)
def test_a_day_of_another_month_is_one_that_it_has(words: str, months: int, edtf: str) -> None:
    (day,) = read("en", words, dt.date(2024, 10, 21))
    assert dates.month_later(day, months).edtf == edtf


def test_the_weekend_before_is_a_week_earlier() -> None:
    (weekend,) = read("en", "at the weekend", dt.date(2014, 4, 30))
    assert dates.is_weekend(weekend)
    assert interval(dates.week_earlier(weekend)) == "2014-04-26/2014-04-27"


def test_a_way_begins_so_many_days_before_it_ends() -> None:
    (day,) = read("en", "on 14 October 2024")
    assert dates.begun(day, 5).edtf == "2024-10-09/2024-10-14"
