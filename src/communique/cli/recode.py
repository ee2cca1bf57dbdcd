"""``communique recode``: the documents of a record coded anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from cyclopts import Parameter
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._judged import recoded_lines
from communique.cli._sources import ModelName, Workers, cores
from communique.cli._terminal import show, watched
from communique.record import open_record
from communique.running import code_document
from communique.types import Coding, Document

__all__ = ["recode"]


def recode(
    *,
    everything: Annotated[
        bool, Parameter(name="--all", negative=(), help="Also those that this version of the codebook has coded.")
    ] = False,
    model: ModelName = None,
    workers: Workers = None,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Code the documents of a record anew, and say what changed."""
    every = everything or model is not None  # a record does not tell which model has coded a document
    with open_record(record, workers=workers or cores()) as opened:
        waiting = opened.requeue(model=model, everything=every)
        if not waiting:
            show(Text("All documents are coded by this version of the codebook; --all codes them anyway."))
            return 0
        with watched("documents coded anew:") as progress:
            task = progress.add_task("", total=waiting)
            coded = _counted(lambda document: code_document(document, model), lambda: progress.advance(task))
            recoding = opened.recode(coded, model=model, everything=every)
        show(*recoded_lines(opened, recoding))
    return 0


def _counted(code: Callable[[Document], Coding], count: Callable[[], None]) -> Callable[[Document], Coding]:
    def coded(document: Document) -> Coding:
        coding = code(document)
        count()
        return coding

    return coded
