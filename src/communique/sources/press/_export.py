"""Which database an export is from."""

from __future__ import annotations

from collections.abc import Iterator

from communique.sources.press._factiva import factiva_pages, is_factiva
from communique.sources.press._nexis import is_nexis, nexis_pages
from communique.types import InputError, Page

__all__ = ["export_pages"]


def export_pages(text: str, place: str) -> Iterator[Page | InputError] | None:
    """The pages of the articles in an export; null where ``text`` is none."""
    if is_nexis(text):
        return nexis_pages(text, place)
    return factiva_pages(text, place) if is_factiva(text) else None
