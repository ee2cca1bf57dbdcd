"""``communique events``: the events that are asked for, in the form that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, Choice, RecordPath, choose
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import ruled_table, show
from communique.types import Event
from communique.types.words import days_words

__all__ = ["events", "print_events"]

_COLUMNS = (
    "id title kind family type mode cameo status start end place country participants topics"
    " sources independent_sources confidence disagreements documents"
).split()


def events(
    *,
    format: Annotated[Format, Parameter(help="How to write them.")] = "table",
    choice: Choice | None = None,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """List events as a table, JSON, JSON Lines or CSV."""
    with reading_record(record) as opened:
        found = opened.events(choose(choice))
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=print_events)
    return 0


def _cells(event: Event) -> dict[str, str | float | None]:
    place = event.place
    people = (f"{p.role}:{p.actor.name}" + _country(p.actor.country) for p in event.participants)
    plain = {
        name: getattr(event, name) for name in _COLUMNS if isinstance(getattr(event, name, None), str | float | int)
    }
    return plain | {
        "start": event.start.edtf if event.start else None,
        "end": event.end.edtf if event.end else None,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "participants": "; ".join(people),
        "topics": "; ".join(topic.name for topic in event.topics),
        "disagreements": "; ".join(disagreement.field for disagreement in event.disagreements),
        "documents": "; ".join(report.document for report in event.reports),
    }


def _country(code: str | None) -> str:
    return f" ({code})" if code else ""


def print_events(found: Sequence[Event]) -> None:
    """Prints events as a table."""
    if not found:
        print("no events", file=sys.stderr)
        return
    disputed = any(event.disagreements for event in found)
    table = ruled_table()
    table.add_column("Id", style="dim", no_wrap=True)
    table.add_column("When", no_wrap=True)
    table.add_column("Kind")
    table.add_column("Status", no_wrap=True)
    table.add_column("Event", ratio=1)
    table.add_column("Src", justify="right", no_wrap=True)
    if disputed:
        table.add_column("≠", style="yellow")
    for event in found:
        table.add_row(*_row(event)[: 7 if disputed else 6])
    show(table)


def _row(event: Event) -> list[Text]:
    fields = dict.fromkeys(disagreement.field for disagreement in event.disagreements)
    cells = (
        event.id,
        days_words(event.start, event.end),
        event.kind,
        event.status,
        event.title,
        f"{event.independent_sources}/{event.sources}",
        ", ".join(fields),
    )
    return [Text(cell) for cell in cells]
