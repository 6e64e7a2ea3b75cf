"""Places in the Linked Places Format: read one at a time, and written one a line."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError, named, shown
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName

MAX_LAT, MAX_LON = 90.0, 180.0
_LONGEST_REASON = 160  # characters of what Python says of a value, which repeats it however long it is
# A larger file is refused: its text alone, of four bytes a letter at worst, takes 2 GiB.
MAX_BYTES = 512 * 1024 * 1024
_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Located:
    """A feature as the file has it, its number, and the line on which it begins; both count from 1."""

    feature: Any
    number: int
    line: int

    @property
    def label(self) -> str:
        """What a person finds the entry by: its number, and its id where it has one."""
        return _label(self.feature, self.number)


def _label(feature: object, number: int) -> str:
    place_id = feature.get("@id") if isinstance(feature, dict) else None
    return f"entry {number}" if place_id is None else f"entry {number} ({named(place_id)})"


def read_text(path: Path) -> str:
    """Return the text of a gazetteer file.

    Raises
    ------
    GazetteerError
        It cannot be read, is not UTF-8, or is larger than `MAX_BYTES`.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = f"{MAX_BYTES // 2**20} MiB"
            raise GazetteerError(f"{path}: {size / 2**20:,.0f} MiB, but the limit is {limit}; split the file")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: the gazetteer cannot be read: {error}") from error


def features(text: str) -> Iterator[Located]:
    """Yield the features of a collection as they are read, so that a large file is held once.

    Raises
    ------
    GazetteerError
        The text is not JSON, with line and column, or no collection.
    """
    try:
        at = _features_start(text)
        line, counted = 1, 0
        for number, (feature, start) in enumerate(_elements(text, at), 1):
            line += text.count("\n", counted, start)
            counted = start
            yield Located(feature, number, line)
    except json.JSONDecodeError as error:
        raise GazetteerError(f"not JSON at line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise GazetteerError("not a Linked Places collection: it is nested too deep") from error
    except GazetteerError:
        raise
    except ValueError as error:
        raise GazetteerError("not JSON: it holds a number of too many digits") from error


def head(text: str) -> dict[str, Any]:
    """Return what a collection says of itself, without its features."""
    data: dict[str, Any] = {}
    for key, value, _ in _members(text):
        if key == "features":
            break
        data[key] = value
    return data


def _no_collection() -> GazetteerError:
    return GazetteerError("not a Linked Places collection: there is no list of features")


def _features_start(text: str) -> int:
    """Return where the list of features begins."""
    if text[_after_space(text, 0) :][:1] != "{":
        json.loads(text)  # says where it is not JSON
        raise _no_collection()
    for key, _, at in _members(text):
        if key == "features":
            if text[at : at + 1] != "[":
                raise _no_collection()
            return at
    raise _no_collection()


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


_DECODER = json.JSONDecoder()


def _members(text: str) -> Iterator[tuple[str, Any, int]]:
    """Yield key, value and the value's place of the members before the features, and then these unread."""
    at = _after_space(text, _after_space(text, 0) + 1)
    if text[at : at + 1] == "}":
        _end(text, at + 1)
        return
    while True:
        if text[at : at + 1] != '"':
            raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        key, at = _DECODER.raw_decode(text, at)
        at = _expect(text, _after_space(text, at), ":")
        if key == "features":
            yield key, None, at
        value, end = _DECODER.raw_decode(text, at)
        yield key, value, at
        at = _after_space(text, end)
        if text[at : at + 1] == "}":
            _end(text, at + 1)
            return
        at = _expect(text, at, ",")


def _expect(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise json.JSONDecodeError(f"Expecting {sign!r} delimiter", text, at)
    return _after_space(text, at + 1)


def _end(text: str, at: int) -> None:
    at = _after_space(text, at)
    if at < len(text):
        raise json.JSONDecodeError("Extra data", text, at)


def _elements(text: str, opening: int) -> Iterator[tuple[Any, int]]:
    """Yield the elements of the list that opens at `opening`, and read the rest of the text."""
    at = _after_space(text, opening + 1)
    if text[at : at + 1] != "]":
        while True:
            value, end = _DECODER.raw_decode(text, at)
            yield value, at
            at = _after_space(text, end)
            if text[at : at + 1] == "]":
                break
            at = _expect(text, at, ",")
    at = _after_space(text, at + 1)
    while text[at : at + 1] == ",":
        at = _after_space(text, at + 1)
        if text[at : at + 1] != '"':
            raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        _, at = _DECODER.raw_decode(text, at)
        _, at = _DECODER.raw_decode(text, _expect(text, _after_space(text, at), ":"))
        at = _after_space(text, at)
    if text[at : at + 1] != "}":
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    _end(text, at + 1)


def entries(path: Path, fill: Mapping[str, Any] | None = None) -> Iterator[GazetteerEntry]:
    """Yield the entries of a file as they are read.

    Parameters
    ----------
    path
        A Linked Places collection.
    fill
        What stands for properties that an entry of another project may lack; None asks for all of them.

    Raises
    ------
    GazetteerError
        The file cannot be read, is not JSON or no such collection, or an entry breaks a rule:
        coordinate out of range or not a number, unknown kind, no name. One line that names the file
        and the entry.
    """
    found = features(read_text(path))
    try:
        for located in found:
            feature = located.feature if fill is None else _filled(located.feature, fill)
            yield _read(feature, located, found)
    except GazetteerError as error:
        raise GazetteerError(f"{path}: {error}") from error


def _read(feature: Any, located: Located, rest: Iterator[Located]) -> GazetteerEntry:  # noqa: ANN401 - whatever the file holds
    """Return an entry; where it breaks a rule the rest is read first, for a file that is not JSON says so."""
    try:
        return entry_of(feature, located.number)
    except GazetteerError:
        for _ in rest:
            pass
        raise


_CLASSES = {
    "A": PlaceKind.ADMIN,
    "P": PlaceKind.CITY,
    "S": PlaceKind.SITE,
    "R": PlaceKind.SITE,
    "H": PlaceKind.WATER,
    "L": PlaceKind.REGION,
    "T": PlaceKind.REGION,
}
# How far a place reaches where nobody says it, kilometres.
USUAL_RADIUS_KM = {
    PlaceKind.COUNTRY: 300.0,
    PlaceKind.ADMIN: 50.0,
    PlaceKind.CITY: 5.0,
    PlaceKind.SITE: 3.0,
    PlaceKind.REGION: 100.0,
    PlaceKind.WATER: 50.0,
}


def kind_of_class(letter: str) -> PlaceKind:
    """Return what a GeoNames feature class stands for: "P" is a city; of the unknown, a site."""
    return _CLASSES.get(letter, PlaceKind.SITE)


def _filled(feature: Any, fill: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return a feature of another project with what this program asks for besides the format's own."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return feature
    given = feature["properties"]
    classes, codes = (v if isinstance(v := given.get(key), list) else [] for key in ("fclasses", "ccodes"))
    kind = given.get("kind") or kind_of_class(str(classes[0]) if classes else "P")
    usual = USUAL_RADIUS_KM[PlaceKind(kind)] if kind in tuple(PlaceKind) else None
    own = {"kind": kind, "country_code": codes[0] if len(codes) == 1 else None, "radius_km": usual}
    return {**feature, "properties": {**fill, **own, **given}}


def entry_of(feature: Any, number: int) -> GazetteerEntry:  # noqa: ANN401 - whatever the file holds
    """Return the entry of a feature.

    Parameters
    ----------
    feature
        As it was read.
    number
        Of the feature in its file, from 1.

    Raises
    ------
    GazetteerError
        It breaks a rule; the message names the entry.
    """
    label = _label(feature, number)
    try:
        properties = feature["properties"]
        lon, lat = _coordinates(feature, label)
        place = Place(
            id=_words(feature["@id"]),
            name=_words(properties["title"]),
            country_code=_code(properties["country_code"]),
            kind=PlaceKind(properties["kind"]),
            lat=lat,
            lon=lon,
            radius_km=_positive(properties["radius_km"]),
        )
        names = tuple(
            PlaceName(_words(n["toponym"]), _words(n.get("lang") or "und")) for n in feature["names"]
        )
        source, licence = _words(properties["source"]), _words(properties["licence"])
        population = _people(properties.get("population"))
    except (AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError) as error:
        raise GazetteerError(f"{label}: wrong or missing {_one_line(error)}") from error
    capital = properties.get("capital") is True
    return GazetteerEntry(place, names, population, source, licence, capital=capital)


def _one_line(error: Exception) -> str:
    told = " ".join(str(error).split())
    return told if len(told) <= _LONGEST_REASON else f"{told[:_LONGEST_REASON]}…"


def _words(value: object) -> str:
    """Return a text that can be written as UTF-8: half a surrogate pair cannot."""
    if not isinstance(value, str | int | float):
        raise TypeError(f"text: {shown(value)}")
    text = str(value)
    text.encode()
    return text


def _code(value: object) -> str | None:
    if value is None or (isinstance(value, str) and value.isascii() and value.isalpha() and len(value) == 2):  # noqa: PLR2004 - alpha-2
        return value
    raise ValueError("country_code: not two letters")


def _people(value: object) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63):
        return value
    raise ValueError("population: not a whole number")


def _coordinates(feature: Mapping[str, Any], label: str) -> tuple[float, float]:
    lon, lat = (float(value) for value in feature["geometry"]["coordinates"][:2])
    return checked_point(lat, lon, label)[::-1]


def checked_point(lat: float, lon: float, label: str) -> tuple[float, float]:
    """Return a point, (lat, lon) in degrees, that is on the globe.

    Raises
    ------
    GazetteerError
        It is not; the message begins with `label`.
    """
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise GazetteerError(f"{label}: a coordinate is not a number; give [longitude, latitude] in degrees")
    if abs(lat) > MAX_LAT or abs(lon) > MAX_LON:
        raise GazetteerError(
            f"{label}: [{lon:g}, {lat:g}] is out of range; give [longitude, latitude] in degrees"
        )
    return lat, lon


def _positive(value: float) -> float:
    number = float(value)
    if not math.isfinite(number) or number < 0:
        raise ValueError("radius_km: not a distance")
    return number
