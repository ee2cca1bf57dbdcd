"""Those of whom the next sentence says that they were there too: "Rao was present", "Oman was the mediator"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.coding.drafting import TALKING
from communique.coding.roles import MentionIndex, role_of, signed_as
from communique.coding.tree import Tree
from communique.linking import Mention
from communique.parsing import verb_forms
from communique.types import EventClaim, Participant, Role

__all__ = ["with_attendants"]

_ENCOUNTERS = TALKING | {"agreement", "ceasefire"}
_REACH = 2  # sentences: "also present were …" is of what was told right before
_THERE = frozenset("present attendance room table hall hand".split())
_JOINING = frozenset({"attend", "participate"})
_WATCHING = frozenset(form for lemma in ("witness", "oversee", "supervise") for form, _ in verb_forms(lemma))
_MEDIATING = frozenset({"mediate", "preside"})
_SIGNING = frozenset({"sign", "initial", "put"})
_OCCASIONS = frozenset(
    "ceremony signing meeting talk session event conference gathering summit negotiation encounter discussion".split()
)
_TOLD = _OCCASIONS | frozenset("accord agreement deal pact treaty truce ceasefire document text mediation".split())


def with_attendants(
    claims: Sequence[EventClaim], trees: Mapping[int, Tree], mentions: MentionIndex
) -> list[EventClaim]:
    """The claims; each encounter with those of whom the text says right behind it that they were there."""
    result = list(claims)
    for number, tree in trees.items():
        for start, found in _told(tree, mentions):
            target = _target(result, trees, number, start) if found else None
            if target is not None:
                result[target] = _joined(result[target], found)
    return result


def _told(tree: Tree, mentions: MentionIndex) -> Iterator[tuple[int, Sequence[Participant]]]:
    """Where a sentence says that somebody was there, and who."""
    for verb, role in _attendances(tree):
        seen = tree.objects(verb) if tree.token(verb).text.lower() in _WATCHING else ()
        at = max(tree.token(i).end for i in (verb, *seen))  # "witnessed their signing of a text"
        yield at, list(_attendants(tree, verb, role, mentions))
    for role, mention in _appended(tree, mentions):
        yield mention.span.start, [Participant(role, actor, mention.span) for actor in mention.actors]


def _appended(tree: Tree, mentions: MentionIndex) -> Iterator[tuple[Role, Mention]]:
    """ "Rao, co-host of the meeting": what is said of a name, not by a verb."""
    for index, token in enumerate(tree.tokens):
        role = role_of(token.lemma) if token.dep == "appos" else None
        if role is None:
            continue
        occasions = [i for word, i in tree.phrases(index) if word in ("of", "at")]
        if any(tree.token(i).lemma in _OCCASIONS for i in occasions):
            yield from ((role, m) for m in mentions.at(tree, token.head) if m.form == "person")


def _attendances(tree: Tree) -> Iterator[tuple[int, Role]]:
    """The verbs that say that somebody was there, each with the part that he had."""
    last: Role | None = None
    for index, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "AUX") or _is_negated(tree, index):
            continue
        again = token.lemma == "be" and any(tree.token(i).text.lower() == "so" for i in tree.children(index, "advmod"))
        role = last if again else _role(tree, index)  # "Rao was in the room, and so was Silva"
        if role is not None:
            last = role
            yield index, role


def _is_negated(tree: Tree, verb: int) -> bool:
    return any(tree.token(i).lemma in ("not", "never", "neither") for i in tree.children(verb, "advmod", "cc:preconj"))


def _role(tree: Tree, verb: int) -> Role | None:
    lemma = tree.token(verb).lemma
    if lemma in ("be", "serve", "act"):
        fronted = tree.parent(verb)  # "Also present were Rao and Silva"
        said = [i for i in tree.children(verb, "xcomp", "obl", "nsubj", "advmod") if not _is_bound(tree, i)]
        said += [] if fronted is None or fronted > verb else [fronted]
        roles = (("party" if tree.token(i).lemma in _THERE else role_of(tree.token(i).lemma)) for i in said)
        return next((role for role in roles if role is not None), None)
    if lemma in _JOINING:
        return "party" if _is_of_what_was_told(tree, verb, ("in",)) else None
    if _helps(tree, verb):
        return "mediator" if _is_of_what_was_told(tree, verb, ("in", "at", "over")) else None
    if lemma in _SIGNING:
        return signed_as(tree, verb)
    behind = tree.token(verb + 1).text.lower() if verb + 1 < len(tree.tokens) else ""
    return "mediator" if lemma == "look" and behind == "on" else "party" if _takes_part(tree, verb) else None


def _helps(tree: Tree, verb: int) -> bool:
    """ "Rao mediated", "oversaw the signing", "led the mediation"; who leads talks is one of the sides."""
    token, objects = tree.token(verb), tree.objects(verb)
    led = token.lemma == "lead" and any(tree.token(i).lemma == "mediation" for i in objects)
    return led or token.lemma in _MEDIATING or (token.text.lower() in _WATCHING and bool(objects))


def _is_of_what_was_told(tree: Tree, verb: int, words: tuple[str, ...]) -> bool:
    """Whether a verb has no object, and no phrase behind one of the ``words``, but an encounter told before."""
    told = [*tree.objects(verb), *(i for word, i in tree.phrases(verb) if word in words)]
    return all(_is_occasion(tree, i) for i in told)


def _takes_part(tree: Tree, verb: int) -> bool:
    """ "Rao took part too", "took part in the talks"."""
    parts = [i for i in tree.objects(verb) if tree.token(i).lemma == "part"]
    if tree.token(verb).lemma != "take" or not parts:
        return False
    into = [i for at in (verb, *parts) for word, i in tree.phrases(at) if word == "in"]
    return all(_is_occasion(tree, i) for i in into)


def _is_bound(tree: Tree, index: int) -> bool:
    """ "The host of the next games", "in the room of the king": a part in something else."""
    return any(word in ("of", "for", "in", "to") for word, _ in tree.phrases(index))


def _is_occasion(tree: Tree, index: int) -> bool:
    """ "The talks", "the ceremony", "their signing": what was told before."""
    words = {tree.token(i).text.lower() for i in tree.children(index, "det", "nmod:poss")}
    return tree.token(index).lemma in _TOLD and bool(words & {"the", "this", "that", "their"})


def _attendants(tree: Tree, verb: int, role: Role, mentions: MentionIndex) -> Iterator[Participant]:
    subjects = tree.agents(verb) if tree.passive(verb) else tree.subject(verb)
    named = [(i, m) for i in subjects for m in mentions.at(tree, i)]
    if not named and tree.token(verb).lemma == "be" and not tree.passive(verb):  # "Also present were Rao and Silva"
        behind = [i for i in tree.children(verb, "xcomp", "obj", "nsubj") if i > verb]
        named = [(i, m) for head in behind for i in tree.with_conjuncts(head) for m in mentions.at(tree, i)]
    for _, mention in named:
        if _acts(mention):
            yield from (Participant(role, actor, mention.span) for actor in mention.actors)


def _acts(mention: Mention) -> bool:
    """Whether a mention is of somebody who acts for a state or body."""
    return mention.form != "pronoun" and any(a.kind != "person" or a.country or a.office for a in mention.actors)


def _target(claims: Sequence[EventClaim], trees: Mapping[int, Tree], number: int, start: int) -> int | None:
    """The encounter told last before a verb, in its sentence or in one of those right before it."""
    near = [tree.sentence.start for n, tree in trees.items() if number - _REACH <= n <= number]
    told = [
        (span.start, i)
        for i, claim in enumerate(claims)
        if claim.kind in _ENCOUNTERS and claim.status != "hypothetical"
        for span in claim.mentions or (claim.evidence,)
        if min(near) <= span.start < start
    ]
    return max(told, default=(0, None))[1]


def _joined(claim: EventClaim, found: Sequence[Participant]) -> EventClaim:
    """A claim with those whom it does not have; a state gives way to whom it sent."""
    known = {p.actor.id for p in claim.participants}
    sent = {p.actor.country for p in claim.participants if p.actor.kind == "person"}
    added = {p.actor.id: p for p in reversed(found) if not (p.actor.kind == "state" and p.actor.country in sent)}
    others = [added[key] for key in reversed(added) if key not in known]
    return msgspec.structs.replace(claim, participants=(*claim.participants, *others))
