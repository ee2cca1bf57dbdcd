"""Where an export goes: standard output, or a file that is replaced only by a whole one."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from communique.types import CommuniqueError

__all__ = ["output_to"]


@contextmanager
def output_to(path: Path | None) -> Iterator[BinaryIO]:
    """A stream of bytes to the file at ``path``, to standard output where it is null.

    The bytes go to a file beside it that takes its name at the end, so that whoever reads ``path`` sees the former
    file or the new one, never a half; where writing fails nothing is left behind. A device or a pipe is written to
    as it is. Raises ``CommuniqueError`` where the file cannot be written.
    """
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = path.resolve()  # a link stays, what it leads to is replaced
    try:
        with _in_place(target) if _is_special(target) else _replaced(target) as stream:
            yield stream
    except OSError as error:
        raise CommuniqueError(f"{path}: cannot be written: {error.strerror or error}") from error


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


@contextmanager
def _in_place(target: Path) -> Iterator[BinaryIO]:
    with target.open("wb") as stream:
        yield stream


@contextmanager
def _replaced(target: Path) -> Iterator[BinaryIO]:
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as stream:
        part = Path(stream.name)
        try:
            yield cast("BinaryIO", stream)
            stream.flush()
            os.fsync(stream.fileno())
            part.chmod(_mode(target))
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _mode(target: Path) -> int:
    """The rights of the file that is there, else those that a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
