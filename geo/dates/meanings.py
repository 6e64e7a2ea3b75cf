"""What the rules of this room take and give: the context of an expression, and what it says."""

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from geo.records import Basis, Precision

DECEMBER = 12
WEEK = 7
_EVERY_MONTH = 28  # days that each has
LEAP_YEAR = 2000  # stands in for a year that nobody told, so that 29 February is a day
_FORGOTTEN_AFTER = 3  # sentences for which "at dawn" and "on the 8th" speak of a day or month named


@dataclass(frozen=True, slots=True)
class Partial:
    """A calendar day whose year may not have been told."""

    year: int | None
    month: int
    day: int

    def on(self, year: int) -> dt.date:
        """Return the day in the year told, or else in `year`; a day past the month's end is its last."""
        known = self.year or year
        day = self.day if self.day <= _EVERY_MONTH else min(self.day, month_end(known, self.month))
        return dt.date(known, self.month, day)

    def is_in(self, year: int) -> bool:
        """Tell whether `year` has this day: not every year has a 29 February."""
        return self.day <= calendar.monthrange(year, self.month)[1]

    def edtf(self) -> str:
        """Write the day with ``X`` for a year that nobody told."""
        year = f"{self.year:04d}" if self.year else "XXXX"
        return f"{year}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What calendar words say: two days whose year may be open, and the unit they speak in."""

    start: Partial
    end: Partial
    precision: Precision
    direction: int = 0  # -1 past, +1 future, 0 the nearest
    apart: bool = False  # True where the day of publication lies outside: "last June"
    basis: Basis = Basis.EXPLICIT  # where the year comes from, if there is one
    weekday: int | None = None  # ISO number of the weekday that the words give with a day


@dataclass(frozen=True, slots=True)
class Days:
    """What relative words came to: real days, either of which may be open."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    basis: Basis = Basis.PUBLISHED

    @classmethod
    def unknown(cls, precision: Precision) -> "Days":
        """Return what relative words come to where the day that they count from is not known."""
        return cls(None, None, precision, Basis.NONE)

    @classmethod
    def one(cls, day: dt.date, basis: Basis = Basis.PUBLISHED) -> "Days":
        """Return a single day."""
        return cls(day, day, Precision.DAY, basis)


class Context(NamedTuple):
    """What an expression may count from.

    Attributes
    ----------
    published
        Day of publication, or None.
    last
        Last day of what the text named last.
    day
        The single day that the sentences just before spoke of.
    month
        Last day of what they spoke of, if that was shorter than a month; the middle of a month.
    told
        A date that the paragraph gave with another year than that of publication, or the text where
        that is not known: those that follow it without a year lie near to it.
    headed
        The year that heads this part of a chronology.
    entry
        Whether a date heads this paragraph, as in a chronology: then all of it is of that month.
    """

    published: dt.date | None
    last: dt.date | None = None
    day: dt.date | None = None
    month: dt.date | None = None
    told: dt.date | None = None
    age: int = 0  # sentences since `month` was set
    headed: int | None = None
    entry: bool = False

    def next_sentence(self, *, paragraph: bool) -> "Context":
        """Return the context at the start of the next sentence."""
        if self.day is None and self.month is None and self.told is None:
            return self  # most sentences: there is nothing to forget
        told = None if paragraph and self.published else self.told
        near, entry = self.age < _FORGOTTEN_AFTER, self.entry and not paragraph
        day, month = self.day if near else None, self.month if near or entry else None
        return self._replace(day=day, month=month, told=told, age=self.age + 1, entry=entry)


Fields = Mapping[str, str]
Meaning = CalendarWords | Days
Rule = Callable[[Fields, Context], Meaning]
CalendarRule = Callable[[Fields, Context], CalendarWords]


def month_end(year: int | None, month: int) -> int:
    """Return the last day of a month; 29 for a February whose year nobody told."""
    return calendar.monthrange(year or LEAP_YEAR, month)[1]
