"""Where it happens: the place that the clause names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import Kind, narrative, word_classes
from communique.coding.places._beside import STANDING, beside, missions, named_after
from communique.coding.roles import Bound, MentionIndex, is_country
from communique.coding.times import clauses_under, is_held, lead_of
from communique.coding.tree import Tree
from communique.linking import Linked, capital_of, city_named, headquarters, place_of
from communique.types import Actor, Participant, Place

__all__ = ["correspondent_place", "dateline_place", "pointed_at", "seat", "standing_at", "where"]

_LOCATIVE = frozenset({"in", "at", "to", "into", "for", "outside", "near"})
_WHILE = frozenset({"at", "during", "on", "in"})
_ARRIVING = frozenset({"arrive", "land"})
_THERE = frozenset({"agreement", "meeting", "talks", "summit"})
_UNITED_NATIONS = "Q1065"
"""The organisation whose name stands for where it sits."""

_BOUND = frozenset({"in", "at", "to", "from", "into"})
_AIMED = frozenset({"to", "into", "for"})


def where(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """The city, else the country, that the event's clause names, else its seat; None for calls, which have no place."""
    if bound.trigger.kind.family == "call":
        return None
    places = [p for p in _places(tree, bound, mentions) if _fits_host(p, bound)]
    places.sort(key=lambda place: place.country is None)  # "at the headquarters of the bloc in Lima"
    cities = [p for p in places if not is_country(p)]
    found = next(iter(cities or places), None) or _fronting(tree, bound, mentions)
    found = found or _held(tree, bound, mentions) or _beside_first(tree, bound, mentions)
    found = found or _behind_matter(tree, bound, mentions)
    seated = None if _hits_craft(tree, bound) else seat(bound.trigger.kind, bound.participants)
    found = found or seated or _beside(tree, bound, mentions)
    return found or _stay(tree, bound, mentions)


def _beside(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """The city named at what else stands in the clause, if it is one; of an embassy also the country."""
    free = [i for i in beside(tree, bound) if not _is_of_matter(tree, bound, i)]
    near = [p for i in free for p in _at(tree, i, mentions) if not is_country(p)]
    posts = [p for i in missions(tree, bound) for p in _at(tree, i, mentions)]
    places = posts or near or _in_name(tree, bound, mentions)
    return places[0] if len({p.country for p in places}) == 1 else None


def _behind_matter(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """ "Signed a deal on fishing in Lima", "discussed trade in Lima": a city that hangs on the matter by mistake.

    Of a port in Lima its own state may sign anywhere, and the war in Lima is discussed anywhere: the city is that of
    a third state, in accords, and else one side's seat of government.
    """
    frame, at = bound.trigger.verb, bound.trigger.at
    if frame is None or bound.trigger.kind.family not in _THERE:
        return None
    behind = [i for i in range(at + 1, len(tree.tokens)) if tree.token(i).dep == "nmod" and tree.preposition(i) == "in"]
    under = [i for i in behind if any(tree.lies_under(i, matter) for matter in tree.objects(at))]
    cities = [p for i in under for p in _at(tree, i, mentions) if not is_country(p)]
    homes = {p.actor.country for p in bound.participants}
    if len(cities) != 1 or (cities[0].country not in homes and bound.trigger.kind.family != "agreement"):
        return None
    return cities[0] if cities[0].country not in homes or _is_capital(cities[0]) else None


def _is_of_matter(tree: Tree, bound: Bound, place: int) -> bool:
    """ "Discussed the war in Lima": where what is talked of goes on."""
    before = tree.opening(place) - 1
    talks = bound.trigger.kind.family in ("talks", "meeting") and before > bound.trigger.at
    return talks and tree.token(before).lemma.lower() in word_classes()["goings-on"]


def _is_capital(place: Place) -> bool:
    seated = capital_of(place.country, place.evidence) if place.country and place.evidence else None
    return seated is not None and seated.name == place.name


def _in_name(tree: Tree, bound: Bound, mentions: MentionIndex) -> list[Place]:
    """The city after which an accord is called."""
    if bound.trigger.kind.family != "agreement":
        return []
    signed = [tree.token(a).head for a in bound.anchors if tree.token(a).dep == "acl"]  # "the Lima pact signed in May"
    accords = [bound.trigger.at, *signed, *(i for a in bound.anchors for i in tree.objects(a))]
    named = [i for accord in accords if _is_accord(tree, accord) for i in named_after(tree, accord)]
    return [p for i in named for p in _at(tree, i, mentions) if not is_country(p)]


def _is_accord(tree: Tree, index: int) -> bool:
    return tree.token(index).lemma.lower() in word_classes()["agreement"]


def _fronting(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """ "In Lima, where the accord was signed": the place right before the word."""
    for anchor in bound.anchors:
        for mark in tree.children(anchor, "mark", "advmod"):
            if tree.token(mark).text.lower() == "where" and mark:
                last = mark - 1 - (tree.token(mark - 1).pos == "PUNCT")
                token = tree.token(max(0, last))
                places = [m.place for m in mentions.within(token.start, token.end) if m.place is not None]
                if places:
                    return places[0]
    return None


def _held(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """ "The signing of a treaty, which took place in Lima", "the talks that were held in Lima"."""
    return _first(tree, [v for v in clauses_under(tree, bound.anchors) if is_held(tree, v)], mentions)


def _beside_first(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """ "In Lima Rao and Silva sat down and signed", "is in Lima and due to sign": where the first verb says one is."""
    verbs = [tree.chain(a)[-1] for a in bound.anchors if tree.token(a).pos == "VERB"]
    verbs = [v for v in verbs if tree.token(v).dep == "conj" and not tree.children(v, "nsubj", "nsubj:pass")]
    firsts = [tree.token(v).head for v in verbs]
    there = [f for f in firsts if tree.token(f).lemma == "be" or _is_fronted(tree, f)]
    return _first(tree, there, mentions) if bound.trigger.kind.family in _THERE else None


def _is_fronted(tree: Tree, verb: int) -> bool:
    """Whether what says where stands before the subject: of all that the sentence tells."""
    subjects = tree.children(verb, "nsubj", "nsubj:pass")
    return any(word in STANDING and subjects and head < subjects[0] for word, head in tree.phrases(verb))


def _first(tree: Tree, verbs: Sequence[int], mentions: MentionIndex) -> Place | None:
    """The place where something stands or is held, of the first of some verbs."""
    heads = [head for verb in verbs for word, head in tree.phrases(verb) if word in STANDING]
    inside = [i for head in heads for i in (head, *_inside(tree, head))]
    return next((place for i in inside for place in _at(tree, i, mentions)), None)


def standing_at(tree: Tree, verb: int, mentions: MentionIndex) -> Iterator[Place]:
    """The places where a verb says that something stood."""
    yield from (place for word, head in tree.phrases(verb) if word in STANDING for place in _at(tree, head, mentions))


def _stay(tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """ "Said in Lima at the end of a visit": where the visitor acts during a visit whose place is not told."""
    noun = bound.trigger.at
    phase = tree.parent(noun)
    if bound.trigger.kind.family != "visit" or bound.trigger.verb is not None or phase is None:
        return None
    top = phase if tree.preposition(noun) == "of" else noun
    if tree.token(top).dep not in ("obl", "nmod") or tree.preposition(top) not in _WHILE:
        return None
    home = {p.actor.country for p in bound.participants}
    phrases = (i for i, t in enumerate(tree.tokens) if t.dep in ("obl", "nmod") and tree.preposition(i) in ("in", "at"))
    places = {p.name: p for i in phrases for p in _at(tree, i, mentions) if p.country and p.country not in home}
    return next(iter(places.values())) if len(places) == 1 else None


def _hits_craft(tree: Tree, bound: Bound) -> bool:
    """ "Shot down a Peruvian drone", "seized a Peruvian tanker": what is hit moves, and is not where its state is."""
    hit = [
        i
        for a in bound.anchors
        if tree.token(a).pos == "VERB"
        for i in (*tree.objects(a), *tree.children(a, "nsubj:pass"))
    ]
    crafts = word_classes()["crafts"]
    return bound.trigger.kind.family == "force" and any(tree.token(i).lemma.lower() in crafts for i in hit)


def seat(kind: Kind, participants: Sequence[Participant]) -> Place | None:
    """A visit is where its host is, an expulsion where it is ordered: the country, not an invented city."""
    hosts = [p for p in participants if p.role == kind.seat and p.actor.country]
    several = kind.seat == "host" and len({p.actor.country for p in hosts}) > 1  # a round each, or one together
    place = place_of(hosts[0].actor.country or "") if hosts and not several else None
    return msgspec.structs.replace(place, evidence=hosts[0].evidence) if place else None


def pointed_at(linked: Linked, tree: Tree, bound: Bound, mentions: MentionIndex) -> Place | None:
    """The place of the dateline for "here", the one told last before the sentence for an opening "There"."""
    if bound.trigger.kind.family == "call":
        return None
    above = tree.governing_verb(bound.anchors[0])
    verbs = [a for a in (*bound.anchors, above) if a is not None]
    words = {tree.token(c).text: c for v in verbs for c in tree.children(v, "advmod")}
    if ("here" in words or _comes_here(tree, bound)) and linked.document.dateline is not None:
        return dateline_place(linked, mentions)
    goes = bound.trigger.kind.family == "visit"  # "the first visit there in 20 years" is none of its own
    there = words.get("There", None if goes else words.get("there"))
    return _told_before(linked, tree, there, mentions) if there is not None else None


def correspondent_place(linked: Linked, mentions: MentionIndex) -> Place | None:
    """Where those wrote from who are named above the text ("Jane Roe in Lima"): the country that it tells of again."""
    text = linked.document.text
    lead = lead_of(text) or 0
    ends = [match.end() for match in narrative()["written-in"].finditer(text, text.find("\n") + 1, lead)]
    places = [m.place for end in ends for m in mentions.within(end, end + 1) if m.place is not None]
    later = {m.place.country for m in linked.mentions if m.place is not None and m.span.start >= lead}
    told = [place for place in places if place.country in later]
    return told[0] if len({place.country for place in told}) == 1 else None


def _told_before(linked: Linked, tree: Tree, there: int, mentions: MentionIndex) -> Place | None:
    """The place told last before "there": in its sentence, else the only one of the sentence before."""
    start = tree.sentence.start
    named = [m.place for m in mentions.within(start, tree.token(there).start) if m.place is not None]
    before = [s for s in linked.parse.sentences if s.end <= start][-1:]
    if named or not before:
        return named[-1] if named else None
    return _place_in(mentions, before[0].start, before[0].end)


def _comes_here(tree: Tree, bound: Bound) -> bool:
    """ "Arrived for the forum", "is due in town": to where the story is told from."""
    frame, at = bound.trigger.verb, bound.trigger.at
    if frame is None or not frame.abroad:
        return False
    phrases = list(tree.phrases(at))
    bare = frame.lemma in _ARRIVING and all(word not in _BOUND for word, _ in phrases)
    return bare or any(word == "in" and tree.token(head).lemma in ("town", "capital") for word, head in phrases)


def dateline_place(linked: Linked, mentions: MentionIndex) -> Place | None:
    """The place that the dateline names; of one in a line that is no part of the text, without a span."""
    line = linked.document.dateline or ""
    at = linked.document.text.find(line) if line else -1
    place = _place_in(mentions, at, at + len(line)) if at >= 0 else city_named(line)
    land = place_of("USA") if place is None and at >= 0 and _is_in_america(line) else None
    return msgspec.structs.replace(land, evidence=mentions.span(at, at + len(line))) if land is not None else place


def _is_in_america(line: str) -> bool:
    """ "UNITED NATIONS" in agencies' reports from there, "DAYTON, Ohio"."""
    state = line.rpartition(", ")[2].lower()
    return line.upper().startswith("UNITED NATIONS") or ("," in line and state in word_classes()["american-states"])


def _place_in(mentions: MentionIndex, start: int, end: int) -> Place | None:
    """The only city of a stretch of text, else its only country; null where there are several."""
    places = {m.place.name: m.place for m in mentions.within(start, end) if m.place is not None}
    cities = [place for place in places.values() if not is_country(place)] or list(places.values())
    return cities[0] if len(cities) == 1 else None


def _fits_host(place: Place, bound: Bound) -> bool:
    """Of a tour's places a leg keeps its own."""
    hosts = {p.actor.country for p in bound.participants if p.role == "host" and p.actor.country}
    return bound.trigger.kind.family != "visit" or not hosts or place.country in hosts


def _places(tree: Tree, bound: Bound, mentions: MentionIndex) -> Iterator[Place]:
    visit = bound.trigger.kind.family == "visit"
    frame = bound.trigger.verb
    aims = frozenset(dict(frame.prepositions)) if frame is not None and frame.abroad else _LOCATIVE
    for anchor in bound.anchors:
        for word, head in tree.phrases(anchor):
            if (
                word in aims & _LOCATIVE
                and not _is_role(word, bound)
                and not _is_of_matter(tree, bound, head)
                and (visit or word not in _AIMED or (anchor != bound.trigger.at and word != "for"))
            ):
                found = [place for i in tree.with_conjuncts(head) for place in _at(tree, i, mentions)]
                found = found or (list(_of_body(tree, head, mentions)) if word == "at" else [])
                yield from (place for place in found if word != "outside" or not is_country(place))
            received = visit and word == "with" and frame is not None  # "welcomed with honours in Lima"
            if received or _is_venue(tree, head):  # "around the table in Oslo", "on the sidelines of …"
                inside = list(_inside(tree, head))
                yield from (place for i in inside for place in _at(tree, i, mentions))
        if anchor == bound.trigger.at and bound.trigger.verb is None:  # "a meeting of the committee in Lima"
            bodies = [i for word, i in tree.phrases(anchor) if word == "of"]
            inside = [head for i in bodies for word, head in tree.phrases(i) if word in STANDING]
            yield from (place for head in inside for place in _at(tree, head, mentions))
        if bound.trigger.kind.kind == "agreement" and bound.trigger.verb is not None:  # "signed a treaty in Lima"
            signed = [head for i in _counted(tree, anchor) for word, head in tree.phrases(i) if word == "in"]
            yield from (place for head in signed for place in _at(tree, head, mentions) if not is_country(place))
            halls = [head for head in signed if _is_venue(tree, head)]
            yield from (place for hall in halls for i in _inside(tree, hall) for place in _at(tree, i, mentions))
        if bound.trigger.kind.family == "force" and bound.trigger.verb is not None:
            struck = [head for i in tree.objects(anchor) for word, head in tree.phrases(i) if word in STANDING]
            yield from (place for head in struck for place in _at(tree, head, mentions))  # "hit a compound in Doha"
        if visit and bound.trigger.verb is not None and bound.trigger.verb.object is not None:
            for head in tree.children(anchor, "obj"):
                yield from _at(tree, head, mentions)


def _is_venue(tree: Tree, index: int) -> bool:
    return tree.token(index).lemma in word_classes()["venues"]


def _counted(tree: Tree, verb: int) -> Iterator[int]:
    """The objects of a verb, and what they are of: "one of the biggest treaties", "a series of accords"."""
    for index in tree.objects(verb):
        yield index
        yield from (head for word, head in tree.phrases(index) if word == "of")


def _inside(tree: Tree, venue: int) -> Iterator[int]:
    """What stands behind "in" at a venue or at what it is of: "on the sidelines of a meeting of the bloc in Lima"."""
    for word, head in tree.phrases(venue):
        if word in STANDING:
            yield head
        if word in ("of", "at"):
            yield from _inside(tree, head)


def _at(tree: Tree, head: int, mentions: MentionIndex) -> Iterator[Place]:
    """Places at a phrase and in what modifies it: "in the Malaysian city of Putrajaya".

    Two in one word, "the Peru-Chile summit", are its sides.
    """
    if tree.token(head).lemma.lower() in word_classes()["no-place"]:
        return
    tokens = [tree.token(i) for i in (head, *tree.children(head, "nmod", "appos", "compound", "nmod:poss"))]
    named = [mentions.within(t.start, t.end) for t in tokens]
    found = [m.place for there in named if len(there) == 1 for m in there if m.place is not None]
    yield from found or _headquarters(tree, head, mentions) or _land_of(tree, head, mentions)


def _of_body(tree: Tree, head: int, mentions: MentionIndex) -> Iterator[Place]:
    """ "Met at the State Department": in the state whose body it is."""
    token = tree.token(head)
    bodies = [m for m in mentions.within(token.start, token.end) if m.form == "body"]
    lands = {a.country: m.span for m in bodies for a in m.actors if a.kind == "government" and a.country}
    places = ((place_of(country or ""), span) for country, span in lands.items())
    yield from (msgspec.structs.replace(land, evidence=span) for land, span in places if land is not None)


def _headquarters(tree: Tree, head: int, mentions: MentionIndex) -> list[Place]:
    """ "At NATO headquarters", "at the bloc's headquarters", "at the United Nations": where the organisation sits."""
    if tree.token(head).lemma.lower() in ("headquarters", "headquarter", "hq"):
        bodies = [i for c in ("compound", "nmod", "nmod:poss") for i in tree.children(head, c)]
    else:
        bodies = [head]
    named = [m for i in bodies for m in mentions.within(tree.token(i).start, tree.token(i).end)]
    seats = [headquarters(a.id, m.span) for m in named for a in m.actors if _sits(a, bodies[0] == head)]
    return [place for place in seats if place is not None]


def _sits(actor: Actor, alone: bool) -> bool:
    return actor.kind == "organisation" and (not alone or actor.id == _UNITED_NATIONS)


def _land_of(tree: Tree, head: int, mentions: MentionIndex) -> Iterator[Place]:
    """The state of a place that no table knows: "in the Swiss village of Gland"."""
    owners = mentions.place(tree, head)
    lands = {a.country: m.span for m in owners if m.form in ("adjective", "state") for a in m.actors if a.country}
    if len(lands) == 1:
        ((country, span),) = lands.items()
        land = place_of(country)
        if land is not None:
            yield msgspec.structs.replace(land, evidence=span)


def _is_role(word: str, bound: Bound) -> bool:
    """ "its ambassador in Israel", "strikes in Mali": a role of an act, not its place."""
    frame = bound.trigger.verb
    return frame is not None and not frame.abroad and word in dict(frame.prepositions)
