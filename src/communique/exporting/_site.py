"""Where the record is served, and the names that its things have in files that link to them."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote, urlsplit

import msgspec

__all__ = ["Site", "site_at"]

_SINCE = "2026"
"""A tag URI names a time at which its host was the minter's; any does that never changes."""


class Site(msgspec.Struct, frozen=True):
    """``base`` is where the record is served, null where it is not; ``host`` the name that tag URIs are made with."""

    base: str | None
    host: str

    def page(self, event: str) -> str | None:
        """The address of an event's page."""
        return f"{self.base}/events/{event}" if self.base else None

    def tag(self, name: str, since: date | None = None) -> str:
        """A URI that stays the same (RFC 4151), minted at ``since`` if that is known.

        >>> site_at("https://desk.example/").tag("event/e1")
        'tag:desk.example,2026:event/e1'
        """
        return f"tag:{self.host},{since.isoformat() if since else _SINCE}:{quote(name)}"


def site_at(base_url: str | None) -> Site:
    """The site at an address; without one, names are made with ``localhost``."""
    base = base_url.rstrip("/") if base_url else None
    return Site(base, urlsplit(base or "").hostname or "localhost")
