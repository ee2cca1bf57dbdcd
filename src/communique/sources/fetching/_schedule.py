"""Many addresses at once, of one host one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from time import sleep
from typing import TypeVar

__all__ = ["each_in_turn"]

Job = TypeVar("Job")
Done = TypeVar("Done")


def each_in_turn(
    jobs: Iterable[Job],
    do: Callable[[Job], Done],
    *,
    host: Callable[[Job], str],
    busy: Callable[[Job], float],
    workers: int = 16,
) -> Iterator[Done]:
    """What ``do`` makes of each job, as it is done, in ``workers`` threads.

    Jobs of one ``host`` are done one after another and none before ``busy`` says that it has no seconds to wait, so
    that a slow host keeps one thread busy and no more. While nobody takes results no new job begins.
    """
    waiting: dict[str, deque[Job]] = {}
    for job in jobs:
        waiting.setdefault(host(job), deque()).append(job)
    running: dict[Future[Done], str] = {}
    with ThreadPoolExecutor(workers, thread_name_prefix="fetch") as pool:
        while waiting:
            delay = _start(waiting, running, pool, do, busy, workers)
            if not running:
                sleep(delay or 0.0)
                continue
            for future in wait(running, timeout=delay, return_when=FIRST_COMPLETED).done:
                name = running.pop(future)
                if not waiting[name]:
                    del waiting[name]
                yield future.result()


def _start(
    waiting: dict[str, deque[Job]],
    running: dict[Future[Done], str],
    pool: ThreadPoolExecutor,
    do: Callable[[Job], Done],
    busy: Callable[[Job], float],
    workers: int,
) -> float | None:
    """Starts what can be; the seconds after which more can be, null where only a result changes that."""
    taken = set(running.values())
    soonest: float | None = None
    for name, jobs in waiting.items():
        if len(running) >= workers:
            return None
        if name in taken or not jobs:
            continue
        delay = busy(jobs[0])
        if delay <= 0:
            running[pool.submit(do, jobs.popleft())] = name
        else:
            soonest = delay if soonest is None else min(soonest, delay)
    return soonest
