"""Feeds of made-up news on loopback, each on a host of its own, some of them unreliable; for long runs of ``watch``.

Host ``n`` is ``127.1.x.y``: the whole of 127.0.0.0/8 is this machine, so that hundreds of hosts cost nothing.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter, deque
from html import escape
from threading import Event, Thread
from time import monotonic
from types import TracebackType

import msgspec

from benchmarks.articles import article

__all__ = ["Newsstand"]

_WINDOW = 20
"""Articles that a feed shows."""
_WORDS = 220
_TROUBLE = 0.1
"""Share of requests that an unreliable host answers badly."""


class _Feed(msgspec.Struct):
    chance: random.Random
    unreliable: bool
    shown: deque[int]
    next_at: float


class Newsstand:
    """Serves ``feeds`` feeds, each of which has a new article every ``gap`` seconds or so, the same for a ``seed``."""

    def __init__(self, feeds: int, *, gap: float, port: int, seed: int = 1) -> None:
        now = monotonic()
        self._gap = gap
        self.port = port
        self._seed = seed
        self._hosts = [f"127.1.{number // 250}.{number % 250 + 1}" for number in range(feeds)]
        self._feeds = {host: self._feed(number, now) for number, host in enumerate(self._hosts)}
        self._closing = Event()
        self._ready = Event()
        self._publishing = True
        self.published: set[str] = set()
        self.runs: list[Counter[str]] = [Counter()]
        self.requests = 0
        self.troubles = 0

    def _feed(self, number: int, now: float) -> _Feed:
        chance = random.Random(self._seed * 10_007 + number)
        return _Feed(chance, number % 5 == 0, deque(maxlen=_WINDOW), now + chance.random() * self._gap)

    @property
    def urls(self) -> list[str]:
        """The addresses of the feeds."""
        return [f"http://{host}:{self.port}/rss" for host in self._hosts]

    def __enter__(self) -> Newsstand:
        self._thread = Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._thread.join()

    def run(self) -> None:
        """Those who ask were started anew: what they read counts by itself from now on, in the last of ``runs``."""
        self.runs.append(Counter())

    def finish(self) -> None:
        """No more articles come, and no more trouble."""
        self._publishing = False

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._answer, self._hosts, self.port)
        async with server:
            self._ready.set()
            while not self._closing.is_set():
                await asyncio.sleep(0.1)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            host = writer.get_extra_info("sockname")[0]
            known = next((line[15:] for line in lines if line.lower().startswith("if-none-match: ")), None)
            self.requests += 1
            await self._respond(writer, host, lines[0].split()[1], known)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _respond(self, writer: asyncio.StreamWriter, host: str, path: str, known: str | None) -> None:
        feed = self._feeds[host]
        if feed.unreliable and self._publishing and path != "/robots.txt" and feed.chance.random() < _TROUBLE:
            self.troubles += 1
            await self._trouble(writer, feed.chance)
        elif path == "/rss":
            self._show(writer, host, feed, known)
        elif path[1:].isdecimal():
            self.runs[-1][f"{host}{path}"] += 1
            _send(writer, "200 OK", self._page(host, int(path[1:])), "text/html; charset=utf-8")
        else:
            _send(writer, "404 Not Found", b"")

    async def _trouble(self, writer: asyncio.StreamWriter, chance: random.Random) -> None:
        match chance.randrange(5):
            case 0:
                _send(writer, "500 Internal Server Error", b"")
            case 1:
                writer.write(b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n")
            case 2:
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>")
            case 3:
                await asyncio.sleep(40)
            case _:
                pass  # hangs up

    def _show(self, writer: asyncio.StreamWriter, host: str, feed: _Feed, known: str | None) -> None:
        while self._publishing and feed.next_at <= monotonic():
            number = feed.shown[-1] + 1 if feed.shown else 1
            feed.shown.append(number)
            feed.next_at += self._gap * (0.5 + feed.chance.random())
            self.published.add(f"{host}/{number}")
        tag = f'"{feed.shown[-1] if feed.shown else 0}"'
        if known == tag:
            writer.write(f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n".encode())
            return
        items = "".join(f"<item><title>Report {n}</title><link>/{n}</link></item>" for n in reversed(feed.shown))
        body = f'<rss version="2.0"><channel><title>{host}</title>{items}</channel></rss>'.encode()
        _send(writer, "200 OK", body, "application/rss+xml", f"ETag: {tag}\r\n")

    def _page(self, host: str, number: int) -> bytes:
        chance = random.Random(f"{self._seed}/{host}/{number}")
        headline, *paragraphs = article(chance, _WORDS, diplomatic=chance.random() < 0.5).strip().split("\n\n")
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        head = f"<head><title>{escape(headline)}</title></head>"
        return f"<html>{head}<body><article><h1>{escape(headline)}</h1>{body}</article></body></html>".encode()


def _send(writer: asyncio.StreamWriter, status: str, body: bytes, kind: str = "text/plain", more: str = "") -> None:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}Connection: close\r\n\r\n"
    )
    writer.write(head.encode() + body)
