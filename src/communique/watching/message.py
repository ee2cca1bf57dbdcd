"""What is told: the events that came and changed since somebody was told last."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from communique.types import Event
from communique.types.words import counted, days_words

__all__ = ["Message", "messages"]

_MOST = 100
"""Events of one message; what is more comes in further ones."""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """Events that fit what somebody wants to know. ``id`` stays the same where it is sent again."""

    id: str
    name: str
    new: tuple[Event, ...]
    changed: tuple[Event, ...]

    @property
    def subject(self) -> str:
        """One line that tells how many there are, and the first of them."""
        counts = [(self.new, "new event"), (self.changed, "changed event")]
        told = ", ".join(counted(len(events), what) for events, what in counts if events)
        first = (*self.new, *self.changed)[0]
        return f"{told}: {first.title}"

    def lines(self) -> Iterator[str]:
        """A line for each event, and what it is told by."""
        for what, events in (("new", self.new), ("changed", self.changed)):
            for event in events:
                when = days_words(event.start, event.end)
                yield f"{what:<8} {event.id:<10} {when:<12} {event.status:<10} {event.title}"


def messages(name: str, since: int, new: tuple[Event, ...], changed: tuple[Event, ...]) -> Iterator[Message]:
    """All that is to be told, in messages of a bearable length."""
    all_of_them = [(event, True) for event in new] + [(event, False) for event in changed]
    for start in range(0, len(all_of_them), _MOST):
        part = all_of_them[start : start + _MOST]
        yield Message(
            id=f"msg_{sha256(f'{name}/{since}/{start}'.encode()).hexdigest()[:24]}",
            name=name,
            new=tuple(event for event, came in part if came),
            changed=tuple(event for event, came in part if not came),
        )
