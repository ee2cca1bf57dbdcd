"""Who takes part, in which role: the arguments of a trigger, bound inside its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import VerbTrigger, sayings, word_classes
from communique.coding.roles._aides import aides, companions
from communique.coding.roles._belongings import local_forces, owners_of_means, owners_of_targets, without_givers
from communique.coding.roles._beneficiaries import beneficiaries
from communique.coding.roles._groups import donors, gatherers, many_states, opposed_state, regions, unnamed_groups
from communique.coding.roles._mention_index import MentionIndex, is_country
from communique.coding.roles._noun_slots import carriers, light_verb, noun_slots
from communique.coding.roles._posts import hosts_of_envoys
from communique.coding.roles._verb_slots import verb_slots
from communique.coding.roles._victims import without_victims
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger, announcer, is_noun, things
from communique.linking import Mention, state_of
from communique.types import Actor, Participant, Role

__all__ = ["Bound", "bind"]

_JOINT = frozenset(
    "commission committee council mechanism dialogue consultation consultations forum partnership".split()
)
_ENCOUNTERS = frozenset({"meeting", "talks", "summit"})
_AIDED = frozenset({"visit", "meeting", "talks", "summit", "agreement"})
_STANDING = frozenset({"in", "near", "at", "outside", "inside", "within"})
_COMING = frozenset({"visit", "come", "attend", "guest", "travel"})
_SUCH = ["such", "as"]
_HYPHENS = re.compile("[-–]")
_AMONG = frozenset({"including", "among"})
_THOSE = frozenset({"the", "both", "these", "those", "all"})


_OWNING = frozenset({"sanction", "force", "aid", "expulsion"})
"""Families of acts that befall a state in what is its own: its banks and goods, its sailors, its people."""

_TOGETHER = frozenset({"border", "envoy", "embassy", "barbs"})
"""What two states can only mean of each other where they act on it together."""

_OF_DEEDS = frozenset({"support", "threat", "denial", "condemnation", "rejection", "apology", "concession"})
"""Kinds of what is said of a state's deeds and goods: "welcomed a vote in Peru", "objected to Peru's road"."""


_OF_PEOPLE = frozenset({"military-cooperation", "release"})
"""Kinds of whose sides one may be told by its people alone: "trained by Peruvian instructors", "bail to a Finn"."""

_OF_PERSONS = frozenset({"statement", "sanction"})  # "criticised Rao's speech", "sanctioned Rao's relatives"


class Bound(msgspec.Struct, frozen=True):
    """A trigger with its participants; ``anchors`` are the tokens that make up its clause.

    ``slots`` are the tokens at which the roles stand, also those whom nobody could name.
    """

    trigger: Trigger
    participants: tuple[Participant, ...]
    anchors: tuple[int, ...]
    slots: tuple[tuple[Role, int], ...] = ()


def bind(tree: Tree, trigger: Trigger, mentions: MentionIndex, more: Sequence[tuple[Role, int]] = ()) -> Bound:
    """Bind the roles that the clause licenses; a role that it does not stays empty.

    ``more`` are words at which roles stand beside those that the codebook has a place for.
    """
    if trigger.verb is not None:
        slots, anchors = list(verb_slots(tree, trigger)), _clause(tree, trigger)
    else:
        slots, anchors = noun_slots(tree, trigger)
    slots = [*slots, *(slot for slot in more if slot not in slots)]
    found = [p for role, token in slots for p in _participants(tree, token, role, mentions)]
    found = [*_called_home(tree, trigger, mentions), *found, *_among(tree, slots, mentions)]
    if trigger.verb is not None and trigger.verb.abroad and not _is_invited(tree, trigger.at, trigger.verb):
        # "have been to Peru, Ana Rao in 2004": not to see her
        found = [p for p in found if p.role != "host" or p.actor.kind != "person"]
    if trigger.kind.family in _AIDED and not _only_goes(trigger, found):
        found = [*aides(tree, anchors, mentions), *found]
    if trigger.kind.kind == "aid":
        slots, found = without_givers(tree, slots, found)
        found += beneficiaries(tree, trigger.at, found, mentions) if trigger.verb is not None else ()
    found = _with_company(tree, trigger, anchors, slots, found, mentions)
    found = _of_another(trigger, _mutual(tree, trigger, found))
    found = _with_groups(tree, trigger, slots, found, mentions)
    found = _as_journey(found) if trigger.kind.family == "visit" else found
    found = _without_invaded(tree, slots, found) if trigger.kind.family == "statement" else found
    found = without_victims(tree, trigger.kind.kind, slots, found)
    return Bound(trigger, _once(found), tuple(dict.fromkeys(anchors)), tuple(slots))


def _as_journey(found: Sequence[Participant]) -> list[Participant]:
    """A visit has no mediator: who is said to be one is its host.

    Hosts that one word means together with the visitor's home are misread: "the three countries" were others.
    """
    roles = [msgspec.structs.replace(p, role="host") if p.role == "mediator" else p for p in found]
    homes = {p.actor.country for p in roles if p.role == "visitor"} - {None}
    hosts = [p for p in roles if p.role == "host"]
    misread = {h.evidence for h in hosts if h.actor.country in homes} & {
        h.evidence for h in hosts if h.actor.country not in homes
    }
    return [p for p in roles if p.role != "host" or p.evidence not in misread]


def _without_invaded(tree: Tree, slots: Sequence[tuple[Role, int]], found: Sequence[Participant]) -> list[Participant]:
    """ "Condemned the Iraq invasion" is of whoever invaded it: a state's own name says where a war is."""
    wars = [i for role, i in slots if role == "target" and tree.token(i).lemma in word_classes()["invasion"]]
    there = [tree.token(i) for war in wars for i in tree.children(war, "compound") if tree.token(i).pos == "PROPN"]
    invaded = {p for p in found if p.actor.kind == "state" and any(p.evidence.overlaps(token) for token in there)}
    return [p for p in found if p.role != "target" or p not in invaded]


def _is_invited(tree: Tree, verb: int, frame: VerbTrigger) -> bool:
    """ "Rao invited Silva to be her guest": who invites to come is the host, where no place is told."""
    wished = tree.children(verb, "xcomp", "advcl", "ccomp") if frame.subject == "host" else []
    ways = [c for i in wished if tree.infinitive(i) for c in (i, *tree.children(i))]
    to_a_place = any(tree.token(o).pos == "PROPN" for i in wished for o in tree.children(i, "obj", "obl"))
    return not to_a_place and any(tree.token(i).lemma.lower() in _COMING for i in ways)


def _with_company(
    tree: Tree,
    trigger: Trigger,
    anchors: Sequence[int],
    slots: Sequence[tuple[Role, int]],
    found: list[Participant],
    mentions: MentionIndex,
) -> list[Participant]:
    """With those beside the sides: modifiers of a noun, who comes along, who gathers, whose the weapons are."""
    if trigger.verb is None:
        found += _modifiers(tree, trigger, mentions)
        found += _paired(tree, trigger, mentions) if len(_once(found)) < 2 else ()
    if trigger.kind.family == "visit":
        found += companions(tree, anchors, found, mentions)
        found += regions(tree, slots, mentions) if all(p.role != "host" for p in found) else ()
    if len({p.actor.id for p in found if p.actor.kind == "person"}) <= 1:
        found += _further_company(tree, trigger, mentions)
    if trigger.kind.family in _ENCOUNTERS:
        found += _at_which(tree, trigger, mentions) if trigger.verb is None else ()
        found += gatherers(tree, trigger.at, slots, mentions)
    if trigger.kind.family == "force":
        found += owners_of_means(tree, slots, mentions)
        found += local_forces(tree, slots, found, mentions)
    return found


def _with_groups(
    tree: Tree,
    trigger: Trigger,
    slots: Sequence[tuple[Role, int]],
    found: list[Participant],
    mentions: MentionIndex,
) -> list[Participant]:
    """With sides that no name of their own tells: owners of what is hit, groups, donors, who is opposed, who hosts."""
    if trigger.kind.family in _OWNING or trigger.kind.kind in _OF_DEEDS or _is_of_deeds(trigger):
        found += owners_of_targets(tree, slots, found, mentions, persons=trigger.kind.family in _OF_PERSONS)
    if trigger.kind.kind in _OF_PEOPLE:
        found += owners_of_targets(tree, slots, found, mentions, of="party")
    found += unnamed_groups(tree, slots, found, mentions)
    found += many_states(tree, slots, mentions)
    found += donors(tree, trigger, slots, mentions)
    found += opposed_state(trigger.kind.kind, found)
    found += hosts_of_envoys(tree, trigger, slots, found, mentions)
    return found


def _clause(tree: Tree, trigger: Trigger) -> list[int]:
    """A verb with those over its infinitive; a deed with the verb that announces it, or says what became of it."""
    if not is_noun(tree, trigger.at):
        return tree.chain(trigger.at)
    verb = announcer(tree, trigger.at)
    carrier = light_verb(tree, trigger.at) if verb is None else None
    if carrier is not None and tree.token(carrier).lemma in carriers(trigger.kind.kind):
        verb = carrier
    return [trigger.at, *tree.chain(verb)] if verb is not None else [trigger.at]


def _called_home(tree: Tree, trigger: Trigger, mentions: MentionIndex) -> Iterator[Participant]:
    """The envoys named whom their state recalls: they have a part in it, though the act is not theirs."""
    if trigger.kind.family == "recall" and trigger.verb is not None:
        named = (m for i in things(tree, trigger.at, trigger.verb) for m in mentions.at(tree, i) if m.form == "person")
        yield from (Participant("party", actor, m.span) for m in named for actor in m.actors)


def _among(tree: Tree, slots: Sequence[tuple[Role, int]], mentions: MentionIndex) -> Iterator[Participant]:
    """Those of a group who are named behind it: "six diplomats, including Consul Rao", "bodies such as the bloc"."""
    for role, index in slots:
        behind = index + 1 + (index + 1 < len(tree.tokens) and tree.token(index + 1).pos == "PUNCT")
        such = [token.text.lower() for token in tree.tokens[behind : behind + 2]] == _SUCH
        if such or (behind < len(tree.tokens) and tree.token(behind).text.lower() in _AMONG):
            named = tree.with_conjuncts(tree.token(behind).head)
            yield from (p for i in named if i > behind for p in _participants(tree, i, role, mentions))


def _is_of_deeds(trigger: Trigger) -> bool:
    """ "Said that Peru's road was illegal": what is said is of what somebody did, not what its people must do."""
    return trigger.verb is not None and trigger.verb.doer == "target" and trigger.verb.content != "duties"


def _at_which(tree: Tree, trigger: Trigger, mentions: MentionIndex) -> Iterator[Participant]:
    """ "A meeting at which Rao and Silva are expected": who does something there."""
    words = [token.text.lower() for token in tree.tokens]
    later = range(trigger.at + 1, len(words) - 1)
    start = next((i + 1 for i in later if words[i] in ("at", "in") and words[i + 1] == "which"), None)
    if start is None or any(tree.token(i).pos == "VERB" for i in range(trigger.at + 1, start)):
        return
    end = next((i for i in range(start, len(words)) if tree.token(i).pos in ("VERB", "AUX")), start)
    for index in range(start + 1, end):
        for mention in mentions.at(tree, index) if tree.token(index).dep.startswith(("nsubj", "conj")) else ():
            yield from (Participant("party", a, mention.span) for a in mention.actors if mention.form != "adjective")


def _only_goes(trigger: Trigger, found: Sequence[Participant]) -> bool:
    """ "They came at the invitation of Rao": who invites gives a journey no place to go to."""
    return trigger.verb is not None and trigger.verb.abroad and all(p.role != "host" for p in found)


def _mutual(tree: Tree, trigger: Trigger, found: list[Participant]) -> list[Participant]:
    """Of two sides on whom nobody acts, each acts on the other.

    "The border between Peru and Chile was closed", "Peru and Chile reopened the border", "appointed ambassadors".
    """
    verb = trigger.verb
    if verb is not None and verb.thing in _TOGETHER and not any(p.role == "target" for p in found):
        return _each_other(found)
    if verb is None or "between" not in dict(verb.prepositions) or not tree.passive(trigger.at):
        return found
    targets = [p for p in found if p.role == "target"]
    if len(targets) != 2 or len(found) != 2:
        return found
    return [msgspec.structs.replace(targets[0], role="actor"), targets[1]]


def _each_other(found: list[Participant]) -> list[Participant]:
    states = [p for p in found if p.role == "actor" and p.actor.kind == "state"]
    if len(states) != 2 or len(found) != 2:
        return found
    return [states[0], msgspec.structs.replace(states[1], role="target")]


def _of_another(trigger: Trigger, found: list[Participant]) -> list[Participant]:
    """ "Rao said that the two countries should stand together": what is said of one's own side is aimed at nobody."""
    if trigger.verb is None or trigger.verb.content is None:
        return found
    own = {p.actor.country for p in found if p.role == "actor"}
    if trigger.verb.doer == "actor":
        return found if len(own) < 2 else []  # "Peru warned that Chile would hit back"
    aimed = any(p.role == "target" and p.actor.country in own for p in found)
    return [p for p in found if p.role != "target"] if aimed else found


def _further_company(tree: Tree, trigger: Trigger, mentions: MentionIndex) -> Iterator[Participant]:
    """ "talks at the level of ministers with Minister Rao": a person whom the parser hung on a noun in between.

    Of states only those "between" whom it is, and which hang on the event's own noun: "talks on trade between A and B".
    """
    roles = dict(trigger.verb.prepositions if trigger.verb is not None else trigger.kind.prepositions)
    clause = tree.governing_verb(trigger.at) if trigger.verb is None else trigger.at
    if "with" not in roles or clause is None:
        return
    for index in range(trigger.at + 1, len(tree.tokens)):
        word = tree.preposition(index) if tree.token(index).dep == "nmod" else ""
        near = tree.governing_verb(index) == clause
        if word == "between":
            near = tree.lies_under(index, trigger.at) or (near and _is_told(tree, trigger, clause))
        if word in ("with", "between") and word in roles and near:
            company = (p for i in tree.with_conjuncts(index) for p in _participants(tree, i, roles[word], mentions))
            yield from (p for p in company if word == "between" or p.actor.kind == "person")


def _is_told(tree: Tree, trigger: Trigger, verb: int) -> bool:
    """Whether a clause says no more of its subject than that it is: "talks are under way in Oslo between …"."""
    token = tree.token(trigger.at)
    return (
        token.dep.startswith("nsubj") and token.head == verb and tree.token(verb).lemma in carriers(trigger.kind.kind)
    )


def _participants(tree: Tree, index: int, role: Role, mentions: MentionIndex) -> Iterator[Participant]:
    found = mentions.at(tree, index)
    if role == "target" and not found and tree.token(index).lemma in word_classes()["site"]:
        found = _whose_site(tree, index, mentions)
    if role == "actor" and not found and tree.token(index).lemma in sayings().voices:
        found = mentions.owners(tree, index)  # "Rao's office said"
    found = found or mentions.own(tree, index)
    inside = mentions.state(tree, index) if all(m.form in ("title", "person") for m in found) else None
    if inside is not None and all(m.form == "title" or inside[0].country != a.country for m in found for a in m.actors):
        yield Participant(role, *inside)
        return
    if role == "host" and not any(m.actors or m.place for m in found if m.form != "person" or _is_titled(m)):
        found = mentions.place(tree, index) or found
    if found and all(m.form == "body" for m in found):
        found = [*_coordinated(tree, index, mentions), *found]
    if tree.token(index).dep == "compound" and role != "host":
        found = [m for m in found if m.place is None or is_country(m.place)]  # "the Paris agreement" is not France's
    for mention in found:
        if mention.form == "adjective" and role != "target" and (_is_some(tree, index) or _is_civil(tree, index)):
            continue
        for actor in mention.actors or _host_state(mention, role):
            yield Participant(role, actor, mention.span)


def _is_civil(tree: Tree, index: int) -> bool:
    """ "The Peruvian-Chilean Business Association": of firms and people, and no state's."""
    return tree.token(index).lemma.lower() in word_classes()["civil-bodies"]


def _is_some(tree: Tree, index: int) -> bool:
    """ "Many Kenyans", "the Kenyans of Peru", not "the Kenyans": people of a country who do not act for it."""
    some = [i for i in tree.children(index, "amod", "nummod", "det") if tree.token(i).text.lower() not in _THOSE]
    abroad = [i for word, i in tree.phrases(index) if word in ("of", "in", "from")]
    return tree.token(index).tag in ("NNS", "NNPS") and bool(some + abroad) and tree.token(index).text[0].isupper()


def _coordinated(tree: Tree, index: int, mentions: MentionIndex) -> list[Mention]:
    """ "Chilean and Peruvian troops": the first adjective, where the name of the body holds the second alone."""
    joined = [i for i in tree.children(index, "amod", "compound") if tree.children(i, "conj")]
    return [m for i in joined for m in mentions.within(tree.token(i).start, tree.token(i).end) if m.form == "adjective"]


def _whose_site(tree: Tree, index: int, mentions: MentionIndex) -> list[Mention]:
    """ "Hezbollah positions", "a base of the rebels"; else where it stands: "a compound in Doha"."""
    above = tree.parent(index)
    phrases = [*tree.phrases(index), *(tree.phrases(above) if above is not None else ())]
    phrases += [inner for i in tree.children(index, "appos") for inner in tree.phrases(i)]
    phrases += [inner for _, head in phrases for inner in tree.phrases(head)]  # "a camp a mile inside Peru"
    standing = [head for word, head in phrases if word in _STANDING]
    return mentions.owners(tree, index) or [m for head in standing for m in mentions.at(tree, head)]


def _paired(tree: Tree, trigger: Trigger, mentions: MentionIndex) -> Iterator[Participant]:
    """Two states with a hyphen before the noun, or before the joint body that sits: "India-Peru Joint Commission"."""
    role = trigger.kind.modifier.get("state")
    bodies = [i for word, i in tree.phrases(trigger.at) if word == "of" and tree.token(i).lemma.lower() in _JOINT]
    for index in range(len(tree.tokens)):
        token = tree.token(index)
        inside = token.dep in ("compound", "amod") and not _is_civil(tree, token.head)
        inside = inside and any(tree.lies_under(index, i) for i in (trigger.at, *bodies))
        found = mentions.within(token.start, token.end) if inside and ("-" in token.text or "–" in token.text) else []
        if role is not None and len(found) == 2:
            yield from (Participant(role, actor, m.span) for m in found for actor in m.actors if actor.kind == "state")
        elif role is not None and inside and not found:
            names = [mentions.called(name) for name in _HYPHENS.split(token.text)]
            pair = [actor for actor in names if actor is not None]
            span = mentions.span(token.start, token.end)
            yield from (Participant(role, actor, span) for actor in pair if len(names) == len(pair) == 2)


def _is_titled(mention: Mention) -> bool:
    return any(a.country is not None or a.office is not None for a in mention.actors)


def _modifiers(tree: Tree, trigger: Trigger, mentions: MentionIndex) -> Iterator[Participant]:
    """States and persons right before the noun: "China visit" names the host, "Lavrov visit" the visitor."""
    tokens = [tree.token(i) for i in tree.children(trigger.at, "amod", "compound")]
    before = [m for t in tokens for m in mentions.within(t.start, t.end)]
    if trigger.kind.kind == "summit" and len([m for m in before if m.actors]) == 1 and before[0].place is not None:
        return  # "the Singapore summit" is held there; "the India–Nepal summit" is theirs
    for mention in before:
        if mention.form == "adjective" and "visitor" in trigger.kind.modifier.values():
            continue
        if trigger.dated and mention.place is not None and not is_country(mention.place):
            continue  # "the 2015 Lima agreement" was made there, not by Peru
        for actor in mention.actors:
            role = trigger.kind.modifier.get(actor.kind)
            if role is not None:
                yield Participant(role, actor, mention.span)


def _host_state(mention: Mention, role: Role) -> tuple[Actor, ...]:
    """A visit to a city is a visit to its state, and so is an attack on it."""
    country = mention.place.country if mention.place else None
    state = state_of(country) if country and role in ("host", "target") else None
    return (state,) if state else ()


def _once(participants: Sequence[Participant]) -> tuple[Participant, ...]:
    """Each actor once, in its first role."""
    seen: dict[str, Participant] = {}
    for participant in participants:
        seen.setdefault(participant.actor.id, participant)
    return tuple(seen.values())
