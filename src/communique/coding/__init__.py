"""A linked document in, its claims out: events with roles, dates, place, status, word, evidence; statements; figures.

For each sentence with a tree: triggers of the codebook → roles bound in the clause → when, where,
status, attribution, topics; beside them what is done by what is said; then mentions of one happening are
gathered. Statements and figures are read off words and marks in all sentences.

Its folders, in reading order, each importing from those before it alone: ``tree`` (a sentence and what one asks of
it), ``triggers``, ``times`` (when, and whether it was), ``roles`` (who, on whose word), ``places``, ``parts`` (who
else likely takes part), ``marks`` (acts that no frame knows), ``drafting`` (one trigger → one draft), ``speech``
(statements), ``story`` (drafts → claims), ``quantities`` (figures), ``confidence`` (how likely each claim is right).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.coding.confidence import Signed, signed, weighed
from communique.coding.drafting import Draft, drafts
from communique.coding.marks import marked_in
from communique.coding.quantities import figures
from communique.coding.roles import MentionIndex
from communique.coding.speech import in_public, statements, with_selves
from communique.coding.story import (
    between_states,
    diary,
    echoes,
    followers,
    gather,
    headline_visits,
    pledges,
    sections,
    with_attendants,
    with_dates,
    with_headings,
    with_implied,
    with_news_day,
    with_news_week,
    with_plan_days,
    with_salience,
    with_scenes,
    with_sole_envoys,
    with_spoken,
)
from communique.coding.times import NewsDays, by_dates, is_told_since, written
from communique.coding.tree import Tree
from communique.linking import Linked
from communique.types import Coding, Statement, When

__all__ = ["code", "told"]


class _Read(msgspec.Struct, frozen=True):
    """A document as it is coded: who is named where, its trees by the number of their sentence, what is said in it."""

    linked: Linked
    index: MentionIndex
    trees: Mapping[int, Tree]
    days: NewsDays
    said: tuple[Statement, ...]


def code(linked: Linked) -> Coding:
    """All that one document says. Documents in other languages than English hold no claims yet."""
    document = linked.document
    if document.language not in (None, "en"):
        return Coding(document=document, events=())
    read = _read(linked)
    events = tuple(weighed(_told(read)))
    said = read.said if events or in_public(read.said) else ()
    numbers = figures(linked, read.index, read.trees, events, said, read.days)
    return Coding(document=document, events=events, statements=said, figures=numbers)


def told(linked: Linked) -> Iterator[Signed]:
    """Every claim of an English document with its signs, those too that are too unsure to be kept."""
    return _told(_read(linked))


def _read(linked: Linked) -> _Read:
    said = statements(linked)
    index = MentionIndex(with_selves(linked, said), linked.document.text)
    trees = dict(_trees(linked, index))
    return _Read(linked, index, trees, NewsDays(linked, trees), said)


def _trees(linked: Linked, index: MentionIndex) -> Iterator[tuple[int, Tree]]:
    """The trees of the sentences that have one, by number."""
    for number, sentence in enumerate(linked.parse.sentences):
        if sentence.parsed:
            yield number, Tree(sentence, index.within(sentence.start, sentence.end))


def _told(read: _Read) -> Iterator[Signed]:
    linked, text = read.linked, read.linked.document.text
    published = linked.document.published
    found = with_dates(with_headings(_drafts(read), sections(linked)), diary(linked), published)
    found = with_spoken(linked, read.said, with_implied(found), read.trees)
    gathered = list(between_states(with_attendants(gather(found), read.trees, read.index)))
    past = {draft.claim.evidence for draft in found if draft.tense == "past"}
    claims = [by_dates(claim, published, past=claim.evidence in past) for claim in gathered]
    dated = with_news_day(list(with_salience(claims, linked.document)), found, read.days)
    planned = with_plan_days(dated, found, text)
    placed = with_scenes(list(planned), linked, read.index, read.trees)
    manned = with_sole_envoys(list(placed), linked)
    return signed(with_news_week(manned, found, read.days, text), found, len(text))


def _drafts(read: _Read) -> list[Draft]:
    """What each sentence tells by itself."""
    linked, index, found = read.linked, read.index, list[Draft]()
    anchor: When | None = None
    listed, heads = pledges(linked), headline_visits(linked, index)
    now, marked = written(linked), marked_in(read.trees, index)
    for number in range(len(linked.parse.sentences)):
        tree = read.trees.get(number)
        if tree is not None:
            new = [
                *drafts(linked, number, tree, index, anchor, now, marked.get(number)),
                *echoes(linked, number, tree, found, index),
            ]
            anchor = _last_start(new) or anchor
            found += new
        found += listed.get(number) or followers(linked, number, found, index)
        found += heads.get(number, ())
    return found


def _last_start(told: Sequence[Draft]) -> When | None:
    """When the event told last that has a date began: from there "a day earlier" is counted.

    Not when the last of the kind was: "the first call since May 3, when they had met".
    """
    starts = (draft.claim.start for draft in reversed(told))
    return next((start for start in starts if start is not None and not is_told_since(start)), None)
