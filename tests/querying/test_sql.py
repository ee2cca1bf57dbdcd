"""A question is answered from the tables, and can do nothing but ask."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.querying import answer, write_snapshot
from communique.record import open_record
from communique.types import UsageError

MISUSES = (
    "COPY events TO 'out.csv'",
    "COPY (SELECT 1) TO 'out.csv'",
    "EXPLAIN ANALYZE COPY events TO 'out.csv'",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_parquet('http://127.0.0.1:1/x.parquet')",
    "SELECT * FROM sqlite_scan('communique.db', 'events')",
    "SELECT getenv('HOME')",
    "ATTACH 'other.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "RESET enable_external_access",
    "PRAGMA enable_external_access = true",
    "EXPORT DATABASE 'folder'",
    "IMPORT DATABASE 'folder'",
    "CREATE TABLE mine AS SELECT 1",
    "DROP VIEW events",
    "DELETE FROM events",
    "CALL pragma_version()",
    "SELECT 1; SELECT 2",
    "",
    "SELECT FROM WHERE",
    "SELECT * FROM evnts",
    "SELECT CAST(title AS INTEGER) FROM events",
    "SELECT * FROM hidden",
)


def rows(source: Any, query: str) -> list[dict[str, Any]]:
    with answer(source, query) as found:
        return found.read_all().to_pylist()  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def snapshot(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("snapshot")
    with open_record(example_record, read_only=True) as record:
        write_snapshot(record, folder)
    return folder


def test_a_record_and_its_snapshot_say_the_same(example_record: Path, snapshot: Path) -> None:
    query = "SELECT kind, count(*) AS n FROM events GROUP BY kind ORDER BY n DESC, kind"
    with open_record(example_record, read_only=True) as record:
        events = record.events()
        found = rows(record, query)
    assert found == rows(snapshot, query)
    assert found[0] == {"kind": "visit", "n": sum(event.kind == "visit" for event in events)}


@pytest.mark.parametrize(
    "query",
    [
        "FROM events a JOIN Events b USING (id) SELECT a.id",
        'SELECT * FROM "events"',
        "PIVOT events ON status GROUP BY kind",
        "DESCRIBE claims",
        "SUMMARIZE actors",
        "EXPLAIN FROM events",
        "WITH v AS (FROM participants WHERE role = 'visitor') SELECT count(*) FROM v;",
        "SELECT detail ->> '$.title' FROM changes",
    ],
)
def test_ways_to_ask(example_record: Path, query: str) -> None:
    with open_record(example_record, read_only=True) as record:
        assert rows(record, query)


def test_without_a_name_all_tables_are_listed(example_record: Path) -> None:
    with open_record(example_record, read_only=True) as record:
        names = [row["name"] for row in rows(record, "SHOW TABLES")]
    assert names == ["actors", "changes", "claims", "documents", "events", "figures", "participants", "statements"]


@pytest.mark.parametrize("query", MISUSES)
def test_it_can_only_ask(snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str) -> None:
    monkeypatch.chdir(tmp_path)
    hidden = [{"a": 1}]  # a variable of Python is no table
    with pytest.raises(UsageError):
        rows(snapshot, query)
    assert hidden
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_is_said(snapshot: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'evnts does not exist!\nDid you mean "events"'):
        rows(snapshot, "SELECT * FROM evnts")
    with pytest.raises(UsageError, match="and this is DELETE"):
        rows(snapshot, "DELETE FROM events")
    with pytest.raises(UsageError, match="it holds no snapshot; make one with: communique snapshot"):
        rows(tmp_path, "FROM events")
    (tmp_path / "events.parquet").write_text("no")
    with pytest.raises(UsageError, match=r"events\.parquet: it is no Parquet file"):
        rows(tmp_path, "FROM events")


def test_without_duckdb_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['duckdb'] = None\n"
        "from pathlib import Path\nfrom communique.querying import answer\n"
        "from communique.types import UsageError\n"
        "try:\n    answer(Path('.'), 'SELECT 1').__enter__()\n"
        "except UsageError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "SQL needs duckdb and pyarrow; run: pip install 'communique[sql]'\n"
