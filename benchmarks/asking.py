"""A reader of pages that costs the machine little: one connection, one question after another (HTTP/1.1)."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import msgspec

__all__ = ["Answer", "ask", "asked"]

_HEADERS = "Host: localhost:{port}\r\nAccept-Encoding: gzip\r\nConnection: keep-alive\r\n\r\n"


class Answer(msgspec.Struct, frozen=True):
    """Milliseconds to the last byte, the status, bytes as ``sent``, and the ``body`` as it came."""

    milliseconds: float
    status: int
    sent: int
    body: bytes = b""


async def ask(port: int, path: str) -> Answer:
    """One question on a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        return await _ask(reader, writer, port, path, keep=True)
    finally:
        writer.close()


async def asked(port: int, next_question: Callable[[], tuple[str, str]]) -> AsyncIterator[tuple[str, Answer]]:
    """Questions without end, each a name and a path, on one connection; the name with the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while True:
            name, path = next_question()
            yield name, await _ask(reader, writer, port, path, keep=False)
    finally:
        writer.close()


async def _ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int, path: str, *, keep: bool
) -> Answer:
    began = time.perf_counter()
    writer.write(f"GET {path} HTTP/1.1\r\n{_HEADERS.format(port=port)}".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    body = await _body(reader, headers)
    spent = 1000 * (time.perf_counter() - began)
    return Answer(spent, int(lines[0].split()[1]), len(head) + len(body), body if keep else b"")


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "chunked" not in headers.get("transfer-encoding", ""):
        return await reader.readexactly(int(headers.get("content-length", "0")))
    chunks: list[bytes] = []
    while size := int((await reader.readline()).strip(), 16):
        chunks.append((await reader.readexactly(size + 2))[:-2])
    await reader.readline()
    return b"".join(chunks)
