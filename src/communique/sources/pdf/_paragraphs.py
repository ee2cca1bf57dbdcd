"""Lines in their order → paragraphs, words that were parted at a line's end made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from communique.sources.pdf._lines import Line

__all__ = ["body_size", "joined", "paragraphs"]

_SIZE = 0.12  # by which sizes of letters differ that are not the same
_LOOSE = 1.35  # times the usual distance of lines: one paragraph ends
_FAR = 3  # heights of a letter
_PIECE_GAP = 1.0
_MARK_GAP = 4.0  # from the mark of an item of a list to its text
_INDENT = 0.7  # heights of a letter
_SHORT = 0.88  # of the width of its column: the last line of a paragraph
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•▪■◦*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_MARK = re.compile(r"[•▪■◦*–—-]|\(?\w{1,3}[.)]")
_PARTED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_SMALL = re.compile(r"[^\W\d_]+")
# Words that keep the hyphen which is at the end of a line, as they have one in its middle (Chicago, 7.89).
_KEPT = frozenset(
    """all anti co counter cross ex half high inter long low mid multi near non post pre pro quasi re self semi short so
    sub two three four five six ten under vice well pan euro""".split()
)


def body_size(lines: Iterable[Line]) -> float:
    """The height of the letters of most of the text."""
    return median(size for line in lines for size in [line.size] * max(1, len(line.text)))


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """``lines`` in groups, each a paragraph."""
    pitch = _pitch(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from a line to the next, in heights of their letters."""
    steps = [(a.middle - b.middle) / a.size for a, b in pairwise(lines) if _follows(a, b)]
    return median(steps) if steps else 0.0


def _follows(line: Line, following: Line) -> bool:
    """Whether the two stand one below the other in a column."""
    below = 0 < line.middle - following.middle < _FAR * line.size
    return line.sheet == following.sheet and below and _overlaps(line, following)


def _overlaps(line: Line, other: Line) -> bool:
    return other.left < line.right and line.left < other.right


def _begins(group: Sequence[Line], line: Line, pitch: float) -> bool:
    """Whether ``line`` begins a paragraph after ``group``."""
    last = group[-1]
    if _is_beside(last, line):
        return _is_apart(last, line)
    if abs(line.size - last.size) > _SIZE * last.size or _ITEM.match(line.text):
        return True
    ends = _SENTENCE_END.search(last.text) is not None
    if not _follows(last, line):
        # In the next column or on the next sheet a sentence goes on.
        return ends
    loose = last.middle - line.middle > _LOOSE * pitch * line.size
    indented = line.left > min(_edge(group, line), last.left) + _INDENT * line.size
    return loose or indented or (ends and _is_short(group, line))


def _is_beside(last: Line, line: Line) -> bool:
    return line.sheet == last.sheet and abs(line.middle - last.middle) < max(last.size, line.size) / 2


def _is_apart(last: Line, line: Line) -> bool:
    """Whether two pieces of a row are cells, not parts of one line that differ in their letters."""
    near = _MARK_GAP if _MARK.fullmatch(last.text) else _PIECE_GAP
    return line.left - last.right > near * max(last.size, line.size)


def _edge(group: Sequence[Line], line: Line) -> float:
    """The left edge of the column of ``group``; its first line may be indented."""
    return min((each.left for each in group if each.sheet == line.sheet and _overlaps(each, line)), default=line.left)


def _is_short(group: Sequence[Line], line: Line) -> bool:
    width = max(each.right - each.left for each in (*group, line))
    return group[-1].right - group[-1].left < _SHORT * width


def joined(lines: Sequence[Line], words: frozenset[str]) -> str:
    """The text of a paragraph; ``words`` are those of the whole file, which tell how a parted word is written."""
    text = lines[0].text
    for line in lines[1:]:
        parted, rest = _PARTED.search(text), _SMALL.match(line.text)
        if parted and rest:
            keeps = _keeps_hyphen(parted[1], rest[0], words)
            text = (text if keeps and text[-1] != "\u00ad" else text[:-1]) + line.text
        else:
            text = f"{text} {line.text}"
    return text


def _keeps_hyphen(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether a word with its hyphen at a line's end has it in the middle of a line too."""
    if f"{before}-{after}".lower() in words:
        return True
    if (before + after).lower() in words:
        return False
    return not after[0].islower() or before.lower() in _KEPT
