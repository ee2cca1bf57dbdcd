"""Acts that a clause of what is said does, with no verb of theirs: demands, judgements, refusals, promises, threats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Literal

import msgspec

from communique.codebook._kinds import channels
from communique.codebook._tables import yaml_value
from communique.types import Role

__all__ = ["Spoken", "SpokenAct", "SpokenExample", "spoken"]


class SpokenExample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text of which a statement does the act, with who takes part in it; run as a test."""

    text: str
    participants: dict[Role, list[str]]


class SpokenAct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Words by which a clause of a statement does an act of ``kind``; ``spoken.yaml`` explains the fields."""

    kind: str
    subject: Literal["other", "own", "nobody", "any"]
    marks: tuple[str, ...]
    channel: str | None = None
    object: Literal["other"] | None = None
    judging: bool = False
    then: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    leaves: Literal["partner", "story"] | None = None
    examples: tuple[SpokenExample, ...]
    counterexamples: tuple[str, ...]

    @cached_property
    def phrases(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of all marks, those of the channel too, by the first of them."""
        listed = channels()[self.channel] if self.channel is not None else ()
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in (tuple(mark.split()) for mark in (*self.marks, *listed)):
            found.setdefault(words[0], []).append(words)
        return found


class Spoken(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The acts in the order in which they are tried, and the cues (lemmas) with which nothing is meant."""

    acts: tuple[SpokenAct, ...]
    jests: frozenset[str]
    addressed: Mapping[str, str]


@cache
def spoken() -> Spoken:
    """What is done by what is said; ``msgspec.ValidationError`` names the field where the file is wrong."""
    return msgspec.convert(yaml_value("spoken.yaml"), Spoken)
