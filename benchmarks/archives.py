"""`python -m benchmarks.archives [--count N] [--damaged N]`: a damaged web archive, read to documents on one core.

The pages are real ones where the data set of trafilatura's evaluation is there (each is written several times, with a
mark that makes it another), else made up.
"""

from __future__ import annotations

import resource
import sys
import tarfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import msgspec
from cyclopts import App, Parameter
from rich.console import Console
from rich.table import Table

from benchmarks.timing import on_one_core
from benchmarks.warcs import Made, made_pages, write_archive
from communique.reading import read
from communique.sources import pages
from communique.types import InputError, Page

__all__ = ["Run", "run"]

REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "trafilatura-evaldata" / "html.tar.gz"

app = App(name="benchmarks.archives", help="Measure the reading of web archives.", result_action="return_value")


class Run(msgspec.Struct, frozen=True):
    """What came of reading an archive: records read of those that are whole, damage told of all that was done.

    ``false`` is damage told where none was done, ``others`` are errors about single pages that are no article.
    Seconds are by the clock and of the processor.
    """

    whole: int
    read: int
    documents: int
    damaged: int
    told: int
    false: int
    others: int
    seconds: float
    processor: float
    megabytes: int


def run(path: Path, made: Made) -> Run:
    """Reads the archive at ``path`` to documents, and holds what comes out against what was ``made``."""
    began, worked = time.perf_counter(), time.process_time()
    urls: set[str] = set()
    documents = others = 0
    told: set[int] = set()
    for page in pages(path):
        if isinstance(page, InputError):
            offset = int(page.place.rpartition("@")[2].partition("#")[0])
            if "bytes passed over" in page.reason:
                told.add(offset)
            else:
                others += 1
            continue
        urls.add(page.source.partition("#")[0])
        documents += _is_document(page)
    return Run(
        whole=len(made.whole),
        read=len(urls) + others,
        documents=documents,
        damaged=len(made.damaged),
        told=len(told & made.damaged.keys()),
        false=len(told - made.damaged.keys()),
        others=others,
        seconds=time.perf_counter() - began,
        processor=time.process_time() - worked,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def _is_document(page: Page) -> bool:
    try:
        read(page)
    except InputError:
        return False
    return True


def real_pages(archive: Path = REAL) -> Iterator[bytes]:
    """The real pages over and over, each time with another mark."""
    with tarfile.open(archive) as tar:
        found = [tar.extractfile(member) for member in tar if member.name.endswith(".html")]
        stored = [file.read() for file in found if file is not None]
    for number, page in enumerate(cycle(stored)):
        yield page + b"<!-- %d -->" % number


@app.default
def bench(
    *,
    count: int = 10_000,
    damaged: int = 20,
    made_up: Annotated[bool, Parameter(negative="")] = False,
    json: Annotated[bool, Parameter(negative="")] = False,
) -> None:
    """Write web archives, packed and not, with damaged records, and read them to documents.

    Parameters
    ----------
    count
        How many pages each archive has.
    damaged
        How many of their records are damaged: cut, bits flipped, lengths wrong, overwritten, and the end cut off.
    made_up
        Take made-up pages also where the real ones are there.
    json
        Print the figures as JSON.
    """
    on_one_core()
    real = REAL.exists() and not made_up
    runs = {}
    with TemporaryDirectory() as folder:
        for name, packed in (("pages.warc.gz", True), ("pages.warc", False)):
            path = Path(folder) / name
            found = real_pages() if real else made_pages(count)
            made = write_archive(path, found, count, damaged, packed=packed)
            runs[f"{name}, {path.stat().st_size / 1e6:,.0f} MB"] = run(path, made)
            path.unlink()
    if json:
        print(msgspec.json.encode(runs).decode())
    else:
        Console().print(_table(runs, "real pages" if real else "made-up pages"))


def _table(runs: dict[str, Run], what: str) -> Table:
    table = Table(f"{what}, one core", title_justify="left")
    for column in ("whole records read", "documents", "damage told", "falsely", "s", "CPU s", "pages/CPU s", "MB"):
        table.add_column(column, justify="right")
    for name, run in runs.items():
        table.add_row(
            name,
            f"{run.read:,} of {run.whole:,}",
            f"{run.documents:,}",
            f"{run.told} of {run.damaged}",
            f"{run.false}",
            f"{run.seconds:.0f}",
            f"{run.processor:.0f}",
            f"{run.read / run.processor:,.0f}",
            f"{run.megabytes}",
        )
    return table


if __name__ == "__main__":
    sys.exit(app())
