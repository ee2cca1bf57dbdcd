"""iCalendar: read back with a library, held to RFC 5545, and followed through changes."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.exporting.conftest import AT, HOSTILE, Sink

from communique.exporting import Context, find_format
from communique.record import Record, open_record
from communique.types import Coding, Event, EventClaim, Place, When
from communique.types.edtf import when

ALWAYS = ("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS")
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


def components(written: bytes, key: str = "summary") -> dict[str, Any]:
    return {str(c[key]): c for c in Calendar.from_ical(written).walk("VEVENT")}


def dated(event: Event, start: When | None, end: When | None = None, **fields: Any) -> Event:
    return msgspec.structs.replace(event, start=start, end=end, **fields)


def between(first: str, last: str) -> When:
    return when(date.fromisoformat(first), date.fromisoformat(last), "stated")


def test_lines_are_those_of_the_standard(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    days = between("2024-05-13", "2024-05-13")
    lines = write("ics", tuple(dated(event, days) for event in events)).split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCALENDAR", b"VERSION:2.0"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert not any(re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line) for line in lines)
    for component in components(b"\r\n".join(lines)).values():
        assert [name for name in ALWAYS if component.get(name) is None] == []
        assert component["dtend"].dt > component["dtstart"].dt


def test_hostile_names_come_back_as_text(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    found = components(write("ics", tuple(dated(event, between("2024-05-13", "2024-05-13")) for event in events)))
    assert len(found) == len(events)
    said = "\n".join(str(component["description"]) for component in found.values())
    assert HOSTILE[0] in said
    assert HOSTILE[1] in said
    assert "evil\u202c 🕊️ line break tab" in said.replace("\n", " ").replace("\t", " ")
    assert "\x00" not in said


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example(text="in\\New York")
def test_any_text_comes_back(write: Callable[..., bytes], events: tuple[Event, ...], text: str) -> None:
    event = dated(events[0], between("2024-05-13", "2024-05-13"), title=text, place=Place(text))
    written = write("ics", (event,))
    (component,) = components(written).values()
    shown = re.sub("\r\n|\r", "\n", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "\ufffd", text))
    shown = shown.replace("\\N", "\N{REVERSE SOLIDUS OPERATOR}N")
    assert (str(component["summary"]), str(component["location"])) == (shown, shown)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_days_are_whole_and_the_end_exclusive(write: Callable[..., bytes]) -> None:
    visit = components(write("ics"))["Wanjiru Otieno visits Japan"]
    assert visit["dtstart"].to_ical() == b"20240513"
    assert visit["dtstart"].params["VALUE"] == "DATE"
    assert visit["dtend"].dt == date(2024, 5, 15)
    assert (visit["location"], visit["status"]) == ("Osaka", "CONFIRMED")
    assert visit["geo"].to_ical() == "34.69;135.5"
    assert visit["url"] == "https://news.example/a?x=1&y=2"
    assert visit["categories"].to_ical() == b"visit,trade,tea"
    assert "visitor: Wanjiru Otieno, foreign minister (KEN)" in visit["description"]
    assert "Daily Kite, 2024-05-16: “travelled to Osaka” https://news.example/a?x=1&y=2" in visit["description"]


def test_a_day_that_is_not_known_is_not_made_up(
    write: Callable[..., bytes], events: tuple[Event, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    event = events[0]
    (week,) = components(write("ics", (dated(event, between("2024-05-13", "2024-05-19")),))).values()
    assert (week["dtstart"].dt, week["dtend"].dt) == (date(2024, 5, 13), date(2024, 5, 20))
    assert week["status"] == "TENTATIVE"
    assert week["summary"].endswith(" (day not known)")
    assert "one or some of the days from 2024-05-13 to 2024-05-19" in week["description"]
    year = dated(event, between("2024-01-01", "2024-12-31"))
    opened = dated(event, when(date(2024, 1, 1), None, "stated"))
    assert components(write("ics", (year, opened, dated(event, None)))) == {}
    said = "ics: 3 of the events left out: 1 possible on more than 31 days; 1 with an open end; 1 without a day\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("happened", "CONFIRMED"),
        ("ongoing", "CONFIRMED"),
        ("planned", "TENTATIVE"),
        ("postponed", "TENTATIVE"),
        ("hypothetical", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("denied", "CANCELLED"),
    ],
)
def test_status(write: Callable[..., bytes], events: tuple[Event, ...], status: str, shown: str) -> None:
    event = dated(events[0], between("2024-05-13", "2024-05-13"), status=status)
    (component,) = components(write("ics", (event,))).values()
    assert component["status"] == shown


def test_addresses_that_are_no_web_pages_are_left_out(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    event = events[0]
    reports = tuple(msgspec.structs.replace(r, url="javascript:alert(1)\nX-EVIL:1") for r in event.reports)
    written = write("ics", (msgspec.structs.replace(event, reports=reports),))
    assert b"javascript" not in written
    assert b"X-EVIL" not in written


def test_an_event_keeps_its_uid_and_counts_its_changes(
    tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding], sink: Sink
) -> None:
    def visit(document: str, text: str, **fields: object) -> Coding:
        return coding(document, text, claim("visit", *VISIT, **fields))

    with open_record(tmp_path / "changing.db", create=True) as record:
        show = sink(find_format("ics"), Context(record=record, at=AT))
        record.keep([visit("a", "A.", start="2024-05-13"), visit("b", "B.", start="2024-07-20")])
        before = components(show(record.events()), "uid")
        assert [c["sequence"] for c in before.values()] == [0, 0]
        record.keep([visit("b", "Bb.", start="2024-05-13", end="2024-05-15")])
        after = components(show(record.events()), "uid")
        assert set(before) == set(after)
        (left,) = record.events()
        kept = after.pop(f"{left.id}@communique")
        (gone,) = after.values()
        assert (kept["status"], kept["dtend"].dt) == ("CONFIRMED", date(2024, 5, 16))
        assert (gone["status"], gone["dtstart"].dt) == ("CANCELLED", before[str(gone["uid"])]["dtstart"].dt)
        assert (kept["sequence"], gone["sequence"]) == (1, 1)
        assert show(record.events()) == show(record.events())
        record.keep([coding("a", "Nothing."), coding("b", "Nothing.")])
        assert {c["status"] for c in components(show(record.events()), "uid").values()} == {"CANCELLED"}


def test_the_page_of_the_event_is_named_where_the_record_is_served(record: Record, sink: Sink) -> None:
    event = next(e for e in record.events() if e.kind == "visit")
    context = Context(record=record, at=AT, base_url="https://desk.example/")
    (component,) = components(sink(find_format("ics"), context)((event,))).values()
    assert component["description"].endswith(f"https://desk.example/events/{event.id}")


def test_what_a_person_judges_to_be_no_event_is_taken_away_until_undone(record: Record, sink: Sink) -> None:
    event = next(e for e in record.events() if e.kind == "visit")
    show = sink(find_format("ics"), Context(record=record, at=AT))
    uid = f"{event.id}@communique"
    before = components(show(record.events()), "uid")[uid]
    record.judge("reject", event.id, who="anna")
    gone = components(show(record.events()), "uid")[uid]
    assert (gone["status"], gone["dtstart"].dt) == ("CANCELLED", before["dtstart"].dt)
    assert gone["sequence"] > before["sequence"]
    record.undo(who="anna")
    again = components(show(record.events()), "uid")[uid]
    assert again["status"] == "CONFIRMED"
    assert again["sequence"] > gone["sequence"]
