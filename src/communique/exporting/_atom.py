"""Atom (RFC 4287): the change log as a feed, an entry for every change of an event, the newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from html import escape
from typing import BinaryIO

import msgspec

from communique.exporting._change_words import moved
from communique.exporting._format import Context, Format
from communique.exporting._history import History, history
from communique.exporting._reports import by_date
from communique.exporting._site import Site, site_at
from communique.exporting._text import web_address
from communique.exporting._xml import Xml
from communique.record import Entry
from communique.types import Event, Report
from communique.types.words import actor_words, counted, days_words, origin, place_words, quoted, when_words

__all__ = ["FORMAT"]

_NAMESPACE = "http://www.w3.org/2005/Atom"
_SAID = {
    "added": "New",
    "updated": "Changed",
    "merged": "Merged",
    "split": "Split off",
    "withdrawn": "Withdrawn",
    "rejected": "No event",
    "restored": "An event after all",
}
"""What a title begins with; other changes by their name."""
_JUDGEMENT = ("verdict", "field", "value", "who", "note")


class _Told(msgspec.Struct, frozen=True):
    """What entries say of an event that is there today."""

    title: str
    html: str
    first_url: str | None


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    told = {event.id: _told(event) for event in events}
    past = history(context.record)
    xml = Xml(stream)
    with xml.element("feed", {"xmlns": _NAMESPACE, "xml:lang": "en"}):
        _write_head(xml, past, context)
        for entry, number in _entries(context, past, told):
            with xml.element("entry"):
                _write_entry(xml, entry, number, past, told, site_at(context.base_url))


def _told(event: Event) -> _Told:
    reports = by_date(event)
    urls = [url for report in reports if (url := web_address(report.url))]
    return _Told(event.title, _html(event, reports), urls[0] if urls else None)


def _write_head(xml: Xml, past: History, context: Context) -> None:
    site = site_at(context.base_url)
    born = min((life.first for life in past.lives.values()), default=context.at)
    xml.leaf("id", text=site.tag("changes", born.date()))
    xml.leaf("title", text="Communiqué: changes in the record of diplomacy")
    xml.leaf("updated", text=_moment(max((life.last for life in past.lives.values()), default=context.at)))
    with xml.element("author"):
        xml.leaf("name", text="Communiqué")
    if address := context.address or (f"{site.base}/changes.atom" if site.base else None):
        xml.leaf("link", {"rel": "self", "type": "application/atom+xml", "href": address})
    if site.base:
        xml.leaf("link", {"rel": "alternate", "type": "text/html", "href": f"{site.base}/"})


def _entries(context: Context, past: History, told: Mapping[str, _Told]) -> Iterator[tuple[Entry, int]]:
    """The changes of the events that are told, the newest first, each with its number among those of its event."""
    wanted = {*told, *(gone.event for gone in past.gone_from(told))}
    counts: Counter[str] = Counter()
    numbered: list[tuple[Entry, int]] = []
    for entry in context.record.changes():
        if entry.event is not None and entry.event in wanted:
            numbered.append((entry, counts[entry.event]))
            counts[entry.event] += 1
    return reversed(numbered)


def _write_entry(xml: Xml, entry: Entry, number: int, past: History, told: Mapping[str, _Told], site: Site) -> None:
    event = entry.event or ""
    heir = past.gone[event].into if event in past.gone else event
    now = told.get(heir or "")
    last = past.gone[event].title if event in past.gone else now.title if now is not None else event
    xml.leaf("id", text=site.tag(f"{event}/{number}", past.lives[event].first.date()))
    xml.leaf("title", text=f"{_SAID.get(entry.change, entry.change.capitalize())}: {_title(entry, last)}")
    xml.leaf("updated", text=_moment(datetime.fromisoformat(entry.at)))
    xml.leaf("category", {"term": entry.change})
    if heir and (page := site.page(heir)):
        xml.leaf("link", {"rel": "alternate", "type": "text/html", "href": page})
    if now is not None and now.first_url is not None:
        xml.leaf("link", {"rel": "via", "href": now.first_url})
    xml.leaf("content", {"type": "html"}, "".join(_content(entry, now)))


def _title(entry: Entry, last: str) -> str:
    """The title that it had then, where the row tells it, else the last."""
    renamed = entry.detail.get("fields", {}).get("title")
    return str(renamed[1] if renamed else entry.detail.get("title", last))


def _content(entry: Entry, now: _Told | None) -> Iterator[str]:
    if entry.change == "withdrawn":
        yield "<p>No report tells of it any more.</p>"
    if entry.change == "merged" and now is not None:
        yield f"<p>It is part of another event now: {escape(now.title)}</p>"
    if judged := [f"{name}: {escape(str(entry.detail[name]))}" for name in _JUDGEMENT if name in entry.detail]:
        yield f"<p>{'; '.join(judged)}</p>"
    fields = [f"<li>{m.field}: {escape(m.before)} → {escape(m.after)}</li>" for m in moved(entry)]
    if fields:
        yield f"<ul>{''.join(fields)}</ul>"
    elif "sources" in entry.detail:
        yield f"<p>{counted(entry.detail['sources'], 'report')} of it now.</p>"
    if now is not None:
        yield f"<p>As it stands now:</p>{now.html}"


def _html(event: Event, reports: Iterable[Report]) -> str:
    facts = {
        "When": days_words(event.start, event.end),
        "Where": place_words(event.place),
        "Who": "; ".join(f"{p.role}: {actor_words(p.actor)}" for p in event.participants),
        "Status": event.status,
        "Reports": f"{event.sources}, {event.independent_sources} independent",
    }
    rows = "".join(f"<li>{name}: {escape(value)}</li>" for name, value in facts.items())
    return f"<ul>{rows}</ul><ul>{''.join(map(_cited, reports))}</ul>"


def _cited(report: Report) -> str:
    url = web_address(report.url)
    source = escape(origin(report))
    link = f'<a href="{escape(url)}">{source}</a>' if url else source
    published = f", {escape(when_words(report.published))}" if report.published else ""
    return f"<li>{link}{published}: {escape(quoted(report.claim.evidence))}</li>"


def _moment(at: datetime) -> str:
    """RFC 3339, as Atom asks for."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


FORMAT = Format(
    name="atom",
    suffix=".atom",
    summary="Atom, a feed of changes, the newest first: events that came, changed (with what changed), were merged or "
    "withdrawn: for feed readers and alerts.",
    loses="Events without changes in the log. Of reports the source and the main evidence are kept; figures, words "
    "used and links are not told. In a feed of a selection events that were withdrawn are not told, since nothing is "
    "left that could be selected.",
    write=_write,
)
