"""Where the roles of a noun stand: owners, phrases, who acts with it, and the verb that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import status_cues, word_classes
from communique.codebook.calendar import CALENDAR_WORDS
from communique.coding.times import is_missed, outcome_of
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger, ending, kind_named
from communique.types import Role

__all__ = ["carriers", "light_verb", "noun_slots"]

_MEANWHILE = frozenset({"in", "during", "at", "after", "before", "following", "ahead of"})
_COMPANY = _MEANWHILE | {"for"}  # "flew to Oslo for talks with Rao"
_SCHEDULING = ("take", "be", "schedule", "plan", "expect")
_MEASURES = frozenset("day week hour round series session set month weekend night cycle phase bout".split())
_HELD = frozenset({"co-chair", "chair", "hold", "lead", "attend", "conduct"})  # "talks were held by Rao and Silva"
_ENCOUNTERS = frozenset({"meeting", "talks", "summit"})
_TELLING = frozenset("cite report describe mention condemn criticise criticize welcome praise investigate".split())
_LED_TO = frozenset({"after", "following", "at", "in"})
_PHASES = frozenset({"end", "start", "beginning", "close", "conclusion", "course", "day", "eve"})
_OWN = frozenset({"his", "her", "its", "their"})
_COPULAR = frozenset({"be", "take", "occur", "happen", "include", "call", "set", "put", "bring"})


def noun_slots(tree: Tree, trigger: Trigger) -> tuple[list[tuple[Role, int]], list[int]]:
    """The tokens at which a noun's roles stand, and those that make up its clause, the noun first."""
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
    verb = light_verb(tree, noun)
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
    if verb is not None and tree.token(verb).lemma in carriers(trigger.kind.kind):
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


def light_verb(tree: Tree, noun: int) -> int | None:
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
def carriers(name: str) -> frozenset[str]:
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
    elif is_missed(tree, verb, trigger.at):
        pass  # "skipped the summit": it is of those who came
    elif _is_light(tree, verb, kind.light) and not tree.passive(verb):
        slots += [("actor" if kind.owner == "target" else kind.owner, i) for i in subjects]
        slots += [("host", i) for i in tree.children(verb, "iobj") if kind.owner == "visitor"]  # "paid Lima a visit"
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
    people = [i for word, i in tree.phrases(noun) if word == "of" and tree.token(i).lemma not in _MEASURES]
    owners = [i for i in tree.owners(noun) if tree.token(i).text.lower() not in _OWN | CALENDAR_WORDS]
    return outcome_of(tree, verb) is not None and bool(owners or people)


def _is_light(tree: Tree, verb: int, entries: Sequence[str]) -> bool:
    """Whether the verb is listed; an entry such as "call off" needs its particle after the verb."""
    lemma = tree.token(verb).lemma
    after = {t.text.lower() for t in tree.tokens[verb + 1 : verb + 5]}
    for entry in entries:
        word, _, particle = entry.partition(" ")
        if word == lemma and (not particle or particle in after):
            return True
    return False
