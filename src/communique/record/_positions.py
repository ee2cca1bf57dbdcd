"""What stands at some positions of the codings of documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

import msgspec

from communique.types import Coding

__all__ = ["at_positions"]

T = TypeVar("T")
_decode = msgspec.json.Decoder(Coding).decode


def at_positions(
    connection: sqlite3.Connection, places: Iterable[tuple[int, int]], told: Callable[[Coding], Iterable[T]]
) -> Iterator[T]:
    """Of what is ``told`` in documents, by their numbers, that at each position; a document is read once in a row."""
    for number, rows in groupby(places, key=itemgetter(0)):
        (coding,) = connection.execute("SELECT coding FROM documents WHERE number = ?", (number,)).fetchone()
        held = tuple(told(_decode(coding)))
        for _, position in rows:
            yield held[position]
