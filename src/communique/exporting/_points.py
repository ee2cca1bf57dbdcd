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
    """The point of a place; of one without coordinates its country's; null where neither is known."""
    if place.lat is None or place.lon is None:
        return country_point(place.country)
    return Point(place.lon, place.lat, _precision(place))


def country_point(code: str | None) -> Point | None:
    """The point that stands for a country: its capital's, else its middle."""
    return _countries().get(code or "")


def _precision(place: Place) -> Precision:
    """What the codebook knows the place to be; ``unknown`` where coordinates came from elsewhere."""
    if place.id in _country_ids():
        return "country"
    return _kinds().get((place.name, place.country), "unknown")


@cache
def _countries() -> Mapping[str, Point]:
    found = ((c.code, c.lon, c.lat) for c in countries())
    points = {code: Point(lon, lat, "country") for code, lon, lat in found if lon is not None and lat is not None}
    return MappingProxyType(points)


@cache
def _country_ids() -> frozenset[str]:
    return frozenset(country.wikidata for country in countries() if country.wikidata)


@cache
def _kinds() -> Mapping[tuple[str, str | None], Precision]:
    """By name and country, which no two cities share; a city goes before the state that it is."""
    states: dict[tuple[str, str | None], Precision] = {(c.name, c.code): "country" for c in countries()}
    return MappingProxyType(states | {(c.name, c.country): c.kind for c in cities()})
