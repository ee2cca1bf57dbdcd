"""Text → the web address that it is, or why it is none that may be asked."""

from __future__ import annotations

import re

import httpx

from communique.sources.fetching.fetched import FetchError

__all__ = ["address_of", "host_of", "joined", "shown"]

_LONGEST = 4_000
"""Characters of an address; servers take 8,000 at most (RFC 9110, 4.1), news sites use 300."""
_CREDENTIALS = re.compile(r"(?<=//)[^/?#\s]*@")


def shown(url: str) -> str:
    """``url`` as it may be shown: without name and password, on one line, cut where it is very long."""
    line = " ".join(_CREDENTIALS.sub("", url).split())
    return line if len(line) <= _LONGEST else f"{line[:200]}…"


def address_of(url: str) -> httpx.URL:
    """The address; ``FetchError`` where it is not of the web, not whole, or carries name and password."""
    if len(url) > _LONGEST:
        raise _refused(url, f"an address of more than {_LONGEST:,} characters")
    try:
        address = httpx.URL(url.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise _refused(url, f"no web address: {error}") from None
    if address.scheme not in ("http", "https"):
        raise _refused(url, f"only http and https are read, not {address.scheme or 'an address without a scheme'}")
    if not address.host:
        raise _refused(url, "no web address: it names no host")
    if address.port is not None and not 0 < address.port < 65_536:
        raise _refused(url, f"no web address: there is no port {address.port}")
    if address.userinfo:
        raise _refused(url, "it carries a name or a password; take them out")
    return address.copy_with(fragment=None)


def joined(base: httpx.URL, link: str) -> httpx.URL:
    """Where ``link`` leads from ``base``; ``FetchError`` as of ``address_of``."""
    try:
        return address_of(str(base.join(link.strip())))
    except (httpx.InvalidURL, ValueError) as error:
        raise _refused(link, f"no web address: {error}") from None


def host_of(url: str) -> str:
    """The host whose turn counts for ``url``, with its port where it is not the usual one; the text itself if none."""
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        return url
    return address.netloc.decode("ascii", "replace")


def _refused(url: str, reason: str) -> FetchError:
    return FetchError(shown(url), reason, lasting=True)
