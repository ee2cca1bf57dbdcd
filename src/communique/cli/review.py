"""``communique review``: what is most doubtful, and the answers of a person."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.padding import Padding
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._judged import judged_lines
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import read_key, ruled_table, show
from communique.record import Judged, Question, Record, open_record
from communique.types import Event, Report, UsageError, Verdict
from communique.types.words import counted, days_words, origin, place_words, quoted

__all__ = ["review"]

_COLUMNS = "doubt events document titles reasons".split()
_QUOTED = 3
"""Reports of each event whose words are shown."""
_OF_TWO = "s same · d different"
_OF_REPORT = "k keep: it is · d different: it is of another"
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
        found = opened.questions(limit)
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=_print)
    return 0


def _ask(record: Record, limit: int, by: str | None) -> None:
    """Asks the most doubtful first, each time of what is in doubt by then; the end of the input ends it."""
    answered: list[Judged] = []
    skipped: set[_Key] = set()
    key = "?"
    while key not in ("q", "") and (question := _next(record, limit, skipped)) is not None:
        show(*_shown(question, f"Question {len(answered) + len(skipped) + 1}"))
        key = read_key(f"[{_keys(question)} · {_ALWAYS}] ")
        if key == "?":
            skipped.add(_key(question))
        elif key == "u":
            _undo(record, answered, by)
        elif key not in ("q", "") and (judged := _answer(record, question, key, by)) is not None:
            answered.append(judged)
            show(*judged_lines(record, judged))
    left = len(record.questions(limit))
    show(Text(f"{counted(len(answered), 'answer')}, {f'{left} in doubt' if left else 'nothing is in doubt'}."))


_Key = tuple[str | None, ...]


def _key(question: Question) -> _Key:
    return (question.document, *(event.id for event in question.events))


def _next(record: Record, limit: int, skipped: Collection[_Key]) -> Question | None:
    """The most doubtful of what was not skipped."""
    return next((question for question in record.questions(limit) if _key(question) not in skipped), None)


def _keys(question: Question) -> str:
    if len(question.events) > 1:
        return _OF_TWO
    return _OF_REPORT if question.document is not None else _OF_ONE


def _answer(record: Record, question: Question, key: str, by: str | None) -> Judged | None:
    """The judgement that a key stands for; null where it is no answer to this question."""
    ids = [event.id for event in question.events]
    apart = ids if question.document is None else [*ids, question.document]
    meant: dict[str, tuple[Verdict, Sequence[str]]] = {
        "s": ("same", ids),
        "d": ("different", apart),
        "k": ("different", ids) if len(ids) > 1 else ("keep", ids),
        "r": ("reject", ids),
    }
    try:
        if key not in meant:
            raise UsageError(f"it takes {_keys(question)}")
        verdict, named = meant[key]
        return record.judge(verdict, *named, who=by)
    except UsageError as error:
        show(Text(f"{key!r} is no answer to this question: {error}", style="yellow"))
        return None


def _undo(record: Record, answered: list[Judged], by: str | None) -> None:
    """Takes back the last answer of this run."""
    if answered:
        show(*judged_lines(record, record.undo(answered.pop().judgement.number, who=by)))
    else:
        show(Text("nothing was answered yet; communique judge undo takes back what was judged before"))


def _shown(question: Question, place: str) -> Iterator[Text | Padding]:
    yield Text(f"{place} · {_asked(question)}", style="bold")
    for event in question.events:
        yield _indented(Text(event.title, style="bold"))
        yield _indented(Text(_told(event), style="dim"))
        yield from (_indented(_quote(report)) for report in _reports(event, question.document)[:_QUOTED])
    yield from (_indented(Text(reason, style="dim")) for reason in question.reasons)


def _asked(question: Question) -> str:
    if len(question.events) > 1:
        return "Are these one event?"
    if question.document is not None:
        return f"Is the report of {question.document} one of this event?"
    return "Is this an event, as it is told?"


def _reports(event: Event, document: str | None) -> Sequence[Report]:
    """The reports, that of the document first."""
    return sorted(event.reports, key=lambda report: report.document != document)


def _told(event: Event) -> str:
    known = (event.id, event.kind, event.status, days_words(event.start, event.end), place_words(event.place))
    return " · ".join((*known, counted(event.sources, "report")))


def _quote(report: Report) -> Text:
    return Text.assemble((f"{origin(report)}: ", "dim"), quoted(report.claim.evidence))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _cells(question: Question) -> dict[str, object]:
    return {
        "doubt": question.doubt,
        "events": " ".join(event.id for event in question.events),
        "document": question.document,
        "titles": "; ".join(event.title for event in question.events),
        "reasons": "; ".join(question.reasons),
    }


def _print(found: Sequence[Question]) -> None:
    if not found:
        print("nothing is in doubt", file=sys.stderr)
        return
    table = ruled_table()
    table.add_column("Doubt", no_wrap=True)
    table.add_column("Events", no_wrap=True, style="dim")
    table.add_column("What", ratio=1)
    table.add_column("Why", ratio=1)
    for question in found:
        titles = "\n".join(f"{event.title}, {days_words(event.start, event.end)}" for event in question.events)
        ids = "\n".join(event.id for event in question.events)
        table.add_row(*map(Text, (f"{question.doubt:.2f}", ids, titles, "; ".join(question.reasons))))
    show(table)
