"""Kinds of event, the words that tell of them, and the cues that decide status and channel."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from communique.codebook._tables import yaml_value
from communique.types import ActorKind, Role, Status

__all__ = [
    "Codebook",
    "Example",
    "Kind",
    "StatusCue",
    "TopicEntry",
    "VerbTrigger",
    "channels",
    "codebook",
    "status_cues",
    "topics",
]


class VerbTrigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb and the role that each of its arguments takes.

    ``prepositions`` maps a preposition to a role. ``cue`` names a channel of ``cues.yaml`` of which a
    word must stand in the clause; with ``abroad`` the place must be foreign to the subject; with
    ``addressed`` both must be persons, and nothing said of the object ("called him a friend").
    """

    lemma: str
    subject: Role
    object: Role | None = None
    prepositions: tuple[tuple[str, Role], ...] = ()
    cue: str | None = None
    abroad: bool = False
    addressed: bool = False


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with the coding that it must get; run as a test."""

    text: str
    status: Status
    participants: dict[Role, list[str]]


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of event.

    ``nouns`` name it; ``owner`` is the role of "X's visit", ``modifier`` the role of a state, person or
    organisation right before the noun. The subject of a ``light`` verb takes part; that of a
    ``convening`` verb is the host, of a ``mediating`` one the mediator. With ``needs`` a bare noun counts
    only beside a word of that channel; with a word of ``unlike`` before it the noun names something else
    ("press conference").
    """

    kind: str
    family: str
    definition: str
    type: str
    mode: str | None
    cameo: str | None
    verbs: tuple[VerbTrigger, ...]
    nouns: tuple[str, ...]
    owner: Role
    prepositions: dict[str, Role]
    modifier: dict[ActorKind, Role]
    light: tuple[str, ...]
    convening: tuple[str, ...]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    mediating: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    needs: str | None = None


class Codebook(msgspec.Struct, frozen=True):
    """All kinds, with the version that every record stores."""

    version: str
    kinds: tuple[Kind, ...]


class StatusCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide a status: lemmas of governing verbs, and phrases."""

    status: Status
    lemmas: tuple[str, ...]
    phrases: tuple[str, ...]


class TopicEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic and the words (lower case) that name it."""

    name: str
    words: tuple[str, ...]


_FIELDS = frozenset({"lemma", "subject", "object", "cue", "abroad", "addressed"})


@cache
def codebook() -> Codebook:
    """The kinds of event; ``msgspec.ValidationError`` names the field where the file is wrong."""
    raw = yaml_value("kinds.yaml")
    kinds = [{**kind, "verbs": [_verb(v) for v in kind["verbs"]]} for kind in raw["kinds"]]
    return msgspec.convert({**raw, "kinds": kinds}, Codebook)


@cache
def status_cues() -> tuple[StatusCue, ...]:
    """Status cues in the order in which they are tried."""
    return msgspec.convert(yaml_value("cues.yaml")["status"], tuple[StatusCue, ...])


@cache
def channels() -> dict[str, tuple[str, ...]]:
    """Words that mark how sides met ("by phone", "face to face"), by channel."""
    return msgspec.convert(yaml_value("cues.yaml")["channels"], dict[str, tuple[str, ...]])


@cache
def topics() -> tuple[TopicEntry, ...]:
    """Topics with the words that name them."""
    return msgspec.convert(yaml_value("topics.yaml"), tuple[TopicEntry, ...])


def _verb(raw: dict[str, Any]) -> dict[str, Any]:
    """In the file every key that is not a field is a preposition."""
    known = {key: value for key, value in raw.items() if key in _FIELDS}
    return {**known, "prepositions": [(k, v) for k, v in raw.items() if k not in _FIELDS]}
