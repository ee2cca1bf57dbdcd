"""How much one article may hold."""

from __future__ import annotations

__all__ = ["ARTICLE_BYTES", "too_large"]

ARTICLE_BYTES = 20_000_000
"""Longest article, or line of a table, in bytes. A long book has one or two million; what is longer
is a file of another kind, and reading it whole would let one bad line fill the memory."""


def too_large() -> str:
    """The reason given where the limit is passed."""
    return f"longer than {ARTICLE_BYTES // 1_000_000} MB, the most that one article may have; split it"
