"""When a figure held: the expressions of time in its clause, or the date of the event that it is told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from communique.codebook import narrative, units
from communique.codebook.calendar import NUMERALS
from communique.coding.quantities._clauses import Clause
from communique.coding.quantities._lengths import is_time_since
from communique.coding.quantities._outbreaks import outbreaks, tolls
from communique.coding.times import NewsDays
from communique.linking import Linked
from communique.linking.times import Ahead, Bound, Duration, Tense, TimeExpression, resolve_times
from communique.parsing import Sentence
from communique.types import EventClaim, When
from communique.types.edtf import read_edtf
from communique.types.edtf import when as made

__all__ = ["Periods"]

_BACK = re.compile(r"\b(?:it|that|this|they|these|those|then)\b", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:that|those|the same|the corresponding) (?:period|time|year|months?|weeks?|days?|quarter|half)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\byear (?:earlier|before|ago|previously)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince then\b|\bever since\b", re.IGNORECASE)
_SINCE_WHAT = re.compile(r"\bsince (?:[^\s,;:.]+ ){1,9}$")
_COUNT_OF_MONTHS = re.compile(r"\b(?:for|in|over|during|within)(?: the)?(?: first)? (\w+) months\b", re.IGNORECASE)
_MONTHS_TOLD = {written: count for word, count in NUMERALS.items() for written in (word, str(count)) if 1 < count < 12}
_BEHIND_A_NOUN = 48  # characters of the longest words that the codebook has for "of-what-is-told"
_RUN = 2  # sentences over which figures of one statistic run on
_OPENING = 14  # characters in which an expression opens a sentence
_SUBJECT = 45  # characters in which the subject of a sentence stands


class Periods:
    """Finds the periods of the figures of a document, which are asked for in order."""

    def __init__(self, linked: Linked, events: Sequence[EventClaim], days: NewsDays) -> None:
        self._text = linked.parse.text
        self._published = linked.document.published
        self._times = [t for t in linked.times if not (isinstance(t.value, Duration) or is_time_since(t))]
        self._starts = [t.span.start for t in self._times]
        self._events = events
        self._days = days
        self._last: When | None = None
        self._sentence = 0

    def of(self, clause: Clause) -> When | None:
        """The period of a figure, null where the words do not tell.

        Its own expressions of time come first, then the event that it is told of, then what "that" or "it" goes
        back to, and at last the day of which the report tells there, as for events without a date.
        """
        own = self._own(clause)
        found = self._of_own(own, clause) if own else self._untold(clause)
        if found is not None:
            self._last, self._sentence = found, clause.number
        return self._of_length(found, clause) or found

    def _of_length(self, found: When | None, clause: Clause) -> When | None:
        """What a length of time covers, up to or from the day found, else that of the news."""
        day = self._news_day(found, clause) if clause.length is not None else None
        if day is None or clause.length is None:
            return None
        days = clause.length.days(self._text, clause.sentence.start, day)
        if days is None and found is not None and clause.tense in ("past", "before"):
            days = clause.length.around(found, self._text)
        return made(*days, "relative", found.evidence if found is not None else None) if days is not None else None

    def _news_day(self, found: When | None, clause: Clause) -> date | None:
        if found is not None:
            return found.latest
        mark = self._days.day(clause.number, main=True)
        if mark is not None and mark.day is not None:
            return mark.day.day
        return self._published.day if self._published is not None else None

    def _of_own(self, own: Sequence[TimeExpression], clause: Clause) -> When | None:
        found = self._resolved(own, clause)
        return self._same_part(self._first_months(found, clause), clause) if found is not None else None

    def _untold(self, clause: Clause) -> When | None:
        if self._toll(clause) is not None:
            return self._since_outbreak(clause)
        return (
            self._since_then(clause)
            or self._of_event(clause)
            or self._of_event_before(clause)
            or self._going_back(clause)
            or self._of_run(clause)
            or self._since_outbreak(clause)
            or self._of_news(clause)
        )

    def _first_months(self, found: When, clause: Clause) -> When:
        """ "748 million dollars for eight months", where a year is told: its months from January on."""
        if not _is_year(found):
            return found
        counts = _COUNT_OF_MONTHS.findall(self._text, *clause.part)
        months = _MONTHS_TOLD.get(counts[0].lower()) if len(counts) == 1 else None
        if months is None:
            return found
        first, last = read_edtf(f"{found.edtf}-01")[0], read_edtf(f"{found.edtf}-{months:02}")[1]
        return made(first, last, found.basis, found.evidence)

    def _of_run(self, clause: Clause) -> When | None:
        """The stretch of time of the figures right before, for what flows as they do: "Imports fell to $1 billion"."""
        last = self._last
        if last is None or last.day is not None or clause.number - self._sentence > _RUN:
            return None
        low, _ = clause.part
        words = re.findall(r"[a-z]+", self._text[low : clause.start].lower())
        return last if last.earliest and last.latest and units().flows & set(words) else None

    def _same_part(self, found: When, clause: Clause) -> When:
        """ "In the same period of last year", "a year earlier": the months told last, in the year that is named."""
        if self._last is None or not _is_year(found) or not self._asks_same(found, clause):
            return found
        first, last = self._last.earliest, self._last.latest
        if first is None or last is None or first == last or first.year != last.year or _is_year(self._last):
            return found
        year = found.edtf
        start, end = read_edtf(f"{year}-{first.month:02}")[0], read_edtf(f"{year}-{last.month:02}")[1]
        return made(start, end, found.basis, found.evidence)

    def _asks_same(self, found: When, clause: Clause) -> bool:
        low, high = clause.part
        earlier = found.evidence is not None and _EARLIER.search(found.evidence.text) is not None
        return earlier or _SAME.search(self._text, low, high) is not None

    def _since_then(self, clause: Clause) -> When | None:
        """ "More have died since then": from the period told last on."""
        since = _SINCE.search(self._text, clause.sentence.start, clause.sentence.end)
        if self._last is None or self._last.earliest is None or since is None:
            return None
        return made(self._last.earliest, None, "relative", self._last.evidence)

    def _since_outbreak(self, clause: Clause) -> When | None:
        """The dead of a war are counted from where it began, if the report tells that of one war."""
        sentence = clause.sentence
        return self._outbreak if tolls(self._text, sentence.start, sentence.end) else None

    @cached_property
    def _outbreak(self) -> When | None:
        told = outbreaks(self._text, self._times)
        begun = [resolve_times([time], published=self._published, tense="past").start for time in told]
        days = {start.earliest: start for start in begun if start is not None and start.earliest is not None}
        if len(days) != 1:
            return None
        ((day, start),) = days.items()
        return made(day, None, "relative", start.evidence)

    def _going_back(self, clause: Clause) -> When | None:
        start = clause.sentence.start
        subject = self._text[start : min(start + _SUBJECT, clause.start)]
        named = _SAME.search(self._text, *clause.part) is not None
        return self._last if named or (_BACK.search(subject) and clause.tense == "past") else None

    def _of_news(self, clause: Clause) -> When | None:
        """The day of writing for what is, the day of the news for what was and had not been before."""
        published = self._published
        tense = clause.tense
        if tense == "present":
            day = published.day if published is not None else None
            return made(day, day, "relative") if day is not None else None
        if tense not in ("past", None):
            return None
        mark = self._days.day(clause.number, main=True)
        if mark is not None:
            return mark.day
        return self._days.week if self._days.of_week(clause.number, past=True) else None

    def _own(self, clause: Clause) -> list[TimeExpression]:
        """The nearest expressions in the figure's part of the sentence, else one that opens the sentence."""
        sentence = clause.sentence
        free = [t for t in self._within(sentence.start, sentence.end) if self._is_free(t, clause)]
        low, high = clause.part
        within = [t for t in free if clause.told is not None and clause.told <= t.span.start < clause.start]
        here = within or [t for t in free if low <= t.span.start < high]
        if here:
            return sorted(here, key=lambda t: (_distance(t, clause), t.span.start))
        told = [t for t in free if not (isinstance(t.value, Bound) and t.value.bound == "since")]
        opening = [t for t in told if t.span.start < min(clause.start, sentence.start + _OPENING)]
        return opening[:1] or (told if len(told) == 1 else [])

    def _within(self, start: int, end: int) -> list[TimeExpression]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_free(self, time: TimeExpression, clause: Clause) -> bool:
        """Whether an expression is neither the figure itself nor what its change is against."""
        span = time.span
        if span.overlaps(clause) and not isinstance(time.value, Bound):
            return False
        if isinstance(time.value, Ahead):
            return False
        if clause.start <= span.start < clause.end or (span.start < clause.start < span.end):
            return False
        if self._is_aside(time, clause) or self._is_before_toll(time, clause):
            return False
        if any(start <= span.start < end for start, end in clause.against):
            return False
        return not self._is_of_another(time, clause)

    def _is_of_another(self, time: TimeExpression, clause: Clause) -> bool:
        """Whether an expression belongs to a thing: "soldiers captured in 2020", "the first contact since 2020"."""
        start, end = clause.sentence.start, time.span.start
        before = self._text[start:end]
        first = _is_since(time) or _SINCE_WHAT.search(before)
        if first and narrative()["first-since"].search(_SINCE_WHAT.sub("", before)):
            return True
        apart = end > clause.end or ", " in self._text[time.span.end : clause.start]
        near = self._text[max(start if end < clause.end else clause.end, end - _BEHIND_A_NOUN) : end]
        return apart and any(narrative()[told].search(near) for told in ("of-what-is-told", "done-by"))

    def _is_aside(self, time: TimeExpression, clause: Clause) -> bool:
        """Whether an expression stands in an aside without the figure: "Rao, who came on Monday, gave 5 ships"."""
        start, end = clause.sentence.start, time.span.start
        aside = narrative()["aside"].search(self._text[start:end])
        if aside is None:
            return False
        return clause.start < start + aside.start() or ", " in self._text[end : max(end, clause.start)]

    def _is_before_toll(self, time: TimeExpression, clause: Clause) -> bool:
        """Whether a figure is the toll of something, and a time that of the sentence: "a war that killed 5 people"."""
        toll = self._toll(clause)
        return toll is not None and time.span.end < toll

    def _toll(self, clause: Clause) -> int | None:
        """Where "that killed" stands before a figure."""
        start = clause.sentence.start
        toll = narrative()["toll-of"].search(self._text[start : clause.start])
        return start + toll.start() if toll is not None else None

    def _resolved(self, own: Sequence[TimeExpression], clause: Clause) -> When | None:
        tense: Tense = "future" if clause.tense in ("open", None) else "past"
        found = resolve_times(own, published=self._published, tense=tense, anchor=self._last)
        if found.start is not None and found.end is None and _is_since(own[0]):
            return made(found.start.earliest, None, found.start.basis, found.start.evidence)
        return _joined(found.start, found.end)

    def _of_event(self, clause: Clause) -> When | None:
        """The date of the event whose words hold the figure, else of the only one of its sentence."""
        sentence = clause.sentence
        told = [e for e in self._events if e.start is not None and _tells(e, sentence)]
        holding = [e for e in told if e.evidence.start <= clause.start and clause.end <= e.evidence.end]
        days = {e.start.edtf: e.start for e in holding or told if e.start is not None}
        return next(iter(days.values())) if len(days) == 1 else None

    def _of_event_before(self, clause: Clause) -> When | None:
        """The days of the event told right before in the paragraph: "It was held on May 3. Some 40 ministers came."."""
        paragraph = self._text.rfind("\n", 0, clause.sentence.start) + 1
        if clause.tense != "past" or paragraph == clause.sentence.start:
            return None
        told = [e for e in self._events if paragraph <= e.evidence.start < clause.sentence.start]
        dated = {(e.start.edtf, e.end.edtf if e.end else None): e for e in told if e.start is not None}
        if len(dated) != 1 or len(told) != 1:
            return None
        return _joined(told[0].start, told[0].end)


def _tells(event: EventClaim, sentence: Sentence) -> bool:
    return any(words.overlaps(sentence) for words in (event.evidence, *event.mentions))


def _is_since(time: TimeExpression) -> bool:
    return isinstance(time.value, Bound) and time.value.bound == "since"


def _is_year(found: When) -> bool:
    return len(found.edtf) == len("2024")


def _joined(start: When | None, end: When | None) -> When | None:
    if start is None or end is None:
        return start or end
    return made(start.earliest, end.latest, start.basis, start.evidence)


def _distance(time: TimeExpression, clause: Clause) -> int:
    return min(abs(time.span.start - clause.end), abs(clause.start - time.span.end))
