"""Places compared: the same, one within the other, or two that cannot both be."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from communique.resolving._countries import is_country
from communique.resolving._names import is_wikidata, plain
from communique.types import Place

__all__ = ["lands_clash", "places_agree", "places_clash", "roughness"]

_EARTH_KM = 6371.0
_APART_KM = 50.0
"""A venue and the city it lies in are nearer to each other than that; two cities are further apart."""


def places_agree(one: Place, other: Place) -> bool:
    """Whether both name one place, or one names the country that the other lies in."""
    if lands_clash(one, other):
        return False
    return _same(one, other) or (one.country == other.country and (is_country(one) or is_country(other)))


def places_clash(one: Place, other: Place) -> bool:
    """Whether both cannot hold: other countries, or known to lie apart.

    Two names alone are no proof: one may be a venue in the other.
    """
    if places_agree(one, other):
        return False
    if lands_clash(one, other):
        return True
    km = _distance(one, other)
    return km is not None and km > _APART_KM and not (is_country(one) or is_country(other))


def lands_clash(one: Place, other: Place) -> bool:
    """Whether two places lie in different countries."""
    return one.country is not None and other.country is not None and one.country != other.country


def roughness(place: Place) -> int:
    """1 for a whole country, 0 for a place within one."""
    return int(is_country(place))


def _same(one: Place, other: Place) -> bool:
    if one.id is not None and is_wikidata(one.id) and one.id == other.id:
        return True
    return plain(one.name) == plain(other.name)


def _distance(one: Place, other: Place) -> float | None:
    """Kilometres on the great circle (haversine); null where coordinates are missing."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat1) / 2) ** 2
    half += cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
