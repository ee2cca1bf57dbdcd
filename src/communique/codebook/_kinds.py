"""Kinds of event, the words that tell of them, and the cues that decide status and channel."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import msgspec

from communique.codebook._tables import content, yaml_value
from communique.types import ActorKind, Role, Status

__all__ = [
    "Codebook",
    "Example",
    "Kind",
    "StatusCue",
    "TopicEntry",
    "VerbTrigger",
    "channels",
    "classes",
    "codebook",
    "status_cues",
    "topics",
    "word_classes",
]


class VerbTrigger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb and the role that each of its arguments takes.

    ``prepositions`` maps a preposition to a role, ``indirect`` is that of a first of two objects ("gave
    Haiti a loan"), ``owner`` that of whom the object belongs to ("the Israeli attack"), ``infinitive`` that
    of the objects of an infinitive below the verb ("threatened to attack Iran"). ``cue`` names a channel of
    ``cues.yaml`` of which a word must stand in the clause; ``particle`` must follow the verb. ``thing``
    names a class of ``classes.yaml`` of which the object must be, or what one of the prepositions
    ``through`` leads to ("agreed to a truce"); where ``through`` is ``subject`` it is the subject that must
    be of the class ("the envoy has two days to leave"). ``then`` is a class of verbs of which the infinitive
    must be ("ordered the envoy to leave"), or ``any``, or ``gerund`` ("denied leaving"); ``content`` one of which
    what is said must be ("said that Peru broke the truce"), or ``any``, or ``wish`` ("that Peru return the ship"),
    and ``doer`` the role of who does that, who must be of the class where ``through`` is ``content``, and what he did
    or is where it is ``content-object``. With ``bare`` there is no object ("they signed in Oslo"); with ``abroad`` the
    place must be foreign to the subject; with ``addressed`` both must be persons, and nothing said of the object
    ("called him a friend"); with ``declared`` who announces the act has done it ("will expel the envoy"); with
    ``gives`` the act of an infinitive is for whom stands behind it ("promised to open its ports to Peru").
    ``status`` is what the words themselves say of the event ("withdrew the invitation": the visit is cancelled).
    What is ``negated`` is told with "not" ("would not accept").
    """

    lemma: str
    subject: Role | None = None
    object: Role | None = None
    indirect: Role | None = None
    owner: Role | None = None
    infinitive: Role | None = None
    prepositions: tuple[tuple[str, Role], ...] = ()
    cue: str | None = None
    particle: str | None = None
    thing: str | None = None
    through: tuple[str, ...] = ()
    then: str | None = None
    content: str | None = None
    doer: Role | None = None
    bare: bool = False
    abroad: bool = False
    addressed: bool = False
    declared: bool = False
    gives: bool = False
    status: Status | None = None
    negated: bool = False

    @property
    def asks(self) -> tuple[int, bool]:
        """How much it asks for beside the verb, and whether it says where; what asks for more is tried first."""
        asked = (self.cue, self.particle, self.thing, self.then, self.content, self.bare, self.negated)
        return sum(map(bool, asked)), bool(self.through)

    @property
    def plain(self) -> bool:
        """Whether it asks for nothing but an object: "recognised Peru"."""
        return self.object is not None and self.asks == (0, False)


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with the coding that it must get; run as a test. ``events`` is how many it tells of."""

    text: str
    status: Status
    participants: dict[Role, list[str]]
    events: int = 1


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of event.

    ``nouns`` name it; ``owner`` is the role of "X's visit", ``modifier`` the role of a state, person or
    organisation right before the noun. The subject of a ``light`` verb takes part; that of a
    ``convening`` verb is the host, of a ``mediating`` one the mediator. With ``needs`` a bare noun counts
    only beside a word of that channel; with a word of ``unlike`` before it the noun names something else
    ("press conference"). ``each`` are the roles of which every state makes an event of its own ("two states
    expelled envoys").
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
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    modifier: dict[ActorKind, Role] = {}
    light: tuple[str, ...] = ()
    convening: tuple[str, ...] = ()
    mediating: tuple[str, ...] = ()
    requires: dict[Role, int] = {}
    implied: tuple[Role, ...] = ()
    each: tuple[Role, ...] = ()
    seat: Role | None = None
    unlike: tuple[str, ...] = ()
    needs: str | None = None


class Codebook(msgspec.Struct, frozen=True):
    """All kinds, with the version that a record stores with every document.

    ``version`` is the number that is raised where the meaning of a kind or its mapping changes, and after "+" the
    first eight digits of the SHA-256 of the files of kinds, cues, classes and spoken acts, which any change of theirs
    changes. ``deeds`` are nouns made of the verbs of frames, with these verbs: "announced the closure of its embassy".
    """

    version: str
    kinds: tuple[Kind, ...]
    deeds: dict[str, str]


class StatusCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide a status: lemmas of governing verbs, and phrases."""

    status: Status
    lemmas: tuple[str, ...]
    phrases: tuple[str, ...]


class TopicEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic, the words (lower case) that name it, and the PLOVER context that holds it, if one does."""

    name: str
    words: tuple[str, ...]
    context: str | None = None


_FIELDS = frozenset(field.name for field in msgspec.structs.fields(VerbTrigger)) | {"verbs"}
_FILES = ("relations", "agreements", "sanctions", "aid", "words", "force")
_VERSIONED = ("kinds.yaml", *(f"kinds/{file}.yaml" for file in _FILES), "cues.yaml", "classes.yaml", "spoken.yaml")


@cache
def codebook() -> Codebook:
    """The kinds of event; ``msgspec.ValidationError`` names the field where a file is wrong."""
    raw = yaml_value("kinds.yaml")
    kinds = [*raw["kinds"], *(kind for file in _FILES for kind in yaml_value(f"kinds/{file}.yaml"))]
    framed = [{**kind, "verbs": [f for v in kind["verbs"] for f in _frames(v)]} for kind in kinds]
    return msgspec.convert({**raw, "version": f"{raw['version']}+{_digest()}", "kinds": framed}, Codebook)


def _digest() -> str:
    return hashlib.sha256(b"".join(map(content, _VERSIONED))).hexdigest()[:8]


@cache
def word_classes() -> dict[str, tuple[str, ...]]:
    """Words (lower case, with their plurals) of the classes that frames ask for: what is recalled, signed, imposed."""
    return {name: tuple(form for word in words for form in _with_plural(word)) for name, words in classes().items()}


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """The classes as the file lists them, without plurals."""
    return msgspec.convert(yaml_value("classes.yaml"), dict[str, tuple[str, ...]])


def _with_plural(word: str) -> tuple[str, str]:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word, word[:-1] + "ies"
    if word.endswith(("ch", "sh", "ss", "x")):
        return word, word + "es"
    return word, word[:-3] + "men" if word.endswith("man") else word + "s"


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


def _frames(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """One frame a verb. In the file every key that is not a field is a preposition."""
    known = {key: value for key, value in raw.items() if key in _FIELDS and key != "verbs"}
    roles = [(key, value) for key, value in raw.items() if key not in _FIELDS]
    lemmas = raw.get("verbs") or [raw["lemma"]]
    return [{**known, "lemma": lemma, "prepositions": roles} for lemma in lemmas]
