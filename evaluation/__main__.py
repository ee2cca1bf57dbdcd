"""`python -m evaluation [--json | --errors | --gate]`, from the root of the tree."""

from __future__ import annotations

import sys

import msgspec
from cyclopts import App
from rich.console import Console

from evaluation.extents import names_found
from evaluation.gate import failures, load_floors
from evaluation.gold import corpus_hash, load_clusters, load_gold
from evaluation.measure import Measurement, figures, measure
from evaluation.predict import code_gold, keep_together, link_gold, published_in_text
from evaluation.published import score_published
from evaluation.report import error_lines, tables

app = App(name="evaluation", help="Measure the coder on the gold set.", result_action="return_value")


@app.default
def evaluate(*, json: bool = False, errors: bool = False, gate: bool = False) -> int:
    """Measure the coder on the gold set and print the figures.

    Parameters
    ----------
    json
        Print every figure under its name as one JSON object.
    errors
        Print a line for each event missed or made up, instead of the tables.
    gate
        Compare with the pinned floors; exit with 1 where one is undercut.
    """
    measured = _measure()
    if json:
        print(msgspec.json.format(msgspec.json.encode(_with_corpus(measured)), indent=2).decode())
    elif errors:
        print(*error_lines(measured), sep="\n")
    else:
        Console().print(*tables(measured), sep="\n")
    return _gate(measured) if gate else 0


def _measure() -> Measurement:
    documents = load_gold()
    together = keep_together([code_gold(document) for document in documents])
    inferred = {coding.document.id: coding.document.published for coding in together.codings}
    stated = {document.id: published_in_text(document) for document in documents}
    published = score_published(documents, inferred, stated)
    names = names_found(documents)
    linked = [link_gold(coding) for coding in together.codings]
    return measure(documents, together.codings, linked, together.ids, load_clusters(), names, published)


def _with_corpus(measured: Measurement) -> dict[str, float | str | None]:
    return {"corpus": corpus_hash(), **figures(measured)}


def _gate(measured: Measurement) -> int:
    shut = list(failures(load_floors(), figures(measured), corpus_hash()))
    for reason in shut:
        print(f"quality gate: {reason}", file=sys.stderr)
    if not shut:
        print("quality gate: open", file=sys.stderr)
    return 1 if shut else 0


if __name__ == "__main__":
    sys.exit(app())
