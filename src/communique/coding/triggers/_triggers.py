"""Where a sentence tells of an event: the verbs and nouns of the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import islice, pairwise
from typing import TypeAlias, TypedDict

import msgspec
from ahocorasick_rs import AhoCorasick

from communique.codebook import Kind, VerbTrigger, channels, codebook, narration, word_classes
from communique.coding.tree import Tree
from communique.coding.triggers._accords import dated_accord
from communique.coding.triggers._acts import fits
from communique.coding.triggers._deeds import NOMINAL, deed
from communique.parsing import is_time
from communique.types import EventClaim, Role

__all__ = ["BY_PHONE", "IN_PASSING", "Trigger", "codes", "in_channel", "kind_named", "recoded", "triggers"]


_TALKED = frozenset({"discuss", "congratulate", "review", "bid", "convey", "brief", "exchange", "deliver", "present"})
"""What one calls on somebody to do oneself; other infinitives are what the other is asked to do."""


_EXCHANGED = {
    "get": "from",
    "receive": "from",
    "take": "from",
    "have": "from",
    "answer": "from",
    "return": "from",
    "make": "to",
    "place": "to",
}
"""Verbs of who takes or makes a call, with the preposition that leads to the other side."""

_BY = frozenset({"by", "over", "on", "via"})
_OF_SEVERAL = frozenset({"joint", "bilateral", "trilateral"})  # "their joint cabinet meeting"
_CALLED = frozenset({"conference", "phone", "telephone", "video"})
_LINES = frozenset({"telephone", "phone", "videolink", "hotline"})
_CONVERSATIONS = frozenset({"call", "conversation"})
_WITHIN = frozenset({"in", "during"})
_DAYS = frozenset({"on", "in"})
BY_PHONE = VerbTrigger(
    lemma="speak", subject="party", object="party", prepositions=(("with", "party"), ("to", "party")), addressed=True
)
"""Whatever two did by telephone: they spoke."""

IN_PASSING = VerbTrigger(lemma="stay", subject="visitor", prepositions=(("in", "host"),), abroad=True)
"""Wherever one is "for talks": one came there."""
_GRANTING = frozenset({"grant", "give", "have", "hold", "seek", "request", "get", "receive", "offer", "obtain"})
_QUOTES = frozenset({'"', "”", "''", "»", "’", "'"})
_OPENING = frozenset({"“", "``", "«", "‘"})


class Trigger(msgspec.Struct, frozen=True):
    """The token ``at`` tells of an event of ``kind``; ``verb`` is its frame, None for a noun.

    ``dated`` says that the noun tells of it by its year: "the 1974 treaty". ``more`` are words at which roles stand
    beside those that the codebook has a place for. ``framed`` is false where the model of acts alone says so.
    """

    kind: Kind
    at: int
    verb: VerbTrigger | None = None
    dated: bool = False
    more: tuple[tuple[Role, int], ...] = ()
    framed: bool = True


Frame: TypeAlias = tuple[Kind, VerbTrigger]


@cache
def _verbs() -> dict[str, tuple[Frame, ...]]:
    table: dict[str, tuple[Frame, ...]] = {}
    for kind in codebook().kinds:
        for verb in kind.verbs:
            table[verb.lemma] = (*table.get(verb.lemma, ()), (kind, verb))
    return {lemma: tuple(sorted(frames, key=lambda f: f[1].asks, reverse=True)) for lemma, frames in table.items()}


@cache
def _nouns() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    for kind in codebook().kinds:
        for noun in kind.nouns:
            table[noun] = kind
            table[noun.removesuffix("s")] = kind
    return table


@cache
def kind_named(name: str) -> Kind:
    """The codebook's kind of this name."""
    return next(k for k in codebook().kinds if k.kind == name)


class Codes(TypedDict):
    """What a claim has of its kind."""

    kind: str
    family: str
    type: str
    mode: str | None
    cameo: str | None


def codes(named: Kind | EventClaim) -> Codes:
    """The kind of ``named`` with its codes, as fields of a claim."""
    return Codes(kind=named.kind, family=named.family, type=named.type, mode=named.mode, cameo=named.cameo)


def recoded(claim: EventClaim, named: Kind | EventClaim) -> EventClaim:
    """The claim under the kind, and so the codes, of ``named``."""
    return msgspec.structs.replace(claim, **codes(named))


def triggers(tree: Tree, around: str) -> Iterator[Trigger]:
    """The triggers of a sentence, in order.

    ``around`` is the text of the sentence and its neighbours, lower case: where it speaks of a
    telephone, those who "spoke" did so by telephone.
    """
    near_phone = in_channel(around, "phone")
    for index, token in enumerate(tree.tokens):
        if token.pos == "VERB" or (token.pos == "AUX" and not token.dep.startswith("aux")):
            yield from _verb_trigger(tree, index, near_phone)
        elif token.lemma == "round" and not _is_round_of_talks(tree, index, around):
            pass
        elif token.pos in ("NOUN", "PROPN") or ("-" in token.text and token.dep == "obj"):
            yield from _deed_trigger(tree, index) or _noun_trigger(tree, index, near_phone)


def _verb_trigger(tree: Tree, index: int, near_phone: bool) -> Iterator[Trigger]:
    lemma = tree.token(index).lemma
    if lemma == "meet" and tree.passive(index):
        return  # "was met by protesters", "was met at the airport by diplomats"
    if lemma == "go" and (tree.children(index, "xcomp") or _goes_on_to_do(tree, index)):
        return  # "is going to nominate", "went on to wish": no journey
    if lemma in ("co-chair", "mediate") and _names_what(tree, index):
        return
    if lemma == "speak" and tree.children(index, "obj"):
        return  # "Rao and Silva, who speaks Japanese"
    frames = _verbs().get(lemma, ())
    if _reports_speech(tree, index):  # a frame that asks for what is said
        frames = tuple(found for found in frames if found[1].content is not None)
    by_phone = _is_by_phone(tree, index)
    for kind, frame in islice(_fitting(tree, index, frames), 1):
        spoken = _at_distance(tree, index, kind, near_phone)
        yield Trigger(kind_named("call") if spoken else kind, index, frame)
        by_phone = by_phone and not spoken and kind.kind != "call"
    if by_phone:
        yield Trigger(kind_named("call"), index, BY_PHONE)
    if _is_said_abroad(tree, index):
        yield Trigger(kind_named("visit"), index, IN_PASSING)


def _is_said_abroad(tree: Tree, verb: int) -> bool:
    """ "Rao, in Lima for talks, said": who is there for something has come there."""
    subjects = tree.children(verb, "nsubj")
    for word, place in tree.phrases(verb) if subjects else ():
        opening = tree.opening(place)
        aside = opening > 0 and tree.token(opening - 1).text == "," and max(subjects) < opening and place < verb
        if word == "in" and aside and "for" in {tree.token(i).text.lower() for i in range(place + 1, verb)}:
            return True
    return False


def _is_by_phone(tree: Tree, verb: int) -> bool:
    """ "Rao and Silva agreed by telephone", "told him over the phone", "in a phone call on Friday Rao urged Silva"."""
    return any(
        (word in _BY and tree.token(i).lemma in _LINES) or (word in _WITHIN and _is_conversation(tree, i))
        for word, i in tree.phrases(verb)
    )


def _is_conversation(tree: Tree, index: int) -> bool:
    """ "A phone call", "a call": not one with somebody else, whom the phrase names, nor "a call for unity"."""
    described = tree.children(index, "acl", "acl:relcl", "nmod:poss")
    alone = not described and {word for word, _ in tree.phrases(index)} <= _DAYS
    lines = {tree.token(i).lemma for i in tree.children(index, "compound", "amod")}
    called = not lines.isdisjoint(_CALLED) or (tree.token(index).lemma == "call" and not lines)
    return tree.token(index).lemma in _CONVERSATIONS and alone and called


def _goes_on_to_do(tree: Tree, verb: int) -> bool:
    """ "Went on to wish": no journey, while "goes on to Lima" is one."""
    return _next_word(tree, verb) == "on" and any(tree.infinitive(i) for i in tree.children(verb, "advcl", "xcomp"))


def _deed_trigger(tree: Tree, index: int) -> Sequence[Trigger]:
    """The frame of the verb of which a noun is made, where what the verb would act on stands behind it."""
    frames = _verbs().get(deed(tree, index) or "", ())
    acting = ((kind, frame) for kind, frame in frames if _may_be_noun(frame))
    told = [Trigger(kind, index, frame) for kind, frame in islice(_fitting(tree, index, acting), 1)]
    accord = dated_accord(tree, index)
    return told or [Trigger(kind_named(name), index, dated=True) for name in [accord] if name is not None]


def _may_be_noun(frame: VerbTrigger) -> bool:
    """Whether what the verb acts on, or what does it, can stand behind its noun: "the collapse of the truce"."""
    behind = {*frame.through}
    return (frame.thing is not None or frame.plain) and (not behind or not behind.isdisjoint((*NOMINAL, "subject")))


def _reports_speech(tree: Tree, verb: int) -> bool:
    """ "'It was late,' recalled Rao": behind what is quoted, and before its subject, a verb is one of saying."""
    before = next((t.text for t in reversed(tree.tokens[:verb]) if t.text != ","), "")
    subjects = tree.children(verb, "nsubj")
    return before in _QUOTES and not tree.passive(verb) and all(i > verb for i in subjects) and bool(subjects)


def _fitting(tree: Tree, index: int, frames: Iterable[Frame]) -> Iterator[Frame]:
    """The frames that fit, those first of whose sides the sentence leaves none without a place."""
    fitting = [(kind, frame) for kind, frame in frames if _fits(tree, index, frame)]
    if len(fitting) < 2:
        return iter(fitting)
    words = {token.text.lower() for token in tree.tokens}
    return iter(sorted(fitting, key=lambda found: not _has_places(words, *found)))


def _has_places(words: Set[str], kind: Kind, frame: VerbTrigger) -> bool:
    """Whether every side that an event of the kind needs can stand in the sentence: "moved tanks to the border" of Peru
    has no "into", so that nobody is invaded.
    """
    single = {frame.subject, frame.object, frame.indirect, frame.owner, frame.infinitive, frame.doer}
    led_to = {role for preposition, role in frame.prepositions if not words.isdisjoint(preposition.split())}
    return kind.requires.keys() - kind.implied <= single | led_to


def _fits(tree: Tree, verb: int, frame: VerbTrigger) -> bool:
    """Whether what a frame asks of the clause stands there."""
    if frame.cue == "calling" and not _pays_respects(tree, verb):
        return False
    if frame.cue is not None and frame.abroad and frame.thing is None:
        words = {word for word, _ in tree.phrases(verb)}  # "has been to Lima", "flew home from Lima", not "went home"
        if words.isdisjoint(dict(frame.prepositions)):
            return False
    return (frame.cue is None or _clause_has(tree, verb, frame.cue, frame.then)) and fits(tree, verb, frame)


def _names_what(tree: Tree, verb: int) -> bool:
    """Whether a noun of the codebook says what is chaired: "co-chaired the fifth round of talks"."""
    chaired = [*tree.objects(verb), *tree.subject(verb)]
    chaired += [i for noun in chaired for word, i in tree.phrases(noun) if word == "of"]
    return any(_named(tree, noun) for noun in chaired)


def _pays_respects(tree: Tree, verb: int) -> bool:
    """ "called on President Rao", and not "called on President Rao to resign": what is wished is an infinitive."""
    words = [token for token in tree.tokens[verb + 1 :] if token.text not in _QUOTES and token.text not in _OPENING]
    wishes = (behind.lemma for word, behind in pairwise(words) if word.text.lower() == "to" and behind.tag == "VB")
    return _next_word(tree, verb) in ("on", "upon") and all(lemma in _TALKED for lemma in wishes)


def _at_distance(tree: Tree, verb: int, kind: Kind, near_phone: bool) -> bool:
    """Whether those who "spoke" did so by telephone: it says so near by, or the clause names no place of theirs."""
    if kind.family != "talks" or tree.token(verb).lemma == "exchange" or _clause_has(tree, verb, "sitting"):
        return False
    placed = any(word in ("in", "at") for word, _ in tree.phrases(verb))
    return near_phone or (tree.token(verb).lemma == "speak" and not placed)


def _next_word(tree: Tree, index: int) -> str:
    return tree.token(index + 1).text.lower() if index + 1 < len(tree.tokens) else ""


def _noun_trigger(tree: Tree, index: int, near_phone: bool) -> Iterator[Trigger]:
    token = tree.token(index)
    kind = _named(tree, index)
    if kind is None or token.dep == "compound" or _is_unlike(tree, index, kind) or _lacks_whom(tree, index):
        return
    if token.lemma in word_classes()["threat"] and _is_danger(tree, index):
        return
    by_phone = _modified_by(tree, index, "phone") or (near_phone and token.lemma == "conversation")
    by_phone = by_phone or (token.dep == "obj" and _clause_has(tree, token.head, "phone"))
    if by_phone and not _is_named(tree, index) and kind.family in ("talks", "meeting", "call"):
        yield Trigger(kind_named("call"), index)
    elif kind.family in ("talks", "meeting") and (_compounded(tree, index, "summit") or _of_leaders(tree, index)):
        yield Trigger(kind_named("summit"), index)
    elif kind.needs is None or _complemented(tree, index):
        yield Trigger(kind, index)


def _is_danger(tree: Tree, index: int) -> bool:
    """ "A threat from Peru", "its biggest threat", "poses a threat": what is feared, and nobody's words.

    These say what is to be done, or against whom: "a threat to cut off the gas", "threats against Peru".
    """
    words = {word for word, _ in tree.phrases(index)}
    if tree.children(index, "acl") and any(tree.infinitive(i) for i in tree.children(index, "acl")):
        return False
    above = tree.parent(index)
    facing = narration().words["facing"]
    faced = above is not None and tree.token(above).lemma in facing and index not in tree.subject(above)
    posed = any(tree.token(i).lemma in facing for i in tree.children(index, "acl", "cop"))
    return "against" not in words and (tree.preposition(index) == "as" or "from" in words or faced or posed)


def _is_round_of_talks(tree: Tree, index: int, around: str) -> bool:
    """ "A fourth round was held in Lima": of talks, which need not be said; "a round of strikes" is another thing."""
    words = [word for word, _ in tree.phrases(index)]
    counted = bool(tree.children(index, "amod", "nummod"))  # "the next round", "a 24th round", "five rounds"
    return "of" not in words and (counted or "with" in words or "between" in words) and not in_channel(around, "rounds")


def _lacks_whom(tree: Tree, index: int) -> bool:
    """ "Told the audience": of an audience with nobody, and that nobody has or gives, none is told."""
    if tree.token(index).lemma not in word_classes()["with-whom"] or _complemented(tree, index):
        return False
    above = tree.parent(index)
    return above is None or tree.token(above).lemma not in _GRANTING


def _named(tree: Tree, index: int) -> Kind | None:
    """The kind that a noun names: by itself, with the word before it ("courtesy call") or with "of" and a noun."""
    nouns, lemma = _nouns(), tree.token(index).lemma.lower()
    lemma = lemma if lemma in nouns else lemma.removesuffix("s")  # of names the lemma keeps its plural
    if lemma not in _noun_heads():
        return None
    words = [tree.token(c) for c in tree.children(index, "compound", "amod") if c < index]
    before = [form.lower() for t in words for form in (t.text, t.lemma)]
    behind = [tree.token(c).lemma.lower() for word, c in tree.phrases(index) if word == "of"]
    whole = [*(f"{word} {lemma}" for word in before), *(f"{lemma} of {word}" for word in behind)]
    return next((nouns[name] for name in whole if name in nouns), nouns.get(lemma))


@cache
def _noun_heads() -> frozenset[str]:
    """The nouns of the codebook without what stands beside them: the last word, or that before "of"."""
    names = _nouns()
    return frozenset({*names, *(name.rsplit(" ", 1)[-1] for name in names), *(name.split(" of ")[0] for name in names)})


def _complemented(tree: Tree, index: int) -> bool:
    """ "a call with …": the noun names its other side; "a call for …" names a wish."""
    words = {word for word, _ in tree.phrases(index)}
    verb = tree.parent(index)
    if verb is not None and tree.token(index).dep == "obj" and tree.token(verb).lemma in ("hold", *_EXCHANGED):
        words |= {word for word, i in tree.phrases(verb) if not is_time(tree.token(i))}
    given = _given(tree, index, words) if verb is not None else False
    both = any(tree.token(i).text.lower() == "their" for i in tree.children(index, "nmod:poss"))  # "their first call"
    both = both or (verb is not None and _is_held_by_several(tree, index, verb))
    return (bool(words & {"with", "between"}) or given or both) and not words & {"for", "on"}


def _is_held_by_several(tree: Tree, noun: int, verb: int) -> bool:
    """ "Rao, Silva and Kim held a conference call"."""
    held = tree.token(noun).dep == "obj" and tree.token(verb).lemma in ("hold", "have")
    words = {tree.token(i).text.lower() for i in tree.children(noun, "compound", "amod")}
    return held and not words.isdisjoint(_CALLED) and len(tree.subject(verb)) > 1


def _given(tree: Tree, noun: int, words: set[str]) -> bool:
    """ "Got a call from Rao", "made a call to Silva": who takes or makes it, with no wish told behind it."""
    sought = _EXCHANGED.get(tree.token(tree.token(noun).head).lemma)
    wished = any(t.text.lower() in ("to", "that") and b.tag.startswith("VB") for t, b in pairwise(tree.tokens[noun:]))
    return tree.token(noun).dep == "obj" and sought in words and not (sought == "to" and wished)


def _modified_by(tree: Tree, index: int, channel: str) -> bool:
    names = channels()[channel]
    return any(tree.token(c).text.lower() in names for c in tree.children(index, "compound", "amod"))


def _is_named(tree: Tree, index: int) -> bool:
    """ "A virtual Senior Officials Meeting": a body's own, with a name, wherever it sits."""
    before = [tree.token(c).text for c in tree.children(index, "compound", "amod")]
    return tree.token(index).text[0].isupper() and any(word.lower() == word for word in before)


def _is_unlike(tree: Tree, index: int, kind: Kind) -> bool:
    if any(word == "between" for word, _ in tree.phrases(index)):
        return False  # "the annual meeting between officials of the two states"
    behind = [i for word, i in tree.phrases(index) if word == "of" and tree.token(i).tag in ("NNS", "NNPS")]
    words = {tree.token(c).text.lower() for c in (*tree.children(index, "compound", "amod"), *behind)}
    return not words.isdisjoint(kind.unlike) and words.isdisjoint(_OF_SEVERAL)


def _of_leaders(tree: Tree, index: int) -> bool:
    """ "The ASEAN leaders' meeting": that of the leaders of a bloc with a name."""
    owners = [i for i in tree.children(index, "nmod:poss") if tree.token(i).lemma == "leader"]
    return any(tree.token(c).pos == "PROPN" for i in owners for c in tree.children(i, "compound"))


def _compounded(tree: Tree, index: int, lemma: str) -> bool:
    """ "summit talks", "a summit meeting"."""
    return any(tree.token(c).lemma == lemma for c in tree.children(index, "compound"))


def _clause_has(tree: Tree, verb: int, channel: str, then: str | None = None) -> bool:
    """Whether a word of the channel stands in the verb's own phrases, not in another clause.

    Of a verb that modifies its doers they are part of the clause: "leaders gathering in Lima"; of one that asks for an
    infinitive ``then`` this is: "refused to say sorry".
    """
    head = tree.token(verb).head if tree.token(verb).dep == "acl" else verb
    infinitives = tree.children(verb, "xcomp") if then is not None else []
    own = sorted({verb, head, *_below(tree, verb, [*tree.predicates(verb), *infinitives])})
    return in_channel(" ".join(tree.token(i).text.lower() for i in own), channel)


def _below(tree: Tree, index: int, predicates: Sequence[int]) -> Iterator[int]:
    """What hangs on a token, at any depth, but for what hangs on the verb of another clause."""
    for child in tree.children(index):
        yield child
        token = tree.token(child)
        if token.pos != "VERB" or token.dep == "appos" or child in predicates:
            yield from _below(tree, child, predicates)


def in_channel(words: str, channel: str) -> bool:
    """Whether a word or phrase of a channel of ``cues.yaml`` stands in ``words`` (lower case)."""
    return bool(_padded(channel).find_matches_as_indexes(f" {words} "))


@cache
def _padded(channel: str) -> AhoCorasick:
    return AhoCorasick([f" {cue} " for cue in channels()[channel]])
