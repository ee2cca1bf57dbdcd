"""Where the roles of a verb stand: its subject, its object and the phrases that its frame names."""

from __future__ import annotations

from collections.abc import Iterator

from communique.coding.tree import Tree
from communique.coding.triggers import Trigger, act_slots, deed_doers, is_noun
from communique.types import Role

__all__ = ["verb_slots"]

_DECIDING = frozenset({"decide", "order", "decree", "rule", "resolve", "vote", "agree", "determine", "announce"})


_WHERE = frozenset({"in", "at"})
_BY_INSTRUMENT = frozenset({"sanction", "aid"})
_INSTRUMENTS = frozenset("decree order law bill package measure resolution act legislation rule executive".split())
"""What somebody adopts that then does something: "a law that bans imports"."""


def verb_slots(tree: Tree, trigger: Trigger) -> Iterator[tuple[Role, int]]:
    """The tokens at which a verb's roles stand; none for a noun."""
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
    lines = [i for word, i in tree.phrases(verb) if word == "on"] if frame.lemma == "be" else []  # "is on the phone to"
    aimed = [(word, head) for at in (verb, *bare, *lines) for word, head in tree.phrases(at) if word in roles]
    for word, head in aimed[:1] if frame.abroad else aimed:
        yield from ((roles[word], i) for i in tree.with_conjuncts(head))
    if frame.abroad and aimed:
        yield from ((roles[aimed[0][0]], i) for i in _venue(tree, verb, aimed[0][1]))
    yield from act_slots(tree, verb, frame)
    if frame.subject == "visitor" and _is_attribute(tree, verb):
        yield from (("host", i) for i in _visited(tree, tree.token(verb).head))


def _venue(tree: Tree, verb: int, occasion: int) -> list[int]:
    """ "Flew to the inauguration in Lima": where the occasion is to which somebody goes."""
    if tree.token(occasion).tag not in ("NN", "NNS"):
        return []
    near = [i for top in (occasion, verb) for word, i in tree.phrases(top) if word in _WHERE and i > occasion]
    return [i for i in near if tree.token(i).pos == "PROPN"][:1]


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
    above = tree.parent(verb) if tree.token(verb).dep == "ccomp" else _over_noun(tree, verb)
    return tree.subject(above) if above is not None and tree.token(above).lemma in _DECIDING else []


def _over_noun(tree: Tree, verb: int) -> int | None:
    """ "Announced in a post that the sanctions are lifted": the parser may hang what is announced on the noun."""
    noun = tree.token(verb).head
    that = any(tree.token(i).text.lower() == "that" for i in tree.children(verb, "mark"))
    hung = tree.token(verb).dep == "acl" and that and tree.token(noun).dep == "obl"
    return tree.parent(noun) if hung else None
