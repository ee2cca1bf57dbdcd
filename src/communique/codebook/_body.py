"""Bodies of government: ministries, parliaments, armed forces, and the seats that stand for them."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import yaml_table

__all__ = ["Body", "BodyKind", "bodies"]

BodyKind = Literal[
    "government", "ministry", "presidency", "parliament", "court", "military", "agency", "embassy", "party"
]


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A body of government, or a metonym of one.

    ``country`` is ISO alpha-3; null where the words need a country in front or behind ("the Russian
    foreign ministry", "the foreign ministry of Cuba"). ``names`` begin with ``name``; they are cased
    where ``country`` is set and lower case where it is null. ``metonym`` marks a place that stands for
    the body ("the Kremlin"); ``place`` says that the same words may also be the place itself.
    ``office`` is the id of the office that leads it; ``patterns`` are names with gaps (``…``).
    ``source`` says where the body can be looked up. A name is found in each of the ``examples`` and none
    in the ``counterexamples``.
    """

    id: str
    name: str
    kind: BodyKind
    names: tuple[str, ...]
    source: str
    examples: tuple[str, ...]
    country: str | None = None
    metonym: bool = False
    place: bool = False
    office: str | None = None
    patterns: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies of the codebook."""
    return yaml_table("bodies.yaml", Body)
