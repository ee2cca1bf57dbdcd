"""Feeds that are due → articles that wait to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from threading import Event

import msgspec

from communique.record import Feed, Watchlist
from communique.sources.addresses import fetched_listing
from communique.sources.articles import item_id
from communique.sources.feeds import Listing
from communique.sources.fetching import Fetched, Fetcher, FetchError, Validators, each_in_turn, host_of
from communique.types import InputError
from communique.watching._while import SECONDS, until
from communique.watching.journal import Journal

__all__ = ["read_feeds"]

_LONGEST = timedelta(days=1)
_EMPTY = "it tells of no article"


class _Answer(msgspec.Struct, frozen=True):
    """What a feed had to say: a list, nothing new, or an error."""

    feed: Feed
    fetched: Fetched | None
    listing: Listing | None
    error: InputError | None


def read_feeds(
    feeds: Sequence[Feed],
    watchlist: Watchlist,
    fetcher: Fetcher,
    journal: Journal,
    *,
    every: timedelta,
    stopping: Event,
) -> int:
    """Asks feeds for a minute or so; the number of articles that wait now because of it."""
    answers = each_in_turn(
        feeds,
        lambda feed: _ask(feed, fetcher),
        host=lambda feed: host_of(feed.moved or feed.url),
        busy=lambda feed: fetcher.wait(feed.moved or feed.url),
        enough=until(SECONDS, stopping),
    )
    return sum(
        _note(answer, watchlist, journal, every)
        for answer in answers
        if answer.error is None or not stopping.is_set()  # connections are closed then
    )


def _ask(feed: Feed, fetcher: Fetcher) -> _Answer:
    try:
        fetched = fetcher.fetch(feed.moved or feed.url, Validators(etag=feed.etag, last_modified=feed.last_modified))
        if fetched.unchanged:
            return _Answer(feed, fetched, None, None)
        listing = fetched_listing(fetched, fetcher)
    except InputError as error:
        return _Answer(feed, None, None, error)
    if listing is None:
        return _Answer(feed, None, None, InputError(fetched.url, "no feed, but a web page or something else"))
    return _Answer(feed, fetched, listing, None)


def _note(answer: _Answer, watchlist: Watchlist, journal: Journal, every: timedelta) -> int:
    feed, now = answer.feed, datetime.now(UTC)
    if answer.error is not None:
        _note_failure(feed, answer.error, watchlist, journal, every, now)
        return 0
    if feed.failures:
        journal.note("feed reads again", feed.url)
    if answer.listing is None or answer.fetched is None:
        watchlist.feed_unchanged(feed, now=now, due_at=now + every)
        return 0
    fetched, listing = answer.fetched, answer.listing
    if fetched.moved is not None and fetched.moved != feed.moved:
        journal.note("feed moved for good", feed.url, reason=f"to {fetched.moved}")
    empty = None if listing.items or listing.lists else _EMPTY
    count = watchlist.feed_read(
        feed,
        [(item_id(item, fetched.url), item.changed, msgspec.json.encode(item)) for item in listing.items],
        [url for url in listing.lists if url.startswith(("http://", "https://"))],
        etag=fetched.validators.etag,
        last_modified=fetched.validators.last_modified,
        moved=fetched.moved,
        now=now,
        due_at=now + every,
        reason=empty,
    )
    if count:
        journal.note("feed read", feed.url, count=count)
    elif empty:
        journal.failed("feed empty", feed.url, empty, before=feed.reason)
    return count


def _note_failure(
    feed: Feed, error: InputError, watchlist: Watchlist, journal: Journal, every: timedelta, now: datetime
) -> None:
    gone = isinstance(error, FetchError) and error.gone
    journal.failed("feed gone" if gone else "feed failed", feed.url, error.reason, before=feed.reason)
    watchlist.feed_failed(feed, error.reason, due_at=now + _pause(feed, error, every), gone=gone)


def _pause(feed: Feed, error: InputError, every: timedelta) -> timedelta:
    """Twice as long for each failure in a row, up to a day; at least as long as the site asks for."""
    doubled = min(every * (1 << min(feed.failures, 16)), _LONGEST)
    asked = error.wait if isinstance(error, FetchError) and error.wait is not None else 0.0
    return max(doubled, timedelta(seconds=asked))
