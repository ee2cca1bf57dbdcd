"""Packing gives back what deleting left, beside readers, and says why it cannot."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from communique.record import open_record
from communique.record.checking import check
from communique.record.compaction import compact
from communique.types import RecordError


@pytest.fixture
def path(example_record: Path, tmp_path: Path) -> Path:
    copy = Path(shutil.copy(example_record, tmp_path / "r.db"))
    with closing(sqlite3.connect(copy)) as other:
        other.execute("CREATE TABLE bulk AS WITH n AS (SELECT 1 FROM documents) SELECT randomblob(900) FROM n, n")
        other.commit()
        other.execute("DROP TABLE bulk")
        other.commit()
    return copy


def test_room_is_given_back(path: Path) -> None:
    with open_record(path, read_only=True) as record:
        before = record.events()
    done = compact(path)
    assert done.before - done.after > 500_000
    assert (done.after, done.log) == (path.stat().st_size, 0)
    with open_record(path, read_only=True) as record:
        assert record.events() == before
        assert record.search("Lavrov")


def test_what_is_left_behind_goes(path: Path) -> None:
    compact(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("INSERT INTO bands SELECT key, 999 FROM bands WHERE document = 3")
        other.execute("INSERT INTO site_sentences VALUES (7, 999)")
        other.execute("INSERT INTO copies VALUES (999, 1), (3, 3)")
        other.execute("INSERT INTO links VALUES ('egone', 'ewent')")
        other.execute("INSERT INTO labels (sort, value, rejected) VALUES ('place', 'Nowhere', 0)")
        other.commit()
        (bands,) = other.execute("SELECT count(*) FROM bands WHERE document = 999").fetchone()
    assert compact(path).dropped == bands + 5
    assert compact(path).dropped == 0
    assert check(path, deep=True).faults == ()


def test_readers_may_stay(path: Path) -> None:
    with open_record(path, read_only=True) as reader, reader.frozen():
        before = reader.events()
        done = compact(path, timeout=0.1)
        assert done.log > 0
        assert reader.events() == before
    assert compact(path).log == 0


def test_a_writer_is_waited_for_and_named(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program is writing to it"):
            compact(path, timeout=0.1)


def test_a_missing_record_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        compact(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
