"""A span: where in a document a value stands, and the words that stand there."""

from __future__ import annotations

from typing import Protocol

import msgspec

__all__ = ["Span", "Stretch"]


class Stretch(Protocol):
    """Whatever stands from one offset of a text to another."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of ``Document.text``.

    ``start`` and ``end`` are character offsets, half open, and ``text`` is exactly
    ``document.text[start:end]``; the invariant is tested on everything that is coded.
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end``; an empty or outlying stretch is an error."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}:{end} is outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Stretch) -> bool:
        """Whether it shares a character with another span, a token or a sentence."""
        return self.start < other.end and other.start < self.end
