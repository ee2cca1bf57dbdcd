"""Who takes part, in which role: the arguments of a trigger, bound inside its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import VerbTrigger, sayings, status_cues, word_classes
from communique.codebook.calendar import CALENDAR_WORDS
from communique.coding._accords import ending
from communique.coding._acts import act_slots, things
from communique.coding._aides import aides, companions
from communique.coding._belongings import local_forces, owners_of_means, owners_of_targets, without_givers
from communique.coding._beneficiaries import beneficiaries
from communique.coding._deeds import announcer, deed_doers, is_noun
from communique.coding._groups import donors, gatherers, many_states, opposed_state, regions, unnamed_groups
from communique.coding._mention_index import MentionIndex, is_country
from communique.coding._posts import hosts_of_envoys
from communique.coding._status import outcomes
from communique.coding._tree import Tree
from communique.coding._triggers import Trigger, kind_named
from communique.linking import Mention, state_of
from communique.types import Actor, Participant, Role

__all__ = ["Bound", "bind"]

_MEANWHILE = frozenset({"in", "during", "at", "after", "before", "following", "ahead of"})
_COMPANY = _MEANWHILE | {"for"}  # "flew to Oslo for talks with Rao"
_SCHEDULING = ("take", "be", "schedule", "plan", "expect")
_MEASURES = frozenset("day week hour round series session set month weekend night cycle phase bout".split())
_HELD = frozenset({"co-chair", "chair", "hold", "lead", "attend", "conduct"})  # "talks were held by Rao and Silva"
_DECIDING = frozenset({"decide", "order", "decree", "rule", "resolve", "vote", "agree", "determine", "announce"})
_JOINT = frozenset(
    "commission committee council mechanism dialogue consultation consultations forum partnership".split()
)
_ENCOUNTERS = frozenset({"meeting", "talks", "summit"})
_AIDED = frozenset({"visit", "meeting", "talks", "summit", "agreement"})
_STANDING = frozenset({"in", "near", "at", "outside", "inside", "within"})
_COMING = frozenset({"visit", "come", "attend", "guest", "travel"})
_SUCH = ["such", "as"]
_TELLING = frozenset("cite report describe mention condemn criticise criticize welcome praise investigate".split())
_HYPHENS = re.compile("[-–]")
_LED_TO = frozenset({"after", "following", "at", "in"})
_PHASES = frozenset({"end", "start", "beginning", "close", "conclusion", "course", "day", "eve"})
_AMONG = frozenset({"including", "among"})
_OWN = frozenset({"his", "her", "its", "their"})
_COPULAR = frozenset({"be", "take", "occur", "happen", "include", "call", "set", "put", "bring"})


_OWNING = frozenset({"sanction", "force", "aid", "expulsion"})
"""Families of acts that befall a state in what is its own: its banks and goods, its sailors, its people."""

_TOGETHER = frozenset({"border", "envoy", "embassy", "barbs"})
"""What two states can only mean of each other where they act on it together."""

_OF_DEEDS = frozenset({"support", "threat", "denial", "condemnation", "rejection", "apology", "concession"})
"""Kinds of what is said of a state's deeds and goods: "welcomed a vote in Peru", "objected to Peru's road"."""


_OF_PERSONS = frozenset({"statement", "sanction"})  # "criticised Rao's speech", "sanctioned Rao's relatives"
_BY_INSTRUMENT = frozenset({"sanction", "aid"})
_INSTRUMENTS = frozenset("decree order law bill package measure resolution act legislation rule executive".split())
"""What somebody adopts that then does something: "a law that bans imports"."""


class Bound(msgspec.Struct, frozen=True):
    """A trigger with its participants; ``anchors`` are the tokens that make up its clause.

    ``slots`` are the tokens at which the roles stand, also those whom nobody could name.
    """

    trigger: Trigger
    participants: tuple[Participant, ...]
    anchors: tuple[int, ...]
    slots: tuple[tuple[Role, int], ...] = ()


def bind(tree: Tree, trigger: Trigger, mentions: MentionIndex) -> Bound:
    """Bind the roles that the clause licenses; a role that it does not stays empty."""
    if trigger.verb is not None:
        slots, anchors = list(_verb_slots(tree, trigger)), _clause(tree, trigger)
    else:
        slots, anchors = _noun_slots(tree, trigger)
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
    return Bound(trigger, _once(found), tuple(dict.fromkeys(anchors)), tuple(slots))


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
    carrier = _light_verb(tree, trigger.at) if verb is None else None
    if carrier is not None and tree.token(carrier).lemma in _carriers(trigger.kind.kind):
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
        token.dep.startswith("nsubj") and token.head == verb and tree.token(verb).lemma in _carriers(trigger.kind.kind)
    )


def _verb_slots(tree: Tree, trigger: Trigger) -> Iterator[tuple[Role, int]]:
    frame, verb = trigger.verb, trigger.at
    if frame is None:
        return
    subject, other = frame.subject, frame.object if frame.thing is None or frame.through else None
    if tree.token(verb).lemma in trigger.kind.mediating and trigger.kind.requires:
        subject = "mediator"
    if tree.passive(verb) or _is_told_to(tree, trigger):
        sufferers = tree.subject(verb) or ([tree.token(verb).head] if tree.token(verb).dep == "acl" else [])
        if other is not None:
            yield from ((other, i) for i in sufferers)
        if subject is not None:
            yield from ((subject, i) for i in tree.agents(verb) or _deciders(tree, verb))
    else:
        if subject is not None:
            yield from ((subject, i) for i in _doers(tree, trigger))
        if other is not None:
            named = tree.children(verb, "iobj") if frame.indirect is None else []  # "designated Rao a terrorist"
            nominal = is_noun(tree, verb) and frame.thing is None  # "the recognition of Peru and Chile"
            objects = tree.behind(verb, ("of",)) if nominal else tree.objects(verb)
            yield from ((other, i) for i in (*named, *objects))
    roles = dict(frame.prepositions)
    bare = tree.objects(verb) if other is None else []  # "exchanged views with Rao"
    aimed = [(word, head) for at in (verb, *bare) for word, head in tree.phrases(at) if word in roles]
    for word, head in aimed[:1] if frame.abroad else aimed:
        yield from ((roles[word], i) for i in tree.with_conjuncts(head))
    yield from act_slots(tree, verb, frame)
    if frame.subject == "visitor" and _is_attribute(tree, verb):
        yield from (("host", i) for i in _visited(tree, tree.token(verb).head))


def _is_attribute(tree: Tree, verb: int) -> bool:
    return tree.token(verb).dep == "amod" and tree.token(verb).tag == "VBG"


def _visited(tree: Tree, guest: int) -> list[int]:
    """ "Rao met the visiting minister in Lima", "the visiting minister said in Lima": where, else whom he is with."""
    verb = tree.governing_verb(guest)
    if verb is None:
        return []
    places = [i for word, i in tree.phrases(verb) if word == "in" and tree.token(i).pos == "PROPN"]
    met = tree.token(guest).dep == "obj" or tree.preposition(guest) == "with"
    return places or (tree.subject(verb) if met else [])


def _doers(tree: Tree, trigger: Trigger) -> list[int]:
    """Who does it; of "measures that ban imports" who adopted them."""
    if is_noun(tree, trigger.at):
        return deed_doers(tree, trigger.at)
    doers, verb = tree.subject(trigger.at), tree.token(trigger.at)
    if _is_attribute(tree, trigger.at):
        return [verb.head]  # "the visiting Peruvian minister"
    if trigger.kind.family not in _BY_INSTRUMENT or not verb.dep.startswith("acl"):
        return doers
    return [a for i in doers for a in _adopters(tree, i) or [i]]


def _adopters(tree: Tree, instrument: int) -> list[int]:
    """ "Peru adopted a package of measures", "a decree was signed by Rao"."""
    if tree.token(instrument).lemma not in _INSTRUMENTS:
        return []
    top = instrument
    while tree.token(top).dep == "nmod" and tree.preposition(top) == "of":
        top = tree.token(top).head
    above = tree.parent(top)
    if above is None or top not in (*tree.objects(above), *tree.subject(above)):
        return []
    return tree.agents(above) if tree.passive(above) else [i for i in tree.subject(above) if i != top]


def _is_told_to(tree: Tree, trigger: Trigger) -> bool:
    """ "Envoy told to leave": a headline's passive, for who tells somebody to leave tells it to somebody."""
    frame, verb = trigger.verb, trigger.at
    bare = tree.token(verb).tag in ("VBN", "VBD") and not tree.children(verb, "obj", "iobj", "aux")
    return frame is not None and frame.object is not None and frame.then not in (None, "any") and bare


def _deciders(tree: Tree, verb: int) -> list[int]:
    """ "The Council decided that the sanctions are lifted": who decides does it."""
    above = tree.parent(verb) if tree.token(verb).dep == "ccomp" else None
    return tree.subject(above) if above is not None and tree.token(above).lemma in _DECIDING else []


def _noun_slots(tree: Tree, trigger: Trigger) -> tuple[list[tuple[Role, int]], list[int]]:
    kind, noun = trigger.kind, trigger.at
    slots: list[tuple[Role, int]] = [(kind.owner, i) for i in tree.owners(noun)]
    slots += _phrase_slots(tree, noun, trigger)
    if kind.owner == "visitor" and tree.token(noun).dep == "nmod" and tree.preposition(noun) in ("on", "during"):
        slots.append((kind.owner, tree.token(noun).head))  # "Silva, on a visit to Oslo, said"
    if kind.owner == "party" and _is_said_of_root(tree, noun):
        slots += [(kind.owner, i) for i in tree.with_conjuncts(tree.token(noun).head)]
    slots += _relative_slots(tree, trigger)
    anchors = [noun]
    for participle in tree.children(noun, "acl"):
        told = tree.token(participle).lemma in _TELLING  # "the talks reported by Rao": hers is the report
        slots += [] if told else _phrase_slots(tree, participle, trigger)
        anchors.append(participle)
    verb = _light_verb(tree, noun)
    if verb is None:
        verb = _company(tree, noun)
    anchors += ending(tree, noun) if trigger.dated else []
    slots += [(kind.owner, i) for i in _acting(tree, trigger)]
    if verb is not None and tree.token(verb).lemma == "invite" and kind.owner == "visitor":
        slots += _invitation(tree, verb)
        anchors.append(verb)
    if verb is not None and _in_company(tree, noun, trigger):
        slots += [(kind.owner, i) for i in tree.subject(verb)]
        anchors += tree.chain(verb) if tree.preposition(noun) == "for" else []
    if verb is not None and tree.token(verb).lemma in _carriers(trigger.kind.kind):
        anchors += tree.chain(verb)
        slots += _light_slots(tree, verb, trigger)
    slots += _behind(tree, noun, trigger)
    return slots, anchors


def _is_said_of_root(tree: Tree, noun: int) -> bool:
    """A headline without a verb: "Rao in Oslo for talks with Silva"."""
    head = tree.token(noun).head
    named = tree.token(head).pos == "PROPN" and tree.token(head).dep == "root" and tree.token(noun).dep == "nmod"
    return named and tree.preposition(noun) == "for"


def _relative_slots(tree: Tree, trigger: Trigger) -> Iterator[tuple[Role, int]]:
    """ "The trip on which Rao set out", "a session of the commission, which Peru hosts"."""
    kind, noun = trigger.kind, trigger.at
    for clause in tree.children(noun, "acl:relcl"):
        fronted = [i for word, i in tree.phrases(clause) if tree.token(i).text.lower() == "which" and word == "on"]
        yield from ((kind.owner, i) for i in tree.subject(clause) if fronted)
    for clause in (c for i in (noun, *_parts(tree, noun)) for c in tree.children(i, "acl:relcl")):
        hosted = tree.token(clause).lemma in kind.convening and not tree.passive(clause)
        named = (i for i in tree.children(clause, "nsubj") if tree.token(i).pos != "PRON")
        yield from (("host", i) for i in named if hosted)


def _acting(tree: Tree, trigger: Trigger) -> list[int]:
    """Who does something at the end of it: "Rao spoke at the end of a visit", "Rao and Silva signed" after talks."""
    visit = trigger.kind.owner == "visitor"
    if not visit and trigger.kind.family not in _ENCOUNTERS:
        return []
    verb = _phase(tree, trigger.at)
    verb = _aftermath(tree, trigger) if verb is None and not visit else verb
    found = tree.subject(verb) if verb is not None else []
    many = len(found) > 1 or any(
        tree.token(i).lemma in word_classes()["gatherers"] for i in found if _is_plural(tree, i)
    )
    return found if visit or many else []


def _is_plural(tree: Tree, index: int) -> bool:
    return tree.token(index).tag in ("NNS", "NNPS")


def _aftermath(tree: Tree, trigger: Trigger) -> int | None:
    """The verb of "after six days of talks, Rao and Silva signed", "approved it at a summit", where nobody else met."""
    noun = trigger.at
    top = tree.token(noun).head if _measured(tree, noun) else noun
    named = [word for word, i in tree.phrases(noun) if tree.token(i).pos == "PROPN" or word == "of"]
    own = [word for word in named if word == "of" or word in trigger.kind.prepositions]
    others = [i for i in tree.children(noun, "nmod:poss") if tree.token(i).text.lower() != "their"]
    beside = tree.token(top).dep in ("obl", "nmod") and tree.preposition(top) in _LED_TO
    return tree.governing_verb(top) if beside and not own and not others else None


def _parts(tree: Tree, noun: int) -> list[int]:
    """What stands behind "of": "a session of the commission, which Rao hosts"."""
    return [i for word, i in tree.phrases(noun) if word == "of"]


def _behind(tree: Tree, noun: int, trigger: Trigger) -> list[tuple[Role, int]]:
    """In "will include talks with Rao" the phrase right behind the noun is the noun's, though it hang on the verb."""
    verb = tree.parent(noun)
    if verb is None or tree.token(verb).pos != "VERB":
        return []
    roles = _roles(tree, trigger)
    last = noun + (
        noun + 1 < len(tree.tokens) and tree.token(noun + 1).pos == "PUNCT" and tree.token(noun + 1).text != ","
    )
    near = [(word, i) for word, i in tree.phrases(verb) if word in roles and tree.opening(i) == last + 1]
    return [(roles[word], i) for word, head in near for i in tree.with_conjuncts(head)]


def _phrase_slots(tree: Tree, head: int, trigger: Trigger) -> list[tuple[Role, int]]:
    """What hangs on a noun or its participle; "a visit of three days to Oslo" is to Oslo and of nobody's."""
    of_whom: Role = "host" if tree.token(head).lemma == "tour" and trigger.at == head else trigger.kind.owner
    named: dict[str, Role] = {} if trigger.dated else {"of": of_whom}  # "the 1951 Treaty of Lima"
    roles = {**named, **_roles(tree, trigger)}
    phrases = list(tree.phrases(head))
    measures = [i for word, i in phrases if word == "of" and tree.token(i).lemma in _MEASURES]
    counted = [tree.token(head).head] if _measured(tree, head) else []  # "two days of talks between Peru and Chile"
    tops = (head, *measures, *counted)
    phrases = [found for top in tops for found in tree.phrases(top) if found[1] not in (*measures, head)]
    if trigger.kind.family == "visit":  # "a visit by the president to Oslo"
        doers = [i for word, i in phrases if word == "by"]
        phrases += [(word, i) for doer in doers for word, i in tree.phrases(doer) if word == "to"]
    toured = trigger.kind.family == "visit" and tree.token(head).lemma in word_classes()["toured"]
    found = [(word, i) for word, phrase in phrases if word in roles for i in tree.with_conjuncts(phrase)]
    return [("host" if toured and _is_toured(tree, word, i) else roles[word], i) for word, i in found]


def _is_toured(tree: Tree, word: str, index: int) -> bool:
    """ "A tour of Peru" leads there, while "a tour of the minister" is hers."""
    return word == "of" and tree.token(index).lemma not in word_classes()["travellers"]


def _roles(tree: Tree, trigger: Trigger) -> dict[str, Role]:
    """Preposition → role; a courtesy call is paid "on" somebody, while other meetings are "on" a matter."""
    paid: dict[str, Role] = {"on": trigger.kind.owner, "to": trigger.kind.owner} if _is_courtesy(tree, trigger) else {}
    return {**trigger.kind.prepositions, **paid}


def _is_courtesy(tree: Tree, trigger: Trigger) -> bool:
    return trigger.kind.family == "meeting" and tree.token(trigger.at).lemma == "call"


def _light_verb(tree: Tree, noun: int) -> int | None:
    """The verb that carries the noun: its governor as subject or object, or through "on a visit"."""
    top = noun
    while tree.token(top).dep == "conj" or _measured(tree, top):
        top = tree.token(top).head
    dep = tree.token(top).dep
    governor = tree.parent(top)
    if governor is None or tree.token(governor).pos not in ("VERB", "AUX"):
        return None
    carried = dep in ("obj", "nsubj", "nsubj:pass") or (
        dep == "obl" and tree.preposition(top) in ("on", "for", "from", "in", "at", "with", "to", "over", "")
    )
    return governor if carried else None


def _invitation(tree: Tree, verb: int) -> Iterator[tuple[Role, int]]:
    """ "Rao has invited Silva to a state visit": who is invited visits, who invites is the host."""
    guests, hosts = tree.objects(verb), tree.subject(verb)
    if tree.passive(verb):
        guests, hosts = hosts, tree.agents(verb)
    yield from (("visitor", i) for i in guests)
    yield from (("host", i) for i in hosts)


def _in_company(tree: Tree, noun: int, trigger: Trigger) -> bool:
    """In "In a call with Rao, Silva said" and "Silva, on a visit to Oslo, said", who acts meanwhile takes part."""
    if tree.token(noun).dep not in ("obl", "advcl"):
        return False
    if trigger.kind.owner == "visitor":
        return tree.preposition(noun) in ("on", "during", "upon", "after") and not _is_owned(tree, noun)
    with_whom = {"with", "on"} if _is_courtesy(tree, trigger) else {"with"}
    beside = tree.preposition(noun) in (*_COMPANY, "with")  # "began the day with a meeting with Rao"
    held = tree.children(noun, "acl")  # "in a meeting held in Lima with Rao"
    company = [word for top in (noun, *held) for word, _ in tree.phrases(top)]
    company = company or ["on"] * bool(_behind(tree, noun, trigger))
    return beside and not with_whom.isdisjoint(company)


def _is_owned(tree: Tree, noun: int) -> bool:
    """Whether the noun says whose it is: "his visit", "a visit by Rao", but "a visit of three days"."""
    behind = [head for word, head in tree.phrases(noun) if word in ("by", "of")]
    return bool(tree.children(noun, "nmod:poss")) or not all(tree.token(i).lemma in _MEASURES for i in behind)


def _company(tree: Tree, noun: int) -> int | None:
    """The verb of the clause in which a phrase such as "after talks with Rao" stands."""
    governor = tree.parent(noun)
    beside = tree.token(noun).dep in ("obl", "advcl") and tree.preposition(noun) in _MEANWHILE
    return governor if beside and governor is not None and tree.token(governor).pos == "VERB" else None


def _phase(tree: Tree, noun: int) -> int | None:
    """The verb of the clause in which "at the end of a visit to Oslo" stands: who acts then is the visitor."""
    phase = tree.parent(noun)
    if (
        phase is None
        or _is_owned(tree, noun)
        or tree.preposition(noun) != "of"
        or tree.token(phase).lemma not in _PHASES
    ):
        return None
    verb = tree.parent(phase)
    within = tree.token(phase).dep == "obl" and verb is not None and tree.token(verb).pos == "VERB"
    return verb if within and tree.preposition(phase) in ("at", "during", "in", "on", "towards") else None


def _measured(tree: Tree, noun: int) -> bool:
    """ "three days of talks", "a round of negotiations": the measure stands where the noun would."""
    measure = tree.token(tree.token(noun).head).lemma in _MEASURES
    return tree.token(noun).dep == "nmod" and tree.preposition(noun) == "of" and measure


@cache
def _carriers(name: str) -> frozenset[str]:
    """Verbs that say no more of a noun of this kind than that it is, will be or was to be."""
    kind = kind_named(name)
    outcomes = {lemma for cue in status_cues() for lemma in cue.lemmas}
    light = {entry.partition(" ")[0] for entry in kind.light}
    return frozenset({*light, *kind.convening, *kind.mediating, *outcomes, *_COPULAR})


def _light_slots(tree: Tree, verb: int, trigger: Trigger) -> list[tuple[Role, int]]:
    kind, token = trigger.kind, tree.token(verb)
    slots: list[tuple[Role, int]] = []
    subjects = [i for i in tree.subject(verb) if i != trigger.at]
    if token.lemma in kind.mediating and not tree.passive(verb):
        slots += [("mediator", i) for i in subjects]
    elif token.lemma in kind.convening and not tree.passive(verb):
        slots += [("host", i) for i in subjects]
        slots += [(kind.owner, i) for i in tree.children(verb, "obj") if i != trigger.at]
    elif kind.owner == "visitor" and _is_anothers(tree, verb, trigger.at):
        pass  # "Rao called off Silva's trip": it is Silva's
    elif _is_light(tree, verb, kind.light) and not tree.passive(verb):
        slots += [("actor" if kind.owner == "target" else kind.owner, i) for i in subjects]
    elif token.lemma == "bring" and trigger.at not in tree.objects(verb):  # "the talks brought together Rao and Silva"
        slots += [(kind.owner, i) for i in tree.objects(verb)]
    elif tree.passive(verb) and token.lemma in (*kind.convening, *_HELD):
        slots += [(kind.owner if token.lemma in _HELD else "host", i) for i in tree.agents(verb)]
    if _is_light(tree, verb, kind.light) or token.lemma in (*kind.convening, *_SCHEDULING):
        roles = _roles(tree, trigger)
        slots += [(roles[w], i) for w, head in tree.phrases(verb) if w in roles for i in tree.with_conjuncts(head)]
    return slots


def _is_anothers(tree: Tree, verb: int, noun: int) -> bool:
    """ "Called off a trip of Rao's", "postponed Rao's trip": who ends it need not be who was to go."""
    behind = tree.token(verb + 1).text.lower() if verb + 1 < len(tree.tokens) else ""
    ends = tree.token(verb).lemma in outcomes() or f"{tree.token(verb).text.lower()} {behind}" in outcomes()
    people = [i for word, i in tree.phrases(noun) if word == "of" and tree.token(i).lemma not in _MEASURES]
    owners = [i for i in tree.owners(noun) if tree.token(i).text.lower() not in _OWN | CALENDAR_WORDS]
    return ends and bool(owners or people)


def _is_light(tree: Tree, verb: int, entries: Sequence[str]) -> bool:
    """Whether the verb is listed; an entry such as "call off" needs its particle after the verb."""
    lemma = tree.token(verb).lemma
    after = {t.text.lower() for t in tree.tokens[verb + 1 : verb + 5]}
    for entry in entries:
        word, _, particle = entry.partition(" ")
        if word == lemma and (not particle or particle in after):
            return True
    return False


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
        for actor in mention.actors or _host_state(mention, role):
            yield Participant(role, actor, mention.span)


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
        inside = token.dep in ("compound", "amod") and any(tree.lies_under(index, i) for i in (trigger.at, *bodies))
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
