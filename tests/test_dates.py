"""Times: what the words say, from which day they count, and what stays open where nobody told it."""

import dataclasses
import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates, languages
from geo.languages import DatePattern
from geo.records import Basis, Precision, Span, TimeExpression
from geo.text import sentences

SUNDAY = dt.date(2024, 10, 20)  # the day of publication of all that follows, a Sunday


def read(code: str, text: str, published: dt.date | None = SUNDAY) -> tuple[TimeExpression, ...]:
    pack = languages.load(code)
    return dates.reader(pack).read(text, sentences(text, pack.abbreviations), published)


def interval(time_: TimeExpression) -> str:
    return "/".join(day.isoformat() if day else ".." for day in (time_.start, time_.end))


FRENCH = {
    "du 8 au 13 octobre": "2024-10-08/2024-10-13",
    "du 8 au 13 (octobre)": "2024-10-08/2024-10-13",
    "entre le 8 et le 13 octobre": "2024-10-08/2024-10-13",
    "du mardi 8 au dimanche 13 octobre": "2024-10-08/2024-10-13",
    "les 8 et 9 octobre": "2024-10-08/2024-10-09",
    "du 28 octobre au 3 novembre": "2024-10-28/2024-11-03",
    "du 28 décembre au 3 janvier": "2024-12-28/2025-01-03",
    "Le 7 octobre": "2024-10-07/2024-10-07",
    "le mardi 8\u00a0octobre\u202f2024": "2024-10-08/2024-10-08",
    "1er mars 2025": "2025-03-01/2025-03-01",
    "le 8 oct. 2024": "2024-10-08/2024-10-08",
    "le 8 aou\u0302t 2024": "2024-08-08/2024-08-08",
    "le 8 oc\u00adtobre": "2024-10-08/2024-10-08",
    "LE 8 OCTOBRE": "2024-10-08/2024-10-08",
    "en juin": "2024-06-01/2024-06-30",
    "En juin dernier": "2024-06-01/2024-06-30",
    "en septembre dernier": "2024-09-01/2024-09-30",
    "en octobre dernier": "2023-10-01/2023-10-31",
    "décembre prochain": "2024-12-01/2024-12-31",
    "de mars à mai": "2024-03-01/2024-05-31",
    "début octobre": "2024-10-01/2024-10-10",
    "à la mi-septembre": "2024-09-11/2024-09-20",
    "fin février 2024": "2024-02-21/2024-02-29",
    "mi-2022": "2022-05-01/2022-08-31",
    "fin 2024": "2024-10-01/2024-12-31",
    "en début d’année": "2024-01-01/2024-03-31",
    "au début du mois": "2024-10-01/2024-10-10",
    "l’été dernier": "2024-06-01/2024-08-31",
    "au printemps": "2024-03-01/2024-05-31",
    "automne 2023": "2023-09-01/2023-11-30",
    "la semaine dernière": "2024-10-07/2024-10-13",
    "cette semaine": "2024-10-14/2024-10-20",
    "le mois dernier": "2024-09-01/2024-09-30",
    "ce mois-ci": "2024-10-01/2024-10-31",
    "l’année dernière": "2023-01-01/2023-12-31",
    "il y a quatre mois": "2024-06-01/2024-06-30",
    "il y a une semaine": "2024-10-13/2024-10-13",
    "il y a un an": "2023-10-01/2023-10-31",
    "hier": "2024-10-19/2024-10-19",
    "avant-hier": "2024-10-18/2024-10-18",
    "cette nuit": "2024-10-19/2024-10-20",
    "lundi": "2024-10-14/2024-10-14",
    "dimanche": "2024-10-20/2024-10-20",
    "lundi prochain": "2024-10-21/2024-10-21",
    "ce lundi": "2024-10-21/2024-10-21",
    "ce vendredi": "2024-10-18/2024-10-18",
    "le 8": "2024-10-08/2024-10-08",
    "le 30": "2024-09-30/2024-09-30",
    "en 2024": "2024-01-01/2024-12-31",
    "dans les mois à venir": "2024-10-20/..",
    "depuis mi-2022": "2022-06-15/..",
    "depuis la mi-septembre": "2024-09-15/..",
    "depuis cet été": "2024-06-01/..",
    "depuis février 2022": "2022-02-01/..",
    "depuis octobre": "2024-10-01/..",
    "depuis le 8 octobre": "2024-10-08/..",
    "depuis 2023": "2023-01-01/..",
    "à partir du 8 octobre": "2024-10-08/..",
    "jusqu’au 30 octobre": "../2024-10-30",
    "Au 24 octobre": "../2024-10-24",
    "d’ici le 30 octobre": "2024-10-20/2024-10-30",
    "d’ici à vendredi": "2024-10-20/2024-10-25",
    "d'ici la fin de l'année": "2024-10-20/2024-12-31",
    "avant le 10 octobre": "../2024-10-10",
}
ENGLISH = {
    "from 8 to 13 October": "2024-10-08/2024-10-13",
    "October 8 to 13": "2024-10-08/2024-10-13",
    "8–13 October 2024": "2024-10-08/2024-10-13",
    "28 December to 3 January": "2024-12-28/2025-01-03",
    "on Tuesday, October 15, 2024": "2024-10-15/2024-10-15",
    "the 1st of October": "2024-10-01/2024-10-01",
    "8 November": "2024-11-08/2024-11-08",
    "25 March": "2024-03-25/2024-03-25",
    "last June": "2024-06-01/2024-06-30",
    "next June": "2025-06-01/2025-06-30",
    "early October": "2024-10-01/2024-10-10",
    "mid-September": "2024-09-11/2024-09-20",
    "late 2024": "2024-10-01/2024-12-31",
    "this month": "2024-10-01/2024-10-31",
    "two months ago": "2024-08-01/2024-08-31",
    "a week ago": "2024-10-13/2024-10-13",
    "last week": "2024-10-07/2024-10-13",
    "overnight": "2024-10-19/2024-10-20",
    "last winter": "2023-12-01/2024-02-29",
    "in the coming weeks": "2024-10-20/..",
    "from mid-September": "2024-09-15/..",
    "since Monday": "2024-10-14/..",
    "as of 15 October": "../2024-10-15",
    "by 30 October": "2024-10-20/2024-10-30",
    "by Friday": "2024-10-20/2024-10-25",
    "by October": "2024-10-20/2024-10-31",
    "by October 10": "../2024-10-10",
    "until December": "../2024-12-31",
    "on the 8th": "2024-10-08/2024-10-08",
}


@pytest.mark.parametrize(
    ("code", "words", "expected"),
    [("fr", *row) for row in FRENCH.items()] + [("en", *row) for row in ENGLISH.items()],
)
def test_words_and_a_publication_date_give_days(code: str, words: str, expected: str) -> None:
    (found,) = read(code, words)
    assert found.span.of(words) == words
    assert interval(found) == expected


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
        ("en", "until December", "../XXXX-12"),
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


def test_a_bare_day_that_the_month_does_not_have_is_none() -> None:
    assert read("fr", "le 30", dt.date(2024, 3, 1)) == ()


def test_a_29_february_far_from_any_leap_year_stays_open() -> None:
    (found,) = read("fr", "le 29 février", dt.date(2026, 3, 1))
    assert (found.edtf, found.basis) == ("XXXX-02-29", Basis.NONE)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "le 31 février"),
        ("fr", "le 29 février 2023"),
        ("fr", "31 avril"),
        ("fr", "le 0 mai"),
        ("fr", "du 13 au 8 octobre"),
        ("fr", "31/02/2024"),
        ("fr", "08/13/2024"),
        ("fr", "2024-02-30"),
        ("en", "February 30, 2024"),
        ("en", "October 13 to 8"),
        ("fr", "le 2e régiment"),
        ("fr", "le 1er bataillon"),
        ("fr", "le 72e"),
        ("fr", "le 8,5"),
        ("fr", "le 10 Downing Street"),
        ("en", "on the 1st Brigade"),
        ("en", "they may march on"),
        ("fr", "ils ont été envoyés"),
        ("fr", "12 000 soldats"),
        ("fr", "1,6 million"),
        ("fr", "il y a quelques jours"),
        ("fr", "déjà, toujours, récemment"),
    ],
)
def test_an_impossible_day_and_what_only_looks_like_a_date_is_none(code: str, text: str) -> None:
    assert read(code, text) == ()


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "Le 7 octobre, ils partent. Le même jour, ils arrivent.", "2024-10-07/2024-10-07"),
        ("fr", "Le 7 octobre. Le lendemain, rien.", "2024-10-08/2024-10-08"),
        ("fr", "Le 7 octobre. La veille, rien.", "2024-10-06/2024-10-06"),
        ("fr", "Le 7 octobre. Deux jours plus tard, rien.", "2024-10-09/2024-10-09"),
        ("fr", "Le 7 octobre. Deux mois plus tôt, rien.", "2024-08-01/2024-08-31"),
        ("fr", "Le 31 mars 2024. Le 30, rien.", "2024-03-30/2024-03-30"),
        ("fr", "En mai 2022. Deux ans auparavant, rien.", "2020-01-01/2020-12-31"),
        ("en", "On 7 October it began. On the 8th, it ended.", "2024-10-08/2024-10-08"),
        ("en", "On 7 October it began. Two weeks earlier, no.", "2024-09-23/2024-09-23"),
        ("en", "On 7 October it began. The day before, no.", "2024-10-06/2024-10-06"),
    ],
)
def test_words_count_from_the_day_that_the_text_named_last(code: str, text: str, expected: str) -> None:
    *_, last = read(code, text)
    assert (interval(last), last.basis) == (expected, Basis.TEXT)


def test_words_that_count_from_another_day_stay_open_where_none_was_named() -> None:
    assert [(t.edtf, t.basis) for t in read("fr", "Deux jours plus tard, rien.")] == [(None, Basis.NONE)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 7 October, two ships left.", "On 7 October"),
        ("They left on 7 October.", "on 7 October"),
        ("They left on 7 Oct., at night.", "on 7 Oct"),
        ("They have waited since. Monday was calm.", "Monday"),
        ("Camp held since\n\nMonday was calm.", "Monday"),
    ],
)
def test_a_time_holds_no_final_stop_and_nothing_of_another_sentence(text: str, words: str) -> None:
    assert [t.span.of(text) for t in read("en", text)] == [words]


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


@pytest.mark.parametrize(
    ("rule", "form", "words", "expected"),
    [
        ("day_past", "{day} {month} last", "25 December last", "2023-12-25/2023-12-25"),
        ("day_next", "{day} {month} next", "8 March next", "2025-03-08/2025-03-08"),
        ("last_weekday", "last {weekday}", "last Sunday", "2024-10-13/2024-10-13"),
        ("year_range", "{year}-{year2}", "1950-1953", "1950-01-01/1953-12-31"),
        ("part_of_last_month", "{part} last month", "late last month", "2024-09-21/2024-09-30"),
        ("part_of_last_year", "{part} last year", "early last year", "2023-01-01/2023-03-31"),
        (
            "cross_range",
            "{day} {month} {year} to {day2} {month2} {year2}",
            "28 December 2023 to 3 January 2024",
            "2023-12-28/2024-01-03",
        ),
    ],
)
def test_a_pack_may_use_any_rule(rule: str, form: str, words: str, expected: str) -> None:
    pack = languages.load("en")
    words_of = dataclasses.replace(pack.dates, patterns=(DatePattern(rule, (form,), {}),))
    reader = dates.DateReader(dataclasses.replace(pack, dates=words_of))
    assert [interval(t) for t in reader.read(words, [Span(0, len(words))], SUNDAY)] == [expected]


def test_a_later_week_moves_a_day_and_leaves_a_range() -> None:
    (monday,), (by_friday,) = read("en", "on Monday"), read("en", "by Friday")
    assert interval(dates.week_later(monday)) == "2024-10-21/2024-10-21"
    assert dates.week_later(by_friday) == by_friday


@given(st.dates(), st.text("0123456789 -/.,’'é\u0301\u00adaoctbrejuindsmv2lep", max_size=60))
def test_no_text_and_no_publication_date_make_the_reader_fail(published: dt.date, text: str) -> None:
    for found in read("fr", f"depuis le {text} ans plus tard", published):
        assert found.start is None or found.end is None or found.start <= found.end
        assert (found.start, found.end) == (None, None) or found.edtf


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: dt.date) -> None:
    months = languages.load("fr").dates.vocabulary["months"]
    written = (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"le {day.day} {months[str(day.month)][0]} {day.year}",
    )
    for words in written:
        assert [(t.start, t.end, t.basis) for t in read("fr", words)] == [(day, day, Basis.EXPLICIT)]


@pytest.mark.parametrize(
    "piece", ["le 8 octobre ", "du 8 au 13 ", "à la fin ", "depuis ", "1/", "99 ans plus tard. "]
)
def test_a_run_of_dates_costs_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        read("fr", text)
        return time.process_time() - begin

    base = min(seconds(12_000) for _ in range(3))
    assert min(seconds(48_000) for _ in range(2)) < 8 * base + 0.05  # sixteenfold would be quadratic
