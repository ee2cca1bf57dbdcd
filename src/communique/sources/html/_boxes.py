"""What a page is laid out in: boxes, the blocks of text in them, and the moments that it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.sources.html._names import Part

__all__ = ["Block", "Box", "Layout", "Moment"]

_SENTENCE = re.compile(r"[.!?。！？:…,;，][\"'”’»)\]]*(?:\s|$)")
_FEWEST_CHARACTERS = 30  # of prose


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
            if weight := sums[index]:
                sums[self.boxes[index].parent] += weight
        return sums

    def inside(self, top: int) -> list[bool]:
        """Of each box, whether it is ``top`` or lies in it."""
        inside = [False] * len(self.boxes)
        inside[top] = True
        for index in range(top + 1, len(self.boxes)):
            inside[index] = inside[self.boxes[index].parent]
        return inside
