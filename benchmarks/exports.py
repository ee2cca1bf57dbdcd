"""`python -m benchmarks.exports RECORD [--count N]`: how long each format takes, and how much memory.

The events of the record are repeated under other ids, as are their documents, until there are N. Each format is written
in a process of its own, whose memory is its peak with all that is loaded.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import count as numbers
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryFile

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.exporting import FORMAT_NAMES, Context, find_format
from communique.record import Record, open_record
from communique.types import Event

app = App(name="benchmarks.exports", help="Measure exports.", result_action="return_value")


class Cost(msgspec.Struct, frozen=True):
    """What an export took: ``seconds`` by the clock, bytes ``written``, peak ``memory`` of the process in bytes."""

    format: str
    seconds: float
    written: int
    memory: int


@app.default
def bench(record: Path, *, count: int = 100_000) -> None:
    """Write ``count`` events in every format.

    Parameters
    ----------
    record
        The record whose events are repeated.
    count
        How many events.
    """
    table = Table(f"{count:,} events", "seconds", "events/s", "MB written", "MB of memory")
    for name in FORMAT_NAMES:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            cost = pool.submit(measure, name, record, count).result()
        sizes = (f"{cost.written / 1e6:,.0f}", f"{cost.memory / 1e6:,.0f}")
        table.add_row(name, f"{cost.seconds:.1f}", f"{count / cost.seconds:,.0f}", *sizes)
    Console().print(table)


def measure(name: str, record: Path, count: int) -> Cost:
    """The cost of one format with its default options, in this process."""
    format = find_format(name)
    with open_record(record, read_only=True) as opened, TemporaryFile() as stream:
        context = Context(record=opened, at=datetime(2024, 1, 1, tzinfo=UTC))
        began = time.perf_counter()
        format.write(repeated(opened, count), stream, context)
        seconds = time.perf_counter() - began
        written = stream.tell()
    return Cost(name, seconds, written, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def repeated(record: Record, count: int) -> Iterator[Event]:
    """The events of ``record`` again and again, ``count`` in all, with ids and documents of their own."""
    events = tuple(record.events())
    return islice((_renamed(event, turn) for turn in numbers() for event in events), count)


def _renamed(event: Event, turn: int) -> Event:
    reports = tuple(msgspec.structs.replace(r, document=f"{r.document}-{turn}") for r in event.reports)
    return msgspec.structs.replace(event, id=f"{event.id}-{turn}", reports=reports)


if __name__ == "__main__":
    sys.exit(app())
