"""Connections to machines that may be asked, which end when their time is over.

The name is looked up here and the connection made to the very address that was checked, so that a name that leads
elsewhere the next time (DNS rebinding) gains nothing. Names in odd forms (``0x7f.1``, ``2130706433``) are looked up
like any other, and checked as what they are.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from time import monotonic
from typing import Any

import httpcore

from communique.sources.fetching._public import is_public

__all__ = ["ForbiddenError", "Network", "Sockets"]

_SocketOption = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


class ForbiddenError(Exception):
    """The machine may not be asked."""


class Sockets:
    """The sockets that are open, so that another thread can end what waits on them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._closed = False

    @contextmanager
    def kept(self) -> Iterator[set[socket.socket]]:
        """The set of open sockets, while nobody else touches it."""
        with self._lock:
            if self._closed:
                raise httpcore.ConnectError("the program is stopping")
            yield self._open

    def close(self) -> None:
        """Ends all of them, and lets no other be opened."""
        with self._lock:
            self._closed = True
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)


class Network(httpcore.NetworkBackend):
    """Opens connections for one exchange, which has to be over at ``end`` (of ``time.monotonic``)."""

    def __init__(self, end: float, *, allow_private: bool, sockets: Sockets) -> None:
        self._end = end
        self._allow_private = allow_private
        self._sockets = sockets

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first machine of that name that may be asked and answers.

        Each has its share of the time that is left, so that one that does not answer leaves some for the next.
        """
        machines = self._machines(host, port)
        for left in range(len(machines), 0, -1):
            try:
                stream = httpcore.SyncBackend().connect_tcp(machines[-left], port, timeout=_left(self._end) / left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if left == 1:
                    raise
            else:
                return _Stream(stream, self._end, self._sockets)
        raise httpcore.ConnectError(f"{host} has no address")

    def _machines(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be looked up: {getattr(error, 'strerror', error)}") from None
        machines = list(dict.fromkeys(str(address[0]) for *_, address in found))
        allowed = [machine for machine in machines if self._allow_private or is_public(machine)]
        if machines and not allowed:
            named = host if host == machines[0] else f"{host} leads to {machines[0]}, which"
            raise ForbiddenError(f"{named} is no address of the public internet; --allow-private lets it be asked")
        return allowed


class _Stream(httpcore.NetworkStream):
    """A connection on which every wait is bounded by what is left of the exchange's time."""

    def __init__(self, stream: httpcore.NetworkStream, end: float, sockets: Sockets) -> None:
        self._stream = stream
        self._end = end
        self._sockets = sockets
        self._socket: socket.socket = stream.get_extra_info("socket")
        try:
            with sockets.kept() as opened:
                opened.add(self._socket)
        except httpcore.ConnectError:
            stream.close()
            raise

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._end))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._end))

    def close(self) -> None:
        with suppress(httpcore.ConnectError), self._sockets.kept() as opened:
            opened.discard(self._socket)
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, secured; the plain one is used no more."""
        with self._sockets.kept() as opened:
            opened.discard(self._socket)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(self._end)), self._end, self._sockets)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(end: float) -> float:
    left = end - monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left
