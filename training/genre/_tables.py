"""Countries, cities and organisations of the codebook, as far as sentences can be made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.codebook import Country, bodies, cities, countries, organisations
from training.genre._words import usable, word_lists

__all__ = ["alliances", "organisation_names", "states", "towns"]


@cache
def states() -> tuple[Country, ...]:
    """The countries that have all that a party needs."""
    kept = ("TWN", "PSE", "XKX", "HKG", "MAC", "GRL", "PRI")
    return tuple(
        c for c in countries() if (c.kind == "state" or c.code in kept) and c.adjectives and towns().get(c.code)
    )


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """Country → its cities."""
    found: dict[str, list[str]] = defaultdict(list)
    for city in cities():
        if city.kind == "city" and city.country and " in " not in city.name and " from " not in city.name:
            found[city.country].append(city.name)
    return MappingProxyType({code: tuple(names) for code, names in found.items()})


@cache
def alliances() -> tuple[tuple[str, str], ...]:
    """Long name and acronym, of the codebook and of our own making."""
    own = [(entry["name"], entry["short"]) for entry in word_lists()["long"]]
    known = [
        (organisation.name, short)
        for organisation in organisations()
        if organisation.kind not in ("armed-group", "party", "ngo")
        for short in organisation.names[1:]
        if short.isupper() and short.isalpha() and " " in organisation.name
    ]
    return tuple(own + known)


@cache
def organisation_names() -> tuple[str, ...]:
    """Names of organisations, without "the"."""
    known = [name for o in organisations() for name in o.names if name[0].isupper() and not name.startswith("The ")]
    cased = [name for body in bodies() if body.country for name in body.names if not body.place and name[0].isupper()]
    return tuple(name for name in [*known, *cased, *word_lists()["organisations"] * 2] if usable(name))
