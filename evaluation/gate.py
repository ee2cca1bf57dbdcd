"""The quality gate: no figure may fall behind the ones pinned in ``floors.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

__all__ = ["FLOORS", "Floors", "failures", "load_floors"]

FLOORS = Path(__file__).parent / "floors.toml"

# Floors are written with three decimals, rounded down; half of the last one is no change.
TOLERANCE = 0.0005


class Floors(msgspec.Struct, frozen=True):
    """Pinned figures: ``floors`` may not be undercut, ``ceilings`` not exceeded, on one corpus."""

    corpus: str
    floors: dict[str, float]
    ceilings: dict[str, float]


def load_floors(path: Path = FLOORS) -> Floors:
    """The pinned figures of ``path``; ``msgspec.ValidationError`` where a figure is no number."""
    return msgspec.toml.decode(path.read_bytes(), type=Floors)


def failures(pinned: Floors, measured: Mapping[str, float | None], corpus: str) -> Iterator[str]:
    """Each reason why the gate is shut, in words. ``corpus`` is the hash of the texts measured on."""
    if pinned.corpus != corpus:
        yield f"corpus: the floors were set on {pinned.corpus}, this is {corpus}"
    for name, floor in pinned.floors.items():
        value = measured.get(name)
        if value is None or value < floor - TOLERANCE:
            yield f"{name}: {_shown(value)} is below the floor of {floor}"
    for name, ceiling in pinned.ceilings.items():
        value = measured.get(name)
        if value is None or value > ceiling + TOLERANCE:
            yield f"{name}: {_shown(value)} is above the ceiling of {ceiling}"


def _shown(value: float | None) -> str:
    return "nothing measured" if value is None else f"{value:.4g}"
