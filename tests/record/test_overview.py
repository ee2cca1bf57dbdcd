"""Slices of the list of events, and how many there are over time."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from communique.record import Filter, Record, open_record
from communique.types import Coding, EventClaim


@pytest.fixture
def record(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Record]:
    sides = ("party =Ghana GHA", "party =Kenya KEN")
    talks = [
        claim("talks", *sides, start="2024-05-13"),
        claim("talks", *sides, start="2024-05-28", status="planned"),
        claim("talks", *sides, start="2023"),
        claim("talks", *sides),
    ]
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep([coding(f"d{n}", f"Report {n}.", told) for n, told in enumerate(talks)])
        yield opened


def test_a_slice_is_latest_first_and_knows_how_many_there_are(record: Record) -> None:
    found = record.slice(limit=2, offset=1)
    assert [e.start.edtf if e.start else None for e in found.events] == ["2024-05-13", "2023"]
    assert (found.total, found.offset) == (4, 1)
    assert record.slice(offset=3).events[0].start is None
    assert record.slice(Filter(status="planned")).total == 1


def test_bins_count_by_month_and_status(record: Record) -> None:
    counted = [(bin.month, bin.status, bin.events) for bin in record.bins()]
    may = date(2024, 5, 1)
    assert counted == [(date(2023, 1, 1), "happened", 1), (may, "happened", 1), (may, "planned", 1)]
    assert record.bins(Filter(kind="visit")) == ()
