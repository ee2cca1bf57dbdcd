"""The one verb of the room: a source, however named, as pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from types import MappingProxyType
from typing import cast

from communique.sources._delimited import delimited_pages
from communique.sources._files import os_reason, place_of, walk
from communique.sources._jsonl import jsonl_pages
from communique.sources._parquet import parquet_pages
from communique.sources._stdin import stdin_pages
from communique.sources._texts import text_pages
from communique.sources._webpages import web_file_pages
from communique.types import InputError, Page

__all__ = ["pages"]

_Reader = Callable[[Path], Iterator[Page | InputError]]

_READERS: MappingProxyType[str, _Reader] = MappingProxyType(
    dict.fromkeys((".txt", ".md", ".text"), text_pages)
    | dict.fromkeys((".html", ".htm", ".xhtml"), web_file_pages)
    | dict.fromkeys((".jsonl", ".ndjson"), jsonl_pages)
    | dict.fromkeys((".csv", ".tsv"), delimited_pages)
    | {".parquet": parquet_pages}
)
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def pages(source: str | Path, *, stdin: BufferedReader | None = None) -> Iterator[Page | InputError]:
    """The pages of ``source``, one an article, in order; what cannot be read comes as an ``InputError``.

    ``source`` is a text file (``.txt .md .text``, or any named file without a suffix), a web page (``.html
    .htm .xhtml``), a folder (read recursively in sorted order, hidden entries skipped), a table (``.jsonl .ndjson
    .csv .tsv .parquet`` with columns id, url, title, text, html, published, publisher, language in any case; only
    text or html is needed) or ``-``: ``stdin``, by default the process's own standard input, as JSON Lines where
    the first character that is not blank is ``{``, as a web page where it is ``<``, else as one text. Nothing
    is raised for bad input; ``UsageError`` where a web page comes and the extra that reads them is missing.
    """
    name = str(source)
    if name == "-":
        yield from stdin_pages(stdin or cast(BufferedReader, sys.stdin.buffer))
    elif _URL.match(name):
        yield InputError(name, "web addresses cannot be read yet; save the article's text to a file")
    else:
        yield from _path_pages(Path(source))


def _path_pages(path: Path) -> Iterator[Page | InputError]:
    found = False
    for entry in walk(path):
        found = True
        if isinstance(entry, InputError):
            yield entry
        else:
            yield from _file_pages(entry, named=entry == path)
    if not found:
        yield InputError(place_of(path), "the folder holds no files; name a folder with articles")


def _file_pages(path: Path, *, named: bool) -> Iterator[Page | InputError]:
    suffix = path.suffix.lower()
    reader = text_pages if named and not suffix else _READERS.get(suffix)
    if reader is None:
        known = " ".join(_READERS)
        yield InputError(place_of(path), f"unknown type {suffix or '(no suffix)'}; known types are {known}")
        return
    try:
        yield from reader(path)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(place_of(path), os_reason(error))
