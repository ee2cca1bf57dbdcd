"""Groups told by no name: the rebels with whom a government signs, the militants whom an army strikes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from communique.codebook import classes, word_classes
from communique.coding.roles._mention_index import MentionIndex, is_armed
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger
from communique.linking import slug, state_of
from communique.types import Actor, Participant, Role

__all__ = ["donors", "gatherers", "many_states", "opposed_state", "regions", "unnamed_groups"]

_GIVERS = frozenset({"donor", "pledging"})
_RAISING = frozenset({"raise", "pledge", "collect", "secure"})
_STATES = frozenset("power country nation state government".split())
_BODIES = _STATES | frozenset("organisation organization agency charity ngo broadcaster newspaper company".split())
_LEADERS = frozenset({"leader", "minister"})
_NOUNS: Mapping[Role, frozenset[str]] = {"target": _BODIES, "actor": _LEADERS, "visitor": _LEADERS, "party": _LEADERS}
_LANDS = frozenset("country nation state government capital".split())
_WIDE = frozenset(
    "world region continent globe arab african european asian islamic muslim western gulf latin nordic baltic balkan "
    "caribbean pacific sahel regional global major leading eu nato allied neighbouring neighboring".split()
)
_PARTS = ("amod", "compound", "nmod:desc")


def gatherers(tree: Tree, at: int, slots: Sequence[tuple[Role, int]], mentions: MentionIndex) -> Iterator[Participant]:
    """Those of many states who gather without a name: "a donors' conference", "ministers of 30 countries"."""
    before = tree.children(at, "compound", "nmod:poss", "amod")
    givers = [i for i in before if tree.token(i).text.lower().rstrip("s") in _GIVERS]
    verb = tree.governing_verb(at)
    raising = verb is not None and tree.token(verb).lemma in _RAISING and at in tree.subject(verb)
    givers += [at] * (raising and tree.token(at).lemma == "conference")
    unknown = [i for role, i in slots if role == "party" and not mentions.at(tree, i)]
    many = [i for i in unknown if tree.token(i).tag == "NNS" and _are_many(tree, i)]
    for index in dict.fromkeys([*givers, *many]):
        words = [i for i in tree.children(index, "amod", "compound") if i < index] if index in many else []
        tokens = [tree.token(i) for i in (*words, index)]
        name = (
            "donors" if index in givers else " ".join(t.text.lower() if t.lemma.islower() else t.text for t in tokens)
        )
        span = mentions.span(min(t.start for t in tokens), max(t.end for t in tokens))
        yield Participant("party", Actor(slug(name), name, "group"), span)


def _are_many(tree: Tree, index: int) -> bool:
    """Whether officials come from more states than one can name, or give without it being said whose they are."""
    if tree.token(index).lemma.lower() in _GIVERS:
        return True
    if tree.token(index).lemma.lower() not in word_classes()["gatherers"]:
        return False
    inside = [c for c in tree.children(index) if tree.token(c).dep in ("nmod", "amod", "compound")]
    inside += [c for i in inside for c in tree.children(i, "nmod", "amod", "compound", "conj")]
    lands = any(tree.token(c).lemma.lower() in _LANDS and tree.token(c).tag in ("NNS", "NNPS") for c in inside)
    return lands or any(tree.token(c).lemma.lower() in _WIDE for c in inside)


def many_states(tree: Tree, slots: Sequence[tuple[Role, int]], mentions: MentionIndex) -> Iterator[Participant]:
    """States that are counted and not named: "six world powers", "over 20 countries", "Arab leaders"."""
    for role, index in slots:
        token = tree.token(index)
        nouns = _STATES | _NOUNS.get(role, frozenset())
        if token.tag != "NNS" or token.lemma.lower() not in nouns or role == "host" or mentions.at(tree, index):
            continue
        before = [i for i in tree.children(index, "amod", "compound", "nummod") if i < index]
        if token.lemma.lower() in _LEADERS:  # "European leaders", while "two leaders" are of those told of
            before = [i for i in before if tree.token(i).lemma.lower() in _WIDE and tree.token(i).text[0].isupper()]
        owned = any(actor.country for m in mentions.owners(tree, index) for actor in m.actors)
        if not owned and any(tree.token(i).pos == "NUM" or tree.token(i).lemma.lower() in _WIDE for i in before):
            first = min(c for i in before for c in (i, *tree.children(i, "amod", "compound")))
            span = mentions.span(tree.token(first).start, token.end)
            yield Participant(role, Actor(slug(span.text.lower()), span.text, "group"), span)


def regions(tree: Tree, slots: Sequence[tuple[Role, int]], mentions: MentionIndex) -> Iterator[Participant]:
    """The part of the world to which a journey goes: "a tour of the Middle East", "toured the Nordic countries"."""
    named = list(_named_regions([token.text.lower() for token in tree.tokens]))
    for role, index in slots:
        here = [(start, end) for start, end in named if start <= index < end]
        if role not in ("host", "visitor") or not here:
            continue
        start, end = max(here, key=lambda found: found[1] - found[0])
        span = mentions.span(tree.token(start).start, tree.token(end - 1).end)
        yield Participant("host", Actor(slug(span.text.lower()), span.text, "group"), span)


def _named_regions(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for start, word in enumerate(words):
        names = _regions().get(word, ())
        yield from ((start, start + len(n)) for n in names if tuple(words[start : start + len(n)]) == n)


@cache
def _regions() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """First word of the name of a region → the names that begin with it, in words."""
    table: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in classes()["region"]:
        words = tuple(name.lower().split())
        table[words[0]].append(words)
    return table


def opposed_state(kind: str, found: Sequence[Participant]) -> Iterator[Participant]:
    """The state with which an armed group talks: "talks with the rebels opened in Oslo" leaves out whose they were."""
    sides = [p for p in found if p.role == "party"]
    lone = sides[0].actor if len({p.actor.id for p in sides}) == 1 and kind == "talks" else None
    fights = lone is not None and (lone.kind == "group" or is_armed(lone))
    state = state_of(lone.country) if lone is not None and fights and lone.country else None
    if state is not None:
        yield Participant("party", state, sides[0].evidence)


def unnamed_groups(
    tree: Tree, slots: Sequence[tuple[Role, int]], found: Sequence[Participant], mentions: MentionIndex
) -> Iterator[Participant]:
    """The groups at ``slots`` that stand beside a state: "the Peruvian government and the rebels of the south".

    They are told by the country that they fight in, so where the clause names no one country there is none.
    If the document names one group of that country it is meant.
    """
    for role, index in slots:
        token = tree.token(index)
        if any(p.evidence.overlaps(token) and p.role == role for p in found):
            continue
        word = _group_word(tree, index)
        country = _country(tree, index, found, mentions) if word is not None else None
        state = state_of(country) if country is not None else None
        if word is not None and state is not None:
            named = mentions.groups(state.country)
            group = named[0] if len(named) == 1 else _group(word, state)
            yield Participant(role, group, mentions.span(token.start, token.end))


def donors(
    tree: Tree, trigger: Trigger, slots: Sequence[tuple[Role, int]], mentions: MentionIndex
) -> Iterator[Participant]:
    """Who gives where no one is named: "donors pledged", "dozens of nations promised", "a donors' conference"."""
    if trigger.kind.kind != "aid":
        return
    givers = [i for role, i in slots if role == "actor" and not mentions.at(tree, i)]
    for index in givers:
        counted = [i for word, i in tree.phrases(index) if word == "of"]
        around = (index, *counted, *tree.children(index, "compound", "nmod:poss"))
        if any(_gives(tree, i) for i in around):
            yield _donors(tree, index, mentions)
            return
    beside = [i for i, token in enumerate(tree.tokens) if token.lemma == "donor"]
    if beside and not any(role == "actor" for role, _ in slots):
        yield _donors(tree, beside[0], mentions)  # "millions were pledged when donors met"


def _gives(tree: Tree, index: int) -> bool:
    token = tree.token(index)
    return token.text.lower() in word_classes()["donors"] and (token.tag == "NNS" or token.lemma == "donor")


def _donors(tree: Tree, index: int, mentions: MentionIndex) -> Participant:
    token = tree.token(index)
    return Participant("actor", _DONORS, mentions.span(token.start, token.end))


_DONORS = Actor(slug("donors"), "donors", "group", None)


def _group_word(tree: Tree, index: int) -> str | None:
    """ "rebel" in "the rebels", "rebel leaders", "the breakaway region"."""
    classes = word_classes()
    if tree.token(index).lemma.lower() in classes["rebels"]:
        return tree.token(index).lemma.lower()
    if tree.token(index).lemma.lower() not in classes["led"]:
        return None
    parts = [tree.token(i).lemma.lower() for i in tree.children(index, *_PARTS)]
    return next((part for part in parts if part in classes["rebels"]), None)


def _country(tree: Tree, index: int, found: Sequence[Participant], mentions: MentionIndex) -> str | None:
    """The one country that modifies the group, else that of the one other side."""
    own = {actor.country for m in mentions.owners(tree, index) for actor in m.actors}
    countries = own or {p.actor.country for p in found}
    return next(iter(countries)) if len(countries) == 1 else None


def _group(word: str, state: Actor) -> Actor:
    return Actor(slug(f"{word}s", state.country), f"{word}s of {state.name}", "group", state.country)
