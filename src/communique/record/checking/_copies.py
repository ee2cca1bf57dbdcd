"""Copies: each document's wording lies under its keys, and each group of copies has its first document."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from communique.record.checking.fault import Fault

__all__ = ["COPY_TABLES", "grouped_wrongly", "keyed_otherwise", "recompared_otherwise", "worded_otherwise"]

COPY_TABLES = ("wordings", "bands", "site_sentences", "copies")
"""What comparing makes of the documents, all of it."""
_WIDTHS = {"sentences": 8, "bands": 8, "shingles": 4, "frames": 8}
"""Bytes of an integer in each array of a wording."""
_KEYED = {"bands": "bands", "site_sentences": "sentences"}
"""Table of keys → the column of ``wordings`` that tells them."""
# Of texts of the same words the first alone has to be under its bands.
_FIRST = (
    " WHERE NOT EXISTS (SELECT 1 FROM wordings AS twin WHERE twin.exact = wordings.exact"
    " AND twin.credit = wordings.credit AND twin.document < wordings.document)"
)


def worded_otherwise(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Documents without a wording, wordings of documents that are gone, and those that are no arrays of integers."""
    broken = " OR ".join(f"length({column}) % {width} <> 0" for column, width in _WIDTHS.items())
    questions = {
        "belongs to a document that is gone": (
            "SELECT NULL, document FROM wordings WHERE document NOT IN (SELECT number FROM documents)"
        ),
        "the wording of its text is missing": (
            "SELECT id, number FROM documents WHERE number NOT IN (SELECT document FROM wordings)"
            " AND number NOT IN (SELECT document FROM pending_documents)"
        ),
        "is no array of integers": (
            f"SELECT id, document FROM wordings JOIN documents ON number = document WHERE {broken}"
        ),
    }
    for problem, question in questions.items():
        yield from _told(connection, "wordings", question, problem)


def keyed_otherwise(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Documents that are not under the keys that their wordings tell, and keys of what is gone."""
    for table in _KEYED:
        missing, own = _under_keys(connection, table)
        yield from missing
        gone, held = connection.execute(
            f"SELECT count(*) FILTER (WHERE document NOT IN (SELECT document FROM wordings)), count(*) FROM {table}"
        ).fetchone()
        if gone:
            problem = f"{gone} rows belong to documents that are gone"
            yield Fault(table=table, id=None, problem=problem, remedy="repair")
        if held - gone != own:
            problem = f"{held - gone - own} rows are not of their documents' wordings"
            yield Fault(table=table, id=None, problem=problem, remedy="repair")


def _under_keys(connection: sqlite3.Connection, table: str) -> tuple[list[Fault], int]:
    """The documents that are not under all their keys, and how many rows are as they should be."""
    faults, own = [], 0
    firsts = {number for (number,) in connection.execute(f"SELECT document FROM wordings{_FIRST}")}
    for number, blob in connection.execute(f"SELECT document, {_KEYED[table]} FROM wordings ORDER BY document"):
        keys = set(memoryview(blob[: len(blob) // 8 * 8]).cast("q"))
        held = _held(connection, table, number, keys)
        own += held
        if held < len(keys) and (table != "bands" or number in firsts):
            problem = f"{len(keys) - held} of {len(keys)} keys are missing"
            faults.append(Fault(table=table, id=_id(connection, number), problem=problem, remedy="repair"))
    return faults, own


def _held(connection: sqlite3.Connection, table: str, number: int, keys: set[int]) -> int:
    (held,) = connection.execute(
        f"SELECT count(*) FROM json_each(?) AS told CROSS JOIN {table} AS held ON held.key = value AND document = ?",
        (str(sorted(keys)), number),
    ).fetchone()
    return int(held)


def grouped_wrongly(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Copies of documents that are gone, or whose first document is gone, is in another group or is not the first."""
    questions = {
        "belongs to a document that is gone": (
            "SELECT NULL, document FROM copies WHERE document NOT IN (SELECT number FROM documents)"
        ),
        "is a copy of a document that is gone": (
            "SELECT id, document FROM copies JOIN documents ON number = document"
            " WHERE head NOT IN (SELECT number FROM documents)"
        ),
        "is a copy of a document that is in no group": (
            "SELECT id, document FROM copies JOIN documents ON number = document"
            " WHERE head IN (SELECT number FROM documents) AND head NOT IN (SELECT document FROM copies)"
        ),
        "is a copy of a document that is itself one": (
            "SELECT id, copies.document FROM copies JOIN documents ON number = copies.document"
            " JOIN copies AS first ON first.document = copies.head WHERE first.head <> first.document"
        ),
        "is a copy of a document that came after it": (
            "SELECT id, document FROM copies JOIN documents ON number = document WHERE head > document"
        ),
    }
    for problem, question in questions.items():
        yield from _told(connection, "copies", question, problem)


def recompared_otherwise(connection: sqlite3.Connection, fresh: sqlite3.Connection) -> Iterator[Fault]:
    """Wordings and groups that are others in ``fresh``, where all documents were compared anew."""
    for table, problem in (
        ("wordings", "is not the wording of its text"),
        ("copies", "other documents are its copies"),
    ):
        rows = f"SELECT document, {table}.* FROM {table}"
        held, told = ({number: hash(tuple(row)) for number, *row in each.execute(rows)} for each in (connection, fresh))
        for number in sorted(held.keys() | told.keys()):
            if held.get(number) != told.get(number):
                yield Fault(table=table, id=_id(connection, number), problem=problem, remedy="repair")


def _told(connection: sqlite3.Connection, table: str, question: str, problem: str) -> Iterator[Fault]:
    for id, number in connection.execute(f"{question} ORDER BY 2"):
        yield Fault(table=table, id=id or f"row {number}", problem=problem, remedy="repair")


def _id(connection: sqlite3.Connection, number: int) -> str:
    row = connection.execute("SELECT id FROM documents WHERE number = ?", (number,)).fetchone()
    return str(row[0]) if row is not None else f"row {number}"
