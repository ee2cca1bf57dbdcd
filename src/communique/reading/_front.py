"""What stands about the body: headline, byline, agency, dateline, date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import cities
from communique.reading._agency import credited_agency, is_credit, named_agency
from communique.reading._byline import byline_of
from communique.reading._captions import is_caption
from communique.reading._dateline import Dateline, dateline_of
from communique.reading._dates import FoundDate, other_words
from communique.reading._headline import headline_of, masthead_of
from communique.reading._lines import Line, ends_sentence
from communique.reading._published import OwnDay, published_date

__all__ = ["Front", "front_of"]

_NEAR_LINES = 3  # a subtitle in whole sentences may stand above the byline and the dateline
_CLOSING_LINES = 5
_MOST_FRONT_LINES = 40  # a page with more lines above its first sentence has no body to stand above
_OUTLET_WORDS = 4
_CLOSING_WORDS = 12

_SOURCE = re.compile(r"(?:source|via|credit)(?:s|\(s\))?\s?:\s?(?:\S+\s?){1,6}$|with (?:inputs|agencies)\b", re.I)
_LABEL = re.compile(r"\b(?:published|posted|updated|date|publisher)\b", re.I)
_CELLS = re.compile(r"\s*[|•·,/]\s*|\s[-–—]+\s|\.\s")
_TAGS = re.compile(r"[a-z][a-z '-]{1,24}(?:, ?[a-z][a-z '-]{1,24})+$")
_CLOSING_AGENCY = re.compile(r"(?:\((?P<within>[^()]{2,40})\)|(?:--|[—–-])\s?(?P<after>[A-Z][\w. ]{1,30}))$")
_CONTRIBUTED = re.compile(r"contributed to this (?:report|story|article)", re.I)


class Front(msgspec.Struct, frozen=True):
    """The facts about an article and the lines that hold nothing else, which are not part of its text."""

    headline: Line | None
    byline: str | None
    agency: str | None
    dateline: str | None
    published: FoundDate | None
    own_day: OwnDay | None
    aside: frozenset[Line]


def front_of(lines: Sequence[Line], title: str | None) -> Front:
    """The facts that ``lines`` state about the article; ``title`` is the headline where the page gives it."""
    body = _body_start(lines)
    headline = headline_of(lines[:body], title)
    about = [line for line in _about(lines, body) if line is not headline]
    published = published_date(lines, headline)
    aside = frozenset(_aside(lines, body, headline, published))
    dateline = _first_dateline(line for line in lines if line is not headline)
    return Front(
        headline=headline,
        byline=next((name for line in about if (name := byline_of(line.text))), None),
        agency=(dateline.agency if dateline else None) or _agency(lines, aside),
        dateline=dateline.place if dateline else _filed_from(about),
        published=published,
        own_day=_own_day(lines, published, dateline),
        aside=aside,
    )


def _own_day(lines: Sequence[Line], published: FoundDate | None, dateline: Dateline | None) -> OwnDay | None:
    if published is not None:
        line = next((line for line in lines if line.offset <= published.start < line.end), None)
        day = published.day
        return OwnDay(day.month, day.day, day.year, line is not None and not line.prose)
    if dateline is not None and dateline.month_day is not None:
        return OwnDay(*dateline.month_day, None, False)
    return None


def _body_start(lines: Sequence[Line]) -> int:
    """The index of the first running text that is no caption."""
    front = lines[:_MOST_FRONT_LINES]
    return next((i for i, line in enumerate(front) if line.prose and not is_caption(line.text)), len(front))


def _about(lines: Sequence[Line], body: int) -> Iterator[Line]:
    """The lines where facts stand: above the body, between its first paragraphs, and the last ones."""
    for index, line in enumerate(lines):
        near = index <= body + _NEAR_LINES or index >= len(lines) - _CLOSING_LINES
        if near and not line.prose and not is_caption(line.text):
            yield line


def _aside(lines: Sequence[Line], body: int, headline: Line | None, published: FoundDate | None) -> Iterator[Line]:
    above, closing = lines[:body], lines[max(body, len(lines) - _CLOSING_LINES) :]
    masthead = masthead_of(above) if headline else ()
    for line in _about(lines, body):
        if line is headline:
            continue
        if (
            line in masthead
            or _is_credit_line(line.text)
            or (line in above and _is_about_line(line, headline))
            or (line in closing and _is_closing_line(line))
            or (published and line.offset <= published.start < line.end)
        ):
            yield line


def _is_credit_line(text: str) -> bool:
    return byline_of(text) is not None or is_credit(text) or _SOURCE.match(text) is not None


def _is_about_line(line: Line, headline: Line | None) -> bool:
    """Whether a line above the body is a dated credit ("Gazette, Monday 15 Sep 2025") or an outlet's name."""
    others = other_words(line.text)
    if others is not None:
        return _LABEL.search(line.text) is not None or all(word[0].isupper() for word in others)
    if headline is None or ends_sentence(line.text) or dateline_of(line.text):
        return False
    if line.offset < headline.offset:
        return line.words == 1
    names = line.text.strip("()").split()
    # A word in capitals alone may be the place of a dateline.
    return len(names) <= _OUTLET_WORDS and all(name[0].isupper() for name in names) and not line.text.isupper()


def _is_closing_line(line: Line) -> bool:
    """Whether a last line is in brackets as a whole, as credits are, or a list of tags in lower case."""
    text = line.text
    if line.words > _CLOSING_WORDS:
        return False
    return (text[0] == "(" and text[-1] == ")" and text.count("(") == 1) or _TAGS.match(text) is not None


def _first_dateline(lines: Iterator[Line]) -> Dateline | None:
    prose = 0
    for line in lines:
        dateline = None if is_caption(line.text) else dateline_of(line.text)
        # Above the body only a line that ends with its day stands for a dateline of its own.
        if dateline and (line.prose or line.text[-1].isdigit()):
            return dateline
        prose += line.prose
        if prose == _NEAR_LINES:
            return None
    return None


def _filed_from(about: Iterable[Line]) -> str | None:
    """The city in a dated line about the article: "Lima, Monday 3 May 2021", "J. Roe | Lima | May 3, 2021"."""
    dated = (line.text for line in about if other_words(line.text) is not None)
    found = [[cell for cell in _CELLS.split(text) if cell.casefold() in _city_names()] for text in dated]
    return next((cells[0] for cells in found if len(cells) == 1), None)


@cache
def _city_names() -> frozenset[str]:
    return frozenset(name.casefold() for city in cities() if city.kind == "city" for name in city.names)


def _agency(lines: Sequence[Line], aside: frozenset[Line]) -> str | None:
    for line in lines:
        if line in aside and (agency := credited_agency(line.text) or named_agency(line.text)):
            return agency
    closing = (_closing_agency(line.text) for line in reversed(lines[-_CLOSING_LINES:]))
    return next((agency for agency in closing if agency), None)


def _closing_agency(text: str) -> str | None:
    """The agency credited at a paragraph's end: "he said. (IANS)", "Reuters contributed to this report"."""
    match = _CLOSING_AGENCY.search(text[-60:])
    if match and (agency := credited_agency(match["within"] or match["after"])):
        return agency
    contributed = _CONTRIBUTED.search(text[-200:])
    return named_agency(text[-200:][: contributed.start()].rpartition(". ")[2]) if contributed else None
