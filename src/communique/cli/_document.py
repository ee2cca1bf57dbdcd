"""A document for people: where it is from, its text, what it claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import ndiff
from itertools import pairwise

from rich.table import Table
from rich.text import Text

from communique.cli._terminal import show
from communique.record import Version
from communique.types import Coding, Document, EventClaim, Figure, Statement
from communique.types.words import change_words, days_words, figure_words, place_words, present, quoted, when_words

__all__ = ["print_document"]


def print_document(coding: Coding, versions: Sequence[Version] = ()) -> None:
    """Prints the document's text with its claims below, and what was changed since earlier versions of it."""
    document = coding.document
    show(Text(document.title or document.id, style="bold"), Text(_origin(document), style="dim"), "")
    show(Text(document.text), "", _claims(coding))
    if coding.statements:
        show("", _statements(coding.statements))
    if coding.figures:
        show("", _figures(coding.figures))
    if versions:
        show("", Text("Earlier versions", style="bold"))
        for version, later in pairwise([*versions, None]):
            assert version is not None  # null only stands for the document as it is now
            show(*_changes(version, later.coding if later else coding))


def _changes(version: Version, later: Coding) -> Iterator[Text]:
    """Which version, from when to when, and the lines that the next one left out and put in."""
    yield Text(f"  {version.id} · read {version.added} · replaced {version.replaced}", style="dim")
    for line in ndiff(_lines(version.coding.document.text), _lines(later.document.text)):
        if line[0] in "+-":
            yield Text(f"    {line}", style="green" if line[0] == "+" else "red")


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _origin(document: Document) -> str:
    published = when_words(document.published) if document.published else "date of publication unknown"
    known = (document.id, document.publisher, document.agency, published, document.url or document.source)
    return " · ".join(value for value in known if value)


def _claims(coding: Coding) -> Table | Text:
    if not coding.events:
        return Text("No events are told.")
    table = Table.grid(padding=(0, 2))
    for _ in range(2):
        table.add_column()
    for claim in coding.events:
        table.add_row(Text(claim.kind, style="bold"), Text(_told(claim)))
        table.add_row("", Text(quoted(claim.evidence), style="dim"))
    return table


def _told(claim: EventClaim) -> str:
    who = ", ".join(f"{p.actor.name} ({p.role})" for p in claim.participants)
    where = place_words(claim.place) if claim.place else ""
    background = "background" if claim.salience == "background" else ""
    known = (claim.status, days_words(claim.start, claim.end), where, who, background)
    return " · ".join(value for value in known if value)


def _statements(statements: tuple[Statement, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()
    for statement in statements:
        speaker = statement.speaker.name if statement.speaker else None
        table.add_row(present(speaker), Text(f"{statement.kind}: {statement.text}"))
    return table


def _figures(figures: tuple[Figure, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()
    for figure in figures:
        known = (figure.of, when_words(figure.period) if figure.period else None, change_words(figure.change))
        table.add_row(Text(figure_words(figure)), Text(" · ".join(value for value in known if value)))
    return table
