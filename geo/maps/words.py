"""The page's own words in one language, and how it says numbers and dates with them."""

import calendar
import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from geo.errors import NotFoundError
from geo.records import (
    Quantity,
    QuantityEnvelope,
    ReasonKind,
    TimeEnvelope,
    TimeExpression,
)
from geo.records.reasons import Value

_MONTHS = 12
# The month and, where told, the day of one end of an EDTF interval whose year nobody told.
_FORMAT = re.compile(r":[^{}]*(?=\})")  # how an English phrase writes a number: "{n:,}"
# Gaps of reasons that a table of words fills.
_TABLES = {"place_kind": "kind", "status": "status"}
_NO_YEAR = re.compile(r"[0-9X]{4}-(\d\d)(?:-(\d\d))?[?~%]?")


@cache
def _tables() -> Mapping[str, Any]:
    source = resources.files("geo.maps") / "words.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """One language of ``words.toml``.

    Attributes
    ----------
    language
        ISO 639-1 code.
    table
        The language's sections: a key leads to text, or to a table of texts.
    """

    language: str
    table: Mapping[str, Any]

    @classmethod
    def of(cls, language: str) -> "Words":
        """Return the words of `language`.

        Raises
        ------
        NotFoundError
            The page does not speak that language.
        """
        tables = _tables()
        if language not in tables:
            known = " or ".join(sorted(tables))
            raise NotFoundError(f"the page has no words in {language!r}; choose {known}")
        return cls(language, tables[language])

    def section(self, name: str) -> dict[str, str]:
        """Return a section as it stands, for what picks its own words."""
        return dict(self.table[name])

    def word(self, section: str, key: str) -> str:
        """Return one word; a key that the section does not hold is its own word."""
        found: str = self.table[section].get(key, key)
        return found

    def phrase(self, key: str, **values: str) -> str:
        """Return a phrase with `values` in its gaps; a value is never read as a phrase itself."""
        template: str = self.table["phrases"][key]
        return template.format(**values)

    def count(self, key: str, number: int) -> str:
        """Return a number with its noun in the right form."""
        form = "one" if number in self.table["plural_one"] else "other"
        template: str = self.table["count"][f"{key}_{form}"]
        return template.format(n=self.number(number))

    def reasons(self) -> dict[str, str]:
        """Return the phrase of every reason; in English it is the reason's own."""
        own = {kind.name.lower(): _FORMAT.sub("", kind.value) for kind in ReasonKind}
        return own | self.section("reasons")

    def value(self, gap: str, value: Value) -> str:
        """Say what fills a gap of a reason's phrase; a reason that was kept in a file holds plain words."""
        match value:
            case str() if gap in _TABLES:
                return self.word(_TABLES[gap], str(value))
            case int():
                return self.number(value)
            case float():
                return self.phrase("percent", number=str(round(100 * value)))
        return value

    def weight(self, weight: float) -> str:
        """Return a weight with its sign and two decimals."""
        return f"{weight:+.2f}".replace(".", self.table["decimal"])

    def number(self, number: int) -> str:
        """Return a whole number with the language's mark between thousands."""
        return f"{number:,}".replace(",", self.table["thousands"])

    def quantity(self, quantity: Quantity | QuantityEnvelope | None) -> str | None:
        """Return how many, with bounds and unit, or None where no number is stated."""
        if quantity is None:
            return None
        text = self._bounds(quantity.low, quantity.high)
        best = quantity.best if isinstance(quantity, QuantityEnvelope) else None
        if best is not None and text is None:
            text = self.number(best)
        elif best is not None and text is not None and {quantity.low, quantity.high} - {None, best}:
            text = self.phrase("best", range=text, best=self.number(best))
        if text is None or quantity.unit is None:
            return text
        last = next(n for n in (best, quantity.high, quantity.low) if n is not None)
        form = "unit_one" if last in self.table["plural_one"] else "unit"
        return self.phrase("with_unit", number=text, unit=self.word(form, quantity.unit))

    def _bounds(self, low: int | None, high: int | None) -> str | None:
        if low is None and high is None:
            return None
        values = {
            name: self.number(bound) for name, bound in (("low", low), ("high", high)) if bound is not None
        }
        if len(values) == 1:
            return self.phrase("up_to" if low is None else "at_least", **values)
        return self.phrase("exact" if low == high else "between", **values)

    def time(self, time: TimeExpression | TimeEnvelope | None) -> str | None:
        """Return when, or None where no time is stated."""
        if time is None:
            return None
        if time.start is None and time.end is None:
            return self._without_year(time.edtf) if time.edtf else None
        return self.interval(time.start, time.end)

    def interval(self, start: dt.date | None, end: dt.date | None) -> str:
        """Return an interval of days, both ends inclusive, as short as it can be said.

        Parameters
        ----------
        start, end
            One of them may be None: that end is open.
        """
        if start is None or end is None:
            return self._half_open(start, end)
        if start == end:
            return self._day(start)
        whole_months = start.day == 1 and end.day == _last_day(end)
        if (start.year, start.month) == (end.year, end.month):
            return self._month(start) if whole_months else self._days(start, end)
        if whole_months and (start.month, end.month) == (1, _MONTHS) and start.year == end.year:
            return str(start.year)
        say = self._month if whole_months else self._day
        return self.phrase("range", start=say(start), end=say(end))

    def _half_open(self, start: dt.date | None, end: dt.date | None) -> str:
        if start is not None:
            return self.phrase("since", start=self._day(start))
        return self.phrase("until", end=self._day(end)) if end is not None else ""

    def _days(self, start: dt.date, end: dt.date) -> str:
        return self.phrase(
            "days_one_month",
            first=self._ordinal(start.day),
            last=self._ordinal(end.day),
            month=self._month_name(start.month),
            year=str(start.year),
        )

    def _day(self, day: dt.date) -> str:
        return self.phrase(
            "day", day=self._ordinal(day.day), month=self._month_name(day.month), year=str(day.year)
        )

    def _month(self, day: dt.date) -> str:
        return self.phrase("month", month=self._month_name(day.month), year=str(day.year))

    def _month_name(self, month: int) -> str:
        name: str = self.table["months"][month - 1]
        return name

    def _ordinal(self, day: int) -> str:
        first: str = self.table["first_day"]
        return first if day == 1 else str(day)

    def _without_year(self, edtf: str) -> str:
        """Say an EDTF interval that lacks its year; the notation itself where it says less."""
        ends = [_NO_YEAR.fullmatch(end) for end in edtf.split("/")]
        told = [(int(end[1]), int(end[2]) if end[2] else None) for end in ends if end]
        if len(told) != len(ends) or any(not 1 <= month <= _MONTHS for month, _ in told):
            return edtf
        return self.phrase("no_year", when=self._months_and_days(told[0], told[-1]))

    def _months_and_days(self, start: tuple[int, int | None], end: tuple[int, int | None]) -> str:
        (month, first), (last_month, last) = start, end
        if start != end and month == last_month and first and last:
            return self.phrase(
                "days_one_month_no_year",
                first=self._ordinal(first),
                last=self._ordinal(last),
                month=self._month_name(month),
            )
        if start == end:
            return self._day_or_month(month, first)
        return self.phrase(
            "range", start=self._day_or_month(month, first), end=self._day_or_month(last_month, last)
        )

    def _day_or_month(self, month: int, day: int | None) -> str:
        if day is None:
            return self._month_name(month)
        return self.phrase("day_no_year", day=self._ordinal(day), month=self._month_name(month))


def _last_day(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
