"""Lines of a table, one at a time, so that a table of any size and a line without end cost little memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from communique.sources._decoding import decode
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.types import InputError

__all__ = ["NumberedLine", "numbered_lines"]

NumberedLine = tuple[int, str | InputError]
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHUNK = 1 << 20


def numbered_lines(stream: BufferedReader, place: str, first: int = 1) -> Iterator[NumberedLine]:
    """``(number, line)`` from ``first`` on, line ends kept; a line that cannot be read is an error."""
    for number, raw in enumerate(_raw_lines(stream), first):
        if raw is None:
            yield number, InputError(f"{place}:{number}", too_large())
            continue
        try:
            yield number, decode(raw)
        except ValueError as error:
            yield number, InputError(f"{place}:{number}", str(error))


def _raw_lines(stream: BufferedReader) -> Iterator[bytes | None]:
    if stream.peek(2)[:2] in _UTF16:
        yield from _utf16_lines(stream)
        return
    while raw := stream.readline(ARTICLE_BYTES + 1):
        if len(raw) <= ARTICLE_BYTES:
            yield raw
            continue
        yield None
        while not raw.endswith(b"\n") and (raw := stream.readline(_CHUNK)):
            pass


def _utf16_lines(stream: BufferedReader) -> Iterator[bytes | None]:
    # Windows shells redirect to UTF-16; bad units become U+FFFD, as a line cannot be refused midway.
    wrapper = TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="\n")
    try:
        while line := wrapper.readline(ARTICLE_BYTES + 1):
            if len(line) <= ARTICLE_BYTES:
                yield line.encode()
                continue
            yield None
            while not line.endswith("\n") and (line := wrapper.readline(_CHUNK)):
                pass
    finally:
        wrapper.detach()
