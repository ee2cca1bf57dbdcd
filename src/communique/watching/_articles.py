"""Articles that wait → the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from threading import Event
from time import monotonic

import msgspec

from communique.record import Reading, Record, Waiting
from communique.running import code_document, code_pages
from communique.sources.articles import article_pages, fallback_page
from communique.sources.feeds import Item
from communique.sources.fetching import Fetcher, FetchError, each_in_turn, host_of
from communique.types import Coding, Document, InputError, Page
from communique.watching._while import SECONDS, until
from communique.watching.journal import Journal

__all__ = ["read_articles"]

_BATCH = 64
_SECONDS = 5.0
_TRIES = 5
"""Failures of an article, each after four times the pause of the last, before the feed's own text is taken."""
_PAUSE = timedelta(minutes=1)
_item = msgspec.json.Decoder(Item).decode


class _Answer(msgspec.Struct, frozen=True):
    """What came of an article: its pages, or why there are none, and whether that may pass."""

    article: Waiting
    item: Item
    pages: tuple[Page, ...]
    error: InputError | None


class _Batch:
    """What was coded and has still to be written."""

    def __init__(self) -> None:
        self.outcomes: list[Coding | Document] = []
        self.settled: list[tuple[str, str | None]] = []
        self.postponed: list[tuple[str, str, datetime, bool]] = []
        self._until = monotonic() + _SECONDS

    @property
    def is_due(self) -> bool:
        """Whether it is to be written: it is large, or what is in it might be lost by a kill for long enough."""
        return len(self.outcomes) + len(self.postponed) >= _BATCH or monotonic() > self._until


def read_articles(
    articles: Sequence[Waiting], record: Record, fetcher: Fetcher, journal: Journal, *, stopping: Event
) -> Iterator[Reading]:
    """Reads articles for a minute or so, and says of each batch what came of it.

    An article is settled only when its documents are in the record, so that one that was being read when the program
    was killed is read by the next run; its document is known by then, if it was written.
    """
    answers = each_in_turn(
        articles,
        lambda article: _ask(article, fetcher),
        host=lambda article: host_of(_item(article.item).url or ""),
        busy=lambda article: fetcher.wait(_item(article.item).url or ""),
        enough=until(SECONDS, stopping),
    )
    batch = _Batch()
    for answer in answers:
        if answer.error is not None and stopping.is_set():
            continue  # its connection was closed; it waits for the next run
        _take(answer, batch, record, journal)
        if batch.is_due:
            yield _write(batch, record)
            batch = _Batch()
    yield _write(batch, record)


def _ask(article: Waiting, fetcher: Fetcher) -> _Answer:
    """In a thread of its own: the article's pages, from its address."""
    item = _item(article.item)
    if item.url is None:
        return _Answer(article, item, (), None)
    try:
        found = list(article_pages(fetcher.fetch(item.url), item))
    except InputError as error:
        return _Answer(article, item, (), error)
    errors = [page for page in found if isinstance(page, InputError)]
    return _Answer(article, item, tuple(p for p in found if isinstance(p, Page)), errors[0] if errors else None)


def _take(answer: _Answer, batch: _Batch, record: Record, journal: Journal) -> None:
    article, error = answer.article, answer.error
    place = answer.item.url or article.feed
    if isinstance(error, FetchError) and not error.lasting and article.failures < _TRIES:
        journal.failed("article failed", place, error.reason, before=article.reason)
        batch.postponed.append((article.id, error.reason, *_later(article, error)))
        return
    pages = answer.pages
    if not pages and (page := fallback_page(answer.item, article.feed)) is not None:
        pages = (page,)
        if error is not None:
            journal.note("feed's own text taken", place, reason=error.reason)
    reason = None if pages else error.reason if error is not None else "the feed shows no text of it"
    if pages:
        reason = _code(pages, batch, record)
    if reason is not None:
        journal.failed("article not read", place, reason, before=article.reason)
    batch.settled.append((article.id, reason))


def _later(article: Waiting, error: FetchError) -> tuple[datetime, bool]:
    """When the article is tried again; a site that asks to be left alone says nothing of the article."""
    now = datetime.now(UTC)
    if error.wait is not None:
        return now + timedelta(seconds=max(error.wait, 1.0)), False
    return now + _PAUSE * 4**article.failures, True


def _code(pages: Sequence[Page], batch: _Batch, record: Record) -> str | None:
    """Codes the pages of one article; the reason where that cannot be done."""
    try:
        found = list(code_pages(pages, record.knows))
    except Exception as error:  # one article must not end a watch of months; its place and the error are told
        return f"it cannot be coded: {type(error).__name__}: {error}"
    read = [outcome for outcome in found if not isinstance(outcome, InputError)]
    batch.outcomes.extend(read)
    return None if read else next(str(error.reason) for error in found if isinstance(error, InputError))


def _write(batch: _Batch, record: Record) -> Reading:
    reading = record.keep(batch.outcomes, code_document)
    record.watchlist.settle(batch.settled, datetime.now(UTC))
    record.watchlist.postpone(batch.postponed)
    return reading
