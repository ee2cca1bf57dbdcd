"""A text file is one article, or an export of a press database with many."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from communique.sources._decoding import decode
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources.press import export_pages
from communique.types import InputError, Page

__all__ = ["text_page", "text_pages"]


def text_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The one page of a text file, or those of the articles that a press database wrote into it."""
    page = text_page(stream.read(ARTICLE_BYTES + 1), place)
    exported = export_pages(_lines(page.text), place) if isinstance(page, Page) else None
    if exported is None:
        yield page
    else:
        yield from exported


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def text_page(data: bytes, place: str) -> Page | InputError:
    """``data`` as the one page of ``place``; more than ``ARTICLE_BYTES`` of it is too much."""
    if len(data) > ARTICLE_BYTES:
        return InputError(place, too_large())
    try:
        text = decode(data)
    except ValueError as error:
        return InputError(place, str(error))
    if not text.strip():
        return InputError(place, "empty; nothing to read")
    return Page(source=place, text=text)
