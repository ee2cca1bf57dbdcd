"""``communique figures`` on a small record."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("read")


@pytest.fixture
def read(run: Run) -> None:
    text = "Trade between Peru and Chile rose by 5 percent to $3.4 billion in 2022. Some 40 soldiers fled to Oslo."
    Path("trade.txt").write_text(text, encoding="utf-8")
    assert run("read", "trade.txt")[0] == 0


def test_as_a_table(run: Run) -> None:
    code, out, err = run("figures")
    assert (code, err) == (0, "")
    assert "3,400,000,000 USD" in out
    assert "40 soldiers" in out
    assert "up 5 percent" in " ".join(out.split())


def test_as_csv(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("figures", "--format", "csv", "--unit", "USD")[1])))
    assert [(float(row["value"]), row["unit"], row["period"], row["direction"]) for row in rows] == [
        (3.4e9, "USD", "2022", "up")
    ]
    assert rows[0]["evidence"].endswith("$3.4 billion")
    assert rows[0]["document"]


def test_as_json_lines(run: Run) -> None:
    lines = [json.loads(line) for line in run("figures", "--format", "jsonl")[1].splitlines()]
    assert [line["figure"]["unit"] for line in lines] == ["USD", "soldiers"]
    assert json.loads(run("figures", "--format", "json")[1]) == lines


def test_none_is_said_on_stderr(run: Run) -> None:
    assert run("figures", "--of", "zebra") == (0, "", "no figures\n")


def test_a_date_that_is_none(run: Run) -> None:
    code, _, err = run("figures", "--from", "May")
    assert code == 2
    assert "--from: May is no date" in err


def test_a_document_shows_its_figures(run: Run) -> None:
    (name, *_) = {line["document"] for line in map(json.loads, run("figures", "--format", "jsonl")[1].splitlines())}
    assert "40 soldiers" in run("show", name)[1]
