"""An input of fuzzing, read as what its name says that it is."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from types import TracebackType

from protego import Protego

from communique.sources import Web, pages
from communique.sources.articles import fallback_page, item_id
from communique.sources.feeds import listing_of
from communique.sources.fetching import Fetcher, Manner, gunzip
from communique.types import InputError, Page

__all__ = ["read_input"]

_PLACE = "https://gazette.example/news/list"
_MOST = 20_000_000
_TOKEN = "Communique"


def read_input(path: Path) -> Iterator[Page | InputError]:
    """Pages and errors of the file at ``path``: of a ``.list`` what it shows itself, of ``.rules`` what they forbid,
    of an ``.answer`` what is read of a server that answers so."""
    match path.suffix:
        case ".list":
            return _list_pages(path.read_bytes())
        case ".rules":
            return _rules_pages(path.read_bytes())
        case ".answer":
            return _answer_pages(path.read_bytes())
        case _:
            return pages(path)


def _list_pages(data: bytes) -> Iterator[Page | InputError]:
    try:
        listing = listing_of(gunzip(data, _MOST), _PLACE)
    except ValueError as error:
        yield InputError(_PLACE, str(error))
        return
    for item in listing.items if listing is not None else ():
        page = fallback_page(item, _PLACE)
        yield page if page is not None else InputError(item_id(item, _PLACE), "no text")


def _rules_pages(data: bytes) -> Iterator[Page | InputError]:
    rules = Protego.parse(data.decode("utf-8", "replace"))
    delay = rules.crawl_delay(_TOKEN)
    for url in (_PLACE, "https://gazette.example/private/a.html"):
        if not rules.can_fetch(url, _TOKEN):
            yield InputError(url, f"not to be read, and the rest every {delay} s")


def _answer_pages(data: bytes) -> Iterator[Page | InputError]:
    manner = Manner(allow_private=True, gap=0.0, seconds=2.0, patience=0.0)
    web = Web(allow_private=True)
    web.fetcher = Fetcher(manner)
    with _Server(data) as server:
        yield from pages(server.url, web=web)


class _Server:
    """Answers every request with the same bytes, and hangs up; what asks for ``robots.txt`` gets them too."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/a"
        self._thread = Thread(target=self._serve, daemon=True)

    def __enter__(self) -> _Server:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                connection.settimeout(5.0)
                connection.recv(65_536)
                connection.sendall(self._data)
