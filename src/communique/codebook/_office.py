"""Offices that persons hold, and the words that modify them ("deputy", "former")."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import yaml_table

__all__ = [
    "LEADING_RANKS",
    "Office",
    "OfficeModifier",
    "confined_offices",
    "leading_offices",
    "office_modifiers",
    "offices",
    "ranks",
]


LEADING_RANKS = frozenset({"head-of-state", "head-of-government"})
"""Ranks of those who lead a state."""


class Office(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office and its titles.

    ``titles`` are lower case and begin with ``name``; ``plurals`` likewise ("foreign ministers").
    ``patterns`` are titles with gaps, where ``…`` stands for one or more words ("minister of …",
    "head of … diplomacy"). ``countries`` are the ISO alpha-3 codes that the office is confined to,
    ``()`` for any: "secretary of state" is a foreign minister in the USA alone. ``scope`` says whether
    the office is one of a state, of a part of one (a province, a city), of an organisation, or of any. ``rank`` is
    what the holder is to a state: its head, its head of government, its foreign minister; null otherwise. ``source``
    says where the office can be looked up. A title is found in each of the ``examples`` and none in the
    ``counterexamples``.
    """

    id: str
    name: str
    titles: tuple[str, ...]
    source: str
    examples: tuple[str, ...]
    plurals: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    scope: Literal["state", "part", "organisation", "any"] = "state"
    rank: Literal["head-of-state", "head-of-government", "foreign-minister", "defence-minister"] | None = None
    counterexamples: tuple[str, ...] = ()


class OfficeModifier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word before (or, with ``suffix``, after) a title.

    ``effect``: ``past`` and ``future`` holders do not hold the office now, ``then`` they held it at the time told;
    ``deputy`` names another,
    lower office; ``acting`` holds it for a time; ``none`` changes nothing ("visiting"). A word is found
    in each of the ``examples`` and none in the ``counterexamples``.
    """

    id: str
    words: tuple[str, ...]
    effect: Literal["past", "then", "future", "deputy", "acting", "none"]
    examples: tuple[str, ...]
    suffix: bool = False
    counterexamples: tuple[str, ...] = ()


@cache
def offices() -> tuple[Office, ...]:
    """All offices of the codebook."""
    return yaml_table("offices.yaml", Office)


@cache
def ranks() -> dict[str, str]:
    """Id of an office → its rank, of the offices that have one."""
    return {office.id: office.rank for office in offices() if office.rank is not None}


@cache
def confined_offices() -> frozenset[str]:
    """The names of the offices of some states alone; elsewhere firms and courts have them: "chief executive"."""
    return frozenset(office.name for office in offices() if office.countries)


@cache
def leading_offices() -> frozenset[str]:
    """The names of the offices of heads of state and government."""
    return frozenset(office.name for office in offices() if office.rank in LEADING_RANKS)


@cache
def office_modifiers() -> tuple[OfficeModifier, ...]:
    """The words that modify an office."""
    return yaml_table("office_modifiers.yaml", OfficeModifier)
