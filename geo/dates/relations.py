"""What a word before an expression makes of it: "since", "until", "by", "before", "as of"."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from geo.dates.forms import SPACE, alternatives
from geo.dates.intervals import edtf_of, from_day
from geo.dates.meanings import LEAP_YEAR, Fields
from geo.errors import LanguagePackError
from geo.languages import LanguagePack
from geo.records import Precision, TimeExpression

# On which side of the publication a date without a year lies behind the word; elsewhere, the nearest.
DIRECTIONS: Mapping[str, int] = {"since": -1, "by": +1, "not_before": +1}
# A weekday behind these is the one to come: "by Friday".
AHEAD = frozenset({"by", "before"})
# What only bounds an event is not the day that "the same day" counts from.
BOUNDS = frozenset({"by", "before", "until"})
_MIDDLE_DAY = 15
_MONTH = 31


def related(relation: str, time: TimeExpression, values: Fields, published: dt.date | None) -> TimeExpression:
    """Return `time` with its interval opened or shortened as the word before it asks."""
    return _RELATE[relation](time, values, published) if relation else time


def patterns(pack: LanguagePack) -> list[tuple[str, re.Pattern[str]]]:
    """Return the words of a pack that stand right before an expression, by what they do to it.

    Raises
    ------
    LanguagePackError
        The pack names a relation that there is not.
    """
    table = pack.dates.vocabulary["relations"]
    unknown = sorted(set(table) - set(_RELATE))
    if unknown:
        raise LanguagePackError(f"language pack {pack.code}.toml: no relation is called {unknown[0]!r}")
    return [(name, _right_before(words)) for name, words in table.items()]


def any_before(pack: LanguagePack) -> re.Pattern[str]:
    """Return a pattern of all these words: before most expressions there is none."""
    table = pack.dates.vocabulary["relations"]
    return _right_before([word for words in table.values() for word in words])


def _right_before(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?:{SPACE})?$", re.IGNORECASE)


def patterns_behind(pack: LanguagePack) -> list[tuple[str, re.Pattern[str]]]:
    """Return the words of a pack that stand right behind an expression: "le 15 mai au plus tard"."""
    table = pack.dates.vocabulary["relations_behind"]
    return [
        (name, re.compile(rf"(?:{SPACE})(?:{alternatives(words)})(?!\w)", re.IGNORECASE))
        for name, words in table.items()
    ]


def _since(time: TimeExpression, values: Fields, _: dt.date | None) -> TimeExpression:
    start = time.start
    middle = values.get("part") == "mid" and start and time.end
    if middle and start and time.end:
        of_year = (time.end - start).days > _MONTH
        start = (dt.date(start.year, 6, 1) if of_year else start).replace(day=_MIDDLE_DAY)
    edtf = edtf_of(start, None) if start else time.edtf and f"{time.edtf.split('/')[0]}/.."
    if edtf and start is None and values.get("part") == "mid" and "month" in values:
        edtf = f"XXXX-{int(values['month']):02d}-{_MIDDLE_DAY}/.."
    return replace(time, start=start, end=None, edtf=edtf, precision=Precision.OPEN)


def _until(time: TimeExpression, _: Fields, __: dt.date | None) -> TimeExpression:
    if time.start and time.end is None:
        return time  # "until shortly": there is no end to reach
    edtf = edtf_of(None, time.end) if time.end else time.edtf and f"../{time.edtf.split('/')[-1]}"
    return replace(time, start=None, edtf=edtf, precision=Precision.OPEN)


def _up_to(time: TimeExpression, values: Fields, published: dt.date | None) -> TimeExpression:
    """Read "avaient quitté A au 31 octobre" as all until that day, and one to come as the day itself.

    So it is in "a été reporté au 31 décembre".
    """
    past = published is not None and time.end is not None and time.end <= published
    return _until(time, values, published) if past else time


def _by(time: TimeExpression, values: Fields, published: dt.date | None) -> TimeExpression:
    """Read "by X" from the day of publication to X, and a past X as an open start."""
    if published is None or time.end is None or time.end < published:
        return _until(time, values, published)
    return from_day(time, published)


def _before(time: TimeExpression, values: Fields, published: dt.date | None) -> TimeExpression:
    """Read "before X" as by the day before X begins; the end of something is its own limit."""
    if time.start is None:
        first = (time.edtf or "").split("/")[0]
        edtf = f"../{_day_before(first)}" if first.startswith("XXXX") else None
        return replace(time, edtf=edtf, precision=Precision.OPEN)
    if values.get("part") == "late" or values.get("unit"):
        return _by(time, values, published)
    return _by(replace(time, start=None, end=time.start - dt.timedelta(1)), values, published)


def _day_before(open_day: str) -> str:
    """Return the day before one whose year nobody told; before 1 March it is some day of February."""
    month, *days = map(int, open_day.split("-")[1:])
    day = days[0] if days else 1
    if (month, day) == (3, 1):
        return "XXXX-02"
    return f"XXXX{(dt.date(LEAP_YEAR, month, day) - dt.timedelta(1)).isoformat()[4:]}"


def _at(time: TimeExpression, _: Fields, __: dt.date | None) -> TimeExpression:
    return time  # "on the night of 7 November", "dès lundi": the words belong to the date, and leave it


_RELATE: Mapping[str, Callable[[TimeExpression, Fields, dt.date | None], TimeExpression]] = {
    "since": _since,
    "from": _since,
    "not_before": _since,
    "until": _until,
    "by": _by,
    "before": _before,
    "as_of": _until,
    "up_to": _up_to,
    "at": _at,
}
