"""Who is who in one sentence."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from communique.codebook import Country
from training.genre._offices import titles
from training.genre._persons import PersonName, draw_person
from training.genre._tables import alliances, states, towns

__all__ = ["Cast"]

T = TypeVar("T")


class Cast:
    """The parties of one sentence, drawn when they are first called for."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._drawn: dict[tuple[str, str], Any] = {}
        self._last: dict[str, int] = {}
        self._strangers = 0

    def choice(self, of: Sequence[T]) -> T:
        """One of several."""
        return self.chance.choice(of)

    def some(self, share: float) -> bool:
        """True in ``share`` of all cases."""
        return self.chance.random() < share

    def later(self, what: str, low: int, high: int) -> int:
        """A day or year, later than the one before it in the sentence where there is room."""
        last = self._last.get(what, low - 1)
        value = self.chance.randint(last + 1 if last < high else low, high)
        self._last[what] = value
        return value

    def stranger(self) -> str:
        """The key of a party that nothing else is of."""
        self._strangers += 1
        return f"x{self._strangers}"

    def _once(self, what: str, key: str, draw: Callable[[], T]) -> T:
        if (what, key) not in self._drawn:
            self._drawn[what, key] = draw()
        found: T = self._drawn[what, key]
        return found

    def country(self, key: str) -> Country:
        """The country of a party; no two parties of a sentence have the same."""
        party = key if key[0] == "x" else key[0]
        return self._once("country", party, self._another_country)

    def _another_country(self) -> Country:
        taken = {value.code for (what, _), value in self._drawn.items() if what == "country"}
        return self.choice([country for country in states() if country.code not in taken])

    def person(self, key: str) -> PersonName:
        """The person of a party."""
        code = self.country(key).code
        return self._once("person", key, lambda: draw_person(self.chance, code))

    def city(self, key: str) -> str:
        """A city of the party's country."""
        code = self.country(key).code
        return self._once("city", key, lambda: self.choice(towns()[code]))

    def alliance(self, key: str) -> tuple[str, str]:
        """An organisation and its acronym."""
        return self._once("alliance", key, lambda: self.choice(alliances()))

    def office(self, key: str) -> str:
        """An office of the party's country, lower case."""
        code = self.country(key).code
        return self._once("office", key, lambda: self.choice(titles(code)))
