"""A watch over sites on loopback."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.site import Site

from communique.record import Record, open_record
from communique.sources.fetching import Fetcher, Manner
from communique.watching import Journal, Note, Watcher


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


@pytest.fixture
def notes() -> list[Note]:
    return []


@pytest.fixture
def watcher(record: Record, notes: list[Note]) -> Iterator[Callable[..., Watcher]]:
    """Makes a watcher that may ask loopback, leaves no gap and loses patience soon."""
    fetchers: list[Fetcher] = []

    def make(*named: str, every: float = 3_600.0, listeners: Sequence[Any] = (), **more: Any) -> Watcher:
        fetcher = Fetcher(Manner(allow_private=True, gap=0.0, seconds=0.5, patience=0.0, size=1_000_000))
        fetchers.append(fetcher)
        return Watcher(
            named, record, fetcher, Journal(notes.append), every=timedelta(seconds=every), listeners=listeners, **more
        )

    yield make
    for one in fetchers:
        one.close()
