"""Acts that a verb and its object tell together: "recalled its envoy", "imposed sanctions on", "agreed to a truce"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.codebook import VerbTrigger, word_classes
from communique.coding.tree import Tree
from communique.coding.triggers._deeds import done_to, is_noun
from communique.types import Role

__all__ = ["act_slots", "fits", "things"]

_PARTS = ("compound", "flat", "appos", "nummod", "amod")
_TIMES = ("obl:tmod", "obl:npmod", "dep")
_NAMING = ("NOUN", "NUM", "SYM", "PROPN")
_OWNERS = ("nmod:poss", "amod", "compound", "nmod:desc")
_INFINITIVES = ("xcomp", "ccomp", "advcl", "acl")
_RECALLED = frozenset({"agreement", "truce"})
_LEFT = frozenset({"pacts", "treaties", "bodies", "membership"})  # by their heads: not "left the EU summit"
_IT = frozenset({"it", "this", "that"})
_IN_PASSIVE = frozenset({"intents", "duties", "dismayed", "pleased"})  # "must be returned", "was dismayed by it"
_WHEN = frozenset({"after", "before", "when", "since", "until", "while"})
_MODAL = frozenset({"intents", "duties"})
_ANY = frozenset({"it", "he", "she", "they"})
_AHEAD = frozenset({"retaliating", "paying"})  # what is threatened lies ahead
_GIVEN_TO = frozenset({"to", "for", "with"})
_PERFECT = frozenset({"has", "had", "have"})
_ENVOYS = frozenset({"envoy", "foreign-envoy"})
_PERSONS = frozenset({"he", "him", "she", "her", "they", "them"})
_BACK = frozenset({"back", "home", "away", "out"})
_AIMED = frozenset({"on", "against", "from", "of", "out of", "in", "with", "at"})
# "Threatened to cut supplies to Peru", "denied sending troops to Peru".
_SUPPLYING = frozenset({"cut", "stop", "halt", "suspend", "end", "block", "close", "send", "deploy", "dispatch"})
_WITHIN = frozenset({"of", "in", "to", "on", "for"})
_TARGETING = frozenset({"target", "hit", "affect"})
_MONEY = re.compile(r"[$€£¥₹](?:\d|$)")
_REACH = 5  # words behind a verb within which its particle stands: "called the Chinese ambassador in"


def fits(tree: Tree, verb: int, frame: VerbTrigger) -> bool:
    """Whether the clause has what a frame asks of it beside the verb: particle, thing, infinitive."""
    if frame.particle is not None and not _has_particle(tree, verb, frame.particle):
        return False
    if frame.then is not None and not _infinitives(tree, verb, frame.then):
        return False
    if frame.content is not None and not _said(tree, verb, frame):
        return False
    if frame.addressed and frame.object is not None and not tree.children(verb, "obj"):
        return False
    if frame.negated and not tree.negated(verb):
        return False
    if frame.then is not None and not (frame.object or frame.indirect or frame.thing) and tree.children(verb, "obj"):
        return False  # "what he called an attempt to leave"
    if frame.bare and (tree.passive(verb) or tree.children(verb, "obj", "xcomp", "ccomp")):
        return False
    return frame.thing is None or bool(things(tree, verb, frame))


def things(tree: Tree, verb: int, frame: VerbTrigger) -> list[int]:
    """The tokens of the frame's class that the verb acts on."""
    if frame.thing is None:
        return []
    candidates = _acted_on(tree, verb, frame.through)
    if frame.then is not None or (frame.cue is not None and frame.object is not None):
        candidates = [*candidates, *tree.children(verb, "iobj")]  # "gave the envoy two days to leave", "the boot"
    if (
        frame.particle is not None and not frame.through
    ):  # the parser may take it for a preposition: "called in the envoy"
        candidates = [*candidates, *tree.behind(verb, (frame.particle,))]
    found = [t for i in candidates if (t := _thing_at(tree, i, frame.thing)) is not None]
    return list(dict.fromkeys(found or _above_relative(tree, verb, candidates, frame.thing)))


def _above_relative(tree: Tree, verb: int, candidates: Sequence[int], name: str) -> list[int]:
    """ "A treaty with Peru, which was signed in May": the clause is of the noun, not of what hangs on it."""
    if tree.token(verb).dep != "acl:relcl":
        return []
    heads = [tree.token(i).head for i in candidates if tree.token(i).dep == "nmod" and i == tree.token(verb).head]
    return [t for i in heads if (t := _thing_at(tree, i, name)) is not None]


def act_slots(tree: Tree, verb: int, frame: VerbTrigger) -> Iterator[tuple[Role, int]]:
    """Roles that the verb's object gives: to itself, to whom it belongs, and to what hangs on it."""
    found = things(tree, verb, frame) if frame.thing else _suffering(tree, verb)
    roles = dict(frame.prepositions)
    if frame.cue is not None and frame.thing is None:
        found = [*found, *tree.predicates(verb)]  # "called Peru's claim a lie": which of the two is the object
    for thing in found:
        if frame.object is not None and frame.thing is not None and not frame.through:
            yield frame.object, thing
        if frame.owner is not None:
            yield from ((frame.owner, i) for i in tree.children(thing, *_OWNERS))
        for named in _heads_of(tree, thing):
            yield from _hanging(tree, named, roles)
        if "to" in roles and tree.token(thing).lemma == "own":
            yield from ((roles["to"], i) for i in _meant(tree, thing, frame.thing))
    for carrier in (*_carriers(tree, verb, frame), *_aims_of_accord(tree, verb, frame)):
        yield from _hanging(tree, carrier, roles)
    if frame.thing == "sanctions" and "on" in roles:
        yield from ((roles["on"], i) for c in (verb, *found) for i in _aimed_at(tree, c))
    if frame.indirect is not None:
        yield from ((frame.indirect, i) for i in _receivers(tree, verb))
    if frame.content is not None:
        yield from (slot for c in _said(tree, verb, frame) for slot in _hanging(tree, c, roles))
    if frame.doer is not None and frame.content is not None:
        yield from ((frame.doer, i) for c in _said(tree, verb, frame) for i in _doers(tree, verb, c))
    if frame.infinitive is not None:
        yield from ((frame.infinitive, i) for i in _aims(tree, verb, frame))


def _heads_of(tree: Tree, thing: int) -> Iterator[int]:
    """The thing and the nouns that it is a part of: "a visa requirement for Peruvians"."""
    yield thing
    if tree.token(thing).dep == "compound" and tree.token(tree.token(thing).head).pos == "NOUN":
        yield from _heads_of(tree, tree.token(thing).head)


def _aimed_at(tree: Tree, index: int) -> list[int]:
    """ "Approved a round of sanctions, targeting Peru's exports": whom a participle says that they hit."""
    participles = [i for i in tree.children(index, "acl", "advcl") if tree.token(i).tag == "VBG"]
    return [o for i in participles if tree.token(i).lemma in _TARGETING for o in tree.objects(i)]


def _suffering(tree: Tree, verb: int) -> list[int]:
    """What a verb acts on where any may be meant: of one without an object it is not who does it."""
    return [i for i in _acted_on(tree, verb, ()) if i not in tree.children(verb, "nsubj")]


def _carriers(tree: Tree, verb: int, frame: VerbTrigger) -> Iterator[int]:
    """Words of the clause on which the parser hangs what belongs to the verb: "back to Lima", "$5m in aid to Peru"."""
    adverbs = tree.children(verb, "advmod")
    yield from (i for i in adverbs if tree.token(i).text.lower() in _BACK or _sums(tree, i))
    yield from (i for i in tree.children(verb, "xcomp") if tree.token(i).text.lower() == frame.particle)
    yield from tree.predicates(verb) if frame.cue == "non-grata" else ()
    name = frame.thing
    yield from (i for word, i in tree.phrases(verb) if word == "in" and name is not None and _is_of(tree, i, name))


def _receivers(tree: Tree, verb: int) -> list[int]:
    """To whom it is given: "gave Peru a loan", "Peru was given a loan"."""
    given = bool(tree.children(verb, "obj")) and tree.passive(verb)
    indirect = [i for o in tree.children(verb, "iobj") for i in tree.with_conjuncts(o)]
    return [*indirect, *(tree.subject(verb) if given else ())]


def _aims_of_accord(tree: Tree, verb: int, frame: VerbTrigger) -> Iterator[int]:
    """ "Signed an accord to restore ties with Peru", where the parser hangs the infinitive on the verb."""
    below = tree.children(verb, "advcl") if frame.thing == "agreement" else []
    yield from (o for i in below if tree.infinitive(i) for o in tree.objects(i))


def _hanging(tree: Tree, thing: int, roles: dict[str, Role]) -> Iterator[tuple[Role, int]]:
    inside = [head for word, head in tree.phrases(thing) if word in _WITHIN]  # "$5m in aid to Peru"
    said = tree.children(thing, "acl", "acl:relcl")
    meant = [o for i in said if tree.infinitive(i) for o in tree.objects(i)]  # "a deal to restore ties with Peru"
    for top in (thing, *said, *meant, *inside):
        for word, head in tree.phrases(top):
            if word in roles:
                yield from ((roles[word], i) for i in tree.with_conjuncts(head))


def _acted_on(tree: Tree, verb: int, through: Sequence[str]) -> list[int]:
    """What the verb acts on: its objects, in the passive its subject, or what stands behind one of ``through``."""
    token = tree.token(verb)
    if is_noun(tree, verb):
        return done_to(tree, verb, through if through and "subject" not in through else ("of",))
    if (above := _of_which(tree, verb)) is not None:
        return tree.children(above, "xcomp")
    if "subject" in through:
        return [] if tree.passive(verb) else tree.subject(verb) or tree.children(verb, "csubj")
    if "content" in through:
        return [i for clause in _contents(tree, verb, "any") for i in tree.subject(clause)]
    if "content-object" in through:
        return [i for clause in _contents(tree, verb, "any") for i in _told_of(tree, clause)]
    if through:
        return [*tree.behind(verb, through), *(tree.predicates(verb) if "as" in through else ())]
    if tree.passive(verb):
        kept = tree.children(verb, "obj")  # "was granted a loan"
        return [*(tree.subject(verb) or ([token.head] if token.dep == "acl" else [])), *kept]
    objects = tree.objects(verb) or _amounts(tree, verb)
    if not objects and token.dep == "acl:relcl":
        return [token.head]  # "the deal he made with Silva"
    if objects or tree.children(verb, "ccomp") or token.lemma in word_classes()["done-to"]:
        return objects
    return [i for i in tree.subject(verb) if tree.token(i).pos != "PRON"]  # "the embassy will close"


def _of_which(tree: Tree, verb: int) -> int | None:
    """ "What they agreed on was a truce": the "be" that says what."""
    token = tree.token(verb)
    above = token.head if token.dep == "csubj" else None
    if token.dep == "acl:relcl" and tree.token(token.head).text.lower() == "what":
        above = tree.token(token.head).head
    return above if above is not None and tree.token(above).lemma == "be" else None


def _amounts(tree: Tree, verb: int) -> list[int]:
    """ "Promised close to $5 million": the sum hangs on the adverb."""
    parts = [i for i in tree.children(verb, "obl") if _is_part(tree, i, verb + 1)]  # "expelled four of six envoys"
    return [*parts, *(i for adverb in tree.children(verb, "advmod") for i in _sums(tree, adverb))]


def _is_part(tree: Tree, noun: int, number: int) -> bool:
    return tree.preposition(noun) == "of" and number in tree.children(noun, "nummod")


def _sums(tree: Tree, adverb: int) -> list[int]:
    return [i for i in tree.children(adverb, "obl") if tree.token(i).pos in ("SYM", "NUM")]


def _thing_at(tree: Tree, index: int, name: str) -> int | None:
    """The thing of a class at a phrase's head, or in it where the head only counts or names it."""
    if _stands_in(tree, index) and _meant(tree, index, name):
        return index
    if name in _RECALLED and tree.token(index).text.lower() in _IT and _meant(tree, index, name):
        return index  # "a truce: both have agreed to it"
    if name == "envoy" and tree.token(index).text.lower() in _PERSONS:
        return index  # "summoned him"
    if name in _ENVOYS and index in tree.envoys:
        return index  # "summoned Rao": who was an envoy may be told before
    token = tree.token(index)
    heads = [index]
    if token.lemma in word_classes()["amounts"] or token.pos in ("NUM", "SYM"):
        heads += [i for word, i in tree.phrases(index) if word in ("of", "in", "on")]
    found = (i for head in heads for i in ((head,) if name in _LEFT else _parts(tree, head)) if _is_of(tree, i, name))
    return next(found, None)


def _stands_in(tree: Tree, index: int) -> bool:
    """ "Chile recalled its own", "expelled the Kenyan ones": for what was named before."""
    return tree.token(index).lemma == "own" or tree.token(index).text.lower() == "ones"


def _parts(tree: Tree, index: int) -> Iterator[int]:
    """A noun and the nouns and numbers that make up its name, at any depth: "the ambassador persona non grata"."""
    yield index
    for part in tree.children(index, *_PARTS):
        if tree.token(part).pos in _NAMING:
            yield from _parts(tree, part)


def _is_of(tree: Tree, index: int, name: str) -> bool:
    words, phrases = _class(name)
    token = tree.token(index)
    if "$" in words and _MONEY.search(token.text):
        return True  # "NZ$500,000", "A$ 5 million"
    if token.lemma.lower() in words or token.text.lower() in words:
        return True
    if not phrases:
        return False
    around = " ".join(t.text.lower() for t in tree.tokens[max(0, index - 2) : index + 3])
    return any(phrase in around for phrase in phrases)


@cache
def _class(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = word_classes()[name]
    return frozenset(w for w in words if " " not in w), tuple(w for w in words if " " in w)


def _meant(tree: Tree, index: int, name: str | None) -> list[int]:
    """What "its own" stands for: the last thing of the class before it."""
    if name is None:
        return []
    return next(([i] for i in range(index - 1, -1, -1) if _is_of(tree, i, name)), [])


def _has_particle(tree: Tree, verb: int, particle: str) -> bool:
    if any(i > verb and tree.token(i).text.lower() == particle for i in tree.children(verb, "advmod", "compound:prt")):
        return True  # "called its ambassador in Lima, Omar Rao, back", at any distance
    behind = enumerate(tree.tokens[verb + 1 : verb + 1 + _REACH])
    return any(
        t.text.lower() == particle
        and t.dep != "det"  # "said no accord was near"
        and (not distance or t.dep != "case" or tree.token(verb + 2 + distance).text == "of")
        for distance, t in behind
    )


def _infinitives(tree: Tree, verb: int, name: str) -> list[int]:
    """Verbs of a class in an infinitive below the verb or its object: "ordered the envoy to leave"."""
    nouns = tree.children(verb, "obj", "iobj", "obl", *_TIMES, "nsubj:pass")
    heads = (verb, *(c for i in nouns for c in tree.with_conjuncts(i)))
    found = [i for head in heads for i in tree.children(head, *_INFINITIVES) if i > verb]
    found = [i for i in found if tree.token(i).dep != "ccomp" or tree.infinitive(i)]  # "decided that it is lifted"
    if name == "any":
        return [i for i in found if tree.infinitive(i)]
    if name == "gerund":
        return [i for i in found if tree.token(i).tag == "VBG" or _is_perfect_gerund(tree, i)]
    words, _ = _class(name)
    found = [i for i in found if tree.token(i).tag != "VBG"]  # "asked him for help in getting it"
    return [i for i in found for c in tree.with_conjuncts(i) if tree.token(c).lemma in words]


def _is_perfect_gerund(tree: Tree, verb: int) -> bool:
    """ "Denied having refused a plane"."""
    return any(tree.token(i).text.lower() == "having" for i in tree.children(verb, "aux"))


def _said(tree: Tree, verb: int, frame: VerbTrigger) -> list[int]:
    """The clauses of the frame's class that the verb holds; where it asks for no other doer, also of who says it."""
    return _contents(tree, verb, frame.content or "any", own=frame.doer != "target")


def _contents(tree: Tree, verb: int, name: str, *, own: bool = False) -> list[int]:
    """The clauses that a verb of saying holds, of a class of verbs and of another doer than who says it."""
    token = tree.token(verb)
    beside = [token.head] if token.dep == "parataxis" else []
    clauses = [c for i in (*tree.children(verb, "ccomp"), *beside) for c in tree.with_conjuncts(i)]
    clauses += _hung_elsewhere(tree, verb)
    told = [c for c in clauses if _is_said(tree, c, name) and not _tells_when(tree, c)]
    apart = [c for c in told if own or _addressed(tree, verb, c) or not set(tree.subject(c)) & set(tree.subject(verb))]
    return apart or [c for c in told if name == "being" and _judged(tree, c)]


def _tells_when(tree: Tree, clause: int) -> bool:
    """ "Rao told Silva so, years after Peru won the war": the parser may take for what is said when it was."""
    return any(tree.token(i).text.lower() in _WHEN for i in tree.children(clause, "mark"))


def _told_of(tree: Tree, clause: int) -> list[int]:
    """ "Peru had made a mistake", "was playing with fire": what a clause says that somebody did or is."""
    behind = [i for word, i in tree.phrases(clause) if word == "with"]
    return [*tree.objects(clause), *tree.predicates(clause), *behind]


def _judged(tree: Tree, clause: int) -> list[int]:
    """ "Said it was a provocation": not who speaks, but what was told before."""
    being = tree.token(clause).lemma == "be"
    return [i for i in tree.children(clause, "nsubj") if being and tree.token(i).text.lower() in _IT]


def _doers(tree: Tree, verb: int, clause: int) -> list[int]:
    """Who does what a clause says: "told Peru that it must withdraw" tells whom it is said to."""
    if tree.passive(clause):
        return []  # "told Peru that the ship must be returned"
    return _judged(tree, clause) or _addressed(tree, verb, clause) or tree.subject(clause)


def _hung_elsewhere(tree: Tree, verb: int) -> list[int]:
    """ "Said in a statement that Peru …", "insists it was so and that Peru …": on a noun, or joined to the verb."""
    nouns = tree.children(verb, "obj", "iobj", "obl")
    below = [*(c for i in nouns for c in tree.children(i, "acl")), *tree.children(verb, "conj")]
    return [c for c in below if any(tree.token(i).text.lower() == "that" for i in tree.children(c, "mark"))]


def _addressed(tree: Tree, verb: int, clause: int) -> list[int]:
    """Whom a pronoun stands for to whom the clause is said."""
    meant = any(tree.token(i).text.lower() in _ANY for i in tree.children(clause, "nsubj"))
    return tree.objects(verb) if meant else []


def _is_said(tree: Tree, clause: int, name: str) -> bool:
    being = tree.token(clause).lemma == "be"
    told = tree.children(clause, "xcomp") if being else []  # "Peru was to blame"
    words = {tree.token(i).lemma.lower() for i in (clause, *told, *tree.children(clause, "aux", "advmod"))}
    words |= {word for word, _ in tree.phrases(clause) if being}  # "Peru was behind it"
    if name == "wish":
        return _is_wished(tree, clause)
    if name == "duties" and (_is_condition(tree, clause) or _is_own(tree, clause) or _is_invited(tree, clause)):
        return False
    if (tree.passive(clause) and name not in _IN_PASSIVE) or (tree.negated(clause) and name not in _MODAL):
        return False
    if name in _AHEAD and _is_past(tree, clause):
        return False  # "said that Peru attacked": no threat
    return name == "any" or not words.isdisjoint(_class(name)[0])


def _is_condition(tree: Tree, clause: int) -> bool:
    """ "Should Peru attack": the auxiliary before its subject."""
    return any(i < s for i in tree.children(clause, "aux") for s in tree.children(clause, "nsubj", "nsubj:pass"))


def _is_own(tree: Tree, clause: int) -> bool:
    """ "We should not build walls": what the speaker asks of himself and his own."""
    return any(tree.token(i).text.lower() in ("we", "i") for i in tree.children(clause, "nsubj", "nsubj:pass"))


def _is_invited(tree: Tree, clause: int) -> bool:
    """ "He must not hesitate to call": what one may do, and need not."""
    return tree.token(clause).lemma == "hesitate"


def _is_past(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what was, and not what will be."""
    words = {t.text.lower() for t in tree.group(clause)}
    return tree.token(clause).tag == "VBD" or not _PERFECT.isdisjoint(words)


def _is_wished(tree: Tree, clause: int) -> bool:
    """ "Insisted that Peru return the ship", "that nothing be decided": the bare verb of a wish, with one doer."""
    if any(tree.token(i).text.lower() == "be" for i in tree.children(clause, "aux:pass", "cop")):
        return not tree.children(clause, "aux")
    singular = any(tree.token(i).tag in ("NN", "NNP") for i in tree.subject(clause)[:1])
    return singular and tree.token(clause).tag in ("VB", "VBP") and not tree.children(clause, "aux", "cop")


def _aims(tree: Tree, verb: int, frame: VerbTrigger) -> Iterator[int]:
    """Whom an infinitive below the verb, or what it says, is aimed at.

    That is its objects, and what stands behind "on" or "against"; of a clause such as "so that Peru can recover" its
    subject.
    """
    below = _infinitives(tree, verb, frame.then) if frame.then is not None else tree.children(verb, "xcomp")
    below = _said(tree, verb, frame) if frame.content is not None else below
    for infinitive in below:
        aimed = tree.objects(infinitive) or ([] if frame.content else tree.children(infinitive, "nsubj"))
        yield from (i for o in aimed for i in (o, *tree.children(o, *_OWNERS)))
        about = [i for word, i in tree.phrases(infinitive) if word == "for"]  # "apologise for remarks on Peru"
        for head in (infinitive, *tree.objects(infinitive), *about):
            yield from (i for word, i in tree.phrases(head) if word in _AIMED)
        if tree.token(infinitive).lemma in _SUPPLYING or (frame.then not in (None, "any") and not aimed):
            yield from (i for word, i in tree.phrases(infinitive) if word == "to")
        if frame.gives:  # "promised to open its ports to Peru"
            yield from (i for head in (infinitive, *aimed) for word, i in tree.phrases(head) if word in _GIVEN_TO)
