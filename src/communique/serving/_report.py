"""The view of a report: its text with the words of its claims marked, and the claims beside it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from communique.serving._highlight import Mark, Piece, paragraphs
from communique.types import Coding, EventClaim, Figure, Statement

__all__ = ["ReportView", "report_view"]


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A coding, its text in pieces, and each claim with its anchor and, of an event claim, the event."""

    coding: Coding
    paragraphs: tuple[tuple[Piece, ...], ...]
    events: tuple[tuple[str, EventClaim, str | None], ...]
    statements: tuple[tuple[str, Statement], ...]
    figures: tuple[tuple[str, Figure], ...]


def report_view(coding: Coding, homes: Mapping[int, str]) -> ReportView:
    """All that the page of a report shows; ``homes`` tells the event of an event claim, by its place among them."""
    events = tuple((f"e{c.evidence.start}", c, homes.get(n)) for n, c in enumerate(coding.events))
    statements = tuple((f"s{s.evidence.start}", s) for s in coding.statements)
    figures = tuple((f"f{f.evidence.start}", f) for f in coding.figures)
    marks = [
        *(Mark(c.evidence.start, c.evidence.end, "event", anchor) for anchor, c, _ in events),
        *(
            Mark(span.start, span.end, "said", anchor)
            for anchor, s in statements
            for span in s.content or (s.evidence,)
        ),
        *(Mark(f.evidence.start, f.evidence.end, "figure", anchor) for anchor, f in figures),
    ]
    return ReportView(
        coding=coding,
        paragraphs=tuple(paragraphs(coding.document.text, _once(marks))),
        events=events,
        statements=statements,
        figures=figures,
    )


def _once(marks: list[Mark]) -> list[Mark]:
    """Each anchor at its first mark only: an id stands in a page once."""
    seen: set[str] = set()
    found = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        found.append(mark if mark.anchor not in seen else msgspec.structs.replace(mark, later=True))
        seen.add(mark.anchor)
    return found
