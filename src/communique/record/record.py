"""The record: what was read, what is believed of it, and how that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TypeVar, Unpack

import msgspec

from communique.codebook import codebook
from communique.record import _queries
from communique.record._claims import each_claim
from communique.record._connection import connect, guarded, transaction
from communique.record._dating import datable, dated, newly_dated
from communique.record._documents import each_document
from communique.record._doubts import look
from communique.record._events import bare_events, each_event, read_events
from communique.record._figures import each_figure
from communique.record._joins import read_doubts, read_joins, read_near_misses
from communique.record._judgements import adopt, append
from communique.record._judging import Finders, draft, draft_undo, sign
from communique.record._links import link_reader
from communique.record._log import entries
from communique.record._offices import read_offices
from communique.record._questions import ask, doubtful
from communique.record._recoding import queue, take, write_recoded
from communique.record._resolution import resolve
from communique.record._selecting import choose, of_actor
from communique.record._sides import read_courses, read_sayings
from communique.record._standings import overruled, standings
from communique.record._statements import each_statement
from communique.record._streams import STREAMS
from communique.record._versions import former_version, versions_of
from communique.record._writing import is_known, write_coding
from communique.record.actor import Portrait, Profile, named_in, profile, seen_in
from communique.record.course import Course
from communique.record.figure import FigureConditions, FigureFilter
from communique.record.filter import Conditions, Filter, SaidConditions, StatementFilter, narrowed
from communique.record.join import Doubt, Join, NearMiss
from communique.record.judgement import Judged, Standing
from communique.record.link import Links
from communique.record.log import Changes, Entry, EventHit, Hit, Reading, Recoding
from communique.record.overview import (
    Bin,
    Sizes,
    Sketches,
    Slice,
    read_bins,
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
from communique.types import Actor, Coding, Document, Event, InputError, Judgement, UsageError, Verdict

__all__ = ["Record", "open_record"]

T = TypeVar("T")
_BATCH = 64
"""Documents a commit: a kill loses that many at most, and they are read again by the next run."""
_ROUNDS = 4
"""Times that dates are handed on from report to report in one reading: chains are short, and the next reads on."""
_LOOKED_AT = 100
"""Events that are looked at for what is doubtful at a time: a tenth of a second."""
_LEFT_OVER = 10
"""Those beside the ones that changed when claims were resolved."""
_OF_A_DOCUMENT = 20
"""The same for each document of a reading, so that none is left when many are read."""
_STEPS = 10_000
"""Steps of SQLite's machine between two looks at the clock, less than a millisecond's worth."""
_ANY = Filter()
_ALL_SAID = StatementFilter()
_ANY_FIGURE = FigureFilter()


def open_record(
    path: str | Path,
    *,
    create: bool = False,
    read_only: bool = False,
    timeout: float = 10.0,
    shared: bool = False,
    workers: int = 1,
) -> Record:
    """Opens the record at ``path``; with ``create`` it is made where there is none.

    ``timeout`` is how many seconds to wait for another writer; a ``shared`` one may be closed by another thread
    than its own. With several ``workers``, processes that share the work, much that is new is resolved in less time,
    to the same events; a script has to keep its own work under ``if __name__ == "__main__"`` then. Raises
    ``RecordError`` where the file is missing, a folder, no record, of a newer version, or may not be read or written.
    """
    connection = connect(Path(path), create=create, read_only=read_only, timeout=timeout, shared=shared)
    return Record(Path(path), connection, workers)


class Record:
    """An open record; a context manager that writes what is waiting and closes the file.

    ``add`` takes in codings, ``resolve`` derives events from all that came since it last ran; the
    other methods ask. All raise ``RecordError`` where the file cannot be read or written. Documents are
    written a batch at a time, so that nobody waits for the lock while one is coded.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, workers: int = 1) -> None:
        self.path = path
        self._connection = connection
        self._workers = workers
        self._waiting: dict[str, Coding] = {}

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Writes what is waiting and closes the file."""
        try:
            self.flush()
        finally:
            self._connection.close()

    def add(self, coding: Coding) -> bool:
        """Takes in one document; False where it is there already with the same text.

        The same id with another text is a new version, which replaces the old one.
        """
        if self.knows(coding.document):
            return False
        if coding.document.id in self._waiting:  # two versions in one batch: both are kept
            self.flush()
        self._waiting[coding.document.id] = coding
        if len(self._waiting) >= _BATCH:
            self.flush()
        return True

    def flush(self) -> None:
        """Writes the documents that are waiting, all or none, durably."""
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        version, now = codebook().version, _now()
        with guarded(self.path), transaction(self._connection):
            for coding in waiting.values():
                write_coding(self._connection, coding, version, now)

    def resolve(self) -> Changes:
        """Joins the reports that came since the last run with what is there."""
        self.flush()
        if not self.pending:
            return Changes()
        with guarded(self.path):
            changes = resolve(self._connection, _now(), workers=self._workers)
        self._look(min(_LOOKED_AT, sum(map(len, msgspec.structs.astuple(changes))) + _LEFT_OVER))
        return changes

    def _look(self, events: int) -> None:
        """Looks for what is doubtful of so many events that came or changed, the latest first, step by step."""
        while events > 0:
            with guarded(self.path), transaction(self._connection):
                done = look(self._connection, min(events, _LOOKED_AT))
            events = events - done if done == _LOOKED_AT else 0

    def knows(self, document: Document) -> bool:
        """Whether the document is there already, or waiting to be written, with the same text.

        One that has its id from its address is known also where its site has shown the same text at another.
        """
        waiting = self._waiting.get(document.id)
        if waiting is not None:
            return waiting.document.text == document.text
        with guarded(self.path):
            return is_known(self._connection, document)

    def has(self, document: str) -> bool:
        """Whether a document of that id is there."""
        with guarded(self.path):
            return self._connection.execute("SELECT 1 FROM documents WHERE id = ?", (document,)).fetchone() is not None

    def keep(
        self, outcomes: Iterable[Coding | Document | InputError], recode: Callable[[Document], Coding] | None = None
    ) -> Reading:
        """Takes in all codings, resolves them, and says what came of it; errors are passed through.

        A bare document is one that is known already. With ``recode``, which codes a document anew, reports
        without a date take theirs from dated ones of the same happening, and their events are dated by it.
        """
        new: list[str] = []
        failed: list[InputError] = []
        known = 0
        for outcome in outcomes:
            if isinstance(outcome, InputError):
                failed.append(outcome)
            elif isinstance(outcome, Coding) and self.add(outcome):
                new.append(outcome.document.id)
            else:
                known += 1
        changes = self.resolve()
        if recode is not None:
            changes = self._date(changes, recode)
        self._look(_OF_A_DOCUMENT * len(new))
        return Reading(documents=tuple(new), known=known, failed=tuple(failed), changes=changes)

    def _date(self, changes: Changes, recode: Callable[[Document], Coding]) -> Changes:
        """Dates reports by their sisters, which may date others in turn."""
        for _ in range(_ROUNDS):
            with guarded(self.path):
                events = datable(self._connection)
                found = list(newly_dated(self._connection, events))
            if not events:
                break
            self._replace([recode(document) for document in found], events)
            changes = changes.then(self.resolve())
        return changes

    def _replace(self, codings: Iterable[Coding], events: Iterable[str]) -> None:
        """Writes documents that the ``events`` dated; these wait no longer."""
        version, now = codebook().version, _now()
        with guarded(self.path), transaction(self._connection):
            dated(self._connection, events)
            for coding in codings:
                write_coding(self._connection, coding, version, now, again="recoded")

    def recode(
        self, code: Callable[[Document], Coding], *, model: str | None = None, everything: bool = False
    ) -> Recoding:
        """Codes documents anew with ``code``, those of another version of the codebook or ``everything``.

        Judgements are kept, and so are the ids of events of the same words. A run that was cut short is gone on with
        by the next one of the same ``model``, the name of what ``code`` parses with.
        """
        version, changed, done = codebook().version, list[str](), 0
        self.requeue(model=model, everything=everything)
        while batch := self._next_to_recode():
            codings = [(former, code(former.document)) for former in batch]
            now = _now()
            with guarded(self.path), transaction(self._connection):
                for former, coding in codings:
                    if write_recoded(self._connection, former, coding, version, now):
                        changed.append(former.document.id)
            done += len(batch)
        changes = self._date(self.resolve(), code)
        return Recoding(documents=tuple(changed), unchanged=done - len(changed), changes=changes)

    def requeue(self, *, model: str | None = None, everything: bool = False) -> int:
        """The number of documents that ``recode`` would code; they are queued for it."""
        self.flush()
        with guarded(self.path), transaction(self._connection):
            return queue(self._connection, codebook().version, model, everything=everything)

    def _next_to_recode(self) -> list[Coding]:
        with guarded(self.path):
            return take(self._connection, _BATCH)

    def judge(
        self,
        verdict: Verdict,
        *events: str,
        field: str | None = None,
        value: str | None = None,
        who: str | None = None,
        note: str | None = None,
    ) -> Judged:
        """Takes in what a person decides of ``events``, ids or their beginnings, and resolves by it.

        ``same`` and ``different`` are about two (the second of ``different`` may be a document, whose report is set
        apart), ``reject`` ("not an event"), ``keep`` ("it is one, as told") and ``set``, of a ``field`` to a
        ``value``, about one. ``who`` is the user of the system by default. ``UsageError`` where it makes no sense.
        """
        drafted = draft(verdict, events, Finders(self.event, self.document), field=field, value=value)
        return self._decide(sign(drafted, who, note))

    def undo(self, number: int | None = None, *, who: str | None = None, note: str | None = None) -> Judged:
        """Revokes a judgement, the last one in force by default; to undo an undo puts it back in force."""
        with guarded(self.path):
            drafted = draft_undo(self._connection, number)
        return self._decide(sign(drafted, who, note))

    def _decide(self, judgement: Judgement) -> Judged:
        with guarded(self.path), transaction(self._connection):
            added = append(self._connection, judgement)
        changes = self.resolve()
        with guarded(self.path):
            against = overruled(self._connection)
        overrules = tuple(sorted(number for number, by in against.items() if by == added.number))
        return Judged(judgement=added, changes=changes, overrules=overrules)

    def adopt(self, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """Takes in judgements that were made on another record, those left out that are there; gives the new ones.

        They keep who and when, are numbered anew in their order, and wait where their documents are not there.
        """
        with guarded(self.path), transaction(self._connection):
            adopted = adopt(self._connection, judgements)
        self.resolve()
        return adopted

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
    def within(self, seconds: float) -> Iterator[Record]:
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
            found, bins = read_overview(self._connection, chosen, limit=limit, offset=offset)
            latest = found.events or read_slice(self._connection, chosen, limit=1, offset=0).events
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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
