"""The rows of a list, written without a template: a page has fifty, and a template takes longer for each of them
than it takes to find it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from communique.record import Line
from communique.serving._signs import sign
from communique.types.words import counted, days_words

__all__ = ["rows"]


def rows(lines: Iterable[Line]) -> Markup:
    """Each event as an item of a list: when, how it stands, what it is, and how many tell of it."""
    return Markup("".join(map(_row, lines)))


def _row(line: Line) -> str:
    status, own = escape(line.status), line.independent_sources
    told = f"{counted(own, 'independent source')}, {counted(line.sources, 'report')}"
    return (
        f'<li class="event {status}">\n<span class="when">{escape(days_words(line.start, line.end))}</span>\n'
        f'<span class="sign" title="{status}"><span aria-hidden="true">{sign(line.status)}</span>'
        f'<span class="hidden">{status}</span></span>\n'
        f'<span class="what">\n<a href="/events/{escape(line.id)}">{escape(line.title)}</a>\n'
        f'<span class="kind">{escape(line.kind)}</span>\n{_badges(line, status)}</span>\n'
        f'<span class="sources" title="{told}">{own}<span class="of">/{line.sources}</span></span>\n</li>\n'
    )


def _badges(line: Line, status: str) -> str:
    stands = f'<span class="badge {status}">{status}</span>\n' if line.status != "happened" else ""
    if not line.disagreements:
        return stands
    fields = escape(", ".join(dict.fromkeys(one.field for one in line.disagreements)))
    return f'{stands}<span class="badge disputed" title="Reports disagree on {fields}">≠ {fields}</span>\n'
