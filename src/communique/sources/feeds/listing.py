"""What a list of articles says."""

from __future__ import annotations

import msgspec

__all__ = ["MOST_ITEMS", "Item", "Listing"]

MOST_ITEMS = 5_000
"""Articles of one list that are taken, in its order; a news sitemap has 1,000 at most, a feed some dozens."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One article as its list tells of it.

    ``url`` is absolute; null where the list itself holds the article. ``id`` is the list's own name for it.
    ``published`` and ``changed`` are moments as the list writes them. ``html`` is what the list shows of the article,
    ``whole`` whether it says that this is all of it. ``publisher`` is the list's title.
    """

    url: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    html: str | None = None
    whole: bool = False
    publisher: str | None = None


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of a list, and the addresses of further lists."""

    items: tuple[Item, ...] = ()
    lists: tuple[str, ...] = ()
