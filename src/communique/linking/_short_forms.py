"""Bodies and organisations called again by a noun: "ECOWAS leaders met. The bloc …", "the ministry said"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import Organisation, ShortForm, organisations, short_forms
from communique.linking._mentions import organisation_actor
from communique.linking._records import Mention
from communique.parsing import Parse, Sentence
from communique.types import Actor, Span

__all__ = ["called_again"]

_REACH = 3
"""Sentences within which the one named last is meant, where the document names several that the noun fits."""

_FOLLOWED = re.compile(
    r"(?:['’]s?\b|[,.;:!?)]|\s+(?:said|says|has|had|have|will|would|is|was|are|were|also|and|that|to|in|on)\b)"
)
"""What may stand behind the noun in a sentence that was not parsed, so that it heads its phrase."""

_OF_ITS_OWN = re.compile(r"\s+(?:of|for|between|that|which|led|headed)\b|\s+[A-Z]")
"""What says of another one which it is: "the group of experts", "the council that Rao heads"."""


_BEHIND_HEAD = re.compile(" (?:of|for) ")


_TAKING = {
    "of": re.compile(r"\b(?:accus|warn|suspect|remind|assur|convict|inform|notif|depriv|absolv|clear)[a-z]*\s+$"),
    "for": re.compile(
        r"\b(?:blam|thank|prais|critici[sz]|condemn|denounc|rebuk|fault|commend|applaud|slam|ask|press|congratulat)"
        r"[a-z]*\s+$"
    ),
}
"""Verbs whose object "of" or "for" follows, by that word."""
_PREPOSITION, _VERB = 5, 16  # characters


@cache
def _nouns() -> re.Pattern[str]:
    found = short_forms()
    between = "|".join(map(re.escape, found.modifiers)) + r"|[a-z0-9]+-(?:member|nation|country|state|strong)"
    nouns = "|".join(form.noun for form in found.forms)
    return re.compile(rf"\bthe (?:(?:{between}) ){{0,3}}(?P<noun>{nouns})\b", re.IGNORECASE)


@cache
def _forms() -> dict[str, ShortForm]:
    return {form.noun: form for form in short_forms().forms}


@cache
def _organisations() -> dict[str, Organisation]:
    return {organisation.id: organisation for organisation in organisations()}


class _Called(msgspec.Struct, frozen=True):
    """Whom a noun may mean: where each is named ends and begins, who it is, and whether all until then are one."""

    ends: Sequence[int]
    starts: Sequence[int]
    actors: Sequence[Actor]
    alike: int

    @classmethod
    def of(cls, named: Sequence[Mention], form: ShortForm) -> _Called:
        """Of mentions by where they begin those that the noun fits."""
        found = [(mention.span, actor) for mention in named if (actor := _called(mention, form)) is not None]
        actors = [actor for _, actor in found]
        alike = next((i for i, actor in enumerate(actors) if actor.id != actors[0].id), len(actors))
        return cls([span.end for span, _ in found], [span.start for span, _ in found], actors, alike)

    def before(self, place: int, reach: int) -> Actor | None:
        """Who is named last before ``place``: at ``reach`` or later, unless nobody else was named."""
        last = bisect_right(self.ends, place) - 1
        near = last >= 0 and (last < self.alike or self.starts[last] >= reach)
        return self.actors[last] if near else None


def called_again(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of bodies and organisations by a noun alone, each after one of ``mentions`` that it may stand for.

    Where several fit, the one named last within three sentences is meant.
    """
    named = sorted((m for m in mentions if m.form in ("body", "organisation") and len(m.actors) == 1), key=_start)
    starts = [s.start for s in parse.sentences]
    called: dict[str, _Called] = {}
    for found in _nouns().finditer(parse.text) if named else ():
        start, end = found.span("noun")
        here, noun = bisect_right(starts, start) - 1, found["noun"].lower()
        if _heads_its_phrase(parse.text, parse.sentences[here], found.start(), start, end):
            if noun not in called:
                called[noun] = _Called.of(named, _forms()[noun])
            actor = called[noun].before(found.start(), starts[max(0, here - _REACH)])
            if actor is not None:
                yield Mention(Span.of(parse.text, start, end), "organisation", (actor,))


def _start(mention: Mention) -> int:
    return mention.span.start


def _heads_its_phrase(text: str, sentence: Sentence, first: int, start: int, end: int) -> bool:
    if _OF_ITS_OWN.match(text, end) and not _is_of_the_verb(text, first, end):
        return False
    token = next((t for t in sentence.tokens if t.start == start), None)
    if token is None or not sentence.parsed:
        return _FOLLOWED.match(text, end) is not None
    return token.dep not in ("compound", "flat", "amod")


def _is_of_the_verb(text: str, first: int, end: int) -> bool:
    """ "Accused the bloc of bias", "thanked the bloc for it": what stands behind belongs to the verb before."""
    word = text[end : end + _PREPOSITION].strip().split(" ")[0]
    taking = _TAKING.get(word)
    return taking is not None and taking.search(text, max(0, first - _VERB), first) is not None


def _called(mention: Mention, form: ShortForm) -> Actor | None:
    """Who a noun means after a mention: who has it at the head of a name, else the organisation of its kind."""
    actor = mention.actors[0]
    organisation = _organisations().get(actor.id)
    names = (mention.span.text, actor.name, *(organisation.names if organisation is not None else ()))
    if form.heads and any(_head(name) == _spelt(form.noun) for name in names):
        return actor
    whole = _whole(organisation) if organisation is not None else None
    return organisation_actor(whole) if whole is not None and whole.kind in form.kinds else None


def _whole(organisation: Organisation) -> Organisation:
    """The organisation of which one is an organ: the EU of its Commission."""
    parent = _organisations().get(organisation.part_of or "")
    return organisation if parent is None else _whole(parent)


def _head(name: str) -> str:
    """The noun that heads a name: the last word, or the last one before "of" or "for"."""
    return _spelt(_BEHIND_HEAD.split(name)[0].rsplit(" ", 1)[-1])


def _spelt(noun: str) -> str:
    return noun.lower().replace("organisation", "organization")
