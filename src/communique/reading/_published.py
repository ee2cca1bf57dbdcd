"""The day of publication, from the page's metadata, its text, or its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

import msgspec

from communique.codebook.addresses import day_in_address, month_in_address
from communique.reading._captions import is_caption
from communique.reading._dateline import dateline_of
from communique.reading._dates import (
    FoundDate,
    find_dates,
    is_date_line,
    may_hold_date,
    other_words,
    parse_date,
    parse_moment,
)
from communique.reading._lines import Line
from communique.types import Page, When, read_edtf
from communique.types.edtf import when

__all__ = ["OwnDay", "published_date", "stated_by_address", "stated_by_page"]

_HEAD_PROSE = 3  # paragraphs of running text after which a date line is no longer that of the page
_MOST_OTHER_WORDS = 8
_EASTMOST, _WESTMOST = 14, 12  # hours: zones run from UTC+14 to UTC-12
_FIRST_NEWS, _LAST_NEWS = 1605, 2999  # the first newspaper, the Relation of Strasbourg, and an end
_SUBJECT_AND_VERB = 2  # the fewest words of a sentence beside its date
_PUBLISHED = re.compile(r"\b(?:published|posted|release[ds]?|issued|date[d]?|created)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
# The page's own clock and copyright, links, and dates of other articles, say nothing of this one.
_OTHERS = re.compile(
    r"://|\b(?:last|latest)\s(?:update|modif|edit|change|review)|©|\(c\)|copyright|\brelated\b|\bsee also\b"
    r"|\bas of\b|\bearlier\b|\bsince\b|\bfrom\b.*\bto\b|\bnext\b|\bprevious\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(r"(?:on|by|until|since|before|after)\s", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*\|\s*|\s{2,}(?=(?:last|latest|updated|modified|live|by)\b)", re.IGNORECASE)


class OwnDay(msgspec.Struct, frozen=True):
    """The day that a text gives for itself: in a date line, or in a dateline, which names the day of filing.

    A dateline (``line`` false) may be of the day before publication, never of the day after.
    """

    month: int
    day: int
    year: int | None
    line: bool


class _Candidate(msgspec.Struct, frozen=True):
    rank: int
    found: FoundDate


def stated_by_page(page: Page, own: OwnDay | None = None) -> When | None:
    """The day that the page's metadata state; None where they state none, none that can be read, or no day of news.

    Year 1 and year 9999 stand in exports where a date is missing.
    A moment with its zone is of the day in that zone. Where the zone is universal time, which says nothing of
    the publisher's, ``own``, the day that the text gives for itself, tells on which side of midnight it was.
    """
    day = parse_date(page.published) if page.published else None
    if day is not None and not _FIRST_NEWS <= day.year <= _LAST_NEWS:
        return None
    if day is not None and own is not None and page.published:
        day = _in_own_zone(day, parse_moment(page.published), own)
    return when(day, day, "stated") if day else None


def _in_own_zone(day: date, moment: datetime | None, own: OwnDay) -> date:
    if moment is None or moment.tzinfo is None or moment.utcoffset():
        return day
    for shift, reached in ((1, moment.hour >= 24 - _EASTMOST), (-1, moment.hour < _WESTMOST and own.line)):
        beside = day + timedelta(days=shift)
        if reached and (beside.month, beside.day) == (own.month, own.day) and own.year in (None, beside.year):
            return beside
    return day


def stated_by_address(url: str | None) -> When | None:
    """The day or month in the path of the article's address ("/2025/10/26/", "/2002/feb/22/")."""
    if url is None:
        return None
    if day := day_in_address(url):
        return when(day, day, "stated")
    first = month_in_address(url)
    return when(*read_edtf(f"{first:%Y-%m}"), "stated") if first else None


def published_date(lines: Sequence[Line], headline: Line | None) -> FoundDate | None:
    """Where the text states its day of publication: a labelled date, a date line by the headline, a dateline.

    A label ("Published", "Date:") outranks a line after the headline, that one a line before it; a line
    after the body counts only where it is labelled. Captions, the clock and the "last update" of the page
    and its copyright say nothing; a date line that stands more than once dates its items, not the page.
    """
    best: _Candidate | None = None
    for candidate in _candidates(lines, headline):
        if best is None or candidate.rank > best.rank:
            best = candidate
    return best.found if best else None


def _candidates(lines: Sequence[Line], headline: Line | None) -> Iterator[_Candidate]:
    prose = 0
    date_lines = [line.text for line in lines[:-1] if is_date_line(line.text)]  # a release is signed with its date
    for line in lines:
        if line.prose:
            prose += 1
            if prose <= _HEAD_PROSE:
                yield from _dateline_candidate(line)
        elif line is not headline and may_hold_date(line.text) and date_lines.count(line.text) < 2:
            after = headline is not None and line.offset > headline.offset
            yield from _line_candidates(line, prose_before=prose, after=after)


def _dateline_candidate(line: Line) -> Iterator[_Candidate]:
    dateline = dateline_of(line.text)
    if dateline and dateline.day:
        start = line.offset + dateline.start
        yield _Candidate(3, FoundDate(dateline.day, start, line.offset + dateline.end))


def _line_candidates(line: Line, *, prose_before: int, after: bool) -> Iterator[_Candidate]:
    start = 0
    for separator in [*_SEPARATED.finditer(line.text), None]:
        end = separator.start() if separator else len(line.text)
        part = line.text[start:end]
        found = _own_date(part)
        if found and (rank := _rank(part, prose_before=prose_before, after=after)):
            place = line.offset + start
            yield _Candidate(rank, FoundDate(found.day, place + found.start, place + found.end))
        start = separator.end() if separator else end


def _rank(part: str, *, prose_before: int, after: bool) -> int:
    """How well the part of a line says when the page was published; 0 where it does not."""
    if _UPDATED.search(part):
        return 1
    if _PUBLISHED.search(part):
        return 5 if prose_before < _HEAD_PROSE else 1
    if prose_before:
        # Below a subtitle in whole sentences; with other words it is a line of a chronicle.
        return 3 if prose_before < _HEAD_PROSE and is_date_line(part) else 0
    return 4 if after else 2


def _own_date(part: str) -> FoundDate | None:
    """The date of a line that is about little else; None where the line speaks of other things."""
    others = other_words(part)
    if others is None or len(others) > _MOST_OTHER_WORDS or _OTHERS.search(part) or is_caption(part):
        return None
    return None if _is_sentence(part, others) else next(find_dates(part), None)


def _is_sentence(part: str, others: Sequence[str]) -> bool:
    """ "Ruto visited Japan on May 3, 2024.", "On May 2, 2023, rain fell.": a short sentence is no date line."""
    labelled = _PUBLISHED.search(part) or _UPDATED.search(part)
    told = len(others) >= _SUBJECT_AND_VERB and any(word.islower() for word in others)
    adverbial = _ADVERBIAL.match(part.strip()) is not None
    return (part.rstrip().endswith(".") or adverbial) and told and not labelled
