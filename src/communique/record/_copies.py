"""Which documents are copies of each other, as the record knows it: asked for, and taken back when one goes.

``_comparing`` finds them; what it has still to look at are the ``pending_documents``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

__all__ = ["WORN", "forget", "holders", "origins_of", "start_over", "stir"]

WORN = 4
"""Documents of a site from which on a sentence is the site's and not an article's."""


def origins_of(connection: sqlite3.Connection, event: str) -> dict[str, str]:
    """Id of each document that reports the event → id of the document that stands for its group of copies."""
    rows = connection.execute(
        "SELECT DISTINCT documents.id, coalesce(first.id, documents.id) FROM event_claims"
        " JOIN claims ON claims.number = event_claims.claim"
        " JOIN documents ON documents.number = claims.document"
        " LEFT JOIN copies ON copies.document = documents.number"
        " LEFT JOIN documents AS first ON first.number = copies.head"
        " WHERE event_claims.event = ?",
        (event,),
    )
    return dict(rows.fetchall())


def holders(connection: sqlite3.Connection, sentence: int, limit: int) -> list[int]:
    """The first ``limit`` documents that hold a sentence of their site."""
    rows = connection.execute("SELECT document FROM site_sentences WHERE key = ? LIMIT ?", (sentence, limit))
    return [document for (document,) in rows]


def stir(connection: sqlite3.Connection, documents: Iterable[int]) -> None:
    """The events that the documents report have to be derived again."""
    connection.executemany(
        "INSERT OR IGNORE INTO pending_events SELECT event FROM claims"
        " JOIN event_claims ON event_claims.claim = claims.number WHERE claims.document = ?",
        ((document,) for document in documents),
    )


def start_over(connection: sqlite3.Connection) -> None:
    """Leaves all documents to be compared anew, and the events of those that were copies to be derived again."""
    stir(connection, [number for (number,) in connection.execute("SELECT document FROM copies")])
    connection.execute("DELETE FROM wording_version")


def forget(connection: sqlite3.Connection, document: int) -> None:
    """Takes a document out of the comparison, and leaves to it those that were compared by or with it."""
    connection.execute("DELETE FROM pending_documents WHERE document = ?", (document,))
    row = connection.execute(
        "SELECT exact, credit, sentences, bands FROM wordings WHERE document = ?", (document,)
    ).fetchone()
    if row is None:
        return
    exact, credit, sentences, bands = row
    if _first_of(connection, exact, credit) == document:
        _loosen(connection, document)
    for sentence in memoryview(sentences).cast("q"):
        held = holders(connection, sentence, WORN + 1)
        if len(held) == WORN:  # without this one it is the articles' own again
            _look_again(connection, held)
        connection.execute("DELETE FROM site_sentences WHERE key = ? AND document = ?", (sentence, document))
    for key in memoryview(bands).cast("q"):
        connection.execute("DELETE FROM bands WHERE key = ? AND document = ?", (key, document))
    for table in ("wordings", "copies", "pending_documents"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))


def _first_of(connection: sqlite3.Connection, exact: int, credit: int) -> int:
    row = connection.execute(
        "SELECT min(document) FROM wordings WHERE exact = ? AND credit = ?", (exact, credit)
    ).fetchone()
    return int(row[0])


def _loosen(connection: sqlite3.Connection, document: int) -> None:
    """Undoes the group of a document through which others may hang together."""
    rows = connection.execute(
        "SELECT document FROM copies WHERE head = (SELECT head FROM copies WHERE document = ?)", (document,)
    )
    group = [member for (member,) in rows]
    connection.executemany("DELETE FROM copies WHERE document = ?", ((member,) for member in group))
    _look_again(connection, group)
    stir(connection, group)


def _look_again(connection: sqlite3.Connection, documents: Iterable[int]) -> None:
    connection.executemany("INSERT OR IGNORE INTO pending_documents VALUES (?)", ((one,) for one in documents))
