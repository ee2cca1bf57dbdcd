"""The verb of the room: bytes → the list that they are, if they are one."""

from __future__ import annotations

import msgspec

from communique.sources.feeds._json_feed import json_feed_listing
from communique.sources.feeds._markup import decoded, root_of, safe
from communique.sources.feeds._outline import outline_listing
from communique.sources.feeds._sitemap import sitemap_listing
from communique.sources.feeds._xml_feed import xml_feed_listing
from communique.sources.feeds.listing import Item, Listing

__all__ = ["listing_of"]

_READERS = {
    "rss": xml_feed_listing,
    "rdf": xml_feed_listing,
    "feed": xml_feed_listing,
    "opml": outline_listing,
    "urlset": sitemap_listing,
    "sitemapindex": sitemap_listing,
}


def listing_of(data: bytes, url: str, content_type: str | None = None) -> Listing | None:
    """The list that ``data`` is; null where it is something else, as a web page is.

    ``url`` is the address of the list, which relative ones count from; ``content_type`` the header that came with
    it. What the content is counts, whatever the header says: many feeds are served as pages. ``ValueError``
    says why a list cannot be read.
    """
    text = decoded(data, content_type)
    if text.lstrip()[:1] == "{" and '"items"' in text:
        return json_feed_listing(text.lstrip(), url)
    reader = _READERS.get(root_of(text) or "")
    return None if reader is None else _distinct(reader(safe(text), url))


def _distinct(listing: Listing) -> Listing:
    """Each article once, as it is told first."""
    first: dict[object, Item] = {}
    for item in listing.items:
        first.setdefault(item.url or (item.id, item.title, item.html), item)
    return msgspec.structs.replace(listing, items=tuple(first.values()))
