"""The gazetteer: places, their names and how far they reach.

The file is a Linked Places Format collection (GeoJSON with names); this room reads the part of it that
the program needs and refuses a file that breaks a rule, naming the entry.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName
from geo.text import Token, fold, glued

_CHECKOUT = Path(__file__).resolve().parent.parent / "gazetteer.json"
_INSTALLED = Path(__file__).resolve().parent / "data" / "gazetteer.json"
MAX_LAT, MAX_LON = 90.0, 180.0
# A name shorter than this is looked for in capitals only, as it is written ("UK").
_SHORT = 3
# A word in capitals up to this length is an acronym ("NIS" is not Niš), unless its neighbours shout too.
_ACRONYM = 5
_AROUND = 20
_AFTER_DATELINE = re.compile(r"\s?[,(\u2013\u2014-]")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Words ``[first, last)`` of a sentence that are a name, and the entries that bear it."""

    first: int
    last: int
    entries: tuple[GazetteerEntry, ...]

    @property
    def trusted(self) -> bool:
        """True where an entry that people keep bears the name."""
        return any(entry.curated for entry in self.entries)


class Gazetteer:
    """Places by id and by name.

    Parameters
    ----------
    entries
        Each with an id of its own.

    Raises
    ------
    GazetteerError
        Two entries share an id; the message names it.
    """

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        self.entries = tuple(entries)
        self._by_id: dict[str, GazetteerEntry] = {}
        self._by_key: dict[str, list[GazetteerEntry]] = {}
        self._acronyms: set[str] = set()
        self._written_small: set[str] = set()
        self._with_kind_word: set[str] = set()  # names that begin in lower case: "aéroport de Sunan"
        self._longest: dict[str, int] = {}
        for entry in self.entries:
            if entry.place.id in self._by_id:
                raise GazetteerError(f"gazetteer: two entries have the id {entry.place.id}; keep one of them")
            self._by_id[entry.place.id] = entry
            for name in {n.toponym for n in entry.names} | {entry.place.name}:
                self._index(name, entry)

    def _index(self, name: str, entry: GazetteerEntry) -> None:
        key = fold(name)
        if not key:
            return
        bearers = self._by_key.setdefault(key, [])
        if entry not in bearers:
            bearers.append(entry)
        letters = [c for c in name if c.isalpha()]
        if all(c.isupper() for c in letters) and len(letters) <= _SHORT + 2 and name.isascii():
            self._acronyms.add(key)
        else:
            self._written_small.add(key)
        if name[:1].islower():
            self._with_kind_word.add(key)
        words = key.split(" ")
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def by_id(self, place_id: str) -> GazetteerEntry | None:
        """Return the entry with that id, or None."""
        return self._by_id.get(place_id)

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the entries that bear `name`, regardless of case and accents; larger places first."""
        return tuple(sorted(self._by_key.get(fold(name), ()), key=_importance))

    def scan(self, text: str, tokens: Sequence[Token]) -> Iterator[NameMatch]:
        """Yield the names among the words of a sentence, leftmost and longest first, without overlaps.

        A name has a capital, at its beginning unless the gazetteer writes it without ("aéroport de
        Sunan"); one that is in capitals in the gazetteer ("UK", "RDC") is found in capitals only.
        """
        at = 0
        while at < len(tokens):
            match = self._match_at(text, tokens, at)
            if match:
                yield match
            at = match.last if match else at + 1

    def _match_at(self, text: str, tokens: Sequence[Token], at: int) -> NameMatch | None:
        longest = self._longest.get(tokens[at].key, 0)
        if not longest:
            return None
        capital = _may_begin_a_name(text[tokens[at].start])
        for last in range(min(at + longest, len(tokens)), at, -1):
            key = " ".join(t.key for t in tokens[at:last])
            bearers = self._by_key.get(key)
            if not bearers or not (capital or key in self._with_kind_word):
                continue
            if self._is_written_so(text, tokens[at:last], key):
                return NameMatch(at, last, tuple(sorted(bearers, key=_importance)))
        return None

    def _is_written_so(self, text: str, words: Sequence[Token], key: str) -> bool:
        if any(not glued(text, a, b) for a, b in pairwise(words)):
            return False
        written = "".join(text[w.start : w.end] for w in words)
        if key in self._acronyms and key not in self._written_small:
            return written.isupper()
        if not any(_may_begin_a_name(text[w.start]) for w in words):
            return False
        if written.isascii() and written.isupper() and len(written) <= _ACRONYM:
            return _is_shouting(text, words)
        return len(written) >= _SHORT or not written.isascii()


def _is_shouting(text: str, words: Sequence[Token]) -> bool:
    """Tell whether the letters around words are capitals too, as in a headline or a dateline."""
    line = text[text.rfind("\n", 0, words[0].start) + 1 : words[0].start]
    if not line.strip() and _AFTER_DATELINE.match(text, words[-1].end):  # "SEOUL, Oct 18 —"
        return True
    around = text[max(0, words[0].start - _AROUND) : words[0].start], text[words[-1].end :][:_AROUND]
    nearest = [re.findall(r"[^\W\d_]{2,}", side) for side in around]
    return any(side and side[where].isupper() for side, where in zip(nearest, (-1, 0), strict=True))


def _may_begin_a_name(letter: str) -> bool:
    return letter.isupper() or (letter.isalpha() and not letter.islower())


_KIND_RANK = {kind: rank for rank, kind in enumerate(PlaceKind)}


def _importance(entry: GazetteerEntry) -> tuple[int, int, str]:
    return -(entry.population or 0), _KIND_RANK[entry.place.kind], entry.place.id


@cache
def default() -> Gazetteer:
    """Return the gazetteer that comes with the program."""
    return load(_CHECKOUT if _CHECKOUT.exists() else _INSTALLED)


def load(path: Path) -> Gazetteer:
    """Read a Linked Places Format file.

    Raises
    ------
    GazetteerError
        The file cannot be read, is not JSON or no such collection, or an entry breaks a rule:
        duplicate id, coordinate out of range or not a number, unknown kind, no name. One line that
        names the file and the entry.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise GazetteerError(f"{path}: the gazetteer cannot be read: {error}") from error
    except json.JSONDecodeError as error:
        message = f"{path}: not JSON at line {error.lineno}, column {error.colno}: {error.msg}"
        raise GazetteerError(message) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise GazetteerError(f"{path}: not JSON: {error}") from error
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise GazetteerError(f"{path}: not a Linked Places collection: there is no list of features")
    try:
        return Gazetteer(_entry(feature, number) for number, feature in enumerate(features, 1))
    except GazetteerError as error:
        raise GazetteerError(f"{path}: {error}") from error


def _entry(feature: Mapping[str, Any], number: int) -> GazetteerEntry:
    label = f"entry {number}"
    try:
        label = f"entry {number} ({feature['@id']})"
        properties = feature["properties"]
        lon, lat = _coordinates(feature, label)
        place = Place(
            id=str(feature["@id"]),
            name=str(properties["title"]),
            country_code=properties["country_code"],
            kind=PlaceKind(properties["kind"]),
            lat=lat,
            lon=lon,
            radius_km=_positive(properties["radius_km"]),
        )
        names = tuple(PlaceName(str(n["toponym"]), str(n.get("lang", "und"))) for n in feature["names"])
        source, licence = str(properties["source"]), str(properties["licence"])
    except GazetteerError:
        raise
    except (KeyError, TypeError, ValueError) as error:
        raise GazetteerError(f"{label}: wrong or missing {error}") from error
    capital = properties.get("capital") is True
    return GazetteerEntry(place, names, properties.get("population"), source, licence, capital=capital)


def _coordinates(feature: Mapping[str, Any], label: str) -> tuple[float, float]:
    lon, lat = (float(value) for value in feature["geometry"]["coordinates"][:2])
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise GazetteerError(f"{label}: a coordinate is not a number; give [longitude, latitude] in degrees")
    if abs(lat) > MAX_LAT or abs(lon) > MAX_LON:
        raise GazetteerError(
            f"{label}: [{lon:g}, {lat:g}] is out of range; give [longitude, latitude] in degrees"
        )
    return lon, lat


def _positive(value: float) -> float:
    number = float(value)
    if not math.isfinite(number) or number < 0:
        raise ValueError("radius_km: not a distance")
    return number
