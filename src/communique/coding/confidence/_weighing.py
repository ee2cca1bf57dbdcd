"""The signs of a claim → its confidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp
from pathlib import Path

import msgspec

from communique.coding.confidence._signs import Signed
from communique.types import EventClaim

__all__ = ["LEAST", "WEIGHTS", "Weights", "confidence", "weighed", "weights"]

LEAST = 0.55
"""What a claim needs that is not told outright: in the read sets about half of what this drops is wrong. A claim told
outright that has less has it from its kind, of which too many are false: to drop it would be to code the kind no more.
"""
WEIGHTS = Path(__file__).with_name("weights.json")


class Weights(msgspec.Struct, frozen=True):
    """What a claim without signs has, and what each sign adds: log odds."""

    base: float
    signs: Mapping[str, float]


@cache
def weights() -> Weights:
    """The weights that the package ships."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def confidence(signs: Iterable[str], known: Weights | None = None) -> float:
    """The probability, 0.0–1.0 to two decimals, that a reader finds the event of these signs in the text.

    ``known`` are other weights than those shipped.
    """
    known = known or weights()
    return round(1 / (1 + exp(-known.base - sum(known.signs.get(sign, 0.0) for sign in signs))), 2)


def weighed(claims: Iterable[Signed], least: float = LEAST) -> Iterator[EventClaim]:
    """The claims with their confidence; those not told outright need ``least``."""
    for one in claims:
        sure = confidence(one.signs)
        if one.outright or sure >= least:
            yield msgspec.structs.replace(one.claim, confidence=sure)
