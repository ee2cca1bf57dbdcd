"""A document and its parse in; mentions of actors and places, and expressions of time, out.

Names come from the codebook's gazetteer and from capitalised words beside titles; a document is read
as a whole, so that "Lavrov" is the minister named in full elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from communique.codebook import City, Country, Organisation, Person
from communique.linking._ambiguous import decided
from communique.linking._candidates import candidates
from communique.linking._distant import OTHER_HEAD
from communique.linking._gazetteer import Match, find_names
from communique.linking._genders import given_name_gender
from communique.linking._headquarters import headquarters
from communique.linking._listed import has_led, is_listed
from communique.linking._mentions import (
    body_mentions,
    capital_mentions,
    capital_of,
    city_named,
    join_ambiguous,
    ministries_named,
    office_mentions,
    organisations_named,
    person_mentions,
    place_mentions,
    place_of,
    state_of,
)
from communique.linking._owners import home_country, with_owners
from communique.linking._people import People, people
from communique.linking._pointing import latter
from communique.linking._possessed import possessed
from communique.linking._records import Form, Linked, Mention
from communique.linking._references import counterparts, lands, references, shared_titles
from communique.linking._short_forms import called_again
from communique.linking._spelling import slug
from communique.linking._stand_ins import stand_ins
from communique.linking._tenures import in_office, terms_begun
from communique.linking._titles import Item, Phrase, phrases
from communique.linking.times import (
    Names,
    Stretches,
    TimeExpression,
    common,
    find_times,
    infer_published,
    narrowed,
    newest_told,
    occasions,
)
from communique.parsing import Parse
from communique.types import Document

__all__ = [
    "OTHER_HEAD",
    "Form",
    "Linked",
    "Match",
    "Mention",
    "capital_of",
    "city_named",
    "find_names",
    "given_name_gender",
    "headquarters",
    "is_listed",
    "link",
    "place_of",
    "slug",
    "state_of",
]


_HOUSE = re.compile(r" (?:Al|bin|ibn|Bin|Ibn)[ -][A-Z][\w'’-]+")


def link(document: Document, parse: Parse, *, today: date | None = None) -> Linked:
    """Link a parsed document.

    An unknown publication date is inferred where the calendar leaves one answer while the persons in
    the lead were in office, at the latest ``today`` (default: the clock's day).
    """
    text = parse.text
    times = find_times(text)
    home = home_country(document.dateline, document.url)
    items = _items(parse, home)
    titles, used = phrases(text, items)
    on = document.published.latest if document.published else None
    who = people(titles, _countries(items), on)
    who = with_owners(text, items, titles, who, home)
    until_today: Stretches = ((date.min, today or date.today()),)
    possible = common(in_office(titles, who, text, newest_told(text, times)), until_today) or until_today
    dated = _dated(document, times, possible, _names(items, titles, who))
    mentions = _mentions(parse, items, titles, used, who.on(dated.published), home)
    return Linked(dated, parse, mentions, times)


def _dated(document: Document, times: Sequence[TimeExpression], possible: Stretches, names: Names) -> Document:
    text, told = document.text, document.published
    if told is not None:
        if told.day is not None:
            return document
        return msgspec.structs.replace(document, published=narrowed(text, times, told))
    clues = tuple(occasions(text, times, names))
    published = infer_published(text, times, possible=possible, occasions=clues, captions=document.captions)
    return msgspec.structs.replace(document, published=published)


def _names(items: Sequence[Item], titles: Sequence[Phrase], who: People) -> Names:
    """The names by which occasions are known, and where they stand."""
    matches = [item for item in items if isinstance(item, Match)]
    return Names(
        countries=tuple((m.start, m.end, e.code) for m in matches for e in m.entries if isinstance(e, Country)),
        persons=tuple(_countries_of(titles, who)),
        terms=tuple(terms_begun(titles, who)),
        organisations=tuple((m.start, m.end, e.id) for m in matches for e in m.entries if isinstance(e, Organisation)),
        cities=tuple((m.start, m.end, e.name) for m in matches for e in m.entries if isinstance(e, City)),
    )


def _countries_of(titles: Sequence[Phrase], who: People) -> Iterator[tuple[int, int, str]]:
    for title in titles:
        entity = who.at(title.start) if title.name else None
        if entity is not None and entity.person is not None and entity.person.country is not None:
            yield title.start, title.end, entity.person.country


def _mentions(
    parse: Parse, items: Sequence[Item], titles: Sequence[Phrase], used: frozenset[int], who: People, home: str | None
) -> tuple[Mention, ...]:
    text = parse.text
    bodies = list(body_mentions(text, items, used, home))
    taken = used | {i for _, first, last in bodies for i in range(first, last + 1)}
    named = _ordered([
        *person_mentions(text, titles, who),
        *office_mentions(text, titles, who),
        *(mention for mention, _, _ in bodies),
        *place_mentions(text, items, taken),
        *capital_mentions(text, items, taken),
    ])  # fmt: skip
    named = _ordered([*named, *counterparts(text, titles, named)])
    told = [*organisations_named(text, items), *ministries_named(text, titles), *named]
    named = _ordered([*named, *called_again(parse, told)])
    named = _ordered([*named, *lands(text, named), *latter(text, named)])
    named = _ordered([*named, *stand_ins(parse, named, home)])
    named = _ordered([*named, *shared_titles(text, titles, named, [s.start for s in parse.sentences])])
    named = _ordered([*named, *references(parse, named, who.genders())])
    return _ordered([*possessed(parse, titles, named, who), *named])


def _with_house(text: str, match: Match) -> Match:
    """A listed person with the name of the house that follows: "Hamad bin Rashid Al Nahyan"."""
    found = _HOUSE.match(text, match.end) if match.label == "person" else None
    return match if found is None else msgspec.structs.replace(match, end=found.end())


def _items(parse: Parse, home: str | None) -> list[Item]:
    matches = [_with_house(parse.text, match) for match in find_names(parse.text)]
    names = candidates(
        parse.sentences,
        [(m.start, m.end) for m in matches],
        offices={m.start: m.end for m in matches if m.label == "office"},
        lands={m.start for m in matches if m.label == "country"},
    )
    items: list[Item] = sorted([*matches, *names], key=lambda item: item.start)
    return join_ambiguous(parse.text, decided(parse.text, items, home))


def _countries(items: Sequence[Item]) -> frozenset[str]:
    """The countries of which a document speaks; a person who never led one, and may be a namesake, tells of none."""
    entries = (e for i in items if isinstance(i, Match) for e in i.entries if not isinstance(e, Person) or has_led(e))
    codes = (getattr(e, "code", None) or getattr(e, "country", None) for e in entries)
    return frozenset(c for c in codes if c)


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions by place; of two that overlap the longer stays."""
    result: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if result and result[-1].span.overlaps(mention.span):
            continue
        result.append(mention)
    return tuple(result)
