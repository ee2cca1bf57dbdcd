"""Whether two reports can be of one happening, and how much speaks for it."""

from __future__ import annotations

from collections.abc import Iterable

from communique.resolving._dates import distance
from communique.resolving._kinds import is_encounter, same_kind
from communique.resolving._names import same_person
from communique.resolving._traits import Side, Traits
from communique.types import Actor

__all__ = [
    "can_be_one",
    "countries_agree",
    "likeness",
    "people_meet",
    "people_shared",
    "same_direction",
    "same_people",
    "score",
    "shared_persons",
    "shares_sides",
    "sides_agree",
    "start_gap",
]

# Two reports of one gathering need not list the same guests; two in three is what bilateral and
# trilateral lists need to be told apart.
_SHARED_SIDES = 2 / 3
# In these families the person is the event: another visitor, caller or speaker is another happening. In
# others (a sanction, an agreement) the same act is told of the state, the minister and the ministry.
_BY_PERSON = frozenset({"visit", "call", "statement"})
_ON_PERSON = frozenset({"expulsion", "summon", "recall"})
_MULTILATERAL = 3


def likeness(one: Traits, other: Traits) -> float | None:
    """How alike two reports are, higher for more; null where they cannot be of one happening."""
    return score(one, other) if can_be_one(one, other) else None


def can_be_one(one: Traits, other: Traits, slack: int = 0) -> bool:
    """Whether two reports can be of one happening; ``slack`` is the number of days by which their dates may miss."""
    return (
        same_kind(one.kind, other.kind)
        and _dates_agree(one, other, slack)
        and countries_agree(one, other)
        and sides_agree(one, other)
    )


def sides_agree(one: Traits, other: Traits) -> bool:
    """Whether the same sides take part, in the same direction, by the same persons."""
    return same_direction(one, other) and shares_sides(one, other) and same_people(one, other)


def start_gap(one: Traits, other: Traits) -> int:
    """Days between the starts; 0 where they overlap, are unknown, or one lies within the other's days."""
    if one.start is None or other.start is None:
        return 0
    if _within(one, other) or _within(other, one):
        return 0
    return distance(one.start, other.start)


def _within(one: Traits, other: Traits) -> bool:
    """Whether ``one``, of which no end is told, is dated by a day of ``other``, of which the end is."""
    if one.end is not None or other.end is None or one.first is None or one.last is None:
        return False
    if other.first is None or other.last is None:
        return False
    return other.first <= one.first and one.last <= other.last


def _dates_agree(one: Traits, other: Traits, slack: int) -> bool:
    if start_gap(one, other) > slack:
        return False
    if not slack or one.end is None or other.end is None:
        return True
    return distance(one.end, other.end) <= slack


def countries_agree(one: Traits, other: Traits) -> bool:
    """Whether the places lie in one country, as far as both are told."""
    return one.country is None or other.country is None or one.country == other.country


def same_direction(one: Traits, other: Traits) -> bool:
    """Whether who acts and who is acted on in one does not stand otherwise in the other."""
    return not (
        _swapped(one.left, other.left, other.right)
        or _swapped(other.left, one.left, one.right)
        or _swapped(one.right, other.right, other.left)
        or _swapped(other.right, one.right, one.left)
    )


def _swapped(side: Side, same: Side, opposite: Side) -> bool:
    """Whether who stands on one side here stands on none or on the other side there."""
    if not side or side.keys() & same.keys():
        return False
    return bool(same) or bool(side.keys() & opposite.keys())


def shares_sides(one: Traits, other: Traits) -> bool:
    """Whether most sides of the report that names fewer are named by the other."""
    fewer = min(len(one.sides), len(other.sides))
    return len(one.sides & other.sides) >= fewer * _SHARED_SIDES


def same_people(one: Traits, other: Traits) -> bool:
    """Whether no other persons take part, where the persons make the happening."""
    if is_encounter(one.kind):
        many = len(one.sides | other.sides) >= _MULTILATERAL
        return many or people_meet(one.both, other.both)
    if one.family in _BY_PERSON:
        return people_meet(one.left, other.left) and people_meet(one.both, other.both)
    if one.family in _ON_PERSON and not (one.start and other.start) and not people_shared(one, other):
        return False  # states expel and summon each other's envoys again and again
    return one.family not in _ON_PERSON or people_meet(one.right, other.right)


def people_meet(one: Side, other: Side) -> bool:
    """Whether no side is one set of persons here and quite another there."""
    return all(_overlap(one[side], other[side]) for side in one.keys() & other.keys())


def _overlap(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    here, there = _persons(some), _persons(others)
    return not here or not there or any(same_person(a, b) for a in here for b in there)


def _persons(actors: Iterable[Actor]) -> list[Actor]:
    return [actor for actor in actors if actor.kind == "person"]


def score(one: Traits, other: Traits) -> float:
    """What agrees, each in full 1: sides, kind, persons; a half for the same date and the same place."""
    sides = len(one.sides & other.sides) / max(1, len(one.sides | other.sides))
    exact = one.start is not None and other.start is not None and one.start.edtf == other.start.edtf
    same_place = one.place is not None and one.place == other.place
    return sides + (one.kind == other.kind) + people_shared(one, other) + 0.5 * exact + 0.5 * same_place


def people_shared(one: Traits, other: Traits) -> float:
    """The part of the sides known to both on which a person is the same: 0 to 1."""
    pairs = _known_to_both(one, other)
    same = [pair for pair in pairs if _share_person(*pair)]
    return len(same) / len(pairs) if pairs else 0.0


def shared_persons(one: Traits, other: Traits) -> tuple[str, ...]:
    """The persons that both name on one side, by the longer name, in order of the names."""
    return tuple(
        sorted(
            {
                max(a.name, b.name, key=lambda name: (len(name), name))
                for some, others in _known_to_both(one, other)
                for a in _persons(some)
                for b in _persons(others)
                if same_person(a, b)
            }
        )
    )


def _known_to_both(one: Traits, other: Traits) -> list[tuple[tuple[Actor, ...], tuple[Actor, ...]]]:
    return [
        (mine[side], theirs[side])
        for mine, theirs in ((one.left, other.left), (one.right, other.right), (one.both, other.both))
        for side in mine.keys() & theirs.keys()
    ]


def _share_person(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    there = _persons(others)
    return any(same_person(a, b) for a in _persons(some) for b in there)
