"""What is watched: feeds, the articles that they tell of, and who has been told of which changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from communique.record._connection import guarded, transaction

__all__ = ["Feed", "Waiting", "Watched", "Watchlist"]

_OF_ONE_FEED = 32
_REREAD = timedelta(hours=1)
"""An article that its feed calls changed is not read again sooner: some feeds call all of them changed every time."""


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed or another list, under the address by which it was named.

    ``moved`` is where it has moved for good; ``etag`` and ``last_modified`` are what its server said of the version
    that was read last. ``failures`` counts those in a row, ``reason`` is that of the last or, without any, why the feed
    tells of nothing. One that is ``gone`` is not asked again.
    """

    url: str
    moved: str | None
    etag: str | None
    last_modified: str | None
    due_at: datetime
    failures: int
    reason: str | None
    gone: bool


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An article that is to be read: the id that its document will have, the feed that told of it, what that said."""

    id: str
    feed: str
    item: bytes
    failures: int
    reason: str | None


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """How much is watched: feeds, those that fail now and those that are gone, and when one was read last; articles by
    what became of them."""

    feeds: int
    failing: int
    gone: int
    read_at: datetime | None
    waiting: int
    read: int
    failed: int


class Watchlist:
    """The watching part of a record; all methods raise ``RecordError`` where the file cannot be read or written."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def feeds(self, urls: Sequence[str], now: datetime) -> tuple[Feed, ...]:
        """The feeds of these addresses and of the lists among them, each once; new ones are due at once."""
        with guarded(self._path), transaction(self._connection):
            self._connection.executemany(
                "INSERT INTO feeds (url, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [(url, _text(now)) for url in urls],
            )
        with guarded(self._path):
            found = {url: self._feed(url) for url in self._with_children(urls)}
        return tuple(found.values())

    def _with_children(self, urls: Sequence[str]) -> Iterator[str]:
        seen: set[str] = set()
        level: Sequence[str] = urls
        while level := [url for url in dict.fromkeys(level) if url not in seen]:
            seen.update(level)
            yield from level
            level = [
                child
                for url in level
                for (child,) in self._connection.execute("SELECT url FROM feeds WHERE parent = ?", (url,))
            ]

    def _feed(self, url: str) -> Feed:
        row = self._connection.execute(
            "SELECT url, moved, etag, last_modified, due_at, failures, reason, gone FROM feeds WHERE url = ?", (url,)
        ).fetchone()
        url, moved, etag, last_modified, due_at, failures, reason, gone = row
        return Feed(
            url=url,
            moved=moved,
            etag=etag,
            last_modified=last_modified,
            due_at=datetime.fromisoformat(due_at),
            failures=failures,
            reason=reason,
            gone=bool(gone),
        )

    def feed_read(
        self,
        feed: Feed,
        articles: Iterable[tuple[str, str | None, bytes]],
        lists: Iterable[str],
        *,
        etag: str | None,
        last_modified: str | None,
        moved: str | None,
        now: datetime,
        due_at: datetime,
        reason: str | None = None,
    ) -> int:
        """Notes what a feed told: its articles, as id, moment of the last change and content, and further lists.

        ``reason`` is why it tells of nothing, where it does.
        The number of articles that wait now because of it: new ones, and those that changed since they were read. All
        is noted at once, so that a version of the feed that is not asked for again has left all it told.
        """
        with guarded(self._path), transaction(self._connection):
            self._connection.execute(
                "UPDATE feeds SET etag = ?, last_modified = ?, moved = coalesce(?, moved), due_at = ?, read_at = ?,"
                " failures = 0, reason = ? WHERE url = ?",
                (etag, last_modified, moved, _text(due_at), _text(now), reason, feed.url),
            )
            self._list(feed.url, lists, now)
            return sum(self._wait(feed.url, *article, now) for article in articles)

    def feed_unchanged(self, feed: Feed, *, now: datetime, due_at: datetime) -> None:
        """Notes that a feed had nothing new."""
        with guarded(self._path), transaction(self._connection):
            self._connection.execute(
                "UPDATE feeds SET due_at = ?, read_at = ?, reason = iif(failures, NULL, reason), failures = 0"
                " WHERE url = ?",
                (_text(due_at), _text(now), feed.url),
            )

    def feed_failed(self, feed: Feed, reason: str, *, due_at: datetime, gone: bool = False) -> None:
        """Notes that a feed could not be read, and when it is to be asked again."""
        with guarded(self._path), transaction(self._connection):
            self._connection.execute(
                "UPDATE feeds SET failures = failures + 1, reason = ?, due_at = ?, gone = ? WHERE url = ?",
                (reason, _text(due_at), gone, feed.url),
            )

    def _list(self, parent: str, lists: Iterable[str], now: datetime) -> None:
        self._connection.execute("UPDATE feeds SET parent = NULL WHERE parent = ?", (parent,))
        self._connection.executemany(
            "INSERT INTO feeds (url, parent, due_at) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET parent = ?2",
            [(url, parent, _text(now)) for url in lists],
        )

    def _wait(self, feed: str, id: str, stamp: str | None, item: bytes, now: datetime) -> int:
        """Lets an article wait to be read, unless it was read as it is; 1 where it waits because of this."""
        row = self._connection.execute("SELECT stamp, state, due_at FROM articles WHERE id = ?", (id,)).fetchone()
        if row is None and stamp is None and self._has_document(id):
            return 0
        if row is not None:
            known, state, settled_at = row
            if state == "waiting" or stamp in (None, known) or settled_at > _text(now - _REREAD):
                return 0
        self._connection.execute(
            "INSERT INTO articles (id, feed, stamp, item, state, due_at) VALUES (?, ?, ?, ?, 'waiting', ?)"
            " ON CONFLICT DO UPDATE SET stamp = excluded.stamp, item = excluded.item, state = 'waiting',"
            " due_at = excluded.due_at, failures = 0, reason = NULL",
            (id, feed, stamp, item, _text(now)),
        )
        return 1

    def _has_document(self, id: str) -> bool:
        return self._connection.execute("SELECT 1 FROM documents WHERE id = ?", (id,)).fetchone() is not None

    def waiting(self, now: datetime, most: int) -> tuple[Waiting, ...]:
        """Articles that may be read now: of each feed some, those that wait longest first, so that one that tells of
        thousands lets the others have their turn."""
        with guarded(self._path):
            rows = self._connection.execute(
                "SELECT id, feed, item, failures, reason FROM"
                " (SELECT *, row_number() OVER (PARTITION BY feed ORDER BY due_at, id) AS place FROM articles"
                " WHERE state = 'waiting' AND due_at <= ?) WHERE place <= ? ORDER BY place, due_at, id LIMIT ?",
                (_text(now), _OF_ONE_FEED, most),
            ).fetchall()
        return tuple(
            Waiting(id=id, feed=feed, item=item, failures=failures, reason=reason)
            for id, feed, item, failures, reason in rows
        )

    def settle(self, articles: Iterable[tuple[str, str | None]], now: datetime) -> None:
        """Notes of articles, by id, that they were read, or, with a reason, that they cannot be."""
        with guarded(self._path), transaction(self._connection):
            self._connection.executemany(
                "UPDATE articles SET state = iif(?2 IS NULL, 'read', 'failed'), reason = ?2, item = NULL, due_at = ?3"
                " WHERE id = ?1",
                [(id, reason, _text(now)) for id, reason in articles],
            )

    def postpone(self, articles: Iterable[tuple[str, str, datetime, bool]]) -> None:
        """Lets articles wait longer: id, reason, until when, and whether that counts as a failure of the article."""
        with guarded(self._path), transaction(self._connection):
            self._connection.executemany(
                "UPDATE articles SET reason = ?2, due_at = ?3, failures = failures + ?4 WHERE id = ?1",
                [(id, reason, _text(due_at), failed) for id, reason, due_at, failed in articles],
            )

    def next_article(self) -> datetime | None:
        """When the next article that waits may be read; null where none waits."""
        with guarded(self._path):
            (at,) = self._connection.execute("SELECT min(due_at) FROM articles WHERE state = 'waiting'").fetchone()
        return datetime.fromisoformat(at) if at is not None else None

    def told(self, channel: str) -> int | None:
        """The number of the last change that ``channel`` was told of; null where it was never told."""
        with guarded(self._path):
            row = self._connection.execute("SELECT change FROM told WHERE channel = ?", (channel,)).fetchone()
        return int(row[0]) if row is not None else None

    def tell(self, channel: str, change: int) -> None:
        """Notes that ``channel`` knows all changes up to that number."""
        with guarded(self._path), transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (channel, change))

    def counts(self) -> Watched:
        """How much is watched, and what became of it."""
        with guarded(self._path):
            feeds = self._connection.execute(
                "SELECT count(*), coalesce(sum(failures > 0 AND NOT gone), 0), coalesce(sum(gone), 0), max(read_at)"
                " FROM feeds"
            ).fetchone()
            states = dict(self._connection.execute("SELECT state, count(*) FROM articles GROUP BY state"))
        return Watched(
            feeds=feeds[0],
            failing=feeds[1],
            gone=feeds[2],
            read_at=datetime.fromisoformat(feeds[3]) if feeds[3] is not None else None,
            waiting=states.get("waiting", 0),
            read=states.get("read", 0),
            failed=states.get("failed", 0),
        )


def _text(moment: datetime) -> str:
    """All in one form and zone, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
