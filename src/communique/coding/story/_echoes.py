"""What befalls an event that a pronoun names: "It has been postponed", "Rao and Silva signed it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from communique.codebook import word_classes
from communique.coding.drafting import TALKING, Draft
from communique.coding.roles import MentionIndex
from communique.coding.times import outcome_of, own_times, read_status, when
from communique.coding.tree import Tree
from communique.coding.triggers import kind_named, recoded
from communique.linking import Linked
from communique.types import Participant, Span, Status

__all__ = ["echoes"]

_BEGINNING = frozenset({"take", "enter", "come", "go"})
_PRONOUNS = frozenset({"it", "this", "that", "which"})
_NAMING = frozenset({"person", "title", "state", "body", "organisation"})


def echoes(linked: Linked, number: int, tree: Tree, told: Sequence[Draft], mentions: MentionIndex) -> Iterator[Draft]:
    """Drafts of the outcome of the event told last, where a pronoun stands for it; and of who signed the last pact.

    ``told`` are the drafts before the sentence, in order.
    """
    if not told:
        return
    last, pact = told[-1], _pact(told, number)
    for index, token in enumerate(tree.tokens):
        status = outcome_of(tree, index) if token.pos == "VERB" else None
        if status is not None and tree.passive(index) and _is_pronoun(tree, index):
            yield _echo(linked, number, tree, last, index, status)
        elif token.pos == "VERB" and last.claim.family == "agreement" and _takes_effect(tree, index):
            yield _beginning(linked, number, tree, last, index)
        elif status is not None and _acts_on_it(tree, index) and last.claim.kind in TALKING:
            yield _echo(linked, number, tree, last, index, status, tuple(_callers(tree, index, mentions, last)))
        elif pact is not None and token.pos == "VERB" and _signs_it(tree, index):
            yield from _signing(linked, number, tree, pact, index, mentions)


def _pact(told: Sequence[Draft], number: int) -> Draft | None:
    """The agreement told last in the sentence before."""
    near = takewhile(lambda draft: draft.sentence == number - 1, reversed(told))
    return next((draft for draft in near if draft.claim.family == "agreement"), None)


def _acts_on_it(tree: Tree, verb: int) -> bool:
    """ "He has cancelled it"."""
    return any(tree.token(i).text.lower() in ("it", "them") for i in tree.children(verb, "obj"))


def _signs_it(tree: Tree, verb: int) -> bool:
    """ "Rao signed it", "it was signed by Rao"; a witness signs it too, and is no side."""
    if tree.token(verb).lemma not in word_classes()["signing"] or any(word == "as" for word, _ in tree.phrases(verb)):
        return False
    return _is_pronoun(tree, verb) if tree.passive(verb) else _acts_on_it(tree, verb)


def _signing(
    linked: Linked, number: int, tree: Tree, last: Draft, verb: int, mentions: MentionIndex
) -> Iterator[Draft]:
    """Who put their names to what was agreed on right before."""
    reading = read_status(linked.document.text, tree, [verb])
    signed = tuple(_signatories(tree, verb, mentions))
    if signed and reading.status == last.claim.status and not reading.negated:
        echo = _echo(linked, number, tree, last, verb, reading.status)
        claim = msgspec.structs.replace(echo.claim, participants=signed, status_evidence=None)
        yield msgspec.structs.replace(echo, claim=claim)


def _signatories(tree: Tree, verb: int, mentions: MentionIndex) -> Iterator[Participant]:
    beside = [i for word, head in tree.phrases(verb) if word == "with" for i in tree.with_conjuncts(head)]
    signing = tree.agents(verb) if tree.passive(verb) else [*tree.subject(verb), *beside]
    for mention in (m for i in signing for m in mentions.at(tree, i) if m.form in _NAMING):
        told = (actor for actor in mention.actors if actor.country is not None or actor.kind == "organisation")
        yield from (Participant("party", actor, mention.span) for actor in told)


def _callers(tree: Tree, verb: int, mentions: MentionIndex, last: Draft) -> Iterator[Participant]:
    """Who calls off an encounter of which one side was told is the other."""
    sides = {p.actor.country for p in last.claim.participants}
    named = [m for i in tree.subject(verb) for m in mentions.at(tree, i)] if len(sides) == 1 else []
    for mention in named:
        yield from (Participant("party", a, mention.span) for a in mention.actors if a.country not in sides)


def _takes_effect(tree: Tree, verb: int) -> bool:
    """ "It takes effect tomorrow", "which enters into force on Friday"."""
    behind = {i for i in tree.children(verb, "obj", "obl") if tree.token(i).lemma in ("effect", "force")}
    return tree.token(verb).lemma in _BEGINNING and bool(behind) and _is_pronoun(tree, verb)


def _beginning(linked: Linked, number: int, tree: Tree, last: Draft, verb: int) -> Draft:
    """The beginning of what was agreed on, between the same sides."""
    text, named = linked.document.text, last.claim
    truce = named.kind == "ceasefire" or any(word in text.lower() for word in word_classes()["truce"])
    begun = recoded(named, kind_named("truce-begun" if truce else "ratification"))
    reading = read_status(text, tree, [verb])
    dates = when(own_times(tree, [verb], linked.times), published=linked.document.published, tense=reading.tense)
    claim = msgspec.structs.replace(
        begun,
        place=None,
        attribution=None,
        status=reading.status,
        status_evidence=reading.evidence,
        start=dates.start,
        end=dates.end,
        clues=dates.clues,
        evidence=Span.of(text, tree.token(verb).start, tree.token(verb).end),
    )
    return Draft(claim=claim, sentence=number, open=last.open)


def _is_pronoun(tree: Tree, verb: int) -> bool:
    return any(tree.token(s).text.lower() in _PRONOUNS for s in tree.children(verb, "nsubj", "nsubj:pass"))


def _echo(
    linked: Linked,
    number: int,
    tree: Tree,
    last: Draft,
    verb: int,
    status: Status,
    callers: tuple[Participant, ...] = (),
) -> Draft:
    text, token = linked.document.text, tree.token(verb)
    dates = when(own_times(tree, [verb], linked.times), published=linked.document.published, tense="future")
    start = min(t.start for t in tree.group(verb))
    claim = msgspec.structs.replace(
        last.claim,
        participants=(*last.claim.participants, *callers) if callers else (),
        place=None,
        topics=(),
        attribution=None,
        status=status,
        status_evidence=Span.of(text, token.start, token.end),
        start=dates.start,
        end=dates.end,
        clues=dates.clues,
        evidence=Span.of(text, start, token.end),
    )
    return Draft(claim=claim, sentence=number, definite=True, noun=True)
