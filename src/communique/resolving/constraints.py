"""Judgements as constraints on grouping: which claims go together, which stay apart, which tell of no event.

The algebra: judgements are heard from the latest to the earliest, and each holds as far as it does not contradict
those heard before it. Claims that ``same`` joins are a *bundle*, which is rejected as a whole; two bundles that
``different`` parts never meet in one event, also not through a third claim that fits both. So what comes out depends
on the judgements and their order alone, not on when which report came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

import msgspec

from communique.resolving._gather import Group, ordered
from communique.resolving._likeness import likeness
from communique.resolving._traits import Traits
from communique.types import Verdict

__all__ = ["UNCONSTRAINED", "Bound", "Constraints", "constrain", "part"]


class Bound(msgspec.Struct, frozen=True):
    """A judgement in force with the labels of the claims that it is about, event by event."""

    number: int
    verdict: Verdict
    sides: tuple[tuple[str, ...], ...]


class Constraints(msgspec.Struct, frozen=True):
    """What judgements ask of a grouping.

    ``bundles`` maps the label of a judged claim to its bundle, ``apart`` a bundle to those that it must not meet,
    ``rejected`` are the bundles that are no event. ``overruled`` maps a judgement of which nothing is left to the
    later one that contradicts it.
    """

    bundles: Mapping[str, str] = {}
    apart: Mapping[str, frozenset[str]] = {}
    rejected: frozenset[str] = frozenset()
    overruled: Mapping[int, int] = {}


UNCONSTRAINED = Constraints()
"""No judgements."""


def constrain(judgements: Iterable[Bound]) -> Constraints:
    """The constraints of judgements, of which the later ones win."""
    hearing = _Hearing()
    for judgement in sorted(judgements, key=lambda bound: -bound.number):
        hearing.hear(judgement)
    return hearing.ties()


_Take = Callable[[str, str, int], int | None]


class _Hearing:
    """Judgements as they are heard, the latest first."""

    def __init__(self) -> None:
        self._bundles = _Bundles()
        self._latest: dict[str, int] = {}
        self._apart: dict[str, dict[str, int]] = defaultdict(dict)
        self._events: dict[str, tuple[int, bool]] = {}
        self._overruled: dict[int, int] = {}

    def hear(self, judgement: Bound) -> None:
        match judgement.verdict:
            case "same":
                self._hear_pairs(judgement, self._join)
            case "different":
                self._hear_pairs(judgement, self._part)
            case "reject" | "keep":
                self._hear_event(judgement)

    def _hear_pairs(self, judgement: Bound, take: _Take) -> None:
        """Takes what of the pairs can be held; where that is nothing, notes the judgement that stands against it."""
        against = [take(a, b, judgement.number) for a, b in _pairs(judgement.sides)]
        if against and None not in against:
            self._overruled[judgement.number] = max(number for number in against if number is not None)

    def _join(self, one: str, other: str, number: int) -> int | None:
        """Null where they are joined now, else the judgement that parts them."""
        a, b = self._bundles.root(one), self._bundles.root(other)
        if a == b:
            return None
        if b in self._apart[a]:
            return self._apart[a][b]
        kept, gone = self._bundles.join(a, b)
        for third, by in self._apart.pop(gone, {}).items():
            self._apart[third].pop(gone)
            self._keep_apart(kept, third, by)
        self._latest[kept] = max(number, self._latest.get(a, 0), self._latest.get(b, 0))
        return None

    def _part(self, one: str, other: str, number: int) -> int | None:
        """Null where they are parted now, else the latest judgement of those that join them."""
        a, b = self._bundles.root(one), self._bundles.root(other)
        if a == b:
            return self._latest.get(a, number)
        self._keep_apart(a, b, number)
        return None

    def _keep_apart(self, a: str, b: str, number: int) -> None:
        by = max(number, self._apart[a].get(b, 0))
        self._apart[a][b] = self._apart[b][a] = by

    def _hear_event(self, judgement: Bound) -> None:
        labels = [label for side in judgement.sides for label in side]
        rejects = judgement.verdict == "reject"
        for label in labels:
            self._bundles.root(label)
        against = [self._events.setdefault(label, (judgement.number, rejects)) for label in labels]
        if against and all(no_event != rejects for _, no_event in against):
            self._overruled[judgement.number] = max(number for number, _ in against)

    def ties(self) -> Constraints:
        roots = self._bundles.roots()
        rejected = {roots[label] for label, (_, no_event) in self._events.items() if no_event}
        apart = {bundle: frozenset(others) for bundle, others in self._apart.items() if others}
        return Constraints(roots, apart, frozenset(rejected), self._overruled)


class _Bundles:
    """Claims that go together: a union-find, of which each set is named by its first label in order."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, label: str) -> str:
        parents = self._parents
        parents.setdefault(label, label)
        while parents[label] != label:
            parents[label] = parents[parents[label]]
            label = parents[label]
        return label

    def join(self, one: str, other: str) -> tuple[str, str]:
        """The root of both, and the one that is none any more."""
        kept, gone = sorted((self.root(one), self.root(other)))
        self._parents[gone] = kept
        return kept, gone

    def roots(self) -> dict[str, str]:
        return {label: self.root(label) for label in sorted(self._parents)}


def _pairs(sides: Sequence[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Each claim of the one event with each of the other; what became one claim since tells of no pair."""
    one, other = sides
    return sorted(pair for pair in product(one, other) if pair[0] != pair[1])


def part(groups: Iterable[Group], constraints: Constraints) -> list[Group]:
    """Groups as judgements want them: parted where claims must not meet, then united where they go together.

    A judged report stays with its group where it may, one that is not judged with those of it that are likest.
    """
    pens = _Pens(constraints)
    pieces = [piece for group in sorted(map(ordered, groups), key=_first) for piece in _split(group, pens)]
    together: dict[str | int, list[Traits]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        together[pens.root(piece.seal) or number].extend(piece.members)
    return [tuple(members) for members in together.values()]


class _Pens:
    """Which bundles have come together so far.

    What must stay apart from a bundle must stay apart from all that it has met in one group.
    """

    def __init__(self, constraints: Constraints) -> None:
        self._constraints = constraints
        self._met = _Bundles()
        self._apart = {bundle: set(others) for bundle, others in constraints.apart.items()}

    def seal(self, report: Traits) -> str | None:
        """The bundle of a report; null where it is not judged."""
        return self.root(self._constraints.bundles.get(report.label))

    def root(self, seal: str | None) -> str | None:
        """What a bundle is known by after all that it has met."""
        return None if seal is None else self._met.root(seal)

    def may_meet(self, one: str | None, other: str | None) -> bool:
        """Whether reports of these bundles may be in one group: what is no event joins no event."""
        a, b = self.root(one), self.root(other)
        if (a in self._constraints.rejected) != (b in self._constraints.rejected):
            return False
        return a is None or b is None or b not in self._apart.get(a, ())

    def meet(self, one: str | None, other: str | None) -> str | None:
        """The seal of both as one."""
        a, b = self.root(one), self.root(other)
        if a is None or b is None or a == b:
            return a or b
        kept, gone = self._met.join(a, b)
        for third in self._apart.pop(gone, set()):
            self._apart[third].discard(gone)
            self._apart[third].add(kept)
            self._apart.setdefault(kept, set()).add(third)
        return kept


class _Piece:
    """What stays together of a group."""

    def __init__(self) -> None:
        self.members: list[Traits] = []
        self.seal: str | None = None

    def likeness(self, report: Traits) -> float:
        """The mean likeness to its members."""
        return sum(likeness(report, member) or 0.0 for member in self.members) / len(self.members)


def _split(group: Sequence[Traits], pens: _Pens) -> list[_Piece]:
    """The pieces of a group that may not be one: the judged reports first, then each other where it is likest."""
    pieces: list[_Piece] = []
    for report in sorted(group, key=lambda report: pens.seal(report) is None):
        own = pens.seal(report)
        fitting = [piece for piece in pieces if pens.may_meet(piece.seal, own)]
        if not fitting:
            pieces.append(_Piece())
            fitting = pieces[-1:]
        likest = max(fitting, key=lambda piece: piece.likeness(report)) if len(fitting) > 1 else fitting[0]
        likest.members.append(report)
        likest.seal = pens.meet(likest.seal, own)
    return pieces


def _first(group: Sequence[Traits]) -> str:
    return min(report.label for report in group)
