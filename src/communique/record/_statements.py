"""Statements of a record: asked of the codings that it keeps, which SQLite opens as JSON."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from communique.record._queries import parts_of
from communique.record.filter import StatementFilter
from communique.resolving import plain
from communique.types import Coding, Said, Statement, When

__all__ = ["each_statement", "holds_words", "said_in"]

# Field of the filter → SQL condition on a statement (``said.value``, JSON) and its document.
_CONDITIONS = {
    "actor": "(said.value ->> '$.speaker.id' = :actor OR holds(said.value ->> '$.speaker.name', :actor))",
    "country": "said.value ->> '$.speaker.country' = upper(:country)",
    "kind": "said.value ->> '$.kind' = :kind",
    "from_": "published_latest >= :from_",
    "to": "published_earliest <= :to",
    "text": "holds_words(said.value ->> '$.text', :text)",
}
_QUESTION = (
    "SELECT documents.id, source, url, title, publisher, agency, coding -> '$.document.published', said.value"
    " FROM documents, json_each(coding, '$.statements') AS said"
    " WHERE {} ORDER BY published_earliest IS NULL, published_earliest, documents.number, said.key"
)


def each_statement(connection: sqlite3.Connection, wanted: StatementFilter) -> Iterator[Said]:
    """The statements that meet all conditions, by the day of their report, those without one last."""
    asked = {name: getattr(wanted, name) for name in _CONDITIONS}
    values = {name: str(value) for name, value in asked.items() if value is not None}
    if "text" in values:
        parts_of(values["text"])
    where = " AND ".join(_CONDITIONS[name] for name in values) or "1"
    return (_said(*row) for row in connection.execute(_QUESTION.format(where), values))


def _said(
    document: str,
    source: str,
    url: str | None,
    title: str | None,
    publisher: str | None,
    agency: str | None,
    published: str | None,
    statement: str,
) -> Said:
    return Said(
        document=document,
        source=source,
        url=url,
        title=title,
        publisher=publisher,
        agency=agency,
        published=msgspec.json.decode(published, type=When | None) if published else None,
        statement=msgspec.json.decode(statement, type=Statement),
    )


def said_in(coding: Coding) -> Iterator[Said]:
    """The statements of one document, in order."""
    document = coding.document
    for statement in coding.statements:
        yield Said(
            document=document.id,
            source=document.source,
            url=document.url,
            title=document.title,
            publisher=document.publisher,
            agency=document.agency,
            published=document.published,
            statement=statement,
        )


def holds_words(text: str, words: str) -> bool:
    """Whether all words, and those in double quotes side by side, stand in the text, whatever case and accents."""
    held = f" {plain(text)} "
    return all(f" {plain(part)} " in held for part in parts_of(words))
