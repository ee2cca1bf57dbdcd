"""Live blogs: one entry, one article, each with its own clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.sources.html._boxes import Block, Layout
from communique.sources.html._linked_data import text_of
from communique.sources.html._metadata import Metadata

__all__ = ["Entry", "entries_of"]

_FEWEST = 2
_HEADINGS = re.compile(r"h[1-6]$")


class Entry(msgspec.Struct, frozen=True):
    """One entry: its own headline, text, moment and anchor in the page, as far as it has them."""

    text: str
    title: str | None
    published: str | None
    anchor: str | None


def entries_of(layout: Layout, metadata: Metadata) -> tuple[Entry, ...]:
    """The entries of a live blog, as the page shows them, else as its JSON-LD tells them; empty for other pages."""
    shown = tuple(_shown(layout)) if len(layout.moments) >= _FEWEST else ()
    if len(shown) >= _FEWEST:
        return shown
    told = tuple(_told(metadata))
    return told if len(told) >= _FEWEST and "LiveBlogPosting" in metadata.types else ()


def _shown(layout: Layout) -> Iterator[Entry]:
    """Boxes that are called entries and have a ``<time>``; of boxes in each other the outermost."""
    owners = [-1] * len(layout.boxes)
    for index, box in enumerate(layout.boxes[1:], 1):
        owners[index] = owners[box.parent]
        if owners[index] < 0 and "live" in box.parts:
            owners[index] = index
    moments = {owners[moment.box]: moment.value for moment in reversed(layout.moments)}
    for index, owner in enumerate(owners):
        if index == owner and index in moments:
            blocks = [block for block in layout.blocks if owners[block.box] == index]
            if any(block.prose for block in blocks):
                yield _entry(layout, blocks, moments[index], layout.boxes[index].id)


def _entry(layout: Layout, blocks: Sequence[Block], moment: str, anchor: str | None) -> Entry:
    title = next((block.text for block in blocks if _HEADINGS.match(layout.tag(block))), None)
    kept = [block for block in blocks if block.linked * 2 <= len(block.text) and any(map(str.isalpha, block.text))]
    return Entry("\n\n".join(block.text for block in kept), title, moment, anchor)


def _told(metadata: Metadata) -> Iterator[Entry]:
    for update in metadata.updates:
        title, body = text_of(update.get("headline")), text_of(update.get("articleBody"))
        if body:
            text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
            anchor = (text_of(update.get("url")) or "").partition("#")[2] or None
            yield Entry(text, title, text_of(update.get("datePublished")), anchor)
