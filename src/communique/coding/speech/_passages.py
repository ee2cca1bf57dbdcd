"""Passages: sentences as the reader of statements sees them, each quotation being one word of its own.

A sentence does not end inside a quotation ("'I came. I saw,' he said"), nor between a question or an exclamation in
quotation marks and the words that say whose it is ("'Who knows?' Rao asked").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.coding.speech._quotations import Quotation
from communique.linking import Linked, Mention
from communique.parsing import Sentence
from communique.types import Actor, Span

__all__ = ["Passage", "Reader", "Word", "is_title", "passages"]

_LONGEST = 400
"""Words of a passage worth reading: what is longer is a table."""
_MEMORY = 40
_SHORT = 14
"""Words of a sentence that does no more than name the speaker."""


class Word(msgspec.Struct, frozen=True):
    """A token, lower case in ``lower``, or a whole quotation, whose ``lower`` is empty."""

    lower: str
    start: int
    end: int
    quotation: Quotation | None = None


class Passage(msgspec.Struct, frozen=True):
    """The words of one or several sentences, and all of them in lower case.

    ``paragraph`` counts from 0, ``opens`` where it begins one.
    """

    words: tuple[Word, ...]
    lower: frozenset[str]
    paragraph: int
    opens: bool

    @property
    def quoted(self) -> list[Quotation]:
        """The quotations in it."""
        return [word.quotation for word in self.words if word.quotation is not None]


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is the title of a work: several words, the longer ones in capitals, no comma at its end."""
    inner = text[quotation.inner_start : quotation.inner_end]
    long = [word for word in inner.split() if len(word) > 3]
    comma = text[quotation.inner_end : quotation.inner_end + 1] == ","
    return len(inner.split()) > 1 and len(long) > 0 and all(word[0].isupper() for word in long) and not comma


class Reader:
    """The text with what linking knows of it, by the characters where it starts and ends."""

    def __init__(self, linked: Linked) -> None:
        self.text = linked.parse.text
        self.starting: Mapping[int, Mention] = {m.span.start: m for m in linked.mentions}
        self.ending: Mapping[int, Mention] = {m.span.end: m for m in linked.mentions}
        self.times: Mapping[int, int] = {t.span.start: t.span.end for t in linked.times}
        self.time_ends: Mapping[int, int] = {t.span.end: t.span.start for t in linked.times}
        self._mentions = linked.mentions
        named = (m.actors[0] for m in linked.mentions if m.form == "person")
        self.surnames: Mapping[str, Actor] = {actor.name.lower().split()[-1]: actor for actor in named}
        self._starts = [m.span.start for m in linked.mentions]
        self._ends = [m.span.end for m in linked.mentions]

    def covered(self, offset: int) -> bool:
        """Whether a mention holds the character at ``offset``."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and self._ends[place] > offset

    def latest(self, offset: int) -> Iterator[Mention]:
        """The mentions before the character at ``offset``, the nearest first; what lies far back is forgotten."""
        place = bisect_right(self._starts, offset - 1)
        yield from reversed(self._mentions[max(0, place - _MEMORY) : place])

    def span(self, start: int, end: int) -> Span:
        """The span of the text from ``start`` to ``end``."""
        return Span.of(self.text, start, end)

    def mentions(self, words: Sequence[Word]) -> list[tuple[int, Mention]]:
        """The mentions that begin at one of ``words``, with the index of that word."""
        return [(i, self.starting[w.start]) for i, w in enumerate(words) if w.start in self.starting]


def passages(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Passage]:
    """All passages of a text in order."""
    words: list[Word] = []
    paragraph, opens = 0, True
    for sentence, found in _words(sentences, quotations):
        for index, word in enumerate(found):
            if index and word.quotation is None:
                words.append(word)  # most words open nothing
                continue
            gap = text[words[-1].end : word.start] if words else ""
            if words and (_opens(words, word) if index else not _awaits_speaker(text, words, gap, sentence)):
                yield _passage(words, paragraph, opens)
                paragraph, opens = paragraph + ("\n" in gap), "\n" in gap
                words = []
            words.append(word)
    if words:
        yield _passage(words, paragraph, opens)


def _passage(words: Sequence[Word], paragraph: int, opens: bool) -> Passage:
    read = tuple(words[:_LONGEST])
    return Passage(read, frozenset([word.lower for word in read]), paragraph, opens)


def _words(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[tuple[Sentence, list[Word]]]:
    """The words that begin in each sentence; a quotation begins in one and may end in another."""
    waiting = iter(quotations)
    current = next(waiting, None)
    last: Quotation | None = None
    for sentence in sentences:
        found: list[Word] = []
        for token in sentence.tokens:
            while current is not None and current.end <= token.start:
                current = next(waiting, None)
            if current is None or token.end <= current.start:
                found.append(Word(token.text.lower(), token.start, token.end))  # as most are
            elif last is not current:
                found.append(Word("", current.start, current.end, current))
                last = current
        yield sentence, found


def _opens(words: Sequence[Word], word: Word) -> bool:
    """Whether a quotation begins a sentence: it stands behind a stop."""
    return word.quotation is not None and words[-1].quotation is None and words[-1].lower in (".", "?", "!")


def _awaits_speaker(text: str, words: Sequence[Word], gap: str, sentence: Sentence) -> bool:
    """Whether the words so far end in a question or an exclamation that is quoted, and a short sentence follows.

    Or in a quotation that ends in the middle of that sentence, as sentences were cut without regard to quotations.
    """
    quotation = words[-1].quotation
    if quotation is not None and quotation.end > sentence.start:
        return True
    asked = (
        quotation is not None and text[quotation.inner_end - 1 : quotation.inner_end] in ("?", "!") and "\n" not in gap
    )
    return asked and len(sentence.tokens) <= _SHORT
