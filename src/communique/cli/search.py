"""``communique search``: documents by their words."""

from __future__ import annotations

import sys
from typing import Annotated

from cyclopts import Parameter
from rich.padding import Padding
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._reading import reading_record
from communique.cli._terminal import show, write_json
from communique.record import Hit

__all__ = ["search"]


def search(
    *words: Annotated[str, Parameter(help="Words that must all stand in the text; phrases in quotes.")],
    limit: Annotated[int, Parameter(help="How many documents at most.")] = 50,
    json: Annotated[bool, Parameter(negative=(), help="JSON instead of text.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Find documents by their words, the best first."""
    with reading_record(record) as opened:
        found = opened.search(" ".join(words), limit)
    if json:
        write_json(found)
    elif found:
        for hit in found:
            _print(hit)
    else:
        print("no documents", file=sys.stderr)
    return 0


def _print(hit: Hit) -> None:
    known = (hit.published, hit.publisher, f"document {hit.document}")
    show(Text(hit.title or hit.document, style="bold"))
    show(_indented(" · ".join(value for value in known if value), "dim"), _indented(hit.snippet))
    if hit.events:
        show(_indented(f"events: {' '.join(hit.events)}", "dim"))
    show("")


def _indented(text: str, style: str = "") -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, 2))
