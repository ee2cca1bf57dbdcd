"""A JSON file: one article, or a list of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from io import BufferedReader

import msgspec

from communique.sources._columns import Columns
from communique.sources._jsonl import jsonl_line_pages, object_pages
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources._lines import numbered_lines
from communique.sources._reference import Found
from communique.types import InputError

__all__ = ["json_pages"]

_MOST = 5 * ARTICLE_BYTES
"""A list stands in one piece, and is held so."""
_BOM = b"\xef\xbb\xbf"


def json_pages(stream: BufferedReader, place: str, columns: Columns) -> Iterator[Found]:
    """The pages of a JSON file: an object is one article (as news-please writes it), a list has one an item.

    A file of several lines with an object each is read as JSON Lines.
    """
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        yield InputError(place, f"{too_large()}, or write it as JSON Lines (.jsonl)")
        return
    try:
        items = msgspec.json.decode(data.removeprefix(_BOM), type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        yield from _objects(data, place, columns)
        return
    for number, item in enumerate(items, 1):
        yield from object_pages(bytes(item), f"{place}:{number}", columns)


def _objects(data: bytes, place: str, columns: Columns) -> Iterator[Found]:
    try:
        msgspec.json.decode(data.removeprefix(_BOM), type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        yield from jsonl_line_pages(numbered_lines(io.BufferedReader(io.BytesIO(data)), place), place, columns)
    else:
        yield from object_pages(data.removeprefix(_BOM), place, columns)
