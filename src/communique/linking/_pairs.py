"""The two of whom a text speaks: the pairs that it joins by "and" or a hyphen, and the last two that it names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from communique.linking._mentions import state_of
from communique.linking._records import Mention
from communique.types import Actor

__all__ = ["Pairs", "last_two"]

Pair = tuple[Actor, Actor]

_JOINED = frozenset({" and ", " and the ", " & ", "-", "–", "/"})
_LISTED = (", ", " and ")
_STATES = ("state", "adjective", "place")
_BODIES = ("organisation", "body")
_PERSONS = ("person", "title")
_PASSED = ("pronoun", "reference")
_ENOUGH = 2
"""How often a text joins the two whom it means by "both sides" where none are joined near."""


class Pairs(msgspec.Struct, frozen=True):
    """The pairs that a text joins, each with where it begins: of states or organisations, and of persons."""

    states: tuple[tuple[int, Pair], ...]
    persons: tuple[tuple[int, Pair], ...]

    @classmethod
    def of(cls, text: str, mentions: Sequence[Mention]) -> Pairs:
        """Of two that stand side by side: "Kenya and Chad", "the Kenya–Chad border", "the EU and China"."""
        joined = list(_joined(text, mentions))
        states = ((start, pair) for start, one in joined if (pair := _as_sides(one)) is not None)
        persons = ((start, one) for start, one in joined if all(a.kind == "person" for a in one))
        return cls(tuple(states), tuple(persons))

    def near(self, reach: int, end: int, persons: bool) -> tuple[Actor, ...]:
        """The pair joined last between two offsets."""
        told = self._before(end, persons)
        return told[-1][1] if told and told[-1][0] >= reach else ()

    def most_told(self, end: int, persons: bool) -> tuple[Actor, ...]:
        """The pair joined most often before an offset: the only one, or at least twice and more than any other."""
        told = self._before(end, persons)
        counts = Counter(frozenset(a.id for a in pair) for _, pair in told).most_common(2)
        clear = counts and (len(counts) == 1 or (counts[0][1] >= _ENOUGH and counts[0][1] > counts[1][1]))
        return next((p for _, p in told if frozenset(a.id for a in p) == counts[0][0]), ()) if clear else ()

    def _before(self, end: int, persons: bool) -> Sequence[tuple[int, Pair]]:
        rows = self.persons if persons else self.states
        return rows[: bisect_left(rows, end, key=lambda row: row[0])]


def _joined(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, Pair]]:
    """Two of different sides that stand together; of three in a row none are a pair."""
    named = [m for m in mentions if m.form in (*_STATES, *_BODIES, *_PERSONS) and m.actors]
    for mention in named:
        if len(mention.actors) == 2 and _apart(mention.actors):
            yield mention.span.start, (mention.actors[0], mention.actors[1])
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise(named)]
    for place, (one, other) in enumerate(pairwise(named)):
        pair = (*one.actors, *other.actors)
        alike = (one.form in _PERSONS) == (other.form in _PERSONS)
        row = (place and gaps[place - 1] in _LISTED) or (
            place + 1 < len(gaps) and gaps[place + 1] in (" and ", ", and ")
        )
        if gaps[place] in _JOINED and alike and len(pair) == 2 and _apart(pair) and not row:
            yield one.span.start, (pair[0], pair[1])


def _apart(actors: Sequence[Actor]) -> bool:
    keys = (a.id if a.kind == "organisation" else a.country for a in actors)
    return len({key for key in keys if key}) == len(actors)


def _as_sides(pair: Pair) -> Pair | None:
    """The state on whose side each is, or the organisation beside a state; two organisations are mostly no sides."""
    one, other = (a if a.kind == "organisation" else state_of(a.country or "") for a in pair)
    if one is None or other is None or one.kind == other.kind == "organisation":
        return None
    return one, other


def last_two(reach: int, before: Sequence[Mention], persons: bool) -> tuple[Actor, ...]:
    """The last two persons, or states, of different countries that begin at ``reach`` or later."""
    actors: list[Actor] = []
    for mention in reversed(before):
        if mention.span.start < reach or mention.form in (_PASSED if persons else (*_PASSED, "place")):
            continue
        for actor in mention.actors:
            found = actor if persons else state_of(actor.country or "")
            if found is None or (persons and found.kind != "person") or found.country is None:
                continue
            if all(found.country != a.country for a in actors):
                actors.append(found)
        if len(actors) >= 2:
            return tuple(reversed(actors[:2]))
    return ()
