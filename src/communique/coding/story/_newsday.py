"""The day of which a report tells, for events that its sentences do not date.

News says once when its story happened ("on Wednesday", the day of the dateline, "today", or a perfect in
the lead: "have signed") and tells on in the simple past. What is recalled has a time of its own, a pluperfect,
or stands in a paragraph about another time; it takes nothing from here. A headline has the day of the first paragraph.
What has no day even so was in the week before the report, if it tells it as news.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.coding.drafting import Draft
from communique.coding.times import Mark, NewsDays
from communique.types import EventClaim, Span, When

__all__ = ["with_news_day", "with_news_week"]

_SHORTEST = 28  # days of a month
_ENCOUNTERS = frozenset({"visit", "meeting", "talks", "summit", "call"})
_TERMS = frozenset({"sanction", "relations", "agreement", "cooperation"})
_TOLD = frozenset({"happened", "ongoing"})


def with_news_day(claims: Sequence[EventClaim], drafts: Sequence[Draft], days: NewsDays) -> list[EventClaim]:
    """The claims, those that are news without a date with the day of which the report tells there."""
    current = _current(drafts)
    found = [_dated(claim, current, days, None) for claim in claims]
    news = _day_of_news(found)
    return [_dated(claim, current, days, news) for claim in found]


def _dated(claim: EventClaim, current: Mapping[Span, Draft], days: NewsDays, news: When | None) -> EventClaim:
    told = _telling(claim, current)
    return claim if told is None else _with_day(claim, _mark(claim, told, days, news))


def with_news_week(
    claims: Sequence[EventClaim], drafts: Sequence[Draft], days: NewsDays, text: str
) -> Iterator[EventClaim]:
    """The claims, those that are news and have no date even so with the days of the week before the report.

    "Peru has denied it" may be of any time; the perfect of an act is news. What is said in answer to something
    of another time is of that.
    """
    current, story = _current(drafts), sorted(claims, key=_at)
    for claim in claims:
        told = _telling(claim, current)
        start = None
        if told is not None and not any(clue.kind == "weekday" for clue in claim.clues):
            week = days.week_of_story if claim.family == "statement" or claim.salience == "main" else days.week
            start = week if _is_recent(claim, told, days) else _answered(claim, told, story, text)
        yield claim if start is None else msgspec.structs.replace(claim, start=start)


def _current(drafts: Sequence[Draft]) -> dict[Span, Draft]:
    """The drafts that main clauses tell as news, by their words."""
    return {draft.claim.evidence: draft for draft in drafts if draft.current}


def _telling(claim: EventClaim, current: Mapping[Span, Draft]) -> Draft | None:
    """The draft that tells a claim without a date as news."""
    told = next((current[span] for span in (claim.evidence, *claim.mentions) if span in current), None)
    return told if told is not None and _lacks_date(claim) and not _is_of_terms(claim, told) else None


def _is_of_terms(claim: EventClaim, told: Draft) -> bool:
    """ "In return Peru opens its ports": in the present the background tells the terms of what was agreed."""
    return told.tense == "present" and claim.salience == "background" and claim.family in _TERMS


def _day_of_news(claims: Sequence[EventClaim]) -> When | None:
    """When the main events that have happened began, if that is one day."""
    starts = [claim.start for claim in claims if claim.salience == "main" and claim.status == "happened"]
    days = {start.day if start is not None else None for start in starts}
    return starts[0] if len(days) == 1 else None


def _answered(claim: EventClaim, told: Draft, story: Sequence[EventClaim], text: str) -> When | None:
    """The month or year of the event told right before in the paragraph, which a statement answers.

    "In May 2019 Peru accused Chile of theft. Chile rejected the charge."
    """
    if claim.family != "statement" or told.tense != "past":
        return None
    before = bisect_left(story, _at(claim), key=_at) - 1
    start = story[before].start if before >= 0 else None
    if start is None or start.earliest is None or start.latest is None or "\n" in text[_at(story[before]) : _at(claim)]:
        return None
    return start if (start.latest - start.earliest).days + 1 >= _SHORTEST else None


def _at(claim: EventClaim) -> int:
    return claim.evidence.start


def _is_recent(claim: EventClaim, told: Draft, days: NewsDays) -> bool:
    if claim.family == "statement":
        return (told.tense == "past" or (told.tense == "present" and claim.salience == "main")) and days.of_week(
            told.sentence, past=False
        )
    return days.of_week(told.sentence, past=told.tense == "past")


def _mark(claim: EventClaim, told: Draft, days: NewsDays, news: When | None) -> Mark | None:
    if claim.salience == "background" and claim.clues:
        return None  # "a two-day visit": nobody says on which of its days
    found = days.day(told.sentence, main=claim.salience == "main")
    if found is not None and found.perfect and claim.family not in _ENCOUNTERS:
        found = days.announced or found
    if found is None and claim.family == "statement" and told.tense == "past":
        found = days.of_answer(told.sentence, news)
    if found is not None and days.week_of_story is not None and _is_up_to_now(claim, told, days):
        return Mark(found.at, days.week_of_story)
    new = claim.salience == "main" and claim.status == "happened"
    return found or (days.of_lead if new and days.is_lead(told.sentence) else None)


def _is_up_to_now(claim: EventClaim, told: Draft, days: NewsDays) -> bool:
    """ "Peru has urged calm": beyond the lead the perfect tells what somebody has said of late, on no one day."""
    beside = claim.salience == "background" and claim.family == "statement"
    return told.tense == "perfect" and beside and not days.is_lead(told.sentence)


def _with_day(claim: EventClaim, mark: Mark | None) -> EventClaim:
    if mark is None or mark.clue is None:
        return claim if mark is None else msgspec.structs.replace(claim, start=mark.day)
    return msgspec.structs.replace(claim, clues=(*claim.clues, mark.clue))


def _lacks_date(claim: EventClaim) -> bool:
    undated = claim.start is None and claim.end is None and all(c.kind == "duration" for c in claim.clues)
    return undated and claim.status in _TOLD
