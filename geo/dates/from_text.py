"""Rules for words that count from a date that the text named before: "the same day", "two days later"."""

import datetime as dt
from dataclasses import replace

from geo.dates import from_publication
from geo.dates.intervals import PRECISIONS, moved, unit_around
from geo.dates.meanings import WEEK, CalendarRule, Context, Days, Fields, Meaning, Rule
from geo.records import Basis, Precision

_TALE = 14  # days since what a report tells as a tale, whose weekdays are those of then


def from_last(sign: int) -> Rule:
    """Return the rule for so many units after or before the date named last."""

    def rule(values: Fields, context: Context) -> Days:
        unit, count = values.get("unit", "day"), int(values.get("count", 1))
        last = _told_of(context)
        if last is None:
            return Days.unknown(Precision.DAY)
        if unit in ("day", "week"):
            return Days.one(moved(last, unit, sign * count), Basis.TEXT)
        return Days(*unit_around(last, unit, sign * count), PRECISIONS[unit], Basis.TEXT)

    return rule


def fortnight_after_last(_: Fields, context: Context) -> Days:
    """Read "a fortnight later"."""
    last = _told_of(context)
    return Days.one(moved(last, "week", 2), Basis.TEXT) if last else Days.unknown(Precision.DAY)


def _told_of(context: Context) -> dt.date | None:
    """Return the date named last, or the day spoken of where that is a plan: "next week. The day before"."""
    ahead = context.published and context.last and context.last > context.published
    return context.day if ahead and context.day else context.last


def same_as_last(_: Fields, context: Context) -> Days:
    """Read "the same day"."""
    if context.last is None:
        return Days.unknown(Precision.DAY)
    return Days.one(context.last, Basis.TEXT)


def that_unit(values: Fields, context: Context) -> Days:
    """Read "that month": the one of the date named last."""
    precision = PRECISIONS[values["unit"]]
    if context.last is None:
        return Days.unknown(precision)
    return Days(*unit_around(context.last, values["unit"], 0), precision, Basis.TEXT)


def since_last(_: Fields, context: Context) -> Days:
    """Read "ever since": from the date named last on."""
    if context.last is None:
        return Days.unknown(Precision.OPEN)
    return Days(context.last, None, Precision.OPEN, Basis.TEXT)


def part_of_day(_: Fields, context: Context) -> Meaning:
    """Read "at dawn", "in the evening", "at 6 pm": on the day spoken of, else on that of publication."""
    if context.day:
        return Days.one(context.day, Basis.TEXT)
    return from_publication.shifted(0)({}, context)


def that_part_of_day(values: Fields, context: Context) -> Days:
    """Read "the same evening": of the day spoken of, never of that of publication."""
    return Days.one(context.day, Basis.TEXT) if context.day else same_as_last(values, context)


def night(values: Fields, context: Context) -> Days:
    """Read "in the night": that of the day spoken of, else the one before the publication."""
    if context.day:
        return Days.one(context.day, Basis.TEXT)
    return from_publication.overnight(values, context)


def bare_day(values: Fields, context: Context) -> Days:
    """Read "on the 8th": of the month spoken of, else the last one before the publication."""
    number = int(values["day"])
    if context.month:
        return Days.one(_near(number, context.month, context.published), Basis.TEXT)
    if context.published is None:
        return Days.unknown(Precision.DAY)
    offset = -1 if number > context.published.day else 0
    return Days.one(unit_around(context.published, "month", offset)[0].replace(day=number))


def _near(number: int, anchor: dt.date, published: dt.date | None) -> dt.date:
    """Return the day of that number in the anchor's month or the next, whichever is nearer.

    A text goes on from day to day; past the publication it goes only if the anchor lies there.
    """
    months = [unit_around(anchor, "month", offset) for offset in (0, 1)]
    days = [first.replace(day=number) for first, end in months if 1 <= number <= end.day]
    past = [day for day in days if published is None or anchor > published or day <= published]
    return min(past or days, key=lambda day: abs(day - anchor))


def bare_day_range(values: Fields, context: Context) -> Days:
    """Read "between the 9th and the 15th" in the month of its end."""
    end = bare_day({"day": values["day2"]}, context)
    if end.end is None:
        return Days.unknown(Precision.RANGE)
    first = int(values["day"])
    month = unit_around(end.end, "month", -1 if first > end.end.day else 0)[0]
    return Days(month.replace(day=first), end.end, Precision.RANGE, end.basis)


def of_that_year(rule: CalendarRule) -> Rule:
    """Return `rule` for the year of the date named last: "in November of the same year"."""

    def relative(values: Fields, context: Context) -> Meaning:
        if context.last is None:
            return rule(values, context) if "month" in values else Days.unknown(Precision.YEAR)
        meaning = rule({**values, "year": str(context.last.year)}, context)
        return replace(meaning, basis=Basis.TEXT)

    return relative


def month_after_last(values: Fields, context: Context) -> Days:
    """Read "the following January"."""
    month = int(values["month"])
    if context.last is None:
        return Days.unknown(Precision.MONTH)
    first = dt.date(context.last.year + (month <= context.last.month), month, 1)
    return Days(*unit_around(first, "month", 0), Precision.MONTH, Basis.TEXT)


def weekday_after_last(values: Fields, context: Context) -> Days:
    """Read "the following Monday"."""
    if context.last is None:
        return Days.unknown(Precision.DAY)
    gap = (int(values["weekday"]) - context.last.isoweekday()) % WEEK or WEEK
    return Days.one(context.last + dt.timedelta(gap), Basis.TEXT)


def that_weekday(values: Fields, context: Context) -> Meaning:
    """Read "that same Sunday": the one nearest to the date named last, else the last before publication."""
    if context.last is None:
        return from_publication.weekday(-1, apart=False)(values, context)
    ahead = (int(values["weekday"]) - context.last.isoweekday()) % WEEK
    return Days.one(context.last + dt.timedelta(ahead - WEEK if ahead > WEEK // 2 else ahead), Basis.TEXT)


def told_weekday(values: Fields, context: Context) -> Meaning:
    """Read "on the Friday": that from a day told of long before the publication on, else the last Friday."""
    last = context.last
    if last is None or context.published is None or (context.published - last).days < _TALE:
        return from_publication.weekday(-1, apart=False)(values, context)
    gap = (int(values["weekday"]) - last.isoweekday()) % WEEK
    return Days.one(last + dt.timedelta(gap), Basis.TEXT)


def unit_from_last(offset: int) -> Rule:
    """Return the rule for "the following week": from the date named last, else from the publication."""

    def rule(values: Fields, context: Context) -> Days:
        precision = PRECISIONS[values["unit"]]
        anchor, basis = (context.last, Basis.TEXT) if context.last else (context.published, Basis.PUBLISHED)
        if anchor is None:
            return Days.unknown(precision)
        return Days(*unit_around(anchor, values["unit"], offset), precision, basis)

    return rule
