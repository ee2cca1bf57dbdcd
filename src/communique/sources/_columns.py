"""Which column of a table is which: as the user says, as we name them, or as a known export names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from communique.types import UsageError

__all__ = ["AS_NAMED", "COLUMNS", "Columns", "columns_of"]

COLUMNS = ("id", "url", "title", "text", "html", "published", "publisher", "language", "byline")
"""Our names; only text or html is needed, or url where the web may be read."""


class _Layout(msgspec.Struct, frozen=True):
    """An export whose table is known by the columns of ``signs``."""

    signs: frozenset[str]
    names: Mapping[str, str]


_LAYOUTS = (
    # news-please 1.6, newsplease/NewsArticle.py: what its JSON files and tables hold.
    _Layout(
        frozenset(("maintext", "date_publish")),
        MappingProxyType(
            {
                "text": "maintext",
                "published": "date_publish",
                "publisher": "source_domain",
                "title": "title",
                "url": "url",
                "language": "language",
                "byline": "authors",
            }
        ),
    ),
    # Media Cloud, "Download all URLs", and the stories that its API lists.
    _Layout(
        frozenset(("media_name", "publish_date", "url")),
        MappingProxyType(
            {
                "text": "text",
                "published": "publish_date",
                "publisher": "media_name",
                "title": "title",
                "url": "url",
                "language": "language",
            }
        ),
    ),
)


class Columns(msgspec.Struct, frozen=True):
    """The user's own names of columns, ours first; what is not named keeps the name that it has."""

    mapped: tuple[tuple[str, str], ...] = ()

    def names(self, found: Iterable[str]) -> dict[str, str]:
        """Our name → the table's own, whatever its case and surrounding blanks; the first one counts."""
        own: dict[str, str] = {}
        for name in found:
            own.setdefault(name.strip().lower(), name)
        wanted = {**{name: name for name in COLUMNS}, **self._layout(own), **dict(self.mapped)}
        return {ours: own[low] for ours, theirs in wanted.items() if (low := theirs.strip().lower()) in own}

    def missing(self, found: Iterable[str]) -> tuple[str, ...]:
        """The columns that the user names and the table lacks."""
        own = {name.strip().lower() for name in found}
        return tuple(theirs for _, theirs in self.mapped if theirs.strip().lower() not in own)

    def _layout(self, own: Mapping[str, str]) -> Mapping[str, str]:
        return next((layout.names for layout in _LAYOUTS if layout.signs <= own.keys()), {})


AS_NAMED = Columns()
"""Columns that have our names, or those of a known export."""


def columns_of(told: str | None) -> Columns:
    """The columns of ``text=content,published=date``; ``UsageError`` where that names none of ours."""
    pairs = []
    for part in filter(None, (told or "").split(",")):
        ours, _, theirs = (word.strip() for word in part.partition("="))
        if ours not in COLUMNS or not theirs:
            raise UsageError(f"--map {part.strip()}: write one of {' '.join(COLUMNS)}, =, and the table's own column")
        pairs.append((ours, theirs))
    return Columns(tuple(pairs))
