"""A document coded anew: its new claims take the place of the old ones in their events, so that ids stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from communique.resolving import locate
from communique.types import Anchor, Coding, Report

__all__ = ["Homes", "hand_on", "homes_of", "loosen"]

_decode = msgspec.json.Decoder(Report).decode
Homes = Sequence[tuple[Anchor, str, str | None]]
"""Claims of a document, each with its event, and with that which the program has it in where that is another."""


def homes_of(connection: sqlite3.Connection, document: str) -> Homes:
    """The claims of a document that have an event, before they go."""
    rows = connection.execute(
        "SELECT report, event, home FROM documents JOIN claims ON claims.document = documents.number"
        " JOIN event_claims ON event_claims.claim = claims.number WHERE documents.id = ? ORDER BY position",
        (document,),
    )
    return [(Anchor.of(document, _decode(report).claim), event, home) for report, event, home in rows]


def hand_on(connection: sqlite3.Connection, homes: Homes, coding: Coding, claims: Sequence[int]) -> None:
    """Gives the event of each former claim to that of ``claims``, those of ``coding``, which has its words."""
    for anchor, *events in homes:
        position = locate(anchor, coding.document.text, coding.events)
        if position is not None:
            connection.execute("INSERT OR IGNORE INTO event_claims VALUES (?, ?, ?)", (claims[position], *events))


def loosen(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Leaves to resolving what was judged together with claims that go."""
    connection.executemany(
        "INSERT OR IGNORE INTO pending_claims SELECT other.claim FROM judged_claims AS own"
        " JOIN judged_claims AS other USING (judgement) WHERE own.claim = ?",
        ((claim,) for claim in claims),
    )
