"""Figures of a record in the form of Prometheus."""

import re
from datetime import UTC, datetime
from pathlib import Path

from communique.exporting import metrics
from communique.record import open_record

NOW = datetime(2024, 4, 9, 12, tzinfo=UTC)
LINE = re.compile(r"# (?:HELP|TYPE) communique_\w+ .+|communique_\w+(?:\{\w+=\"\w+\"\})? \d+")


def test_an_empty_record_and_one_that_is_watched(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        text = metrics(record)
        assert "communique_documents 0\n" in text
        assert "last_read" not in text
        feed, _ = record.watchlist.feeds(["https://news.example/a?key=secret", "https://news.example/b"], NOW)
        articles = [("url:1", None, b"{}"), ("url:2", None, b"{}")]
        record.watchlist.feed_read(feed, articles, (), etag=None, last_modified=None, moved=None, now=NOW, due_at=NOW)
        record.watchlist.settle([("url:1", None)], NOW)
        text = metrics(record)
    assert all(LINE.fullmatch(line) for line in text.splitlines()), text
    assert "communique_feeds 2\n" in text
    assert 'communique_articles_total{result="read"} 1\n' in text
    assert "communique_articles_waiting 1\n" in text
    assert f"communique_feed_last_read_timestamp_seconds {NOW.timestamp():.0f}\n" in text
    assert "secret" not in text
