"""Files and folders: finding them in a stable order and opening them without harm."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from communique.types import InputError

__all__ = ["open_file", "os_reason", "place_of", "walk"]

_NOT_REGULAR = "not a regular file; pipe its content in and name '-' as the source"
# A FIFO that nobody writes to would block open(2) for ever.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def place_of(path: Path) -> str:
    """The path as text; bytes of a file name that are not UTF-8 are written ``\\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def os_reason(error: OSError) -> str:
    """What the system says, with what to do about it."""
    match error:
        case FileNotFoundError():
            return "no such file or folder; check the name"
        case PermissionError():
            return "no permission to read it; change its rights or run as its owner"
        case _:
            return f"cannot be read: {error.strerror or error}"


def open_file(path: Path) -> BufferedReader:
    """The file's bytes; ``InputError`` where it is not a regular file, ``OSError`` from the system."""
    descriptor = os.open(path, _OPEN_FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise InputError(place_of(path), _NOT_REGULAR)
    return os.fdopen(descriptor, "rb")


def walk(path: Path) -> Iterator[Path | InputError]:
    """``path`` itself where it is a file, else the files below it, sorted, hidden entries skipped."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield InputError(place_of(path), os_reason(error))
        return
    except ValueError as error:
        yield InputError(repr(str(path)), f"no name of a file: {error}")
        return
    if not stat.S_ISDIR(mode):
        yield path
        return
    yield from _walk_folder(path)


def _walk_folder(root: Path) -> Iterator[Path | InputError]:
    # A stack of its own, not recursion: folders may be nested deeper than Python's stack.
    # Each entry carries the identities of the folders above it, by which a loop of links is known.
    stack: list[tuple[Path, frozenset[tuple[int, int]]]] = [(root, frozenset())]
    while stack:
        path, above = stack.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield path
                continue
            identity = (status.st_dev, status.st_ino)
            if identity in above:
                yield InputError(place_of(path), "a link that leads back to a folder above it; skipped")
                continue
            stack.extend((child, above | {identity}) for child in reversed(_children(path)))
        except OSError as error:
            yield InputError(place_of(path), os_reason(error))


def _children(folder: Path) -> list[Path]:
    return sorted(child for child in folder.iterdir() if not child.name.startswith("."))
