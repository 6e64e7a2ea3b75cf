"""The page's own words: the same in every language, and numbers and dates said with them."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from geo.errors import NotFoundError
from geo.maps.words import Words
from geo.records import QuantityEnvelope, TimeEnvelope

LANGUAGES = Path(str(resources.files("geo.languages")))
TABLES = tomllib.loads((resources.files("geo.maps") / "words.toml").read_text(encoding="utf-8"))


def leaves(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), str(value)


def test_every_language_says_the_same_things() -> None:
    gaps = {
        language: {path: sorted(re.findall(r"\{\w+\}", text)) for path, text in leaves(table)}
        for language, table in TABLES.items()
    }
    for told in gaps.values():  # English takes the phrases of reasons from the reasons themselves
        for path in [path for path in told if path[0] == "reasons"]:
            del told[path]
    assert gaps["en"] == gaps["fr"]


def test_every_reason_can_be_said_in_every_language() -> None:
    english = Words.of("en").reasons()
    for language in TABLES:
        told = Words.of(language).reasons()
        assert {key: set(re.findall(r"\{\w+\}", text)) for key, text in told.items()} == {
            key: set(re.findall(r"\{\w+\}", text)) for key, text in english.items()
        }
        own = TABLES[language]["reasons"]
        assert language == "en" or set(own) == set(english)


def test_french_marks_stay_with_the_word_before_them() -> None:
    words = "\n".join(text for _, text in leaves(TABLES["fr"]))
    assert re.findall(r".* [:;?!%»].*|.*« .*", words) == []


def test_every_unit_that_a_language_counts_in_has_a_word() -> None:
    packs = [tomllib.loads(file.read_text(encoding="utf-8")) for file in LANGUAGES.glob("*.toml")]
    counted = {unit for pack in packs for part in ("forces", "goods") for unit in pack[part]} - {"none"}
    for table in TABLES.values():
        assert counted <= set(table["unit"])
        assert set(table["unit"]) == set(table["unit_one"])


def test_what_is_one_is_told_in_the_singular() -> None:
    said = [quantity(number, number, unit="vessels") for number in (1, 2)]
    assert said == ["1 vessel", "2 vessels"]
    assert quantity(0, 1, unit="personnel") == "0–1 person"


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(NotFoundError, match="'tlh'; choose en or fr"):
        Words.of("tlh")


def quantity(
    low: int | None, high: int | None, best: int | None = None, unit: str | None = None
) -> str | None:
    return Words.of("en").quantity(QuantityEnvelope(low, best, high, unit))


def test_numbers_keep_their_bounds() -> None:
    assert quantity(1500, 1500) == "1,500"
    assert quantity(1500, 3000) == "1,500–3,000"
    assert quantity(3000, None) == "at least 3,000"
    assert quantity(None, 30000) == "up to 30,000"
    assert quantity(None, None) is None
    assert quantity(None, None, best=7) == "7"


def test_the_best_number_is_said_where_it_adds_something() -> None:
    assert quantity(1500, 12000, best=3000) == "1,500–12,000, best supported 3,000"
    assert quantity(1500, 12000, best=12000) == "1,500–12,000, best supported 12,000"
    assert quantity(3000, None, best=3000) == "at least 3,000"


def test_a_unit_that_has_no_word_is_its_own_word() -> None:
    assert quantity(4, 4, unit="brigades") == "4 brigades"
    assert quantity(4, 4, unit="{low} squadron") == "4 {low} squadron"


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2024-10-08", "2024-10-08", "8 October 2024", "8 octobre 2024"),
        ("2024-10-01", "2024-10-13", "1–13 October 2024", "1er–13 octobre 2024"),
        ("2024-10-01", "2024-10-31", "October 2024", "octobre 2024"),
        ("2024-02-01", "2024-02-29", "February 2024", "février 2024"),
        ("2023-02-01", "2023-02-27", "1–27 February 2023", "1er–27 février 2023"),
        ("2024-06-01", "2024-08-31", "June 2024 – August 2024", "juin 2024 – août 2024"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("2023-01-01", "2024-12-31", "January 2023 – December 2024", "janvier 2023 – décembre 2024"),
        (
            "2024-10-28",
            "2024-11-03",
            "28 October 2024 – 3 November 2024",
            "28 octobre 2024 – 3 novembre 2024",
        ),
        ("2022-06-15", None, "from 15 June 2022", "à partir du 15 juin 2022"),
        (None, "2024-10-27", "until 27 October 2024", "jusqu’au 27 octobre 2024"),
    ],
)
def test_an_interval_is_said_as_short_as_it_can_be(
    start: str | None, end: str | None, english: str, french: str
) -> None:
    days = [dt.date.fromisoformat(day) if day else None for day in (start, end)]
    assert Words.of("en").interval(*days) == english
    assert Words.of("fr").interval(*days) == french


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("XXXX-10-08/XXXX-10-13", "8–13 October (year not stated)"),
        ("XXXX-10-28/XXXX-11-03", "28 October – 3 November (year not stated)"),
        ("XXXX-10-08", "8 October (year not stated)"),
        ("XXXX-10", "October (year not stated)"),
        ("XXXX-21", "XXXX-21"),
        ("XXXX-XX-05", "XXXX-XX-05"),
    ],
)
def test_a_date_without_a_year_says_so(edtf: str, said: str) -> None:
    assert Words.of("en").time(TimeEnvelope(None, None, edtf)) == said


def test_nothing_is_said_of_a_time_that_counts_from_an_untold_day() -> None:
    assert Words.of("en").time(TimeEnvelope(None, None, None)) is None


def test_counts_take_the_form_of_their_language() -> None:
    english, french = Words.of("en"), Words.of("fr")
    assert [english.count("claim", number) for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
    assert [french.count("claim", number) for number in (0, 1, 2)] == [
        "0 affirmation",
        "1 affirmation",
        "2 affirmations",
    ]
    assert french.count("claim", 12000) == "12\u202f000 affirmations"
