"""Addresses that are one article's, and the id of its document."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from communique.types import Page

__all__ = ["article_id", "article_key", "believed", "identified"]

# Parameters that tell where a reader came from, not which article it is: see the rules of ClearURLs and of AdGuard.
_TRACKING = re.compile(
    r"(?:utm|at|mtm|pk|hsa|oly|vero|ns)_\w+|(?:fb|g|dc|y|msc?l|tw)clid|mc_[ce]id|_ga|igshid|cmpid|ocid|smid|xtor"
)
_FROM_FEED = re.compile(r"[\w-]*(?:rss|feed)[\w-]*", re.IGNORECASE)
_SOURCE = frozenset(("ref", "source", "src", "from", "cmp", "partner", "feed", "output"))
_DIGITS = 16


def article_key(url: str) -> str:
    """What the addresses of one article have in common: host and path without scheme, ``www.``, tracking and fragment.

    It is for comparing; nothing is ever fetched from it. ``url`` itself where it is no address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if not host:
        return url
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name, value)]
    place = host.removeprefix("www.") + (f":{port}" if port not in (None, 80, 443) else "")
    query = urlencode(kept)
    return f"{place}{parts.path.rstrip('/')}{f'?{query}' if query else ''}"


def _tracks(name: str, value: str) -> bool:
    low = name.lower()
    return bool(_TRACKING.fullmatch(low)) or (low in _SOURCE and bool(_FROM_FEED.fullmatch(value)))


def article_id(url: str, part: str = "") -> str:
    """The id of the document read from ``url``: the same for all addresses of one article, so that an article that
    was changed is a new version of it. ``part`` names an entry of a live blog."""
    key = article_key(url)
    return f"url:{sha256(f'{key}#{part}'.encode() if part else key.encode()).hexdigest()[:_DIGITS]}"


def believed(url: str, canonical: str | None) -> str:
    """``canonical`` where it can be the address of the page at ``url``, else ``url``.

    Many sites name their front page, or a section's, as the canonical address of every article, and all would
    become one. What a canonical address and its other forms (mobile, AMP, tracked) share is the article's own word.
    """
    if canonical is None:
        return url
    ours, theirs = article_key(url), article_key(canonical)
    word = theirs.rpartition("/")[2]
    return canonical if "/" in theirs and word and word in ours.partition("/")[2] else url


def identified(page: Page, url: str, place: str) -> Page:
    """``page``, which was read at ``place`` from what ``url`` holds, with the id that its address gives it.

    So a page has one id, whether it is read from the web or from an archive of it.
    """
    part = page.source.removeprefix(place).removeprefix("#")
    return msgspec.structs.replace(page, id=article_id(believed(url, page.url), part), url=page.url or url)
