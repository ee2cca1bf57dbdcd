"""``communique review``: what is most doubtful, and the answers of a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.padding import Padding
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._judged import judged_lines
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import read_key, ruled_table, show
from communique.record import Doubt, Judged, Record, open_record
from communique.types import Event, Report, UsageError
from communique.types.words import counted, days_words, origin, place_words, quoted

__all__ = ["review"]

_COLUMNS = "doubt events titles reasons".split()
_QUOTED = 3
"""Reports of each event whose words are shown."""
_OF_TWO = "s same · d different"
_OF_ONE = "k keep: it is one · r reject: it is none"
_ALWAYS = "? skip · u undo · q quit"


def review(
    *,
    limit: Annotated[int, Parameter(help="How many questions at most.")] = 50,
    by: Annotated[str | None, Parameter(help="Who judges; the user of the system by default.")] = None,
    format: Annotated[
        Literal["ask"] | Format, Parameter(help="ask takes answers, the others list the questions.")
    ] = "ask",
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Go through what is most doubtful, and judge it with a key each."""
    if format == "ask":
        with open_record(record) as opened:
            _ask(opened, limit, by)
        return 0
    with reading_record(record) as opened:
        found = opened.doubts(limit)
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=_print)
    return 0


def _ask(record: Record, limit: int, by: str | None) -> None:
    """Asks the most doubtful first, each time of what is in doubt by then; the end of the input ends it."""
    answered: list[Judged] = []
    skipped: set[_Ids] = set()
    key = "?"
    while key not in ("q", "") and (doubt := _next(record, limit, skipped)) is not None:
        show(*_question(doubt, f"Question {len(answered) + len(skipped) + 1}"))
        key = read_key(f"[{_OF_TWO if len(doubt.events) > 1 else _OF_ONE} · {_ALWAYS}] ")
        if key == "?":
            skipped.add(_ids(doubt))
        elif key == "u":
            _undo(record, answered, by)
        elif key not in ("q", "") and (judged := _answer(record, _ids(doubt), key, by)) is not None:
            answered.append(judged)
            show(*judged_lines(record, judged))
    left = len(record.doubts(limit))
    show(Text(f"{counted(len(answered), 'answer')}, {f'{left} in doubt' if left else 'nothing is in doubt'}."))


_Ids = tuple[str, ...]


def _ids(doubt: Doubt) -> _Ids:
    return tuple(event.id for event in doubt.events)


def _next(record: Record, limit: int, skipped: Collection[_Ids]) -> Doubt | None:
    """The most doubtful of what was not skipped."""
    return next((doubt for doubt in record.doubts(limit) if _ids(doubt) not in skipped), None)


def _answer(record: Record, ids: _Ids, key: str, by: str | None) -> Judged | None:
    """The judgement that a key stands for; null where it is no answer to this question."""
    two: dict[str, Callable[[], Judged]] = {
        "s": lambda: record.judge("same", *ids, who=by),
        "d": lambda: record.judge("different", *ids, who=by),
    }
    one: dict[str, Callable[[], Judged]] = {
        "k": lambda: record.judge("keep", *ids, who=by),
        "r": lambda: record.judge("reject", *ids, who=by),
    }
    chosen = (two | {"k": two["d"]} if len(ids) > 1 else one).get(key)
    if chosen is None:
        show(Text(f"{key!r} is no answer to this question", style="yellow"))
        return None
    try:
        return chosen()
    except UsageError as error:
        show(Text(str(error), style="yellow"))
        return None


def _undo(record: Record, answered: list[Judged], by: str | None) -> None:
    """Takes back the last answer of this run."""
    if answered:
        show(*judged_lines(record, record.undo(answered.pop().judgement.number, who=by)))
    else:
        show(Text("nothing was answered yet; communique judge undo takes back what was judged before"))


def _question(doubt: Doubt, place: str) -> Iterator[Text | Padding]:
    asked = "Are these one event?" if len(doubt.events) > 1 else "Is this an event, as it is told?"
    yield Text(f"{place} · {asked}", style="bold")
    for event in doubt.events:
        yield _indented(Text(event.title, style="bold"))
        yield _indented(Text(_told(event), style="dim"))
        yield from (_indented(_quote(report)) for report in event.reports[:_QUOTED])
    yield from (_indented(Text(reason, style="dim")) for reason in doubt.reasons)


def _told(event: Event) -> str:
    known = (event.id, event.kind, event.status, days_words(event.start, event.end), place_words(event.place))
    return " · ".join((*known, counted(event.sources, "report")))


def _quote(report: Report) -> Text:
    return Text.assemble((f"{origin(report)}: ", "dim"), quoted(report.claim.evidence))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _cells(doubt: Doubt) -> dict[str, object]:
    return {
        "doubt": doubt.doubt,
        "events": " ".join(_ids(doubt)),
        "titles": "; ".join(event.title for event in doubt.events),
        "reasons": "; ".join(doubt.reasons),
    }


def _print(found: Sequence[Doubt]) -> None:
    if not found:
        print("nothing is in doubt", file=sys.stderr)
        return
    table = ruled_table()
    table.add_column("Doubt", no_wrap=True)
    table.add_column("Events", no_wrap=True, style="dim")
    table.add_column("What", ratio=1)
    table.add_column("Why", ratio=1)
    for doubt in found:
        titles = "\n".join(f"{event.title}, {days_words(event.start, event.end)}" for event in doubt.events)
        ids = "\n".join(_ids(doubt))
        table.add_row(*map(Text, (f"{doubt.doubt:.2f}", ids, titles, "; ".join(doubt.reasons))))
    show(table)
