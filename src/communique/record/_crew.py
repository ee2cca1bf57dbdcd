"""Processes that help with what needs no record: the answer is the same whatever their number."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Literal, TypeVar

__all__ = ["Crew", "StartMethod"]

Job = TypeVar("Job")
Done = TypeVar("Done")
StartMethod = Literal["spawn", "fork", "forkserver"]
_AHEAD = 8
"""Jobs a helper that are laid out before their answers are wanted: none waits for the next, and few are in memory."""


class Crew:
    """This process, and as many helpers as make ``workers``; a context manager that sends them home.

    Helpers are started when there is work for them, by ``method``: "spawn" works everywhere and shares nothing; scripts
    have to keep their own work under ``if __name__ == "__main__"`` then, as the standard library's ``multiprocessing``
    asks. Where a helper dies, this process does its work.
    """

    def __init__(self, workers: int = 1, method: StartMethod = "spawn") -> None:
        self._helpers = max(0, workers - 1)
        self._method = method
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def helped(self) -> bool:
        """Whether there are helpers, for whom work has to be packed."""
        return self._helpers > 0

    def map(self, work: Callable[[Job], Done], jobs: Iterable[Job]) -> Iterator[tuple[Job, Done]]:
        """Each job with what ``work``, a function of a module, makes of it, in their order.

        Jobs are taken some way ahead of the answers, so what they are made of must not depend on them.
        """
        waiting: deque[tuple[Job, Future[Done] | None]] = deque()
        for job in jobs:
            waiting.append((job, self._give(work, job)))
            if len(waiting) > self._helpers * _AHEAD:
                yield _finished(work, *waiting.popleft())
        while waiting:
            yield _finished(work, *waiting.popleft())

    def _give(self, work: Callable[[Job], Done], job: Job) -> Future[Done] | None:
        if not self._helpers:
            return None
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._helpers, mp_context=get_context(self._method))
        try:
            return self._pool.submit(work, job)
        except BrokenProcessPool:
            return None


def _finished(work: Callable[[Job], Done], job: Job, given: Future[Done] | None) -> tuple[Job, Done]:
    if given is None or given.cancel():  # no helper has begun: own hands are free
        return job, work(job)
    try:
        return job, given.result()
    except BrokenProcessPool:
        return job, work(job)
