"""The weekday of a paper, a bulletin or a page, told at its head: it is that of writing.

"Saturday briefing", "Your Friday digest", "where firms stand this Wednesday".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from communique.codebook import clock_words
from communique.linking.times._report import bare_weekday, is_ahead
from communique.linking.times._stretches import Stretches
from communique.linking.times._values import TimeExpression, Weekday
from communique.types.edtf import read_edtf, when
from communique.types.span import Span
from communique.types.when import When

__all__ = ["is_stamp", "of_masthead"]

_HEAD = 200  # characters
_TWO = 2
_FORTNIGHT = 14  # days; of a longer time it leaves several
_STAMP = re.compile(
    r"[ \t,|·–-]*(?i:(?:(?:last|first)\s)?(?:updated|published|posted|modified)?(?:\s(?:on|at))?)"
    r"(?:[ \t,|·–-]|\d{1,2}[.:]\d\d|[aApP]\.?[mM]\b\.?|[A-Z]{2,4}\b)*"
)


def is_stamp(words: str) -> bool:
    """Whether the words that follow a day on its line only say by the clock when the page was changed."""
    return _STAMP.fullmatch(words) is not None


def of_masthead(text: str, expressions: Sequence[TimeExpression], found: When) -> When:
    """``found``, or the day of it that has the weekday of the masthead.

    Of two the one next to the day that is told: what is not of the week is told with its month.
    """
    told = None if found.day is not None else next(_weekdays(text, expressions), None)
    fitting = [] if told is None else [day for day in _days(found) if day.isoweekday() == told[0]]
    if told is None or not fitting or len(fitting) > _TWO:
        return found
    ahead = found.evidence is not None and is_ahead(text, found.evidence)
    day = fitting[-1] if ahead else fitting[0]
    return when(day, day, "inferred", told[1])


def _days(found: When) -> Iterator[date]:
    for first, last in _members(found):
        if (last - first).days <= _FORTNIGHT:
            yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _members(found: When) -> Stretches:
    texts = found.edtf[1:-1].split(",") if found.edtf.startswith("[") else [found.edtf]
    return tuple((first or date.min, last or date.max) for first, last in map(read_edtf, texts))


def _weekdays(text: str, expressions: Sequence[TimeExpression]) -> Iterator[tuple[int, Span]]:
    for one in expressions:
        value = one.value
        if one.span.start > _HEAD:
            return
        weekday = value.weekday if isinstance(value, Weekday) and value.modifier == "this" else bare_weekday(value)
        if weekday is not None and _is_of_masthead(text, one):
            yield weekday, one.span


def _is_of_masthead(text: str, one: TimeExpression) -> bool:
    """By what stands around it on its line."""
    start, end = text.rfind("\n", 0, one.span.start) + 1, text.find("\n", one.span.end)
    line = text[start : len(text) if end < 0 else end]
    return any(
        found.start() <= one.span.start - start < found.end()
        for found in clock_words("masthead", "weekday").finditer(line)
    )
