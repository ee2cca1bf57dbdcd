"""The threads that pages are made in: they take turns, since a second one at work at the same time would only fight
over Python's lock with the first, and both would be late."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import ParamSpec, TypeVar

__all__ = ["Turns", "apart", "take_turns"]

P = ParamSpec("P")
T = TypeVar("T")
_THREADS = 3
_LONG = 0.1
"""Seconds after which who waits for its turn waits no longer: nearly all pages take a tenth of that."""
_APART = ThreadPoolExecutor(2, thread_name_prefix="apart")
"""For what takes seconds."""


class Turns(ThreadPoolExecutor):
    """Runs one call after another, in their order; beside one that takes long, the next."""

    def __init__(self) -> None:
        super().__init__(_THREADS, thread_name_prefix="page")
        self._turn = Lock()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """As of any executor."""
        return super().submit(self._in_turn, partial(fn, *args, **kwargs))

    def _in_turn(self, work: Callable[[], T]) -> T:
        is_ours = self._turn.acquire(timeout=_LONG)
        try:
            return work()
        finally:
            if is_ours:
                self._turn.release()


async def take_turns() -> None:
    """Gives this process such threads for what its handlers do; they end with its event loop."""
    asyncio.get_running_loop().set_default_executor(Turns())


async def apart(work: Callable[[], T]) -> T:
    """What ``work`` gives, which takes seconds and for which no page waits."""
    return await asyncio.get_running_loop().run_in_executor(_APART, work)
