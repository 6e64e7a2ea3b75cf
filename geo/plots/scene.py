"""What a picture shows of a run: places and arrows on the Mercator plane.

A point of the plane is a complex number: degrees of longitude to the right, and down the same
scale's latitude, so that angles are true. Longitude comes before latitude only here.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.maps.payload import amount, chronology, flow_ends, movement_places, whole
from geo.maps.view import Window, short_way
from geo.plots.shapes import Box, curve, width_of
from geo.records import Movement, Place, PlaceKind, Run

_MAX_LATITUDE = 85.0  # the plane runs to infinity at the poles
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE})
_TURN = 360


def mercator(lat: float, lon: float) -> complex:
    """Return the point of the plane for WGS 84 degrees; near the poles that of 85 degrees."""
    north = min(max(lat, -_MAX_LATITUDE), _MAX_LATITUDE)
    return complex(lon, -math.degrees(math.asinh(math.tan(math.radians(north)))))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the plane, with what happened there and the arrows that start or end there.

    Attributes
    ----------
    turns
        Whole turns of the globe that bring its country's outline here.
    """

    place: Place
    point: complex
    turns: int
    marks: tuple[Movement, ...]
    ends: tuple[Movement, ...]

    @property
    def movements(self) -> tuple[Movement, ...]:
        """All that has to do with the place."""
        return (*self.marks, *self.ends)

    @property
    def precise(self) -> bool:
        """Whether the place is small enough for a dot."""
        return self.place.kind in _POINTS


@dataclass(frozen=True, slots=True)
class Flow:
    """An arrow on the plane; `weight` is its width in pixels of the page."""

    movement: Movement
    start: complex
    end: complex
    to_point: bool
    bend: float
    weight: float


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn of a run.

    Attributes
    ----------
    spots
        The widest first, so that none hides a smaller one.
    movements
        Those that have a place, by time.
    largest
        The largest number of each unit, since people and shells share no scale.
    bounds
        What the picture must hold, on the plane; the world where nothing is drawn.
    """

    spots: tuple[Spot, ...]
    flows: tuple[Flow, ...]
    movements: tuple[Movement, ...]
    largest: dict[str | None, float]
    bounds: Box


def scene(run: Run) -> Scene:
    """Return what a picture shows of a run."""
    everything = sorted(whole(run), key=chronology)
    movements = tuple(movement for movement in everything if movement_places(movement))
    window = Window.around(place for movement in movements for place in movement_places(movement))
    largest = _largest(everything)
    flows = tuple(_flows(movements, window, largest))
    spots = tuple(_spots(movements, window))
    return Scene(spots, flows, movements, largest, _bounds(spots, flows, window))


def _largest(movements: Iterable[Movement]) -> dict[str | None, float]:
    found: dict[str | None, float] = {}
    for movement in movements:
        number = amount(movement.quantity)
        if movement.quantity and number is not None:
            unit = movement.quantity.unit
            found[unit] = max(found.get(unit, 0.0), number)
    return found


def _end_turns(ends: Sequence[Place], window: Window) -> int:
    """Return the turns that bring an arrow's end to the near side of its start."""
    start, end = (window.wrap(place.lon) for place in ends)
    return short_way(start, end)


def _flows(movements: Iterable[Movement], window: Window, largest: dict[str | None, float]) -> Iterator[Flow]:
    """Yield the arrows; those between the same two places lie side by side."""
    before: dict[frozenset[str], int] = {}
    for movement in movements:
        match flow_ends(movement):
            case (start, end):
                pair = frozenset((start.id, end.id))
                nth = before[pair] = before.get(pair, -1) + 1
                unit = movement.quantity.unit if movement.quantity else None
                yield Flow(
                    movement,
                    mercator(start.lat, window.wrap(start.lon)),
                    mercator(end.lat, window.wrap(end.lon) + _TURN * _end_turns((start, end), window)),
                    end.kind in _POINTS,
                    0.14 + 0.11 * nth,
                    width_of(amount(movement.quantity), largest.get(unit), movement.status),
                )


def _spots(movements: Iterable[Movement], window: Window) -> list[Spot]:
    """Return each place once, and again beyond the window's edge where an arrow ends there."""
    places: dict[tuple[str, int], tuple[Place, list[Movement], list[Movement]]] = {}
    for movement in movements:
        ends = flow_ends(movement)
        for place in movement_places(movement):
            turns = 0
            if ends and place.id == ends[-1].id:
                turns = _end_turns(ends, window)
            _, marks, arrows = places.setdefault((place.id, turns), (place, [], []))
            (arrows if place.id in {end.id for end in ends} else marks).append(movement)
    found = [
        Spot(
            place,
            mercator(place.lat, window.wrap(place.lon) + _TURN * turns),
            window.turns(place.lon) + turns,
            tuple(marks),
            tuple(arrows),
        )
        for (_, turns), (place, marks, arrows) in places.items()
    ]
    return sorted(found, key=lambda spot: (-spot.place.radius_km, spot.place.id, spot.turns))


def _bounds(spots: Iterable[Spot], flows: Iterable[Flow], window: Window) -> Box:
    corners = [point for flow in flows for point in curve(flow.start, flow.end, flow.bend)]
    for spot in spots:
        box = window.bounds([spot.place])
        if box:
            moved = spot.point.real - window.wrap(spot.place.lon)
            corners.extend(mercator(lat, lon + moved) for lat, lon in box)
    if not corners:
        corners = [mercator(77, -180), mercator(-57, 180)]  # the world without the ice
    across, down = [point.real for point in corners], [point.imag for point in corners]
    return Box(min(across), min(down), max(across), max(down))


@dataclass(frozen=True, slots=True)
class View:
    """Where the plane lies on the picture: a point of it times `zoom`, moved by `shift`.

    Attributes
    ----------
    panel
        The part of the picture that holds the map, pixels.
    """

    panel: Box
    zoom: float
    shift: complex

    @classmethod
    def of(cls, bounds: Box, panel: Box, padding: complex, closest: float) -> "View":
        """Return the view that holds `bounds` in the middle of the panel.

        Parameters
        ----------
        padding
            Pixels kept free at the sides, and at top and bottom.
        closest
            Pixels a degree that are never exceeded.
        """
        across = (panel.width - 2 * padding.real) / max(bounds.width, 1e-9)
        down = (panel.height - 2 * padding.imag) / max(bounds.height, 1e-9)
        zoom = min(across, down, closest)
        middle = complex(bounds.left + bounds.right, bounds.top + bounds.bottom) / 2
        pole = -mercator(_MAX_LATITUDE, 0).imag - panel.height / 2 / zoom
        if pole > 0:  # nothing lies beyond the poles
            middle = complex(middle.real, min(max(middle.imag, -pole), pole))
        centre = complex(panel.left + panel.right, panel.top + panel.bottom) / 2
        return cls(panel, zoom, centre - middle * zoom)

    def pixel(self, point: complex) -> complex:
        """Return where a point of the plane lies on the picture."""
        return point * self.zoom + self.shift

    def turns(self) -> range:
        """Return the whole turns of the globe whose copies the panel shows."""
        west = (self.panel.left - self.shift.real) / self.zoom
        east = (self.panel.right - self.shift.real) / self.zoom
        return range(math.floor((west + 180) / _TURN), math.floor((east + 180) / _TURN) + 1)
