"""Real damage, done by other programs and by a bad disk, is named; what can be derived is mended."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from communique.record import open_record
from communique.record._events import DEPENDENT, derive, write_event
from communique.record._links import LINK_COLUMNS
from communique.record.checking import Fault, check, repair
from communique.record.compaction import compact
from communique.types import Coding, RecordError

NOW = "2030-01-01T00:00:00+00:00"


@pytest.fixture
def path(example_record: Path, tmp_path: Path) -> Path:
    """The examples, one of them in a second version, and one that another site has, both with a sentence of its own."""
    copy = Path(shutil.copy(example_record, tmp_path / "r.db"))
    with open_record(copy) as record:
        first, second = [coding for coding in record.documents() if len(coding.document.text) > 1000][-2:]
        for coding in (_renamed(first, "first-copied", "Daily Kite"), _extended(second)):
            record.add(coding)
        record.resolve()
    return copy


def _renamed(coding: Coding, id: str, publisher: str) -> Coding:
    return replace(coding, document=replace(coding.document, id=id, publisher=publisher))


def _extended(coding: Coding) -> Coding:
    return replace(coding, document=replace(coding.document, text=coding.document.text + " More is to come."))


@pytest.fixture
def other(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program, which knows nothing of what belongs together."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def one(connection: sqlite3.Connection, query: str) -> str:
    return str(connection.execute(query).fetchone()[0])


def events(path: Path) -> bytes:
    with open_record(path, read_only=True) as record:
        return msgspec.json.encode(record.events())


def test_a_sound_record_has_no_fault(path: Path) -> None:
    before = path.read_bytes()
    found = check(path, deep=True)
    assert (found.faults, found.skipped) == ((), ())
    assert (found.documents, found.events) == (25, len(msgspec.json.decode(events(path))))
    assert path.read_bytes() == before


def told(path: Path) -> list[tuple[str, list[str]]]:
    """The events without their ids."""
    with open_record(path, read_only=True) as record:
        return sorted((event.title, [report.document for report in event.reports]) for event in record.events())


COPIES = "(SELECT document FROM copies WHERE document <> head LIMIT 1)"
LONE = "number NOT IN (SELECT document FROM copies)"
DAMAGES = {
    "DELETE FROM wordings WHERE document = 3": ("wordings", "the wording of its text is missing"),
    "INSERT INTO wordings SELECT 999, exact + 1, credit, sentences, bands, shingles, frames FROM wordings LIMIT 1": (
        "wordings",
        "belongs to a document that is gone",
    ),
    "UPDATE wordings SET bands = substr(bands, 2) WHERE document = 3": ("wordings", "is no array of integers"),
    "DELETE FROM bands WHERE document = 3": ("bands", "keys are missing"),
    "INSERT INTO bands SELECT key + 1, document FROM bands WHERE document = 3": (
        "bands",
        "rows are not of their documents' wordings",
    ),
    "UPDATE bands SET document = 999 WHERE document = 3": ("bands", "rows belong to documents that are gone"),
    "DELETE FROM site_sentences": ("site_sentences", "keys are missing"),
    "INSERT INTO site_sentences VALUES (7, 999)": ("site_sentences", "1 rows belong to documents that are gone"),
    "INSERT INTO copies VALUES (999, 1)": ("copies", "belongs to a document that is gone"),
    f"UPDATE copies SET head = 0 WHERE document = {COPIES}": ("copies", "is a copy of a document that is gone"),
    f"DELETE FROM copies WHERE document = (SELECT head FROM copies WHERE document = {COPIES})": (
        "copies",
        "is a copy of a document that is in no group",
    ),
    f"INSERT INTO copies SELECT min(number), max(number) FROM documents WHERE {LONE}": (
        "copies",
        "is a copy of a document that came after it",
    ),
    f"INSERT INTO copies SELECT max(number), {COPIES} FROM documents WHERE {LONE}": (
        "copies",
        "is a copy of a document that is itself one",
    ),
    "DELETE FROM statements WHERE number = 1": ("statements", "are not those that the document tells"),
    "UPDATE figures SET unit = 'ell' WHERE number = 1": ("figures", "are not those that the document tells"),
    "INSERT INTO links VALUES ('egone', 'egone')": ("links", "belongs to an event that is not there"),
    "INSERT INTO series VALUES (5, 'egone')": ("series", "belongs to an event that is not there"),
    "DELETE FROM claims WHERE number = 5": ("claims", "is missing, and its document tells of it"),
    "DELETE FROM event_claims WHERE claim = 5": ("claims", "belongs to no event"),
    "DELETE FROM events WHERE number = 5": ("claims", "which is not there"),
    "DELETE FROM event_actors WHERE event IN (SELECT id FROM events WHERE number = 5)": (
        "events",
        "is not what its claims derive to",
    ),
    "UPDATE outlines SET outline = '{}' WHERE event IN (SELECT id FROM events WHERE number = 5)": (
        "events",
        "is not what its claims derive to",
    ),
    "UPDATE events SET title = 'Peace at last' WHERE number = 5": ("events", "is not what its claims derive to"),
    "UPDATE events SET event = '{\"id\": 5}' WHERE number = 5": ("events", "is not what its claims derive to"),
    "UPDATE event_claims SET event = (SELECT id FROM events WHERE number = 5) WHERE claim = 60": (
        "events",
        "is not what its claims derive to",
    ),
    "UPDATE claims SET report = (SELECT report FROM claims WHERE number = 6) WHERE number = 5": (
        "claims",
        "is not what its document says",
    ),
    "UPDATE claims SET report = 'x' WHERE number = 5": ("claims", "cannot be read"),
    "INSERT INTO events_fts (events_fts, rowid, title, people, place, topics) SELECT 'delete', number, title, people,"
    " place, topics FROM events WHERE number = 5": ("events_fts", "does not hold the words of its table"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_can_be_derived_is_mended(path: Path, other: sqlite3.Connection, damage: str) -> None:
    sound, told_before = events(path), told(path)
    other.execute(damage)
    found = check(path).faults
    table, words = DAMAGES[damage]
    assert any(fault.table == table and words in fault.problem for fault in found), found
    assert {fault.remedy for fault in found} == {"repair"}
    repair(path, found, NOW)
    assert check(path, deep=True).faults == ()
    assert told(path) == told_before
    if "event_claims" not in damage and "DELETE FROM claims" not in damage:  # whose event it was, nobody knows then
        assert events(path) == sound


def test_what_mending_changed_is_in_the_log(path: Path, other: sqlite3.Connection) -> None:
    event = one(other, "SELECT id FROM events WHERE number = 5")
    other.execute("UPDATE events SET event = json_set(event, '$.title', 'Peace at last') WHERE number = 5")
    assert repair(path, check(path).faults, NOW).updated == (event,)
    with open_record(path, read_only=True) as record:
        assert [(entry.change, entry.at) for entry in record.changes(event)][-1] == ("updated", NOW)


LOSSES = {
    "UPDATE documents SET text = text || ' And more.' WHERE number = 3": ("documents", "its text was changed"),
    "UPDATE documents SET coding = '{' WHERE number = 3": ("documents", "its claims cannot be read"),
    "UPDATE documents SET coding = (SELECT coding FROM documents WHERE number = 4) WHERE number = 3": (
        "documents",
        "its claims are those of document",
    ),
    "UPDATE documents SET title = 'Another' WHERE number = 3": ("documents", "title or date of publication"),
    "INSERT INTO redirects VALUES ('eold', 'eolder'), ('eolder', 'eold')": ("redirects", "round in a circle"),
    "INSERT INTO redirects VALUES ('eold', 'enowhere')": ("redirects", "leads to enowhere, which is no event"),
    "INSERT INTO changes (at, change, event, detail) VALUES ('2024', 'added', 'egone', '{}')": (
        "changes",
        "does not tell what became of this event",
    ),
    "INSERT INTO changes (at, change, event, detail)"
    " SELECT '2024', 'withdrawn', id, '{}' FROM events WHERE number = 5": (
        "changes",
        "the log has this event withdrawn, and it is there",
    ),
    "UPDATE versions SET document = 'gone'": ("versions", "is a version of a document that is gone"),
    "UPDATE versions SET version = 2": ("versions", "version 1 is missing before it"),
    "UPDATE versions SET coding = '{'": ("versions", "its claims cannot be read"),
    "UPDATE versions SET fingerprint = 'f'": ("versions", "its text was changed"),
    "UPDATE versions SET id = 'another'": ("versions", "its claims are those of document"),
    "DROP TABLE redirects": ("redirects", "no such table"),
    "DROP TABLE events_fts_data": ("file", ""),
}


@pytest.mark.parametrize("damage", LOSSES)
def test_what_is_lost_is_named(path: Path, other: sqlite3.Connection, damage: str) -> None:
    other.execute(damage)
    found = check(path).faults
    table, words = LOSSES[damage]
    assert any(fault.table == table and words in fault.problem for fault in found) or table == "file", found
    assert found


def test_a_span_that_misquotes_is_named(path: Path, other: sqlite3.Connection) -> None:
    coding = msgspec.json.decode(one(other, "SELECT coding FROM documents WHERE number = 3"), type=Coding)
    claim = coding.events[0]
    moved = msgspec.structs.replace(claim.evidence, start=claim.evidence.start + 1, end=claim.evidence.end + 1)
    wrong = msgspec.structs.replace(coding, events=(msgspec.structs.replace(claim, evidence=moved), *coding.events[1:]))
    other.execute("UPDATE documents SET coding = ? WHERE number = 3", (msgspec.json.encode(wrong).decode(),))
    (document, _) = check(path).faults
    assert document.problem == f"characters {moved.start} to {moved.end} are not “{moved.text}”"
    assert (document.table, document.id, document.remedy) == ("documents", coding.document.id, "restore")


def test_a_log_with_a_row_torn_out_is_named(path: Path, other: sqlite3.Connection) -> None:
    event = one(other, "SELECT id FROM events WHERE number = 5")
    other.execute("DROP TRIGGER changes_last")
    other.execute("DELETE FROM changes WHERE event = ?", (event,))
    words = "the log does not tell of this event"
    assert check(path).faults == (Fault(table="changes", id=event, problem=words, remedy="restore"),)


def test_claims_that_belong_elsewhere_are_found_by_joining_anew(path: Path, other: sqlite3.Connection) -> None:
    (kept, moved) = (one(other, f"SELECT event FROM event_claims WHERE claim = {claim}") for claim in (5, 60))
    other.execute("UPDATE event_claims SET event = ? WHERE event = ?", (kept, moved))
    other.execute("DELETE FROM events WHERE id = ?", (moved,))
    found = derive(other, kept)
    assert found is not None
    write_event(other, found)
    for table, column in (*((table, "event") for table in DEPENDENT), *LINK_COLUMNS):
        other.execute(f"DELETE FROM {table} WHERE {column} = ?", (moved,))
    other.execute("INSERT INTO changes (at, change, event, detail) VALUES ('2024', 'merged', ?, '{}')", (moved,))
    assert check(path).faults == ()
    (fault,) = check(path, deep=True).faults
    assert (fault.table, fault.id, fault.problem) == ("event_claims", kept, "other claims belong together")


def is_damaged(path: Path) -> bool:
    """Whether there are faults, or too many for the file to be opened."""
    try:
        return bool(check(path).faults)
    except RecordError:
        return True


def test_overwritten_pages_are_faults_and_no_end(path: Path) -> None:
    compact(path)
    sound, size = path.read_bytes(), 4096
    pages = random.Random(5).sample(range(1, len(sound) // size), 25)
    for page in pages:
        path.write_bytes(sound[: page * size] + b"\xff" * size + sound[(page + 1) * size :])
        assert is_damaged(path), f"page {page}"


def test_overwritten_bytes_of_a_text_are_found(path: Path) -> None:
    compact(path)
    raw = path.read_bytes()
    place = raw.index(b"Lavrov had arrived")
    path.write_bytes(raw[:place] + b"Lavrow had arrived" + raw[place + 18 :])
    assert any(fault.table == "documents" and fault.remedy == "restore" for fault in check(path).faults)


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_file_that_was_cut_off(path: Path, part: float) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[: int(len(raw) * part)])
    assert is_damaged(path)


def test_reading_that_was_cut_short_is_no_fault(path: Path, coding: Callable[..., Coding]) -> None:
    with open_record(path) as record:
        record.add(coding("late", "Nothing was told."))
    found = check(path)
    assert found.faults == ()
    assert found.skipped == ("events were not derived again: reading was cut short or is going on (communique read)",)


def test_beside_a_writer_the_words_are_skipped(path: Path, other: sqlite3.Connection) -> None:
    other.execute("BEGIN IMMEDIATE")
    found = check(path, timeout=0.1)
    assert found.faults == ()
    assert found.skipped == ("full-text indexes were not looked at: database is locked",)


@pytest.mark.parametrize(
    "damage", ["UPDATE wordings SET exact = exact + 1", f"DELETE FROM copies WHERE document = {COPIES}"]
)
def test_what_was_compared_wrongly_is_found_by_comparing_anew(
    path: Path, other: sqlite3.Connection, damage: str
) -> None:
    sound = events(path)
    other.execute(damage)
    found = check(path, deep=True).faults
    assert any(fault.table in ("wordings", "copies") and fault.remedy == "repair" for fault in found), found
    repair(path, found, NOW)
    assert check(path, deep=True).faults == ()
    assert events(path) == sound
