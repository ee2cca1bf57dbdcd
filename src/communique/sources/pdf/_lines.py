"""A sheet of a PDF file → lines of text with their boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from statistics import median

import msgspec
import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

__all__ = ["Line", "lines_of"]

_MOST_CHARACTERS = 100_000
"""Of a sheet; a full page of a newspaper has 30,000."""
_GAP = 1.5  # heights of its characters, by which a line is parted: columns stand so, words never
_HYPHEN = 2  # pdfium's own sign for a hyphen at the end of a line
_REPLACED = "\N{REPLACEMENT CHARACTER}"


class Line(msgspec.Struct, frozen=True):
    """A line: its box in points, from the lower left of sheet ``sheet``, and the height of its characters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    sheet: int = 0

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.bottom + self.top) / 2


class _Glyph(msgspec.Struct, frozen=True):
    text: str
    left: float
    right: float
    bottom: float
    top: float


def lines_of(page: PdfTextPage, sheet: int) -> list[Line]:
    """The lines of a sheet in the order of the file; ``ValueError`` where it holds more than is read."""
    count = page.count_chars()
    if count > _MOST_CHARACTERS:
        raise ValueError(f"{count:,} characters on one sheet, more than the {_MOST_CHARACTERS:,} that are read")
    lines: list[Line] = []
    held: list[_Glyph] = []
    for glyph in _glyphs(page, count):
        if glyph.text in "\r\n" or (held and _parts(held[-1], glyph)):
            lines += _line(held, sheet)
            held = []
        if glyph.text not in "\r\n":
            held.append(glyph)
    return lines + _line(held, sheet)


def _glyphs(page: PdfTextPage, count: int) -> Iterator[_Glyph]:
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if not code:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, index, reference)
        text = "-" if code == _HYPHEN else chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else _REPLACED
        yield _Glyph(text, box.left, box.right, box.bottom, box.top)


def _parts(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether a line ends between the two: a column's gap, a step back or another height."""
    height = max(before.top - before.bottom, 1.0)
    if glyph.text.isspace() or before.text.isspace():
        # The blanks that pdfium puts between words have boxes of their own making.
        return abs(glyph.left - before.right) > 4 * _GAP * height
    moved = glyph.left - before.right
    level = (glyph.bottom + glyph.top) / 2
    return moved > _GAP * height or moved < -_GAP * height or not before.bottom <= level <= before.top


def _line(glyphs: list[_Glyph], sheet: int) -> list[Line]:
    shown = [glyph for glyph in glyphs if not glyph.text.isspace()]
    text = " ".join("".join(glyph.text for glyph in glyphs).split())
    if not shown:
        return []
    return [
        Line(
            text=text,
            left=min(glyph.left for glyph in shown),
            right=max(glyph.right for glyph in shown),
            bottom=median(glyph.bottom for glyph in shown),
            top=median(glyph.top for glyph in shown),
            size=median(glyph.top - glyph.bottom for glyph in shown),
            sheet=sheet,
        )
    ]
