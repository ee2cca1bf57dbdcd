"""Whether it is planned, under way, done, postponed, called off or denied, by the words of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

import msgspec

from communique.codebook import StatusCue, narration, narrative, status_cues, word_classes
from communique.codebook.calendar import MONTHS, ORDINALS
from communique.coding.times._unreal import is_unreal, right_before, stays_away
from communique.coding.tree import Tree
from communique.coding.triggers import in_channel
from communique.linking.times import Tense, Weekday, find_times
from communique.types import EventClaim, Span, Status, When

__all__ = ["Reading", "by_dates", "done_by_word", "of_scene", "outcome_of", "outcomes", "read_status"]

_FUTURE = frozenset({"will", "shall", "wo", "would"})


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_RANKS = frozenset({"last", "only", "latest", *ORDINALS})


_NEGATIONS = frozenset(
    {"not", "never", "no", "neither", "nor", "no one", "neither one", "hardly", "barely", "scarcely", "rarely"}
)


_DOUBTS = frozenset({"unlikely", "doubtful", "impossible", "unclear", "uncertain"})
_BEHIND = 2
"""Words behind a verb group or noun in which a cue still speaks of it: "is set to", "agreed to"."""
_WOULD = frozenset({"would", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "provided"})
_RULED = ("advcl", "ccomp", "xcomp", "obj", "nsubj:pass")
_MEANING = frozenset({"mean", "imply", "signify", "think", "believe", "suppose", "recall", "remember"})
_OPENING = ("det", "cc:preconj")  # "no party", "neither Peru nor Chile"
_PLANS = frozenset({"plan", "decision", "intention", "proposal", "arrangement"})
_ONWARD = frozenset({"to", "for", "the", "on"})
_PAST = frozenset({"recent", "latest"})
_THERE = frozenset({"at", "on", "during"})
_DURING = frozenset({"in", "at", "during"})
_AFTER = frozenset({"after", "following", "since"})
_MAY_BE_OF = frozenset({"of", "about", "for"})
_KNOWN = frozenset({"the", "this", "his", "her", "their", "its"})
_AWAITING = frozenset({"when", "once", "after", "until", "before", "as"})


class Reading(msgspec.Struct, frozen=True):
    """A status with the words that decide it, and the tense in which dates are to be read.

    ``stated`` is false where the words only name the event ("after the visit to Rome") and say nothing
    of whether it was or will be.
    """

    status: Status
    tense: Tense | None
    evidence: Span | None = None
    negated: bool = False
    stated: bool = True


# Verbs that only link a noun to what is said of it: "this trip is part of …" does not tell whether it was.
_LINKING = frozenset({"be", "come", "include", "mark", "call", "describe", "hail"})


def read_status(text: str, tree: Tree, anchors: Sequence[int], *, own: bool = True, said: bool = False) -> Reading:
    """The status that the verbs over an event give it; the first cue in the codebook's order wins.

    With ``own`` false the event's own verb is no cue: a demand that was made has happened. Where the event is
    something ``said``, what stands behind its verb is told by it: "warned it will hit back".
    """
    verbs = _verbs(tree, anchors)
    tense = _tense(tree, verbs or _governing(tree, anchors)) or _of_participle(tree, verbs)
    ruling = _ruling_out(tree, anchors, verbs)
    negated = _is_negated(tree, verbs) or ruling is not None or is_unreal(text, tree, anchors, verbs)
    denial = _denial(text, tree, anchors)
    if denial is not None:
        return Reading("denied", tense, denial)
    dropped = _missed(text, tree, anchors[0])
    if dropped is not None:
        return Reading(dropped[0], tense, dropped[1])
    dropped = _off(text, tree, verbs) or _plan_dropped(text, tree, verbs)
    if dropped is not None and not negated:
        return Reading(dropped[0], _of_plan(tense), dropped[1])
    if _is_record(tree, anchors) or any(right_before(text, tree, v, "gladly") for v in verbs):
        return Reading("happened", "past")
    asked = _question(text, tree, verbs) or _whether(text, tree, anchors) or _leaning(text, tree, verbs)
    asked = asked or _doubt(text, tree, verbs) or _hope(text, tree, verbs)
    asked = asked or _condition(text, tree, verbs) or _supposed(text, tree, verbs)
    asked = (
        asked
        or _prospect(text, tree, anchors[0])
        or _wish(text, tree, anchors)
        or _matter(text, tree, anchors)
        or _call(text, tree, verbs)
    )
    if ruling is not None and tree.negated(ruling):  # "did not rule out a visit": it may be
        return Reading("hypothetical", tense, _word(text, tree, ruling))
    if asked is not None:
        return Reading("hypothetical", tense, asked, negated)
    stretches = list(_stretches(tree, anchors, verbs, 0 if said else _BEHIND))
    carried = anchors[0] not in verbs and not any(tree.infinitive(v) for v in verbs)
    done = tense == "past" and carried  # "agreed on it at a summit", but "agreed to meet", "agreed to hold a summit"
    done = done and not (own and _is_agreed_on(tree, anchors[0]))
    over = verbs if own else [v for v in verbs if v != anchors[0]]
    told = None if own else tree.token(anchors[0]).start
    for cue in status_cues():
        above = [v for v in over if v != anchors[0]] if cue.status == "cancelled" else over  # "dropped in on Rao"
        if cue.status == "hypothetical":
            above = [v for v in above if not _came_before(tree, anchors[0], v, done=done)]
        span = _governing_lemma(text, tree, above, cue, done) or _phrase(text, stretches, cue.status, told)
        if span is not None:
            return Reading(cue.status, _of_plan(tense) if cue.status == "planned" else tense, span, negated)
    if tense == "present" and (_is_awaited(tree, verbs) or _is_next(tree, verbs)):
        return Reading("planned", "future", None, negated)
    stated = any(tree.token(v).lemma not in _LINKING for v in verbs) or anchors[0] in verbs
    stated = (stated and tense != "present") or _is_over(tree, verbs)  # a headline's present, or what a visit means
    return Reading("planned" if tense == "future" else "happened", tense, None, negated, stated)


def _missed(text: str, tree: Tree, noun: int) -> tuple[Status, Span] | None:
    """ "Skipped a meeting with Rao", which fell through with that."""
    verb = stays_away(tree, noun)
    return ("cancelled", _word(text, tree, verb)) if verb is not None and not tree.negated(verb) else None


def _is_agreed_on(tree: Tree, noun: int) -> bool:
    """ "A meeting was agreed by phone": what is agreed on lies ahead."""
    token = tree.token(noun)
    return token.dep == "nsubj:pass" and tree.token(token.head).lemma == "agree"


def _off(text: str, tree: Tree, verbs: Sequence[int]) -> tuple[Status, Span] | None:
    """ "The trip is off", which is not "he is off to Lima"."""
    said = [
        i for v in verbs if tree.token(v).lemma == "be" for i in tree.children(v, "advmod", "xcomp", "compound:prt")
    ]
    off = next((i for i in said if tree.token(i).text.lower() == "off" and not tree.phrases(i)), None)
    behind = tree.tokens[off + 1].text.lower() if off is not None and off + 1 < len(tree.tokens) else ""
    return ("cancelled", _word(text, tree, off)) if off is not None and behind not in _ONWARD else None


def _plan_dropped(text: str, tree: Tree, verbs: Sequence[int]) -> tuple[Status, Span] | None:
    """ "Has scrapped plans to travel", "shelved a decision to meet": what the infinitive behind a plan tells."""
    plan = (
        tree.parent(verbs[-1]) if verbs and tree.token(verbs[-1]).dep == "acl" and tree.infinitive(verbs[-1]) else None
    )
    above = tree.parent(plan) if plan is not None and tree.token(plan).lemma in _PLANS else None
    if plan is None or above is None or plan not in (*tree.objects(above), *tree.subject(above)):
        return None
    status = outcome_of(tree, above)
    return (status, _word(text, tree, above)) if status is not None else None


def done_by_word(reading: Reading) -> Reading:
    """The reading of an act that is done by announcing it: "will expel two envoys", "have agreed to restore ties"."""
    cue = reading.evidence
    announced = cue is None or in_channel(cue.text.lower(), "announced")
    if reading.status != "planned" or not announced:
        return reading
    return msgspec.structs.replace(reading, status="happened", tense=reading.tense or "past")


def of_scene(text: str, tree: Tree, noun: int, reading: Reading) -> Reading:
    """The reading of what a noun only names: "is to meet Rao at the summit" tells of a summit that is planned.

    "Anger is expected after her recent visit" tells of a visit that is over.
    """
    if reading.status == "planned" and _is_past(tree, noun):
        return msgspec.structs.replace(reading, status="happened", tense="past", stated=False)
    top = noun
    while tree.token(top).dep == "nmod" and tree.token(tree.token(top).head).lemma in narration().words["beside"]:
        top = tree.token(top).head
    verb = tree.parent(top)
    if reading.status == "happened" and _is_promised(tree, noun):
        return msgspec.structs.replace(reading, status="planned", tense="future", stated=True)
    scene = tree.token(top).dep == "obl" and tree.preposition(top) in _THERE and verb is not None
    if not scene or verb is None or reading.stated or reading.status != "happened" or tree.token(verb).pos != "VERB":
        return reading
    above = read_status(text, tree, [verb])
    return msgspec.structs.replace(above, stated=False) if above.status == "planned" else reading


def _is_promised(tree: Tree, noun: int) -> bool:
    """ "Promised support for the opening of talks in June": what is promised, or to be helped to come, lies ahead."""
    verb = tree.governing_verb(noun)
    within = tree.token(noun).dep == "nmod" and verb is not None and verb < noun
    return within and verb is not None and tree.token(verb).lemma in narration().words["promising"]


def _is_over(tree: Tree, verbs: Sequence[int]) -> bool:
    """ "The talks are over"."""
    said = [i for v in verbs if tree.token(v).lemma == "be" for i in tree.children(v, "advmod", "xcomp", "obl")]
    return any(tree.token(i).text.lower() == "over" for i in said)


def _is_negated(tree: Tree, verbs: Sequence[int]) -> bool:
    """ "did not meet", "neither met nor called", "no party voiced support"."""
    said = [i for v in verbs if tree.token(v).lemma == "be" for i in tree.children(v, "xcomp")]  # "nor been critical"
    around = [c for v in (*verbs, *said) for c in tree.children(v, "advmod", "cc:preconj", "cc")]
    subjects = [c for v in verbs for i in tree.children(v, "nsubj", "nsubj:pass") for c in tree.children(i, *_OPENING)]
    words = {tree.token(c).lemma.lower() for c in around} | {f"{tree.token(c).lemma.lower()} one" for c in subjects}
    return not _NEGATIONS.isdisjoint(words) or any(_is_not_meant(tree, v) for v in verbs)


def _is_not_meant(tree: Tree, verb: int) -> bool:
    """ "That does not mean that Peru has left"."""
    above = tree.parent(verb) if tree.token(verb).dep == "ccomp" else None
    return above is not None and tree.token(above).lemma in _MEANING and tree.negated(above)


def _doubt(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "It is unlikely that Rao will visit", "is unlikely to meet"."""
    for verb in verbs:
        above = tree.parent(verb)
        near = [verb] if above is None else [verb, above, *tree.children(above, "xcomp", "advmod")]
        doubted = next((i for i in near if tree.token(i).text.lower() in _DOUBTS), None)
        if doubted is not None:
            return _word(text, tree, doubted)
    return None


def _whether(text: str, tree: Tree, anchors: Sequence[int]) -> Span | None:
    """ "Is there any hope that they will meet?": what a sentence asks that wants a yes or no."""
    given = tree.token(anchors[0]).tag == "VBG" and tree.token(anchors[0]).dep == "advcl"  # "by visiting Peru"
    if given or all(token.text != "?" for token in tree.tokens[-2:]):
        return None
    match = narrative()["whether"].match(text[tree.sentence.start : tree.sentence.end])
    if match is None or _is_known(tree, anchors[0]):
        return None
    return Span.of(text, tree.sentence.start, tree.sentence.start + match.end() - 1)


def _leaning(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "Was interested in buying arms", "agree on the desire to cut ties": what somebody would like to do."""
    match = next((m for v in verbs if (m := right_before(text, tree, v, "leaning")) is not None), None)
    return Span.of(text, match.start(), match.start() + len(match[0].rstrip())) if match is not None else None


def _hope(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "Hoped that the two would reach an accord", "feared that they would not"."""
    above = (tree.parent(v) for v in verbs if tree.token(v).dep == "ccomp")
    hope = next((i for i in above if i is not None and tree.token(i).lemma in narration().words["hoping"]), None)
    return _word(text, tree, hope) if hope is not None else None


def _wish(text: str, tree: Tree, anchors: Sequence[int]) -> Span | None:
    """ "Called for talks": what a noun names is only wished for."""
    noun = tree.token(anchors[0])
    above = tree.parent(anchors[0]) if noun.pos in ("NOUN", "PROPN") and tree.preposition(anchors[0]) == "for" else None
    if above is None or tree.token(above).lemma not in word_classes()["wishing"]:
        return None
    return _word(text, tree, above)


def _prospect(text: str, tree: Tree, noun: int) -> Span | None:
    """ "Fears of an attack grew": what a noun behind such a word only may come to."""
    above = tree.parent(noun) if tree.token(noun).dep == "nmod" and tree.token(noun).pos == "NOUN" else None
    if above is None or _is_known(tree, noun) or tree.preposition(noun) not in _MAY_BE_OF:
        return None
    return _word(text, tree, above) if tree.token(above).lemma in narration().words["prospects"] else None


def _is_known(tree: Tree, noun: int) -> bool:
    """ "The visit", "their talks": of which was told."""
    return any(tree.token(i).text.lower() in _KNOWN for i in tree.children(noun, "det", "nmod:poss"))


def _matter(text: str, tree: Tree, anchors: Sequence[int]) -> Span | None:
    """ "Spoke about meeting Rao": what a gerund behind "about" names is only spoken of."""
    marks = tree.children(anchors[0], "mark", "case") if tree.token(anchors[0]).tag == "VBG" else []
    about = next((i for i in marks if tree.token(i).text.lower() == "about"), None)
    return _word(text, tree, about) if about is not None else None


def _call(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "Backed a call on Peru to leave": what somebody is asked to do."""
    nouns = (tree.call_for(verb) for verb in verbs)
    noun = next((i for i in nouns if i is not None), None)
    return _word(text, tree, noun) if noun is not None else None


def _condition(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "Would meet Rao if she agreed": what would be done under a condition."""
    for verb in verbs:
        would = next((t for t in tree.group(verb) if t.text.lower() in _WOULD), None)
        opening = {tree.token(m).text.lower() for c in tree.children(verb, "advcl") for m in tree.children(c, "mark")}
        if would is not None and not opening.isdisjoint(_CONDITIONS):
            return Span.of(text, would.start, would.end)
    return None


def _supposed(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "If Rao started a war to take the port": what a clause of condition tells, also with what hangs on it."""
    above = verbs[-1] if verbs else None
    while above is not None:
        marks = [i for i in tree.children(above, "mark") if tree.token(i).text.lower() in _CONDITIONS]
        marks = marks or _waited_for(tree, above)
        if marks:
            return _word(text, tree, marks[0])
        token = tree.token(above)
        hangs = token.dep in ("conj", "xcomp") or (token.dep == "advcl" and tree.infinitive(above))
        above = tree.parent(above) if hangs else None
    return None


def _waited_for(tree: Tree, verb: int) -> list[int]:
    """ "Would not open it until Chile withdrew": the "until" of a clause that tells on what something depends."""
    if tree.token(verb).dep != "advcl":
        return []
    main = {t.text.lower() for t in tree.group(tree.token(verb).head)}
    until = [i for i in tree.children(verb, "mark") if tree.token(i).text.lower() == "until"]
    return until if not main.isdisjoint(_WOULD) else []


def _ruling_out(tree: Tree, anchors: Sequence[int], verbs: Sequence[int]) -> int | None:
    """The verb of "ruled out a visit", "a visit is ruled out", "ruled out visiting Lima"."""
    top = anchors[0] if tree.token(anchors[0]).pos not in ("VERB", "AUX") else verbs[-1] if verbs else anchors[0]
    above = tree.parent(top)
    near = [v for v in (*verbs[1:], above) if v is not None and _rules_out(tree, v)]
    told = top in tree.children(above, *_RULED) if above is not None else False
    return next((v for v in near if v != above or told), None)


def _word(text: str, tree: Tree, index: int) -> Span:
    token = tree.token(index)
    return Span.of(text, token.start, token.end)


def _rules_out(tree: Tree, verb: int) -> bool:
    behind = tree.token(verb + 1).text.lower() if verb + 1 < len(tree.tokens) else ""
    return tree.token(verb).lemma == "rule" and behind == "out"


def _is_awaited(tree: Tree, verbs: Sequence[int]) -> bool:
    """ "When they sign, trade will grow": the present of a clause of time whose main clause lies ahead."""
    if not verbs or tree.token(verbs[-1]).dep != "advcl":
        return False
    opening = {tree.token(i).text.lower() for i in tree.children(verbs[-1], "mark", "advmod")}
    main = {t.text.lower() for t in tree.group(tree.token(verbs[-1]).head)}
    return not opening.isdisjoint(_AWAITING) and not main.isdisjoint(_FUTURE)


def _is_next(tree: Tree, verbs: Sequence[int]) -> bool:
    """ "From there she flies on to Lima", "he then meets Rao": the present of what is on the programme."""
    near = (i for v in verbs for c in tree.children(v, "advmod", "obl") for i in (c, *tree.children(c, "case")))
    words = " ".join(tree.token(i).text.lower() for i in sorted(set(near)))
    return in_channel(words, "onward")


@cache
def outcomes() -> dict[str, Status]:
    """Verbs that end or move a planned event: by lemma, or as participle and particle ("called off")."""
    moved = [cue for cue in status_cues() if cue.status in ("cancelled", "postponed")]
    return {words: cue.status for cue in moved for words in (*cue.lemmas, *cue.phrases)}


def outcome_of(tree: Tree, verb: int) -> Status | None:
    """What a verb says became of a planned event, by its lemma or with its particle; null where it says nothing."""
    token = tree.token(verb)
    after = tree.token(verb + 1).text.lower() if verb + 1 < len(tree.tokens) else ""
    return outcomes().get(token.lemma, outcomes().get(f"{token.text.lower()} {after}"))


def by_dates(claim: EventClaim, published: When | None, *, past: bool = False) -> EventClaim:
    """The calendar has the last word: what is dated after the report is planned.

    What is told as ``past`` of the next day of the week is of where that has begun.
    """
    start = claim.start
    if start is None or published is None or claim.status not in ("happened", "ongoing"):
        return claim
    if not published.precedes(start) or (past and _is_weekday_after(start, published)):
        return claim
    return msgspec.structs.replace(claim, status="planned")


def _is_weekday_after(start: When, published: When) -> bool:
    """Whether a day of the week alone names the day after the report's."""
    if start.evidence is None or start.earliest is None or published.latest is None:
        return False
    times = find_times(start.evidence.text) if start.earliest - published.latest == timedelta(days=1) else ()
    return len(times) == 1 and isinstance(times[0].value, Weekday)


def _verbs(tree: Tree, anchors: Sequence[int]) -> list[int]:
    """The verbs of the event's clause, each with those that govern it as an infinitive, or by it as a means."""
    found = [a for a in anchors if tree.token(a).pos in ("VERB", "AUX")]
    chains = [v for verb in found for v in tree.chain(verb)]
    ends = [above for v in chains for above in _by_which(tree, v)]
    return list(dict.fromkeys([*chains, *(v for end in ends for v in tree.chain(end))]))


def _by_which(tree: Tree, verb: int) -> list[int]:
    """ "Would open a front by attacking Peru": the verb of what is done by a gerund's deed."""
    token = tree.token(verb)
    if token.tag != "VBG" or token.dep != "advcl" or tree.token(token.head).pos != "VERB":
        return []
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark", "case")}
    return [token.head] if not marks.isdisjoint(narration().words["means"]) else []


def _is_record(tree: Tree, anchors: Sequence[int]) -> bool:
    """ "the last minister to visit Oslo": what somebody was the first or the last to do is done."""
    token = tree.token(anchors[0])
    ranked = tree.children(token.head, "amod") if token.dep == "acl" and tree.infinitive(anchors[0]) else []
    words = [tree.token(i).text.lower() for i in ranked]
    return any(word in _RANKS or _ORDINAL.fullmatch(word) for word in words)


def _is_past(tree: Tree, noun: int) -> bool:
    """ "Her recent visit", "his latest trip": whatever the verb above says."""
    return any(tree.token(i).text.lower() in _PAST for i in tree.children(noun, "amod"))


def _governing(tree: Tree, anchors: Sequence[int]) -> list[int]:
    above = tree.governing_verb(anchors[0])
    return tree.chain(above) if above is not None else []


def _tense(tree: Tree, verbs: Sequence[int]) -> Tense | None:
    for verb in reversed(verbs):
        group = tree.group(verb)
        words = {t.text.lower() for t in group}
        if words & _FUTURE or "'ll" in words or "’ll" in words:
            return "future"
        if any(t.tag == "VBD" for t in group):
            return None if _was_to(tree, verb) else "past"  # "was to meet in May": before or after, who knows
        if any(t.lemma == "have" for t in group if t.pos == "AUX"):
            return "past"
        if any(t.tag in ("VBZ", "VBP", "MD") for t in group):
            ahead = len(verbs) > 1 and verb != verbs[0] and tree.token(verb).lemma not in narration().words["going-on"]
            return "future" if ahead else "present"
    if verbs and tree.token(verbs[0]).tag in ("VBN", "VBD"):
        return "past"
    if verbs and tree.token(verbs[-1]).tag == "VB":  # a headline's infinitive, "Rao to visit Oslo", or present
        told = tree.children(verbs[-1], "nsubj") and not tree.infinitive(verbs[-1])
        return "present" if told else "future"
    return None


def _of_participle(tree: Tree, verbs: Sequence[int]) -> Tense | None:
    """ "Leaders, meeting in Lima, agreed", "recalled its envoy, accusing Peru": the tense of the verb above."""
    bare = verbs and tree.token(verbs[-1]).tag == "VBG" and not tree.children(verbs[-1], "aux", "aux:pass")
    above = tree.governing_verb(verbs[-1]) if bare else None
    tense = _tense(tree, tree.chain(above)) if above is not None else None
    return None if tense == "future" and tree.children(verbs[-1], "mark") else tense  # "will talk it out of leaving"


def _of_plan(tense: Tense | None) -> Tense | None:
    """What "had been due on Sunday" was before or after, who knows."""
    return None if tense == "past" else tense


def _was_to(tree: Tree, verb: int) -> bool:
    """ "was to meet", "were due to meet"."""
    return tree.token(verb).lemma == "be" and bool(tree.children(verb, "xcomp"))


def _denial(text: str, tree: Tree, anchors: Sequence[int]) -> Span | None:
    """ "denied that Rao had met Silva", "denied reports of it": a verb of denial with the event as its content."""
    lemmas = next(cue.lemmas for cue in status_cues() if cue.status == "denied")
    for anchor in anchors:
        above = _of_rumour(tree, anchor) or (tree.parent(anchor) if tree.token(anchor).dep == "ccomp" else None)
        if above is not None and tree.token(above).lemma in lemmas:
            return _word(text, tree, above)
        if (verdict := _verdict(tree, anchor)) is not None:
            return _word(text, tree, verdict)
    return None


def _verdict(tree: Tree, anchor: int) -> int | None:
    """The word that says that an event is not true: "reports that they had met are false", "it is not true that"."""
    rumour = _rumour(tree, anchor)
    told = rumour if rumour is not None and tree.token(rumour).dep.startswith("nsubj") else anchor
    above = tree.parent(told) if told != anchor or tree.token(anchor).dep in ("ccomp", "csubj") else None
    said = [above, *tree.children(above, "xcomp")] if above is not None else []
    untrue = next((i for i in said if tree.token(i).lemma in narration().words["untrue"]), None)
    true = next((i for i in said if tree.token(i).lemma == "true"), None)
    return untrue if untrue is not None or true is None or not any(tree.negated(i) for i in said) else true


def _of_rumour(tree: Tree, anchor: int) -> int | None:
    """The verb of which rumours of an event are the object: "denied reports that they had met"."""
    rumour = _rumour(tree, anchor)
    return tree.parent(rumour) if rumour is not None and tree.token(rumour).dep == "obj" else None


def _rumour(tree: Tree, anchor: int) -> int | None:
    above = tree.parent(anchor) if tree.token(anchor).dep in ("acl", "acl:relcl", "ccomp", "nmod") else None
    return above if above is not None and tree.token(above).lemma in narration().words["rumours"] else None


def _question(text: str, tree: Tree, verbs: Sequence[int]) -> Span | None:
    """ "Did the talks take place?": an auxiliary that opens its clause asks, or supposes ("Had they met")."""
    for verb in verbs:
        subjects = tree.children(verb, "nsubj", "nsubj:pass")
        first = min(tree.children(verb, "aux", "aux:pass"), default=verb)
        opens = first == 0 or tree.token(first - 1).pos == "PUNCT"
        if opens and subjects and first < subjects[0] < verb:
            return _word(text, tree, first)
    return None


def _came_before(tree: Tree, noun: int, verb: int, *, done: bool) -> bool:
    """Whether an event that a noun names was there when somebody wished for another."""
    return _is_behind(tree, noun, verb) or (done and _is_within(tree, noun, verb))


def _is_within(tree: Tree, noun: int, verb: int) -> bool:
    """ "During talks with Rao she offered help": the talks during which somebody offers or asks were held."""
    return tree.token(noun).dep == "obl" and tree.parent(noun) == verb and tree.preposition(noun) in _DURING


def _is_behind(tree: Tree, noun: int, verb: int) -> bool:
    """ "Wants talks after Peru's attack", "following a meeting she urged restraint": that came before."""
    within = tree.token(noun).dep in ("obl", "nmod") and tree.lies_under(noun, verb)
    return within and tree.preposition(noun) in _AFTER


def _governing_lemma(text: str, tree: Tree, verbs: Sequence[int], cue: StatusCue, done: bool) -> Span | None:
    """The first verb over the event whose lemma is a cue; what was agreed on in the past may be done."""
    for verb in verbs:
        token = tree.token(verb)
        if token.lemma in cue.lemmas and not (done and token.lemma == "agree"):
            return Span.of(text, token.start, token.end)
    return None


def _phrase(text: str, stretches: Sequence[tuple[int, int]], status: Status, told: int | None) -> Span | None:
    """The first cue phrase of a status in the stretches that speak of the event, but for its own verb ``told``."""
    pattern = _patterns()[status]
    for start, end in stretches:
        hit = next((h for h in pattern.finditer(text, start, end) if h.start() != told), None)
        if hit is not None:
            return Span.of(text, hit.start(), hit.end())
    return None


@cache
def _patterns() -> dict[Status, re.Pattern[str]]:
    """One pattern a status; ``may`` keeps its case, for May is a month."""
    return {
        cue.status: re.compile(r"(?<!\w)(?:" + "|".join(_loose(p) for p in cue.phrases) + r")(?!\w)")
        for cue in status_cues()
    }


def _loose(phrase: str) -> str:
    words = r"\s+".join(re.escape(w) for w in phrase.split())
    return words if phrase in MONTHS else f"(?i:{words})"


def _stretches(tree: Tree, anchors: Sequence[int], verbs: Sequence[int], behind: int) -> Iterator[tuple[int, int]]:
    """Stretches of text in which a cue speaks of this event: its verb groups and the words around its noun."""
    tops = [*verbs, *(a for a in anchors if a not in verbs)]
    for top in tops:
        own = [
            top,
            *tree.children(top, "aux", "aux:pass", "advmod", "mark", "amod", "compound", "compound:prt"),
        ]
        last = min(max(own) + behind, len(tree.tokens) - 1)
        yield tree.token(min(own)).start, tree.token(last).end
    if len(verbs) > 1:
        yield tree.token(min(verbs)).start, tree.token(max(verbs)).end
