"""One trigger → one draft of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import narrative
from communique.coding.drafting._agreement import stands_alone
from communique.coding.drafting._alone import is_act_alone
from communique.coding.drafting._apart import met_apart
from communique.coding.drafting._beneath import Beneath, is_of_another, wished
from communique.coding.drafting._draft import Draft
from communique.coding.drafting._licences import licensed
from communique.coding.drafting._likely import likely, supposed
from communique.coding.drafting._marked import unframed
from communique.coding.drafting._open import aims_at_both, names_others, open_roles, sit_together
from communique.coding.drafting._refining import refined
from communique.coding.drafting._topics import topics
from communique.coding.marks import Marked
from communique.coding.places import pointed_at, where
from communique.coding.roles import Bound, MentionIndex, attribution, bind
from communique.coding.times import (
    Reading,
    announced,
    counted_back,
    day_before,
    done_by_word,
    heads_line,
    is_counted_back,
    is_current,
    is_ending,
    is_from_unknown,
    is_in_present,
    is_length_of,
    is_of_content,
    is_of_other,
    is_of_that_year,
    is_on_programme,
    is_part_of_name,
    is_recalled,
    is_scheduled,
    is_told_done,
    is_vague,
    is_year_of_plan,
    nth_day,
    of_scene,
    on_day,
    own_times,
    read_status,
    times_within,
    told_in,
    told_last,
    when,
)
from communique.coding.tree import Tree
from communique.coding.triggers import BY_PHONE, IN_PASSING, Trigger, codes, in_channel, things, triggers
from communique.linking import Linked, Mention, is_listed
from communique.linking.times import Anchored, Day, Resolved, Tense, TimeExpression, Weekday, is_dateline
from communique.parsing import is_time
from communique.types import EventClaim, Participant, Place, Role, Span, Status, When

__all__ = ["drafts"]

# Words before the noun that set it apart from the happening at hand.
_OTHER = frozenset(
    "previous last earlier before previously next another second third fourth return recent former future past".split()
)
_FURTHER = _OTHER | {"separate", "similar", "further", "additional"}
_PAPERS = frozenset({"agreement", "signed-paper"})
_EACH = frozenset({"each"})
_OF_TEAMS = frozenset({"meeting", "visit", "talks", "summit", "force", "statement"})
_DEFINITE = frozenset({"the", "this", "his", "her", "their", "its"})
_HEAD = 400  # characters in which a dateline stands
_DROPPED = frozenset({"cancelled", "postponed"})
_LONG = frozenset({"week", "month", "year", "decade"})
"""Lengths of talks that are more than one meeting."""
_LASTING = frozenset({"visit", "meeting", "talks", "summit", "call", "cooperation", "force"})
"""What can end: "closed a deal", "broke off relations" and "concluded a pact" tell of the act itself."""
_SINGLE = frozenset({"visit", "meeting", "summit", "call"})
_ENCOUNTERS = _SINGLE | {"talks"}
_REACH = 24  # characters
_CONTENT = 20
"""Words of what is said, or done, that a claim shows as its evidence."""
_SPOKEN = frozenset({"statement", "talks"})
_OWNED = re.compile(r"['’]s?\s")
_BESIDE_WORDS = re.compile(r"[^\w'’-]+")


def drafts(
    linked: Linked,
    number: int,
    tree: Tree,
    mentions: MentionIndex,
    anchor: When | None,
    now: When | None,
    marked: Marked | None = None,
) -> Iterator[Draft]:
    """The drafts of one sentence, in order of their triggers.

    ``anchor`` is when the event told before began, ``now`` when the report was written; ``marked`` says which
    words likely tell of acts as well, and who likely takes part.
    """
    around = _around(linked, number)
    sporting = in_channel(around, "sport")
    scene = _Scene(linked, number, tree, mentions, now, sporting, marked, [anchor])
    framed = list(triggers(tree, around))
    told = list(scene.drafts(framed, framed))
    known = [(trigger, draft.claim) for trigger, draft in told]
    if beside := list(unframed(tree, framed, known, list(marked.marks()) if marked else ())):
        told += scene.drafts(beside, [*framed, *beside])
    yield from (draft for _, draft in sorted(told, key=lambda pair: pair[0].at))


class _Scene(msgspec.Struct, frozen=True):
    """A sentence in which triggers are looked at; ``starts`` are those of the events told before and in it so far."""

    linked: Linked
    number: int
    tree: Tree
    mentions: MentionIndex
    now: When | None
    sporting: bool
    marked: Marked | None
    starts: list[When | None]

    def drafts(self, new: Sequence[Trigger], known: Sequence[Trigger]) -> Iterator[tuple[Trigger, Draft]]:
        """The drafts of the ``new`` triggers among all that are ``known``."""
        nouns = frozenset(t.at for t in known if t.verb is None)
        beneath = Beneath.of(self.tree, known)
        for trigger in new:
            if not is_of_another(self.tree, trigger, beneath):
                yield from ((trigger, draft) for draft in self._of_trigger(trigger, nouns, beneath))

    def _of_trigger(self, trigger: Trigger, nouns: frozenset[int], beneath: Beneath) -> Iterator[Draft]:
        linked, tree, mentions = self.linked, self.tree, self.mentions
        bound = refined(tree, bind(tree, trigger, mentions, trigger.more), mentions)
        reading = _reading(linked.document.text, tree, bound)
        status = _status(reading, trigger)
        if status == "happened" and wished(tree, trigger.at, beneath.demanded):
            return  # "demanded that Peru withdraw its troops"
        teams = self.sporting and _may_be_teams(bound)
        if status is None or teams or not licensed(linked, bound, tree, mentions):
            return
        for leg in _legs(bound, tree):
            stops = [p.evidence.start for p in bound.participants if p not in leg.participants]
            told = _Told(linked, self.now, tree, mentions, leg, reading, status, nouns, tuple(self.starts), stops)
            claim = _claim(told)
            self.starts.append(claim.start)
            yield _draft(told, claim, self.number, self.marked)


def _reading(text: str, tree: Tree, bound: Bound) -> Reading:
    """How the clause of a trigger tells it."""
    trigger = bound.trigger
    by_phone = trigger.verb is BY_PHONE  # whatever is agreed or asked for: they have spoken
    said = by_phone or (trigger.kind.family == "statement" and trigger.verb is not None)
    own = not (trigger.kind.requires or by_phone)
    reading = _of_frame(read_status(text, tree, bound.anchors, own=own, said=said), trigger)
    if trigger.verb is None and trigger.kind.family in _ENCOUNTERS:
        return of_scene(text, tree, trigger.at, reading)
    unmet = trigger.kind.family in _SINGLE and _is_yet_to_be(tree, trigger.at)
    return msgspec.structs.replace(reading, negated=True) if unmet else reading


def _is_yet_to_be(tree: Tree, verb: int) -> bool:
    """ "Has yet to meet Rao": nobody says that it will come about; what has "yet to be ratified" is awaited."""
    return [tree.token(i).text.lower() for i in range(max(0, verb - 2), verb)] == ["yet", "to"]


class _Told(msgspec.Struct, frozen=True):
    """One leg of what a trigger tells, with what is known of its sentence and of when the report was written.

    ``nouns`` are the tokens that name the sentence's events. ``anchors`` are the starts of the event told last before
    the sentence and of those told in it so far: "that year" is of those. ``stops`` are where the hosts of other legs
    are named.
    """

    linked: Linked
    written: When | None
    tree: Tree
    mentions: MentionIndex
    bound: Bound
    reading: Reading
    status: Status
    nouns: frozenset[int]
    anchors: tuple[When | None, ...]
    stops: Sequence[int]


def _draft(told: _Told, claim: EventClaim, number: int, marked: Marked | None) -> Draft:
    """The claim with how it is told, in the sentence of that number."""
    tree, leg, trigger = told.tree, told.bound, told.bound.trigger
    others = _others(told.mentions.within(tree.sentence.start, tree.sentence.end), leg)
    lasted, joint = _is_of_length(tree, trigger), sit_together(tree, leg)
    return Draft(
        claim=claim,
        sentence=number,
        other=_marked(tree, trigger.at, _OTHER)
        or lasted
        or joint
        or any(_marked(tree, i, _FURTHER) for i in _signed(tree, trigger))
        or (told.status in _DROPPED and _is_of_many(tree, trigger)),
        definite=_marked(tree, trigger.at, _DEFINITE),
        stated=told.reading.stated,
        noun=trigger.verb is None and not trigger.dated,
        open=open_roles(tree, leg),
        both=aims_at_both(tree, leg),
        current=is_current(tree, leg.anchors),
        tense=told_in(tree, leg.anchors),
        apart=names_others(tree, leg),
        recalled=trigger.dated or is_recalled(tree, leg.anchors),
        judged=_judged(tree, leg),
        likely=likely(tree, leg, told.mentions) if _may_lack(claim) else (),
        supposed=supposed(leg, marked) if marked is not None and _may_lack(claim) else (),
        chance=marked.chance(trigger.at, trigger.kind) if marked is not None else None,
        framed=trigger.framed,
        abroad=bool(others),
        others=others,
        alone=is_act_alone(tree, leg),
        papers=_papers(tree, trigger),
        lasted=lasted,
        joint=joint,
    )


def _is_of_length(tree: Tree, trigger: Trigger) -> bool:
    """ "After weeks of talks", "18 months of secret negotiations": what took so long has been."""
    token = tree.token(trigger.at)
    of = trigger.verb is None and token.dep == "nmod" and tree.preposition(trigger.at) == "of"
    ahead = tree.preposition(token.head) == "for"  # "called home for a week of consultations"
    return of and not ahead and tree.token(token.head).lemma in _LONG


def _may_lack(claim: EventClaim) -> bool:
    return claim.status != "hypothetical" and not stands_alone(claim)


def _others(mentions: Sequence[Mention], bound: Bound) -> frozenset[str]:
    """Who is named besides those whose part is known: other countries, and organisations."""
    own = {key for p in bound.participants for key in (p.actor.country, p.actor.id)}
    actors = [a for m in mentions for a in m.actors]
    places = {m.place.country for m in mentions if m.place is not None and not m.actors}
    named = {a.country or a.id for a in actors if a.country or a.kind == "organisation"} | places
    return frozenset(key for key in named - own if key is not None)


def _judged(tree: Tree, bound: Bound) -> frozenset[str]:
    aims = (tree.token(i) for role, i in bound.slots if role == "target")
    return frozenset(token.lemma for token in aims if not is_time(token))


def _papers(tree: Tree, trigger: Trigger) -> frozenset[str]:
    """The nouns of what a verb says that was agreed on: "signed a memorandum"."""
    return frozenset(tree.token(i).lemma for i in _signed(tree, trigger))


def _signed(tree: Tree, trigger: Trigger) -> list[int]:
    frame = trigger.verb
    return things(tree, trigger.at, frame) if frame is not None and frame.thing in _PAPERS else []


def _of_frame(reading: Reading, trigger: Trigger) -> Reading:
    """What the words themselves say: that the accord was made, that to announce is to do, that a plan is dropped."""
    frame = trigger.verb
    if trigger.dated or frame is IN_PASSING:
        return msgspec.structs.replace(reading, status="happened", tense="past", negated=False)
    if frame is not None and frame.status is not None and reading.status == "happened":
        return msgspec.structs.replace(reading, status=frame.status)
    return done_by_word(reading) if frame is not None and frame.declared else reading


def _may_be_teams(bound: Bound) -> bool:
    """ "South Korea meet China in the semi-finals": states alone, or their players, and nobody who holds an office."""
    return bound.trigger.kind.family in _OF_TEAMS and all(map(_may_play, bound.participants))


def _may_play(participant: Participant) -> bool:
    actor = participant.actor
    return actor.kind == "state" or (actor.kind == "person" and not actor.office and not is_listed(actor.name))


def _around(linked: Linked, number: int) -> str:
    sentences = linked.parse.sentences
    start, end = sentences[max(0, number - 1)].start, sentences[min(len(sentences) - 1, number + 1)].end
    return _BESIDE_WORDS.sub(" ", linked.document.text[start:end].lower())


def _legs(bound: Bound, tree: Tree) -> Iterator[Bound]:
    """A tour of several states is one visit to each; of envoys whom two states expel, each expels its own.

    Envoys whom one state calls home from two are two recalls.
    """
    several = next((legs for role in bound.trigger.kind.each if len(legs := _several(tree, bound, role)) > 1), ())
    several = several or [(one,) for one in met_apart(tree, bound)]
    if len(several) < 2:
        yield bound
        return
    apart = {p.actor.id for leg in several for p in leg}
    others = tuple(p for p in bound.participants if p.actor.id not in apart)
    for leg in several:
        yield msgspec.structs.replace(bound, participants=(*others, *leg))


def _several(tree: Tree, bound: Bound, role: Role) -> Sequence[tuple[Participant, ...]]:
    """The states in a role, each with its envoys; none where somebody in it serves no state."""
    aimed = any(p.role == "target" for p in bound.participants)
    if role == "actor" and not aimed and not _marked(tree, bound.trigger.at, _EACH):
        return ()  # "Chad and Libya recalled their ambassadors": from one another; but "are each expelling four"
    holders = [p for p in bound.participants if p.role == role]
    if role != "target":
        holders = [p for p in holders if p.actor.kind in ("state", "government")]
    countries = dict.fromkeys(p.actor.country for p in holders)
    return [tuple(p for p in holders if p.actor.country == c) for c in countries] if None not in countries else ()


def _status(reading: Reading, trigger: Trigger) -> Status | None:
    """A negated clause tells of no event, but for a plan that is dropped, and where its kind asks for it."""
    if trigger.verb is not None and trigger.verb.negated:
        return "happened"
    if not reading.negated:
        return reading.status
    will = reading.evidence is not None and reading.evidence.text.lower() == "will"
    if trigger.verb is not None and trigger.kind.family in _SINGLE and reading.status == "planned" and will:
        return "cancelled"  # "will not be going to Lima"
    return reading.status if reading.status in ("cancelled", "postponed", "denied") else None


def _marked(tree: Tree, at: int, words: frozenset[str]) -> bool:
    return any(
        tree.token(c).text.lower() in words for c in tree.children(at, "amod", "compound", "det", "nmod:poss", "advmod")
    )


def _is_of_many(tree: Tree, trigger: Trigger) -> bool:
    """ "All visits were suspended": no word on the one visit that is told of."""
    return trigger.kind.family in _SINGLE and tree.token(trigger.at).tag == "NNS"


def _claim(told: _Told) -> EventClaim:
    tree, bound, mentions = told.tree, told.bound, told.mentions
    document = told.linked.document
    own, dates = _times(told)
    place = where(tree, bound, mentions) or pointed_at(told.linked, tree, bound, mentions)
    return EventClaim(
        **codes(bound.trigger.kind),
        status=told.status,
        status_evidence=told.reading.evidence,
        start=dates.start,
        end=dates.end,
        clues=dates.clues,
        place=place,
        participants=bound.participants,
        topics=topics(document.text, tree.sentence.start, tree.sentence.end),
        attribution=attribution(document.text, tree, bound.anchors, mentions),
        evidence=_evidence(document.text, tree, bound, place, [t.span for t in own]),
        confidence=_fullness(bound, dates, place, told.status),
    )


def _times(told: _Told) -> tuple[list[TimeExpression], Resolved]:
    """The expressions of time that are the leg's own, and what they make."""
    linked, tree, bound, status = told.linked, told.tree, told.bound, told.status
    document = linked.document
    own = [t for t in own_times(tree, bound.anchors, linked.times, told.nouns) if not _is_filed(document.text, t)]
    own = [t for t in own if not (is_from_unknown(document.text, t) or is_vague(t))]
    own = [t for t in own if not is_year_of_plan(document.text, t)]
    if bound.trigger.kind.family not in _LASTING:
        own = [t for t in own if not (is_length_of(tree, t, told.nouns) or is_part_of_name(t))]
    if bound.trigger.kind.family in _SPOKEN and bound.trigger.verb is not None:
        own = [t for t in own if not (is_of_content(tree, bound.anchors, t) or is_of_other(tree, t, told.nouns))]
    done = not own and status == "happened" and _is_declared(bound)
    said = announced(tree, bound.anchors, times_within(tree.sentence, linked.times)) if done else []
    own = own or said
    own = _of_leg(own, bound, told.stops) or heads_line(document.text, tree.sentence, linked.times)
    ending = bound.trigger.kind.family in _LASTING and is_ending(tree, bound.anchors)
    back = [is_counted_back(tree, bound.trigger.at, t) for t in own]
    own = [counted_back(t) if turned else t for t, turned in zip(own, back, strict=True)]
    follows = any(isinstance(t.value, Anchored) and t.span.start > tree.sentence.start for t in own)
    beside = any(back) or follows or any(is_of_that_year(t) for t in own)
    anchor = _told_beside(told.anchors, own) if beside else told.anchors[0]
    ahead = (status in _DROPPED and _is_of_plan(document.text, own)) or any(is_scheduled(tree, t) for t in own[:1])
    ahead = ahead or (status == "planned" and any(is_in_present(tree, t) for t in own[:1]))
    ahead = ahead or (bound.trigger.kind.family in _ENCOUNTERS and is_on_programme(tree, bound.anchors, own))
    tense: Tense | None = "future" if ahead else "past" if said else told.reading.tense
    if not ahead and tense != "past" and any(is_told_done(tree, t, bound.trigger.at) for t in own[:1]):
        tense = "past"
    written_on = told.written
    if not any(back):
        anchor = day_before(own, tree.sentence, document, linked.times) or _later(
            anchor, told_last(own, tree.sentence, document, linked.times, tense)
        )
    if tense == "past" and written_on is not None and anchor is not None and written_on.precedes(anchor):
        anchor = None  # "They will meet in May. Earlier Rao met Silva": not in May
    found = when(own, published=written_on, tense=tense, ending=ending, anchor=anchor)
    return own, on_day(found, nth_day(tree, bound.anchors))


def _is_declared(bound: Bound) -> bool:
    """Whether to announce the act is to do it."""
    return bound.trigger.verb is not None and bound.trigger.verb.declared


def _later(anchor: When | None, told: When | None) -> When | None:
    """Of two times the one that is told later: the start of an event, or what the words before a count name."""
    if told is None or anchor is None or anchor.evidence is None or told.evidence is None:
        return told or anchor
    return anchor if anchor.evidence.start >= told.evidence.start else told


def _told_beside(anchors: Sequence[When | None], own: Sequence[TimeExpression]) -> When | None:
    """The start told last, by other words: "the next day" is counted once, whatever was done on it."""
    spans = {t.span for t in own}
    return next((a for a in reversed(anchors) if a is not None and a.evidence not in spans), anchors[0])


def _of_leg(own: Sequence[TimeExpression], leg: Bound, stops: Sequence[int]) -> list[TimeExpression]:
    """ "Peru on Monday and Chile on Tuesday": of a tour's times those behind the leg's own host, where each has one."""
    hosts = [p.evidence.end for p in leg.participants if p.role == "host"]
    if not stops or not hosts:
        return list(own)
    end = min((stop for stop in stops if stop > hosts[0]), default=None)
    behind = [t for t in own if t.span.start >= hosts[0] and (end is None or t.span.start < end)]
    return behind if behind and len(own) > len(behind) else list(own)


def _is_filed(text: str, time: TimeExpression) -> bool:
    """The day of a dateline is that of the report: "Oslo, May 3 (NTB) Peru has recalled its envoy"."""
    return time.span.start < _HEAD and isinstance(time.value, Day) and is_dateline(text, time.span)


def _is_of_plan(text: str, own: Sequence[TimeExpression]) -> bool:
    """ "Scrapped Tuesday's trip", "a trip planned for Friday": the day is that of the plan, which lay ahead."""
    return any(isinstance(t.value, Weekday) and _OWNED.match(text, t.span.end) for t in own) or any(
        narrative()["set-for"].search(text, max(0, t.span.start - _REACH), t.span.start) for t in own
    )


def _evidence(text: str, tree: Tree, bound: Bound, place: Place | None, times: Sequence[Span]) -> Span:
    """From the first to the last of the trigger, its verbs, participants, place and times in the sentence.

    Where nothing of it stands behind the verb, to the end of what the verb is about: "Rao warned that …".
    """
    tokens = [tree.token(a) for a in bound.anchors]
    spans = [(t.start, t.end) for t in tokens]
    spans += [(p.evidence.start, p.evidence.end) for p in bound.participants]
    spans += [(s.start, s.end) for s in (*times, *([place.evidence] if place and place.evidence else []))]
    inside = [s for s in spans if tree.sentence.start <= s[0] and s[1] <= tree.sentence.end]
    end = max(s[1] for s in inside)
    if bound.trigger.verb is not None and end == max(t.end for t in tokens):
        end = max(end, _about(tree, bound.trigger.at))
    return Span.of(text, min(s[0] for s in inside), end)


def _about(tree: Tree, verb: int) -> int:
    """Where the object or the content of a verb ends, in characters; of a long one its first words are enough."""
    behind = range(verb + 1, min(verb + 1 + _CONTENT, len(tree.tokens)))
    tops = tree.children(verb, "obj", "ccomp", "xcomp")
    last = max((i for i in behind if any(tree.lies_under(i, top) for top in tops)), default=verb)
    return tree.token(last).end


def _fullness(bound: Bound, dates: Resolved, place: Place | None, status: Status) -> float:
    """What the clause fills; it ranks the mentions of one happening. Confidence is known when they are one claim."""
    score = 0.4
    score += 0.15 * min(2, sum(_known(p) for p in bound.participants))
    score += 0.1 * (dates.start is not None) + 0.05 * (place is not None)
    score += 0.05 * (bound.trigger.verb is not None) - 0.15 * (status == "hypothetical")
    return round(min(0.95, max(0.05, score)), 2)


def _known(participant: Participant) -> bool:
    return participant.actor.country is not None or participant.actor.kind == "organisation"
