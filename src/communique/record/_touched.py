"""Which claims have to be resolved again after others came or went.

Firm claims hang together by what can be one happening (``may_be_one``), one after another; those near a new one are
gathered anew. Loose claims hang on the events of firm ones that changed, on their mates, and on
the other loose claims of their document, of which two may want the same home. Firm claims never hang on loose ones.

What fits a loose claim is kept (its prospects), so that it is held against the events that changed and not against
all: one that fits two others joins none, whatever comes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import msgspec

from communique.record._index import read_traits
from communique.resolving import Candidate, Group, Traits, bonds, fits, mates, may_be_one, offers, seeks

__all__ = ["Claims", "FirmReach", "Stirred", "loose_touched"]

Claims = Mapping[int, Traits]
"""Claims of a record by number."""


class Stirred(msgspec.Struct, frozen=True):
    """Events whose firm claims are not what they were, and the groups that these claims are now.

    ``kept`` maps the label of every other firm claim that was looked at to its event.
    """

    events: frozenset[str]
    groups: tuple[Group, ...]
    kept: Mapping[str, str]


class Loose(msgspec.Struct, frozen=True):
    """Loose claims to be resolved, and the firm claims of the events that fit them and stand as they are.

    ``settled`` leaves out events whose claims were gathered again.
    """

    claims: Claims
    settled: dict[str, Group]


class FirmReach:
    """The firm claims that pending ones reach, step by step, whole events at a time.

    On a busy day everything hangs together somehow, so not all that can be reached is taken. What is taken is
    gathered anew; where the events that then changed (``covers``) keep clear by one event of those beyond which
    claims were left, these would come out the same with all claims, and so would the ones left. Else ``grow``.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.claims: dict[int, Traits] = {}
        self._connection = connection
        self._read = cache(lambda claim: read_traits(connection, claim))
        self._steps: dict[str, int] = {}
        self._step = 0
        rows = connection.execute(_FIRM_PENDING).fetchall()
        self._frontier = self._take(claim for (claim,) in rows)
        if not _has_events(connection):
            self._frontier = []
        for _ in range(_FIRST_STEPS):
            self.grow()

    def grow(self) -> None:
        """Takes what is linked to the claims taken last, and all claims of its events."""
        self._step += 1
        self._frontier = self._take(other for claim in self._frontier for other in self._linked(claim))

    def covers(self, stirred: Stirred) -> bool:
        """Whether nothing beyond what was taken hangs on the events that changed."""
        return not self._frontier or all(
            self._steps[t.label] + _CLEAR <= self._step for group in stirred.groups for t in group
        )

    def _take(self, claims: Iterable[int]) -> list[int]:
        """The claims with all of their events, those that are new."""
        new: list[int] = []
        waiting = [*claims]
        while waiting:
            claim = waiting.pop()
            if claim in self.claims:
                continue
            self.claims[claim] = trait = self._read(claim)
            self._steps[trait.label] = self._step
            new.append(claim)
            waiting.extend(other for (other,) in self._connection.execute(_FIRM_BESIDE, (claim,)))
        return new

    def _linked(self, claim: int) -> Iterator[int]:
        """Firm claims not taken yet that can be one with a claim."""
        own = self.claims[claim]
        for key in bonds(own):
            for (other,) in self._connection.execute("SELECT claim FROM bonds WHERE key = ?", (key,)).fetchall():
                if other not in self.claims and may_be_one(own, self._read(other)):
                    yield other


_FIRST_STEPS = 3
"""A claim joins an event a step away, which keeps clear of events two steps from it."""
_CLEAR = 2


def _has_events(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM event_claims LIMIT 1").fetchone() is not None


def loose_touched(connection: sqlite3.Connection, stirred: Stirred) -> Loose:
    """The loose claims that pending ones and stirred events touch."""
    reach = _Reach(connection, stirred)
    reach.start()
    reach.spread()
    return Loose(reach.found, reach.settled())


class _Reach:
    """The loose claims found so far. Works in temporary tables of the connection."""

    def __init__(self, connection: sqlite3.Connection, stirred: Stirred) -> None:
        self.found: dict[int, Traits] = {}
        self._connection = connection
        self._stirred = stirred
        self._new_record = not _has_events(connection)
        self._homes = frozenset(stirred.kept.values())

    def start(self) -> None:
        """Pending claims, mates of withdrawn ones, and who seeks what was stirred, unless two other events fit."""
        self._take(self._connection.execute(_PENDING))
        if self._new_record:
            return
        self._fill("stirred_keys", {key for group in self._stirred.groups for t in group for key in offers(t)})
        self._fill("stirred_events", self._stirred.events)
        self._take(self._concerned(self._connection.execute(_SEEKING).fetchall()))

    def _concerned(self, seekers: Iterable[tuple[int, bool]]) -> Iterator[tuple[int]]:
        """Of those who seek, whom one of the groups fits, or one fitted that is no more."""
        changed = [Candidate.of(group) for group in self._stirred.groups]
        for claim, lost in seekers:
            if lost or any(fits(read_traits(self._connection, claim), candidate) for candidate in changed):
                yield (claim,)

    def spread(self) -> None:
        """The other loose claims of their documents, and their mates that have no home."""
        if self._new_record:
            return
        frontier = list(self.found)
        while frontier:
            claim = frontier.pop()
            near = [*self._connection.execute(_BESIDE, (claim,)), *self._mates(claim)]
            frontier.extend(self._take(near))

    def _mates(self, claim: int) -> Iterator[tuple[int]]:
        for key in mates(self.found[claim]):
            yield from self._connection.execute(_HOMELESS_MATES, (key,))

    def settled(self) -> dict[str, Group]:
        """The events that fit, by what is known of each claim; where it is not, they are looked for."""
        if self._new_record:
            return {}
        groups: dict[str, Group] = {}
        read = cache(self._candidate)
        for claim, trait in self.found.items():
            known = self._prospects(claim)
            for event in self._search(trait, read) if known is None else known:
                if event not in self._homes and event not in groups:
                    groups[event] = self._group(event)
        return groups

    def _prospects(self, claim: int) -> tuple[str, ...] | None:
        """The events that fitted and stand; null where others may fit of which nothing is kept."""
        row = self._connection.execute(_KNOWN, (claim,)).fetchone()
        if row is None:
            return None
        told = [event for event in row if event is not None]
        standing = tuple(event for event in told if event not in self._stirred.events)
        return None if len(told) == 2 and len(standing) < 2 else standing

    def _search(self, trait: Traits, read: Callable[[str], Candidate]) -> tuple[str, ...]:
        """The first two events that fit and stand as they are."""
        found: dict[str, bool] = {}
        for key in seeks(trait):
            for (event,) in self._connection.execute(_OFFERING, (key,)):
                if event not in found and event not in self._stirred.events:
                    found[event] = fits(trait, read(event))
                    if sum(found.values()) == 2:
                        return tuple(event for event, fit in found.items() if fit)
        return tuple(event for event, fit in found.items() if fit)

    def _candidate(self, event: str) -> Candidate:
        return Candidate.of(self._group(event))

    def _group(self, event: str) -> Group:
        rows = self._connection.execute(_FIRM_OF, (event,)).fetchall()
        return tuple(read_traits(self._connection, claim) for (claim,) in rows)

    def _take(self, rows: Iterable[tuple[int]]) -> list[int]:
        """Those that were not found before."""
        new = [claim for (claim,) in list(rows) if claim not in self.found]
        self.found |= {claim: read_traits(self._connection, claim) for claim in new}
        return new

    def _fill(self, table: str, values: Iterable[int | str]) -> None:
        self._connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (value PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute(f"DELETE FROM {table}")
        self._connection.executemany(f"INSERT INTO {table} VALUES (?)", ((value,) for value in values))


# The events here are those that the program has claims in, whatever was judged: ``home`` where it is not null.
# ``CROSS JOIN`` keeps SQLite to the order in which tables are named: from the few touched claims outwards.
_FIRM_PENDING = (
    "SELECT claim FROM pending_claims CROSS JOIN claims ON number = claim WHERE firm"
    " UNION SELECT bonds.claim FROM pending_keys CROSS JOIN bonds ON bonds.key = pending_keys.key WHERE sort = 'bonds'"
    " UNION SELECT claim FROM pending_events CROSS JOIN event_claims"
    "  ON (event_claims.event = pending_events.event AND home IS NULL) OR home = pending_events.event"
    "  CROSS JOIN claims ON number = claim WHERE firm"
)
_FIRM_BESIDE = (
    "SELECT beside.claim FROM event_claims AS own CROSS JOIN event_claims AS beside"
    " ON (beside.event = coalesce(own.home, own.event) AND beside.home IS NULL)"
    "  OR beside.home = coalesce(own.home, own.event)"
    " CROSS JOIN claims ON claims.number = beside.claim WHERE own.claim = ? AND firm"
)
_PENDING = (
    "SELECT claim FROM pending_claims CROSS JOIN claims ON number = claim WHERE NOT firm"
    " UNION SELECT mates.claim FROM pending_keys CROSS JOIN mates ON mates.key = pending_keys.key WHERE sort = 'mates'"
)
_SEEKING = (
    "SELECT DISTINCT seeks.claim, prospects.claim IS NULL"
    " OR coalesce(one IN (SELECT value FROM stirred_events), 0)"
    " OR coalesce(other IN (SELECT value FROM stirred_events), 0) AS lost"
    " FROM (SELECT value FROM stirred_keys UNION SELECT key FROM pending_keys WHERE sort = 'offers')"
    " CROSS JOIN seeks ON seeks.key = value LEFT JOIN prospects ON prospects.claim = seeks.claim"
    " WHERE one IS NULL OR other IS NULL OR lost"
)
_BESIDE = (
    "SELECT beside.number FROM claims CROSS JOIN claims AS beside ON beside.document = claims.document"
    " LEFT JOIN prospects ON prospects.claim = beside.number"
    " WHERE claims.number = ? AND NOT beside.firm AND other IS NULL"
)
_HOMELESS_MATES = (
    "SELECT mates.claim FROM mates LEFT JOIN event_claims AS own ON own.claim = mates.claim WHERE key = ?"
    " AND NOT EXISTS (SELECT 1 FROM event_claims AS beside CROSS JOIN claims ON number = beside.claim"
    "  WHERE ((beside.event = coalesce(own.home, own.event) AND beside.home IS NULL)"
    "   OR beside.home = coalesce(own.home, own.event)) AND firm)"
)
_KNOWN = (
    "SELECT one, other FROM prospects WHERE claim = ?1 AND NOT EXISTS (SELECT 1 FROM pending_claims WHERE claim = ?1)"
)
_OFFERING = (
    "SELECT coalesce(home, event) FROM offers CROSS JOIN event_claims ON event_claims.claim = offers.claim"
    " WHERE key = ?"
)
_FIRM_OF = (
    "SELECT claim FROM event_claims CROSS JOIN claims ON number = claim"
    " WHERE ((event = ?1 AND home IS NULL) OR home = ?1) AND firm ORDER BY claim"
)
