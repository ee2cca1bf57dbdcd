"""Which events a page shows: all of it stands in the URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote_plus

import msgspec

from communique.record import Filter
from communique.record.filter import first_day, last_day
from communique.types import UsageError

__all__ = ["Selection"]


class Selection(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """The fields of the search form as they were typed; empty where they do not count.

    ``q`` are words, the other fields those of ``Filter``.
    """

    q: str = ""
    actor: str = ""
    country: str = ""
    partner: str = ""
    kind: str = ""
    status: str = ""
    from_: str = ""
    to: str = ""
    place: str = ""
    topic: str = ""
    sources: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Selection:
        """The selection that a query string gives; what it does not know is passed over."""
        names = dict(zip(cls.__struct_fields__, cls.__struct_encode_fields__, strict=True))
        return cls(**{field: query[name].strip() for field, name in names.items() if name in query})

    def filter(self) -> Filter:
        """The question to the record; ``UsageError`` names a field that cannot be understood."""
        return Filter(
            actor=self.actor or None,
            country=self.country or None,
            partner=self.partner or None,
            kind=self.kind or None,
            status=self.status or None,
            from_=first_day("from", self.from_) if self.from_ else None,
            to=last_day("to", self.to) if self.to else None,
            place=self.place or None,
            topic=self.topic or None,
            text=self.q or None,
            sources=_number("sources", self.sources),
        )

    def query(self, **changes: str) -> str:
        """The query string of this selection with some fields changed; empty ones are left out."""
        return self.changing(*(name.rstrip("_") for name in changes))(*changes.values())

    def changing(self, *names: str) -> Callable[..., str]:
        """What gives the query string with the fields of these names (as in an address) changed to values, again and
        again: a chart has hundreds of links."""
        parts = {name: _part(name, value) for name, value in msgspec.to_builtins(self).items()}

        def changed(*values: str) -> str:
            own = {name: _part(name, value) for name, value in zip(names, values, strict=True)}
            return "&".join(filter(None, (parts | own).values()))

        return changed

    @property
    def narrows(self) -> dict[str, str]:
        """The fields that count, by their names in the URL."""
        return {name: value for name, value in msgspec.to_builtins(self).items() if value}


def _part(name: str, value: str) -> str:
    return f"{name}={quote_plus(value)}" if value else ""


def _number(name: str, value: str) -> int | None:
    if not value:
        return None
    if not value.isdecimal():
        raise UsageError(f"{name}: {value} is no number")
    return int(value)
