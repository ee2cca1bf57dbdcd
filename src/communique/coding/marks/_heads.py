"""The vectors of words → how likely each tells of an act of which kind, and who has which part in it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from communique.coding.parts import shares
from communique.types import Role

__all__ = ["Heads", "distances"]

Floats = NDArray[np.float32]
_SPAN = 12  # steps of nearness on each side
_BEND = np.float32(np.sqrt(2 / np.pi))


class Heads(msgspec.Struct, frozen=True):
    """The layers over the vectors, each with a ``…_bias``. ``kinds`` begin with "none", ``roles`` with None."""

    kinds: Sequence[str]
    roles: Sequence[Role | None]
    acts: Floats
    acts_bias: Floats
    act: Floats
    act_bias: Floats
    name: Floats
    name_bias: Floats
    of_kind: Floats
    of_distance: Floats
    hidden: Floats
    hidden_bias: Floats
    part: Floats
    part_bias: Floats

    def kinds_of(self, words: Floats) -> Floats:
        """Words × kinds: how likely each word tells of an act of each kind; the first, that it tells of none."""
        return shares(words @ self.acts + self.acts_bias)

    def sides_of(self, names: Floats) -> Floats:
        """What is read of the words of names, whatever act they may have a part in: once for all acts of a sentence."""
        sides: Floats = names @ self.name + self.name_bias
        return sides

    def parts_of(self, word: Floats, kind: int, sides: Floats, distance: Sequence[int]) -> Floats:
        """Names × roles: which part each side has in the act of that kind that the word tells of."""
        act = word @ self.act + self.act_bias + self.of_kind[kind] + self.of_distance[np.asarray(distance, int)]
        hidden = np.concatenate([_gelu(act + sides), act * sides], axis=1) @ self.hidden + self.hidden_bias
        return shares(_gelu(hidden) @ self.part + self.part_bias)


def distances(at: int, names: Sequence[int]) -> list[int]:
    """How far behind or before the act each name stands: ``_SPAN`` steps on each side, finer where it is near."""
    steps = [min(_SPAN - 1, int(np.ceil(np.log2(abs(name - at) + 1) * 2))) for name in names]
    return [step if name >= at else _SPAN + step for name, step in zip(names, steps, strict=True)]


def _gelu(values: Floats) -> Floats:
    """The Gaussian error linear unit by its usual approximation, which is off by less than 0.001 (Hendrycks 2016)."""
    bent: Floats = 0.5 * values * (1 + np.tanh(_BEND * (values + 0.044715 * (values * values * values))))
    return bent
