"""The day of which a report tells, for events that its sentences do not date.

News says once when its story happened ("on Wednesday", the day of the dateline, "today", or a perfect in
the lead: "have signed") and tells on in the simple past. What is recalled has a time of its own, a pluperfect,
or stands in a paragraph about another time; it takes nothing from here. A headline has the day of the first paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta

import msgspec

from communique.codebook.calendar import CALENDAR_WORDS
from communique.coding._draft import Draft
from communique.coding._tree import Tree
from communique.linking import Linked
from communique.linking.times import (
    Day,
    Duration,
    Relative,
    TimeExpression,
    Weekday,
    is_ahead,
    is_dateline,
    resolve_times,
)
from communique.types import EventClaim, When
from communique.types.edtf import when

__all__ = ["Mark", "day_at", "day_marks", "is_current", "is_recalled", "with_news_day"]

_WEEK = timedelta(days=6)  # a bare weekday names one at most six days back
_LEAD = 450  # characters in which a perfect tells the news itself
_PARAGRAPH = re.compile(r"^(?=[^\n]{60})[^\n]*[.!?][\"”’']?$", re.MULTILINE)  # running text: long, and a sentence
_MAIN = frozenset({"root", "ccomp", "parataxis"})
_BARE_ARTICLES = frozenset({"a", "an", "their"})
_DONE = frozenset({"it", "day", "visit", "trip", "talk", "meeting", "summit", "session"})  # "by the end of it"
_OCCURRING = frozenset({"come", "follow", "happen", "occur", "begin", "start", "open"})
# "has signed", "have now been expelled": an auxiliary and a participle, regular or one that news often has.
_PERFECT = re.compile(
    r"\b(?:has|have)\s(?:(?:now|just|again|also|finally|\w+ly)\s)?(?:been\s)?"
    r"(?:\w{2,}(?:ed|en|wn|un)|met|held|put|made|told|sent|won|left|come|gone|cut|struck|brought|become|led|set|paid)\b"
)


class Mark(msgspec.Struct, frozen=True):
    """Where an expression of time stands and the day of news that it names; null for another time."""

    at: int
    day: When | None


def is_current(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether the clause tells the event as news: a main verb in the past or the perfect, not the pluperfect.

    "Said after talks with Rao" tells of talks just over; "said after the visit" only names one.
    """
    verbs = [a for a in anchors if tree.token(a).pos in ("VERB", "AUX")]
    if not verbs:
        return _just_over(tree, anchors[0]) or _occurs(tree, anchors[0])
    return all(_told(tree, v) for v in tree.chain(verbs[0])[-1:]) and not any(_recalled(tree, v) for v in verbs)


def is_recalled(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether a pluperfect tells the event as one of an earlier time."""
    verbs = (a for a in anchors if tree.token(a).pos in ("VERB", "AUX"))
    return any(_recalled(tree, verb) for verb in verbs)


def _told(tree: Tree, verb: int) -> bool:
    """Whether the verb heads a main clause, or is coordinated to one that does."""
    token = tree.token(verb)
    if token.dep == "conj":
        return _told(tree, token.head)
    return token.dep in _MAIN and (token.head == verb or _told(tree, token.head))


def _recalled(tree: Tree, verb: int) -> bool:
    """Whether a pluperfect tells of an earlier time."""
    return _pluperfect(tree, verb) and not _shifted(tree, verb) and not _summed_up(tree, verb)


def _shifted(tree: Tree, verb: int) -> bool:
    """ "Told reporters that a pact had been signed": the perfect of the news, moved back by the report.

    Only in the lead, and not where the sentence has a day, which is that of the report.
    """
    head = tree.token(verb).head
    reported = tree.token(verb).dep == "ccomp" and tree.token(head).tag == "VBD" and tree.sentence.start < _LEAD
    return reported and not any(t.text.lower() in CALENDAR_WORDS for t in tree.tokens)


def _summed_up(tree: Tree, verb: int) -> bool:
    """ "By the end of the day they had signed": a pluperfect that closes what the report tells of."""
    ends = [head for case, head in tree.phrases(verb) if case == "by" and tree.token(head).lemma == "end"]
    return any(tree.token(i).lemma in _DONE for end in ends for i in tree.children(end, "nmod"))


def _pluperfect(tree: Tree, verb: int) -> bool:
    return any(t.lemma == "have" and t.tag == "VBD" and t.pos == "AUX" for t in tree.group(verb))


def _just_over(tree: Tree, noun: int) -> bool:
    verb = tree.governing_verb(noun)
    articles = {tree.token(i).text.lower() for i in tree.children(noun, "det", "nmod:poss")}
    if verb is None or tree.preposition(noun) != "after" or articles - _BARE_ARTICLES:
        return False
    return tree.token(verb).tag == "VBD" and _told(tree, verb) and not _pluperfect(tree, verb)


def _occurs(tree: Tree, noun: int) -> bool:
    """ "A phone call came first": the event is the subject of a verb that tells that it was."""
    verb = tree.token(noun).head
    subject = tree.token(noun).dep == "nsubj" and tree.token(verb).lemma in _OCCURRING
    return subject and tree.token(verb).tag == "VBD" and _told(tree, verb)


def with_news_day(claims: Sequence[EventClaim], drafts: Sequence[Draft], linked: Linked) -> Iterator[EventClaim]:
    """The claims, those that are news without a date with the day of which the report tells there."""
    current = {draft.claim.evidence: draft.sentence for draft in drafts if draft.current}
    marks: list[Mark] | None = None
    for claim in claims:
        told = [current[span] for span in (claim.evidence, *claim.mentions) if span in current]
        if not told or not _lacks_date(claim):
            yield claim
            continue
        if marks is None:
            marks = list(day_marks(linked))
        yield msgspec.structs.replace(claim, start=day_at(marks, told[0], linked, main=claim.salience == "main"))


def _lacks_date(claim: EventClaim) -> bool:
    undated = claim.start is None and claim.end is None and all(c.kind == "duration" for c in claim.clues)
    return undated and claim.status in ("happened", "ongoing")


def day_marks(linked: Linked) -> Iterator[Mark]:
    """All times that a report speaks of, in order."""
    published = linked.document.published
    perfect = _perfect_in_lead(linked.document.text)
    if perfect is not None and published is not None and published.day is not None:
        yield Mark(perfect, when(published.day, published.day, "relative"))
    for one in linked.times:
        dateline = is_dateline(linked.document.text, one.span)
        if isinstance(one.value, Duration) or (not dateline and is_ahead(linked.document.text, one.span)):
            continue
        yield Mark(one.span.start, _news_day(one, published))


def _perfect_in_lead(text: str) -> int | None:
    """Where the first paragraph has a present perfect, which tells of the day of writing."""
    start = next((m.start() for m in _PARAGRAPH.finditer(text)), None)
    found = None if start is None else _PERFECT.search(text, start, min(start + _LEAD, _line_end(text, start)))
    return found.start() if found else None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _news_day(one: TimeExpression, published: When | None) -> When | None:
    """The day of the last week that the expression names in a way that news names its day."""
    if not _names_news(one.value) or published is None or published.latest is None or published.earliest is None:
        return None
    start = resolve_times([one], published=published, tense="past").start
    if start is None or start.day is None or not published.earliest - _WEEK <= start.day <= published.latest:
        return None
    return start


def _names_news(value: object) -> bool:
    if isinstance(value, Weekday):
        return (value.modifier, value.weeks, value.side) == (None, None, None)
    return isinstance(value, Day) or (isinstance(value, Relative) and value.unit == "day")


def day_at(marks: Sequence[Mark], number: int, linked: Linked, *, main: bool) -> When | None:
    """The day told last in the paragraph, else the only one told so far.

    Below the lead no other time may have been spoken of either.
    """
    sentence = linked.parse.sentences[number]
    paragraph = linked.document.text.rfind("\n", 0, sentence.start) + 1
    lead = next((m for m in _PARAGRAPH.finditer(linked.document.text)), None)
    if lead is not None and sentence.end <= lead.start():
        return _only_day(_among(marks, lead.start(), lead.end()))
    before = marks[: bisect_right(marks, sentence.end, key=lambda mark: mark.at)]
    here = before[bisect_left(before, paragraph, key=lambda mark: mark.at) :]
    if any(mark.day is None for mark in (here if main else before)):
        return None
    if here and main:
        return here[-1].day
    return _only_day([mark for mark in before if mark.day is not None])


def _among(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    at = [mark.at for mark in marks]
    return marks[bisect_left(at, start) : bisect_right(at, end)]


def _only_day(marks: Sequence[Mark]) -> When | None:
    """The day that all marks name, null where they name several or another time."""
    days = {mark.day.day if mark.day is not None else None: mark.day for mark in marks}
    return next(iter(days.values())) if len(days) == 1 else None
