"""Web pages, where the extra that reads them is installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader

from communique.sources._limits import ARTICLE_BYTES
from communique.types import InputError, Page, UsageError

__all__ = ["web_file_pages", "web_pages"]

_NO_EXTRA = "web pages need resiliparse and trafilatura; run: pip install 'communique[pages]'"


def web_pages(
    data: bytes, place: str, *, url: str | None = None, headers: Mapping[str, str] | None = None
) -> Iterator[Page | InputError]:
    """The pages of one web page: its bytes, the place they come from, their address and HTTP headers if known.

    An article is one page, a live blog one for each entry; what is no article is an ``InputError`` that says why.
    Raises ``UsageError`` where the extra is not installed.
    """
    try:
        from communique.sources.html import html_pages
    except ImportError:
        raise UsageError(_NO_EXTRA) from None
    yield from html_pages(data, place, url=url, headers=headers)


def web_file_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The pages of an HTML file."""
    yield from web_pages(stream.read(ARTICLE_BYTES), place)
