"""What is wrong with a record, in one place of it."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Fault", "Remedy"]

Remedy = Literal["repair", "restore"]
"""``repair`` where ``communique check --repair`` derives it anew from what is sound, ``restore`` where only a copy of
the file has what is lost."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A fault: the table, the id of what is wrong in it (null for the whole table), the problem and the remedy."""

    table: str
    id: str | None
    problem: str
    remedy: Remedy
