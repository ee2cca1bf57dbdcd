"""Words of saying in a passage: verbs that may report what somebody says, by their forms and the words around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from communique.codebook import Complement, sayings
from communique.coding.speech._passages import Reader, Word
from communique.parsing import verb_forms

__all__ = ["Cue", "Verb", "cues", "openings", "phrase_at", "saying_forms"]

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "nobody", "hardly", "without"})
_MODALS = frozenset("will would can could may might shall should must 'd 'll ’d ’ll wo ca let".split())
_BEING = frozenset("be is are was were been being am 's ’s 're ’re".split())
_HAVING = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_DOING = frozenset({"do", "does", "did"})
_ADVERBS = frozenset(
    "also later then now again already still meanwhile once further too instead just even thus therefore first only "
    "however earlier today yesterday himself herself itself themselves all both ever long".split()
)
_GROUP = _NEGATIONS | _MODALS | _BEING | _HAVING | _DOING | _ADVERBS | {"to"}
_ORDER = ("VBD", "VBZ", "VBG", "VB", "VBN")
_OWNING = frozenset("the a an its his her their our these those such of in".split())
_PLURAL = frozenset({"they", "we", "i", "you", "people", "media", "police", "who", "both", "many", "some", "most"})


class Verb(msgspec.Struct, frozen=True):
    """A verb of saying as the codebook has it: ``kind`` is its class."""

    lemma: str
    kind: str
    takes: frozenset[Complement]
    parenthetical: bool
    addressee: bool
    documents: bool


class Cue(msgspec.Struct, frozen=True):
    """A verb of saying: words ``first``–``last`` of the passage, auxiliaries apart.

    ``before`` is the word before the verb group, where a subject may end, -1 at the start of the passage;
    a ``gerund`` has no subject of its own ("…, adding that …").
    """

    verb: Verb
    first: int
    last: int
    before: int
    gerund: bool = False


class _Form(msgspec.Struct, frozen=True):
    verb: Verb
    tag: str
    rest: tuple[str, ...]


def cues(words: Sequence[Word], reader: Reader) -> Iterator[Cue]:
    """The verbs of saying that report, in order; one that is negated, wished or told of in the passive is none."""
    table = _forms()
    past = 0
    for index, word in enumerate(words):
        if index < past or word.lower not in table or reader.covered(word.start):
            continue
        for form in table[word.lower]:
            last = index + len(form.rest)
            if tuple(w.lower for w in words[index + 1 : last + 1]) == form.rest:
                found = _reporting(words, form, index, last, reader)
                if found is not None:
                    yield found
                    past = last + 1
                    break


@cache
def saying_forms() -> frozenset[str]:
    """The first words of the forms of verbs of saying."""
    return frozenset(_forms())


@cache
def openings() -> frozenset[str]:
    """The first words of phrases such as "according to"."""
    return frozenset(_phrases())


def phrase_at(words: Sequence[Word], index: int) -> int:
    """How many words of a phrase such as "according to" begin at ``index``; 0 where none does."""
    for phrase in _phrases().get(words[index].lower, ()):
        if tuple(w.lower for w in words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _reporting(words: Sequence[Word], form: _Form, first: int, last: int, reader: Reader) -> Cue | None:
    if form.tag == "VBZ" and _is_noun(words, first):
        return None
    before = _group_start(words, first, reader)
    group = {word.lower for word in words[before + 1 : first]}
    if "to" in group and [w.lower for w in words[max(0, before - 1) : before + 1]] in (["went", "on"], ["goes", "on"]):
        return Cue(form.verb, first, last, before - 2)
    if group & (_NEGATIONS | _MODALS | {"to"}) or (before >= 0 and words[before].lower in _NEGATIONS):
        return None
    if form.tag == "VBG":
        gerund = not group & _BEING
        return Cue(form.verb, first, last, before, gerund) if not gerund or _behind_comma(words, before) else None
    if group & _BEING or _in_relative(words, before, form.verb):
        return None
    if form.tag == "VB" and not group & _DOING and not _is_plural(words, before):
        return None
    return Cue(form.verb, first, last, before)


def _is_noun(words: Sequence[Word], first: int) -> bool:
    """ "The comments", "its reports", "the strongest terms": a noun in the plural that a verb may look like."""
    lower = words[first - 1].lower if first else ""
    superlative = lower.endswith("est") and first > 1 and words[first - 2].lower == "the"
    return lower in _OWNING or superlative


def _group_start(words: Sequence[Word], first: int, reader: Reader) -> int:
    """The word before a verb with its auxiliaries, adverbs and times: "Rao on Monday also said"."""
    before = first - 1
    while before >= 0:
        if _goes_with_verb(words[before].lower) and not _is_named(words[before], reader):
            before -= 1
        elif words[before].end in reader.time_ends and before > 0:
            start = reader.time_ends[words[before].end]
            while before >= 0 and words[before].start >= start:
                before -= 1
            before -= before >= 0 and words[before].lower in ("on", "in", "late", "early")
        else:
            break
    return before


def _is_named(word: Word, reader: Reader) -> bool:
    """Whether a word is somebody's name: "May said"."""
    capital = word.quotation is None and reader.text[word.start].isupper()
    return capital and (reader.covered(word.start) or word.lower in reader.surnames)


def _goes_with_verb(lower: str) -> bool:
    return lower in _GROUP or _is_adverb(lower)


def _in_relative(words: Sequence[Word], before: int, verb: Verb) -> bool:
    """ "What Rao said is known": a clause that stands for a thing said, but for "what Rao called a mistake"."""
    free = any(word.lower == "what" for word in words[max(0, before - 1) : before])
    return free and "complement" not in verb.takes


def _is_adverb(lower: str) -> bool:
    return len(lower) > 4 and lower.endswith("ly") and lower not in ("family", "italy", "assembly", "july", "reply")


def _behind_comma(words: Sequence[Word], before: int) -> bool:
    """ "…, adding that", "…, while adding that", "… and adding that"."""
    return before < 0 or words[before].lower in (",", "while", "and", "by")


def _is_plural(words: Sequence[Word], before: int) -> bool:
    lower = words[before].lower if before >= 0 else ""
    return lower in _PLURAL or (lower.endswith("s") and len(lower) > 3)


@cache
def _forms() -> Mapping[str, tuple[_Form, ...]]:
    """First word of a verb's forms → the forms, those of more words first; the finite reading before the participle."""
    table: defaultdict[str, list[_Form]] = defaultdict(list)
    for verb in _verbs():
        head, *rest = verb.lemma.split()
        for form, tag in verb_forms(head):
            table[form].append(_Form(verb, tag, tuple(rest)))
    return {
        form: tuple(sorted(found, key=lambda f: (-len(f.rest), _ORDER.index(f.tag)))) for form, found in table.items()
    }


@cache
def _verbs() -> tuple[Verb, ...]:
    """The verbs, each once; one listed twice takes what either entry lets it take."""
    found: dict[str, Verb] = {}
    for entry in sayings().sayings:
        for lemma in entry.verbs:
            old = found.get(lemma)
            takes = frozenset(entry.takes) | (old.takes if old else frozenset())
            found[lemma] = Verb(
                lemma, old.kind if old else entry.kind, takes, entry.parenthetical or bool(old and old.parenthetical),
                entry.addressee or bool(old and old.addressee),
                entry.documents and (old is None or old.documents),
            )  # fmt: skip
    return tuple(found.values())


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    table: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sayings().phrases:
        table[phrase.split()[0]].append(tuple(phrase.split()))
    return {first: tuple(found) for first, found in table.items()}
