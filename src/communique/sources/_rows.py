"""A row of a table → a page: which columns are read, and what may stand in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from communique.sources._columns import COLUMNS, Columns
from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources._reference import Found, Reference, is_address
from communique.sources._webpages import web_pages
from communique.types import InputError, Page

__all__ = ["has_article", "missing_text", "row_pages"]

_ARTICLE = ("text", "html")


def has_article(names: Collection[str]) -> bool:
    """Whether one of our ``names`` of columns is that of the article, or of its address."""
    return any(name in names for name in (*_ARTICLE, "url"))


def missing_text(place: str, found: Collection[str], columns: Columns) -> InputError:
    """The error of a table without a column for the article; it names the columns that were found, and those that
    the user named and were not."""
    listed = ", ".join(name.strip() or "(unnamed)" for name in found) or "none"
    lacking = ", ".join(f"'{name}'" for name in columns.missing(found) or ("text",))
    return InputError(
        place, f"no column {lacking}; columns found: {listed}. Name the article's column: --map text=COLUMN"
    )


def row_pages(row: Mapping[str, object], place: str) -> Iterator[Found]:
    """The page of a row with our column names, of a live blog in ``html`` one for each entry.

    A row without these columns refers to the article at its ``url``. ``text`` goes before ``html``, what the other
    columns say before what the web page says of itself.
    ``InputError`` names the field that is wrong.
    """
    try:
        text, html = (_article(row, name, place) for name in _ARTICLE)
        fields: dict[str, Any] = {name: _field(row, name, place) for name in COLUMNS if name not in _ARTICLE}
    except InputError as error:
        yield error
        return
    if text:
        yield msgspec.structs.replace(Page(source=place, text=text), **fields)
    elif html:
        yield from _web_pages(html, place, fields)
    elif row.keys().isdisjoint(_ARTICLE) and is_address(fields["url"]):
        told = {name: fields[name] for name in ("url", "title", "published", "publisher")}
        yield Reference(place=place, **told)
    else:
        yield InputError(place, "the text is empty or missing; nothing to read")


def _web_pages(html: str, place: str, fields: Mapping[str, str | None]) -> Iterator[Page | InputError]:
    told = {name: value for name, value in fields.items() if value is not None}
    found = list(web_pages(html.encode("utf-8", "replace"), place, url=fields["url"]))
    if len(found) > 1:
        # The id, address and title of the row are those of the whole blog.
        told = {name: value for name, value in told.items() if name not in ("id", "url", "title", "published")}
    for page in found:
        yield page if isinstance(page, InputError) else msgspec.structs.replace(page, **told)


def _article(row: Mapping[str, object], name: str, place: str) -> str | None:
    text = row.get(name)
    if text is not None and not isinstance(text, str):
        raise _wrong_type(place, name, text)
    if not text or not text.strip():
        return None
    if len(text) > ARTICLE_BYTES:
        raise InputError(place, too_large())
    return text


def _field(row: Mapping[str, object], name: str, place: str) -> str | None:
    match row.get(name):
        case None:
            return None
        case str(value):
            return value.strip() or None
        case int(value) if name == "id" and not isinstance(value, bool):
            return str(value)
        case list(value) if name == "byline" and all(isinstance(author, str) for author in value):
            return ", ".join(value) or None
        case date() as value if name == "published":
            return value.isoformat()
        case value:
            raise _wrong_type(place, name, value)


def _wrong_type(place: str, name: str, value: object) -> InputError:
    return InputError(place, f"field '{name}' must be a string, not {type(value).__name__}")
