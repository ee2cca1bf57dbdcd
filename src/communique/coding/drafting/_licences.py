"""Whether a frame tells of its kind in this clause: a journey leads abroad, a call is of two persons."""

from __future__ import annotations

from communique.codebook import VerbTrigger, word_classes
from communique.coding.drafting._arriving import goes_to_the_story
from communique.coding.drafting._look_alikes import is_look_alike
from communique.coding.places import pointed_at, where
from communique.coding.roles import Bound, MentionIndex
from communique.coding.tree import Tree
from communique.coding.triggers import BY_PHONE, things
from communique.linking import Linked, is_listed
from communique.parsing import is_time
from communique.types import Actor, Participant

__all__ = ["licensed"]

_MARKS = frozenset({'"', "“", "‘", "'", "``", "«"})
_SPEAKING = frozenset({"speak", "talk"})
_JOINT = frozenset({"agreement", "cooperation"})
_MEANWHILE = frozenset({"himself", "herself", "themselves", "also", "already", "back", "still", "now"})


def licensed(linked: Linked, bound: Bound, tree: Tree, mentions: MentionIndex) -> bool:
    """Whether a verb of motion takes a person abroad: "went to Paris" by a Frenchman is no visit.

    "The two sides exchanged views" says what a meeting told before was about: by itself it is none.
    """
    frame = bound.trigger.verb
    if tree.token(bound.trigger.at).lemma == "exchange" and bound.trigger.kind.family == "talks":
        return len({p.evidence for p in bound.participants}) > 1
    if frame is not None and frame.addressed:
        return _addressed(bound, tree)
    if bound.trigger.kind.kind == "clash" and bound.participants and all(map(_is_person, bound.participants)):
        return False  # "Rao has clashed with Silva": in words
    if frame is not None and bound.trigger.kind.kind == "clash" and len(bound.participants) < 2:
        if frame.bare and bound.participants:
            return False  # "the rebels have fought for years"
        if any(_is_civil(tree, i) for i in tree.subject(bound.trigger.at)):
            return False  # "civil war broke out": within a state
    if bound.trigger.kind.family in _JOINT and any(p.evidence.text.lower() == "we" for p in bound.participants):
        return False  # "'We signed the deal', Rao said": both sides did, and who they are is told elsewhere
    if bound.trigger.kind.family == "meeting" and any(_is_crowd(tree, i) for _, i in bound.slots):
        return False  # "Peru will host 200 people from Chile"
    if frame is not None and frame.thing == "fire" and [p.actor.kind for p in bound.participants] == ["person"]:
        return False  # "Rao held his fire on Silva": on her words
    if frame is not None and frame.lemma in _SPEAKING and (_is_to_a_land(tree, bound) or _is_speech(tree, bound)):
        return False
    if frame is not None and is_look_alike(tree, bound, frame):
        return False
    if frame is not None and bound.trigger.kind.kind == "treaty-left":
        return _may_leave(tree, bound, frame)
    if frame is None or not frame.abroad:
        return True
    if goes_to_the_story(tree, bound):
        return any(_is_known(p.actor) and p.actor.kind in ("person", "group") for p in bound.participants)
    bare = frame.lemma == "be" and frame.cue is None
    if bare and (tree.token(bound.trigger.at).tag == "VBG" or not _adjacent(tree, bound.trigger.at)):
        return False  # "described it as being in Peru"
    if any(role == "visitor" and tree.token(i).lemma in word_classes()["missiles"] for role, i in bound.slots):
        return False  # "Rao's missile can reach Peru"
    sent = any(tree.token(i).lemma in word_classes()["travellers"] for i in tree.subject(bound.trigger.at))
    movers = [p for p in bound.participants if p.role == "visitor" and (sent or p.actor.kind in ("person", "group"))]
    if frame.lemma == "be" and movers and all("ambassador" in (p.actor.office or "") for p in movers):
        return False  # "the ambassador was at the Foreign Office": who is posted there does not travel
    place = where(tree, bound, mentions) or pointed_at(linked, tree, bound, mentions)
    countries = {p.actor.country for p in bound.participants if p.role == "host"} | {place.country if place else None}
    countries |= {p.actor.id for p in bound.participants if p.role == "host" and p.actor.kind == "group"}
    foreign = {c for c in countries if c} - {p.actor.country for p in movers}
    if any(word == "from" and not _of_journey(tree, head, mentions) for word, head in tree.phrases(bound.trigger.at)):
        return False  # "the talks went from trade to Taiwan"
    return bool(movers) and bool(foreign) and any(_is_known(p.actor) for p in movers)


def _is_person(participant: Participant) -> bool:
    return participant.actor.kind == "person"


def _may_leave(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Denounced the pact between Peru and Chile": that of others; "Rao left the union": no state of hers."""
    others = any(word == "between" for i in things(tree, bound.trigger.at, frame) for word, _ in tree.phrases(i))
    leavers = [p.actor.kind for p in bound.participants if p.role == "actor"]
    return not others and (frame.object is None or any(kind != "person" for kind in leavers))


def _is_known(actor: Actor) -> bool:
    """Whether an actor is known to serve a state or body, not only to come from one: "Peru's Ana Rao"."""
    if actor.kind != "person":
        return actor.country is not None or actor.kind == "organisation"
    return actor.office is not None or is_listed(actor.name)


def _is_civil(tree: Tree, war: int) -> bool:
    return any(tree.token(i).lemma == "civil" for i in tree.children(war, "amod"))


def _is_crowd(tree: Tree, index: int) -> bool:
    """ "200 people", "refugees": whom a state takes in, and nobody meets."""
    return tree.token(index).tag in ("NNS", "NNP") and tree.token(index).lemma in word_classes()["crowd"]


def _is_to_a_land(tree: Tree, bound: Bound) -> bool:
    """ "Rao speaks to Peru": to its people, in a speech."""
    spoken_to = [p for i in tree.behind(bound.trigger.at, ("to",)) for p in bound.participants if _is_at(tree, i, p)]
    return bool(spoken_to) and all(p.actor.kind == "state" for p in spoken_to)


def _is_speech(tree: Tree, bound: Bound) -> bool:
    """ "Speaking at the launch, Rao and Silva said": to all, where nobody is named to whom."""
    verb = bound.trigger.at
    gerund = tree.token(verb).tag == "VBG" and tree.token(verb).dep == "advcl"
    return gerund and not tree.behind(verb, ("with", "to"))


def _is_at(tree: Tree, index: int, participant: Participant) -> bool:
    return participant.evidence.start <= tree.token(index).start < participant.evidence.end


def _of_journey(tree: Tree, head: int, mentions: MentionIndex) -> bool:
    """Whether one can travel from there, or from then."""
    token = tree.token(head)
    return bool(mentions.at(tree, head)) or is_time(token) or token.pos == "NUM"


def _addressed(bound: Bound, tree: Tree) -> bool:
    """ "Rao called Silva on Monday": two persons, and no more objects after the one called."""
    persons = len([p for p in bound.participants if p.actor.kind == "person"])
    if bound.trigger.verb is BY_PHONE and any(p.actor.country is None for p in bound.participants):
        return False  # "in a phone call he asked Mr Rao": whoever that is
    if bound.trigger.verb is not None and bound.trigger.verb.prepositions:
        return persons >= 2  # "called on Silva"
    objects = tree.children(bound.trigger.at, "obj")
    said = [i for i in tree.children(bound.trigger.at, "xcomp") if not tree.infinitive(i)]  # "called him to say …"
    if len(objects) > 1 or said or any(_is_called(tree, o) for o in objects):
        return False  # "called him a friend"
    if tree.token(min(bound.trigger.at + 1, len(tree.tokens) - 1)).text.lower() in ("out", "off", "on", "for"):
        return False  # "called out the minister"
    called = [t for o in objects for t in tree.with_conjuncts(o)]
    called += [i for t in called for i in tree.children(t, "appos") if i == t + 1]  # "her counterpart Ana Rao"
    after = max((i for t in called for i in (t, *tree.children(t, "flat"))), default=-1) + 1
    if after < len(tree.tokens) and tree.token(after).text.lower() == "as":
        return False  # "sees Rao as a friend"
    closed = (
        after >= len(tree.tokens)
        or tree.token(after).pos in ("ADP", "SCONJ", "PUNCT", "PART", "CCONJ")
        or is_time(tree.token(after))
        or {after, tree.token(after).head} & {*tree.children(bound.trigger.at, "obl:tmod", "obl:npmod", "advmod")}
    )
    return bool(closed) and persons >= 2


def _is_called(tree: Tree, named: int) -> bool:
    """ "called Rao, her rival, a friend": the last of several appositions is what somebody is called."""
    if tree.token(named - 1).text in _MARKS:
        return True  # "called each other “Mister”"
    after = range(named + 1, len(tree.tokens))
    nouns = [i for i in after if tree.token(i).pos == "NOUN" and tree.token(i).dep in ("appos", "conj")]
    behind = [i for i in nouns if tree.lies_under(i, named)]
    last = tree.children(max(behind), "det") if len(behind) > 1 else []
    return any(tree.token(i).text.lower() in ("a", "an") for i in last)


def _adjacent(tree: Tree, verb: int) -> bool:
    """ "Will be in China", "was himself in China": few words may stand between; "is welcome in China" is no journey."""
    starts = [min([head, *tree.children(head, "case")]) for _, head in tree.phrases(verb)]
    behind = verb + 1
    while behind < len(tree.tokens) and tree.token(behind).text.lower() in _MEANWHILE:
        behind += 1
    return behind in starts
