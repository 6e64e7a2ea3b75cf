"""Strategies for what a hostile or careless hand may write: words that the readers know, and noise."""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from geo import languages
from geo.dates import forms

ROOT = Path(__file__).parents[2]
CODES = languages.available()
# What cannot be seen, what is seen as something else, and letters whose case has a length of its own.
UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f\u202a\u202e\u2066\u2069"
SPACES = " \u00a0\u202f\u2009\u3000\t\n\r\x0b\x0c\x1c\x85\u2028\u2029\x00"
MARKS = "\u0301\u0308\u0327\u0307\u0338\u20dd\u3099\u0483\u05b0\uff9e\u037a\U000e0100"
ALIKE = "İıſKßẞΣςŉǆΐﬁﬆœÆ№½²Ⅻ①０９Ｋａ٣۴८₂🄀㎞ªº…‥"
SIGNS = ".,;:!?'’ʼ\"«»“”()[]{}<>/\\|-‐‑–—−+%$€°&#@*_=~`…•"
NOISE = UNSEEN + SPACES + MARKS + ALIKE + SIGNS
PLACES = (
    *("Koursk", "Kursk", "Курск", "Курске", "Port-au-Prince", "Corée du Nord", "Séoul", "N’Djamena", "Gao"),
    *("Saint-Pétersbourg", "Nordkorea", "Москве", "al-Bab", "Abéché", "São Tomé", "USA", "Kyjiw", "Zürich"),
)
DAYS = st.none() | st.dates() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)])

# A report of each language: what it tells is the same however its letters are written.
SAMPLES = {
    "fr": "Mille cinq cents soldats nord-coréens sont arrivés à Vladivostok entre le 8 et le 13 octobre, "
    "selon les renseignements sud-coréens. En février 2022, une centaine de policiers kényans étaient à "
    "Port-au-Prince.",
    "en": "About three thousand North Korean troops left Wonsan for Vladivostok in early October, the agency "
    "said on Friday. Two battalions are stationed near Port-au-Prince since last August.",
    "de": "Rund zweitausend nordkoreanische Soldaten sind am 3. Oktober in Wladiwostok angekommen, sagte der "
    "Sprecher am Freitag. Die Brigade wurde nach Köln verlegt.",
    "es": "Unos mil soldados franceses llegaron a Bogotá el 3 de octubre, según el ministerio. La misión "
    "española permanece en Yamena desde febrero.",
    "ru": "Около трёх тысяч северокорейских солдат прибыли во Владивосток в начале октября, сообщил министр. "
    "Российский батальон находится в Курске с августа.",
}


@cache
def number_words(code: str) -> Sequence[str]:
    words = languages.load(code).numbers
    tables = (words.words, words.multipliers, words.units, words.collectives)
    small = words.conjunctions | words.range_between | words.range_and | words.range_from | words.range_to
    return sorted({word for table in tables for word in table} | small)


@cache
def known_words(code: str) -> Sequence[str]:
    """Return the single words that a pack's lexicon holds: events, forces, sources, hedges."""
    return sorted(languages.load(code).lexicon.words())


@cache
def date_words(code: str, table: str) -> Sequence[str]:
    groups = languages.load(code).dates.vocabulary[table].values()
    return sorted({word for group in groups for word in group})


@cache
def _sentences() -> Mapping[str, Sequence[str]]:
    found = {code: re.split(r"(?<=[.!?])\s", SAMPLES[code]) for code in CODES}
    for path in sorted((ROOT / "seeds").glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---", 2)[2]
        if path.name[:2] in found:
            found[path.name[:2]] += [p.strip() for p in re.split(r"(?<=[.!?])\s|\n\n", body) if p.strip()]
    return found


def sentences(code: str) -> Sequence[str]:
    """Return sentences of the sample reports of a language."""
    return _sentences()[code]


# --- numbers and dates -----------------------------------------------------------------------------


def digits() -> st.SearchStrategy[str]:
    """Make digits with odd separators, of any length and script."""
    runs = st.lists(st.text("0123456789", min_size=1, max_size=4), min_size=1, max_size=5)
    joined = st.builds(
        str.join, st.sampled_from([".", ",", " ", "\u00a0", "\u202f", "'", "-", "/", ":"]), runs
    )
    long = st.builds(lambda d, n: d * n, st.sampled_from("019"), st.integers(8, 400))
    return joined | joined | long | st.text("0123456789٣۴८０９²½", min_size=1, max_size=6)


_FIELDS = {
    "day": st.integers(0, 33).map(str),
    "day_ordinal": st.builds(
        "{}{}".format, st.integers(0, 33), st.sampled_from(["er", "st", "nd", "rd", "th"])
    ),
    "month_number": st.integers(0, 14).map("{:02d}".format),
    "year": st.integers(1690, 2110).map(str),
    "short_year": st.integers(0, 99).map("’{:02d}".format) | st.integers(30, 99).map(str),
    "bare_year": st.integers(1690, 2110).map(str),
    "decade": st.integers(169, 210).map("{}0".format),
    "short_decade": st.integers(3, 9).map("{}0".format),
    "iso": st.dates().map(dt.date.isoformat) | st.just("2024-02-30"),
    "hour": st.integers(0, 25).map(str),
    "minute": st.integers(0, 61).map("{:02d}".format),
}


def _field(code: str, name: str) -> st.SearchStrategy[str]:
    name = name.rstrip("2")
    if name in _FIELDS:
        return _FIELDS[name]
    words = st.sampled_from(date_words(code, forms.TABLES[name]))
    return words | st.integers(0, 99).map(str) if name == "count" else words


@st.composite
def date(draw: st.DrawFn, code: str) -> str:
    """Make an expression of time after one of the forms of a pack."""
    pattern = draw(st.sampled_from(languages.load(code).dates.patterns))
    form = re.sub(r"\[![^\]]*\]", "", draw(st.sampled_from(pattern.forms)))
    form = re.sub(r"<([^>]*)>", lambda m: draw(st.sampled_from(m[1].split("|"))), form)
    while "[" in form:
        form = re.sub(r"\[([^\[\]]*)\]", lambda m: m[1] if draw(st.booleans()) else "", form)
    words = re.sub(r"\{(\w+)\}", lambda m: draw(_field(code, m[1])), form)
    if draw(st.booleans()):
        words = f"{draw(st.sampled_from(date_words(code, 'relations')))} {words}"
    return words


# --- texts -----------------------------------------------------------------------------------------


_CASES: Sequence[Callable[[str], str]] = (str, str, str, str.upper, str.title, str.swapcase)
_JOINS = (*(" ",) * 8, "\u00a0", "-", "", ", ", ". ", "\n", "\n\n", " – ", "’", " (", "\u200b ")


def _piece(code: str) -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(number_words(code)),
        st.sampled_from(known_words(code)),
        st.sampled_from(PLACES),
        digits(),
        date(code),
        st.text(NOISE, max_size=4),
    )


@st.composite
def text(draw: st.DrawFn, code: str, piece: st.SearchStrategy[str] | None = None, most: int = 14) -> str:
    """Make a text of pieces, with noise in it and, at times, one piece very often."""
    pieces = draw(st.lists(_piece(code) if piece is None else piece, max_size=most))
    made = "".join(part for word in pieces for part in (word, draw(st.sampled_from(_JOINS))))
    made = draw(st.sampled_from(_CASES))(made)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(made)))
        made = made[:at] + draw(st.sampled_from(NOISE)) + made[at:]
    if pieces and draw(st.integers(0, 9)) == 0:
        made += (pieces[0] + draw(st.sampled_from(_JOINS))) * draw(st.integers(20, 200))
    return made


def report(code: str) -> st.SearchStrategy[str]:
    """Make a report: sentences of the samples of a language, and pieces of any other between them."""
    told = st.sampled_from(sentences(code))
    return text(code, told | told.map(_halved) | _piece(code), most=8)


def _halved(sentence: str) -> str:
    """Return the first half of a sentence, which may end anywhere."""
    return sentence[: len(sentence) // 2]


@st.composite
def disturbed(draw: st.DrawFn, plain: str) -> str:
    """Write a text otherwise, so that it reads the same: letters apart from accents, signs nobody sees."""
    made = list(plain)
    letters = [n for n in range(1, len(plain)) if plain[n - 1].isalpha() and plain[n].isalpha()]
    gaps = [
        n
        for n in range(1, len(plain) - 1)
        if plain[n] == " " and plain[n - 1].isalpha() and plain[n + 1].isalpha()
    ]
    for _ in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(["unseen", "unseen", "NFD", "space", "break"]))
        if kind == "unseen" and letters:
            at = draw(st.sampled_from(letters))
            made[at] = draw(st.sampled_from("\u200b\u00ad\u2060\u200d")) + plain[at]
        elif kind == "NFD" and letters:
            at = draw(st.sampled_from(letters))
            made[at] = unicodedata.normalize("NFD", plain[at])
        elif gaps:
            at = draw(st.sampled_from(gaps))
            made[at] = "\n" if kind == "break" and plain[at + 1].islower() else "\u00a0"
    return "".join(made)


# --- objects and files -----------------------------------------------------------------------------


STRINGS = st.one_of(
    st.text(max_size=12),
    st.text(NOISE + "ab12", max_size=8),
    st.sampled_from(
        ["", " ", "\ud800", "\udfff\ud800", "=1+1", "../../x", "CON", "a\nb", "\r", "x" * 20_000]
    ),
    st.sampled_from(PLACES),
)
HUGE = st.sampled_from([2**63, -(2**63) - 1, 10**308, 10**309, 10**400, -(10**400), 10**4299])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-200, 200), st.floats(), HUGE, STRINGS, st.dates().map(str)
)


VALUES = st.recursive(
    SCALARS, lambda of: st.lists(of, max_size=3) | st.dictionaries(STRINGS, of, max_size=3), max_leaves=6
)
# A list of lists as deep as a JSON reader goes; `written` puts it in, since no object is made of it here.
_DEEP = "deep in lists: "
ANY = VALUES | st.sampled_from([f"{_DEEP}{depth}" for depth in (100, 1_900, 1_950, 1_970, 1_990, 3_000)])


def written(value: object) -> bytes:
    """Return a value as JSON."""
    told = json.dumps(value)
    return re.sub(rf'"{_DEEP}(\d+)"', lambda m: "[" * int(m[1]) + "]" * int(m[1]), told).encode()


def places_in(value: Any, at: tuple[Any, ...] = ()) -> Sequence[tuple[Any, ...]]:
    """Return the paths to every value inside a JSON value, its own first."""
    found = [at]
    if isinstance(value, dict):
        found += [path for key in value for path in places_in(value[key], (*at, key))]
    elif isinstance(value, list):
        found += [path for n in range(len(value)) for path in places_in(value[n], (*at, n))]
    return found


def put(value: Any, at: tuple[Any, ...], new: object) -> Any:
    """Return a JSON value with another at a path."""
    if not at:
        return new
    if isinstance(value, dict):
        return {**value, at[0]: put(value[at[0]], at[1:], new)}
    return [*value[: at[0]], put(value[at[0]], at[1:], new), *value[at[0] + 1 :]]


def cut(value: Any, at: tuple[Any, ...]) -> Any:
    """Return a JSON value without the key or item at a path."""
    if len(at) > 1:
        return put(value, at[:1], cut(value[at[0]], at[1:]))
    if isinstance(value, dict):
        return {key: kept for key, kept in value.items() if key != at[0]}
    return [*value[: at[0]], *value[at[0] + 1 :]]


@st.composite
def changed(draw: st.DrawFn, value: Any) -> Any:
    """Make a JSON value with some of what stands in it exchanged or left out."""
    for _ in range(draw(st.integers(1, 3))):
        paths = places_in(value)
        at = paths[draw(st.integers(0, len(paths) - 1))]
        value = cut(value, at) if at and draw(st.integers(0, 4)) == 0 else put(value, at, draw(ANY))
        if not isinstance(value, dict | list):
            return value
    return value


@st.composite
def spoiled(draw: st.DrawFn, raw: bytes) -> bytes:
    """Make bytes with some cut out, doubled or exchanged."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(raw)))
        end = draw(st.integers(start, min(len(raw), start + 40)))
        new = draw(
            st.sampled_from([b"", raw[start:end] * 2, b"\0", b'"', b"\n", b"\r", b"\xff", b"\xed\xa0\x80"])
        )
        raw = raw[:start] + new + raw[end:]
    return raw


CELLS = STRINGS.filter(lambda s: "\ud800" not in s and "\udfff" not in s)


@st.composite
def table(draw: st.DrawFn, columns: Sequence[str], cells: Mapping[str, Sequence[str]]) -> bytes:
    """Make a table of comma-separated values whose cells are right, nearly right, or anything."""
    header = draw(st.permutations(columns)) if draw(st.booleans()) else list(columns)
    if draw(st.integers(0, 5)) == 0:
        header = [*header[1:], draw(CELLS)]
    lines = [header]
    for _ in range(draw(st.integers(0, 4))):
        lines.append([draw(_cell(cells.get(name, ()))) for name in header])
        if draw(st.integers(0, 5)) == 0:
            lines[-1] = lines[-1][: draw(st.integers(0, 3))] + draw(st.lists(CELLS, max_size=8))
    quote = draw(st.booleans())
    ending = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    written = ending.join(",".join(_quoted(c, always=quote) for c in line) for line in lines)
    bom = draw(st.sampled_from(["", "\ufeff"]))
    return draw(spoiled((bom + written).encode("utf-8", "replace")))


def _cell(right: Sequence[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(right) | st.sampled_from(right) | CELLS if right else CELLS


def _quoted(cell: str, *, always: bool) -> str:
    needs = always or any(c in cell for c in ',"\n\r')
    return '"' + cell.replace('"', '""') + '"' if needs else cell
