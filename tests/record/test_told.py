"""Statements and figures are found by their tables as reading every document would find them."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from communique.record import Record, open_record
from communique.record._schema import MIGRATIONS
from communique.record._told import told_otherwise

TABLES = ("statements", "figures")


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as other:
        found = {table: other.execute(f"SELECT * FROM {table} ORDER BY document, position") for table in TABLES}
        return {table: [row[1:] for row in each] for table, each in found.items()}  # not the number, which is free


def test_an_older_record_gets_them(example_record: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with closing(sqlite3.connect(example_record)) as made, closing(sqlite3.connect(path)) as older:
        made.backup(older)
        version = next(n for n, migration in enumerate(MIGRATIONS) if "CREATE TABLE statements" in migration)
        newer = "".join(MIGRATIONS[version:])
        for table in reversed(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", newer)):
            older.execute(f"DROP TABLE {table}")
        for index in re.findall(r"CREATE INDEX (\w+)", newer):
            older.execute(f"DROP INDEX IF EXISTS {index}")
        older.execute(f"PRAGMA user_version = {version}")
        older.commit()
    with open_record(path):
        pass
    assert rows(path) == rows(example_record)
    assert all(rows(path).values())


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, example_record: Path) -> Record:
    return open_record(example_record, read_only=True)


def test_without_conditions_all_are_told(record: Record) -> None:
    codings = list(record.documents())
    assert len(record.statements()) == sum(len(coding.statements) for coding in codings)
    assert [told.figure for told in record.figures()] == [figure for coding in codings for figure in coding.figures]
    numbers = record._connection.execute("SELECT number FROM documents ORDER BY number").fetchall()
    for (number,), coding in zip(numbers, codings, strict=True):
        assert list(told_otherwise(record._connection, number, coding)) == []


@pytest.mark.parametrize("name", ["minister", "WANG", "zelensk", "the"])
def test_a_name_by_the_beginnings_of_its_words(record: Record, name: str) -> None:
    said = [s for c in record.documents() for s in c.statements]
    wanted = [s for s in said if s.speaker and any(w.startswith(name.lower()) for w in s.speaker.name.lower().split())]
    assert {told.statement for told in record.statements(actor=name)} == set(wanted)
