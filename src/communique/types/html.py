"""Records as HTML for notebooks: all text escaped, no scripts, colours that fit a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.types.words import days_words, figure_words, origin, place_words

if TYPE_CHECKING:
    from communique.types.claim import EventClaim
    from communique.types.coding import Coding
    from communique.types.document import Document
    from communique.types.event import Event, Report
    from communique.types.span import Span
    from communique.types.when import When

__all__ = ["coding_html", "event_html", "grid"]

# Half transparent, so that the page's own ground shows through, be it light or dark.
_EVENT, _STATEMENT, _FIGURE = "rgba(255,193,7,.35)", "rgba(33,150,243,.22)", "rgba(76,175,80,.30)"
_DIM = "opacity:.7"
_LEFT = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0"

_SHORT = 24
"""Letters of a cell that is not broken: a date, a name."""

_Mark = tuple["Span", str, str]
"""A stretch of the text, its colour, and what it is read as."""


def event_html(event: Event) -> str:
    """The event: facts, who took part, each report with its words, and where reports contradict each other."""
    people = [(p.role, p.actor.name, p.actor.office, p.actor.country) for p in event.participants]
    reports = [_report_cells(report) for report in event.reports]
    return "".join(
        (
            f"<div><b>{escape(event.title)}</b>",
            _line(event.id, event.kind, event.status, days_words(event.start, event.end), place_words(event.place)),
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
        (claim.kind, claim.status, days_words(claim.start, claim.end), _people(claim), claim.evidence.text)
        for claim in coding.events
    ]
    return "".join(
        (
            f"<div><b>{escape(document.title or '')}</b>",
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
    words = "" if value is None else str(value)
    whole = ";white-space:nowrap" if len(words) <= _SHORT else ""
    return f'<td style="{_LEFT}{whole}">{escape(words)}</td>'


def _line(*values: str | None) -> str:
    return f'<div style="{_DIM}">{escape(" · ".join(value for value in values if value))}</div>'


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _people(claim: EventClaim) -> str:
    return ", ".join(f"{p.actor.name} ({p.role})" for p in claim.participants)


def _report_cells(report: Report) -> tuple[str | None, ...]:
    claim = report.claim
    published = _edtf(report.published)
    return (published, origin(report), days_words(claim.start, claim.end), claim.status, claim.evidence.text)


def _marks(coding: Coding) -> Iterator[_Mark]:
    """What is marked, the narrower after the wider where one lies in another."""
    for statement in coding.statements:
        speaker = statement.speaker.name if statement.speaker else "somebody"
        yield from ((span, _STATEMENT, f"{speaker} says") for span in statement.content or (statement.evidence,))
    for claim in coding.events:
        yield claim.evidence, _EVENT, f"{claim.kind}, {claim.status}"
    for figure in coding.figures:
        yield figure.evidence, _FIGURE, figure_words(figure)


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
