"""Kilometres on an equal-area plane (Albers conic, sphere of equal area), and back to degrees.

Good to 0.4% in length anywhere in Bihar; used to model, never to measure a result. Both are rounded (to
a millimetre), for the last bits of a sine depend on the processor, and must not decide between two
points that are equally near.
"""
import numpy as np

RADIUS_KM = 6371.0072
DECIMALS_KM, DECIMALS_DEGREES = 6, 8
_P1, _P2, _P0, _L0 = np.radians([24.8, 27.0, 25.9, 85.8])
_N = (np.sin(_P1) + np.sin(_P2)) / 2
_C = np.cos(_P1) ** 2 + 2 * _N * np.sin(_P1)
_RHO0 = RADIUS_KM * np.sqrt(_C - 2 * _N * np.sin(_P0)) / _N


def to_plane(lonlat):
    """Array (..., 2) of degrees to the same of kilometres."""
    lon, lat = np.moveaxis(np.radians(np.asarray(lonlat, float)), -1, 0)
    rho = RADIUS_KM * np.sqrt(_C - 2 * _N * np.sin(lat)) / _N
    theta = _N * (lon - _L0)
    return np.stack([rho * np.sin(theta), _RHO0 - rho * np.cos(theta)], -1).round(DECIMALS_KM)


def to_degrees(xy):
    x, y = np.moveaxis(np.asarray(xy, float), -1, 0)
    rho = np.hypot(x, _RHO0 - y)
    lon = _L0 + np.arctan2(x, _RHO0 - y) / _N
    lat = np.arcsin((_C - (rho * _N / RADIUS_KM) ** 2) / (2 * _N))
    return np.degrees(np.stack([lon, lat], -1)).round(DECIMALS_DEGREES)


def great_circle_km(a, b):
    """Straight distance between points in degrees."""
    (lon_a, lat_a), (lon_b, lat_b) = np.radians(a), np.radians(b)
    h = (
        np.sin((lat_b - lat_a) / 2) ** 2
        + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * 6371.0088 * np.arcsin(np.sqrt(h))
