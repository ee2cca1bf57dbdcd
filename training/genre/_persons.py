"""Names of persons: known ones, known ones put together anew, and some of regions that no table has."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import msgspec

from communique.codebook import persons
from training.genre._words import plain, read_yaml, usable

__all__ = ["PersonName", "draw_person"]


class PersonName(msgspec.Struct, frozen=True):
    """A person's name; ``first`` says that the family name comes first."""

    given: str
    family: str
    first: bool = False

    @property
    def full(self) -> str:
        return " ".join(filter(None, (self.family, self.given) if self.first else (self.given, self.family)))


class _Region(msgspec.Struct, frozen=True):
    """Own lists of names of a region."""

    region: str
    countries: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    order: str = "given"
    particles: tuple[str, ...] = ("",)


@cache
def _regions() -> Mapping[str, _Region]:
    """Country → the names of its region."""
    regions = msgspec.convert(read_yaml("names"), tuple[_Region, ...])
    return MappingProxyType({code: region for region in regions for code in region.countries})


_HONORIFIC = re.compile(r"^(Sir|Dame|Lord|Mullah|Mawlawi|Sheikh|Samdech|Sultan|King|Emir|Prince|Tun|Dato)\b|\b[IVX]+$")


@cache
def _known_names() -> Mapping[str, tuple[PersonName, ...]]:
    """Country → the persons that the codebook has of it."""
    found: dict[str, list[PersonName]] = defaultdict(list)
    for person in persons():
        if person.country and not _HONORIFIC.search(person.name) and len(person.name.split()) < 6:
            found[person.country] += (_parted(name, person.family_name) for name in (person.name, *person.spellings))
    return MappingProxyType({code: tuple(n for n in names if usable(n.full)) for code, names in found.items()})


def _parted(name: str, family: str | None) -> PersonName:
    """Without a known family name the last word is taken for it."""
    if family and name.startswith(f"{family} "):
        return PersonName(name.removeprefix(f"{family} "), family, first=True)
    if family and name.endswith(f" {family}"):
        return PersonName(name.removesuffix(f" {family}"), family)
    given, _, last = name.rpartition(" ")
    return PersonName(given, last)


def draw_person(chance: random.Random, code: str) -> PersonName:
    """A person of a country: one that is known, one put together of two, or one of our own lists."""
    known, region = _known_names().get(code, ()), _regions().get(code)
    draw = chance.random()
    if known and (draw < 0.3 or region is None):
        return _varied(chance, chance.choice(known))
    if len(known) > 3 and draw < 0.65:
        return _varied(chance, _mixed(chance, known))
    return _varied(chance, _made(chance, region or _regions()["USA"]))


def _mixed(chance: random.Random, known: Sequence[PersonName]) -> PersonName:
    """The given name of one and the family name of another whose names come in the same order."""
    one = chance.choice(known)
    another = chance.choice([name for name in known if name.first == one.first])
    return PersonName(one.given, another.family, one.first)


def _made(chance: random.Random, region: _Region) -> PersonName:
    family = chance.choice(region.family)
    particle = chance.choice(region.particles)
    glue = "" if particle == "" or particle.endswith((" ", "-")) else " "
    return PersonName(chance.choice(region.given), f"{particle}{glue}{family}", region.order == "family")


_SPELLINGS = (
    ("Sergei", "Sergey"), ("Dmitri", "Dmitry"), ("Alexei", "Aleksei"), ("Mohammed", "Mohamed"),
    ("Mohammad", "Muhammad"),
    ("Yevgeny", "Evgeny"), ("Andrei", "Andrey"), ("Hussein", "Husain"), ("Yousef", "Yusuf"), ("Sergey", "Sergei"),
    ("Alexander", "Aleksandr"), ("Youssef", "Yusuf"), ("Ahmed", "Ahmad"), ("Nguyen", "Nguyễn"), ("Khalid", "Khaled"),
)  # fmt: skip


def _varied(chance: random.Random, name: PersonName) -> PersonName:
    """Other spellings of the same name, now and then."""
    given, family = name.given, name.family
    if chance.random() < 0.5:
        given, family = plain(given), plain(family)
    if chance.random() < 0.3:
        given = _respelt(given)
    if name.first and "-" in given and chance.random() < 0.4:
        given = chance.choice((given.replace("-", " ").title(), given.replace("-", "")))
    if chance.random() < 0.06 and not name.first and " " not in given:
        given = f"{given} {chance.choice('ABCDEFGHJKLMPRSTVWY')}."
    if chance.random() < 0.02:
        family = family.upper()
    return PersonName(given, family, name.first)


def _respelt(given: str) -> str:
    for one, another in _SPELLINGS:
        if one in given.split():
            return given.replace(one, another)
    return given
