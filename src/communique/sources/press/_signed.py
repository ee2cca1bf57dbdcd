"""Who wrote an article, as exports tell it: behind "By", or as bare names in a line below the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.codebook import given_names

__all__ = ["signature_in", "signed"]

_BY = re.compile(r"by\s", re.IGNORECASE)
_SMALL = r"(?:(?:de|da|del|della|di|do|dos|van|von|der|den|bin|ibn|al|el|la|le)\s)"
_PART = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_NAME = rf"{_PART}(?:\s{_SMALL}{{0,2}}{_PART}){{1,3}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,\s|\s(?:and|und|et|y|&)\s){_NAME}){{0,3}}(?:,?\sin\s{_PART}(?:\s{_PART})?)?")
_OWN_WORD = re.compile(r"\b[a-zß-ÿ]{4,}\b")
_SMALL_WORD = re.compile(r"\b(?:with|from|into|over|upon|after|about|against|between|under|amid|than|that|this)\b")
_GOES_ON = re.compile(r"(?:[,:;–—-]|\b[a-z]{1,4})$")


def signed(value: str | None) -> str | None:
    """The names in the value of a field for the writer, without the "By" before them."""
    line = " ".join((value or "").split())
    return _BY.sub("", line, count=1) or None


def signature_in(above: Sequence[str]) -> str | None:
    """The line of the writer among those ``above`` an article's body, which begin with its headline; null without one.

    It begins with "By", or it is the last of several and nothing but names: the first a given name that is known, or
    below a headline that is no row of capitals itself.
    """
    behind = next((line for line in above if _BY.match(line)), None)
    if behind is not None or len(above) < 2:
        return behind
    headline, last = above[-2:]
    if _NAMES.fullmatch(last) is None:
        return None
    known = any(last.split()[0].lower() in one.names for one in given_names().values())
    return last if known or _tells_names_apart(headline) else None


def _tells_names_apart(headline: str) -> bool:
    """Whether a headline is written as a sentence is and ends in its line, so that names look unlike more of it."""
    return _OWN_WORD.search(_SMALL_WORD.sub("", headline)) is not None and _GOES_ON.search(headline) is None
