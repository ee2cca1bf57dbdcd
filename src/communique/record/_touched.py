"""Which claims have to be resolved again after others came or went.

Firm claims hang together by bonds (pair of sides and day), so those that a new one can reach are taken
whole. Loose claims hang on the firm ones that offer what they seek, on their mates, and on the other
loose claims of their document, of which two may want the same home. Firm claims never hang on loose
ones, so what is touched stays near in time, however many undated reports there are. ``CROSS JOIN`` keeps
SQLite to the order in which tables are named: from the few touched claims outwards.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import msgspec

from communique.record._writing import claim_label
from communique.resolving import Group, Traits, traits
from communique.types import Report

__all__ = ["Touched", "touched"]

_decode = msgspec.json.Decoder(Report).decode
_TABLES = ("near_firm", "near_loose", "frontier")


class Touched(msgspec.Struct, frozen=True):
    """Claims to be resolved: label → number, the firm and the loose ones, and settled events near them.

    ``settled`` holds the firm claims of events that loose claims may join and that do not change
    otherwise; ``fresh`` are the labels of claims never resolved before.
    """

    numbers: dict[str, int]
    firm: list[Traits]
    loose: list[Traits]
    settled: dict[str, Group]
    fresh: frozenset[str]


def touched(connection: sqlite3.Connection) -> Touched:
    """What the pending claims and keys touch. Works in temporary tables of the connection."""
    for table in _TABLES:
        connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (claim INTEGER PRIMARY KEY)")
        connection.execute(f"DELETE FROM {table}")
    _reach_firm(connection)
    _reach_loose(connection)
    numbers: dict[str, int] = {}
    firm = _load(connection, "claims.number IN (SELECT claim FROM near_firm)", numbers)
    loose = _load(connection, "claims.number IN (SELECT claim FROM near_loose)", numbers)
    pending = {claim for (claim,) in connection.execute("SELECT claim FROM pending_claims")}
    fresh = frozenset(label for label, number in numbers.items() if number in pending)
    return Touched(numbers, firm, loose, _settled(connection), fresh)


def _reach_firm(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO frontier SELECT claim FROM pending_claims JOIN claims ON number = claim WHERE firm"
        " UNION SELECT claim FROM bonds WHERE key IN (SELECT key FROM pending_keys WHERE sort = 'bonds')"
    )
    while connection.execute("INSERT OR IGNORE INTO near_firm SELECT claim FROM frontier").rowcount > 0:
        reached = connection.execute(
            "SELECT DISTINCT there.claim FROM frontier"
            " CROSS JOIN bonds AS here ON here.claim = frontier.claim"
            " CROSS JOIN bonds AS there ON there.key = here.key"
            " WHERE there.claim NOT IN (SELECT claim FROM near_firm)"
        ).fetchall()
        connection.execute("DELETE FROM frontier")
        connection.executemany("INSERT INTO frontier VALUES (?)", reached)


def _reach_loose(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO near_loose SELECT claim FROM pending_claims JOIN claims ON number = claim WHERE NOT firm"
        " UNION SELECT claim FROM mates WHERE key IN (SELECT key FROM pending_keys WHERE sort = 'mates')"
        " UNION SELECT claim FROM seeks WHERE key IN (SELECT key FROM pending_keys WHERE sort = 'offers')"
        " UNION SELECT seeks.claim FROM near_firm"
        " CROSS JOIN offers ON offers.claim = near_firm.claim CROSS JOIN seeks ON seeks.key = offers.key"
    )
    while (
        connection.execute(
            "INSERT OR IGNORE INTO near_loose"
            " SELECT there.claim FROM near_loose JOIN mates AS here ON here.claim = near_loose.claim"
            " JOIN mates AS there ON there.key = here.key"
            " UNION SELECT beside.number FROM near_loose JOIN claims ON claims.number = near_loose.claim"
            " JOIN claims AS beside ON beside.document = claims.document WHERE NOT beside.firm"
        ).rowcount
        > 0
    ):
        pass


def _load(connection: sqlite3.Connection, where: str, numbers: dict[str, int]) -> list[Traits]:
    rows = connection.execute(
        "SELECT claims.number, documents.id, position, report FROM claims"
        f" JOIN documents ON documents.number = claims.document WHERE {where}"
    )
    found = []
    for number, document, position, report in rows:
        label = claim_label(document, position)
        numbers[label] = number
        found.append(traits(_decode(report), label))
    return found


def _settled(connection: sqlite3.Connection) -> dict[str, Group]:
    """Event id → its firm claims, of events out of reach of the new claims that a loose one may join."""
    rows = connection.execute(
        "SELECT event_claims.event, documents.id, position, report FROM event_claims"
        " JOIN claims ON claims.number = event_claims.claim"
        " JOIN documents ON documents.number = claims.document"
        " WHERE firm AND event_claims.event IN ("
        "  SELECT home.event FROM near_loose JOIN seeks ON seeks.claim = near_loose.claim"
        "  JOIN offers ON offers.key = seeks.key JOIN event_claims AS home ON home.claim = offers.claim"
        "  WHERE offers.claim NOT IN (SELECT claim FROM near_firm))"
        " ORDER BY event_claims.event"
    )
    groups: defaultdict[str, list[Traits]] = defaultdict(list)
    for event, document, position, report in rows:
        groups[event].append(traits(_decode(report), claim_label(document, position)))
    return {event: tuple(members) for event, members in groups.items()}
