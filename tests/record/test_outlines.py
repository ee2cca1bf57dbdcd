"""Outlines hold who took part in events and where, and an older record gets them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from communique.record import open_record
from communique.record._outlines import OUTLINES
from communique.record._schema import MIGRATIONS
from communique.record.checking import check


def outlines(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as other:
        return other.execute("SELECT event, outline FROM outlines ORDER BY event").fetchall()


def test_each_event_has_one_that_says_who_and_where(example_record: Path) -> None:
    with open_record(example_record, read_only=True) as record:
        found = record.sketches()
        events = record.slice(limit=1_000).events
    assert len(events) == found.total == len(outlines(example_record))
    for event, sketch in zip(events, found.events, strict=True):
        assert [(side.role, side.actor) for side in sketch.participants] == [
            (participant.role, participant.actor) for participant in event.participants
        ]
        assert (sketch.place is None) == (event.place is None)
        if sketch.place is not None and event.place is not None:
            assert (sketch.place.name, sketch.place.country) == (event.place.name, event.place.country)
            assert sketch.place.evidence is None


def test_an_older_record_gets_the_same(example_record: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with closing(sqlite3.connect(example_record)) as made, closing(sqlite3.connect(path)) as older:
        made.backup(older)
        older.execute("DROP TABLE outlines")
        older.execute(f"PRAGMA user_version = {MIGRATIONS.index(OUTLINES)}")
        older.commit()
    open_record(path).close()
    assert check(path).faults == ()
    assert outlines(path) == outlines(example_record)
