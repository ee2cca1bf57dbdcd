"""Diaries and chronologies: a date that heads a line, or a group of lines, is that of what they tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.coding.drafting import Draft
from communique.coding.times import when
from communique.linking import Linked
from communique.linking.times import Day, Month, Range, TimeExpression, Year
from communique.types import EventClaim, When

__all__ = ["diary", "with_dates"]

_LINE = re.compile(r"[^\n]+")
_FEW = 2
"""Lines under dates, or with a date at their head, that make a list of dates."""
_MARKS = " \t\r•*·–—-|:"
_TITLE = re.compile(r"[^.!?]{1,60}$")


def diary(linked: Linked) -> Mapping[int, TimeExpression]:
    """The date at the head of which each sentence stands, by number, where it stands under one in a list of dates."""
    starts = [sentence.start for sentence in linked.parse.sentences]
    headed = list(_headed(linked))
    if len({time.span for _, _, time in headed}) < _FEW:
        return {}
    return {
        number: time
        for start, end, time in headed
        for number in range(bisect_left(starts, start), bisect_left(starts, end))
    }


def _headed(linked: Linked) -> Iterator[tuple[int, int, TimeExpression]]:
    """Lines, from where they start to where they end, with their dates; a title that is no date ends a group."""
    text, under, after_gap = linked.parse.text, None, True
    heads = {time.span.start: time for time in linked.times if isinstance(time.value, Day | Month | Year | Range)}
    for line in _LINE.finditer(text):
        words = line[0].strip(_MARKS)
        opening = heads.get(line.start() + line[0].find(words)) if words else None
        if opening is not None and words == opening.span.text:
            under = opening
        elif opening is not None and _is_head(text, opening, line.end()):
            yield line.start(), line.end(), opening
        elif after_gap and _TITLE.fullmatch(words):
            under = None
        elif under is not None:
            yield line.start(), line.end(), under
        after_gap = text.startswith("\n\n", line.end())


def _is_head(text: str, time: TimeExpression, end: int) -> bool:
    """Whether a date opens its line as the head of an entry: "May 3 LIMA - Rao visits", "2019: Rao visits"."""
    return _ENTRY.match(text, time.span.end, end) is not None


_ENTRY = re.compile(r"\s?[:–—-]\s|\s{2,}|\s\|\s|,?\s(?:[A-Z]{2,}[A-Z .,/’'-]*)\s?[:–—-]\s")


def with_dates(drafts: Sequence[Draft], dates: Mapping[int, TimeExpression], published: When | None) -> list[Draft]:
    """The drafts; those under a date that tell no start of their own begin then."""
    return [_dated(draft, dates[draft.sentence], published) if draft.sentence in dates else draft for draft in drafts]


def _dated(draft: Draft, date: TimeExpression, published: When | None) -> Draft:
    claim, found = draft.claim, when([date], published=published, tense=None)
    if claim.start is None and found.start is not None and _is_before(found.start, claim):
        claim = msgspec.structs.replace(claim, start=found.start, end=claim.end or found.end)
    if _is_over(claim, published):
        claim = msgspec.structs.replace(claim, status="happened")
    return msgspec.structs.replace(draft, claim=claim)


def _is_over(claim: EventClaim, published: When | None) -> bool:
    """Whether an entry in the present tense, which no word says to be a plan, is of a day before the report."""
    now = published.earliest if published is not None else None
    last = claim.start.latest if claim.start is not None else None
    untold = claim.status == "planned" and claim.status_evidence is None
    return untold and now is not None and last is not None and last < now


def _is_before(start: When, claim: EventClaim) -> bool:
    end = claim.end.latest if claim.end is not None else None
    return end is None or start.earliest is None or start.earliest <= end
