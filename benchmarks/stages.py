"""What each stage costs."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from communique.coding import code
from communique.linking import link
from communique.parsing import parse
from communique.reading import read
from communique.types import Page

__all__ = ["stage_shares"]

Result = TypeVar("Result")


def stage_shares(texts: Sequence[str]) -> dict[str, float]:
    """The share of the time, 0.0–1.0, that reading, parsing, linking and coding take of ``texts``."""
    clock = _Clock()
    for text in texts:
        document = clock.timed("reading", read, Page("made up", text))
        parsed = clock.timed("parsing", parse, document.text)
        linked = clock.timed("linking", link, document, parsed)
        clock.timed("coding", code, linked)
    total = sum(clock.seconds.values())
    return {stage: spent / total for stage, spent in clock.seconds.items()}


class _Clock:
    """Adds up the seconds spent in each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, stage: str, work: Callable[..., Result], *given: object) -> Result:
        """What ``work`` makes of ``given``; its time is put down to ``stage``."""
        began = time.process_time()
        result = work(*given)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - began
        return result
