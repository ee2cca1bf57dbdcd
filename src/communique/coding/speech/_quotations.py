"""Quotations: the stretches of a text between quotation marks, whatever the marks.

Marks are matched inside a paragraph. A paragraph that opens a quotation and does not close it hands it on to the
next where that opens with a mark again (Chicago Manual of Style 13.32). A single mark may be an apostrophe: it opens
only before a word and closes only behind one, and not where a plural's possessive goes on ("the ministers' plan").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

import msgspec

__all__ = ["Quotation", "quotations"]

_CLOSERS = {"“": "”", "”": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'", "``": "''", "''": "''"}
_MARK = re.compile(r"``|''|[“”„«\"‘']")
_OPENING = "([{—–-/“«\"‘'"  # what may stand right before an opening mark, beside a space
_APOSTROPHES = frozenset({"'", "‘"})
_TRIES = 8
"""Marks after a single one among which the one that closes it is looked for."""
_PARAGRAPH = re.compile(r"[^\n]+")


class Quotation(msgspec.Struct, frozen=True):
    """A quotation with its marks (``start``, ``end``) and without (``inner_start``, ``inner_end``)."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text in order; one inside another is part of it."""
    if _MARK.search(text) is None:
        return ()
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found += _in_paragraph(text, paragraph.start(), paragraph.end())
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    position = start
    unclosed: set[str] = set()  # marks that nothing closes from here on: not looked for again
    while (mark := _MARK.search(text, position, end)) is not None:
        position = mark.end()
        if mark[0] in unclosed or not _opens(text, mark, start, end):
            continue
        close = _close(text, mark[0], mark.end(), end)
        if close is not None:
            yield _quotation(text, mark, close, close + len(mark[0]))
            position = close + len(mark[0])
        elif _runs_on(text, mark, start, end):
            yield _quotation(text, mark, end, end)
            return
        else:
            unclosed.add(mark[0])


def _runs_on(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a quotation without a closing mark goes on to the end of its paragraph: the next takes it up, or it
    opens this one.
    """
    sure = len(mark[0]) == 1 and mark[0] not in _APOSTROPHES
    return sure and (text[end : end + 8].lstrip()[:1] == mark[0] or not text[start : mark.start()].strip())


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return (before.isspace() or before in _OPENING) and not after.isspace()


def _close(text: str, mark: str, position: int, end: int) -> int | None:
    """Where the mark is closed; None where it is not."""
    found = (hit.start() for hit in islice(_closing(mark).finditer(text, position + 1, end), _TRIES))
    first = next(found, None)
    if first is None or mark not in _APOSTROPHES or not _possessive(text, first):
        return first
    return next((place for place in found if not _possessive(text, place)), first)


@cache
def _closing(mark: str) -> re.Pattern[str]:
    """What closes a mark: behind a word or another mark, and not before a letter or a figure."""
    closer = _CLOSERS[mark]
    return re.compile(rf"(?<=\S)(?:{closer if len(mark) > 1 else f'[{closer}]'})(?![^\W_])")


def _possessive(text: str, place: int) -> bool:
    return text[place - 1] == "s" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isalpha()


def _quotation(text: str, mark: re.Match[str], close: int, end: int) -> Quotation:
    inner = text[mark.end() : close]
    first = mark.end() + len(inner) - len(inner.lstrip())
    last = mark.end() + len(inner.rstrip().rstrip(",").rstrip())
    return Quotation(mark.start(), end, first, max(first, last))
