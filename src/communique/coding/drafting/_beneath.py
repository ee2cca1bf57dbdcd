"""Triggers that tell of no event of their own: what they name is only said, or told by the trigger above them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.codebook import VerbTrigger, word_classes
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger

__all__ = ["Beneath", "is_of_another", "wished"]

_CEASING = frozenset({"stop", "halt", "cease", "suspend", "quit", "refuse"})
_OPENING = frozenset({"to", "against", "of", "from", "into"})  # "warned Oslo against sending troops"
_SINGLE = frozenset({"visit", "meeting", "summit", "call"})
_ENCOUNTERS = _SINGLE | {"talks"}


def wished(tree: Tree, at: int, said: frozenset[int]) -> bool:
    """ "threatened to invade", "urged Oslo to open the border": what is only said is part of the saying."""
    verb = at if tree.token(at).pos in ("VERB", "AUX") else tree.governing_verb(at)
    while verb is not None and _is_content(tree, top := _first_of(tree, verb)):
        verb = tree.governing_verb(top)
        if verb in said:
            return True
    return False


def _first_of(tree: Tree, verb: int) -> int:
    """The first of the verbs that "and" joins: "threatened to invade and to burn"."""
    while tree.token(verb).dep == "conj":
        verb = tree.token(verb).head
    return verb


def _is_content(tree: Tree, verb: int) -> bool:
    dep = tree.token(verb).dep
    if dep == "acl" and _is_aside(tree, verb):
        return False
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark")}
    return dep in ("xcomp", "ccomp", "acl") or (dep == "advcl" and not marks.isdisjoint(_OPENING))


def _is_aside(tree: Tree, verb: int) -> bool:
    """ "Peru, recalling its envoy, condemned Chile": what who speaks does beside it."""
    named = tree.token(tree.token(verb).head).pos == "PROPN"
    return named and tree.token(verb).tag == "VBG" and verb > 0 and tree.token(verb - 1).text == ","


class Beneath(msgspec.Struct, frozen=True):
    """The triggers of a sentence, by their tokens, beneath which another one tells of no event of its own."""

    said: frozenset[int]
    demanded: frozenset[int]
    agreed: frozenset[int]
    recalled: frozenset[int]
    related: frozenset[int]
    accusing: frozenset[int]
    meeting: frozenset[int]

    @classmethod
    def of(cls, tree: Tree, found: Sequence[Trigger]) -> Beneath:
        """Sorted by what their verbs do: say, demand, agree with one another to do something, call home."""
        verbs = [(t.at, t.kind.family, t.verb) for t in found if t.verb is not None]
        return cls(
            said=frozenset(at for at, family, verb in verbs if family == "statement" and _says_it_all(verb)),
            demanded=frozenset(at for at, _, verb in verbs if verb.content in ("any", "duties")),
            agreed=frozenset(at for at, _, verb in verbs if verb.then == "undertaking" and not _is_one(tree, at)),
            recalled=frozenset(at for at, family, _ in verbs if family == "recall"),
            related=frozenset(t.at for t in found if t.kind.family == "relations"),
            accusing=frozenset(t.at for t in found if t.kind.kind == "accusation"),
            meeting=frozenset(at for at, family, _ in verbs if family in _ENCOUNTERS - {"visit"}),
        )


def _is_one(tree: Tree, verb: int) -> bool:
    """ "Peru has agreed to buy tanks from Chile": what one state alone undertakes is the purchase."""
    doers = tree.subject(verb)
    return len(doers) == 1 and tree.token(doers[0]).tag == "NNP"


def _says_it_all(frame: VerbTrigger) -> bool:
    """Whether what is said is no act beside the saying: a threat is what one says that one will do."""
    return not frame.gives and (frame.content is None or frame.doer == "actor")


def is_of_another(tree: Tree, trigger: Trigger, beneath: Beneath) -> bool:
    """Whether what a trigger names is only said, or told by the trigger above it.

    "Called home for consultations": no talks. "Agreed to set up a council": one agreement, while "agreed to
    establish relations" is an act of its own kind.
    """
    above = tree.governing_verb(trigger.at)
    ceased = above is not None and tree.token(trigger.at).dep == "xcomp" and tree.token(above).lemma in _CEASING
    if ceased and trigger.kind.family in ("aid", "cooperation"):
        return True  # "will stop selling arms to Peru"
    if trigger.verb is None and tree.preposition(trigger.at) == "for" and above in beneath.recalled:
        return True
    if trigger.verb is None and above is not None and _is_agreed_to(tree, trigger.at, above):
        return True
    if (
        trigger.kind.family == "agreement"
        and trigger.at in beneath.agreed
        and any(tree.governing_verb(i) == trigger.at for i in beneath.related)
    ):
        return True
    if trigger.kind.family == "cooperation" and above in beneath.agreed:
        return True
    if trigger.kind.family == "talks" and above in beneath.meeting and _is_purpose(tree, trigger.at):
        return True  # "met in Lima to discuss trade"
    if trigger.verb is not None and trigger.verb.thing == "warfare" and tree.token(trigger.at).tag in ("VBG", "VB"):
        return tree.token(trigger.at).dep in ("advcl", "acl")  # "signed a peace, ending the war": what the peace does
    if trigger.kind.family == "relations" and (above in beneath.recalled or _is_of_terms(tree, trigger.at, beneath)):
        return True  # "ordered its ambassador to return", "signed an accord to restore ties"
    if trigger.kind.kind == "truce-broken" and above in beneath.accusing:
        return True  # "Peru said that Kenya had broken the truce": what the other side mostly says as well
    return wished(tree, trigger.at, beneath.said)


def _is_purpose(tree: Tree, verb: int) -> bool:
    return tree.token(verb).dep == "advcl" and tree.infinitive(verb)


def _is_agreed_to(tree: Tree, noun: int, verb: int) -> bool:
    """ "Agreed to talks": the verb tells of them."""
    agreed = tree.token(verb).lemma == "agree" and tree.token(noun).lemma in word_classes()["parley"]
    return agreed and noun in [i for word, i in tree.phrases(verb) if word in ("to", "on")]


def _is_of_terms(tree: Tree, verb: int, beneath: Beneath) -> bool:
    """Whether relations are what an accord is about, or embassies part of the relations that are restored with them."""
    token = tree.token(verb)
    if not tree.infinitive(verb) and not (token.dep == "conj" and tree.infinitive(token.head)):
        return False
    if token.dep == "conj":
        return token.head in beneath.related or _is_of_terms(tree, token.head, beneath)
    objects = [token.head] if token.dep == "acl" else tree.objects(token.head) if token.dep == "advcl" else []
    return any(tree.token(i).lemma in word_classes()["agreement"] for i in objects)
