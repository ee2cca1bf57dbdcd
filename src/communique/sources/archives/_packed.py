"""Packed files: gzip, bzip2, xz and, where pyarrow is installed, Zstandard."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator

from communique.sources._reference import Found
from communique.sources.archives._allowance import Allowance, BombError, Metered
from communique.sources.archives._members import ReadMember
from communique.types import InputError

__all__ = ["PACKED", "UNPACK_ERRORS", "packed_pages", "unpacked"]

PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")
"""How packed files begin."""
UNPACK_ERRORS = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, MemoryError)
"""What the standard library's readers raise where packed bytes are damaged."""
_PIECE = 1 << 16
_NO_ARROW = "Zstandard needs pyarrow; run: pip install 'communique[arrow]'"


def unpacked(stream: io.BufferedReader, place: str, allowance: Allowance) -> io.BufferedReader:
    """What is in the packed ``stream``; ``InputError`` where its packing cannot be read here."""
    head = stream.peek(8)
    if head.startswith(PACKED[0]):
        return _metered(gzip.GzipFile(fileobj=stream, mode="rb"), allowance)
    if head.startswith(PACKED[1]):
        return _metered(bz2.BZ2File(stream), allowance)
    if head.startswith(PACKED[2]):
        return _metered(lzma.LZMAFile(stream), allowance)
    try:
        from pyarrow import CompressedInputStream
    except ImportError:
        raise InputError(place, _NO_ARROW) from None
    return _metered(CompressedInputStream(stream, "zstd"), allowance)


def _metered(packed: io.BufferedIOBase, allowance: Allowance) -> io.BufferedReader:
    return io.BufferedReader(Metered(packed, allowance), _PIECE)


def packed_pages(
    stream: io.BufferedReader, name: str, place: str, allowance: Allowance, read_member: ReadMember
) -> Iterator[Found]:
    """The pages of the one file in a packed one, read by its name without the last suffix."""
    try:
        yield from read_member(unpacked(stream, place, allowance), name.rpartition(".")[0], place)
    except BombError as error:
        yield InputError(place, str(error))
    except UNPACK_ERRORS as error:
        yield InputError(place, f"damaged: {error or 'it ends too early'}; read as far as it goes")
