"""Matches and phrases → mentions with actors and places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import Body, City, Country, Organisation, ambiguous_names, bodies, cities, countries
from communique.codebook.calendar import NUMERALS
from communique.codebook.words import any_of
from communique.linking._candidates import NOT_PERSONS, Candidate
from communique.linking._gazetteer import Match, find_names
from communique.linking._people import COUNTERPART, People, office_words
from communique.linking._records import Form, Mention
from communique.linking._spelling import slug
from communique.linking._titles import Item, Phrase
from communique.types import Actor, Place, Span

__all__ = [
    "OF_THE_TWO",
    "body_mentions",
    "capital_mentions",
    "capital_of",
    "city_named",
    "city_place",
    "holder",
    "join_ambiguous",
    "ministries_named",
    "office_mentions",
    "organisation_actor",
    "organisations_named",
    "person_mentions",
    "place_mentions",
    "place_of",
    "state_of",
]

# "the president of Jordan", "Ambassador to Chad": the place belongs to what stands before it.
_OWNED = re.compile(r"\bof $|\b(?:[A-Z][a-z]+|ambassador|envoy|commissioner) (?:to|in) $")
_THING = re.compile(r"(?: [A-Z][a-z]+){1,2}\b")
OF_THE_TWO = r" (?:of|from) (?:the two|both|their)\b"
"""What leads to the two of whom one has told: "the ministers of the two rivals"."""

_OF_THE_TWO = re.compile(OF_THE_TWO)
_NUMBER = re.compile(
    rf"\b(?i:\d[\d,.]*|{any_of(NUMERALS)}|dozens of|scores of|hundreds of|several)(?: [a-z-]+){{0,2}} $"
)
_THERE = (" the ", ", the ")
_LONGEST_NUMBER = 40
_STATE_SEATS = frozenset({"presidency", "government"})
_VAGUE_GROUPS = frozenset({"official", "diplomat", "lawmaker", "negotiator"})


@cache
def _by_code() -> dict[str, Country]:
    return {c.code: c for c in countries()}


@cache
def state_of(code: str) -> Actor | None:
    """The state with this alpha-3 code as an actor."""
    country = _by_code().get(code)
    if country is None:
        return None
    return Actor(country.wikidata or country.code.lower(), country.name, "state", country.code)


@cache
def place_of(code: str) -> Place | None:
    """The country with this alpha-3 code as a place; its coordinates are its capital's."""
    country = _by_code().get(code)
    return _country_place(country, None) if country else None


def city_named(words: str) -> Place | None:
    """The only city of the name with which words begin that stand outside the text: "LIMA, Peru"."""
    heads = [match for match in find_names(words) if match.start == 0 and words[match.end :][:1] in ("", ",")]
    named = {e.name: e for match in heads for e in match.entries if isinstance(e, City)}
    city = next(iter(named.values()), None)
    return city_place(city, None) if city is not None and len(named) == 1 else None


def capital_of(code: str, span: Span) -> Place | None:
    """The capital of the country with this alpha-3 code, called so by ``span``; null where the table has none."""
    city = _capitals().get(code)
    return city_place(city, span) if city is not None else None


@cache
def _name_readings() -> frozenset[str]:
    """Names of countries and cities that are personal names too: "Jordan", "Chad", "Washington"."""
    personal = {"surname", "given-name"}
    listed = {a.name for a in ambiguous_names() if personal & set(a.readings)}
    return frozenset(listed | {n for c in cities() if personal & set(c.bare) for n in c.names})


_PLACING = re.compile(r"\b(?:in|at|near|to|from) $")


def join_ambiguous(text: str, items: Sequence[Item]) -> list[Item]:
    """ "Jordan Bardella" and "George Washington" are persons: the place is taken into the name beside it."""
    joined: list[Item] = []
    for item in items:
        if _is_person(item) and _names_thing(text, item.end):
            continue
        before = joined[-1] if joined else None
        if isinstance(before, Match) and _goes_on(text, before, item):
            joined[-1] = msgspec.structs.replace(before, end=item.end)
        elif before is not None and _one_name(text, before, item):
            joined[-1] = Candidate(before.start, item.end, tuple(text[before.start : item.end].split()), True)
        else:
            joined.append(item)
    return list(_with_surnames(text, joined))


def _with_surnames(text: str, items: Sequence[Item]) -> Iterator[Item]:
    """ "Gen. Wesley Clark said so. Clark left": no town, behind a person of that surname, unless one is in it."""
    surnames = set[str]()
    for item in items:
        name = text[item.start : item.end]
        if _is_person(item):
            surnames.update(name.split()[1:][-1:])
            yield item
        elif (
            name in surnames
            and _is_town_only(item)
            and _PLACING.search(text, max(0, item.start - 6), item.start) is None
        ):
            yield Candidate(item.start, item.end, (name,), True)
        else:
            yield item


def _is_town_only(item: Item) -> bool:
    """Whether an item names a town that is no capital and may be a surname as well."""
    entries = item.entries if isinstance(item, Match) else ()
    return bool(entries) and all(isinstance(e, City) and not e.capital and "surname" in e.bare for e in entries)


def _is_person(item: Item) -> bool:
    return isinstance(item, Candidate) or item.label == "person"


def _names_thing(text: str, end: int) -> bool:
    """ "Kim Il Sung Square", "the Zayed Grand Mosque": a place or a body named after a person is not that person."""
    thing = _THING.match(text, end)
    return thing is not None and any(word.lower() in NOT_PERSONS for word in thing[0].split())


def _goes_on(text: str, before: Match, item: Item) -> bool:
    """ "Mohamed bin Zayed Al Nahyan": a listed name, and what more of it stands behind."""
    beside = text[before.end : item.start] == " "
    return before.label == "person" and isinstance(item, Candidate) and item.certain and beside


def _one_name(text: str, before: Item, item: Item) -> bool:
    if text[before.end : item.start] != " ":
        return False
    pair = (before, item)
    candidate = any(isinstance(i, Candidate) for i in pair)
    place = any(isinstance(i, Match) and text[i.start : i.end] in _name_readings() for i in pair)
    return candidate and place and _OWNED.search(text[max(0, before.start - 24) : before.start]) is None


def person_mentions(text: str, phrases: Sequence[Phrase], people: People) -> Iterator[Mention]:
    """Phrases that name a person of the document."""
    for phrase in phrases:
        entity = people.at(phrase.start) if phrase.name else None
        if entity is not None:
            yield Mention(Span.of(text, phrase.start, phrase.end), "person", (entity.actor,))


def office_mentions(text: str, phrases: Sequence[Phrase], people: People) -> Iterator[Mention]:
    """Titles without a name: the person of the document who holds the office, else its unnamed holder."""
    for phrase in phrases:
        if phrase.name or not phrase.offices or phrase.offices[0].id == COUNTERPART:
            continue
        if phrase.plural and not phrase.countries and _OF_THE_TWO.match(text, phrase.end):
            continue  # "the top diplomats of the two rivals": whoever else holds the office is not meant
        span = Span.of(text, _counted(text, phrase), phrase.end)
        actors = _holders(phrase, span.text, people)
        if actors:
            yield Mention(span, "title", actors)


def _counted(text: str, phrase: Phrase) -> int:
    """Where the number of several begins, else the phrase: "23 Russian diplomats", "two senior Kenyan officials"."""
    number = _NUMBER.search(text, max(0, phrase.start - _LONGEST_NUMBER), phrase.start) if phrase.plural else None
    return number.start() if number is not None else phrase.start


def _number_of(words: str) -> str | None:
    """The number in front of a group: "6" of "six Kenyan diplomats"."""
    number = _NUMBER.match(f"{words.split(' ')[0]} ")
    lower = number[0].strip().lower() if number is not None else None
    return str(NUMERALS.get(lower, lower)) if lower is not None else None


def _holders(phrase: Phrase, words: str, people: People) -> tuple[Actor, ...]:
    if phrase.organisation is not None and not phrase.countries:
        return (_officer(phrase.organisation, phrase, people),)
    if not phrase.countries:
        if phrase.plural:
            holders = people.holders(phrase.offices)
            return tuple(e.actor for e in holders) if len(holders) == 2 else ()
        entity = people.holder(None, phrase.offices, phrase.effects)
        entity = entity or people.told_holder(phrase.offices, phrase.effects, phrase.start)
        return (entity.actor,) if entity else ()
    found = tuple(a for code in phrase.countries if (a := holder(code, phrase, words, people)) is not None)
    beside = phrase.organisation if phrase.plural else None  # "British and EU negotiators"
    return found if beside is None else (*found, organisation_actor(beside))


def _officer(body: Organisation, phrase: Phrase, people: People) -> Actor:
    """Who holds an office of an organisation: the one whom the document names, else its unnamed holder."""
    officer = people.officer(body, phrase.offices, phrase.effects)
    if officer is not None:
        return officer.actor
    office = office_words(phrase.offices, phrase.effects)
    if phrase.plural or office is None:
        return organisation_actor(body, office)
    name = office if body.name in office else f"{office} of {body.name}"
    return Actor(slug(body.name, office), name, "person", body.country, office)


def holder(code: str, phrase: Phrase, words: str, people: People) -> Actor | None:
    """Who holds the office of a phrase, told by these ``words``, for the state ``code``: a person named, or unnamed."""
    country = _by_code().get(code)
    if country is None:
        return None
    one = not phrase.plural or len(phrase.countries) > 1 or phrase.organisation is not None
    entity = people.holder(code, phrase.offices, phrase.effects) if one else None
    if entity is not None and not {"past", "then"} & set(phrase.effects):
        return entity.actor
    office = office_words(phrase.offices, phrase.effects)
    name = f"{office} of {country.name}"
    if not one:  # told by the words of the text: those whom one state expels are not those whom another does
        number = _number_of(words)
        called = words[0].lower() + words[1:] if number is not None else words
        return Actor(slug(number, code, phrase.offices[0].id, "group"), called, "group", code, office)
    if phrase.offices[0].id in _VAGUE_GROUPS:
        return Actor(slug(code, phrase.offices[0].id, "group"), name, "group", code, office)
    return Actor(slug(code, office), name, "person", code, office)


def organisation_actor(organisation: Organisation, office: str | None = None) -> Actor:
    """An organisation; ``office`` is that of its members' ministers through whom it acts."""
    return Actor(organisation.id, organisation.name, "organisation", organisation.country, office)


def place_mentions(text: str, items: Sequence[Item], used: frozenset[int]) -> Iterator[Mention]:
    """Countries, adjectives, cities and organisations that no phrase has used up."""
    for index, item in enumerate(items):
        if index not in used and isinstance(item, Match):
            yield from _match_mention(text, item, items)


def capital_mentions(text: str, items: Sequence[Item], used: frozenset[int]) -> Iterator[Mention]:
    """ "the Angolan capital": the city that it is, and the state."""
    for index, item in enumerate(items):
        free = index not in used and isinstance(item, Match) and item.label == "adjective"
        end = item.end + len(" capital")
        if (
            free
            and isinstance(item, Match)
            and text[item.end : end] == " capital"
            and not text[end : end + 1].isalpha()
        ):
            country = item.entries[0]
            city = _capitals().get(country.code) if isinstance(country, Country) else None
            if city is not None:
                span = Span.of(text, item.start, end)
                yield Mention(span, "place", _seat(city), city_place(city, span))


@cache
def _capitals() -> dict[str, City]:
    return {c.country: c for c in reversed(cities()) if c.capital and c.country}


def _match_mention(text: str, item: Match, items: Sequence[Item]) -> Iterator[Mention]:
    span = Span.of(text, item.start, item.end)
    entry = _pick(item, items)
    if isinstance(entry, Country):
        form: Form = "state" if item.label == "country" else "adjective"
        place = _country_place(entry, span) if item.label == "country" else None
        actor = state_of(entry.code)
        yield Mention(span, form, (actor,) if actor else (), place)
    elif isinstance(entry, City):
        elsewhere = _named_elsewhere(text, item, entry, items)
        if elsewhere is not None:
            yield Mention(span, "place", (), Place(span.text, elsewhere, evidence=span))
        else:
            yield Mention(span, "place", _seat(entry), city_place(entry, span))
    elif isinstance(entry, Organisation):
        yield Mention(span, "organisation", (organisation_actor(entry),))


def _named_elsewhere(text: str, item: Match, city: City, items: Sequence[Item]) -> str | None:
    """ "La Paz, Mexico": the country told behind a name of several cities, where it is another than the table's."""
    at = bisect_left(items, item.end, key=lambda other: other.start)
    behind = items[at] if at < len(items) else None
    if not isinstance(behind, Match) or behind.label != "country" or text[item.end : behind.start] != ", ":
        return None
    code = _code(behind)
    return code if code != city.country and code in _homonyms().get(text[item.start : item.end], ()) else None


@cache
def _homonyms() -> dict[str, tuple[str, ...]]:
    """Name → the countries that have a city of it."""
    return {a.name: a.countries for a in ambiguous_names()}


def _pick(item: Match, items: Sequence[Item]) -> object:
    """Of several entries of one name ("Congo", "Guinea") the one that the document names otherwise too."""
    if len(item.entries) == 1:
        return item.entries[0]
    others = {e for i in items if isinstance(i, Match) and len(i.entries) == 1 for e in i.entries}
    codes = {getattr(e, "code", None) or getattr(e, "country", None) for e in others}
    fitting = [e for e in item.entries if (getattr(e, "code", None) or getattr(e, "country", None)) in codes]
    return fitting[0] if fitting else item.entries[0]


def _seat(city: City) -> tuple[Actor, ...]:
    """A capital or a seat of government may stand for the state."""
    actor = state_of(city.governed) if city.governed else None
    return (actor,) if actor else ()


def _country_place(country: Country, span: Span | None) -> Place:
    return Place(country.name, country.code, country.lat, country.lon, country.wikidata, span)


def city_place(city: City, span: Span | None) -> Place:
    """A city as a place, called so by ``span``."""
    return Place(city.name, city.country, city.lat, city.lon, city.id, span)


def organisations_named(text: str, items: Sequence[Item]) -> Iterator[Mention]:
    """Organisations by their names, also within a title: "NATO Secretary General Mark Rutte"."""
    for item in items:
        entries = item.entries if isinstance(item, Match) else ()
        entry = entries[0] if entries else None
        if isinstance(entry, Organisation) and all(other == entry for other in entries):
            yield Mention(Span.of(text, item.start, item.end), "organisation", (organisation_actor(entry),))


def ministries_named(text: str, titles: Sequence[Phrase]) -> Iterator[Mention]:
    """Ministries named within a title: "Kenyan foreign ministry spokesman Rao"."""
    for phrase in titles:
        found = _ministry().search(text, phrase.start, phrase.end) if len(phrase.countries) == 1 else None
        if found is not None:
            actor = _body_actor(_ministries()[found[0].lower()], phrase.countries[0])
            yield Mention(Span.of(text, *found.span()), "body", (actor,))


@cache
def _ministries() -> dict[str, Body]:
    common = [body for body in bodies() if body.kind == "ministry" and body.country is None]
    return {name: body for body in common for name in body.names if "ministry" in name}


@cache
def _ministry() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(_ministries())})\b", re.IGNORECASE)


def body_mentions(
    text: str, items: Sequence[Item], used: frozenset[int], home: str | None
) -> Iterator[tuple[Mention, int, int]]:
    """Bodies of government with the first and last item that each uses: "Russia's Foreign Ministry".

    A ministry of which nothing says whose it is serves ``home``, the country from where the document reports, if it
    tells of that: agencies report from next door.
    """
    told = {_code(item) for item in items if isinstance(item, Match) and item.label in ("country", "adjective")}
    last: dict[str, Actor] = {}
    for index, item in enumerate(items):
        body = item.entries[0] if isinstance(item, Match) and item.label == "body" else None
        if not isinstance(body, Body) or index in used:
            continue
        first, final, code = _owner(text, items, index, body, used)
        own = home if body.kind == "ministry" and home in told else None
        actor = _body_actor(body, code) if code else last.get(body.id) or (_body_actor(body, own) if own else None)
        if actor is None:
            continue
        last[body.id] = actor
        span = Span.of(text, items[first].start, items[final].end)
        place = Place(body.name, body.country, evidence=span) if body.place and body.country else None
        yield Mention(span, "body", (actor,), place), first, final


def _owner(
    text: str, items: Sequence[Item], index: int, body: Body, used: frozenset[int]
) -> tuple[int, int, str | None]:
    """The item that owns a body, before it ("Russian …", "Russia's …") or after it ("… of Russia").

    The second of a pair owns none: "India-Peru Foreign Office Consultations".
    """
    before = items[index - 1] if index and index - 1 not in used else None
    after = items[index + 1] if index + 1 < len(items) and index + 1 not in used else None
    paired = before is not None and text[before.start - 1 : before.start] in ("-", "–") and before.start > 0
    if isinstance(before, Match) and before.label in ("adjective", "country") and not paired:
        gap = text[before.end : items[index].start]
        if gap in (" ", "'s ", "’s ", "' ", "’ "):
            return index - 1, index, _code(before)
    there = _in_capital(text, before, items[index].start) if body.country is None and body.kind != "embassy" else None
    if there is not None:
        return index, index, there
    follows = isinstance(after, Match) and text[items[index].end : after.start] in (" of ", " of the ")
    if follows and isinstance(after, Match) and after.label == "country":
        return index, index + 1, _code(after)
    seated = isinstance(after, Match) and text[items[index].end : after.start] == " in " and body.country is None
    seated = seated and body.kind != "embassy"  # one in Oslo is not Norway's
    if seated and isinstance(after, Match) and isinstance(after.entries[0], City | Country):
        place = after.entries[0]  # "Parliament in Nairobi": the place stays a mention of its own
        return index, index, place.code if isinstance(place, Country) else place.country
    return index, index, body.country


def _in_capital(text: str, before: Item | None, start: int) -> str | None:
    """ "In Lima the foreign ministry": the state whose capital stands before a body."""
    city = before.entries[0] if isinstance(before, Match) else None
    if before is None or not isinstance(city, City) or not city.capital or text[before.end : start] not in _THERE:
        return None
    return city.country if text[max(0, before.start - 3) : before.start] in ("In ", "in ") else None


def _code(item: Match) -> str | None:
    entry = item.entries[0]
    return entry.code if isinstance(entry, Country) else None


def _body_actor(body: Body, code: str) -> Actor:
    country = _by_code().get(code)
    name = body.name if body.country or country is None else f"{body.name} of {country.name}"
    if body.metonym and body.kind in _STATE_SEATS:
        return state_of(code) or Actor(body.id, name, "government", code)
    identity = body.id if body.country else slug(code, body.id)
    return Actor(identity, name, "government", code)
