"""``communique search``: events and documents by their words."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import msgspec
from cyclopts import Parameter
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._reading import reading_record
from communique.cli._terminal import show, write_json, write_json_lines
from communique.record import EventHit, Hit
from communique.types.words import days_words

__all__ = ["search"]


def search(
    *words: Annotated[str, Parameter(help="Words that must all stand in it; phrases in quotes.")],
    limit: Annotated[int, Parameter(help="How many events, and how many documents, at most.")] = 50,
    format: Annotated[Literal["text", "json", "jsonl"], Parameter(help="How to write them.")] = "text",
    json: Annotated[bool, Parameter(negative=(), help="The same as --format json.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Find events and documents by their words, the best first."""
    with reading_record(record) as opened:
        events = opened.search_events(" ".join(words), limit)
        documents = opened.search(" ".join(words), limit)
    if json or format == "json":
        write_json({"events": events, "documents": documents})
    elif format == "jsonl":
        lines = (("event", events), ("document", documents))
        write_json_lines({"found": what} | msgspec.to_builtins(hit) for what, hits in lines for hit in hits)
    elif events or documents:
        _print(events, documents)
    else:
        print("no events and no documents", file=sys.stderr)
    return 0


def _print(events: tuple[EventHit, ...], documents: tuple[Hit, ...]) -> None:
    if events:
        show(Text("Events", style="bold yellow"), _table(events), "")
    if documents:
        show(Text("Documents", style="bold yellow"))
        for hit in documents:
            _print_document(hit)


def _table(events: tuple[EventHit, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    for style, whole in (("dim", True), ("", True), ("", True), ("", False)):
        table.add_column(style=style, no_wrap=whole)
    for hit in events:
        table.add_row(f"  {hit.event}", days_words(hit.start, hit.end), hit.status, Text(_told(hit)))
    return table


def _told(hit: EventHit) -> str:
    """The title; below it where the words stand, if that is a name, a place or a topic."""
    is_title = hit.snippet.replace("[", "").replace("]", "") == hit.title
    return hit.title if is_title else f"{hit.title}\n{hit.snippet}"


def _print_document(hit: Hit) -> None:
    known = (hit.published, hit.publisher, f"document {hit.document}")
    show(_indented(hit.title or hit.document, "bold"))
    show(_indented(" · ".join(value for value in known if value), "dim"), _indented(hit.snippet))
    if hit.events:
        show(_indented(f"events: {' '.join(hit.events)}", "dim"))
    show("")


def _indented(text: str, style: str = "") -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, 2))
