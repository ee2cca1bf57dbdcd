"""All records of a table, one by one, so that an archive can be written out without being held in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from communique.record._claims import each_claim
from communique.record._documents import each_document
from communique.record._events import bare_events, each_event
from communique.record._log import each_entry
from communique.record._statements import said_in
from communique.record.actor import seen_in
from communique.record.figure import figures_of
from communique.record.tables import (
    ACTORS,
    CHANGES,
    CLAIMS,
    DOCUMENTS,
    EVENTS,
    FIGURES,
    PARTICIPANTS,
    STATEMENTS,
)

__all__ = ["STREAMS"]

_Connection = sqlite3.Connection
_ALL = "1"


def _statements(connection: _Connection) -> Iterator[Any]:
    return chain.from_iterable(said_in(kept.coding) for kept in each_document(connection))


def _figures(connection: _Connection) -> Iterator[Any]:
    return chain.from_iterable(figures_of(kept.coding) for kept in each_document(connection))


STREAMS: Mapping[str, Callable[[_Connection], Iterator[Any]]] = MappingProxyType(
    {
        EVENTS.name: lambda connection: each_event(connection, _ALL, {}),
        PARTICIPANTS.name: lambda connection: bare_events(connection, _ALL, {}),
        CLAIMS.name: lambda connection: each_claim(connection, None, {}),
        STATEMENTS.name: _statements,
        FIGURES.name: _figures,
        DOCUMENTS.name: each_document,
        ACTORS.name: lambda connection: iter(seen_in(bare_events(connection, _ALL, {}))),
        CHANGES.name: each_entry,
    }
)
"""Name of a table → the records that it has its rows of."""
