"""Days as web pages write them: in the forms of machines, and in words."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from geo.languages import available, load

# No page is older than the web, and none is of the next century: such a year is a slip or a placeholder.
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2099

_ISO: Final = re.compile(r"\s{0,4}([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_EAST_ASIAN: Final = re.compile(r"([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]")
_WORD: Final = r"([^\W\d_]{3,12})"
_DAY_FIRST: Final = re.compile(
    rf"(?<!\w)([0-9]{{1,2}})(?:er|st|nd|rd|th|[.º°])?\s{{1,3}}(?:de\s|of\s)?{_WORD}\.?,?\s(?:de\s)?([0-9]{{4}})(?!\w)"
)
_MONTH_FIRST: Final = re.compile(rf"(?<!\w){_WORD}\.?\s([0-9]{{1,2}})(?:st|nd|rd|th)?,?\s([0-9]{{4}})(?!\w)")
_FIGURES: Final = re.compile(r"(?<![\w/.-])([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![\w/-])")
_LAST_MONTH: Final = 12


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day in a text and where its words start."""

    start: int
    day: dt.date


def day_of(year: str, month: str | int, day: str) -> dt.date | None:
    """Return a day, or None if there is none such or its year cannot be that of a web page."""
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def machine_day(value: object) -> dt.date | None:
    """Return the day that a tag of a page states: as ISO 8601 or a mail's header writes it, else None.

    The day is the one written, whatever the time zone behind it.
    """
    if not isinstance(value, str):
        return None
    found = _ISO.match(value)
    if found:
        return day_of(found[1], found[3], found[4])
    return next((written.day for written in days_in(value[:100], day_first=None)), None)


def days_in(text: str, *, day_first: bool | None = None) -> Iterator[WrittenDay]:
    """Yield the days that a text tells with their year, in order.

    Parameters
    ----------
    day_first
        How to read 03/04/2024, which may be either; None passes over it.
    """
    found = [
        WrittenDay(match.start(), day)
        for pattern, order in ((_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy"), (_EAST_ASIAN, "ymd"))
        for match in pattern.finditer(text)
        if (day := _in_order(match, order)) is not None
    ]
    found += _in_figures(text, day_first=day_first)
    yield from sorted(found, key=lambda written: written.start)


def _in_order(match: re.Match[str], order: str) -> dt.date | None:
    values = dict(zip(order, match.groups(), strict=True))
    month = _months().get(values["m"].casefold()) if not values["m"].isdecimal() else values["m"]
    return None if month is None else day_of(values["y"], month, values["d"])


def _in_figures(text: str, *, day_first: bool | None) -> Iterator[WrittenDay]:
    for match in _FIGURES.finditer(text):
        one, other, year = int(match[1]), int(match[3]), match[4]
        first = True if one > _LAST_MONTH else False if other > _LAST_MONTH else day_first
        if first is None and one != other:
            continue
        day, month = (one, other) if first else (other, one)
        written = day_of(year, month, str(day))
        if written is not None:
            yield WrittenDay(match.start(), written)


@cache
def _months() -> Mapping[str, int]:
    """Return the number of each month's name in every language that there is a pack of."""
    return {
        word.casefold().rstrip("."): int(number)
        for code in available()
        for number, words in load(code).dates.vocabulary["months"].items()
        for word in words
    }


@cache
def calendar_words() -> frozenset[str]:
    """Return the names of months and weekdays in every language that there is a pack of, in small letters."""
    return frozenset(
        word.casefold().rstrip(".")
        for code in available()
        for table in ("months", "weekdays")
        for words in load(code).dates.vocabulary[table].values()
        for word in words
    )
