"""What a watch is asked to do: the feeds, how often, and who is told of what."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

import msgspec

from communique.record import Filter
from communique.record.filter import first_day, last_day
from communique.types import UsageError

__all__ = ["Channel", "Mail", "Settings", "read_settings", "seconds_of"]

_SPAN = re.compile(r"(\d+)\s*(s|m|h|d|)")
_SECONDS = {"s": 1, "": 60, "m": 60, "h": 3_600, "d": 86_400}


class Mail(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom to write to, and through which server. ``password_env`` names the variable that holds the password."""

    to: tuple[str, ...]
    sender: str
    host: str = "localhost"
    port: int = 25
    security: Literal["none", "starttls", "tls"] = "none"
    user: str | None = None
    password_env: str | None = None


class Channel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """One who is told, and of what: a name, conditions as of ``communique events``, and one way to be told.

    ``webhook`` is an address that is sent JSON, signed with the secret in the variable that ``secret_env`` names;
    ``atom`` a file that is kept as a feed; ``mail`` a message. ``base_url`` is where the record is served, if it is.
    """

    name: str
    actor: str | None = None
    country: str | None = None
    partner: str | None = None
    kind: str | None = None
    type: str | None = None
    status: str | None = None
    from_: str | None = None
    to: str | None = None
    place: str | None = None
    topic: str | None = None
    text: str | None = None
    sources: int | None = None
    webhook: str | None = None
    secret_env: str | None = None
    atom: Path | None = None
    mail: Mail | None = None
    base_url: str | None = None

    @property
    def wanted(self) -> Filter:
        """The events that it is about; ``UsageError`` names a date that cannot be read."""
        return Filter(
            actor=self.actor,
            country=self.country,
            partner=self.partner,
            kind=self.kind,
            type=self.type,
            status=self.status,
            from_=first_day("from", self.from_) if self.from_ else None,
            to=last_day("to", self.to) if self.to else None,
            place=self.place,
            topic=self.topic,
            text=self.text,
            sources=self.sources,
        )


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A watch as its file of settings gives it; what is null or empty there may be given on the command line."""

    feeds: tuple[str, ...] = ()
    record: Path | None = None
    every: str | None = None
    user_agent: str | None = None
    allow_private: bool = False
    ignore_robots: bool = False
    metrics: Path | None = None
    notify: tuple[Channel, ...] = ()


def seconds_of(span: str) -> float:
    """The seconds of ``90s``, ``15m``, ``2h``, ``1d`` or, in minutes, ``15``; ``UsageError`` where it is no span."""
    found = _SPAN.fullmatch(span.strip().lower())
    if found is None or int(found[1]) == 0:
        raise UsageError(f"{span!r} is no span of time; write 90s, 15m, 2h or 1d")
    return float(int(found[1]) * _SECONDS[found[2]])


def read_settings(path: Path) -> Settings:
    """The settings in a file of TOML; ``UsageError`` names the file, the field and what is wrong with it."""
    try:
        settings = msgspec.toml.decode(path.read_bytes(), type=Settings, dec_hook=_path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (msgspec.MsgspecError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from None
    for channel in settings.notify:
        _check(channel, path)
    return settings


def _path(type: type, value: object) -> Path:
    """TOML has no paths."""
    if type is not Path or not isinstance(value, str):
        raise ValueError(f"{value!r} is no path")
    return Path(value)


def _check(channel: Channel, path: Path) -> None:
    place = f"{path}: notify {channel.name!r}"
    ways = [name for name in ("webhook", "atom", "mail") if getattr(channel, name) is not None]
    if len(ways) != 1:
        raise UsageError(f"{place} needs one of webhook, atom and mail, and has {', '.join(ways) or 'none'}")
    named = [channel.secret_env] if channel.webhook else [channel.mail.password_env] if channel.mail else []
    if channel.webhook and not channel.secret_env:
        raise UsageError(f"{place} has no secret_env, the variable that holds the secret to sign with")
    for variable in filter(None, named):
        if not os.environ.get(variable):
            raise UsageError(f"{place}: the variable {variable} is not set")
    try:
        _ = channel.wanted
    except UsageError as error:
        raise UsageError(f"{place}: {error}") from None
