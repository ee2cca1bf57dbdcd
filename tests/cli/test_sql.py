"""Actors, snapshots and SQL at the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

Run = Callable[..., tuple[int, str, str]]


def test_actors(run: Run) -> None:
    _, out, _ = run("actors", "--country", "KEN", columns=120)
    assert " ".join(out.split()).startswith("Events Actor Kind Country Offices From To Id ")
    assert "1 Kenya state KEN – – kenya-ken" in " ".join(out.split())
    assert "wanjiru-otieno-ken" in run("actors", columns=80)[1]
    listed = json.loads(run("actors", "--format", "json", "--kind", "call")[1])
    assert [(a["actor"]["name"], a["events"], a["first"]) for a in listed] == [
        ("José Muñoz", 1, "2024-06-01"),
        ("Rosa Quispe", 1, "2024-06-01"),
    ]
    (row, *_) = csv.DictReader(io.StringIO(run("actors", "--format", "csv", "--actor", "otieno")[1]))
    assert (row["offices"], row["first_day"], row["last_day"]) == ("foreign minister", "2024-05-13", "2024-05-15")
    assert run("actors", "--kind", "ratification") == (0, "", "no actors\n")


def test_answers_in_every_form(run: Run, tmp_path: Path) -> None:
    query = "SELECT kind, sum(sources) AS reports, topics, start_earliest FROM events WHERE kind = 'visit' GROUP BY ALL"
    _, out, _ = run("sql", query)
    assert [line.split() for line in out.splitlines()[::2]] == [
        ["kind", "reports", "topics", "start_earliest"],
        ["visit", "2", "trade", "2024-05-13"],
    ]
    assert run("sql", query, "--format", "csv")[1] == "kind,reports,topics,start_earliest\nvisit,2,trade,2024-05-13\n"
    (row,) = map(json.loads, run("sql", query, "--format", "jsonl")[1].splitlines())
    assert row == {"kind": "visit", "reports": 2, "topics": ["trade"], "start_earliest": "2024-05-13"}
    assert run("sql", query, "--format", "parquet", "-o", "o.parquet")[0] == 0
    assert pq.read_table("o.parquet").num_rows == 1


def test_no_cell_of_csv_is_a_formula(run: Run) -> None:
    assert run("sql", "SELECT '=1+1' AS a, -1 AS b", "--format", "csv")[1] == "a,b\n'=1+1,-1\n"


def test_a_long_table_is_cut_and_says_so(run: Run) -> None:
    _, out, err = run("sql", "SELECT range FROM range(1000)")
    assert len(out.splitlines()) == 202
    assert "only the first 200 rows are shown" in err


def test_a_snapshot_is_asked(run: Run) -> None:
    code, out, _ = run("snapshot", "snap", "--no-texts")
    assert code == 0
    assert out.split()[:3] == ["snap/events.parquet", "3", "rows"]
    assert run("sql", "SELECT count(*) AS n FROM events", "--snapshot", "snap", "--format", "csv")[1] == "n\n3\n"


def test_tables_are_listed(run: Run) -> None:
    _, out, _ = run("sql")
    assert "One row an event" in out
    assert "evidence_start" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["DROP VIEW events"], "a query can only ask"),
        (["FROM nothing"], "does not exist"),
        (["FROM events", "-o", "x.csv"], "choose --format csv"),
        (["FROM events", "--snapshot", "."], "it holds no snapshot"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run("sql", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert not Path("x.csv").exists()
