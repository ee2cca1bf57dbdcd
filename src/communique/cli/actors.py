"""``communique actors``: who takes part in the events that are asked for, in the form that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, Choice, RecordPath, choose
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import is_narrow, ruled_table, show
from communique.record import ActorSeen
from communique.types.words import present

__all__ = ["actors"]

_COLUMNS = "id name kind country offices events first_day last_day".split()


def actors(
    *,
    format: Annotated[Format, Parameter(help="How to write them.")] = "table",
    choice: Choice | None = None,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """List the actors of events, those with the most events first."""
    with reading_record(record) as opened:
        found = opened.actors(choose(choice))
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=_print)
    return 0


def _cells(seen: ActorSeen) -> dict[str, object]:
    actor = seen.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "offices": "; ".join(seen.offices),
        "events": seen.events,
        "first_day": seen.first,
        "last_day": seen.last,
    }


def _print(found: Sequence[ActorSeen]) -> None:
    if not found:
        print("no actors", file=sys.stderr)
        return
    show(_table(found, narrow=is_narrow()))


def _table(found: Sequence[ActorSeen], *, narrow: bool) -> Table:
    """A row an actor; a narrow page has no room for the days."""
    table = ruled_table()
    table.add_column("Events", justify="right", no_wrap=True)
    table.add_column("Actor", ratio=1)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Country", no_wrap=True)
    table.add_column("Offices", ratio=1)
    if not narrow:
        table.add_column("From", no_wrap=True)
        table.add_column("To", no_wrap=True)
    table.add_column("Id", style="dim", no_wrap=True)
    for seen in found:
        actor = seen.actor
        days = (present(day.isoformat() if day else None) for day in (seen.first, seen.last))
        known = (str(seen.events), actor.name, actor.kind, present(actor.country), ", ".join(seen.offices))
        table.add_row(*map(Text, (*known, *(() if narrow else days), actor.id)))
    return table
