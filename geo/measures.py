"""Geodesic measures on the WGS 84 ellipsoid."""

import math
from functools import lru_cache

_MEAN_RADIUS_KM = 6371.0088
# A geodesic is at most 0.56 % shorter than the great circle on a sphere of the mean radius.
_SHORTEST = 0.994
_ROUNDING_KM = 1e-6


@lru_cache(maxsize=65536)  # the same few places stand beside each other again and again
def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the geodesic distance between two points, in kilometres.

    Parameters
    ----------
    lat1, lon1, lat2, lon2
        WGS 84 degrees, latitude before longitude.

    Notes
    -----
    geopy's ``geodesic`` follows C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013).
    """
    from geopy.distance import geodesic  # noqa: PLC0415 - takes 0.1 s to load, and a name needs no distance

    return float(geodesic((lat1, lon1), (lat2, lon2)).kilometers)


def is_within_km(lat1: float, lon1: float, lat2: float, lon2: float, km: float) -> bool:
    """Tell whether the geodesic distance between two points is at most `km` kilometres.

    The great circle, a hundred times as fast, settles it where the points lie far apart.

    Parameters
    ----------
    lat1, lon1, lat2, lon2
        WGS 84 degrees, latitude before longitude.
    km
        Kilometres.
    """
    if great_circle_km(lat1, lon1, lat2, lon2) * _SHORTEST > km + _ROUNDING_KM:
        return False
    return distance_km(lat1, lon1, lat2, lon2) <= km


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the distance on a sphere of the earth's mean radius, kilometres, by the haversine formula."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    across = math.sin(math.radians(lon2 - lon1) / 2)
    along = math.sin((phi2 - phi1) / 2)
    half = along * along + math.cos(phi1) * math.cos(phi2) * across * across
    return 2 * _MEAN_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
