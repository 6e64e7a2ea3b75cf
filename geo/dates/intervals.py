"""Arithmetic of days and whole units, and intervals in EDTF."""

import datetime as dt
from dataclasses import replace

from geo.dates.meanings import month_end
from geo.records import Basis, Precision, Span, TimeExpression

PRECISIONS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}

_SATURDAY = 6


def unit_around(day: dt.date, unit: str, offset: int) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the whole unit that lies `offset` units from `day`'s own."""
    if unit == "day":
        shifted = day + dt.timedelta(offset)
        return shifted, shifted
    if unit == "week":
        monday = day - dt.timedelta(day.weekday()) + dt.timedelta(weeks=offset)
        return monday, monday + dt.timedelta(6)
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + offset, 12)
        return dt.date(year, month + 1, 1), dt.date(year, month + 1, month_end(year, month + 1))
    return dt.date(day.year + offset, 1, 1), dt.date(day.year + offset, 12, 31)


def week_around(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the week that is called by a day: its Monday to Sunday; a Sunday begins its own."""
    monday = day if day.isoweekday() > _SATURDAY else day - dt.timedelta(day.weekday())
    return monday, monday + dt.timedelta(6)


def moved(day: dt.date, unit: str, count: int) -> dt.date:
    """Return the day `count` units from `day`: of a shorter month, its last."""
    if unit in ("day", "week"):
        return day + dt.timedelta(count * (7 if unit == "week" else 1))
    first, last = unit_around(day, "month", count * (12 if unit == "year" else 1))
    return first.replace(day=min(day.day, last.day))


def edtf_of(start: dt.date | None, end: dt.date | None, precision: Precision | None = None) -> str | None:
    """Write an interval in EDTF; an open end is ``..``, and nothing known is None."""
    if start is None and end is None:
        return None
    if start == end and start:
        return start.isoformat()
    if start and end and precision in (Precision.MONTH, Precision.RANGE) and _is_whole_months(start, end):
        first, last = start.isoformat()[:7], end.isoformat()[:7]
        return first if first == last else f"{first}/{last}"
    if start and end and precision is Precision.YEAR:
        return f"{start.year:04d}"
    return "/".join(day.isoformat() if day else ".." for day in (start, end))


def _is_whole_months(start: dt.date, end: dt.date) -> bool:
    return start.day == 1 and end.day == month_end(end.year, end.month)


def week_later(time: TimeExpression) -> TimeExpression:
    """Return the same weekday of the week after; a range that ends on it ("by Friday") stays as it is."""
    if time.precision is Precision.RANGE:
        return time
    week = dt.timedelta(weeks=1)
    start, end = time.start and time.start + week, time.end and time.end + week
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, time.precision))


def apart(time: TimeExpression, unit: str, count: int) -> TimeExpression:
    """Return what lies so many units from a day: "a week after 5 May"; nothing where that is not known."""
    precision = PRECISIONS[unit]
    if not count or time.start is None or (unit in ("day", "week") and time.start != time.end):
        return replace(time, start=None, end=None, edtf=None, precision=precision, basis=Basis.NONE)
    if unit in ("day", "week"):
        start = end = moved(time.start, unit, count)
        precision = Precision.DAY
    else:
        start, end = unit_around(time.start, unit, count)
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, precision), precision=precision)


def begun(time: TimeExpression, days: int) -> TimeExpression:
    """Return the time from so many days before a day to that day."""
    start = time.start and time.start - dt.timedelta(days)
    edtf = edtf_of(start, time.end, Precision.RANGE)
    return replace(time, start=start, edtf=edtf, precision=Precision.RANGE)


def from_day(time: TimeExpression, day: dt.date) -> TimeExpression:
    """Return the time from a day of the publication to the end of another: "by Friday"."""
    edtf = edtf_of(day, time.end)
    return replace(time, start=day, edtf=edtf, precision=Precision.RANGE, basis=Basis.PUBLISHED)


def since(time: TimeExpression, day: dt.date) -> TimeExpression:
    """Return the time from a day on, of no known end: "began on Thursday to leave"."""
    return replace(time, start=day, end=None, edtf=edtf_of(day, None), precision=Precision.RANGE)


def across(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """Return the time from the beginning of one to the end of the other, whichever comes first."""
    days = [day for time in (first, last) for day in (time.start, time.end) if day]
    start, end = min(days, default=None), max(days, default=None)
    span = Span(first.span.start, last.span.end)
    return replace(
        first, span=span, start=start, end=end, edtf=edtf_of(start, end), precision=Precision.RANGE
    )


def until(time: TimeExpression) -> TimeExpression:
    """Return the time up to the end of another, of no known beginning."""
    return replace(time, start=None, edtf=edtf_of(None, time.end), precision=Precision.RANGE)


def last_unit(time: TimeExpression, unit: str) -> TimeExpression:
    """Return the last whole day or month of an interval: August of all until its end."""
    if time.end is None:
        return time
    start, end = unit_around(time.end, unit, 0)
    precision = PRECISIONS[unit]
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, precision), precision=precision)


def week_earlier(time: TimeExpression) -> TimeExpression:
    """Return the same days of the week before."""
    week = dt.timedelta(weeks=1)
    start, end = time.start and time.start - week, time.end and time.end - week
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, time.precision))


def month_later(time: TimeExpression, months: int = 1) -> TimeExpression:
    """Return the same days some months later, or earlier; a day that the month lacks is left as it is."""
    start, end = (day and moved(day, "month", months) for day in (time.start, time.end))
    if any(old and new and old.day != new.day for old, new in ((time.start, start), (time.end, end))):
        return time
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, time.precision))


def is_weekend(time: TimeExpression) -> bool:
    """Tell whether an interval is a Saturday and the Sunday behind it."""
    two = time.start is not None and time.end is not None and (time.end - time.start).days == 1
    return two and time.start is not None and time.start.isoweekday() == _SATURDAY


def year_later(time: TimeExpression, years: int = 1) -> TimeExpression:
    """Return the same days of the year after, or before where `years` is -1; the end of February stays it."""

    def there(day: dt.date) -> dt.date:
        same = moved(day, "year", years)
        ends = day.day == month_end(day.year, day.month)
        return same.replace(day=month_end(same.year, same.month)) if ends else same

    start = time.start and moved(time.start, "year", years)
    end = time.end and (moved(time.end, "year", years) if time.start == time.end else there(time.end))
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, time.precision))
