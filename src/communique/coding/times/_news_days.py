"""The days of which a report tells: by the times that it speaks of, found for each of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

import msgspec

from communique.codebook import narrative
from communique.coding.times._attached import times_within
from communique.coding.times._marks import NEWS_WEEK, Mark, day_marks, day_of_filing, lead_of, line_end
from communique.coding.times._when import is_part_of_name
from communique.coding.tree import Tree
from communique.linking import Linked
from communique.linking.times import Duration, TimeExpression
from communique.types import When
from communique.types.edtf import when

__all__ = ["NewsDays"]

_ITEM = re.compile(r"\s*(?:[•·*–—-]|\d{1,2}[.)])\s")
_LONG = 160  # characters; a numbered paragraph, and no item of a list
_ENTRIES = 3  # lines with the time by the clock that make a live page
_NEAR = 700  # characters behind the lead
_MONTH = 31  # days; a report less surely dated than that tells of no week


class _Passage(msgspec.Struct, frozen=True):
    """A sentence by its number, where it begins and ends, and where its paragraph begins."""

    number: int
    paragraph: int
    start: int
    end: int


class NewsDays:
    """The days of which one report tells, found by the sentence."""

    def __init__(self, linked: Linked, trees: Mapping[int, Tree]) -> None:
        self._text = linked.document.text
        self._linked = linked
        self._trees = trees

    @cached_property
    def _marks(self) -> Sequence[Mark]:
        return day_marks(self._linked, self._trees)

    @cached_property
    def _at(self) -> Sequence[int]:
        return [mark.at for mark in self._marks]

    @cached_property
    def _lead(self) -> tuple[int, int] | None:
        lead = lead_of(self._text)
        return None if lead is None else (lead, line_end(self._text, lead))

    def day(self, number: int, *, main: bool) -> Mark | None:
        """The day told last in the paragraph of a sentence, else the only one told so far, else that of the lead.

        No other time may have been spoken of in the paragraph, on a live page in its entry; nor, for what is not
        main, last before it. The main news may also have its day afterwards: "The decision came on Friday."
        """
        at = self._passage(number)
        if self._lead is not None and at.end <= self._lead[0]:
            return self._of_headline
        here = self._within(at.paragraph, at.end)
        if here:
            if main and _is_of_filing(here):
                return self._or_eve(here[-1])
            return here[-1] if all(mark.of_news for mark in here) else None
        if self._is_live and not self._within(self._text.rfind("\n\n", 0, at.start) + 1, self._block_end(at.end)):
            return self._filed
        so_far = bisect_right(self._at, at.end)
        if narrative()["same-day"].search(self._text, at.start, at.end):
            return self._only_before(so_far) or (None if so_far else self._filed)
        if not main and not self._goes_on(at, so_far):
            return None
        return self._only_before(so_far) or self._only_of_lead or (self.announced if main and not so_far else None)

    @cached_property
    def _is_live(self) -> bool:
        """Whether it tells a day as it goes on, in entries with the time by the clock."""
        return sum(1 for _ in islice(narrative()["clock"].finditer(self._text), _ENTRIES)) == _ENTRIES

    def _block_end(self, start: int) -> int:
        """Where the lines end that go on at ``start`` without a blank one."""
        end = self._text.find("\n\n", start)
        return len(self._text) if end < 0 else end

    def of_answer(self, number: int, news: When | None) -> Mark | None:
        """What is said of the news of the day of writing was said on it, unless its paragraph tells of another time.

        ``news`` is the start of the main events, null where they have several: then it is the day of the lead.
        """
        lead = self._only_of_lead
        news = news or (None if lead is None else lead.day)
        at, published = self._passage(number), self._linked.document.published
        if news is None or published is None or published.day is None or news.day != published.day:
            return None
        if self._within(at.paragraph, at.end) or _is_item(self._text, at.paragraph):
            return None
        return Mark(at.start, news)

    @cached_property
    def week(self) -> When | None:
        """The days up to the report, if it is known when that was."""
        published = self._linked.document.published
        if published is None or published.earliest is None or published.latest is None:
            return None
        if (published.latest - published.earliest).days > _MONTH:
            return None
        return when(published.earliest - NEWS_WEEK, published.latest, "relative")

    @cached_property
    def week_of_story(self) -> When | None:
        """The week of what goes on from the news of the first paragraph, which is not before that.

        Where the news is of the month of the report and the week begins in the one before, it is this month.
        """
        week, lead = self.week, self._within(*self._lead) if self._lead is not None else ()
        first = min((mark.day.day for mark in lead if mark.day is not None and mark.day.day is not None), default=None)
        if week is None or week.earliest is None or week.latest is None or first is None:
            return week
        crosses = week.earliest.month != week.latest.month == first.month
        if not crosses:
            return week
        return when(first.replace(day=1), week.latest.replace(day=_last_day(week.latest)), "relative")

    def of_week(self, number: int, *, past: bool) -> bool:
        """Whether what a sentence tells as news can be of the week: its paragraph speaks of no other time.

        What is told in the ``past`` goes on from the time told last.
        """
        at = self._passage(number)
        if not all(mark.of_news for mark in self._within(at.paragraph, at.end)):
            return False
        last = self._last(bisect_right(self._at, at.end))
        return not past or last is None or last.of_news

    @cached_property
    def announced(self) -> Mark | None:
        """The only day on which the text says that something was announced."""
        return _only_news(mark for mark in self._marks if mark.announced)

    @cached_property
    def of_lead(self) -> Mark | None:
        """The day of filing, for what a first paragraph that speaks of no time tells as news of now."""
        silent = self._lead is not None and not self._within(*self._lead)
        return self._or_eve(self._filed) if self._filed is not None and silent else None

    def _or_eve(self, mark: Mark) -> Mark:
        """The day that a report tells first behind its lead, if that is the one before: agencies file past midnight.

        ``mark`` is the day of filing, by which the lead tells its news.
        """
        told = next((other for other in self._marks if self._lead is not None and other.at > self._lead[1]), None)
        if told is None or self._lead is None or told.at - self._lead[1] > _NEAR or not isinstance(told.named, date):
            return mark
        return told if mark.named == told.named + timedelta(days=1) else mark

    @cached_property
    def _filed(self) -> Mark | None:
        filed = day_of_filing(self._linked)
        return None if filed is None else Mark(0, when(filed, filed, "relative"))

    def is_lead(self, number: int) -> bool:
        """Whether a sentence is one of the first paragraph."""
        start = self._linked.parse.sentences[number].start
        return self._lead is not None and self._lead[0] <= start < self._lead[1]

    @cached_property
    def _of_headline(self) -> Mark | None:
        first = self._within(*self._lead) if self._lead is not None else ()
        if _is_of_filing(first):
            return self._or_eve(first[0])
        return (_only_news(first) if first else self.announced) or self.of_lead

    @cached_property
    def _only_of_lead(self) -> Mark | None:
        return _only_news(self._within(*self._lead)) if self._lead is not None else None

    @cached_property
    def _news(self) -> tuple[Mark | None, int]:
        """The first day of news, and how many marks are told before another one is."""
        first = next((mark for mark in self._marks if mark.of_news), None)
        others = (n for n, mark in enumerate(self._marks) if mark.of_news and first and mark.named != first.named)
        return first, next(others, len(self._marks))

    @cached_property
    def _current(self) -> list[int]:
        """For each mark the number of the last one up to it that is not only recalled, -1 for none."""
        found, last = [], -1
        for number, mark in enumerate(self._marks):
            last = number if mark.of_news or not mark.recalled else last
            found.append(last)
        return found

    def _passage(self, number: int) -> _Passage:
        sentence = self._linked.parse.sentences[number]
        return _Passage(number, self._text.rfind("\n", 0, sentence.start) + 1, sentence.start, sentence.end)

    def _within(self, start: int, end: int) -> Sequence[Mark]:
        return self._marks[bisect_right(self._at, start - 1) : bisect_right(self._at, end)]

    def _only_before(self, count: int) -> Mark | None:
        """The day of news that the first ``count`` marks name, if they name one."""
        first, others = self._news
        return first if first is not None and self._at.index(first.at) < count <= others else None

    def _last(self, count: int) -> Mark | None:
        """Of the first ``count`` marks the last that is not only recalled."""
        last = self._current[count - 1] if count else -1
        return self._marks[last] if last >= 0 else None

    def _goes_on(self, at: _Passage, so_far: int) -> bool:
        """Whether a paragraph without a time of its own tells on from the one before it.

        Items of a list stand for themselves, and what went on for days was not on the day of the lead.
        """
        last = self._last(so_far)
        if last is None or not last.of_news or _is_item(self._text, at.paragraph):
            return False
        sentence = self._linked.parse.sentences[at.number]
        lasting = any(_lasts(one) for one in times_within(sentence, self._linked.times))
        return not lasting and narrative()["spread"].search(self._text, at.start, at.end) is None


def _last_day(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _lasts(one: TimeExpression) -> bool:
    """Whether it says how long something went on."""
    return isinstance(one.value, Duration) and not is_part_of_name(one)


def _is_item(text: str, paragraph: int) -> bool:
    """An item of a list; the numbered paragraphs of a communique tell on."""
    found = _ITEM.match(text, paragraph)
    numbered = found is not None and any(c.isdigit() for c in found[0])
    return found is not None and not (numbered and line_end(text, paragraph) - paragraph > _LONG)


def _is_of_filing(marks: Sequence[Mark]) -> bool:
    """Whether a passage has no other day than that of its writing."""
    return bool(marks) and all(mark.perfect or mark.filed for mark in marks)


def _only_news(marks: Iterable[Mark]) -> Mark | None:
    """The first of those marks that name a day of news, if they name the same."""
    return _only_day([mark for mark in marks if mark.of_news])


def _only_day(marks: Sequence[Mark]) -> Mark | None:
    """The first mark, null where they name several days or another time."""
    return marks[0] if len({mark.named for mark in marks}) == 1 and marks[0].of_news else None
