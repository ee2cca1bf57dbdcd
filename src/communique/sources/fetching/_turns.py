"""Whose turn it is: one request at a time to a host, some time after the last, and none while it asks for peace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic

from communique.sources.fetching.fetched import FetchError

__all__ = ["Turns"]

_MANY = 10_000
"""Hosts that are remembered before those that may be asked again at once are forgotten."""


class _Host:
    def __init__(self) -> None:
        self.lock = Lock()
        self.free_at = 0.0
        self.held = False


class Turns:
    """The hosts that were asked, and from when on each may be asked again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}
        self._stopped = Event()

    @contextmanager
    def turn(self, host: str, url: str, *, gap: float, patience: float) -> Iterator[None]:
        """Waits until ``host`` may be asked; while the turn lasts, and ``gap`` seconds longer, nobody else asks it.

        ``FetchError`` (of ``url``) where the host asked to be left alone for longer than ``patience`` seconds, or
        the program is stopping.
        """
        known = self._known(host)
        with known.lock:
            wait = known.free_at - monotonic()
            if known.held and wait > patience:
                raise FetchError(url, f"the site asks to be left alone for {wait:.0f} seconds more", wait=wait)
            if self._stopped.wait(max(wait, 0.0)):
                raise FetchError(url, "the program is stopping")
            known.held = False
            try:
                yield
            finally:
                known.free_at = max(known.free_at, monotonic() + gap)

    def hold(self, host: str, seconds: float) -> None:
        """Leaves ``host`` alone for so long."""
        known = self._known(host)
        known.free_at = max(known.free_at, monotonic() + seconds)
        known.held = True

    def wait(self, host: str, *, patience: float) -> float:
        """Seconds until ``host`` may be asked; none where waiting is of no use, since a ``turn`` would fail at once."""
        with self._lock:
            known = self._hosts.get(host)
        wait = max(known.free_at - monotonic(), 0.0) if known else 0.0
        return 0.0 if known and known.held and wait > patience else wait

    def stop(self) -> None:
        """Ends all waiting."""
        self._stopped.set()

    def _known(self, host: str) -> _Host:
        with self._lock:
            if len(self._hosts) >= _MANY and host not in self._hosts:
                self._forget()
            return self._hosts.setdefault(host, _Host())

    def _forget(self) -> None:
        now = monotonic()
        self._hosts = {host: it for host, it in self._hosts.items() if it.free_at > now or it.lock.locked()}
