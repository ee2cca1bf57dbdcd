"""Helpers change nothing but the time: the same answers in the same order, also where one of them dies."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.chronicle import chronicle

from communique.record import _resolution, open_record
from communique.record._crew import Crew, StartMethod

HERE = os.getpid()


def double(number: int) -> int:
    return 2 * number


def fall_over(here: int) -> int:
    """What this process can do, and a helper dies of."""
    if os.getpid() != here:
        os._exit(1)
    return here


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_the_order_of_the_jobs(workers: int) -> None:
    with Crew(workers) as crew:
        assert list(crew.map(double, range(100))) == [(number, 2 * number) for number in range(100)]


def test_jobs_are_laid_out_only_some_way_ahead() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    with Crew(2) as crew:
        answers = crew.map(double, jobs())
        assert next(answers) == (0, 0)
        assert len(taken) < 20


def test_what_a_helper_dies_of_is_done_here() -> None:
    with Crew(2) as crew:
        assert list(crew.map(fall_over, [HERE] * 20)) == [(HERE, HERE)] * 20


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_a_record_is_the_same_with_helpers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: StartMethod
) -> None:
    monkeypatch.setattr(_resolution, "_MUCH", 0)
    monkeypatch.setattr(_resolution, "Crew", lambda workers: Crew(workers, method))
    codings = [each.coding for each in chronicle(300, seed=5)]
    told: list[list[object]] = []
    for workers in (1, 3):
        with open_record(tmp_path / f"{workers}.db", create=True, workers=workers) as record:
            record.keep(codings)
            events = record.events()
            told.append([(event, record.joins(event.id), record.links(event.id)) for event in events])
            told[-1] += [(entry.change, entry.event, entry.detail) for entry in record.changes()]
    assert told[0] == told[1]
