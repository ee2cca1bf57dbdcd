"""Quotations: the stretches of a text between quotation marks, whatever the marks.

Marks are matched inside a paragraph. A paragraph that opens a quotation and does not close it hands it on to the
next where that opens with a mark again (Chicago Manual of Style 13.32). A single mark may be an apostrophe: it opens
only before a word and closes only behind one, and not where a plural's possessive goes on ("the ministers' plan").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

__all__ = ["Quotation", "quotations"]

_CLOSERS = {"“": "”", "”": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'", "``": "''", "''": "''"}
_MARK = re.compile(r"``|''|[“”„«\"‘']")
_OPENING = "([{—–-/“«\"‘'"  # what may stand right before an opening mark, beside a space
_PARAGRAPH = re.compile(r"[^\n]+")


class Quotation(msgspec.Struct, frozen=True):
    """A quotation with its marks (``start``, ``end``) and without (``inner_start``, ``inner_end``).

    ``goes_on`` says that the next paragraph takes it up.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    goes_on: bool = False


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
    while (mark := _MARK.search(text, position, end)) is not None:
        position = mark.end()
        if not _opens(text, mark, start, end):
            continue
        close = _close(text, mark[0], mark.end(), end)
        if close is not None:
            yield _quotation(text, mark, close, close + len(mark[0]))
            position = close + len(mark[0])
        elif (
            len(mark[0]) == 1
            and mark[0] not in "'‘"
            and (goes_on := _taken_up(text, mark[0], end)) | (not text[start : mark.start()].strip())
        ):
            yield msgspec.structs.replace(_quotation(text, mark, end, end), goes_on=goes_on)
            return


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    return (before.isspace() or before in _OPENING) and not after.isspace()


def _close(text: str, mark: str, position: int, end: int) -> int | None:
    """Where the mark is closed; None where it is not."""
    if len(mark) == 2:
        found = text.find("''", position, end)
        return found if found >= 0 else None
    closers = _CLOSERS[mark]
    doubtful = None
    for place in range(position + 1, end):
        if text[place] not in closers or not _may_close(text, place, end):
            continue
        if mark not in "'‘" or not _possessive(text, place):
            return place
        doubtful = place if doubtful is None else doubtful
    return doubtful


def _may_close(text: str, place: int, end: int) -> bool:
    after = text[place + 1] if place + 1 < end else " "
    return not text[place - 1].isspace() and not after.isalnum()


def _possessive(text: str, place: int) -> bool:
    return text[place - 1] == "s" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isalpha()


def _taken_up(text: str, mark: str, end: int) -> bool:
    """Whether the next paragraph opens with the same mark."""
    return text[end : end + 8].lstrip()[:1] == mark


def _quotation(text: str, mark: re.Match[str], close: int, end: int) -> Quotation:
    inner = text[mark.end() : close]
    first = mark.end() + len(inner) - len(inner.lstrip())
    last = mark.end() + len(inner.rstrip().rstrip(",").rstrip())
    return Quotation(mark.start(), end, first, max(first, last))
