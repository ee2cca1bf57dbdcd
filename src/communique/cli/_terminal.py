"""Where output goes: plain off a terminal, coloured on one, JSON as bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

__all__ = ["is_narrow", "read_key", "ruled_table", "show", "watched", "write_json", "write_json_lines"]

_WIDTH_OFF_TERMINAL = 120
_WIDE = 110


def show(*parts: RenderableType) -> None:
    """Prints to stdout; no colour off a terminal or under ``NO_COLOR``, width from ``COLUMNS``.

    Written by ourselves, not by rich: it pads lines with blanks, and ends the process on a broken pipe.
    """
    console = Console(width=width(), markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def width() -> int | None:
    """Columns to print in; null leaves it to rich, which asks the terminal or ``COLUMNS``."""
    return None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_OFF_TERMINAL


def read_key(prompt: str) -> str:
    """One key from a terminal, the first letter of a line of anything else; empty at the end of the input."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        sys.stdout.write("\n")
        return (line.strip() or "?")[0].lower() if line else ""
    key = _pressed()
    sys.stdout.write(f"{key}\n")
    return key.lower()


def _pressed() -> str:
    """A key without the need of Enter, where the system can."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return (sys.stdin.readline().strip() or "?")[0]
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        return sys.stdin.read(1)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def is_narrow() -> bool:
    """Whether a wide table has to be folded."""
    return Console(width=width()).width < _WIDE


def ruled_table() -> Table:
    """A table with a line under its headings and none around it."""
    return Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False)


def write_json(value: Any) -> None:
    """One JSON value, indented for people."""
    _write(msgspec.json.format(msgspec.json.encode(value), indent=2))


def write_json_lines(values: Iterable[Any]) -> None:
    """One JSON value a line, each written out at once."""
    for value in values:
        _write(msgspec.json.encode(value))


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


@contextmanager
def watched(what: str) -> Iterator[Progress]:
    """A counter on stderr while work goes on; silent off a terminal."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn(f"{what} {{task.completed:.0f}}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield progress
