"""GDELT's files as lists of articles: the Global Knowledge Graph 2.1, mentions and events.

They are tables without a header, parted by tabs (https://www.gdeltproject.org/data.html#documentation). GDELT's own
dates are those on which it saw an article, and no days of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

import msgspec

from communique.sources._lines import numbered_lines
from communique.sources._reference import Found, Reference, is_address
from communique.types import InputError

__all__ = ["gdelt_references", "is_gdelt"]

_WEB = "1"


class _Layout(msgspec.Struct, frozen=True):
    """How a table begins, how many columns it has, and in which of them address, source and kind of source stand."""

    start: re.Pattern[bytes]
    columns: int
    url: int
    publisher: int | None = None
    collection: int | None = None


_LAYOUTS = (
    _Layout(re.compile(rb"\d{14}-T?\d+\t\d{14}\t\d\t"), 27, url=4, publisher=3, collection=2),
    _Layout(re.compile(rb"\d+\t\d{14}\t\d{14}\t\d\t"), 16, url=5, publisher=4, collection=3),
    _Layout(re.compile(rb"\d+\t\d{8}\t\d{6}\t\d{4}\t\d{4}\.\d+\t"), 61, url=60),
)


def is_gdelt(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is one of GDELT's."""
    return any(layout.start.match(head) for layout in _LAYOUTS)


def gdelt_references(stream: BufferedReader, place: str) -> Iterator[Found]:
    """The articles of the web that a file tells of, each once for lines that follow each other."""
    head = stream.peek(1024)
    layout = next(layout for layout in _LAYOUTS if layout.start.match(head))
    last = None
    for number, line in numbered_lines(stream, place):
        found = _reference(line, layout, f"{place}:{number}")
        if isinstance(found, InputError):
            yield found
        elif found is not None and found.url != last:
            last = found.url
            yield found


def _reference(line: str | InputError, layout: _Layout, place: str) -> Reference | InputError | None:
    if isinstance(line, InputError):
        return line
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != layout.columns:
        return InputError(place, f"{len(cells)} columns where GDELT has {layout.columns}")
    if layout.collection is not None and cells[layout.collection] != _WEB:
        return None
    url = cells[layout.url]
    if not is_address(url):
        return InputError(place, "its address is none of the web")
    return Reference(place=place, url=url, publisher=cells[layout.publisher] if layout.publisher is not None else None)
