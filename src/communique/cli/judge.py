"""``communique judge``: what a person decides of events."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cyclopts import Parameter
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._judged import judged_lines, judgement_words
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import ruled_table, show
from communique.record import Standing, open_record
from communique.types import InputError, Judgement, UsageError, Verdict
from communique.types.words import counted

__all__ = ["judge"]

_COLUMNS = "number verdict events field value revokes who at note standing by now".split()
_decode = msgspec.json.Decoder(Standing).decode
Action = Verdict | Literal["list", "adopt"]


def judge(
    action: Annotated[Action, Parameter(help="same, different, reject, keep, set, undo, list or adopt.")],
    /,
    *arguments: Annotated[str, Parameter(help="Ids of events, and what the action takes beside them.")],
    by: Annotated[str | None, Parameter(help="Who judges; the user of the system by default.")] = None,
    note: Annotated[str | None, Parameter(help="Why, for those who come after.")] = None,
    format: Annotated[Format, Parameter(help="How to write the list.")] = "table",
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Decide what the program got wrong, undo it, or list what was decided."""
    if action == "list":
        _list(arguments, format, record)
    elif action == "adopt":
        _adopt(arguments, record)
    else:
        _decide(action, arguments, by, note, record)
    return 0


def _decide(verdict: Verdict, arguments: Sequence[str], by: str | None, note: str | None, record: Path) -> None:
    with open_record(record) as opened:
        if verdict == "undo":
            judged = opened.undo(_number(arguments), who=by, note=note)
        elif verdict == "set":
            if len(arguments) != _SET:
                raise UsageError("set takes an event, a field and a value: communique judge set ID start 2024-05-13")
            event, field, value = arguments
            judged = opened.judge("set", event, field=field, value=value, who=by, note=note)
        else:
            judged = opened.judge(verdict, *arguments, who=by, note=note)
        show(*judged_lines(opened, judged))


_SET = 3


def _number(arguments: Sequence[str]) -> int | None:
    if not arguments:
        return None
    if len(arguments) > 1 or not arguments[0].isdecimal():
        raise UsageError("undo takes the number of a judgement, or nothing for the last: communique judge undo 3")
    return int(arguments[0])


def _list(arguments: Sequence[str], format: Format, record: Path) -> None:
    if arguments:
        raise UsageError("list takes no arguments")
    with reading_record(record) as opened:
        write_list(opened.judgements(), format, columns=_COLUMNS, cells=_cells, table=_print)


def _cells(standing: Standing) -> dict[str, object]:
    judgement = standing.judgement
    own = {name: getattr(judgement, name) for name in _COLUMNS if hasattr(judgement, name)}
    held = {"standing": standing.standing, "by": standing.by, "now": "; ".join(standing.events)}
    return own | held | {"events": "; ".join(judgement.events)}


def _print(found: Sequence[Standing]) -> None:
    if not found:
        print("no judgements", file=sys.stderr)
        return
    table = ruled_table()
    for heading in ("No", "Judgement", "Standing", "By", "When", "Note"):
        table.add_column(heading, no_wrap=heading in ("No", "When"), ratio=1 if heading == "Note" else None)
    for standing in found:
        judgement = standing.judgement
        stands = standing.standing + (f" by {standing.by}" if standing.by is not None else "")
        cells = (str(judgement.number), judgement_words(judgement), stands, judgement.who, judgement.at[:16])
        table.add_row(*map(Text, (*cells, judgement.note or "")))
    show(table)


def _adopt(arguments: Sequence[str], record: Path) -> None:
    if len(arguments) != 1:
        raise UsageError("adopt takes a file that judge list --format jsonl of another record has written")
    judgements = _read(Path(arguments[0]))
    with open_record(record) as opened:
        adopted = opened.adopt(judgements)
    known = len(judgements) - len(adopted)
    show(Text(f"{counted(len(adopted), 'judgement')} adopted, {known} known already."))


def _read(path: Path) -> list[Judgement]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    return [_judgement(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _judgement(line: bytes, place: str) -> Judgement:
    try:
        return _decode(line).judgement
    except msgspec.DecodeError as error:
        raise InputError(place, str(error)) from error
