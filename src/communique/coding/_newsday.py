"""The day of which a report tells, for events that its sentences do not date.

News says once when its story happened ("on Wednesday", the day of the dateline, "today", or a perfect in
the lead: "have signed") and tells on in the simple past. What is recalled has a time of its own, a pluperfect,
or stands in a paragraph about another time; it takes nothing from here. A headline has the day of the first paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeGuard

import msgspec

from communique.codebook.calendar import CALENDAR_WORDS
from communique.coding._draft import Draft
from communique.coding._tree import Tree
from communique.coding._when import times_within
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
from communique.parsing import Sentence
from communique.types import Clue, Document, EventClaim, Span, When
from communique.types.edtf import when

__all__ = ["Mark", "day_at", "day_marks", "is_current", "is_recalled", "with_news_day"]

_WEEK = timedelta(days=6)  # a bare weekday names one at most six days back
_OF_A_THING = re.compile(r"\b(?:of|since|until|for)\s(?:the\s)?$", re.IGNORECASE)
_ASIDE = re.compile(r",\s(?:who|which|whose)\s[^,.;:!?\n]*$")
_OWNING = re.compile(r"['’]s?\s")
_FIRST_TIMES = 3  # of which a dateline is one
_CLAUSE = 80
_CLAUSE_END = re.compile(r"[.,;:!?–—\n]|\s(?:--|that|which|who|where|but|while|after|before)\s")
_PAST = re.compile(
    r"\b(?:was|were|had|said|told|met|came|went|held|made|began|took|saw|(?!(?:expect|schedul|plann|slat|invit)ed\b)\w{2,}[^e\W]ed)\b"
)
_AHEAD = re.compile(r"\b(?:will|shall|would|to|due|set|is|are)\b")
_PLUPERFECT = re.compile(r"\bhad\s(?:\w+\s){0,2}(?:\w+(?:ed|en|wn|un|ne|de|ld|nt|pt|ck|ung|et|ut|me)|met)\b[^.;:!?]*$")
_ANNOUNCED = re.compile(
    r"(?:^|[.!?]['\"”’]?\s|\n)(?:The|This|Their|His|Her|Its)\s(?:\w+\s)?"
    r"(?:announcement|decision|order|move|news|step|signing|ceremony|expulsion|summons|recall|breakthrough)\s"
    r"(?:came|comes|was\s(?:made|announced|signed|taken|given|issued|held)|took\splace|followed)\s"
    r"(?:(?:late|early|only|just)\s)?(?:on\s)?$"
    r"|\bthe\s(?:statement|announcement|order|decree|note|notice|communique),?\s(?:which\swas\s)?"
    r"(?:issued|released|published|signed|made\spublic)\s(?:late\s)?(?:on\s)?$"
)
_ENCOUNTERS = frozenset({"visit", "meeting", "talks", "summit", "call"})
_ITEM = re.compile(r"\s*(?:[•·*–—-]|\d{1,2}[.)])\s")
_SAME_DAY = re.compile(
    r"\b(?:(?:during|in\sthe\scourse\sof|earlier\sin|later\sin|earlier|later)\sthe\sday|later\son\sthe\sday|hours\s(?:later|before|earlier))\b"
    r"|\b(?:that|this|in\sthe)\s(?:morning|afternoon|evening)\b",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:over|during|throughout)\sthe\s(?:\w+\s)?(?:days|weeks|months|years)\b|\b[Ii]n\sthe\s(?:truce|deal|pact)\b"
)
_LONG = 160  # characters; a numbered paragraph, and no item of a list
_LEAD = 450  # characters in which a perfect tells the news itself
_PARAGRAPH = re.compile(r"^(?=[^\n]{60})[^\n]*[.!?][\"”’']?$", re.MULTILINE)  # running text: long, and a sentence
_REPORTING = frozenset({"say", "tell", "announce", "state", "declare"})
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


def is_current(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether the clause tells the event as news: a main verb in the past or the perfect, not the pluperfect.

    "Said after talks with Rao" tells of talks just over; "said after the visit" only names one.
    """
    verbs = [a for a in anchors if tree.token(a).pos in ("VERB", "AUX") and not _describes(tree, a, anchors)]
    if not verbs:
        return _just_over(tree, anchors[0]) or _occurs(tree, anchors[0])
    if any(_said_after(tree, v) for v in verbs):
        return True
    return all(_told(tree, v) for v in tree.chain(verbs[0])[-1:]) and not any(_recalled(tree, v) for v in verbs)


def _said_after(tree: Tree, verb: int) -> bool:
    """ "The palace said after the two had spoken": of the lead the talk is as new as what is said of it."""
    token = tree.token(verb)
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark")}
    said = tree.token(token.head)
    in_lead = tree.sentence.start < _LEAD and not any(t.text.lower() in CALENDAR_WORDS for t in tree.tokens)
    reports = said.lemma in _REPORTING and said.tag == "VBD" and _told(tree, token.head)
    return token.dep == "advcl" and marks == {"after"} and reports and in_lead


def _describes(tree: Tree, verb: int, anchors: Sequence[int]) -> bool:
    """ "Held talks covering trade": a participle behind the event's noun is not the verb that tells it."""
    token = tree.token(verb)
    return token.dep == "acl" and token.tag in ("VBG", "VBN") and token.head in anchors


def is_recalled(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether a pluperfect tells the event as one of an earlier time."""
    verbs = (a for a in anchors if tree.token(a).pos in ("VERB", "AUX"))
    return any(_recalled(tree, verb) for verb in verbs)


def _told(tree: Tree, verb: int) -> bool:
    """Whether the verb heads a main clause, or is coordinated to one that does."""
    token = tree.token(verb)
    if token.dep == "conj":
        return _told(tree, token.head)
    if token.dep not in _MAIN and not _is_content(tree, verb):
        return False
    return token.head == verb or _told(tree, _above(tree, verb))


def _is_content(tree: Tree, verb: int) -> bool:
    """Whether it is what is said, also behind whom it is said to: "told a news conference that a pact was signed"."""
    token = tree.token(verb)
    marked = any(tree.token(i).lemma == "that" for i in tree.children(verb, "mark"))
    return token.dep == "ccomp" or (
        token.dep == "acl" and marked and tree.token(token.head).dep in ("obj", "iobj", "obl")
    )


def _above(tree: Tree, verb: int) -> int:
    """The verb above a clause, beyond the noun to which it may have been attached."""
    head = tree.token(verb).head
    return head if tree.token(verb).dep != "acl" else (tree.governing_verb(head) or head)


def _recalled(tree: Tree, verb: int) -> bool:
    """Whether a pluperfect tells of an earlier time."""
    if tree.token(verb).dep == "conj" and not tree.children(verb, "nsubj", "nsubj:pass", "aux"):
        return _recalled(tree, tree.token(verb).head)  # "had met Silva and pressed him"
    return _pluperfect(tree, verb) and not _shifted(tree, verb) and not _summed_up(tree, verb)


def _shifted(tree: Tree, verb: int) -> bool:
    """ "Told reporters that a pact had been signed": the perfect of the news, moved back by the report.

    Only in the lead, and not where the sentence has a day, which is that of the report.
    """
    reported = _is_content(tree, verb) and tree.token(_above(tree, verb)).tag == "VBD"
    in_lead = tree.sentence.start < _LEAD
    return reported and in_lead and not any(t.text.lower() in CALENDAR_WORDS for t in tree.tokens)


def _summed_up(tree: Tree, verb: int) -> bool:
    """ "By the end of the day they had signed": a pluperfect that closes what the report tells of."""
    ends = [head for case, head in tree.phrases(verb) if case == "by" and tree.token(head).lemma == "end"]
    return any(tree.token(i).lemma in _DONE for end in ends for i in tree.children(end, "nmod"))


def _pluperfect(tree: Tree, verb: int) -> bool:
    if _parted(tree, verb) or any(_parted(tree, i) for i in tree.children(verb, "xcomp")):
        return True
    return any(t.lemma == "have" and t.tag == "VBD" and t.pos == "AUX" for t in tree.group(verb))


def _parted(tree: Tree, verb: int) -> bool:
    """ "Had himself spoken", of which the parse makes two verbs."""
    head = tree.token(tree.token(verb).head)
    return tree.token(verb).tag == "VBN" and head.lemma == "have" and head.tag == "VBD"


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
            marks = day_marks(linked)
        found = day_at(marks, told[0], linked, main=claim.salience == "main")
        if found is not None and found.perfect and claim.family not in _ENCOUNTERS:
            found = _only_news(mark for mark in marks if mark.announced) or found
        if found is None and claim.family == "statement":
            found = _day_of_answer(claims, linked, marks, told[0])
        yield _with_day(claim, found)


def _day_of_answer(claims: Sequence[EventClaim], linked: Linked, marks: Sequence[Mark], number: int) -> Mark | None:
    """What is said of the news of the day of writing was said on it, unless its paragraph tells of another time."""
    text, sentence = linked.document.text, linked.parse.sentences[number]
    published = linked.document.published
    paragraph = text.rfind("\n", 0, sentence.start) + 1
    main = [claim.start for claim in claims if claim.salience == "main" and claim.status == "happened"]
    days = {start.day if start is not None else None for start in main}
    if published is None or published.day is None or days != {published.day}:
        return None
    if _among(marks, paragraph, sentence.end) or _is_item(text, paragraph):
        return None
    return Mark(sentence.start, next(start for start in main if start is not None))


def _with_day(claim: EventClaim, mark: Mark | None) -> EventClaim:
    if mark is None or mark.clue is None:
        return claim if mark is None else msgspec.structs.replace(claim, start=mark.day)
    return msgspec.structs.replace(claim, clues=(*claim.clues, mark.clue))


def _lacks_date(claim: EventClaim) -> bool:
    undated = claim.start is None and claim.end is None and all(c.kind == "duration" for c in claim.clues)
    return undated and claim.status in ("happened", "ongoing")


def day_marks(linked: Linked) -> list[Mark]:
    """All times that a report speaks of, in order; a day told before a perfect is meant by it too."""
    marks = sorted(_marks(linked), key=_at)
    told = next((mark.at for mark in marks if mark.of_news and not mark.perfect and not mark.filed), None)
    return [mark for mark in marks if not (mark.perfect and told is not None and told < mark.at)]


def _marks(linked: Linked) -> Iterator[Mark]:
    perfect = _perfect_in_lead(linked.document.text)
    filed = _day_of_filing(linked)
    if perfect is not None and filed is not None:
        yield Mark(perfect, when(filed, filed, "relative"), perfect=True)
    last: Mark | None = None
    for one in linked.times:
        if not _moves(one, linked.document.text) and not _owns_today(one, linked.document):
            continue
        same = last if _is_same_day(one.value) else None
        last = _mark(one, linked.document) if same is None else Mark(one.span.start, same.day, same.clue)
        yield last


def _day_of_filing(linked: Linked) -> date | None:
    """The day of the dateline, else that of publication."""
    published = linked.document.published
    for one in linked.times[:_FIRST_TIMES]:
        day = _news_day(one, published) if is_dateline(linked.document.text, one.span) else None
        if day is not None:
            return day.day
    return None if published is None else published.day


def _mark(one: TimeExpression, document: Document) -> Mark:
    """The expression as a mark, with its day, or as a clue where the report has no date."""
    text, day = document.text, _news_day(one, document.published)
    weekday = one.value.weekday if document.published is None and _is_bare(one.value) else None
    return Mark(
        at=one.span.start,
        day=day,
        clue=None if weekday is None else Clue("weekday", weekday, one.span),
        recalled=_PLUPERFECT.search(text, max(0, one.span.start - _CLAUSE), one.span.start) is not None,
        filed=is_dateline(text, one.span),
        announced=_ANNOUNCED.search(text, max(0, one.span.start - _CLAUSE), one.span.start) is not None,
    )


def _is_bare(value: object) -> TypeGuard[Weekday]:
    return isinstance(value, Weekday) and (value.modifier, value.weeks, value.side) == (None, None, None)


def _moves(one: TimeExpression, text: str) -> bool:
    """Whether what is told goes on at this time: it is past, and not only that of a thing ("the flood of May 3")."""
    if isinstance(one.value, Duration | Ahead) or (isinstance(one.value, Recent) and one.value.ahead):
        return False
    if is_dateline(text, one.span):
        return True
    named = _OF_A_THING.search(text, max(0, one.span.start - 30), one.span.start) or _OWNING.match(text, one.span.end)
    if _ASIDE.search(text, max(0, one.span.start - _CLAUSE), one.span.start):
        return False  # "Rao, who arrived on Tuesday, met Silva"
    ahead = lies_ahead if _names_news(one.value) else is_ahead  # "starts on Friday", but "goes back to 2019"
    return named is None and (_is_told(text, one.span) or not ahead(text, one.span))


def _owns_today(one: TimeExpression, document: Document) -> bool:
    """ "Tuesday's trip" in a report of that Tuesday: the trip is its news."""
    day = document.published.day if document.published is not None else None
    today = day is not None and _is_bare(one.value) and one.value.weekday == day.isoweekday()
    return today and _OWNING.match(document.text, one.span.end) is not None


def _is_told(text: str, span: Span) -> bool:
    """Whether the clause itself is one of the past: "approved on Friday a list that will take effect in May"."""
    start = max((m.end() for m in _CLAUSE_END.finditer(text, max(0, span.start - _CLAUSE), span.start)), default=None)
    end = _CLAUSE_END.search(text, span.end)
    if start is None or end is None:
        return False
    clause = text[start : end.start()]
    return _PAST.search(clause) is not None and _AHEAD.search(clause) is None


def _is_same_day(value: object) -> bool:
    """ "That same day", which is the one told last."""
    return isinstance(value, Anchored) and (value.unit, value.offset, value.of) == ("day", 0, None)


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
    return _is_bare(value) or isinstance(value, Day) or (isinstance(value, Relative) and value.unit == "day")


def day_at(marks: Sequence[Mark], number: int, linked: Linked, *, main: bool) -> Mark | None:
    """The day told last in the paragraph, else the only one told so far, else that of the lead.

    No other time may have been spoken of in the paragraph; nor, for what is not main, last before it. The
    main news may also have its day afterwards: "The decision came on Friday."
    """
    text, sentence = linked.document.text, linked.parse.sentences[number]
    paragraph = text.rfind("\n", 0, sentence.start) + 1
    lead = _PARAGRAPH.search(text)
    if lead is not None and sentence.end <= lead.start():
        first = _among(marks, lead.start(), _line_end(text, lead.start()))
        return _only_day(first) if first else _only_news(mark for mark in marks if mark.announced)
    before = marks[: bisect_right(marks, sentence.end, key=_at)]
    here = _among(before, paragraph, sentence.end)
    if here:
        return here[-1] if all(mark.of_news for mark in here) else None
    if _SAME_DAY.search(text, sentence.start, sentence.end):
        return _only_news(before)
    if not main and not _goes_on(before, linked, paragraph, sentence):
        return None
    of_lead = () if lead is None else _among(marks, lead.start(), _line_end(text, lead.start()))
    announced = [mark for mark in marks if mark.announced and main and not before]
    return _only_news(before) or _only_news(of_lead) or _only_news(announced)


def _goes_on(before: Sequence[Mark], linked: Linked, paragraph: int, sentence: Sentence) -> bool:
    """Whether a paragraph without a time of its own tells on from the one before it.

    Items of a list stand for themselves, and what went on for days was not on the day of the lead.
    """
    text = linked.document.text
    current = [mark for mark in before if mark.of_news or not mark.recalled]
    if not current or not current[-1].of_news or _is_item(text, paragraph):
        return False
    lasting = any(isinstance(one.value, Duration) for one in times_within(sentence, linked.times))
    return not lasting and _SPREAD.search(text, sentence.start, sentence.end) is None


def _is_item(text: str, paragraph: int) -> bool:
    """An item of a list; the numbered paragraphs of a communique tell on."""
    found = _ITEM.match(text, paragraph)
    numbered = found is not None and any(c.isdigit() for c in found[0])
    return found is not None and not (numbered and _line_end(text, paragraph) - paragraph > _LONG)


def _among(marks: Sequence[Mark], start: int, end: int) -> Sequence[Mark]:
    return marks[bisect_left(marks, start, key=_at) : bisect_right(marks, end, key=_at)]


def _at(mark: Mark) -> int:
    return mark.at


def _only_news(marks: Iterable[Mark]) -> Mark | None:
    """The first of those marks that name a day of news, if they name the same."""
    return _only_day([mark for mark in marks if mark.of_news])


def _only_day(marks: Sequence[Mark]) -> Mark | None:
    """The first mark, null where they name several days or another time."""
    days = {mark.day.day if mark.day else mark.clue and mark.clue.value for mark in marks}
    return marks[0] if len(days) == 1 and marks[0].of_news else None
