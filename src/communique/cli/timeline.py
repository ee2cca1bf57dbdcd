"""``communique timeline``: events by date, a month at a time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, Choice, RecordPath, choose
from communique.cli._reading import reading_record
from communique.cli._terminal import show, write_json
from communique.types import Event
from communique.types.words import days_words

__all__ = ["timeline"]

_MARKS = {"happened": "●", "ongoing": "●", "planned": "○", "hypothetical": "○"}
_OFF = "×"
_STYLES = {"●": "", "○": "cyan", "×": "dim"}


def timeline(
    *,
    json: Annotated[bool, Parameter(negative=(), help="JSON instead of text.")] = False,
    choice: Choice | None = None,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Show events by date, a month at a time, with a mark for how they stand."""
    with reading_record(record) as opened:
        found = opened.events(choose(choice))
    if json:
        write_json(found)
    elif found:
        _print(found)
    else:
        print("no events", file=sys.stderr)
    return 0


def _print(events: Sequence[Event]) -> None:
    for number, (month, members) in enumerate(groupby(sorted(events, key=_order), key=_heading)):
        if number:
            show("")
        show(Text(month, style="bold"), _rows(list(members)))


def _order(event: Event) -> tuple[date, bool, date, str]:
    """Whole years before their months, whole months before their days."""
    start = event.start
    first = start.earliest if start and start.earliest else date.max
    last = start.latest if start and start.latest else date.max
    return (first, last.month == first.month and last.year == first.year, last, event.id)


def _heading(event: Event) -> str:
    start = event.start
    if start is None or start.earliest is None:
        return "Undated"
    if start.latest is None:
        return f"{start.earliest:%Y}"
    if (start.earliest.year, start.earliest.month) == (start.latest.year, start.latest.month):
        return f"{start.earliest:%B %Y}"
    return f"{start.earliest:%Y}" if start.earliest.year == start.latest.year else start.edtf


def _rows(events: Sequence[Event]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, style="dim")
    for event in events:
        mark = _MARKS.get(event.status, _OFF)
        table.add_row(f"  {mark}", days_words(event.start, event.end), _told(event, mark), event.id)
    return table


def _told(event: Event, mark: str) -> Text:
    place = f" · {event.place.name}" if event.place and event.place.name not in event.title else ""
    return Text(event.title + place, style=_STYLES[mark])
