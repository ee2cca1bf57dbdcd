"""Where on the map a place is, and how precisely that is known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from communique.codebook import cities, countries
from communique.types import Place

__all__ = ["Point", "Precision", "country_point", "point"]

Precision = Literal["venue", "city", "region", "country", "unknown"]


class Point(msgspec.Struct, frozen=True):
    """Degrees of WGS 84. ``country`` precision is the point of the capital, ``region`` the middle of a wide area."""

    lon: float
    lat: float
    precision: Precision


def point(place: Place) -> Point | None:
    """The point of a place; where it has none that of its name in the codebook, else its country's; else null."""
    if place.lat is not None and place.lon is not None:
        return Point(place.lon, place.lat, _precision(place))
    return _named().get((place.name, place.country)) or country_point(place.country)


def country_point(code: str | None) -> Point | None:
    """The point that stands for a country: its capital's, else its middle."""
    return _countries().get(code or "")


def _precision(place: Place) -> Precision:
    """What the codebook knows the place to be; ``unknown`` where coordinates came from elsewhere."""
    if place.id in _country_ids():
        return "country"
    found = _named().get((place.name, place.country))
    return found.precision if found is not None else "unknown"


@cache
def _countries() -> Mapping[str, Point]:
    found = ((c.code, c.lon, c.lat) for c in countries())
    points = {code: Point(lon, lat, "country") for code, lon, lat in found if lon is not None and lat is not None}
    return MappingProxyType(points)


@cache
def _country_ids() -> frozenset[str]:
    return frozenset(country.wikidata for country in countries() if country.wikidata)


@cache
def _named() -> Mapping[tuple[str, str | None], Point]:
    """By name and country, which no two cities share; a city goes before the state that it is."""
    points: dict[tuple[str, str | None], Point] = {}
    for country in countries():
        if at := country_point(country.code):
            points[country.name, country.code] = at
    for city in cities():
        if city.lon is not None and city.lat is not None:
            points[city.name, city.country] = Point(city.lon, city.lat, city.kind)
    return MappingProxyType(points)
