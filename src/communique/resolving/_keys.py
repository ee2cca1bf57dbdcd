"""Keys under which reports find those they have to be compared with; none sharing one need not be.

Firm reports (two sides, dated to the week) bind to each other by pair of countries and day. A loose
report seeks a firm one under the keys that firm reports offer, and loose ones of the same sides, dated
in the same words, are mates. A loose report seeks in the months in which what it tells of can have been, as far
as its date or the day it was published bounds them.

A key is a number: the day or the first of the month that it is of (0 where of no time), then 40 bits of hash, so
that what is near in time lies together in an index. Two keys that fall together only cost a comparison.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

import msgspec

from communique.resolving._dates import DAY, days
from communique.resolving._names import name_tokens
from communique.resolving._traits import Traits
from communique.types import When

__all__ = [
    "MOST_SIDES",
    "NEWS",
    "PLAN",
    "Keys",
    "bonds",
    "dated_key",
    "key_of",
    "keys",
    "mates",
    "near_keys",
    "offers",
    "seeks",
]

# The main news of a report is young, and a visit is announced within the year; background may be of any age.
NEWS = timedelta(days=31)
PLAN = timedelta(days=366)
MOST_SIDES = 8
"""Pairs are made of that many sides at most: a gathering of forty states has 780 pairs."""
_SHORTEST_QUOTE = 6
"""Words from which on the same wording in two documents is a copy and not chance."""
_MOST_MONTHS = 14
"""A plan may be for any day of the year ahead; what is bound less is sought at any time."""
_HASH_BITS = 40


class Keys(msgspec.Struct, frozen=True):
    """All keys of one report; those it does not use are empty."""

    bonds: frozenset[int] = frozenset()
    offers: frozenset[int] = frozenset()
    seeks: frozenset[int] = frozenset()
    mates: frozenset[int] = frozenset()


def keys(trait: Traits) -> Keys:
    """The keys of a report."""
    if trait.firm:
        return Keys(bonds=bonds(trait), offers=offers(trait))
    return Keys(seeks=seeks(trait), mates=mates(trait))


def bonds(trait: Traits) -> frozenset[int]:
    """Pair of sides and day, the day after included, so that neighbours a day apart meet."""
    if trait.first is None or trait.last is None:
        return frozenset()
    spread = [day.toordinal() for day in days(trait.first, trait.last + DAY)]
    return frozenset(dated_key(day, pair) for pair in _pairs(trait) for day in spread)


def offers(trait: Traits) -> frozenset[int]:
    """What a loose report may know of a firm one: the pair, a side and a day, a name, a country and a day."""
    if trait.first is None or trait.last is None:
        return frozenset()
    months = [_ANY_TIME, *_months(trait.first, trait.last)]
    told = (dated_key(month, words) for words in (*_pairs(trait), *_names(trait)) for month in months)
    places = _of_place(trait)
    by_day = (dated_key(day, words) for words in (*_of_sides(trait), *places) for day in _days(trait))
    return frozenset((*told, *by_day))


def seeks(trait: Traits) -> frozenset[int]:
    """Where a loose report looks: by all that it knows, the most telling only."""
    if len(trait.sides) < 2 and trait.first is not None:
        where = _of_sides(trait) or _of_place(trait)
        return frozenset(dated_key(day, words) for words in where for day in _days(trait))
    known = _pairs(trait) if len(trait.sides) > 1 else list(_names(trait))
    return frozenset(dated_key(month, words) for words in known for month in _window(trait))


def near_keys(trait: Traits) -> frozenset[int]:
    """Under which keys of firm reports those of the same sides stand that are a month away at most."""
    if trait.first is None or trait.last is None:
        return seeks(trait)
    months = _months(trait.first - NEWS, trait.last + NEWS)
    return frozenset(dated_key(month, pair) for pair in _pairs(trait) for month in months)


def mates(trait: Traits) -> frozenset[int]:
    """Same sides and same date, or, undated, the same words."""
    if not trait.sides:
        return frozenset()
    if trait.start is not None:
        told = trait.start.edtf
    elif len(trait.words.split()) >= _SHORTEST_QUOTE:
        told = trait.words
    else:
        return frozenset()
    return frozenset({key_of(f"{trait.domain}|{'+'.join(sorted(trait.sides))}|{told}")})


_ANY_TIME = 0


def key_of(words: str) -> int:
    """The key of something at any time."""
    return dated_key(_ANY_TIME, words)


def dated_key(time: int, words: str) -> int:
    """The key of something on a day or in a month: ``time`` is the ordinal of the day or of the month's first."""
    return time << _HASH_BITS | _hash(words)


@lru_cache(maxsize=65_536)
def _hash(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=_HASH_BITS // 8).digest())


def _pairs(trait: Traits) -> list[str]:
    sides = sorted(trait.sides)[:MOST_SIDES]
    return [f"{trait.domain}|{a}+{b}" for a, b in combinations(sides, 2)]


def _of_sides(trait: Traits) -> list[str]:
    return [f"{trait.domain}|{side}" for side in trait.sides]


def _of_place(trait: Traits) -> list[str]:
    return [f"{trait.domain}|@{trait.country}"] if trait.country else []


def _days(trait: Traits) -> list[int]:
    if trait.first is None or trait.last is None:
        return []
    return list(range(trait.first.toordinal(), trait.last.toordinal() + 1))


def _names(trait: Traits) -> Iterator[str]:
    """First and last word of every person's name, under the person's side."""
    for group in (trait.left, trait.right, trait.both):
        for side, actors in group.items():
            yield from (f"{trait.domain}|{side}|{word}" for word in _outer_words(a.name for a in actors))


def _outer_words(names: Iterable[str]) -> set[str]:
    words = [name_tokens(name) for name in names]
    return {word for tokens in words if tokens for word in (tokens[0], tokens[-1])}


def _window(trait: Traits) -> list[int]:
    """The months in which a loose report's happening can have gone on; any time where nothing bounds it to a year.

    It lies within the start, however vague, and within what is news on the day of publication (see ``settle``);
    the narrower of the two is taken.
    """
    bounds = [bound for bound in (_by_start(trait.start), _by_publication(trait)) if bound is not None]
    if not bounds:
        return [_ANY_TIME]
    months = _months(*min(bounds, key=lambda bound: bound[1] - bound[0]))
    return months if len(months) <= _MOST_MONTHS else [_ANY_TIME]


def _by_start(start: When | None) -> tuple[date, date] | None:
    if start is None or start.earliest is None or start.latest is None:
        return None
    return start.earliest, start.latest


def _by_publication(trait: Traits) -> tuple[date, date] | None:
    told = trait.published
    if told is None or told.earliest is None or told.latest is None:
        return None
    if trait.status == "planned":
        return told.earliest - DAY, told.latest + PLAN
    if trait.status in ("happened", "ongoing") and trait.salience == "main":
        return told.earliest - NEWS, told.latest + DAY
    return None


def _months(first: date, last: date) -> list[int]:
    """The first days of the months from one day to another, as ordinals."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1).toordinal() for number in numbers]
