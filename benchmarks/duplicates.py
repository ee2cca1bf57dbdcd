"""Copies found among made-up texts with known truth: `python -m benchmarks.duplicates [--count N] [--json]`."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from math import comb, log
from pathlib import Path

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from benchmarks.timing import on_one_core
from benchmarks.variants import Made, made
from communique.record import open_record
from communique.types import Coding, Document

__all__ = ["Duplicates", "Found", "Growth", "measure_duplicates", "show_duplicates"]

COUNT = 20_000
GROWTH = (5_000, 20_000, 80_000)

app = App(name="duplicates", help="Measure how copies are found.", result_action="return_value")


class Found(msgspec.Struct, frozen=True):
    """Of the texts of one sort, how many stand with all and only those that they should stand with.

    A copy is ``right`` where it is in one group with its original; another text where it is in no group.
    """

    sort: str
    texts: int
    right: int


class Growth(msgspec.Struct, frozen=True):
    """The time an article took, in milliseconds, with so many texts in the record at the end."""

    texts: int
    milliseconds: float


class Duplicates(msgspec.Struct, frozen=True):
    """Pairs of texts said to be copies of each other, by whether they are, and the time that an article took."""

    texts: int
    words: float
    precision: float
    recall: float
    milliseconds: float
    sorts: tuple[Found, ...]
    growth: tuple[Growth, ...]

    @property
    def slope(self) -> float:
        """Of time against number of texts on log–log axes; 1 is linear."""
        first, last = self.growth[0], self.growth[-1]
        if first.texts == last.texts:
            return float("nan")
        ratio = last.texts * last.milliseconds / (first.texts * first.milliseconds)
        return log(ratio) / log(last.texts / first.texts)


def measure_duplicates(count: int = COUNT, sizes: Sequence[int] = ()) -> Duplicates:
    """Reads ``count`` made-up texts into a record, and others of each of ``sizes`` for the growth of time."""
    texts = list(made(count))
    groups, seconds = _grouped(texts)
    growth = [Growth(size, 1000 * _grouped(made(size, seed=2))[1] / size) for size in sizes]
    right = _pairs((text.story, groups[text.id]) for text in texts)
    return Duplicates(
        texts=count,
        words=sum(len(text.text.split()) for text in texts) / count,
        precision=right / _pairs(groups.values()),
        recall=right / _pairs(text.story for text in texts),
        milliseconds=1000 * seconds / count,
        sorts=tuple(_by_sort(texts, groups)),
        growth=tuple(growth),
    )


def _grouped(texts: Iterable[Made]) -> tuple[dict[str, int], float]:
    """The group of each text, and the seconds that it took to compare them all, as they come in batches of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        seconds = 0.0
        with open_record(path, create=True) as record:
            stream = iter(texts)
            while batch := list(islice(stream, 1_000)):
                for text in batch:
                    record.add(Coding(document=_document(text), events=()))
                record.flush()
                began = time.process_time()
                record.resolve()  # there are no claims: all that is done is comparing
                seconds += time.process_time() - began
        connection = sqlite3.connect(path)
        rows = connection.execute(
            "SELECT id, coalesce(head, number) FROM documents LEFT JOIN copies ON document = number"
        ).fetchall()
        connection.close()
    return dict(rows), seconds


def _document(text: Made) -> Document:
    return Document(text.id, text.id, text.text, publisher=text.site, agency=text.agency)


def _pairs(names: Iterable[object]) -> int:
    """The number of pairs of things of one name."""
    return sum(comb(count, 2) for count in Counter(names).values())


def _by_sort(texts: Sequence[Made], groups: dict[str, int]) -> Iterable[Found]:
    originals = {text.story: groups[text.id] for text in texts if text.sort == "original"}
    sizes = Counter(groups.values())
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for text in texts:
        if text.sort != "original":
            copied = originals.get(text.story)
            right[text.sort].append(sizes[groups[text.id]] == 1 if copied is None else groups[text.id] == copied)
    return (Found(sort, len(found), sum(found)) for sort, found in right.items())


def show_duplicates(found: Duplicates) -> None:
    """Prints the figures as tables."""
    console = Console()
    console.print(
        f"{found.texts:,} texts of {found.words:.0f} words: precision {found.precision:.4f}, recall {found.recall:.4f} "
        f"of pairs, {found.milliseconds:.3f} ms an article on one core\n"
    )
    table = Table("sort of text", title_justify="left")
    for column in ("texts", "right"):
        table.add_column(column, justify="right")
    for sort in found.sorts:
        table.add_row(sort.sort, f"{sort.texts:,}", f"{sort.right / sort.texts:.2%}")
    console.print(table)
    if found.growth:
        told = ", ".join(f"{each.texts:,}: {each.milliseconds:.3f}" for each in found.growth)
        console.print(
            f"ms an article by texts in the record: {told}; time grows with their number to the {found.slope:.2f}"
        )


@app.default
def duplicates(*, count: int = COUNT, growth: bool = False, json: bool = False) -> None:
    """Group made-up copies and what only looks like one.

    Parameters
    ----------
    count
        How many texts.
    growth
        Also read 5,000, 20,000 and 80,000 others, and tell how the time grows.
    json
        Print the figures as one JSON object.
    """
    on_one_core()
    found = measure_duplicates(count, GROWTH if growth else ())
    if json:
        print(msgspec.json.encode(found).decode())
    else:
        show_duplicates(found)


if __name__ == "__main__":
    sys.exit(app())
