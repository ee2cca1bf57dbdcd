"""What came of judging, in words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from communique.record import Changes, Judged, Recoding, Record
from communique.types import Judgement
from communique.types.words import counted

__all__ = ["changed_lines", "judged_lines", "judgement_words", "recoded_lines"]

_SHOWN = 20
"""Events of each list; the others are counted."""


def judgement_words(judgement: Judgement) -> str:
    """``same e4kq2x7na eb5gl2m3q``, ``set e4kq2x7na start 2024-05-13``, ``undo 3``."""
    value = (judgement.field, judgement.value or "unknown") if judgement.field else ()
    revoked = (str(judgement.revokes),) if judgement.revokes is not None else ()
    return " ".join((judgement.verdict, *judgement.events, *value, *revoked))


def judged_lines(record: Record, judged: Judged) -> Iterator[Text]:
    """The judgement with its number, what it overrules, and what it changed."""
    judgement = judged.judgement
    yield Text(f"Judgement {judgement.number} by {judgement.who}: {judgement_words(judgement)}", style="bold")
    for number in judged.overrules:
        yield Text(f"  overrules judgement {number}", style="yellow")
    told = list(changed_lines(record, judged.changes))
    yield from told or [Text("  no event changes")]


def changed_lines(record: Record, changes: Changes) -> Iterator[Text]:
    """A line for each event that is not what it was."""
    for what, ids in (
        ("new", changes.added),
        ("set apart", changes.split),
        ("changed", changes.updated),
        ("no event", changes.rejected),
        ("an event again", changes.restored),
    ):
        for id in ids[:_SHOWN]:
            event = record.event(id)
            yield Text(f"  {id} {what}" + (f": {event.title}" if event is not None else ""))
        if len(ids) > _SHOWN:
            yield Text(f"  and {len(ids) - _SHOWN} more {what}")
    for id in changes.merged:
        into = record.event(id)
        yield Text(f"  {id} is part of {into.id} now" if into is not None else f"  {id} is part of another now")
    for id in changes.withdrawn:
        yield Text(f"  {id} withdrawn: no report tells of it any more")


def recoded_lines(record: Record, recoding: Recoding) -> Iterator[Text]:
    """How many documents say something else now, and what that changed."""
    documents = counted(len(recoding.documents) + recoding.unchanged, "document")
    yield Text(f"{documents} coded anew, {len(recoding.documents)} of them say something else now.")
    yield from changed_lines(record, recoding.changes)
