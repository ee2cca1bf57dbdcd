"""PDF files, where the extra that reads them is installed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from communique.types import InputError, Page, UsageError

__all__ = ["pdf_file_pages"]

_NO_EXTRA = "PDF needs pypdfium2; run: pip install 'communique[pdf]'"


def pdf_file_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The page of a PDF file. Raises ``UsageError`` where the extra is not installed."""
    try:
        from communique.sources.pdf import pdf_pages
    except ImportError:
        raise UsageError(_NO_EXTRA) from None
    yield from pdf_pages(stream, place)
