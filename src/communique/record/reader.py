"""Questions to a record: events, claims, statements, figures, actors, documents, and how they changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Self, TypeVar, Unpack

import msgspec

from communique.record import _queries
from communique.record._claims import each_claim
from communique.record._connection import guarded
from communique.record._documents import each_document
from communique.record._events import bare_events, each_event, read_events
from communique.record._figures import each_figure
from communique.record._joins import read_doubts, read_joins, read_near_misses
from communique.record._links import link_reader
from communique.record._log import entries
from communique.record._offices import read_offices
from communique.record._questions import ask, doubtful
from communique.record._selecting import choose, of_actor
from communique.record._sides import read_courses, read_sayings
from communique.record._standings import standings
from communique.record._statements import each_statement
from communique.record._streams import STREAMS
from communique.record._versions import former_version, versions_of
from communique.record.actor import Portrait, Profile, named_in, profile, seen_in
from communique.record.course import Course
from communique.record.figure import FigureConditions, FigureFilter
from communique.record.filter import Conditions, Filter, SaidConditions, StatementFilter, narrowed
from communique.record.join import Doubt, Join, NearMiss
from communique.record.judgement import Standing
from communique.record.link import Links
from communique.record.log import Entry, EventHit, Hit
from communique.record.overview import (
    Bin,
    Lines,
    Sizes,
    Sketches,
    Slice,
    read_bins,
    read_lines,
    read_overview,
    read_sketches,
    read_slice,
)
from communique.record.question import Doubtful, Question
from communique.record.sequences import Actors, Claims, Events, Figures, Statements
from communique.record.tables import Table
from communique.record.version import Version
from communique.record.watchlist import Watchlist
from communique.resolving import plain
from communique.types import Actor, Coding, Event, UsageError

__all__ = ["Reader"]

T = TypeVar("T")
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock, less than a millisecond's worth."""
_ANY = Filter()
_ALL_SAID = StatementFilter()
_ANY_FIGURE = FigureFilter()


class Reader:
    """What can be asked of an open record; all questions raise ``RecordError`` where the file cannot be read."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def has(self, document: str) -> bool:
        """Whether a document of that id is there."""
        with guarded(self.path):
            return self._connection.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is not None

    def judgements(self) -> tuple[Standing, ...]:
        """All judgements in their order, with how each stands."""
        with guarded(self.path):
            return tuple(standings(self._connection))

    def questions(self, limit: int = 50) -> tuple[Question, ...]:
        """What a person should be asked, the most doubtful first; what was judged is asked no more.

        Whether two events are one, whether a report is of its event, whether an event is one at all.
        """
        return self.ask(self.doubtful(limit), limit)

    def doubtful(self, limit: int = 50) -> tuple[Doubtful, ...]:
        """What ``ask`` makes such questions of. To find it takes much longer than to ask it, also again later."""
        with guarded(self.path):
            return doubtful(self._connection, limit)

    def ask(self, found: Iterable[Doubtful], limit: int = 50) -> tuple[Question, ...]:
        """The first ``limit`` of what is doubtful as questions, what was judged meanwhile left out."""
        with guarded(self.path):
            return ask(self._connection, found, limit)

    @contextmanager
    def within(self, seconds: float) -> Iterator[Self]:
        """A bound on the time that questions may take: ``RecordError`` says where it is passed."""
        end = monotonic() + seconds
        self._connection.set_progress_handler(lambda: monotonic() > end, _STEPS)
        try:
            yield self
        finally:
            self._connection.set_progress_handler(None, 0)

    @property
    def pending(self) -> int:
        """The number of documents, claims and withdrawals that ``resolve`` has still to look at."""
        with guarded(self.path):
            row = self._connection.execute(
                "SELECT (SELECT count(*) FROM pending_claims) + (SELECT count(*) FROM pending_events)"
                " + (SELECT count(*) FROM pending_documents)"
            ).fetchone()
        return int(row[0])

    def events(self, wanted: Filter = _ANY, /, **conditions: Unpack[Conditions]) -> Events:
        """The events that meet all conditions, by date, undated ones last.

        Conditions are a ``Filter`` or its fields as keywords: ``events(actor="lavrov", from_="2024")``.
        """
        with guarded(self.path):
            chosen = choose(self._connection, narrowed(wanted, conditions))
            return Events(read_events(self._connection, chosen.condition, chosen.values))

    def each_event(self, wanted: Filter = _ANY, /, **conditions: Unpack[Conditions]) -> Iterator[Event]:
        """The same events one by one, of which few are in memory at a time."""
        with guarded(self.path):
            chosen = choose(self._connection, narrowed(wanted, conditions))
            yield from each_event(self._connection, chosen.condition, chosen.values)

    def claims(self, wanted: Filter = _ANY, /, **conditions: Unpack[Conditions]) -> Claims:
        """The claims of the events that meet all conditions, by document."""
        asked = narrowed(wanted, conditions)
        with guarded(self.path):
            chosen = choose(self._connection, asked)
            return Claims(each_claim(self._connection, None if asked == _ANY else chosen.condition, chosen.values))

    def actors(self, wanted: Filter = _ANY, /, **conditions: Unpack[Conditions]) -> Actors:
        """The actors of the events that meet all conditions, those with the most events first.

        ``actor`` and ``country`` choose the actors themselves: ``actors(country="KEN", kind="visit")`` are those
        of Kenya that take part in visits.
        """
        asked = narrowed(wanted, conditions)
        with guarded(self.path):
            chosen = choose(self._connection, asked)
            events = bare_events(self._connection, chosen.condition, chosen.values)
            return Actors(seen_in(events, partial(_is_wanted, asked)))

    def slice(self, wanted: Filter = _ANY, *, limit: int = 50, offset: int = 0) -> Slice:
        """Some of the events that meet all conditions, latest first, without their reports."""
        with guarded(self.path):
            return read_slice(self._connection, choose(self._connection, wanted), limit=limit, offset=offset)

    def sketches(self, wanted: Filter = _ANY, *, limit: int = 1_000) -> Sketches:
        """Some of the events that meet all conditions, latest first, as a map or a network draws them."""
        with guarded(self.path):
            return read_sketches(self._connection, choose(self._connection, wanted), limit)

    def bins(self, wanted: Filter = _ANY) -> tuple[Bin, ...]:
        """How many of the events that meet all conditions began in each month, by status."""
        with guarded(self.path):
            return read_bins(self._connection, choose(self._connection, wanted))

    def overview(self, wanted: Filter = _ANY, *, limit: int = 50, offset: int = 0) -> tuple[Slice, tuple[Bin, ...]]:
        """Both ``slice`` and ``bins``, at the price of one."""
        with guarded(self.path):
            return read_overview(self._connection, choose(self._connection, wanted), limit=limit, offset=offset)

    def lines(self, wanted: Filter = _ANY, *, limit: int = 50, offset: int = 0) -> tuple[Lines, tuple[Bin, ...]]:
        """The same, of each event only what a list shows."""
        with guarded(self.path):
            return read_lines(self._connection, choose(self._connection, wanted), limit=limit, offset=offset)

    def event(self, event: str) -> Event | None:
        """The event of an id, of an id that was merged away, or of the unique beginning of an id.

        Null where there is none; ``UsageError`` where several ids begin so.
        """
        with guarded(self.path):
            full = self._full_id("events", _queries.redirected(self._connection, event))
            found = read_events(self._connection, "id = :id", {"id": full}) if full else ()
        return found[0] if found else None

    def statements(self, wanted: StatementFilter = _ALL_SAID, /, **conditions: Unpack[SaidConditions]) -> Statements:
        """The statements that meet all conditions, by the day of their report, those without one last."""
        with guarded(self.path):
            return Statements(each_statement(self._connection, narrowed(wanted, conditions)))

    def actor(self, actor: str) -> Profile | None:
        """The actor of an id, with the offices that it was seen in and its events; null where none is."""
        return profile(actor, self.events(Filter(actor=actor)))

    def portrait(self, actor: str, *, limit: int = 50, offset: int = 0) -> Portrait | None:
        """The actor of an id as a page shows it, with some of its events, latest first; null where none is."""
        with guarded(self.path):
            chosen = of_actor(self._connection, actor)
            if chosen is None:
                return None
            found, bins = read_lines(self._connection, chosen, limit=limit, offset=offset)
            latest = found.events or read_lines(self._connection, chosen, limit=1, offset=0)[0].events
            offices = read_offices(self._connection, actor)
        named = named_in(latest, actor)
        return Portrait(actor=named, offices=offices, found=found, bins=bins) if named is not None else None

    def sayings(self, country: str, about: str, *, limit: int = 50) -> Statements:
        """The latest statements by speakers of one country that name another one, or are made to it.

        Both are given by their codes in ISO 3166-1 alpha-3.
        """
        with guarded(self.path):
            return Statements(read_sayings(self._connection, country.upper(), about.upper(), limit))

    def courses(self, actor: str, *, limit: int = 6) -> tuple[Course, ...]:
        """How quantities went that reports tell of what the actor of an id takes part in, the most told of first.

        Those that are told of for three days at least, with the latest values of each.
        """
        with guarded(self.path):
            return tuple(read_courses(self._connection, actor, limit))

    def courses_between(self, one: str, other: str, *, limit: int = 6) -> tuple[Course, ...]:
        """The same of what two countries, given by their codes, take part in."""
        with guarded(self.path):
            return tuple(read_courses(self._connection, " ".join(sorted((one.upper(), other.upper()))), limit))

    def document(self, document: str) -> Coding | None:
        """The document of an id, or of the unique beginning of one, with its claims; null where none is.

        ``kite-17@1`` is the first version of ``kite-17``; an id that a newer document took over is its version.
        """
        with guarded(self.path):
            earlier = former_version(self._connection, document)
            if earlier is not None:
                return earlier.coding
            full = self._full_id("documents", document)
            row = self._connection.execute("SELECT coding FROM documents WHERE id = ?", (full,)).fetchone()
        return msgspec.json.decode(row[0], type=Coding) if row is not None else None

    def versions(self, document: str) -> tuple[Version, ...]:
        """What the document of an id was before other texts came for it, the first version first."""
        with guarded(self.path):
            return versions_of(self._connection, document)

    def homes(self, document: str) -> dict[int, str]:
        """Place of an event claim among those of a document → the id of the event that it is of."""
        with guarded(self.path):
            return _queries.homes(self._connection, document)

    def documents(self) -> Iterator[Coding]:
        """All documents with their claims, in the order in which they came."""
        with guarded(self.path):
            yield from (kept.coding for kept in each_document(self._connection))

    def figures(self, wanted: FigureFilter = _ANY_FIGURE, /, **conditions: Unpack[FigureConditions]) -> Figures:
        """The figures that meet all conditions, by document in the order in which they came, as each tells them."""
        with guarded(self.path):
            return Figures(each_figure(self._connection, narrowed(wanted, conditions)))

    def links(self, event: str) -> Links:
        """What the event of an id is part of, its parts, and its series; nothing where there is no such event."""
        with guarded(self.path):
            return link_reader(self._connection)(_queries.redirected(self._connection, event))

    def linking(self) -> Callable[[str], Links]:
        """What gives the links of one event after another by their ids, for programs that ask of many."""
        return link_reader(self._connection)

    def joins(self, event: str) -> tuple[Join, ...]:
        """Why each claim of the event of an id is in it."""
        with guarded(self.path):
            return read_joins(self._connection, _queries.redirected(self._connection, event))

    def near_misses(self, event: str) -> tuple[NearMiss, ...]:
        """Up to three events that the event of an id resembles, and why they are others."""
        with guarded(self.path):
            return read_near_misses(self._connection, _queries.redirected(self._connection, event))

    def doubts(self, limit: int = 50) -> tuple[Doubt, ...]:
        """Claims that a person may want to look at: joined with little reason, or fitting two events; worst first."""
        with guarded(self.path):
            return read_doubts(self._connection, limit)

    def search(self, words: str, limit: int = 50, *, newest: int | None = None) -> tuple[Hit, ...]:
        """The documents in which all words stand (phrases in double quotes), the best first.

        With ``newest`` only so many of them are ranked, those that came last: frequent words stand in many.
        """
        with guarded(self.path):
            return _queries.search(self._connection, words, limit, newest)

    def search_events(self, words: str, limit: int = 50) -> tuple[EventHit, ...]:
        """The events in whose title, people, place or topics all words stand, the best first."""
        with guarded(self.path):
            return _queries.search_events(self._connection, words, limit)

    def changes(self, event: str | None = None, since: date | datetime | None = None) -> tuple[Entry, ...]:
        """The change log, oldest first; of one event where its id is given, from a day or a moment on.

        A day, or a moment without a zone, is in UTC, as the log is.
        """
        with guarded(self.path):
            return entries(self._connection, event, since)

    def each(self, table: Table[T]) -> Iterator[T]:
        """All records that ``table`` has its rows of, one by one."""
        with guarded(self.path):
            yield from STREAMS[table.name](self._connection)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """While it lasts every answer is of one moment, whatever others write meanwhile."""
        with guarded(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:  # SQLite ends one by itself where the disk fails
                self._connection.execute("ROLLBACK")

    def changed_since(self, mark: int, wanted: Filter = _ANY) -> tuple[Events, Events]:
        """Of the events that meet all conditions those that came since ``mark``, and those that only changed."""
        since = "id IN (SELECT event FROM changes WHERE number > :mark{})"
        new = since.format(" AND change IN ('added', 'split')")
        with guarded(self.path):
            chosen = choose(self._connection, wanted)
            where, values = chosen.condition, {**chosen.values, "mark": mark}
            came = read_events(self._connection, f"{where} AND {new}", values)
            changed = read_events(self._connection, f"{where} AND {since.format('')} AND NOT {new}", values)
        return Events(came), Events(changed)

    @property
    def watchlist(self) -> Watchlist:
        """What is watched, of which the record keeps account."""
        return Watchlist(self.path, self._connection)

    @property
    def mark(self) -> int:
        """The number of the latest change: as long as it stays the same, no event has changed."""
        with guarded(self.path):
            row = self._connection.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()
        return int(row[0])

    @property
    def state(self) -> tuple[int, int]:
        """The numbers of the latest change and document: as long as they stay the same, so does every answer."""
        with guarded(self.path):
            change, document = self._connection.execute(
                "SELECT (SELECT max(number) FROM changes), (SELECT max(number) FROM documents)"
            ).fetchone()
        return change or 0, document or 0

    @property
    def sizes(self) -> Sizes:
        """How many documents and events there are."""
        with guarded(self.path):
            documents, events = self._connection.execute(
                "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM events)"
            ).fetchone()
        return Sizes(documents, events)

    @property
    def changed_at(self) -> datetime | None:
        """When the last change was logged, in UTC; null where nothing was ever added."""
        with guarded(self.path):
            (at,) = self._connection.execute("SELECT max(at) FROM changes").fetchone()
        return datetime.fromisoformat(at) if at is not None else None

    def _full_id(self, table: str, start: str) -> str | None:
        """The only id in ``table`` that is or begins with ``start``."""
        rows = self._connection.execute(  # a range of the index, in which the id itself would come first
            f"SELECT id FROM {table} WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT 3", (start,)
        ).fetchall()
        ids = [row[0] for row in rows]
        if not ids or ids[0] == start or len(ids) == 1:
            return ids[0] if ids else None
        raise UsageError(f"{start}: several ids begin so ({', '.join(ids)}); give more of it")


def _holds(text: str | None, part: str) -> bool:
    """Whether all words of ``part`` begin words of ``text``, whatever case and accents."""
    words = plain(text or "").split()
    return all(any(word.startswith(wanted) for word in words) for wanted in plain(part).split())


def _is_wanted(wanted: Filter, actor: Actor) -> bool:
    """Whether an actor is the one, or of the country, that is asked for."""
    named = wanted.actor is None or actor.id == wanted.actor or _holds(actor.name, wanted.actor)
    return named and (wanted.country is None or actor.country == wanted.country.upper())
