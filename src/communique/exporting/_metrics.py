"""How a record stands, in the text form that Prometheus reads."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record import Record

__all__ = ["metrics"]


def metrics(record: Record) -> str:
    """The figures of the record, and of what is watched into it, one sample a line.

    The form is https://prometheus.io/docs/instrumenting/exposition_formats/. No label holds an address: feeds may
    have a key in theirs.
    """
    return "".join(f"# HELP {name} {help}\n# TYPE {name} {kind}\n{told}" for name, help, kind, told in _metrics(record))


def _metrics(record: Record) -> Iterator[tuple[str, str, str, str]]:
    sizes, watched = record.sizes, record.watchlist.counts()
    gauges = {
        "communique_documents": ("Documents in the record.", sizes.documents),
        "communique_events": ("Events in the record.", sizes.events),
        "communique_feeds": ("Feeds and lists that are watched.", watched.feeds),
        "communique_feeds_failing": ("Feeds that could not be read when they were asked last.", watched.failing),
        "communique_feeds_gone": ("Feeds whose site says that they are gone for good.", watched.gone),
        "communique_articles_waiting": ("Articles that are to be read.", watched.waiting),
    }
    for name, (help, value) in gauges.items():
        yield name, help, "gauge", f"{name} {value}\n"
    yield _counter("communique_changes_total", "Changes of events in the log.", f" {record.mark}\n")
    results = f'{{result="read"}} {watched.read}\n', f'{{result="failed"}} {watched.failed}\n'
    yield _counter("communique_articles_total", "Articles of feeds by what became of them.", *results)
    if watched.read_at is not None:
        name = "communique_feed_last_read_timestamp_seconds"
        yield name, "When a feed was read last.", "gauge", f"{name} {watched.read_at.timestamp():.0f}\n"


def _counter(name: str, help: str, *samples: str) -> tuple[str, str, str, str]:
    return name, help, "counter", "".join(f"{name}{sample}" for sample in samples)
