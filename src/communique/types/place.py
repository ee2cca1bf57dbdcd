"""Where something happened."""

from __future__ import annotations

import msgspec

from communique.types.span import Span

__all__ = ["Place"]


class Place(msgspec.Struct, frozen=True):
    """A city, venue or country: ISO 3166-1 alpha-3, degrees of WGS 84, GeoNames or Wikidata id."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    id: str | None = None
    evidence: Span | None = None
