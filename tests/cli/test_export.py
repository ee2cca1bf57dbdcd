"""Exports at the command line: what is listed, where it goes, what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_without_a_format_they_are_listed(run: Run) -> None:
    code, out, err = run("export")
    assert (code, err) == (0, "")
    assert out.startswith("jsonl\n") or "\njsonl\n" in out
    assert "Loses: " in out


def test_to_standard_output_and_to_a_file(run: Run) -> None:
    _, shown, _ = run("events", "--format", "jsonl", "--kind", "visit")
    code, out, err = run("export", "jsonl", "--kind", "visit")
    assert (code, out, err) == (0, shown, "")
    assert len([json.loads(line) for line in out.splitlines()]) == 1
    assert run("export", "jsonl", "--kind", "visit", "-o", "visits.jsonl") == (0, "", "")
    assert Path("visits.jsonl").read_text("utf-8") == out
    assert run("export", "jsonl", "--kind", "visit", "-o", "-") == (0, out, "")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["xls"], 2, "there is no format 'xls'; there are"),
        (["jsonl", "--colour", "red"], 2, "jsonl has no option --colour"),
        (["jsonl", "--from", "last week"], 2, "--from: last week is no date"),
        (["jsonl", "-o", "communique.db"], 2, "it is the record itself"),
        (["jsonl", "-o", "none/x.jsonl"], 1, "none/x.jsonl: cannot be written: No such file"),
        (["jsonl", "--record", "none.db"], 3, "there is no record"),
    ],
)
def test_errors_are_one_message_and_a_code(run: Run, arguments: list[str], code: int, said: str) -> None:
    ended, out, err = run("export", *arguments)
    assert (ended, out) == (code, "")
    assert err.startswith("communique: ")
    assert said in err
