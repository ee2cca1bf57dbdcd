"""The times that a report speaks of, and which of them are days of its news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import takewhile
from typing import TypeGuard

import msgspec

from communique.codebook import narrative
from communique.coding.times._attached import is_of_noun, is_of_outrage, times_within, verb_of
from communique.coding.times._current import heads_main_clause
from communique.coding.times._when import is_since
from communique.coding.tree import Tree
from communique.linking import Linked
from communique.linking.times import (
    Ahead,
    Anchored,
    Day,
    Duration,
    Recent,
    Relative,
    TimeExpression,
    Weekday,
    is_ahead,
    is_dateline,
    lies_ahead,
    resolve_times,
)
from communique.types import Clue, Document, Span, When
from communique.types.edtf import when

__all__ = ["NEWS_WEEK", "Mark", "day_marks", "day_of_filing", "lead_of", "line_end", "written"]

NEWS_WEEK = timedelta(days=6)
"""A bare weekday names one at most six days back, and so does news."""
_LED = frozenset({"after", "following"})
_ZONES = timedelta(days=1)  # where the day after that of the publisher has begun
_OWNING = re.compile(r"['’]s?\s")
_FIRST_TIMES = 3  # of which a dateline is one
_CLAUSE = 80
_LEAD = 450  # characters in which a perfect tells the news itself
_PARAGRAPH = re.compile(r"^(?=[^\n]{60})[^\n]*[.!?][\"”’']?$", re.MULTILINE)  # running text: long, and a sentence


class Mark(msgspec.Struct, frozen=True):
    """Where an expression of time stands and the day of news that it names; null for another time.

    In a report without a date the day is only a weekday, a ``clue``. After what is only ``recalled`` ("had met
    in 2019") the next paragraph is back at the news. ``announced`` is that of "the decision came on Friday",
    which tells the day of what was told before; ``perfect`` stands for a perfect of the lead, ``filed`` for a
    dateline.
    """

    at: int
    day: When | None
    clue: Clue | None = None
    recalled: bool = False
    announced: bool = False
    perfect: bool = False
    filed: bool = False

    @property
    def of_news(self) -> bool:
        """Whether it names a day of news."""
        return self.day is not None or self.clue is not None

    @property
    def named(self) -> date | int | None:
        """The day of news that it names, or its weekday."""
        return self.day.day if self.day is not None else self.clue.value if self.clue is not None else None


def day_marks(linked: Linked, trees: Mapping[int, Tree]) -> list[Mark]:
    """All times that a report speaks of, in order; a day told before a perfect is meant by it too.

    ``trees`` are those of its sentences by number: another time than that of the news, told in passing in a clause
    that is no main one ("prisoners captured in 2020"), is none of the story.
    """
    passing, things = _starts(linked, trees, _is_in_passing), _starts(linked, trees, is_of_outrage)
    text, marks = linked.document.text, sorted(_marks(linked), key=lambda mark: mark.at)
    marks = [mark for mark in marks if mark.at not in (things if mark.of_news else passing)]
    told = [mark.at for mark in marks if mark.of_news and not mark.perfect and not mark.filed]
    return [mark for mark in marks if not (mark.perfect and any(_is_day_of(mark, at, text) for at in told))]


def _is_day_of(perfect: Mark, at: int, text: str) -> bool:
    """Whether a day is meant by a perfect too: one told before it, or after it in the lead, not of what it followed.

    "Farmers have vowed to fight the pact signed on Friday", but "has cut ties after a raid on Friday".
    """
    if at < perfect.at:
        return True
    followed = narrative()["what-it-followed"].search(text, perfect.at, at) is not None
    return at < line_end(text, perfect.at) and not followed


def _starts(linked: Linked, trees: Mapping[int, Tree], told: Callable[[Tree, TimeExpression], bool]) -> frozenset[int]:
    """Where expressions of time begin that are told so."""
    return frozenset(
        time.span.start
        for number, tree in trees.items()
        for time in times_within(linked.parse.sentences[number], linked.times)
        if told(tree, time)
    )


def _is_in_passing(tree: Tree, time: TimeExpression) -> bool:
    """Whether no verb of a main clause governs it."""
    verb = verb_of(tree, time)
    if verb is None or is_since(tree, time):
        return False  # "since the vote in May Rao has travelled a lot"
    if _is_of_what_led_to_it(tree, time, verb):
        return False
    return not heads_main_clause(tree, verb) or is_of_noun(tree, time, frozenset({verb}))


def _is_of_what_led_to_it(tree: Tree, time: TimeExpression, verb: int) -> bool:
    """ "Peru cut ties after soldiers seized power in July", "after the coup of 2019": of then, but in the lead.

    ``verb`` is that of the clause in which the time stands.
    """
    first = next((i for i, t in enumerate(tree.tokens) if t.start >= time.span.start), 0)
    nouns = [i for i in takewhile(lambda i: i != verb, tree.upwards(first)) if tree.token(i).dep == "obl"]
    tops = [i for i in nouns if tree.preposition(i) in _LED] or [verb]
    marks = {tree.token(i).text.lower() for i in tree.children(tops[0], "mark", "case")}
    above = tree.token(tree.token(tops[0]).head)
    return not marks.isdisjoint(_LED) and above.tag == "VBD" and tree.sentence.start >= _LEAD


def _marks(linked: Linked) -> Iterator[Mark]:
    perfect = _perfect_in_lead(linked.document.text)
    filed = day_of_filing(linked)
    if perfect is not None and filed is not None:
        yield Mark(perfect, when(filed, filed, "relative"), perfect=True)
    last, now = None, _written(linked.document.published, filed)
    for one in linked.times:
        if not _moves(one, linked.document.text) and not _owns_today(one, linked.document):
            continue
        same = last if _is_same_day(one.value) else None
        last = _mark(one, linked.document.text, now) if same is None else Mark(one.span.start, same.day, same.clue)
        yield last


def day_of_filing(linked: Linked) -> date | None:
    """The day of the dateline, else that of publication."""
    published = linked.document.published
    for one in linked.times[:_FIRST_TIMES]:
        day = _news_day(one, published) if is_dateline(linked.document.text, one.span) else None
        if day is not None:
            return day.day
    return None if published is None else published.day


def written(linked: Linked) -> When | None:
    """When a report was written, from which its "today" is counted: the day of the dateline, else of publication."""
    return _written(linked.document.published, day_of_filing(linked))


def _written(published: When | None, filed: date | None) -> When | None:
    return published if filed is None or published is None else when(filed, filed, published.basis)


def _mark(one: TimeExpression, text: str, now: When | None) -> Mark:
    """The expression as a mark, with its day, or as a clue where the report has no date."""
    day = _news_day(one, now)
    weekday = one.value.weekday if now is None and _is_bare(one.value) else None
    return Mark(
        at=one.span.start,
        day=day,
        clue=None if weekday is None else Clue("weekday", weekday, one.span),
        recalled=_stands_before(one, text, "pluperfect"),
        filed=is_dateline(text, one.span),
        announced=_stands_before(one, text, "announcement"),
    )


def _is_bare(value: object) -> TypeGuard[Weekday]:
    return isinstance(value, Weekday) and (value.modifier, value.weeks, value.side) == (None, None, None)


def _moves(one: TimeExpression, text: str) -> bool:
    """Whether what is told goes on at this time: it is past, and not only that of a thing ("the flood of May 3")."""
    if isinstance(one.value, Duration | Ahead) or (isinstance(one.value, Recent) and one.value.ahead):
        return False
    if is_dateline(text, one.span):
        return True
    if _stands_before(one, text, "of-a-thing") or _OWNING.match(text, one.span.end):
        return False
    if _stands_before(one, text, "aside"):
        return False  # "Rao, who arrived on Tuesday, met Silva"
    ahead = lies_ahead if _names_news(one.value) else is_ahead  # "starts on Friday", but "goes back to 2019"
    return _is_told(text, one.span) or not ahead(text, one.span)


def _stands_before(one: TimeExpression, text: str, name: str) -> bool:
    """Whether a pattern of the codebook is found right before an expression."""
    return narrative()[name].search(text, max(0, one.span.start - _CLAUSE), one.span.start) is not None


def _owns_today(one: TimeExpression, document: Document) -> bool:
    """ "Tuesday's trip" in a report of that Tuesday: the trip is its news."""
    day = document.published.day if document.published is not None else None
    today = day is not None and _is_bare(one.value) and one.value.weekday == day.isoweekday()
    return today and _OWNING.match(document.text, one.span.end) is not None


def _is_told(text: str, span: Span) -> bool:
    """Whether the clause itself is one of the past: "approved on Friday a list that will take effect in May"."""
    ending = narrative()["clause-end"]
    ends = [match.end() for match in ending.finditer(text, max(0, span.start - _CLAUSE), span.start)]
    end = ending.search(text, span.end) if ends else None
    if end is None:
        return False
    start = ends[-1]
    return _is_past(text[start : end.start()]) or _is_past(text[start : span.start])


def _is_past(clause: str) -> bool:
    """Whether words tell of what was and of nothing to come: "agreed on Friday to resume" does up to the day."""
    return narrative()["past"].search(clause) is not None and narrative()["not-yet"].search(clause) is None


def _is_same_day(value: object) -> bool:
    """ "That same day", which is the one told last."""
    return isinstance(value, Anchored) and (value.unit, value.offset, value.of) == ("day", 0, None)


def _perfect_in_lead(text: str) -> int | None:
    """Where the first paragraph has a present perfect, which tells of the day of writing."""
    start = lead_of(text)
    found = (
        None if start is None else narrative()["perfect"].search(text, start, min(start + _LEAD, line_end(text, start)))
    )
    return found.start() if found else None


def lead_of(text: str) -> int | None:
    """Where the first paragraph of running text begins."""
    lead = _PARAGRAPH.search(text)
    return None if lead is None else lead.start()


def line_end(text: str, start: int) -> int:
    """Where the paragraph ends that goes on at ``start``."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _news_day(one: TimeExpression, published: When | None) -> When | None:
    """The day of the last week that the expression names in a way that news names its day.

    In a report without a date, any day that it tells whole.
    """
    if not _names_news(one.value):
        return None
    if published is None:
        told = resolve_times([one], published=None, tense="past").start
        return told if told is not None and told.basis == "stated" else None
    if published.latest is None or published.earliest is None:
        return None
    start = resolve_times([one], published=published, tense="past").start
    last = published.latest + _ZONES if _is_bare(one.value) else published.latest
    if start is None or start.day is None or not published.earliest - NEWS_WEEK <= start.day <= last:
        return None
    return start


def _names_news(value: object) -> bool:
    return _is_bare(value) or isinstance(value, Day) or (isinstance(value, Relative) and value.unit == "day")
