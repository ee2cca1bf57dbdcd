"""Whether a predicted participant is the one that the annotator named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz.fuzz import ratio

from communique.codebook import countries, organisations
from communique.codebook.words import fold
from communique.evaluation.gold import GoldParticipant
from communique.types import Actor

__all__ = ["ALIKE", "bare_name", "folded", "matched", "pairings", "same_actor", "same_name"]

_TITLES = frozenset({"king", "queen", "prince", "princess", "emperor", "emir", "sultan", "sheikh", "pope"})
_NUMBERS = frozenset({"i", "ii", "iii", "iv", "v", "vi"})
ALIKE = 85
"""Percent of likeness of two spellings of one name: "Zelenskyy", "Zelensky"; "Afewerki", "Afwerki"."""
_SPACED = str.maketrans({"-": " ", "‑": " ", "–": " ", "'": "", "’": "", ".": " "})


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, diacritics, hyphens and apostrophes.

    >>> folded("Dalia Grybauskaitė")
    ('dalia', 'grybauskaite')
    """
    return tuple(fold(name.translate(_SPACED)).split())


def same_name(left: str, right: str) -> bool:
    """Whether one name is held in the other ("Wang", "Wang Yi") or both end in the same family name.

    The second forgives another spelling of the given name ("Sergei Lavrov", "Sergey Lavrov"). Names
    are only compared within one event, where two bearers of a family name are rare.
    """
    a, b = bare_name(left), bare_name(right)
    if not a or not b:
        return False
    return set(a) <= set(b) or set(b) <= set(a) or a[-1] == b[-1]


def bare_name(name: str) -> tuple[str, ...]:
    """The words of a name without a ruler's title and number: "King Charles" is "Charles III"."""
    return tuple(word for word in folded(name) if word not in _TITLES and word not in _NUMBERS)


def same_actor(gold: GoldParticipant, actor: Actor) -> bool:
    """Whether ``actor`` is the labelled participant: by name, or by country where no person is named.

    A person's family name may be spelt otherwise, an organisation may be called by another of its names.
    """
    names = [name for name in (gold.name, gold.as_written) if name]
    if any(same_name(name, actor.name) for name in names):
        return True
    if actor.kind == "person":
        return any(_spelt_alike(name, actor.name) for name in names)
    if any(_run_together(name) in _names_of_organisation(_run_together(actor.name)) for name in names):
        return True
    return _is_body(gold) and actor.country == gold.country is not None


def pairings(gold: Iterable[GoldParticipant], actors: Sequence[Actor]) -> list[tuple[GoldParticipant, Actor]]:
    """Those of ``gold`` who are found, each with its actor, who stands for one participant at most."""
    left = list(actors)
    pairs: list[tuple[GoldParticipant, Actor]] = []
    for participant in gold:
        found = next((actor for actor in left if same_actor(participant, actor)), None)
        if found is not None:
            left.remove(found)
            pairs.append((participant, found))
    return pairs


def matched(gold: Iterable[GoldParticipant], actors: Sequence[Actor]) -> int:
    """How many of ``gold`` are found, each actor standing for one participant at most."""
    return len(pairings(gold, actors))


def _spelt_alike(left: str, right: str) -> bool:
    a, b = bare_name(left), bare_name(right)
    return bool(a) and bool(b) and ratio(a[-1], b[-1]) >= ALIKE


def _run_together(name: str) -> str:
    """ "G-20" is "G20"."""
    return "".join(folded(name))


@cache
def _names_of_organisation(name: str) -> frozenset[str]:
    """All names of the organisation that is called so."""
    known = (frozenset(map(_run_together, one.names)) for one in organisations())
    return next((names for names in known if name in names), frozenset())


def _is_body(gold: GoldParticipant) -> bool:
    """Whether no person is named: a state, or office-holders whom the annotator describes (rule 6)."""
    return gold.name[:1].islower() or (gold.country, folded(gold.name)) in _state_names()


@cache
def _state_names() -> frozenset[tuple[str | None, tuple[str, ...]]]:
    return frozenset((state.code, folded(name)) for state in countries() for name in state.names)
