"""Geodesic measures on the WGS 84 ellipsoid."""

from geopy.distance import geodesic


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
    return float(geodesic((lat1, lon1), (lat2, lon2)).kilometers)
