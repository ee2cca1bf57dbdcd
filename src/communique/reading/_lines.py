"""Lines of plain text and what their form shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

__all__ = ["Line", "ends_sentence", "is_cut", "same_words", "split_lines"]

_SENTENCE_WORDS = 8
_SURE_WORDS = 13
_LONG_WORDS = 25
_SAMPLE = 200
# A full stop, question or exclamation mark, then closing quotes and brackets; "…" ends no sentence.
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.?)[\"'”’»)\]]*$")
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_INITIALS_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
_ASCII_LOWER = bytes(range(256)).lower()
_ASCII_NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())


class Line(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the plain text that stands for itself: a line, or the lines of one wrapped paragraph.

    ``text`` has no blanks at its ends and is as long as the stretch at ``offset``: a line feed inside a
    wrapped paragraph shows as a blank. Lines of one ``block`` have no empty line between them. ``words``
    are parted by blanks; ``prose`` is whether the line is running text by its form.
    """

    text: str
    offset: int
    block: int
    words: int
    prose: bool

    @classmethod
    def of(cls, text: str, offset: int, block: int) -> Line:
        """The line of ``text``, counted and judged."""
        words = len(text.split())
        return cls(text, offset, block, words, _is_prose(text, words))

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.offset + len(self.text)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not empty."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    offset = block = 0
    for row in text.split("\n"):
        if stripped := row.strip():
            yield Line.of(stripped, offset + len(row) - len(row.lstrip()), block)
        else:
            block += 1
        offset += len(row) + 1


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a whole sentence does; an ellipsis is a cut, not an end."""
    return _SENTENCE_END.search(text, max(0, len(text) - 6)) is not None and not is_cut(text)


def is_cut(text: str) -> bool:
    """Whether ``text`` ends in an ellipsis."""
    return _ELLIPSIS.search(text, max(0, len(text) - 8)) is not None


def _is_prose(text: str, words: int) -> bool:
    """Eight words and a sentence's end, or a long line in any case: an article cut short by its page.

    A short line that ends in initials ("an ultimatum for the U.N.") is more often a headline, and a row
    of names or of capitals is a list.
    """
    if words < _SENTENCE_WORDS:
        return False
    if words < _LONG_WORDS and (not ends_sentence(text) or (words < _SURE_WORDS and _INITIALS_END.search(text))):
        return False
    sample = text[:_SAMPLE]
    fewest = -(-sample.count(" ") // 4)
    return len(_LOWER_WORD.findall(sample)) >= fewest


def same_words(text: str) -> str:
    """The letters and digits of ``text`` alone, by which repeated lines are known."""
    # Most of what is left out is ASCII, which bytes lose many times as fast.
    words = text.encode("utf-8", "surrogatepass").translate(_ASCII_LOWER, _ASCII_NO_WORD)
    if words.isascii():
        return words.decode("ascii")
    told = words.decode("utf-8", "surrogatepass")
    return (told if told.isalnum() else "".join(filter(str.isalnum, told))).casefold()
