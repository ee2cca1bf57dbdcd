"""What fuzzing begins with is read as what it is."""

from pathlib import Path

import pytest
from benchmarks.fuzz_readers import made, try_input
from benchmarks.small_answers import small_answers
from benchmarks.trials import read_input

from communique.types import InputError, Page

ANSWERS = small_answers()
LISTS = {"rss.list": 2, "atom.list": 1, "rdf.list": 1, "utf-16.list": 2}
PAGES = LISTS | {"page.answer": 1, "packed.answer": 1, "chunked.answer": 1, "feed.answer": 2}


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_what_is_whole_is_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(ANSWERS[name])
    found = list(read_input(tmp_path / name))
    assert sum(isinstance(each, Page) for each in found) == PAGES.get(name, 0)


def test_rules_forbid_what_they_name(tmp_path: Path) -> None:
    (tmp_path / "robots.rules").write_bytes(b"User-agent: Communique\nDisallow: /private/\nCrawl-delay: 2")
    [error] = read_input(tmp_path / "robots.rules")
    assert isinstance(error, InputError)
    assert "2" in error.reason


@pytest.mark.parametrize("number", range(0, 200, 4))
def test_what_is_altered_is_the_same_every_time_and_passes(number: int, tmp_path: Path) -> None:
    name, data = made(number, ANSWERS)
    assert made(number, ANSWERS) == (name, data)
    trial = try_input(number, name, data, tmp_path)
    assert trial.problem is None or trial.problem.startswith(("took", "needed"))
