"""A person's own places: a Linked Places file, a GeoNames dump or a table."""

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.errors import GazetteerError, shown
from geo.gazetteer import linked_places
from geo.gazetteer.linked_places import USUAL_RADIUS_KM, checked_point, kind_of_class
from geo.gazetteer.sources import city_radius_km
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName, content_id

NEEDED = ("name", "lat", "lon")
# Columns of a dump of GeoNames: https://download.geonames.org/export/dump/readme.txt
_DUMP_COLUMNS = 19
_ID, _NAME, _ALTERNATES, _LAT, _LON, _CLASS, _CODE, _COUNTRY, _PEOPLE = 0, 1, 3, 4, 5, 6, 7, 8, 14
_UNKNOWN_LICENCE = "not stated"
_PEOPLE_OF_A_PLACE = re.compile(r"[0-9]{1,10}")
# A GeoNames dump may hold fields of any length; Python's own limit is 128 KiB.
_LONGEST_FIELD = 1 << 24


def entries(path: Path) -> Iterator[GazetteerEntry]:
    """Yield the places of a file, as entries that people keep.

    Parameters
    ----------
    path
        ``.json`` or ``.geojson``: Linked Places; ``.txt`` or ``.tsv``: a GeoNames dump, tab-separated;
        ``.csv``: a table with the columns name, lat, lon and, if known, id, country, kind, radius_km and
        lang. Rows of a table that share an id are names of one place.

    Raises
    ------
    GazetteerError
        The file is of another kind, cannot be read, or a row breaks a rule; one line that names both.
    """
    readers = {
        ".json": _linked,
        ".geojson": _linked,
        ".txt": _dump,
        ".tsv": _dump,
        ".csv": _table,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise GazetteerError(f"{path}: not a gazetteer; give {', '.join(sorted(readers))}")
    try:
        yield from reader(path)
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: the gazetteer cannot be read: {error}") from error


def _linked(path: Path) -> Iterator[GazetteerEntry]:
    return linked_places.entries(path, {"source": path.name, "licence": _UNKNOWN_LICENCE})


def _dump(path: Path) -> Iterator[GazetteerEntry]:
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            fields = line.rstrip("\r\n").split("\t")
            label = f"{path}, line {number}"
            if len(fields) != _DUMP_COLUMNS:
                raise GazetteerError(
                    f"{label}: {len(fields)} columns; a GeoNames dump has {_DUMP_COLUMNS} with tabs between"
                )
            yield _of_dump(fields, label, path.name)


def _of_dump(fields: list[str], label: str, source: str) -> GazetteerEntry:
    kind = PlaceKind.COUNTRY if fields[_CODE].startswith("PCL") else kind_of_class(fields[_CLASS])
    lat, lon = _point(fields[_LAT], fields[_LON], label)
    if not fields[_NAME].strip():
        raise GazetteerError(f"{label}: a place without a name")
    people = int(fields[_PEOPLE]) if _PEOPLE_OF_A_PLACE.fullmatch(fields[_PEOPLE]) else 0
    names = {fields[_NAME], *fields[_ALTERNATES].split(",")} - {""}
    radius = city_radius_km(people) if kind is PlaceKind.CITY else USUAL_RADIUS_KM[kind]
    return GazetteerEntry(
        Place(f"gn:{fields[_ID]}", fields[_NAME], fields[_COUNTRY] or None, kind, lat, lon, radius),
        tuple(PlaceName(name, "und") for name in sorted(names)),
        people or None,
        f"GeoNames ({source})",
        "CC BY 4.0",
        capital=fields[_CODE] == "PPLC",
    )


def _point(lat: str | None, lon: str | None, label: str) -> tuple[float, float]:
    try:
        return checked_point(float(lat or ""), float(lon or ""), label)
    except ValueError as error:
        if isinstance(error, GazetteerError):
            raise
        raise GazetteerError(
            f"{label}: latitude {shown(lat)}, longitude {shown(lon)} are no degrees"
        ) from error


def _table(path: Path) -> Iterator[GazetteerEntry]:
    csv.field_size_limit(_LONGEST_FIELD)
    found: dict[str, GazetteerEntry] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, strict=True)
        try:
            missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
            if missing:
                raise GazetteerError(f"{path}, line 1: no column {', '.join(missing)}; give name,lat,lon")
            for row in rows:
                entry = _of_row(row, f"{path}, line {rows.line_num}", path.name)
                known = found.setdefault(entry.place.id, entry)
                if known is not entry:
                    found[entry.place.id] = _with_names(known, entry.names)
        except csv.Error as error:
            raise GazetteerError(f"{path}, line {rows.line_num}: not a table: {error}") from error
    yield from found.values()


def _with_names(entry: GazetteerEntry, names: tuple[PlaceName, ...]) -> GazetteerEntry:
    more = tuple(name for name in names if name not in entry.names)
    return GazetteerEntry(entry.place, entry.names + more, None, entry.source, entry.licence)


def _of_row(row: Mapping[str, str | None], label: str, source: str) -> GazetteerEntry:
    name, country = (row["name"] or "").strip(), (row.get("country") or "").strip().upper()
    if not name:
        raise GazetteerError(f"{label}: a place without a name")
    lat, lon = _point(row["lat"], row["lon"], label)
    try:
        kind = PlaceKind((row.get("kind") or "city").strip().lower())
        radius = float(row.get("radius_km") or USUAL_RADIUS_KM[kind])
    except ValueError as error:
        raise GazetteerError(f"{label}: {error}") from error
    if not 0 <= radius < float("inf"):
        raise GazetteerError(f"{label}: radius_km: not a distance")
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):  # noqa: PLR2004 - alpha-2
        raise GazetteerError(f"{label}: country {country!r}: give two letters, as in ISO 3166-1")
    place_id = (row.get("id") or "").strip() or f"user:{content_id('p', name, lat, lon)}"
    place = Place(place_id, name, country or None, kind, lat, lon, radius)
    lang = (row.get("lang") or "und").strip()
    return GazetteerEntry(place, (PlaceName(name, lang),), None, source, _UNKNOWN_LICENCE)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal, with its suffix, which tells how it is read.

    Raises
    ------
    GazetteerError
        It cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise GazetteerError(f"{path}: the gazetteer cannot be read: {error}") from error
    return f"{path.name}\0{content}"
