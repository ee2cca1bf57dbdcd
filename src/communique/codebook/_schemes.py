"""What PLOVER and CAMEO know: the types with their modes, and the codes, to which every kind is mapped."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["Schemes", "schemes"]


class Schemes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The foreign schemes: PLOVER's types with their modes and its contexts, CAMEO's codes, and their sources."""

    sources: dict[str, str]
    plover: dict[str, tuple[str, ...]]
    contexts: tuple[str, ...]
    cameo: tuple[str, ...]


@cache
def schemes() -> Schemes:
    """The schemes as ``schemes.yaml`` has them, whose head names the sources."""
    raw = yaml_value("schemes.yaml")
    return msgspec.convert({**raw, "cameo": [code for row in raw["cameo"] for code in row.split()]}, Schemes)
