"""Figures told as so many times another one: "doubled to $3 billion", "40 ships, twice as many as in 2020"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from communique.codebook import units
from communique.codebook.words import any_of
from communique.coding.quantities._levels import Moved
from communique.parsing import Sentence
from communique.types import Change

__all__ = ["multiplied"]

_REACH = 60  # characters before a figure in which "doubled to" stands
_ABOUT = r"(?:(?:more than|less than|nearly|almost|about|roughly|some|over|well over|at least) )?"


def multiplied(text: str, made: Sequence[Moved], sentence: Sentence) -> list[Moved]:
    """The figures of a sentence, those that are a multiple of another with that as their change."""
    told = text[sentence.start : sentence.end]
    if not any(word in told for word in units().multiples):
        return list(made)
    return [_behind(text, one, sentence) or _before(text, one, sentence) or one for one in made]


def _before(text: str, one: Moved, sentence: Sentence) -> Moved | None:
    start = one.placed.quantity.start
    match = _leading().search(text, max(sentence.start, start - _REACH), start)
    if match is None or one.change is not None or one.placed.quantity.time:
        return None
    return msgspec.structs.replace(one, change=_change(match["times"], None), start=match.start("times"))


def _behind(text: str, one: Moved, sentence: Sentence) -> Moved | None:
    match = _following().match(text, one.end, sentence.end)
    if match is None or one.change is not None:
        return None
    change = _change(match["times"], " ".join(match["what"].split()))
    return msgspec.structs.replace(one, change=change, end=match.end("what"), against=match.span("what"))


def _change(word: str, against: str | None) -> Change:
    times = units().multiples[word.lower()]
    return Change(direction="up" if times > 1 else "down", value=100 * abs(times - 1), unit="percent", against=against)


@cache
def _leading() -> re.Pattern[str]:
    words = any_of(units().multiples)
    return re.compile(
        rf"(?<!by )(?<!a )\b(?P<times>{words})(?: (?:again|in size|within|in|since|over|from)\b[^,;:.]{{0,30}}"
        r"|(?:(?<=ed)|(?<=ing))(?: (?!to\b)[^\s,;:.()]+){1,6})? to $"
    )


@cache
def _following() -> re.Pattern[str]:
    words = any_of(units().multiples)
    kinds = "many|much|high|large|big|great|long"
    levels = "amount|number|level|figure|sum|volume|value|total|size"
    return re.compile(
        rf"(?: [^\s,;:.()–—]+){{0,8}}[ ,–—(]{{1,2}}(?:or |which is |that is |and )?{_ABOUT}(?P<times>{words})"
        rf"(?: as (?:{kinds})(?: [a-z]+)? as(?: in| at| on| during)?| the (?:{levels})(?: of| in| for| from)?"
        r"| what it was in)"
        r" (?P<what>[^,;:.()]{2,60}?)(?= and | but |[,;:.()]|$)"
    )
