"""`python -m evaluation.unseen [seventh | … | second | articles | wordings] [--half odd | even] [--json | --errors]`.

Labelled texts by annotators who did not know the coder: news in whole texts, articles of which only the events are
labelled, and single ways of wording an event. The sixth and the seventh set and the articles and wordings with even
numbers stay unread by whoever works on the coder, so that their figures say what to expect of news that nobody built
against; no line of theirs is printed. The other sets were read, and built against, each when the next one was there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Literal

import msgspec
from cyclopts import App
from rich.console import Console

from communique.evaluation.gold import Clusters, GoldDocument
from communique.evaluation.loading import load_clusters, load_gold
from communique.evaluation.measure import figures
from communique.evaluation.report import error_lines, tables
from communique.evaluation.running import evaluate

__all__ = ["Half", "half_of", "within"]

Half = Literal["odd", "even", "both"]

Set = Literal["second", "third", "fourth", "fifth", "sixth", "seventh", "wordings", "articles"]
FOLDER = Path(__file__).parent
SETS: dict[Set, Path] = {
    "second": FOLDER / "second",
    "third": FOLDER / "third",
    "fourth": FOLDER / "fourth",
    "fifth": FOLDER / "fifth",
    "sixth": FOLDER / "sixth",
    "seventh": FOLDER / "seventh",
    "wordings": FOLDER / "wordings" / "wordings.jsonl",
    "articles": FOLDER / "articles" / "articles.jsonl",
}
_ALL: tuple[Half, ...] = ("odd", "even", "both")
READ: dict[Set, tuple[Half, ...]] = {
    "second": _ALL,
    "third": _ALL,
    "fourth": _ALL,
    "fifth": _ALL,
    "sixth": (),
    "seventh": (),
    "wordings": ("odd",),
    "articles": ("odd",),
}
"""The halves of each set that may be looked at."""
_OF_EVENTS = ("events.", "participants.", "status", "family", "names", "negatives.false_events")
"""The figures that articles have labels for."""

app = App(name="evaluation.unseen", help="Measure the coder on texts that nobody built against.",
          result_action="return_value")  # fmt: skip


@app.default
def unseen(
    name: Set = "seventh",
    /,
    *,
    half: Half = "both",
    json: bool = False,
    errors: bool = False,
) -> int:
    """Measure the coder on labelled texts of annotators who did not know it.

    Parameters
    ----------
    name
        Whole texts that nobody has read, those of sets that were read, or single wordings.
    half
        The texts with odd or with even numbers, or all.
    json
        Print every figure under its name as one JSON object.
    errors
        Print a line for each event missed or made up, of the sets that were read and of the odd wordings alone.
    """
    if errors and half not in READ[name]:
        print(f"evaluation.unseen: {name}, {half}: these texts are not to be looked at", file=sys.stderr)
        return 2
    documents = half_of(load_gold(SETS[name]), half)
    measured = evaluate(documents, within(load_clusters(SETS[name]), documents))
    if json:
        told = {k: v for k, v in figures(measured).items() if name != "articles" or k.startswith(_OF_EVENTS)}
        print(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
    elif errors:
        print(*error_lines(measured), sep="\n")
    else:
        Console().print(*islice(tables(measured), 1 if name == "articles" else None), sep="\n")
    return 0


def half_of(documents: Sequence[GoldDocument], half: Half) -> tuple[GoldDocument, ...]:
    """The documents whose number, at the end of the id, is odd or even."""
    return tuple(d for d in documents if half == "both" or _number(d.id) % 2 == (half == "odd"))


def _number(identity: str) -> int:
    return int(re.sub(r"\D", "", identity))


def within(clusters: Clusters, documents: Sequence[GoldDocument]) -> Clusters:
    """The groups and pairs that lie within some documents."""
    known = {document.id for document in documents}
    return Clusters(
        same_event=tuple(group for group in clusters.same_event if known.issuperset(group)),
        look_alikes=tuple(pair for pair in clusters.look_alikes if known.issuperset(pair)),
        disagreements=tuple(one for one in clusters.disagreements if known.issuperset(one.ids)),
    )


if __name__ == "__main__":
    sys.exit(app())
