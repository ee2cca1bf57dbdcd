"""The text of a report with the spans of its claims marked: pieces that a template writes one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

__all__ = ["Mark", "Piece", "paragraphs"]


class Mark(msgspec.Struct, frozen=True):
    """A span to be marked, the kind of claim that it belongs to, and the claim's anchor in the page.

    A ``later`` one is not the first of its claim, at which the anchor stands.
    """

    start: int
    end: int
    kind: str
    anchor: str
    later: bool = False


class Piece(msgspec.Struct, frozen=True):
    """Words in which no mark begins or ends; ``anchors`` are those of the marks that begin here."""

    text: str
    kinds: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


def paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Piece, ...]]:
    """The lines of a text that are not blank, each cut where a mark begins or ends."""
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start:
            yield tuple(_pieces(text, start, end, [m for m in marks if m.start < end and m.end > start]))
        start += len(line)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    cuts = {start, end, *(m.start for m in marks), *(m.end for m in marks)}
    for left, right in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
        here = [mark for mark in marks if mark.start < right and mark.end > left]
        yield Piece(
            text[left:right],
            tuple(dict.fromkeys(mark.kind for mark in here)),
            tuple(dict.fromkeys(mark.anchor for mark in here)),
            tuple(mark.anchor for mark in here if mark.start == left and not mark.later),
        )
