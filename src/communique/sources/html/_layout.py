"""A page written out → its blocks of text, each in the box that it stands in.

One pass over the markup, without recursion, as pages may be nested deeper than any stack. What no reader
of the page sees (its head, hidden elements) or reads (its menus) is left behind here, and nothing else.
"""

from __future__ import annotations

import re
from html import unescape

from communique.sources.html._boxes import Block, Box, Layout, Moment
from communique.sources.html._elements import BLOCKS, MENUS, VOID, attributes_of, is_unseen, naming_of
from communique.sources.html._written import tags

__all__ = ["lay_out"]

# Text and what follows it: comments and types of document, closed blocks, a tag.
_TOKEN = re.compile(
    r"""([^<]*)(?:<!--.*?-->|<[!?][^>]*>
    |((?:</(?:div|li|ul|p|td|tr|section|article|tbody|table|h[1-6]|figure|header|main|ol|dd|dt|dl|nav|form)>\s*)+)
    |<(/?)([a-zA-Z][^\s/>]*)([^>]*)>|<|$)""",
    re.DOTALL | re.VERBOSE,
)
_BLANK = " \t\r\n\f"
_BLANKS = re.compile(f"[{_BLANK}]+")
_PARAGRAPH_BREAK = re.compile(r"(?: ?\n ?){2,}")
_SPACES = re.compile(r"  +")
_LINE_BREAK = re.compile(r" *\n *")


def lay_out(markup: str) -> Layout:
    """The layout of what a reader sees of a page, of which ``markup`` is what is ``written_out``."""
    writer = _Writer()
    at = 0
    while at < len(markup):
        at = _write_seen(markup, at, writer)
    return writer.layout()


def _write_seen(markup: str, at: int, writer: _Writer) -> int:
    """Writes what ``markup`` holds from ``at`` to the next element that is hidden; where that ends, or the end."""
    for found in _TOKEN.finditer(markup, at):
        text, closed, closing, tag, attributes = found.groups()
        if text:
            writer.write(text)
        if closed:
            writer.close_blocks(closed.count("<"))
        elif not tag:
            continue
        elif closing:
            writer.close(tag)
        elif tag in MENUS and (end := _menu_end(tag, markup, found.end())):
            writer.close_blocks(0)
            return end
        elif not writer.open(tag, attributes):
            return _end_of(tag, markup, found.end())
    return len(markup)


def _menu_end(tag: str, markup: str, at: int) -> int | None:
    """Where the menu ends that was opened before ``at``; null where it holds a headline or a moment, as some do."""
    end = _end_of(tag, markup, at)
    return None if any(markup.find(told, at, end) >= 0 for told in ("<h1", "<time")) else end


def _end_of(tag: str, markup: str, at: int) -> int:
    """Where the element ends that was opened before ``at``."""
    depth = 1
    for found in tags(tag).finditer(markup, at):
        if found[1] is not None:
            depth += -1 if found[1] else 1
            if not depth:
                return found.end()
    return len(markup)


class _Writer:
    """Takes tags and text of a page in their order and writes down the layout."""

    def __init__(self) -> None:
        self._boxes = [Box("", "", -1)]
        self._blocks: list[Block] = []
        self._moments: list[Moment] = []
        self._open = [0]  # indices of boxes, the innermost last
        self._pieces: list[str] = []
        self._linked = 0
        self._links = self._preformatted = 0  # elements that are open

    def write(self, text: str) -> None:
        """Text as it is written in markup."""
        if not self._pieces:
            text = text.lstrip(_BLANK)
            if not text:
                return
        if not self._preformatted:
            text = _with_spaces(text)
        if "&" in text:
            text = unescape(text)
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.strip())

    def open(self, tag: str, attributes: str) -> bool:
        """Whether the element is seen; it is not opened where it is not."""
        if tag in BLOCKS:
            return self._open_block(tag, attributes)
        if tag == "br":
            self._pieces.append("\n")
        elif tag not in VOID and is_unseen(tag, attributes):
            return False
        elif tag == "a":
            self._links += 1
        elif tag == "time":
            self._tell_time(attributes)
        return True

    def _open_block(self, tag: str, attributes: str) -> bool:
        if self._pieces:
            self._flush()
        if tag == "hr":
            return True
        naming = naming_of(tag, attributes)
        if naming.hidden:
            return False
        self._boxes.append(Box(tag, naming.names, self._open[-1], naming.parts, naming.id))
        self._open.append(len(self._boxes) - 1)
        if tag == "pre":
            self._preformatted += 1
        return True

    def _tell_time(self, written: str) -> None:
        attributes = attributes_of(written)
        if value := attributes.get("datetime"):
            self._moments.append(Moment(value, attributes.get("class", "").lower(), self._open[-1]))

    def close(self, tag: str) -> None:
        """The end of an element that is open."""
        if tag in BLOCKS:
            if tag == "pre":
                self._end_preformatted()
            self.close_blocks(1)
        elif tag == "a":
            self._links = max(0, self._links - 1)

    def _end_preformatted(self) -> None:
        self._flush()
        self._preformatted = max(0, self._preformatted - 1)

    def close_blocks(self, many: int) -> None:
        """The ends of so many blocks."""
        if self._pieces:
            self._flush()
        del self._open[max(1, len(self._open) - many) :]

    def _flush(self) -> None:
        """Ends the block that was being written; two line breaks in a row end a paragraph."""
        text = "".join(self._pieces)
        linked, self._linked = self._linked, 0
        self._pieces.clear()
        if not text or text.isspace():
            return
        share = linked / len(text)
        parted = not self._preformatted and "\n" in text
        for paragraph in _PARAGRAPH_BREAK.split(text) if parted else [text]:
            shown = paragraph.strip() if self._preformatted else _tidy(paragraph)
            if shown:
                self._blocks.append(Block.of(shown, round(share * len(shown)), self._open[-1]))

    def layout(self) -> Layout:
        """All that was written."""
        self._flush()
        return Layout(tuple(self._boxes), tuple(self._blocks), tuple(self._moments))


def _with_spaces(text: str) -> str:
    """``text`` with one space for any run of blanks."""
    kept = text.rstrip(_BLANK)
    if "\n" in kept or "  " in kept or "\t" in kept or "\r" in kept or "\f" in kept:
        kept = _BLANKS.sub(" ", kept)
    return f"{kept} " if len(kept) < len(text) and text[-1] in _BLANK else kept


def _tidy(text: str) -> str:
    """``text`` without the blanks that a browser does not show."""
    text = _SPACES.sub(" ", text) if "  " in text else text
    return (_LINE_BREAK.sub("\n", text) if "\n" in text else text).strip()
