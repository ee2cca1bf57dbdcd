"""The headline: the first line above the body that is neither furniture nor a fact about the article."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading._agency import is_credit
from communique.reading._byline import byline_of
from communique.reading._dateline import dateline_of
from communique.reading._dates import other_words
from communique.reading._furniture import is_furniture, is_menu
from communique.reading._lines import Line, same_words

__all__ = ["headline_of", "masthead_of"]

_MOST_DATE_WORDS = 8
_LONGEST_HEADLINE_WORDS = 40


def headline_of(front: Sequence[Line], title: str | None) -> Line | None:
    """The headline among ``front``, the lines above the body: the one of ``title``, else the first fit."""
    if title:
        wanted = same_words(title)
        return next((line for line in front if _says(line, wanted)), None)
    masthead = masthead_of(front)
    return next((line for line in front if line not in masthead and _may_be_headline(line)), None)


def _says(line: Line, wanted: str) -> bool:
    said = same_words(line.text)
    return bool(said) and (said == wanted or (len(said) * 2 > len(wanted) and wanted.startswith(said)))


def masthead_of(front: Sequence[Line]) -> tuple[Line, ...]:
    """The lines above the headline that name the site: single words, and lines above a menu or a clock.

    A clock is a date in the block of the site's name where another date follows further down.
    """
    return tuple(line for index, line in enumerate(front) if _is_masthead(line, front[index + 1 :]))


def _is_masthead(line: Line, below: Sequence[Line]) -> bool:
    if not any(_may_be_headline(other) for other in below):
        return False
    block = [other for other in below if other.block == line.block]
    rest = below[len(block) :]
    if any(is_menu(other.text) for other in block):
        return True
    return _has_date(block) and _has_date(rest) and any(_may_be_headline(other) for other in rest)


def _has_date(lines: Sequence[Line]) -> bool:
    return any(other_words(line.text) is not None for line in lines)


def _may_be_headline(line: Line) -> bool:
    if not 2 <= line.words <= _LONGEST_HEADLINE_WORDS or is_furniture(line):
        return False
    beside_date = other_words(line.text)
    if beside_date is not None and len(beside_date) <= _MOST_DATE_WORDS:
        return False
    if line.text[-1].isdigit() and dateline_of(line.text):
        return False
    return byline_of(line.text) is None and not is_credit(line.text)
