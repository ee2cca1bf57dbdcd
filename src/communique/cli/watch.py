"""``communique watch``: feeds into the record, again and again, and word of what is new."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import msgspec
from cyclopts import Parameter
from rich.console import Console
from rich.status import Status

from communique.cli._filters import DEFAULT_RECORD, Choice, choose
from communique.cli._web import Reach
from communique.record import Record, open_record
from communique.sources import Web

if TYPE_CHECKING:
    from communique.watching import Journal, Message, Note, Settings

__all__ = ["watch"]

_EVERY = "15m"
_TERMINAL = "terminal"
_PATIENCE = 120.0
"""Seconds to wait for another writer: packing a large record takes that long."""


def watch(
    *feeds: Annotated[str, Parameter(help="Feeds, lists of feeds and sitemaps, or files with a list of them.")],
    every: Annotated[str | None, Parameter(help="How often a feed is asked: 90s, 15m, 2h, 1d. [default: 15m]")] = None,
    once: Annotated[bool, Parameter(negative="", help="Ask each feed once, read what it tells of, and end.")] = False,
    choice: Choice | None = None,
    reach: Reach | None = None,
    record: Annotated[Path | None, Parameter(help="The record's file. [default: communique.db]")] = None,
    config: Annotated[Path | None, Parameter(help="A file of settings (TOML).")] = None,
    metrics: Annotated[Path | None, Parameter(help="A file that is kept with figures for Prometheus.")] = None,
) -> int:
    """Keep reading feeds into the record, and tell of events that are new or changed."""
    _ = Web().fetcher  # tells of a missing extra before anything of it is loaded
    from communique.watching import Settings, read_settings

    given = Settings() if config is None else read_settings(config)
    settings = _overridden(given, feeds, every, record, metrics, reach)
    path = settings.record or DEFAULT_RECORD
    with open_record(path, create=True, timeout=_PATIENCE, steady=True) as opened, _status() as status:
        _watch(opened, settings, choice, status, once=once)
    return 0


def _overridden(
    given: Settings,
    feeds: Sequence[str],
    every: str | None,
    record: Path | None,
    metrics: Path | None,
    reach: Reach | None,
) -> Settings:
    """The settings of the file, with those of the command line in their place."""
    told = reach or Reach()
    return msgspec.structs.replace(
        given,
        feeds=tuple(feeds) or given.feeds,
        every=every or given.every or _EVERY,
        record=record or given.record,
        metrics=metrics or given.metrics,
        user_agent=told.user_agent or given.user_agent,
        allow_private=told.allow_private or given.allow_private,
        ignore_robots=told.ignore_robots or given.ignore_robots,
    )


def _watch(opened: Record, settings: Settings, choice: Choice | None, status: Status | None, *, once: bool) -> None:
    from communique.watching import Listener, Watcher, listeners, seconds_of

    web = Web(allow_private=settings.allow_private, user_agent=settings.user_agent, robots=not settings.ignore_robots)
    terminal = Listener(name=_TERMINAL, wanted=choose(choice), send=_print)
    watcher = Watcher(
        settings.feeds,
        opened,
        web.fetcher,
        _journal(status),
        every=timedelta(seconds=seconds_of(settings.every or _EVERY)),
        listeners=(terminal, *listeners(settings.notify, opened)),
        metrics_file=settings.metrics,
        shown=status.update if status is not None else None,
    )
    with _stopped_by_signals(watcher.stop):
        watcher.run(once=once)


@contextmanager
def _stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """The first SIGINT or SIGTERM ends the watch when what it is doing is written; a second SIGINT ends it at once."""

    def handle(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)

        stop()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _status() -> Iterator[Status | None]:
    """A line on stderr that says how things stand; null off a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Status("", console=console) as status:
        yield status


def _journal(status: Status | None) -> Journal:
    """On a terminal notes are lines to be read above the status line, elsewhere one JSON object a line."""
    from communique.watching import Journal

    def tell(note: Note) -> None:
        assert status is not None
        status.console.print(_words(note), markup=False, highlight=False, soft_wrap=True)

    def write(note: Note) -> None:
        sys.stderr.write(msgspec.json.encode(note).decode() + "\n")
        sys.stderr.flush()

    return Journal(write if status is None else tell)


def _words(note: Note) -> str:
    parts = (note.event, str(note.count) if note.count is not None else None, note.place, note.reason)
    return f"{note.at.astimezone():%H:%M:%S} {' · '.join(part for part in parts if part)}"


def _print(message: Message) -> None:
    for line in message.lines():
        print(line)
    sys.stdout.flush()
