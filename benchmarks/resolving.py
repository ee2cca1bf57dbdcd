"""`python -m benchmarks.resolving [SIZE …]`: records of so many made-up claims, resolved and held against the truth.

Time is told by the clock and of the processor: on a machine that does other work too the clock says little.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from math import comb, log
from pathlib import Path
from statistics import linear_regression, median, quantiles
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import msgspec
from cyclopts import App, Parameter
from rich.console import Console
from rich.table import Table

from benchmarks.chronicle import Told, chronicle
from communique.record import Record, open_record
from communique.types import Coding

__all__ = ["Resolving", "Spent", "resolving_table", "time_resolving"]

_HELD_BACK = 100
"""Documents that are added one by one when all others are resolved."""

app = App(name="benchmarks.resolving", help="Measure resolving by size.", result_action="return_value")


class Spent(msgspec.Struct):
    """Seconds by the clock, and of the processor, children included."""

    clock: float = 0.0
    processor: float = 0.0


class Resolving(msgspec.Struct, frozen=True, kw_only=True):
    """One record of ``claims`` made-up claims.

    ``written`` is what it took to take the documents in, ``resolved`` to find copies, join reports and derive
    events; ``peak_gb`` the most memory that the process held until then. ``added`` are the times of adding one more
    article each. ``precision`` and ``recall`` are of pairs of claims of one happening.
    """

    claims: int
    documents: int
    events: int
    written: Spent
    resolved: Spent
    peak_gb: float
    precision: float
    recall: float
    added: tuple[Spent, ...]


def time_resolving(claims: int, seed: int = 1, workers: int = 1) -> Resolving:
    """Writes and resolves a record of ``claims`` claims in a temporary folder, with so many ``workers``."""
    with (
        TemporaryDirectory(prefix="communique-") as folder,
        open_record(Path(folder) / "made-up.db", create=True, workers=workers) as record,
    ):
        return _measure(record, chronicle(claims, seed), claims)


def _measure(record: Record, told: Iterable[Told], claims: int) -> Resolving:
    written, resolved = Spent(), Spent()
    truth, held_back, documents = array("I"), list[Coding](), 0
    for number, each in enumerate(told):
        if number % max(10, claims // (4 * _HELD_BACK)) == 1 and len(held_back) < _HELD_BACK:
            held_back.append(each.coding)
            continue
        documents += 1
        truth.extend(each.truth)
        with _clocked(written):
            record.add(each.coding)
    with _clocked(written):
        record.flush()
    with _clocked(resolved):
        changes = record.resolve()
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    precision, recall = _agreement(record, truth)
    return Resolving(
        claims=len(truth),
        documents=documents,
        events=len(changes.added),
        written=written,
        resolved=resolved,
        peak_gb=peak / 1e6,
        precision=precision,
        recall=recall,
        added=tuple(_add(record, coding) for coding in held_back),
    )


@contextmanager
def _clocked(spent: Spent) -> Iterator[None]:
    clock, processor = time.perf_counter(), _processor()
    yield
    spent.clock += time.perf_counter() - clock
    spent.processor += _processor() - processor


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _agreement(record: Record, truth: Sequence[int]) -> tuple[float, float]:
    """Precision and recall of the pairs of claims that are in one event, by ``truth`` in the order of the claims."""
    with closing(sqlite3.connect(record.path)) as connection:  # a million claims as such would not fit in memory
        rows = connection.execute("SELECT event FROM event_claims ORDER BY claim")
        both = Counter((event, truth[n]) for n, (event,) in enumerate(rows))
    found, real = Counter[str](), Counter[int]()
    for (event, happening), count in both.items():
        found[event] += count
        real[happening] += count
    right = _pairs(both)
    return right / max(1, _pairs(found)), right / max(1, _pairs(real))


def _pairs(counts: Counter[Any]) -> int:
    return sum(comb(count, 2) for count in counts.values())


def _add(record: Record, coding: Coding) -> Spent:
    spent = Spent()
    with _clocked(spent):
        record.keep([coding])
    return spent


@app.default
def main(
    *sizes: Annotated[int, Parameter(help="Numbers of claims; small ones first, since memory is told up to then.")],
    workers: int = 1,
    json: bool = False,
) -> None:
    """Resolve made-up claims: 10000 and 100000 of them, or as many as are told, by so many processes."""
    measured = [time_resolving(size, workers=workers) for size in sizes or (10_000, 100_000)]
    if json:
        print(msgspec.json.encode(measured).decode())
        return
    console = Console()
    console.print(resolving_table(measured))
    if len(measured) > 1:
        console.print(f"resolving grows with the number of claims to the power of {_slope(measured):.2f} (processor)")


def resolving_table(measured: Iterable[Resolving]) -> Table:
    """One row a size; times are seconds by the clock / of the processor, an article's milliseconds."""
    table = Table("claims", title="Resolving: seconds by the clock / of the processor", title_justify="left")
    for column in (
        "documents",
        "events",
        "written",
        "resolved",
        "peak GB",
        "precision",
        "recall",
        "one more, ms",
        "p95",
    ):
        table.add_column(column, justify="right")
    for one in measured:
        table.add_row(
            f"{one.claims:,}",
            f"{one.documents:,}",
            f"{one.events:,}",
            _both(one.written),
            _both(one.resolved),
            f"{one.peak_gb:.1f}",
            f"{one.precision:.3f}",
            f"{one.recall:.3f}",
            *(_both(spent) for spent in _typical(one.added)),
        )
    return table


def _both(spent: Spent) -> str:
    return f"{spent.clock:,.0f} / {spent.processor:,.0f}"


def _typical(added: Sequence[Spent]) -> tuple[Spent, Spent]:
    """Median and 95th percentile in milliseconds."""
    clocks = [1000 * spent.clock for spent in added]
    processors = [1000 * spent.processor for spent in added]
    worst = [quantiles(values, n=20)[-1] for values in (clocks, processors)]
    return Spent(median(clocks), median(processors)), Spent(*worst)


def _slope(measured: Sequence[Resolving]) -> float:
    sizes = [log(one.claims) for one in measured]
    return linear_regression(sizes, [log(one.resolved.processor) for one in measured]).slope


if __name__ == "__main__":
    sys.exit(app())
