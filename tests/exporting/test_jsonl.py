"""JSON Lines: the events themselves."""

from collections.abc import Callable

import msgspec

from communique.types import Event


def test_the_lines_are_the_events(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    lines = write("jsonl").splitlines()
    assert tuple(msgspec.json.decode(line, type=Event) for line in lines) == events
