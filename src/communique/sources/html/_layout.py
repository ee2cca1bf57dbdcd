"""A page written out → its blocks of text, each in the box that it stands in.

One pass over the markup, without recursion, as pages may be nested deeper than any stack. What no reader
of the page sees (its head, hidden elements) or reads (its menus) is left behind here, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from communique.sources.html._boxes import Block, Box, Layout, Moment
from communique.sources.html._elements import BLOCKS, MENUS, VOID, attributes_of, is_unseen, naming_of
from communique.sources.html._ends import Menus, end_of

__all__ = ["lay_out"]

_ENDS = frozenset(f"/{tag}" for tag in BLOCKS)
_EMPTY = VOID - {"br", "hr"}
_BLANK = " \t\r\n\f"
_BLANKS = re.compile(f"[{_BLANK}]+")
_PARAGRAPH_BREAK = re.compile(r"\n{2,}")
_SPACES = re.compile(r"  +")
_LINE_BREAK = re.compile(r" *\n *")


def lay_out(markup: str) -> Layout:
    """The layout of what a reader sees of a page, of which ``markup`` is what is ``written_out``."""
    # Each piece but the first is a tag without its "<", and the text behind it.
    before, *pieces = markup.split("<")
    writer, menus = _Writer(), Menus(pieces)
    writer.write(before)
    at = 0
    while at < len(pieces):
        at = _write_seen(pieces, at, menus, writer)
    return writer.layout()


def _write_seen(pieces: Sequence[str], start: int, menus: Menus, writer: _Writer) -> int:
    """Writes from the piece at ``start`` to the next element that is hidden; where that ends, or the end."""
    for at in range(start, len(pieces)):
        written, _, text = pieces[at].partition(">")
        tag, _, attributes = written.partition(" ")
        if tag in _ENDS:
            writer.close_block(tag)
        elif tag in BLOCKS:
            if tag in MENUS and (end := menus.end_of(tag, at)):
                writer.end_block()
                return _write_behind(pieces, end, writer)
            if not writer.open_block(tag, attributes):
                return _write_behind(pieces, end_of(tag, pieces, at), writer)
        elif tag not in _EMPTY and not writer.open(tag, attributes):
            return _write_behind(pieces, end_of(tag, pieces, at), writer)
        if text and (writer.pieces or not text.isspace()):
            writer.write(text)
    return len(pieces)


def _write_behind(pieces: Sequence[str], end: int, writer: _Writer) -> int:
    """Writes the text behind the tag at ``end``; the place of the next."""
    if end < len(pieces):
        writer.write(pieces[end].partition(">")[2])
    return end + 1


class _Writer:
    """Takes tags and text of a page in their order and writes down the layout."""

    def __init__(self) -> None:
        self._boxes = [Box("", "", -1)]
        self._blocks: list[Block] = []
        self._moments: list[Moment] = []
        self._open = [0]  # indices of boxes, the innermost last
        self.pieces: list[str] = []  # of the block that is being written
        self._linked = 0
        self._links = self._preformatted = 0  # elements that are open

    def write(self, text: str) -> None:
        """Text as it is written in markup."""
        if not self.pieces:
            text = text.lstrip(_BLANK)
            if not text:
                return
        if not self._preformatted:
            text = _with_spaces(text)
        if "&" in text:
            text = unescape(text)
        self.pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def open(self, tag: str, attributes: str) -> bool:
        """Takes a tag that is no block's; false where it opens an element that is not seen, which is not opened."""
        if tag == "/a":
            self._links = max(0, self._links - 1)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag[:1] == "/":
            pass
        elif is_unseen(tag, attributes):
            return False
        elif tag == "a":
            self._links += 1
        elif tag == "time":
            self._tell_time(attributes)
        return True

    def open_block(self, tag: str, attributes: str) -> bool:
        """Whether the block is seen; it is not opened where it is not."""
        if self.pieces:
            self._flush()
        if tag == "hr":
            return True
        naming = naming_of(tag, attributes)
        if naming.hidden:
            return False
        opened = self._open
        self._boxes.append(Box(tag, naming.names, opened[-1], naming.parts, naming.id))
        opened.append(len(self._boxes) - 1)
        if tag == "pre":
            self._preformatted += 1
        return True

    def _tell_time(self, written: str) -> None:
        attributes = attributes_of(written)
        if value := attributes.get("datetime"):
            self._moments.append(Moment(value, attributes.get("class", "").lower(), self._open[-1]))

    def close_block(self, tag: str) -> None:
        """The end of a block."""
        if self.pieces:
            self._flush()
        if tag == "/pre":
            self._preformatted = max(0, self._preformatted - 1)
        if len(self._open) > 1:
            self._open.pop()

    def end_block(self) -> None:
        """Ends the block of text that was being written, if any."""
        if self.pieces:
            self._flush()

    def _flush(self) -> None:
        """Two line breaks in a row end a paragraph."""
        text = "".join(self.pieces)
        linked, self._linked = self._linked, 0
        self.pieces.clear()
        if not text or text.isspace():
            return
        share = linked / len(text)
        for shown in [text.strip()] if self._preformatted else _paragraphs(text):
            self._blocks.append(Block.of(shown, round(share * len(shown)), self._open[-1]))

    def layout(self) -> Layout:
        """All that was written."""
        self._flush()
        return Layout(tuple(self._boxes), tuple(self._blocks), tuple(self._moments))


def _with_spaces(text: str) -> str:
    """``text`` with one space for any run of blanks."""
    # No blank but a space is printable, which is asked faster than for each of them.
    if "  " not in text and text.isprintable():
        return text
    kept = text.rstrip(_BLANK)
    if "\n" in kept or "  " in kept or "\t" in kept or "\r" in kept or "\f" in kept:
        kept = _BLANKS.sub(" ", kept)
    return f"{kept} " if len(kept) < len(text) and text[-1] in _BLANK else kept


def _paragraphs(text: str) -> list[str]:
    """``text`` without the blanks that a browser does not show, parted where it breaks the line twice."""
    text = _SPACES.sub(" ", text) if "  " in text else text
    text = (_LINE_BREAK.sub("\n", text) if "\n" in text else text).strip()
    if "\n\n" not in text:
        return [text]
    return [shown for paragraph in _PARAGRAPH_BREAK.split(text) if (shown := paragraph.strip())]
