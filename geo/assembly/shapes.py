"""Areas on the sphere: an interior point that looks like the middle, and how far it reaches."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Point, Polygon

EARTH_RADIUS_KM = 6371.0088
# Parts farther than this from the largest one are not what a report means by the country's name:
# French Guiana and Réunion, Hawaii, the Azores.
NEIGHBOUR_KM = 500.0
# A centroid nearer to the border than this share of the widest inscribed circle does not look like a middle.
CENTROID_SHARE = 0.15

Area = Polygon | MultiPolygon
Floats = NDArray[np.float64]


def distances_km(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    """Great-circle distances in kilometres from one point to many (haversine, mean earth radius)."""
    half_lat = np.radians(lats - lat) / 2
    half_lon = np.radians(lons - lon) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(np.radians(lat)) * np.cos(np.radians(lats)) * np.sin(half_lon) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0))), dtype=np.float64)


def _to_plane(coordinates: Floats) -> Floats:
    """Lambert's cylindrical equal-area projection of (lon, lat) degrees."""
    return np.column_stack([np.radians(coordinates[:, 0]), np.sin(np.radians(coordinates[:, 1]))])


def _parts(area: Area) -> list[Polygon]:
    """Return the polygons of an area, the largest on the ground first."""
    polygons = list(area.geoms) if isinstance(area, MultiPolygon) else [area]
    return sorted(polygons, key=lambda p: (-shapely.transform(p, _to_plane).area, p.bounds))


def interior_point(area: Area) -> tuple[float, float]:
    """Return (lat, lon), degrees, of a point inside the largest part of `area`.

    The centroid on an equal-area plane where it lies well inside, else the centre of the largest
    inscribed circle.
    """
    plane = shapely.transform(_parts(area)[0], _to_plane)
    spoke = shapely.maximum_inscribed_circle(plane, tolerance=1e-6)
    middle = plane.centroid
    inside = plane.contains(middle) and middle.distance(plane.boundary) >= CENTROID_SHARE * spoke.length
    chosen = middle if inside else Point(spoke.coords[0])
    return round(float(np.degrees(np.arcsin(chosen.y))), 4), round(float(np.degrees(chosen.x)), 4)


def _near(part: Polygon, main: Floats) -> bool:
    corners = shapely.get_coordinates(part)
    # Every corner against every corner of the mainland is exact and slow; ten of an island tell it as well.
    step = max(1, len(corners) // 10)
    return any(
        float(distances_km(lat, lon, main[:, 1], main[:, 0]).min()) <= NEIGHBOUR_KM
        for lon, lat in corners[::step].tolist()
    )


def main_land(area: Area) -> MultiPolygon:
    """Return the largest part of `area` and those within `NEIGHBOUR_KM` of it."""
    main, *others = _parts(area)
    mainland = shapely.get_coordinates(main)
    return MultiPolygon([main, *(part for part in others if _near(part, mainland))])


def reach_km(area: Area, lat: float, lon: float) -> float:
    """Return the distance, kilometres, from (lat, lon) to the farthest corner of `area`.

    Parts more than `NEIGHBOUR_KM` away from the largest one do not count.
    """
    corners = shapely.get_coordinates(main_land(area))
    return round(max(1.0, float(distances_km(lat, lon, corners[:, 1], corners[:, 0]).max())), 1)
