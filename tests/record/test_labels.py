"""Lists and counts of events are read from their labels, never from all events; and say the same as the events do."""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from communique.record import Filter, Record, open_record
from communique.record._labels import ROWS, has_its_labels
from communique.record._schema import MIGRATIONS
from communique.record._selecting import choose
from communique.types import Coding, EventClaim, UsageError


@pytest.fixture
def record(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Record]:
    visit = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")
    told = [
        claim("visit", *visit, start="2024-05-13", end="2024-05-15", place="Osaka JPN"),
        claim("visit", *visit, start="2023-02-01", status="planned"),
        claim("call", "party José Muñoz CHL", "party Rosa Quispe PER", start="2024-06"),
        claim("meeting", "party =Kenya KEN", "party =Peru PER"),
    ]
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep([coding(f"d{n}", f"report {n} of a journey", one) for n, one in enumerate(told)])
        yield opened


FILTERS = {
    "all": Filter(),
    "actor": Filter(actor="jose"),
    "actor by id": Filter(actor="rosa-quispe-per"),
    "country": Filter(country="ken"),
    "pair": Filter(country="KEN", partner="JPN"),
    "kind": Filter(kind="visit"),
    "family": Filter(kind="call", status="happened"),
    "type": Filter(type="consult"),
    "status": Filter(status="planned"),
    "days": Filter(from_=date(2024, 5, 14), to=date(2024, 6, 10)),
    "place": Filter(place="osa"),
    "land": Filter(place="jpn"),
    "pair and kind": Filter(country="JPN", partner="KEN", kind="visit", status="planned"),
    "one country twice": Filter(country="KEN", partner="ken"),
    "sources": Filter(sources=1, country="KEN"),
    "two sources": Filter(sources=2),
    "text": Filter(text="journey"),
    "text and label": Filter(text="report 0", country="JPN"),
    "none": Filter(country="GHA"),
    "rejected": Filter(rejected=True),
}
EXPECTED = {
    "all": 4, "actor": 1, "actor by id": 1, "country": 3, "pair": 2, "pair and kind": 1, "one country twice": 3,
    "kind": 2, "family": 1, "type": 4, "status": 1, "days": 2, "place": 1, "land": 1, "sources": 3, "two sources": 0,
    "text": 4, "text and label": 1, "none": 0, "rejected": 0,
}  # fmt: skip


@pytest.mark.parametrize("name", FILTERS)
def test_lists_counts_and_events_agree(record: Record, name: str) -> None:
    events = record.events(FILTERS[name])
    found, bins = record.overview(FILTERS[name])
    assert len(events) == EXPECTED[name]
    assert (found, bins) == (record.slice(FILTERS[name]), record.bins(FILTERS[name]))
    assert found.total == len(events)
    assert {event.id for event in found.events} == {event.id for event in events}
    in_lines, same_bins = record.lines(FILTERS[name])
    assert (in_lines.total, in_lines.more, same_bins) == (found.total, found.more, bins)
    assert [(line.id, line.title, line.start) for line in in_lines.events] == [
        (event.id, event.title, event.start) for event in found.events
    ]
    months = Counter(e.start.earliest.replace(day=1) for e in events if e.start and e.start.earliest)
    assert Counter({one.month: one.events for one in bins}) == months


@pytest.fixture
def spread(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Record]:
    """Events that begin and end in many ways around the turn of a year."""
    sides = ("party =Ghana GHA", "party =Kenya KEN")
    days: list[tuple[str | None, str | None]] = [("2023", None), ("2023-11", None), ("2023-11-20", "2024-02-03")]
    days += [("2023-12-30", "2024-01-02")]
    days += [("2024-01-15", None), ("2024-01-31", None), ("2024-02-01", "2024-02-09"), (None, None)]
    told = [claim(kind, *sides, start=start, end=end) for kind, (start, end) in zip(KINDS, days, strict=True)]
    with open_record(tmp_path / "s.db", create=True) as opened:
        opened.keep([coding(f"s{n}", f"words of report {n} on tea", one) for n, one in enumerate(told)])
        yield opened


KINDS = ("visit", "talks", "aid", "summit", "agreement", "call", "threat", "protest")
BOUNDS = [None, *(date(2023, m, d) for m, d in ((1, 1), (11, 1), (11, 30), (12, 31)))]
BOUNDS += [date.min, date.max]
BOUNDS += [date(2024, m, d) for m, d in ((1, 1), (1, 2), (1, 3), (1, 31), (2, 1), (2, 4), (3, 1))]


@pytest.mark.parametrize("first", BOUNDS)
def test_what_is_known_of_months_is_what_is_in_the_bounds(spread: Record, first: date | None) -> None:
    for last in BOUNDS:
        for more in (Filter(from_=first, to=last), Filter(from_=first, to=last, country="KEN", status="happened")):
            found, bins = spread.overview(more, limit=3, offset=1)
            events = spread.events(more)
            assert found.total == len(events)
            assert found.events == spread.slice(more).events[1:4]
            assert sum(one.events for one in bins) == len([e for e in events if e.start and e.start.earliest])


def test_of_frequent_words_the_latest_events_are_found(spread: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [Filter(text="tea"), Filter(text="tea", country="KEN", to=date(2024, 1, 31)), Filter(text="Ghana")]
    exact = [spread.overview(one, limit=5) for one in asked]
    monkeypatch.setattr("communique.record._selecting._FREQUENT", 2)
    assert [spread.overview(one, limit=5) for one in asked] == exact
    for module in ("_selecting", "overview"):
        monkeypatch.setattr(f"communique.record.{module}.LATEST", 3)
    for one, (all_of_them, _) in zip(asked, exact, strict=True):
        found, bins = spread.overview(one, limit=5)
        assert (found.events, found.total, found.more) == (all_of_them.events[:3], 3, True)
        assert sum(bin.events for bin in bins) == 3
        assert len(spread.events(one)) == all_of_them.total


def test_a_slice_goes_on_where_the_one_before_ends(record: Record) -> None:
    whole = record.slice().events
    assert [record.slice(limit=1, offset=n).events[0] for n in range(4)] == list(whole)
    assert [event.start is None for event in whole] == [False, False, False, True]


def test_a_condition_without_words_is_told(record: Record) -> None:
    with pytest.raises(UsageError, match="no words"):
        record.slice(Filter(actor="***"))


def plan(record: Record, filter: Filter) -> list[str]:
    connection = sqlite3.connect(record.path)
    chosen = choose(connection, filter)
    page = f"SELECT day, event FROM ({chosen.rows}) ORDER BY day DESC, event LIMIT 50"
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {page}", chosen.values)]


@pytest.mark.parametrize("name", [name for name in FILTERS if name not in ("none", "rejected", "two sources")])
def test_no_filter_looks_at_all_events(record: Record, name: str) -> None:
    steps = plan(record, FILTERS[name])
    scans = [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in step]
    assert [step for step in scans if step not in ("SCAN CONSTANT ROW", "SCAN page")] == []


@pytest.mark.parametrize("name", ["all", "country", "pair", "kind", "family", "status", "days", "sources"])
def test_the_latest_are_found_without_sorting(record: Record, name: str) -> None:
    assert not any("TEMP B-TREE" in step for step in plan(record, FILTERS[name]))


def test_the_labels_of_an_event_are_found_without_others(record: Record) -> None:
    steps = [row[3] for row in sqlite3.connect(record.path).execute(f"EXPLAIN QUERY PLAN {ROWS}", ("x",))]
    assert [step for step in steps if step.startswith(("SCAN", "MATERIALIZE"))] == ["SCAN event_labels"]
    assert any("event_actors" in step for step in steps)


def test_rewritten_and_rejected_events_change_their_labels(record: Record) -> None:
    (call,) = record.events(kind="call")
    record.judge("set", call.id, field="place", value="Lima")
    assert record.slice(Filter(place="Lima")).total == 1
    record.judge("reject", call.id)
    assert record.slice(Filter(place="Lima")).total == 0
    assert record.slice(Filter(place="Lima", rejected=True)).total == 1
    record.undo()
    assert record.bins() == record.bins(Filter(from_=date(1000, 1, 1)))
    other = sqlite3.connect(record.path)
    assert all(has_its_labels(other, event.id) for event in record.events())


def test_a_record_of_before_labels_gets_them(record: Record) -> None:
    asked = {name: record.overview(filter) for name, filter in FILTERS.items()}
    record.close()
    older = next(n for n, migration in enumerate(MIGRATIONS) if "CREATE TABLE labelled" in migration)
    with sqlite3.connect(record.path) as other:
        newer = "".join(MIGRATIONS[older:])
        for sort in ("VIEW", "TABLE"):
            made = re.findall(rf"CREATE (?:VIRTUAL )?{sort} (\w+)", newer)
            for name in reversed(dict.fromkeys(made)):
                other.execute(f"DROP {sort} {name}")
        other.execute("DROP INDEX events_glance")
        other.execute("ALTER TABLE events DROP COLUMN sources")
        other.execute(f"PRAGMA user_version = {older}")
    with open_record(record.path, create=True) as opened:
        assert {name: opened.overview(filter) for name, filter in FILTERS.items()} == asked
