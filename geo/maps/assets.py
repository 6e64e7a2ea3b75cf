"""Files that the page carries within itself: Leaflet, our own script and style, the basemap."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from geo.errors import NotFoundError

# Leaflet 1.9.4 as published; a page must not carry a script that nobody has looked at.
_LEAFLET_SHA256 = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE_URL = re.compile(r"url\((images/[\w-]+\.png)\)")

# The order in which the parts of our own script are put together.
_SCRIPT_PARTS = (
    "base",
    "canvas",
    "shapes",
    "labels",
    "list",
    "filters",
    "period",
    "land",
    "atlas",
    "evidence",
    "ledger",
    "key",
    "takeaway",
    "address",
    "main",
)

BASEMAPS = ("110m", "50m", "none")


def _leaflet_folder() -> Traversable:
    return resources.files("js_lib_leaflet") / "static" / "js_lib_leaflet"


def _leaflet_file(name: str) -> str:
    content = (_leaflet_folder() / name).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != _LEAFLET_SHA256[name]:
        raise NotFoundError(
            f"{name} is not that of Leaflet 1.9.4 (SHA-256 {found}); install django-js-lib-leaflet 1.9.4.1"
        )
    return content.decode("utf-8").replace("\r\n", "\n")


@cache
def leaflet_script() -> str:
    """Return Leaflet's script with its copyright notice and without the link to its source map.

    Raises
    ------
    NotFoundError
        What is installed is not the release that the page was made for.
    """
    return _safe_in_script(_SOURCE_MAP.sub("", _leaflet_file("leaflet.js")))


@cache
def leaflet_style() -> str:
    """Return Leaflet's style with its images inside.

    Raises
    ------
    NotFoundError
        What is installed is not the release that the page was made for.
    """
    return _IMAGE_URL.sub(lambda match: f"url({_image(match[1])})", _leaflet_file("leaflet.css"))


def _image(name: str) -> str:
    content = base64.b64encode((_leaflet_folder() / name).read_bytes()).decode("ascii")
    return f"data:image/png;base64,{content}"


@cache
def app_script() -> str:
    """Return our own script, its parts joined in order."""
    folder = resources.files("geo.maps") / "app"
    parts = [(folder / f"{part}.js").read_text(encoding="utf-8") for part in _SCRIPT_PARTS]
    return _safe_in_script('"use strict";\n' + "\n".join(parts))


@cache
def app_style() -> str:
    """Return our own style."""
    return (resources.files("geo.maps") / "app" / "page.css").read_text(encoding="utf-8")


@cache
def skeleton() -> str:
    """Return the template of the page's fixed parts."""
    return (resources.files("geo.maps") / "app" / "page.html").read_text(encoding="utf-8")


@cache
def basemap(name: str) -> str | None:
    """Return a basemap as GeoJSON text, or None for ``none``.

    Parameters
    ----------
    name
        One of `BASEMAPS`.

    Raises
    ------
    NotFoundError
        There is no basemap of that name.
    """
    if name == "none":
        return None
    source = resources.files("geo") / "data" / f"basemap-{name}.json"
    if name not in BASEMAPS or not source.is_file():
        raise NotFoundError(f"there is no basemap {name!r}; choose one of {', '.join(BASEMAPS)}")
    return source.read_text(encoding="utf-8")


@cache
def compact_basemap(name: str) -> str | None:
    """Return a basemap as the page's script reads it, in half the characters; None for ``none``.

    Raises
    ------
    NotFoundError
        There is no basemap of that name.

    Notes
    -----
    Each ring is a list of whole numbers, longitude and latitude in turn: steps from the point before, in
    the smallest part of a degree that the basemap tells, so that nothing is rounded.
    """
    source = basemap(name)
    if source is None:
        return None
    features = json.loads(source, parse_float=Decimal)["features"]
    scale = max(_scale(value) for f in features for ring in _rings(f) for point in ring for value in point)
    countries = [
        [
            f["properties"]["id"],
            f["properties"]["name"],
            [[_steps(r, scale) for r in p] for p in _polygons(f)],
        ]
        for f in features
    ]
    return json.dumps({"scale": scale, "countries": countries}, ensure_ascii=False, separators=(",", ":"))


_Ring = list[list[Decimal]]


def _polygons(feature: Mapping[str, Any]) -> list[list[_Ring]]:
    geometry = feature["geometry"]
    found: list[list[_Ring]] = geometry["coordinates"]
    return found if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def _rings(feature: Mapping[str, Any]) -> Iterator[_Ring]:
    for polygon in _polygons(feature):
        yield from polygon


def _scale(value: Decimal | int) -> int:
    decimals: int = max(0, -int(Decimal(value).as_tuple().exponent))
    return int(10**decimals)


def _steps(ring: _Ring, scale: int) -> list[int]:
    """Return a ring as steps from point to point, the first from (0, 0)."""
    points = [[int(value * scale) for value in point] for point in ring]
    before = [[0, 0], *points]
    return [
        value - last
        for point, start in zip(points, before, strict=False)
        for value, last in zip(point, start, strict=True)
    ]


def _safe_in_script(source: str) -> str:
    """Return `source` unless an HTML parser would see its end in the middle of it."""
    if re.search(r"</script|<!--", source, re.IGNORECASE):
        raise ValueError("a script that is put into the page must hold neither '</script' nor '<!--'")
    return source
