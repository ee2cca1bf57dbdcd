"""An article of which a list tells no more than where it is."""

from __future__ import annotations

import re

import msgspec

from communique.types import InputError, Page

__all__ = ["Found", "Reference", "is_address"]

_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """The address of an article, what the list at ``place`` tells of it, null where it does not."""

    place: str
    url: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


Found = Page | Reference | InputError
"""What readers of files find."""


def is_address(text: str | None) -> bool:
    """Whether ``text`` is an address of the web."""
    return text is not None and _ADDRESS.match(text) is not None
