"""Nouns that stand for the one state, or person, of whom the sentences before tell: "the kingdom", "his host".

A noun that fits any state stands for the one beside those whom its own sentence names before it; where the sentences
in reach leave two, it stands for none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from communique.codebook import leading_offices
from communique.codebook import stand_ins as nouns
from communique.linking._listed import is_listed
from communique.linking._mentions import place_of, state_of
from communique.linking._records import Form, Mention
from communique.parsing import Parse
from communique.types import Actor, Span

__all__ = ["stand_ins"]

_REACH = 2  # sentences before
_THERE = re.compile(
    r"\b(?:in|across|throughout|around|inside|within|outside|into|over|of|leave|left|leaving|through)\s$"
)
_WHERE = 12  # characters
_NAMED = re.compile(r",? (?:the )?[A-Z]|['’]s? ")
_OF = re.compile(r" (?:of|who|from)\b|['’]")
_PAIR = 2
_KOREAN = re.compile(r"\b[Tt]he (North|South)\b(?!,? [A-Z]|-|’s? [A-Z]| (?:of|and)\b)")
_KOREAS = {"North": "PRK", "South": "KOR"}


def stand_ins(parse: Parse, mentions: Sequence[Mention], home: str | None = None) -> Iterator[Mention]:
    """Mentions of states and persons by a noun alone, each after one of ``mentions`` that it stands for.

    ``home`` is the state from which is reported.
    """
    told = _Told(parse, mentions)
    for found in _pattern().finditer(parse.text):
        if found["land"] is not None:
            yield from told.land(found)
        elif found["beside"] is not None:
            yield from told.beside(found)
        elif found["hosts"] is not None:
            yield from told.hosts(found)
        elif found["guest"] or found["guests"] or found["each"]:
            yield from told.guests(found, home)
        else:
            yield from told.fellow(found, home)
    if "PRK" in told.countries:
        yield from (told.state(found.span(), _KOREAS[found[1]]) for found in _KOREAN.finditer(parse.text))


@cache
def _pattern() -> re.Pattern[str]:
    lands = "|".join(land.noun for land in nouns().lands)
    beside, fellows = ("|".join(map(re.escape, standing.nouns)) for standing in (nouns().neighbours, nouns().fellows))
    hosts = rf"(?:[Hh]is|[Hh]er|[Tt]heir) (?:[A-Z][\w-]+ )?(?P<hosts>{'|'.join(nouns().hosts.nouns)})"
    guest = "|".join(map(re.escape, nouns().guests.nouns))
    several = rf"(?:[Tt]he|[Bb]oth|[Ee]ach of the) (?P<guests>(?:{guest})s)|[Ee]ach (?P<each>{guest})"
    land, neighbour = rf"[Tt]he (?P<land>{lands})", rf"[Ii]ts (?:[a-z]+ )?(?P<beside>{beside})"
    visitors = rf"[Tt]he (?P<guest>{guest})|{several}"
    return re.compile(rf"\b(?:{land}|{neighbour}|{hosts}|{visitors}|(?:[Hh]is|[Hh]er) (?P<fellow>{fellows}))\b")


@cache
def _fitting() -> dict[str, frozenset[str]]:
    return {land.noun: frozenset(land.of) for land in nouns().lands}


class _Told:
    """What the names of a document tell, by where they stand."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention]) -> None:
        self._text = parse.text
        self._starts = [sentence.start for sentence in parse.sentences]
        self._mentions = mentions
        self._at = [mention.span.start for mention in mentions]
        self._codes = [tuple(_countries(mention)) for mention in mentions]
        self.countries = {code for codes in self._codes for code in codes}

    def state(self, span: tuple[int, int], code: str) -> Mention:
        """The mention of a state by some characters."""
        state = state_of(code)
        return Mention(Span.of(self._text, *span), "state", (state,) if state is not None else (), place_of(code))

    def land(self, found: re.Match[str]) -> Iterator[Mention]:
        """ "The kingdom": the only one told of; "the country": the one beside those named before it there."""
        of, start = _fitting()[found["land"]], found.start()
        codes = self._within(0, start) & of
        if len(codes) > 1:
            codes = self._within(self._sentence(start, _REACH), start) & of
        if not of and not _THERE.search(self._text, max(0, start - _WHERE), start) and self._is_whole(found.end()):
            codes = self._within(self._sentence(start, _REACH), start) - self._acting(found["land"], start)
        if len(codes) == 1:
            yield self.state(found.span(), *codes)

    def _acting(self, noun: str, start: int) -> set[str]:
        """Those of its sentence for whom a noun does not stand: "the bloc told Mali that the junta …" may be Mali's."""
        here = self._sentence(start, 0)
        if noun == "country":
            return self._within(here, start)
        return set(next((self._codes[i] for i in self._range(here, start)), ()))

    def beside(self, found: re.Match[str]) -> Iterator[Mention]:
        """ "Its northern neighbour": the only state told of beside the one whose it is."""
        if _NAMED.match(self._text, found.end()):
            return  # "its neighbour Chile"
        start = found.start()
        here = self._within(self._sentence(start, 0), start)
        own = here or set(self._first(self._sentence(start, 1), self._sentence(start, 0)))
        codes = self._within(self._sentence(start, _REACH), start) - own
        codes = codes or (self._within(0, start) - own)
        if own and len(codes) == 1:
            yield self.state(found.span(), *codes)

    def hosts(self, found: re.Match[str]) -> Iterator[Mention]:
        """ "His hosts", "her Peruvian hosts": the only state told of beside that of the one whose hosts they are."""
        start, end = found.start(), found.end()
        before, here = self._sentence(start, _REACH), self._sentence(start, 0)
        own = self._persons(here, start)[-1:] or self._persons(self._sentence(start, 1), here)[:1]
        homes = {person.country for person in own}
        named = self._within(start, end)
        first = found.start("hosts") if named else start
        if not named and homes and None not in homes:
            named = self._within(here, start) - homes or self._within(before, start) - homes
        if len(named) == 1:
            yield self.state((first, end), *named)

    def fellow(self, found: re.Match[str], home: str | None) -> Iterator[Mention]:
        """ "His host": the only other person told of, of another state; a host is at home in the story."""
        if _NAMED.match(self._text, found.end()):
            return
        start = found.start()
        here = self._persons(self._sentence(start, 0), start)
        own = here or self._persons(self._sentence(start, 1), self._sentence(start, 0))[:1]
        near = self._persons(self._sentence(start, _REACH), start)
        others = list(dict.fromkeys(person for person in near if person.id not in {one.id for one in own}))
        if len({one.id for one in own}) == 1 and len(others) == 1 and others[0].country != own[0].country:
            yield Mention(Span.of(self._text, *found.span()), "person", tuple(others))
        elif found["fellow"] == "host" and home is not None and home not in {one.country for one in own}:
            hosts = self._likeliest(start, 1, lambda one: one.country == home)
            yield from [Mention(Span.of(self._text, *found.span()), "person", hosts)] if hosts else []

    def guests(self, found: re.Match[str], home: str | None) -> Iterator[Mention]:
        """ "The guest", "both visitors": those told of who are at home elsewhere than where the story is.

        They are no compatriots of whom the sentence itself names before.
        """
        if _NAMED.match(self._text, found.end()) or _OF.match(self._text, found.end()):
            return  # "the visitor, Rao", "the guests of the hotel"
        start = found.start()
        homes = {home, *(person.country for person in self._persons(self._sentence(start, 0), start))} - {None}
        meant = self._likeliest(start, 1 if found["guest"] else _PAIR, lambda one: one.country not in homes)
        if homes and meant:
            form: Form = "pronoun" if len(meant) == 1 else "reference"
            yield Mention(Span.of(self._text, *found.span()), form, meant)

    def _likeliest(self, start: int, count: int, fits: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """So many persons told of before who fit: of several who lead and others those who lead.

        A single one is told of in reach, else alone, or twice as often as any other.
        """
        for first in (self._sentence(start, _REACH), 0) if count == 1 else (0,):
            told = [p for p in self._persons(first, start) if _is_office_holder(p) and fits(p)]
            told = [p for p in told if p.office in leading_offices() or p.office is None] or told
            ranked = Counter(told).most_common(count + 1)
            if len(ranked) == count or (first == 0 and count == 1 and ranked and ranked[0][1] >= 2 * ranked[1][1]):
                return tuple(person for person, _ in ranked[:count])
        return ()

    def _sentence(self, at: int, back: int) -> int:
        """Where the sentence so many before that of a character begins."""
        return self._starts[max(0, bisect_right(self._starts, at) - 1 - back)]

    def _is_whole(self, end: int) -> bool:
        """ "The country's ministers" are no state."""
        return self._text[end : end + 1] not in ("'", "’")

    def _range(self, start: int, end: int) -> range:
        return range(bisect_left(self._at, start), bisect_left(self._at, end))

    def _within(self, start: int, end: int) -> set[str]:
        return {code for i in self._range(start, end) for code in self._codes[i]}

    def _first(self, start: int, end: int) -> Sequence[str]:
        return next((self._codes[i] for i in self._range(start, end) if self._codes[i]), ())

    def _persons(self, start: int, end: int) -> list[Actor]:
        named = (self._mentions[i] for i in self._range(start, end))
        return [a for m in named if m.form in ("person", "title") for a in m.actors if a.kind == "person"]


def _is_office_holder(person: Actor) -> bool:
    """Whether it is known for whom a person acts, be it a body: "the president of the Commission"; or who he is."""
    listed = is_listed(person.name)
    return (person.office is not None and (person.country is not None or listed)) or listed


def _countries(mention: Mention) -> Iterator[str]:
    """The countries of those whom a mention names, else of where it is."""
    codes = [actor.country for actor in mention.actors if actor.country]
    place = mention.place.country if mention.place is not None else None
    yield from codes or ([place] if place else [])
