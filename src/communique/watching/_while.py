"""How long one part of a watch goes on before the others have their turn."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

__all__ = ["SECONDS", "until"]

SECONDS = 60.0
"""A site that asks for a minute between two requests must not keep the feeds of all others waiting."""


def until(seconds: float, stopping: Event) -> Callable[[], bool]:
    """Tells whether so many seconds are over, counted from now, or the watch is stopping."""
    end = monotonic() + seconds
    return lambda: stopping.is_set() or monotonic() > end
