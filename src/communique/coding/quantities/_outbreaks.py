"""When the conflict of which a report counts the dead began: "Heavy fighting broke out on July 24"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from communique.linking.times import TimeExpression

__all__ = ["outbreaks", "tolls"]

_CONFLICTS = (
    "fighting|war|warfare|conflict|clashes|hostilities|violence|unrest|uprising|revolt|rebellion|insurgency|invasion"
    "|offensive|siege|bombardment|bombing|air ?strikes|crisis|protests|crackdown|outbreak|epidemic"
)
_BEGAN = re.compile(
    rf"\b(?:{_CONFLICTS})\b(?:,? which| that)?(?: first)? (?:broke out|began|started|erupted|flared(?: up)?)\b",
    re.IGNORECASE,
)
_SUFFERED = re.compile(
    r"\b(?:has|have)(?: \w+ly| now| so far| already| since)?(?: been)? "
    r"(?:killed|died|wounded|injured|hurt|displaced|uprooted|fled|cost|claimed|left|lost|arrested|detained|forced"
    r"|had to)\b",
    re.IGNORECASE,
)
_IN_IT = re.compile(rf"\b(?:{_CONFLICTS})\b", re.IGNORECASE)
_REACH = 40  # characters behind the words in which the time stands


def outbreaks(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions of time that tell when a conflict began, in the order of the text."""
    starts = [time.span.start for time in times]
    found = []
    for match in _BEGAN.finditer(text):
        place = bisect_left(starts, match.end())
        near = place < len(times) and starts[place] - match.end() < _REACH
        if near and not re.search(r"[.;\n]", text[match.end() : starts[place]]):
            found.append(times[place])
    return found


def tolls(text: str, start: int, end: int) -> bool:
    """Whether a sentence, from ``start`` to ``end``, counts up to now what a conflict did to people."""
    return _SUFFERED.search(text, start, end) is not None and _IN_IT.search(text, start, end) is not None
