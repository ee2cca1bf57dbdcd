"""Datelines: the place, often the day and the agency, before the first sentence of a report.

Forms: "BEIJING, April 8 (Xinhua) —", "MOSCOW (AP) -", "Luxembourg, 23/04/2012 (Agence Europe) -",
"Kyiv. 12 May. INTERFAX-UKRAINE –", "KUALA LUMPUR:", "SEOUL •", "Addis Abeba — ", "Washington, May 24:".
Source: AP Stylebook, "datelines", and the usage of the agencies in ``agencies.yaml``.
"""

from __future__ import annotations

import re
from datetime import date

import msgspec

from communique.codebook.calendar import CALENDAR_WORDS, MONTHS, WEEKDAYS
from communique.reading._agency import named_agency
from communique.reading._dates import MONTH, find_dates

__all__ = ["Dateline", "dateline_of"]

_HEAD = 110  # characters in which a dateline must be over
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_DAY = (
    rf"(?i:(?:{_WEEKDAY},?\s)?(?:{MONTH}\s?\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{MONTH}(?:,?\s\d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}))"
)
_UPPER_PLACE = rf"{_CAPITAL}{{2}}[A-ZÀ-ÖØ-Þ.'’-]*(?:[ /]{_CAPITAL}[A-ZÀ-ÖØ-Þ.'’-]*){{0,3}}"
_TITLE_PLACE = rf"{_CAPITAL}[\wÀ-ÿ.'’-]*?(?:[ /]{_CAPITAL}[\wÀ-ÿ'’-]*){{0,3}}"
_REGION = rf"(?:,\s?{_CAPITAL}[\wÀ-ÿ.'’-]*(?:\s{_CAPITAL}[\wÀ-ÿ.'’-]*){{0,2}}){{0,2}}?"
_AGENCY = r"\((?P<agency>[^()]{2,40})\)"
_BARE_AGENCY = r"(?P<agency>[A-Z][A-Za-z-]+(?:\s[A-Z][A-Za-z-]+){0,2})"
_DASH = r"(?:--+|[—–•-])"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # place in capitals, with or without region, day and agency
        rf"(?P<place>{_UPPER_PLACE}{_REGION})(?:,?\s(?P<day>{_DAY}))?,?(?:\s{_AGENCY})?\s?(?:{_DASH}\s|:\s|[—–])",
        # place in any letters with a day, an agency or both; after an agency the dash may be missing
        rf"(?P<place>{_TITLE_PLACE}{_REGION}),?\s(?P<day>{_DAY}),?\s{_AGENCY}\s?(?:{_DASH}|:)?\s",
        rf"(?P<place>{_TITLE_PLACE}{_REGION}),?\s(?P<day>{_DAY})\s?(?:{_DASH}\s|:\s|[—–])",
        rf"(?P<place>{_TITLE_PLACE}{_REGION}),?\s{_AGENCY}\s?(?:{_DASH}|:)\s",
        rf"(?P<place>{_TITLE_PLACE})\.\s(?P<day>{_DAY})\.?\s{_BARE_AGENCY}\s?{_DASH}\s",
        # the whole line, without a day's year: "Baku, Azerbaijan, May 12"
        rf"(?P<place>{_TITLE_PLACE}{_REGION}),\s(?P<day>(?i:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH}))$",
        # no place: "(Xinhua) --"
        rf"(?P<place>){_AGENCY}\s?{_DASH}\s",
    )
)
# Place in any letters and a long dash, with no other dash in the sentence, which would be a parenthesis.
_PLACE_DASH = re.compile(rf"(?P<place>{_TITLE_PLACE})\s[—–]\s(?=[\"“'‘]?{_CAPITAL})")
_TO_SENTENCE_END = re.compile(r"[^—–.!?]*[.!?]")
_AGENCY_DASH = re.compile(rf"(?P<agency>[A-Z][A-Za-z]{{1,12}})\s?{_DASH}\s")
_TITLES = re.compile(
    r"\b(?:SECRETARY|PRESIDENT|MINISTER|MR|MRS|MS|DR|SENATOR|AMBASSADOR|GENERAL|QUESTION|ANSWER|MODERATOR|"
    r"SPOKES(?:MAN|WOMAN|PERSON)|HOST|REPORTER|SPEAKER|CHAIR(?:MAN|WOMAN)?|LIVE|UPDATE|BREAKING|EXCLUSIVE|"
    r"ANALYSIS|OPINION|EXPLAINER|WATCH|PHOTOS?|VIDEO|EDITORIAL|INTERVIEW|FACTBOX|NOTE|CORRECTION)\b"
)
_MONTH_DAY = re.compile(rf"(?P<first>{MONTH})\s?(?P<day>\d{{1,2}})|(?P<before>\d{{1,2}})\s(?P<second>{MONTH})", re.I)
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Þ]", re.IGNORECASE)


class Dateline(msgspec.Struct, frozen=True):
    """``place`` in the dateline's words, None where it names none; ``day`` where it gives the year too.

    ``start`` and ``end`` are where the day's words stand in the paragraph, 0 and 0 without a day.
    ``month_day`` is the month and the day where the year is left to the page.
    """

    place: str | None
    agency: str | None
    day: date | None
    start: int = 0
    end: int = 0
    month_day: tuple[int, int] | None = None


def dateline_of(text: str) -> Dateline | None:
    """The dateline with which a paragraph begins, or None."""
    head = text[:_HEAD]
    for form in _FORMS:
        match = form.match(head)
        if match and _is_place(match["place"]):
            return _dateline(match)
    dash = _PLACE_DASH.match(head)
    if dash and _is_place(dash["place"]) and _TO_SENTENCE_END.match(text, dash.end()):
        return _dateline(dash)
    tagged = _AGENCY_DASH.match(head)
    agency = named_agency(tagged["agency"]) if tagged else None
    return Dateline(None, agency, None) if agency else None


def _is_place(words: str) -> bool:
    # An outlet's initials have no vowel more often than not ("VGP -"); a place always has one.
    if not words:
        return True
    if words.lower().rstrip(".") in CALENDAR_WORDS or _TITLES.search(words):
        return False
    return _VOWEL.search(words) is not None and named_agency(words) is None


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    agency = named_agency(groups["agency"]) if groups.get("agency") else None
    place = match["place"].rstrip("-–") or None
    for found in find_dates(match[0]):
        return Dateline(place, agency, found.day, found.start, found.end)
    return Dateline(place, agency, None, month_day=_month_day(groups.get("day") or ""))


def _month_day(words: str) -> tuple[int, int] | None:
    found = _MONTH_DAY.search(words)
    if found is None:
        return None
    return MONTHS[(found["first"] or found["second"]).rstrip(".").lower()], int(found["day"] or found["before"])
