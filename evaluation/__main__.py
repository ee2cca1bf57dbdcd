"""`python -m evaluation [--json | --errors | --gate]`, from the root of the tree."""

from __future__ import annotations

import sys

import msgspec
from cyclopts import App
from rich.console import Console

from communique.evaluation.measure import Measurement, figures
from communique.evaluation.report import error_lines, tables
from communique.evaluation.running import evaluate as run
from evaluation.corpus import corpus_hash, load_clusters, load_gold
from evaluation.gate import failures, load_floors

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
    measured = run(load_gold(), load_clusters())
    if json:
        print(msgspec.json.format(msgspec.json.encode(_with_corpus(measured)), indent=2).decode())
    elif errors:
        print(*error_lines(measured), sep="\n")
    else:
        Console().print(*tables(measured), sep="\n")
    return _gate(measured) if gate else 0


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
