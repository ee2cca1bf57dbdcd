"""The one verb of the room: a page read into a document."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from communique.reading._assembly import Assembled, assemble
from communique.reading._captions import is_caption
from communique.reading._dates import FoundDate, is_date_line
from communique.reading._front import Front, front_of
from communique.reading._furniture import without_furniture
from communique.reading._language import language_of
from communique.reading._lines import Line, split_lines
from communique.reading._plain import plain
from communique.reading._published import stated_by_address, stated_by_page
from communique.reading._related import without_related
from communique.reading._repeats import without_repeats
from communique.reading._wraps import join_wraps
from communique.types import Document, InputError, Page, Span, When
from communique.types.edtf import when

__all__ = ["read"]

_ID_DIGITS = 16


def read(page: Page) -> Document:
    """The document of ``page``: its text without noise, and the facts that stand about the text.

    The headline, subtitle, dateline and body stay in the text, in the order of the page; lines that only
    give the byline, an agency or the date are taken out and kept as facts. What the page's metadata say
    goes before what the text shows. Raises ``InputError`` where nothing readable is left.
    """
    made_plain = plain(page.text)
    lines = without_related(without_repeats(join_wraps(split_lines(made_plain.text))))
    front = front_of(lines, page.title)
    kept = _kept(lines, front) or without_furniture([line for line in lines if not is_date_line(line.text)])
    assembled = assemble(kept, made_plain)
    if not any(map(str.isalpha, assembled.text)):
        raise InputError(page.source, "nothing readable is left; the page holds no article")
    shown = frozenset(kept)
    left_out = [line.text for line in lines if line not in shown]
    return _document(page, front, assembled, tuple(filter(is_caption, left_out)))


def _kept(lines: Sequence[Line], front: Front) -> tuple[Line, ...]:
    kept = without_furniture([line for line in lines if line not in front.aside and line is not front.headline])
    return (front.headline, *kept) if front.headline else kept


def _document(page: Page, front: Front, assembled: Assembled, captions: tuple[str, ...]) -> Document:
    text = assembled.text
    return Document(
        id=page.id or f"sha256:{sha256(text.encode()).hexdigest()[:_ID_DIGITS]}",
        source=page.source,
        text=text,
        url=page.url,
        title=page.title or (front.headline.text if front.headline else None),
        language=page.language or language_of(_body(text, front)),
        publisher=page.publisher,
        agency=front.agency,
        byline=page.byline or front.byline,
        dateline=front.dateline,
        published=_published(page, front, assembled),
        segments=assembled.segments,
        captions=(*page.captions, *captions),
        partial=page.partial,
        captured=page.captured,
    )


def _body(text: str, front: Front) -> str:
    return text[len(front.headline.text) :] if front.headline else text


def _published(page: Page, front: Front, assembled: Assembled) -> When | None:
    stated = stated_by_page(page, front.own_day)
    if stated is None and front.published:
        stated = _in_text(front.published, assembled)
    return stated or stated_by_address(page.url)


def _in_text(found: FoundDate, assembled: Assembled) -> When:
    start = assembled.offset_of(found.start)
    span = None if start is None else Span.of(assembled.text, start, start + found.end - found.start)
    return when(found.day, found.day, "stated", span)
