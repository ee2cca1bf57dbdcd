"""One article of an export."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from communique.types import InputError, Page

__all__ = ["Entry", "Stretch", "page_of", "split_after", "split_before"]


class Entry(msgspec.Struct, frozen=True):
    """What an export tells of an article; null where it does not."""

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    byline: str | None = None
    id: str | None = None
    language: str | None = None


class Stretch(msgspec.Struct, frozen=True):
    """The lines of one article, and the number of the first of them in the file."""

    line: int
    text: str


def page_of(entry: Entry | None, place: str) -> Page | InputError:
    """The page of an article at ``place``; an error where it has no body."""
    if entry is None or not entry.text.strip():
        return InputError(place, "an article of the export without a body; nothing to read")
    return Page(
        source=place,
        text=f"{entry.title}\n\n{entry.text}" if entry.title else entry.text,
        id=entry.id,
        title=entry.title,
        published=entry.published,
        publisher=entry.publisher,
        language=entry.language,
        byline=entry.byline,
    )


def split_before(text: str, mark: re.Pattern[str]) -> Iterator[Stretch]:
    """The articles of ``text``, each beginning with a ``mark``; what stands before the first is no article."""
    starts = [match.start() for match in mark.finditer(text)]
    yield from _stretches(text, starts, [*starts[1:], len(text)])


def split_after(text: str, mark: re.Pattern[str]) -> Iterator[Stretch]:
    """The articles of ``text``, each ending with a ``mark``; an end without one is an article too."""
    ends = [match.end() for match in mark.finditer(text)]
    yield from _stretches(text, [0, *ends], [*ends, len(text)])


def _stretches(text: str, starts: list[int], ends: list[int]) -> Iterator[Stretch]:
    line, counted = 1, 0
    for start, end in zip(starts, ends, strict=True):
        whole = text[start:end]
        first = start + len(whole) - len(whole.lstrip())
        if first < end:
            line += text.count("\n", counted, first)
            counted = first
            yield Stretch(line, text[first:end])
