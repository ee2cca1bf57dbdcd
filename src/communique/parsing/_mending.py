"""Puts right what the language model's trees have that Universal Dependencies do not allow, or that nobody means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from communique.codebook import codebook, word_classes
from communique.parsing._clauses import STEPS
from communique.parsing._forms import same_in_past, verb_forms
from communique.parsing._gate import verb_lemmas
from communique.parsing._mendable import FINITE, TIMES, Mendable

__all__ = ["mend"]

_BEHIND_VERB = {"nmod": "obl", "nmod:poss": "obl", "root": "obj", "ROOT": "obj", "appos": "obj", "compound": "obj"}
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM", "SYM", "PRON")
_HEADING = frozenset({"head", "return", "stop", "move", "rush", "call"})  # "Peru heads of state"
_ACTS_AND_QUALITIES = frozenset({"close", "open", "free", "clear"})
_DIRECTIONS = frozenset({"to", "for", "back", "home"})
_UNITS = frozenset("minutes minute hours hour days day weeks week months month years year moments".split())
_LONG_UNITS = frozenset({"decade", "decades", "century", "centuries", "generation", "generations"})
_RANKS = frozenset({"first", "second", "third", "only", "last"})
_APART = frozenset({"earlier", "later", "before", "after", "ago"})
_BE = frozenset({"is", "are", "was", "were"})
_OF_NAMES = frozenset({"conj", "appos", "acl:relcl"})  # what hangs on a whole name
_OF_NOUNS = ("det", "amod", "compound", "nmod:poss", "nummod", "aux")
_OF_PHRASES = ("case", *_OF_NOUNS)
_HAVING = frozenset({"have", "has", "had", "having"})
_STATIONS = frozenset({"obj", "obl", "conj", "appos"})
_BETWEEN = frozenset({",", "and", "then"})
_BEHIND_COLON = frozenset({"appos", "conj", "obj", "nmod"})
_STOPS = frozenset({".", "!", "?", '"', "”"})
_SOURCE = 6  # words from the colon on: "FM spokesperson Ana Rao"


def mend(pos: list[str], heads: list[int], deps: list[str], tags: list[str], words: Sequence[str]) -> None:
    """Put right, in place, what UD does not allow and what no list and no journey can mean."""
    sentence = Mendable(pos, heads, deps, tags, words)
    _find_verb(sentence)
    for step in (*_STEPS, *STEPS):
        for index in range(len(words)):
            step(sentence, index)


def _head_off(sentence: Mendable, index: int) -> None:
    """ "Peru's prime minister heads to Lima": "heads" behind one and before a direction is no noun."""
    tags, heads, deps = sentence.tags, sentence.heads, sentence.deps
    behind = sentence.words[index + 1] if index + 1 < len(tags) else ""
    one = index > 0 and tags[index - 1] in ("NN", "NNP")
    if not one or tags[index] != "NNS" or sentence.words[index] not in _heading_forms() or behind not in _DIRECTIONS:
        return
    before = [i for i in range(index) if heads[i] == index]
    if not before:
        return
    subject = before[-1] if deps[index - 1] != "flat" else heads[index - 1]
    if subject not in before:
        return  # the name before it hangs elsewhere: it is not its subject
    sentence.pos[index], tags[index] = "VERB", "VBZ"
    for i in sentence.below(index, "nmod"):
        deps[i] = "obl"
    for i in before:
        heads[i], deps[i] = (index, "nsubj") if i == subject else (subject, deps[i])
    above = heads[index]
    if deps[index] == "nsubj" and heads[above] == above:
        heads[index], deps[index], heads[above], deps[above] = index, "root", index, "advcl"


def _close(sentence: Mendable, index: int) -> None:
    """ "Will expel six and close Peru's consulate": an adjective does not stand before whose the noun is."""
    noun = sentence.heads[index]
    if sentence.words[index] not in _ACTS_AND_QUALITIES or sentence.deps[index] != "amod" or not 0 < index < noun:
        return
    owned = any(index < i < noun for i in sentence.below(noun, "det", "nmod:poss"))
    verb = sentence.verb_above(noun)
    joined = sentence.deps[noun] == "conj" and sentence.words[index - 1] == "and"
    if not (owned and joined) or sentence.pos[verb] != "VERB" or sentence.lies_under(verb, noun):
        return
    sentence.pos[index], sentence.tags[index] = "VERB", "VB"
    sentence.hang(index, verb, "conj")
    sentence.hang(noun, index, "obj")
    sentence.hang(index - 1, index, "cc")


def _tell_past(sentence: Mendable, index: int) -> None:
    """ "Closed the border and cut ties": what goes on from a past is one, where the forms are the same."""
    tags = sentence.tags
    above = sentence.heads[index]
    goes_on = tags[index] == "VB" and sentence.deps[index] == "conj" and tags[above] == "VBD" and above < index
    if goes_on and sentence.words[index] in same_in_past() and not any(sentence.below(index, "aux", "mark", "nsubj")):
        tags[index] = "VBD"


def _free_time(sentence: Mendable, index: int) -> None:
    """ "Hours earlier Rao met Silva": a stretch of time is nobody who acts."""
    behind = sentence.words[index + 1] if index + 1 < len(sentence.words) else ""
    if sentence.deps[index] == "nsubj" and sentence.words[index] in _UNITS and behind in _APART:
        sentence.deps[index] = "obl:tmod"


def _let_come(sentence: Mendable, index: int) -> None:
    """ "Peru had the envoy come in": whom one has do something is the object of "have"."""
    does = sentence.heads[index]
    have = sentence.heads[does]
    caused = sentence.deps[does] in ("obj", "ccomp") and sentence.pos[does] == "VERB"
    if sentence.deps[index] == "nsubj" and caused and sentence.words[have] in _HAVING:
        sentence.hang(index, have, "obj")
        sentence.deps[does] = "xcomp"


def _raise_to_name(sentence: Mendable, index: int) -> None:
    """ "Mr Rao and Silva": what hangs on a further word of a name hangs on the name."""
    heads, deps = sentence.heads, sentence.deps
    while deps[index] in _OF_NAMES and deps[heads[index]] == "flat" and heads[heads[index]] != heads[index]:
        heads[index] = heads[heads[index]]


def _join_subjects(sentence: Mendable, index: int) -> None:
    """ "Rao, Minister Silva and Minister Soto met": two names that are subjects of one verb are one list."""
    if sentence.deps[index] != "nsubj" or not sentence.is_named(index):
        return
    verb = sentence.heads[index]
    first = next(sentence.below(verb, "nsubj"), index)
    between = sentence.words[first:index]
    listed = "and" in between or ("," in between and sentence.goes_on(index))
    if listed and first < index < verb and sentence.is_named(first):
        sentence.hang(index, first, "conj")


def _join_list(sentence: Mendable, index: int) -> None:
    """ "Rao, her colleague Silva and Minister Soto met": a name between a comma and an "and" is no apposition.

    Nor is one behind an "and" of its own: "Peru's Rao and Chile's Silva".
    """
    first = sentence.heads[index]
    if (
        sentence.deps[index] != "appos"
        or not first < index
        or not (sentence.is_named(first) and sentence.is_named(index))
    ):
        return
    between = sentence.words[first:index]
    own = any(any(sentence.below(i, "cc")) for i in (index, *sentence.below(index, "nmod:poss", "amod", "compound")))
    if ("and" in between and own) or ("," in between and sentence.goes_on(index)):
        sentence.hang(index, first, "conj")


def _name_noun(sentence: Mendable, index: int) -> None:
    """ "met his host, Omar Rao, ": a name behind a noun and a comma, without an "and", is who the noun means."""
    if sentence.deps[index] not in ("conj", "obj", "parataxis"):
        return
    noun = min((index, *sentence.below(index, "amod", "compound", "det"))) - 2
    if noun < 0 or sentence.words[noun + 1] != ",":
        return
    above = sentence.heads[index]
    listed = any(any(sentence.below(i, "cc")) for i in (index, above, *sentence.below(above, "conj")))
    common = sentence.pos[noun] == "NOUN" and sentence.words[noun] not in TIMES and not sentence.is_named(noun)
    if common and sentence.is_name(index) and above in (noun, sentence.heads[noun]) and not listed:
        sentence.hang(index, noun, "appos")


def _join_stations(sentence: Mendable, index: int) -> None:
    """ "visits Peru on Monday, Chile on Tuesday": a place behind a day is the next station, no further name of the day.

    It takes the preposition of the first station or its own, which must be the same.
    """
    if not sentence.is_name(index) or sentence.deps[index] not in _STATIONS or not _follows_day(sentence, index):
        return
    verb = sentence.verb_above(index)
    own = sentence.preposition(index)
    earlier = [i for i in (verb, *sentence.below(verb, "obj", "obl")) if i < index and sentence.is_name(i)]
    like = [i for i in earlier if sentence.preposition(i) == own] or ([] if own else earlier[-1:])
    if like:
        sentence.hang(index, like[0], "conj")


def _follows_day(sentence: Mendable, index: int) -> bool:
    """Whether a place stands behind a comma or an "and" behind a day: "on May 5, to Chile", "on Monday and Chile"."""
    at = index - 1
    while at > 0 and (sentence.words[at] in _BETWEEN or sentence.deps[at] == "case"):
        at -= 1
    joined = _BETWEEN.intersection(sentence.words[at + 1 : index])
    day = sentence.words[at - 1 : at + 1] if sentence.pos[at] == "NUM" else sentence.words[at : at + 1]
    return bool(joined) and not TIMES.isdisjoint(day)


def _raise_subject(sentence: Mendable, index: int) -> None:
    """In "Rao, making a rare trip, landed in Lima" the subject is the finite verb's, not the participle's."""
    heads, deps, tags = sentence.heads, sentence.deps, sentence.tags
    participle = heads[index]
    verb = heads[participle]
    opening = deps[index] == "nsubj" and deps[participle] in ("advcl", "csubj") and index < participle < verb
    if not opening or not sentence.is_participle(participle):
        return
    if tags[verb] not in FINITE and not any(sentence.below(verb, "cop")):
        return
    between = sentence.words[index + 1 : participle]
    if "," in between and not any(sentence.below(verb, "nsubj", "nsubj:pass")):
        heads[index], deps[participle] = verb, "advcl"


def _lower_be(sentence: Mendable, index: int) -> None:
    """In "Rao is to visit Lima" (Quirk et al. 1985, 3.45) the infinitive governs the clause, not the form of "be"."""
    heads, deps, tags, words = sentence.heads, sentence.deps, sentence.tags, sentence.words
    be = heads[index]
    to = index - 1
    modal = words[be] in _BE and tags[index] == "VB" and words[to] == "to" and deps[index] in ("ccomp", "xcomp")
    if not modal or be >= index or any(tags[i].startswith(("N", "V", "J")) for i in range(be + 1, index)):
        return
    heads[index], deps[index] = index if heads[be] == be else heads[be], deps[be]
    for other, above in enumerate(heads):
        if above == be and other not in (be, index):
            heads[other] = index
    heads[be], deps[be], sentence.pos[be] = index, "aux", "AUX"


def _right_word(sentence: Mendable, index: int) -> None:
    """A passive of no verb ("were scrapped"), and a verb that is possessed ("his May visit")."""
    dep, head = sentence.deps[index], sentence.heads[index]
    if dep == "aux:pass":
        sentence.pos[head] = "VERB"
    elif dep in ("nmod:poss", "det") and sentence.pos[head] == "VERB" and sentence.tags[head] != "VBG":
        acts = any(index < i < head for i in sentence.below(head, "nsubj"))  # "The US and Peru signed"
        sentence.pos[head] = "VERB" if acts else "NOUN"


def _right_object(sentence: Mendable, index: int) -> None:
    """An object with a preposition, two objects of one verb ("gave Peru a loan")."""
    heads, deps, pos = sentence.heads, sentence.deps, sentence.pos
    dep, head = deps[index], heads[index]
    if dep == "case" and pos[index] == "ADP" and deps[head] in ("obj", "iobj"):
        deps[head] = "obl"
    elif dep == "obj" and sentence.words[head] in _giving() and _second_object(sentence, index):
        deps[index] = "iobj"
    elif dep == "compound" and pos[index] == "PROPN" and _is_of_given(sentence, head):
        sentence.hang(index, heads[head], "iobj")


def _free_adverb(sentence: Mendable, index: int) -> None:
    """The subject of an adverb that is itself called a subject: "There Rao met Silva"."""
    head = sentence.heads[index]
    if sentence.deps[index] == sentence.deps[head] == "nsubj" and sentence.pos[head] == "ADV":
        sentence.deps[head], sentence.heads[index] = "advmod", sentence.heads[head]


def _raise_participle(sentence: Mendable, index: int) -> None:
    """In "Creditors granted Chad relief", "Presidents gathered in Lima" the only verb is no participle of its subject.

    It has an object, or is a verb that takes none, or the sentence is whole: no passive, as in the headline
    "Ambassador called home".
    """
    heads, tags = sentence.heads, sentence.tags
    root = heads[index]
    if sentence.deps[index] != "acl" or tags[index] not in ("VBN", "VBD") or not root < index or heads[root] != root:
        return
    only = not any(tag in (*FINITE, "MD") for i, tag in enumerate(tags) if i != index)
    if not only or sentence.pos[root] not in ("NOUN", "PROPN") or not _is_active(sentence, index):
        return
    heads[index], sentence.deps[index] = index, "root"
    sentence.hang(root, index, "nsubj")
    tags[index] = "VBD"
    for other in range(index + 1, len(heads)):
        if heads[other] == root:
            heads[other] = index


def _is_active(sentence: Mendable, verb: int) -> bool:
    words = sentence.words
    if "by" in words[verb:]:
        return False
    acts = any(i > verb for i in sentence.below(verb, "obj"))
    return acts or words[verb] in _done_by_many() or words[-1] == "."


def _name_source(sentence: Mendable, index: int) -> None:
    """ "Peru opposes the launch: spokesperson": behind the colon of a headline stands whose word it is."""
    words, deps = sentence.words, sentence.deps
    if deps[index] not in _BEHIND_COLON or words[-1] in _STOPS or ":" not in words[sentence.heads[index] : index]:
        return
    colon = max(i for i in range(index) if words[i] == ":")
    told = any(sentence.pos[i] in ("VERB", "AUX") for i in range(colon, len(words)))
    if sentence.heads[index] < colon and len(words) - colon <= _SOURCE and not told:
        root = next(i for i, head in enumerate(sentence.heads) if head == i)
        sentence.hang(index, root, "parataxis")


def _act(sentence: Mendable, index: int) -> None:
    """ "The US and Peru signed a deal": a form of a verb that has a subject, and no "be" beside it, is no noun."""
    subject = next(sentence.below(index, "nsubj"), index)
    if sentence.pos[index] != "NOUN" or subject >= index or sentence.words[index] not in verb_lemmas():
        return
    tag = _finite_tag(sentence.words[index])
    if tag not in FINITE or any(i > subject for i in sentence.below(index, "cop", *_OF_NOUNS)):
        return
    sentence.pos[index], sentence.tags[index] = "VERB", tag
    for i in sentence.below(index, "nmod"):
        sentence.deps[i] = "obl"


def _act_of_several(sentence: Mendable, index: int) -> None:
    """ "Flights between Peru and Chile resume on Friday": what hangs bare on a plural, before a phrase, is its verb."""
    heads, deps, several = sentence.heads, sentence.deps, sentence.heads[index]
    plural = several < index and sentence.tags[several] in ("NNS", "NNPS")
    bare = sentence.tags[index] == "NN" and verb_lemmas().get(sentence.words[index]) == sentence.words[index]
    ahead = sentence.pos[index + 1] if index + 1 < len(heads) else ""
    if not (plural and bare and deps[index] == "nmod" and ahead == "ADP") or any(sentence.below(index, *_OF_PHRASES)):
        return
    sentence.pos[index], sentence.tags[index] = "VERB", "VBP"
    heads[index], deps[index] = index if heads[several] == several else heads[several], deps[several]
    for i in [i for i in range(index + 1, len(heads)) if heads[i] in (several, index)]:
        sentence.hang(i, index, "obl" if deps[i] == "nmod" else deps[i])
    sentence.hang(several, index, "nsubj")


def _raise_infinitive(sentence: Mendable, index: int) -> None:
    """ "The first premier in 12 years to come to Lima": who comes is the premier, and no years are to come."""
    years = sentence.heads[index]
    marked = sentence.deps[index] == "acl" and any(sentence.words[i] == "to" for i in sentence.below(index, "mark"))
    if not marked or sentence.words[years] not in _UNITS | _LONG_UNITS:
        return
    ranks = (i for i in range(years - 1, -1, -1) if sentence.words[i] in _RANKS and sentence.deps[i] == "amod")
    first = next(ranks, None)
    if first is not None and sentence.heads[first] > first and sentence.heads[first] < years:
        sentence.hang(index, sentence.heads[first], "acl")


_STEPS: tuple[Callable[[Mendable, int], None], ...] = (
    _act_of_several,
    _act,
    _head_off,
    _close,
    _tell_past,
    _free_time,
    _raise_subject,
    _lower_be,
    _raise_participle,
    _raise_infinitive,
    _let_come,
    _raise_to_name,
    _right_word,
    _right_object,
    _free_adverb,
    _name_noun,
    _join_subjects,
    _join_list,
    _join_stations,
    _name_source,
)


def _find_verb(sentence: Mendable) -> None:
    """Make a verb of the noun that must be one in a sentence that has none: "Leaders of the bloc gather in Lima"."""
    pos, heads, tags = sentence.pos, sentence.heads, sentence.tags
    if any(_is_verb(sentence, index) for index in range(len(pos))):
        return
    candidates = (i for i in range(1, len(pos)) if _may_be_verb(sentence, i))
    finite = (i for i, tag in enumerate(tags) if tag in FINITE)
    verb = next(finite, next(candidates, None))
    if verb is not None:
        nouns = [i for i in range(verb) if pos[i] in ("NOUN", "PROPN") and (heads[i] == i or heads[i] >= verb)]
        pos[verb] = "VERB"
        tags[verb] = _finite_tag(sentence.words[verb]) or tags[verb]
        _make_root(sentence, verb, nouns)


def _is_verb(sentence: Mendable, index: int) -> bool:
    """Whether a word governs a clause: not what has a noun's tag behind the verb of a headline ("lodges protest")."""
    if sentence.pos[index] == "VERB" and sentence.tags[index] == "NN":
        return not (sentence.pos[index - 1] == "NOUN" and _leads_headline(sentence, index - 1))
    return sentence.pos[index] in ("VERB", "AUX") and sentence.deps[index] != "amod"


@cache
def _done_by_many() -> frozenset[str]:
    """Past forms of verbs of the codebook that act on nothing: "ministers gathered", "a ship docked"."""
    frames = [frame for kind in codebook().kinds for frame in kind.verbs]
    acting = {frame.lemma for frame in frames if frame.object or (frame.thing and "subject" not in frame.through)}
    return frozenset(form for frame in frames if frame.lemma not in acting for form, _ in verb_forms(frame.lemma))


def _finite_tag(word: str) -> str | None:
    """The tag of a form as the verb of a clause: what is bare is a present of several."""
    forms = verb_forms(verb_lemmas().get(word, word))
    tag = next((tag for form, tag in forms if form == word), None)
    return "VBP" if tag == "VB" else tag


def _make_root(sentence: Mendable, verb: int, nouns: Sequence[int]) -> None:
    """Hang on a verb what stands behind it, its subjects (``nouns``), and whatever was a root."""
    heads, deps = sentence.heads, sentence.deps
    for index in range(verb + 1, len(heads)):
        if heads[index] <= verb or heads[index] == index:
            heads[index], deps[index] = verb, _BEHIND_VERB.get(deps[index], deps[index])
    for index in nouns:
        heads[index], deps[index] = (verb, "nsubj") if index == nouns[0] else (nouns[0], "conj")
    heads[verb], deps[verb] = verb, "root"
    for index, above in enumerate(heads):
        if above == index != verb:
            heads[index], deps[index] = verb, "parataxis"


def _may_be_verb(sentence: Mendable, index: int) -> bool:
    """A verb of the codebook: bare behind a plural, before a preposition ("ministers convene in"), or in a headline."""
    pos, tags, word = sentence.pos, sentence.tags, sentence.words[index]
    if _leads_headline(sentence, index):
        return True
    plural = tags[index - 1] in ("NNS", "NNPS") or (pos[index - 1] in ("NUM", "PROPN") and "NNS" in tags[:index])
    behind = pos[index + 1] if index + 1 < len(pos) else ""
    bare = tags[index] == "NN" and verb_lemmas().get(word) == word
    return bare and plural and behind in ("ADP", "PART")


def _leads_headline(sentence: Mendable, index: int) -> bool:
    """ "Rwanda signs deal", "Peru, Chile swap prisoners": a verb between a name that opens the sentence and a noun."""
    pos, tags, words = sentence.pos, sentence.tags, sentence.words
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
    return named if words[index] in _nouns() and not several else pos[behind] in _NOMINAL or tags[behind] == "NN"


@cache
def _heading_forms() -> frozenset[str]:
    """ "Heads", "moves": forms of one of the verbs of a direction that are plurals of nouns too."""
    return frozenset(form for lemma in _HEADING for form, tag in verb_forms(lemma) if tag == "VBZ")


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


def _second_object(sentence: Mendable, index: int) -> bool:
    """Whether an object of the same verb stands behind this one: "gave Peru a loan"."""
    verb = sentence.heads[index]
    return verb < index and any(i > index for i in sentence.below(verb, "obj"))


def _is_of_given(sentence: Mendable, thing: int) -> bool:
    """Whether a name that modifies an object is whom something is given to: "gave Peru €5m", "gave Peru food aid"."""
    if sentence.deps[thing] != "obj":
        return False
    verb = sentence.heads[thing]
    first = next(sentence.below(thing, "compound", "amod", "det"), thing)
    return sentence.pos[thing] == "SYM" or (sentence.words[verb] in _giving() - {"show"} and first == verb + 1)


@cache
def _giving() -> frozenset[str]:
    """Forms of the verbs that take two objects (Quirk et al. 1985, 16.55)."""
    verbs = "give grant offer promise pledge send lend pay hand award guarantee owe deny sell show tell bring cost"
    return frozenset(form for verb in verbs.split() for form, _ in verb_forms(verb))
