"""Which documents tell on their own and which copy another: near-duplicates and agency copy count once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from communique.resolving._names import plain

__all__ = ["Wording", "fingerprint", "origins"]

_SHINGLE = 6
_COPIED = 0.6
"""Part of the shorter text's 6-word shingles found in the other from which on it is a copy."""
_COPIED_WITH_CREDIT = 0.4
"""The same for texts that credit the same agency: desks cut and reword what they pay for."""


class Wording(msgspec.Struct, frozen=True):
    """A document's own words and the agency that it credits."""

    text: str
    agency: str | None = None


def fingerprint(text: str) -> str:
    """32 hexadecimal digits that are equal for texts of the same words, whatever case, accents, signs."""
    return hashlib.blake2b(plain(text).encode(), digest_size=16).hexdigest()


def origins(wordings: Mapping[str, Wording]) -> dict[str, str]:
    """Document id → id of the document that stands for its group of copies, the first in order.

    Two texts are copies if their fingerprints are equal or enough of the shorter one's 6-word shingles
    stand in the other; copies of a copy belong to its group.
    """
    parents = _identical(wordings)
    distinct = sorted(name for name, parent in parents.items() if name == parent)
    for one, other in _copied(distinct, wordings):
        a, b = _root(parents, one), _root(parents, other)
        parents[max(a, b)] = min(a, b)
    return {name: _root(parents, name) for name in wordings}


def _identical(wordings: Mapping[str, Wording]) -> dict[str, str]:
    first: dict[str, str] = {}
    return {name: first.setdefault(fingerprint(wordings[name].text), name) for name in sorted(wordings)}


def _copied(names: Sequence[str], wordings: Mapping[str, Wording]) -> list[tuple[str, str]]:
    """All pairs of copies; only texts that share a shingle are looked at."""
    shingles = {name: _shingles(wordings[name].text) for name in names}
    shared: defaultdict[tuple[str, str], int] = defaultdict(int)
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name in names:
        for shingle in shingles[name]:
            for other in holders[shingle]:
                shared[other, name] += 1
            holders[shingle].append(name)
    return [
        pair
        for pair, count in shared.items()
        if count >= _threshold(wordings, pair) * min(len(shingles[name]) for name in pair)
    ]


def _threshold(wordings: Mapping[str, Wording], pair: tuple[str, str]) -> float:
    one, other = (wordings[name].agency for name in pair)
    return _COPIED_WITH_CREDIT if one is not None and one == other else _COPIED


@lru_cache(maxsize=2_048)
def _shingles(text: str) -> frozenset[int]:
    words = plain(text).split()
    last = max(1, len(words) - _SHINGLE + 1)
    return frozenset(hash(tuple(words[n : n + _SHINGLE])) for n in range(last)) if words else frozenset()


def _root(parents: dict[str, str], name: str) -> str:
    while parents[name] != name:
        parents[name] = parents[parents[name]]
        name = parents[name]
    return name
