"""Who is who in one document: phrases with names → persons, each with one actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date
from functools import cache

import msgspec

from communique.codebook import LEADING_RANKS, Office, Organisation, Person, organisations, ranks
from communique.linking._genders import Gender, given_name_gender
from communique.linking._listed import fuller, is_stranger, known, office_on
from communique.linking._spelling import fold, same_given, slug
from communique.linking._titles import Phrase
from communique.types import Actor, When

__all__ = ["COUNTERPART", "Entity", "People", "office_words", "people", "ranks_of"]

COUNTERPART = "counterpart"
"""Id of the office that "his Chinese counterpart" names: it is the office of whom "his" means."""

_SERVANTS = frozenset({"secretary-general", "deputy-secretary-general", "director-general", "high-representative"})
"""Offices of bodies of many states."""

_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "gen", "president", "minister"})


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person as the whole document shows them; ``names`` are the written forms, longest first.

    ``bodies`` are ids of the organisations whose officer the document says they are.
    """

    names: tuple[tuple[str, ...], ...]
    person: Person | None = None
    country: str | None = None
    office: str | None = None
    office_ids: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    told: Gender | None = None
    international: bool = False

    @property
    def gender(self) -> Gender | None:
        """What title and honorific tell, else the given name; null where nothing does."""
        written = self.person.name.split() if self.person is not None else self.names[0]
        return self.told or (given_name_gender(written[0]) if len(written) > 1 else None)

    @property
    def home(self) -> str | None:
        """The country that the person acts for; who heads a body of many states acts for none."""
        serves = self.international or (self.person is not None and _serves_many(self.person, self.office_ids))
        return self.country or (self.person.country if self.person and not serves else None)

    @property
    def actor(self) -> Actor:
        """The actor: known persons by the table's name, others by the longest form in the text."""
        written = " ".join(self.names[0])
        name = self.person.name if self.person else written
        country = self.home
        identity = (self.person and self.person.wikidata) or slug(name, country)
        return Actor(identity, name, "person", country, self.office)


@cache
def _of_many() -> frozenset[str]:
    return frozenset(body.id for body in organisations() if body.country is None)


def _serves_many(person: Person, offices: Sequence[str]) -> bool:
    """Whether the office that the document gives is one that the person held in a body of many states alone.

    "Secretary General Jens Stoltenberg", of whom no text has to tell that he is of NATO.
    """
    held = [tenure for tenure in person.offices if tenure.office in _SERVANTS and tenure.office in offices]
    return bool(held) and all(tenure.organisation in _of_many() for tenure in held)


class People(msgspec.Struct, frozen=True):
    """The persons of a document, and for each phrase (by its start) which of them it names."""

    entities: tuple[Entity, ...]
    by_start: dict[int, int]

    def at(self, start: int) -> Entity | None:
        """The person that the phrase beginning at ``start`` names."""
        index = self.by_start.get(start)
        return None if index is None else self.entities[index]

    def holder(self, country: str | None, offices: Sequence[Office], effects: Sequence[str] = ()) -> Entity | None:
        """The one person of the document who holds one of ``offices`` for ``country``."""
        wanted = set(office_ids(offices, effects))
        ranks = {r for o in wanted if (r := ranks_of(o))}
        own = [e for e in self.entities if country is None or e.home == country]
        fitting = [e for e in own if wanted & _offices(e)] or [
            e for e in own if any(_is_vaguely(o, e) for o in wanted) or (ranks & _ranks(e) and not wanted & _CROWNS)
        ]
        return fitting[0] if len(fitting) == 1 or (fitting and country is not None) else None

    def officer(self, body: Organisation, offices: Sequence[Office], effects: Sequence[str]) -> Entity | None:
        """The one person of the document who holds one of ``offices`` of an organisation."""
        return self._among({i for i, e in enumerate(self.entities) if body.id in e.bodies}, offices, effects)

    def told_holder(self, offices: Sequence[Office], effects: Sequence[str], start: int) -> Entity | None:
        """The only person named before ``start`` who holds one of ``offices``."""
        return self._among({index for place, index in self.by_start.items() if place < start}, offices, effects)

    def _among(self, some: Set[int], offices: Sequence[Office], effects: Sequence[str]) -> Entity | None:
        """The one of some persons, by their indices, who holds one of ``offices``."""
        entities = tuple(entity for index, entity in enumerate(self.entities) if index in some)
        return People(entities, {}).holder(None, offices, effects)

    def holders(self, offices: Iterable[Office]) -> tuple[Entity, ...]:
        """All persons of the document who hold one of ``offices``, for "the presidents"."""
        wanted = {o.id for o in offices}
        ranks = {r for o in wanted if (r := ranks_of(o))}
        exact = tuple(e for e in self.entities if wanted & _offices(e))
        return exact if len(exact) >= 2 else tuple(e for e in self.entities if ranks & _ranks(e))

    def genders(self) -> dict[str, Gender]:
        """Id of an actor → woman or man, of those of whom the document or the codebook tells."""
        return {e.actor.id: e.gender for e in self.entities if e.gender is not None}

    def on(self, published: When | None) -> People:
        """The same persons, with the office that the codebook knows they held then where the document names none."""
        if published is None or published.earliest is None or published.latest is None:
            return self
        first, last = published.earliest, published.latest
        entities = (
            msgspec.structs.replace(e, office=office_on(e.person, first, last)) if e.person and not e.office else e
            for e in self.entities
        )
        return People(tuple(entities), self.by_start)


_CROWNS = frozenset({"king", "queen", "emir", "sultan", "emperor", "pope", "taoiseach"})
"""Offices of which nobody speaks by another name: "the emir" is no king."""
_LEADERS = frozenset({"leader", "party-leader", "general-secretary"})


def _is_vaguely(office: str, entity: Entity) -> bool:
    """Whether somebody is meant by "the leader" or "the minister"."""
    tenures = entity.person.offices if entity.person else ()
    held = {*(o.removeprefix(_DEPUTY) for o in entity.office_ids), *(t.office for t in tenures)}
    if office == "leader":
        return any(ranks_of(o) in LEADING_RANKS for o in held) or bool(held & _LEADERS)
    return office == "minister" and any("minister" in o and o != "prime-minister" for o in held)


def ranks_of(office: str) -> str | None:
    """The rank of an office by its id; null where it has none."""
    return ranks().get(office)


_DEPUTY = "deputy of "


def office_ids(offices: Iterable[Office], effects: Sequence[str]) -> tuple[str, ...]:
    """The ids of what a title says somebody is: a deputy foreign minister is no foreign minister."""
    lower = _DEPUTY if "deputy" in effects else ""
    return tuple(f"{lower}{o.id}" for o in offices)


def _offices(entity: Entity) -> set[str]:
    tenures = entity.person.offices if entity.person else ()
    return {*entity.office_ids, *(t.office for t in tenures if t.end is None)}


def _ranks(entity: Entity) -> set[str]:
    tenures = entity.person.offices if entity.person else ()
    return {r for o in (*entity.office_ids, *(t.office for t in tenures)) if (r := ranks_of(o))}


def office_words(offices: Sequence[Office], effects: Sequence[str]) -> str | None:
    """The office in the codebook's words: "deputy foreign minister", "former president"."""
    if not offices or offices[0].id == COUNTERPART:
        return None
    prefix = {"then": "", "past": "former ", "future": "incoming ", "deputy": "deputy ", "acting": "acting "}
    words = "".join(prefix.get(e, "") for e in dict.fromkeys(effects))
    office = offices[0]
    if office.id == "deputy-prime-minister":  # "Deputy Prime Minister and Foreign Minister": what he does is the second
        office = next((o for o in offices if o.id == "foreign-minister"), office)
    return words + office.name


def people(phrases: Sequence[Phrase], mentioned: frozenset[str], on: date | None = None) -> People:
    """Gather the named phrases of one document.

    ``mentioned`` are the countries that it speaks of; ``on`` is the day of its publication, null where unknown.
    """
    named = [_listed(p, mentioned) for p in phrases if p.name]
    entities: list[Entity] = []
    by_start: dict[int, int] = {}
    full = [p for p in named if len(_words(p)) > 1 or p.person]
    short = [p for p in named if not (len(_words(p)) > 1 or p.person)]
    for phrase in full:
        _place(phrase, entities, by_start)
    bearers = _bearers(entities)
    for phrase in short:
        _place_short(phrase, entities, by_start, bearers, lambda word, p: known(word, p, mentioned, on, p.gender))
    resolved = _counterparts(phrases, entities, by_start)
    return _told_apart(phrases, People(tuple(resolved), by_start))


def _told_apart(phrases: Sequence[Phrase], who: People) -> People:
    """Who is named here and called "the Brazilian president" there holds that office in this report."""
    for phrase in phrases:
        bare = not phrase.name and not phrase.plural and not phrase.effects and len(phrase.countries) <= 1
        ranked = [o for o in phrase.offices if o.rank] if bare and phrase.organisation is None else []
        holder = who.holder(next(iter(phrase.countries), None), ranked) if ranked else None
        if holder is not None and holder.office is None and {o.id for o in ranked} & _held(holder):
            told = msgspec.structs.replace(holder, office=office_words(ranked, ()), office_ids=office_ids(ranked, ()))
            who = People(tuple(told if e is holder else e for e in who.entities), who.by_start)
    return who


def _held(entity: Entity) -> set[str]:
    return {t.office for t in entity.person.offices} if entity.person else set()


def _listed(phrase: Phrase, mentioned: frozenset[str]) -> Phrase:
    """A phrase with the listed person whom its name means in a fuller or a shorter form or with a slip."""
    if phrase.person and not phrase.offices and not phrase.countries:
        meant = tuple(p for p in phrase.person if not is_stranger(p, mentioned))
        return msgspec.structs.replace(phrase, person=meant)
    offices = (o.id for o in phrase.offices)
    person = None if phrase.person else fuller(_words(phrase), phrase.countries, offices, mentioned)
    return phrase if person is None else msgspec.structs.replace(phrase, person=(person,))


def _words(phrase: Phrase) -> tuple[str, ...]:
    return tuple(w for w in phrase.name if fold(w).rstrip(".") not in _HONORIFICS)


def _place(phrase: Phrase, entities: list[Entity], by_start: dict[int, int]) -> None:
    for index, entity in enumerate(entities):
        if _same(entity, phrase):
            entities[index] = _enrich(entity, phrase)
            by_start[phrase.start] = index
            return
    if phrase.certain or phrase.offices:
        by_start[phrase.start] = len(entities)
        entities.append(_new(phrase))


def _place_short(
    phrase: Phrase,
    entities: list[Entity],
    by_start: dict[int, int],
    bearers: dict[str, list[int]],
    look_up: Callable[[str, Phrase], Person | None],
) -> None:
    word = fold(_words(phrase)[-1] if _words(phrase) else phrase.name[-1])
    matches = [i for i in bearers.get(word, ()) if _country_fits(entities[i], phrase)]
    apart = bool(matches) and not any(_may_hold(entities[i], phrase) for i in matches)
    known = look_up(word, phrase) if not phrase.placed and (apart or not matches) else None
    if matches and (known is None or not {o.id for o in phrase.offices} & {t.office for t in known.offices}):
        index = matches[-1] if phrase.offices else matches[0]
        entities[index] = _enrich(entities[index], phrase)
        by_start[phrase.start] = index
        return
    if known is None and not phrase.offices:
        return
    by_start[phrase.start] = len(entities)
    entity = _new(msgspec.structs.replace(phrase, person=(known,)) if known is not None else phrase)
    for form in _short_forms(entity):
        bearers.setdefault(form, []).append(len(entities))
    entities.append(entity)


def _may_hold(entity: Entity, phrase: Phrase) -> bool:
    """ "King Salman" beside "Crown Prince Mohammed bin Salman" is not he, if there is a king of the name."""
    return not phrase.offices or not entity.office_ids or bool({o.id for o in phrase.offices} & _offices(entity))


def _bearers(entities: Sequence[Entity]) -> dict[str, list[int]]:
    """Short form, folded → the persons of the document that it may mean, in order."""
    table: dict[str, list[int]] = {}
    for index, entity in enumerate(entities):
        for form in _short_forms(entity):
            table.setdefault(form, []).append(index)
    return table


def _short_forms(entity: Entity) -> set[str]:
    """Each word of the names in the text, and the short names that the codebook knows."""
    known = entity.person
    listed = (*known.short_names, known.family_name or "") if known is not None else ()
    return {fold(word) for word in (*listed, *(w for form in entity.names for w in form)) if word}


def _same(entity: Entity, phrase: Phrase) -> bool:
    if entity.person is not None and entity.person in phrase.person:
        return True
    if not _country_fits(entity, phrase):
        return False
    words = _words(phrase)
    if _leads_with_family(entity, words):
        return any({*map(fold, form)} == {*map(fold, words)} for form in entity.names)
    return any(_same_name(form, words) for form in entity.names if len(form) > 1)


def _leads_with_family(entity: Entity, words: Sequence[str]) -> bool:
    """Kim Yong Il is not Kim Jong Il, though Yan may be Jan: of three words, one of whom the family's name leads."""
    family = entity.person.family_name if entity.person is not None else None
    return len(words) > 2 and family is not None and fold(family) == fold(words[0])


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Same family name at the end or at the front, and given names that agree in some romanisation.

    Of as many names each has to: Luis Aldo Vega is not Luis Bruno Vega.
    """
    if len(other) < 2:
        return False
    a, b = [fold(w) for w in one], [fold(w) for w in other]
    if a[0][:1] != b[0][:1] and a[-1][:1] != b[-1][:1] and not set(a) & set(b):
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    if len(a) == len(b):
        return all(same_given(x, y) for x, y in zip(one, other, strict=True))
    return a[-1] == b[-1] and same_given(one[0], other[0])


def _country_fits(entity: Entity, phrase: Phrase) -> bool:
    country = entity.home
    return len(phrase.countries) != 1 or country is None or country == phrase.countries[0]


def _new(phrase: Phrase) -> Entity:
    person = _best(phrase)
    country = phrase.countries[0] if len(phrase.countries) == 1 else None
    body = phrase.organisation if not phrase.countries else None
    movement = body.country if body is not None and body.kind != "armed-group" else None  # rebels are not the state's
    international = body is not None and body.country is None and not phrase.effects
    return Entity(
        names=(_words(phrase) or phrase.name,),
        person=person,
        country=country or (movement if person is None else None),
        international=international,
        office=office_words(phrase.offices, phrase.effects),
        office_ids=office_ids(phrase.offices, phrase.effects),
        bodies=(phrase.organisation.id,) if phrase.organisation is not None else (),
        told=phrase.gender,
    )


def _best(phrase: Phrase) -> Person | None:
    """Of several persons of one name the one whose country the phrase names; a lone one as it is."""
    fitting = [p for p in phrase.person if p.country in phrase.countries] if phrase.countries else list(phrase.person)
    return fitting[0] if fitting else None


def _enrich(entity: Entity, phrase: Phrase) -> Entity:
    fresh = _new(phrase)
    names = sorted({*entity.names, *fresh.names}, key=lambda n: (-len(n), n))
    return Entity(
        names=tuple(names),
        person=entity.person or fresh.person,
        country=entity.country or fresh.country,
        office=_higher(entity, fresh),
        office_ids=tuple(dict.fromkeys((*entity.office_ids, *fresh.office_ids))),
        bodies=tuple(dict.fromkeys((*entity.bodies, *fresh.bodies))),
        told=entity.told or fresh.told,
        international=entity.international or fresh.international,
    )


def _higher(entity: Entity, fresh: Entity) -> str | None:
    """The office told first, or the one that leads the state: "Gen. Rao" is the president told further down."""
    higher = not _ranked(entity.office_ids) and _ranked(fresh.office_ids)
    return fresh.office if entity.office is None or higher else entity.office


def _ranked(ids: Iterable[str]) -> bool:
    return any(ranks_of(identity) for identity in ids)


def _counterparts(phrases: Sequence[Phrase], entities: Sequence[Entity], by_start: dict[int, int]) -> Sequence[Entity]:
    """Give a named counterpart the office of the person named before."""
    result = list(entities)
    before: Entity | None = None
    for phrase in phrases:
        index = by_start.get(phrase.start)
        if index is None:
            continue
        counterpart = any(o.id == COUNTERPART for o in phrase.offices)
        if counterpart and before is not None and result[index].office is None:
            ids = tuple(dict.fromkeys((*result[index].office_ids, *before.office_ids)))
            result[index] = msgspec.structs.replace(result[index], office=before.office, office_ids=ids)
        elif not counterpart:
            before = result[index]
    return result
