"""Checking and packing a record at the command line."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sound(example_record: Path, run: Run) -> None:
    shutil.copy(example_record, "communique.db")


def damage(query: str) -> None:
    with closing(sqlite3.connect("communique.db", isolation_level=None)) as other:
        other.execute(query)


@pytest.mark.usefixtures("sound")
def test_a_sound_record(run: Run) -> None:
    code, out, err = run("check", "--deep")
    assert (code, err) == (0, "")
    assert out.startswith("24 documents, ")
    assert out.endswith(": no faults.\n")


@pytest.mark.usefixtures("sound")
def test_a_fault_is_named_and_mended(run: Run) -> None:
    damage("DELETE FROM event_claims WHERE claim = 5")
    code, out, _ = run("check", columns=200)
    assert code == 1
    assert "#0004: belongs to no event → communique check --repair derives it anew" in out
    (_, *_) = json.loads(run("check", "--json")[1])["faults"]
    assert run("check", "--repair")[0] == 0
    assert run("check")[0] == 0


@pytest.mark.usefixtures("sound")
def test_what_only_a_copy_has(run: Run) -> None:
    damage("UPDATE documents SET coding = '{' WHERE number = 3")
    code, out, _ = run("check", "--repair", columns=200)
    assert code == 1
    assert "its claims cannot be read" in out
    assert "restore the file from a copy" in out


def test_what_cannot_be_opened(run: Run) -> None:
    Path("communique.db").write_text("no record")
    assert run("check")[0] == 3
    assert run("compact", "--record", "none.db")[0] == 3


@pytest.mark.usefixtures("sound")
def test_compact(run: Run) -> None:
    code, out, err = run("compact")
    assert (code, err) == (0, "")
    assert "gained" in out
