"""Which blocks of a page are the article.

Names come first: what a site itself calls a menu or a comment goes out, unless most of the page's prose stands
in it. Then mass: from the whole page, or from what the site calls the body, downwards into the box that holds nearly
all of the prose that is left. The headline and what stands between it and that box come with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.sources.html._boxes import Block, Layout

__all__ = ["Main", "main_of"]

_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "menu", "amp-sidebar", "search"))
_ROOTS = frozenset(("html", "body", "main", "article"))  # where themes write the state of the whole page
_LIST_TAGS = frozenset(("li", "td", "th", "dd", "pre"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_YEAR = re.compile(r"(?:19|20)(?<!\w\d\d)\d\d\b")  # begins so that the search for it is fast
_BY = re.compile(r"by\s", re.IGNORECASE)
_DATELINE = re.compile(r".{0,40}\b(?:19|20)\d\d\b")
_LONGEST_ABOUT, _MOST_ABOUT = 120, 6
# Shares found by trying a few round figures on the pages of evaluation.pages; none is sharp.
_MOST_FURNITURE = 0.4
_MOST_CAPTIONS = 0.2
_FEWEST_BODY = 0.6
_NEARLY_ALL = 0.8
_LINKED = 0.6
_LEDE = 3


class Main(msgspec.Struct, frozen=True):
    """The article's blocks in their ``layout``, headline first where it has one, and the captions of its pictures.

    ``about`` are short lines around headline and body that tell of day or writer, ``others`` the blocks of the page
    that are neither furniture nor article; ``top`` is the box of the body.
    """

    layout: Layout
    blocks: tuple[Block, ...]
    headline: Block | None = None
    about: tuple[Block, ...] = ()
    captions: tuple[Block, ...] = ()
    others: tuple[Block, ...] = ()
    top: int = 0

    @property
    def prose(self) -> int:
        """How many characters of prose the article has."""
        return sum(block.prose for block in self.blocks)


def main_of(layout: Layout) -> Main:
    """The article among the blocks of ``layout``."""
    masses = layout.sums([block.prose for block in layout.blocks])
    furniture = _furniture(layout, masses)
    captions = _captions(layout, masses)
    seen = [block for block in layout.blocks if not furniture[block.box]]
    kept = [block for block in seen if not captions[block.box]]
    top = _top(layout, kept)
    inside = layout.inside(top)
    first = next((index for index, block in enumerate(kept) if inside[block.box]), 0)
    headline = _headline(layout, kept, first, inside)
    article = _article(layout, kept, first, inside, headline)
    chosen = set(map(id, article))
    return Main(
        layout,
        tuple(article),
        headline,
        tuple(_about(layout, headline, article)),
        tuple(block for block in seen if captions[block.box]),
        tuple(block for block in kept if id(block) not in chosen),
        top,
    )


def _furniture(layout: Layout, masses: Sequence[float]) -> list[bool]:
    out = [False] * len(layout.boxes)
    most = _MOST_FURNITURE * masses[0]
    for index, box in enumerate(layout.boxes[1:], 1):
        if out[box.parent]:
            out[index] = True
        # Most boxes have no part.
        elif (box.parts or box.tag in _FURNITURE_TAGS) and box.tag not in _ROOTS:
            furniture = box.tag in _FURNITURE_TAGS or "furniture" in box.parts or "about" in box.parts
            out[index] = (furniture and masses[index] <= most) or "comments" in box.parts
    return out


def _captions(layout: Layout, masses: Sequence[float]) -> list[bool]:
    out = [False] * len(layout.boxes)
    most = _MOST_CAPTIONS * masses[0]
    for index, box in enumerate(layout.boxes[1:], 1):
        if out[box.parent]:
            out[index] = box.tag not in _ROOTS
        elif box.tag == "figcaption" or "caption" in box.parts:
            out[index] = masses[index] <= most and box.tag not in _ROOTS
    return out


def _top(layout: Layout, kept: Sequence[Block]) -> int:
    """The box with nearly all prose of ``kept`` whose own boxes share it out among them."""
    masses = Layout(layout.boxes, tuple(kept)).sums([block.prose for block in kept])
    fewest = _FEWEST_BODY * masses[0]
    bodies = [i for i, box in enumerate(layout.boxes) if masses[i] >= fewest and "body" in box.parts]
    top = max(bodies, key=masses.__getitem__, default=0)
    for index in range(top + 1, len(layout.boxes)):
        # Parents come before children, so that one pass goes all the way down.
        if masses[index] and layout.boxes[index].parent == top and masses[index] >= max(1, _NEARLY_ALL * masses[top]):
            top = index
    return top


def _headline(layout: Layout, kept: Sequence[Block], first: int, inside: Sequence[bool]) -> Block | None:
    """The last first-level heading above the body, in whatever box it stands, else the first one in it."""
    body = kept[first] if kept else None
    above = []
    for block in layout.blocks:
        if block is body:
            break
        if layout.tag(block) == "h1":
            above.append(block)
    within = (block for block in kept[first:] if inside[block.box] and layout.tag(block) == "h1")
    return above[-1] if above else next(within, None)


def _article(
    layout: Layout, kept: Sequence[Block], first: int, inside: Sequence[bool], headline: Block | None
) -> list[Block]:
    start = _lede_start(layout, kept, first, headline)
    body = [
        block
        for index, block in enumerate(kept)
        if (inside[block.box] or (start <= index < first and block.prose))
        and block.linked <= _LINKED * len(block.text)
        and block is not headline
    ]
    filled = _without_empty_sections(layout, body)
    while filled and not filled[-1].prose and layout.tag(filled[-1]) not in _LIST_TAGS:
        filled.pop()
    return [headline, *filled] if headline is not None and filled else filled


def _lede_start(layout: Layout, kept: Sequence[Block], first: int, headline: Block | None) -> int:
    """The index from which prose above the body belongs to it: the headline, else a few blocks above."""
    if headline is None:
        return max(0, first - _LEDE)
    place = next(index for index, block in enumerate(layout.blocks) if block is headline)
    below = set(map(id, layout.blocks[place:]))
    return next((index for index, block in enumerate(kept[:first]) if id(block) in below), first)


def _without_empty_sections(layout: Layout, blocks: Sequence[Block]) -> list[Block]:
    """``blocks`` without headings under which nothing was kept ("Related", "More in World")."""
    kept: list[Block] = []
    below = 0  # the level of the heading that comes next, deeper than all for text
    for block in reversed(blocks):
        level = _HEADINGS.get(layout.tag(block))
        if level is None or level == 1 or below > level or block.prose:
            kept.append(block)
            below = level or len(_HEADINGS) + 1
    return kept[::-1]


def _about(layout: Layout, headline: Block | None, article: Sequence[Block]) -> list[Block]:
    """Short lines around headline and first prose that hold a day or by their names the writer, the nearest first.

    First those from the headline to the first prose, then two above the headline, then three below the article.
    """
    blocks = layout.blocks
    places = {id(block): index for index, block in enumerate(blocks)}
    bodies = [places[id(block)] for block in article if block is not headline and id(block) in places]
    if not bodies:
        return []
    first = next((index for index in bodies if blocks[index].prose), bodies[0])
    start = places[id(headline)] if headline is not None else bodies[0] - 2
    above, below = range(start, start - 3, -1), range(bodies[-1], bodies[-1] + 5)
    near = dict.fromkeys([*range(start + 1, first), first - 1, *above, *range(first, first + 5), *below])
    lines = [blocks[index] for index in near if 0 <= index < len(blocks)]
    return [line for line in lines if _tells_about(layout, line)][:_MOST_ABOUT]


def _tells_about(layout: Layout, block: Block) -> bool:
    if len(block.text) > _LONGEST_ABOUT:
        return _DATELINE.match(block.text) is not None
    box = layout.boxes[block.box]
    named = "about" in box.parts or (box.parent >= 0 and "about" in layout.boxes[box.parent].parts)
    return named or _BY.match(block.text) is not None or _YEAR.search(block.text) is not None
