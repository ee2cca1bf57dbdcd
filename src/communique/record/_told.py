"""Statements and figures in the tables by which they are found: written, and held against what documents say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from communique.record._figures import FIGURE_COLUMNS, figure_rows
from communique.record._statements import STATEMENT_COLUMNS, statement_rows
from communique.types import Coding

__all__ = ["TOLD_TABLES", "insert_told", "told_otherwise"]

_COLUMNS = {"statements": STATEMENT_COLUMNS, "figures": FIGURE_COLUMNS}
_ROWS = {"statements": statement_rows, "figures": figure_rows}
TOLD_TABLES = tuple(_COLUMNS)


def insert_told(connection: sqlite3.Connection, number: int, coding: Coding) -> None:
    """Writes what the document of this ``number`` tells, in place of what is there."""
    for table, columns in _COLUMNS.items():
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
        connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            _ROWS[table](number, coding),
        )


def told_otherwise(connection: sqlite3.Connection, number: int, coding: Coding) -> Iterator[str]:
    """The tables that do not hold what the document of this ``number`` tells."""
    for table, columns in _COLUMNS.items():
        held = connection.execute(
            f"SELECT {', '.join(columns)} FROM {table} WHERE document = ? ORDER BY position", (number,)
        )
        if held.fetchall() != _ROWS[table](number, coding):
            yield table
