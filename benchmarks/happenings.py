"""Made-up happenings between real countries: the truth that reports of them are resolved against.

Countries and pairs of them are as unequal as in the news: a few pairs meet every day and most hardly ever.
Days are as full whatever the number: more happenings are more days.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import msgspec

from communique.codebook import Kind, codebook, countries

__all__ = ["Happening", "Nation", "happenings"]

_FIRST_DAY = date(2019, 1, 1)
_A_DAY = 120
"""Happenings a day: with four reports each, what a few hundred outlets tell of diplomacy."""
_KINDS = {
    "visit": 18,
    "meeting": 18,
    "talks": 12,
    "call": 9,
    "agreement": 9,
    "accusation": 7,
    "aid": 6,
    "condemnation": 5,
    "sanction": 5,
    "military-cooperation": 3,
    "summit": 5,
    "summon": 2,
    "expulsion": 1,
}
_MANY = "summit"
_OFFICES = ("president", "foreign minister", "defence minister", "deputy foreign minister", "ambassador")
_AGAIN = 0.15
"""Part of the happenings that are told apart from one before by nothing but the date."""
_GAPS = (3, 5, 9, 14, 30, 60, 91, 182, 365)
_BUSIEST = tuple("USA CHN RUS GBR FRA DEU IND TUR JPN UKR ISR IRN".split())
_SYLLABLES = "ba be da do fa ga ha jo ka ke ko la le li lo ma me mi mo na ne no pa ra re ri ro sa se so ta te".split()


class Nation(msgspec.Struct, frozen=True):
    """A country with those who act for it: (name, office), the most seen first."""

    code: str
    name: str
    capital: str
    people: tuple[tuple[str, str], ...]


class Happening(msgspec.Struct, frozen=True):
    """What took place: ``sides`` in the order of their roles, one of ``people`` a side or none, in ``place``."""

    number: int
    kind: Kind
    sides: tuple[Nation, ...]
    people: tuple[tuple[str, str] | None, ...]
    first: date
    days: int
    place: Nation


def happenings(chance: random.Random, count: int) -> Iterator[Happening]:
    """``count`` happenings on ``count / 120`` days, in no order; a visit may have a meeting or a deal within it."""
    days = max(1, count // _A_DAY)
    last: list[Happening] = []
    number = 0
    while number < count:
        if last and chance.random() < _AGAIN:
            made = _again(chance, chance.choice(last), number, days)
        else:
            made = _new(chance, number, days)
        for each in (made, *_within(chance, made)):
            yield each
            number += 1
        last = [*last[-50:], made]


def _new(chance: random.Random, number: int, days: int) -> Happening:
    kind = _pick_kind(chance)
    sides = _pick_sides(chance, chance.randint(3, 7) if kind.kind == _MANY else 2)
    return Happening(
        number=number,
        kind=kind,
        sides=sides,
        people=tuple(_pick_person(chance, side) for side in sides),
        first=_FIRST_DAY + timedelta(chance.randrange(days)),
        days=chance.choice((1, 1, 2, 3)) if kind.kind == "visit" else 1,
        place=sides[1] if kind.kind == "visit" or chance.random() < 0.6 else _pick_sides(chance, 1)[0],
    )


def _again(chance: random.Random, former: Happening, number: int, days: int) -> Happening:
    """The same at another date; within the days that are told of where that is possible."""
    gap = timedelta(chance.choice(_GAPS))
    later = former.first + gap
    first = later if later < _FIRST_DAY + timedelta(days) else max(_FIRST_DAY, former.first - gap)
    return msgspec.structs.replace(former, number=number, first=first)


def _within(chance: random.Random, visit: Happening) -> Iterator[Happening]:
    """A meeting and a deal during a visit, now and then."""
    if visit.kind.kind != "visit":
        return
    for n, (kind, part) in enumerate((("meeting", 0.4), ("agreement", 0.2)), start=1):
        if chance.random() < part:
            day = visit.first + timedelta(chance.randrange(visit.days))
            yield msgspec.structs.replace(visit, number=visit.number + n, kind=_kinds()[kind], first=day, days=1)


@cache
def _kinds() -> dict[str, Kind]:
    return {kind.kind: kind for kind in codebook().kinds}


def _pick_kind(chance: random.Random) -> Kind:
    return _kinds()[chance.choices(list(_KINDS), list(_KINDS.values()))[0]]


def _pick_sides(chance: random.Random, count: int) -> tuple[Nation, ...]:
    nations, weights = _nations()
    found: dict[str, Nation] = {}
    while len(found) < count:
        (nation,) = chance.choices(nations, cum_weights=weights)
        found.setdefault(nation.code, nation)
    return tuple(found.values())


def _pick_person(chance: random.Random, side: Nation) -> tuple[str, str] | None:
    return chance.choices(side.people, (5, 5, 2, 2, 1))[0] if chance.random() < 0.8 else None


@cache
def _nations() -> tuple[Sequence[Nation], Sequence[float]]:
    """All states and their cumulative weights, which fall by Zipf's law: the busiest, then the others by lot."""
    chance = random.Random(11)
    states = [country for country in countries() if country.kind == "state" and country.capital]
    chance.shuffle(states)
    states.sort(key=lambda state: _BUSIEST.index(state.code) if state.code in _BUSIEST else len(_BUSIEST))
    nations = [Nation(s.code, s.name, s.capital or s.name, _people(chance)) for s in states]
    return nations, list(accumulate(1 / (rank + 1) for rank in range(len(nations))))


def _people(chance: random.Random) -> tuple[tuple[str, str], ...]:
    return tuple((f"{_word(chance, 2)} {_word(chance, 3)}", office) for office in _OFFICES)


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=syllables)).capitalize()
