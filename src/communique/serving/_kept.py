"""Answers that take long to find and may be some seconds old: kept, and found again by one reader for all."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

__all__ = ["Kept"]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Entry(Generic[V]):
    """An answer with the state of the record that it was found in, and when; ``lock`` is held by who looks for it."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.found: tuple[V, object, float] | None = None


class Kept(Generic[K, V]):
    """The last answers to ``most`` questions, for threads.

    One that was found in another state of the record is given for ``seconds`` more.
    """

    def __init__(self, seconds: float, most: int) -> None:
        self._seconds = seconds
        self._most = most
        self._entries: OrderedDict[K, _Entry[V]] = OrderedDict()
        self._lock = Lock()

    def get(self, question: K, state: object, find: Callable[[], V]) -> tuple[V, bool]:
        """The answer, and whether it was found in this ``state``."""
        entry = self._entry(question)
        found = entry.found
        if found is not None and (found[1] == state or monotonic() - found[2] < self._seconds):
            return found[0], found[1] == state
        if not entry.lock.acquire(blocking=found is None) and found is not None:
            return found[0], False
        try:
            latest = entry.found if entry.found is not found else None  # another one has found it while we waited
            if latest is None:
                entry.found = latest = (find(), state, monotonic())
        finally:
            entry.lock.release()
        return latest[0], latest[1] == state

    def _entry(self, question: K) -> _Entry[V]:
        with self._lock:
            entry = self._entries.setdefault(question, _Entry())
            self._entries.move_to_end(question)
            while len(self._entries) > self._most:
                self._entries.popitem(last=False)
            return entry
