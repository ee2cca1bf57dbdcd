"""What a figure measures, told by its unit and the words beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook import Measured, measured_things, units
from communique.codebook.words import any_of
from communique.types import Figure, Span

__all__ = ["by_name", "measure_of", "times"]

_STOP = re.compile(r"[,;:.!?()\n«»“”\"—–]")
_END = re.compile(r"[;:.!?\n]")
# "35 people, most of them civilians, were killed"; "A$90bn (£48bn) submarine contract"; "a contract, which was worth".
_CUT = re.compile(r"\s*,")
_CONVERTED = re.compile(r"\s*\([^()\n]*\)")
_RELATIVE = re.compile(r"\s*(?:which|that|who)\b")
# "N days of …" and "an N-day …" up to three words before what lasted; "… of N days", "… that has gone on for N days"
# up to eight words behind it.
_BEHIND = r"\A(?:\s+of\b|-long\b)(?:\s+[\w'’-]+){{0,3}}?\s+(?:{words})\b"
_HYPHENED = r"\A(?:-long\b|\s+of\b)?(?:\s+[\w'’-]+){{0,3}}?\s+(?:{words})\b"
_BEFORE = r"\b(?:{words})\b(?:\s+[\w'’-]+){{0,8}}?\s+(?:of|for|lasted|lasting|lasts|took|taking|spanned|spanning)\s*\Z"
_FAR = 1_000
"""Characters: what stands before a figure is of it only where nothing behind it is."""


class _Reading(msgspec.Struct, frozen=True):
    """How an entry is read around a figure. Lengths of time have no ``beside``: only ties of lasting count."""

    measured: Measured
    beside: re.Pattern[str] | None
    behind: re.Pattern[str]
    hyphened: re.Pattern[str]
    before: re.Pattern[str]


def measure_of(text: str, figure: Figure, others: Sequence[Span] = ()) -> Measured | None:
    """The thing that ``figure``, which stands in ``text``, measures; the nearest word behind it tells, else before it.

    Its part of the sentence ends at a stop, a comma or the next of ``others``, the spans of the other figures.
    """
    readings = _readings().get(_sort_of_unit(figure.unit), ())
    before, behind = _sides(text, figure.evidence, others) if readings else ("", "")
    best: tuple[int, Measured] | None = None
    for reading in readings:
        place = _place(reading, figure.evidence.text, before, behind)
        if place is not None and (best is None or place < best[0]):
            best = place, reading.measured
    return best[1] if best else None


@cache
def by_name() -> MappingProxyType[str, Measured]:
    """The entries by their names."""
    return MappingProxyType({measured.name: measured for measured in measured_things().measures})


def _sides(text: str, span: Span, others: Sequence[Span]) -> tuple[str, str]:
    """The words of the figure's part of the sentence before it and behind it."""
    return _before(text, span, others), _behind(text, span, others)


def _before(text: str, span: Span, others: Sequence[Span]) -> str:
    first = max((other.end for other in others if other.end <= span.start), default=0)
    end = _last_stop(_END, text, first, span.start)
    part = text[_last_stop(_STOP, text, first, span.start) : span.start]
    return text[end : span.start] if _RELATIVE.match(part) else part


def _behind(text: str, span: Span, others: Sequence[Span]) -> str:
    converted = _CONVERTED.match(text, span.end)
    begin = converted.end() if converted else span.end
    last = min((other.start for other in others if other.start >= begin), default=len(text))
    stop = (_END if _CUT.match(text, begin) else _STOP).search(text, begin, last)
    return text[begin : stop.start() if stop else last]


def _last_stop(stop: re.Pattern[str], text: str, first: int, last: int) -> int:
    return max((match.end() for match in stop.finditer(text, first, last)), default=first)


def _place(reading: _Reading, words: str, before: str, behind: str) -> int | None:
    """How far the word stands that tells, in characters; null where none does."""
    if reading.beside is not None and reading.beside.search(words):
        return 0
    if match := (reading.hyphened if "-" in words else reading.behind).search(behind):
        return match.start() if reading.beside is not None else match.end()
    ends = [match.end() if reading.beside is not None else match.start() for match in reading.before.finditer(before)]
    return _FAR + len(before) - ends[-1] if ends else None


@cache
def _readings() -> MappingProxyType[str, tuple[_Reading, ...]]:
    found: defaultdict[str, list[_Reading]] = defaultdict(list)
    for measured in measured_things().measures:
        reading = _reading(measured)
        for unit in measured.units:
            found[unit].append(reading)
    return MappingProxyType({unit: tuple(readings) for unit, readings in found.items()})


def _reading(measured: Measured) -> _Reading:
    words = any_of(measured.words)
    plain = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    if "time" not in measured.units:
        return _Reading(measured, plain, plain, plain, plain)
    lasting = (re.compile(p.format(words=words), re.IGNORECASE) for p in (_BEHIND, _HYPHENED, _BEFORE))
    return _Reading(measured, None, *lasting)


@cache
def times() -> frozenset[str]:
    """The units of lengths of time."""
    return frozenset(measure.unit for measure in units().measures if measure.time)


@cache
def _sorts() -> MappingProxyType[str, str]:
    return MappingProxyType(
        dict.fromkeys(times(), "time") | {currency.unit: "money" for currency in units().currencies}
    )


def _sort_of_unit(unit: str | None) -> str:
    return _sorts().get(unit, unit) if unit is not None else ""
