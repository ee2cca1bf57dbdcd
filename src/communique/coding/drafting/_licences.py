"""Whether a frame tells of its kind in this clause: a journey leads abroad, a call is of two persons."""

from __future__ import annotations

from collections.abc import Callable

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
    """Whether the words are of an event at all, and a verb of motion takes somebody abroad.

    "Went to Paris" by a Frenchman is no visit. "The two sides exchanged views" says what a meeting told before was
    about: by itself it is none.
    """
    frame, kind = bound.trigger.verb, bound.trigger.kind
    if tree.token(bound.trigger.at).lemma == "exchange" and kind.family == "talks":
        return len({p.evidence for p in bound.participants}) > 1
    if frame is not None and frame.addressed:
        return _addressed(bound, tree)
    if any(is_so(tree, bound) for is_so in _UNLIKE) or (frame is not None and _is_unlike(tree, bound, frame)):
        return False
    if frame is not None and kind.kind == "treaty-left":
        return _may_leave(tree, bound, frame)
    if frame is None or not frame.abroad:
        return True
    if goes_to_the_story(tree, bound):
        return any(_is_known(p.actor) and p.actor.kind in ("person", "group") for p in bound.participants)
    return not _is_no_journey(tree, bound, frame, mentions) and _leads_abroad(linked, tree, bound, mentions)


def _is_of_persons(tree: Tree, bound: Bound) -> bool:
    """ "Rao has clashed with Silva": in words."""
    return bound.trigger.kind.kind == "clash" and bool(bound.participants) and all(map(_is_person, bound.participants))


def _is_of_us(tree: Tree, bound: Bound) -> bool:
    """ "'We signed the deal', Rao said": both sides did, and who they are is told elsewhere."""
    joint = bound.trigger.kind.family in _JOINT
    return joint and any(p.evidence.text.lower() == "we" for p in bound.participants)


def _is_of_a_crowd(tree: Tree, bound: Bound) -> bool:
    """ "Peru will host 200 people from Chile"."""
    return bound.trigger.kind.family == "meeting" and any(_is_crowd(tree, i) for _, i in bound.slots)


_UNLIKE: tuple[Callable[[Tree, Bound], bool], ...] = (_is_of_persons, _is_of_us, _is_of_a_crowd)


def _is_unlike(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """Whether a verb means something else: a war within a state, fire that a person held, words, a look-alike."""
    one_sided = bound.trigger.kind.kind == "clash" and len(bound.participants) < 2
    if one_sided and frame.bare and bound.participants:
        return True  # "the rebels have fought for years"
    if one_sided and any(_is_civil(tree, i) for i in tree.subject(bound.trigger.at)):
        return True  # "civil war broke out": within a state
    if frame.thing == "fire" and [p.actor.kind for p in bound.participants] == ["person"]:
        return True  # "Rao held his fire on Silva": on her words
    if frame.lemma in _SPEAKING and (_is_to_a_land(tree, bound) or _is_speech(tree, bound)):
        return True
    return is_look_alike(tree, bound, frame)


def _is_no_journey(tree: Tree, bound: Bound, frame: VerbTrigger, mentions: MentionIndex) -> bool:
    """ "Described it as being in Peru", "Rao's missile can reach Peru", "the talks went from trade to Taiwan"."""
    at = bound.trigger.at
    bare = frame.lemma == "be" and frame.cue is None
    if bare and (tree.token(at).tag == "VBG" or not _adjacent(tree, at)):
        return True
    if any(role == "visitor" and tree.token(i).lemma in word_classes()["missiles"] for role, i in bound.slots):
        return True
    movers = _movers(tree, bound)
    if frame.lemma == "be" and movers and all("ambassador" in (p.actor.office or "") for p in movers):
        return True  # "the ambassador was at the Foreign Office": who is posted there does not travel
    return any(word == "from" and not _of_journey(tree, head, mentions) for word, head in tree.phrases(at))


def _movers(tree: Tree, bound: Bound) -> list[Participant]:
    """The visitors who can travel: persons and groups, and a state whose travellers are the subject."""
    sent = any(tree.token(i).lemma in word_classes()["travellers"] for i in tree.subject(bound.trigger.at))
    return [p for p in bound.participants if p.role == "visitor" and (sent or p.actor.kind in ("person", "group"))]


def _leads_abroad(linked: Linked, tree: Tree, bound: Bound, mentions: MentionIndex) -> bool:
    """Whether a known visitor goes to a country, or to a group, that is not his own."""
    movers, hosts = _movers(tree, bound), [p.actor for p in bound.participants if p.role == "host"]
    place = where(tree, bound, mentions) or pointed_at(linked, tree, bound, mentions)
    goals = {host.country for host in hosts} | {place.country if place else None}
    goals |= {host.id for host in hosts if host.kind == "group"}
    foreign = goals - {p.actor.country for p in movers} - {None}
    return bool(foreign) and any(_is_known(p.actor) for p in movers)


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
