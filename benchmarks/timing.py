"""What coding costs, on one core, in seconds of the processor: what else the machine does meanwhile does not count."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from communique.running import code_sources
from communique.types import Coding, InputError

__all__ = ["Speed", "on_one_core", "time_coding"]


class Speed(msgspec.Struct, frozen=True):
    """What it took to code some articles: ``seconds`` of the processor, ``events`` found."""

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
    """Code ``texts`` as `communique code` does with a file that holds them all, to JSON.

    Tables and models are to be loaded before (code one text).
    """
    with TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        source.write_bytes(msgspec.json.Encoder().encode_lines([{"text": text} for text in texts]))
        began = time.process_time()
        events = sum(map(_events, code_sources([str(source)])))
        seconds = time.process_time() - began
    return Speed(len(texts), sum(len(text.split()) for text in texts), seconds, events)


def _events(coding: Coding | InputError) -> int:
    """The events of an article that was coded and written out."""
    if isinstance(coding, InputError):
        raise coding
    msgspec.json.encode(coding)
    return len(coding.events)
