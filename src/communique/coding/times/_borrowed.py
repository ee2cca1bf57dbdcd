"""The time that an event's clause has from another clause of its sentence, where it has none of its own."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import narration
from communique.codebook.calendar import ORDINALS
from communique.coding.times._attached import belongs
from communique.coding.tree import Tree
from communique.linking.times import Anchored, Bound, Duration, Month, Relative, TimeExpression, Year

__all__ = [
    "STARTS",
    "announced",
    "at_its_end",
    "borrowed",
    "came_there",
    "clauses_under",
    "end_of",
    "is_held",
    "told_when",
]

_DURING = frozenset({"during", "at", "on", "in", "amid"})
_MEANWHILE = frozenset({"during", "at", "after", "on", "in", "alongside"})
_SAME_TIME = frozenset({"as", "while", "when"})
STARTS = frozenset({"start", "begin", "open", "arrive", "leave", "depart", "end", "conclude", "come", "close"})
_OPENING = 8  # characters: "On ", "Early in "
_COLONS = frozenset({":", "–", "—", "-"})
_AFTER = frozenset({"after", "following"})
_GATHERING = frozenset({"meet", "gather", "sit", "convene", "assemble"})
_CLAUSES = frozenset({"acl:relcl", "advcl"})
_THERE = frozenset({"in", "at", "to", "for", "into"})
_IT = frozenset({"it", "them", "this", "that"})
_LONG = frozenset({"month", "year"})
_CLOSES = frozenset({"end", "close", "conclusion"})


def borrowed(
    tree: Tree,
    anchors: Sequence[int],
    within: Sequence[TimeExpression],
    inside: Sequence[TimeExpression],
    free: Sequence[TimeExpression],
    barriers: frozenset[int],
    others: frozenset[int],
) -> list[TimeExpression]:
    """The first that is told of: a heading's, that of the verb coordinated before, of a scene, and so on.

    ``within`` are all expressions of the sentence, ``inside`` those that may be an event's, ``free`` those of them that
    are of no other event; ``others`` are the triggers of the other events, ``barriers`` these and what else keeps its
    own time.
    """
    own = _heading(tree, inside) or _shared(tree, anchors[0], free, barriers)
    own = own or _of_relative(tree, anchors, free)
    own = own or _of_scene(tree, anchors, inside, others) or _of_main(tree, anchors, free)
    own = own or _answered(tree, anchors[0], free)
    own = own or _of_act(tree, anchors, free) or _fronted(tree, anchors, free) or _behind_aim(tree, anchors, free)
    return own or _of_gathered(tree, anchors, free) or _of_first(tree, anchors, free) or _opening(tree, anchors, free)


def _heading(tree: Tree, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "January 2016: Peru recalls its envoy": in a list of dates the one at the head is that of all it tells."""
    for time in times:
        before = [t for t in tree.tokens if t.end <= time.span.start]
        behind = next((t.text for t in tree.tokens if t.start >= time.span.end), "")
        if behind in _COLONS and all(t.pos in ("PUNCT", "SYM", "ADP", "X") for t in before):
            return [time]
    return []


def _shared(tree: Tree, verb: int, times: Sequence[TimeExpression], barriers: frozenset[int]) -> list[TimeExpression]:
    """In "On May 3 Rao visited Lima and met Silva" the day of the first verb is the second's too.

    Of another's answer only where it opens the sentence: "In 2007 Peru expelled two, and Chile responded in kind".
    """
    verb = tree.token(verb).head if _is_means(tree, verb) else verb
    first = _coordinated(tree, verb)
    token = tree.token(verb)
    if first is None or token.dep != "conj" or token.pos != "VERB" or tree.token(first).tag != token.tag:
        return []
    if tree.children(verb, "aux", "aux:pass"):
        return []
    before = tree.token(verb).start
    if tree.children(verb, "nsubj", "nsubj:pass"):
        before = min((tree.token(i).start for i in tree.children(first, "nsubj", "nsubj:pass")), default=before)
        times = [t for t in times if t.span.start - tree.sentence.start <= _OPENING]
    told = [t for t in times if t.span.end <= before and not isinstance(t.value, Duration | Bound)]
    return [t for t in told if belongs(tree, t, frozenset({first}), barriers)]


def _answered(tree: Tree, verb: int, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Rao offered a pact in May, but Chile rejected it": the month, or year, of what it was about."""
    first, token = tree.token(verb).head, tree.token(verb)
    if token.dep != "conj" or token.tag != "VBD" or tree.token(first).tag != "VBD":
        return []
    if not any(tree.token(i).text.lower() in _IT for i in tree.children(verb, "obj")):
        return []
    scenes = [i for i in tree.children(first, "advcl") if _is_scene(tree, i, frozenset())]
    before = [t for t in times if t.span.end <= token.start and _is_long(t)]
    return [t for t in before if belongs(tree, t, frozenset({first, *scenes}), frozenset())]


def _is_long(time: TimeExpression) -> bool:
    return isinstance(time.value, Month | Year) or (isinstance(time.value, Relative) and time.value.unit in _LONG)


def _coordinated(tree: Tree, verb: int) -> int | None:
    """The verb to which another is coordinated: of "summoned him on Friday to protest and demanded" the finite one."""
    first = tree.parent(verb)
    while first is not None and tree.token(verb).tag == "VBD" and tree.infinitive(first):
        first = tree.governing_verb(first)
    return first


def _is_means(tree: Tree, verb: int) -> bool:
    """ "Responded by expelling four"."""
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark")}
    return tree.token(verb).dep == "advcl" and "by" in marks


def told_when(tree: Tree, verb: int, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Ties soured in January, when Rao visited Lima": the time right before "when" is that of its clause.

    Also of "shut since May 2021, when Peru closed the border".
    """
    opening = next((i for i in tree.children(verb, "mark", "advmod") if tree.token(i).text.lower() == "when"), None)
    if opening is None or opening > verb:
        return []
    before = opening - 1
    while before >= 0 and tree.token(before).pos == "PUNCT":
        before -= 1
    end = tree.token(before).end if before >= 0 else -1
    return [_begun(t) for t in times if t.span.end == end]


def _begun(time: TimeExpression) -> TimeExpression:
    """Of "since May" the May."""
    since = isinstance(time.value, Bound) and time.value.bound == "since"
    return TimeExpression(time.span, time.value.of) if since and isinstance(time.value, Bound) else time


def _of_relative(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Rao's visit to Lima, which starts on Friday", "a trip planned for May": the clause may hang on any noun."""
    clauses = clauses_under(tree, anchors)
    verbs = [v for v in clauses if tree.token(v).lemma in (*STARTS, *narration().words["setting"]) or is_held(tree, v)]
    return [t for t in times if belongs(tree, t, frozenset(verbs), frozenset())] if verbs else []


def clauses_under(tree: Tree, anchors: Sequence[int]) -> list[int]:
    """The verbs of the clauses that hang on an event's nouns, or on any noun below them."""
    nouns = [a for a in anchors if tree.token(a).pos == "NOUN"]
    under = [i for noun in nouns for i in range(noun, len(tree.tokens)) if tree.lies_under(i, noun)]
    return [v for i in under for v in tree.children(i, "acl:relcl", "acl")]


def is_held(tree: Tree, verb: int) -> bool:
    """ "The signing, which took place on Friday", "the talks that were held in May"."""
    lemma = tree.token(verb).lemma
    placed = lemma == "take" and any(tree.token(i).lemma == "place" for i in tree.children(verb, "obj"))
    return placed or (lemma in ("hold", "sign") and bool(tree.children(verb, "aux:pass")))


def _of_scene(
    tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression], others: frozenset[int]
) -> list[TimeExpression]:
    """ "During a visit last week Rao met Silva", "when Rao saw Lima in 2022, he signed a pact": the scene's time."""
    chains = [tree.chain(a) for a in anchors if tree.token(a).pos == "VERB"]
    chains = [chain for chain in chains if tree.token(chain[-1]).dep in ("root", "conj", "ccomp", "acl:relcl")]
    verbs = dict.fromkeys(i for chain in chains for v in chain for i in (v, *tree.children(v, "xcomp")))
    scenes = [i for verb in verbs for i in tree.children(verb, "obl", "advcl") if _is_scene(tree, i, others)]
    return [t for t in times if any(belongs(tree, t, frozenset({scene}), frozenset()) for scene in scenes)]


def _is_scene(tree: Tree, index: int, others: frozenset[int]) -> bool:
    if tree.token(index).dep == "obl":
        return index in others and tree.preposition(index) in _DURING
    marks = {tree.token(i).text.lower() for i in tree.children(index, "mark", "advmod")}
    return "when" in marks


def _of_main(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Peru expelled four on Friday, accusing Oslo", "… as Rao met Silva": the time of the main verb, told before."""
    for anchor in anchors:
        clause = tree.token(anchor).head if tree.token(anchor).dep == "conj" else anchor
        if _is_meanwhile(tree, clause) or (_is_means(tree, clause) and tree.token(clause).tag == "VBG"):
            above = frozenset(_reporting(tree, tree.token(clause).head))
            told = [t for t in times if t.span.end <= tree.token(clause).start and belongs(tree, t, above, frozenset())]
            return [t for t in told if not isinstance(t.value, Duration | Bound)]
    return []


def _reporting(tree: Tree, verb: int) -> list[int]:
    """The verb and those that tell it: "said on Friday they would leave, accusing Oslo" also accuses in saying so."""
    found = [verb]
    while tree.token(found[-1]).dep == "ccomp" and tree.token(found[-1]).head not in found:
        found.append(tree.token(found[-1]).head)
    return found


def announced(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The time of the word by which an act is done: "said on Friday that they would resume ties"."""
    tops = [tree.token(tree.chain(a)[-1]) for a in anchors]
    verbs = {t.head for t in tops if t.dep == "ccomp" and tree.token(t.head).tag == "VBD"}
    verbs |= {tree.token(v).head for v in verbs if tree.token(v).dep == "conj" and not _has_subject(tree, v)}
    told = [t for t in times if belongs(tree, t, frozenset(verbs), frozenset())] if verbs else []
    return [t for t in told if not isinstance(t.value, Duration | Bound)]


def _has_subject(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "nsubj", "nsubj:pass"))


def _is_meanwhile(tree: Tree, verb: int) -> bool:
    """Whether the clause of a verb tells what was at the same time as the verb above it."""
    token = tree.token(verb)
    if token.dep != "advcl" or tree.children(verb, "aux", "aux:pass") or tree.infinitive(verb):
        return False
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark", "advmod")}
    told = token.tag == "VBD" and tree.token(token.head).tag == "VBD" and not marks.isdisjoint(_SAME_TIME)
    return told or (token.tag == "VBG" and not tree.children(verb, "mark", "nsubj"))


def _of_act(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Met Silva on Friday on the sidelines of the summit", "attended the signing on Friday": it was then too."""
    noun, beside = anchors[0], narration().words["beside"] | {"day"}
    while tree.token(noun).dep == "nmod" and tree.token(tree.token(noun).head).lemma in beside:
        noun = tree.token(noun).head
    verb = tree.parent(noun)
    if verb is None or any(tree.token(a).pos != "NOUN" for a in anchors) or tree.token(verb).pos != "VERB":
        return []
    there = tree.token(noun).dep == "obl" and tree.preposition(noun) in _MEANWHILE
    seen = tree.token(noun).dep in ("obj", "nsubj:pass") and tree.token(verb).lemma in narration().words["witnessing"]
    then = [t for t in times if belongs(tree, t, frozenset({verb}), frozenset())] if there or seen else []
    return [t for t in then if not isinstance(t.value, Duration)]


def _fronted(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Last May Rao, who held talks in Lima, set a goal": the time that opens a sentence is that of its asides."""
    verbs = [a for a in anchors if tree.token(a).pos == "VERB" and tree.token(a).dep == "acl:relcl"]
    verbs = [v for v in verbs if tree.token(v).tag == "VBD" and not tree.children(v, "aux", "aux:pass")]
    return [t for t in times if t.span.start - tree.sentence.start <= _OPENING] if verbs else []


def _behind_aim(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Threatened to cut ties last month": what lies behind is no time of what is only threatened."""
    past = [t for t in times if isinstance(t.value, Relative) and t.value.offset < 0]
    aims = [i for a in anchors if tree.token(a).tag == "VBD" for i in tree.children(a, "xcomp") if tree.infinitive(i)]
    return [t for t in past if belongs(tree, t, frozenset(aims), frozenset())] if aims else []


def _of_gathered(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Ministers of the bloc, meeting in Lima on Friday, agreed": who acts did so when they had gathered."""
    verbs = [a for a in anchors if tree.token(a).tag in ("VBD", "VBN")]
    actors = [actor for verb in verbs for actor in tree.subject(verb)]
    clauses = [c for actor in actors for c in tree.children(actor, "acl") if tree.token(c).lemma in _GATHERING]
    told = [t for t in times if belongs(tree, t, frozenset(clauses), frozenset())] if clauses else []
    return [t for t in told if not isinstance(t.value, Duration | Bound)]


def _of_first(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Rao, the first minister to visit Lima, arrived on Friday": the visit began when she came."""
    verb = tree.token(anchors[0])
    if verb.dep != "acl" or not tree.infinitive(anchors[0]):
        return []
    above = tree.governing_verb(verb.head)
    first = any(tree.token(i).text.lower() in ORDINALS for i in tree.children(verb.head, "amod"))
    if not first or above is None or tree.token(above).lemma not in STARTS or tree.token(above).tag != "VBD":
        return []
    return [t for t in times if belongs(tree, t, frozenset({above}), frozenset())]


def came_there(tree: Tree, verb: int) -> int | None:
    """The verb of the clause above "…, where Rao met Silva", if it tells that somebody was or came there."""
    token = tree.token(verb)
    opened = any(tree.token(i).text.lower() == "where" for i in tree.children(verb, "mark", "advmod"))
    if not opened or token.dep not in _CLAUSES or not _is_simple_past(tree, verb):
        return None
    place = token.head
    while tree.token(place).dep in ("nmod", "appos", "conj", "compound", "flat"):
        if tree.preposition(place) == "from":
            return None  # "returned from Lima, where he met Silva"
        place = tree.token(place).head
    above = tree.governing_verb(verb)
    there = tree.token(place).pos in ("VERB", "AUX") or tree.preposition(place) in _THERE
    return above if there and above is not None and _is_simple_past(tree, above) else None


def _is_simple_past(tree: Tree, verb: int) -> bool:
    """ "Met", "was received", but not "had met" or "would meet"."""
    helping = [tree.token(i) for i in tree.children(verb, "aux", "aux:pass")]
    if not helping:
        return tree.token(verb).tag == "VBD"
    return tree.token(verb).tag == "VBN" and all(t.lemma == "be" and t.tag == "VBD" for t in helping)


def _opening(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "In May, weeks after the vote, Peru recalled its envoy": the time that opens a sentence is that of its act."""
    main = [a for a in anchors if tree.token(a).dep == "root" and tree.token(a).tag in ("VBD", "VBN")]
    opening = [t for t in times if t.span.start - tree.sentence.start <= _OPENING] if main else []
    return [t for t in opening if not isinstance(t.value, Duration | Bound | Anchored)]


def at_its_end(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Signed a pact on Friday at the end of a three-day visit": the visit's last day, and its length."""
    end = end_of(tree, anchors)
    verb = None if end is None else tree.governing_verb(end)
    if verb is None:
        return []
    told = [t for t in times if belongs(tree, t, frozenset({verb, anchors[0]}), frozenset())]
    told += [t for t in times if t not in told and _stands_before(tree, t, end)]
    return told if any(not isinstance(t.value, Duration) for t in told) else []


def _stands_before(tree: Tree, time: TimeExpression, end: int | None) -> bool:
    """ "On Friday, at the end of a visit": whatever verb the parse has it hang on."""
    opening = min((i for i in range(len(tree.tokens)) if end is not None and tree.lies_under(i, end)), default=0)
    behind = [t for t in tree.tokens[:opening] if t.start >= time.span.end]
    return time.span.end <= tree.token(opening).start and all(t.pos == "PUNCT" for t in behind)


def end_of(tree: Tree, anchors: Sequence[int]) -> int | None:
    """The noun of "at the end of a visit", the length of "after six days of talks"."""
    token = tree.token(anchors[0])
    if token.dep != "nmod" or tree.preposition(anchors[0]) != "of":
        return None
    word = tree.preposition(token.head)
    at_end = tree.token(token.head).lemma in _CLOSES and word == "at"
    return token.head if at_end or (word in _AFTER and tree.token(token.head).lemma == "day") else None
