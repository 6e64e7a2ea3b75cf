"""The basemap: outlines of states, as many copies of the world as the picture shows."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from geo.maps.assets import basemap
from geo.plots.scene import View, mercator
from geo.plots.shapes import Box
from geo.plots.sheet import Look, Sheet

_TURN = 360
_FINE = 0.4  # pixels; a bend that is smaller shows nowhere
_SEAM = 0.011  # degrees; the outlines are cut this near to the 180th meridian

Ring = tuple[complex, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A state's outline on the Mercator plane.

    Attributes
    ----------
    rings
        Outer ones and holes, in the order of the data.
    seat
        The left and right end of the widest stretch of land in the middle of its largest part.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]
    seat: tuple[complex, complex]


@cache
def states(name: str) -> tuple[State, ...]:
    """Return the states of a basemap, none for ``none``; see `geo.maps.assets.basemap`."""
    source = basemap(name)
    return tuple(map(_state, json.loads(source)["features"])) if source else ()


def _state(feature: dict[str, Any]) -> State:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[tuple(mercator(lat, lon) for lon, lat in ring) for ring in polygon] for polygon in polygons]
    largest = max((polygon[0] for polygon in rings), key=_area)
    known = feature["properties"]
    flat = tuple(ring for polygon in rings for ring in polygon)
    return State(known["id"], known["name"], flat, _widest_stretch(largest))


def _area(ring: Ring) -> float:
    return abs(sum(a.real * b.imag - b.real * a.imag for a, b in pairwise((*ring, ring[0])))) / 2


def _widest_stretch(ring: Ring) -> tuple[complex, complex]:
    level = (min(point.imag for point in ring) + max(point.imag for point in ring)) / 2
    crossings = sorted(
        a.real + (level - a.imag) / (b.imag - a.imag) * (b.real - a.real)
        for a, b in pairwise((*ring, ring[0]))
        if (a.imag > level) != (b.imag > level)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False)) or [(0.0, 0.0)]
    west, east = max(stretches, key=lambda ends: ends[1] - ends[0])
    return complex(west, level), complex(east, level)


def in_view(rings: Sequence[Ring], view: View, turns: int) -> Iterator[list[complex]]:
    """Yield in pixels the rings that the panel shows, moved by whole turns of the globe."""
    for ring in rings:
        points = _coarser([view.pixel(point + _TURN * turns) for point in ring])
        across, down = [point.real for point in points], [point.imag for point in points]
        if Box(min(across), min(down), max(across), max(down)).touches(view.panel):
            yield points


def _coarser(points: Sequence[complex]) -> list[complex]:
    kept = [points[0]]
    for point in points[1:-1]:
        if abs(point - kept[-1]) >= _FINE:
            kept.append(point)
    return [*kept, points[-1]]


def without_seam(points: Sequence[complex], view: View) -> Iterator[list[complex]]:
    """Yield a ring in pixels without the stretches where it was cut along the 180th meridian."""
    line = [points[0]]
    for point in points[1:]:
        if _is_cut(point, view) and _is_cut(line[-1], view):
            yield line
            line = []
        line.append(point)
    yield line


def _is_cut(point: complex, view: View) -> bool:
    lon = (point.real - view.shift.real) / view.zoom
    return abs(lon % _TURN - _TURN / 2) < _SEAM


def draw_land(sheet: Sheet, view: View, outlines: Sequence[State]) -> None:
    """Draw sea, land and borders into the panel."""
    colours = sheet.palette
    sheet.box(view.panel, Look(fill=colours.sea))
    rings = [
        ring for turns in view.turns() for state in outlines for ring in in_view(state.rings, view, turns)
    ]
    # A rim of its own colour, so that the sea does not shine through between neighbours.
    sheet.lines(rings, Look(fill=colours.land, stroke=colours.land, width=0.6), closed=True)
    borders = [line for ring in rings for line in without_seam(ring, view) if len(line) > 1]
    sheet.lines(borders, Look(stroke=colours.border, width=0.8 * sheet.scale))
