"""Keys under which reports find those they have to be compared with; none sharing one need not be.

Firm reports (two sides, dated to the week) bind to each other by pair of countries and day. A loose
report seeks a firm one under the keys that firm reports offer, and loose ones of the same sides, dated
in the same words, are mates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from communique.resolving._dates import DAY, days
from communique.resolving._names import name_tokens
from communique.resolving._traits import Traits

__all__ = ["Keys", "bonds", "keys", "mates", "offers", "seeks"]

_MOST_SIDES = 8
"""Pairs are made of that many sides at most: a gathering of forty states has 780 pairs."""
_SHORTEST_QUOTE = 6
"""Words from which on the same wording in two documents is a copy and not chance."""


class Keys(msgspec.Struct, frozen=True):
    """All keys of one report; those it does not use are empty."""

    bonds: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    seeks: frozenset[str] = frozenset()
    mates: frozenset[str] = frozenset()


def keys(trait: Traits) -> Keys:
    """The keys of a report."""
    if trait.firm:
        return Keys(bonds=bonds(trait), offers=offers(trait))
    return Keys(seeks=seeks(trait), mates=mates(trait))


def bonds(trait: Traits) -> frozenset[str]:
    """Pair of sides and day, the day after included, so that neighbours a day apart meet."""
    spread = _days(trait)
    return frozenset(f"{pair}|{day}" for pair in _pairs(trait) for day in spread)


def offers(trait: Traits) -> frozenset[str]:
    """What a loose report may know of a firm one: the pair, a side and a day, a name, a country and a day."""
    spread = _days(trait)
    by_side = (f"{trait.domain}|{side}|{day}" for side in trait.sides for day in spread)
    by_place = (f"{trait.domain}|@{trait.country}|{day}" for day in spread if trait.country)
    return frozenset((*_pairs(trait), *by_side, *by_place, *_names(trait)))


def seeks(trait: Traits) -> frozenset[str]:
    """Where a loose report looks: by all that it knows, the most telling only."""
    if len(trait.sides) > 1:
        return frozenset(_pairs(trait))
    spread = _days(trait)
    if not spread:
        return frozenset(_names(trait))
    where = trait.sides or ({f"@{trait.country}"} if trait.country else set())
    return frozenset(f"{trait.domain}|{side}|{day}" for side in where for day in spread)


def mates(trait: Traits) -> frozenset[str]:
    """Same sides and same date, or, undated, the same words."""
    if not trait.sides:
        return frozenset()
    if trait.start is not None:
        told = trait.start.edtf
    elif len(trait.words.split()) >= _SHORTEST_QUOTE:
        told = trait.words
    else:
        return frozenset()
    return frozenset({f"{trait.domain}|{'+'.join(sorted(trait.sides))}|{told}"})


def _pairs(trait: Traits) -> list[str]:
    sides = sorted(trait.sides)[:_MOST_SIDES]
    return [f"{trait.domain}|{a}+{b}" for a, b in combinations(sides, 2)]


def _days(trait: Traits) -> list[str]:
    if trait.first is None or trait.last is None:
        return []
    return [day.isoformat() for day in days(trait.first, trait.last + DAY)]


def _names(trait: Traits) -> Iterator[str]:
    """First and last word of every person's name, under the person's side."""
    for group in (trait.left, trait.right, trait.both):
        for side, actors in group.items():
            yield from (f"{trait.domain}|{side}|{word}" for word in _outer_words(a.name for a in actors))


def _outer_words(names: Iterable[str]) -> set[str]:
    words = [name_tokens(name) for name in names]
    return {word for tokens in words if tokens for word in (tokens[0], tokens[-1])}
