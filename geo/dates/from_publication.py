"""Rules for words that count from the day of publication: "yesterday", "last week", "two months ago"."""

import datetime as dt

from geo.dates import on_calendar
from geo.dates.intervals import PRECISIONS, moved, unit_around
from geo.dates.meanings import DECEMBER, WEEK, CalendarRule, Context, Days, Fields, Rule
from geo.records import Precision

_SATURDAY = 6
_MIDDLE_OF_WEEK = 3
_HOURS_A_DAY = 24
_WEEK_PARTS = {"early": (0, 2), "mid": (2, 2), "late": (3, 6)}  # days from Monday


def shifted(days: int) -> Rule:
    """Return the rule for the day `days` after the publication."""

    def rule(_: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.DAY)
        return Days.one(context.published + dt.timedelta(days))

    return rule


def today(values: Fields, context: Context) -> Days:
    """Read "today", and "ce lundi" as the Monday that lies nearest."""
    if context.published is None:
        return Days.unknown(Precision.DAY)
    own = context.published.isoweekday()
    ahead = (int(values.get("weekday", own)) - own) % WEEK
    return Days.one(context.published + dt.timedelta(ahead if ahead <= WEEK // 2 else ahead - WEEK))


def today_or_tomorrow(_: Fields, context: Context) -> Days:
    """Read "today or tomorrow": the day of publication and the next."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    return Days(context.published, context.published + dt.timedelta(1), Precision.RANGE)


def overnight(_: Fields, context: Context) -> Days:
    """Read "overnight": the day before the publication and that day."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    return Days(context.published - dt.timedelta(1), context.published, Precision.RANGE)


def weekday(sign: int, *, apart: bool = True, weeks: int = 0) -> Rule:
    """Return the rule for the weekday before or after the day of publication, or that day if not `apart`.

    `weeks` are those that follow it: "Friday week", "vendredi en huit".
    """

    def rule(values: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.DAY)
        gap = sign * (int(values["weekday"]) - context.published.isoweekday()) % WEEK
        days = sign * (gap or (WEEK if apart else 0)) + weeks * WEEK
        return Days.one(context.published + dt.timedelta(days))

    return rule


def weekday_of_week(offset: int) -> Rule:
    """Return the rule for "on Thursday of last week": the weekday of a week before or after."""

    def rule(values: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.DAY)
        monday, _ = unit_around(context.published, "week", offset)
        return Days.one(monday + dt.timedelta(int(values["weekday"]) - 1))

    return rule


def weekday_range(values: Fields, context: Context) -> Days:
    """Read "from Monday to Friday" as the last that has ended, or begun on the day of publication."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    first, last = int(values["weekday"]), int(values["weekday2"])
    end = context.published - dt.timedelta((context.published.isoweekday() - last) % WEEK)
    return Days(end - dt.timedelta((last - first) % WEEK), end, Precision.RANGE)


def weekend(offset: int | None) -> Rule:
    """Return the rule for the Saturday and Sunday of a week near the publication; None is the nearest."""

    def rule(_: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.RANGE)
        near = -1 if context.published.isoweekday() < _MIDDLE_OF_WEEK else 0
        weeks = near if offset is None else offset
        if offset == 1 and context.published.isoweekday() < _SATURDAY:
            weeks = 0  # the next weekend of a Wednesday is that of its week
        sunday = unit_around(context.published, "week", weeks)[1]
        return Days(sunday - dt.timedelta(1), sunday, Precision.RANGE)

    return rule


def unit(offset: int, name: str = "") -> Rule:
    """Return the rule for the unit called `name`, or in the words, `offset` units from the publication's."""

    def rule(values: Fields, context: Context) -> Days:
        called = name or values["unit"]
        if context.published is None:
            return Days.unknown(PRECISIONS[called])
        return Days(*unit_around(context.published, called, offset), PRECISIONS[called])

    return rule


def ago(values: Fields, context: Context) -> Days:
    """Read "three weeks ago": the day for days and weeks, else the whole month."""
    name, count = values["unit"], int(values["count"])
    precision = PRECISIONS[name]
    if context.published is None:
        return Days.unknown(precision)
    if name == "week":  # "a week ago" is the day seven days before
        return Days.one(context.published - dt.timedelta(weeks=count))
    if name == "year":  # "a year ago" is the month twelve months before
        return Days(*unit_around(context.published, "month", -DECEMBER * count), Precision.MONTH)
    return Days(*unit_around(context.published, name, -count), precision)


def anniversary(offset: int | None) -> Rule:
    """Return the rule for "thirty years ago this month": that month, or one beside it; None is the day."""

    def rule(values: Fields, context: Context) -> Days:
        name = values.get("unit2", "day")
        if context.published is None:
            return Days.unknown(PRECISIONS[name])
        day = moved(context.published, values["unit"], -int(values["count"]))
        return Days(*unit_around(day, name, offset or 0), PRECISIONS[name])

    return rule


def decades_ago(values: Fields, context: Context) -> Days:
    """Read "two decades ago": the month so many years before, as "twenty years ago"."""
    return ago({"unit": "year", "count": str(10 * int(values["count"]))}, context)


def more_than_ago(values: Fields, context: Context) -> Days:
    """Read "more than a year ago": no later than what lies a year back."""
    at = ago(values, context)
    return Days(None, at.end, Precision.OPEN, at.basis)


def less_than_ago(values: Fields, context: Context) -> Days:
    """Read "less than a year ago": from what lies a year back to the publication."""
    at = ago(values, context)
    return Days(at.start, context.published, Precision.RANGE, at.basis)


def since_ago(values: Fields, context: Context) -> Days:
    """Read "depuis trois semaines": from that day on."""
    at = ago(values, context)
    return Days(at.start, None, Precision.OPEN, at.basis)


def _days_of(values: Fields) -> tuple[str, int]:
    """Return the unit and how many; 48 hours are two days."""
    count = int(values["count"])
    return (values["unit"], count) if "unit" in values else ("day", -(-count // _HOURS_A_DAY))


def past(values: Fields, context: Context) -> Days:
    """Read "over the past two weeks" and "in the past 24 hours"."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    name, count = _days_of(values)
    return Days(moved(context.published, name, -count), context.published, Precision.RANGE)


def past_unit(values: Fields, context: Context) -> Days:
    """Read "over the past year" and "au cours de la semaine écoulée": until the publication."""
    return past({"unit": values["unit"], "count": "1"}, context)


def past_fortnight(_: Fields, context: Context) -> Days:
    """Read "over the past fortnight"."""
    return past({"unit": "week", "count": "2"}, context)


def within(values: Fields, context: Context) -> Days:
    """Read "within ten days": from the publication to the tenth day after it."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    name, count = _days_of(values)
    return Days(context.published, moved(context.published, name, count), Precision.RANGE)


def within_unit(values: Fields, context: Context) -> Days:
    """Read "for the next year": from the publication to the same day a year after it."""
    return within({"unit": values["unit"], "count": "1"}, context)


def within_fortnight(_: Fields, context: Context) -> Days:
    """Read "dans la quinzaine"."""
    return within({"unit": "week", "count": "2"}, context)


def ahead(values: Fields, context: Context) -> Days:
    """Read "dans trois jours": the day for days and weeks, else the whole month or year."""
    name, count = values["unit"], int(values["count"])
    if context.published is None:
        return Days.unknown(PRECISIONS[name])
    if name == "week":
        return Days.one(moved(context.published, name, count))
    return Days(*unit_around(context.published, name, count), PRECISIONS[name])


def fortnight_ahead(_: Fields, context: Context) -> Days:
    """Read "in a fortnight"."""
    return ahead({"unit": "week", "count": "2"}, context)


def fortnight_ago(_: Fields, context: Context) -> Days:
    """Read "a fortnight ago"."""
    return ago({"unit": "week", "count": "2"}, context)


def coming(_: Fields, context: Context) -> Days:
    """Read "in the coming weeks" and "soon": from the publication on."""
    known = context.published is not None
    return Days(context.published, None, Precision.OPEN) if known else Days.unknown(Precision.OPEN)


def since_today(_: Fields, context: Context) -> Days:
    """Read "since dawn": from the day of publication on."""
    return coming({}, context)


def until_today(_: Fields, context: Context) -> Days:
    """Read "until now": up to the day of publication."""
    known = context.published is not None
    return Days(None, context.published, Precision.OPEN) if known else Days.unknown(Precision.OPEN)


def end_of_this(values: Fields, context: Context) -> Days:
    """Read "the end of the week": its last day."""
    if context.published is None:
        return Days.unknown(Precision.DAY)
    return Days.one(unit_around(context.published, values["unit"], 0)[1])


def earlier_in_this(values: Fields, context: Context) -> Days:
    """Read "earlier this month": from its first day to the publication."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    start = unit_around(context.published, values["unit"], 0)[0]
    return Days(start, context.published, Precision.RANGE)


def later_in_this(values: Fields, context: Context) -> Days:
    """Read "later this month": from the publication to its last day."""
    if context.published is None:
        return Days.unknown(Precision.RANGE)
    end = unit_around(context.published, values["unit"], 0)[1]
    return Days(context.published, end, Precision.RANGE)


def part_of_month(offset: int) -> Rule:
    """Return the rule for a part of the month that lies `offset` months from that of the publication."""

    def rule(values: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.PART)
        first, last = on_calendar.MONTH_PARTS[values["part"]]
        start, end = unit_around(context.published, "month", offset)
        return Days(start.replace(day=first), end.replace(day=min(last, end.day)), Precision.PART)

    return rule


def part_of_week(offset: int) -> Rule:
    """Return the rule for a part of the week that lies `offset` weeks from that of the publication.

    Early is Monday to Wednesday, the middle Wednesday, late Thursday to Sunday.
    """

    def rule(values: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.PART)
        first, last = _WEEK_PARTS[values["part"]]
        monday, _ = unit_around(context.published, "week", offset)
        return Days(monday + dt.timedelta(first), monday + dt.timedelta(last), Precision.PART)

    return rule


def in_year(rule: CalendarRule, offset: int) -> Rule:
    """Return `rule` for the year that lies `offset` years from that of the publication."""

    def relative(values: Fields, context: Context) -> Days:
        if context.published is None:
            return Days.unknown(Precision.PART)
        year = context.published.year + offset
        meaning = rule({**values, "year": str(year)}, context)
        return Days(meaning.start.on(year), meaning.end.on(year), meaning.precision)

    return relative
