"""The gate: one pass over the text says which sentences can hold an event and are worth a tree.

What opens it are forms of the codebook's words. Those that mostly tell of other things ("go", "call", "come")
open it only where what coding asks of them stands in the sentence too: a place for a journey, a telephone for a
call. Verbs ask at least for somebody who can act in diplomacy: "the council met on Monday" names nobody such. So the
gate lets through all that could become an event: of newswire two sentences in five, which hold half of its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from communique.codebook import (
    Kind,
    VerbTrigger,
    bodies,
    channels,
    cities,
    classes,
    codebook,
    countries,
    offices,
    organisations,
    persons,
    status_cues,
    word_classes,
)
from communique.codebook.words import WordFinder, lowered
from communique.parsing._forms import verb_forms
from communique.parsing._office_holders import office_holders

__all__ = ["gated", "verb_lemmas"]

# "be" alone opens no gate; where it takes a place it may tell of a visit: "will be in Lima", "is due in Lima".
_BEING = tuple(f"{form} {word}" for form in ("be", "is", "are", "was", "were", "been", "due") for word in ("in", "at"))
_BACK = ("back from", "been to", "on the phone", "on the telephone")

# "It takes effect on Friday" speaks of an agreement told before.
_BEGINNING = tuple(
    f"{form} {words}"
    for lemma, words in (("take", "effect"), ("enter", "into force"), ("come", "into force"), ("come", "into effect"))
    for form, _ in verb_forms(lemma)
)

# So does "signed it", "it was signed by".
_SIGNING = (
    *(f"{form} it" for lemma in classes()["signing"] for form, _ in verb_forms(lemma)),
    *(
        f"{it} {be} {form}"
        for it in ("it", "which")
        for be in ("was", "is")
        for form in ("signed", "inked", "initialled")
    ),
)

Need: TypeAlias = str
"""What else must stand in the sentence: ``nothing``, a ``place``, a ``name`` right behind the word, ``company``
(with whom, between whom), ``a year``, a ``thing`` of the class of that name, a verb of the class of a ``content``, or
a word of the channel of that name; of a ``noun`` that it is none of a verb's forms, as behind "to" or "will".
``somebody`` and a ``party`` are those who can act: known names; and offices, bodies, pronouns, persons in office."""

_COUNTRY = "the country"
_COMPANY = "company"
_THING = "thing "  # before the name of a class of the codebook
_CONTENT = "content "  # before the name of a class of verbs of what is said
_SOMEBODY = "somebody"
_PARTY = "party"
_YEAR = "a year"
_ACTING = (_SOMEBODY, _PARTY)
_REFERRING = frozenset({_COUNTRY, "both", "each other", "the two", "the sides"})
_NAMING = frozenset({"place", _SOMEBODY})
_BOTH = " & "
_COMPANIONS = ("with", "between", "from")
_NAMED = re.compile(r" (?:(?:his|her|their|its) )?[^\W\da-z_]")  # "called Rao", "will see her Peruvian counterpart"
_OF_VERBS = re.compile(r"\b(?:to|not|will|would|can|could|may|might|must|shall|should) $", re.IGNORECASE)
_LONGEST_OF_VERBS = len("should ") + 1
_HITTING = ("statement", "force")


def gated(text: str, starts: list[int]) -> frozenset[int]:
    """Indices of the sentences (given by their start offsets, ascending) that can tell of an event."""
    opened: set[int] = set()
    asked: defaultdict[Need, set[int]] = defaultdict(set)
    needs = _needs()
    for word, start, end in _finder().find(text):
        sentence = bisect_right(starts, start) - 1
        for need in needs[word]:
            beside = _BESIDE.get(need)
            if beside is None:
                asked[need].add(sentence)
            elif sentence not in opened and beside(text, start, end):
                opened.add(sentence)
    waiting = {need: left for need, sentences in asked.items() if (left := sentences - opened)}
    if not waiting:
        return frozenset(opened)
    holding = _holding(text, starts)
    wanting = waiting.get(_PARTY, frozenset()) - holding.get(_PARTY, frozenset())
    opened |= office_holders(text, starts, wanting) if wanting else frozenset()
    for need, sentences in waiting.items():
        opened |= sentences.intersection(*(holding.get(part, frozenset()) for part in _parts(need)))
    return frozenset(opened)


@cache
def _parts(need: Need) -> tuple[Need, ...]:
    """What must stand in the sentence, all of it."""
    return tuple(part for part in need.split(_BOTH) if part != "nothing")


def _always(text: str, start: int, end: int) -> bool:
    return True


def _capital_follows(text: str, start: int, end: int) -> bool:
    return _NAMED.match(text, end) is not None


def _is_noun(text: str, start: int, end: int) -> bool:
    return _OF_VERBS.search(text, max(0, start - _LONGEST_OF_VERBS), start) is None


_BESIDE: MappingProxyType[Need, Callable[[str, int, int], bool]] = MappingProxyType(
    {"nothing": _always, "name": _capital_follows, "noun": _is_noun}
)
"""The needs that the characters right beside a word meet."""


def _holding(text: str, starts: list[int]) -> Mapping[Need, Set[int]]:
    """Of each need the sentences in which a word that meets it stands; names with their capital."""
    finder, meeting = _meeting()
    found: defaultdict[Need, set[int]] = defaultdict(set)
    for word, start, _ in finder.all(text):
        sentence = bisect_right(starts, start) - 1
        capital = text[start].isupper() or word in _REFERRING
        for need in meeting[word]:
            if capital or need not in _NAMING:
                found[need].add(sentence)
    return found


@cache
def _meeting() -> tuple[WordFinder, Mapping[str, frozenset[Need]]]:
    """Every word (lower case) that meets a need, with the needs that it meets; read in one pass over a text."""
    parts = {part for needs in _needs().values() for need in needs for part in need.split(_BOTH)}
    meeting: defaultdict[str, set[Need]] = defaultdict(set)
    for part in parts - _BESIDE.keys():
        for word in _words_of(part):
            meeting[lowered(word)].add(part)
    return WordFinder(meeting), MappingProxyType({word: frozenset(met) for word, met in meeting.items()})


def _words_of(need: Need) -> Iterable[str]:
    if need == "place":
        return _place_names()
    if need == _SOMEBODY:
        return chain(_place_names(), _personal_names(), _REFERRING)
    if need == _PARTY:
        return chain(_offices(), (name for body in bodies() for name in body.names), channels()[_PARTY])
    if need.startswith(_CONTENT):
        verbs = word_classes()[need.removeprefix(_CONTENT)]
        return (form for verb in verbs for form, _ in verb_forms(verb))
    if need.startswith(_THING):
        name = need.removeprefix(_THING)
        return (*word_classes()[name], *(("him", "her", "them") if name == "envoy" else ()))
    if need == _YEAR:
        return map(str, range(1800, 2100))
    return _COMPANIONS if need == _COMPANY else channels()[need]


def _personal_names() -> Iterator[str]:
    for person in persons():
        yield from (person.name.split()[-1], person.family_name or person.name, *person.short_names)


def _offices() -> Iterator[str]:
    for office in offices():
        yield from (*office.titles, *office.plurals)


def _place_names() -> Iterator[str]:
    """Names from which a place can be told: of countries, also in "the Georgian capital", cities and bodies."""
    yield _COUNTRY
    for country in countries():
        yield from (*country.names, *country.adjectives, *country.demonyms)
    yield from (name for city in cities() for name in city.names)
    yield from (name for organisation in organisations() for name in organisation.names)


@cache
def _finder() -> WordFinder:
    return WordFinder(_needs())


@cache
def _needs() -> Mapping[str, tuple[Need, ...]]:
    """Every form (lower case) that can open the gate, and what it needs; one need that is met is enough."""
    needs: defaultdict[str, set[Need]] = defaultdict(set)
    for form, need in _forms():
        needs[form.lower()].add(need)
    return MappingProxyType({form: tuple(sorted(found)) for form, found in needs.items()})


def _forms() -> Iterator[tuple[str, Need]]:
    yield from ((form, "place") for form in (*_BEING, *_BACK))
    yield from ((phrase, "place") for phrase in channels()["present"])
    yield from ((phrase, "nothing") for phrase in (*_BEGINNING, *_SIGNING))
    for kind in codebook().kinds:
        for trigger in kind.verbs:
            if trigger.lemma == "be" and trigger.cue is not None:
                need = _THING + trigger.thing if trigger.thing else "place"
                yield from ((word, _of_somebody(kind, need)) for word in channels()[trigger.cue])
            elif trigger.lemma != "be":
                for need in _verb_needs(kind, trigger):
                    yield from ((form, need) for form, _ in verb_forms(trigger.lemma))
        for noun in kind.nouns:
            for need in (kind.needs, _COMPANY) if kind.needs else (_noun_need(kind, noun),):
                yield from ((word, _of_somebody(kind, need)) for word in (noun, noun + "s"))
    yield from _deeds()
    yield from ((word, _YEAR) for name in ("accord", "truce") for word in word_classes()[name])
    for cue in status_cues():
        if cue.status in ("cancelled", "postponed"):
            forms = (form for lemma in cue.lemmas for form, _ in verb_forms(lemma))
            yield from ((words, need) for words in (*cue.phrases, *forms) for need in _ACTING)


def _verb_needs(kind: Kind, trigger: VerbTrigger) -> tuple[Need, ...]:
    need = _of_somebody(kind, _need(trigger))
    if need == "nothing":
        return _ACTING
    return (need, "name") if trigger.thing == "envoy" else (need,)


def _noun_need(kind: Kind, noun: str) -> Need:
    """The verb of the same form has needs of its own: "failed to stop" tells of no journey."""
    return "noun" if noun in verb_lemmas().values() and kind.family not in _HITTING else "nothing"


def _deeds() -> Iterator[tuple[str, Need]]:
    """Nouns made of verbs, with what these act on: "announced the closure of its embassy"."""
    frames = [(kind, verb) for kind in codebook().kinds for verb in kind.verbs]
    acting = [(kind, verb) for kind, verb in frames if (verb.thing and not verb.through) or verb.plain]
    for noun, lemma in codebook().deeds.items():
        yield from ((noun, _of_somebody(kind, _need(verb))) for kind, verb in acting if verb.lemma == lemma)


def _of_somebody(kind: Kind, need: Need) -> Need:
    """Words and blows hit somebody, whom the sentence names: a state, a body or a known person."""
    return f"{need}{_BOTH}{_SOMEBODY}" if kind.family in _HITTING and need != "name" else need


def _need(trigger: VerbTrigger) -> Need:
    if trigger.thing is not None:
        return _THING + trigger.thing
    if trigger.content == "being" and trigger.cue is not None:
        return trigger.cue
    if trigger.content not in (None, "any", "wish"):
        return f"{_CONTENT}{trigger.content}"
    if "any" in (trigger.then, trigger.content) or trigger.content == "wish" or trigger.bare or trigger.negated:
        return "place"
    if trigger.cue is not None:
        return trigger.cue
    if trigger.then in word_classes():
        return f"{_CONTENT}{trigger.then}"
    if trigger.abroad:
        return "place"
    return "name" if trigger.addressed else "nothing"


@cache
def verb_lemmas() -> Mapping[str, str]:
    """Form (lower case) → lemma of the verbs that the codebook names, where no two of them share the form."""
    found: dict[str, set[str]] = {}
    for lemma in _verbs():
        for form, _ in verb_forms(lemma):
            found.setdefault(form, set()).add(lemma)
    return MappingProxyType({form: lemmas.pop() for form, lemmas in found.items() if len(lemmas) == 1})


def _verbs() -> Iterator[str]:
    for kind in codebook().kinds:
        yield from (trigger.lemma for trigger in kind.verbs)
        asked = {name for trigger in kind.verbs for name in (trigger.then, trigger.content) if name is not None}
        yield from (verb for name in asked & classes().keys() for verb in classes()[name])
        yield from (words.split()[0] for words in (*kind.light, *kind.convening, *kind.mediating))
    yield from (lemma for cue in status_cues() for lemma in cue.lemmas)
