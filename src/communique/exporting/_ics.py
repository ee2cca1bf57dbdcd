"""iCalendar (RFC 5545): events as whole days of a calendar that people subscribe to or import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from communique.exporting._flat import Linking
from communique.exporting._format import Context, Format, needs_extra
from communique.exporting._history import History, Life, history
from communique.exporting._left_out import say_left_out
from communique.exporting._points import point
from communique.exporting._remarks import remarks
from communique.exporting._reports import by_date
from communique.exporting._text import printable, web_address
from communique.types import Event, Report, When
from communique.types.words import actor_words, counted, days_words, origin, quoted, when_words

if TYPE_CHECKING:
    import icalendar

__all__ = ["FORMAT"]

_LONGEST = 31
"""Days that an event of uncertain date may span: one that is known to the year would lie over all others."""
_UID_HOST = "communique"
"""RFC 5545, 3.8.4.7 asks for an id and a host. It is the same wherever the record lies: a copy renews its events."""
_STATUS = {
    "happened": "CONFIRMED",
    "ongoing": "CONFIRMED",
    "planned": "TENTATIVE",
    "postponed": "TENTATIVE",
    "hypothetical": "TENTATIVE",
    "cancelled": "CANCELLED",
    "denied": "CANCELLED",
}


class _Days(msgspec.Struct, frozen=True):
    """The first and the last day on which it may have been; ``certain`` where both are known."""

    first: date
    last: date
    certain: bool


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    calendar = _calendar()
    past, linking = history(context.record), context.record.linking()
    chosen: set[str] = set()
    left_out: Counter[str] = Counter()
    opening, closing, _ = calendar.to_ical().partition(b"END:VCALENDAR")
    stream.write(opening)
    for event in events:
        chosen.add(event.id)
        days = _days(event.start, event.end)
        if isinstance(days, _Days):
            stream.write(_component(event, days, past.lives.get(event.id), context, linking).to_ical())
        else:
            left_out[days] += 1
    for farewell in _farewells(past, chosen):
        stream.write(farewell.to_ical())
    stream.write(closing + b"\r\n")
    say_left_out("ics", left_out)


def _calendar() -> icalendar.Calendar:
    with needs_extra("ics", "icalendar", "calendar"):
        from icalendar import Calendar
    calendar = Calendar()
    calendar.add("prodid", "-//Communique//Record of diplomacy//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Communiqué")
    return calendar


def _days(start: When | None, end: When | None) -> _Days | str:
    """The days to show, or why there are none."""
    if start is None or start.earliest is None:
        return "without a day"
    last = end.latest if end is not None and end.latest is not None else start.latest
    if last is None:
        return "with an open end"
    certain = start.day is not None and (end is None or end.day is not None)
    if not certain and (last - start.earliest).days >= _LONGEST:
        return f"possible on more than {_LONGEST} days"
    return _Days(start.earliest, max(last, start.earliest), certain)


def _component(event: Event, days: _Days, life: Life | None, context: Context, linking: Linking) -> icalendar.Event:
    status = _STATUS[event.status]
    component = _entry(event.id, days, life or Life(context.at, context.at, 0))
    component.add("status", status if days.certain or status == "CANCELLED" else "TENTATIVE")
    component.add("summary", _text(event.title if days.certain else f"{event.title} (day not known)"))
    component.add("description", _text("\n".join(_description(event, days, context.base_url))))
    component.add("categories", [event.kind, *(topic.name for topic in event.topics)])
    _add_place(component, event)
    for whole in linking(event.id).part_of:
        component.add("related-to", f"{whole.id}@{_UID_HOST}", {"RELTYPE": "PARENT"})  # RFC 5545, 3.8.4.5
    if urls := [url for report in by_date(event) if (url := web_address(report.url))]:
        component.add("url", urls[0])
    return component


def _entry(id: str, days: _Days, life: Life) -> icalendar.Event:
    from icalendar import Event as Component

    component = Component()
    component.add("uid", f"{id}@{_UID_HOST}")
    component.add("dtstamp", life.last)
    component.add("created", life.first)
    component.add("last-modified", life.last)
    component.add("sequence", life.changes)
    component.add("dtstart", days.first)
    component.add("dtend", days.last + timedelta(days=1))  # exclusive: RFC 5545, 3.6.1
    component.add("transp", "TRANSPARENT")  # it takes nobody's time who looks at it
    return component


def _text(text: str) -> str:
    """Text without control characters: RFC 5545, 3.1, forbids delete too.

    icalendar takes a backslash before N for a line break, in what it writes as in what it reads (3.3.11).
    """
    return printable(text).replace("\x7f", "\ufffd").replace("\\N", "\N{REVERSE SOLIDUS OPERATOR}N")


def _add_place(component: icalendar.Event, event: Event) -> None:
    if event.place is None:
        return
    component.add("location", _text(event.place.name))
    at = point(event.place)
    if at is not None and at.precision != "country":  # the middle of a country is no place to go to
        component.add("geo", (at.lat, at.lon))


def _description(event: Event, days: _Days, base_url: str | None) -> Iterator[str]:
    yield f"{event.kind}, {event.status}: {days_words(event.start, event.end)}"
    if not days.certain:
        yield f"The day is not known: it is one or some of the days from {days.first} to {days.last}."
    yield from (f"{p.role}: {actor_words(p.actor)}" for p in event.participants)
    yield from remarks(event)
    yield f"{counted(event.sources, 'report')}, {event.independent_sources} independent:"
    yield from map(_cited, by_date(event))
    if base_url is not None:
        yield f"{base_url.rstrip('/')}/events/{event.id}"


def _cited(report: Report) -> str:
    told = f"{origin(report)}, {when_words(report.published)}: {quoted(report.claim.evidence)}"
    return " ".join(part for part in (told, web_address(report.url)) if part)


def _farewells(past: History, chosen: Collection[str]) -> Iterator[icalendar.Event]:
    """Events that calendars are to take away: what became part of another, and what was withdrawn."""
    for gone in past.gone_from(chosen):
        days = _days(gone.start, gone.end)
        if isinstance(days, _Days):
            component = _entry(gone.event, days, gone.life)
            component.add("status", "CANCELLED")
            component.add("summary", _text(gone.title))
            if gone.into is not None:
                component.add("description", f"It is part of {gone.into}@{_UID_HOST} now.")
            yield component


FORMAT = Format(
    name="ics",
    suffix=".ics",
    summary="iCalendar, planned and past events as whole days: for Outlook, Google Calendar, Apple Calendar and "
    "Thunderbird.",
    loses="Events without a day, or of which more than 31 days are possible, are left out and counted on standard "
    "error. Of reports the main evidence is kept; roles, contradictions, words used and judgements are words of the "
    "description. Series are not told.",
    write=_write,
)
