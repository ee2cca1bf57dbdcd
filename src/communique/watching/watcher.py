"""The watch itself: step after step, until nothing is due or somebody stops it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

from communique.exporting import metrics, output_to
from communique.record import Feed, Record
from communique.sources.fetching import Fetcher
from communique.types import CommuniqueError
from communique.types.words import counted
from communique.watching._articles import read_articles
from communique.watching._feeds import read_feeds
from communique.watching._roots import roots
from communique.watching.journal import Journal
from communique.watching.listening import Listener, Telling

__all__ = ["Watcher"]

_ARTICLES = 256
"""Articles of one step, after which feeds are looked at again."""
_LONGEST_PAUSE = 60.0
"""Seconds: lists in files, and what other programs put into the record, are looked at as often."""


class Watcher:
    """Reads feeds into a record and tells of what is new.

    ``named`` are addresses and files with lists of them, ``every`` is how often a feed is asked, ``listeners`` are
    told; ``metrics_file`` is written anew after each step. ``shown`` is called with a line on how things stand.
    """

    def __init__(
        self,
        named: Sequence[str],
        record: Record,
        fetcher: Fetcher,
        journal: Journal,
        *,
        every: timedelta,
        listeners: Sequence[Listener] = (),
        metrics_file: Path | None = None,
        shown: Callable[[str], None] | None = None,
    ) -> None:
        self._named = named
        self._record = record
        self._fetcher = fetcher
        self._journal = journal
        self._every = every
        self._metrics_file = metrics_file
        self._shown = shown
        self._roots = roots(named)
        self._unread: str | None = None
        self._stopping = Event()
        self._telling = Telling(record, listeners, journal)

    def run(self, *, once: bool = False) -> None:
        """Watches until ``stop`` is called; with ``once`` until every feed was asked and no article can be read now."""
        self._journal.note("watch begins", count=len(self._roots))
        asked = self.step(all_feeds=once)
        while not self._stopping.is_set():
            if not asked and once:
                break
            if not asked:
                self._stopping.wait(self.pause())
            asked = not self._stopping.is_set() and self.step()
        self._journal.note("watch ends")

    def stop(self) -> None:
        """Ends the watch soon: what is being fetched is left, what is being coded is written."""
        self._stopping.set()
        self._fetcher.close()

    def step(self, *, all_feeds: bool = False) -> bool:
        """Asks the feeds that are due, reads some articles that wait, and tells of them; whether there was any to do.

        With ``all_feeds`` those are asked too that are not due yet, but for such as fail.
        """
        feeds = self._due(all_feeds)
        watchlist = self._record.watchlist
        if feeds:
            self._show(f"asking {counted(len(feeds), 'feed')}")
            read_feeds(feeds, watchlist, self._fetcher, self._journal, every=self._every, stopping=self._stopping)
        articles = () if self._stopping.is_set() else watchlist.waiting(datetime.now(UTC), _ARTICLES)
        self._show()
        for reading in read_articles(articles, self._record, self._fetcher, self._journal, stopping=self._stopping):
            if reading.documents:
                self._journal.note("documents read", count=len(reading.documents))
            self._telling.tell()
            self._write_metrics()
            self._show()
        return bool(feeds or articles)

    def pause(self) -> float:
        """Seconds until the next feed or article is due, a minute at most."""
        now = datetime.now(UTC)
        moments = [feed.due_at for feed in self._feeds(now) if not feed.gone]
        if (article := self._record.watchlist.next_article()) is not None:
            moments.append(article)
        left = (min(moments) - now).total_seconds() if moments else _LONGEST_PAUSE
        return min(max(left, 0.05), _LONGEST_PAUSE)

    def _feeds(self, now: datetime) -> Sequence[Feed]:
        try:
            self._roots = roots(self._named)
        except CommuniqueError as error:  # the list is being edited; the last one that could be read counts
            self._journal.failed("list not read", ", ".join(self._named), str(error), before=self._unread)
            self._unread = str(error)
        else:
            self._unread = None
        return self._record.watchlist.feeds(self._roots, now)

    def _due(self, all_feeds: bool) -> list[Feed]:
        now = datetime.now(UTC)
        return [
            feed
            for feed in self._feeds(now)
            if not feed.gone and (feed.due_at <= now or (all_feeds and not feed.failures))
        ]

    def _write_metrics(self) -> None:
        if self._metrics_file is None:
            return
        try:
            with output_to(self._metrics_file) as stream:
                stream.write(metrics(self._record).encode())
        except CommuniqueError as error:
            self._journal.note("metrics not written", str(self._metrics_file), reason=str(error))

    def _show(self, doing: str | None = None) -> None:
        if self._shown is None:
            return
        counts = self._record.watchlist.counts()
        failing = f", {counts.failing} failing" if counts.failing else ""
        self._shown(
            f"{counted(counts.feeds, 'feed')}{failing} · articles: {counts.waiting} wait, {counts.read} read"
            + (f" · {doing}" if doing else "")
        )
