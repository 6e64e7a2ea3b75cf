"""Which year is meant where nobody told it, and meanings to time expressions."""

import datetime as dt

from geo.dates.intervals import edtf_of, week_around
from geo.dates.meanings import CalendarWords, Context, Days, Meaning
from geo.records import Basis, Precision, Span, TimeExpression

# A date without a year is the nearest one; one that is still to come has to be twice as near.
_FUTURE_WEIGHT = 2
_GONE_WEIGHT = 9  # "by October 10", ten days later
_WRONG_SIDE_WEIGHT = 100  # "last February", in January; "next August", in September
_FORWARD_WEIGHT = 2  # a chronicle goes on: "left in January 1951; by October"
_YEAR = 366
_HISTORY = 8  # years before the publication


def as_expression(meaning: Meaning, span: Span, context: Context) -> TimeExpression:
    """Return what `meaning` comes to in its context."""
    if isinstance(meaning, Days):
        edtf = edtf_of(meaning.start, meaning.end, meaning.precision)
        return TimeExpression(span, meaning.start, meaning.end, edtf, meaning.precision, meaning.basis)
    days, basis = _in_year(meaning, context)
    if days is None:
        return TimeExpression(span, None, None, _open_year_edtf(meaning), meaning.precision, basis)
    start, end = week_around(days[0]) if meaning.precision is Precision.WEEK else days
    return TimeExpression(span, start, end, edtf_of(start, end, meaning.precision), meaning.precision, basis)


def _in_year(meaning: CalendarWords, context: Context) -> tuple[tuple[dt.date, dt.date] | None, Basis]:
    """Return the days in the year told or, where none was, in the year nearest to the publication.

    None where that is not known, or where no year near to it has the day (29 February).
    """
    if meaning.end.year:
        start = meaning.start.on(meaning.start.year or meaning.end.year)
        return (start, meaning.end.on(meaning.end.year)), meaning.basis
    if context.headed:
        in_it = meaning.precision is not Precision.DAY or meaning.end.is_in(context.headed)
        days, basis = _of_year(meaning, context.headed) if in_it else None, Basis.TEXT
    elif (
        context.told
        and not meaning.apart
        and (meaning.direction == 0 or is_history(context.told, context.published))
    ):
        back = _FORWARD_WEIGHT if is_history(context.told, context.published) else 1
        days, basis = _nearest(meaning, context.told, 1, back), Basis.TEXT
    elif context.published:
        days, basis = _nearest(meaning, context.published, _FUTURE_WEIGHT), Basis.PUBLISHED
    else:
        return None, Basis.NONE
    return days, basis if days else Basis.NONE


def is_history(day: dt.date, published: dt.date | None) -> bool:
    """Tell whether a day lies so far back that what follows it in a report is told of its time."""
    return published is None or published.year - day.year >= _HISTORY


def amid(day: dt.date, published: dt.date | None) -> dt.date:
    """Return a day to which each month is nearest in the year of another, whichever way dates lean."""
    return dt.date(day.year, 5 if is_history(day, published) else 7, 1)


def _nearest(
    meaning: CalendarWords, to: dt.date, future_weight: int, past_weight: int = 1
) -> tuple[dt.date, dt.date] | None:
    def distance(year: int) -> int:
        start, end = _of_year(meaning, year)
        if start <= to <= end:
            return _YEAR if meaning.apart else 0
        ahead = (start - to).days
        if ahead > 0:
            return ahead * (future_weight, 1, _WRONG_SIDE_WEIGHT)[meaning.direction]
        gone = _WRONG_SIDE_WEIGHT if meaning.apart else _GONE_WEIGHT
        return (to - end).days * (gone if meaning.direction > 0 else past_weight)

    years = [to.year + n for n in (0, -1, 1)]
    if meaning.precision is Precision.DAY:
        years = [year for year in years if meaning.end.is_in(year)]
        # "Thursday 12 September" is a year in which it was one; a wrong weekday counts for nothing
        years = [y for y in years if meaning.end.on(y).isoweekday() == meaning.weekday] or years
    return _of_year(meaning, min(years, key=distance)) if years else None


def _of_year(meaning: CalendarWords, year: int) -> tuple[dt.date, dt.date]:
    """Return the days that calendar words mean in the year in which they end."""
    end = meaning.end.on(year)
    start = meaning.start.on(year)
    return (start if start <= end else meaning.start.on(year - 1)), end


def _open_year_edtf(meaning: CalendarWords) -> str:
    if meaning.precision is Precision.MONTH:
        return f"XXXX-{meaning.start.month:02d}"
    if meaning.start == meaning.end:
        return meaning.start.edtf()
    return f"{meaning.start.edtf()}/{meaning.end.edtf()}"
