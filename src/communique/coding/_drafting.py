"""One trigger → one draft of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import VerbTrigger, narrative, word_classes
from communique.coding._acts import things
from communique.coding._apart import met_apart
from communique.coding._binding import Bound, bind
from communique.coding._current import is_current, is_recalled, told_in
from communique.coding._draft import Draft
from communique.coding._marks import written
from communique.coding._mention_index import MentionIndex
from communique.coding._open import names_others, open_roles
from communique.coding._refining import refined
from communique.coding._status import Reading, done_by_word, of_scene, read_status
from communique.coding._topics import topics
from communique.coding._tree import Tree
from communique.coding._triggers import Trigger, codes, in_channel, triggers
from communique.coding._when import (
    counted_back,
    day_before,
    heads_line,
    is_counted_back,
    is_ending,
    is_from_unknown,
    is_in_present,
    is_length_of,
    is_of_that_year,
    is_on_programme,
    is_scheduled,
    is_vague,
    nth_day,
    on_day,
    own_times,
    when,
)
from communique.coding._where import pointed_at, where
from communique.coding._word import attribution
from communique.linking import Linked, Mention, is_listed
from communique.linking.times import Anchored, Day, Resolved, TimeExpression, Weekday, is_dateline
from communique.parsing import is_time
from communique.types import Actor, EventClaim, Participant, Place, Role, Span, Status, When

__all__ = ["drafts"]

# Words before the noun that set it apart from the happening at hand.
_OTHER = frozenset(
    "previous last earlier before previously next another second third fourth return recent former future past".split()
)
_MARKS = frozenset({'"', "“", "‘", "'", "``", "«"})
_EACH = frozenset({"each"})
_CEASING = frozenset({"stop", "halt", "cease", "suspend", "quit", "refuse"})
_SPEAKING = frozenset({"speak", "talk"})
_OF_TEAMS = frozenset({"meeting", "visit", "talks", "summit", "force"})
_OPENING = frozenset({"to", "against", "of", "from", "into"})  # "warned Oslo against sending troops"
_DEFINITE = frozenset({"the", "this", "his", "her", "their", "its"})
_HEAD = 400  # characters in which a dateline stands
_DROPPED = frozenset({"cancelled", "postponed"})
_LASTING = frozenset({"visit", "meeting", "talks", "summit", "call", "cooperation", "force"})
"""What can end: "closed a deal", "broke off relations" and "concluded a pact" tell of the act itself."""
_SINGLE = frozenset({"visit", "meeting", "summit", "call"})
_ENCOUNTERS = _SINGLE | {"talks"}
_MEANWHILE = frozenset({"himself", "herself", "themselves", "also", "already", "back", "still", "now"})
_REACH = 24  # characters
_CONTENT = 20
"""Words of what is said, or done, that a claim shows as its evidence."""
_OWNED = re.compile(r"['’]s?\s")
_BESIDE_WORDS = re.compile(r"[^\w'’-]+")


def drafts(
    linked: Linked, number: int, tree: Tree, mentions: MentionIndex, anchor: When | None = None
) -> Iterator[Draft]:
    """The drafts of one sentence, in order of their triggers; ``anchor`` is when the event told before began."""
    around = _around(linked, number)
    starts = [anchor]
    sporting = in_channel(around, "sport")
    found = list(triggers(tree, around))
    nouns = frozenset(t.at for t in found if t.verb is None)
    beneath = _Beneath.of(tree, found)
    for trigger in found:
        if _is_of_another(tree, trigger, beneath):
            continue
        bound = refined(tree, bind(tree, trigger, mentions), mentions)
        said = trigger.kind.family == "statement" and trigger.verb is not None
        reading = read_status(linked.document.text, tree, bound.anchors, own=not trigger.kind.requires, said=said)
        reading = _of_frame(reading, trigger)
        if trigger.verb is None and trigger.kind.family in _ENCOUNTERS:
            reading = of_scene(linked.document.text, tree, trigger.at, reading)
        status = _status(reading, trigger)
        if status == "happened" and _wished(tree, trigger.at, beneath.demanded):
            continue  # "demanded that Peru withdraw its troops"
        if status is None or not _licensed(linked, bound, tree, mentions) or (sporting and _may_be_teams(bound)):
            continue
        for leg in _legs(bound, tree):
            stops = [p.evidence.start for p in bound.participants if p not in leg.participants]
            told = _Told(linked, tree, mentions, leg, reading, status, nouns, tuple(starts), stops)
            claim = _claim(told)
            starts.append(claim.start)
            yield _draft(told, claim, number)


class _Told(msgspec.Struct, frozen=True):
    """One leg of what a trigger tells, with what is known of its sentence.

    ``nouns`` are the tokens that name the sentence's events. ``anchors`` are the starts of the event told last before
    the sentence and of those told in it so far: "that year" is of those. ``stops`` are where the hosts of other legs
    are named.
    """

    linked: Linked
    tree: Tree
    mentions: MentionIndex
    bound: Bound
    reading: Reading
    status: Status
    nouns: frozenset[int]
    anchors: tuple[When | None, ...]
    stops: Sequence[int]


def _draft(told: _Told, claim: EventClaim, number: int) -> Draft:
    """The claim with how it is told, in the sentence of that number."""
    tree, leg, trigger = told.tree, told.bound, told.bound.trigger
    return Draft(
        claim=claim,
        sentence=number,
        other=_marked(tree, trigger.at, _OTHER) or (told.status in _DROPPED and _is_of_many(tree, trigger)),
        definite=_marked(tree, trigger.at, _DEFINITE),
        stated=told.reading.stated,
        noun=trigger.verb is None and not trigger.dated,
        open=open_roles(tree, leg),
        current=is_current(tree, leg.anchors),
        tense=told_in(tree, leg.anchors),
        apart=names_others(tree, leg),
        recalled=trigger.dated or is_recalled(tree, leg.anchors),
        judged=_judged(tree, leg),
        abroad=_names_others(told.mentions.within(tree.sentence.start, tree.sentence.end), leg),
    )


def _names_others(mentions: Sequence[Mention], bound: Bound) -> bool:
    """Whether others are named than those whose part is known: another country, or an organisation."""
    own = {key for p in bound.participants for key in (p.actor.country, p.actor.id)}
    actors = [a for m in mentions for a in m.actors]
    places = {m.place.country for m in mentions if m.place is not None and not m.actors}
    named = {a.country or a.id for a in actors if a.country or a.kind == "organisation"} | places
    return bool(named - own - {None})


def _judged(tree: Tree, bound: Bound) -> frozenset[str]:
    aims = (tree.token(i) for role, i in bound.slots if role == "target")
    return frozenset(token.lemma for token in aims if not is_time(token))


def _of_frame(reading: Reading, trigger: Trigger) -> Reading:
    """What the words themselves say: that the accord was made, that to announce is to do, that a plan is dropped."""
    frame = trigger.verb
    if trigger.dated:
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


def _wished(tree: Tree, at: int, said: frozenset[int]) -> bool:
    """ "threatened to invade", "urged Oslo to open the border": what is only said is part of the saying."""
    verb = at if tree.token(at).pos in ("VERB", "AUX") else tree.governing_verb(at)
    while verb is not None and _is_content(tree, top := _first_of(tree, verb)):
        verb = tree.governing_verb(top)
        if verb in said:
            return True
    return False


def _first_of(tree: Tree, verb: int) -> int:
    """The first of the verbs that "and" joins: "threatened to invade and to burn"."""
    while tree.token(verb).dep == "conj":
        verb = tree.token(verb).head
    return verb


def _is_content(tree: Tree, verb: int) -> bool:
    dep = tree.token(verb).dep
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark")}
    return dep in ("xcomp", "ccomp", "acl") or (dep == "advcl" and not marks.isdisjoint(_OPENING))


class _Beneath(msgspec.Struct, frozen=True):
    """The triggers of a sentence, by their tokens, beneath which another one tells of no event of its own."""

    said: frozenset[int]
    demanded: frozenset[int]
    agreed: frozenset[int]
    recalled: frozenset[int]
    related: frozenset[int]
    accusing: frozenset[int]
    meant: frozenset[int]

    @classmethod
    def of(cls, tree: Tree, found: Sequence[Trigger]) -> _Beneath:
        """Sorted by what their verbs do: say, demand, agree with one another to do something, call home."""
        verbs = [(t.at, t.kind.family, t.verb) for t in found if t.verb is not None]
        return cls(
            said=frozenset(at for at, family, verb in verbs if family == "statement" and _says_it_all(verb)),
            demanded=frozenset(at for at, _, verb in verbs if verb.content in ("any", "duties")),
            agreed=frozenset(at for at, _, verb in verbs if verb.then == "undertaking" and not _is_one(tree, at)),
            recalled=frozenset(at for at, family, _ in verbs if family == "recall"),
            related=frozenset(t.at for t in found if t.kind.family == "relations"),
            accusing=frozenset(t.at for t in found if t.kind.kind == "accusation"),
            meant=frozenset(t.at for t in found if t.verb is None and t.kind.family in _ENCOUNTERS),
        )


def _is_one(tree: Tree, verb: int) -> bool:
    """ "Peru has agreed to buy tanks from Chile": what one state alone undertakes is the purchase."""
    doers = tree.subject(verb)
    return len(doers) == 1 and tree.token(doers[0]).tag == "NNP"


def _says_it_all(frame: VerbTrigger) -> bool:
    """Whether what is said is no act beside the saying: a threat is what one says that one will do."""
    return frame.content is None or frame.doer == "actor"


def _is_of_another(tree: Tree, trigger: Trigger, beneath: _Beneath) -> bool:
    """Whether what a trigger names is only said, or told by the trigger above it.

    "Called home for consultations": no talks. "Agreed to set up a council": one agreement, while "agreed to
    establish relations" is an act of its own kind.
    """
    above = tree.governing_verb(trigger.at)
    ceased = above is not None and tree.token(trigger.at).dep == "xcomp" and tree.token(above).lemma in _CEASING
    if ceased and trigger.kind.family in ("aid", "cooperation"):
        return True  # "will stop selling arms to Peru"
    if trigger.verb is None and tree.preposition(trigger.at) == "for" and above in beneath.recalled:
        return True
    if trigger.verb is not None and trigger.verb.then == "undertaking" and _agrees_to_meet(tree, trigger.at, beneath):
        return True
    if trigger.verb is None and above is not None and _is_agreed_to(tree, trigger.at, above):
        return True
    if (
        trigger.kind.family == "agreement"
        and trigger.at in beneath.agreed
        and any(tree.governing_verb(i) == trigger.at for i in beneath.related)
    ):
        return True
    if trigger.kind.family == "cooperation" and above in beneath.agreed:
        return True
    if trigger.verb is not None and trigger.verb.thing == "warfare" and tree.token(trigger.at).tag in ("VBG", "VB"):
        return tree.token(trigger.at).dep in ("advcl", "acl")  # "signed a peace, ending the war": what the peace does
    if trigger.kind.family == "relations" and (above in beneath.recalled or _is_of_terms(tree, trigger.at, beneath)):
        return True  # "ordered its ambassador to return", "signed an accord to restore ties"
    if trigger.kind.kind == "truce-broken" and above in beneath.accusing:
        return True  # "Peru said that Kenya had broken the truce": what the other side mostly says as well
    return _wished(tree, trigger.at, beneath.said)


def _agrees_to_meet(tree: Tree, verb: int, beneath: _Beneath) -> bool:
    """ "Agreed to hold talks": what is told are the talks that are planned."""
    return any(i in beneath.meant for deed in tree.children(verb, "xcomp") for i in tree.objects(deed))


def _is_agreed_to(tree: Tree, noun: int, verb: int) -> bool:
    """ "Agreed to talks": the verb tells of them."""
    agreed = tree.token(verb).lemma == "agree" and tree.token(noun).lemma in word_classes()["parley"]
    return agreed and noun in [i for word, i in tree.phrases(verb) if word in ("to", "on")]


def _is_of_terms(tree: Tree, verb: int, beneath: _Beneath) -> bool:
    """Whether relations are what an accord is about, or embassies part of the relations that are restored with them."""
    token = tree.token(verb)
    if not tree.infinitive(verb) and not (token.dep == "conj" and tree.infinitive(token.head)):
        return False
    if token.dep == "conj":
        return token.head in beneath.related or _is_of_terms(tree, token.head, beneath)
    objects = [token.head] if token.dep == "acl" else tree.objects(token.head) if token.dep == "advcl" else []
    return any(tree.token(i).lemma in word_classes()["agreement"] for i in objects)


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
    return reading.status if reading.status in ("cancelled", "postponed", "denied") else None


def _marked(tree: Tree, at: int, words: frozenset[str]) -> bool:
    return any(
        tree.token(c).text.lower() in words for c in tree.children(at, "amod", "compound", "det", "nmod:poss", "advmod")
    )


def _is_of_many(tree: Tree, trigger: Trigger) -> bool:
    """ "All visits were suspended": no word on the one visit that is told of."""
    return trigger.kind.family in _SINGLE and tree.token(trigger.at).tag == "NNS"


def _licensed(linked: Linked, bound: Bound, tree: Tree, mentions: MentionIndex) -> bool:
    """Whether a verb of motion takes a person abroad: "went to Paris" by a Frenchman is no visit.

    "The two sides exchanged views" says what a meeting told before was about: by itself it is none.
    """
    frame = bound.trigger.verb
    if tree.token(bound.trigger.at).lemma == "exchange" and bound.trigger.kind.family == "talks":
        return len({p.evidence for p in bound.participants}) > 1
    if frame is not None and frame.addressed:
        return _addressed(bound, tree)
    if frame is not None and frame.bare and bound.trigger.kind.kind == "clash" and len(bound.participants) == 1:
        return False  # "the rebels have fought for years"
    if frame is not None and frame.lemma in _SPEAKING and _is_to_a_land(tree, bound):
        return False
    if frame is not None and bound.trigger.kind.kind == "treaty-left":
        return _may_leave(tree, bound, frame)
    if frame is None or not frame.abroad:
        return True
    bare = frame.lemma == "be" and frame.cue is None
    if bare and (tree.token(bound.trigger.at).tag == "VBG" or not _adjacent(tree, bound.trigger.at)):
        return False  # "described it as being in Peru"
    sent = any(tree.token(i).lemma in word_classes()["travellers"] for i in tree.subject(bound.trigger.at))
    movers = [p for p in bound.participants if p.role == "visitor" and (sent or p.actor.kind in ("person", "group"))]
    if frame.lemma == "be" and movers and all("ambassador" in (p.actor.office or "") for p in movers):
        return False  # "the ambassador was at the Foreign Office": who is posted there does not travel
    place = where(tree, bound, mentions) or pointed_at(linked, tree, bound, mentions)
    countries = {p.actor.country for p in bound.participants if p.role == "host"} | {place.country if place else None}
    countries |= {p.actor.id for p in bound.participants if p.role == "host" and p.actor.kind == "group"}
    foreign = {c for c in countries if c} - {p.actor.country for p in movers}
    if any(word == "from" and not _of_journey(tree, head, mentions) for word, head in tree.phrases(bound.trigger.at)):
        return False  # "the talks went from trade to Taiwan"
    return bool(movers) and bool(foreign) and any(_is_known(p.actor) for p in movers)


def _may_leave(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Denounced the pact between Peru and Chile": that of others; "Rao left the union": no state of hers."""
    others = any(word == "between" for i in things(tree, bound.trigger.at, frame) for word, _ in tree.phrases(i))
    leavers = [p.actor.kind for p in bound.participants if p.role == "actor"]
    return not others and (frame.object is None or any(kind != "person" for kind in leavers))


def _is_known(actor: Actor) -> bool:
    """Whether an actor is known to serve a state or body, not only to come from one: "Peru's Ana Rao"."""
    if actor.kind != "person":
        return actor.country is not None
    return actor.office is not None or is_listed(actor.name)


def _is_to_a_land(tree: Tree, bound: Bound) -> bool:
    """ "Rao speaks to Peru": to its people, in a speech."""
    spoken_to = [p for i in tree.behind(bound.trigger.at, ("to",)) for p in bound.participants if _is_at(tree, i, p)]
    return bool(spoken_to) and all(p.actor.kind == "state" for p in spoken_to)


def _is_at(tree: Tree, index: int, participant: Participant) -> bool:
    return participant.evidence.start <= tree.token(index).start < participant.evidence.end


def _of_journey(tree: Tree, head: int, mentions: MentionIndex) -> bool:
    """Whether one can travel from there, or from then."""
    token = tree.token(head)
    return bool(mentions.at(tree, head)) or is_time(token) or token.pos == "NUM"


def _addressed(bound: Bound, tree: Tree) -> bool:
    """ "Rao called Silva on Monday": two persons, and no more objects after the one called."""
    persons = len([p for p in bound.participants if p.actor.kind == "person"])
    if bound.trigger.verb is not None and bound.trigger.verb.prepositions:
        return persons >= 2  # "called on Silva"
    objects = tree.children(bound.trigger.at, "obj")
    said = [i for i in tree.children(bound.trigger.at, "xcomp") if not tree.infinitive(i)]  # "called him to say …"
    if len(objects) > 1 or said or any(_is_called(tree, o) for o in objects):
        return False  # "called him a friend"
    if tree.token(min(bound.trigger.at + 1, len(tree.tokens) - 1)).text.lower() in ("out", "off", "on", "for"):
        return False  # "called out the minister"
    called = [t for o in objects for t in tree.with_conjuncts(o)]
    called += [i for t in called for i in tree.children(t, "appos") if i == t + 1]  # "her counterpart Ana Rao"
    after = max((i for t in called for i in (t, *tree.children(t, "flat"))), default=-1) + 1
    if after < len(tree.tokens) and tree.token(after).text.lower() == "as":
        return False  # "sees Rao as a friend"
    closed = (
        after >= len(tree.tokens)
        or tree.token(after).pos in ("ADP", "SCONJ", "PUNCT", "PART", "CCONJ")
        or is_time(tree.token(after))
        or {after, tree.token(after).head} & {*tree.children(bound.trigger.at, "obl:tmod", "obl:npmod", "advmod")}
    )
    return bool(closed) and persons >= 2


def _is_called(tree: Tree, named: int) -> bool:
    """ "called Rao, her rival, a friend": the last of several appositions is what somebody is called."""
    if tree.token(named - 1).text in _MARKS:
        return True  # "called each other “Mister”"
    after = range(named + 1, len(tree.tokens))
    nouns = [i for i in after if tree.token(i).pos == "NOUN" and tree.token(i).dep in ("appos", "conj")]
    behind = [i for i in nouns if tree.lies_under(i, named)]
    last = tree.children(max(behind), "det") if len(behind) > 1 else []
    return any(tree.token(i).text.lower() in ("a", "an") for i in last)


def _adjacent(tree: Tree, verb: int) -> bool:
    """ "Will be in China", "was himself in China": few words may stand between; "is welcome in China" is no journey."""
    starts = [min([head, *tree.children(head, "case")]) for _, head in tree.phrases(verb)]
    behind = verb + 1
    while behind < len(tree.tokens) and tree.token(behind).text.lower() in _MEANWHILE:
        behind += 1
    return behind in starts


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
    if bound.trigger.kind.family not in _LASTING:
        own = [t for t in own if not is_length_of(tree, t, told.nouns)]
    own = _of_leg(own, bound, told.stops) or heads_line(document.text, tree.sentence, linked.times)
    ending = bound.trigger.kind.family in _LASTING and is_ending(tree, bound.anchors)
    back = [is_counted_back(tree, bound.trigger.at, t) for t in own]
    own = [counted_back(t) if turned else t for t, turned in zip(own, back, strict=True)]
    follows = any(isinstance(t.value, Anchored) and t.span.start > tree.sentence.start for t in own)
    beside = any(back) or follows or any(is_of_that_year(t) for t in own)
    anchor = _told_beside(told.anchors, own) if beside else told.anchors[0]
    anchor = (day_before(own, tree.sentence, document, linked.times) or anchor) if not any(back) else anchor
    ahead = (status in _DROPPED and _is_of_plan(document.text, own)) or any(is_scheduled(tree, t) for t in own[:1])
    ahead = ahead or (status == "planned" and any(is_in_present(tree, t) for t in own[:1]))
    ahead = ahead or (bound.trigger.kind.family in _ENCOUNTERS and is_on_programme(tree, bound.anchors, own))
    tense = "future" if ahead else told.reading.tense
    found = when(own, published=written(linked), tense=tense, ending=ending, anchor=anchor)
    return own, on_day(found, nth_day(tree, bound.anchors))


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
