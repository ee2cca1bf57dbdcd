"""Nouns that stand for a state, or somebody met, of whom one has told: "the kingdom", "its neighbour", "his host"."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook._short_forms import ShortFormExample
from communique.codebook._tables import yaml_value

__all__ = ["Land", "StandIns", "Standing", "stand_ins"]


class Land(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun for states: ``of`` are the codes of those that it fits; where it lists none it fits any."""

    noun: str
    of: tuple[str, ...]
    examples: tuple[ShortFormExample, ...]
    counterexamples: tuple[str, ...]


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for the other of two: ``examples`` end with one that stands for the actor of that name."""

    nouns: tuple[str, ...]
    examples: tuple[ShortFormExample, ...]
    counterexamples: tuple[str, ...]


class StandIns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All nouns: for a state, for the state beside one, for the person whom somebody meets and the state he
    visits, and for who visits the state in which a story is."""

    lands: tuple[Land, ...]
    neighbours: Standing
    fellows: Standing
    hosts: Standing
    guests: Standing


@cache
def stand_ins() -> StandIns:
    """The nouns of the codebook."""
    return msgspec.convert(yaml_value("stand_ins.yaml"), StandIns)
