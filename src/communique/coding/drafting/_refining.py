"""Which kind of encounter the words tell of, once it is known who came together.

A leader who receives a leader at home is visited by him; who hosts several at once holds a meeting; negotiators of two
states who sit down hold talks; the leaders of a bloc, or of three states, meet in a summit.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from communique.codebook import organisations, word_classes
from communique.coding.drafting._agreement import TALKING, is_of_many
from communique.coding.drafting._leading import leads
from communique.coding.places import where
from communique.coding.roles import Bound, MentionIndex
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger, kind_named
from communique.linking import state_of
from communique.parsing import is_time
from communique.types import Actor, Participant

__all__ = ["refined"]

_RECEIVING = frozenset({"host", "welcome", "receive", "greet"})
_SITTING = frozenset({"sit", "come", "get", "spend", "confer"})
_CONVENING = frozenset({"meet", "gather", "convene", "assemble"})
_LEADERS = frozenset({"leader", "head"})
_GATHERINGS = frozenset({"gathering", "get-together"})
_SESSIONS = frozenset({"session", "sitting"})
_OF_LEADERS = frozenset({"union", "alliance", "regional", "forum"})
_ROUND = 3  # from this many states on leaders who meet hold a summit


def refined(tree: Tree, bound: Bound, mentions: MentionIndex) -> Bound:
    """The bound trigger under the kind that those who came together make it, with a chair that the place tells."""
    told = _by_company(tree, _tested(tree, _closed(bound)), mentions)
    return _with_other_chair(tree, _visited(tree, told, mentions), mentions)


def _tested(tree: Tree, bound: Bound) -> Bound:
    """Missiles that are fired at nobody show what one has."""
    frame = bound.trigger.verb
    fired = frame is not None and frame.thing == "missiles" and bound.trigger.kind.kind == "attack"
    aimed = any(role == "target" and not is_time(tree.token(i)) for role, i in bound.slots)
    return _under("show-of-force", bound) if fired and not aimed else bound


def _closed(bound: Bound) -> Bound:
    """Who closes the embassy of another state closes it to that one."""
    frame, doers = bound.trigger.verb, [p for p in bound.participants if p.role == "actor"]
    if frame is None or frame.thing != "embassy" or bound.trigger.kind.kind != "relations-cut":
        return bound
    doer = next((p for p in doers if not _is_mission(p)), None)
    foreign = [p for p in doers if doer is not None and _is_mission(p) and p.actor.country != doer.actor.country]
    if doer is None or not foreign:
        return bound
    aimed = tuple(msgspec.structs.replace(p, role="target") for p in foreign)
    return _under("mission-closed", msgspec.structs.replace(bound, participants=(doer, *aimed)))


def _is_mission(participant: Participant) -> bool:
    return any(word in word_classes()["embassy"] for word in participant.evidence.text.lower().split())


def _by_company(tree: Tree, bound: Bound, mentions: MentionIndex) -> Bound:
    frame, kind = bound.trigger.verb, bound.trigger.kind
    if frame is None and kind.kind == "meeting":
        return _of_leaders(tree, bound, mentions)
    if frame is None:
        at = bound.trigger.at
        sat = tree.token(at).lemma in _SESSIONS and _meet(bound.participants) and not tree.behind(at, ("of",))
        body = kind.kind == "talks" and _is_of_body(bound.participants)
        return _under("meeting", bound) if body or sat else bound
    if kind.kind == "visit" and frame.lemma in _RECEIVING and _are_several(bound.participants):
        parties = tuple(msgspec.structs.replace(p, role="party") for p in bound.participants if p.role == "visitor")
        hosts = tuple(p for p in bound.participants if p.role != "visitor")
        name = "summit" if _are_led(bound) else "meeting"
        return _under(name, msgspec.structs.replace(bound, participants=(*hosts, *parties)))
    if kind.kind == "meeting" and frame.lemma in _SITTING and _negotiate(bound.participants):
        return _under("talks", bound)
    return _under("summit", bound) if kind.kind == "meeting" and (_are_led(bound) or _of_bloc(tree, bound)) else bound


def _are_led(bound: Bound) -> bool:
    """Whether the leaders of several states come together."""
    led = {p.actor.country for p in bound.participants if p.role != "mediator" and _is_leader(p.actor)}
    return len(led) >= _ROUND


def _of_leaders(tree: Tree, bound: Bound, mentions: MentionIndex) -> Bound:
    """ "The ASEAN gathering", "Rao attended the G20 meeting": a bloc gathers in its leaders, unless ministers are told.

    "The meeting of the bloc" alone may be of its ambassadors.
    """
    at = bound.trigger.at
    before = [i for i in tree.children(at, "compound", "amod", "nmod", "nmod:poss") if i < at]
    named = [m for i in before for m in mentions.at(tree, i)]
    blocs = [Participant("party", a, m.span) for m in named for a in m.actors if a.id in _blocs()]
    led = any(_is_leader(p.actor) for p in bound.participants)
    if tree.token(at).lemma == "trilateral" and _are_led(bound):
        return _under("summit", bound)
    if not blocs or not (led or tree.token(at).lemma in _GATHERINGS) or _is_of_ministers(tree, bound):
        return bound
    known = {p.actor.id for p in blocs}
    others = tuple(p for p in bound.participants if p.actor.id not in known)
    return _under("summit", msgspec.structs.replace(bound, participants=(*others, *blocs)))


def _is_of_ministers(tree: Tree, bound: Bound) -> bool:
    """ "The ministerial gathering of the bloc", "Foreign Minister Rao attended its gathering"."""
    words = {tree.token(i).lemma.lower() for i in range(len(tree.tokens)) if tree.lies_under(i, bound.trigger.at)}
    attending = [p.actor for p in bound.participants if p.actor.kind == "person" and p.role == "party"]
    return not words.isdisjoint(word_classes()["below-leaders"]) or (
        bool(attending) and not any(map(_is_leader, attending))
    )


@cache
def _blocs() -> frozenset[str]:
    """Ids of the bodies of states whose leaders meet."""
    return frozenset(o.id for o in organisations() if o.kind in _OF_LEADERS and o.country is None)


def _is_of_body(participants: Sequence[Participant]) -> bool:
    """ "The Council held a special session": a body alone meets, and negotiates with nobody."""
    return len(participants) == 1 and participants[0].actor.kind == "organisation"


def _meet(participants: Sequence[Participant]) -> bool:
    """Whether ministers or persons sit, and not only those whom states send to negotiate."""
    told = [p for p in participants if p.role != "host"]
    return bool(told) and not _negotiate(told)


def _is_leader(actor: Actor) -> bool:
    """Whether somebody leads a state, be it that no more is told than "the leaders of Peru, Chile and Cuba"."""
    return leads(actor) or (actor.unnamed and actor.office == "leader")


def _with_other_chair(tree: Tree, bound: Bound, mentions: MentionIndex) -> Bound:
    """ "Rao co-chaired the committee's meeting in Lima": abroad the other chair is of the state of the place."""
    shared = bound.trigger.kind.kind in TALKING and any(tree.token(i).lemma == "co-chair" for i in bound.anchors)
    parties = [p for p in bound.participants if p.role == "party"]
    place = where(tree, bound, mentions) if shared and len(parties) == 1 else None
    state = state_of(place.country) if place is not None and place.country is not None else None
    if place is None or state is None or parties[0].actor.country in (None, state.country):
        return bound
    evidence = place.evidence or parties[0].evidence
    return msgspec.structs.replace(bound, participants=(*bound.participants, Participant("party", state, evidence)))


def _under(name: str, bound: Bound) -> Bound:
    trigger = bound.trigger
    return msgspec.structs.replace(bound, trigger=Trigger(kind_named(name), trigger.at, trigger.verb))


def _are_several(participants: Sequence[Participant]) -> bool:
    """Whether guests of more than one state came."""
    return len({p.actor.country for p in participants if p.role == "visitor" and p.actor.country}) > 1


def _negotiate(participants: Sequence[Participant]) -> bool:
    """Whether two states, groups or their negotiators came together, and nobody in person."""
    parties = [p.actor for p in participants if p.role == "party"]
    return len(parties) > 1 and all(
        a.kind in ("state", "government", "group", "organisation") or _is_sent(a.office) for a in parties
    )


def _is_sent(office: str | None) -> bool:
    return office is not None and office.startswith(("negotiator", "diplomat", "official"))


def _of_bloc(tree: Tree, bound: Bound) -> bool:
    """ "Leaders of the bloc met in Lima", "Arab leaders gathered", "Pacific heads of government gather"."""
    verb = bound.trigger.at
    lead = any(tree.token(i).lemma in _LEADERS for i in tree.subject(verb))
    many = [p for p in bound.participants if p.actor.kind == "organisation" or is_of_many(p.actor)]
    return tree.token(verb).lemma in _CONVENING and lead and bool(many) and len(many) == len(bound.participants)


def _visited(tree: Tree, bound: Bound, mentions: MentionIndex) -> Bound:
    """A leader whom a leader receives in his country visits it; envoys and ministers are only met."""
    frame, kind = bound.trigger.verb, bound.trigger.kind
    place = where(tree, bound, mentions) if kind.kind == "meeting" and frame and frame.lemma == "receive" else None
    if place is None:
        return bound
    hosts = [p.actor for p in bound.participants if p.role == "host"]
    guests = [p.actor for p in bound.participants if p.role == "visitor"]
    at_home = len(hosts) == len(guests) == 1 and hosts[0].country == place.country != guests[0].country
    return _under("visit", bound) if at_home and leads(hosts[0]) and leads(guests[0]) else bound
