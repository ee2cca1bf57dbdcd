"""The gate: one pass over the text says which sentences can hold an event and are worth a tree.

What opens it are forms of the codebook's words. Those that mostly tell of other things ("go", "call", "come")
open it only where what coding asks of them stands in the sentence too: a place for a journey, a telephone for a
call; and all that a frame of the codebook asks for must stand there: "called" alone summons nobody, but "called in"
beside an envoy. Verbs ask at least for somebody who can act in diplomacy: "the council met on Monday" names nobody
such. So the gate lets through all that could become an event: of newswire one sentence in three, which hold less than
half of its words.
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
``somebody`` and a ``party`` are those who can act: known names; and offices, bodies, pronouns, persons in office.
What stands ``behind`` a word is a particle. Several are joined by ``&``, and all of them must stand there."""

_Needs: TypeAlias = frozenset[Need]
"""What must all stand in the sentence."""

_NOTHING = _Needs()
_COUNTRY = "the country"
_COMPANY = "company"
_THING = "thing "  # before the name of a class of the codebook
_CONTENT = "content "  # before the name of a class of verbs of what is said
_BEHIND = "behind "  # before a particle
_NAME = "name"
_SOMEBODY = "somebody"
_PARTY = "party"
_YEAR = "a year"
_ACTING = (_SOMEBODY, _PARTY)
_REFERRING = frozenset({_COUNTRY, "both", "each other", "the two", "the sides"})
_NAMING = frozenset({"place", _SOMEBODY})
_BOTH = " & "
_COMPANIONS = ("with", "between", "from")
# "called Rao", "will see her Peruvian counterpart", "rang the Peruvian president", "rang him"
_NAMED = re.compile(r" (?:(?:the|his|her|their|its) )?[^\W\da-z_]| (?:him|her|them)\b")
_OF_VERBS = re.compile(r"\b(?:to|not|will|would|can|could|may|might|must|shall|should) $", re.IGNORECASE)
_LONGEST_OF_VERBS = len("should ") + 1
_REACH = 100  # characters behind a verb within which its particle stands, a few words on
_HITTING = ("statement", "force")


def gated(text: str, starts: list[int]) -> frozenset[int]:
    """Indices of the sentences (given by their start offsets, ascending) that can tell of an event."""
    opened: set[int] = set()
    asked: defaultdict[int, set[_Needs]] = defaultdict(set)
    wanted = _wanted()
    for word, start, end in _finder().find(text):
        sentence = bisect_right(starts, start) - 1
        if sentence in opened:
            continue
        for beside, elsewhere in wanted[word]:
            if all(stands(text, start, end) for stands in beside):
                asked[sentence] |= elsewhere
        if _NOTHING in asked[sentence]:
            opened.add(sentence)
    waiting = {sentence: needs for sentence, needs in asked.items() if needs and sentence not in opened}
    return frozenset(opened | _met(text, starts, waiting)) if waiting else frozenset(opened)


def _met(text: str, starts: list[int], asked: Mapping[int, Set[_Needs]]) -> set[int]:
    """Those of the sentences in which all stands that is asked of them."""
    holding = _holding(text, starts, asked)
    wanting = {i for i, all_needs in asked.items() if any(_PARTY in needs for needs in all_needs)}
    if holding and (wanting := {i for i in wanting if _PARTY not in holding.get(i, ())}):
        for i in office_holders(text, starts, wanting):
            holding.setdefault(i, set()).add(_PARTY)
    return {i for i, held in holding.items() if any(needs <= held for needs in asked[i])}


def _capital_follows(text: str, start: int, end: int) -> bool:
    return _NAMED.match(text, end) is not None


def _is_noun(text: str, start: int, end: int) -> bool:
    return _OF_VERBS.search(text, max(0, start - _LONGEST_OF_VERBS), start) is None


_Beside: TypeAlias = Callable[[str, int, int], bool]
_BESIDE: MappingProxyType[Need, _Beside] = MappingProxyType({"noun": _is_noun, _NAME: _capital_follows})


def _beside(need: Need) -> _Beside | None:
    """Tells whether the characters beside a word meet a need; null where these may stand anywhere in the sentence."""
    return _is_followed_by(need.removeprefix(_BEHIND)) if need.startswith(_BEHIND) else _BESIDE.get(need)


@cache
def _is_followed_by(particle: str) -> _Beside:
    pattern = re.compile(rf"\b{re.escape(particle)}\b", re.IGNORECASE)
    return lambda text, start, end: pattern.search(text, end, end + _REACH) is not None


@cache
def _wanted() -> Mapping[str, tuple[tuple[tuple[_Beside, ...], frozenset[_Needs]], ...]]:
    """Every form with what it needs: parts beside it, and what else with these, anywhere in the sentence."""
    return MappingProxyType({form: tuple(_by_side(needs)) for form, needs in _needs().items()})


def _by_side(needs: Iterable[Need]) -> Iterator[tuple[tuple[_Beside, ...], frozenset[_Needs]]]:
    """Needs that ask for the same beside the word, together."""
    elsewhere: defaultdict[tuple[_Beside, ...], set[_Needs]] = defaultdict(set)
    for need in needs:
        beside, others = _split(need)
        elsewhere[beside].add(others)
    return ((beside, frozenset(others)) for beside, others in elsewhere.items())


@cache
def _split(need: Need) -> tuple[tuple[_Beside, ...], _Needs]:
    parts = _parts(need)
    beside = tuple(found for part in parts if (found := _beside(part)) is not None)
    return beside, frozenset(part for part in parts if _beside(part) is None)


def _parts(need: Need) -> tuple[Need, ...]:
    return tuple(part for part in need.split(_BOTH) if part != "nothing")


def _holding(text: str, starts: list[int], asked: Iterable[int]) -> dict[int, set[Need]]:
    """Of each sentence that is ``asked`` the needs that a word in it meets; names with their capital."""
    finder, meeting = _meeting()
    found: dict[int, set[Need]] = {}
    for sentence in asked:
        start, end = starts[sentence], starts[sentence + 1] if sentence + 1 < len(starts) else len(text)
        own = text[start:end]
        for word, at, _ in finder.all(own):
            capital = own[at].isupper() or word in _REFERRING
            found.setdefault(sentence, set()).update(meeting[word][capital])
    return {sentence: held for sentence, held in found.items() if held}


@cache
def _meeting() -> tuple[WordFinder, Mapping[str, tuple[frozenset[Need], frozenset[Need]]]]:
    """Every word (lower case) that meets a need, with the needs that it meets without a capital and with one."""
    parts = {part for wanted in _wanted().values() for _, all_needs in wanted for needs in all_needs for part in needs}
    meeting: defaultdict[str, set[Need]] = defaultdict(set)
    for part in parts:
        for word in _words_of(part):
            meeting[lowered(word)].add(part)
    met = {word: (frozenset(own - _NAMING), frozenset(own)) for word, own in meeting.items()}
    return WordFinder(meeting), MappingProxyType(met)


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
        return word_classes()[need.removeprefix(_THING)]
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
    return MappingProxyType({form: tuple(sorted(_least(found))) for form, found in needs.items()})


def _least(needs: Set[Need]) -> Iterator[Need]:
    """The needs but for those that ask for all that another one asks for, and more."""
    parts = {need: frozenset(_parts(need)) for need in needs}
    return (need for need, own in parts.items() if not any(other < own for other in parts.values()))


def _forms() -> Iterator[tuple[str, Need]]:
    yield from ((form, "place") for form in (*_BEING, *_BACK))
    yield from ((phrase, need) for name in ("present", "arriving") for phrase in channels()[name] for need in _ACTING)
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
    asked = _asked(trigger)
    if not asked and not _hits(kind):
        return tuple(_joined(who, *_particle(trigger)) for who in _ACTING)
    needs = [_joined(*asked, *_particle(trigger))]
    if trigger.thing == "envoy":  # "summoned Rao", of whom may be told before that he is one
        needs.append(_joined(_NAME, *asked[1:], *_particle(trigger)))
    return tuple(_of_somebody(kind, need) for need in needs)


def _noun_need(kind: Kind, noun: str) -> Need:
    """The verb of the same form has needs of its own: "failed to stop" tells of no journey."""
    return "noun" if noun in verb_lemmas().values() and kind.family not in _HITTING else "nothing"


def _deeds() -> Iterator[tuple[str, Need]]:
    """Nouns made of verbs, with what these act on: "announced the closure of its embassy"."""
    frames = [(kind, verb) for kind in codebook().kinds for verb in kind.verbs]
    acting = [(kind, verb) for kind, verb in frames if verb.thing or verb.plain]
    for noun, lemma in codebook().deeds.items():
        yield from ((noun, _of_somebody(kind, _need(verb))) for kind, verb in acting if verb.lemma == lemma)


def _of_somebody(kind: Kind, need: Need) -> Need:
    return _joined(need, _SOMEBODY) if _hits(kind) and need != _NAME else need


def _hits(kind: Kind) -> bool:
    """Words and blows hit somebody, whom the sentence names: a state, a body or a known person.

    A truce begins and ends of itself, and one party is enough to tell whose it is.
    """
    return kind.family in _HITTING and kind.requires.get("party") != 1


def _joined(*needs: Need) -> Need:
    return _BOTH.join(needs) or "nothing"


def _need(trigger: VerbTrigger) -> Need:
    return _joined(*_asked(trigger), *_particle(trigger))


def _particle(trigger: VerbTrigger) -> Iterator[Need]:
    if trigger.particle is not None:
        yield _BEHIND + trigger.particle


def _asked(trigger: VerbTrigger) -> tuple[Need, ...]:
    """All that a frame asks for but its particle, its thing first."""
    content = trigger.content if trigger.content not in (None, "any", "wish") else None
    if content == "being" and trigger.cue is not None:
        content = None
    things = [_THING + trigger.thing] if trigger.thing is not None else []
    verbs = [_CONTENT + name for name in (content, trigger.then) if name is not None and name in word_classes()]
    cues = [trigger.cue] if trigger.cue is not None else []
    open_ended = "any" in (trigger.then, trigger.content) or trigger.content == "wish"
    if not things and content is None and trigger.particle is None and (open_ended or trigger.bare or trigger.negated):
        return ("place", *verbs, *cues)
    abroad = ["place"] if trigger.abroad and not things else []
    if things or verbs or cues or abroad:
        return (*things, *verbs, *cues, *abroad)
    return (_NAME,) if trigger.addressed else ()


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
