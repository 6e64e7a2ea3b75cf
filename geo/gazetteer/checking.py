"""What is wrong with a gazetteer file: every finding, with its line and entry."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.errors import GazetteerError, shown
from geo.gazetteer.linked_places import MAX_LAT, MAX_LON, features, read_text
from geo.records import PlaceKind
from geo.text import fold

# An id is a word of a namespace ("gn:538560", "dm:crimea") or an address.
_ID = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s:][^\s]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_MARKUP = re.compile(r"[<>\x00-\x1f\x7f]|&[a-z]+;")
# A reach of more than half the way round the globe is none.
_MAX_RADIUS_KM = 20_040.0
# A point this far from its country's outline is not of that country, degrees.
_FAR_DEG = 3.0
_BASEMAP = "basemap-110m.json"

# Codes in use that ISO 3166-1 does not assign, which LPF's ccodes cannot hold.
_NOT_ISO = ("XK",)
_MOST_SHOWN = 80

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to correct (an error) or to look at (a warning), on a line of the file, from 1."""

    line: int
    entry: str
    message: str
    error: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, and how many entries it read."""

    findings: tuple[Finding, ...]
    entries: int

    @property
    def errors(self) -> int:
        """How many findings have to be corrected."""
        return sum(finding.error for finding in self.findings)


def check(path: Path, common: Mapping[str, str]) -> Report:
    """Return everything that is wrong with a Linked Places file, in the order of its lines.

    Parameters
    ----------
    path
        The file.
    common
        Keys of words that mean something else than a place, with the languages that use them so.

    Raises
    ------
    GazetteerError
        The file cannot be read, is too large, is not JSON (with line and column) or no such collection.
    """
    findings: list[Finding] = []
    first: dict[str, int] = {}
    count = 0
    try:
        for located in features(read_text(path)):
            count = located.number
            for message, error in _of_entry(located.feature, common):
                findings.append(Finding(located.line, located.label, message, error))
            place_id = located.feature.get("@id") if isinstance(located.feature, dict) else None
            if isinstance(place_id, str) and first.setdefault(place_id, located.line) != located.line:
                message = f"the id is that of line {first[place_id]} too; keep one of them"
                findings.append(Finding(located.line, located.label, message, error=True))
    except GazetteerError as error:
        told = str(error)
        raise GazetteerError(told if told.startswith(str(path)) else f"{path}: {told}") from error
    return Report(tuple(findings), count)


def _of_entry(feature: object, common: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield each message of an entry, and whether it is an error."""
    if not isinstance(feature, dict):
        yield "is no feature; give an object with @id, properties, names and geometry", True
        return
    properties = feature.get("properties")
    names = feature.get("names")
    errors = [*_frame(feature), *_geometry(feature.get("geometry"))]
    if isinstance(properties, dict):
        errors += _properties(properties)
    else:
        errors.append("properties: missing; give title, kind, country_code, radius_km, source and licence")
    if isinstance(names, list) and names:
        errors += [told for number, name in enumerate(names, 1) for told in _name(name, number)]
    else:
        errors.append("names: none; give at least one {toponym, lang}")
    yield from ((told, True) for told in errors)
    if not errors and isinstance(properties, dict) and isinstance(names, list):
        lon, lat = feature["geometry"]["coordinates"][:2]
        yield from _looks_swapped(lat, lon, properties)
        yield from ((told, False) for told in _doubtful(properties["title"], names, common))


def _frame(feature: Row) -> Iterator[str]:
    place_id = feature.get("@id")
    if not isinstance(place_id, str) or not _ID.fullmatch(place_id):
        yield f"@id: {_shown(place_id)} has no prefix; give one such as gn:538560 or dm:crimea"
    if feature.get("type") != "Feature":
        yield f"type: {_shown(feature.get('type'))}; give 'Feature'"


def _shown(value: object) -> str:
    """Return a value as a message shows it: short, on one line."""
    try:
        told = json.dumps(value, ensure_ascii=True, default=str)
    except RecursionError:  # a JSON reader goes as deep as this does, from further up
        told = shown(value)
    return told if len(told) <= _MOST_SHOWN else told[: _MOST_SHOWN - 3] + "..."


def _geometry(geometry: object) -> Iterator[str]:
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        yield "geometry: no point; give {type: Point, coordinates: [longitude, latitude]}"
        return
    given = geometry.get("coordinates")
    if not isinstance(given, list) or len(given) not in (2, 3) or not all(map(_is_number, given)):
        yield f"geometry: coordinates {_shown(given)} are no [longitude, latitude] in degrees"
        return
    lon, lat = given[:2]
    if abs(lat) > MAX_LAT or abs(lon) > MAX_LON:
        turned = abs(lon) <= MAX_LAT and abs(lat) <= MAX_LON
        hint = "they look swapped" if turned else "give degrees"
        yield f"geometry: [{lon:g}, {lat:g}] is out of range for [longitude, latitude]; {hint}"


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number that no coordinate reaches
        return False


def _properties(properties: Row) -> Iterator[str]:
    for name in ("title", "source", "licence"):
        if not _is_text(properties.get(name)):
            yield f"properties.{name}: missing"
    kind, country = properties.get("kind"), properties.get("country_code")
    if kind not in tuple(PlaceKind):
        yield f"properties.kind: {_shown(kind)} is none of {', '.join(PlaceKind)}"
    if "country_code" not in properties or not (country is None or _is_country(country)):
        yield f"properties.country_code: {_shown(country)}; give two capitals as in ISO 3166-1, or null"
    codes = properties.get("ccodes", [])
    if not isinstance(codes, list) or not all(map(_is_country, codes)):
        yield f"properties.ccodes: {_shown(codes)}; give a list of two capitals each"
    elif codes and _is_country(country) and country not in (*codes, *_NOT_ISO):
        yield f"properties.country_code: {_shown(country)} is not among ccodes {_shown(codes)}"
    radius, people = properties.get("radius_km"), properties.get("population")
    if not _is_number(radius) or not 0 <= float(radius or 0) <= _MAX_RADIUS_KM:
        yield f"properties.radius_km: {_shown(radius)} is no distance in kilometres"
    if people is not None and not (isinstance(people, int) and not isinstance(people, bool) and people >= 0):
        yield f"properties.population: {_shown(people)}; give a whole number or null"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_country(value: object) -> bool:
    return isinstance(value, str) and _COUNTRY.fullmatch(value) is not None


def _name(name: object, number: int) -> Iterator[str]:
    if not isinstance(name, dict) or not _is_text(name.get("toponym")):
        yield f"names, number {number}: no toponym"
        return
    lang = name.get("lang", "und")
    if not isinstance(lang, str) or not _LANGUAGE.fullmatch(lang):
        yield f"names, number {number}: lang {_shown(lang)} is no BCP 47 tag; give one such as fr, or und"
    if not fold(name["toponym"]):
        yield f"names, number {number}: {_shown(name['toponym'])} has no letter, so no text can hold it"


def _looks_swapped(lat: float, lon: float, properties: Row) -> Iterator[tuple[str, bool]]:
    """Yield an error where a point is far from its country, and in it with latitude and longitude swapped."""
    outline = _outlines().get(properties["country_code"])
    if outline is None or abs(lon) > MAX_LAT or outline.distance(shapely.Point(lon, lat)) < _FAR_DEG:
        return
    if outline.distance(shapely.Point(lat, lon)) == 0:
        code = properties["country_code"]
        told = f"[{lon:g}, {lat:g}] lies far from {code}, and [{lat:g}, {lon:g}] in it"
        yield f"geometry: {told}: latitude and longitude look swapped", True


@cache
def _outlines() -> Mapping[str, BaseGeometry]:
    text = resources.files("geo").joinpath("data", _BASEMAP).read_text(encoding="utf-8")
    drawn = json.loads(text)["features"]
    outlines = {f["properties"]["id"]: shape(f["geometry"]) for f in drawn if f["properties"]["id"]}
    shapely.prepare(list(outlines.values()))
    return outlines


def _doubtful(title: str, names: list[Row], common: Mapping[str, str]) -> Iterator[str]:
    """Yield what a person should look at: words that mean something else, and markup."""
    told = set()
    for name in (title, *(n["toponym"] for n in names)):
        key = fold(name)
        if key in common and key not in told:
            told.add(key)
            yield f"{_shown(name)} is a common word too ({common[key]}); is the name needed?"
        if _MARKUP.search(name) and name not in told:
            told.add(name)
            yield f"{_shown(name)} holds markup or a control character"
