"""Lists by country: "SYRIA." as a line of its own says whose ambassador the lines below it tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.coding.drafting import Draft
from communique.coding.triggers import kind_named
from communique.linking import Linked, Mention
from communique.types import Participant

__all__ = ["sections", "with_headings"]

_CLOSING = " \t.:;–—-•*|"
_REACH = 6
"""Sentences for which a heading holds, where no other follows."""


def sections(linked: Linked) -> Mapping[int, Mention]:
    """The state under whose heading each sentence stands, by number, where it stands under one.

    A heading is a paragraph of a state's name alone; a list has two of them at least.
    """
    text = linked.parse.text
    states = {m.span.start: m for m in linked.mentions if m.form == "state" and len(m.actors) == 1}
    heads: list[tuple[int, Mention]] = []
    for number, sentence in enumerate(linked.parse.sentences):
        mention = states.get(sentence.start)
        if mention is not None and _is_heading(text, mention, sentence.end):
            heads.append((number, mention))
    if len({mention.actors[0].id for _, mention in heads}) < 2:
        return {}
    ends = [number for number, _ in heads[1:]] + [len(linked.parse.sentences)]
    return {
        number: mention
        for (first, mention), end in zip(heads, ends, strict=True)
        for number in range(first, min(end, first + _REACH))
    }


def _is_heading(text: str, mention: Mention, end: int) -> bool:
    """Whether a line or a sentence at its head holds nothing but the name: "IRAN." or "IRAN:"."""
    start = mention.span.start
    opens = start == 0 or "\n" in text[max(0, start - 3) : start]
    line = text.find("\n", start)
    rest = text[mention.span.end : min(end, line if line >= 0 else len(text))]
    return opens and not rest.strip(_CLOSING)


def with_headings(drafts: Sequence[Draft], under: Mapping[int, Mention]) -> list[Draft]:
    """The drafts; one that leaves open who acts is of the state of its section, if it does not name that."""
    return [_headed(draft, under[draft.sentence]) if draft.sentence in under else draft for draft in drafts]


def _headed(draft: Draft, heading: Mention) -> Draft:
    required = kind_named(draft.claim.kind).requires
    state = heading.actors[0]
    named = {p.actor.country for p in draft.claim.participants}
    acted = any(p.role == "actor" for p in draft.claim.participants)
    if "actor" not in required or "actor" not in draft.open or acted or state.country in named:
        return draft
    actor = Participant("actor", state, heading.span)
    claim = msgspec.structs.replace(draft.claim, participants=(actor, *draft.claim.participants))
    return msgspec.structs.replace(draft, claim=claim, open=tuple(r for r in draft.open if r != "actor"))
