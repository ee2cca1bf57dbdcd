"""A row of a table → a page: which columns are read, and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.types import InputError, Page

__all__ = ["COLUMNS", "column_names", "missing_text", "row_page"]

COLUMNS = ("id", "url", "title", "text", "html", "published", "publisher", "language")
_HTML_LATER = "HTML comes in a later version: give the text column"


def column_names(found: Iterable[str]) -> dict[str, str]:
    """Our column name → the table's own, whatever its case and surrounding blanks; the first one counts."""
    names: dict[str, str] = {}
    for name in found:
        known = name.strip().lower()
        if known in COLUMNS:
            names.setdefault(known, name)
    return names


def missing_text(place: str, found: Iterable[str]) -> InputError:
    """The error of a table without a text column; it names the columns that were found."""
    names = list(found)
    if "html" in column_names(names):
        return InputError(place, _HTML_LATER)
    listed = ", ".join(name.strip() or "(unnamed)" for name in names) or "none"
    return InputError(place, f"no column 'text'; columns found: {listed}. Name the article's column 'text'")


def row_page(row: Mapping[str, object], place: str) -> Page | InputError:
    """The page of a row with our column names; ``InputError`` names the field that is wrong."""
    try:
        text = _text(row, place)
        fields = {name: _field(row, name, place) for name in COLUMNS if name not in ("text", "html")}
    except InputError as error:
        return error
    return Page(source=place, text=text, **fields)


def _text(row: Mapping[str, object], place: str) -> str:
    text = row.get("text")
    if text is not None and not isinstance(text, str):
        raise _wrong_type(place, "text", text)
    if not text or not text.strip():
        reason = _HTML_LATER if row.get("html") else "the text is empty or missing; nothing to read"
        raise InputError(place, reason)
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
        case date() as value if name == "published":
            return value.isoformat()
        case value:
            raise _wrong_type(place, name, value)


def _wrong_type(place: str, name: str, value: object) -> InputError:
    return InputError(place, f"field '{name}' must be a string, not {type(value).__name__}")
