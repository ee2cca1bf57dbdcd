"""Documents that wait to be coded anew: a queue in the record, so that a run that was cut short goes on."""

from __future__ import annotations

import sqlite3

import msgspec

from communique.record._writing import write_coding
from communique.types import Coding

__all__ = ["queue", "take", "write_recoded"]

_decode = msgspec.json.Decoder(Coding).decode


def queue(connection: sqlite3.Connection, codebook: str, model: str | None, *, everything: bool) -> int:
    """Puts the documents to be coded anew into the queue, and says how many wait.

    What an interrupted run with the same model has left is gone on with; what one with another model has left is
    dropped. Else ``everything``, or what another version than ``codebook`` has coded. The caller holds the
    transaction.
    """
    connection.execute("DELETE FROM recoding WHERE model IS NOT ?", (model,))
    (left,) = connection.execute("SELECT count(*) FROM recoding").fetchone()
    if not (left and everything):
        connection.execute(
            "INSERT OR IGNORE INTO recoding SELECT id, ? FROM documents WHERE ? OR codebook <> ?",
            (model, everything, codebook),
        )
    return int(connection.execute("SELECT count(*) FROM recoding").fetchone()[0])


def take(connection: sqlite3.Connection, limit: int) -> list[Coding]:
    """The next documents of the queue as they are coded now, in the order of their ids."""
    rows = connection.execute(
        "SELECT coding FROM recoding JOIN documents ON documents.id = recoding.document ORDER BY document LIMIT ?",
        (limit,),
    )
    return [_decode(coding) for (coding,) in rows]


def write_recoded(connection: sqlite3.Connection, former: Coding, coding: Coding, codebook: str, now: str) -> bool:
    """Writes a document that was coded anew and takes it off the queue; False where it says what it said."""
    connection.execute("DELETE FROM recoding WHERE document = ?", (former.document.id,))
    if coding == former:
        connection.execute("UPDATE documents SET codebook = ? WHERE id = ?", (codebook, former.document.id))
        return False
    return write_coding(connection, coding, codebook, now, again="recoded")
