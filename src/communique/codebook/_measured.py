"""What the figures of one happening measure: the killed, the length of the talks, the money pledged."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["Bounds", "Measured", "MeasuredThings", "measured_things"]


class Measured(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing that figures measure, by their units and the words beside them; ``measured.yaml`` explains each field."""

    name: str
    units: frozenset[str]
    words: tuple[str, ...]
    families: frozenset[str] = frozenset()
    alike: bool = False
    grows: bool = False
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...] = ()


class Bounds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before a number by what they leave open: more than it, less, at least, at most, about."""

    more: tuple[str, ...]
    less: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]
    about: tuple[str, ...]


class MeasuredThings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of ``measured.yaml``."""

    measures: tuple[Measured, ...]
    bounds: Bounds


@cache
def measured_things() -> MeasuredThings:
    """What figures measure; ``msgspec.ValidationError`` names the field where the file is wrong."""
    return msgspec.convert(yaml_value("measured.yaml"), MeasuredThings)
