"""Who is told of what, and how it is made sure that they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from time import monotonic

import msgspec

from communique.record import Filter, Record
from communique.types import CommuniqueError
from communique.watching._atom import write_atom
from communique.watching._mail import send_by_mail
from communique.watching._webhook import send_to_webhook
from communique.watching.journal import Journal
from communique.watching.message import Message, messages
from communique.watching.settings import Channel

__all__ = ["Listener", "Telling", "listeners"]

_FIRST_PAUSE = 30.0
_LONGEST_PAUSE = 3_600.0


class Listener(msgspec.Struct, frozen=True, kw_only=True):
    """One who wants to know: by which name the record knows them, of which events, and what sends them a message.

    ``send`` raises ``OSError`` or ``CommuniqueError`` where the message does not arrive.
    """

    name: str
    wanted: Filter
    send: Callable[[Message], None]


def listeners(channels: Sequence[Channel], record: Record) -> Iterator[Listener]:
    """Those that the settings name."""
    for channel in channels:
        yield Listener(name=channel.name, wanted=channel.wanted, send=_way(channel, record))


def _way(channel: Channel, record: Record) -> Callable[[Message], None]:
    if (url := channel.webhook) is not None:
        secret = os.environ.get(channel.secret_env or "", "")
        return lambda message: send_to_webhook(message, url, secret)
    if (mail := channel.mail) is not None:
        return lambda message: send_by_mail(message, mail)
    path = channel.atom
    assert path is not None, "settings are checked when they are read"
    return lambda message: write_atom(record, channel.wanted, path, channel.base_url)


class Telling:
    """Tells all listeners what they do not know yet.

    How far each knows stands in the record and moves on when a message has arrived: none is lost when the receiver
    is away or the program is killed. One that fails is tried again after a pause that grows to an hour.
    """

    def __init__(self, record: Record, listeners: Sequence[Listener], journal: Journal) -> None:
        self._record = record
        self._listeners = listeners
        self._journal = journal
        self._failures: dict[str, tuple[int, float, str]] = {}
        for listener in listeners:
            if record.watchlist.told(listener.name) is None:
                record.watchlist.tell(listener.name, record.mark)

    def tell(self) -> None:
        """Tells each what came and changed since it was told last, unless it is being left alone for now."""
        for listener in self._listeners:
            _, until, _ = self._failures.get(listener.name, (0, 0.0, ""))
            if monotonic() >= until:
                self._tell(listener)

    def _tell(self, listener: Listener) -> None:
        mark = self._record.mark
        since = self._record.watchlist.told(listener.name) or 0
        if mark <= since:
            return
        new, changed = self._record.changed_since(since, listener.wanted)
        try:
            for message in messages(listener.name, since, new, changed):
                listener.send(message)
        except (OSError, CommuniqueError) as error:
            self._note_failure(listener.name, str(error))
            return
        if self._failures.pop(listener.name, None):
            self._journal.note("told again", listener.name)
        self._record.watchlist.tell(listener.name, mark)

    def _note_failure(self, name: str, reason: str) -> None:
        count, _, before = self._failures.get(name, (0, 0.0, ""))
        self._journal.failed("not told", name, reason, before=before)
        pause = min(_FIRST_PAUSE * 2**count, _LONGEST_PAUSE)
        self._failures[name] = (min(count + 1, 16), monotonic() + pause, reason)
