"""Whose report it is: the words of a text as a fingerprint, and the site that it stands on."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from communique.codebook.words import fold
from communique.resolving._names import plain

__all__ = ["fingerprint", "site_of"]

_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> str:
    """32 hexadecimal digits that are equal for texts of the same words, whatever case, accents, signs."""
    words = _WORD.findall(fold.__wrapped__(text))  # past the cache, which is for names and would keep whole articles
    return hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()


def site_of(publisher: str | None, url: str | None) -> str | None:
    """The outlet under whose roof a text stands, by its address, else its publisher; null where neither is known."""
    host = urlsplit(url).hostname if url else None
    if host:
        return host.removeprefix("www.")
    return plain(publisher) or None if publisher else None
