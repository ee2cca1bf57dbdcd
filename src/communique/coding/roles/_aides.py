"""Who helps an encounter along: hosts, mediators and witnesses that a clause names beside the sides.

"The talks, mediated by Oman", "with Rao as host", "at the invitation of Silva", "under the eyes of Kim".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from communique.coding.roles._mention_index import MentionIndex
from communique.coding.tree import Tree
from communique.parsing import verb_forms
from communique.types import Participant, Role

__all__ = ["aides", "companions", "role_of", "signed_as"]

_HOSTS = frozenset({"host", "chair", "chairman", "co-host", "co-chair"})
_AIDES = frozenset(
    "mediator facilitator observer witness guarantor broker sponsor moderator go-between intermediary "
    "convener convenor".split()
)
_HOSTING = frozenset({"host", "chair", "convene", "co-host"})
_AIDING = frozenset("mediate broker facilitate sponsor moderate witness oversee".split())
_HELPING = _HOSTING | _AIDING
_UNDER = frozenset(
    "eye auspice auspices mediation patronage sponsorship chairmanship aegis facilitation leadership".split()
)
_OCCASIONS: dict[tuple[str, str], Role] = {("at", "invitation"): "host", ("in", "presence"): "mediator"}
_HOMES = frozenset({"residence", "home", "ranch", "villa", "palace"})
_WHERE = _UNDER | _HOMES | {lemma for _, lemma in _OCCASIONS}
_WATCHING = frozenset({"look", "watch", "stand"})
_REACH = 14  # words between "with" and the "as" that says in what part


def companions(
    tree: Tree, anchors: Sequence[int], found: Sequence[Participant], mentions: MentionIndex
) -> Iterator[Participant]:
    """Who comes along: "With Defence Minister Rao, Silva went to Lima", "accompanied by Kim"; of the same state."""
    home = {p.actor.country for p in found if p.role == "visitor" and p.actor.kind == "person" and p.actor.country}
    verbs = {anchors[0], tree.governing_verb(anchors[0])} if anchors else set()
    for index, token in enumerate(tree.tokens):
        word = tree.preposition(index) if token.dep in ("obl", "nmod", "conj") else ""
        above = tree.parent(index)
        while above is not None and tree.token(above).dep == "conj":
            above = tree.parent(above)
        brought = above is not None and word == "by" and tree.token(above).lemma in ("accompany", "join")
        if brought or (word == "with" and (above in verbs or token.dep == "conj")):
            for mention in mentions.at(tree, index):
                same = mention.form in ("person", "title") and all(a.country in home for a in mention.actors)
                yield from (Participant("visitor", a, mention.span) for a in mention.actors if same)


def role_of(word: str) -> Role | None:
    """The role of one who was a "host" or "observer" of an encounter."""
    return "host" if word in _HOSTS else "mediator" if word in _AIDES else None


def aides(tree: Tree, anchors: Sequence[int], mentions: MentionIndex) -> Iterator[Participant]:
    """The hosts, mediators and witnesses whom the clause of the anchors names."""
    for role, index in (*_as(tree), *_themselves(tree, anchors), *_by(tree, anchors), *_of(tree, anchors)):
        for mention in mentions.at(tree, index):
            if mention.form not in ("adjective", "pronoun"):
                yield from (Participant(role, actor, mention.span) for actor in mention.actors)
    for role, index in _in_a_word(tree, anchors):
        for mention in mentions.at(tree, index):
            yield from (Participant(role, actor, mention.span) for actor in mention.actors)


def _in_a_word(tree: Tree, anchors: Sequence[int]) -> Iterator[tuple[Role, int]]:
    """ "Oman-mediated talks", "signed the US-brokered deal", "the Saudi-hosted summit"."""
    for index, token in enumerate(tree.tokens):
        role = _deeds().get(token.text.rpartition("-")[2].lower()) if "-" in token.text else None
        if (
            role is not None
            and token.dep in ("amod", "compound")
            and not {token.head, tree.parent(token.head)}.isdisjoint(anchors)
        ):
            yield role, index


@cache
def _deeds() -> Mapping[str, Role]:
    """The participles of those who host and of those who help."""
    roles: dict[str, Role] = {}
    for lemma in (*_HOSTING, *_AIDING):
        role: Role = "host" if lemma in _HOSTING else "mediator"
        roles |= {form: role for form, tag in verb_forms(lemma) if tag == "VBN"}
    return MappingProxyType(roles)


def _as(tree: Tree) -> Iterator[tuple[Role, int]]:
    """ "With Rao and Silva as mediators", "with Rao looking on"."""
    for index, token in enumerate(tree.tokens):
        role = role_of(token.lemma)
        if role is not None and "as" not in _before(tree, index):
            role = None
        if role is None and token.lemma in _WATCHING and token.tag == "VBG":
            role = "mediator"
        start = _opening(tree, index) if role is not None else None
        if role is not None and start is not None:
            yield from ((role, i) for i in range(start + 1, index) if _is_head(tree, i, start))


def _themselves(tree: Tree, anchors: Sequence[int]) -> Iterator[tuple[Role, int]]:
    for verb in anchors:
        role = signed_as(tree, verb)
        yield from ((role, i) for i in tree.subject(verb) if role is not None)


def signed_as(tree: Tree, verb: int) -> Role | None:
    """ "Rao and Silva signed as witnesses": the role of the subjects, who are none of the sides."""
    if tree.token(verb).pos != "VERB" or tree.passive(verb):
        return None
    parts = (i for word, i in tree.phrases(verb) if word == "as" and _opening(tree, i) is None)
    return next((role for i in parts if (role := role_of(tree.token(i).lemma)) is not None), None)


def _before(tree: Tree, index: int) -> list[str]:
    return [t.text.lower() for t in tree.tokens[max(0, index - 3) : index]]


def _opening(tree: Tree, index: int) -> int | None:
    """The "with" before a phrase that says in what part somebody is there; no verb stands between."""
    for place in range(index - 1, max(-1, index - _REACH), -1):
        token = tree.token(place)
        if token.text.lower() == "with":
            return place
        if token.pos in ("VERB", "AUX") or token.text in (";", ":"):
            return None
    return None


def _is_head(tree: Tree, index: int, start: int) -> bool:
    """Whether a noun is the head of one of the phrases behind "with"."""
    token = tree.token(index)
    return (token.pos in ("PROPN", "NOUN") and token.dep not in ("compound", "flat", "nmod:poss", "nmod")) or (
        token.dep == "nmod" and tree.opening(index) == start
    )


def _by(tree: Tree, anchors: Sequence[int]) -> Iterator[tuple[Role, int]]:
    """ "Talks mediated by Rao", "a meeting hosted by Silva", "a truce, brought about by Kim"."""
    for index, token in enumerate(tree.tokens):
        behind = tree.tokens[index + 1 : index + 3] if token.lemma == "bring" else ()
        brought = [t.text.lower() for t in behind] == ["about", "by"]
        aided = token.lemma in _HELPING and token.pos == "VERB" and tree.passive(index)
        if not aided and not brought:
            continue
        under = index in anchors or any(tree.lies_under(index, a) for a in anchors)
        if (aided and under) or (brought and (under or any(tree.lies_under(a, index) for a in anchors))):
            role: Role = "host" if token.lemma in _HOSTING else "mediator"
            yield from ((role, i) for i in tree.agents(index))


def _of(tree: Tree, anchors: Sequence[int]) -> Iterator[tuple[Role, int]]:
    """ "At the invitation of Rao", "under Silva's mediation", "at the residence of Kim"."""
    for index, token in enumerate(tree.tokens):
        word = tree.preposition(index) if token.dep in ("obl", "nmod") and token.lemma in _WHERE else ""
        role = _role_at(word, token.lemma)
        if role is None or not _belongs(tree, index, anchors):
            continue
        owners = [*tree.children(index, "nmod:poss"), *(i for w, i in tree.phrases(index) if w == "of")]
        yield from ((role, i) for owner in owners for i in tree.with_conjuncts(owner))


def _role_at(word: str, lemma: str) -> Role | None:
    if (word, lemma) in _OCCASIONS:
        return _OCCASIONS[word, lemma]
    if word in ("under", "before") and lemma in _UNDER:
        return "mediator"
    return "host" if word in ("at", "in") and lemma in _HOMES else None


def _belongs(tree: Tree, index: int, anchors: Sequence[int]) -> bool:
    """Whether a phrase hangs on one of the anchors, or on the verb of its clause."""
    above = tree.parent(index)
    return above in anchors or (above is not None and above == tree.governing_verb(anchors[0]))
