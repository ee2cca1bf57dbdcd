"""Words for one thing by those who see it differently: "invasion" and "special military operation"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from communique.codebook._tables import yaml_table

__all__ = ["Framed", "FramedExample", "framed_things"]


class FramedExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and the variants that are found in it; run as a test."""

    text: str
    finds: tuple[str, ...]


class Framed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing, where the difference is documented, and each variant with the forms that stand for it."""

    thing: str
    source: str
    words: Mapping[str, tuple[str, ...]]
    examples: tuple[FramedExample, ...]
    counterexamples: tuple[str, ...] = ()


@cache
def framed_things() -> tuple[Framed, ...]:
    """All things that go by several words; ``msgspec.ValidationError`` names the field where the file is wrong."""
    return yaml_table("framing.yaml", Framed)
