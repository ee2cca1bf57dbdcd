"""What a user names → the addresses that are watched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.sources.feeds import listing_of
from communique.sources.fetching import address_of
from communique.types import InputError, UsageError

__all__ = ["roots"]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def roots(named: Sequence[str]) -> tuple[str, ...]:
    """The addresses that are named, and those that the lists in files name, each once.

    Raises ``UsageError`` where there is none, a file cannot be read, or a name is no address.
    """
    found = tuple(dict.fromkeys(url for name in named for url in _of(name)))
    if not found:
        raise UsageError("there is nothing to watch: name feeds, or a list of feeds (OPML)")
    return found


def _of(name: str) -> Iterator[str]:
    if _URL.match(name):
        yield _checked(name)
        return
    try:
        listing = listing_of(Path(name).read_bytes(), Path(name).absolute().as_uri())
    except OSError as error:
        raise UsageError(f"{name}: {_reason(error)}") from None
    except ValueError as error:
        raise UsageError(f"{name}: {error}") from None
    if listing is None:
        yield from _lines(Path(name).read_text("utf-8", "replace"), name)
    elif not listing.lists:
        raise UsageError(f"{name}: it lists no feeds; a feed is watched at its address")
    yield from map(_checked, listing.lists if listing else ())


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name"
    return f"cannot be read: {error.strerror or error}"


def _lines(text: str, name: str) -> Iterator[str]:
    """The addresses of a text file, one a line, lines of ``#`` passed over."""
    lines = [line.strip() for line in text.splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    if not all(_URL.match(line) for line in found):
        raise UsageError(f"{name}: neither a list of feeds (OPML) nor one address a line")
    yield from map(_checked, found)


def _checked(url: str) -> str:
    try:
        return str(address_of(url))
    except InputError as error:
        raise UsageError(str(error)) from None
