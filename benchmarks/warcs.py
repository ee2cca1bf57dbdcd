"""Web archives made to measure: so many pages, some records damaged in the ways that archives are."""

from __future__ import annotations

import base64
import gzip
import hashlib
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import articles

__all__ = ["DAMAGES", "Made", "made_pages", "record", "response", "write_archive"]

_LINKS = 60
_EARLIEST = 2  # no damage before this page, so that the archive can be told to be one


class Made(msgspec.Struct, frozen=True):
    """What was written: addresses of the pages that are whole, and where the damaged records begin, with their kind."""

    whole: tuple[str, ...]
    damaged: dict[int, str]


def made_pages(count: int, seed: int = 0) -> Iterator[bytes]:
    """``count`` web pages of our own, each a made-up article of about 400 words among what surrounds one on a site."""
    for number, text in enumerate(articles(count, 400, diplomatic=0.2, seed=seed)):
        yield _page(number, text)


def _page(number: int, text: str) -> bytes:
    head, *paragraphs = text.split("\n\n")
    links = "".join(f'<li class="menu-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(_LINKS))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or [head])
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{head} | Calder Gazette {number}</title>"
        f"<meta property='og:type' content='article'><meta property='og:title' content='{head}'>"
        f"<style>{'.a{color:#123;margin:0 auto} ' * 200}</style><script>{'var a=1;' * 1000}</script></head>"
        f"<body><nav><ul>{links}</ul></nav><article><h1>{head}</h1>"
        f"<time datetime='2024-05-{1 + number % 28:02d}'></time>{body}</article>"
        f"<aside><ul>{links}</ul></aside><footer>Calder Gazette, page {number}</footer></body></html>"
    ).encode()


def record(kind: str, url: str, block: bytes, *, digest: bool = True) -> bytes:
    """A record of WARC 1.0 with its ``block``, and the digest of it."""
    made = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    identity = hashlib.md5(f"{kind}{url}".encode(), usedforsecurity=False).hexdigest()
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{identity}>\r\nWARC-Date: 2024-05-30T06:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"{f'WARC-Block-Digest: sha1:{made}' if digest else 'X-Digest: none'}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return header.encode() + block + b"\r\n\r\n"


def response(page: bytes) -> bytes:
    """What a server answers with ``page``."""
    header = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
    return header.encode() + page


def _cut(whole: bytes, packed: bytes, chance: random.Random) -> bytes:
    return packed[: chance.randrange(len(packed) // 4, len(packed) - 20)]


def _flipped(whole: bytes, packed: bytes, chance: random.Random) -> bytes:
    altered = bytearray(packed)
    for _ in range(3):
        altered[chance.randrange(len(packed) // 4, len(packed) - 20)] ^= 1 << chance.randrange(8)
    return bytes(altered)


def _sized(by: int) -> Callable[[bytes, bytes, random.Random], bytes]:
    def alter(whole: bytes, packed: bytes, chance: random.Random) -> bytes:
        header, end, block = whole.partition(b"\r\n\r\n")
        field = b"Content-Length: %d" % (len(block) - 4)
        altered = header.replace(field, b"Content-Length: %d" % (len(block) - 4 + by)) + end + block
        return gzip.compress(altered, 6, mtime=0) if packed.startswith(b"\x1f\x8b") else altered

    return alter


def _garbage(whole: bytes, packed: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(packed))


DAMAGES = {
    "cut": _cut,
    "flipped": _flipped,
    "length too long": _sized(4000),
    "length too short": _sized(-900),
    "garbage": _garbage,
}
"""How a record is damaged: its name, and a function of the record, of its bytes in the file and of chance."""


def write_archive(
    path: Path, pages: Iterable[bytes], count: int, damaged: int = 0, *, packed: bool = True, seed: int = 0
) -> Made:
    """Writes ``count`` of the ``pages``, each after the request for it; ``damaged`` are damaged, the last one cut."""
    chance = random.Random(seed)
    wrong = _chosen(chance, count, damaged)
    whole, offsets = [], {}
    with path.open("wb") as file:
        file.write(_packed(record("warcinfo", "", b"software: made\r\n"), packed))
        for number, page in zip(range(count), pages, strict=False):
            url = f"https://gazette.example/2024/{number}"
            file.write(_packed(record("request", url, b"GET /2024 HTTP/1.1\r\nHost: gazette.example\r\n\r\n"), packed))
            made = record("response", url, response(page))
            stored = _packed(made, packed)
            if kind := wrong.get(number):
                offsets[file.tell()] = kind
                stored = _cut(made, stored, chance) if kind == "end" else DAMAGES[kind](made, stored, chance)
            else:
                whole.append(url)
            file.write(stored)
    return Made(tuple(whole), offsets)


def _chosen(chance: random.Random, count: int, damaged: int) -> dict[int, str]:
    """Which pages are damaged, and how; never two that follow each other, whose damage would be one."""
    if not damaged:
        return {}
    places: Sequence[int] = chance.sample(range(_EARLIEST, count - 1, 2), damaged - 1)
    kinds = list(DAMAGES)
    return {place: kinds[n % len(kinds)] for n, place in enumerate(sorted(places))} | {count - 1: "end"}


def _packed(record: bytes, packed: bool) -> bytes:
    return gzip.compress(record, 6, mtime=0) if packed else record
