"""JSON Feed (https://www.jsonfeed.org/version/1.1/) → the articles that it lists."""

from __future__ import annotations

import html
from typing import Any

import msgspec

from communique.sources.feeds._text import line_of
from communique.sources.feeds._xml_feed import absolute
from communique.sources.feeds.listing import MOST_ITEMS, Item, Listing

__all__ = ["json_feed_listing"]


def json_feed_listing(text: str, url: str) -> Listing:
    """The articles of the feed; ``ValueError`` where it is none. A field of a wrong type counts as missing."""
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ValueError(f"not valid JSON: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise ValueError("JSON, but no JSON Feed: it has no items")
    return Listing(
        items=tuple(_item(item, url, found) for item in found["items"][:MOST_ITEMS] if isinstance(item, dict))
    )


def _item(item: dict[str, Any], url: str, feed: dict[str, Any]) -> Item:
    content = _text(item.get("content_html")) or _paragraphs(item.get("content_text"))
    return Item(
        url=absolute(item.get("url"), url),
        id=str(item["id"]) if isinstance(item.get("id"), (str, int)) else None,
        title=line_of(item.get("title")),
        published=line_of(item.get("date_published")),
        changed=line_of(item.get("date_modified")),
        html=content or _paragraphs(item.get("summary")),
        whole=content is not None,
        publisher=line_of(feed.get("title")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _paragraphs(value: object) -> str | None:
    text = _text(value)
    return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n")) if text else None
