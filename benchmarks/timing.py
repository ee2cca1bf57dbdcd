"""Coding against the clock, on one core."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import msgspec

from communique.running import code_text

__all__ = ["Speed", "on_one_core", "time_coding"]


class Speed(msgspec.Struct, frozen=True):
    """How long it took to code some articles: ``seconds`` by the clock, ``events`` found."""

    articles: int
    words: int
    seconds: float
    events: int

    @property
    def articles_a_second(self) -> float:
        """Articles coded in a second."""
        return self.articles / self.seconds

    @property
    def words_a_second(self) -> float:
        """Words coded in a second."""
        return self.words / self.seconds


def on_one_core() -> None:
    """Keep this process on one core, also the threads of numeric libraries, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def time_coding(texts: Sequence[str]) -> Speed:
    """Code ``texts`` one after the other; tables and models are to be loaded before (code one text)."""
    began = time.perf_counter()
    events = sum(len(code_text(text).events) for text in texts)
    seconds = time.perf_counter() - began
    return Speed(len(texts), sum(len(text.split()) for text in texts), seconds, events)
