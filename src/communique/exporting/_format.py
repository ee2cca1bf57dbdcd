"""What a format is: a name, what it loses, and a function that writes events as bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import BinaryIO

import msgspec

from communique.record import Record
from communique.types import Event, UsageError

__all__ = ["Context", "Format", "Option", "needs_extra"]

_NONE_CHOSEN: Mapping[str, str] = MappingProxyType({})


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a format may need beyond the events.

    ``record`` is the record that they are from, open; ``at`` the moment, in UTC, that the output tells as its own:
    given by the caller, so that the same record gives the same bytes; ``base_url`` where the record is served,
    null where it is not; ``address`` where this very output can be had again, null where that is not known;
    ``options`` what was chosen of the format's options, by name.
    """

    record: Record
    at: datetime
    base_url: str | None = None
    address: str | None = None
    options: Mapping[str, str] = _NONE_CHOSEN


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A choice that a format leaves to the user; the first of ``values`` holds where none is made."""

    name: str
    values: tuple[str, ...]
    summary: str

    def chosen(self, context: Context) -> str:
        """The value that holds."""
        return context.options.get(self.name, self.values[0])


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A form of export.

    ``suffix`` is the usual one of its files, with the dot; ``summary`` says what it is and for whom, ``loses`` what
    of an event it cannot carry. ``write`` takes the events one by one, so that an archive need not be held in memory;
    it raises ``UsageError`` where a library is missing, and leaves the stream open.
    """

    name: str
    suffix: str
    summary: str
    loses: str
    write: Callable[[Iterable[Event], BinaryIO, Context], None]
    options: tuple[Option, ...] = ()

    def choose(self, given: Mapping[str, str]) -> Mapping[str, str]:
        """The options as given; ``UsageError`` names one that the format does not have, or a value that it does not."""
        known = {option.name: option for option in self.options}
        for name, value in given.items():
            if name not in known:
                raise UsageError(f"{self.name} has no option --{name}; {_has(self.options)}")
            if value not in known[name].values:
                raise UsageError(f"--{name}: {value} is none of {', '.join(known[name].values)}")
        return given


def _has(options: tuple[Option, ...]) -> str:
    return "it has " + ", ".join(f"--{o.name}" for o in options) if options else "it has no options of its own"


@contextmanager
def needs_extra(format: str, library: str, extra: str) -> Iterator[None]:
    """Around the import of a library that only this format needs: ``UsageError`` says how to install it."""
    try:
        yield
    except ImportError as error:
        raise UsageError(f"{format} needs {library}; run: pip install 'communique[{extra}]'") from error
