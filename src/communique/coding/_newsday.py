"""The day of which a report tells, for events that its sentences do not date.

News says once when its story happened ("on Wednesday", the day of the dateline, "today", or a perfect in
the lead: "have signed") and tells on in the simple past. What is recalled has a time of its own, a pluperfect,
or stands in a paragraph about another time; it takes nothing from here. A headline has the day of the first paragraph.
What has no day even so was in the week before the report, if it tells it as news.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from communique.codebook import narrative
from communique.coding._draft import Draft
from communique.coding._marks import NEWS_WEEK, Mark, day_marks, day_of_filing, lead_of, line_end
from communique.coding._when import times_within
from communique.linking import Linked
from communique.linking.times import Duration
from communique.types import EventClaim, When
from communique.types.edtf import when

__all__ = ["NewsDays", "with_news_day", "with_news_week"]

_ITEM = re.compile(r"\s*(?:[•·*–—-]|\d{1,2}[.)])\s")
_LONG = 160  # characters; a numbered paragraph, and no item of a list
_MONTH = 31  # days; a report less surely dated than that tells of no week
_SHORTEST = 28  # days of a month
_ENCOUNTERS = frozenset({"visit", "meeting", "talks", "summit", "call"})
_TOLD = frozenset({"happened", "ongoing"})


class _Passage(msgspec.Struct, frozen=True):
    """A sentence by its number, where it begins and ends, and where its paragraph begins."""

    number: int
    paragraph: int
    start: int
    end: int


class NewsDays:
    """The days of which one report tells, found by the sentence."""

    def __init__(self, linked: Linked) -> None:
        self._text = linked.document.text
        self._linked = linked
        self._marks = day_marks(linked)
        self._at = [mark.at for mark in self._marks]
        lead = lead_of(self._text)
        self._lead = None if lead is None else (lead, line_end(self._text, lead))

    def day(self, number: int, *, main: bool) -> Mark | None:
        """The day told last in the paragraph of a sentence, else the only one told so far, else that of the lead.

        No other time may have been spoken of in the paragraph; nor, for what is not main, last before it. The
        main news may also have its day afterwards: "The decision came on Friday."
        """
        at = self._passage(number)
        if self._lead is not None and at.end <= self._lead[0]:
            return self._of_headline
        here = self._within(at.paragraph, at.end)
        if here:
            return here[-1] if all(mark.of_news for mark in here) else None
        so_far = bisect_right(self._at, at.end)
        if narrative()["same-day"].search(self._text, at.start, at.end):
            return self._only_before(so_far)
        if not main and not self._goes_on(at, so_far):
            return None
        return self._only_before(so_far) or self._only_of_lead or (self.announced if main and not so_far else None)

    def of_answer(self, number: int, news: Sequence[When | None]) -> Mark | None:
        """What is said of the news of the day of writing was said on it, unless its paragraph tells of another time.

        ``news`` are the starts of the main events that have happened.
        """
        at, published = self._passage(number), self._linked.document.published
        days = {start.day if start is not None else None for start in news}
        if published is None or published.day is None or days != {published.day}:
            return None
        if self._within(at.paragraph, at.end) or _is_item(self._text, at.paragraph):
            return None
        return Mark(at.start, next(start for start in news if start is not None))

    @cached_property
    def week(self) -> When | None:
        """The days up to the report, if it is known when that was."""
        published = self._linked.document.published
        if published is None or published.earliest is None or published.latest is None:
            return None
        if (published.latest - published.earliest).days > _MONTH:
            return None
        return when(published.earliest - NEWS_WEEK, published.latest, "relative")

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
        filed = day_of_filing(self._linked)
        if filed is None or self._lead is None or self._within(*self._lead):
            return None
        return Mark(self._lead[0], when(filed, filed, "relative"))

    def is_lead(self, number: int) -> bool:
        """Whether a sentence is one of the first paragraph."""
        start = self._linked.parse.sentences[number].start
        return self._lead is not None and self._lead[0] <= start < self._lead[1]

    @cached_property
    def _of_headline(self) -> Mark | None:
        first = self._within(*self._lead) if self._lead is not None else ()
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
        lasting = any(isinstance(one.value, Duration) for one in times_within(sentence, self._linked.times))
        return not lasting and narrative()["spread"].search(self._text, at.start, at.end) is None


def with_news_day(claims: Sequence[EventClaim], drafts: Sequence[Draft], linked: Linked) -> Iterator[EventClaim]:
    """The claims, those that are news without a date with the day of which the report tells there."""
    current = {draft.claim.evidence: draft for draft in drafts if draft.current}
    days = NewsDays(linked)
    for claim in claims:
        told = [current[span] for span in (claim.evidence, *claim.mentions) if span in current]
        found = _mark(claim, told[0], days, claims) if told and _lacks_date(claim) else None
        yield _with_day(claim, found)


def with_news_week(claims: Sequence[EventClaim], drafts: Sequence[Draft], linked: Linked) -> Iterator[EventClaim]:
    """The claims, those that are news and have no date even so with the days of the week before the report.

    "Peru has denied it" may be of any time; the perfect of an act is news.
    """
    current = {draft.claim.evidence: draft for draft in drafts if draft.current}
    days, story = NewsDays(linked), sorted(claims, key=_at)
    for claim in claims:
        told = [current[span] for span in (claim.evidence, *claim.mentions) if span in current]
        open_still = _lacks_date(claim) and not any(clue.kind == "weekday" for clue in claim.clues)
        recent = open_still and any(_is_recent(claim, draft, days) for draft in told[:1])
        answer = open_still and bool(told) and told[0].tense == "past" and claim.family == "statement"
        start = days.week if recent else _answered(claim, story, linked.document.text) if answer else None
        yield claim if start is None else msgspec.structs.replace(claim, start=start)


def _answered(claim: EventClaim, story: Sequence[EventClaim], text: str) -> When | None:
    """The month or year of the event told right before in the paragraph, which a statement answers.

    "In May 2019 Peru accused Chile of theft. Chile rejected the charge."
    """
    before = bisect_left(story, _at(claim), key=_at) - 1
    start = story[before].start if before >= 0 else None
    if start is None or start.earliest is None or start.latest is None or "\n" in text[_at(story[before]) : _at(claim)]:
        return None
    return start if (start.latest - start.earliest).days + 1 >= _SHORTEST else None


def _at(claim: EventClaim) -> int:
    return claim.evidence.start


def _is_recent(claim: EventClaim, told: Draft, days: NewsDays) -> bool:
    if claim.family == "statement":
        return told.tense != "perfect" and days.of_week(told.sentence, past=False)
    return days.of_week(told.sentence, past=told.tense == "past")


def _mark(claim: EventClaim, told: Draft, days: NewsDays, claims: Sequence[EventClaim]) -> Mark | None:
    found = days.day(told.sentence, main=claim.salience == "main")
    if found is not None and found.perfect and claim.family not in _ENCOUNTERS:
        found = days.announced or found
    if found is None and claim.family == "statement":
        news = [other.start for other in claims if other.salience == "main" and other.status == "happened"]
        found = days.of_answer(told.sentence, news)
    new = claim.salience == "main" and claim.status == "happened" and told.tense != "past"
    return found or (days.of_lead if new and days.is_lead(told.sentence) else None)


def _with_day(claim: EventClaim, mark: Mark | None) -> EventClaim:
    if mark is None or mark.clue is None:
        return claim if mark is None else msgspec.structs.replace(claim, start=mark.day)
    return msgspec.structs.replace(claim, clues=(*claim.clues, mark.clue))


def _lacks_date(claim: EventClaim) -> bool:
    undated = claim.start is None and claim.end is None and all(c.kind == "duration" for c in claim.clues)
    return undated and claim.status in _TOLD


def _is_item(text: str, paragraph: int) -> bool:
    """An item of a list; the numbered paragraphs of a communique tell on."""
    found = _ITEM.match(text, paragraph)
    numbered = found is not None and any(c.isdigit() for c in found[0])
    return found is not None and not (numbered and line_end(text, paragraph) - paragraph > _LONG)


def _only_news(marks: Iterable[Mark]) -> Mark | None:
    """The first of those marks that name a day of news, if they name the same."""
    return _only_day([mark for mark in marks if mark.of_news])


def _only_day(marks: Sequence[Mark]) -> Mark | None:
    """The first mark, null where they name several days or another time."""
    return marks[0] if len({mark.named for mark in marks}) == 1 and marks[0].of_news else None
