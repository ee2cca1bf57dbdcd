"""`python -m benchmarks [--count N] [--json]`, from the root of the tree."""

from __future__ import annotations

import sys
import time

import msgspec
from cyclopts import App
from rich.console import Console
from rich.table import Table

from benchmarks.articles import articles
from benchmarks.duplicates import measure_duplicates, show_duplicates
from benchmarks.hostile import Slowest, slowest
from benchmarks.parsing import Parsing, time_parsing
from benchmarks.resolving import Resolving, resolving_table, time_resolving
from benchmarks.stages import stage_shares
from benchmarks.timing import Speed, on_one_core, time_coding

WORDS = 400
SETS = {"one article in five about diplomacy": 0.2, "every article about diplomacy": 1.0}
# Words an article, and how many articles: the same number of words each time.
LENGTHS = {500: 100, 5_000: 10, 50_000: 1}

app = App(name="benchmarks", help="Measure speed on one core.", result_action="return_value")


@app.default
def bench(*, count: int = 1000, json: bool = False) -> None:
    """Code made-up articles of 400 words, then longer ones; find copies among twenty times as many.

    Speeds are counted in seconds of the processor, of which other programs on the machine take none.

    Parameters
    ----------
    count
        How many articles of each set.
    json
        Print the figures as one JSON object instead of tables.
    """
    on_one_core()
    start = _first_article()
    sets = {name: time_coding(_set(count, share)) for name, share in SETS.items()}
    lengths = {words: time_coding(_long(words, many)) for words, many in LENGTHS.items()}
    shares = stage_shares(_set(min(count, 200), 1.0))
    parsing = time_parsing(_set(min(count, 200), 0.2))
    dates = slowest()
    resolving = time_resolving(10 * count)
    copies = measure_duplicates(20 * count)
    if json:
        everything = {
            "first_article": start,
            "sets": sets,
            "stages": shares,
            "parsing": parsing,
            "lengths": lengths,
            "hostile_dates": dates,
            "resolving": resolving,
            "duplicates": copies,
        }
        print(msgspec.json.encode(everything).decode())
    else:
        _show(start, sets, shares, parsing, lengths, dates, resolving)
        show_duplicates(copies)


def _first_article() -> float:
    """Seconds to the first coding, with all that is loaded for it."""
    began = time.perf_counter()
    time_coding(_set(1, 1.0))
    return time.perf_counter() - began


def _set(count: int, share: float) -> list[str]:
    return list(articles(count, WORDS, diplomatic=share))


def _long(words: int, count: int) -> list[str]:
    return list(articles(count, words, diplomatic=1.0, seed=2))


def _show(
    start: float,
    sets: dict[str, Speed],
    shares: dict[str, float],
    parsing: Parsing,
    lengths: dict[int, Speed],
    dates: Slowest,
    resolving: Resolving,
) -> None:
    console = Console()
    console.print(f"first article, with all that is loaded for it: {start:.2f} s\n")
    console.print(_speeds(sets))
    told = ", ".join(f"{stage} {share:.0%}" for stage, share in shares.items())
    console.print(f"stages, every article about diplomacy: {told}\n")
    console.print(
        f"parsing, one article in five about diplomacy: {parsing.words_a_second:,.0f} words/s where every sentence is "
        f"parsed; the gate lets {parsing.gain:.1f} times as many articles through\n"
    )
    console.print(_growth(lengths))
    console.print(
        f"\nslowest of {dates.strings} strings made to be slow: {dates.seconds:.3f} s ({dates.piece!r} repeated)\n"
    )
    console.print(resolving_table([resolving]))


def _speeds(sets: dict[str, Speed]) -> Table:
    table = Table("articles of 400 words, one core", title_justify="left")
    for column in ("articles", "events", "seconds", "articles/s", "words/s"):
        table.add_column(column, justify="right")
    for name, speed in sets.items():
        numbers = (f"{speed.seconds:.1f}", f"{speed.articles_a_second:,.0f}", f"{speed.words_a_second:,.0f}")
        table.add_row(name, f"{speed.articles:,}", f"{speed.events:,}", *numbers)
    return table


def _growth(lengths: dict[int, Speed]) -> Table:
    table = Table("words an article, all diplomacy")
    for column in ("ms an article", "µs a word"):
        table.add_column(column, justify="right")
    for words, speed in lengths.items():
        a_word = 1e6 * speed.seconds / speed.words
        table.add_row(f"{words:,}", f"{1000 * speed.seconds / speed.articles:,.1f}", f"{a_word:.1f}")
    return table


if __name__ == "__main__":
    sys.exit(app())
