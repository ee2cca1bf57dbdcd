"""Puts right who does what in which clause: subjects and verbs that the language model hangs on the wrong one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from communique.parsing._gate import verb_lemmas
from communique.parsing._mendable import FINITE, Mendable

__all__ = ["STEPS"]

_OPENING = frozenset({"after", "before", "since", "until", "as"})
"""What may stand before a noun as before a clause: "after Peru", "after Peru left"."""
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_BEFORE_NOUNS = frozenset({"with", "of", "for", "on", "between", "in", "from", "to"})
_BEFORE_PLACES = frozenset({"in", "at", "to", "from", "into"})
_JOINED = frozenset({"obj", "obl", "nmod"})
_THEN = frozenset({"then", "later", "also", "subsequently", "afterwards"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_OF_CLAUSE = {dep: dep for dep in ("advcl", "advmod", "obl:tmod", "punct")} | {"acl": "advcl", "nmod": "obl"}
"""What stands behind a place that was taken for the predicate → what it is in the clause."""
_CLAUSES = ("advcl", "acl", "acl:relcl", "ccomp")


def _lower_due(sentence: Mendable, index: int) -> None:
    """In "Rao is due to visit Lima" the infinitive governs the clause, as in "Rao is to visit Lima"."""
    words, heads = sentence.words, sentence.heads
    if words[index : index + 2] != ["due", "to"] or not 0 < index < len(words) - 2 or words[index - 1] not in _BE:
        return
    verb, parts = index + 2, (index - 1, index, index + 1)
    if sentence.deps[verb] in ("aux", "aux:pass", "cop"):
        verb = heads[verb]
    below = heads[verb] in parts
    if sentence.pos[verb] != "VERB" or verb <= index or not (below or _lie_under(sentence, parts, verb)):
        return
    if below:
        over = (i for i in parts if sentence.lies_under(verb, i))
        sentence.replace(next(i for i in over if heads[i] == i or heads[i] not in parts), verb)
    for other, above in enumerate(heads):
        if above in parts and other not in (*parts, verb):
            heads[other] = verb
    for part, dep in zip(parts, ("aux", "advmod", "mark"), strict=True):
        sentence.hang(part, verb, dep)


def _raise_due(sentence: Mendable, index: int) -> None:
    """ "Rao is due in the port of Lima": "due in" is no preposition; it governs the clause and the place."""
    words, heads = sentence.words, sentence.heads
    place = heads[index]
    opens = index > 0 and words[index - 1] in _BE and words[index : index + 2] in (["due", "in"], ["due", "at"])
    if not opens or sentence.deps[index] != "case" or heads[place] != place:
        return
    sentence.replace(place, index)
    sentence.pos[index], sentence.deps[place] = "ADJ", "obl"
    for other, above in enumerate(heads):
        if above == place and other > place and sentence.deps[other] in _OF_CLAUSE:
            sentence.hang(other, index, _OF_CLAUSE[sentence.deps[other]])
    sentence.hang(index + 1, place, "case")


def _take_place(sentence: Mendable, index: int) -> None:
    """ "Is due in Brasilia": a preposition right before a name is no adverb of the verb, but the name's."""
    verb, name = sentence.heads[index], index + 1
    adverb = sentence.deps[index] == "advmod" and sentence.tags[index] == "IN"
    if not adverb or sentence.words[index] not in _BEFORE_PLACES or name >= len(sentence.words):
        return
    while sentence.heads[name] not in (verb, name) and sentence.deps[name] in ("compound", "amod", "flat", "nmod"):
        name = sentence.heads[name]
    bare = sentence.deps[name] in ("obl", "obj") and sentence.preposition(name) is None
    if bare and sentence.heads[name] == verb and sentence.is_name(name):
        sentence.hang(index, name, "case")
        sentence.deps[name] = "obl"


def _lie_under(sentence: Mendable, parts: Sequence[int], top: int) -> bool:
    return all(sentence.lies_under(i, top) for i in parts)


def _free_participle(sentence: Mendable, index: int) -> None:
    """ "Having closed its embassy, Peru said": a participle before comma and subject is nothing that is said."""
    verb = sentence.heads[index]
    if sentence.deps[index] not in ("ccomp", "csubj") or not index < verb or not sentence.is_participle(index):
        return
    subject = next(sentence.below(verb, *_SUBJECTS), None)
    opens = min((index, *sentence.below(index, "aux"))) == 0
    if opens and subject is not None and "," in sentence.words[index:subject] and subject < verb:
        sentence.deps[index] = "advcl"


def _find_subject(sentence: Mendable, index: int) -> None:
    """ "Prices rose after Peru closed the port": a name between "after" and a verb that has no subject is that one."""
    case = next(sentence.below(index, "case"), None) if sentence.deps[index] in ("obl", "nmod") else None
    if case is None or sentence.words[case] not in _OPENING:
        return
    verb = _verb_behind(sentence, index) if sentence.is_named(index) else None
    if verb is None:
        return
    if sentence.heads[verb] == index:
        sentence.heads[verb] = sentence.heads[index]
    sentence.deps[verb] = "advcl"
    sentence.hang(index, verb, "nsubj:pass" if any(sentence.below(verb, "aux:pass")) else "nsubj")
    sentence.hang(case, verb, "mark")


def _verb_behind(sentence: Mendable, name: int) -> int | None:
    """The verb with a tense and without a subject that follows a name and what hangs on it."""
    behind = (i for i in range(name + 1, len(sentence.words)) if sentence.is_finite(i) and sentence.pos[i] == "VERB")
    verb = next(behind, None)
    if verb is None or sentence.deps[verb] not in _CLAUSES or any(sentence.below(verb, *_SUBJECTS)):
        return None
    first = min([verb, *(i for i in sentence.below(verb, "aux", "aux:pass", "advmod") if i > name)])
    within = all(sentence.lies_under(i, name) or sentence.pos[i] == "PUNCT" for i in range(name + 1, first))
    above = sentence.lies_under(name, verb) or (sentence.heads[verb] != name and sentence.lies_under(verb, name))
    return verb if within and not above else None


def _find_object(sentence: Mendable, index: int) -> None:
    """ "Rao visited Peru, officials said": of two subjects the one between a verb and a comma is its object."""
    above = sentence.heads[index]
    verb = index - 1
    if sentence.deps[index] not in _SUBJECTS or not index < above or sentence.pos[verb] != "VERB" or verb < 1:
        return
    others = [i for i in sentence.below(above, *_SUBJECTS) if i > index + 1]
    if (
        others
        and sentence.words[index + 1] == ","
        and sentence.heads[verb] == above
        and not any(sentence.below(verb, "obj"))
    ):
        sentence.hang(index, verb, "obj")
        sentence.hang(index + 1, above, "punct")


def _find_planner(sentence: Mendable, index: int) -> None:
    """ "Peru plans to close its embassy": where the clause has no other verb, "plans" before an infinitive is one."""
    to, verb = index + 1, index + 2
    heads = sentence.heads
    plural = sentence.tags[index] in ("NNS", *FINITE)
    if not plural or heads[index] != index or verb >= len(heads) or sentence.words[to] != "to":
        return
    told = sentence.deps[verb] in ("acl", "advcl") and sentence.tags[verb] == "VB" and heads[verb] == index
    doer = next((i for i in sentence.below(index, "nsubj", "compound", "nmod") if i < index), None)
    if told and doer is not None and sentence.words[index] in verb_lemmas() and doer == _name_before(sentence, index):
        tag = "VBZ" if sentence.tags[index] == "NNS" else sentence.tags[index]
        sentence.pos[index], sentence.tags[index] = "VERB", tag
        sentence.deps[doer], sentence.deps[verb] = "nsubj", "xcomp"


def _name_before(sentence: Mendable, index: int) -> int:
    """The head of the name that ends right before a word."""
    at = index - 1
    while sentence.deps[at] == "flat" and sentence.heads[at] < index:
        at = sentence.heads[at]
    return at


def _join_verb(sentence: Mendable, index: int) -> None:
    """ "Peru made a speech and lifted sanctions": a verb with a tense goes on from the verb, not from its object."""
    noun = sentence.heads[index]
    if sentence.deps[index] != "conj" or sentence.deps[noun] not in _JOINED or sentence.pos[noun] == "VERB":
        return
    verb = sentence.verb_above(noun)
    joined = sentence.words[index - 1] == "and" or sentence.words[index - 1] in _THEN
    alike = sentence.tags[index] in FINITE and sentence.tags[verb] in FINITE
    if joined and alike and verb < noun < index and not any(sentence.below(index, *_SUBJECTS)):
        sentence.heads[index] = verb


def _find_sufferer(sentence: Mendable, index: int) -> None:
    """ "A treaty with Peru was signed": before a preposition stands the subject, behind it what hangs on that."""
    verb = sentence.heads[index]
    noun = sentence.heads[verb]
    told = sentence.deps[index] == "mark" and sentence.words[index] in _BEFORE_NOUNS and sentence.deps[verb] == "acl"
    inner = next(sentence.below(verb, "nsubj:pass"), None) if told else None
    if inner is None or not noun == index - 1 < inner < verb or not any(sentence.below(verb, "aux:pass")):
        return
    sentence.replace(noun, verb)
    sentence.deps[noun] = "nsubj:pass"
    sentence.hang(inner, noun, "nmod")
    sentence.hang(index, inner, "case")


STEPS: tuple[Callable[[Mendable, int], None], ...] = (
    _lower_due,
    _raise_due,
    _take_place,
    _find_sufferer,
    _free_participle,
    _find_subject,
    _find_object,
    _find_planner,
    _join_verb,
)
