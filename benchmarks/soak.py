"""A long run of ``communique watch`` over many feeds, some unreliable, with a kill in the middle.

It tells whether memory stays flat, whether an article was read twice, and whether one was lost.

    python -m benchmarks.soak --minutes 30 --feeds 200
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import monotonic, sleep

import msgspec
import psutil

from benchmarks.newsstand import Newsstand
from communique.record import open_record

__all__ = ["main"]

_EVERY = 10
_SAMPLES = 5.0
_SETTLING = 180.0
"""Seconds without a request for an article after which what was published and not asked for is lost."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a run came to; memory in MB, the median of the second and of the last fifth of each process.

    ``read_twice`` are articles that one process asked for twice. What a process that was killed had read and not yet
    written is read again by the next, and stands in the record once.
    """

    minutes: float
    feeds: int
    requests: int
    troubles: int
    published: int
    documents: int
    lost: int
    read_twice: int
    read_again_after_the_kill: int
    notes: int
    memory: tuple[tuple[float, float], ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the soak and prints what it came to; 1 where something was lost or read twice."""
    parser = argparse.ArgumentParser(prog="benchmarks.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--gap", type=float, default=120.0, help="seconds between two articles of a feed")
    parser.add_argument("--port", type=int, default=8765)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, Newsstand(chosen.feeds, gap=chosen.gap, port=chosen.port) as stand:
        outcome = _run(Path(folder), stand, chosen.minutes * 60, chosen.feeds)
    print(msgspec.json.format(msgspec.json.encode(outcome), indent=2).decode())
    return int(bool(outcome.lost or outcome.read_twice))


def _run(folder: Path, stand: Newsstand, seconds: float, feeds: int) -> Outcome:
    (folder / "feeds.txt").write_text("\n".join(stand.urls))
    began = monotonic()
    first = list(_watched(folder, lambda: monotonic() > began + seconds / 2, signal.SIGKILL))
    stand.run()
    second = list(_watched(folder, lambda: monotonic() > began + seconds, signal.SIGTERM))
    stand.run()
    stand.finish()
    list(_watched(folder, _Settled(stand), signal.SIGTERM))
    with open_record(folder / "r.db") as record:
        sources = {coding.document.source.removeprefix("http://") for coding in record.documents()}
    sources = {source.replace(f":{stand.port}", "") for source in sources}
    return Outcome(
        minutes=round((monotonic() - began) / 60, 1),
        feeds=feeds,
        requests=stand.requests,
        troubles=stand.troubles,
        published=len(stand.published),
        documents=len(sources),
        lost=len(stand.published - sources),
        read_twice=sum(count > 1 for run in stand.runs for count in run.values()),
        read_again_after_the_kill=len(stand.runs[0].keys() & stand.runs[1].keys()),
        notes=len((folder / "log").read_text().splitlines()),
        memory=(_ends(first), _ends(second)),
    )


class _Settled:
    """Whether all that was published has been asked for, and written since, or nothing more is asked for."""

    def __init__(self, stand: Newsstand) -> None:
        self._stand = stand
        self._asked = -1
        self._since = monotonic()

    def __call__(self) -> bool:
        asked = {article for run in self._stand.runs for article in run}
        if len(asked) != self._asked:
            self._asked, self._since = len(asked), monotonic()
        waited = monotonic() - self._since
        return waited > (_SETTLING if self._stand.published - asked else 3 * _EVERY)


def _watched(folder: Path, ended: Callable[[], bool], end: signal.Signals) -> Iterator[float]:
    """Runs ``watch`` until it is ``ended``; its memory in MB meanwhile."""
    command = [sys.executable, "-c", "import sys; from communique.cli import main; sys.exit(main())", "watch"]
    options = ["feeds.txt", "--record", "r.db", "--every", f"{_EVERY}s", "--allow-private", "--metrics", "r.prom"]
    with (folder / "log").open("a") as log, (folder / "out").open("a") as out:
        running = subprocess.Popen([*command, *options], cwd=folder, stdout=out, stderr=log)
        process = psutil.Process(running.pid)
        while not ended() and running.poll() is None:
            yield process.memory_info().rss / 1e6
            sleep(_SAMPLES)
        running.send_signal(end)
        running.wait(60)


def _ends(memory: Sequence[float]) -> tuple[float, float]:
    fifth = max(len(memory) // 5, 1)
    return round(median(memory[fifth : 2 * fifth] or memory)), round(median(memory[-fifth:]))


if __name__ == "__main__":
    sys.exit(main())
