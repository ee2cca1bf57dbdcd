"""What figures are measured in: currencies, measures, nouns that are counted, and the words around figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["Currency", "FigureExample", "Measure", "Units", "units"]


class FigureExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and value and unit of each figure in it; run as a test."""

    text: str
    figures: tuple[tuple[float, str | None], ...]


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ISO 4217 code, null where several states use the word; signs before digits, words behind a number.

    ``of`` gives the code that the word means in a state, by its ISO 3166 code.
    """

    code: str | None
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    of: Mapping[str, str] = {}

    @property
    def unit(self) -> str:
        """What a figure in it gets as its unit."""
        return self.code or self.words[0]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit by the name that figures get, the words for it, and by how much they multiply the number.

    ``glued`` are forms that stand right at the digits; ``time`` marks lengths of time, ``money`` currencies.
    """

    unit: str
    words: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    times: float = 1
    time: bool = False
    money: bool = False


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``units.yaml``; the file explains each field."""

    scales: Mapping[str, float]
    glued: Mapping[str, float]
    currencies: tuple[Currency, ...]
    measures: tuple[Measure, ...]
    people: frozenset[str]
    plurals: frozenset[str]
    suffered: frozenset[str]
    crowds: frozenset[str]
    approximate: tuple[str, ...]
    numbered: frozenset[str]
    hyphened: frozenset[str]
    changes: Mapping[str, frozenset[str]]
    levels: frozenset[str]
    flows: frozenset[str]
    multiples: Mapping[str, float]
    dollars: Mapping[str, str]
    contrasts: Mapping[str, tuple[str, ...]]
    examples: tuple[FigureExample, ...]

    def shared(self) -> dict[str, Mapping[str, str]]:
        """Word for the money of several states → the code by the state."""
        return {c.unit: c.of for c in self.currencies if c.of}

    def signs(self) -> dict[str, str]:
        """Sign or code before digits → unit."""
        return {sign: c.unit for c in self.currencies for sign in (*c.signs, *_codes(c))}

    def words(self) -> dict[str, Measure]:
        """Word or phrase behind a number → unit: codes as written, all others in lower case."""
        return dict(self._words())

    def _words(self) -> Iterator[tuple[str, Measure]]:
        for currency in self.currencies:
            money = Measure(currency.unit, money=True)
            yield from ((word.lower(), money) for word in currency.words)
            yield from ((sign, money) for sign in currency.signs if not sign.isalpha())
            if currency.code:
                yield currency.code, money
        for measure in self.measures:
            yield from ((word if word.isupper() else word.lower(), measure) for word in measure.words)

    def attached(self) -> dict[str, Measure]:
        """What may stand right at the digits → unit."""
        codes = {currency.unit: Measure(currency.unit, money=True) for currency in self.currencies if currency.code}
        return codes | {form: measure for measure in self.measures for form in measure.glued}


def _codes(currency: Currency) -> tuple[str, ...]:
    """The code as a sign: "USD", and "AUD$" where the currency has the sign of the dollar."""
    dollars = any(sign.endswith("$") for sign in currency.signs)
    return (currency.code, *([currency.code + "$"] if dollars else [])) if currency.code else ()


@cache
def units() -> Units:
    """The units; ``msgspec.ValidationError`` names the field where the file is wrong."""
    return msgspec.convert(yaml_value("units.yaml"), Units)
