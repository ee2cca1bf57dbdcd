"""Disagreements between texts: which of the listed ones are shown, and which of those shown are there.

A listed one is found where one event shows it in its field, two of the texts that it names under different values, and
each value is the one listed for its text. One that is shown is right where it is listed, or where the labels of two
texts that stand against each other say so: other days, places or statuses of the events that are aligned with these
reports, other values of a figure of the same thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from communique.evaluation.align import Alignment
from communique.evaluation.counts import Share
from communique.evaluation.days import days
from communique.evaluation.found import ClaimKey, claim_key
from communique.evaluation.gold import DisputeField, GoldDisagreement, GoldDocument, GoldEvent
from communique.resolving import plain
from communique.types import Event, Rival
from communique.types.edtf import read_edtf

__all__ = ["DISPUTE_FIELDS", "DisputeScores", "score_disputes"]

DISPUTE_FIELDS: tuple[DisputeField, ...] = ("figure", "participants", "start", "end", "place", "status", "agenda")
_SHOWN_AS: Mapping[DisputeField, frozenset[str]] = {
    "participants": frozenset({"participants", "office", "name"}),
    "status": frozenset({"status", "history"}),
}
_SCALES = (1.0, 1e3, 1e6, 1e9)
"""The annotators write money and tons in thousands, millions or billions."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_SHORT = 3
"""Letters of a word that tells nothing about what is counted ("of", "the")."""


class _Shown(msgspec.Struct, frozen=True):
    """What an event shows as told differently: ``history`` and ``name`` are shown apart from disagreements."""

    event: str
    field: str
    about: str | None
    values: tuple[Rival, ...]

    @property
    def told(self) -> dict[str, str]:
        """Text → the value that it gives."""
        return {document: rival.value for rival in self.values for document in rival.reports}


class DisputeScores(msgspec.Struct, frozen=True):
    """Listed disagreements found, in all and by field; those shown that are right; what is neither, in words."""

    found: Share
    fields: dict[DisputeField, Share]
    right: Share
    lines: tuple[str, ...]


def score_disputes(
    listed: Sequence[GoldDisagreement],
    events: Sequence[Event],
    alignments: Sequence[Alignment],
    ids: Mapping[ClaimKey, str],
) -> DisputeScores:
    """Count the ``listed`` disagreements that ``events`` show, and those shown that are right.

    ``alignments``, one a text, tell which labelled event each claim is, ``ids`` which event each claim belongs to.
    """
    shown = list(_distinct(one for event in events for one in _disagreements(event)))
    apart = [one for event in events for one in _shown_apart(event)]
    found = [(gold, any(_answers(gold, one) for one in (*shown, *apart))) for gold in listed]
    labels = _Labels.of(alignments, ids)
    judged = [(one, any(_answers(gold, one) for gold in listed) or labels.differ(one)) for one in shown]
    missed = (
        f"{'/'.join(gold.ids)}\tdisagreement not shown\t{gold.field}: {gold.about}" for gold, hit in found if not hit
    )
    false = (f"{one.event}\tdisagreement not labelled\t{_words(one)}" for one, right in judged if not right)
    return DisputeScores(
        found=Share.among(hit for _, hit in found),
        fields={f: Share.among(hit for gold, hit in found if gold.field == f) for f in DISPUTE_FIELDS},
        right=Share.among(right for _, right in judged),
        lines=(*missed, *false),
    )


def _disagreements(event: Event) -> Iterator[_Shown]:
    for found in event.disagreements:
        yield _Shown(event.id, found.field, found.about, found.values)


def _shown_apart(event: Event) -> Iterator[_Shown]:
    """The statuses from report to report, and a person's name in several spellings."""
    yield _Shown(event.id, "history", None, tuple(Rival(value=s.status, reports=s.reports) for s in event.history))
    people = {participant.actor.name for participant in event.participants}
    for found in event.framing:
        if found.thing in people:
            yield _Shown(event.id, "name", found.thing, found.words)


def _distinct(shown: Iterable[_Shown]) -> Iterator[_Shown]:
    """Each once, though several events of one document's news may show it."""
    known: set[tuple[object, ...]] = set()
    for one in shown:
        key = one.field, one.about, frozenset(one.values)
        if key not in known:
            known.add(key)
            yield one


def _answers(gold: GoldDisagreement, shown: _Shown) -> bool:
    if shown.field not in _SHOWN_AS.get(gold.field, {gold.field}):
        return False
    told = shown.told
    right = {str(value) for text, value in gold.values.items() if text in told and _same(gold, text, told[text])}
    return len(right) > 1


def _same(gold: GoldDisagreement, text: str, told: str) -> bool:
    value = gold.values[text]
    match gold.field:
        case "figure":
            return _same_number(value, told)
        case "start" | "end":
            return _share_a_day(str(value), told)
        case "status":
            return value == told
        case _:
            others = (str(other) for name, other in gold.values.items() if name != text and other != value)
            return _same_words(str(value), others, told)


def _same_number(value: float | str, told: str) -> bool:
    written = _NUMBER.search(str(value).replace(",", ""))
    number = _NUMBER.search(told)
    if written is None or number is None:
        return False
    return any(float(written[0]) * scale == float(number[0].replace(",", "")) for scale in _SCALES)


def _share_a_day(value: str, told: str) -> bool:
    written = _DATE.search(value)
    if written is None:
        return False
    first, last = days(written[0])
    earliest, latest = read_edtf(told)
    return (earliest is None or earliest <= last) and (latest is None or first <= latest)


def _same_words(value: str, others: Iterable[str], told: str) -> bool:
    """Whether a word that only this text's value has is told; where it has none of its own, nothing beyond it."""
    own, said = set(plain(value).split()), set(plain(told).split())
    proper = own.difference(*(plain(other).split() for other in others))
    return bool(proper & said) if proper else said <= own


class _Labels(msgspec.Struct, frozen=True):
    """Labelled events under the event and the text of the claim that is aligned with them, and the texts."""

    events: Mapping[tuple[str, str], Sequence[GoldEvent]]
    documents: Mapping[str, GoldDocument]

    @classmethod
    def of(cls, alignments: Sequence[Alignment], ids: Mapping[ClaimKey, str]) -> _Labels:
        events: defaultdict[tuple[str, str], list[GoldEvent]] = defaultdict(list)
        for alignment in alignments:
            name = alignment.document.id
            for pair in alignment.pairs:
                events[ids[claim_key(name, pair.prediction.claim)], name].append(pair.gold)
        return cls(events, {alignment.document.id: alignment.document for alignment in alignments})

    def differ(self, shown: _Shown) -> bool:
        """Whether the labels of two texts that stand against each other differ as is shown."""
        return any(
            self._pair_differs(shown, (one, a.value), (other, b.value))
            for a, b in combinations(shown.values, 2)
            for one in a.reports
            for other in b.reports
        )

    def _pair_differs(self, shown: _Shown, one: tuple[str, str], other: tuple[str, str]) -> bool:
        if shown.field == "figure":
            return _same_thing(self._figures(*one), self._figures(*other))
        here, there = (self.events.get((shown.event, text), ()) for text, _ in (one, other))
        return any(_differ(shown.field, (a, one[1]), (b, other[1])) for a in here for b in there)

    def _figures(self, text: str, told: str) -> list[str]:
        """What the labelled figures of the value are of."""
        document = self.documents.get(text)
        return [f.of for f in document.figures if _same_number(f.value, told)] if document else []


def _differ(field: str, one: tuple[GoldEvent, str], other: tuple[GoldEvent, str]) -> bool:
    (a, told_a), (b, told_b) = one, other
    match field:
        case "start" | "end":
            first, second = (getattr(event, field) for event in (a, b))
            if first is None or second is None or not (_share_a_day(first, told_a) and _share_a_day(second, told_b)):
                return False
            return not _share_a_day(first, second)
        case "status":
            return (a.status, b.status) == (told_a, told_b)
        case "place":
            return None not in (a.place.country, b.place.country) and a.place != b.place
    return False


def _same_thing(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether figures are of one thing, by a word in what the annotator says that they are of."""
    return any(_telling(one) & _telling(other) for one in some for other in others)


def _telling(of: str) -> set[str]:
    return {word for word in plain(of).split() if len(word) > _SHORT}


def _words(shown: _Shown) -> str:
    values = " ≠ ".join(f"{rival.value} ({', '.join(rival.reports)})" for rival in shown.values)
    return f"{shown.about or shown.field}: {values}"
