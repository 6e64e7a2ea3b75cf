"""Files that the page carries within itself: Leaflet, our own script and style, the basemap."""

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from geo.errors import NotFoundError

# Leaflet 1.9.4 as published; a page must not carry a script that nobody has looked at.
_LEAFLET_SHA256 = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_IMAGE_URL = re.compile(r"url\((images/[\w-]+\.png)\)")

# The order in which the parts of our own script are put together.
_SCRIPT_PARTS = ("base", "shapes", "labels", "atlas", "filters", "list", "evidence", "ledger", "key", "main")

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


def _safe_in_script(source: str) -> str:
    """Return `source` unless an HTML parser would see its end in the middle of it."""
    if re.search(r"</script|<!--", source, re.IGNORECASE):
        raise ValueError("a script that is put into the page must hold neither '</script' nor '<!--'")
    return source
