"""Puts right what the language model's trees have that Universal Dependencies do not allow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.codebook import codebook, word_classes
from communique.parsing._forms import verb_forms
from communique.parsing._gate import verb_lemmas

__all__ = ["mend"]

_BEHIND_VERB = {"nmod": "obl", "nmod:poss": "obl", "root": "obj", "ROOT": "obj", "appos": "obj", "compound": "obj"}
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "SYM", "PRON")
_FINITE = ("VBZ", "VBD", "VBP")
_HEADING = frozenset({"head", "return", "stop", "move", "rush", "call"})  # "Peru heads of state"
_TIMES = frozenset("minutes minute hours hour days day weeks week months month years year moments".split())
_APART = frozenset({"earlier", "later", "before", "after", "ago"})
_BE = frozenset({"is", "are", "was", "were"})
_OF_NAMES = frozenset({"conj", "appos", "acl:relcl"})  # what hangs on a whole name


def mend(pos: list[str], heads: list[int], deps: list[str], tags: list[str], words: Sequence[str]) -> None:
    """Put right what UD does not allow.

    A passive of no verb ("were scrapped"), a verb that is possessed ("his May visit"), an object with a preposition,
    the subject of an adverb ("There Rao met Silva"), what hangs on a further word of a name ("Mr Rao and Silva"), two
    objects of one verb ("gave Peru a loan"), "be" that governs what it is an auxiliary of ("is to visit").
    """
    _find_verb(pos, heads, deps, tags, words)
    for index in range(len(words) - 1):
        if deps[index] == "nsubj" and words[index] in _TIMES and words[index + 1] in _APART:
            deps[index] = "obl:tmod"  # "Hours earlier Rao met Silva"
    for index in range(len(words)):
        _raise_subject(index, heads, deps, tags, words)
    for index in range(1, len(words)):
        _lower_be(index, pos, heads, deps, tags, words)
    for index, dep in enumerate(deps):
        while dep in _OF_NAMES and deps[heads[index]] == "flat" and heads[heads[index]] != heads[index]:
            heads[index] = heads[heads[index]]
        if dep == "aux:pass":
            pos[heads[index]] = "VERB"
        elif dep in ("nmod:poss", "det") and pos[heads[index]] == "VERB" and tags[heads[index]] != "VBG":
            pos[heads[index]] = "NOUN"
        elif dep == "case" and pos[index] == "ADP" and deps[heads[index]] in ("obj", "iobj"):
            deps[heads[index]] = "obl"
        elif dep == "obj" and words[heads[index]] in _giving() and _second_object(index, heads, deps):
            deps[index] = "iobj"
        elif dep == "compound" and pos[index] == "PROPN" and pos[heads[index]] == "SYM" and deps[heads[index]] == "obj":
            deps[index], heads[index] = "iobj", heads[heads[index]]  # "gave Peru €5m"
        elif dep == "nsubj" and pos[heads[index]] == "ADV" and deps[heads[index]] == "nsubj":
            deps[heads[index]], heads[index] = "advmod", heads[heads[index]]


def _raise_subject(index: int, heads: list[int], deps: list[str], tags: Sequence[str], words: Sequence[str]) -> None:
    """In "Rao, making a rare trip, landed in Lima" the subject is the finite verb's, not the participle's."""
    participle = heads[index]
    verb = heads[participle]
    absolute = deps[index] != "nsubj" or deps[participle] != "advcl" or tags[participle] != "VBG"
    if absolute or not index < participle < verb or tags[verb] not in ("VBD", "VBZ", "VBP"):
        return
    between = words[index + 1 : participle]
    if "," in between and not any(heads[i] == verb and deps[i].startswith("nsubj") for i in range(len(words))):
        heads[index] = verb


def _lower_be(
    index: int, pos: list[str], heads: list[int], deps: list[str], tags: Sequence[str], words: Sequence[str]
) -> None:
    """In "Rao is to visit Lima" (Quirk et al. 1985, 3.45) the infinitive governs the clause, not the form of "be"."""
    be = heads[index]
    to = index - 1
    modal = words[be] in _BE and tags[index] == "VB" and words[to] == "to" and deps[index] in ("ccomp", "xcomp")
    if not modal or be >= index or any(tags[i].startswith(("N", "V", "J")) for i in range(be + 1, index)):
        return
    heads[index], deps[index] = index if heads[be] == be else heads[be], deps[be]
    for other, above in enumerate(heads):
        if above == be and other not in (be, index):
            heads[other] = index
    heads[be], deps[be], pos[be] = index, "aux", "AUX"


def _find_verb(pos: list[str], heads: list[int], deps: list[str], tags: list[str], words: Sequence[str]) -> None:
    """Make a verb of the noun that must be one in a sentence that has none: "Leaders of the bloc gather in Lima"."""
    if any(part in ("VERB", "AUX") and dep != "amod" for part, dep in zip(pos, deps, strict=True)):
        return
    candidates = (i for i in range(1, len(pos)) if _may_be_verb(i, pos, tags, words))
    finite = (i for i, tag in enumerate(tags) if tag in _FINITE)
    verb = next(finite, next(candidates, None))
    if verb is not None:
        nouns = [i for i in range(verb) if pos[i] in ("NOUN", "PROPN") and (heads[i] == i or heads[i] >= verb)]
        pos[verb] = "VERB"
        tags[verb] = _finite_tag(words[verb]) or tags[verb]
        _make_root(verb, nouns, heads, deps)


def _finite_tag(word: str) -> str | None:
    """The tag of a form as the verb of a clause: what is bare is a present of several."""
    forms = verb_forms(verb_lemmas().get(word, word))
    tag = next((tag for form, tag in forms if form == word), None)
    return "VBP" if tag == "VB" else tag


def _make_root(verb: int, nouns: Sequence[int], heads: list[int], deps: list[str]) -> None:
    """Hang on a verb what stands behind it, its subjects (``nouns``), and whatever was a root."""
    for index in range(verb + 1, len(heads)):
        if heads[index] <= verb or heads[index] == index:
            heads[index], deps[index] = verb, _BEHIND_VERB.get(deps[index], deps[index])
    for index in nouns:
        heads[index], deps[index] = (verb, "nsubj") if index == nouns[0] else (nouns[0], "conj")
    heads[verb], deps[verb] = verb, "root"
    for index, above in enumerate(heads):
        if above == index != verb:
            heads[index], deps[index] = verb, "parataxis"


def _may_be_verb(index: int, pos: Sequence[str], tags: Sequence[str], words: Sequence[str]) -> bool:
    """A verb of the codebook: bare behind a plural, before a preposition ("ministers convene in"), or in a headline."""
    if _leads_headline(index, pos, tags, words):
        return True
    plural = tags[index - 1] in ("NNS", "NNPS") or (pos[index - 1] in ("NUM", "PROPN") and "NNS" in tags[:index])
    behind = pos[index + 1] if index + 1 < len(pos) else ""
    bare = tags[index] == "NN" and verb_lemmas().get(words[index]) == words[index]
    return bare and plural and behind in ("ADP", "PART")


def _leads_headline(index: int, pos: Sequence[str], tags: Sequence[str], words: Sequence[str]) -> bool:
    """ "Rwanda signs deal", "Peru, Chile swap prisoners": a verb between a name that opens the sentence and a noun."""
    lemma = verb_lemmas().get(words[index])
    behind = index + 1
    if lemma is None or behind >= len(pos) or pos[index - 1] != "PROPN":
        return False
    several = "," in words[:index] or "and" in words[:index]
    names = all(part in ("PROPN", "PUNCT", "CCONJ", "ADJ") for part in pos[:index])
    if not names or several != (words[index] == lemma):
        return False
    if pos[behind] == "ADP":
        return lemma in _journeys()
    named = pos[behind] == "PROPN" or tags[behind] in ("JJ", "CD", "NNP")
    return named if words[index] in _nouns() and not several else pos[behind] in _NOMINAL


@cache
def _nouns() -> frozenset[str]:
    """Nouns of the codebook with their plurals, which name events: "China visits", "Russia sanctions"."""
    asked = {frame.thing for kind in codebook().kinds for frame in kind.verbs if frame.thing is not None}
    things = (word for name in asked for word in word_classes()[name])
    named = (form for kind in codebook().kinds for noun in kind.nouns for form in (noun, noun + "s"))
    return frozenset({*things, *named})


@cache
def _journeys() -> frozenset[str]:
    """Verbs of who goes abroad that are no nouns: "King Rao lands in Peru"."""
    frames = [frame for kind in codebook().kinds for frame in kind.verbs if frame.abroad]
    return frozenset(frame.lemma for frame in frames if frame.lemma + "s" not in _nouns()) - _HEADING


def _second_object(index: int, heads: Sequence[int], deps: Sequence[str]) -> bool:
    """Whether an object of the same verb stands behind this one: "gave Peru a loan"."""
    later = any(heads[i] == heads[index] and deps[i] == "obj" for i in range(index + 1, len(heads)))
    return later and heads[index] < index


@cache
def _giving() -> frozenset[str]:
    """Forms of the verbs that take two objects (Quirk et al. 1985, 16.55)."""
    verbs = "give grant offer promise pledge send lend pay hand award guarantee owe deny sell show tell bring cost"
    return frozenset(form for verb in verbs.split() for form, _ in verb_forms(verb))
