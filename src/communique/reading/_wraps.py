"""Soft wraps: lines broken at a fixed width are joined to the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.reading._lines import Line, ends_sentence

__all__ = ["join_wraps"]

# Plain text mail and typewriter pages break at 60 to 100 columns (RFC 3676 asks for 78 at most);
# a page with longer lines was not broken at a fixed width.
_WIDEST = 120
_FEWEST_PAIRS = 3
_FULL = 0.6  # of the width: a word of a quarter of the line may have gone over to the next
_SHORT = 0.85  # a sentence that ends before this share of the width ends its paragraph
_ITEM = re.compile(r"(?:[-–—•*·▪♦>#]|\d{1,2}[.)]|\(?[a-z]\))\s|https?://|www\.", re.IGNORECASE)
_LOWER_START = re.compile(r"[a-zà-öø-ÿ]")


def join_wraps(lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines`` with those joined that are one paragraph, ``"\\n"`` between them shown as a blank.

    In a text broken at a fixed width, lines of a block are joined but where a sentence ends short of the
    width. In any other text, only a line that goes on in lower case is joined.
    """
    width = _wrap_width(lines)
    joined: list[list[Line]] = []
    for line in lines:
        if joined and _goes_on(joined[-1][-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return tuple(_join(group) for group in joined)


def _wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text is broken, or None."""
    width = max((len(line.text) for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if a.block == b.block and not _ITEM.match(b.text)]
    if width > _WIDEST or len(pairs) < _FEWEST_PAIRS:
        return None
    open_pairs = [b for a, b in pairs if len(a.text) >= _FULL * width and not ends_sentence(a.text)]
    lower = sum(_LOWER_START.match(b.text) is not None for b in open_pairs)
    wrapped = len(open_pairs) * 2 >= len(pairs) and lower * 3 >= len(open_pairs)
    return width if wrapped else None


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    if line.block != following.block or _ITEM.match(following.text) or line.text.endswith(":"):
        return False
    if width is None:
        return _is_mid_sentence(line, following)
    return not (ends_sentence(line.text) and len(line.text) < _SHORT * width) and not _ITEM.match(line.text)


def _is_mid_sentence(line: Line, following: Line) -> bool:
    if _LOWER_START.match(following.text) is None or len(line.text) < _WIDEST / 3:
        return False
    return line.text[-1].isalnum() or line.text[-1] == ","


def _join(group: Sequence[Line]) -> Line:
    if len(group) == 1:
        return group[0]
    first = group[0]
    text = first.text
    for line in group[1:]:
        text += " " * (line.offset - first.offset - len(text)) + line.text
    return Line.of(text, first.offset, first.block)
