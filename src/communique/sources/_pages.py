"""The one verb of the room: a source, however named, as pages."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path
from types import MappingProxyType
from typing import cast

import msgspec

from communique.sources._columns import AS_NAMED, Columns
from communique.sources._delimited import delimited_pages
from communique.sources._files import open_file, os_reason, place_of, walk
from communique.sources._gdelt import gdelt_references
from communique.sources._identity import article_key
from communique.sources._json import json_pages
from communique.sources._jsonl import jsonl_pages
from communique.sources._kinds import HEAD, Kind, is_database, kind_of, known_suffixes
from communique.sources._parquet import parquet_pages
from communique.sources._pdf_files import pdf_file_pages
from communique.sources._reference import Found, Reference
from communique.sources._stdin import stdin_pages
from communique.sources._texts import text_pages
from communique.sources._webpages import web_file_pages
from communique.sources.archives import (
    Allowance,
    Seen,
    is_packed_warc,
    packed_pages,
    seekable,
    tar_pages,
    warc_pages,
    zip_pages,
)
from communique.sources.mail import mailbox_pages, message_pages
from communique.sources.web import Web
from communique.types import InputError, Page

__all__ = ["pages"]

_Finds = Iterator[Found]
_ARTICLES: MappingProxyType[Kind, Callable[[BufferedReader, str], _Finds]] = MappingProxyType(
    {
        "text": text_pages,
        "html": web_file_pages,
        "pdf": pdf_file_pages,
        "message": message_pages,
        "mbox": mailbox_pages,
        "warc": warc_pages,
        "gdelt": gdelt_references,
    }
)
_TABLES: MappingProxyType[Kind, Callable[[BufferedReader, str, Columns], _Finds]] = MappingProxyType(
    {"json": json_pages, "jsonl": jsonl_pages, "table": delimited_pages, "parquet": parquet_pages}
)
_SOUGHT: frozenset[Kind] = frozenset(("parquet", "pdf", "warc", "zip"))
"""Kinds that are not read from beginning to end; in an archive they are laid aside first."""
_DEEPEST = 1
"""Archives in an archive; what is deeper is named and not read."""
_LISTS = (".xml", ".rss", ".atom", ".rdf", ".opml")
"""Suffixes of lists of articles, whose pages are fetched where the user names the file itself."""
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


class _Context(msgspec.Struct, frozen=True):
    """How a stream was met: ``named`` by the user itself, ``unpacked``, ``depth`` archives deep."""

    columns: Columns
    allowance: Allowance
    named: bool = False
    unpacked: bool = False
    depth: int = 0


def pages(
    source: str | Path, *, stdin: BufferedReader | None = None, columns: Columns = AS_NAMED, web: Web | None = None
) -> Iterator[Page | InputError]:
    """The pages of ``source``, one an article, in order; what cannot be read comes as an ``InputError``.

    ``source`` is a file, a folder (read recursively in sorted order, hidden entries skipped) or ``-``: ``stdin``, by
    default the process's own standard input: what its first bytes tell, JSON Lines where the first character that is
    not blank is ``{``, a web page where it is ``<``, else one text. What kind of file one is, is told by its first
    bytes and its suffix; docs/sources.md describes each. An address (``http://``, ``https://``) is a web page, or a
    feed or another list, of which all articles are fetched; so is a named file with a list. Of tables ``columns``
    tells which column is which, ``web`` says how addresses are read. Nothing is raised for bad input; ``UsageError``
    where the extra that reads it is missing.
    """
    name, web = str(source), web or Web()
    if name == "-":
        found = _stdin_pages(stdin or cast(BufferedReader, sys.stdin.buffer), columns)
    elif _URL.match(name):
        found = _address_pages(name, web)
    else:
        found = _path_pages(Path(source), columns, web)
    yield from _followed(found, web)


def _followed(found: _Finds, web: Web) -> Iterator[Page | InputError]:
    """What was ``found``, the articles that are referred to fetched, each once."""
    seen = Seen()
    for each in found:
        if not isinstance(each, Reference):
            yield each
        elif (key := article_key(each.url)) not in seen:
            seen.add(key)
            yield from _reference_pages(each, web)


def _reference_pages(reference: Reference, web: Web) -> Iterator[Page | InputError]:
    _ = web.fetcher
    from communique.sources.addresses import reference_pages

    yield from reference_pages(reference, web)


def _address_pages(url: str, web: Web) -> Iterator[Page | InputError]:
    _ = web.fetcher  # tells of a missing extra before anything of it is loaded
    from communique.sources.addresses import address_pages

    yield from address_pages(url, web)


def _list_pages(path: Path, web: Web) -> Iterator[Page | InputError]:
    _ = web.fetcher
    from communique.sources.addresses import list_file_pages

    yield from list_file_pages(path, web)


def _stdin_pages(stream: BufferedReader, columns: Columns) -> _Finds:
    if kind_of("", stream.peek(HEAD)[:HEAD], named=False) is None:
        yield from stdin_pages(stream, columns)
        return
    held = seekable(stream)
    size = held.seek(0, 2)
    held.seek(0)
    yield from _member_pages(held, "", "-", _Context(columns, Allowance(size), named=True))


def _path_pages(path: Path, columns: Columns, web: Web) -> _Finds:
    found = False
    for entry in walk(path):
        found = True
        if isinstance(entry, InputError):
            yield entry
        else:
            is_list = entry == path and entry.suffix.lower() in _LISTS
            yield from _list_pages(entry, web) if is_list else _file_pages(entry, columns, named=entry == path)
    if not found:
        yield InputError(place_of(path), "the folder holds no files; name a folder with articles")


def _file_pages(path: Path, columns: Columns, *, named: bool) -> _Finds:
    place = place_of(path)
    try:
        with open_file(path) as stream:
            context = _Context(columns, Allowance(path.stat().st_size), named)
            yield from _stream_pages(stream, path.name, place, context)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(place, os_reason(error))


def _stream_pages(stream: BufferedReader, name: str, place: str, context: _Context) -> _Finds:
    """The pages of what stands in ``stream`` under ``name``."""
    kind = kind_of(name, stream.peek(HEAD)[:HEAD], named=context.named)
    if kind is None:
        yield from _unknown(stream, name, place, context)
        return
    if kind in _SOUGHT and (context.depth or context.unpacked):
        stream = seekable(stream)
    if kind in _ARTICLES:
        yield from _ARTICLES[kind](stream, place)
    elif kind in _TABLES:
        yield from _TABLES[kind](stream, place, context.columns)
    elif context.depth > _DEEPEST:
        yield InputError(place, f"an archive {context.depth} archives deep; unpack the outer ones")
    else:
        yield from _archive_pages(stream, kind, name, place, context)


def _unknown(stream: BufferedReader, name: str, place: str, context: _Context) -> Iterator[InputError]:
    if not context.named and is_database(name, stream.peek(HEAD)[:HEAD]):
        return
    more = f"; known types are {known_suffixes()}" if context.named else "; not read"
    yield InputError(place, f"unknown type {Path(name).suffix.lower() or '(no suffix)'}{more}")


def _archive_pages(stream: BufferedReader, kind: Kind, name: str, place: str, context: _Context) -> _Finds:
    if kind == "packed":
        yield from _packed_pages(stream, name, place, context)
        return
    within = partial(
        _member_pages,
        context=msgspec.structs.replace(context, named=False, unpacked=False, depth=context.depth + 1),
    )
    if kind == "zip":
        yield from zip_pages(stream, place, context.allowance, within)
    else:
        yield from tar_pages(stream, place, within)


def _packed_pages(stream: BufferedReader, name: str, place: str, context: _Context) -> _Finds:
    if context.unpacked:
        yield InputError(place, "packed twice; unpack it yourself")
    elif not context.depth and is_packed_warc(stream, name):
        yield from warc_pages(stream, place)
    else:
        within = partial(_member_pages, context=msgspec.structs.replace(context, unpacked=True))
        yield from packed_pages(stream, name, place, context.allowance, within)


def _member_pages(stream: BufferedReader, name: str, place: str, context: _Context) -> _Finds:
    """The pages of a member of an archive; what is wrong with it leaves the others alone."""
    try:
        yield from _stream_pages(stream, name, place, context)
    except InputError as error:
        yield error
