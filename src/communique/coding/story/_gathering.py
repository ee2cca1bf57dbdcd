"""Mentions of one happening in one document are gathered into one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import word_classes
from communique.coding.drafting import (
    TALKING,
    Draft,
    one_happening,
    refers,
    side,
    speaks_abroad,
    stands_alone,
    tells_of_many,
    tells_of_one,
)
from communique.coding.story._implied import Story, as_supposed, as_told, leaders
from communique.coding.story._merging import merge
from communique.coding.triggers import recoded
from communique.types import EventClaim, When
from communique.types.edtf import when

__all__ = ["gather", "some_day"]


_ABROAD = frozenset({"visit", "relations", "recall", "expulsion", "summon", "aid"})
"""Families of deeds that one only does to another state, or mostly: a state's words and curbs may be at home."""

_OF_OTHERS = frozenset({"condemnation", "rejection", "support", "denial", "threat", "apology", "concession"})
"""Words that whoever speaks for a state says of others, or to them; what he demands or asks for may be at home."""

_REACH = 25
"""Sentences within which "the visit" may mean an event told before or after: the length of a long news
article; in a digest of many articles it keeps them apart."""


def gather(drafts: Sequence[Draft]) -> tuple[EventClaim, ...]:
    """One claim a happening, in the order of first mention; what names nobody and joins nothing is dropped."""
    groups, lacking = _Groups(), list[Draft]()
    for draft in drafts:
        if stands_alone(draft.claim):
            groups.join(draft)
        else:
            lacking.append(draft)
    untold = [d for d in lacking if not d.noun]
    for draft in _completed([d for d in lacking if d.noun], groups.visits()):
        if stands_alone(draft.claim):
            groups.join(draft)
        elif draft.other or not groups.refer(draft):
            untold.append(draft)
    story, left = Story(drafts), list[Draft]()
    for draft in untold:
        whole = _as_told(draft, story)
        whole = whole if stands_alone(whole.claim) else _with_likely(draft)
        whole = whole if stands_alone(whole.claim) else _there(as_supposed(whole), groups)
        if stands_alone(whole.claim):
            groups.join(whole)
        else:
            left.append(draft)
    for draft in sorted(left, key=_place):
        of_many = tells_of_many(draft) and not groups.tells_of(draft.claim.family)
        of_one = tells_of_one(draft) and _is_dealing(draft, story) and not groups.is_told_by_phone(draft)
        if of_many or of_one:
            groups.join(draft)
    return tuple(_by_its_name([merge(group) for group in groups.all], drafts))


def _with_likely(draft: Draft) -> Draft:
    """A draft that neither its clause nor the story gives its sides, with those that the sentence likely does."""
    everybody = (*draft.claim.participants, *draft.likely)
    return msgspec.structs.replace(draft, claim=msgspec.structs.replace(draft.claim, participants=everybody))


def _place(draft: Draft) -> tuple[int, int]:
    return draft.sentence, draft.claim.evidence.start


def _by_its_name(claims: Sequence[EventClaim], drafts: Sequence[Draft]) -> Iterator[EventClaim]:
    """ "Another summit will be held" says that what the leaders held before was one."""
    names = [d.claim for d in drafts if d.claim.kind == "summit" and d.other and d.claim.status == "planned"]
    for claim in claims:
        later = [n for n in names if n.evidence.start > claim.evidence.start and _is_of_them(n, claim)]
        if later and claim.kind in TALKING and claim.status == "happened" and len(leaders(claim)) > 1:
            claim = recoded(claim, later[0])
        yield claim


def _is_of_them(named: EventClaim, claim: EventClaim) -> bool:
    return {p.actor.id for p in named.participants} <= {p.actor.id for p in claim.participants}


def _leaves_whom_open(draft: Draft) -> bool:
    """Whether a clause tells of an encounter or a journey without saying with whom, or to whom."""
    missing = "host" if draft.claim.kind == "visit" else "party" if draft.claim.kind in (*TALKING, "call") else None
    return missing in draft.open


class _Groups:
    """The happenings of one document while its drafts are sorted, found by their sides and by their sentences."""

    def __init__(self) -> None:
        self.all: list[list[Draft]] = []
        self._by_side: defaultdict[str, list[int]] = defaultdict(list)
        self._by_sentence: defaultdict[int, list[int]] = defaultdict(list)

    def visits(self) -> list[list[Draft]]:
        """The groups that are visits."""
        return [group for group in self.all if group[0].claim.kind == "visit"]

    def tells_of(self, family: str) -> bool:
        """Whether any happening is of this family."""
        return any(group[0].claim.family == family for group in self.all)

    def is_told_by_phone(self, draft: Draft) -> bool:
        """ "Rao rang both and urged a truce": what a sentence tells of a call is said to whoever was called."""
        there = (other for i in self._by_sentence.get(draft.sentence, ()) for other in self.all[i])
        rung = (other for other in there if other.sentence == draft.sentence and other.claim.kind == "call")
        told = draft.alone and draft.claim.status == "happened"
        return told and any(_sides(draft) & _sides(other) for other in rung)

    def join(self, draft: Draft) -> None:
        """Put a full draft with the first group that it may be one happening with, else by itself."""
        near = sorted({i for key in _sides(draft) for i in self._by_side[key]})
        home = next((i for i in near if all(one_happening(other, draft) for other in self.all[i])), None)
        if home is None:
            home = len(self.all)
            self.all.append([])
        self._put(draft, home)

    def refer(self, draft: Draft) -> bool:
        """Put a draft that only names an event with the nearest group that it may mean; whether there is one."""
        reach = range(draft.sentence - _REACH, draft.sentence + _REACH + 1)
        near = sorted({i for sentence in reach for i in self._by_sentence.get(sentence, ())})
        fitting = [i for i in near if all(refers(draft, other) for other in self.all[i])]
        if fitting:
            self._put(draft, min(fitting, key=lambda i: self._distance(draft, i)))
        return bool(fitting)

    def _distance(self, draft: Draft, group: int) -> tuple[bool, bool, int]:
        """How far off a group is told of; one of the same name is nearer than "the talks" that were a meeting, and
        what was told of before nearer than what follows."""
        group_drafts = self.all[group]
        unlike = all(d.claim.kind != draft.claim.kind for d in group_drafts)
        follows = all(d.sentence > draft.sentence for d in group_drafts)
        return unlike, follows, min(abs(d.sentence - draft.sentence) for d in group_drafts)

    def _put(self, draft: Draft, home: int) -> None:
        self.all[home].append(draft)
        self._by_sentence[draft.sentence].append(home)
        for key in _sides(draft):
            self._by_side[key].append(home)


def _is_dealing(draft: Draft, story: Story) -> bool:
    """Whether a deed of one side is one towards another: by its nature in news of dealings, else where it has some."""
    doers = {side(p.actor) for p in draft.claim.participants if p.role in ("actor", "visitor")}
    if draft.claim.kind == "condemnation" and not draft.judged.isdisjoint(word_classes()["judged-deeds"]):
        return story.deals()  # a third side condemns the attack
    if draft.claim.kind == "recall":
        return True  # whatever else is told: envoys are called home from another state
    if all(speaks_abroad(p.actor) for p in draft.claim.participants):
        if draft.alone:
            return story.deals()
        if draft.claim.kind in _OF_OTHERS:
            return story.deals() and (draft.abroad or story.knows(doers))  # what a ministry rejects is another's
    return story.deals() if draft.claim.family in _ABROAD else story.deals(doers)


def _sides(draft: Draft) -> set[str]:
    """Ids and countries of who takes part: two drafts of one happening share one at least."""
    actors = [p.actor for p in draft.claim.participants]
    return {key for actor in actors for key in (actor.id, actor.country) if key is not None}


def _completed(partial: Sequence[Draft], visits: Sequence[list[Draft]]) -> Iterator[Draft]:
    """Talks named with one side only, in a visit to that side, are talks with the visitor, there and then.

    "Rao will visit Oslo on May 3 and 4, where talks are planned with his counterpart": the sentence,
    or the one before it, tells of the visit.
    """
    for draft in partial:
        countries = {p.actor.country for p in draft.claim.participants}
        host = countries.pop() if len(countries) == 1 and draft.claim.kind in TALKING else None
        near = [g for g in visits if any(0 <= draft.sentence - v.sentence <= 1 for v in g) and _hosted(g, host)]
        yield _during(near[0], draft) if len(near) == 1 and host else draft


def _as_told(draft: Draft, story: Story) -> Draft:
    """An encounter that a clause tells of, with its own day or place, with the sides that it lacks."""
    if not (draft.noun or _leaves_whom_open(draft)):
        return draft
    told = _is_told(draft) or _is_session(draft, story) or (story.is_of_two() and _is_there_and_then(draft))
    return as_told(draft, story) if told else draft


def _is_there_and_then(draft: Draft) -> bool:
    """ "Last month's meeting in Lima": only named, but with its own day and place."""
    claim = draft.claim
    return claim.start is not None and claim.place is not None and claim.status == "happened"


def _is_told(draft: Draft) -> bool:
    claim = draft.claim
    known = claim.start is not None or bool(claim.clues) or claim.place is not None
    wish = claim.status_evidence is not None and claim.status_evidence.text.lower() == "would"
    known = known or (claim.status == "planned" and not wish) or _is_of_one_traveller(draft)
    told = draft.lasted or (draft.both and not draft.noun) or any(p.role == "mediator" for p in claim.participants)
    return (told or (draft.stated and known)) and claim.status != "hypothetical"


def _is_session(draft: Draft, story: Story) -> bool:
    """ "After the first session of the joint working group", unless the sentence tells by itself who sat down."""
    return draft.joint and (draft.stated or not story.meets(draft.sentence)) and draft.claim.status != "hypothetical"


def _is_of_one_traveller(draft: Draft) -> bool:
    """ "Rao flew in from Lima", "a stop in Lima was scrapped": a story has one scene, and one who travels."""
    return (draft.claim.kind == "visit" and not draft.noun) or draft.open == ("visitor",)


def _hosted(group: Sequence[Draft], host: str | None) -> bool:
    roles = {(p.role, p.actor.country) for d in group for p in d.claim.participants}
    return ("host", host) in roles and any(role == "visitor" and country != host for role, country in roles)


def _during(visit: Sequence[Draft], draft: Draft) -> Draft:
    """The talks with the visitor as the other side and, where they have none, the visit's place and days."""
    whole = merge(visit)
    visitor = next(p for p in whole.participants if p.role == "visitor")
    claim = draft.claim
    participants = (msgspec.structs.replace(visitor, role="party"), *claim.participants)
    told = msgspec.structs.replace(draft, claim=msgspec.structs.replace(claim, participants=participants))
    return _there_and_then(told, whole)


def _there(draft: Draft, groups: _Groups) -> Draft:
    """ "Is in Lima for talks": talks of the two sides of a visit that the sentence tells of are there and then."""
    if not draft.noun or draft.claim.kind not in TALKING:
        return draft
    countries = {p.actor.country for p in draft.claim.participants}
    near = [g for g in groups.visits() if any(v.sentence == draft.sentence for v in g)]
    of_both = [g for g in near if countries == {p.actor.country for d in g for p in d.claim.participants}]
    return _there_and_then(draft, merge(of_both[0])) if len(of_both) == 1 else draft


def _there_and_then(draft: Draft, visit: EventClaim) -> Draft:
    """A draft that, where it has none, has the place and the days of a visit."""
    start, place = draft.claim.start or some_day(visit), draft.claim.place or visit.place
    return msgspec.structs.replace(draft, claim=msgspec.structs.replace(draft.claim, start=start, place=place))


def some_day(visit: EventClaim) -> When | None:
    """Some day of a visit: the interval from its first to its last."""
    start, end = visit.start, visit.end
    if start is None or end is None or start.earliest is None or end.latest is None:
        return start
    return when(start.earliest, end.latest, "inferred", start.evidence)
