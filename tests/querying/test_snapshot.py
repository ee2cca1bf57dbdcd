"""A snapshot holds every row of the record with its type, and takes the place of the former one whole or not at all."""

import shutil
import sqlite3
from pathlib import Path

import duckdb
import polars
import pyarrow.parquet as pq
import pytest

from communique.querying import snapshot, write_snapshot
from communique.record import open_record
from communique.record.tables import TABLES, arrow_schema, arrow_table
from communique.types import CommuniqueError, RecordError


def test_every_table_is_there(example_record: Path, tmp_path: Path) -> None:
    with open_record(example_record, read_only=True) as record:
        written = write_snapshot(record, tmp_path / "made" / "snap")
        assert [file.table for file in written] == [table.name for table in TABLES]
        for table, file in zip(TABLES, written, strict=True):
            assert pq.read_schema(file.path).equals(arrow_schema(table)), table.name
            held = pq.read_table(file.path)
            assert held.to_pylist() == arrow_table(table, record.each(table)).to_pylist()
            assert (file.rows, file.size) == (held.num_rows, file.path.stat().st_size)
            assert file.rows > 0
        assert pq.read_table(tmp_path / "made/snap/events.parquet").num_rows == len(record.events())


def test_other_programs_read_it(example_record: Path, tmp_path: Path) -> None:
    with open_record(example_record, read_only=True) as record:
        write_snapshot(record, tmp_path)
        lavrov = sum(any(a == "Q58217" for a in {p.actor.id for p in e.participants}) for e in record.events())
    (count,) = duckdb.execute(
        "SELECT count(*) FROM read_parquet(?) WHERE list_contains(actors, 'Q58217')", [str(tmp_path / "events.parquet")]
    ).fetchone() or (None,)
    assert count == lavrov > 0
    assert polars.read_parquet(tmp_path / "events.parquet")["start_earliest"].dtype == polars.Date


def test_texts_may_stay_at_home(example_record: Path, tmp_path: Path) -> None:
    with open_record(example_record, read_only=True) as record:
        write_snapshot(record, tmp_path, texts=False)
    names = pq.read_schema(tmp_path / "documents.parquet").names
    assert "title" in names
    assert "text" not in names


def test_rows_come_in_groups(example_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_GROUP_ROWS", 40)
    monkeypatch.setattr("communique.record.tables._arrow.BATCH_ROWS", 16)
    with open_record(example_record, read_only=True) as record:
        write_snapshot(record, tmp_path, tables=["claims"])
        assert pq.read_metadata(tmp_path / "claims.parquet").num_rows == len(record.claims())


def test_one_that_fails_changes_nothing(example_record: Path, tmp_path: Path) -> None:
    (tmp_path / "snap").mkdir()
    (tmp_path / "snap/events.parquet").write_text("the former one")
    shutil.copy(example_record, tmp_path / "r.db")
    with sqlite3.connect(tmp_path / "r.db") as other:
        other.execute("DROP TABLE changes")  # the last that is written
    with open_record(tmp_path / "r.db") as record, pytest.raises(RecordError, match="no such table"):
        write_snapshot(record, tmp_path / "snap")
    assert [path.name for path in (tmp_path / "snap").iterdir()] == ["events.parquet"]
    assert (tmp_path / "snap/events.parquet").read_text() == "the former one"


def test_a_file_is_no_folder(example_record: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with open_record(example_record, read_only=True) as record, pytest.raises(CommuniqueError, match="cannot be made"):
        write_snapshot(record, tmp_path / "file")
