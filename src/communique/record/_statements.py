"""Statements of a record: what they are asked for by in a table of their own, the rest in the codings of documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from communique.record._positions import at_positions
from communique.record._queries import conditions_of, parts_of, prefix_expression
from communique.record.filter import StatementFilter
from communique.resolving import plain
from communique.types import Coding, Said

__all__ = ["STATEMENT_COLUMNS", "each_statement", "said_in", "statement_rows"]

# Field of the filter → SQL condition on a statement. A name is asked for by the beginnings of its words.
_CONDITIONS = {
    "actor": "(speaker = :actor OR statements.number IN (SELECT rowid FROM statements_fts WHERE name MATCH :name))",
    "country": "country = upper(:country)",
    "kind": "kind = :kind",
    "from_": "last >= :from_",
    "to": "first <= :to",
    "text": "statements.number IN (SELECT rowid FROM statements_fts WHERE words MATCH :text)",
}
STATEMENT_COLUMNS = ("document", "position", "speaker", "country", "kind", "first", "last", "name", "words")
_QUESTION = "SELECT document, position FROM statements WHERE {} ORDER BY first IS NULL, first, document, position"


def statement_rows(number: int, coding: Coding) -> list[tuple[int | str | None, ...]]:
    """What the statements of the document of this ``number`` are asked for by: ``STATEMENT_COLUMNS``."""
    published = coding.document.published
    days = (published.earliest, published.latest) if published else (None, None)
    first, last = (day.isoformat() if day else None for day in days)
    return [
        (
            number,
            position,
            said.speaker.id if said.speaker else None,
            said.speaker.country if said.speaker else None,
            said.kind,
            first,
            last,
            plain(said.speaker.name) if said.speaker else "",
            plain(said.text),
        )
        for position, said in enumerate(coding.statements)
    ]


def each_statement(connection: sqlite3.Connection, wanted: StatementFilter) -> Iterator[Said]:
    """The statements that meet all conditions, by the day of their report, those without one last."""
    where, values = conditions_of(wanted, _CONDITIONS)
    if "actor" in values:
        values["name"] = prefix_expression(values["actor"])
    if "text" in values:
        values["text"] = " ".join(f'"{plain(part)}"' for part in parts_of(values["text"]))
    return at_positions(connection, connection.execute(_QUESTION.format(where), values), said_in)


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
