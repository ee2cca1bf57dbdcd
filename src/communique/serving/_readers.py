"""Open records for those who read: one a thread, since SQLite's connections are not shared."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from communique.record import Record, open_record
from communique.serving._settings import Settings

__all__ = ["Readers"]


class Readers:
    """Lends each thread its own open record, with a bound on the time of each use."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._local = threading.local()
        self._opened: list[Record] = []
        self._lock = threading.Lock()

    @contextmanager
    def reading(self, patience: float | None = None) -> Iterator[Record]:
        """The thread's record as it is at this moment; what takes longer than the patience (seconds) raises
        ``RecordError``."""
        record = getattr(self._local, "record", None) or self._open()
        with record.within(self._settings.patience if patience is None else patience), record.frozen():
            yield record

    def _open(self) -> Record:
        record = open_record(self._settings.record, read_only=True, shared=True)
        self._local.record = record
        with self._lock:
            self._opened.append(record)
        return record

    def close(self) -> None:
        """Closes what every thread has opened; the last act of a server."""
        with self._lock:
            for record in self._opened:
                record.close()
            self._opened.clear()
            self._local = threading.local()  # who asks again opens again
