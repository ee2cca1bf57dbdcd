"""Figures to be: a quantity in its sentence, the change told of it, and the difference between two levels."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.coding.quantities._quantities import Quantity
from communique.types import Change

__all__ = ["Direction", "Moved", "Placed", "difference"]

Direction = Literal["up", "down"]


class Placed(msgspec.Struct, frozen=True):
    """A quantity with its first word and the first word behind it."""

    quantity: Quantity
    first: int
    behind: int


class Moved(msgspec.Struct, frozen=True):
    """A figure to be: its quantity, its change, the characters of both, and those of what it is against.

    ``follows`` marks a change of the figure that the sentence before told last.
    """

    placed: Placed
    change: Change | None
    start: int
    end: int
    against: tuple[int, int] | None = None
    follows: bool = False


def difference(quantity: Quantity, before: float, now: float, words: str) -> Change | None:
    """The change from ``before``, told in ``words``, to ``now``, in the unit of ``quantity``; null for none."""
    if before == now:
        return None
    unit = "percentage points" if quantity.unit == "percent" else quantity.unit or ""
    value = float(f"{abs(now - before):.12g}")
    return Change(direction="up" if now > before else "down", value=value, unit=unit, against=" ".join(words.split()))
