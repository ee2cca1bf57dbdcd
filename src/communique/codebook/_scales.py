"""Scores and classes that the foreign schemes give to their types of event."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["PloverScale", "Scales", "scales"]

Quad = Literal["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"]
_TURNED = ("goldstein", "quads")
"""Tables that list the codes of each value."""


class PloverScale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Score (-10 conflict … 10 cooperation) and quad category of a PLOVER type."""

    score: float
    quad: Quad


class Scales(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``scales.yaml``, whose head names the sources.

    ``goldstein`` is by CAMEO code, ``quads`` (1–4) and ``intents`` (the code of an act that is yet to come) by
    CAMEO root code, ``plover`` by PLOVER type.
    """

    goldstein: dict[str, float]
    quads: dict[str, int]
    intents: dict[str, str]
    plover: dict[str, PloverScale]


@cache
def scales() -> Scales:
    """The scales, each code with its value."""
    raw = yaml_value("scales.yaml")
    turned = {name: {code: value for value, codes in raw[name].items() for code in codes.split()} for name in _TURNED}
    return msgspec.convert({**raw, **turned}, Scales, strict=False)
