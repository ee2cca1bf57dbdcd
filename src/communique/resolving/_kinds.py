"""Which kinds of event can be one happening under two names."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["MOST_SPECIFIC", "domain", "is_encounter", "same_kind"]

# Outlets name one encounter differently: a summit is a meeting of leaders, talks are held at a meeting,
# mediation is talks with a third. A visit or a call is none of these: the talks during a visit are a part
# of it and not the visit.
_ENCOUNTERS = MappingProxyType(
    {
        "summit": frozenset({"meeting", "talks", "multilateral-meeting"}),
        "multilateral-meeting": frozenset({"summit", "meeting", "talks"}),
        "meeting": frozenset({"summit", "multilateral-meeting", "talks", "mediation"}),
        "talks": frozenset({"summit", "multilateral-meeting", "meeting", "mediation"}),
        "mediation": frozenset({"talks", "meeting"}),
    }
)
# One act under a wide and a narrow name: a "peace accord" that is a ceasefire, relations that begin with recognition.
_ACTS = MappingProxyType(
    {
        "agreement": frozenset({"ceasefire"}),
        "ceasefire": frozenset({"agreement"}),
        "recognition": frozenset({"relations-established"}),
        "relations-established": frozenset({"recognition"}),
    }
)
_DOMAINS = MappingProxyType({"ceasefire": "agreement", "recognition": "relations-established"})
MOST_SPECIFIC = ("summit", "multilateral-meeting", "mediation", "talks", "meeting")
"""Where reports of one encounter are evenly split over its kind, the first of these names it."""


def is_encounter(kind: str) -> bool:
    """Whether the kind is a coming together in one place that goes by several names."""
    return kind in _ENCOUNTERS


def same_kind(one: str, other: str) -> bool:
    """Whether two kinds can name one happening."""
    return one == other or other in _ENCOUNTERS.get(one, frozenset()) or other in _ACTS.get(one, frozenset())


def domain(kind: str) -> str:
    """The key under which kinds that can name one happening are compared."""
    return "encounter" if is_encounter(kind) else _DOMAINS.get(kind, kind)
