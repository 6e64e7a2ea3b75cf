"""Expressions of time to intervals, with what they were resolved from.

A pack writes its date forms as patterns (``"du {day} au {day2} {month}[ {year}]"``); each names one of
the rules of this room. A date whose year nobody told keeps its ``X`` digits (EDTF, ISO 8601-2) until a
publication date is known; words that count from the day of publication ("last week") stay open
without one. Nothing is filled in where no words point to it.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.errors import LanguagePackError
from geo.languages import DatePattern, LanguagePack
from geo.records import Basis, Precision, Span, TimeExpression
from geo.text import composed

_SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_YEAR_PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}
_MIDDLE_DAY = 15
# A date without a year is the nearest one; one that is still to come has to be twice as near.
_FUTURE_WEIGHT = 2
_DECEMBER = 12
_WEEK = 7
_LEAP_YEAR = 2000  # stands in for a year that nobody told, so that 29 February is a day
# Years that a report can be of; "0001-01-01" is how some programs write that they know no date.
_YEARS = range(1900, 2100)
_LEAD = 30  # characters before an expression in which a word like "since" may stand
_DIRECTIONS = {"since": -1, "by": +1}
_SPACE = r"[\s\u00a0\u202f]{1,3}"
_FIELDS = {
    "day": r"(?P<{0}>[0-9]{{1,2}})(?:er|st|nd|rd|th)?(?![0-9])",
    "day_ordinal": r"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)",
    "month_number": r"(?P<{0}>[0-9]{{1,2}})",
    "year": r"(?P<{0}>(?:19|20)[0-9]{{2}})",
    "iso": r"(?P<{0}>(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}})",
}
_VOCABULARY = {
    "month": "months",
    "weekday": "weekdays",
    "season": "seasons",
    "part": "parts",
    "unit": "units",
    "count": "numbers",
}
# What may not follow a day that stands alone: "le 10 Downing", "on the 1st Brigade", "le 8,5"; and behind
# the only French ordinal among days no word at all: "le 1er bataillon".
_NOT_BEHIND_DAY = r"(?!\s(?-i:[^\W\d_a-zà-öø-ÿ])|[.,:/][0-9])(?!(?<=er)\s\w)"
_LITERALS = {" ": _SPACE, "'": "['\u2019\u02bc]", "-": r"[-\u2010\u2011\u2013 ]", "[": "(?:", "]": ")?"}


@dataclass(frozen=True, slots=True)
class Partial:
    """A calendar day whose year may not have been told."""

    year: int | None
    month: int
    day: int

    def on(self, year: int) -> dt.date:
        """Return the day in the year told, or else in `year`; a day past the month's end is its last."""
        known = self.year or year
        return dt.date(known, self.month, min(self.day, calendar.monthrange(known, self.month)[1]))

    def is_in(self, year: int) -> bool:
        """Tell whether `year` has this day: not every year has a 29 February."""
        return self.day <= calendar.monthrange(year, self.month)[1]

    def edtf(self) -> str:
        """Write the day with ``X`` for a year that nobody told."""
        year = f"{self.year:04d}" if self.year else "XXXX"
        return f"{year}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What calendar words say: two days whose year may be open, and the unit they speak in."""

    start: Partial
    end: Partial
    precision: Precision
    direction: int = 0  # -1 past, +1 future, 0 the nearest
    apart: bool = False  # True where the day of publication lies outside: "last June"


@dataclass(frozen=True, slots=True)
class _Days:
    """What relative words came to: real days, either of which may be open."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    basis: Basis = Basis.PUBLISHED


_Fields = Mapping[str, str]
_Anchors = tuple[dt.date | None, dt.date | None]  # day of publication, last day that the text named


class DateReader:
    """Reads the time expressions of sentences in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        vocabulary = pack.dates.vocabulary
        self._values = {
            name: {_plain(word): value for value, words in vocabulary[table].items() for word in words}
            for name, table in _VOCABULARY.items()
        }
        self._forms = [
            (pattern.rule, re.compile(self._regex(form, vocabulary), re.IGNORECASE))
            for pattern in pack.dates.patterns
            for form in _checked(pattern, pack)
        ]
        relations = vocabulary["relations"]
        self._relations = [
            (name, re.compile(rf"(?<!\w)(?:{_alternatives(words)})[\s\u00a0\u202f]{{0,3}}$", re.IGNORECASE))
            for name, words in relations.items()
        ]

    @staticmethod
    def _regex(form: str, vocabulary: Mapping[str, Mapping[str, tuple[str, ...]]]) -> str:
        def piece(part: str) -> str:
            if not part.startswith("{"):
                return "".join(_LITERALS.get(c, re.escape(c)) for c in part)
            name = part[1:-1]
            kind = name.rstrip("2")
            if kind in _FIELDS:
                return _FIELDS[kind].format(name)
            words = [w for group in vocabulary[_VOCABULARY[kind]].values() for w in group]
            digits = "[0-9]{1,2}|" if kind == "count" else ""
            return rf"(?P<{name}>{digits}{_alternatives(words)})\.?"

        body = "".join(map(piece, re.split(r"(\{\w+\})", form)))
        ending = _NOT_BEHIND_DAY if form.endswith(("{day}", "{day_ordinal}")) else ""
        return rf"(?<![\w]){body}(?![\w]){ending}"

    def read(
        self, text: str, sentences: Sequence[Span], published: dt.date | None
    ) -> tuple[TimeExpression, ...]:
        """Return the time expressions of a document, in order.

        Parameters
        ----------
        text
            The whole text of the document.
        sentences
            Its sentences; no expression spans two.
        published
            Day of publication, or None; then what needs it stays open.
        """
        found: list[TimeExpression] = []
        last: dt.date | None = None
        if published and published.year not in _YEARS:
            published = None
        for sentence in sentences:
            plain, starts, ends = composed(sentence.of(text))
            for rule, relation, found_at, fields in self._matches(plain):
                first, end = starts[found_at.start], ends[found_at.end - 1]
                span = Span(sentence.start + first, sentence.start + end)
                time = self._resolve(rule, relation, span, fields, (published, last))
                if time:
                    found.append(time)
                    last = time.end or time.start or last
        return tuple(found)

    def _matches(self, sentence: str) -> Iterator[tuple[str, str, Span, _Fields]]:
        """Yield rule, relation, span and fields of each match, leftmost and longest first, no overlaps."""
        hits = [
            (hit.start(), -hit.end(), order, rule, hit)
            for order, (rule, pattern) in enumerate(self._forms)
            for hit in pattern.finditer(sentence)
        ]
        reached = 0
        for start, _, _, rule, hit in sorted(hits, key=lambda h: h[:3]):
            if start >= reached:
                relation, begin = self._relation(sentence, max(reached, start - _LEAD), start)
                end = start + len(hit.group().rstrip(".,"))  # a form may take in a final stop
                reached = end
                yield rule, relation, Span(begin, end), {k: v for k, v in hit.groupdict().items() if v}

    def _resolve(
        self, rule: str, relation: str, span: Span, fields: _Fields, anchors: _Anchors
    ) -> TimeExpression | None:
        values = {name: self._value(name, word) for name, word in fields.items()}
        if relation == "by" and rule == "weekday":  # "by Friday" is the Friday to come
            rule = "coming_weekday"
        try:
            meaning = RULES[rule](values, anchors)
        except (ValueError, OverflowError):  # no such day: "31 February", the year 10000
            return None
        if isinstance(meaning, _Calendar) and relation in _DIRECTIONS and not meaning.apart:
            meaning = replace(meaning, direction=_DIRECTIONS[relation])
        time = _as_expression(meaning, span, anchors[0])
        return _RELATE[relation](time, values, anchors[0]) if relation else time

    def _value(self, name: str, word: str) -> str:
        table = self._values.get(name.rstrip("2"), {})
        return table.get(_plain(word), word)

    def _relation(self, text: str, floor: int, start: int) -> tuple[str, int]:
        """Return "since", "until", "by" or "as_of" where it stands right before, and where it begins."""
        lead = text[floor:start]
        for name, pattern in self._relations:
            hit = pattern.search(lead)
            if hit:
                return name, start - (len(lead) - hit.start())
        return "", start


@cache
def reader(pack: LanguagePack) -> DateReader:
    """Return the reader of a language; it is made once."""
    return DateReader(pack)


def _checked(pattern: DatePattern, pack: LanguagePack) -> tuple[str, ...]:
    where = f"language pack {pack.code}.toml: date pattern {pattern.rule!r}"
    if pattern.rule not in RULES:
        raise LanguagePackError(f"{where}: there is no such rule")
    for form in pattern.forms:
        fields = re.findall(r"\{(\w+)\}", form)
        unknown = [f for f in fields if f.rstrip("2") not in {*_FIELDS, *_VOCABULARY}]
        if unknown or len(set(fields)) < len(fields) or form.count("[") != form.count("]"):
            raise LanguagePackError(f"{where}: {form!r} has a wrong field or bracket")
    return pattern.forms


def _plain(word: str) -> str:
    return re.sub(r"[\s\u2019'\u02bc.]+", " ", word).strip().casefold()


def _alternatives(words: Sequence[str]) -> str:
    """Return the words as a pattern, longest first; one with a capital in the pack asks for it."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    escaped = ["".join(_LITERALS.get(c, re.escape(c)) for c in word) for word in ordered]
    return "|".join(
        f"(?-i:{pattern})" if word[:1].isupper() else pattern
        for word, pattern in zip(ordered, escaped, strict=True)
    )


# --- rules: what the fields of a pattern mean ------------------------------------------------------


def _year(values: _Fields) -> int | None:
    return int(values["year"]) if "year" in values else None


def _month_end(year: int | None, month: int) -> int:
    return calendar.monthrange(year or _LEAP_YEAR, month)[1]


def _day(values: _Fields, _: _Anchors) -> _Calendar:
    day = _valid(_year(values), int(values.get("month", values.get("month_number", ""))), int(values["day"]))
    return _Calendar(day, day, Precision.DAY)


def _iso(values: _Fields, _: _Anchors) -> _Calendar:
    day = dt.date.fromisoformat(values["iso"])
    partial = Partial(day.year, day.month, day.day)
    return _Calendar(partial, partial, Precision.DAY)


def _day_range(values: _Fields, _: _Anchors) -> _Calendar:
    year, month = _year(values), int(values["month"])
    start, end = _valid(year, month, int(values["day"])), _valid(year, month, int(values["day2"]))
    if start.day > end.day:
        raise ValueError("a range ends before it begins")
    return _Calendar(start, end, Precision.RANGE)


def _cross_range(values: _Fields, _: _Anchors) -> _Calendar:
    year = _year(values)
    last_year = int(values["year2"]) if "year2" in values else year
    start = _valid(year, int(values["month"]), int(values["day"]))
    end = _valid(last_year, int(values["month2"]), int(values["day2"]))
    if "year2" not in values:
        start = _year_before(start, end)
    elif (start.year or 0, start.month, start.day) > (end.year or 0, end.month, end.day):
        raise ValueError("a range ends before it begins")
    return _Calendar(start, end, Precision.RANGE)


def _year_before(start: Partial, end: Partial) -> Partial:
    turns = (start.month, start.day) > (end.month, end.day)
    return replace(start, year=start.year - 1) if turns and start.year else start


def _month(values: _Fields, _: _Anchors) -> _Calendar:
    return _whole_months(_year(values), int(values["month"]), int(values["month"]), Precision.MONTH)


def _month_range(values: _Fields, _: _Anchors) -> _Calendar:
    return _whole_months(_year(values), int(values["month"]), int(values["month2"]), Precision.RANGE)


def _whole_months(year: int | None, first: int, last: int, precision: Precision) -> _Calendar:
    start, end = Partial(year, first, 1), Partial(year, last, _month_end(year, last))
    return _Calendar(_year_before(start, end), end, precision)


def _part_of_month(values: _Fields, _: _Anchors) -> _Calendar:
    year, month = _year(values), int(values["month"])
    first, last = _MONTH_PARTS[values["part"]]
    end = Partial(year, month, min(last, _month_end(year, month)))
    return _Calendar(Partial(year, month, first), end, Precision.PART)


def _season(values: _Fields, _: _Anchors) -> _Calendar:
    year, first = _year(values), _SEASON_MONTHS[values["season"]]
    if first == _DECEMBER:  # the winter of a year ends in its February
        return _Calendar(
            Partial(year and year - 1, first, 1), Partial(year, 2, _month_end(year, 2)), Precision.SEASON
        )
    return _whole_months(year, first, first + 2, Precision.SEASON)


def _whole_year(values: _Fields, _: _Anchors) -> _Calendar:
    year = int(values["year"])
    return _Calendar(Partial(year, 1, 1), Partial(year, 12, 31), Precision.YEAR)


def _year_range(values: _Fields, _: _Anchors) -> _Calendar:
    first, last = int(values["year"]), int(values["year2"])
    if first > last:
        raise ValueError("a range ends before it begins")
    return _Calendar(Partial(first, 1, 1), Partial(last, 12, 31), Precision.RANGE)


def _since_year(values: _Fields, _: _Anchors) -> _Days:
    return _Days(dt.date(int(values["year"]), 1, 1), None, Precision.OPEN, Basis.EXPLICIT)


def _part_of_year(values: _Fields, _: _Anchors) -> _Calendar:
    first, last = _YEAR_PARTS[values["part"]]
    return _whole_months(int(values["year"]), first, last, Precision.PART)


def _towards(rule: Callable[[_Fields, _Anchors], _Calendar], direction: int) -> "_Rule":
    return lambda values, anchors: replace(rule(values, anchors), direction=direction, apart=True)


def _valid(year: int | None, month: int, day: int) -> Partial:
    dt.date(year or _LEAP_YEAR, month, day)  # raises ValueError where there is no such day
    return Partial(year, month, day)


# --- rules that count from the day of publication, or from a day that the text named ---------------


def _open(precision: Precision) -> _Days:
    return _Days(None, None, precision, Basis.NONE)


def _shifted(days: int) -> "_Rule":
    def rule(_: _Fields, anchors: _Anchors) -> _Days:
        if anchors[0] is None:
            return _open(Precision.DAY)
        day = anchors[0] + dt.timedelta(days)
        return _Days(day, day, Precision.DAY)

    return rule


def _today(values: _Fields, anchors: _Anchors) -> _Days:
    """Read "today", and "ce lundi" as the Monday that lies nearest."""
    if anchors[0] is None:
        return _open(Precision.DAY)
    ahead = (int(values.get("weekday", anchors[0].isoweekday())) - anchors[0].isoweekday()) % _WEEK
    day = anchors[0] + dt.timedelta(ahead if ahead <= _WEEK // 2 else ahead - _WEEK)
    return _Days(day, day, Precision.DAY)


def _overnight(_: _Fields, anchors: _Anchors) -> _Days:
    if anchors[0] is None:
        return _open(Precision.RANGE)
    return _Days(anchors[0] - dt.timedelta(1), anchors[0], Precision.RANGE)


def _weekday(sign: int, *, apart: bool = True) -> "_Rule":
    """Return the rule for the weekday before or after the day of publication, or that day if not `apart`."""

    def rule(values: _Fields, anchors: _Anchors) -> _Days:
        if anchors[0] is None:
            return _open(Precision.DAY)
        gap = sign * (int(values["weekday"]) - anchors[0].isoweekday()) % _WEEK
        day = anchors[0] + dt.timedelta(sign * (gap or (_WEEK if apart else 0)))
        return _Days(day, day, Precision.DAY)

    return rule


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
        return dt.date(year, month + 1, 1), dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
    return dt.date(day.year + offset, 1, 1), dt.date(day.year + offset, 12, 31)


_UNIT_PRECISION = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
}


def _unit(offset: int) -> "_Rule":
    def rule(values: _Fields, anchors: _Anchors) -> _Days:
        precision = _UNIT_PRECISION[values["unit"]]
        if anchors[0] is None:
            return _open(precision)
        return _Days(*unit_around(anchors[0], values["unit"], offset), precision)

    return rule


def _ago(values: _Fields, anchors: _Anchors) -> _Days:
    unit, count = values["unit"], int(values["count"])
    precision = _UNIT_PRECISION[unit]
    if anchors[0] is None:
        return _open(precision)
    if unit == "week":  # "a week ago" is the day seven days before
        day = anchors[0] - dt.timedelta(weeks=count)
        return _Days(day, day, Precision.DAY)
    if unit == "year":  # "a year ago" is the month twelve months before
        return _Days(*unit_around(anchors[0], "month", -_DECEMBER * count), Precision.MONTH)
    return _Days(*unit_around(anchors[0], unit, -count), precision)


def _from_last(sign: int) -> "_Rule":
    def rule(values: _Fields, anchors: _Anchors) -> _Days:
        unit, count = values.get("unit", "day"), int(values.get("count", 1))
        if anchors[1] is None:
            return _open(Precision.DAY)
        if unit in ("day", "week"):
            day = anchors[1] + dt.timedelta(sign * count * (7 if unit == "week" else 1))
            return _Days(day, day, Precision.DAY, Basis.TEXT)
        return _Days(*unit_around(anchors[1], unit, sign * count), _UNIT_PRECISION[unit], Basis.TEXT)

    return rule


def _same_as_last(_: _Fields, anchors: _Anchors) -> _Days:
    if anchors[1] is None:
        return _open(Precision.DAY)
    return _Days(anchors[1], anchors[1], Precision.DAY, Basis.TEXT)


def _bare_day(values: _Fields, anchors: _Anchors) -> _Days:
    anchor, basis = (anchors[1], Basis.TEXT) if anchors[1] else (anchors[0], Basis.PUBLISHED)
    if anchor is None:
        return _open(Precision.DAY)
    day = dt.date(anchor.year, anchor.month, int(values["day"]))
    if anchors[0] and day > anchors[0]:
        before = unit_around(day, "month", -1)[0]
        day = dt.date(before.year, before.month, int(values["day"]))
    return _Days(day, day, Precision.DAY, basis)


def _coming(_: _Fields, anchors: _Anchors) -> _Days:
    return _Days(anchors[0], None, Precision.OPEN) if anchors[0] else _open(Precision.OPEN)


def _end_of_this(values: _Fields, anchors: _Anchors) -> _Days:
    if anchors[0] is None:
        return _open(Precision.DAY)
    end = unit_around(anchors[0], values["unit"], 0)[1]
    return _Days(end, end, Precision.DAY)


def _part_of_month_at(offset: int) -> "_Rule":
    def rule(values: _Fields, anchors: _Anchors) -> _Days:
        if anchors[0] is None:
            return _open(Precision.PART)
        first, last = _MONTH_PARTS[values["part"]]
        start, end = unit_around(anchors[0], "month", offset)
        return _Days(start.replace(day=first), end.replace(day=min(last, end.day)), Precision.PART)

    return rule


def _part_of_year_at(offset: int) -> "_Rule":
    def rule(values: _Fields, anchors: _Anchors) -> _Days:
        if anchors[0] is None:
            return _open(Precision.PART)
        year = anchors[0].year + offset
        meaning = _part_of_year({**values, "year": str(year)}, anchors)
        return _Days(meaning.start.on(year), meaning.end.on(year), Precision.PART)

    return rule


_Rule = Callable[[_Fields, _Anchors], _Calendar | _Days]

RULES: Mapping[str, _Rule] = {
    "day": _day,
    "day_past": _towards(_day, -1),
    "day_next": _towards(_day, +1),
    "numeric": _day,
    "iso": _iso,
    "day_range": _day_range,
    "cross_range": _cross_range,
    "month": _month,
    "month_past": _towards(_month, -1),
    "month_next": _towards(_month, +1),
    "month_range": _month_range,
    "part_of_month": _part_of_month,
    "season": _season,
    "season_past": _towards(_season, -1),
    "year": _whole_year,
    "year_range": _year_range,
    "since_year": _since_year,
    "part_of_year": _part_of_year,
    "today": _today,
    "yesterday": _shifted(-1),
    "before_yesterday": _shifted(-2),
    "tomorrow": _shifted(1),
    "overnight": _overnight,
    "weekday": _weekday(-1, apart=False),
    "last_weekday": _weekday(-1),
    "coming_weekday": _weekday(+1, apart=False),
    "next_weekday": _weekday(+1),
    "last_unit": _unit(-1),
    "this_unit": _unit(0),
    "next_unit": _unit(+1),
    "ago": _ago,
    "coming": _coming,
    "end_of_this": _end_of_this,
    "part_of_this_month": _part_of_month_at(0),
    "part_of_last_month": _part_of_month_at(-1),
    "part_of_this_year": _part_of_year_at(0),
    "part_of_last_year": _part_of_year_at(-1),
    "after_last": _from_last(+1),
    "day_after_last": _from_last(+1),
    "before_last": _from_last(-1),
    "day_before_last": _from_last(-1),
    "same_as_last": _same_as_last,
    "bare_day": _bare_day,
}


# --- intervals to records --------------------------------------------------------------------------


def _as_expression(meaning: _Calendar | _Days, span: Span, published: dt.date | None) -> TimeExpression:
    if isinstance(meaning, _Days):
        edtf = edtf_of(meaning.start, meaning.end, meaning.precision)
        return TimeExpression(span, meaning.start, meaning.end, edtf, meaning.precision, meaning.basis)
    days = _in_year(meaning, published)
    if days is None:
        edtf = _open_year_edtf(meaning)
        return TimeExpression(span, None, None, edtf, meaning.precision, Basis.NONE)
    basis = Basis.EXPLICIT if meaning.end.year else Basis.PUBLISHED
    start, end = days
    return TimeExpression(span, start, end, edtf_of(start, end, meaning.precision), meaning.precision, basis)


def _in_year(meaning: _Calendar, published: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """Return the days in the year told or, where none was, in the year nearest to the publication.

    None where that is not known, or where no year near to it has the day (29 February).
    """
    if meaning.end.year:
        return meaning.start.on(meaning.start.year or meaning.end.year), meaning.end.on(meaning.end.year)
    if published is None:
        return None

    def interval(year: int) -> tuple[dt.date, dt.date]:
        end = meaning.end.on(year)
        start = meaning.start.on(year)
        return (start if start <= end else meaning.start.on(year - 1)), end

    def distance(year: int) -> int:
        start, end = interval(year)
        if start <= published <= end:
            return 366 if meaning.apart else 0
        ahead = (start - published).days
        if ahead > 0:
            return ahead * (_FUTURE_WEIGHT if meaning.direction == 0 else 1 if meaning.direction > 0 else 9)
        return (published - end).days * (9 if meaning.direction > 0 else 1)

    years = [published.year + n for n in (0, -1, 1)]
    if meaning.precision is Precision.DAY:
        years = [year for year in years if meaning.end.is_in(year)]
    return interval(min(years, key=distance)) if years else None


def _open_year_edtf(meaning: _Calendar) -> str:
    if meaning.precision is Precision.MONTH:
        return f"XXXX-{meaning.start.month:02d}"
    if meaning.start == meaning.end:
        return meaning.start.edtf()
    return f"{meaning.start.edtf()}/{meaning.end.edtf()}"


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
    return start.day == 1 and end.day == _month_end(end.year, end.month)


# --- relations: "since", "until", "by", "as of" before an expression -------------------------------


def _since(time: TimeExpression, values: _Fields, _: dt.date | None) -> TimeExpression:
    start = time.start
    middle = values.get("part") == "mid" and start and time.end
    if middle and start and time.end:
        month = start if "month" in values else dt.date(start.year, 6, 1)
        start = month.replace(day=_MIDDLE_DAY)
    edtf = edtf_of(start, None) if start else time.edtf and f"{time.edtf.split('/')[0]}/.."
    if edtf and start is None and values.get("part") == "mid" and "month" in values:
        edtf = f"XXXX-{int(values['month']):02d}-{_MIDDLE_DAY}/.."
    return replace(time, start=start, end=None, edtf=edtf, precision=Precision.OPEN)


def _until(time: TimeExpression, _: _Fields, __: dt.date | None) -> TimeExpression:
    if time.start and time.end is None:
        return time  # "until shortly": there is no end to reach
    edtf = edtf_of(None, time.end) if time.end else time.edtf and f"../{time.edtf.split('/')[-1]}"
    return replace(time, start=None, edtf=edtf, precision=Precision.OPEN)


def _by(time: TimeExpression, values: _Fields, published: dt.date | None) -> TimeExpression:
    """Read "by X" from the day of publication to X, and a past X as an open start."""
    if published is None or time.end is None or time.end < published:
        return _until(time, values, published)
    return replace(
        time,
        start=published,
        edtf=edtf_of(published, time.end),
        precision=Precision.RANGE,
        basis=Basis.PUBLISHED,
    )


_RELATE: Mapping[str, Callable[[TimeExpression, _Fields, dt.date | None], TimeExpression]] = {
    "since": _since,
    "until": _until,
    "by": _by,
    "as_of": _until,
}


def week_later(time: TimeExpression) -> TimeExpression:
    """Return the same weekday of the week after; a range that ends on it ("by Friday") stays as it is."""
    if time.precision is Precision.RANGE:
        return time
    week = dt.timedelta(weeks=1)
    start, end = time.start and time.start + week, time.end and time.end + week
    return replace(time, start=start, end=end, edtf=edtf_of(start, end, time.precision))
