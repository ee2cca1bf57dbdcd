"""Who does the same, told by a number or in so many words: "Peru expelled six, Chile four", "Chile followed suit".

Whom an act is aimed at does the same to who did it: "Lima responded in kind".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

import msgspec

from communique.coding.drafting import Draft
from communique.coding.roles import MentionIndex
from communique.coding.triggers import codes, kind_named
from communique.linking import Linked, Mention, state_of
from communique.types import EventClaim, Participant, Span

__all__ = ["followers", "pledges"]

_REACH = 2
"""Sentences behind the act within which others may follow it; each that does carries the list on."""

_FOLLOWING = r"\s+(?:has |have |had )?(?:followed|added|offered|gave|promised|pledged|named|did the same|chipped in)"
_MORE = r"(?:\s+(?:with|by expelling))?\s+(?:about |around |some |nearly |over |another |more than |at least |up to )?"
_NUMBER = r"(?:\d{1,3}|a dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SUM = r"(?:[A-Z]{0,3}\s?[$€£¥]\s?\d[\d.,]*(?:\s?(?:million|billion|m|bn)\b)?|\d[\d.,]*\s(?:million|billion))"
_CLOSE = r"(?=\s*(?:[.,;:)]|and\b|while\b|on\b|in\b|last\b|this\b|diplomats\b|envoys\b|of\b|$))"
_SUIT = (
    r"\s+(?:has |have |had |then |also |later |soon |promptly |quickly )*"
    r"(?:followed suit|(?:did|done) (?:the same|so too|likewise)|(?:took|taken) (?:the same|a similar) step"
    r"|(?:took|taken) similar steps|(?:made|announced) (?:a )?similar (?:move|measure|step|announcement)s?"
    r"|followed(?=\s*(?:[.,;]|within|hours|minutes|days|on [A-Z]|in (?:[A-Z]|\d{4})|a (?:day|few|week)))"
    r"|(?:did|done) so(?=\s*(?:[.,;]|an? |last |later|on |in |within|hours|minutes|days|today|yesterday|too\b|as well))"
    r"|(?:retaliated|responded|replied|answered|reacted|hit back|paid back) in kind|reciprocated)\b"
)
_GOVERNMENT = r"(?:['’]s? (?:[\w-]+ ){0,3}government)?"
_SAME = re.compile(_GOVERNMENT + _SUIT)
_AHEAD = re.compile(
    rf"{_GOVERNMENT}\s+(?:will|would|is to|are to|plans? to|intends? to) (?:also |soon )?"
    r"(?:follow suit|do (?:the same|likewise|so too)"
    r"|do so(?=\s*(?:[.,;]|next |on |in |within|today|tomorrow|too\b|as well))"
    r"|take (?:the same|a similar) step)\b(?! if\b)"
)
_SO_DID = re.compile(r"(?:^|[.;!?]|\n)[\s\"”’]*So (?:did|has|have|had) (?:the )?$")
_BEFORE = 24  # characters in which "So did the" stands
_TOLD = {
    "expulsion": re.compile(rf"(?:{_FOLLOWING})?{_MORE}{_NUMBER}\b{_CLOSE}|{_SUIT}"),
    "aid": re.compile(rf"(?:{_FOLLOWING})?{_MORE}{_SUM}|{_SUIT}"),
    "sanction": _SAME,
    "relations": _SAME,
    "recall": _SAME,
}
_NAMING = frozenset({"state", "place", "organisation", "body"})
_JOINED = re.compile(r",? and (?:the )?|, (?:the )?")
_LISTED = re.compile(rf"\s?[:–—-]\s?{_SUM}")
_PLEDGING = re.compile(r"\b(?:aid|pledge[sd]?|pledging|donors?|relief|donations?|assistance)\b", re.IGNORECASE)
_INDENT = 20
_LONG = 3
"""States with a sum behind their names that make a list of pledges."""


class _Following(msgspec.Struct, frozen=True):
    """Who does as another did, up to where that is told; ``same`` where words say so, and not a number.

    Who is yet to do it is ``ahead``.
    """

    group: tuple[Mention, ...]
    end: int
    same: bool
    ahead: bool = False


def followers(linked: Linked, number: int, told: Sequence[Draft], mentions: MentionIndex) -> Iterator[Draft]:
    """Drafts of those states of a sentence that do what the event told last was."""
    sentence = linked.parse.sentences[number]
    text, inside = linked.document.text, mentions.within(sentence.start, sentence.end)
    yield from _agreeing(text, number, told, inside)
    near = list(takewhile(lambda draft: number - draft.sentence <= _REACH, reversed(told)))
    last = next((draft for draft in near if _is_act(draft)), None)
    if last is None:
        return
    acts = [draft for draft in near if draft is last or (draft.sentence == number and _is_act(draft))]
    taken = [p.evidence for draft in acts for p in draft.claim.participants]
    beside = [draft for draft in near if draft.sentence == number] if last.sentence == number else near
    for one in _following(text, sentence.end, inside, last.claim.family):
        named = any(span.overlaps(mention.span) for span in taken for mention in one.group)
        if named or (one.same and _are_several(beside)):
            continue
        answers = _answers(one, last)
        if not answers or (one.same and last.sentence != number):
            yield _follower(text, number, last, one, answers=answers)


def _agreeing(text: str, number: int, told: Sequence[Draft], inside: Sequence[Mention]) -> Iterator[Draft]:
    """ "Peru condemned the raid. So did Chile": who does, or says, what the sentence before told last."""
    before = [draft for draft in told if draft.sentence == number - 1 and _is_imitated(draft)]
    last = max(before, key=lambda draft: draft.claim.evidence.end, default=None)
    first = next((i for i, m in enumerate(inside) if _names_one(m) and _so_did(text, m)), None)
    if last is not None and first is not None:
        group = _with_next(text, inside[first:])
        one = _Following(group, group[-1].span.end, same=True)
        yield _follower(text, number, last, one, answers=_answers(one, last))


def _is_imitated(draft: Draft) -> bool:
    roles = {p.role for p in draft.claim.participants}
    said = draft.claim.family == "statement" and roles >= {"actor", "target"} and draft.claim.status == "happened"
    return said or _is_act(draft)


def _so_did(text: str, mention: Mention) -> bool:
    return _SO_DID.search(text[max(0, mention.span.start - _BEFORE) : mention.span.start]) is not None


def _with_next(text: str, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first of some mentions, and those named in a row with it."""
    pairs = takewhile(lambda pair: _names_one(pair[1]) and _are_joined(text, *pair), pairwise(named))
    return (named[0], *(second for _, second in pairs))


def _answers(one: _Following, last: Draft) -> bool:
    return not {m.actors[0].country for m in one.group}.isdisjoint(_aimed_at(last))


def _aimed_at(last: Draft) -> set[str | None]:
    return {p.actor.country for p in last.claim.participants if p.role != "actor"}


def _are_several(near: Sequence[Draft]) -> bool:
    """ "Peru recognised Kosovo. Serbia recalled its envoy. Chile followed suit": whom, only the reader knows."""
    acts = [draft.claim for draft in near if _is_act(draft)]
    doers = {frozenset(p.actor.id for p in claim.participants if p.role == "actor") for claim in acts}
    return len({claim.kind for claim in acts}) > 1 and len(doers) > 1


def _following(text: str, limit: int, inside: Sequence[Mention], family: str) -> Iterator[_Following]:
    """Those who do the same: each, and as one those named together: "Peru and Chile did"."""
    for place, mention in enumerate(inside):
        end = _told_until(text, limit, mention, family)
        if end is not None:
            ahead = _AHEAD.match(text, mention.span.end, limit) is not None
            same = ahead or _SAME.match(text, mention.span.end, limit) is not None
            yield _Following(_together(text, inside[: place + 1]) if same else (mention,), end, same, ahead)


def _together(text: str, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The last of some mentions, and those named in a row with it."""
    first = len(named) - 1
    while first and _names_one(named[first - 1]) and _are_joined(text, named[first - 1], named[first]):
        first -= 1
    return tuple(named[first:])


def _are_joined(text: str, first: Mention, second: Mention) -> bool:
    return _JOINED.fullmatch(text, first.span.end, second.span.start) is not None


def _names_one(mention: Mention) -> bool:
    return mention.form in _NAMING and len(mention.actors) == 1


def pledges(linked: Linked) -> Mapping[int, list[Draft]]:
    """Drafts of a list of pledges, by the numbers of their sentences: "Peru: $2 million", and two lines like it."""
    text, starts = linked.document.text, [sentence.start for sentence in linked.parse.sentences]
    listed = [(m, end) for m in linked.mentions if (end := _listed_until(text, m)) is not None]
    helped = _helped(linked, [mention for mention, _ in listed])
    found: defaultdict[int, list[Draft]] = defaultdict(list)
    for mention, end in listed if helped is not None else ():
        if helped is not None and _PLEDGING.search(text, 0, mention.span.start):
            number = bisect_right(starts, mention.span.start) - 1
            pledge = _pledge(text, mention, helped, end)
            found[number].append(Draft(claim=pledge, sentence=number, current=True, tense="perfect"))
    return found


def _helped(linked: Linked, givers: Sequence[Mention]) -> Participant | None:
    """The state of which most is told before a list of givers, if it is one: it gets what they give."""
    countries = {m.actors[0].country for m in givers}
    if len(countries) < _LONG:
        return None
    before = [m for m in linked.mentions if m.span.end <= givers[0].span.start and m.place is not None]
    told = Counter(m.place.country for m in before if m.place is not None and m.place.country not in countries)
    country = next((country for country, _ in told.most_common(1)), None)
    state = state_of(country) if country is not None else None
    span = next((m.span for m in before if m.place is not None and m.place.country == country), None)
    return Participant("target", state, span) if state is not None and span is not None else None


def _listed_until(text: str, mention: Mention) -> int | None:
    """Where the sum ends behind a state's name at the head of a line."""
    if mention.form != "state" or len(mention.actors) != 1:
        return None
    heads_line = text[max(0, mention.span.start - _INDENT) : mention.span.start].rstrip(" \t•*-–—").endswith("\n")
    found = _LISTED.match(text, mention.span.end) if heads_line else None
    return found.end() if found else None


def _pledge(text: str, mention: Mention, helped: Participant, end: int) -> EventClaim:
    return EventClaim(
        **codes(kind_named("aid")),
        status="happened",
        start=None,
        end=None,
        place=None,
        participants=(Participant("actor", mention.actors[0], mention.span), helped),
        topics=(),
        attribution=None,
        evidence=Span.of(text, mention.span.start, end),
    )


def _is_act(draft: Draft) -> bool:
    roles = {p.role for p in draft.claim.participants}
    told = draft.claim.family in _TOLD and draft.claim.status in ("happened", "planned")
    return told and "actor" in roles and ("target" in roles or "target" in draft.open)


def _told_until(text: str, limit: int, mention: Mention, family: str) -> int | None:
    """Where the number ends that says what a state did, if one stands right behind its name, before ``limit``."""
    if not _names_one(mention):
        return None
    listed = _listed_until(text, mention) if family == "aid" else None
    found = (_TOLD[family] if mention.form == "state" else _SAME).match(text, mention.span.end, limit)
    found = found or _SAME.match(text, mention.span.end, limit) or _AHEAD.match(text, mention.span.end, limit)
    return listed or (found.end() if found else None)


def _follower(text: str, number: int, last: Draft, one: _Following, *, answers: bool) -> Draft:
    """The draft of who follows; who ``answers`` does it to those who did it."""
    others = (_as_target(p) for p in last.claim.participants if p.role == "actor")
    if not answers:
        others = (p for p in last.claim.participants if p.role != "actor")
    together = last.sentence == number
    claim = msgspec.structs.replace(
        last.claim,
        participants=(*(Participant("actor", mention.actors[0], mention.span) for mention in one.group), *others),
        place=None,
        status="planned" if one.ahead else last.claim.status,
        attribution=last.claim.attribution if together else None,
        start=last.claim.start if together else None,
        end=last.claim.end if together else None,
        clues=(),
        status_evidence=None,
        evidence=Span.of(text, one.group[0].span.start, one.end),
    )
    left = tuple(role for role in last.open if role == "target")
    return Draft(claim=claim, sentence=number, current=last.current, open=left)


def _as_target(doer: Participant) -> Participant:
    """ "Lima responded in kind": to the state of who did it."""
    return Participant("target", state_of(doer.actor.country or "") or doer.actor, doer.evidence)
