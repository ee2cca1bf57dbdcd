"""A noun of nationality that stands for one person told of before: "the Slovak", "the Icelander"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cache

from communique.codebook import countries
from communique.linking._records import Mention
from communique.parsing import Token
from communique.types import Actor

__all__ = ["compatriot", "nationality"]

_LONGEST = 3  # words: "Papua New Guinean"
_BESIDE_A_NOUN = frozenset({"amod", "compound", "flat"})
_RELATIVES = frozenset({"who", "whose", "whom"})
_UNKNOWN = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)(?: [a-z-]+)? $")
_BEFORE = 24  # characters


def nationality(tokens: Sequence[Token], position: int) -> tuple[int, Set[str]] | None:
    """ "The Slovak": its last token and the states of which such a person may be; none for "the Slovak minister".

    Words that are plural as well ("the French", "the Chinese") tell of nobody alone.
    """
    last = _last(tokens, position + 1)
    noun = tokens[last]
    told = last > position and noun.dep not in _BESIDE_A_NOUN and not noun.tag.endswith("S")
    if not told or _tells_who(tokens, last):
        return None
    return last, _singulars()[_words(tokens, position + 1, last)]


def compatriot(codes: Set[str], text: str, starts: Sequence[int], before: Sequence[Mention]) -> tuple[Actor, ...]:
    """The one person of a nationality who is told of, or told of in the nearest sentences, and acts for a state.

    ``starts`` are where the sentences in reach begin, its own last. "An Iranian" told of
    since, without a name, may be meant as well.
    """
    persons = [m for m in before if m.form in ("person", "title") and _is_of(m, codes)]
    nearer = ([m for m in persons if m.span.start >= start] for start in starts)
    meant = next((some[-1] for some in (persons, *nearer) if len({m.actors[0].id for m in some}) == 1), None)
    if meant is None or not _acts(meant.actors[0]):
        return ()
    later = (m for m in before if m.span.start > meant.span.start and m.form == "adjective")
    return () if any(_brings_in(text, m, codes) for m in later) else meant.actors


@cache
def _singulars() -> dict[str, Set[str]]:
    """Noun of one person → codes: of those with a plural of its own, "Turks" or "Frenchmen"."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for country in countries():
        for noun in (*country.demonyms, *country.adjectives):
            if not {f"{noun}s", f"{noun[:-3]}men"}.isdisjoint(country.demonyms):
                table[noun].add(country.code)
    return dict(table)


def _last(tokens: Sequence[Token], first: int) -> int:
    """Where the longest noun of nationality that begins at a token ends; the token before it where none does."""
    ends = range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1)
    return next((end for end in ends if _words(tokens, first, end) in _singulars()), first - 1)


def _words(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first : last + 1])


def _tells_who(tokens: Sequence[Token], last: int) -> bool:
    """Whether what is behind a noun brings in somebody new, or shares a plural with it.

    "The American, Susan Hill, …", "the Kenyan who was shot", "the Kenyan and the Finnish ministers".
    """
    behind = [token for token in tokens[last + 1 :] if token.head == last]
    shared = any((t.dep == "appos" and t.pos == "PROPN") or (t.dep == "conj" and t.tag.endswith("S")) for t in behind)
    return shared or any(token.text in _RELATIVES for token in tokens[last + 1 : last + 2])


def _is_of(mention: Mention, codes: Set[str]) -> bool:
    return len(mention.actors) == 1 and mention.actors[0].kind == "person" and mention.actors[0].country in codes


def _acts(person: Actor) -> bool:
    """Whether a person holds an office, or is one whom the codebook lists."""
    return person.office is not None or re.fullmatch(r"Q\d+", person.id) is not None


def _brings_in(text: str, mention: Mention, codes: Set[str]) -> bool:
    """Whether "a Kenyan" is told of."""
    start = mention.span.start
    own = any(actor.country in codes for actor in mention.actors)
    return own and _UNKNOWN.search(text, max(0, start - _BEFORE), start) is not None
