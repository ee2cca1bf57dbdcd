"""Speech that is set off without quotation marks: the paragraphs behind "Minister Rao said:", as ministries print it.

They are the speaker's until a line stands in quotation marks, is a heading, or names the speaker as others would.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook.words import any_of
from communique.coding.speech._cues import saying_forms
from communique.coding.speech._quotations import Quotation
from communique.linking import Mention

__all__ = ["blocks"]

_ANNOUNCED = re.compile(r":\s*\n")
_PARAGRAPH = re.compile(r"[^\n]+")
_MARKS = "“”„«\"‘'`"
_SENTENCE_ENDS = (".", "!", "?", "…")
_CIRCUMSTANCE = 40
"""Characters between the word of saying and the colon: "said in a statement on Monday:"."""


def blocks(text: str, mentions: Sequence[Mention]) -> Iterator[Quotation]:
    """The paragraphs of speech without marks, each by itself, in order; ``mentions`` are in the order of the text."""
    if _ANNOUNCED.search(text) is None:
        return
    speakers: frozenset[str] = frozenset()
    for paragraph in _PARAGRAPH.finditer(text):
        line = paragraph[0].strip()
        start = paragraph.start() + paragraph[0].index(line)
        end = start + len(line)
        if line.endswith(":") and _opening().search(line) is not None:
            speakers = _named(mentions, start, end)
        elif speakers and line and _is_speech(line) and _named(mentions, start, end).isdisjoint(speakers):
            yield Quotation(start, end, start, end)
        elif line:
            speakers = frozenset()


@cache
def _opening() -> re.Pattern[str]:
    """A word of saying, and the colon that ends the line."""
    return re.compile(rf"\b(?:{any_of(saying_forms())})\b[^:\n{_MARKS}]{{0,{_CIRCUMSTANCE}}}:$")


def _is_speech(line: str) -> bool:
    return line[0] not in _MARKS and line[-1] in _SENTENCE_ENDS


def _named(mentions: Sequence[Mention], start: int, end: int) -> frozenset[str]:
    """Ids of the persons named, or told by office, between two places in the text."""
    first = bisect_left(mentions, start, key=_start)
    last = bisect_left(mentions, end, lo=first, key=_start)
    return frozenset(a.id for m in mentions[first:last] if m.form in ("person", "title") for a in m.actors)


def _start(mention: Mention) -> int:
    return mention.span.start
