"""``communique check``: whether a record is sound, and what to do where it is not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._terminal import show, write_json
from communique.record.checking import Checked, Fault
from communique.record.checking import check as look
from communique.record.checking import repair as mend
from communique.types.words import counted

__all__ = ["check"]

_FAULTY = 1
_REMEDIES = {
    "repair": "communique check --repair derives it anew",
    "restore": "restore the file from a copy; communique snapshot saves what can be read",
}


def check(
    *,
    deep: Annotated[bool, Parameter(negative=(), help="Derive every event again, and join all claims anew.")] = False,
    repair: Annotated[bool, Parameter(negative=(), help="Mend what can be derived anew, then check again.")] = False,
    json: Annotated[bool, Parameter(negative=(), help="JSON instead of text.")] = False,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Check that the record is sound; each fault is named with what to do."""
    found = look(record, deep=deep)
    if repair and found.faults:
        mend(record, found.faults, datetime.now(UTC).isoformat(timespec="seconds"))
        found = look(record, deep=deep)
    if json:
        write_json(found)
    else:
        _print(found)
    return _FAULTY if found.faults else 0


def _print(found: Checked) -> None:
    rows = ((found.documents, "document"), (found.claims, "claim"), (found.events, "event"), (found.changes, "change"))
    held = ", ".join(counted(number, what) for number, what in rows if number is not None)
    faults = counted(len(found.faults), "fault") if found.faults else "no faults"
    if found.faults:
        show(_table(found.faults), "")
    show(*(Text(f"Skipped: {words}") for words in found.skipped), Text(f"{held}: {faults}."))


def _table(faults: tuple[Fault, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for fault in faults:
        table.add_row(Text(fault.table, style="bold"), Text(_sentence(fault)))
    return table


def _sentence(fault: Fault) -> str:
    subject = f"{fault.id}: " if fault.id else ""
    return f"{subject}{fault.problem} → {_REMEDIES[fault.remedy]}"
