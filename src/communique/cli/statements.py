"""``communique statements``: who is reported to have said what, in the form that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath, between
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import is_narrow, ruled_table, show
from communique.record import StatementFilter
from communique.types import Said
from communique.types.words import origin, present, when_words

__all__ = ["statements"]

_COLUMNS = (
    "document source url publisher published speaker speaker_id office country kind text start end saying cue addressee"
).split()
_SHOWN = 160  # characters of a statement in a table


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class SaidChoice:
    """Which statements; all conditions must hold.

    Parameters
    ----------
    actor
        The speaker's id, or words of its name: "wang yi".
    country
        The speaker's country, ISO 3166-1 alpha-3: KEN.
    kind
        direct, indirect or mixed.
    from_
        Reported on or after this day, month or year: 2024-05-13, 2024-05, 2024.
    to
        Reported by the end of this day, month or year.
    text
        Words that stand in the statement; phrases in double quotes.
    """

    actor: str | None = None
    country: str | None = None
    kind: Literal["direct", "indirect", "mixed"] | None = None
    from_: Annotated[str | None, Parameter(name="--from")] = None
    to: str | None = None
    text: str | None = None


def statements(
    *,
    format: Annotated[Format, Parameter(help="How to write them.")] = "table",
    choice: SaidChoice | None = None,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """List what somebody is reported to have said, as a table, JSON, JSON Lines or CSV."""
    wanted = _wanted(choice or SaidChoice())
    with reading_record(record) as opened:
        found = opened.statements(wanted)
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=_print)
    return 0


def _wanted(choice: SaidChoice) -> StatementFilter:
    from_, to = between(choice.from_, choice.to)
    return StatementFilter(
        actor=choice.actor,
        country=choice.country,
        kind=choice.kind,
        from_=from_,
        to=to,
        text=choice.text,
    )


def _cells(said: Said) -> dict[str, str | int | None]:
    statement = said.statement
    speaker, addressee = statement.speaker, statement.addressee
    return {
        "document": said.document,
        "source": said.source,
        "url": said.url,
        "publisher": said.publisher,
        "published": said.published.edtf if said.published else None,
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.id if speaker else None,
        "office": speaker.office if speaker else None,
        "country": speaker.country if speaker else None,
        "kind": statement.kind,
        "text": statement.text,
        "start": statement.evidence.start,
        "end": statement.evidence.end,
        "saying": statement.saying,
        "cue": statement.cue,
        "addressee": addressee.name if addressee else None,
    }


def _print(found: Sequence[Said]) -> None:
    if not found:
        print("no statements", file=sys.stderr)
        return
    show(_table(found, narrow=is_narrow()))


def _table(found: Sequence[Said], *, narrow: bool) -> Table:
    """A row a statement; on a narrow page the kind stands below the speaker."""
    table = ruled_table()
    table.add_column("Reported", no_wrap=True)
    table.add_column("Speaker, kind" if narrow else "Speaker", ratio=2, overflow="fold")
    if not narrow:
        table.add_column("Kind", no_wrap=True)
    table.add_column("Words", ratio=5)
    table.add_column("Report", ratio=2, style="dim", overflow="fold")
    for said in found:
        day, speaker, kind, words, report = _row(said)
        table.add_row(*map(Text, (day, *((f"{speaker}\n{kind}",) if narrow else (speaker, kind)), words, report)))
    return table


def _row(said: Said) -> tuple[str, str, str, str, str]:
    statement = said.statement
    place = f"{origin(said)} {statement.evidence.start}:{statement.evidence.end}"
    speaker = statement.speaker.name if statement.speaker else None
    return when_words(said.published), present(speaker), statement.kind, _shortened(statement.text), place


def _shortened(text: str) -> str:
    """On one line, whole words, at most ``_SHOWN`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"
