"""Names of several states, or of a state and a part of another: "Congo", "Korea", "Georgia" beside a governor.

Also of bodies that several states call alike: "the Foreign Office".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from communique.codebook import Body, City, Country, Office, Person, ambiguous_names, countries
from communique.linking._candidates import Candidate
from communique.linking._gazetteer import Match

__all__ = ["decided"]

_OF_PARTS = frozenset({"governor", "senator", "lawmaker", "attorney-general"})
"""Offices that a part of the United States has too, and beside which "Georgia" is one."""
_TITLE = 4  # items in which a title with its name lies


def decided(text: str, items: Sequence[Match | Candidate], home: str | None = None) -> list[Match | Candidate]:
    """The items, each name of several states with the one that is meant, where the context tells it.

    The surest sign is the person beside it ("Congo's President Denis Sassou Nguesso"), then what the document names
    otherwise. A state's name that is also a part of the United States is theirs before a governor or behind a city, and
    in all of a document that tells so of it once and of that state never (one sense per discourse, Gale et al. 1992).
    A body is that of ``home``, from where the document reports, or of the one such state of which it tells.
    """
    codes = _told(items)
    items = [_body_of(item, home, codes) for item in items]
    found = [_decided(text, items, index, codes) for index in range(len(items))]
    parts = _parts().intersection(text[i.start : i.end] for i, old in zip(found, items, strict=True) if i is not old)
    if not parts:
        return found
    others = _told(i for i in items if text[i.start : i.end] not in parts)
    return [_as_elsewhere(item, others) if text[item.start : item.end] in parts else item for item in found]


def _body_of(item: Match | Candidate, home: str | None, codes: frozenset[str]) -> Match | Candidate:
    entries = item.entries if isinstance(item, Match) and item.label == "body" else ()
    named = [e for e in entries if isinstance(e, Body)]
    if len(named) < 2 or not isinstance(item, Match):
        return item
    told = [e for e in named if e.country in codes]
    best = [e for e in named if e.country is not None and e.country == home] or (told if len(told) == 1 else named)
    return msgspec.structs.replace(item, entries=(best[0],))


def _as_elsewhere(item: Match | Candidate, told: frozenset[str]) -> Match | Candidate:
    """A name that was found to be of a part of the United States, where nothing else tells of the other state."""
    entries = item.entries if isinstance(item, Match) else ()
    if not isinstance(item, Match) or any(isinstance(e, Country) and e.code in told for e in entries):
        return item
    return _of_usa(item)


def _of_usa(item: Match) -> Match:
    return msgspec.structs.replace(item, entries=(_states()["USA"],))


def _decided(text: str, items: Sequence[Match | Candidate], index: int, codes: frozenset[str]) -> Match | Candidate:
    item = items[index]
    if not isinstance(item, Match) or not any(isinstance(e, Country) for e in item.entries):
        return item
    if text[item.start : item.end] in _parts() and _is_part(text, items, index):
        return _of_usa(item)
    if len(item.entries) == 1:
        return item
    own = [e for e in item.entries if isinstance(e, Country)]
    beside = _of_person_beside(items, index)
    best = [e for e in own if e.code in beside] or [e for e in own if e.code in codes]
    return msgspec.structs.replace(item, entries=(best[0],)) if best else item


def _told(items: Iterable[Match | Candidate]) -> frozenset[str]:
    """The countries of all that has one reading, persons aside."""
    entries = [i.entries[0] for i in items if isinstance(i, Match) and len(i.entries) == 1]
    codes = (e.code if isinstance(e, Country) else getattr(e, "country", None) for e in entries)
    return frozenset(code for code in codes if code)


def _of_person_beside(items: Sequence[Match | Candidate], index: int) -> set[str | None]:
    """The country of the listed person whose title the name belongs to."""
    for item in items[index + 1 : index + _TITLE]:
        entries = item.entries if isinstance(item, Match) else ()
        if any(isinstance(e, Person) for e in entries):
            return {e.country for e in entries if isinstance(e, Person)}
        if isinstance(item, Candidate) or item.label not in ("office", "modifier"):
            break
    return set()


def _is_part(text: str, items: Sequence[Match | Candidate], index: int) -> bool:
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    city = before.entries[0] if isinstance(before, Match) else None
    behind = before is not None and text[before.end : items[index].start] == ", "
    office = after.entries[0] if isinstance(after, Match) else None
    beside = after is not None and text[items[index].end : after.start] in (" ", "'s ", "’s ")
    in_usa = behind and isinstance(city, City) and city.country == "USA"
    return in_usa or (beside and isinstance(office, Office) and office.id in _OF_PARTS)


@cache
def _parts() -> frozenset[str]:
    return frozenset(a.name for a in ambiguous_names() if "us-state" in a.readings)


@cache
def _states() -> dict[str, Country]:
    return {c.code: c for c in countries()}
