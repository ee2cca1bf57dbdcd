"""CSV and TSV: a header, then one article a record; a quoted field may hold line breaks (RFC 4180)."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BufferedReader

from communique.sources._columns import Columns
from communique.sources._limits import ARTICLE_BYTES
from communique.sources._lines import NumberedLine, numbered_lines
from communique.sources._reference import Found
from communique.sources._rows import has_article, missing_text, row_pages
from communique.types import InputError

__all__ = ["delimited_pages"]

# Spreadsheets of many locales write semicolons into files named .csv.
_DELIMITERS = ",;\t"
_UNCLOSED = "a quote opened in this record is never closed; close it or double it"
_Record = tuple[str, list[str]]


class _Feed:
    """Lines for the ``csv`` reader, which can be given back when a record turns out to be broken."""

    def __init__(self, lines: Iterator[NumberedLine]) -> None:
        self._lines = lines
        self._returned: deque[tuple[int, str]] = deque()
        self._taken: list[tuple[int, str]] = []
        self._size = 0
        self._skipped: list[InputError] = []
        self.broken = False

    def __iter__(self) -> Iterator[str]:
        while (numbered := self._next()) is not None:
            self._taken.append(numbered)
            self._size += len(numbered[1])
            yield numbered[1]

    def _next(self) -> tuple[int, str] | None:
        # A record whose quote is still open at the limit or at the end of the file is a broken one.
        if self._size <= ARTICLE_BYTES:
            if self._returned:
                return self._returned.popleft()
            for number, line in self._lines:
                if not isinstance(line, InputError):
                    return number, line
                self._skipped.append(line)
        self.broken = bool(self._taken)
        return None

    def skipped(self) -> list[InputError]:
        """The lines that could not be read since the last call."""
        skipped, self._skipped = self._skipped, []
        return skipped

    def finish(self) -> int:
        """Ends a good record; its first line's number."""
        first = self._taken[0][0]
        self._taken, self._size = [], 0
        return first

    def give_back(self) -> int:
        """Ends a broken record: all its lines but the first will be read again; the first one's number."""
        self._returned.extendleft(reversed(self._taken[1:]))
        self.broken = False
        return self.finish()


def delimited_pages(stream: BufferedReader, place: str, columns: Columns) -> Iterator[Found]:
    """The pages of a CSV or TSV file; the place of each is ``file:line``, where its record begins."""
    yield from _table_pages(numbered_lines(stream, place), place, columns)


def _table_pages(lines: Iterator[NumberedLine], place: str, columns: Columns) -> Iterator[Found]:
    first = next((line for _, line in lines if isinstance(line, InputError) or line.strip()), None)
    if first is None:
        yield InputError(place, "empty; nothing to read")
    elif isinstance(first, InputError):
        yield first
    else:
        delimiter, header = _header(first, columns)
        names = columns.names(header)
        if has_article(names):
            yield from _record_pages(_records(lines, delimiter, place), header, names)
        else:
            yield missing_text(place, header, columns)


def _header(line: str, columns: Columns) -> tuple[str, list[str]]:
    """The delimiter under which a text column shows, else the first that splits the line, else the comma."""
    headers = [(delimiter, _cells(line, delimiter)) for delimiter in _DELIMITERS]
    with_text = [found for found in headers if has_article(columns.names(found[1]))]
    split = [found for found in headers if len(found[1]) > 1]
    return (with_text or split or headers)[0]


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line[:80]]


def _records(lines: Iterator[NumberedLine], delimiter: str, place: str) -> Iterator[_Record | InputError]:
    csv.field_size_limit(ARTICLE_BYTES)
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        try:
            cells = next(reader, None)
            problem = _UNCLOSED if feed.broken else None
        except csv.Error as error:
            cells, problem = None, f"cannot be read as a table: {error}"
        yield from feed.skipped()
        if problem:
            yield InputError(f"{place}:{feed.give_back()}", problem)
            reader = csv.reader(feed, delimiter=delimiter)
        elif cells is None:
            return
        else:
            yield f"{place}:{feed.finish()}", cells


def _record_pages(
    records: Iterable[_Record | InputError], header: Sequence[str], names: Mapping[str, str]
) -> Iterator[Found]:
    columns = {known: header.index(own) for known, own in names.items()}
    for record in records:
        if isinstance(record, InputError):
            yield record
            continue
        place, cells = record
        if len(cells) == len(header):
            yield from row_pages({known: cells[index] for known, index in columns.items()}, place)
        elif cells:
            yield InputError(place, f"{len(cells)} fields where the header has {len(header)}; quote the text")
