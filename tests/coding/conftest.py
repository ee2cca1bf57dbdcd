"""Short texts coded as read on Wednesday, 10 April 2024."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache

import pytest

from communique.coding.marks import SWITCH
from communique.running import code_text
from communique.types import EventClaim


@pytest.fixture(autouse=True)
def by_frames_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the grammar says is tested without what a network adds; ``marks`` tests that."""
    monkeypatch.setenv(SWITCH, "off")


@cache
def code_events(text: str, published: str | None = "2024-04-10") -> tuple[EventClaim, ...]:
    return code_text(text, published=published, language="en").events


def code_one(text: str, published: str | None = "2024-04-10") -> EventClaim:
    """The only event of a text; a text with none or with two fails here, with what it gave."""
    events = code_events(text, published)
    assert len(events) == 1, [(e.kind, e.evidence.text) for e in events]
    return events[0]


def name_roles(claim: EventClaim) -> dict[str, list[str]]:
    names = defaultdict(list)
    for participant in claim.participants:
        names[participant.role].append(participant.actor.name)
    return {role: sorted(found) for role, found in names.items()}


@pytest.fixture(scope="session")
def told() -> Callable[..., tuple[EventClaim, ...]]:
    return code_events


@pytest.fixture(scope="session")
def one() -> Callable[..., EventClaim]:
    return code_one


@pytest.fixture(scope="session")
def roles() -> Callable[[EventClaim], dict[str, list[str]]]:
    return name_roles
