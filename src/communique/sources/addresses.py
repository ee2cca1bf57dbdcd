"""An address, or a file that is a list, as a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from communique.sources._files import open_file, place_of
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources._reference import Reference
from communique.sources.articles import article_pages, item_id, item_pages, item_source
from communique.sources.feeds import Item, Listing, absolute, listing_of
from communique.sources.fetching import Fetched, Fetcher, gunzip, shown
from communique.sources.web import Web
from communique.types import InputError, Page

__all__ = ["address_pages", "fetched_listing", "list_file_pages", "reference_pages"]

_DEEPEST = 3
"""Lists of lists of lists: an outline that includes one, an index of sitemaps of one day."""
_LINK = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FEED = re.compile(r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)", re.IGNORECASE)


def address_pages(url: str, web: Web) -> Iterator[Page | InputError]:
    """The pages of an address: of an article one, of a feed or another list those of all articles that it tells of."""
    yield from _address_pages(url, web, web.discover, _DEEPEST, set())


def reference_pages(reference: Reference, web: Web) -> Iterator[Page | InputError]:
    """The pages of an article that a table refers to, with what it tells where they say nothing of it.

    None where the article is known. What the address holds may be a list as well.
    """
    told = Item(url=reference.url, title=reference.title, published=reference.published, publisher=reference.publisher)
    if web.needs(item_id(told, reference.place)):
        yield from _address_pages(reference.url, web, web.discover, _DEEPEST, set(), told)


def list_file_pages(path: Path, web: Web) -> Iterator[Page | InputError]:
    """The pages of the articles that a list in a file tells of."""
    place = place_of(path)
    with open_file(path) as stream:
        data = stream.read(ARTICLE_BYTES + 1)
    if len(data) > ARTICLE_BYTES:
        yield InputError(place, too_large())
        return
    try:
        listing = listing_of(data, place)
    except ValueError as error:
        yield InputError(place, str(error))
        return
    if listing is None:
        yield InputError(place, "no feed, list of feeds or sitemap that can be told")
        return
    yield from _listing_pages(listing, place, web, _DEEPEST, set())


def fetched_listing(fetched: Fetched, fetcher: Fetcher) -> Listing | None:
    """The list that was fetched; null where it is none. ``InputError`` where it cannot be read."""
    try:
        data = gunzip(fetched.body, fetcher.manner.size)
        return listing_of(data, fetched.url, fetched.headers.get("content-type"))
    except ValueError as error:
        raise InputError(shown(fetched.url), str(error)) from None


def _address_pages(
    url: str, web: Web, discover: bool, depth: int, seen: set[str], told: Item | None = None
) -> Iterator[Page | InputError]:
    seen.add(url)
    try:
        fetched = web.fetcher.fetch(url)
        listing = fetched_listing(fetched, web.fetcher)
        feed = _named_feed(fetched) if listing is None and discover else None
    except InputError as error:
        yield error
        return
    if listing is not None:
        yield from _listing_pages(listing, fetched.url, web, depth, seen)
    elif feed is not None:
        yield from _address_pages(feed, web, False, depth, seen)
    else:
        yield from article_pages(fetched, told)


def _named_feed(fetched: Fetched) -> str:
    """The first feed that a web page names (https://html.spec.whatwg.org/#rel-alternate)."""
    head = fetched.body[:ARTICLE_BYTES].decode("utf-8", "replace")
    for link in _LINK.finditer(head):
        told = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(link[0])}
        if "alternate" in told.get("rel", "").lower().split() and _FEED.match(told.get("type", "")):
            found = absolute(told.get("href"), fetched.url)
            if found is not None:
                return found
    raise InputError(shown(fetched.url), "the page names no feed")


def _listing_pages(listing: Listing, place: str, web: Web, depth: int, seen: set[str]) -> Iterator[Page | InputError]:
    for item in listing.items:
        # Another feed may tell of the same article under another of its addresses.
        known = item_id(item, place)
        if known in seen or item_source(item, place) in seen:
            continue
        seen.add(known)
        if web.needs(known):
            yield from item_pages(item, place, web.fetcher)
    for address in listing.lists:
        if address in seen:
            continue
        if depth == 0:
            yield InputError(shown(address), f"a list in lists {_DEEPEST} deep; read it by itself")
        else:
            yield from _address_pages(address, web, False, depth - 1, seen)
    if not listing.items and not listing.lists:
        yield InputError(shown(place), "it lists no articles")
