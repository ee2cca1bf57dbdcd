"""Earlier versions: they are of documents that are there, follow on each other, and quote their texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from communique.record.checking._documents import misquoted
from communique.record.checking.fault import Fault
from communique.resolving import fingerprint
from communique.types import Coding

__all__ = ["misversioned"]

_decode = msgspec.json.Decoder(Coding).decode
_QUESTION = (
    "SELECT document, version, row_number() OVER (PARTITION BY document ORDER BY version),"
    " document IN (SELECT id FROM documents), id, fingerprint, coding FROM versions ORDER BY document, version"
)


def misversioned(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Versions that do not hold together."""
    for document, version, place, there, id, mark, coding in connection.execute(_QUESTION):
        problem = _gap(version, place, there) or _problem(coding, id, mark)
        if problem is not None:
            yield Fault(table="versions", id=f"{document}@{version}", problem=problem, remedy="restore")


def _gap(version: int, place: int, there: int) -> str | None:
    if not there:
        return "is a version of a document that is gone"
    return None if version == place else f"version {place} is missing before it"


def _problem(coding: str, id: str, mark: str) -> str | None:
    try:
        told = _decode(coding)
    except msgspec.DecodeError as error:
        return f"its claims cannot be read: {error}"
    if told.document.id != id:
        return f"its claims are those of document {told.document.id}"
    if fingerprint(told.document.text) != mark:
        return "its text was changed"
    return misquoted(told)
