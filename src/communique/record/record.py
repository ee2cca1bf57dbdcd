"""The record: what was read, what is believed of it, and how that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from communique.codebook import codebook
from communique.record._connection import connect, guarded, transaction
from communique.record._dating import datable, dated, newly_dated
from communique.record._doubts import look
from communique.record._judgements import adopt, append
from communique.record._judging import Finders, draft, draft_undo, sign
from communique.record._recoding import queue, take, write_recoded
from communique.record._resolution import resolve
from communique.record._standings import overruled
from communique.record._writing import is_known, write_coding
from communique.record.judgement import Judged
from communique.record.log import Changes, Reading, Recoding
from communique.record.reader import Reader
from communique.types import Coding, Document, InputError, Judgement, Verdict

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


def open_record(
    path: str | Path,
    *,
    create: bool = False,
    read_only: bool = False,
    timeout: float = 10.0,
    shared: bool = False,
    workers: int = 1,
    steady: bool = False,
) -> Record:
    """Opens the record at ``path``; with ``create`` it is made where there is none.

    ``timeout`` is how many seconds to wait for another writer; a ``shared`` one may be closed by another thread
    than its own. With several ``workers``, processes that share the work, much that is new is resolved in less time,
    to the same events; a script has to keep its own work under ``if __name__ == "__main__"`` then. A ``steady`` one
    takes in a little at a time for months, and holds 16 MiB of the file's pages where others hold up to 128. Raises
    ``RecordError`` where the file is missing, a folder, no record, of a newer version, or may not be read or written.
    """
    connection = connect(Path(path), create=create, read_only=read_only, timeout=timeout, shared=shared, steady=steady)
    return Record(Path(path), connection, workers)


class Record(Reader):
    """An open record; a context manager that writes what is waiting and closes the file.

    ``add`` takes in codings, ``resolve`` derives events from all that came since it last ran. All methods
    raise ``RecordError`` where the file cannot be read or written. Documents are written a batch at a time, so
    that nobody waits for the lock while one is coded.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, workers: int = 1) -> None:
        super().__init__(path, connection)
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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
