"""`python -m benchmarks.fuzz_readers [--count N]`: damaged files and answers through every reader of sources.

Each input is a small file of a kind that is read (`small_files`), a list of articles, a robots.txt or an answer of a
server on loopback (`small_answers`), altered by chance: bits flipped, stretches left
out, doubled or taken from another file, numbers made extreme, ends cut off; of packed files also what is in them. A
reader passes where it ends with pages and errors. What raises, takes longer than two seconds of the processor or half a
minute by the clock, needs more memory than 512 MB or ends the process is told of with its number, by which it can be
made again.
"""

from __future__ import annotations

import gzip
import multiprocessing
import random
import resource
import sys
import time
import traceback
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import msgspec
from cyclopts import App, Parameter

from benchmarks.small_answers import small_answers
from benchmarks.small_files import small_files
from benchmarks.trials import read_input
from communique.types import InputError

__all__ = ["Trial", "altered", "made", "try_input"]

SECONDS = 2.0
_WAITED = 30.0
MEGABYTES = 512
_NUMBERS = (b"0", b"-1", b"65535", b"2147483647", b"4294967295", b"9" * 20, b"\xff\xff\xff\xff", b"\0\0\0\0")
_WORDS = (
    *(b"\r\n\r\n", b"\n\n", b"\0", b'"', b"{", b"../", b"[" * 500, b"<div>" * 300, b"Content-Length: 5", b"boundary=x"),
    *(b"PK\3\4", b"PK\1\2", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"ustar", b"From a@b.example Tue May 14 08:00"),
    *(b"\xe2\x80\xae", b"\xed\xa0\x80", b"charset=idna", b"base64", b"=?utf-8?b?", b"End of Document", b"HD "),
    *(
        b"stream",
        b"endobj",
        b"<item><link>" * 100,
        b"]]>",
        b"<!DOCTYPE a [",
        b"&#x110000;",
        b"//[::1",
        b"HTTP/1.1 304 x\r\n",
    ),
    *(
        b"Location: http://[",
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: deflate\r\n",
        b"Crawl-delay: nan\n",
    ),
)

app = App(
    name="benchmarks.fuzz_readers",
    help="Put damaged input through every reader.",
    result_action="return_value",
)


class Trial(msgspec.Struct, frozen=True):
    """What came of an input: pages and errors read; ``problem`` where a reader did not pass."""

    number: int
    name: str
    pages: int = 0
    errors: int = 0
    seconds: float = 0.0
    megabytes: int = 0
    problem: str | None = None


def altered(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """``data`` altered in one to six places."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice((1, 4, 16, 100, 1000)))
        match chance.randrange(8):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at:end] = chance.randbytes(end - at)
            case 2:
                del changed[at:end]
            case 3:
                changed[at:at] = changed[at:end] * chance.choice((1, 2, 50))
            case 4:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                changed[at:end] = other[start : start + chance.choice((4, 100, 5000))]
            case 5:
                changed[at : at + 4] = chance.choice(_NUMBERS)
            case 6:
                changed[at:at] = chance.choice(_WORDS) * chance.choice((1, 1, 20))
            case _:
                del changed[at:]
    return bytes(changed)


def made(number: int, files: dict[str, bytes]) -> tuple[str, bytes]:
    """The input of that number: its name and its bytes, the same every time."""
    chance = random.Random(number)
    names = sorted(files)
    name = names[number % len(names)]
    data, others = files[name], list(files.values())
    if name.endswith(".gz") and chance.random() < 0.5:
        return name, gzip.compress(altered(gzip.decompress(data), others, chance), 1)
    return name, altered(data, others, chance)


def try_input(number: int, name: str, data: bytes, folder: Path) -> Trial:
    """Reads an input, and says what came of it."""
    path = folder / name
    path.write_bytes(data)
    began, at = time.process_time(), time.monotonic()
    found: Counter[bool] = Counter()
    problem = None
    try:
        for item in read_input(path):
            found[isinstance(item, InputError)] += 1
            if not isinstance(item, InputError):
                item.source.encode()
    except Exception:
        problem = traceback.format_exc(limit=-4)
    seconds = time.process_time() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if problem is None and seconds > SECONDS:
        problem = f"took {seconds:.1f} s"
    if problem is None and time.monotonic() - at > _WAITED:
        problem = f"waited {time.monotonic() - at:.0f} s"
    if problem is None and megabytes > MEGABYTES:
        problem = f"needed {megabytes} MB"
    path.unlink()
    return Trial(number, name, found[False], found[True], seconds, megabytes, problem)


def _work(first: int, last: int, results: Connection) -> None:
    """Tries inputs until one needs so much memory that the next could not be told from it."""
    files = small_files() | small_answers()
    with TemporaryDirectory() as folder:
        for number in range(first, last):
            name, data = made(number, files)
            results.send(Trial(number, name))
            trial = try_input(number, name, data, Path(folder))
            results.send(trial)
            if trial.megabytes > MEGABYTES:
                return


@app.default
def fuzz(*, count: int = 100_000, first: int = 0, json: Annotated[bool, Parameter(negative="")] = False) -> int:
    """Try so many inputs, and say what did not pass.

    Parameters
    ----------
    count
        How many inputs.
    first
        The number of the first one.
    json
        Print the figures as JSON.
    """
    totals = Totals(first)
    context = multiprocessing.get_context("spawn")
    while totals.following < first + count:
        receiving, sending = context.Pipe(duplex=False)
        worker = context.Process(target=_work, args=(totals.following, first + count, sending))
        worker.start()
        sending.close()
        totals.take(receiving)
        worker.join()
        totals.ended(worker.exitcode)
    print(totals.json() if json else totals.words(), flush=True)
    return int(bool(totals.problems))


class Totals:
    """What came of all inputs."""

    def __init__(self, first: int) -> None:
        self.following = first
        self.problems: list[Trial] = []
        self._tried = self._pages = self._errors = 0
        self._slowest = Trial(first, "")
        self._largest = 0
        self._begun: Trial | None = None

    def take(self, results: Connection) -> None:
        """Counts trials as they come, until the process that makes them ends."""
        while True:
            try:
                trial = results.recv()
            except EOFError:
                return
            if self._begun is None:
                self._begun = trial
                continue
            self._begun = None
            self._count(trial)

    def _count(self, trial: Trial) -> None:
        self.following = trial.number + 1
        self._tried += 1
        self._pages += trial.pages
        self._errors += trial.errors
        self._slowest = max(self._slowest, trial, key=lambda each: each.seconds)
        self._largest = max(self._largest, trial.megabytes)
        if trial.problem:
            self.problems.append(trial)
            print(f"{trial.number} {trial.name}: {trial.problem}", file=sys.stderr, flush=True)

    def ended(self, code: int | None) -> None:
        """Tells of the input at which a process ended that should not have."""
        if self._begun is not None:
            begun, self._begun = self._begun, None
            self._count(msgspec.structs.replace(begun, problem=f"ended the process (exit code {code})"))

    def words(self) -> str:
        """The figures in a sentence."""
        slow = self._slowest
        return (
            f"{self._tried:,} inputs: {self._pages:,} pages, {self._errors:,} errors told, {len(self.problems)} not "
            f"passed; slowest {slow.seconds:.2f} s ({slow.number} {slow.name}), {self._largest} MB at most"
        )

    def json(self) -> str:
        """The figures, and all that did not pass."""
        figures = {
            "inputs": self._tried,
            "pages": self._pages,
            "errors": self._errors,
            "slowest": self._slowest,
            "megabytes": self._largest,
            "problems": self.problems,
        }
        return msgspec.json.encode(figures).decode()


if __name__ == "__main__":
    sys.exit(app())
