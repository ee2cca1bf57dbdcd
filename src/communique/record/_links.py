"""Links between events, kept in step as events are written: each is a function of the two events alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import lru_cache

import msgspec

from communique.record.link import Linked, Links, Series
from communique.resolving import Traits, event_traits
from communique.resolving.links import in_series, is_part, occasion_keys, series_key
from communique.types import Event

__all__ = ["LINK_COLUMNS", "link_reader", "relink"]

_decode = msgspec.json.Decoder(Event).decode
_SERIES_KEPT = 256
"""Series that are kept at a time, most of a few events."""
LINK_COLUMNS = (("occasions", "event"), ("series", "event"), ("links", "part"), ("links", "whole"))
"""Tables of links, with the columns that name events."""


def relink(connection: sqlite3.Connection, former: Traits | None, found: Traits | None) -> None:
    """Takes back the links of an event as it was, and makes those of the event as it is; it is written already."""
    if former is not None:
        _unindex(connection, former)
    for event in {event.label for event in (former, found) if event is not None}:
        connection.execute("DELETE FROM links WHERE part = ?", (event,))
        connection.execute("DELETE FROM links WHERE whole = ?", (event,))
    if found is not None:
        _link(connection, found)


def _unindex(connection: sqlite3.Connection, own: Traits) -> None:
    for key in occasion_keys(own):
        connection.execute("DELETE FROM occasions WHERE key = ? AND event = ?", (key, own.label))
    connection.execute("DELETE FROM series WHERE key = ? AND event = ?", (series_key(own), own.label))


def _link(connection: sqlite3.Connection, own: Traits) -> None:
    near: dict[str, Event] = {}
    for key in occasion_keys(own):
        near |= {other.id: other for other in _under(connection, key)}
        connection.execute("INSERT OR IGNORE INTO occasions VALUES (?, ?)", (key, own.label))
    for other in map(event_traits, near.values()):
        pairs = [(part.label, whole.label) for part, whole in ((own, other), (other, own)) if is_part(part, whole)]
        connection.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", pairs)
    series = series_key(own)
    if series is not None:
        connection.execute("INSERT OR IGNORE INTO series VALUES (?, ?)", (series, own.label))


def _under(connection: sqlite3.Connection, key: int) -> Iterator[Event]:
    rows = connection.execute(
        "SELECT events.event FROM occasions CROSS JOIN events ON id = occasions.event WHERE key = ?", (key,)
    )
    return (_decode(row) for (row,) in rows)


def link_reader(connection: sqlite3.Connection) -> Callable[[str], Links]:
    """What gives the links of an event by its id; asked of many events it reads each series once."""

    @lru_cache(maxsize=_SERIES_KEPT)
    def members(key: int) -> tuple[tuple[Linked, Traits], ...]:
        found = _read(connection, "id IN (SELECT event FROM series WHERE key = ?)", key)
        return tuple((_short(event), event_traits(event)) for event in found)

    def links(event: str) -> Links:
        row = connection.execute("SELECT event FROM events WHERE id = ?", (event,)).fetchone()
        if row is None:
            return Links()
        return Links(
            part_of=_linked(connection, "id IN (SELECT whole FROM links WHERE part = ?)", event),
            parts=_linked(connection, "id IN (SELECT part FROM links WHERE whole = ?)", event),
            series=_series(members, _decode(row[0])),
        )

    return links


def _linked(connection: sqlite3.Connection, where: str, value: str | int) -> tuple[Linked, ...]:
    return tuple(_short(event) for event in _read(connection, where, value))


def _read(connection: sqlite3.Connection, where: str, value: str | int) -> list[Event]:
    shown = f"{where} AND NOT rejected"
    rows = connection.execute(f"SELECT event FROM events WHERE {shown} ORDER BY start_earliest, id", (value,))
    return [_decode(row) for (row,) in rows]


def _short(event: Event) -> Linked:
    return Linked(
        id=event.id,
        title=event.title,
        kind=event.kind,
        status=event.status,
        start=event.start.edtf if event.start else None,
    )


def _series(members: Callable[[int], tuple[tuple[Linked, Traits], ...]], event: Event) -> Series | None:
    own = event_traits(event)
    key = series_key(own)
    if key is None:
        return None
    events = tuple(other for other, traits in members(key) if other.id == event.id or _alike(own, traits))
    if len(events) < 2:
        return None
    place = next((number for number, other in enumerate(events, start=1) if other.id == event.id), None)
    if place is None:  # one that was judged to be no event is not of the series
        return None
    return Series(place=place, events=events)


def _alike(own: Traits, other: Traits) -> bool:
    return series_key(own) == series_key(other) and in_series(own, other)
