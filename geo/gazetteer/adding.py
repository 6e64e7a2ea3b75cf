"""A place that a person adds to a gazetteer file."""

import json
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError, OutputError
from geo.gazetteer.linked_places import USUAL_RADIUS_KM, checked_point, entry_of, features, head, read_text
from geo.records import PlaceKind, content_id
from geo.text import fold

_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)
_SOURCE, _LICENCE = "hand", "MIT"
_CLASSES = {
    PlaceKind.COUNTRY: "A",
    PlaceKind.ADMIN: "A",
    PlaceKind.CITY: "P",
    PlaceKind.SITE: "S",
    PlaceKind.REGION: "L",
    PlaceKind.WATER: "H",
}
_COUNTRY = re.compile(r"[A-Z]{2}")
# Assigned by nobody in ISO 3166-1, so that LPF's list of codes does not hold it.
_NOT_ISO = frozenset({"XK"})


@dataclass(frozen=True, slots=True)
class NewPlace:
    """What a person says of a place; degrees WGS 84, the radius in kilometres, usual for its kind if None."""

    name: str
    lat: float
    lon: float
    kind: PlaceKind = PlaceKind.SITE
    country_code: str | None = None
    radius_km: float | None = None
    lang: str = "und"


def add(path: Path, place: NewPlace) -> str:
    """Write a place into a Linked Places file, at its place in the file's order; return its id.

    The file is made if it is not there, and written anew as a whole: who reads it meanwhile has the old
    one. It has one place a line, as the program's own has.

    Raises
    ------
    GazetteerError
        What is said of the place, or the file, breaks a rule; or the file has that place already.
    OutputError
        The file cannot be written; it is as it was.
    """
    if path.exists():
        text = read_text(path)
        try:
            rows = [located.feature for located in features(text)]
            beginning = head(text)
        except GazetteerError as error:
            raise GazetteerError(f"{path}: {error}") from error
    else:
        beginning, rows = {"type": "FeatureCollection", "@context": _CONTEXT}, []
    feature = _feature(place, {row["@id"]: row for row in rows if isinstance(row, dict) and "@id" in row})
    order = _order(feature)
    at = next((number for number, row in enumerate(rows) if _order(row) > order), len(rows))
    rows.insert(at, feature)
    _write(path, _as_text(beginning, rows))
    return str(feature["@id"])


def _order(row: object) -> tuple[int, str, str]:
    """Return where a row belongs: by kind, title and id; one that cannot be read comes before all."""
    if not isinstance(row, dict) or not isinstance(row.get("properties"), dict):
        return -1, "", ""
    properties, kinds = row["properties"], list(PlaceKind)
    kind = properties.get("kind")
    rank = kinds.index(PlaceKind(kind)) if kind in kinds else -1
    return rank, fold(str(properties.get("title", ""))), str(row.get("@id", ""))


def _feature(place: NewPlace, known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    label = f"{place.name!r}"
    if not fold(place.name):
        raise GazetteerError(f"{label}: a name needs a letter")
    if place.country_code is not None and not _COUNTRY.fullmatch(place.country_code):
        raise GazetteerError(f"{label}: country {place.country_code!r}: give two capitals as in ISO 3166-1")
    checked_point(place.lat, place.lon, label)
    radius = USUAL_RADIUS_KM[place.kind] if place.radius_km is None else place.radius_km
    codes = [place.country_code] if place.country_code and place.country_code not in _NOT_ISO else []
    feature = {
        "@id": _free_id(place, known),
        "type": "Feature",
        "properties": {
            "title": place.name,
            **({"ccodes": codes} if codes else {}),
            "fclasses": [_CLASSES[place.kind]],
            "kind": place.kind.value,
            "country_code": place.country_code,
            "radius_km": radius,
            "population": None,
            "source": _SOURCE,
            "licence": _LICENCE,
        },
        "names": [{"toponym": place.name, "lang": place.lang}],
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
    }
    entry_of(feature, 1)  # what is written can be read
    return feature


def _free_id(place: NewPlace, known: Mapping[str, Mapping[str, Any]]) -> str:
    """Return an id made of the name; a second place of the name has its point in it too."""
    key = fold(place.name)
    word = key.replace(" ", "-") if key.isascii() else content_id("p", key)
    point = [place.lon, place.lat]
    same = [row for row in known.values() if _is_at(row, key, point)]
    if same:
        raise GazetteerError(f"{place.name!r} is there already as {same[0]['@id']}; change that entry")
    plain = f"dm:{word}"
    return plain if plain not in known else f"dm:{word}-{content_id('p', *point)}"


def _is_at(row: Mapping[str, Any], key: str, point: list[float]) -> bool:
    properties, geometry = row.get("properties"), row.get("geometry")
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        return False
    return fold(str(properties.get("title"))) == key and geometry.get("coordinates") == point


def _as_text(beginning: Mapping[str, Any], rows: list[Any]) -> str:
    start = json.dumps(beginning)[:-1] + (", " if beginning else "")
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return start + '"features": [\n' + ",\n".join(lines) + "\n]}\n"


def _write(path: Path, text: str) -> None:
    """Write a whole file under another name and move it in."""
    try:
        number, name = tempfile.mkstemp(prefix=".gazetteer-", dir=path.parent)
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
            Path(name).chmod(mode)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
