"""What comes back from an address, or why nothing does."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from communique.types import InputError

__all__ = ["FetchError", "Fetched", "Validators"]


class Validators(msgspec.Struct, frozen=True, kw_only=True):
    """What a server said of the version that it sent, by which a later request asks for a newer one (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A good answer.

    ``asked`` is the address that was asked and ``url`` the one that answered; ``moved`` is where the former has
    moved for good, null where it has not. ``headers`` have names in lower case. ``unchanged`` is whether the version
    that the ``Validators`` told of is still the newest: there is no body then.
    """

    asked: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    moved: str | None = None
    unchanged: bool = False

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        return Validators(etag=self.headers.get("etag"), last_modified=self.headers.get("last-modified"))


class FetchError(InputError):
    """An address could not be read.

    ``lasting`` is whether asking again soon is of no use (it is forbidden, or not there), ``gone`` whether the site
    says that it is gone for good; ``wait`` is how many seconds the site asks to be left alone, null where it does not.
    """

    def __init__(
        self, place: str, reason: str, *, lasting: bool = False, gone: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(place, reason)
        self.lasting = lasting
        self.gone = gone
        self.wait = wait
