"""When it happens: the expressions of time that belong to an event's clause, resolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

import msgspec

from communique.codebook import narration, narrative
from communique.codebook.calendar import ORDINALS
from communique.coding.times._attached import (
    belongs,
    is_dated,
    is_of_noun,
    is_of_outrage,
    times_within,
    trails,
    verb_of,
)
from communique.coding.times._borrowed import STARTS, at_its_end, borrowed, clauses_under, end_of, told_when
from communique.coding.times._status import outcome_of, outcomes
from communique.coding.tree import Tree
from communique.linking.times import (
    Anchored,
    Bound,
    Day,
    Duration,
    Month,
    Recent,
    Resolved,
    Tense,
    TimeExpression,
    Weekday,
    is_ahead,
    resolve_times,
)
from communique.parsing import Sentence, Token
from communique.types import Document, When
from communique.types.edtf import when as made

__all__ = [
    "counted_back",
    "day_before",
    "heads_line",
    "is_counted_back",
    "is_ending",
    "is_from_unknown",
    "is_in_present",
    "is_length_of",
    "is_of_content",
    "is_of_other",
    "is_of_that_year",
    "is_on_programme",
    "is_part_of_name",
    "is_scheduled",
    "is_since",
    "is_told_done",
    "is_told_since",
    "is_vague",
    "is_year_of_plan",
    "nth_day",
    "on_day",
    "own_times",
    "told_last",
    "when",
]

_SEQUENCE = frozenset({"after", "before", "following", "ahead of", "until", "since"})
_CLAUSE = 80
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
_OPENING = 8  # characters: "On ", "Early in "
_NAME = 60  # characters behind a year in which the name of a plan ends
_STOP = re.compile(r"[.!?]\s")
_DASH = re.compile(r"\s?[-–—:]\s")
_STOPS = frozenset({".", '"', "”"})
_PAST_MODALS = frozenset({"would", "could", "should", "might"})
_STATES = frozenset({"be", "have", "maintain", "keep", "enjoy"})
_ENDING = frozenset(
    {"end", "conclude", "finish", "wrap", "wind", "wound", "complete", "close", "collapse", "fail", "break"}
)


def own_times(
    tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression], others: frozenset[int] = frozenset()
) -> list[TimeExpression]:
    """Expressions of the sentence that depend on the event's clause, nearest to its trigger first.

    ``others`` are the triggers of other events, whose phrases keep their own times. "Since October"
    says when something else was, but for a state that lasts; "postponed it on Friday" when it was postponed.
    """
    trigger = tree.token(anchors[0])
    told = [a for a in anchors if a == anchors[0] or tree.token(a).lemma not in outcomes()]
    told += _done_so(tree, anchors)
    within = times_within(tree.sentence, times)
    inside = [t for t in within if not _is_since_then(t) or _lasts_since(tree, anchors, t)]
    barriers = (others | frozenset(anchors)) - frozenset(told)
    free = [t for t in inside if not (_dates_another(tree, t, others - frozenset(anchors)) or is_since(tree, t))]
    own = [t for t in free if belongs(tree, t, frozenset(told), barriers) or trails(tree, t, anchors)]
    own = _straight(tree, own, frozenset(told))
    own = _set_for(tree, anchors, within) or own
    own = next((t for a in anchors if (t := told_when(tree, a, within))), own)
    own = own or borrowed(tree, anchors, within, inside, free, barriers, others - frozenset(anchors))
    if all(isinstance(t.value, Duration) for t in own):
        own = at_its_end(tree, anchors, inside) or own
    return sorted(own, key=lambda t: (_is_of_same_day(t), _gap(t, trigger)))


def _gap(time: TimeExpression, trigger: Token) -> int:
    return min(abs(time.span.start - trigger.end), abs(trigger.start - time.span.end))


def _is_of_same_day(time: TimeExpression) -> bool:
    """ "Hours after the vote": what else is told says more."""
    return isinstance(time.value, Anchored) and (time.value.unit, time.value.offset) == ("day", 0)


def _set_for(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "Two days after Peru called off talks that were scheduled for May 3": the day for which it was set."""
    dropped = any(outcome_of(tree, a) is not None for a in anchors)
    clauses = clauses_under(tree, anchors[:1]) if dropped else []
    setting = [c for c in clauses if tree.token(c).lemma in narration().words["setting"]]
    return [t for t in times if belongs(tree, t, frozenset(setting), frozenset())] if setting else []


def _straight(tree: Tree, own: Sequence[TimeExpression], anchors: frozenset[int]) -> list[TimeExpression]:
    """ "Flies out next week for a summit on May 24": beside the event's own time that of another noun is left out."""
    points = [t for t in own if not isinstance(t.value, Duration)]
    others = [t for t in points if is_of_noun(tree, t, anchors) or _is_of_purpose(tree, t, points, anchors)]
    return [t for t in own if t not in others] if len(others) < len(points) else list(own)


def _is_of_purpose(tree: Tree, time: TimeExpression, points: Sequence[TimeExpression], anchors: frozenset[int]) -> bool:
    """Whether it stands behind an earlier time and what the event was for or over."""
    earlier = max((t.span.end for t in points if t.span.end < time.span.start), default=time.span.start)
    between = (t for t in tree.tokens if earlier <= t.start < time.span.start and t.head not in anchors)
    return any(t.pos in ("ADP", "SCONJ") and t.text.lower() in narration().words["purposes"] for t in between)


def is_vague(time: TimeExpression) -> bool:
    """ "In the coming months" promises no time."""
    value = time.value
    return isinstance(value, Recent) and value.ahead and value.unit != "day"


def is_year_of_plan(text: str, time: TimeExpression) -> bool:
    """ "Spoke of the 2030 Agenda", "in line with Vision 2030": a year in a name."""
    start, end = time.span.start, time.span.end
    behind = narrative()["year-of-plan"].search(text[end : end + _NAME])
    return bool(behind or narrative()["plan-of-year"].search(text[max(0, start - _OPENING) : start])) and (
        time.span.text.strip().isdigit()
    )


def is_from_unknown(text: str, time: TimeExpression) -> bool:
    """ "Two months after they take effect": counted from what no event told before needs to be."""
    counted = isinstance(time.value, Anchored) and time.value.of is None and time.value.offset != 0
    return counted and time.span.text.endswith(("after", "before")) and _is_followed(text, time)


def _is_followed(text: str, time: TimeExpression) -> bool:
    return narrative()["by-pronoun"].search(text[time.span.end : time.span.end + _OPENING]) is not None


def _is_since_then(time: TimeExpression) -> bool:
    return isinstance(time.value, Bound) and time.value.bound == "since"


def _lasts_since(tree: Tree, anchors: Sequence[int], time: TimeExpression) -> bool:
    """ "Has been closed since May", "have had relations since 1962": a perfect of a state, which began then.

    So did a series: "had held five rounds of talks since May".
    """
    for anchor in anchors:
        verb, group = tree.token(anchor), tree.group(anchor)
        having = [t for t in group if t.lemma == "have" and t.start < verb.start]
        if having and _is_series(tree, anchor):
            return True
        perfect = any(t.tag in ("VBZ", "VBP") for t in having)
        lasting = verb.lemma in _STATES or bool(tree.children(anchor, "aux:pass"))
        if verb.pos in ("VERB", "AUX") and perfect and lasting and verb.end < time.span.start:
            return True
    return False


def _is_series(tree: Tree, verb: int) -> bool:
    """ "Held five rounds", "delivered 18 tanks", "met three times"."""
    told = tree.children(verb, "obj", "obl:tmod", "obl:npmod", "nsubj:pass")
    return any(tree.children(i, "nummod") for i in told)


def _done_so(tree: Tree, anchors: Sequence[int]) -> list[int]:
    """ "Accepted the invitation to visit and will do so in May": what is done so is the last infinitive before it."""
    found = []
    for i, token in enumerate(tree.tokens[:-1]):
        if token.lemma == "do" and tree.token(i + 1).text.lower() == "so":
            before = [v for v in range(i) if tree.token(v).tag == "VB" and tree.infinitive(v)]
            found += [i] if before and before[-1] in anchors else []
    return found


def is_since(tree: Tree, time: TimeExpression) -> bool:
    """ "the first talks since Agra in July", "since his return on May 3": the day is that of another event."""
    first = next((i for i, t in enumerate(tree.tokens) if t.start >= time.span.start), 0)
    if not isinstance(time.value, Bound) and any(_opened_by_since(tree, i) for i in tree.upwards(first)):
        return True
    at = first - 1
    while at >= 0 and tree.token(at).pos in ("ADP", "PROPN", "DET") and tree.token(at).text.lower() != "since":
        at -= 1
    return at >= 0 and tree.token(at).text.lower() == "since"


def _opened_by_since(tree: Tree, index: int) -> bool:
    return any(tree.token(c).text.lower() == "since" for c in tree.children(index, "case", "mark"))


def is_length_of(tree: Tree, time: TimeExpression, others: frozenset[int]) -> bool:
    """ "Signed after six days of talks": how long another event took."""
    if not isinstance(time.value, Duration):
        return False
    inside = [i for i, t in enumerate(tree.tokens) if time.span.overlaps(t)]
    return any(word == "of" and c in others for i in inside for word, c in tree.phrases(i))


def is_of_other(tree: Tree, time: TimeExpression, others: frozenset[int]) -> bool:
    """ "Promised support for the opening of talks in June": a date right behind another event is that one's."""
    return is_dated(time) and any(tree.token(i).pos == "NOUN" and trails(tree, time, [i]) for i in others)


def is_part_of_name(time: TimeExpression) -> bool:
    """ "A two-day fair": the length of a thing, and not for how long something went on."""
    return isinstance(time.value, Duration) and "-" in time.span.text


def is_of_content(tree: Tree, anchors: Sequence[int], time: TimeExpression) -> bool:
    """ "Thanked Peru for help in May", "denied the raid of 2019": a date behind a noun is of what is spoken of.

    A weekday may be that of the words.
    """
    behind = time.span.start > max(tree.token(a).end for a in anchors)
    there = is_dated(time) and behind
    return there and (is_of_noun(tree, time, frozenset(anchors), _CONTENT) or is_of_outrage(tree, time))


def heads_line(text: str, sentence: Sentence, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """ "March 2023 - Peru recalls its envoy", where the date stands before the sentence."""
    last = bisect_left(times, sentence.start, key=lambda t: t.span.start) - 1
    if last < 0 or not _DASH.fullmatch(text, times[last].span.end, sentence.start):
        return []
    start = text.rfind("\n", 0, times[last].span.start) + 1
    return [times[last]] if not text[start : times[last].span.start].strip(" •*·-–") else []


def _dates_another(tree: Tree, time: TimeExpression, others: frozenset[int]) -> bool:
    """ "ahead of the summit on April 20": the day behind an event that comes before or after is that event's."""
    return any(tree.preposition(other) in _SEQUENCE and trails(tree, time, [other]) for other in others)


def when(
    own: Sequence[TimeExpression],
    *,
    published: When | None,
    tense: Tense | None,
    ending: bool = False,
    anchor: When | None = None,
) -> Resolved:
    """The start, the end and the clues that an event's own expressions give.

    With ``ending`` ("ended a two-day visit on Tuesday") they say when it was over. From ``anchor``, the start
    of another event, "the same day" and "a day earlier" are counted.
    """
    found = resolve_times(own, published=published, tense=tense, anchor=anchor)
    return _from_end(found, own) if ending else found


def nth_day(tree: Tree, anchors: Sequence[int]) -> int:
    """Of "on the third day of a visit" 3: which of its days is told of; 1 where the words do not say."""
    day = tree.token(anchors[0]).head
    if tree.token(day).lemma != "day" or tree.preposition(anchors[0]) != "of":
        return 1
    return max((ORDINALS.get(tree.token(i).text.lower(), 1) for i in tree.children(day, "amod")), default=1)


def on_day(found: Resolved, number: int) -> Resolved:
    """The same counted from its first day, where one of the later days is told: it is not over."""
    start = found.start
    if number == 1 or start is None or start.day is None:
        return found
    first = start.day - timedelta(days=number - 1)
    return msgspec.structs.replace(found, start=made(first, first, start.basis, start.evidence), end=None)


def is_scheduled(tree: Tree, time: TimeExpression) -> bool:
    """ "The visit, which starts on Friday": a present tense that names a weekday looks ahead."""
    verb = verb_of(tree, time) if isinstance(time.value, Weekday) else None
    return verb is not None and tree.token(verb).lemma in STARTS and tree.token(verb).tag in ("VBZ", "VBP")


def is_in_present(tree: Tree, time: TimeExpression) -> bool:
    """ "Is expected in Oslo on Friday", "which he still goes to on Friday": of a plan the weekday is the next one."""
    verb = verb_of(tree, time) if isinstance(time.value, Weekday) and time.value.modifier is None else None
    group = tree.group(verb) if verb is not None else ()
    return any(t.tag in ("VBZ", "VBP", "MD") and t.text.lower() not in _PAST_MODALS for t in group)


def is_told_since(start: When | None) -> bool:
    """ "The first call since May 3, when they had met": the last of its kind, and not what the story tells of."""
    return start is not None and start.evidence is not None and start.evidence.text.lower().startswith("since ")


def is_told_done(tree: Tree, time: TimeExpression, trigger: int) -> bool:
    """ "Meeting on Sunday, they agreed to cut ties", "agreed on Sunday to cut ties": the weekday of the past verb.

    That of the infinitive behind it is none: "agreed to meet on Sunday".
    """
    verb = verb_of(tree, time) if isinstance(time.value, Weekday) and time.value.modifier is None else None
    if verb is None or time.span.end > tree.token(trigger).start:
        return False
    above = tree.governing_verb(verb) if tree.token(verb).dep == "acl" and tree.token(verb).tag == "VBG" else verb
    return above is not None and tree.token(above).tag == "VBD" and above in tree.chain(trigger)


def is_on_programme(tree: Tree, anchors: Sequence[int], times: Sequence[TimeExpression]) -> bool:
    """ "She flies on to Lima on Friday.": the present of running text, with a weekday, tells of what lies ahead."""
    closed = tree.tokens[-1].text in _STOPS
    simple = [a for a in anchors if tree.token(a).tag in ("VBZ", "VBP") and not tree.children(a, "aux", "aux:pass")]
    return closed and bool(simple) and any(is_in_present(tree, time) for time in times[:1])


def is_counted_back(tree: Tree, trigger: int, time: TimeExpression) -> bool:
    """ "A day after Peru recalled its envoy": the recall was a day before what is told of."""
    if not isinstance(time.value, Anchored) or time.value.of is not None:
        return False
    inside = [i for i, t in enumerate(tree.tokens) if t.start >= time.span.start and t.end <= time.span.end]
    openings = [i for i in inside if tree.token(i).dep in ("mark", "case")]
    heads = [tree.token(i).head for i in openings]
    heads = [tree.token(head).head if tree.token(head).dep == "nsubj" else head for head in heads]
    return any(tree.lies_under(trigger, head) for head in heads)


def day_before(
    own: Sequence[TimeExpression], sentence: Sentence, document: Document, times: Sequence[TimeExpression]
) -> When | None:
    """The day told last before a sentence that opens with "that day", if it is told in the sentence before."""
    opening = next((t for t in own if _points_back(t) and t.span.start - sentence.start <= _OPENING), None)
    last = bisect_left(times, sentence.start, key=lambda t: t.span.start) - 1
    if opening is None or last < 0 or _STOP.search(document.text, times[last].span.end, sentence.start - 2):
        return None
    found = resolve_times([times[last]], published=document.published, tense="past").start
    return found if found is not None and found.day is not None else None


def told_last(
    own: Sequence[TimeExpression],
    sentence: Sentence,
    document: Document,
    times: Sequence[TimeExpression],
    tense: Tense | None,
) -> When | None:
    """Of "expelled two on Friday. Peru answered the next day" the Friday, of "on May 3 of that year" the year told.

    That is the last day, or year, told before in the paragraph, unless it is that of a thing or lies ahead; for what
    lies ahead itself in the sentence: "announced on Friday that it would leave that evening".
    """
    counted = next((t for t in own if _is_counted_day(t.value) or is_of_that_year(t)), None)
    ahead = tense in ("present", "future")
    if counted is None or (ahead and not _is_then(counted.value)):
        return None
    start = sentence.start if ahead else document.text.rfind("\n", 0, counted.span.start) + 1
    first = bisect_left(times, start, key=lambda t: t.span.start)
    last = bisect_left(times, counted.span.start, key=lambda t: t.span.start)
    before = [t for t in reversed(times[first:last]) if not _is_beside_story(document.text, t)]
    found = (resolve_times([t], published=document.published, tense="past").start for t in before)
    told = next((when for when in found if when is not None and _can_count(when, counted)), None)
    return None if told is None or _is_over(told, counted, document.published) else told


def _is_over(told: When, counted: TimeExpression, published: When | None) -> bool:
    """Whether what is counted would be after the report: "flared on Wednesday. The next day …" in one of Wednesday."""
    if not isinstance(counted.value, Anchored) or told.day is None or published is None or published.latest is None:
        return False
    return told.day + timedelta(days=counted.value.offset) > published.latest


def _can_count(told: When, counted: TimeExpression) -> bool:
    """Whether it is a day, or for a year the one in which it must be."""
    return told.day is not None or (is_of_that_year(counted) and _year(told) is not None)


def _year(found: When) -> int | None:
    """The only year in which it can be."""
    one = found.earliest is not None and found.latest is not None and found.earliest.year == found.latest.year
    return found.earliest.year if one and found.earliest is not None else None


def _is_then(value: object) -> bool:
    """ "That evening", "the same day"."""
    return isinstance(value, Anchored) and (value.unit, value.offset) == ("day", 0)


def _is_counted_day(value: object) -> bool:
    return isinstance(value, Anchored) and value.unit == "day" and value.of is None


def _is_beside_story(text: str, time: TimeExpression) -> bool:
    """ "Left after a raid on Friday", "is due on Friday": no time from which the story tells on."""
    if isinstance(time.value, Duration | Bound | Anchored) or is_ahead(text, time.span):
        return True
    return narrative()["of-another"].search(text, max(0, time.span.start - _CLAUSE), time.span.start) is not None


def _points_back(time: TimeExpression) -> bool:
    value = time.value
    that = time.span.text.lower().startswith("that ") and not time.span.text.lower().startswith("that same")
    return that and isinstance(value, Anchored) and (value.unit, value.offset, value.of) == ("day", 0, None)


def counted_back(time: TimeExpression) -> TimeExpression:
    """The expression as it is seen from the other event."""
    value = time.value
    assert isinstance(value, Anchored)
    return TimeExpression(time.span, msgspec.structs.replace(value, offset=-value.offset))


def is_of_that_year(time: TimeExpression) -> bool:
    """ "in July of that year"."""
    return isinstance(time.value, (Month, Day)) and time.value.anchored


def _from_end(found: Resolved, own: Sequence[TimeExpression]) -> Resolved:
    """The last day known: the first is as many days before as the words say that it lasted, else unknown."""
    last = found.start.latest if found.start is not None else None
    if found.start is None or last is None or found.start.day is None:
        return found
    lengths = [t.value.count for t in own if isinstance(t.value, Duration) and t.value.unit == "day"]
    if found.end is not None and not lengths:
        return found  # "the visit from May 31 to June 3 ended": both days are told
    final = made(last, last, found.start.basis, found.start.evidence)
    if not lengths:
        return Resolved(start=None, end=final, clues=found.clues)
    first = last - timedelta(days=lengths[0] - 1)
    return Resolved(start=made(first, first, found.start.basis, found.start.evidence), end=final, clues=found.clues)


def is_ending(tree: Tree, anchors: Sequence[int]) -> bool:
    """Whether a verb of the clause says that the event is over, or told "at the end of" it, or on the way home."""
    closed = any(tree.token(a).lemma in _ENDING for a in anchors) or end_of(tree, anchors) is not None
    return closed or _is_come_from(tree, anchors[0])


def _is_come_from(tree: Tree, noun: int) -> bool:
    """ "Returned on Friday from a visit to Lima", "arrived on Friday from the summit in Lima"."""
    verb = tree.governing_verb(noun)
    coming = narration().words["coming-from"]
    return tree.preposition(noun) == "from" and verb is not None and tree.token(verb).lemma in coming
