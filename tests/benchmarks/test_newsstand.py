"""The feeds of a soak: what they publish is served, and counted when it is read."""

import socket

from benchmarks.newsstand import Newsstand

from communique.sources.feeds import listing_of
from communique.sources.fetching import Fetcher, Manner


def test_feeds_publish_and_count() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    fetcher = Fetcher(Manner(allow_private=True, gap=0.0))
    with Newsstand(4, gap=0.001, port=port) as stand:
        listing = listing_of(fetcher.fetch(stand.urls[1]).body, stand.urls[1])
        assert listing is not None
        address = listing.items[0].url or ""
        page = fetcher.fetch(address)
        stand.finish()
    assert b"<h1>" in page.body
    assert address.removeprefix("http://").replace(f":{port}", "") in stand.published
    assert [list(run.values()) for run in stand.runs] == [[1]]
