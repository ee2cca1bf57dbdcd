"""Nexis: its old plain text ("1 of 25 DOCUMENTS") and Nexis Uni's ("End of Document").

Both give headline, source and day above the body, and facts as ``LENGTH: 512 words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.sources.press._days import day_in
from communique.sources.press._entry import Entry, page_of, split_after, split_before
from communique.sources.press._signed import signed
from communique.types import InputError, Page

__all__ = ["is_nexis", "nexis_pages"]

_FIRST = re.compile(r"^[ \t]*(?:FOCUS - )?\d+ of \d+ DOCUMENTS?[ \t]*$", re.MULTILINE)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ABOVE = "SECTION|LENGTH|BYLINE|DATELINE|HIGHLIGHT|SERIES|HEADLINE|DISTRIBUTION"
_BELOW = (
    "LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|COMPANY|ORGANIZATION|PERSON|CITY|STATE"
    "|COUNTRY|GEOGRAPHIC|INDUSTRY|TICKER|URL|CORRECTION-DATE|NOTES|CORRECTION|ACC-NO|CLASSIFICATION|TYPE"
)
_FACT = re.compile(rf"^[ \t]*({_ABOVE}):[ \t]*([^\n]*(?:\n(?![ \t]*(?:{_ABOVE}|BODY)\b)[ \t]*\S[^\n]*)*)", re.M | re.I)
_FACT_BELOW = re.compile(rf"^[ \t]*(?:{_BELOW}):", re.MULTILINE | re.IGNORECASE)
_LENGTH = re.compile(r"^[ \t]*LENGTH:", re.MULTILINE | re.IGNORECASE)
_BODY = re.compile(r"^[ \t]*(?:Body|BODY:?)[ \t]*$", re.MULTILINE)
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright|all rights reserved)", re.IGNORECASE)
_CLASSIFICATION = re.compile(r"^[ \t]*Classification[ \t]*$", re.MULTILINE)


def is_nexis(text: str) -> bool:
    """Whether ``text`` is an export of Nexis."""
    return (_FIRST.search(text) or _END.search(text)) is not None and _LENGTH.search(text) is not None


def nexis_pages(text: str, place: str) -> Iterator[Page | InputError]:
    """The pages of an export; the place of each is ``file:line``."""
    old = _FIRST.search(text) is not None
    for stretch in split_before(text, _FIRST) if old else split_after(text, _END):
        if old or _END.search(stretch.text):
            article = _END.sub("", _FIRST.sub("", stretch.text))
            yield page_of(_entry(article), f"{place}:{stretch.line}")


def _entry(text: str) -> Entry | None:
    facts = list(_FACT.finditer(text))
    if not facts:
        return None
    mark = _BODY.search(text)
    above = text[: facts[0].start()]
    told = {fact[1].lower(): " ".join(fact[2].split()) for fact in facts if mark is None or fact.start() < mark.start()}
    lines = [" ".join(line.split()) for line in above.splitlines() if line.strip() and not _RIGHTS.search(line)]
    title, publisher, published = _head(lines)
    return Entry(
        text=_without_below(text[mark.end() :] if mark else _after_facts(text, facts)),
        title=told.get("headline") or title,
        published=published,
        publisher=publisher,
        byline=signed(told.get("byline")),
    )


def _head(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Headline, source and day: source and day stand above the headline of old, below it in Nexis Uni."""
    at = next((n for n, line in enumerate(lines) if day_in(line)), None)
    if at is None:
        return (lines[0] if lines else None), None, None
    below = lines[at + 1 :]
    title = lines[: at - 1] if at > 1 else below[-1:] if at else []
    return " ".join(title) or None, lines[at - 1] if at else None, day_in(lines[at])


def _after_facts(text: str, facts: Sequence[re.Match[str]]) -> str:
    """The body of an article without a mark of its own: what follows the facts above it."""
    end = facts[0].end()
    for fact in facts[1:]:
        if text[end : fact.start()].strip():
            break
        end = fact.end()
    return text[end:]


def _without_below(text: str) -> str:
    ends = [found.start() for mark in (_FACT_BELOW, _CLASSIFICATION) if (found := mark.search(text))]
    return text[: min(ends, default=len(text))].strip()
