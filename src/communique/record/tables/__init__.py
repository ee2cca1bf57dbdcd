"""The record as plain tables, for programs that count: what their columns are, and records as their rows.

In come the records that ``Record`` gives (events, claims, statements …), out go rows, Arrow tables and streams of
Arrow batches of one schema, which the Parquet files, the views of ``communique sql`` and the sequences of the
Python API share. A column holds what its description says and null where nothing is known.
"""

from typing import Any

from communique.record.tables._arrow import arrow_batches, arrow_schema, arrow_table
from communique.record.tables._table import Column, Table
from communique.record.tables.actors import ACTORS
from communique.record.tables.changes import CHANGES
from communique.record.tables.claims import CLAIMS
from communique.record.tables.documents import DOCUMENTS
from communique.record.tables.events import EVENTS, PARTICIPANTS
from communique.record.tables.figures import FIGURES
from communique.record.tables.statements import STATEMENTS

TABLES: tuple[Table[Any], ...] = (EVENTS, PARTICIPANTS, CLAIMS, STATEMENTS, FIGURES, DOCUMENTS, ACTORS, CHANGES)

__all__ = [
    "ACTORS",
    "CHANGES",
    "CLAIMS",
    "DOCUMENTS",
    "EVENTS",
    "FIGURES",
    "PARTICIPANTS",
    "STATEMENTS",
    "TABLES",
    "Column",
    "Table",
    "arrow_batches",
    "arrow_schema",
    "arrow_table",
]
