"""Standard input: JSON Lines or a web page where it looks like it, else one text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from communique.sources._columns import Columns
from communique.sources._files import os_reason
from communique.sources._jsonl import jsonl_line_pages
from communique.sources._limits import ARTICLE_BYTES
from communique.sources._lines import numbered_lines
from communique.sources._reference import Found
from communique.sources._texts import text_page
from communique.sources._webpages import web_pages
from communique.types import InputError

__all__ = ["stdin_pages"]

_PLACE = "-"
_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"  # white space, and the bytes of UTF-8 and UTF-16 marks


def stdin_pages(stream: BufferedReader, columns: Columns) -> Iterator[Found]:
    """The pages of standard input; places are ``-`` or, of JSON Lines, ``-:line``.

    It is JSON Lines when the first character that is not blank is ``{``; lines are then read one by one,
    as they come. It is a web page when that character is ``<``.
    """
    try:
        yield from _stream_pages(stream, columns)
    except OSError as error:
        yield InputError(_PLACE, os_reason(error))


def _stream_pages(stream: BufferedReader, columns: Columns) -> Iterator[Found]:
    blanks, first = _opening(stream)
    if first == b"{":
        yield from jsonl_line_pages(numbered_lines(stream, _PLACE, 1 + blanks.count(b"\n")), _PLACE, columns)
    elif first == b"<":
        yield from web_pages(blanks + stream.read(ARTICLE_BYTES), _PLACE)
    else:
        yield text_page(blanks + stream.read(ARTICLE_BYTES + 1), _PLACE)


def _opening(stream: BufferedReader) -> tuple[bytes, bytes]:
    """The blank bytes taken from the front, and the first other byte, which stays in the stream."""
    blanks = b""
    while len(blanks) <= ARTICLE_BYTES and (head := stream.peek(1)):
        if first := head.translate(None, _BLANK):
            return blanks, first[:1]
        blanks += stream.read(len(head))
    return blanks, b""
