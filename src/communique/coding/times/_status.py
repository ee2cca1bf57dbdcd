"""Whether it is planned, under way, done, postponed, called off or denied, by the words of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

import msgspec

from communique.codebook import StatusCue, narration, status_cues
from communique.codebook.calendar import MONTHS, ORDINALS
from communique.coding.times._asked import asked
from communique.coding.times._clause import FUTURE, Clause, clause_of
from communique.coding.times._denied import denial
from communique.coding.times._unreal import is_unreal, right_before, stays_away
from communique.coding.tree import Tree
from communique.coding.triggers import in_channel
from communique.linking.times import Tense, Weekday, find_times
from communique.types import EventClaim, Span, Status, When

__all__ = ["Reading", "by_dates", "done_by_word", "of_scene", "outcome_of", "outcomes", "read_status"]

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_WAS = frozenset({"was", "were"})
_RANKS = frozenset({"last", "only", "latest", *ORDINALS})


_NEGATIONS = frozenset(
    {"not", "never", "no", "neither", "nor", "no one", "neither one", "hardly", "barely", "scarcely", "rarely"}
)


_BEHIND = 2
"""Words behind a verb group or noun in which a cue still speaks of it: "is set to", "agreed to"."""
_RULED = ("advcl", "ccomp", "xcomp", "obj", "nsubj:pass")
_MEANING = frozenset({"mean", "imply", "signify", "think", "believe", "suppose", "recall", "remember"})
_OPENING = ("det", "cc:preconj")  # "no party", "neither Peru nor Chile"
_PLANS = frozenset({"plan", "decision", "intention", "proposal", "arrangement"})
_ONWARD = frozenset({"to", "for", "the", "on"})
_PAST = frozenset({"recent", "latest"})
_THERE = frozenset({"at", "on", "during"})
_DURING = frozenset({"in", "at", "during"})
_AFTER = frozenset({"after", "following", "since"})
_AWAITING = frozenset({"when", "once", "after", "until", "before", "as", "where"})
_ARE = frozenset({"is", "are"})  # "they are to meet before the guest calls on Rao"


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
    clause = clause_of(text, tree, anchors)
    ruling = _ruling_out(tree, anchors, clause.verbs)
    negated = _is_negated(tree, clause.verbs) or ruling is not None or is_unreal(text, tree, anchors, clause.verbs)
    return (
        _denied(clause)
        or _missed(clause)
        or (None if negated else _dropped(clause))
        or _on_record(clause)
        or _open(clause, ruling, negated)
        or _by_cue(clause, negated, own=own, said=said)
        or _by_tense(clause, negated)
    )


def _denied(clause: Clause) -> Reading | None:
    words = denial(clause)
    return Reading("denied", clause.tense, words) if words is not None else None


def _missed(clause: Clause) -> Reading | None:
    """ "Skipped a meeting with Rao", which fell through with that."""
    verb = stays_away(clause.tree, clause.at)
    if verb is None or clause.tree.negated(verb):
        return None
    return Reading("cancelled", clause.tense, clause.word(verb))


def _dropped(clause: Clause) -> Reading | None:
    dropped = _off(clause) or _plan_dropped(clause)
    return Reading(dropped[0], _of_plan(clause.tense), dropped[1]) if dropped is not None else None


def _on_record(clause: Clause) -> Reading | None:
    """What somebody was the first to do, or did gladly, is done."""
    gladly = any(right_before(clause.text, clause.tree, verb, "gladly") for verb in clause.verbs)
    return Reading("happened", "past") if gladly or _is_record(clause.tree, clause.anchors) else None


def _open(clause: Clause, ruling: int | None, negated: bool) -> Reading | None:
    """What may come about; ``ruling`` is the verb of "did not rule out a visit"."""
    if ruling is not None and clause.tree.negated(ruling):
        return Reading("hypothetical", clause.tense, clause.word(ruling))
    words = asked(clause)
    return Reading("hypothetical", clause.tense, words, negated) if words is not None else None


def _by_cue(clause: Clause, negated: bool, *, own: bool, said: bool) -> Reading | None:
    """What the first cue says, in the codebook's order, that governs the event or stands beside it."""
    tree, at, tense = clause.tree, clause.at, clause.tense
    stretches = list(_stretches(clause, 0 if said else _BEHIND))
    done = _is_done(clause, own=own)
    others = [v for v in clause.verbs if v != at]
    told = None if own else tree.token(at).start
    for cue in status_cues():
        over = others if cue.status == "cancelled" or not own else clause.verbs  # "dropped in on Rao"
        if cue.status == "hypothetical":
            over = [v for v in over if not _came_before(tree, at, v, done=done)]
        span = _governing_lemma(clause, over, cue, done) or _phrase(clause.text, stretches, cue.status, told)
        if span is not None:
            return Reading(cue.status, _of_plan(tense) if cue.status == "planned" else tense, span, negated)
    return None


def _is_done(clause: Clause, *, own: bool) -> bool:
    """ "Agreed on it at a summit", but "agreed to meet", "agreed to hold a summit"."""
    tree = clause.tree
    carried = clause.at not in clause.verbs and not any(tree.infinitive(v) for v in clause.verbs)
    return clause.tense == "past" and carried and not (own and _is_agreed_on(tree, clause.at))


def _by_tense(clause: Clause, negated: bool) -> Reading:
    """What the tense says alone."""
    tree, verbs, tense = clause.tree, clause.verbs, clause.tense
    if tense == "present" and (_is_awaited(tree, verbs) or _is_next(tree, verbs)):
        return Reading("planned", "future", None, negated)
    stated = any(tree.token(v).lemma not in _LINKING for v in verbs) or clause.at in verbs
    stated = (stated and tense != "present") or _is_over(tree, verbs)  # a headline's present, or what a visit means
    return Reading("planned" if tense == "future" else "happened", tense, None, negated, stated)


def _is_agreed_on(tree: Tree, noun: int) -> bool:
    """ "A meeting was agreed by phone": what is agreed on lies ahead."""
    token = tree.token(noun)
    return token.dep == "nsubj:pass" and tree.token(token.head).lemma == "agree"


def _off(clause: Clause) -> tuple[Status, Span] | None:
    """ "The trip is off", which is not "he is off to Lima"."""
    tree, verbs = clause.tree, clause.verbs
    said = [
        i for v in verbs if tree.token(v).lemma == "be" for i in tree.children(v, "advmod", "xcomp", "compound:prt")
    ]
    off = next((i for i in said if tree.token(i).text.lower() == "off" and not tree.phrases(i)), None)
    behind = tree.tokens[off + 1].text.lower() if off is not None and off + 1 < len(tree.tokens) else ""
    return ("cancelled", clause.word(off)) if off is not None and behind not in _ONWARD else None


def _plan_dropped(clause: Clause) -> tuple[Status, Span] | None:
    """ "Has scrapped plans to travel", "shelved a decision to meet": what the infinitive behind a plan tells."""
    tree, verbs = clause.tree, clause.verbs
    plan = (
        tree.parent(verbs[-1]) if verbs and tree.token(verbs[-1]).dep == "acl" and tree.infinitive(verbs[-1]) else None
    )
    above = tree.parent(plan) if plan is not None and tree.token(plan).lemma in _PLANS else None
    if plan is None or above is None or plan not in (*tree.objects(above), *tree.subject(above)):
        return None
    status = outcome_of(tree, above)
    return (status, clause.word(above)) if status is not None else None


def _of_plan(tense: Tense | None) -> Tense | None:
    """What "had been due on Sunday" was before or after, who knows."""
    return None if tense == "past" else tense


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


def _ruling_out(tree: Tree, anchors: Sequence[int], verbs: Sequence[int]) -> int | None:
    """The verb of "ruled out a visit", "a visit is ruled out", "ruled out visiting Lima"."""
    top = anchors[0] if tree.token(anchors[0]).pos not in ("VERB", "AUX") else verbs[-1] if verbs else anchors[0]
    above = tree.parent(top)
    near = [v for v in (*verbs[1:], above) if v is not None and _rules_out(tree, v)]
    told = top in tree.children(above, *_RULED) if above is not None else False
    return next((v for v in near if v != above or told), None)


def _rules_out(tree: Tree, verb: int) -> bool:
    behind = tree.token(verb + 1).text.lower() if verb + 1 < len(tree.tokens) else ""
    return tree.token(verb).lemma == "rule" and behind == "out"


def _is_awaited(tree: Tree, verbs: Sequence[int]) -> bool:
    """ "When they sign, trade will grow": the present of a clause of time whose main clause lies ahead."""
    if not verbs or tree.token(verbs[-1]).dep not in ("advcl", "obl"):
        return False
    opening = {tree.token(i).text.lower() for i in tree.children(verbs[-1], "mark", "advmod", "case")}
    main = {t.text.lower() for t in tree.group(tree.token(verbs[-1]).head)}
    ahead = not main.isdisjoint(FUTURE) or ("to" in main and not main.isdisjoint(_ARE))
    return not opening.isdisjoint(_AWAITING) and ahead


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


def _is_record(tree: Tree, anchors: Sequence[int]) -> bool:
    """ "the last minister to visit Oslo", "was the first to": what somebody was the first or the last to do is done."""
    token = tree.token(anchors[0])
    if not tree.infinitive(anchors[0]):
        return False
    ranked = tree.children(token.head, "amod") if token.dep == "acl" else []
    ranked = ranked or ([token.head] if token.dep == "acl" else [])
    if tree.token(token.head).text.lower() in _WAS:
        ranked = [i for i in tree.predicates(token.head) if i < anchors[0]]
    words = [tree.token(i).text.lower() for i in ranked]
    return any(word in _RANKS or _ORDINAL.fullmatch(word) for word in words)


def _is_past(tree: Tree, noun: int) -> bool:
    """ "Her recent visit", "his latest trip": whatever the verb above says."""
    return any(tree.token(i).text.lower() in _PAST for i in tree.children(noun, "amod"))


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


def _governing_lemma(clause: Clause, verbs: Sequence[int], cue: StatusCue, done: bool) -> Span | None:
    """The first verb over the event whose lemma is a cue; what was agreed on in the past may be done."""
    for verb in verbs:
        lemma = clause.tree.token(verb).lemma
        if lemma in cue.lemmas and not (done and lemma == "agree"):
            return clause.word(verb)
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


def _stretches(clause: Clause, behind: int) -> Iterator[tuple[int, int]]:
    """Stretches of text in which a cue speaks of this event: its verb groups and the words around its noun."""
    tree, verbs = clause.tree, clause.verbs
    tops = [*verbs, *(a for a in clause.anchors if a not in verbs)]
    for top in tops:
        own = [
            top,
            *tree.children(top, "aux", "aux:pass", "advmod", "mark", "amod", "compound", "compound:prt"),
        ]
        last = min(max(own) + behind, len(tree.tokens) - 1)
        yield tree.token(min(own)).start, tree.token(last).end
    if len(verbs) > 1:
        yield tree.token(min(verbs)).start, tree.token(max(verbs)).end
