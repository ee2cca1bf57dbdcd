"""What a document offers to him who looks for the state behind an office: words, names, titles and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import City
from communique.linking._gazetteer import Match
from communique.linking._people import Entity, People
from communique.linking._title_reading import country_of
from communique.linking._titles import Item, Phrase

__all__ = ["Scene", "land", "sentence_start"]

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_REACH = 400


class Scene(msgspec.Struct, frozen=True):
    """The text of a document, its items, phrases and persons, and the country of its dateline."""

    text: str
    items: Sequence[Item]
    phrases: Sequence[Phrase]
    who: People
    home: str | None

    def told(self, start: int, end: int) -> list[str]:
        """The states named between two offsets, by their names or capitals, in order."""
        near = (i for i in self.items if start <= i.start and i.end <= end)
        return [code for item in near if (code := land(item)) is not None]

    def named(self, start: int, end: int) -> Iterator[tuple[Phrase, Entity]]:
        """The persons named between two offsets, with the phrases that name them."""
        for phrase in self.phrases:
            entity = self.who.at(phrase.start) if phrase.name and start <= phrase.start < end else None
            if entity is not None:
                yield phrase, entity


def land(item: Item) -> str | None:
    """The state that an item names, or of which it is the capital: "signed for Lima"."""
    city = item.entries[0] if isinstance(item, Match) else None
    return city.country if isinstance(city, City) and city.capital else country_of(item)


def sentence_start(text: str, start: int) -> int:
    """Where the sentence of an offset begins, looked for within 400 characters."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, max(0, start - _REACH), start)]
    return ends[-1] if ends else max(0, start - _REACH)
