"""``robots.txt``: what a site lets programs read (RFC 9309)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

import msgspec
from protego import Protego

from communique.sources.fetching.fetched import Fetched, FetchError

__all__ = ["ROBOTS_SIZE", "Robots", "Rules"]

ROBOTS_SIZE = 512_000
"""Bytes of a file that are read; at least 500 KiB have to be (section 2.5)."""
_KEPT = 86_400.0
_KEPT_UNREACHED = 600.0
_MOST_SITES = 2_000
_LONGEST_DELAY = 60.0
"""Seconds: a site that asks for more between two requests gets this."""


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What a site allows. ``parsed`` is null where all is allowed, ``failure`` why it could not be learned."""

    until: float
    parsed: Protego | None = None
    failure: str | None = None

    def check(self, url: str, token: str) -> None:
        """``FetchError`` where ``url`` may not be read, or nobody knows whether it may."""
        if self.failure is not None:
            raise FetchError(url, f"whether it may be read is not known: {self.failure}")
        if self.parsed is not None and not self.parsed.can_fetch(url, token):
            raise FetchError(url, "robots.txt asks programs not to read it", lasting=True)

    def gap(self, token: str) -> float:
        """The seconds between two requests that the site asks for."""
        delay = self.parsed.crawl_delay(token) if self.parsed is not None else None
        return min(float(delay), _LONGEST_DELAY) if delay else 0.0


class Robots:
    """The rules of the sites that were asked, each read once a day."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sites: OrderedDict[str, Rules] = OrderedDict()

    def rules(self, site: str, fetch: Callable[[str], Fetched]) -> Rules:
        """The rules of ``site`` (``https://host``), which ``fetch`` reads where they are not known.

        A file that is not there (4xx) allows all; one that cannot be had now, because the server fails or nobody
        answers, forbids all until it can (sections 2.3.1.3 and 2.3.1.4).
        """
        with self._lock:
            known = self._sites.get(site)
        if known is None or known.until < monotonic():
            known = _read(f"{site}/robots.txt", fetch)
            self._keep(site, known)
        return known

    def _keep(self, site: str, rules: Rules) -> None:
        with self._lock:
            self._sites[site] = rules
            self._sites.move_to_end(site)
            while len(self._sites) > _MOST_SITES:
                self._sites.popitem(last=False)


def _read(url: str, fetch: Callable[[str], Fetched]) -> Rules:
    try:
        found = fetch(url)
    except FetchError as failure:
        if failure.lasting:
            return Rules(until=monotonic() + _KEPT)
        return Rules(until=monotonic() + _KEPT_UNREACHED, failure=str(failure))
    text = found.body.decode("utf-8", "replace")
    return Rules(until=monotonic() + _KEPT, parsed=Protego.parse(text))
