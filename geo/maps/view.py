"""Which part of the world the page shows, and on which side of the 180th meridian."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.records import Place, PlaceKind

_KM_PER_DEGREE = 111.2  # of latitude, on a sphere of the Earth's mean radius
_MAX_LATITUDE = 84.0  # Web Mercator runs to infinity at the poles
_TURN = 360  # degrees
_MIN_REACH = 0.5  # degrees; a lone town is shown with its surroundings
_MAX_REACH = {PlaceKind.COUNTRY: 2.0}  # degrees; a large state must not push the marks together
_DEFAULT_MAX_REACH = 6.0

Bounds = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Window:
    """A full turn of longitudes ``[west, west + 360)`` on which places lie close together.

    Attributes
    ----------
    west
        Degrees; -180 unless the places are closer to each other across the 180th meridian.
    """

    west: float = -180.0

    @classmethod
    def around(cls, places: Iterable[Place]) -> "Window":
        """Return the window whose edge runs through the widest gap between the places."""
        longitudes = sorted({place.lon for place in places})
        if not longitudes:
            return cls()
        gaps = [(following - lon, following) for lon, following in pairwise(longitudes)]
        across = longitudes[0] + _TURN - longitudes[-1]
        widest, west = max(gaps, default=(0.0, -180.0))
        return cls(west) if widest > across else cls()

    def turns(self, lon: float) -> int:
        """Return how many full turns bring `lon` (degrees) into the window."""
        return -math.floor((lon - self.west) / _TURN)

    def wrap(self, lon: float) -> float:
        """Return `lon` (degrees) within the window; it may pass 180."""
        return lon + _TURN * self.turns(lon)

    def bounds(self, places: Sequence[Place]) -> Bounds | None:
        """Return what holds all places and their reach, or None without places.

        Returns
        -------
        ((south, west), (north, east))
            WGS 84 degrees, latitude first; longitudes lie in the window.
        """
        if not places:
            return None
        boxes = [self._box(place) for place in places]
        south, west, north, east = zip(*boxes, strict=True)
        return (
            (max(min(south), -_MAX_LATITUDE), min(west)),
            (min(max(north), _MAX_LATITUDE), max(east)),
        )

    def _box(self, place: Place) -> tuple[float, float, float, float]:
        """Return south, west, north and east of a place."""
        most = _MAX_REACH.get(place.kind, _DEFAULT_MAX_REACH)
        reach = min(max(place.radius_km / _KM_PER_DEGREE, _MIN_REACH), most)
        lon = self.wrap(place.lon)
        across = min(reach / max(math.cos(math.radians(place.lat)), 0.1), 2 * most)
        edges = (place.lat - reach, lon - across, place.lat + reach, lon + across)
        south, west, north, east = (round(edge, 3) for edge in edges)
        return south, west, north, east


def short_way(start: float, end: float) -> int:
    """Return the turns to add to `end` so that it lies within 180 degrees of `start`.

    Parameters
    ----------
    start, end
        Longitudes, degrees.

    Returns
    -------
    int
        -1, 0 or 1 for longitudes of one window.
    """
    return -round((end - start) / _TURN) if abs(end - start) > _TURN / 2 else 0
