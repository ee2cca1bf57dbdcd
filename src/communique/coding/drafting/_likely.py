"""Who likely has a part in an act for whom the codebook's frame has no place.

A frame knows where its sides mostly stand; news puts them elsewhere as well: "for Slovenia the deal signed with Malta
opens a market", "Tonga, whose ambassador Samoa expelled in May". What lies between the act and a name, weighed by a
network, says who takes part; what the clause or the story tells goes before. Last come those to whom the model of acts
gives the part: "congratulated its partners in Kenya".
"""

from __future__ import annotations

from communique.coding.drafting._agreement import TALKING, side
from communique.coding.drafting._refining import refined
from communique.coding.marks import Marked
from communique.coding.parts import parts
from communique.coding.roles import Bound, MentionIndex, bind
from communique.coding.tree import Tree
from communique.types import Participant, Role

__all__ = ["likely", "supposed"]

SURE = 0.8
"""How likely somebody must have the part. With 0.65 a few more events are found, and in news on other matters half of
what comes with them is wrong."""
_NAMED = frozenset({"visit", "call", "agreement"})
"""Kinds of which a noun may tell: "the attack" only names one."""
_TOLD_WHOLE = frozenset({"demand", "withdrawal"})
"""Kinds whose words name whom they concern, or concern nobody: "told reporters", "the war ended"."""
_OF_ENCOUNTERS: frozenset[Role] = frozenset({"party", "host", "visitor"})


def likely(tree: Tree, bound: Bound, mentions: MentionIndex) -> tuple[Participant, ...]:
    """Participants in the roles that the kind requires and nobody fills, where the clause names somebody at least."""
    lacking = _lacking(tree, bound) if bound.participants and _may_tell(bound) else frozenset()
    if not lacking:
        return ()
    taken = {i for _, i in bound.slots}
    inside = mentions.within(tree.sentence.start, tree.sentence.end)
    found = parts(tree, inside, bound.trigger.at, bound.trigger.kind, SURE)
    more = [(role, i) for role, i in found if role in lacking and i not in taken and not _is_of_content(tree, bound, i)]
    if not more:
        return ()
    whole = refined(tree, bind(tree, bound.trigger, mentions, more), mentions)
    known = {p.actor.id for p in bound.participants}
    return tuple(p for p in whole.participants if p.role in lacking and p.actor.id not in known)


def supposed(bound: Bound, marked: Marked) -> tuple[Participant, ...]:
    """Those to whom the model of acts gives the parts that too few fill, each side once, the likeliest first."""
    if bound.trigger.kind.kind in _TOLD_WHOLE:
        return ()
    named, wanted = {side(p.actor) for p in bound.participants}, _open_to_others(bound)
    if not wanted:
        return ()
    found: dict[str, Participant] = {}
    for role, mention in marked.likely(bound.trigger.at, bound.trigger.kind):
        for actor in mention.actors if role in wanted else ():
            if side(actor) not in named:
                found.setdefault(side(actor), Participant(role, actor, mention.span))
    return tuple(found.values())


def _open_to_others(bound: Bound) -> frozenset[Role]:
    """The roles that nobody fills of those that the kind requires, and that of a party, which needs two."""
    required = frozenset(bound.trigger.kind.requires)
    lacking = required - {p.role for p in bound.participants}
    return (lacking or required & {"party"}) if required else _OF_ENCOUNTERS


def _may_tell(bound: Bound) -> bool:
    """Nouns of journeys and accords; verbs, but those of what one side resolves to do: "Peru agreed to help".

    Who talks or meets is named with those words, or by the story: "impossible in a situation like this, said Rao".
    """
    kind, frame = bound.trigger.kind, bound.trigger.verb
    if kind.kind in TALKING:
        return False
    if frame is None:
        return kind.kind in _NAMED
    return kind.family != "agreement" or (frame.then or frame.content) is None


def _is_of_content(tree: Tree, bound: Bound, index: int) -> bool:
    """ "Discussed Iran", "recognises that Oslo has to spend": what a verb is about, where its frame asks for none."""
    frame, at = bound.trigger.verb, bound.trigger.at
    if frame is None or frame.content is not None:
        return False
    about = frame.object is None and index in tree.objects(at)
    return about or any(tree.lies_under(index, clause) for clause in tree.children(at, "ccomp"))


def _lacking(tree: Tree, bound: Bound) -> frozenset[Role]:
    """The roles that the kind requires, that too few fill, and in which the clause has nobody unnamed.

    "Critics in Brazil slammed the film", "Japan asked donors to help Haiti": the critics and the donors have the part.
    """
    kind, filled = bound.trigger.kind, [p.role for p in bound.participants]
    named = [p.evidence for p in bound.participants]
    unnamed = {role for role, i in bound.slots if not any(span.overlaps(tree.token(i)) for span in named)}
    return frozenset(role for role, count in kind.requires.items() if filled.count(role) < count) - unnamed
