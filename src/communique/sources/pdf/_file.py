"""A PDF file → its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BufferedReader

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources.pdf._lines import Line, lines_of
from communique.sources.pdf._order import in_order
from communique.sources.pdf._paragraphs import body_size, joined, paragraphs
from communique.sources.pdf._running import without_running
from communique.sources.pdf._title import title_of
from communique.types import InputError, Page

__all__ = ["pdf_pages"]

_MOST_BYTES = 200_000_000
_MOST_SHEETS = 1000
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_TEXT = "no text layer, only pictures of text; recognise it first (ocrmypdf does), then read it again"


def pdf_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The page of a PDF file, without a day of publication: that of its making is another.

    Sheets that hold pictures and no text, as scanned ones do, are an ``InputError`` with ``file#page=number``.
    """
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        yield InputError(place, f"more than {_MOST_BYTES // 1_000_000} MB; split it")
        return
    try:
        with PdfDocument(data) as document:
            yield from _document_pages(document, place)
    except PdfiumError as error:
        reason = "encrypted; save it without a password" if "assword" in str(error) else f"not a readable PDF: {error}"
        yield InputError(place, reason)


def _document_pages(document: PdfDocument, place: str) -> Iterator[Page | InputError]:
    if len(document) > _MOST_SHEETS:
        yield InputError(place, f"{len(document):,} sheets, more than the {_MOST_SHEETS:,} that are read; split it")
        return
    sheets: list[list[Line]] = []
    told = False
    for number in range(len(document)):
        try:
            page = document[number]
            found = lines_of(page.get_textpage(), number)
            pictured = not found and _has_picture(page)
        except (PdfiumError, ValueError) as error:
            told = True
            yield InputError(f"{place}#page={number + 1}", f"the sheet cannot be read: {error}")
            continue
        if pictured:
            told = True
            yield InputError(f"{place}#page={number + 1}", _NO_TEXT)
        sheets.append(found)
    if any(sheets):
        yield _page(sheets, document.get_metadata_value("Title"), place)
    elif not told:
        yield InputError(place, "its sheets hold no text and no pictures; nothing to read")


def _has_picture(page: PdfPage) -> bool:
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2), None) is not None


def _page(sheets: Sequence[Sequence[Line]], told: str, place: str) -> Page | InputError:
    lines = [line for sheet in without_running(sheets) for line in in_order(sheet)]
    if not lines:
        return InputError(place, "nothing but what is printed at the edges of its sheets")
    groups = paragraphs(lines)
    words = frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))
    text = "\n\n".join(joined(group, words) for group in groups)
    if len(text) > ARTICLE_BYTES:
        return InputError(place, too_large())
    first = [group for group in groups if group[0].sheet == lines[0].sheet]
    return Page(source=place, text=text, title=title_of(told, first, body_size(lines)))
