"""Who an envoy is of whom an act tells by office: "recalled its ambassador", where the news names one ambassador.

A state has one head of mission at a post (Vienna Convention on Diplomatic Relations, 1961, articles 5 and 14): the
only one of a state whom a report names is the one called home, summoned or sent away, unless it says that he serves
elsewhere or at another time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache

import msgspec

from communique.codebook import City, Country, classes
from communique.codebook.words import any_of
from communique.linking import Linked, find_names
from communique.types import Actor, EventClaim, Participant, Role, When

__all__ = ["with_sole_envoys"]

_HOMES: Mapping[str, Role] = {"recall": "actor", "summon": "target", "expulsion": "target"}
"""Family → the role in which the state of the envoy stands."""
_OTHERS: Mapping[str, Role] = {"recall": "target", "summon": "actor", "expulsion": "actor"}
_TAKING_UP = frozenset({"ambassador-appointed", "credentials"})
_OFFICES = frozenset({"ambassador", "chargé d'affaires"})
_POST = re.compile(r"\b(?:to|in|at)(?: the)? $")
_TRAILING = re.compile(r",? (?:to|in|at) ")
_AT_ANOTHER_TIME = re.compile(r"\b(?:then|new|newly)\b", re.IGNORECASE)  # a former one's office is told as such
_BEFORE, _BEHIND = 12, 40  # characters around a name that say of when and where its office is
_TERM = timedelta(days=92)
"""How long ago an act may lie that befell the envoy of today: recalls and returns are apart by months."""


class _Envoy(msgspec.Struct, frozen=True):
    """A named envoy where first named, with the codes of the states to which the report says he is sent.

    The empty code stands for an organisation.
    """

    participant: Participant
    posts: frozenset[str]


def with_sole_envoys(claims: Sequence[EventClaim], linked: Linked) -> list[EventClaim]:
    """The claims; recalls, summonses and expulsions of an unnamed envoy with the only one named whom they can mean."""
    if not any(claim.family in _HOMES for claim in claims):
        return list(claims)
    beginners = {p.actor.id for claim in claims if claim.kind in _TAKING_UP for p in claim.participants}
    envoys = [envoy for envoy in _envoys(linked) if envoy.participant.actor.id not in beginners]
    hosts = _hosts(claims)
    return [_completed(claim, envoys, hosts, linked.document.published) for claim in claims]


def _completed(
    claim: EventClaim, envoys: Sequence[_Envoy], hosts: Mapping[str, Collection[str]], published: When | None
) -> EventClaim:
    home, others = _side(claim, _HOMES), _side(claim, _OTHERS)
    if len(home) != 1 or _is_named(claim, home) or not _tells_of_one(claim) or _is_old(claim, published):
        return claim
    own = [e for e in envoys if e.participant.actor.country in home]
    sole = len(own) == 1 and (own[0].posts & others if own[0].posts else len(hosts[min(home)]) == 1)
    return _with(claim, own[0].participant) if sole and _is_in_rank(claim, own[0].participant.actor) else claim


def _side(claim: EventClaim, roles: Mapping[str, Role]) -> frozenset[str]:
    """The countries of those in the role that a family has in ``roles``."""
    role = roles.get(claim.family)
    return frozenset(p.actor.country for p in claim.participants if p.role == role and p.actor.country is not None)


def _is_named(claim: EventClaim, home: Collection[str]) -> bool:
    """Whether the envoy takes part already, or a group of them does."""
    return any(
        p.actor.country in home
        and (p.actor.kind == "group" or (p.actor.office in _OFFICES and not p.actor.unnamed) or _is_other_target(p))
        for p in claim.participants
    )


def _is_other_target(participant: Participant) -> bool:
    """Whether somebody named is acted on who is no envoy: "expelled the agency's head"."""
    return participant.role == "target" and participant.actor.kind == "person" and not participant.actor.unnamed


def _tells_of_one(claim: EventClaim) -> bool:
    return any(_one_envoy().search(span.text) for span in (claim.evidence, *claim.mentions))


def _is_in_rank(claim: EventClaim, actor: Actor) -> bool:
    """ "The ambassador" is no chargé d'affaires; "the envoy" may be either."""
    told = {m[0].lower() for span in (claim.evidence, *claim.mentions) for m in _one_envoy().finditer(span.text)}
    return "envoy" in told or (actor.office == "ambassador") == any(not word.startswith("charg") for word in told)


@cache
def _one_envoy() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(classes()['one-envoy'])})\b", re.IGNORECASE)


def _is_old(claim: EventClaim, published: When | None) -> bool:
    last = claim.start.latest if claim.start is not None else None
    told = published.earliest if published is not None else None
    return last is not None and told is not None and told - last > _TERM


def _with(claim: EventClaim, envoy: Participant) -> EventClaim:
    """The claim with the envoy: beside the state that calls him home, in place of the state whose he is."""
    if claim.family == "recall":
        kept: Iterable[Participant] = (p for p in claim.participants if not _is_unnamed_of(p, envoy))
        return msgspec.structs.replace(claim, participants=(*kept, msgspec.structs.replace(envoy, role="party")))
    kept = (p for p in claim.participants if p.role != "target" or p.actor.country != envoy.actor.country)
    return msgspec.structs.replace(claim, participants=(*kept, envoy))


def _is_unnamed_of(participant: Participant, envoy: Participant) -> bool:
    actor = participant.actor
    return actor.unnamed and (actor.country, actor.office) == (envoy.actor.country, envoy.actor.office)


def _hosts(claims: Iterable[EventClaim]) -> Mapping[str, Collection[str]]:
    """State → the states with whom it has to do in acts on its envoys."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for home in _side(claim, _HOMES):
            found[home] |= _side(claim, _OTHERS)
    return found


def _envoys(linked: Linked) -> Iterator[_Envoy]:
    """The envoys whom a document names, each once; those of whom it says that they serve at another time left out."""
    text = linked.document.text
    found: dict[str, tuple[Participant, set[str], bool]] = {}
    for mention in linked.mentions:
        actor = mention.actors[0] if mention.form == "person" and len(mention.actors) == 1 else None
        if actor is None or actor.office not in _OFFICES:
            continue
        first = Participant("target", actor, mention.span)
        known, posts, apart = found.get(actor.id, (first, set[str](), False))
        around = text[max(0, mention.span.start - _BEFORE) : mention.span.end]
        apart = apart or _AT_ANOTHER_TIME.search(around) is not None
        found[actor.id] = known, posts | set(_posts(text, mention.span.start, mention.span.end)), apart
    yield from (_Envoy(envoy, frozenset(posts)) for envoy, posts, apart in found.values() if not apart)


def _posts(text: str, start: int, end: int) -> Iterator[str]:
    """The states, or the empty code of a body, named as a post: "ambassador to Peru, Ana Rao", "Rao, in Lima"."""
    last = end + _BEHIND if _TRAILING.match(text, end) else end
    words = text[start:last]
    for match in find_names(words):
        if _POST.search(words, 0, match.start):
            yield _governing(match.entries[0])


def _governing(entry: object) -> str:
    code = entry.code if isinstance(entry, Country) else entry.governed if isinstance(entry, City) else None
    return code or ""
