"""docs/sql.md is what the tables are today, and its examples find something; `make sql` writes it."""

from pathlib import Path

import pytest
from scripts.sql_page import PAGE, examples, page

from communique.querying import answer
from communique.record import open_record


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text("utf-8") == page(), "run make sql"


def test_the_examples_are_found() -> None:
    assert len(examples()) >= 5


@pytest.mark.parametrize("query", examples())
def test_an_example_has_an_answer(example_record: Path, query: str) -> None:
    with open_record(example_record, read_only=True) as record, answer(record, query) as found:
        assert found.read_all().num_rows > 0


def test_who_visits_whom(example_record: Path) -> None:
    with open_record(example_record, read_only=True) as record, answer(record, examples()[0]) as found:
        pairs = {(row["visitor"], row["host"]) for row in found.read_all().to_pylist()}
    assert {("RUS", "CHN"), ("CHN", "RUS"), ("IND", "RUS")} <= pairs
