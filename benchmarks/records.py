"""`python -m benchmarks.records RECORD`: how long it takes to write out, ask, check and pack a record, and what memory.

Works on a copy of the record. Each is done in a process of its own, whose memory is its peak with all that is loaded.
"""

from __future__ import annotations

import resource
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from communique.querying import answer, write_snapshot
from communique.record import Record, open_record
from communique.record.checking import check
from communique.record.compaction import compact

app = App(name="benchmarks.records", help="Measure what is done with a whole record.", result_action="return_value")
_QUERY = """
SELECT a.country, b.country, count(DISTINCT a.event) FROM participants a JOIN participants b USING (event)
WHERE a.country < b.country GROUP BY ALL ORDER BY 3 DESC LIMIT 10
"""


class Cost(msgspec.Struct, frozen=True):
    """What it took: ``seconds`` by the clock, peak ``memory`` of the process in bytes."""

    seconds: float
    memory: int


@app.default
def bench(record: Path) -> None:
    """Measure a record.

    Parameters
    ----------
    record
        The record, of which a copy is used.
    """
    with TemporaryDirectory(prefix="communique-") as folder:
        copy = Path(shutil.copy(record, folder))
        with open_record(copy) as opened:  # brings it up to date
            opened.resolve()
        found = check(copy)
        table = Table(f"{found.documents:,} documents, {found.claims:,} claims", "seconds", "MB of memory")
        for name in _TASKS:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                cost = pool.submit(measure, name, copy).result()
            table.add_row(name, f"{cost.seconds:.2f}", f"{cost.memory / 1e6:,.0f}")
    Console().print(table)


def measure(name: str, record: Path) -> Cost:
    """The cost of one task, in this process."""
    began = time.perf_counter()
    _TASKS[name](record)
    seconds = time.perf_counter() - began
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, kibibytes on Linux
    return Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)


def _snapshot(record: Path) -> None:
    with open_record(record, read_only=True) as opened:
        write_snapshot(opened, record.parent / "snapshot")


def _ask_record(record: Path) -> None:
    with open_record(record, read_only=True) as opened:
        _ask(opened)


def _ask(source: Record | Path) -> None:
    with answer(source, _QUERY) as found:
        found.read_all()


def _search(record: Path) -> None:
    with open_record(record, read_only=True) as opened:
        opened.search_events("talks")
        opened.search("talks")


def _statements(record: Path) -> None:
    with open_record(record, read_only=True) as opened:
        name = opened.slice(limit=1).events[0].participants[0].actor.name
        opened.statements(actor=name, from_="2010")
        opened.statements(text='"bace cedi"')


def _figures(record: Path) -> None:
    with open_record(record, read_only=True) as opened:
        opened.figures(document=opened.joins(opened.slice(limit=1).events[0].id)[0].document)
        opened.figures(unit="people", of="refugees")


_TASKS: Mapping[str, Callable[[Path], object]] = MappingProxyType(
    {
        "snapshot": _snapshot,
        "sql, of the record": _ask_record,
        "sql, of the snapshot": lambda record: _ask(record.parent / "snapshot"),
        "search": _search,
        "statements": _statements,
        "figures": _figures,
        "check": check,
        "check --deep": lambda record: check(record, deep=True),
        "compact": compact,
    }
)


if __name__ == "__main__":
    app()
