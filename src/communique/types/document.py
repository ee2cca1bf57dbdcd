"""What comes in (a page) and what is coded (a document)."""

from __future__ import annotations

import msgspec

from communique.types.when import When

__all__ = ["Document", "Page", "Segment"]


class Page(msgspec.Struct, frozen=True):
    """One article as a source gives it, before reading.

    ``source`` is the file, URL or archive record it came from (``articles.csv:17`` for the row on
    line 17). The other fields are what the source's own metadata says; ``text`` is the raw text, of a web
    page the text that stands in its article. ``partial`` is whether the source shows only its beginning.
    ``captured`` is when an archive kept it (ISO 8601): not a day of publication, but none is later.
    """

    source: str
    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    byline: str | None = None
    captions: tuple[str, ...] = ()
    partial: bool = False
    captured: str | None = None


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of ``Document.text`` that stands unbroken in the raw text: ``[start, raw_start, length]``."""

    start: int
    raw_start: int
    length: int


class Document(msgspec.Struct, frozen=True):
    """One report, cleaned of noise. ``text`` is what is coded and what every span points into.

    ``segments`` maps it back to the raw text of the page. ``agency`` is the news agency credited;
    ``dateline`` is the place that a dateline names ("BEIJING"); ``published`` is null where neither
    text nor metadata gives it. ``captions`` are those of its pictures, which are no part of the text.
    ``partial`` is whether its source showed only its beginning, as a paywall does. ``captured`` is when an
    archive kept it (ISO 8601).
    """

    id: str
    source: str
    text: str
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: When | None = None
    segments: tuple[Segment, ...] = ()
    captions: tuple[str, ...] = ()
    partial: bool = False
    captured: str | None = None

    def raw_offset(self, offset: int) -> int:
        """The offset in the raw text of the character at ``offset``; ``ValueError`` if it has none."""
        for segment in self.segments:
            if segment.start <= offset < segment.start + segment.length:
                return segment.raw_start + offset - segment.start
        raise ValueError(f"offset {offset} of document {self.id} is not in the raw text")
