"""The rules that a language pack names: any may be used, and an unknown relation is refused."""

import dataclasses

import pytest

from geo import dates, languages
from geo.errors import LanguagePackError
from geo.languages import DatePattern
from geo.records import Span

from .conftest import SUNDAY, interval


@pytest.mark.parametrize(
    ("rule", "form", "words", "expected"),
    [
        ("day_past", "{day} {month} last", "25 December last", "2023-12-25/2023-12-25"),
        ("day_next", "{day} {month} next", "8 March next", "2025-03-08/2025-03-08"),
        ("last_weekday", "last {weekday}", "last Sunday", "2024-10-13/2024-10-13"),
        ("day", "{day}[ of] <{month}|the month>", "1 of May", "2024-05-01/2024-05-01"),
        ("after_last", "{count} {unit} on[!from|after]", "two days on", "../.."),
        ("since_year", "{year}年以来", "2023年以来", "2023-01-01/.."),
        ("season_next", "next {season}", "next summer", "2025-06-01/2025-08-31"),
        ("part_of_next_month", "{part} next month", "early next month", "2024-11-01/2024-11-10"),
        ("part_of_next_year", "{part} next year", "early next year", "2025-01-01/2025-03-31"),
        ("next_weekend", "next weekend", "next weekend", "2024-10-26/2024-10-27"),
        ("year_range", "{year}-{year2}", "1950-1953", "1950-01-01/1953-12-31"),
        ("part_of_last_month", "{part} last month", "late last month", "2024-09-21/2024-09-30"),
        ("part_of_this_week", "{part} this week", "early this week", "2024-10-14/2024-10-16"),
        ("part_of_next_week", "{part} next week", "the middle of next week", "2024-10-23/2024-10-23"),
        ("part_of_last_week", "{part} last week", "late last week", "2024-10-10/2024-10-13"),
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


def test_a_relation_that_there_is_not_names_the_pack() -> None:
    pack = languages.load("en")
    vocabulary = {**pack.dates.vocabulary, "relations": {"during": ("during",)}}
    words = dataclasses.replace(pack.dates, vocabulary=vocabulary)
    with pytest.raises(LanguagePackError, match=r"language pack en\.toml: no relation is called 'during'"):
        dates.DateReader(dataclasses.replace(pack, dates=words))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_rule_of_a_pack_is_one_of_this_room_and_most_rules_are_used(code: str) -> None:
    used = {pattern.rule for pattern in languages.load(code).dates.patterns}
    assert used <= set(dates.RULE_NAMES)
    # what only one language writes, or what another rule turns into
    assert len(set(dates.RULE_NAMES) - used) < 8
