"""A document and its parse in; mentions of actors and places, and expressions of time, out.

Names come from the codebook's gazetteer and from capitalised words beside titles; a document is read
as a whole, so that "Lavrov" is the minister named in full elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from communique.codebook import Person
from communique.linking._ambiguous import decided
from communique.linking._candidates import candidates
from communique.linking._gazetteer import Match, find_names
from communique.linking._listed import has_led, is_listed
from communique.linking._mentions import (
    body_mentions,
    capital_mentions,
    join_ambiguous,
    office_mentions,
    person_mentions,
    place_mentions,
    place_of,
    state_of,
)
from communique.linking._owners import home_country, with_owners
from communique.linking._people import People, people
from communique.linking._records import Form, Linked, Mention
from communique.linking._references import counterparts, references
from communique.linking._spelling import slug
from communique.linking._tenures import in_office
from communique.linking._titles import Item, Phrase, phrases
from communique.linking.times import TimeExpression, find_times, infer_published, narrowed
from communique.parsing import Parse
from communique.types import Document

__all__ = ["Form", "Linked", "Match", "Mention", "find_names", "is_listed", "link", "place_of", "slug", "state_of"]


def link(document: Document, parse: Parse, *, today: date | None = None) -> Linked:
    """Link a parsed document.

    An unknown publication date is inferred where the calendar leaves one answer while the persons in
    the lead were in office, at the latest ``today`` (default: the clock's day).
    """
    text = parse.text
    times = find_times(text)
    items = _items(parse)
    titles, used = phrases(text, items)
    on = document.published.latest if document.published else None
    who = people(titles, _countries(items), on)
    who = with_owners(text, items, titles, who, home_country(document.dateline))
    first, last = in_office(titles, who)
    bounds = first, min(last or date.max, today or date.today())
    dated = _dated(document, times, bounds)
    mentions = _mentions(parse, items, titles, used, who.on(dated.published))
    return Linked(dated, parse, mentions, times)


def _dated(document: Document, times: Sequence[TimeExpression], bounds: tuple[date | None, date]) -> Document:
    text, told = document.text, document.published
    if told is not None:
        if told.day is not None:
            return document
        return msgspec.structs.replace(document, published=narrowed(text, times, told))
    first, last = bounds
    published = infer_published(text, times, not_before=first, not_after=last, captions=document.captions)
    return msgspec.structs.replace(document, published=published)


def _mentions(
    parse: Parse, items: Sequence[Item], titles: Sequence[Phrase], used: frozenset[int], who: People
) -> tuple[Mention, ...]:
    text = parse.text
    bodies = list(body_mentions(text, items, used))
    taken = used | {i for _, first, last in bodies for i in range(first, last + 1)}
    named = _ordered([
        *person_mentions(text, titles, who),
        *office_mentions(text, titles, who),
        *(mention for mention, _, _ in bodies),
        *place_mentions(text, items, taken),
        *capital_mentions(text, items, taken),
    ])  # fmt: skip
    named = _ordered([*named, *counterparts(text, titles, named)])
    return _ordered([*named, *references(parse, named, who.genders())])


def _items(parse: Parse) -> list[Item]:
    matches = find_names(parse.text)
    names = candidates(
        parse.sentences,
        [(m.start, m.end) for m in matches],
        offices={m.start for m in matches if m.label == "office"},
        lands={m.start for m in matches if m.label == "country"},
    )
    items: list[Item] = sorted([*matches, *names], key=lambda item: item.start)
    return join_ambiguous(parse.text, decided(parse.text, items))


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
