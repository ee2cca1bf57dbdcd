"""Offices as documents give them to actors."""

from __future__ import annotations

import sqlite3
from datetime import date

from communique.record.actor import OfficeTold
from communique.types import Coding

__all__ = ["insert_offices", "read_offices"]


def insert_offices(connection: sqlite3.Connection, number: int, coding: Coding) -> None:
    """Writes the offices that the document of this ``number`` gives."""
    published = coding.document.published
    days = (published.earliest, published.latest) if published else (None, None)
    first, last = (day.isoformat() if day else None for day in days)
    held = {(p.actor.id, p.actor.office) for claim in coding.events for p in claim.participants if p.actor.office}
    connection.executemany(
        "INSERT OR IGNORE INTO offices VALUES (?, ?, ?, ?, ?)",
        ((actor, office, number, first, last) for actor, office in held),
    )


def read_offices(connection: sqlite3.Connection, actor: str) -> tuple[OfficeTold, ...]:
    """The offices of an actor, by when they were first told of."""
    rows = connection.execute(
        "SELECT office, min(first) AS earliest, max(last), count(*) FROM offices WHERE actor = ?"
        " GROUP BY office ORDER BY earliest IS NULL, earliest, office",
        (actor,),
    )
    return tuple(
        OfficeTold(office=office, first=_day(first), last=_day(last), reports=reports)
        for office, first, last, reports in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None
