"""A web page → its pages: one article, or the entries of a live blog, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from resiliparse.parse.html import HTMLTree

from communique.sources.html._boxes import Block, Layout
from communique.sources.html._layout import lay_out
from communique.sources.html._linked_data import objects_of
from communique.sources.html._live import Entry, entries_of
from communique.sources.html._main import Main, main_of
from communique.sources.html._markup import markup_of
from communique.sources.html._metadata import Metadata, metadata_of
from communique.sources.html._published import published_of
from communique.sources.html._rescue import rescued
from communique.sources.html._verdict import is_partial, why_none
from communique.sources.html._written import written_out
from communique.types import InputError, Page

__all__ = ["html_pages"]

_ENOUGH = 400  # characters from which the text itself tells its language better than a template does
_CELL = 80  # characters of a cell of figures; a longer one is a paragraph of a page laid out as a table
_CELLS = frozenset(("td", "th"))


def html_pages(
    data: bytes, place: str, *, url: str | None = None, headers: Mapping[str, str] | None = None
) -> Iterator[Page | InputError]:
    """The pages of one web page.

    ``data`` are its bytes, ``place`` names where they come from, ``url`` is the address that they were fetched from
    and ``headers`` are the HTTP headers that came with them. An article is one page; a live blog has one for each
    entry, whose source is ``place#anchor``. What is no article (error page, consent page, list of articles,
    gallery without text, paywall without a beginning) is an ``InputError`` that says so.
    """
    try:
        markup = markup_of(data, _header(headers or {}, "content-type"))
    except ValueError as error:
        yield InputError(place, str(error))
        return
    if not markup or markup.isspace():
        yield InputError(place, "empty; nothing to read")
        return
    yield from _tree_pages(HTMLTree.parse(markup), markup, place, url)


def _header(headers: Mapping[str, str], name: str) -> str | None:
    return next((value for key, value in headers.items() if key.lower() == name), None)


def _tree_pages(tree: HTMLTree, markup: str, place: str, url: str | None) -> Iterator[Page | InputError]:
    if tree.document is None:
        yield InputError(place, "no web page; nothing to read")
        return
    objects = objects_of(tree.document)
    written = written_out(tree)
    metadata = metadata_of(tree.document, written, objects, url)
    layout = lay_out(written)
    entries = entries_of(layout, metadata)
    if entries:
        for number, entry in enumerate(entries, 1):
            yield _entry_page(entry, number, metadata, place)
        return
    main = rescued(main_of(layout), metadata, markup)
    reason = why_none(main, metadata)
    yield InputError(place, reason) if reason else _article_page(main, metadata, markup, written, place, url)


def _article_page(main: Main, metadata: Metadata, markup: str, written: str, place: str, url: str | None) -> Page:
    published = published_of(main, metadata, (url, metadata.url), markup, written)
    text = _text(main, metadata, told=published is not None and metadata.byline is not None)
    return Page(
        source=place,
        text=text,
        url=metadata.url,
        title=_title(main, metadata),
        published=published,
        publisher=metadata.publisher,
        language=metadata.language if len(text) < _ENOUGH else None,
        byline=metadata.byline,
        captions=tuple(dict.fromkeys(" ".join(block.text.split()) for block in main.captions)),
        partial=is_partial(main, metadata),
    )


def _title(main: Main, metadata: Metadata) -> str | None:
    """The headline as the page shows it, where metadata hold it or tell none; else the metadata's."""
    shown = " ".join(main.headline.text.split()) if main.headline else None
    if shown == metadata.publisher:
        shown = None
    if shown and (metadata.title is None or _letters(shown) in _letters(metadata.title)):
        return shown
    return metadata.title or metadata.window


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _text(main: Main, metadata: Metadata, *, told: bool) -> str:
    """Headline, lines about the article where metadata do not tell what they do, body; a blank line between."""
    title = _title(main, metadata)
    body = [block for block in main.blocks if block is not main.headline]
    shown = {block.text for block in body}
    wanted = not told and metadata.language in (None, "en")
    about = [block for block in main.about if wanted and block.text not in shown and len(block.text) <= _CELL]
    parts = [title or "", *(block.text for block in about), *_rows(main.layout, body)]
    return "\n\n".join(filter(None, parts))


def _rows(layout: Layout, blocks: Sequence[Block]) -> Iterator[str]:
    """The texts of ``blocks``, short cells of one row of a table side by side."""
    row: list[str] = []
    for block, following in pairwise([*blocks, None]):
        assert block is not None
        row.append(block.text)
        if following is None or not _same_row(layout, block, following):
            yield "\t".join(row)
            row = []


def _same_row(layout: Layout, one: Block, other: Block) -> bool:
    short = len(one.text) <= _CELL and len(other.text) <= _CELL
    cells = layout.tag(one) in _CELLS and layout.tag(other) in _CELLS
    return short and cells and layout.boxes[one.box].parent == layout.boxes[other.box].parent


def _entry_page(entry: Entry, number: int, metadata: Metadata, place: str) -> Page:
    anchor = entry.anchor or str(number)
    return Page(
        source=f"{place}#{anchor}",
        text=entry.text,
        url=f"{metadata.url}#{entry.anchor}" if metadata.url and entry.anchor else metadata.url,
        title=entry.title or metadata.title or metadata.window,
        published=entry.published or next(iter(metadata.published), None),
        publisher=metadata.publisher,
        language=metadata.language if len(entry.text) < _ENOUGH else None,
        byline=metadata.byline,
    )
