"""``communique read``: documents into the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._sources import ColumnMap, Failures, ModelName, Source, Workers, check_sources, cores
from communique.cli._terminal import show, watched
from communique.cli._web import Discovery, manners
from communique.record import Reading, Record, open_record
from communique.running import code_document, code_new
from communique.sources import Web, columns_of
from communique.types import Coding, Document, Event, InputError
from communique.types.words import counted, days_words

__all__ = ["read"]

_SHOWN = 20
"""Events of each list; the others are counted."""
_AGAIN = "Fetch the articles of lists also where the record has them: one that was changed is a new version."
Again = Annotated[bool, Parameter(name="--again", negative="", help=_AGAIN)]


def read(
    *sources: Source,
    record: RecordPath = DEFAULT_RECORD,
    map: ColumnMap = None,
    again: Again = False,
    reach: Discovery | None = None,
    model: ModelName = None,
    workers: Workers = None,
) -> int:
    """Read documents into the record, and say what is new."""
    check_sources(sources)
    failures = Failures()
    with open_record(record, create=True, workers=workers or cores()) as opened:
        web = Web(**manners(reach)) if again else Web(known=opened.has, **manners(reach))
        found = code_new(sources, opened.knows, model=model, columns=columns_of(map), web=web)
        outcomes = _counted(found, failures)
        reading = opened.keep(outcomes, lambda document: code_document(document, model))
        _report(opened, reading, web.passed_over)
    return failures.exit_code


def _counted(
    outcomes: Iterable[Coding | Document | InputError], failures: Failures
) -> Iterator[Coding | Document | InputError]:
    with watched("documents read:") as progress:
        task = progress.add_task("", total=None)
        for outcome in outcomes:
            if isinstance(outcome, InputError):
                failures.name(outcome)
            yield outcome
            progress.advance(task)


def _report(record: Record, reading: Reading, passed_over: int) -> None:
    known = reading.known + passed_over
    counts = [
        counted(len(reading.documents), "new document"),
        f"{known} known already" if known else "",
        f"{len(reading.failed)} could not be read" if reading.failed else "",
    ]
    show(Text(", ".join(count for count in counts if count) + "."))
    changes = reading.changes
    _list(record, "new event", changes.added + changes.split)
    _list(record, "changed event", changes.updated)
    for verb, events in (("merged into others", changes.merged), ("withdrawn", changes.withdrawn)):
        if events:
            show(Text(f"{counted(len(events), 'event')} {verb}."))


def _list(record: Record, what: str, ids: Sequence[str]) -> None:
    if not ids:
        return
    found = [event for event in map(record.event, ids[:_SHOWN]) if event is not None]
    show(Text(f"{counted(len(ids), what)}:", style="bold"), _table(found))
    if len(ids) > _SHOWN:
        show(Text(f"  and {len(ids) - _SHOWN} more: communique events --record {record.path}"))


def _table(events: Sequence[Event]) -> Table:
    table = Table.grid(padding=(0, 2))
    for style in ("dim", "", "", ""):
        table.add_column(style=style, no_wrap=style == "dim")
    for event in sorted(events, key=_by_date):
        table.add_row(f"  {event.id}", days_words(event.start, event.end), event.status, event.title)
    return table


def _by_date(event: Event) -> tuple[bool, str, str]:
    return (event.start is None, event.start.edtf if event.start else "", event.id)
