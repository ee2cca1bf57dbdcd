"""What changed in an event, in words: the fields of a row of the log with their former and present values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

import msgspec

from communique.record import Entry
from communique.types import Disagreement, Participant, Place, Topic, When
from communique.types.words import actor_words, place_words, present, when_words

__all__ = ["Moved", "moved"]


class Moved(msgspec.Struct, frozen=True):
    """A field with its values in words, a dash for none; of what it has several of, what went and what came."""

    field: str
    before: str
    after: str


def moved(entry: Entry) -> Iterator[Moved]:
    """The fields of which a reader sees that they moved; none where the row is of no update."""
    for field, (before, after) in entry.detail.get("fields", {}).items():
        words = _WORDS.get(field, _plain)
        former, now = words(before), words(after)
        if former != now:
            went, came = ([w for w in one if w not in other] for one, other in ((former, now), (now, former)))
            yield Moved(field, present("; ".join(went)), present("; ".join(came)))


def _plain(value: Any) -> list[str]:
    if not value:
        return []
    return [value if isinstance(value, str) else msgspec.json.encode(value).decode()]


def _when(value: Any) -> list[str]:
    return [when_words(msgspec.convert(value, When))] if value else []


def _place(value: Any) -> list[str]:
    return [place_words(msgspec.convert(value, Place))] if value else []


def _participants(value: Any) -> list[str]:
    told = msgspec.convert(value, tuple[Participant, ...])
    return [f"{participant.role}: {actor_words(participant.actor)}" for participant in told]


def _topics(value: Any) -> list[str]:
    return [topic.name for topic in msgspec.convert(value, tuple[Topic, ...])]


def _disagreements(value: Any) -> list[str]:
    told = msgspec.convert(value, tuple[Disagreement, ...])
    return [f"{d.about or d.field}: {' ≠ '.join(rival.value for rival in d.values)}" for d in told]


def _judgements(value: Any) -> list[str]:
    return [" ".join(str(told[key]) for key in ("verdict", "field", "value", "who") if told.get(key)) for told in value]


_WORDS: MappingProxyType[str, Callable[[Any], list[str]]] = MappingProxyType(
    {
        "start": _when,
        "end": _when,
        "place": _place,
        "participants": _participants,
        "topics": _topics,
        "disagreements": _disagreements,
        "judgements": _judgements,
    }
)
