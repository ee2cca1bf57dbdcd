"""RSS, RDF and Atom → the articles that they list."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from communique.sources.feeds._text import line_of
from communique.sources.feeds.listing import MOST_ITEMS, Item, Listing

__all__ = ["absolute", "xml_feed_listing"]

_BASE = b"xml:base"
_MOST_MARKS = 20_000
"""Tags and references of a feed that feedparser is given: with more, a hostile one keeps it busy for minutes."""
_Feed = Mapping[str, Any]


def xml_feed_listing(markup: bytes, url: str) -> Listing:
    """The articles of a feed; ``markup`` is safe. ``ValueError`` where it is none that can be read.

    fastfeedparser reads it, at a fortieth of the time of feedparser, which reads what the former cannot, and feeds
    whose parts have bases of their own, which the former does not know.
    """
    found = None if _BASE in markup and _is_small(markup) else _quickly(markup)
    if found is None and not _is_small(markup):
        raise ValueError("damaged, and too large to be mended")
    found = found or _loosely(markup, url)
    head: _Feed = found.get("feed") or {}
    entries = found.get("entries") or ()
    if not entries and not head.get("title") and not head.get("link"):
        raise ValueError("a feed without title and articles, or damaged beyond reading")
    publisher = line_of(head.get("title"))
    return Listing(items=tuple(_item(entry, url, publisher) for entry in entries[:MOST_ITEMS]))


def _is_small(markup: bytes) -> bool:
    return markup.count(b"<") + markup.count(b"&") <= _MOST_MARKS


def _quickly(markup: bytes) -> _Feed | None:
    from fastfeedparser import parse

    if not markup:
        return None
    try:
        found: _Feed = parse(markup, include_tags=False, include_media=False, include_enclosures=False)
    except Exception:  # it raises what its parsers raise; feedparser tries all the same
        return None
    return found if found.get("entries") else None


def _loosely(markup: bytes, url: str) -> _Feed:
    import feedparser

    told = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    try:
        # A stream, never the bytes themselves: those it might take for the name of a file.
        found = feedparser.parse(BytesIO(markup), response_headers=told)
    except Exception as error:  # of what it was given: an end of a link that never began
        raise ValueError(f"damaged beyond reading ({type(error).__name__})") from None
    # Plain dictionaries: its own answer for a field that is missing with another one.
    return {"feed": dict(found["feed"]), "entries": [dict(entry) for entry in found["entries"]]}


def _item(entry: _Feed, url: str, publisher: str | None) -> Item:
    content = next((str(part["value"]) for part in entry.get("content") or () if part.get("value")), None)
    summary = entry.get("summary") or entry.get("description")
    shown = content or summary
    return Item(
        url=absolute(entry.get("link"), url),
        id=line_of(entry.get("id")),
        title=line_of(entry.get("title")),
        published=line_of(entry.get("published")) or line_of(entry.get("updated")),
        changed=line_of(entry.get("updated")),
        html=shown if isinstance(shown, str) and shown.strip() else None,
        whole=content is not None and content != summary,
        publisher=publisher,
    )


def absolute(link: object, url: str) -> str | None:
    """``link`` as an address of the web, counted from ``url``; null where it is none."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        found = urljoin(url, link.strip())
    except ValueError:
        return None
    return found if found.startswith(("http://", "https://")) else None
