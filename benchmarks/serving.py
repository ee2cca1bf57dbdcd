"""`python -m benchmarks.serving [--events 100000] [--readers 20] [--seconds 30]`: pages while many read and one writes.

The record is made once and kept in a folder (see `benchmarks.newsroom`), and served from a copy. The clock says
what these readers waited on this machine, with all else that it does; the processor's time says what an answer costs.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory

import msgspec
import psutil
from cyclopts import App
from rich.console import Console
from rich.table import Table

from benchmarks.asking import Answer, ask, asked
from benchmarks.newsroom import fresh_articles, record_of
from benchmarks.questions import Question, questions
from communique.record import open_record

app = App(name="benchmarks.serving", help="Measure pages under load.", result_action="return_value")
_ALONE = 6
"""Questions of each page that are asked one after another, to tell the processor's time."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What one run was: answers by page, and processor seconds of the server and the writer."""

    answers: dict[str, list[Answer]]
    server: float
    written: int
    writer: float
    others: float


@app.default
def bench(
    *,
    events: int = 100_000,
    readers: int = 20,
    seconds: float = 30.0,
    rate: int = 20,
    workers: int = 1,
    pause: float = 0.0,
    folder: Path = Path("/tmp/communique-benchmarks"),
) -> None:
    """Serve a large record to many readers while articles come in.

    Parameters
    ----------
    events
        How many events the record has, about.
    readers
        How many ask at the same time, each anew as soon as it has its answer.
    seconds
        How long.
    rate
        Articles a second that a writer adds.
    workers
        Processes of the server.
    pause
        Seconds that a reader reads before asking again.
    folder
        Where the record is kept for the next time.
    """
    kept = record_of(events, folder)
    console = Console()
    with TemporaryDirectory(dir=folder) as copies:
        record = Path(shutil.copy(kept, copies))
        with open_record(record) as opened:  # brings it up to date
            sizes = opened.sizes
        mix = questions(record)
        with _served(record, workers) as (port, server):
            cold = asyncio.run(_once_each(port, mix))
            costs = asyncio.run(_alone(port, mix, server))
            first = asyncio.run(_first_page(port))
            load = _under_load(port, mix, server, record, readers, seconds, rate, pause)
    console.print(_table(load, cold, costs))
    console.print(_summary(load, readers, seconds, workers, sizes.events, sizes.documents, first))


@contextmanager
def _served(record: Path, workers: int) -> Iterator[tuple[int, psutil.Process]]:
    """``communique serve`` as a user runs it."""
    port = _free_port()
    run = "from communique.cli import main; main()"
    command = [sys.executable, "-c", run, "serve", "--record", str(record), "--port", str(port)]
    process = subprocess.Popen([*command, "--workers", str(workers)])
    try:
        _wait(port)
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def _spent(process: psutil.Process) -> float:
    """Processor seconds of a process and its children."""
    times = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return sum(one.user + one.system for one in times)


async def _once_each(port: int, mix: Sequence[Question]) -> dict[str, float]:
    """Page → milliseconds of its first answer since the server started."""
    found: dict[str, float] = {}
    for question in mix:
        if question.page not in found:
            found[question.page] = (await ask(port, question.path)).milliseconds
    return found


async def _alone(port: int, mix: Sequence[Question], server: psutil.Process) -> dict[str, float]:
    """Page → milliseconds of the server's processor an answer, nobody else asking."""
    by_page: defaultdict[str, list[Question]] = defaultdict(list)
    for question in mix:
        by_page[question.page].append(question)
    costs: dict[str, float] = {}
    for page, own in by_page.items():
        before = _spent(server)
        for turn in range(max(_ALONE, len(own))):
            await ask(port, own[turn % len(own)].path)
        costs[page] = 1000 * (_spent(server) - before) / max(_ALONE, len(own))
    return costs


async def _first_page(port: int) -> tuple[int, int]:
    """Bytes as sent of the first page, and of all the files that it names."""
    page = await ask(port, "/")
    names = sorted(set(re.findall(r'(?:src|href)="(/static/[^"#]+)', gzip.decompress(page.body).decode())))
    return page.sent, sum([(await ask(port, name)).sent for name in names])


def _under_load(
    port: int,
    mix: Sequence[Question],
    server: psutil.Process,
    record: Path,
    readers: int,
    seconds: float,
    rate: int,
    pause: float,
) -> Load:
    context = get_context("spawn")
    told: SimpleQueue[tuple[int, float] | None] = context.SimpleQueue()
    writer = context.Process(target=_write, args=(record, rate, seconds, told))
    writer.start()
    told.get()  # it has loaded all that it needs
    before, busy = _spent(server), psutil.cpu_times()
    answers = asyncio.run(_all_readers(port, mix, readers, seconds, pause))
    spent, now = _spent(server) - before, psutil.cpu_times()
    written, cost = told.get() or (0, 0.0)
    writer.join()
    used = (now.user + now.system + now.nice) - (busy.user + busy.system + busy.nice)
    return Load(answers=answers, server=spent, written=written, writer=cost, others=used - spent - cost)


def _write(record: Path, rate: int, seconds: float, told: SimpleQueue[tuple[int, float] | None]) -> None:
    """Adds ``rate`` articles a second, each kept and resolved at once."""
    articles = fresh_articles(seed=int(time.time()))
    next(articles)
    with open_record(record, timeout=60) as opened:
        told.put(None)
        began, processor, written = time.monotonic(), time.process_time(), 0
        while (passed := time.monotonic() - began) < seconds:
            if written > passed * rate:
                time.sleep(0.005)
                continue
            opened.keep([next(articles)])
            written += 1
        told.put((written, time.process_time() - processor))


async def _all_readers(
    port: int, mix: Sequence[Question], readers: int, seconds: float, pause: float
) -> dict[str, list[Answer]]:
    answers: defaultdict[str, list[Answer]] = defaultdict(list)

    async def read(number: int) -> None:
        chance = Random(number)
        end = time.monotonic() + seconds
        async for question, answer in asked(port, lambda: chance.choice(mix).pair):
            answers[question].append(answer)
            if time.monotonic() > end:
                return
            await asyncio.sleep(pause)

    await asyncio.gather(*(read(number) for number in range(readers)))
    return answers


def _table(load: Load, cold: dict[str, float], costs: dict[str, float]) -> Table:
    table = Table("page", title="Milliseconds", title_justify="left")
    for column in ("asked", "errors", "p50", "p95", "p99", "first", "processor, alone", "kB"):
        table.add_column(column, justify="right")
    for page, answers in sorted(load.answers.items()):
        ordered = sorted(answer.milliseconds for answer in answers)
        p50, p95, p99 = _percentiles(ordered)
        errors = sum(answer.status >= 400 for answer in answers)
        size = sum(answer.sent for answer in answers) / len(answers) / 1000
        cells = (f"{len(answers)}", f"{errors}", f"{p50:.0f}", f"{p95:.0f}", f"{p99:.0f}")
        table.add_row(page, *cells, f"{cold[page]:.0f}", f"{costs[page]:.1f}", f"{size:.1f}")
    return table


def _percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    cuts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else [values[0]] * 99
    return cuts[49], cuts[94], cuts[98]


def _summary(
    load: Load, readers: int, seconds: float, workers: int, events: int, documents: int, first: tuple[int, int]
) -> str:
    every = [answer for answers in load.answers.values() for answer in answers]
    p50, p95, p99 = _percentiles([answer.milliseconds for answer in every])
    cores = os.cpu_count() or 1
    return (
        f"{events:,} events, {documents:,} documents; {readers} readers, {workers} processes, {seconds:.0f} s\n"
        f"all pages: p50 {p50:.0f} ms, p95 {p95:.0f} ms, p99 {p99:.0f} ms; {len(every) / seconds:.0f} answers a second,"
        f" {sum(answer.status >= 400 for answer in every)} errors\n"
        f"processor: {1000 * load.server / len(every):.1f} ms an answer; the writer added"
        f" {load.written / seconds:.1f} articles a second, {1000 * load.writer / max(1, load.written):.0f} ms each\n"
        f"of {cores} cores: server {load.server / seconds:.2f}, writer {load.writer / seconds:.2f},"
        f" all else {load.others / seconds:.2f} (the readers among it); load {os.getloadavg()[0]:.1f}\n"
        f"first page: {first[0] / 1000:.0f} kB, with its files {sum(first) / 1000:.0f} kB"
    )


if __name__ == "__main__":
    app()
