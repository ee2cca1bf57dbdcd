"""How much an archive may unfold to, against archives made to fill the memory or the disk."""

from __future__ import annotations

import io
from typing import Protocol

__all__ = ["Allowance", "BombError", "Metered"]

_RATIO = 200
"""Times its own size. News packs to a fifth or a tenth of its size, tables that repeat themselves to a fiftieth;
deflate can do a thousand, and the others more."""
_FLOOR = 100_000_000
"""Bytes that any archive may unfold to."""


class BombError(Exception):
    """An archive unfolds to more than it may."""


class Allowance:
    """The bytes that an archive of ``packed`` bytes may still unfold to, with all archives in it."""

    def __init__(self, packed: int) -> None:
        self._left = max(_FLOOR, _RATIO * packed)

    def take(self, size: int) -> None:
        """Takes ``size`` bytes off; ``BombError`` where they are not left."""
        self._left -= size
        if self._left < 0:
            raise BombError(
                f"it unfolds to more than {_RATIO} times its size and {_FLOOR // 1_000_000} MB, as what is made to do "
                "harm does; unpack it yourself if you trust it"
            )


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Metered(io.RawIOBase):
    """``packed`` as a stream of what is in it, as far as ``allowance`` goes."""

    def __init__(self, packed: _Readable, allowance: Allowance) -> None:
        self._packed = packed
        self._allowance = allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._packed.read(len(buffer))
        self._allowance.take(len(data))
        buffer[: len(data)] = data
        return len(data)
