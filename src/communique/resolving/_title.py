"""A happening in a few words. Only accepted values are said; what is not known is left out."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from communique.resolving._countries import country_name
from communique.types import Actor, Event, Participant, Status

__all__ = ["title"]

_DOING = MappingProxyType(
    {
        "meeting": "meet",
        "talks": "hold talks",
        "summit": "hold a summit",
        "multilateral-meeting": "meet",
        "mediation": "hold mediated talks",
    }
)
_STANDING: MappingProxyType[Status, str] = MappingProxyType(
    {
        "planned": "planned",
        "ongoing": "ongoing",
        "cancelled": "cancelled",
        "postponed": "postponed",
        "denied": "denied",
        "hypothetical": "possible",
    }
)
_MOST_NAMES = 3
_LEFT = ("visitor", "actor")
_RIGHT = ("host", "target", "recipient")


def title(event: Event) -> str:
    """Such as "Sergey Lavrov visits China" or "Expulsion: Malaysia → Kang Chol (planned)"."""
    if event.kind == "visit":
        return _visit(event)
    if event.kind in _DOING:
        return _encounter(event)
    if event.kind == "call":
        return _labelled("Phone call", _dash(_faces(_present(event))), event)
    return _labelled(_in_words(event.kind), _act(event), event)


def _visit(event: Event) -> str:
    who = _listed(_heads(_in_roles(event, ("visitor", "actor", "party"))))
    where = _goal(event)
    if not who or not where:
        known = " ".join(part for part in (who and f"of {who}", where and f"to {where}") if part)
        return _with_standing(f"Visit {known}".strip(), event.status)
    if event.status in ("happened", "ongoing"):
        return f"{who} {'visit' if ' and ' in who else 'visits'} {where}"
    if event.status == "planned":
        return f"{who} to visit {where}"
    return _with_standing(f"Visit of {who} to {where}", event.status)


def _goal(event: Event) -> str | None:
    """The host country's name, else the organisation or the place gone to."""
    hosts = _in_roles(event, ("host", "venue-state", "target"))
    for actor in hosts:
        if actor.kind == "state":
            return actor.name
    for actor in hosts:
        if actor.country is not None and actor.kind in ("person", "government"):
            return country_name(actor.country) or (event.place.name if event.place else actor.name)
    if hosts:
        return hosts[0].name
    return event.place.name if event.place else None


def _encounter(event: Event) -> str:
    names = _faces(_present(event))
    where = f" in {event.place.name}" if event.place else ""
    if len(names) < 2:  # one side only: nobody to meet is named
        return _labelled(_in_words(event.kind), "".join(names) + where, event)
    who = _join(names)
    if event.status in ("happened", "ongoing"):
        return f"{who} {_DOING[event.kind]}{where}"
    if event.status == "planned":
        return f"{who} to {_DOING[event.kind]}{where}"
    return _with_standing(f"{_in_words(event.kind)} of {who}{where}", event.status)


def _act(event: Event) -> str:
    left = _listed(_heads(_in_roles(event, _LEFT)))
    right = _listed(_heads(_in_roles(event, _RIGHT)))
    parties = _dash(_faces([p for p in _present(event) if p.role not in _LEFT + _RIGHT]))
    directed = " → ".join(part for part in (left, right) if part)
    return " – ".join(part for part in (directed, parties) if part)


def _labelled(name: str, rest: str, event: Event) -> str:
    said = f"{name}: {rest.strip()}" if rest.strip() else name
    return said if event.status == "happened" else _with_standing(said, event.status)


def _with_standing(said: str, status: Status) -> str:
    return f"{said} ({_STANDING[status]})" if status in _STANDING else said


def _in_words(kind: str) -> str:
    return kind.replace("-", " ").capitalize()


def _present(event: Event) -> list[Participant]:
    return [participant for participant in event.participants if participant.role != "venue-state"]


def _in_roles(event: Event, roles: Sequence[str]) -> list[Actor]:
    return [participant.actor for participant in event.participants if participant.role in roles]


def _heads(actors: Sequence[Actor]) -> list[str]:
    """Persons where any are named, else whatever acts for the side."""
    persons = [actor.name for actor in actors if actor.kind == "person"]
    return persons or [actor.name for actor in actors]


def _faces(participants: Sequence[Participant]) -> list[str]:
    """One name a side, a person's where one is named; of a lone side all its persons."""
    sides: dict[str, list[Actor]] = {}
    for participant in participants:
        actor = participant.actor
        sides.setdefault(actor.country or actor.id, []).append(actor)
    if len(sides) == 1:
        return _heads(next(iter(sides.values())))
    return [_heads(actors)[0] for actors in sides.values()]


def _listed(names: Sequence[str]) -> str:
    return _join(names) if names else ""


def _join(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES:
        return f"{', '.join(names[:_MOST_NAMES])} and others"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _dash(names: Sequence[str]) -> str:
    return " – ".join(names[:_MOST_NAMES]) + (" and others" if len(names) > _MOST_NAMES else "")
