"""Bylines: who wrote it."""

from __future__ import annotations

import re

from communique.codebook.calendar import CALENDAR_WORDS
from communique.reading._dates import find_dates

__all__ = ["byline_of"]

_MOST_WORDS = 14
_LONGEST = 200
_BY = re.compile(
    r"(?:(?:posted|written|reported|published|authored|story|words|text|report|edited)\s+)?by:?\s+(?=\S)|"
    r"author:\s+|writer:\s+|reporter:\s+",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"^\s*date\b", re.IGNORECASE)
# What may follow the name on its line.
_AFTER = re.compile(r"\s*(?:\||\s/\s|\s[-–—]\s|\s[-–—]$|[–—:]$|\bon\s*$|\bat\s*$|@).*", re.IGNORECASE | re.DOTALL)
_SMALL = frozenset(
    """and of the for in at on a an to with from our de da do di du van von der den bin al el la le staff
    reporter reporters writer writers correspondent correspondents desk agencies agency editor editors
    bureau team newsroom special contributor & et""".split()
)
_DESK = re.compile(
    r"(?:our |special |staff )?(?:staff|correspondents?|reporters?|agencies|newsroom|news desk|web desk)"
    r"(?:(?: and|,| &|/) (?:agencies|wires?|staff|correspondents?|reporters?))?",
    re.IGNORECASE,
)
_STAFF_OF = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,3}(?:Reporters?|Correspondents?|Staff|Desk|Bureau)\b")
_NAME = r"[A-Z][a-zà-ÿ'’-]+(?:\s[A-Z]\.)?(?:\s(?:al-|de\s|van\s|von\s)?[A-Z][\wà-ÿ'’-]+){1,2}"
_NAME_IN_PLACE = re.compile(rf"(?P<name>{_NAME}),\s(?:in\s)?(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")


def byline_of(text: str) -> str | None:
    """The writer that a line names which does nothing else ("By Jane Doe", "Jane Doe, Moscow"); else None."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return None
    text = _DATE_LABEL.sub("", text, count=1) if _DATE_LABEL.match(text) else text
    bare = _without_dates(text).strip(" ,-–—|")
    by = _BY.match(bare)
    if by:
        return _named(bare[by.end() :])
    if _DESK.fullmatch(bare) or _STAFF_OF.fullmatch(bare):
        return bare
    placed = _NAME_IN_PLACE.fullmatch(bare)
    return placed["name"] if placed and placed["place"].lower() not in CALENDAR_WORDS else None


def _without_dates(text: str) -> str:
    """``text`` before its date, or after it where it begins with the date."""
    for found in find_dates(text):
        before = text[: found.start].strip()
        return before or text[found.end :].strip()
    return text


def _named(rest: str) -> str | None:
    name = _AFTER.sub("", rest).strip(" .,;:-–—")
    words = name.split()
    if not words or any(not _may_name(word) for word in words):
        return None
    first = words[0].lower().strip(".,")
    return None if first in CALENDAR_WORDS or first.isdigit() else name


def _may_name(word: str) -> bool:
    return word[0].isupper() or word.lower().strip(".,") in _SMALL
