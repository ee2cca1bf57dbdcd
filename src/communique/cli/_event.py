"""An event for people: facts, reports side by side, disagreements, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli._judged import judgement_words
from communique.cli._terminal import is_narrow, ruled_table, show
from communique.types import Confirmation, Copies, Event, Judgement, Report, Rival, Stage, Status, When
from communique.types.words import (
    actor_words,
    counted,
    days_words,
    names_of,
    origin,
    people_words,
    place_words,
    present,
    quoted,
    when_words,
)

__all__ = ["print_event"]

_AHEAD: tuple[Status, ...] = ("planned", "postponed", "cancelled")
"""Of these the day told is not the day on which it took place."""


def print_event(event: Event) -> None:
    """Prints all that is known of ``event``."""
    reports = _folded(event)
    notes = {document: note for copies in event.copies for document, note in _copy_notes(copies, reports)}
    show(Text(event.title, style="bold"), Text(_summary(event), style="dim"), "", _facts(event), "")
    show(_narrow_table(reports, notes) if is_narrow() else _wide_table(reports, notes), "")
    names = names_of(event)
    if event.judgements:
        show(Text("Judged", style="bold green"), *(_indented(_judged(judgement)) for judgement in event.judgements), "")
    if event.disagreements:
        show(Text("Disagreements", style="bold yellow"))
        show(*(_indented(_rivals(d.about or d.field, d.values, " ≠ ", names)) for d in event.disagreements), "")
    if event.framing:
        show(Text("In other words", style="bold"))
        show(*(_indented(_rivals(f.thing, f.words, " / ", names)) for f in event.framing), "")
    show(Text("Evidence", style="bold"), *(_indented(_quote(report)) for report in reports))


def _judged(judgement: Judgement) -> Text:
    note = f": {judgement.note}" if judgement.note else ""
    told = f" by {judgement.who}, {judgement.at[:10]}{note}"
    return Text.assemble((f"{judgement.number}  {judgement_words(judgement)}", ""), (told, "dim"))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _summary(event: Event) -> str:
    plover = event.type + (f"/{event.mode}" if event.mode else "")
    cameo = f", CAMEO {event.cameo}" if event.cameo else ""
    sources = counted(event.sources, "report")
    independent = f"{event.independent_sources} independent"
    return f"{event.id} · {plover}{cameo} · {sources}, {independent} · confidence {event.confidence:.2f}"


def _facts(event: Event) -> Table:
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="bold", no_wrap=True)
    facts.add_column()
    facts.add_row("Kind", Text(event.kind))
    facts.add_row("Status", Text(event.status))
    facts.add_row("When", Text(_when(event.start, event.end)))
    facts.add_row("Where", Text(place_words(event.place)))
    for number, participant in enumerate(event.participants):
        who = f"{actor_words(participant.actor)} – {participant.role}"
        facts.add_row("" if number else "Who", Text(who))
    if len(event.history) > 1:
        facts.add_row("Course", Text(", ".join(map(_stage, event.history))))
    if event.confirmation is not None and event.sources > 1:
        facts.add_row("Told", Text(_told(event.confirmation)))
    if event.topics:
        facts.add_row("Topics", Text(", ".join(topic.name for topic in event.topics)))
    return facts


def _stage(stage: Stage) -> str:
    """``planned for 2024-04-08 (told 2024-04-02)``."""
    known = f" for {when_words(stage.start)}" if stage.start and stage.status in _AHEAD else ""
    return f"{stage.status}{known} (told {when_words(stage.published) if stage.published else 'undated'})"


def _told(found: Confirmation) -> str:
    """``2024-04-02 to 2024-04-10; by China itself``."""
    first, latest = when_words(found.first_published), when_words(found.latest_published)
    days = first if first == latest else f"{first} to {latest}"
    sides = (f"{'denied' if side.denies else 'confirmed'} by {side.name}" for side in found.sides)
    return "; ".join((days, *sides))


def _when(start: When | None, end: When | None) -> str:
    known = start or end
    return days_words(start, end) + (f" ({known.basis})" if known else "")


def _folded(event: Event) -> list[Report]:
    """The reports by date, copies below the first of their group or the one that they come from."""
    dated = sorted(event.reports, key=_published)
    places = {report.document: place for place, report in reversed(list(enumerate(dated)))}
    for copies in event.copies:
        first = min(places[document] for document in copies.reports)
        places |= dict.fromkeys(copies.reports, first)
    origins = {copies.origin for copies in event.copies}
    return sorted(dated, key=lambda report: (places[report.document], report.document not in origins))


def _copy_notes(copies: Copies, reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """What is said of each copy: whose it is, or with whom it shares its text where that is not known."""
    names = {report.document: origin(report) for report in reports if report.document in copies.reports}
    first = copies.origin or (None if copies.agency else next(iter(names)))
    source = names[copies.origin] if copies.origin else copies.agency
    for document in names:
        if document != first:
            yield document, f"copy of {source}" if source else f"same text as {names[first or document]}"


def _wide_table(reports: Sequence[Report], notes: Mapping[str, str]) -> Table:
    headings = ("Published", "Source", "When", "Where", "Who", "Status", "On whose word")
    return _table(headings, (_cells(report, notes) for report in reports))


def _narrow_table(reports: Sequence[Report], notes: Mapping[str, str]) -> Table:
    """Two cells in one where they are short: each report is still a row."""
    headings = ("Published", "Source", "When, where", "Who", "Status, word")
    rows = (
        (published, source, f"{when}\n{where}", who, f"{status}\n{word}")
        for published, source, when, where, who, status, word in (_cells(report, notes) for report in reports)
    )
    return _table(headings, rows)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = ruled_table()
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading in ("Published", "Status"))
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _published(report: Report) -> tuple[bool, str, str]:
    told = report.published
    return (told is None, told.edtf if told else "", report.document)


def _cells(report: Report, notes: Mapping[str, str]) -> tuple[str, str, str, str, str, str, str]:
    claim = report.claim
    said = claim.attribution
    word = (said.actor.name if said.actor else said.evidence.text) if said else None
    return (
        when_words(report.published),
        "\n↳ ".join(filter(None, (origin(report), notes.get(report.document)))),
        days_words(claim.start, claim.end),
        place_words(claim.place),
        people_words(claim),
        claim.status,
        present(word),
    )


def _rivals(of: str, values: Iterable[Rival], between: str, names: Mapping[str, str]) -> Text:
    sides = (f"{v.value} ({', '.join(names[d] for d in v.reports)})" for v in values)
    return Text.assemble((f"{of}: ", "bold"), between.join(sides))


def _quote(report: Report) -> Text:
    return Text.assemble((f"{origin(report)}: ", "dim"), quoted(report.claim.evidence))
