"""A stream seen through a window: held bytes that can be looked at again before they are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["DamageError", "Window"]

_PIECE = 1 << 16


class DamageError(Exception):
    """A stream cannot be read further."""


class Window:
    """The bytes of ``read`` from ``offset`` on, as far as they are ``held``; ``read`` gives none at the end.

    ``damage`` is why the stream ended before its end, and null where it did not.
    """

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self.held = bytearray()
        self.offset = 0
        self.damage: DamageError | None = None

    def fill(self, size: int) -> bool:
        """Holds ``size`` bytes; false where the stream ends before."""
        while len(self.held) < size:
            piece = self._piece(size - len(self.held) + _PIECE)
            if not piece:
                return False
            self.held += piece
        return True

    def _piece(self, size: int) -> bytes:
        try:
            return b"" if self.damage else self._read(size)
        except DamageError as error:
            self.damage = error
            return b""

    def drop(self, size: int) -> None:
        """Drops the first ``size`` of the held bytes."""
        del self.held[:size]
        self.offset += size

    def drop_blanks(self) -> bool:
        """Drops line ends at the front; false at the end of the stream."""
        while self.fill(1):
            blanks = len(self.held) - len(self.held.lstrip(b"\r\n"))
            self.drop(blanks)
            if self.held:
                return True
        return False

    def drop_to(self, pattern: re.Pattern[bytes], since: int, longest: int, most: int) -> bool:
        """Drops what stands before the first match that begins at ``since`` or after, else all there is.

        No match is longer than ``longest``. False where there is none in ``most`` bytes.
        """
        end = self.offset + since + most
        while True:
            if found := pattern.search(self.held, since):
                self.drop(found.start())
                return True
            searched = max(since, len(self.held) - longest)
            self.drop(searched)
            since = 0
            if self.offset > end or not self.fill(len(self.held) + 1):
                self.drop(len(self.held))
                return False
