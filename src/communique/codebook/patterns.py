"""A kind's triggers as a reader can take them in: "actor impose ‹sanctions› on/against target".

Roles stand as they are, lemmas joined by "/"; ‹ties› is a class of words (``classes.yaml``), “phone” a channel
(``cues.yaml``). Frames that differ in their verb alone are one line, as they are in the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from communique.codebook._kinds import Example, Kind, VerbTrigger, channels, classes

__all__ = ["example_line", "noun_lines", "roles", "verb_lines", "word_lists"]


_PLAIN = frozenset({"any", "wish", "gerund"})
_PLACES = {"subject": "as subject", "content": "in what is said"}


def roles(kind: Kind) -> tuple[str, ...]:
    """The roles that a sentence of the kind can fill, in the order in which the entry names them."""
    found = [role for verb in kind.verbs for role in _roles_of(verb)]
    if kind.nouns:
        found += [kind.owner, *kind.prepositions.values(), *kind.modifier.values()]
    found += ["host"] * bool(kind.convening) + ["mediator"] * bool(kind.mediating) + [*kind.requires, *kind.implied]
    return tuple(dict.fromkeys(found))


def _roles_of(verb: VerbTrigger) -> Iterator[str]:
    single = (verb.subject, verb.indirect, verb.object, verb.owner, verb.infinitive, verb.doer)
    yield from (role for role in (*single, *(role for _, role in verb.prepositions)) if role is not None)


def verb_lines(kind: Kind) -> tuple[str, ...]:
    """One line a frame: who stands where around which verbs, and what else it asks for."""
    grouped = groupby(kind.verbs, key=lambda verb: msgspec.structs.replace(verb, lemma=""))
    return tuple(_frame_line("/".join(v.lemma for v in verbs), frame) for frame, verbs in grouped)


def _frame_line(lemmas: str, frame: VerbTrigger) -> str:
    told = None if frame.thing else frame.object
    words = (frame.subject, lemmas, frame.particle, frame.indirect, told, _thing(frame), _beside(frame.prepositions))
    notes = ", ".join(_notes(frame))
    return " ".join(word for word in words if word) + (f" ({notes})" if notes else "")


def _thing(frame: VerbTrigger) -> str:
    """``target's ‹envoy›``, ``to ‹truce›``; without a class "target's …" where the object itself has no role."""
    if frame.thing is None:
        return f"{frame.owner}'s …" if frame.owner and not frame.object else ""
    owner = frame.owner or frame.object
    place = "/".join(_PLACES.get(word, word) for word in frame.through)
    words = (place, f"{owner}'s" if owner else "", f"‹{frame.thing}›")
    return " ".join(word for word in words if word)


def _beside(placed: Iterable[tuple[str, str]]) -> str:
    """``on/against target, by actor``."""
    words: dict[str, list[str]] = {}
    for preposition, role in placed:
        words.setdefault(role, []).append(preposition)
    return ", ".join(f"{'/'.join(prepositions)} {role}" for role, prepositions in words.items())


def _notes(frame: VerbTrigger) -> Iterator[str]:
    if frame.cue:
        yield f"with a word of “{frame.cue}”"
    if frame.then:
        plain = {"any": "to do something", "gerund": "doing something"}
        yield plain.get(frame.then, f"to ‹{frame.then}›")
    if frame.content:
        doer = frame.doer or "somebody"
        yield f"that {doer} does something" if frame.content in _PLAIN else f"that {doer} ‹{frame.content}›"
    if frame.bare:
        yield "without an object"
    if frame.infinitive:
        yield f"{frame.infinitive} also as object of the infinitive"
    if frame.abroad:
        yield "abroad"
    if frame.addressed:
        yield "person to person"
    if frame.declared:
        yield "done when announced"
    if frame.status:
        yield frame.status
    if frame.negated:
        yield "with “not”"


def noun_lines(kind: Kind) -> tuple[str, ...]:
    """The nouns, where the roles stand around them, and the verbs that go with them; none without nouns."""
    if not kind.nouns:
        return ()
    before = ", ".join(f"{actor} = {role}" for actor, role in kind.modifier.items())
    lists = (
        ("", kind.nouns),
        ("with", (f"{kind.owner}'s …", _beside(kind.prepositions.items()))),
        ("right before it", (before,)),
        ("object of", kind.light),
        ("host is the subject of", kind.convening),
        ("mediator is the subject of", kind.mediating),
        ("only with a word of", (f"“{kind.needs}”" if kind.needs else "",)),
        ("not after", kind.unlike),
    )
    named = ((label, ", ".join(word for word in words if word)) for label, words in lists)
    return tuple(f"{label}: {words}" if label else words for label, words in named if words)


def word_lists(kind: Kind) -> dict[str, tuple[str, ...]]:
    """The words of each class and channel that the lines name, under the name as it stands there."""
    asked = [name for verb in kind.verbs for name in (verb.thing, verb.then, verb.content)]
    things = [name for name in asked if name and name not in _PLAIN]
    cues = [cue for cue in (*(verb.cue for verb in kind.verbs), kind.needs) if cue]
    lists = {f"‹{name}›": classes()[name] for name in things}
    return lists | {f"“{cue}”": channels()[cue] for cue in cues}


def example_line(example: Example) -> str:
    """The coding that an example must get: ``planned; visitor: Wang Yi; host: Russia``."""
    sides = "; ".join(f"{role}: {', '.join(names)}" for role, names in example.participants.items())
    return f"{example.status}; {sides}" + (f"; {example.events} events" if example.events > 1 else "")
