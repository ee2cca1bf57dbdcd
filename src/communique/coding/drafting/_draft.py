"""What one trigger says of an event, before the mentions of one happening are gathered."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.types import EventClaim, Participant, Role

__all__ = ["Draft"]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A claim from one trigger, of the sentence with this number.

    ``other`` marks words such as "previous" or "second": not the happening at hand. ``definite``
    marks "the", "this" or a possessive. ``stated`` is false where the words only name the event;
    ``noun`` says that a noun told of it; ``current`` that a main clause tells it as news,
    in which ``tense``, ``recalled`` that a pluperfect tells it as past by then. ``open`` are the
    roles that the kind requires and the clause leaves out, ``both`` says that it is aimed at the two told of, ``apart``
    that it is of others than those told of, whom nobody could resolve. ``judged`` are the nouns of what somebody
    judges: "condemned the attack"; ``abroad`` says that the sentence names a country or body besides those of who
    acts, and ``others`` are these; ``alone`` that words make an act without naming for whom they are, and ``papers``
    are the nouns of what was signed. ``likely`` are those who likely have the parts that nobody is said to have,
    ``supposed`` those to whom the model of acts gives them; ``chance`` is how likely its word tells of an act of that
    kind by that model, None where it read nothing, ``framed`` whether the codebook has words for it. ``lasted`` says
    that it is told how long it took: "weeks of talks", ``joint`` that a body sits in which the sides told of meet: "the
    joint commission".
    """

    claim: EventClaim
    sentence: int
    other: bool = False
    definite: bool = False
    stated: bool = True
    noun: bool = False
    open: tuple[Role, ...] = ()
    both: bool = False
    current: bool = False
    tense: Literal["past", "perfect", "present"] = "past"
    apart: bool = False
    recalled: bool = False
    judged: frozenset[str] = frozenset()
    abroad: bool = False
    others: frozenset[str] = frozenset()
    alone: bool = False
    papers: frozenset[str] = frozenset()
    likely: tuple[Participant, ...] = ()
    supposed: tuple[Participant, ...] = ()
    chance: float | None = None
    framed: bool = True
    lasted: bool = False
    joint: bool = False
