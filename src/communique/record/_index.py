"""Claims under the keys by which they find each other, and their traits."""

from __future__ import annotations

import sqlite3

import msgspec

from communique.resolving import Traits, keys, traits
from communique.types import Report

__all__ = ["KEY_TABLES", "claim_label", "index", "pack", "read_traits", "unindex", "unpack"]

KEY_TABLES = ("bonds", "offers", "seeks", "mates")
_decode_report = msgspec.json.Decoder(Report).decode
pack = msgspec.msgpack.Encoder().encode
unpack = msgspec.msgpack.Decoder(Traits).decode


def claim_label(document: str, position: int) -> str:
    """The id of a claim; the same in every record that holds the document."""
    return f"{document}#{position:04}"


def index(connection: sqlite3.Connection, claim: int, trait: Traits) -> None:
    """Puts a claim under its keys."""
    found = keys(trait)
    for table in KEY_TABLES:
        rows = [(key, claim) for key in getattr(found, table)]
        if rows:
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", rows)


def unindex(connection: sqlite3.Connection, claim: int) -> None:
    """Takes a claim from under its keys, and leaves to resolving what it had touched."""
    found = keys(read_traits(connection, claim))
    for table in KEY_TABLES:
        held = [(key,) for key in getattr(found, table)]
        connection.executemany(f"INSERT OR IGNORE INTO pending_keys VALUES ('{table}', ?)", held)
        connection.executemany(f"DELETE FROM {table} WHERE key = ? AND claim = {claim}", held)


def read_traits(connection: sqlite3.Connection, claim: int) -> Traits:
    """The traits of a claim. Where an older version wrote it without, they are made, and its keys with them."""
    (packed,) = connection.execute("SELECT traits FROM claims WHERE number = ?", (claim,)).fetchone()
    return unpack(packed) if packed is not None else _make(connection, claim)


def _make(connection: sqlite3.Connection, claim: int) -> Traits:
    document, position, report = connection.execute(
        "SELECT documents.id, position, report FROM claims"
        " JOIN documents ON documents.number = claims.document WHERE claims.number = ?",
        (claim,),
    ).fetchone()
    made = traits(_decode_report(report), claim_label(document, position))
    connection.execute("UPDATE claims SET traits = ?, firm = ? WHERE number = ?", (pack(made), made.firm, claim))
    index(connection, claim, made)
    return made
