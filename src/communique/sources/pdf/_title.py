"""What a PDF file is called: by its metadata where the first sheet bears them out, else by its largest letters."""

from __future__ import annotations

from collections.abc import Sequence

from communique.sources.pdf._lines import Line

__all__ = ["title_of"]

_LARGER = 1.15  # times the letters of the text
_LONGEST = 300
_BORNE_OUT = 0.8  # of the words of the title


def title_of(told: str | None, first: Sequence[Sequence[Line]], size: float) -> str | None:
    """The title: ``told`` by metadata, which often name another file, or the largest of the ``first`` paragraphs."""
    title = " ".join((told or "").split())
    words = title.lower().split()
    shown = {word for group in first for line in group for word in line.text.lower().split()}
    if words and sum(word in shown for word in words) >= _BORNE_OUT * len(words):
        return title[:_LONGEST]
    large = [group for group in first if group[0].size >= _LARGER * size]
    if not large:
        return None
    largest = max(large, key=lambda group: group[0].size)
    return " ".join(line.text for line in largest)[:_LONGEST]
