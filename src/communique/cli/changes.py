"""``communique changes``: what changed about events and documents, and when."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath, between
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import ruled_table, show
from communique.record import Entry
from communique.types import UsageError
from communique.types.words import counted

__all__ = ["changes"]

_COLUMNS = "at change event document detail".split()


def changes(
    *,
    since: Annotated[str | None, Parameter(help="From this day, month, year or moment on, in UTC.")] = None,
    event: Annotated[str | None, Parameter(help="Of one event; its id may be shortened.")] = None,
    format: Annotated[Format, Parameter(help="How to write them.")] = "table",
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """List what changed, oldest first, as a table, JSON, JSON Lines or CSV."""
    start = _moment(since)
    with reading_record(record) as opened:
        if event is not None:
            known = opened.event(event)
            gone = bool(opened.changes(event))  # one that was merged away or withdrawn has its own rows
            if known is None and not gone:
                raise UsageError(f"{event}: no event of the record has this id")
            event = event if gone or known is None else known.id
        found = opened.changes(event, start)
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=_print)
    return 0


def _moment(since: str | None) -> date | datetime | None:
    if since is None or "T" not in since:
        return between(since, None)[0]
    try:
        return datetime.fromisoformat(since)
    except ValueError as error:
        raise UsageError(f"--since: {since} is no moment; write 2024-05-13T09:00Z") from error


def _cells(entry: Entry) -> dict[str, str | None]:
    detail = msgspec.json.encode(entry.detail).decode()
    return {"at": entry.at, "change": entry.change, "event": entry.event, "document": entry.document, "detail": detail}


def _print(found: Sequence[Entry]) -> None:
    if not found:
        print("no changes", file=sys.stderr)
        return
    table = ruled_table()
    for heading in ("When (UTC)", "Change", "Of", "What"):
        table.add_column(heading, no_wrap=heading != "What", ratio=1 if heading == "What" else None)
    for entry in found:
        of = entry.event or entry.document or ""
        table.add_row(*map(Text, (entry.at[:19].replace("T", " "), entry.change, of, _told(entry))))
    show(table)


def _told(entry: Entry) -> str:
    """The detail in words."""
    detail = entry.detail
    if entry.change == "judged":
        return _judged(detail)
    if "fields" in detail:
        fields = ", ".join(detail["fields"])
        return "; ".join(part for part in (fields, counted(detail["sources"], "report")) if part)
    parts = (
        detail.get("title"),
        f"into {detail['into']}" if "into" in detail else None,
        f"from {detail['from']}" if "from" in detail else None,
        f"codebook {detail['codebook']} before" if "codebook" in detail else None,
    )
    return " ".join(part for part in parts if part)


def _judged(detail: dict[str, Any]) -> str:
    value = f" {detail['field']} {detail.get('value', 'unknown')}" if "field" in detail else ""
    revoked = f" {detail['revokes']}" if "revokes" in detail else ""
    note = f" ({detail['note']})" if "note" in detail else ""
    return f"judgement {detail['judgement']} by {detail['who']}: {detail['verdict']}{value}{revoked}{note}"
