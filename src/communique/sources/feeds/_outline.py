"""OPML (http://opml.org/spec2.opml) → the feeds that it lists, as feed readers export them."""

from __future__ import annotations

from urllib.parse import urljoin

from communique.sources.feeds._tree import local_name, tree_of
from communique.sources.feeds.listing import MOST_ITEMS, Listing

__all__ = ["outline_listing"]


def outline_listing(markup: bytes, url: str) -> Listing:
    """The feeds of the outline, at any depth, and the outlines that it includes; ``ValueError`` as of ``tree_of``."""
    found: list[str] = []
    for element in tree_of(markup).iter():
        if local_name(element) == "outline":
            told = {str(name).lower(): str(value).strip() for name, value in element.attrib.items()}
            address = told.get("xmlurl") or (told.get("url") if told.get("type", "").lower() == "include" else None)
            if address:
                found.append(address)
    return Listing(lists=tuple(dict.fromkeys(urljoin(url, address) for address in found))[:MOST_ITEMS])
