"""What RFC 7946 and the programs that read it ask of a file, checked on its bytes alone.

`problems` shares no code with the writer: it is the second opinion.
"""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NoReturn

DAYS = ("date_from", "date_to", "published")
FAMILIES = {
    "Point": "point",
    "MultiPoint": "point",
    "LineString": "line",
    "MultiLineString": "line",
    "Polygon": "area",
    "MultiPolygon": "area",
}
_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
Position = Sequence[float]


class _BrokenError(Exception):
    """The file cannot be read as JSON of a kind that can be checked further."""


def problems(data: bytes) -> list[str]:
    """Return what is wrong with a file, in words; nothing where all is well."""
    try:
        collection = _parsed(data)
        features = _features(collection)
    except _BrokenError as broken:
        return [str(broken)]
    found = [*_of_collection(collection), *_of_ids(features), *_of_columns(features)]
    for number, feature in enumerate(features):
        found += [f"feature {number}: {what}" for what in _of_geometry(feature["geometry"])]
    families = {FAMILIES.get(feature["geometry"].get("type")) for feature in features}
    if len(families) > 1:
        found.append("more than one geometry family")
    return found or list(_of_box(collection, features))


def _parsed(data: bytes) -> dict[str, Any]:
    if data.startswith(b"\xef\xbb\xbf"):
        raise _BrokenError("begins with a byte order mark")
    try:
        value = json.loads(data.decode("utf-8"), parse_constant=_refuse, object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise _BrokenError("is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise _BrokenError("is not JSON") from error
    if not isinstance(value, dict) or value.get("type") != "FeatureCollection":
        raise _BrokenError("is no FeatureCollection")
    return value


def _refuse(name: str) -> NoReturn:
    raise _BrokenError(f"{name} is no JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise _BrokenError("a key occurs twice in one object")
    return dict(pairs)


def _features(collection: dict[str, Any]) -> list[dict[str, Any]]:
    features = collection.get("features")
    if not isinstance(features, list):
        raise _BrokenError("has no features")
    for feature in features:
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            raise _BrokenError("holds what is no Feature")
        if not isinstance(feature.get("properties"), dict) or not isinstance(feature.get("geometry"), dict):
            raise _BrokenError("a feature lacks properties or geometry")
    return features


def _of_collection(collection: dict[str, Any]) -> Iterator[str]:
    for member in sorted(set(collection) - {"type", "bbox", "features"}):
        yield f"the collection has a member {member}"


def _of_ids(features: Sequence[dict[str, Any]]) -> Iterator[str]:
    ids = [feature.get("id") for feature in features]
    if not all(isinstance(value, str) and value for value in ids):
        yield "an id is missing or no text"
    if len({str(value) for value in ids}) < len(ids):
        yield "ids are not unique"


def _of_columns(features: Sequence[dict[str, Any]]) -> Iterator[str]:
    tables = [feature["properties"] for feature in features]
    if any(list(table) != list(tables[0]) for table in tables):
        yield "features differ in their keys"
        return
    for key in tables[0] if tables else ():
        values = [table[key] for table in tables if table[key] is not None]
        kinds = {"number" if type(value) in (int, float) else type(value).__name__ for value in values}
        if kinds & {"list", "dict"}:
            yield f"{key} holds nested values"
        elif len(kinds) > 1:
            yield f"{key} holds values of several types"
        if key in DAYS and not all(map(_is_day, values)):
            yield f"{key} holds what is no ISO day"


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _of_geometry(geometry: dict[str, Any]) -> Iterator[str]:
    kind = geometry.get("type")
    if kind not in FAMILIES or set(geometry) != {"type", "coordinates"}:
        yield f"no geometry of a known kind: {kind}"
        return
    lines = list(_lines(geometry["coordinates"], _DEPTH[kind]))
    wrong = {what for line in lines for position in line for what in _of_position(position)}
    yield from sorted(wrong)
    if wrong:
        return
    for line in lines:
        if FAMILIES[kind] != "point" and len(line) < 2:
            yield "a line of fewer than two positions"
        if any(abs(a[0] - b[0]) > 180 and not (abs(a[1]) == abs(b[1]) == 90) for a, b in pairwise(line)):
            yield "not cut at the antimeridian"
    if FAMILIES[kind] == "area":
        areas = geometry["coordinates"] if kind == "MultiPolygon" else [geometry["coordinates"]]
        for area in areas:
            yield from _of_rings(area)


def _lines(coordinates: Any, depth: int) -> Iterator[list[Position]]:
    """Yield what is a list of positions, at whatever depth the kind of geometry has them."""
    if depth == 0:
        yield [coordinates]
    elif depth == 1:
        yield coordinates
    else:
        for part in coordinates:
            yield from _lines(part, depth - 1)


def _of_position(position: Any) -> Iterator[str]:
    if not isinstance(position, list) or len(position) != 2:
        yield "a position is no longitude and latitude"
    elif not all(type(value) in (int, float) for value in position):
        yield "a coordinate is no number"
    elif abs(position[0]) > 180 or abs(position[1]) > 90:
        yield "off the globe"
    elif any(round(value, 6) != value for value in position):
        yield "more than six decimals"


def _of_rings(rings: Sequence[Sequence[Position]]) -> Iterator[str]:
    for number, ring in enumerate(rings):
        if len(ring) < 4 or ring[0] != ring[-1]:
            yield "a ring is not closed"
        elif (_area(ring) > 0) != (number == 0):
            yield "a ring breaks the right-hand rule"


def _area(ring: Sequence[Position]) -> float:
    """Return twice the signed area, positive against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _of_box(collection: dict[str, Any], features: Sequence[dict[str, Any]]) -> Iterator[str]:
    box = collection.get("bbox")
    if not features:
        if box is not None:
            yield "nothing has a bbox"
        return
    if not isinstance(box, list) or len(box) != 4:
        yield "has no bbox of four numbers"
        return
    geometries = [feature["geometry"] for feature in features]
    parts = [line for g in geometries for line in _lines(g["coordinates"], _DEPTH[g["type"]])]
    lats = [lat for part in parts for _, lat in part]
    if [box[1], box[3]] != [min(lats), max(lats)]:
        yield "bbox: south or north is not that of the features"
    spans = sorted({(min(lon for lon, _ in part), max(lon for lon, _ in part)) for part in parts})
    if [box[0], box[2]] != _expected(spans, crosses=any(map(_crosses, geometries))):
        yield "bbox: west or east is not that of the features"


def _crosses(geometry: dict[str, Any]) -> bool:
    lons = {lon for line in _lines(geometry["coordinates"], _DEPTH[geometry["type"]]) for lon, _ in line}
    return {-180, 180} <= lons


def _expected(spans: Sequence[tuple[float, float]], *, crosses: bool) -> list[float]:
    """Return west and east: around the back of the globe only where a feature goes there."""
    west, east = spans[0][0], max(end for _, end in spans)
    free = [
        (start, end)
        for end in (end for _, end in spans)
        for start in [min((s for s, _ in spans if s > end), default=None)]
        if start is not None and not any(s <= end < e for s, e in spans)
    ]
    if not crosses or not free:
        return [west, east]
    start, end = max(free, key=lambda gap: round(gap[0] - gap[1], 6))
    return [start, end]
