"""Which roles a clause leaves out, so that the reader takes them from what was told before."""

from __future__ import annotations

from communique.codebook import VerbTrigger, word_classes
from communique.coding.drafting._agreement import TALKING
from communique.coding.drafting._arriving import goes_to_the_story, leaves_out_who
from communique.coding.drafting._judging import backs_what_is_told, judges_what_is_told
from communique.coding.roles import Bound
from communique.coding.tree import Tree
from communique.coding.triggers import things
from communique.parsing import is_time
from communique.types import Participant, Role

__all__ = ["aims_at_both", "names_others", "open_roles", "sit_together"]

# Nouns that name a side only to who knows the story: "the foreign ministry summoned the ambassador of Israel".
_STORY = frozenset(
    "its their his her ministry government authority side two three four both they them party neighbour "
    "neighbor ambassador envoy capital parliament kingdom emirate sultanate".split()
)

# The same with an article: "accused the bloc of …", "urged the junta to …".
_THE_STORY = frozenset(
    "bloc junta regime ruler administration organisation organization grouping alliance mission leader country nation "
    "soldier president".split()
)
_ARTICLES = frozenset({"the", "this", "these"})

_OTHERS = frozenset(
    "country nation kingdom group state community people world public citizen voter resident population "
    "national".split()
)
_JUDGING = frozenset({"condemnation"})
_THINGS = frozenset("it this that whatever its their anything something nothing".split())
_SHARED = frozenset({"their", "both", "two"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_ALONE = frozenset({"declare", "announce", "proclaim"})
_LEAVERS = frozenset({"his", "her", "their"})
_PAIR = frozenset({"both", "two"})
_BOTH = _PAIR | {"they"}

_SIDES = frozenset("side country government state neighbour neighbor party delegation rival foe adversary ally".split())

# Those who fight for the sides told of: "soldiers of both armies clashed".
_TROOPS = frozenset({"soldier", "troop", "force", "army", "patrol"})

# "The foreign ministers will meet": those of the sides told of, where "foreign ministers met" are any.
_HOLDERS = frozenset(
    "minister president premier leader monarch official delegation negotiator chief team diplomat".split()
)
_HEADED = ["of", "state", "government"]

# "The joint commission will meet", "a technical committee": bodies in which the sides told of sit together.
_JOINT = frozenset(
    "joint bilateral binational bi-national trilateral tripartite mixed intergovernmental inter-governmental steering "
    "follow-up technical working".split()
)
_JOINT_BODIES = frozenset({"commission", "committee", "group", "council", "mechanism", "panel", "team"})

# Words that say of a meeting that others than two sides met: "a cabinet meeting".
_GATHERINGS = frozenset(
    "cabinet council committee board party parliament parliamentary government commission staff union team family "
    "press town club ministerial internal emergency closed annual general plenary regional international".split()
)


def open_roles(tree: Tree, bound: Bound) -> tuple[Role, ...]:
    """The roles that may be implied, that nobody fills, and that no other words of the clause stand for.

    A noun only names an event ("the attack"); it takes a verb to tell one.
    """
    kind, verb = bound.trigger.kind, bound.trigger.verb
    if kind.kind == "visit":
        return ("visitor",) if leaves_out_who(tree, bound) else ("host",) if goes_to_the_story(tree, bound) else ()
    if kind.kind in TALKING or (kind.kind == "call" and verb is not None):
        told = any(p.role not in ("host", "mediator") for p in bound.participants)
        return () if told or not _is_free(tree, bound) else ("party",)
    if bound.trigger.dated:
        return ("party",) if len(bound.participants) < 2 else ()
    if _are_at_odds(tree, bound):
        return ("actor", "target")
    if verb is None or not (bound.participants or _is_thing_told(tree, bound) or _are_both_told(tree, bound)):
        return ()
    return tuple(role for role in _implied(tree, bound) if _is_open(tree, bound, role, kind.requires[role]))


def _implied(tree: Tree, bound: Bound) -> tuple[Role, ...]:
    """The roles that the kind may leave to the story, in a clause like this one."""
    kind, verb = bound.trigger.kind, bound.trigger.verb
    if verb is not None and (verb.then or verb.content) is not None and kind.family == "agreement":
        return kind.implied if _are_both_told(tree, bound) else ()  # "Peru agreed to help": it alone
    if verb is not None and verb.content is not None and not _aims_at_what_is_told(verb):
        return tuple(role for role in kind.implied if role == "actor")
    if kind.family == "statement" and not any(role == "actor" for role, _ in bound.slots):
        return tuple(role for role in kind.implied if role != "actor")  # "was condemned": nobody says by whom
    if verb is not None and verb.thing == "steps":
        return ()  # "announced the measure": against whom is what tells a sanction
    if kind.family == "force" and kind.implied == ("actor",):
        return kind.implied if any(role == "actor" and _is_shot(tree, i) for role, i in bound.slots) else ()
    if kind.kind == "aid" and not tree.passive(bound.trigger.at):
        return ("target",)
    if kind.kind == "ceasefire" and tree.token(bound.trigger.at).lemma in _ALONE and not _are_both_told(tree, bound):
        return ()  # "the truce that Peru declared": it alone
    if kind.kind == "support" and not backs_what_is_told(tree, bound):
        return ()
    return kind.implied if _leaves_out_whom(tree, bound) else tuple(role for role in kind.implied if role != "target")


def _leaves_out_whom(tree: Tree, bound: Bound) -> bool:
    """Whether a clause may leave to the story against whom, or to whom, something is said."""
    name = bound.trigger.kind.kind
    if name == "threat":
        return _is_of_deed(bound.trigger.verb) and not _threatens_known(tree, bound.trigger.at)
    if name == "sanction-lifted" and any(tree.token(v).lemma == "agree" for v in tree.chain(bound.trigger.at)):
        return False  # "agreed to lift curbs": a term of the accord told of
    if name == "apology":
        return tree.token(bound.trigger.at).tag in _FINITE  # "has not said sorry", "should he apologise?"
    if name == "demand":
        return not _names_asked(tree, bound)  # "asked donors to do better"
    if name == "request":  # "asked for more time", and not "asked a bank for a loan"
        return all(_is_of_story(tree, i) for role, i in bound.slots if role == "target" and not is_time(tree.token(i)))
    if name == "accusation":
        return any(_is_of_story(tree, i) or _is_told(tree, i) for role, i in bound.slots if role == "target")
    return name not in _JUDGING or judges_what_is_told(tree, bound)


def _is_of_deed(frame: VerbTrigger | None) -> bool:
    """ "Vowed to retaliate", "promised a response": for what was done; "warned" alone is about anything."""
    if frame is None:
        return False
    return frame.lemma == "threaten" or (frame.content or frame.then or frame.thing) is not None


def _threatens_known(tree: Tree, verb: int) -> bool:
    """ "Threatened to attack the country", "to have it thrown out": against what is told, which need be no side."""
    deeds = tree.children(verb, "xcomp")
    objects = [i for deed in deeds for i in (*tree.objects(deed), *tree.children(deed, "ccomp", "xcomp"))]
    around = [c for i in objects for c in (i, *tree.children(i, "nsubj"))]
    return any(tree.token(i).pos == "PRON" or _is_told_land(tree, i) for i in around)


def _names_asked(tree: Tree, bound: Bound) -> bool:
    """Whether a clause says of whom something is demanded, be it somebody unknown; "the government" is one told of."""
    asked = [i for role, i in bound.slots if role == "target"]
    frame, verb = bound.trigger.verb, bound.trigger.at
    if frame is not None and frame.object and not frame.then and not tree.objects(verb) and not tree.passive(verb):
        return True  # "spoke to both and pressed for a truce"
    return any(_resolved(tree, i, bound) or not _is_of_story(tree, i) for i in asked)


def aims_at_both(tree: Tree, bound: Bound) -> bool:
    """ "Urged both claimants to talk", "called on the two friends": words aimed at the two sides told of.

    So "received the two delegations", "they talked on the phone", "sat across from one another" are of those sides.
    """
    if bound.trigger.kind.kind not in (*TALKING, "call"):
        return any(role == "target" and _are_two(tree, i) for role, i in bound.slots)
    met = [i for role, i in bound.slots if role in ("party", "visitor")] if bound.trigger.verb is not None else []
    spoken = bound.trigger.kind.kind == "call"
    return any(_are_two(tree, i) or _is_one_another(tree, i) or (spoken and _are_they(tree, i)) for i in met)


def _are_they(tree: Tree, index: int) -> bool:
    return tree.token(index).text.lower() == "they"


def _are_two(tree: Tree, index: int) -> bool:
    token, words = tree.token(index), {tree.token(c).text.lower() for c in tree.children(index, "det", "nummod")}
    if token.text.lower() in _PAIR:
        return not list(tree.phrases(index))  # "accused the two", and not "two of the rebels"
    many = token.tag in ("NNS", "VBZ")  # "both claimants": the tagger may take a rare plural for a verb
    return many and ("both" in words or {"the", "two"} <= words)


def _is_told(tree: Tree, index: int) -> bool:
    return tree.token(index).text.lower() in ("it", "them")


def _is_of_story(tree: Tree, index: int) -> bool:
    """Whether a noun or pronoun names only to who knows the story."""
    token = tree.token(index)
    if token.lemma.lower() in _STORY or token.text.lower() in _STORY:
        return True
    if _are_two(tree, index):
        return True
    articles = {tree.token(i).text.lower() for i in tree.children(index, "det")}
    return token.lemma.lower() in _THE_STORY and not articles.isdisjoint(_ARTICLES)


def _aims_at_what_is_told(frame: VerbTrigger) -> bool:
    """ "Warned that it would hit back", "said that the move was shameful": at whoever did what was told before."""
    return frame.doer == "actor" or frame.cue is not None or frame.infinitive is not None


def _is_shot(tree: Tree, index: int) -> bool:
    """ "Missiles struck Lima": what is shot says that somebody attacked, whoever it was."""
    return tree.token(index).lemma in word_classes()["missiles"]


def _is_free(tree: Tree, bound: Bound) -> bool:
    """Whether no word of the clause says that somebody else than those told of met."""
    if bound.trigger.verb is not None and not bound.slots:
        return sit_together(tree, bound)
    before = tree.children(bound.trigger.at, "amod", "compound")
    gathered = any(tree.token(i).lemma.lower() in _GATHERINGS or tree.token(i).pos == "PROPN" for i in before)
    parties = [(role, i) for role, i in bound.slots if role not in ("host", "mediator")]
    return not (gathered or _is_anothers(tree, bound)) and all(_leaves_open(tree, i, role) for role, i in parties)


def _is_anothers(tree: Tree, bound: Bound) -> bool:
    """ "Leaders of the bloc agreed at their summit": theirs, whoever they are."""
    verb = tree.governing_verb(bound.trigger.at)
    owned = verb is not None and any(tree.token(i).text.lower() == "their" for _, i in bound.slots)
    subjects = tree.subject(verb) if owned and verb is not None else []
    return any(tree.token(i).tag in ("NNS", "NNPS") and not _leaves_open(tree, i, "party") for i in subjects)


def sit_together(tree: Tree, bound: Bound) -> bool:
    """ "A joint committee is to meet", "the first session of the working group": a body of the sides told of sits."""
    frame = bound.trigger.verb
    bodies = things(tree, bound.trigger.at, frame) if frame is not None else []
    slots = [i for role, i in bound.slots if role == "party"]
    return not bound.participants and any(_is_joint_body(tree, i) for i in (*bodies, *slots))


def names_others(tree: Tree, bound: Bound) -> bool:
    """ "The summit of Pacific leaders": of others than those told of, whoever they are."""
    if bound.trigger.kind.kind not in TALKING or bound.trigger.verb is not None or bound.participants:
        return False
    behind = [(role, i) for role, i in bound.slots if i > bound.trigger.at]
    return any(tree.lies_under(i, bound.trigger.at) and not _leaves_open(tree, i, role) for role, i in behind)


def _is_thing_told(tree: Tree, bound: Bound) -> bool:
    """ "Relations were restored": the clause has all but the sides."""
    frame = bound.trigger.verb
    if frame is None or frame.thing is None:
        return False
    verb = bound.trigger.at
    headline = tree.token(verb).tag == "VBN" and not tree.children(verb, "obj", "aux")  # "Ambassador called home"
    return tree.passive(verb) or headline or "subject" in frame.through


def _are_both_told(tree: Tree, bound: Bound) -> bool:
    """ "Both signed", "soldiers of the two armies clashed": the clause speaks of the two sides told of."""
    parties = [i for role, i in bound.slots if role == "party"]
    around = {c for i in parties for c in (i, *tree.children(i, "det", "nummod"), *_of_whom(tree, i))}
    if any(tree.token(i).text.lower() in _BOTH for i in around) or _is_impersonal(tree, bound):
        return True
    return bound.trigger.kind.family == "agreement" and any(_is_definite(tree, i) for i in parties)


def _are_at_odds(tree: Tree, bound: Bound) -> bool:
    """ "Each accused the other of a breach", "with each side blaming the other": those told of, each the other."""
    actors = {c for role, i in bound.slots if role == "actor" for c in (i, *tree.children(i, "det"))}
    others = [i for role, i in bound.slots if role == "target" and tree.token(i).lemma == "other"]
    each = any(tree.token(i).text.lower() == "each" for i in actors)
    return bound.trigger.kind.family == "statement" and not bound.participants and each and bool(others)


def _is_impersonal(tree: Tree, bound: Bound) -> bool:
    """ "It was agreed to set up a council": nobody is named who agreed, for it was all."""
    verb = bound.trigger.at
    expletive = any(tree.token(i).text.lower() == "it" for i in tree.children(verb, "nsubj:pass", "expl"))
    frame = bound.trigger.verb
    return expletive and frame is not None and (frame.then or frame.content) is not None


def _is_definite(tree: Tree, index: int) -> bool:
    """ "The leaders signed", "the countries agreed": of whom one has told, and no more is said of them."""
    token = tree.token(index)
    if token.tag == "NNS" and token.lemma == "head":
        behind = [t.lemma.lower() for i, t in enumerate(tree.tokens) if i > index and tree.lies_under(i, index)]
        return behind in (_HEADED[:2], _HEADED[::2]) and bool(tree.children(index, "det"))  # "the heads of state"
    if token.tag != "NNS" or token.lemma not in _HOLDERS | _SIDES or list(tree.phrases(index)):
        return False
    words = [tree.token(c).text.lower() for c in tree.children(index)]
    return words == ["the"]


def _of_whom(tree: Tree, index: int) -> list[int]:
    owners = [i for word, i in tree.phrases(index) if word in ("of", "from")]
    return [c for i in owners for c in (i, *tree.children(i, "det", "nummod"))]


def _is_open(tree: Tree, bound: Bound, role: Role, count: int) -> bool:
    filled = {p.evidence.start for p in bound.participants if p.role == role and (role == "actor" or _has_side(p))}
    if len(filled) >= count:
        return False
    if role == "actor" and _is_presupposed(tree, bound.trigger.at):
        return False
    unknown = [i for r, i in bound.slots if r == role and not (_resolved(tree, i, bound) or is_time(tree.token(i)))]
    if role == "actor":
        unknown = [i for i in unknown if not _is_told(tree, i)]  # "It called on Peru to talk"
    if bound.trigger.verb is not None and bound.trigger.verb.infinitive == role:
        unknown = [i for i in unknown if not _is_left_behind(tree, i)]
    return all(_leaves_open(tree, i, role) for i in unknown)


def _is_left_behind(tree: Tree, index: int) -> bool:
    """ "Was told to leave at once", "given two days to clear her desk": no word for who told her."""
    owners = {tree.token(i).text.lower() for i in tree.children(index, "nmod:poss")}
    return tree.token(index).pos == "ADV" or not owners.isdisjoint(_LEAVERS)


def _is_presupposed(tree: Tree, verb: int) -> bool:
    """ "Amid sanctions imposed on Peru": by whom, the story need not tell; it may be of Peru's friends."""
    token = tree.token(verb)
    return token.dep == "acl" and token.tag == "VBN" and not tree.agents(verb)


def _has_side(participant: Participant) -> bool:
    """Whether it is known for whom somebody acts: not of "the ambassador, Rao", of whom no state is told."""
    actor = participant.actor
    return actor.kind != "person" or actor.country is not None or actor.office is None


def _resolved(tree: Tree, index: int, bound: Bound) -> bool:
    token = tree.token(index)
    return any(p.evidence.overlaps(token) for p in bound.participants)


def _holds_office(tree: Tree, index: int) -> bool:
    """ "The foreign ministers", of the sides told of."""
    token = tree.token(index)
    words = tree.children(index, "det", "nmod:poss")
    definite = any(tree.token(c).text.lower() in ("the", "their") for c in words)
    return definite and token.lemma in _HOLDERS and token.tag == "NNS"


def _leaves_open(tree: Tree, index: int, role: Role) -> bool:
    """Whether a word that nobody could resolve may be the side that the story tells of, or is no side at all."""
    token = tree.token(index)
    if role == "actor" and _is_shot(tree, index):
        return True
    if role == "target" and token.pos == "NUM":
        return True  # "will expel 13": of those told of
    many = token.tag in ("NNS", "NNPS") and token.lemma.lower() not in ("ambassador", "envoy")
    if role == "actor" and many and not tree.children(index, "det", "nmod:poss"):
        return False  # "Western governments"
    if _is_of_story(tree, index) or _is_one_another(tree, index):
        return True
    if role == "party" and (
        _is_definite(tree, index) or any(tree.token(c).text.lower() in _SHARED for c in tree.children(index))
    ):
        return True  # "ties between their countries"
    if role == "party" and _is_joint_body(tree, index):
        return True
    if _holds_office(tree, index) or (role == "party" and token.lemma.lower() in _TROOPS):
        return True
    if token.dep in ("compound", "amod", "nummod") and token.pos != "PROPN":
        return True  # "an extradition treaty": of what sort it is
    thing = token.pos in ("NOUN", "ADJ") or token.text.lower() in _THINGS
    return role == "target" and thing and (token.lemma not in _OTHERS or _is_told_land(tree, index))


def _is_one_another(tree: Tree, index: int) -> bool:
    """ "They sat across from one another", "shook hands with each other"."""
    before = tree.token(index - 1).text.lower() if index else ""
    return (before, tree.token(index).text.lower()) in (("one", "another"), ("each", "other"))


def _is_joint_body(tree: Tree, index: int) -> bool:
    """ "The joint commission", "their follow-up committee"."""
    words = {tree.token(c).text.lower() for c in tree.children(index, "amod", "compound", "nmod:poss")}
    return tree.token(index).lemma.lower() in _JOINT_BODIES and not words.isdisjoint(_JOINT | {"their"})


def _is_told_land(tree: Tree, index: int) -> bool:
    """ "Its ambassador to the country": one land, and the one that was told of."""
    definite = any(tree.token(c).text.lower() == "the" for c in tree.children(index, "det"))
    return tree.token(index).lemma == "country" and tree.token(index).tag == "NN" and definite
