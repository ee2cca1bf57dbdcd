"""Records as HTML for notebooks: all text escaped, no scripts, colours that fit a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.types.claim import EventClaim
    from communique.types.coding import Coding
    from communique.types.document import Document
    from communique.types.event import Event, Report
    from communique.types.place import Place
    from communique.types.span import Span
    from communique.types.when import When

__all__ = ["coding_html", "event_html", "grid"]

# Half transparent, so that the page's own ground shows through, be it light or dark.
_EVENT, _STATEMENT, _FIGURE = "rgba(255,193,7,.35)", "rgba(33,150,243,.22)", "rgba(76,175,80,.30)"
_DIM = "opacity:.7"
_LEFT = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0"

_Mark = tuple["Span", str, str]
"""A stretch of the text, its colour, and what it is read as."""


def event_html(event: Event) -> str:
    """The event: facts, who took part, each report with its words, and where reports contradict each other."""
    people = [(p.role, p.actor.name, p.actor.office, p.actor.country) for p in event.participants]
    reports = [_report_cells(report) for report in event.reports]
    return "".join(
        (
            f"<div><b>{escape(event.title)}</b>",
            _line(event.id, event.kind, event.status, _days(event.start, event.end), _named(event.place)),
            grid(("role", "actor", "office", "country"), people),
            *(
                f"<div>≠ {escape(d.about or d.field)}: {escape(' / '.join(rival.value for rival in d.values))}</div>"
                for d in event.disagreements
            ),
            grid(("published", "report", "when", "status", "words"), reports),
            "</div>",
        )
    )


def coding_html(coding: Coding) -> str:
    """The document's text with the words marked from which events, statements and figures were read."""
    document = coding.document
    keys = (("event", _EVENT), ("statement", _STATEMENT), ("figure", _FIGURE))
    legend = " ".join(_marked(name, colour, name) for name, colour in keys)
    claims = [
        (claim.kind, claim.status, _days(claim.start, claim.end), _people(claim), claim.evidence.text)
        for claim in coding.events
    ]
    return "".join(
        (
            f"<div><b>{escape(document.title or document.id)}</b>",
            _line(document.id, document.publisher, _edtf(document.published), document.source),
            f"<div>{legend}</div>",
            f'<div style="white-space:pre-wrap;max-width:60em">{_text(document, _marks(coding))}</div>',
            grid(("kind", "status", "when", "who", "words"), claims),
            "</div>",
        )
    )


def grid(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; null is an empty cell."""
    head = "".join(f'<th style="{_LEFT}">{escape(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def _cell(value: object) -> str:
    return f'<td style="{_LEFT}">{"" if value is None else escape(str(value))}</td>'


def _line(*values: str | None) -> str:
    return f'<div style="{_DIM}">{escape(" · ".join(value for value in values if value))}</div>'


def _named(place: Place | None) -> str | None:
    return place.name if place else None


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _days(start: When | None, end: When | None) -> str:
    return " – ".join(dict.fromkeys(when.edtf for when in (start, end) if when is not None)) or "undated"


def _people(claim: EventClaim) -> str:
    return ", ".join(f"{p.actor.name} ({p.role})" for p in claim.participants)


def _report_cells(report: Report) -> tuple[str | None, ...]:
    claim = report.claim
    published = _edtf(report.published)
    name = report.publisher or report.agency or report.url or report.source
    return (published, name, _days(claim.start, claim.end), claim.status, claim.evidence.text)


def _marks(coding: Coding) -> Iterator[_Mark]:
    """What is marked, the narrower after the wider where one lies in another."""
    for statement in coding.statements:
        speaker = statement.speaker.name if statement.speaker else "somebody"
        yield from ((span, _STATEMENT, f"{speaker} says") for span in statement.content or (statement.evidence,))
    for claim in coding.events:
        yield claim.evidence, _EVENT, f"{claim.kind}, {claim.status}"
    for figure in coding.figures:
        yield figure.evidence, _FIGURE, f"{figure.value:g} {figure.unit or ''}".strip()


def _text(document: Document, marks: Iterable[_Mark]) -> str:
    """The text cut where a mark begins or ends; a stretch under several has the colour of the last."""
    found = list(marks)
    cuts = {0, len(document.text), *(place for span, _, _ in found for place in (span.start, span.end))}
    places = sorted(cuts)
    return "".join(_stretch(document.text, one, other, found) for one, other in pairwise(places))


def _stretch(text: str, start: int, end: int, marks: Sequence[_Mark]) -> str:
    over = [mark for mark in marks if mark[0].start <= start and end <= mark[0].end]
    if not over:
        return escape(text[start:end])
    return _marked(text[start:end], over[-1][1], "; ".join(dict.fromkeys(meaning for _, _, meaning in over)))


def _marked(text: str, colour: str, meaning: str) -> str:
    return f'<mark style="background:{colour};color:inherit" title="{escape(meaning)}">{escape(text)}</mark>'
