"""Figures against the labelled figures of the gold set: value and unit, period, change.

A labelled figure is found where one of the document has its value and its unit. The annotator writes money in millions
or billions, and counts soldiers as soldiers, refugees as people: units of money and of measure must be the same, and of
a count the noun must be the annotator's, or stand in the annotator's words of what is counted, or both mean people.
Periods that name no days ("per year", "at present", "in future") are not asked for, as none can be given for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from communique.codebook import units
from communique.evaluation.counts import Share
from communique.evaluation.gold import GoldChange, GoldDocument, GoldFigure
from communique.linking.times import find_times, resolve_times
from communique.types import Change, Coding, Figure, When, read_edtf

__all__ = ["FigureScores", "score_figures"]

_SCALES = {"million": 1e6, "billion": 1e9, "thousand": 1e3, "lakh": 1e5, "crore": 1e7}
_CLOSE = 1e-6
_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_BOUND = re.compile(rf"(?P<word>since|from|until|by) (?P<date>{_DATE})")
_RANGE = re.compile(rf"(?P<first>{_DATE})(?: to |-|/)(?P<last>{_DATE})")
_TO = re.compile(rf".* to (?P<last>{_DATE})")


class _Asked(msgspec.Struct, frozen=True):
    """A labelled figure with the figures of its value and unit; period and change null where none is asked for."""

    document: GoldDocument
    figure: GoldFigure
    found: tuple[Figure, ...]
    period: bool | None
    change: bool | None

    @property
    def told(self) -> list[bool]:
        """What is asked for besides value and unit, and whether it is right."""
        return [right for right in (self.period, self.change) if right is not None]


class FigureScores(msgspec.Struct, frozen=True):
    """Labelled figures found; periods and changes right of those that the annotator gives; figures that are labelled.

    ``period_or_change`` counts the labelled figures that have a period or a change: right where one of the two is,
    ``period_and_change`` where all that the annotator gives is.
    """

    value_unit: Share
    period: Share
    change: Share
    period_or_change: Share
    period_and_change: Share
    labelled: Share
    lines: tuple[str, ...]


def score_figures(documents: Sequence[GoldDocument], codings: Sequence[Coding]) -> FigureScores:
    """Count what ``codings``, one a document and in the same order, have of the labelled figures."""
    matched = [(d, c, tuple(_asked(d, c))) for d, c in zip(documents, codings, strict=True)]
    asked = [a for _, _, all_asked in matched for a in all_asked]
    made = [(d, f) for d, c in zip(documents, codings, strict=True) for f in c.figures]
    told = [a.told for a in asked if a.told]
    return FigureScores(
        value_unit=Share.among(bool(a.found) for a in asked),
        period=Share.among(a.period for a in asked if a.period is not None),
        change=Share.among(a.change for a in asked if a.change is not None),
        period_or_change=Share.among(any(right) for right in told),
        period_and_change=Share.among(all(right) for right in told),
        labelled=Share.among(any(_same(f, g) for g in d.figures) for d, f in made),
        lines=tuple(line for document, coding, all_asked in matched for line in _lines(document, coding, all_asked)),
    )


def _lines(document: GoldDocument, coding: Coding, all_asked: Sequence[_Asked]) -> Iterator[str]:
    """A line for each labelled figure that is missed or wrong in its period or change, and for each unlabelled one."""
    for asked in all_asked:
        yield from _wrong(asked)
    for figure in coding.figures:
        if not any(_same(figure, gold) for gold in document.figures):
            words = " ".join(figure.evidence.text.split())
            yield f"{document.id}\tunlabelled\t{figure.value:g} {figure.unit} of {figure.of}\t{words}"


def _wrong(asked: _Asked) -> Iterator[str]:
    gold = asked.figure
    facts = f"{gold.value:g} {gold.unit} of {gold.of}"
    if not asked.found:
        yield f"{asked.document.id}\tmissed\t{facts}"
        return
    if asked.period is False:
        given = ", ".join(f.period.edtf if f.period else "none" for f in asked.found)
        yield f"{asked.document.id}\tperiod\t{facts}\t{gold.period}, not {given}"
    if asked.change is False:
        yield f"{asked.document.id}\tchange\t{facts}\t{gold.change}, not {[f.change for f in asked.found]}"


def _asked(document: GoldDocument, coding: Coding) -> Iterator[_Asked]:
    for gold in document.figures:
        found = tuple(f for f in coding.figures if _same(f, gold))
        days = _days(gold.period, coding.document.published) if gold.period else None
        period = any(_same_days(days, f.period, gold.period or "") for f in found) if days is not None else None
        change = any(_same_change(gold.change, f.change) for f in found) if gold.change is not None else None
        yield _Asked(document, gold, found, period, change)


def _same(figure: Figure, gold: GoldFigure) -> bool:
    factor, unit = _split(gold.unit)
    return _close(figure.value, gold.value * factor) and _same_unit(figure.unit or "", unit, gold.of)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _CLOSE * max(1.0, abs(one), abs(other))


def _split(unit: str) -> tuple[float, str]:
    """The factor of "million USD" and the unit."""
    first, _, rest = unit.partition(" ")
    return (_SCALES[first], rest) if first in _SCALES and rest else (1.0, unit)


def _same_unit(unit: str, gold: str, of: str) -> bool:
    one, other = _stem(unit), [_stem(word) for word in re.split(r",? and |, | ", gold)]
    if one in other or unit == gold or _measure_named(gold) == unit:
        return True
    people = units().people | {"diplomats", "soldiers", "troops"}
    if gold in people and (unit in people or unit == "people"):
        return True
    return not unit.isupper() and one in [_stem(word) for word in of.lower().split()]


def _measure_named(words: str) -> str | None:
    """The unit of which the annotator's words are another name: "cubic meters", "tonnes"."""
    measure = units().words().get(words.lower())
    return measure.unit if measure is not None else None


def _stem(word: str) -> str:
    lower = word.lower() if not word.isupper() else word
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower.removesuffix("s")


def _days(period: str, published: When | None) -> tuple[str, date | None, date | None] | None:
    """The sort of a labelled period and its bounds; None where it names no days."""
    if match := _BOUND.fullmatch(period):
        return (match["word"], *read_edtf(match["date"]))
    if match := _RANGE.fullmatch(period):
        return ("in", read_edtf(match["first"])[0], read_edtf(match["last"])[1])
    if re.fullmatch(_DATE, period):
        return ("in", *read_edtf(period))
    if match := _TO.fullmatch(period):
        return ("until", *read_edtf(match["last"]))
    times = find_times(f"in the {period}")
    start = resolve_times(times, published=published, tense="future").start if times else None
    return ("in", start.earliest, start.latest) if start is not None else None


def _same_days(days: tuple[str, date | None, date | None] | None, given: When | None, words: str) -> bool:
    """Whether a period lies in the labelled one; one with a single bound must have that bound."""
    if days is None or given is None:
        return False
    sort, first, last = days
    if sort in ("since", "from"):
        return _inside(given.earliest, first, last)
    if sort in ("until", "by"):
        return _inside(given.latest, first, last)
    return _inside(given.earliest, first, last) and _inside(given.latest, first, last)


def _inside(day: date | None, first: date | None, last: date | None) -> bool:
    return day is not None and (first is None or first <= day) and (last is None or day <= last)


def _same_change(gold: GoldChange, given: Change | None) -> bool:
    """Direction, value and unit; what it is against is told in the annotator's words and not compared."""
    if given is None or given.direction != gold.direction:
        return False
    factor, unit = _split(gold.unit)
    return _close(given.value, gold.by * factor) and _same_unit(given.unit, unit, "")
