"""The examples are 24, readable, unlike each other, and listed in their README."""

import json
import re
from itertools import combinations
from pathlib import Path

import pytest

from communique.running import code_sources
from communique.types import Coding

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = EXAMPLES / "reports"
TABLE_KEYS = {"id", "url", "title", "publisher", "published", "language", "text"}


def texts() -> dict[str, str]:
    rows = [json.loads(line) for line in (REPORTS / "table.jsonl").read_text("utf-8").splitlines()]
    files = {path.name: path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt"))}
    return files | {row["id"]: row["text"] for row in rows}


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}


def test_there_are_24_six_of_them_in_a_table() -> None:
    assert len(texts()) == 24
    assert len(list(REPORTS.glob("*.txt"))) == 18


def test_the_table_gives_what_a_table_may_give() -> None:
    for line in (REPORTS / "table.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        assert row.keys() == TABLE_KEYS
        assert row["url"].partition("/")[2].split("/")[1].endswith(".example"), "no real outlet"


@pytest.mark.parametrize("name", texts())
def test_an_example_is_a_short_report(name: str) -> None:
    words = texts()[name].split()
    assert 120 <= len(words) <= 250


def test_all_are_read_as_english_reports_with_a_headline() -> None:
    documents = [coding.document for coding in code_sources([str(REPORTS)]) if isinstance(coding, Coding)]
    assert len(documents) == 24
    assert [d.source for d in documents if d.language != "en" or not d.title] == []


def test_no_two_examples_share_a_passage() -> None:
    found = {name: shingles(text) for name, text in texts().items()}
    # Eight shingles in a row are a sentence; offices, names and dates in common make fewer.
    alike = [(a, b) for a, b in combinations(found, 2) if len(found[a] & found[b]) >= 8]
    assert alike == []


def test_the_readme_lists_every_example() -> None:
    listed = re.findall(r"^\| `([^`]+)`", (EXAMPLES / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(texts())
