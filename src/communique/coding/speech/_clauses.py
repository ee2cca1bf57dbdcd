"""What is said, clause by clause, read off words: cut at marks and at the words that join clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.coding.speech._tokens import tokens_within
from communique.parsing import Sentence, Token
from communique.types import Span

__all__ = ["Clause", "clauses"]

_WRITTEN_OUT = {"n't": "not", "n’t": "not", "wo": "will", "ca": "can", "'ll": "will", "’ll": "will"}
_MARKS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "(", ")", '"', "“", "”"})
_JOINING = frozenset(
    "and but or so that because as while which who if unless whether when although since after before".split()
)
_CONDITIONS = frozenset({"if", "unless", "whether", "when", "which", "who"})
_MAIN = frozenset({"", "and", "but", "that", *_MARKS})


class Clause(msgspec.Struct, frozen=True):
    """The words of a clause, lower case and written out ("will", "not"), behind the word or mark that opens it.

    ``starts`` and ``ends`` are where each of them stands; ``asked`` says that a question mark ends the clause.
    """

    opening: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    asked: bool = False

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.ends[-1]

    @property
    def is_said(self) -> bool:
        """Whether it says something: no question, no condition, and nothing about one who is named beside it."""
        return not self.asked and self.opening not in _CONDITIONS

    @property
    def is_main(self) -> bool:
        """Whether it stands for itself, or is joined to one that does."""
        return self.opening in _MAIN


def clauses(sentences: Sequence[Sentence], content: Span) -> Iterator[Clause]:
    """The clauses of a stretch of what is said, in order."""
    opening, held = "", list[Token]()
    for token in tokens_within(sentences, content):
        word = token.text.lower()
        if word not in _MARKS and word not in _JOINING:
            held.append(token)
            continue
        if held:
            yield _clause(opening, held, asked=word == "?")
        opening, held = word, []
    if held:
        yield _clause(opening, held, asked=False)


def _clause(opening: str, held: Sequence[Token], *, asked: bool) -> Clause:
    lower = (token.text.lower() for token in held)
    words = tuple(_WRITTEN_OUT.get(word, word) for word in lower)
    return Clause(opening, words, tuple(t.start for t in held), tuple(t.end for t in held), asked)
