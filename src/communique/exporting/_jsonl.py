"""JSON Lines: an event a line, as ``communique events --format jsonl`` has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from communique.exporting._format import Context, Format
from communique.types import Event

__all__ = ["FORMAT"]


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    encode = msgspec.json.Encoder().encode
    for event in events:
        stream.write(encode(event) + b"\n")


FORMAT = Format(
    name="jsonl",
    suffix=".jsonl",
    summary="JSON Lines, one event a line with every report and the characters it was read from: for programs.",
    loses="Nothing of an event. What it is part of, its series, and the texts and statements of the reports are not "
    "part of it.",
    write=_write,
)
