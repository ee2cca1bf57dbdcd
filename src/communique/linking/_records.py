"""What linking hands on: mentions of actors and places, tied to their characters."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.linking.times import TimeExpression
from communique.parsing import Parse
from communique.types import Actor, Document, Place, Span

__all__ = ["Form", "Linked", "Mention"]

Form = Literal["person", "title", "body", "state", "adjective", "place", "organisation", "reference", "pronoun"]


class Mention(msgspec.Struct, frozen=True):
    """Words that stand for actors, for a place, or, like "Moscow", for either as the grammar says.

    ``actors`` holds several where the words stand for several ("the two ministers"); ``place`` is
    null where the words are no place. ``form`` says what kind of words they are.
    """

    span: Span
    form: Form
    actors: tuple[Actor, ...] = ()
    place: Place | None = None


class Linked(msgspec.Struct, frozen=True):
    """A parsed document with its mentions and expressions of time, each in order and not overlapping."""

    document: Document
    parse: Parse
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
