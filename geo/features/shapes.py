"""Lines and areas on the globe, WGS 84, longitude before latitude, cut at the antimeridian."""

import math
from collections.abc import Sequence
from itertools import pairwise

import antimeridian
from pyproj import Geod
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon

from geo.records import Place

_GEOD = Geod(ellps="WGS84")
_STEP_KM = 100.0  # a great circle is drawn with a point about this often
_CIRCLE_POINTS = 64
_HALF_AROUND = 179.0  # degrees: no step on one side of the antimeridian goes as far
_ANTIMERIDIAN = 180.0 - 1e-9  # as near as a computed longitude comes to it
_MAX_RADIUS_KM = 9000.0  # a circle may not reach around the globe


def great_circle(start: Place, end: Place) -> MultiLineString:
    """Return the shortest line between two places, cut at the antimeridian."""
    _, _, metres = _GEOD.inv(start.lon, start.lat, end.lon, end.lat)
    steps = int(metres / 1000 / _STEP_KM)
    between = _GEOD.npts(start.lon, start.lat, end.lon, end.lat, steps) if steps else []
    points = _on_one_side([(start.lon, start.lat), *between, (end.lon, end.lat)])
    if all(abs(a - b) < _HALF_AROUND for (a, _), (b, _) in pairwise(points)):
        return MultiLineString([points])  # as below, where looking takes ten times as long
    cut = antimeridian.fix_line_string(LineString(points), great_circle=True)
    return cut if isinstance(cut, MultiLineString) else MultiLineString([cut])


def _on_one_side(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return points of which those on the antimeridian have the sign of the point before.

    180 and -180 degrees are one meridian: a line that runs along it, or begins there, crosses nothing.
    """
    side = next((math.copysign(180.0, lon) for lon, _ in points if lon and abs(lon) < _ANTIMERIDIAN), 180.0)
    told = []
    for lon, lat in points:
        if abs(lon) < _ANTIMERIDIAN:
            side = math.copysign(180.0, lon)
        told.append((lon if abs(lon) < _ANTIMERIDIAN else side, lat))
    return told


def reach(place: Place) -> Polygon | MultiPolygon:
    """Return the circle that a place reaches, `radius_km` around its point, cut at the antimeridian."""
    metres = min(max(place.radius_km, 0.1), _MAX_RADIUS_KM) * 1000
    # Against the clock: that is how the library knows that a ring around a pole holds the pole.
    bearings = [-360.0 * n / _CIRCLE_POINTS for n in range(_CIRCLE_POINTS)]
    lons, lats, _ = _GEOD.fwd(
        [place.lon] * _CIRCLE_POINTS, [place.lat] * _CIRCLE_POINTS, bearings, [metres] * _CIRCLE_POINTS
    )
    ring = Polygon(zip(lons, lats, strict=True))
    return antimeridian.fix_polygon(ring, fix_winding=True)
