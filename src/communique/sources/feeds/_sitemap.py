"""Sitemaps (https://www.sitemaps.org/protocol.html), with what Google's extension tells of news → articles."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from communique.sources.feeds._text import line_of
from communique.sources.feeds._tree import local_name, tree_of
from communique.sources.feeds._xml_feed import absolute
from communique.sources.feeds.listing import MOST_ITEMS, Item, Listing

__all__ = ["sitemap_listing"]


def sitemap_listing(markup: bytes, url: str) -> Listing:
    """The pages of a sitemap and the sitemaps of an index, the latest changed first; ``ValueError`` as of ``tree_of``.

    A site's index may name the pages of twenty years: where there are more than are taken, the latest are.
    """
    items: list[Item] = []
    lists: list[tuple[str, str]] = []
    for element in tree_of(markup):
        told = dict(_told(element))
        address = absolute(told.get("loc"), url)
        if address is None:
            continue
        if local_name(element) == "sitemap":
            lists.append((told.get("lastmod") or "", address))
        else:
            items.append(_item(address, told))
    items.sort(key=lambda item: item.published or item.changed or "", reverse=True)
    lists.sort(key=lambda one: one[0], reverse=True)
    return Listing(items=tuple(items[:MOST_ITEMS]), lists=tuple(address for _, address in lists[:MOST_ITEMS]))


def _told(element: etree._Element) -> Iterator[tuple[str, str | None]]:
    for part in element.iterdescendants():
        if part.text:
            yield local_name(part), line_of(part.text)


def _item(address: str, told: dict[str, str | None]) -> Item:
    return Item(
        url=address,
        title=told.get("title"),
        published=told.get("publication_date"),
        changed=told.get("lastmod"),
        publisher=told.get("name"),
    )
