"""``communique show``: one event with every report, or one document with its claims."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from communique.cli._document import print_document
from communique.cli._event import print_event
from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._reading import reading_record
from communique.cli._terminal import write_json
from communique.record import Record
from communique.types import Coding, Event, UsageError

__all__ = ["show"]


def show(
    id: Annotated[str, Parameter(help="An event's or a document's id, or the beginning of one.")],
    /,
    *,
    json: Annotated[bool, Parameter(negative=(), help="JSON instead of text.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Show one event with every report side by side, or one document with its claims."""
    with reading_record(record) as opened:
        found = _find(opened, id)
    if json:
        write_json(found)
    elif isinstance(found, Event):
        print_event(found)
    else:
        print_document(found)
    return 0


def _find(record: Record, id: str) -> Event | Coding:
    found = record.event(id) or record.document(id)
    if found is None:
        raise UsageError(f"{id}: no event or document of the record has this id")
    return found
