"""When two names are one: persons by name, country and office, states by code."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from communique.codebook.words import fold
from communique.types import Actor

__all__ = ["is_wikidata", "name_tokens", "plain", "same_actor", "same_person"]

_WORD = re.compile(r"\w+")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
# Spellings of one name in Latin letters ("Zelensky", "Zelenskyy") differ in a letter or two; below these
# ratios (rapidfuzz, 0–100) lie names of different people ("Li Qiang", "Li Keqiang").
_SAME_WORD = 85
_SAME_NAME = 85
_SAME_GIVEN = 60
_SAME_IN_OFFICE = 75
_SHORTEST_WORD = 5
_SHORTEST_NAME = 10


def plain(text: str) -> str:
    """``text`` without accents and case, its words parted by one space."""
    return " ".join(_WORD.findall(fold(text)))


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(plain(name).split())


def is_wikidata(identifier: str) -> bool:
    """Whether an id is Wikidata's: then it tells actors apart as surely as it joins them."""
    return _WIKIDATA.fullmatch(identifier) is not None


def same_actor(one: Actor, other: Actor) -> bool:
    """Whether two actors are one: by id, persons also by name within a country, states by code."""
    if one.id == other.id or one.is_group_of(other):
        return True
    if one.kind != other.kind:
        return False
    if one.kind == "person":
        return same_person(one, other)
    if one.kind == "state":
        return one.country is not None and one.country == other.country
    return _may_be_one(one, other) and plain(one.name) == plain(other.name)


def same_person(one: Actor, other: Actor) -> bool:
    """Whether two persons are one: same id, else a like name and no other country.

    The unnamed holder of an office ("foreign minister of Peru") is whoever is named in that office.
    """
    if one.id == other.id:
        return True
    if not _may_be_one(one, other):
        return False
    in_office = one.office is not None and one.office == other.office
    if in_office and one.country == other.country and (one.unnamed or other.unnamed):
        return True
    return _same_name(one.name, other.name, in_office)


def _may_be_one(one: Actor, other: Actor) -> bool:
    if is_wikidata(one.id) and is_wikidata(other.id):
        return False
    return one.country is None or other.country is None or one.country == other.country


@lru_cache(maxsize=65_536)
def _same_name(one: str, other: str, in_office: bool) -> bool:
    a, b = name_tokens(one), name_tokens(other)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    whole = fuzz.ratio(" ".join(a), " ".join(b))
    if in_office and (whole >= _SAME_IN_OFFICE or _same_ends(a, b)):
        return True
    long = min(len(" ".join(a)), len(" ".join(b))) >= _SHORTEST_NAME
    return (long and whole >= _SAME_NAME) or _same_family(a, b)


def _same_ends(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The same given name, and family names that end alike: "Ana Rao-Silva" and "Ana Sylva" in one office."""
    if a[0] != b[0] or min(len(a), len(b)) < 2:
        return False
    return fuzz.ratio(f"{a[0]} {a[-1]}", f"{b[0]} {b[-1]}") >= _SAME_NAME


def _same_family(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The last words alike, and the first ones too where both names have them."""
    if not _same_word(a[-1], b[-1]):
        return False
    return min(len(a), len(b)) == 1 or _same_given(a[0], b[0])


def _same_word(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _SHORTEST_WORD and fuzz.ratio(a, b) >= _SAME_WORD)


def _same_given(a: str, b: str) -> bool:
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    return fuzz.ratio(a, b) >= _SAME_GIVEN
