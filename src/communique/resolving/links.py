"""How happenings hang together without being one: parts of a visit or a summit, and series.

A meeting, call or deal of the same sides within the days and the place of a visit is part of it; so are talks among
some of those who are at a summit. Happenings of one kind and the same actors at other dates are a series.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations, product

from communique.resolving._dates import days
from communique.resolving._keys import MOST_SIDES, dated_key, key_of
from communique.resolving._kinds import is_encounter
from communique.resolving._likeness import countries_agree, people_meet, people_shared, same_people
from communique.resolving._names import same_person
from communique.resolving._traits import Side, Traits, event_traits

__all__ = ["event_traits", "in_series", "is_part", "occasion_keys", "series_key"]

_WHOLES = frozenset({"visit", "summit"})
_STAY = timedelta(days=2)
"""Most visits end within that time of their beginning."""
_PART_FAMILIES = frozenset({"agreement", "call"})
_UNDONE = frozenset({"cancelled", "denied", "hypothetical", "postponed"})


def occasion_keys(event: Traits) -> frozenset[int]:
    """Under which a whole and its parts meet: pair of sides and day; none where the event can be neither."""
    if event.first is None or event.last is None or not (event.kind in _WHOLES or _may_be_part(event)):
        return frozenset()
    pairs = combinations(sorted(event.sides)[:MOST_SIDES], 2)
    last = event.last + _STAY if event.kind == "visit" and event.end is None else event.last
    spread = [day.toordinal() for day in days(event.first, last)]
    return frozenset(dated_key(day, f"occasion|{a}+{b}") for (a, b), day in product(pairs, spread))


def _may_be_part(event: Traits) -> bool:
    return (is_encounter(event.kind) and event.kind != "summit") or event.family in _PART_FAMILIES


def is_part(part: Traits, whole: Traits) -> bool:
    """Whether one happening took place within another: among its sides, in its days, in its country."""
    return (
        whole.kind in _WHOLES
        and _may_be_part(part)
        and (whole.kind == "visit" or is_encounter(part.kind))
        and len(part.sides) > 1
        and part.sides <= whole.sides
        and _within(part, whole)
        and countries_agree(part, whole)
        and (whole.kind == "summit" or people_meet(_by_side(part), _by_side(whole)))
        and (part.status in _UNDONE) == (whole.status in _UNDONE)
    )


def _within(part: Traits, whole: Traits) -> bool:
    """Whether the days of the one lie in those of the other, or soon after the beginning of a visit without an end."""
    if part.first is None or part.last is None or whole.first is None or whole.last is None:
        return False
    last = whole.last + _STAY if _is_still_there(part, whole) else whole.last
    return whole.first <= part.first and part.last <= last


def _is_still_there(part: Traits, whole: Traits) -> bool:
    """Whether the visitor, of whom no departure is told, is seen in the country of the visit."""
    there = part.country is not None and part.country == whole.country
    return whole.kind == "visit" and whole.end is None and there and _share_person(_by_side(part), whole.left)


def _share_person(some: Side, visitors: Side) -> bool:
    pairs = ((a, b) for side in some.keys() & visitors.keys() for a in some[side] for b in visitors[side])
    return any(a.kind == b.kind == "person" and same_person(a, b) for a, b in pairs)


def _by_side(event: Traits) -> Side:
    """Who stands on each side, whatever the part that it plays."""
    return {side: actors for group in (event.left, event.right, event.both) for side, actors in group.items()}


def series_key(event: Traits) -> int | None:
    """One number for all happenings of one kind between the same sides in the same roles; null where it has no date."""
    if event.start is None or event.start.earliest is None or len(event.sides) < 2 or event.status in _UNDONE:
        return None
    roles = ("+".join(sorted(group)) for group in (event.left, event.right, event.both))
    return key_of(f"series|{event.kind}|{'|'.join(roles)}")


def in_series(one: Traits, other: Traits) -> bool:
    """Whether events of one series key are by the same persons too, where both name any."""
    return same_people(one, other) and (people_shared(one, other) > 0 or not (one.persons and other.persons))
