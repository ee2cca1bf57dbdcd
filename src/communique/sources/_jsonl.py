"""JSON Lines: one object, one article, a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BufferedReader

import msgspec

from communique.sources._columns import Columns
from communique.sources._lines import NumberedLine, numbered_lines
from communique.sources._reference import Found
from communique.sources._rows import row_pages
from communique.types import InputError

__all__ = ["jsonl_line_pages", "jsonl_pages", "object_pages"]


def jsonl_pages(stream: BufferedReader, place: str, columns: Columns) -> Iterator[Found]:
    """The pages of a JSON Lines file; the place of each is ``file:line``."""
    yield from jsonl_line_pages(numbered_lines(stream, place), place, columns)


def jsonl_line_pages(lines: Iterable[NumberedLine], place: str, columns: Columns) -> Iterator[Found]:
    """The pages of numbered lines of JSON; blank lines are passed over."""
    empty = True
    for number, line in lines:
        if isinstance(line, InputError):
            yield line
        elif line.strip():
            yield from object_pages(line, f"{place}:{number}", columns)
        else:
            continue
        empty = False
    if empty:
        yield InputError(place, "empty; nothing to read")


def object_pages(line: str | bytes, place: str, columns: Columns) -> Iterator[Found]:
    """The pages of one JSON object."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        yield InputError(place, f"not valid JSON: {error}")
        return
    except RecursionError:
        yield InputError(place, "not an article: JSON nested too deeply")
        return
    if not isinstance(value, dict):
        yield InputError(place, f"must be a JSON object, not {_json_kind(value)}")
        return
    names = columns.names(value)
    yield from row_pages({known: value[own] for known, own in names.items()}, place)


def _json_kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case _:
            return "an array"
