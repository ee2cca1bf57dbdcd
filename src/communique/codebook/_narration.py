"""How a report places in time what it tells, where no date stands beside it: patterns and words, with examples."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["Narration", "Wording", "narration", "narrative"]


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A pattern by its name (a regular expression), with strings that hold it and strings that do not."""

    name: str
    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


class Narration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The patterns, and lemmas by the name of their list."""

    patterns: tuple[Wording, ...]
    words: dict[str, frozenset[str]]


@cache
def narration() -> Narration:
    """The file as it is; ``msgspec.ValidationError`` names the field where it is wrong."""
    return msgspec.convert(yaml_value("narration.yaml"), Narration)


@cache
def narrative() -> MappingProxyType[str, re.Pattern[str]]:
    """Name → its pattern, compiled."""
    return MappingProxyType({wording.name: re.compile(wording.pattern) for wording in narration().patterns})
