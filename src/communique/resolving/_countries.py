"""Names of countries, as titles and comparisons of places need them."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from communique.codebook import countries
from communique.resolving._names import plain
from communique.types import Place

__all__ = ["country_name", "is_country"]


def country_name(code: str) -> str | None:
    """The English name of a country by its ISO 3166-1 alpha-3 code; null where the codebook has none."""
    return _names().get(code)


def is_country(place: Place) -> bool:
    """Whether the place is a country as a whole, and so less precise than a place in it."""
    return place.country is not None and (place.country, plain(place.name)) in _wholes()


@cache
def _names() -> MappingProxyType[str, str]:
    return MappingProxyType({country.code: country.name for country in countries()})


@cache
def _wholes() -> frozenset[tuple[str, str]]:
    return frozenset((country.code, plain(name)) for country in countries() for name in country.names)
