"""What is doubtful is kept as looking at all events anew would find it, whatever came in between."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.record import Record, open_record
from communique.record._doubts import changed, look
from communique.types import Coding, EventClaim

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
PEOPLE = ["Wanjiru Otieno KEN", "Haruto Sato JPN", "Rosa Quispe PER", "Ingrid Berg NOR"]
KINDS = ["talks", "visit", "agreement"]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


def codings(claim: MakeClaim, coding: MakeCoding, seed: int) -> Iterator[Coding]:
    chance = random.Random(seed)
    for number in range(60):
        one, other = chance.sample(PEOPLE, 2)
        start = chance.choice([None, *(f"2024-05-{day:02}" for day in range(10, 16))])
        told = claim(chance.choice(KINDS), f"visitor {one}", f"host {other}", start=start)
        yield coding(f"d{chance.randrange(45)}", f"Text {number} of the day.", told)


def kept(record: Record) -> list[tuple[object, ...]]:
    return record._connection.execute("SELECT * FROM doubtful ORDER BY one, other").fetchall()


@pytest.mark.parametrize("seed", range(3))
def test_step_by_step_as_all_at_once(record: Record, claim: MakeClaim, coding: MakeCoding, seed: int) -> None:
    for number, each in enumerate(codings(claim, coding, seed)):
        record.add(each)
        if number % 5 == 0:
            record.resolve()
        if number == 30:
            record.judge("reject", record.events()[3].id)
    record.resolve()
    found = kept(record)
    assert len(found) > 10
    connection = record._connection
    connection.execute("DELETE FROM doubtful")
    changed(connection, [id for (id,) in connection.execute("SELECT id FROM events")])
    assert look(connection, 10_000) == connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert kept(record) == found
    assert look(connection, 10) == 0


def test_an_old_doubt_is_asked_before_newer_ones_of_less(record: Record, claim: MakeClaim, coding: MakeCoding) -> None:
    sides = ("party Wanjiru Otieno KEN", "party Haruto Sato JPN")
    others = ("party Amina Kamau KEN", "party Haruto Sato JPN")
    near = [claim("talks", *who, start="2024-05-13", confidence=0.99) for who in (sides, others)]
    record.keep([coding(f"n{n}", f"Talks {n}.", told) for n, told in enumerate(near)])
    later = claim("talks", *sides, start="2025-01-01", confidence=0.7)
    record.keep([coding(f"m{n}", f"More talks {n}.", later) for n in range(3)])
    assert record._connection.execute("SELECT count(*) FROM unasked").fetchone() == (0,)
    first = record.questions(1)[0]
    assert {report.document for event in first.events for report in event.reports} == {"n0", "n1"}


def test_many_are_left_for_the_next_run(record: Record, claim: MakeClaim, coding: MakeCoding) -> None:
    told = [claim("talks", "party =Kenya KEN", "party =Peru PER", start=f"20{n:02}-03-01") for n in range(60)]
    record.add(coding("a", "A long list.", *told[:40]))
    record.keep([coding(f"b{n}", f"One {n}.", each) for n, each in enumerate(told[40:])])
    assert len(record.events()) == 60
    assert record._connection.execute("SELECT count(*) FROM unasked").fetchone() == (0,)
