"""Words of saying: the verbs by class, and the nouns that speak or are spoken to."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["Complement", "Saying", "SayingExample", "Sayings", "sayings"]

Complement = Literal[
    "clause", "bare", "whether", "infinitive", "of", "for", "as", "to", "against", "complement", "object"
]
"""What may hold the content of a verb of saying; ``sayings.yaml`` explains each."""


class SayingExample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with the statement that it must give; run as a test."""

    text: str
    speaker: str
    content: str
    addressee: str | None = None


class Saying(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"kind": "class"}):
    """Verbs of one class of saying and what they take. With ``parenthetical`` they may follow what is said;
    with ``addressee`` their object is whom it is said to; with ``documents`` only a document or a pronoun says so.
    """

    kind: str
    verbs: tuple[str, ...]
    takes: tuple[Complement, ...]
    parenthetical: bool = False
    addressee: bool = False
    documents: bool = False
    examples: tuple[SayingExample, ...]
    counterexamples: tuple[str, ...] = ()


class Sayings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of saying: verbs, phrases ("according to"), and the nouns of voices, documents and audiences."""

    sayings: tuple[Saying, ...]
    phrases: tuple[str, ...]
    accounts: frozenset[str]
    voices: frozenset[str]
    servants: frozenset[str]
    epithets: dict[str, tuple[str, ...]]
    media: frozenset[str]
    documents: frozenset[str]
    audiences: frozenset[str]

    def verbs(self, *complements: Complement) -> frozenset[str]:
        """The verbs of one word that take one of ``complements``, or all."""
        entries = (s for s in self.sayings if not complements or set(complements) & set(s.takes))
        return frozenset(verb for entry in entries for verb in entry.verbs if " " not in verb)


@cache
def sayings() -> Sayings:
    """The words of saying; ``msgspec.ValidationError`` names the field where the file is wrong."""
    return msgspec.convert(yaml_value("sayings.yaml"), Sayings)
