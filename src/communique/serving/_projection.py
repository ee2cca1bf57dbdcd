"""Degrees to points of the map: the Equal Earth projection, in which areas are true."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, pi, radians, sin, sqrt

__all__ = ["HEIGHT", "WIDTH", "project"]

# Šavrič, Patterson and Jenny (2018), The Equal Earth map projection, doi:10.1080/13658816.2018.1504949.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
WIDTH = 960.0
"""Units of the drawing across the world, the same as in ``web/build.mjs``, which draws the land."""
_SCALE = WIDTH / (2 * pi / (_M * _A1))
_TOP = asin(_M)
HEIGHT = 2 * _SCALE * _TOP * (_A1 + _A2 * _TOP**2 + _TOP**6 * (_A3 + _A4 * _TOP**2))


@lru_cache(4_096)
def project(lat: float, lon: float) -> tuple[float, float]:
    """Where a point of the earth (degrees, WGS 84) is on the map, from its upper left corner."""
    theta = asin(_M * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    x = radians(lon) * cos(theta) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return round(WIDTH / 2 + _SCALE * x, 1), round(HEIGHT / 2 - _SCALE * y, 1)
