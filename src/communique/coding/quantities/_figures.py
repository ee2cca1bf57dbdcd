"""A linked document in, its figures out: value, unit, what they are of, when, how they moved, on whose word.

Numbers and units are read off words in every sentence, with or without a tree. Sentences without a tree give what is
counted or measured by word order alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain

import msgspec

from communique.codebook import narrative, units
from communique.codebook.words import lowered
from communique.coding.quantities._changes import moved
from communique.coding.quantities._clauses import Clause
from communique.coding.quantities._lengths import Length, is_time_since
from communique.coding.quantities._levels import Moved, Placed
from communique.coding.quantities._measured_things import thing
from communique.coding.quantities._multiples import multiplied
from communique.coding.quantities._numbers import Number
from communique.coding.quantities._periods import Periods
from communique.coding.quantities._quantities import Quantity, quantities
from communique.coding.roles import MentionIndex, attribution
from communique.coding.times import NewsDays
from communique.coding.tree import Tree
from communique.linking import Linked
from communique.linking.times import Ahead, Bound, Duration, TimeExpression
from communique.parsing import Sentence
from communique.types import Attribution, EventClaim, Figure, Span, Statement

__all__ = ["figures"]

_NEAR = 40
_HEAD = 250
"""Characters of a text in which a release says whose it is."""
_LONGEST = 400
"""Words of a sentence worth reading: what is longer is a table."""
_OWN_VERB = re.compile(r"(?: [a-z]+){1,5} (?:has|have|had|was|were|are|will)\b")
_PERSONAL = frozenset({"he", "she", "who", "i", "his", "her", "mr", "mrs", "ms"})


def figures(
    linked: Linked,
    mentions: MentionIndex,
    trees: Mapping[int, Tree],
    events: Sequence[EventClaim],
    statements: Sequence[Statement],
    days: NewsDays,
) -> tuple[Figure, ...]:
    """The figures of a document, in order; ``trees`` by the numbers of their sentences."""
    reader = _Reader(linked, mentions, trees, statements, Periods(linked, events, days))
    found: list[Figure] = []
    for number, sentence in enumerate(linked.parse.sentences):
        for figure, again in reader.read(number, sentence, found[-1] if found else None):
            found[-1:] = [figure] if again else [*found[-1:], figure]
    return tuple(found)


class _Reader:
    """The document with what is known of it, by place."""

    def __init__(
        self,
        linked: Linked,
        mentions: MentionIndex,
        trees: Mapping[int, Tree],
        statements: Sequence[Statement],
        periods: Periods,
    ) -> None:
        self.linked = linked
        self.text = linked.parse.text
        self.trees = trees
        self._lower = lowered(self.text)
        self._statements = statements
        self._said = sorted((s.start, s.end, i) for i, told in enumerate(statements) for s in told.content)
        self._periods = periods
        self.mentions = mentions
        self._dates = [t for t in linked.times if not _is_length(t)]
        self._starts = [t.span.start for t in self._dates]
        self._last: Quantity | None = None

    def read(self, number: int, sentence: Sentence, last: Figure | None) -> Iterator[tuple[Figure, bool]]:
        """The figures of a sentence; with True the one before it, or the one given last, with a change told of it."""
        if len(sentence.tokens) > _LONGEST:
            return
        counted = quantities(self.text, sentence, self._is_date, self._last)
        self._last = counted[-1] if counted else None
        found = [quantity for quantity in counted if not self._is_age(sentence, quantity)]
        if not found:
            return
        starts = [token.start for token in sentence.tokens]
        placed = [_placed(starts, quantity) for quantity in found]
        made = multiplied(self.text, moved(self.text, sentence.tokens, placed, sentence.end), sentence)
        yield from self._written(number, sentence, starts, made, last)

    def _written(
        self, number: int, sentence: Sentence, starts: Sequence[int], made: Sequence[Moved], last: Figure | None
    ) -> Iterator[tuple[Figure, bool]]:
        stops = self._stops(sentence, starts, made)
        of: str | None = None
        against = tuple(one.against for one in made if one.against is not None)
        for one in made:
            if one.follows and last is not None and self._goes_on(last, one, sentence):
                span = Span.of(self.text, last.evidence.start, one.end)
                last = msgspec.structs.replace(last, change=one.change, evidence=span)
                yield last, True
                continue
            of = self._thing(number, sentence, one, stops) or (of if self._is_elliptical(one, sentence) else None)
            for last in self._figures(number, sentence, one, of, against):
                yield last, False

    def _goes_on(self, last: Figure, one: Moved, sentence: Sentence) -> bool:
        """Whether "that was 5 percent more" tells of the figure before: told right before it, in one paragraph."""
        between = self.text[last.evidence.end : sentence.start]
        near = last.evidence.end <= sentence.start and len(between) <= _NEAR and "\n" not in between
        here = last.evidence.start >= sentence.start and last.evidence.end <= one.start
        return last.change is None and last.unit != "percent" and (near or here)

    def _figures(
        self,
        number: int,
        sentence: Sentence,
        one: Moved,
        of: str | None,
        against: tuple[tuple[int, int], ...],
    ) -> Iterator[Figure]:
        quantity = one.placed.quantity
        evidence = Span.of(self.text, min(one.start, quantity.start), max(one.end, quantity.end))
        period = self._periods.of(self._clause(sentence, number, one, against))
        word = self._word(number, quantity)
        unit = self._money(sentence, quantity.unit, evidence.text) if quantity.kind == "money" else quantity.unit
        for value in quantity.values:
            yield Figure(
                of=of,
                value=value,
                unit=unit,
                period=period,
                change=one.change,
                attribution=word,
                evidence=evidence,
            )

    def _clause(self, sentence: Sentence, number: int, one: Moved, against: tuple[tuple[int, int], ...]) -> Clause:
        quantity = one.placed.quantity
        start, end = quantity.start, quantity.end
        length = Length(quantity.number, end, quantity.values[-1], quantity.unit or "") if quantity.time else None
        return Clause(self.text, self._lower, sentence, number, start, end, against, length, one.start)

    def _money(self, sentence: Sentence, unit: str | None, words: str) -> str | None:
        """The currency that a word shared by several states means, if sentence or text names only one of them."""
        if unit == "USD" and self._dollars is not None and "$" in words and "U" not in words:
            return self._dollars
        codes = _shared().get(unit or "")
        if codes is None:
            return unit
        for start, end in ((sentence.start, sentence.end), (0, len(self.text))):
            named = {actor.country for m in self.mentions.within(start, end) for actor in m.actors} & codes.keys()
            if named:
                return codes[named.pop() or ""] if len(named) == 1 else unit
        return unit

    @cached_property
    def _dollars(self) -> str | None:
        """The dollars of the government that gives out the text itself; null for news."""
        if narrative()["release"].search(self.text[:_HEAD]) is None:
            return None
        dollars = {*units().dollars, "USA"}
        codes = {actor.country for m in self.mentions.within(0, _HEAD) for actor in m.actors} & dollars
        return units().dollars.get(codes.pop() or "") if len(codes) == 1 else None

    def _thing(self, number: int, sentence: Sentence, one: Moved, stops: frozenset[int]) -> str | None:
        placed = one.placed
        own = frozenset(i for i in stops if not placed.first <= i < placed.behind)
        return thing(
            self.text, sentence.tokens, (placed.first, placed.behind), placed.quantity, own, self.trees.get(number)
        )

    def _is_elliptical(self, one: Moved, sentence: Sentence) -> bool:
        """Whether a number leaves out what it counts, and is no subject of its own: "12 were killed and 30 hurt"."""
        quantity = one.placed.quantity
        subject = _OWN_VERB.match(self.text, quantity.end, sentence.end) is not None
        return quantity.noun is None and quantity.kind != "measure" and not subject

    def _stops(self, sentence: Sentence, starts: Sequence[int], made: Sequence[Moved]) -> frozenset[int]:
        """Words at which a noun phrase ends: those of dates and of figures."""
        inside = self._within(sentence.start, sentence.end)
        spans = [(t.span.start, t.span.end) for t in inside]
        spans += [(one.placed.quantity.start, one.placed.quantity.end) for one in made]
        ranges = (range(bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans)
        return frozenset(chain.from_iterable(ranges))

    def _within(self, start: int, end: int) -> list[TimeExpression]:
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_date(self, number: Number) -> bool:
        """Whether a number belongs to an expression that tells when."""
        place = bisect_right(self._starts, number.first) - 1
        return place >= 0 and self._dates[place].span.end > number.first and not number.currency

    def _is_age(self, sentence: Sentence, quantity: Quantity) -> bool:
        """ "She is 40 years old": ages of persons are no figures, of treaties they are."""
        if not quantity.age:
            return False
        start = max(sentence.start, quantity.start - _NEAR)
        before = self.text[start : quantity.start].lower().split()
        named = any(m.form in ("person", "title") for m in self.mentions.within(start, quantity.start))
        return named or bool(_PERSONAL & set(before))

    def _word(self, number: int, quantity: Quantity) -> Attribution | None:
        """On whose word: the speaker of the statement that holds the figure, else as the tree tells."""
        place = bisect_right(self._said, (quantity.start, len(self.text), 0)) - 1
        if place >= 0 and quantity.end <= self._said[place][1]:
            statement = self._statements[self._said[place][2]]
            if statement.speaker_evidence is not None:
                return Attribution(statement.speaker, statement.speaker_evidence)
            return None
        tree = self.trees.get(number)
        index = _at(tree, quantity.number) if tree is not None else None
        return attribution(self.text, tree, [index], self.mentions) if tree is not None and index is not None else None


def _is_length(time: TimeExpression) -> bool:
    """Whether an expression tells how long, or by when something is due, and so is a figure."""
    value = time.value
    return (
        is_time_since(time)
        or isinstance(value, Duration | Ahead)
        or (isinstance(value, Bound) and isinstance(value.of, Ahead))
    )


@cache
def _shared() -> Mapping[str, Mapping[str, str]]:
    return units().shared()


def _placed(starts: Sequence[int], quantity: Quantity) -> Placed:
    first = max(0, bisect_right(starts, quantity.start) - 1)
    return Placed(quantity, first, bisect_left(starts, quantity.end))


def _at(tree: Tree, offset: int) -> int | None:
    return next((i for i, token in enumerate(tree.tokens) if token.end > offset), None)
