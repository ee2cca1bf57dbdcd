"""A text file is one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.sources._decoding import decode
from communique.sources._files import open_file, place_of
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.types import InputError, Page

__all__ = ["text_page", "text_pages"]


def text_pages(path: Path) -> Iterator[Page | InputError]:
    """The one page of a text file."""
    with open_file(path) as stream:
        yield text_page(stream.read(ARTICLE_BYTES + 1), place_of(path))


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
