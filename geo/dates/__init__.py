"""Expressions of time to intervals, with what they were resolved from.

A pack writes its date forms as patterns (``"du {day} au {day2} {month}[ {year}]"``, `forms`); each names
one of the rules of this room (`rules`). There are three families of them: what the calendar says
(`on_calendar`), what counts from the day of publication (`from_publication`), and what counts from a
date that the text named before (`from_text`). A word like "since" before an expression opens its
interval (`relations`). `reader` puts them together.

A date whose year nobody told keeps its ``X`` digits (EDTF, ISO 8601-2) until a publication date is known
(`years`); words that count from the day of publication ("last week") stay open without one. Nothing is
filled in where no words point to it.
"""

from geo.dates.intervals import (
    across,
    begun,
    edtf_of,
    from_day,
    is_weekend,
    last_unit,
    month_later,
    since,
    unit_around,
    until,
    week_earlier,
    week_later,
    year_later,
)
from geo.dates.meanings import Partial
from geo.dates.reader import DateReader, reader
from geo.dates.rules import RULE_NAMES

__all__ = [
    "RULE_NAMES",
    "DateReader",
    "Partial",
    "across",
    "begun",
    "edtf_of",
    "from_day",
    "is_weekend",
    "last_unit",
    "month_later",
    "reader",
    "since",
    "unit_around",
    "until",
    "week_earlier",
    "week_later",
    "year_later",
]
