"""The verb of the room: an address, fetched as a good guest does."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

import httpx
import msgspec

from communique.sources.fetching._address import address_of, host_of, joined, shown
from communique.sources.fetching._exchange import Answer, Bounds, exchange
from communique.sources.fetching._network import Sockets
from communique.sources.fetching._retry_after import seconds_to_wait
from communique.sources.fetching._robots import ROBOTS_SIZE, Robots
from communique.sources.fetching._turns import Turns
from communique.sources.fetching.fetched import Fetched, FetchError, Validators
from communique.sources.fetching.manner import Manner

__all__ = ["Fetcher"]

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))
_LEFT_ALONE = frozenset((429, 503))
_NEVER = Validators()
_KINDS = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.8"


class _Way(msgspec.Struct):
    """How far an address has led: where it is now, where it has moved for good, and what was passed."""

    at: httpx.URL
    moved: str | None
    permanent: bool
    passed: set[str]


class Fetcher:
    """Fetches addresses, from many threads at once if need be; what it knows of sites lives as long as it does."""

    def __init__(self, manner: Manner | None = None) -> None:
        self.manner = manner or Manner()
        self._turns = Turns()
        self._robots = Robots()
        self._sockets = Sockets()

    def fetch(self, url: str, known: Validators = _NEVER) -> Fetched:
        """What ``url`` has to say; with ``known`` only where it is newer.

        Raises ``FetchError``, which names the address and the reason: it may not be read, or cannot be, or the answer
        is an error, too large, too slow or broken.
        """
        return self._fetched(url, known, robots=self.manner.robots, size=self.manner.size)

    def wait(self, url: str) -> float:
        """Seconds until the host of ``url`` may be asked."""
        return self._turns.wait(host_of(url), patience=self.manner.patience)

    def close(self) -> None:
        """Ends what is going on in other threads with a ``FetchError``; nothing is fetched any more."""
        self._turns.stop()
        self._sockets.close()

    def _fetched(self, url: str, known: Validators, *, robots: bool, size: int, cut: bool = False) -> Fetched:
        start = address_of(url)
        way = _Way(start, None, True, {str(start)})
        spent = 0.0
        while True:
            gap = self._gap(way.at) if robots else self.manner.gap
            began = monotonic()
            answer = self._answer(way.at, _conditions(known), gap, self.manner.seconds - spent, size=size, cut=cut)
            spent += monotonic() - began
            if answer.status in _REDIRECTS and answer.headers.get("location"):
                self._lead_on(way, answer)
            else:
                return _judged(answer, str(start), way)

    def _gap(self, address: httpx.URL) -> float:
        """The seconds to leave between requests to the host; ``FetchError`` where the address may not be read."""
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        rules = self._robots.rules(site, self._robots_file)
        rules.check(str(address), self.manner.token)
        return max(self.manner.gap, rules.gap(self.manner.token))

    def _robots_file(self, url: str) -> Fetched:
        return self._fetched(url, _NEVER, robots=False, size=ROBOTS_SIZE, cut=True)

    def _answer(
        self, address: httpx.URL, headers: Mapping[str, str], gap: float, seconds: float, *, size: int, cut: bool
    ) -> Answer:
        """One exchange in its turn; a host that asks to be left alone for a short while is asked once more."""
        host, patience = host_of(str(address)), self.manner.patience
        fields = {"User-Agent": self.manner.user_agent, "Accept": _KINDS, **headers}
        for last in (False, True):
            with self._turns.turn(host, shown(str(address)), gap=gap, patience=patience):
                bounds = Bounds(end=monotonic() + seconds, size=size, allow_private=self.manner.allow_private, cut=cut)
                answer = exchange(address, fields, bounds, self._sockets)
                if answer.status not in _LEFT_ALONE:
                    break
                wait = seconds_to_wait(answer.headers)
                self._turns.hold(host, wait)
            if last or wait > patience:
                break
        return answer

    def _lead_on(self, way: _Way, answer: Answer) -> None:
        target = joined(way.at, answer.headers["location"])
        if len(way.passed) > self.manner.redirects:
            raise FetchError(shown(str(way.at)), f"it leads on more than {self.manner.redirects} times", lasting=True)
        if str(target) in way.passed:
            raise FetchError(shown(str(way.at)), "it leads on in a circle", lasting=True)
        way.passed.add(str(target))
        way.permanent = way.permanent and answer.status in _FOR_GOOD
        way.at = target
        if way.permanent:
            way.moved = str(target)


def _conditions(known: Validators) -> dict[str, str]:
    fields = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in fields.items() if value and value.isascii()}


def _judged(answer: Answer, asked: str, way: _Way) -> Fetched:
    place = shown(str(way.at))
    status = answer.status
    if status == 304:
        return Fetched(asked=asked, url=str(way.at), headers=answer.headers, body=b"", moved=way.moved, unchanged=True)
    if 200 <= status < 300:
        return Fetched(asked=asked, url=str(way.at), headers=answer.headers, body=answer.body, moved=way.moved)
    if status in _LEFT_ALONE:
        wait = seconds_to_wait(answer.headers)
        raise FetchError(place, f"the site asks to be left alone for {wait:.0f} seconds ({status})", wait=wait)
    if status == 410:
        raise FetchError(place, "gone for good (410)", lasting=True, gone=True)
    if 400 <= status < 500:
        # 408 and 425 ask for another try; the others stay as they are (RFC 9110, 15.5).
        raise FetchError(place, _CLIENT.get(status, f"refused ({status})"), lasting=status not in (408, 425))
    raise FetchError(place, f"the site fails ({status})")


_CLIENT = {401: "it asks for a password (401)", 403: "the site refuses to show it (403)", 404: "not there (404)"}
