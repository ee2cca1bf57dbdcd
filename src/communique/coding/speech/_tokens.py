"""The tokens of a stretch of text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.parsing import Sentence, Token
from communique.types import Span

__all__ = ["tokens_within"]


def tokens_within(sentences: Sequence[Sentence], content: Span) -> Iterator[Token]:
    """The tokens of sentences that lie within ``content``, in order."""
    first = bisect_right(sentences, content.start, key=_start) - 1
    for sentence in sentences[max(0, first) :]:
        if sentence.start >= content.end:
            return
        yield from (t for t in sentence.tokens if content.start <= t.start and t.end <= content.end)


def _start(sentence: Sentence) -> int:
    return sentence.start
