"""Atom: read back with feedparser and held to RFC 4287."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
from tests.exporting.conftest import AT, Sink

from communique.exporting import Context, find_format
from communique.record import Record, open_record
from communique.types import Coding, Event, EventClaim

ATOM = "{http://www.w3.org/2005/Atom}"
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[\w/]+")
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


def one(element: Element, name: str) -> Element:
    (found,) = element.findall(ATOM + name)
    return found


def check(written: bytes) -> list[Element]:
    """The rules of sections 4.1.1 and 4.1.2 that concern us; the entries."""
    feed = fromstring(written)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert one(one(feed, "author"), "name").text
    for element in (feed, *entries):
        assert TAG_URI.fullmatch(one(element, "id").text or "")
        assert one(element, "title").text
        assert datetime.fromisoformat(one(element, "updated").text or "").tzinfo is not None
    ids = [one(entry, "id").text for entry in entries]
    assert len(ids) == len(set(ids))
    assert all(one(entry, "content").get("type") == "html" for entry in entries)
    moments = [one(entry, "updated").text or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    return entries


def read(written: bytes) -> Any:
    parsed = feedparser.parse(written)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def test_every_event_is_an_entry(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    written = write("atom")
    assert len(check(written)) == len(events)
    parsed = read(written)
    visit = next(entry for entry in parsed.entries if entry.title == "New: Wanjiru Otieno visits Japan")
    assert [tag.term for tag in visit.tags] == ["added"]
    assert visit.content[0].type == "text/html"
    assert '<a href="https://news.example/a?x=1&amp;y=2">Daily Kite</a>, 2024-05-16: “travelled to Osaka”' in (
        visit.content[0].value
    )


def test_mark_up_in_the_news_stays_text(write: Callable[..., bytes]) -> None:
    written = write("atom")
    assert b"\x00" not in written
    for entry in check(written):
        content = one(entry, "content").text or ""
        assert set(re.findall(r"</?(\w+)", content)) <= {"p", "ul", "li", "a"}
    told = "".join(one(entry, "content").text or "" for entry in check(written))
    assert "&lt;script&gt;alert(&#x27;&amp;amp;&#x27;)&lt;/script&gt;]]&gt;" in told


def test_no_event_at_all(write: Callable[..., bytes], tmp_path: Path, sink: Sink) -> None:
    assert check(write("atom", ())) == []
    with open_record(tmp_path / "empty.db", create=True) as empty:
        assert check(sink(find_format("atom"), Context(record=empty, at=AT))(())) == []


def test_links_where_the_record_is_served(record: Record, sink: Sink) -> None:
    context = Context(record=record, at=AT, base_url="https://desk.example/")
    written = sink(find_format("atom"), context)(record.events())
    check(written)
    parsed = read(written)
    assert parsed.feed.links[0].rel == "self"
    assert parsed.feed.links[0].href == "https://desk.example/changes.atom"
    ids = {event.id for event in record.events()}
    assert {entry.link.removeprefix("https://desk.example/events/") for entry in parsed.entries} == ids
    assert all(entry.id.startswith("tag:desk.example,") for entry in parsed.entries)


def test_a_story_of_changes(
    tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding], sink: Sink
) -> None:
    visit = "Wanjiru Otieno visits Japan"
    with open_record(tmp_path / "story.db", create=True) as record:
        show = sink(find_format("atom"), Context(record=record, at=AT))
        record.keep([coding("a", "A.", claim("visit", *VISIT, start="2024-05-13"))])
        record.keep([coding("b", "B.", claim("visit", *VISIT, start="2024-05-13", end="2024-05-14"))])
        first = [entry.id for entry in read(show(record.events())).entries]
        record.keep([coding("a", "Nothing."), coding("b", "Nothing.")])
        written = show(record.events())
    entries = read(written).entries
    assert [entry.title for entry in entries] == [f"Withdrawn: {visit}", f"Changed: {visit}", f"New: {visit}"]
    assert [entry.id for entry in entries][1:] == first
    assert "<li>end: – → 2024-05-14</li>" in (one(check(written)[1], "content").text or "")


def test_judgements_are_told(record: Record, sink: Sink) -> None:
    event = next(e for e in record.events() if e.kind == "visit")
    record.judge("reject", event.id, who="anna", note="<b>a plan only")
    written = sink(find_format("atom"), Context(record=record, at=AT))(record.events())
    (rejected, _), (judged, content) = [(one(e, "title").text, one(e, "content").text) for e in check(written)[:2]]
    assert (rejected, judged) == (f"No event: {event.title}", f"Judged: {event.title}")
    assert "<p>verdict: reject; who: anna; note: &lt;b&gt;a plan only</p>" in (content or "")
