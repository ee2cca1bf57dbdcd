"""Who the participants are: their countries, names and offices, and one id for one person across texts.

Linking is measured by itself: every participant whose name stands in its text is looked up there, whether or not
the coder finds the event. Of the events that it finds, the countries and offices of participants are counted too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec
from rapidfuzz.fuzz import ratio

from communique.codebook import Body, Country, Office, Organisation
from communique.evaluation.align import Alignment
from communique.evaluation.counts import Share
from communique.evaluation.gold import GoldDocument, GoldParticipant
from communique.evaluation.names import ALIKE, bare_name, folded, pairings, same_name
from communique.linking import Linked, Mention, find_names
from communique.types import Actor

__all__ = ["ActorScores", "same_office", "score_actors"]

_TABLE = Path(__file__).parent / "persons.toml"
_PRONOUNS = frozenset({"He", "She", "They", "His", "Her", "Their"})
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant)\b", re.IGNORECASE)


class ActorScores(msgspec.Struct, frozen=True):
    """Right answers among participants whose names stand in their texts; ``paired_*`` among those of paired events.

    ``same_id`` counts pairs of texts that name one person; ``shared_ids`` pairs of persons under one id, in words.
    """

    country: Share
    name_office: Share
    same_id: Share
    shared_ids: tuple[str, ...]
    paired_country: Share
    paired_office: Share
    lines: tuple[str, ...]


class _Persons(msgspec.Struct, frozen=True):
    same: tuple[tuple[str, ...], ...]
    others: frozenset[str]


class _Named(msgspec.Struct, frozen=True):
    """A participant of one text, over all its events, and the mentions of linking where the name stands."""

    document: str
    name: str
    country: str | None
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def is_person(self) -> bool:
        return _is_person(self.name)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All that linking gives for the name."""
        return tuple(dict.fromkeys(a for m in self.mentions for a in m.actors))


def score_actors(
    documents: Sequence[GoldDocument], linked: Sequence[Linked], alignments: Sequence[Alignment]
) -> ActorScores:
    """Compare the participants of ``documents`` with what ``linked``, one a document, makes of their names."""
    named = [n for d, found in zip(documents, linked, strict=True) for n in _named(d, found)]
    offices = [n for n in named if n.is_person or n.roles]
    paired = [p for a in alignments for p in _paired(a)]
    holders = [(p, actor) for p, actor in paired if p.role and actor.kind == "person"]
    return ActorScores(
        country=Share.among(map(_country_right, named)),
        name_office=Share.among(map(_name_and_office_right, offices)),
        same_id=Share.among(one == other for _, one, other in _pairs(named)),
        shared_ids=tuple(_shared_ids(named)),
        paired_country=Share.among(p.country == actor.country for p, actor in paired),
        paired_office=Share.among(same_office((p.role or "",), actor.office) for p, actor in holders),
        lines=tuple(_lines(named)),
    )


def same_office(roles: Iterable[str], office: str | None) -> bool:
    """Whether an office in the codebook's words is one that the text's words name; a deputy is not the chief.

    "acting", "former" and "then" are left aside; words that the codebook does not know must have one in common.
    """
    return any(_same_office(role, office or "") for role in roles)


def _same_office(role: str, office: str) -> bool:
    wanted, found = _offices_in(role), _offices_in(office)
    second = any(_DEPUTY.search(o) for o in wanted & found)  # "undersecretary" is a deputy minister without the word
    if not second and bool(_DEPUTY.search(role)) is not bool(_DEPUTY.search(office)):
        return False
    return bool(wanted & found) or bool(set(folded(role)) & set(folded(office)) - {"of", "the"} and not wanted)


@cache
def _offices_in(words: str) -> frozenset[str]:
    return frozenset(e.id for m in find_names(words) for e in m.entries if isinstance(e, Office))


def _named(document: GoldDocument, linked: Linked) -> Iterator[_Named]:
    """The participants of a text whose names, or words for them, stand in it; the rest is left out."""
    everyone = [p for event in document.events for p in event.participants]
    for name, country in dict.fromkeys((p.name, p.country) for p in everyone):
        own = [p for p in everyone if (p.name, p.country) == (name, country)]
        places = [hit.span() for form in _forms(own) for hit in _whole(form).finditer(linked.document.text)]
        if places:
            called = [p for p in everyone if _canonical(p.name) == _canonical(name)]
            roles = tuple(dict.fromkeys(p.role for p in called if p.role))
            yield _Named(document.id, name, country, roles, _mentions(linked, places, _is_person(name) or bool(roles)))


def _mentions(linked: Linked, places: Sequence[tuple[int, int]], person: bool) -> tuple[Mention, ...]:
    """The mentions at the places where the name stands: of persons where one is meant, of others where not.

    Those that are the very words count alone where there are such: "Sudan", not the "Sudan" of a party's name.
    """
    at = [m for m in linked.mentions if any(m.span.start < end and start < m.span.end for start, end in places)]
    if person:
        return tuple(m for m in at if m.form == "title" or any(a.kind == "person" for a in m.actors))
    very = [m for m in at if (m.span.start, m.span.end) in places]
    return tuple(very or [m for m in at if m.form not in ("person", "title")] or at)


def _forms(own: Sequence[GoldParticipant]) -> Sequence[str]:
    """The words for a participant: the name, and as the annotator saw it where that names anything.

    What is only described ("boats", "the two sides") has none.
    """
    written = [p.as_written for p in own if p.as_written]
    if _is_person(own[0].name):
        return tuple(dict.fromkeys([own[0].name, *(w for w in written if _capitals(w))]))
    return tuple(dict.fromkeys(form for form in (own[0].name, *written) if _names_something(form, own[0].country)))


def _names_something(words: str, country: str | None) -> bool:
    """Whether words name a state, a body or an office; who has no country must be an organisation."""
    entries = [e for match in find_names(words) for e in match.entries]
    return any(country is not None or isinstance(e, Organisation) for e in entries)


def _capitals(words: str) -> bool:
    """Whether words are a name: "Hun", "President Bush", not "the general", "He" nor "her husband Bill"."""
    return words not in _PRONOUNS and all(word[0].isupper() for word in words.split())


def _whole(name: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)")


def _country_right(named: _Named) -> bool:
    """Whether all that linking gives is of the country; a name that it does not find is wrong."""
    countries = [{a.country for a in m.actors} for m in named.mentions]
    return bool(countries) and all(named.country in found for found in countries)


def _name_and_office_right(named: _Named) -> bool:
    actors = named.actors
    right_name = not named.is_person or all(_right_name(named.name, a.name) for a in actors)
    return bool(actors) and right_name and (not named.roles or all(same_office(named.roles, a.office) for a in actors))


def _right_name(gold: str, name: str) -> bool:
    """Whether the name is the person's, in one of the spellings: with the given name where the annotator has it."""
    for spelling in _spellings(gold):
        one, other = bare_name(spelling), bare_name(name)
        if ratio(" ".join(one), " ".join(other)) >= ALIKE:
            return True
        if same_name(spelling, name) and (len(other) > 1 or len(one) == 1):
            return True
    return False


def _pairs(named: Sequence[_Named]) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Each two texts that name one person, with the ids that linking gives there; what it does not find is left out."""
    units: dict[str, list[frozenset[str]]] = {}
    for n in named:
        ids = frozenset(a.id for a in n.actors)
        if n.is_person and ids:
            units.setdefault(_canonical(n.name), []).append(ids)
    for name, found in units.items():
        for one, other in combinations(found, 2):
            yield name, one if len(one) == 1 else frozenset(), other


def _shared_ids(named: Sequence[_Named]) -> Iterator[str]:
    """Each id that stands for two persons, with both."""
    bearers: dict[str, dict[str, str]] = {}
    for n in named:
        for actor in n.actors:
            if n.is_person and actor.kind == "person":  # "23 diplomats" are a group, whatever the annotator calls it
                bearers.setdefault(actor.id, {}).setdefault(_canonical(n.name), n.document)
    for identity, persons in bearers.items():
        for (one, here), (other, there) in combinations(persons.items(), 2):
            yield f"{here} {there}\tone id for two persons\t{identity}: {one}, {other}"


def _paired(alignment: Alignment) -> Iterator[tuple[GoldParticipant, Actor]]:
    for pair in alignment.pairs:
        yield from pairings(pair.gold.participants, [p.actor for p in pair.prediction.claim.participants])


def _lines(named: Sequence[_Named]) -> Iterator[str]:
    """A line for each participant with a wrong country, name or office, and each person with two ids."""
    for n in named:
        found = "; ".join(f"{a.name}, {a.country}, {a.office}" for a in n.actors) or "nothing"
        wanted = f"{n.name}, {n.country}, {' or '.join(n.roles) or None}"
        if not _country_right(n):
            yield f"{n.document}\twrong country\t{wanted}\t{found}"
        if (n.is_person or n.roles) and not _name_and_office_right(n):
            yield f"{n.document}\twrong name or office\t{wanted}\t{found}"
    apart = {(name, *sorted(one | other)) for name, one, other in _pairs(named) if one != other}
    yield from (f"ids apart\t{name}\t{', '.join(ids)}" for name, *ids in sorted(apart))


@cache
def _persons() -> _Persons:
    return msgspec.toml.decode(_TABLE.read_bytes(), type=_Persons)


def _spellings(name: str) -> tuple[str, ...]:
    return next((group for group in _persons().same if name in group), (name,))


def _canonical(name: str) -> str:
    return _spellings(name)[0]


@cache
def _is_person(name: str) -> bool:
    """Whether an annotator's name is a person's: not described, and no state, body or organisation."""
    if name[:1].islower() or name in _persons().others:
        return False
    things = (Country, Body, Organisation, Office)
    return not any(isinstance(e, things) and _spans(m.start, m.end, name) for m in find_names(name) for e in m.entries)


def _spans(start: int, end: int, name: str) -> bool:
    """Whether a match is the whole name, or the office that heads a description ("Ambassador of Norway")."""
    return (start, end) == (0, len(name)) or re.match(r"[^.]* of |US ", name) is not None
