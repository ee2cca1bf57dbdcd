"""A page written out → its blocks of text, each in the box that it stands in.

One pass over the markup, without recursion, as pages may be nested deeper than any stack. What no reader
of the page sees (its head, hidden elements) or reads (its menus) is left behind here, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape
from types import MappingProxyType

from communique.sources.html._boxes import Block, Box, Layout, Moment
from communique.sources.html._elements import BLOCKS, MENUS, UNSEEN, VOID, attributes_of, is_unseen, naming_of
from communique.sources.html._ends import Menus, end_of

__all__ = ["lay_out"]

_ENDS = frozenset(f"/{tag}" for tag in BLOCKS)
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
    take_of, held, opened = _TAKES.get, writer.pieces, writer.opened
    for at in range(start, len(pieces)):
        written, _, text = pieces[at].partition(">")
        if written[:1] != "/":
            tag, _, attributes = written.partition(" ")
            take = take_of(tag, _Writer.open)
            if take is not None and not take(writer, tag, attributes):
                return _write_behind(pieces, _end_of_unseen(tag, attributes, pieces, at, menus, writer), writer)
        elif written in _ENDS:
            # Nothing is met more often, and a call of its own would cost as much again.
            if held:
                writer.end_block()
            if len(opened) > 1:
                opened.pop()
            if written == "/pre":
                writer.close(written)
        else:
            writer.close(written)
        if text and (held or not text.isspace()):
            writer.write(text)
    return len(pieces)


def _end_of_unseen(tag: str, attributes: str, pieces: Sequence[str], at: int, menus: Menus, writer: _Writer) -> int:
    """The place of the tag behind which a page is seen again; that at ``at`` itself where it opens a menu that is."""
    if tag not in MENUS:
        return end_of(tag, pieces, at)
    if end := menus.end_of(tag, at):
        writer.end_block()
        return end
    return at if writer.open_block(tag, attributes) else end_of(tag, pieces, at)


def _write_behind(pieces: Sequence[str], end: int, writer: _Writer) -> int:
    """Writes the text behind the tag at ``end``; the place of the next."""
    if end < len(pieces):
        writer.write(pieces[end].partition(">")[2])
    return end + 1


class _Writer:
    """Takes tags and text of a page in their order and writes down the layout.

    What takes a tag tells whether the element is seen; one that is not is not opened.
    """

    def __init__(self) -> None:
        self._boxes = [Box("", "", -1)]
        self._blocks: list[Block] = []
        self._moments: list[Moment] = []
        self.opened = [0]  # indices of boxes, the innermost last
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
        """The beginning of an element that is no block."""
        return not attributes or not is_unseen(attributes)

    def open_link(self, tag: str, attributes: str) -> bool:
        """The beginning of a link."""
        if attributes and is_unseen(attributes):
            return False
        self._links += 1
        return True

    def close(self, tag: str) -> None:
        """The end of what is not one of ``_ENDS``."""
        if tag == "/a":
            self._links = max(0, self._links - 1)
        elif tag == "/pre":
            self._preformatted = max(0, self._preformatted - 1)

    def open_time(self, tag: str, written: str) -> bool:
        """The beginning of a moment."""
        if written and is_unseen(written):
            return False
        attributes = attributes_of(written)
        if value := attributes.get("datetime"):
            self._moments.append(Moment(value, attributes.get("class", "").lower(), self.opened[-1]))
        return True

    def break_line(self, tag: str, attributes: str) -> bool:
        """A break in a line, hidden or not."""
        self.pieces.append("\n")
        return True

    def leave(self, tag: str, attributes: str) -> bool:
        """The beginning of what is not seen."""
        return False

    def open_block(self, tag: str, attributes: str) -> bool:
        """The beginning of a block."""
        if self.pieces:
            self._flush()
        naming = naming_of(tag, attributes)
        if naming.hidden:
            return False
        boxes, opened = self._boxes, self.opened
        boxes.append(Box(tag, naming.names, opened[-1], naming.parts, naming.id))
        opened.append(len(boxes) - 1)
        return True

    def open_preformatted(self, tag: str, attributes: str) -> bool:
        """The beginning of a block whose blanks are seen."""
        seen = self.open_block(tag, attributes)
        self._preformatted += seen
        return seen

    def rule(self, tag: str, attributes: str) -> bool:
        """A rule between blocks."""
        self.end_block()
        return True

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
            self._blocks.append(Block.of(shown, round(share * len(shown)), self.opened[-1]))

    def layout(self) -> Layout:
        """All that was written."""
        self._flush()
        return Layout(tuple(self._boxes), tuple(self._blocks), tuple(self._moments))


_Take = Callable[[_Writer, str, str], bool]
_TAKES: Mapping[str, _Take | None] = MappingProxyType(
    dict.fromkeys(UNSEEN | MENUS, _Writer.leave)
    | dict.fromkeys(VOID)
    | dict.fromkeys(BLOCKS - MENUS, _Writer.open_block)
    | {
        "a": _Writer.open_link,
        "br": _Writer.break_line,
        "hr": _Writer.rule,
        "pre": _Writer.open_preformatted,
        "time": _Writer.open_time,
    }
)
"""What takes each tag; none where it changes nothing."""


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
