"""Many addresses at once, of one host one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from time import sleep
from typing import TypeVar

__all__ = ["each_in_turn"]

_LOOK = 0.25
"""Seconds between two looks at whether it is enough."""
Job = TypeVar("Job")
Done = TypeVar("Done")


def each_in_turn(
    jobs: Iterable[Job],
    do: Callable[[Job], Done],
    *,
    host: Callable[[Job], str],
    busy: Callable[[Job], float],
    enough: Callable[[], bool] = lambda: False,
    workers: int = 16,
) -> Iterator[Done]:
    """What ``do`` makes of each job, as it is done, in ``workers`` threads.

    Jobs of one ``host`` are done one after another and none before ``busy`` says that it has no seconds to wait, so
    that a slow host keeps one thread busy and no more. While nobody takes results no new job begins, and none once it
    is ``enough``: those that are being done are given then, the others are left.
    """
    waiting: dict[str, deque[Job]] = {}
    for job in jobs:
        waiting.setdefault(host(job), deque()).append(job)
    running: dict[Future[Done], str] = {}
    with ThreadPoolExecutor(workers, thread_name_prefix="fetch") as pool:
        while waiting:
            if enough():
                waiting = {name: deque() for name in running.values()}
            delay = _start(waiting, running, pool, do, busy, workers)
            if not running:
                sleep(delay)
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
) -> float:
    """Starts what can be; the seconds after which to look again, if no result comes before."""
    taken = set(running.values())
    soonest = _LOOK
    for name, jobs in waiting.items():
        if len(running) >= workers:
            break
        if name in taken or not jobs:
            continue
        delay = busy(jobs[0])
        if delay <= 0:
            running[pool.submit(do, jobs.popleft())] = name
        else:
            soonest = min(soonest, delay)
    return soonest
