"""What is watched stands in the record: feeds, articles that wait, and who was told."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from communique.record import Feed, Record, Watchlist, open_record
from communique.types import Coding, EventClaim

NOW = datetime(2024, 4, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
RSS, LIST = "https://news.example/rss", "https://news.example/list"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


@pytest.fixture
def watchlist(record: Record) -> Watchlist:
    return record.watchlist


def read(watchlist: Watchlist, feed: Feed, *articles: tuple[str, str | None], at: datetime = NOW) -> int:
    told = [(id, stamp, b"{}") for id, stamp in articles]
    return watchlist.feed_read(feed, told, (), etag='"1"', last_modified=None, moved=None, now=at, due_at=at + HOUR)


def test_a_feed_is_due_at_once_and_then_when_it_was_said(watchlist: Watchlist) -> None:
    (feed,) = watchlist.feeds([RSS], NOW)
    assert (feed.due_at, feed.etag, feed.failures, feed.gone) == (NOW, None, 0, False)
    read(watchlist, feed)
    watchlist.feed_failed(feed, "broken", due_at=NOW + 2 * HOUR)
    watchlist.feed_failed(feed, "gone", due_at=NOW + 3 * HOUR, gone=True)
    (feed,) = watchlist.feeds([RSS], NOW)
    assert (feed.due_at, feed.etag, feed.failures, feed.reason, feed.gone) == (NOW + 3 * HOUR, '"1"', 2, "gone", True)


def test_an_article_waits_once_until_it_is_settled(watchlist: Watchlist) -> None:
    (feed,) = watchlist.feeds([RSS], NOW)
    assert read(watchlist, feed, ("url:a", None), ("url:b", None)) == 2
    assert read(watchlist, feed, ("url:a", None), ("url:b", None)) == 0
    assert [article.id for article in watchlist.waiting(NOW, 10)] == ["url:a", "url:b"]
    watchlist.settle([("url:a", None), ("url:b", "not there")], NOW)
    assert watchlist.waiting(NOW, 10) == ()
    assert read(watchlist, feed, ("url:a", None)) == 0
    counts = watchlist.counts()
    assert (counts.feeds, counts.waiting, counts.read, counts.failed, counts.read_at) == (1, 0, 1, 1, NOW)


def test_a_feed_that_tells_of_thousands_lets_others_have_their_turn(watchlist: Watchlist) -> None:
    many, other = watchlist.feeds([RSS, LIST], NOW)
    read(watchlist, many, *((f"url:{number:03}", None) for number in range(500)))
    read(watchlist, other, ("url:z", None), at=NOW + HOUR)
    assert [article.id for article in watchlist.waiting(NOW + HOUR, 2)] == ["url:000", "url:z"]


def test_an_article_that_changed_waits_again_but_not_at_once(watchlist: Watchlist) -> None:
    (feed,) = watchlist.feeds([RSS], NOW)
    read(watchlist, feed, ("url:a", "1"))
    watchlist.settle([("url:a", None)], NOW)
    assert read(watchlist, feed, ("url:a", "2"), at=NOW + HOUR / 2) == 0
    assert read(watchlist, feed, ("url:a", "1"), at=NOW + 2 * HOUR) == 0
    assert read(watchlist, feed, ("url:a", "2"), at=NOW + 2 * HOUR) == 1


def test_an_article_that_is_postponed_waits_longer(watchlist: Watchlist) -> None:
    (feed,) = watchlist.feeds([RSS], NOW)
    read(watchlist, feed, ("url:a", None))
    watchlist.postpone([("url:a", "busy", NOW + HOUR, True)])
    assert watchlist.waiting(NOW, 10) == ()
    assert watchlist.next_article() == NOW + HOUR
    (article,) = watchlist.waiting(NOW + HOUR, 10)
    assert (article.failures, article.reason, article.item) == (1, "busy", b"{}")


def test_lists_lead_to_feeds_also_in_a_circle(watchlist: Watchlist) -> None:
    (feed,) = watchlist.feeds([LIST], NOW)
    told = {"etag": None, "last_modified": None, "moved": None}
    watchlist.feed_read(feed, (), [RSS, LIST], **told, now=NOW, due_at=NOW + HOUR)
    assert [feed.url for feed in watchlist.feeds([LIST], NOW)] == [LIST, RSS]
    watchlist.feed_read(feed, (), [], **told, now=NOW, due_at=NOW + HOUR)
    assert [feed.url for feed in watchlist.feeds([LIST], NOW)] == [LIST]


def test_who_was_told_of_what(record: Record, watchlist: Watchlist) -> None:
    assert watchlist.told("desk") is None
    watchlist.tell("desk", 7)
    watchlist.tell("desk", 9)
    assert watchlist.told("desk") == 9


def test_events_that_came_and_changed_since(
    record: Record, claim: Callable[..., EventClaim], coding: Callable[..., Coding]
) -> None:
    def visit(end: str) -> EventClaim:
        return claim("visit", "visitor Wanjiru Otieno KEN", "host =Japan JPN", start="2024-05-13", end=end)

    record.keep([coding("a", "A guest came.", visit("2024-05-14"))])
    mark = record.mark
    assert [len(events) for events in record.changed_since(0)] == [1, 0]
    record.keep([coding("a", "A guest came and stayed.", visit("2024-05-15"))])
    assert [len(events) for events in record.changed_since(mark)] == [0, 1]
    assert [len(events) for events in record.changed_since(0)] == [1, 0]
    assert [len(events) for events in record.changed_since(record.mark)] == [0, 0]


def test_a_text_is_known_at_another_address_of_its_site_only(record: Record, coding: Callable[..., Coding]) -> None:
    def at(id: str, url: str) -> Coding:
        return coding(id, "A guest came.", url=url)

    record.keep([at("url:1", "https://www.kite.example/a")])
    assert record.has("url:1")
    assert record.knows(at("url:2", "https://kite.example/b").document)
    assert not record.knows(at("url:3", "https://post.example/b").document)
    assert not record.knows(at("given", "https://kite.example/b").document)
