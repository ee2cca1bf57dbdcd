"""The same events whatever the order in which articles come: one by one, in batches, or all at once.

The claims are those of the benchmark: on its few days the same pairs meet again and again, some reports are vague,
wrong or undated, and some look alike.
"""

import random
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from benchmarks.chronicle import chronicle

from communique.record import Record, open_record
from communique.types import Coding


def codings(claims: int, seed: int) -> list[Coding]:
    return [each.coding for each in chronicle(claims, seed)]


def told(record: Record) -> list[tuple[object, ...]]:
    """Each event by its claims, with why they were joined, what it is part of, and its series."""
    events = record.events()
    claims = {event.id: tuple(sorted(join.claim for join in record.joins(event.id))) for event in events}
    return sorted(
        (
            claims[event.id],
            tuple((join.claim, join.beside, join.comparison) for join in record.joins(event.id)),
            sorted(claims[whole.id] for whole in record.links(event.id).part_of),
            sorted(claims[other.id] for other in series.events) if (series := record.links(event.id).series) else (),
        )
        for event in events
    )


def kept(path: Path, batches: list[list[Coding]]) -> list[tuple[object, ...]]:
    with open_record(path, create=True) as record:
        for batch in batches:
            record.keep(batch)
        return told(record)


def batched(found: list[Coding], size: int) -> list[list[Coding]]:
    rest = iter(found)
    return list(iter(lambda: list(islice(rest, size)), []))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_batches_of_any_size_give_the_same(tmp_path: Path, seed: int) -> None:
    found = codings(350, seed)
    expected = kept(tmp_path / "whole.db", [found])
    chance = random.Random(seed)
    for size in (1, 7, 60):
        chance.shuffle(found)
        assert kept(tmp_path / f"{size}.db", batched(found, size)) == expected


def test_what_comes_and_goes_leaves_nothing(tmp_path: Path) -> None:
    found = codings(250, 4)
    gone, left = found[::3], [coding for n, coding in enumerate(found) if n % 3]
    with open_record(tmp_path / "changed.db", create=True) as record:
        record.keep(found)
        for coding in gone:
            other = msgspec.structs.replace(coding.document, text="A version that tells of nothing.")
            record.keep([Coding(document=other, events=())])
        assert told(record) == kept(tmp_path / "left.db", [left])
        for coding in gone:
            record.keep([coding])
        assert told(record) == kept(tmp_path / "whole.db", [found])
