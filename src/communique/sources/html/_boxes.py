"""A parsed page → its blocks of text, each in the box that it stands in.

One pass over the tree, without recursion, as pages may be nested deeper than any stack. What no reader
of the page sees (scripts, templates, hidden elements) is left behind here, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import unescape
from types import MappingProxyType

import msgspec
from resiliparse.parse.html import HTMLTree

from communique.sources.html._names import Part, parts_of

__all__ = ["Block", "Box", "Layout", "Moment", "lay_out"]

_UNSEEN = frozenset(
    """script style noscript template svg math iframe object embed canvas video audio button select input
    textarea datalist head meta link title applet frameset noframes progress meter dialog rt rp
    amp-ad amp-embed amp-analytics""".split()
)
# The elements that HTML's own style sheet shows as blocks (WHATWG HTML, section 15.3), and AMP's.
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search
    section summary table tbody td tfoot th thead tr ul amp-img amp-carousel amp-sidebar""".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
# What a tree written out holds: elements whose text is no markup, comments, tags, the type of document, text.
_TOKEN = re.compile(
    r"""<(iframe|noembed|noframes|xmp|plaintext)\b.*?</\1>|<!--.*?-->
    |<(/?)([a-zA-Z][^\s/>]*)((?:\s=?[^\s=>]*="[^"]*")*)>|<[!?][^>]*>|([^<]+)""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
_HIDING = re.compile(r"\s(?:hidden|aria-hidden|style|class)=")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PARAGRAPH_BREAK = re.compile(r"(?: ?\n ?){2,}")
_SPACES = re.compile(r"  +")
_LINE_BREAK = re.compile(r" *\n *")
_NAMING = ("class", "role", "itemprop", "data-component", "data-testid")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TOPICS = ("tag-", "category-")  # classes that WordPress makes of what a post is about
_MOST_NAMES = 400  # characters; utility classes may be many, but say nothing
_SENTENCE = re.compile(r"[.!?。！？:…,;，][\"'”’»)\]]*(?:\s|$)")
_FEWEST_CHARACTERS = 30  # of prose
_NAMES_KEPT = 5000
_NEAR = 32  # open elements among which the one that is closed is looked for
_NONE = 1 << 30  # deeper than any element


class Box(msgspec.Struct, frozen=True, gc=False):
    """An element shown as a block.

    ``names`` are its classes, id, role and microdata, in lower case, ``parts`` what it is by them.
    """

    tag: str
    names: str
    parent: int
    parts: frozenset[Part] = frozenset()
    id: str | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
    """Text that stands for itself; ``linked`` of its characters are links. ``box`` is an index.

    ``prose`` counts the characters that are no link where the text looks like sentences; it is 0 elsewhere.
    """

    text: str
    linked: int
    box: int
    prose: int

    @classmethod
    def of(cls, text: str, linked: int, box: int) -> Block:
        """The block of ``text``, its prose counted."""
        plain = len(text) - 2 * linked
        return cls(text, linked, box, plain if plain >= _FEWEST_CHARACTERS and _SENTENCE.search(text) else 0)


class Moment(msgspec.Struct, frozen=True, gc=False):
    """What the ``datetime`` of a ``<time>`` says, and its names and box."""

    value: str
    names: str
    box: int


class Layout(msgspec.Struct, frozen=True):
    """Boxes, parents before children, the blocks and the moments, all in the order of the page."""

    boxes: tuple[Box, ...]
    blocks: tuple[Block, ...]
    moments: tuple[Moment, ...] = ()

    def tag(self, block: Block) -> str:
        """The tag of the innermost box around ``block``."""
        return self.boxes[block.box].tag

    def sums(self, weights: Sequence[float]) -> list[float]:
        """The weight of each box: that of all blocks in it, however deep."""
        sums = [0.0] * len(self.boxes)
        for block, weight in zip(self.blocks, weights, strict=True):
            sums[block.box] += weight
        for index in range(len(self.boxes) - 1, 0, -1):
            sums[self.boxes[index].parent] += sums[index]
        return sums

    def inside(self, top: int) -> list[bool]:
        """Of each box, whether it is ``top`` or lies in it."""
        inside = [False] * len(self.boxes)
        for index, box in enumerate(self.boxes):
            inside[index] = index == top or (index > 0 and inside[box.parent])
        return inside


def lay_out(tree: HTMLTree) -> Layout:
    """The layout of what a reader sees of ``tree``, out of which the elements are taken that nobody sees."""
    if tree.document is None:
        return Layout((Box("", "", -1),), ())
    for element in tree.document.query_selector_all("script, style, svg, noscript, template, select").values():
        element.decompose()
    writer = _Writer()
    # The tree written out is well formed, and is read four times as fast as its nodes are visited from Python.
    for _, closing, tag, attributes, text in _TOKEN.findall(tree.document.html):
        if text:
            writer.write(text)
        elif tag and closing:
            writer.close(tag)
        elif tag:
            writer.open(tag, attributes)
    return writer.layout()


class _Writer:
    """Takes tags and text of a page in their order and writes down the layout."""

    def __init__(self) -> None:
        self._boxes = [Box("", "", -1)]
        self._blocks: list[Block] = []
        self._moments: list[Moment] = []
        self._open: list[str] = []  # tags
        self._open_boxes = [(-1, 0)]  # depth and index, the innermost last
        self._pieces: list[str] = []
        self._linked = 0
        self._link = self._unseen = self._preformatted = _NONE  # depth of the element that is open

    def write(self, text: str) -> None:
        if self._unseen < _NONE:
            return
        if self._preformatted == _NONE:
            if text.isspace():
                if self._pieces:
                    self._pieces.append(" ")
                return
            text = _BLANKS.sub(" ", text)
        text = unescape(text) if "&" in text else text
        self._pieces.append(text)
        if self._link < _NONE:
            self._linked += len(text.strip())

    def open(self, tag: str, attributes: str) -> None:
        depth = len(self._open)
        if tag not in _VOID:
            self._open.append(tag)
        if self._unseen < _NONE:
            return
        if tag in _BLOCKS:
            self._open_block(tag, attributes, depth)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag not in _VOID and (tag in _UNSEEN or (attributes and _may_hide(attributes))):
            self._unseen = depth
        elif tag == "a":
            self._link = min(self._link, depth)
        elif tag == "time":
            self._tell_time(_attributes(attributes))

    def _open_block(self, tag: str, attributes: str, depth: int) -> None:
        self._flush()
        found = _attributes(attributes) if attributes else _NO_ATTRIBUTES
        box = _box(tag, found, self._open_boxes[-1][1])
        if "hidden" in box.parts or (found and _is_hidden(found)):
            self._unseen = depth
        elif tag != "hr":
            self._boxes.append(box)
            self._open_boxes.append((depth, len(self._boxes) - 1))
            if tag == "pre":
                self._preformatted = min(self._preformatted, depth)

    def _tell_time(self, attributes: Mapping[str, str]) -> None:
        if value := attributes.get("datetime"):
            self._moments.append(Moment(value, attributes.get("class", "").lower(), self._open_boxes[-1][1]))

    def close(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif not self._close_lost(tag):
            return
        depth = len(self._open)
        if depth <= self._unseen < _NONE:
            self._unseen = _NONE
            return
        if self._open_boxes[-1][0] >= depth:
            self._flush()
            while self._open_boxes[-1][0] >= depth:
                self._open_boxes.pop()
        if depth <= self._link:
            self._link = _NONE
        if depth <= self._preformatted:
            self._preformatted = _NONE

    def _close_lost(self, tag: str) -> bool:
        """Closes what stands open above ``tag``, if it is open: attributes with quotes in their names hide tags."""
        if tag not in self._open[-_NEAR:]:
            return False
        while self._open.pop() != tag:
            pass
        return True

    def _flush(self) -> None:
        """Ends the block that was being written; two line breaks in a row end a paragraph."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        linked, self._linked = self._linked, 0
        self._pieces.clear()
        if text.isspace():
            return
        share = linked / len(text)
        formatted = self._preformatted < _NONE
        parted = not formatted and "\n" in text
        for paragraph in _PARAGRAPH_BREAK.split(text) if parted else [text]:
            shown = paragraph.strip() if formatted else _tidy(paragraph)
            if shown:
                self._blocks.append(Block.of(shown, round(share * len(shown)), self._open_boxes[-1][1]))

    def layout(self) -> Layout:
        self._flush()
        return Layout(tuple(self._boxes), tuple(self._blocks), tuple(self._moments))


def _tidy(text: str) -> str:
    """``text`` without the blanks that a browser does not show."""
    text = _SPACES.sub(" ", text) if "  " in text else text
    return (_LINE_BREAK.sub("\n", text) if "\n" in text else text).strip()


def _attributes(attributes: str) -> dict[str, str]:
    found = dict(_ATTRIBUTE.findall(attributes))
    return {name: unescape(value) for name, value in found.items()} if "&" in attributes else found


def _may_hide(attributes: str) -> bool:
    if _HIDING.search(attributes) is None:
        return False
    found = _attributes(attributes)
    return _is_hidden(found) or "hidden" in parts_of(found.get("class", "")[:_MOST_NAMES].lower())


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and _HIDDEN_STYLE.search(attributes["style"][:_MOST_NAMES]) is not None


def _box(tag: str, attributes: Mapping[str, str], parent: int) -> Box:
    if not attributes:
        return Box(tag, "", parent)
    anchor = attributes.get("id") or None
    named = [attributes[name] for name in _NAMING if name in attributes]
    # The id of a heading is made of its own words.
    if anchor and tag not in _HEADINGS:
        named.append(anchor)
    names = _plain_names(" ".join(named)[:_MOST_NAMES]) if named else ""
    return Box(tag, names, parent, parts_of(names), anchor)


@lru_cache(maxsize=_NAMES_KEPT)
def _plain_names(named: str) -> str:
    return " ".join(name for name in named.lower().split() if not name.startswith(_TOPICS))
