"""Sends bytes to an address that the user has named."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from communique.sources.fetching._address import address_of, shown
from communique.sources.fetching._exchange import Bounds, exchange
from communique.sources.fetching._network import Sockets
from communique.sources.fetching.fetched import FetchError

__all__ = ["post"]

_ANSWER = 100_000
"""Bytes of the answer that are read: nothing is done with them."""


def post(url: str, content: bytes, headers: Mapping[str, str], *, seconds: float = 15.0) -> None:
    """Sends ``content``; ``FetchError`` where that fails or the answer is no success.

    The address is the user's own, so that it may be of a private network; where it leads on nothing follows.
    """
    bounds = Bounds(end=monotonic() + seconds, size=_ANSWER, allow_private=True, cut=True)
    answer = exchange(address_of(url), headers, bounds, Sockets(), content=content)
    if not 200 <= answer.status < 300:
        raise FetchError(shown(url), f"it was not taken ({answer.status})")
