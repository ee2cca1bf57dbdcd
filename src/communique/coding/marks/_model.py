"""The model of acts that the package ships, and the libraries that run it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from communique.coding.marks._encoder import Encoder
from communique.coding.marks._heads import Heads
from communique.types import Role

__all__ = ["SWITCH", "Model", "model"]

SWITCH = "COMMUNIQUE_MARKS"
"""The variable of the environment that, set to "off", leaves the acts to the frames alone: faster, and as before."""


class Model(msgspec.Struct, frozen=True):
    """Words → vectors, vectors → acts and parts."""

    encoder: Encoder
    heads: Heads


def model() -> Model | None:
    """The shipped model; None where ``communique[marks]`` is not installed, or marks are switched off."""
    return None if os.environ.get(SWITCH) == "off" else _shipped()


@cache
def _shipped() -> Model | None:
    try:
        import onnxruntime  # noqa: F401  # looked for before half a model is read
        import tokenizers  # noqa: F401
    except ImportError:
        return None
    room = files(__package__)
    with (room / "marks.npz").open("rb") as stored, np.load(stored) as arrays:
        weights = {name: arrays[name] for name in arrays.files}
    encoder = Encoder.of(
        (room / "encoder.onnx").read_bytes(), _lines(weights["pieces"]), weights["rows"], weights["scales"]
    )
    return Model(encoder, _heads(weights))


def _heads(weights: Mapping[str, NDArray[np.generic]]) -> Heads:
    layers = {name: array.astype("float32") for name, array in weights.items() if array.dtype == np.float16}
    roles = msgspec.convert([None, *_lines(weights["roles"])[1:]], tuple[Role | None, ...])
    return Heads(kinds=_lines(weights["kinds"]), roles=roles, **layers)


def _lines(stored: NDArray[np.generic]) -> Sequence[str]:
    return str(stored).split("\n")
