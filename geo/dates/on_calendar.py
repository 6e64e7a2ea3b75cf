"""Rules for what the calendar says: days, months, seasons, years, and parts and ranges of them."""

import datetime as dt
from dataclasses import replace

from geo.dates.meanings import (
    DECEMBER,
    LEAP_YEAR,
    CalendarRule,
    CalendarWords,
    Context,
    Days,
    Fields,
    Partial,
    month_end,
)
from geo.records import Basis, Precision

SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_MID_FROM = 15  # "from mid-May"
YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}


def year_of(values: Fields) -> int | None:
    """Return the year that the words told, or None."""
    return int(values["year"]) if "year" in values else None


def _valid(year: int | None, month: int, day: int) -> Partial:
    dt.date(year or LEAP_YEAR, month, day)  # raises ValueError where there is no such day
    return Partial(year, month, day)


def _year_before(start: Partial, end: Partial) -> Partial:
    turns = (start.month, start.day) > (end.month, end.day)
    return replace(start, year=start.year - 1) if turns and start.year else start


def _range(start: Partial, end: Partial) -> CalendarWords:
    if start.year and end.year and (start.year, start.month, start.day) > (end.year, end.month, end.day):
        raise ValueError("a range ends before it begins")
    return CalendarWords(start, end, Precision.RANGE)


def day(values: Fields, _: Context) -> CalendarWords:
    """Read "8 October[ 2024]" and "08/10/2024"."""
    month = int(values.get("month", values.get("month_number", "")))
    read = _valid(year_of(values), month, int(values["day"]))
    weekday = int(values["weekday"]) if "weekday" in values else None
    return CalendarWords(read, read, Precision.DAY, weekday=weekday)


def week_of(values: Fields, context: Context) -> CalendarWords:
    """Read "the week of 6 January[ 2025]"."""
    return replace(day(values, context), precision=Precision.WEEK)


def feast(values: Fields, _: Context) -> CalendarWords:
    """Read "on Christmas Eve[ 2024]": the table of the pack has the month and the day."""
    month, number = (int(part) for part in values["feast"].split("-"))
    read = _valid(year_of(values), month, number)
    return CalendarWords(read, read, Precision.DAY)


def iso(values: Fields, _: Context) -> CalendarWords:
    """Read "2024-10-08"."""
    told = dt.date.fromisoformat(values["iso"])
    partial = Partial(told.year, told.month, told.day)
    return CalendarWords(partial, partial, Precision.DAY)


def day_range(values: Fields, _: Context) -> CalendarWords:
    """Read "8 to 13 October[ 2024]"."""
    year, month = year_of(values), int(values["month"])
    start, end = _valid(year, month, int(values["day"])), _valid(year, month, int(values["day2"]))
    if start.day > end.day:
        raise ValueError("a range ends before it begins")
    return CalendarWords(start, end, Precision.RANGE)


def cross_range(values: Fields, _: Context) -> CalendarWords:
    """Read "28 October[ 2024] to 3 November[ 2024]"."""
    year = year_of(values)
    last_year = int(values["year2"]) if "year2" in values else year
    start = _valid(year, int(values["month"]), int(values["day"]))
    end = _valid(last_year, int(values["month2"]), int(values["day2"]))
    return _range(start if "year2" in values else _year_before(start, end), end)


def month(values: Fields, _: Context) -> CalendarWords:
    """Read "June[ 2024]"."""
    return _whole_months(year_of(values), int(values["month"]), int(values["month"]), Precision.MONTH)


def month_range(values: Fields, _: Context) -> CalendarWords:
    """Read "March[ 2023] to May[ 2024]"."""
    first, last = int(values["month"]), int(values["month2"])
    if "year2" not in values:
        return _whole_months(year_of(values), first, last, Precision.RANGE)
    year, last_year = year_of(values), int(values["year2"])
    start = Partial(year or last_year - (first > last), first, 1)
    return _range(start, Partial(last_year, last, month_end(last_year, last)))


def _whole_months(year: int | None, first: int, last: int, precision: Precision) -> CalendarWords:
    start, end = Partial(year, first, 1), Partial(year, last, month_end(year, last))
    return CalendarWords(_year_before(start, end), end, precision)


def part_of_month(values: Fields, _: Context) -> CalendarWords:
    """Read "early October[ 2024]": the guide's tenths."""
    year, number = year_of(values), int(values["month"])
    first, last = MONTH_PARTS[values["part"]]
    end = Partial(year, number, min(last, month_end(year, number)))
    return CalendarWords(Partial(year, number, first), end, Precision.PART)


def part_range(values: Fields, context: Context) -> CalendarWords:
    """Read "between early and mid-October", "from late May to early June" and "from 3 May to mid-June"."""
    number = values.get("month2", values.get("month", ""))
    start = _end_of_range({**values, "month": values.get("month", number)}, context).start
    ends = {name: values[f"{name}2"] for name in ("day", "part") if f"{name}2" in values}
    year = {"year": values["year"]} if "year" in values else {}
    end = _end_of_range({**year, **ends, "month": number}, context).end
    if values.get("part") == "mid":
        start = replace(start, day=_MID_FROM)
    return _range(_year_before(start, end), end)


def _end_of_range(values: Fields, context: Context) -> CalendarWords:
    """Return one end of a range: a day, a part of a month, or the month."""
    rule = day if "day" in values else part_of_month if "part" in values else month
    return rule(values, context)


def season(values: Fields, _: Context) -> CalendarWords:
    """Read "summer[ 2024]"; the winter of a year is the one that ends in its February."""
    year, first = year_of(values), SEASON_MONTHS[values["season"]]
    if first == DECEMBER:
        start, end = Partial(year and year - 1, first, 1), Partial(year, 2, month_end(year, 2))
        return CalendarWords(start, end, Precision.SEASON)
    return _whole_months(year, first, first + 2, Precision.SEASON)


def whole_year(values: Fields, _: Context) -> CalendarWords:
    """Read "in 2024"."""
    year = int(values["year"])
    return CalendarWords(Partial(year, 1, 1), Partial(year, 12, 31), Precision.YEAR)


def since_year(values: Fields, _: Context) -> Days:
    """Read "since 2023" where a language has one word for both."""
    return Days(dt.date(int(values["year"]), 1, 1), None, Precision.OPEN, Basis.EXPLICIT)


def year_range(values: Fields, _: Context) -> CalendarWords:
    """Read "1950-1953"."""
    return _range(Partial(int(values["year"]), 1, 1), Partial(int(values["year2"]), 12, 31))


def decade(values: Fields, _: Context) -> CalendarWords:
    """Read "the 1990s"."""
    year = int(values["year"])
    return _range(Partial(year, 1, 1), Partial(year + 9, 12, 31))


def part_of_year(values: Fields, _: Context) -> CalendarWords:
    """Read "late 2024"."""
    first, last = YEAR_PARTS[values["part"]]
    return _whole_months(int(values["year"]), first, last, Precision.PART)


def months_of_year(first: int, last: int) -> CalendarRule:
    """Return the rule for a half or a quarter of a year: "the first half of 2024"."""
    return lambda values, _: _whole_months(year_of(values), first, last, Precision.RANGE)


def days_of_month(first: int, last: int) -> CalendarRule:
    """Return the rule for some days of a month; days below zero count from its end, whose last is -1."""

    def rule(values: Fields, _: Context) -> CalendarWords:
        year, of = year_of(values), int(values["month"])
        behind = month_end(year, of) + 1
        start, end = (day if day > 0 else behind + day for day in (first, last))
        return CalendarWords(
            Partial(year, of, start),
            Partial(year, of, end),
            Precision.DAY if first == last else Precision.RANGE,
        )

    return rule


def towards(rule: CalendarRule, direction: int) -> CalendarRule:
    """Return `rule` for words that say on which side of the publication the date lies: "last June"."""
    return lambda values, context: replace(rule(values, context), direction=direction, apart=True)
