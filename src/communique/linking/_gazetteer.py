"""One pass over a text finds every name and title that the codebook knows.

A match is a stretch of text with its entry: a country's name or adjective, a city, an organisation, a
body of government, an office, a modifier of offices, or a known person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from communique.codebook import (
    Body,
    City,
    Country,
    Office,
    OfficeModifier,
    Organisation,
    Person,
    bodies,
    cities,
    countries,
    office_modifiers,
    offices,
    organisations,
    persons,
)
from communique.codebook.words import WordFinder, lowered

__all__ = ["Entry", "Label", "Match", "find_names"]

Label = Literal["country", "adjective", "city", "organisation", "body", "office", "offices", "modifier", "person"]
Entry = Country | City | Organisation | Body | Office | OfficeModifier | Person

# Of two entries with one name the earlier label wins: "Singapore" is first a country.
_ORDER: tuple[Label, ...] = (
    "country", "adjective", "body", "organisation", "office", "offices", "city", "person", "modifier",
)  # fmt: skip


_COUNTERPART = Office(
    id="counterpart",
    name="counterpart",
    titles=("counterpart", "opposite number", "colleague"),
    plurals=("counterparts", "opposite numbers", "colleagues"),
    source="usage of news",
    examples=("his Chinese counterpart",),
)
"""The word that names the same office on the other side."""


class Match(msgspec.Struct, frozen=True):
    """The text from ``start`` to ``end`` names ``entries`` (all entries of that name under one label)."""

    start: int
    end: int
    label: Label
    entries: tuple[Entry, ...]


class _Name(msgspec.Struct, frozen=True):
    text: str
    label: Label
    entry: Entry
    cased: bool


_IN_NAME = re.compile(r"(?:\b[AaEe]l-|\b(?:Sheikh|Sheikha|Shaikh|Mr|Mrs|Ms|Dr)\.? )$")
_NAME_ON = re.compile(r" (?:al-|Al-|el-|El-|bin |ibn )")
_CONTINENT = re.compile(r"\b(?:Latin|South|North|Central)[ \n-]$")


def find_names(text: str) -> tuple[Match, ...]:
    """All names and titles in ``text``, leftmost and longest of those that fit, none overlapping another."""
    finder, names = _names()
    found: list[Match] = []
    for word, start, end in finder.all(text):
        free = not found or start >= found[-1].end
        match = _choose(text, start, end, names[word]) if free else None
        if match is not None:
            found.append(match)
    return _with_patterns(lowered(text), found)


def _with_patterns(lower: str, found: Sequence[Match]) -> tuple[Match, ...]:
    """Titles with a gap, "head of Russian diplomacy", take up the matches in their gap."""
    titles = []
    for before, pattern, office in _patterns():
        for hit in pattern.finditer(lower) if before in lower else ():
            inside = [m for m in found if hit.start() <= m.start and m.end <= hit.end()]
            if any(m.start == hit.start() and m.end == hit.end() for m in inside):
                continue  # a listed title is surer than a pattern
            entries = tuple(e for m in inside for e in m.entries if isinstance(e, Country))
            titles.append(Match(hit.start(), hit.end(), "office", (office, *entries)))
    free = [m for m in found if not any(t.start <= m.start and m.end <= t.end for t in titles)]
    return tuple(sorted([*free, *titles], key=lambda m: m.start))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], Office], ...]:
    """Office patterns whose gap is inside, with what stands before it; the titles' own grammar reads gaps at an end."""
    return tuple(
        (before, re.compile(r"\b" + re.escape(before) + r"\w[\w' ]{0,40}?\w" + re.escape(after) + r"\b"), office)
        for office in offices()
        for pattern in office.patterns
        for before, gap, after in [pattern.partition("…")]
        if gap and before and after
    )


def _choose(text: str, start: int, end: int, names: tuple[_Name, ...]) -> Match | None:
    words = text[start:end].replace("’", "'")
    fitting = [n for n in names if _case_fits(words, n)]
    if not fitting or _is_other(text, start, end):
        return None
    label = min((n.label for n in fitting), key=_ORDER.index)
    if label == "city" and _is_of_person(text, start, end):
        return None
    entries = tuple(n.entry for n in fitting if n.label == label)
    return Match(start, end, label, entries)


def _is_other(text: str, start: int, end: int) -> bool:
    """ "Latin America" is not America, nor is the "US" of "US$5 million"."""
    continent = text[start:end].startswith("America") and _CONTINENT.search(text, max(0, start - 12), start)
    return text[end : end + 1] == "$" or bool(continent)


def _is_of_person(text: str, start: int, end: int) -> bool:
    """ "Sheikh Sabah al-Ahmed al-Sabah" is no place."""
    return bool(_IN_NAME.search(text, max(0, start - 8), start) or _NAME_ON.match(text, end))


def _case_fits(words: str, name: _Name) -> bool:
    """Names keep their case ("US" is not "us", "PM" not "pm"), but headlines and datelines may be in capitals.

    What the codebook has in lower case, as titles ("foreign minister"), comes in any.
    """
    plain = name.text.replace("’", "'")
    if not name.cased or words == plain or (plain.startswith("the ") and words[1:] == plain[1:]):
        return True
    return words == plain.upper() if len(plain) > 3 else False


@cache
def _names() -> tuple[WordFinder, dict[str, tuple[_Name, ...]]]:
    table: dict[str, list[_Name]] = {}
    for name in _all_names():
        table.setdefault(lowered(name.text), []).append(name)
    return WordFinder(table), {word: tuple(names) for word, names in table.items()}


def _all_names() -> list[_Name]:
    return [
        _Name(text, label, entry, text != text.lower())
        for label, entry, texts in _rows()
        for text in dict.fromkeys(texts)
        if text and not (text.startswith("the ") and text[4:] in texts)  # "The EU" must not hide "EU"
    ]


def _rows() -> list[tuple[Label, Entry, tuple[str, ...]]]:
    rows: list[tuple[Label, Entry, tuple[str, ...]]] = []
    for country in countries():
        rows.append(("country", country, country.names))
        rows.append(("adjective", country, country.adjectives + country.demonyms))
    rows += [("city", city, city.names) for city in cities()]
    rows += [("organisation", org, org.names) for org in organisations()]
    rows += [("body", body, body.names) for body in bodies()]
    rows += [("person", person, _person_names(person)) for person in persons()]
    rows += [("office", office, office.titles) for office in (*offices(), _COUNTERPART)]
    rows += [("offices", office, office.plurals) for office in (*offices(), _COUNTERPART)]
    rows += [("modifier", modifier, modifier.words) for modifier in office_modifiers() if not modifier.suffix]
    return rows


def _person_names(person: Person) -> tuple[str, ...]:
    """Full names only: a family name alone is decided in its document."""
    return tuple(n for n in (person.name, *person.spellings) if " " in n or "-" in n)
