"""JSON Lines: one object, one article, a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from communique.sources._files import open_file, place_of
from communique.sources._lines import NumberedLine, numbered_lines
from communique.sources._rows import column_names, row_pages
from communique.types import InputError, Page

__all__ = ["jsonl_line_pages", "jsonl_pages"]


def jsonl_pages(path: Path) -> Iterator[Page | InputError]:
    """The pages of a JSON Lines file; the place of each is ``file:line``."""
    place = place_of(path)
    with open_file(path) as stream:
        yield from jsonl_line_pages(numbered_lines(stream, place), place)


def jsonl_line_pages(lines: Iterable[NumberedLine], place: str) -> Iterator[Page | InputError]:
    """The pages of numbered lines of JSON; blank lines are passed over."""
    empty = True
    for number, line in lines:
        if isinstance(line, InputError):
            yield line
        elif line.strip():
            yield from _line_pages(line, f"{place}:{number}")
        else:
            continue
        empty = False
    if empty:
        yield InputError(place, "empty; nothing to read")


def _line_pages(line: str, place: str) -> Iterator[Page | InputError]:
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
    names = column_names(value)
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
