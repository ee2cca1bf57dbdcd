"""Whose an envoy is of whom only an act is told: "recalled Ambassador Rao", "called in the ambassador, Ana Rao"."""

from __future__ import annotations

import re
from collections import Counter

from communique.linking._owner_scene import Scene, sentence_start
from communique.linking._title_reading import homeward
from communique.linking._titles import Phrase

__all__ = ["called_home", "called_in", "is_envoy", "one_of_those"]

_ENVOYS = frozenset(
    {"ambassador", "charge-daffaires", "consul", "diplomat", "special-envoy", "permanent-representative"}
)
_AMONG = re.compile(r"\b(?:including|among (?:them|whom)|namely)\b")
_CALLED_IN = re.compile(
    r"\b(?:summon|expel|oust|eject|declar)\w*\b|\b(?:call|haul)(?:s|ed|ing)? in\b"
    r"|\b(?:(?:kick|throw|order|boot)\w*|threw) out\b"
)
_NO_MORE = 2
"""How often a text has to name the other of two states, and how much more often than a third."""


def one_of_those(scene: Scene, position: int) -> str | None:
    """ "Six Kenyan diplomats, including Consul Ana Rao": he serves the state of those among whom he is."""
    start = scene.phrases[position].start
    marks = [m.start() for m in _AMONG.finditer(scene.text, sentence_start(scene.text, start), start)]
    if not marks:
        return None
    groups = [p for p in scene.phrases[:position] if p.plural and not p.name and p.end <= marks[-1]]
    near = groups[-1] if groups and groups[-1].start >= sentence_start(scene.text, start) else None
    return near.countries[0] if near is not None and len(near.countries) == 1 else None


def called_home(scene: Scene, position: int) -> str | None:
    """ "Kenya has withdrawn High Commissioner Rao from Lima": he serves who calls him home."""
    phrase = scene.phrases[position]
    act = homeward(scene.text, phrase.start)
    if act is None or not is_envoy(phrase):
        return None
    told = scene.told(sentence_start(scene.text, act), act)
    return told[0] if told else None


def called_in(scene: Scene, position: int) -> str | None:
    """ "London summoned the ambassador, Ana Rao": she serves the other of the two states told of most.

    Where a text tells of no third state, one word of the other is enough.
    """
    phrase = scene.phrases[position]
    if not is_envoy(phrase):
        return None
    start = sentence_start(scene.text, phrase.start)
    homes = {e.home for _, e in scene.named(start, phrase.start) if e.home} | set(scene.told(start, phrase.start))
    told = Counter(code for code in scene.told(0, len(scene.text)) if code not in homes)
    (most, count), (_, next_count) = (*told.most_common(2), ("", 0), ("", 0))[:2]
    enough = count >= _NO_MORE and count >= _NO_MORE * next_count
    alone = count and not next_count and _CALLED_IN.search(scene.text, start, phrase.start)
    return most if len(homes) == 1 and (enough or alone) else None


def is_envoy(phrase: Phrase) -> bool:
    """Whether a title is that of an envoy."""
    return any(o.id in _ENVOYS for o in phrase.offices)
