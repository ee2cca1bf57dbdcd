"""States and territories, with the words that news has for them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import jsonl_table, read_csv

__all__ = ["Ambiguity", "Country", "FormerName", "ambiguous_names", "countries"]


class FormerName(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name that a state gave up; ``start`` and ``end`` are its first and last day, null where not known."""

    name: str
    start: date | None = None
    end: date | None = None


class Country(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state, a territory with a code of its own, or a former state.

    ``code`` is ISO 3166-1 alpha-3 (Kosovo ``XKX``; former states ISO 3166-3: ``SUN``, ``YUG``);
    ``names`` are cased as news writes them ("US" is not "us") and begin with ``name``; ``adjectives``
    ("Dutch"), ``demonyms`` ("Dutchman", "Dutch") and ``combining`` first halves ("Sino" in
    "Sino-Russian") hold singular and plural. ``lat`` and ``lon`` are degrees (WGS 84) of the capital,
    else of the middle. ``start`` and ``end`` are the days that a former state was founded and ended.
    ``former_names`` are those of ``names`` that a state of today bore before ("Zaire", "Burma").
    """

    code: str
    name: str
    kind: Literal["state", "territory", "former"]
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    capital: str | None = None
    lat: float | None = None
    lon: float | None = None
    start: date | None = None
    end: date | None = None
    former_names: tuple[FormerName, ...] = ()


class Ambiguity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name of a country or city that has other readings.

    ``countries`` are the codes of the countries that it may stand for; ``readings`` what else it may
    be: ``us-state``, ``us-town``, ``surname``, ``given-name``, ``word``, ``river``, ``region``,
    ``people``, ``company`` or ``island``.
    """

    name: str
    countries: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@cache
def countries() -> tuple[Country, ...]:
    """All countries by code; generated from rigour, ISO 3166 and the CIA World Factbook."""
    return jsonl_table("countries.jsonl", Country)


@cache
def ambiguous_names() -> tuple[Ambiguity, ...]:
    """The names that context has to decide, such as "Georgia", "Jordan" and "Congolese"."""
    return read_csv("ambiguous.csv", Ambiguity)
