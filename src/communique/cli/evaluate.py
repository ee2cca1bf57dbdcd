"""``communique evaluate``: how good the coder is on texts that the user has labelled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from communique.cli._terminal import show, watched, write_json
from communique.codebook import codebook
from communique.evaluation.gold import GoldDocument
from communique.evaluation.loading import load_clusters, read_gold
from communique.evaluation.measure import Measurement, figures
from communique.evaluation.report import error_lines, tables
from communique.evaluation.running import evaluate as measure
from communique.types import InputError, UsageError

__all__ = ["evaluate"]


def evaluate(
    gold: Annotated[Path, Parameter(help="A gold.jsonl with its texts beside it, or the folder that holds it.")],
    /,
    *,
    json: Annotated[bool, Parameter(negative=(), help="Every figure under its name, as JSON.")] = False,
    errors: Annotated[bool, Parameter(negative=(), help="A line a mistake, instead of the tables.")] = False,
    model: Annotated[str | None, Parameter(help="A spaCy pipeline that is installed, instead of ours.")] = None,
) -> int:
    """Measure the coder on labelled texts."""
    if json and errors:
        raise UsageError("--json and --errors are two forms of output; choose one")
    read = list(read_gold(gold))
    wrong = [document for document in read if isinstance(document, InputError)]
    if wrong:
        return _refused(wrong)
    documents = [document for document in read if isinstance(document, GoldDocument)]
    if not documents:
        raise UsageError(f"{gold}: it holds no labelled text")
    clusters = load_clusters(gold)
    with watched("texts coded") as progress:
        task = progress.add_task("", total=None)
        measured = measure(documents, clusters, model=model, coded=lambda: progress.advance(task))
    _write(measured, documents, json=json, errors=errors)
    return 0


def _refused(wrong: list[InputError]) -> int:
    for error in wrong:
        print(f"communique: {error}", file=sys.stderr)
    return InputError.exit_code


def _write(measured: Measurement, documents: list[GoldDocument], *, json: bool, errors: bool) -> None:
    if json:
        counts = {"documents": len(documents), "events": sum(len(document.events) for document in documents)}
        write_json({"codebook": codebook().version, **counts, **figures(measured)})
    elif errors:
        for line in error_lines(measured):
            print(line)
    else:
        for number, table in enumerate(tables(measured)):
            show(*([""] if number else []), table)
