"""Addresses → pages: an article from its address, completed by what a list says of it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from communique.sources._identity import article_id, identified
from communique.sources._texts import text_page
from communique.sources._webpages import web_pages
from communique.sources.feeds import Item, text_of
from communique.sources.fetching import Fetched, Fetcher
from communique.types import InputError, Page

__all__ = ["article_pages", "fallback_page", "item_id", "item_pages", "item_source"]

_ENOUGH = 80
"""Characters of a list's own text that tell something: one sentence."""
_NO_PAGES = ("image/", "audio/", "video/", "application/pdf", "application/zip", "application/octet-stream")


def item_pages(item: Item, place: str, fetcher: Fetcher) -> Iterator[Page | InputError]:
    """The pages of an article that the list at ``place`` tells of, from its own address.

    Where that cannot be read an ``InputError`` says so, and what the list shows of the article is the page.
    """
    read = False
    for page in _own_pages(item, fetcher):
        read = read or isinstance(page, Page)
        yield page
    shown = None if read else fallback_page(item, place)
    if shown is not None:
        yield shown
    elif item.url is None:
        yield InputError(item_source(item, place), "the list tells no address of it that can be read, and no text")


def _own_pages(item: Item, fetcher: Fetcher) -> Iterator[Page | InputError]:
    if item.url is None:
        return
    try:
        fetched = fetcher.fetch(item.url)
    except InputError as error:
        yield error
        return
    yield from article_pages(fetched, item)


def article_pages(fetched: Fetched, item: Item | None = None) -> Iterator[Page | InputError]:
    """The pages of what was fetched, with what ``item`` tells where they say nothing of it."""
    for page in _read(fetched):
        if isinstance(page, InputError):
            yield page
            continue
        known = identified(page, fetched.url, fetched.url)
        yield _completed(known, item) if item is not None else known


def _read(fetched: Fetched) -> Iterator[Page | InputError]:
    kind = fetched.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind.startswith(_NO_PAGES):
        yield InputError(fetched.url, f"no web page, but {kind}")
    elif kind == "text/plain":
        yield text_page(fetched.body, fetched.url)
    else:
        yield from web_pages(fetched.body, fetched.url, url=fetched.url, headers=fetched.headers)


def _completed(page: Page, item: Item) -> Page:
    return msgspec.structs.replace(
        page,
        title=page.title or item.title,
        published=page.published or item.published,
        publisher=page.publisher or item.publisher,
    )


def fallback_page(item: Item, place: str) -> Page | None:
    """What the list at ``place`` itself shows of the article; null where that is less than a sentence."""
    text = text_of(item.html) if item.html else ""
    if len(text) < _ENOUGH:
        return None
    return Page(
        source=item_source(item, place),
        text=f"{item.title}\n\n{text}" if item.title and not text.startswith(item.title) else text,
        id=item_id(item, place),
        url=item.url,
        title=item.title,
        published=item.published,
        publisher=item.publisher,
        partial=not item.whole,
    )


def item_source(item: Item, place: str) -> str:
    """Where the article comes from: its address, or its place in the list that holds it."""
    return item.url or f"{place}#{_name(item)}"


def item_id(item: Item, place: str) -> str:
    """The id of the article's document, as far as the list lets it be known."""
    return article_id(item.url) if item.url else article_id(place, _name(item))


def _name(item: Item) -> str:
    return item.id or item.title or sha256((item.html or "").encode()).hexdigest()[:16]
