"""The places nearest to a point, by cells of one degree."""

import math
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush

from geo.errors import GazetteerError
from geo.measures import distance_km

# The y-th belt of cells from the south pole, the x-th cell of it from 180 degrees west.
Cell = tuple[int, int]
# The places, as (row, lat, lon), of a belt's cells from one to another.
Belts = Callable[[int, int, int], Iterable[tuple[int, float, float]]]
BELTS, AROUND = 180, 360
_MAX_LAT, _MAX_LON = 90, 180
# The smallest radius of curvature of the WGS 84 ellipsoid (of the meridian, at the equator): an angle
# between two points times it is never more than the geodesic.
_SMALLEST_RADIUS_KM = 6335.439
_REACHES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 180.0)


def cell_of(lat: float, lon: float) -> Cell:
    """Return the cell of a point, degrees."""
    return min(int(lat + 90), BELTS - 1), int(lon + 180) % AROUND


def by_distance(places: Belts, lat: float, lon: float) -> Iterator[tuple[float, int]]:
    """Yield (kilometres, row) of every place, the nearest first; of equally near ones the lower row.

    Parameters
    ----------
    places
        Gives those of some cells of a belt.
    lat, lon
        WGS 84 degrees.

    Raises
    ------
    GazetteerError
        The point is not on the globe.

    Notes
    -----
    Circles grow around the point. A cheap lower bound of each distance orders the places of the cells
    that a circle touches, and the geodesic is reckoned only of those that may come next.
    """
    if not (abs(lat) <= _MAX_LAT and abs(lon) <= _MAX_LON):  # false for what is not a number, too
        raise GazetteerError(f"{lat:g}, {lon:g} is no point; give latitude -90 to 90, longitude -180 to 180")
    seen: dict[int, range] = {}
    bounded: list[tuple[float, int, float, float]] = []
    measured: list[tuple[float, int]] = []
    for reach in _REACHES:
        belts, columns = _touched(lat, lon, reach)
        for belt in belts:
            for first, last in _unseen(columns, seen.get(belt)):
                for row, its_lat, its_lon in places(belt, first, last):
                    bound = _SMALLEST_RADIUS_KM * _angle(lat, lon, its_lat, its_lon)
                    heappush(bounded, (bound, row, its_lat, its_lon))
            seen[belt] = columns
        sure = math.inf if reach >= _REACHES[-1] else _SMALLEST_RADIUS_KM * math.radians(reach)
        while bounded or measured:
            following = min(bounded[0][0] if bounded else math.inf, sure)
            if measured and measured[0][0] < following:
                yield heappop(measured)
            elif bounded and bounded[0][0] <= sure:
                _, row, its_lat, its_lon = heappop(bounded)
                heappush(measured, (distance_km(lat, lon, its_lat, its_lon), row))
            else:
                break


def _angle(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the angle at the globe's centre, radians, by the haversine formula."""
    south, north = math.radians(lat1), math.radians(lat2)
    across = math.sin(math.radians(lon2 - lon1) / 2) ** 2
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * across
    return 2 * math.asin(math.sqrt(min(half, 1.0)))


def _touched(lat: float, lon: float, reach: float) -> tuple[range, range]:
    """Return the belts and columns of the box around a circle of `reach` degrees, all columns over a pole.

    Columns go on over 180 degrees in either direction, from that of the point: what a smaller circle touches
    lies within.
    """
    lowest, highest = (
        cell_of(max(lat - reach, -_MAX_LAT), lon)[0],
        cell_of(min(lat + reach, _MAX_LAT), lon)[0],
    )
    belts, column = range(lowest, highest + 1), math.floor(lon + 180)
    if abs(lat) + reach < _MAX_LAT - 1:
        half = math.degrees(math.asin(math.sin(math.radians(reach)) / math.cos(math.radians(lat))))
        west, east = math.floor(lon - half + 180 - 1e-9), math.floor(lon + half + 180 + 1e-9)
        if east - west < AROUND:
            return belts, range(west, east + 1)
    return belts, range(column - AROUND, column + AROUND)


def _unseen(columns: range, seen: range | None) -> Iterator[tuple[int, int]]:
    """Yield the first and last column of each stretch that is new, none twice around the globe."""
    if seen is None:
        sides = [range(columns.start, min(columns.stop, columns.start + AROUND))]
    else:
        room = max(0, AROUND - len(seen))
        east = range(seen.stop, min(columns.stop, seen.stop + room))
        west = range(max(columns.start, seen.start - room + len(east)), seen.start)
        sides = [west, east]
    for side in sides:
        if side:
            first, last = side.start % AROUND, (side.stop - 1) % AROUND
            yield from [(first, last)] if first <= last else [(first, AROUND - 1), (0, last)]
