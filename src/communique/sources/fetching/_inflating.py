"""Packed bodies → what is in them, never more than may be."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

__all__ = ["ENCODINGS", "SizeError", "gunzip", "inflated"]

ENCODINGS = ("gzip", "deflate")
"""What is asked for, and nothing else is unpacked (RFC 9110, 8.4.1)."""
_EITHER = 32 + zlib.MAX_WBITS
"""gzip or zlib, as the first bytes tell; servers say one and send the other."""
_BARE = -zlib.MAX_WBITS
"""deflate without a header, as some servers send it."""
_GZIP = b"\x1f\x8b"


class SizeError(ValueError):
    """A body holds more than it may."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most / 1_000_000:g} MB, the most that is read")


class _Inflater:
    """Unpacks a body piece by piece."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._machine = zlib.decompressobj(_EITHER)
        self._fresh = True
        self.body = bytearray()

    def feed(self, piece: bytes) -> None:
        """Unpacks ``piece``. A file of gzip may have several members; what follows it and is none is passed over."""
        while piece and not (self._machine.eof and not piece.startswith(_GZIP)):
            if self._machine.eof:
                self._machine = zlib.decompressobj(_EITHER)
            self.body += self._unpacked(piece)
            if len(self.body) > self._most:
                raise SizeError(self._most)
            piece = self._machine.unconsumed_tail or self._machine.unused_data

    def _unpacked(self, piece: bytes) -> bytes:
        room = self._most - len(self.body) + 1
        fresh, self._fresh = self._fresh, False
        try:
            return self._machine.decompress(piece, room)
        except zlib.error:
            if not fresh:
                raise
        self._machine = zlib.decompressobj(_BARE)
        return self._machine.decompress(piece, room)

    @property
    def whole(self) -> bool:
        """Whether the body ended, or never began."""
        return self._fresh or self._machine.eof


def inflated(pieces: Iterable[bytes], most: int) -> bytes:
    """What ``pieces`` hold, unpacked.

    ``SizeError`` where that is more than ``most`` bytes, ``ValueError`` where they are damaged or break off.
    """
    inflater = _Inflater(most)
    try:
        for piece in pieces:
            inflater.feed(piece)
    except zlib.error as error:
        raise ValueError(f"the packed body is damaged ({error})") from None
    if not inflater.whole:
        raise ValueError("the packed body breaks off")
    return bytes(inflater.body)


def gunzip(data: bytes, most: int) -> bytes:
    """``data`` unpacked where it is a gzip file, else as it is; errors as of ``inflated``."""
    return inflated((data,), most) if data.startswith(_GZIP) else data
