"""The day in an element that its site calls a date, or behind a label: for pages that tell it nowhere else.

The day of a change is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from communique.sources.html._boxes import Layout
from communique.sources.html._ends import end_of
from communique.sources.html._shown_day import told_day

__all__ = ["named_day"]

_CALLED = re.compile(
    r'(?:class|id|itemprop)="[^"]*(?:[dD]ate|[dD]atum|[mM]eta|[tT]ime|[pP]ublish|[pP]osted|[bB]yline|[sS]ubline'
    r"|[sS]ubmitted|[aA]uth?or|[fF]echa|[pP]arution)"
)
# What no name of ``_CALLED`` lacks: most tags have none of it, which is told many times as fast.
_LIKE_A_NAME = re.compile("[dDmMtTpPbBsSaAfF](?:ate|atum|eta|ime|ublish|osted|yline|ub|ut|echa|arution)")
_LABEL = re.compile(r"(?:datum|stand|veröffentlicht|erschienen|erstellt|published|posted|date)\b")
_CHANGED = re.compile(r"modif|updat|chang|edit|änder|aktuali|bearbeit", re.IGNORECASE)
_TAG_END = re.compile("[ >]")
_BEGINNING = 60  # characters
_FEW_TAGS = 20  # inside an element that shows a day


def named_day(written: str, layout: Layout, language: str | None) -> date | None:
    """The first day in an element that is called one in ``written``, else the first behind a label in ``layout``."""
    return told_day(_called(written.split("<")[1:]), language) or told_day(_labelled(layout), language)


def _called(pieces: Sequence[str]) -> Iterator[str]:
    for at, piece in enumerate(pieces):
        tag = piece.partition(">")[0]
        if _LIKE_A_NAME.search(tag) and _CALLED.search(tag) and not _CHANGED.search(tag):
            text = _text(pieces[at : at + _FEW_TAGS])
            if not _CHANGED.search(text):
                yield text


def _text(pieces: Sequence[str]) -> str:
    """The beginning of the text in the element that the first of ``pieces`` opens."""
    end = end_of(_TAG_END.split(pieces[0], maxsplit=1)[0], pieces, 0)
    text = " ".join(piece.partition(">")[2] for piece in pieces[:end])
    return " ".join(unescape(text).split())[:_BEGINNING]


def _labelled(layout: Layout) -> Iterator[str]:
    return (block.text for block in layout.blocks if _LABEL.match(block.text[:_BEGINNING].lower()))
