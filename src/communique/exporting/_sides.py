"""The sides of an event: who did something, to whom, and who did it together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

import msgspec

from communique.types import Actor, Event, Role

__all__ = ["Dyad", "Side", "dyads"]

_DOERS: tuple[Role, ...] = ("visitor", "actor")
_DONE_TO: tuple[Role, ...] = ("host", "target", "recipient")
_TOGETHER: tuple[Role, ...] = ("party",)
_BETWEEN: tuple[Role, ...] = ("mediator",)


class Side(msgspec.Struct, frozen=True):
    """Actors of one country in one role, or one of no country; ``key`` is the country's code or the actor's id."""

    key: str
    actors: tuple[Actor, ...]

    @property
    def face(self) -> Actor:
        """Who stands for the side: a person if one is named, else whatever is less than a state."""
        return min(self.actors, key=lambda actor: (actor.kind != "person", actor.kind == "state"))


class Dyad(msgspec.Struct, frozen=True):
    """Who did it and to whom; null where that is not told. ``mediated`` where the first mediates for the second."""

    first: Side | None
    second: Side | None
    mediated: bool = False


def dyads(event: Event) -> list[Dyad]:
    """All pairs of sides that an event ties: doers with those done to, parties with each other, mediators with parties.

    What is done together to somebody is done by each. An event of one side alone is one without a counterpart.
    """
    doers, done_to = _sides(event, _DOERS), _sides(event, _DONE_TO)
    together = _parted(_sides(event, _TOGETHER))
    acted_on = _sides(event, ("target", "recipient"))
    pairs = (*product(doers, done_to), *combinations(together, 2), *product(together, acted_on))
    told = [Dyad(*pair) for pair in pairs]
    between = product(_sides(event, _BETWEEN), together)
    told += [Dyad(first, second, mediated=True) for first, second in between if first.key != second.key]
    return told or [*(Dyad(side, None) for side in (*doers, *together)), *(Dyad(None, side) for side in done_to)]


def _sides(event: Event, roles: Sequence[Role]) -> list[Side]:
    sides: dict[str, list[Actor]] = {}
    for participant in event.participants:
        if participant.role in roles:
            sides.setdefault(participant.actor.country or participant.actor.id, []).append(participant.actor)
    return [Side(key, tuple(dict.fromkeys(actors))) for key, actors in sides.items()]


def _parted(sides: list[Side]) -> list[Side]:
    """Parties that are all of one country met each other: each is a side."""
    if len(sides) != 1:
        return sides
    return [Side(actor.id, (actor,)) for actor in sides[0].actors]
