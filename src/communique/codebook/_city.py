"""Cities and venues of diplomacy: where things happen, and what a capital stands for."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import jsonl_table

__all__ = ["City", "cities"]


class City(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A city, or a venue such as a palace or a resort.

    ``country`` is ISO 3166-1 alpha-3, null for places of no state; ``names`` begin with ``name``;
    ``lat`` and ``lon`` are degrees (WGS 84); ``id`` is a Wikidata id, null where none was found for it.
    ``capital`` marks the capital in law, ``seat_of_government`` a seat that is not the capital (The
    Hague, Ramallah): both may stand for their government. ``bare`` are the other readings of a name
    without its country, in the words of ``Ambiguity.readings``.
    """

    name: str
    country: str | None = None
    kind: Literal["city", "venue", "region"] = "city"
    lat: float | None = None
    lon: float | None = None
    names: tuple[str, ...] = ()
    id: str | None = None
    capital: bool = False
    seat_of_government: bool = False
    bare: tuple[str, ...] = ()

    @property
    def governed(self) -> str | None:
        """The country that is governed from here, null where none is."""
        return self.country if self.capital or self.seat_of_government else None


@cache
def cities() -> tuple[City, ...]:
    """All capitals and the other cities and venues that diplomacy meets in."""
    return jsonl_table("cities.jsonl", City)
