"""Documents: their columns are what their codings say, and every span quotes the text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from communique.record._told import told_otherwise
from communique.record.checking.fault import Fault
from communique.resolving import fingerprint
from communique.types import Coding, Span

__all__ = ["misquoted", "misquoting", "spans", "untold"]

_decode = msgspec.json.Decoder(Coding).decode


def misquoting(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Documents that do not hold together."""
    rows = connection.execute("SELECT id, text, fingerprint, title, published, coding FROM documents ORDER BY number")
    for id, text, mark, title, published, coding in rows:
        try:
            problem = _problem(_decode(coding), id, text, mark, title, published)
        except msgspec.DecodeError as error:
            problem = f"its claims cannot be read: {error}"
        if problem is not None:
            yield Fault(table="documents", id=id, problem=problem, remedy="restore")


def untold(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Documents whose statements or figures are not found by what they say."""
    for number, id, coding in connection.execute("SELECT number, id, coding FROM documents ORDER BY number"):
        try:
            tables = told_otherwise(connection, number, _decode(coding))
        except msgspec.DecodeError:
            continue  # it is named as it is
        for table in tables:
            yield Fault(table=table, id=id, problem="are not those that the document tells", remedy="repair")


def _problem(coding: Coding, id: str, text: str, mark: str, title: str | None, published: str | None) -> str | None:
    document = coding.document
    told = document.published.edtf if document.published else None
    if document.id != id:
        return f"its claims are those of document {document.id}"
    if fingerprint(text) != mark:
        return "its text was changed"
    if document.text != text:
        return "its claims were read from another text"
    if (document.title, told) != (title, published):
        return "title or date of publication are not those of its claims"
    return misquoted(coding)


def misquoted(coding: Coding) -> str | None:
    """In words the first span that does not quote the text; null where all do."""
    text = coding.document.text
    for span in spans(coding):
        if text[span.start : span.end] != span.text:
            return f"characters {span.start} to {span.end} are not “{span.text}”"
    return None


def spans(value: object) -> Iterator[Span]:
    """All spans in a record and in what it holds."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
