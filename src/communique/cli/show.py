"""``communique show``: one event with every report, one document with its claims, or one actor."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from communique.cli._actor import print_actor
from communique.cli._document import print_document
from communique.cli._event import print_event
from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._links import print_links, print_reasons
from communique.cli._reading import reading_record
from communique.cli._terminal import write_json
from communique.record import Profile, Record
from communique.types import Coding, Event, UsageError

__all__ = ["show"]


def show(
    id: Annotated[str, Parameter(help="An event's or a document's id, or the beginning of one; or an actor's id.")],
    /,
    *,
    why: Annotated[
        bool, Parameter(negative=(), help="Also tell why an event's reports were joined, and what nearly was.")
    ] = False,
    json: Annotated[bool, Parameter(negative=(), help="JSON instead of text.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Show one event with every report side by side, one document with its claims, or one actor with its events."""
    with reading_record(record) as opened:
        found = _find(opened, id)
        if json:
            write_json(found)
        elif isinstance(found, Event):
            _show_event(opened, found, why=why)
        elif isinstance(found, Profile):
            print_actor(found)
        else:
            print_document(found, opened.versions(found.document.id) if "@" not in id else ())
    return 0


def _show_event(record: Record, event: Event, *, why: bool) -> None:
    print_event(event)
    print_links(event, record.links(event.id))
    if why:
        print_reasons(event, record.joins(event.id), record.near_misses(event.id))


def _find(record: Record, id: str) -> Event | Coding | Profile:
    found = record.event(id) or record.document(id) or record.actor(id)
    if found is None:
        raise UsageError(f"{id}: no event, document or actor of the record has this id")
    return found
