"""Sides that a clause leaves out because the reader knows them: "All imports from Lebanon are banned as well".

News tells a quarrel or an agreement of two states sentence after sentence and names in each what is new. An act
whose clause leaves a role open takes it from the event told nearest that has two sides, one of them the side that
the clause names. Where the clause names somebody in that role whom nobody could resolve, it stays open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from communique.codebook import leading_offices, organisations, word_classes
from communique.coding.drafting import TALKING, Draft, is_body, side, stands_alone
from communique.coding.triggers import kind_named, recoded
from communique.linking import place_of, state_of
from communique.types import EventClaim, Participant, Place, Role

__all__ = ["Sides", "Story", "as_aimed", "as_supposed", "as_told", "leaders", "with_implied"]

T = TypeVar("T")
Sides = dict[str, Participant]
Told = tuple[int, T]
"""Something with the number of the sentence that tells it."""

_REACH = 12  # sentences: beyond them another story may have begun
_NEAR = 4  # sentences within which an agreement that names nobody is that of the two sides told of
_MEASURES = frozenset({"sanction", "relations"})
_ATTACKS = frozenset({"force"})
_DEEDS = _MEASURES | _ATTACKS | {"expulsion", "recall"}
"""Families of deeds that others condemn: "Norway criticised the decision"."""
_AGREED = frozenset({"agreement"})
_AIMED = _MEASURES | {"recall", "expulsion", "summon"}
"""Families of what one state does to another, whom a clause may leave to the story."""
_WORDS = frozenset({"statement"})
_JUDGING = frozenset({"condemnation", "support"})
_CALLING = _JUDGING | {"demand"}
_HOSTILE = frozenset({"accusation", "condemnation", "threat", "rejection", "demand"})
_ASKING = frozenset({"request", "demand"})
_FORCE = frozenset("attack strike raid assault invasion incursion shelling bombardment".split())
_GIVEN = frozenset({"aid", "concession", "denial", "request", "demand", "condemnation", "rejection"})
_SCENES = frozenset({"visit", *TALKING})
_PAIR = 2
_NOWHERE = ("", 0)
_LEANING = 0.15
"""What a mention that leans on another loses in rank."""


class Story:
    """The pairs of sides that a document tells of, each with the sentence that does."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        whole = [draft for draft in drafts if stands_alone(draft.claim) and not _asks_a_body(draft.claim)]
        self._sides = {side(p.actor) for draft in whole for p in draft.claim.participants}
        self._told = [(draft.sentence, pair) for draft in whole if (pair := _pair(draft)) is not None]
        dealing = [draft for draft in whole if draft.claim.family not in _WORDS]
        self._dealt = [(draft.sentence, pair) for draft in dealing if (pair := _pair(draft)) is not None]
        self._common, self._dealing = _common(self._told), _common(self._dealt)
        self._deeds = [(d.sentence, d.claim) for d in whole if d.claim.family in _DEEDS]
        self._against = [(d.sentence, _aimed_at(d.claim)) for d in whole if _is_hostile(d.claim)]
        self._acts = [(d.sentence, d.claim) for d in dealing]
        self._pacts = [(d.sentence, d.claim) for d in whole if d.claim.family in _AGREED]
        self._met = [(d.sentence, d.claim) for d in whole if d.claim.kind in TALKING]
        self._trips = [(d.sentence, d.claim) for d in whole if d.claim.kind == "visit"]
        self._scenes = Counter(code for d in whole if d.claim.kind in _SCENES for code in _lands(d.claim))
        self._leaders = [(draft.sentence, cast) for draft in whole if len(cast := leaders(draft.claim)) > 1]

    def partners(self, sentence: int, named: Collection[str]) -> Sides:
        """The two sides that did more than speak of each other, those named among them, nearest to a sentence."""
        return self._holding(self._dealt, self._dealing, sentence, named)

    def company(self, sentence: int) -> Sequence[Participant]:
        """The two persons of different states who met last before a sentence, where no others were there."""
        before = [c.participants for n, c in _near(self._met, sentence, _REACH) if n < sentence]
        last = before[-1] if before else ()
        apart = len({p.actor.country for p in last}) == len(last) == _PAIR
        return last if apart and all(p.actor.kind == "person" for p in last) else ()

    def sitting(self, sentence: int, named: Collection[str]) -> Sides:
        """The two sides of a body in which they sit together: those of whom most is told, else those told of last.

        None of those ``named`` is one of them: it is somebody else who meets the two.
        """
        before = [pair for n, pair in _near(self._dealt, sentence, _NEAR) if n <= sentence]
        fitting = (pair for pair in (self._dealing, *reversed(before)) if pair and pair.keys().isdisjoint(named))
        return next(fitting, {})

    def meets(self, sentence: int) -> bool:
        """Whether a sentence tells with its sides that some met."""
        return bool(_near(self._met, sentence, 0))

    def sides(self, sentence: int, named: Collection[str] = ()) -> Sides:
        """The two sides told nearest to a sentence, those before it first, that hold those named; else none.

        Beyond its reach a sentence that names nobody is of the two sides of whom most of the document tells.
        """
        return self._holding(self._told, self._common, sentence, named)

    def beside(self, sentence: int, named: str) -> Sides:
        """The two sides, one of them named, of whom a sentence right before or at a place tells in any way."""
        near = [(n, pair) for n, pair in _near(self._told, sentence, 1) if n <= sentence and named in pair]
        return _nearest(near, sentence, {})

    def both(self, sentence: int, speaker: Collection[str]) -> Sides:
        """The two sides to whom somebody speaks who is none of them: those of whom most is told, else the nearest."""
        near = [(n, pair) for n, pair in _near(self._told, sentence, _REACH) if pair.keys().isdisjoint(speaker)]
        ranked = Counter(frozenset(pair) for _, pair in near).most_common(2)
        if ranked and ranked[0][1] > (ranked[1][1] if len(ranked) > 1 else 0):
            return next(pair for _, pair in near if pair.keys() == ranked[0][0])
        return _nearest(near, sentence, {})

    def blamed(self, sentence: int, judge: Collection[str]) -> Sides:
        """The one side against which others act or speak around a sentence, twice as often as against any other."""
        near = _near(self._against, sentence, _REACH)
        aimed = [(key, p) for _, hit in near for key, p in hit.items() if key not in judge]
        (most, count), (_, next_count) = _first_two(Counter(key for key, _ in aimed).most_common(2))
        return {most: next(p for key, p in aimed if key == most)} if count > 1 and count >= 2 * next_count else {}

    def _holding(self, told: Sequence[Told[Sides]], common: Sides, sentence: int, named: Collection[str]) -> Sides:
        reach = _REACH if named else _NEAR
        near = _near(told, sentence, reach)
        holding = [(number, pair) for number, pair in near if pair.keys() > set(named)]
        named_there = [told for told in holding if _by_name(told[1]) or abs(told[0] - sentence) > 1]
        return _nearest(named_there or holding, sentence, {} if named else common)

    def imposer(self, sentence: int, judge: Collection[str], families: Collection[str] = _MEASURES) -> Sides:
        """The one side whose deed of these families is nearest to a sentence, where another one judges it."""
        near = _near(self._deeds, sentence, _REACH)
        actors = [(n, _acting(c)) for n, c in near if c.family in families]
        return _nearest([one for one in actors if len(one[1]) == 1 and not one[1].keys() & set(judge)], sentence, {})

    def agreed(self, sentence: int, judge: Collection[str], words: Collection[str] = ()) -> Sides:
        """The sides of the agreement nearest to a sentence in which somebody judges it who is none of them.

        One that is told in one of these ``words`` comes first.
        """
        near = [(n, c) for n, c in _near(self._pacts, sentence, _REACH) if not _parties(c).keys() & set(judge)]
        named = [(n, c) for n, c in near if not set(words).isdisjoint(c.evidence.text.lower().split())]
        pact = _nearest([(n, (c,)) for n, c in named or near], sentence, ())
        return _parties(pact[0]) if pact else {}

    def pact(self, sentence: int) -> EventClaim | None:
        """The agreement nearest to a sentence, under the name of a ceasefire where the same sides agreed on one."""
        near = _near(self._pacts, sentence, _REACH)
        found: EventClaim | None = _nearest(near, sentence, None)
        sides = _parties(found).keys() if found is not None else ()
        return next((c for _, c in near if c.kind == "ceasefire" and _parties(c).keys() == sides), found)

    def doers(self, sentence: int, judge: Collection[str], deeds: Collection[str]) -> Sides:
        """Who did, nearest before a sentence, what is told there in the very words of these deeds: "the exercises"."""
        before = [(n, c) for n, c in _near(self._acts, sentence, _REACH) if n < sentence and _is_told_in(c, deeds)]
        did = [(n, _acting(c) or _parties(c)) for n, c in before]
        return _nearest([(n, by) for n, by in did if by and not by.keys() & set(judge)], sentence, {})

    def attacker(self, sentence: int, attacked: Collection[str]) -> Sides:
        """The one side that attacks, nearest to a sentence, those who are attacked there too."""
        near = [(n, c) for n, c in _near(self._deeds, sentence, _REACH) if c.family in _ATTACKS]
        hit = [(n, c) for n, c in near if {side(p.actor) for p in c.participants if p.role == "target"} & set(attacked)]
        return _nearest([(n, by) for n, c in hit if len(by := _acting(c)) == 1], sentence, {})

    def main(self, named: str) -> Sides:
        """The two sides of whom most of the document tells, if one named is among them."""
        return self._common if named in self._common else {}

    def hub(self, sentence: int, named: Collection[str]) -> Sides:
        """The one side that has dealings with several around a sentence: "London halted its aid as well"."""
        pairs = [pair for _, pair in _near(self._told, sentence, _REACH)]
        key, count = next(iter(Counter(key for pair in pairs for key in pair).most_common(1)), ("", 0))
        holding = [pair for pair in pairs if key in pair]
        several = len({one for pair in holding for one in pair}) > 2
        return {key: holding[0][key]} if several and 2 * count > len(pairs) and key not in named else {}

    def is_of(self, named: Collection[str]) -> bool:
        """Whether those named are among the two sides of whom most of the document tells."""
        return self._common.keys() > set(named)

    def deals(self, doers: Collection[str] = ()) -> bool:
        """Whether the document tells of dealings of two sides, one of them of ``doers`` where these are given."""
        return any(not doers or not pair.keys().isdisjoint(doers) for _, pair in self._dealt)

    def knows(self, doers: Collection[str]) -> bool:
        """Whether one of these has a part in anything that the document tells whole."""
        return not self._sides.isdisjoint(doers)

    def is_of_two(self) -> bool:
        """Whether the document tells of one pair of sides alone."""
        return len({frozenset(pair) for _, pair in self._told}) == 1

    def abroad(self, sentence: int, homes: Collection[str | None]) -> Place | None:
        """Where, nearest to a sentence, those of one side met others outside of their home."""
        near = _near(self._met, sentence, _NEAR)
        met = [(n, c) for n, c in near if any(p.actor.country in homes for p in c.participants)]
        places = [(n, c.place) for n, c in met if c.place is not None and c.place.country not in (None, *homes)]
        return _nearest(places, sentence, None)

    def scene(self, homes: Collection[str | None], least: int) -> str | None:
        """The state in which most of what is told happens, ``least`` times at least, but for where somebody is from."""
        told = [scene for scene in self._scenes.most_common() if scene[0] not in homes]
        (most, count), (_, next_count) = _first_two(told)
        return most if count >= least and count > next_count else None

    def traveller(self, sentence: int, homes: Collection[str | None]) -> Sequence[Participant]:
        """The visitors told of last before a sentence or in it, none of whom is at home there."""
        trip = next((c for n, c in reversed(_near(self._trips, sentence, _NEAR)) if n <= sentence), None)
        visitors = [p for p in trip.participants if p.role == "visitor"] if trip is not None else []
        return [] if any(p.actor.country in homes for p in visitors) else visitors

    def leaders(self, sentence: int) -> Sequence[Participant]:
        """The heads of several states or governments who act together nearest to a sentence.

        Farther away only those of whom alone the document tells so: elsewhere others may have met.
        """
        casts = {frozenset(p.actor.id for p in cast) for _, cast in self._leaders}
        return _nearest(_near(self._leaders, sentence, _REACH if len(casts) == 1 else _NEAR), sentence, ())


def _lands(claim: EventClaim) -> set[str]:
    """Where an encounter or a journey leads."""
    codes = {p.actor.country for p in claim.participants if p.role == "host"}
    codes |= {claim.place.country} if claim.place is not None else set()
    return {code for code in codes if code is not None}


def _is_told_in(claim: EventClaim, deeds: Collection[str]) -> bool:
    """Whether the evidence of a claim holds one of the nouns, or its verb: "the launch" of what was "launched"."""
    return any(word.startswith(tuple(deeds)) for word in claim.evidence.text.lower().split())


def _asks_a_body(claim: EventClaim) -> bool:
    """ "Peru asked the Security Council to meet": the Council is no side of the quarrel."""
    targets = [p.actor for p in claim.participants if p.role == "target"]
    return claim.kind in _ASKING and bool(targets) and all(map(is_body, targets))


def _parties(claim: EventClaim) -> Sides:
    return {side(p.actor): p for p in reversed(claim.participants) if p.role != "mediator" and _is_side(p)}


def _acting(claim: EventClaim) -> Sides:
    return {side(p.actor): p for p in claim.participants if p.role == "actor"}


def _is_hostile(claim: EventClaim) -> bool:
    return claim.family in _AIMED | _ATTACKS or claim.kind in _HOSTILE


def _aimed_at(claim: EventClaim) -> Sides:
    return {side(p.actor): p for p in claim.participants if p.role == "target" and _is_side(p)}


def _by_name(pair: Sides) -> bool:
    """Whether each side is named, and not both by "the two sides", which another clause beside may mean otherwise."""
    return len({p.evidence for p in pair.values()}) == len(pair)


def _first_two(ranked: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """The two that are told most often; where there are fewer, none in their place."""
    return (*ranked, _NOWHERE, _NOWHERE)[:2]


def _near(told: Sequence[Told[T]], sentence: int, reach: int) -> Sequence[Told[T]]:
    """Of what is told, in order, that within so many sentences; the rest of a long document is not looked at."""
    first = bisect_left(told, sentence - reach, key=_number)
    return told[first : bisect_right(told, sentence + reach, key=_number)]


def _number(told: Told[object]) -> int:
    return told[0]


def _nearest(told: Iterable[Told[T]], sentence: int, default: T) -> T:
    """What is told nearest, of two as near what stands before."""
    return min(told, key=lambda one: (abs(one[0] - sentence), one[0] > sentence), default=(0, default))[1]


def leaders(claim: EventClaim) -> Sequence[Participant]:
    """The heads of state or government of different states among those who take part alike."""
    found = [p for p in claim.participants if p.role != "mediator" and _is_head(p)]
    return found if len({p.actor.country for p in found}) == len(found) else ()


def _is_head(participant: Participant) -> bool:
    return participant.actor.kind == "person" and participant.actor.office in leading_offices()


def _common(told: Sequence[tuple[int, Sides]]) -> Sides:
    """The two sides of more than half of the events told, and of two at least."""
    counts = Counter(frozenset(pair) for _, pair in told)
    keys, count = next(iter(counts.most_common(1)), (frozenset(), 0))
    if count < 2 or 2 * count <= len(told):
        return {}
    return next(pair for _, pair in told if pair.keys() == keys)


def with_implied(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those completed whose missing side another draft tells."""
    told = [(draft.sentence, draft) for draft in drafts]
    alike = [_alike(_with_target(draft, told), told) for draft in drafts]
    story = Story(alike)
    completed = [_completed(draft, story) for draft in alike]
    attacks = Story(completed)  # of missiles that struck it may only be known by now whose they were
    return [_completed(draft, attacks) if _judges_attack(draft) else draft for draft in completed]


def _with_target(draft: Draft, told: Sequence[Told[Draft]]) -> Draft:
    """ "Peru and Chile cut ties with Cuba, accusing it of …": on whom else the sentence tells the same sides to act."""
    if draft.open != ("target",) or draft.claim.family != "statement" or not draft.claim.participants:
        return draft
    acting = set(_acting(draft.claim))
    beside = [d.claim for _, d in _near(told, draft.sentence, 0) if d is not draft and acting & set(_acting(d.claim))]
    aimed = {side(p.actor): p for c in beside for p in c.participants if p.role == "target" and _is_side(p)}
    return _joined(draft, list(aimed.values())) if len(aimed) == 1 and not aimed.keys() & acting else draft


def _alike(draft: Draft, told: Sequence[Told[Draft]]) -> Draft:
    """A draft whose missing side the others of its kind name: "Peru pledged $2 million" among pledges to Haiti.

    Where they name several, one must be named twice as often as any other.
    """
    if len(draft.open) != 1 or draft.open[0] == "party" or draft.claim.family == "force":
        return draft
    if not draft.claim.participants or draft.both or _judges_pact(draft):
        return draft
    role, named = draft.open[0], {side(p.actor) for p in draft.claim.participants}
    near = [d for _, d in _near(told, draft.sentence, _REACH) if d.claim.kind == draft.claim.kind]
    others = [p for d in near for p in d.claim.participants if p.role == role and _is_rival(p)]
    ranked = Counter(key for p in others if (key := side(p.actor)) not in named).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return draft
    one = next(p for p in others if side(p.actor) == ranked[0][0])
    whole = one.actor.kind == "group" or role == "visitor"
    return _joined(draft, [one if whole else _in_role(role, one)])


def _is_rival(participant: Participant) -> bool:
    """Whether somebody may be a side of a quarrel, and not the court or assembly before which it is brought."""
    return _is_side(participant) and participant.actor.id not in _above_states()


@cache
def _above_states() -> frozenset[str]:
    return frozenset(body.id for body in organisations() if body.kind in ("court", "universal"))


def as_told(draft: Draft, story: Story) -> Draft:
    """An encounter of which a clause tells no side, as one of those told of: "The next summit is due in May"."""
    if draft.open == ("host",):
        return _as_hosted(draft, story)
    if draft.open == ("visitor",):
        return _joined(draft, story.traveller(draft.sentence, {p.actor.country for p in draft.claim.participants}))
    if "party" not in draft.open:
        return draft
    named = {side(p.actor) for p in draft.claim.participants}
    if draft.joint or (draft.both and named):
        return _joined(draft, [_in_role("party", p) for p in story.sitting(draft.sentence, named).values()])
    in_person = draft.claim.kind == "summit" or (draft.claim.status == "happened" and not draft.lasted)
    cast = story.leaders(draft.sentence) if in_person else ()
    cast = cast or (story.company(draft.sentence) if draft.both else ())
    added = [msgspec.structs.replace(p, role="party") for p in cast]
    added = added or [_in_role("party", p) for p in story.partners(draft.sentence, ()).values()]
    return _joined(draft, added) if added else draft


def as_aimed(draft: Draft, aimed: Sides) -> Draft:
    """A draft as one that is aimed at sides whom only the story names."""
    return _joined(draft, [_in_role("target", p) for p in aimed.values()])


def as_supposed(draft: Draft) -> Draft:
    """A draft with those to whom the model of acts gives the parts that it lacks.

    A deed is aimed at their state, an encounter is theirs.
    """
    in_person = not kind_named(draft.claim.kind).requires
    added = [p if in_person else _in_role(p.role, p) for p in draft.supposed]
    return _joined(draft, added) if added else draft


def _as_hosted(draft: Draft, story: Story) -> Draft:
    """A visit of which a clause does not tell where to: to the state where those on the visitor's side meet others.

    Else to the one in which most of the story happens.
    """
    homes = {p.actor.country for p in draft.claim.participants}
    scene = story.scene(homes, 2 if draft.noun else 1) or ("" if draft.noun else _other_side(draft, story, homes))
    place = story.abroad(draft.sentence, homes) or place_of(scene)
    state = state_of(place.country or "") if place is not None else None
    if place is None or state is None:
        return draft
    evidence = place.evidence or draft.claim.evidence
    whole = _joined(draft, [Participant("host", state, evidence)])
    return msgspec.structs.replace(whole, claim=msgspec.structs.replace(whole.claim, place=place))


def _other_side(draft: Draft, story: Story, homes: Collection[str | None]) -> str:
    """The state of the other of the two sides of whom most is told, one of them the visitor's."""
    pair = story.partners(draft.sentence, [code for code in homes if code is not None])
    return next((p.actor.country for p in pair.values() if p.actor.country not in (None, *homes)), None) or ""


def _pair(draft: Draft) -> Sides | None:
    """The two sides of an event by their keys; None where there are more or fewer."""
    sides = _parties(draft.claim)
    return sides if len(sides) == 2 else None


def _is_side(participant: Participant) -> bool:
    return participant.actor.country is not None or participant.actor.kind in ("organisation", "group")


def _completed(draft: Draft, story: Story) -> Draft:
    required = kind_named(draft.claim.kind).requires
    if not draft.open or not required or stands_alone(draft.claim):
        return draft
    pact = story.pact(draft.sentence) if draft.claim.kind == "ratification" and not draft.claim.participants else None
    if pact is not None:
        return _in_force(draft, pact)
    named = {side(p.actor) for p in draft.claim.participants if p.role != "mediator" and _is_side(p)}
    if not named and "party" not in required:
        return _as_judged(draft, story) if _is_third(draft) else _as_directed(draft, story)
    if draft.claim.family == "force" and draft.open == ("actor",):
        return _joined(draft, [_in_role("actor", p) for p in story.attacker(draft.sentence, named).values()])
    attack = draft.claim.kind == "condemnation" and _judges_attack(draft) and not story.is_of(named)
    pair = story.agreed(draft.sentence, named, draft.judged) if _judges_pact(draft) else {}
    told = story.partners if draft.claim.family in _AGREED else story.sides
    pair = pair or (story.both(draft.sentence, named) if draft.both else {})
    pair = pair or _of_deed(draft, story, named) or ({} if attack else told(draft.sentence, named))
    if not pair and draft.claim.kind == "condemnation":
        pair = story.imposer(draft.sentence, named, _judged(draft))
        pair = pair or ({} if attack else story.agreed(draft.sentence, named))
    if not pair and draft.claim.kind == "support" and _judges_deed(draft):  # a third side welcomes what one did
        pair = story.imposer(draft.sentence, named, _DEEDS)
    if not pair and draft.claim.kind in ("condemnation", "threat"):  # of one whom all blame
        pair = story.blamed(draft.sentence, named)
    if not pair and draft.claim.kind in ("support", "demand"):  # what two did
        pair = story.sides(draft.sentence)
    if not pair and not named and draft.claim.family in _AGREED:
        return _joined(draft, [_in_role("party", p) for p in story.leaders(draft.sentence)])
    if not pair and draft.open == ("target",) and draft.claim.family in _AIMED | {"aid"} and draft.stated:
        pair = story.hub(draft.sentence, named)
    return _joined(draft, [_in_role(draft.open[0], pair[key]) for key in pair if key not in named]) if pair else draft


def _in_force(draft: Draft, pact: EventClaim) -> Draft:
    """ "The paper comes into force on Sunday": what was agreed on, by those who did; of a ceasefire it is the truce."""
    kind = kind_named("truce-begun") if pact.kind == "ceasefire" else draft.claim
    whole = msgspec.structs.replace(draft, claim=recoded(draft.claim, kind))
    return _joined(whole, [_in_role("party", p) for p in reversed(_parties(pact).values())])


def _is_third(draft: Draft) -> bool:
    """Whether somebody who serves no state speaks: the head of a body of many, of what others did."""
    actors = [p.actor for p in draft.claim.participants if p.role == "actor"]
    served = any(actor.kind != "person" or actor.office is None for actor in actors)
    return draft.claim.kind in _CALLING and draft.open == ("target",) and bool(actors) and not served


def _as_judged(draft: Draft, story: Story) -> Draft:
    """ "The Secretary-General condemned the attack", "welcomed the accord": whose it was is told before."""
    if draft.claim.kind != "condemnation":
        judged = story.sides(draft.sentence)
    else:
        judged = story.imposer(draft.sentence, (), _judged(draft))
    return _joined(draft, [_in_role("target", p) for p in judged.values()]) if judged else draft


def _judges_pact(draft: Draft) -> bool:
    """ "Condemned the pact": what is judged is what others agreed on."""
    return draft.claim.kind in _JUDGING and not draft.judged.isdisjoint(word_classes()["accords"])


def _judges_attack(draft: Draft) -> bool:
    """ "Condemned the attack": what is judged is what somebody did with arms."""
    return not _FORCE.isdisjoint(draft.judged)


def _of_deed(draft: Draft, story: Story, named: Collection[str]) -> Sides:
    """ "Denounced the exercises": where somebody is told to have held some, they are the ones."""
    classes = word_classes()
    deeds = draft.judged & {*classes["judged-deeds"], *classes["told-deeds"]} - {*classes["vague-deeds"]}
    return story.doers(draft.sentence, named, deeds) if draft.claim.kind in _JUDGING and deeds else {}


def _judged(draft: Draft) -> frozenset[str]:
    """The families of deeds of which a condemnation may be."""
    if _judges_attack(draft):
        return _ATTACKS
    return _DEEDS if _judges_deed(draft) else _MEASURES


def _judges_deed(draft: Draft) -> bool:
    """ "Hailed the step", "called the verdict a disgrace": what is judged is what somebody did."""
    classes = word_classes()
    return not draft.judged.isdisjoint((*classes["judged-deeds"], *classes["told-deeds"]))


def _as_directed(draft: Draft, story: Story) -> Draft:
    """A measure of which a clause tells neither side: "The border was closed in 2019"; "each accused the other".

    Its sides are the two told of, each in the role that it has nearest to it, else in the order in which they are told.
    """
    if draft.claim.family not in _AIMED | _WORDS or set(draft.open) != {"actor", "target"} or not draft.stated:
        return draft
    pair = story.sides(draft.sentence)
    roles = [p.role for p in pair.values()]
    order: tuple[Role, Role] = ("target", "actor") if roles[:1] == ["target"] else ("actor", "target")
    added = [_in_role(role, p) for role, p in zip(order, pair.values(), strict=False)]
    return _joined(draft, added) if len(added) == 2 else draft


def _joined(draft: Draft, added: Sequence[Participant]) -> Draft:
    """A draft with sides that its own clause does not name; of a sentence that names others it is one of these."""
    if draft.open == ("target",) and draft.claim.kind in _GIVEN and _is_of_others(draft, added):
        return draft
    claim = msgspec.structs.replace(
        draft.claim,
        participants=(*draft.claim.participants, *added),
        confidence=round(max(0.05, draft.claim.confidence - _LEANING), 2),
    )
    return msgspec.structs.replace(draft, claim=claim)


def _is_of_others(draft: Draft, added: Sequence[Participant]) -> bool:
    """ "In Djibouti it has built a port": not for Kenya, of which the story tells."""
    return bool(draft.others) and draft.others.isdisjoint({side(p.actor) for p in added})


def _in_role(role: Role, participant: Participant) -> Participant:
    """The state, or the organisation, on whose side a participant of the other event acts."""
    actor = participant.actor
    state = state_of(actor.country) if actor.country is not None and side(actor) == actor.country else None
    return Participant(role, state or actor, participant.evidence)
