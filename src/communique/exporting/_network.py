"""Events as a network: who took part in them, and the ties between each two of those, with when they held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import combinations, product
from types import MappingProxyType

import msgspec

from communique.codebook import countries
from communique.types import Actor, Event, Role

__all__ = ["Days", "Network", "Node", "Tie", "by_country", "by_person", "network", "together", "towards"]

Days = tuple[date | None, date | None]
"""First and last day, both inclusive; null where that is open."""
Pairs = Iterable[tuple[str, str]]
_FROM: tuple[Role, ...] = ("visitor", "actor")
_TO: tuple[Role, ...] = ("host", "target", "recipient")


class Node(msgspec.Struct, frozen=True):
    """Who takes part: a country, a body of none, or a person."""

    id: str
    label: str
    kind: str
    country: str | None


class Tie(msgspec.Struct):
    """What binds two nodes in events of one family; grows as events come, hence not frozen.

    ``spells`` has the days of each dated event.
    """

    events: list[str] = msgspec.field(default_factory=list)
    spells: list[Days] = msgspec.field(default_factory=list)

    def add(self, event: Event) -> None:
        """Counts one more event."""
        self.events.append(event.id)
        days = _days(event)
        if days != (None, None):
            self.spells.append(days)

    @property
    def undated(self) -> int:
        """How many events have no date."""
        return len(self.events) - len(self.spells)

    def disjoint(self) -> Iterator[Days]:
        """The spells by time, those that overlap joined: programs refuse spells that do."""
        joined: list[Days] = []
        for start, end in sorted(self.spells, key=lambda days: days[0] or date.min):
            last = joined[-1] if joined else None
            if last is not None and (start or date.min) <= (last[1] or date.max):
                joined[-1] = (last[0], None if None in (last[1], end) else max(last[1] or date.min, end or date.min))
            else:
                joined.append((start, end))
        yield from joined


class Network(msgspec.Struct, frozen=True):
    """Nodes by id, the events that each is in, and ties by their two nodes and the family of events."""

    nodes: Mapping[str, Node]
    seen: Mapping[str, Tie]
    ties: Mapping[tuple[str, str, str], Tie]


def network(
    events: Iterable[Event],
    node_of: Callable[[Actor], Node | None],
    pairs: Callable[[Event, Mapping[str, Node]], Pairs],
) -> Network:
    """The network of ``events``: ``node_of`` says for whom an actor stands, ``pairs`` who is tied to whom.

    The id of an actor leads to its node in what ``pairs`` is given.
    """
    nodes: dict[str, Node] = {}
    seen: dict[str, Tie] = defaultdict(Tie)
    ties: dict[tuple[str, str, str], Tie] = defaultdict(Tie)
    for event in events:
        present = {p.actor.id: node for p in event.participants if (node := node_of(p.actor)) is not None}
        for node in {node.id: node for node in present.values()}.values():
            nodes.setdefault(node.id, node)  # reports spell names in more than one way: the first stays
            seen[node.id].add(event)
        for one, other in dict.fromkeys(pairs(event, present)):
            ties[one, other, event.family].add(event)
    return Network(nodes, seen, ties)


def by_country(actor: Actor) -> Node | None:
    """The actor's country; an organisation that has none stands for itself, persons and groups for nobody."""
    if actor.country is not None:
        return Node(actor.country, _names().get(actor.country, actor.country), "country", actor.country)
    return Node(actor.id, actor.name, actor.kind, None) if actor.kind == "organisation" else None


def by_person(actor: Actor) -> Node | None:
    """A person whom the reports name; of one known by office alone it is not said who it was."""
    named = actor.kind == "person" and not actor.unnamed
    return Node(actor.id, actor.name, "person", actor.country) if named else None


def together(event: Event, present: Mapping[str, Node]) -> Pairs:
    """All pairs, each in one order."""
    return combinations(sorted({node.id for node in present.values()}), 2)


def towards(event: Event, present: Mapping[str, Node]) -> Pairs:
    """From visitor to host and from who acts to whom it is done; parties are towards nobody."""
    sides = [
        [present[p.actor.id].id for p in event.participants if p.role in roles and p.actor.id in present]
        for roles in (_FROM, _TO)
    ]
    return ((one, other) for one, other in product(*sides) if one != other)


def _days(event: Event) -> Days:
    start, end = event.start, event.end or event.start
    return (start.earliest if start else None, end.latest if end else None)


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({country.code: country.name for country in countries()})
