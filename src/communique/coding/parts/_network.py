"""The network that says which part somebody has in an act, from the signs of what lies between them.

One hidden layer: of each sign a row of weights, summed; what it gives are the chances of the roles. It was trained on
worded examples (``training/wordings``, ``make parts``) and is read from ``parts.npz``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from communique.types import Role

__all__ = ["Network", "network", "shares"]

Floats = NDArray[np.float32]
_BARRED = np.float32(-1e4)


class Network(msgspec.Struct, frozen=True):
    """The weights. ``roles`` are what it gives, first None for no part; ``signs`` gives each sign its row."""

    roles: Sequence[Role | None]
    signs: Mapping[str, int]
    rows: Floats
    rows_bias: Floats
    parts: Floats
    parts_bias: Floats

    def chances(self, signs: Sequence[Sequence[str]], allowed: frozenset[Role]) -> Floats:
        """Names × roles: how likely each name, told by its signs, has each of the roles that the act knows."""
        known = [[self.signs[sign] for sign in own if sign in self.signs] for own in signs]
        hidden: Floats = np.stack([self.rows[row].sum(axis=0) for row in known]) + self.rows_bias
        scores = np.maximum(hidden, 0) @ self.parts + self.parts_bias
        barred = [role is not None and role not in allowed for role in self.roles]
        return shares(np.where(barred, _BARRED, scores))


def shares(scores: Floats) -> Floats:
    """Scores, a row each → chances that make one (softmax)."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Floats = raised / raised.sum(axis=1, keepdims=True)
    return found


@cache
def network() -> Network:
    """The network that the package ships."""
    with (files(__package__) / "parts.npz").open("rb") as stored, np.load(stored) as arrays:
        weights = {name: arrays[name].astype("float32") for name in arrays.files if arrays[name].dtype.kind == "f"}
        roles, signs = (str(arrays[name]).split("\n") for name in ("roles", "signs"))
        known = msgspec.convert([role or None for role in roles], tuple[Role | None, ...])
        return Network(roles=known, signs={sign: row for row, sign in enumerate(signs)}, **weights)
