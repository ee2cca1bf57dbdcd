"""A member of an archive: whether it is read, and as what."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Callable, Iterator
from typing import cast

from communique.sources._reference import Found

__all__ = ["ReadMember", "is_hidden", "member_place", "name_problem", "seekable"]

ReadMember = Callable[[io.BufferedReader, str, str], Iterator[Found]]
"""Reads what stands in a stream by the name of its member, at a place."""
_IN_MEMORY = 8_000_000
_DRIVE = re.compile(r"[A-Za-z]:")
_MACINTOSH = "__MACOSX"


def member_place(place: str, name: str) -> str:
    """``archive:member``; what a terminal would act on is written ``\\x1b``."""
    shown = "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in name)
    return f"{place}:{shown}"


def name_problem(name: str) -> str | None:
    """Why a member of that name is not read. Nothing is unpacked to a path, but no honest archive has such names."""
    parts = re.split(r"[/\\]", name)
    if ".." in parts:
        return "its name leads out of the archive; not read"
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        return "its name is an absolute path; not read"
    return None


def is_hidden(name: str) -> bool:
    """Whether the member is an entry that folders skip too, or what a Macintosh adds to archives."""
    return any(part.startswith(".") or part == _MACINTOSH for part in name.split("/") if part not in (".", ".."))


def seekable(stream: io.BufferedReader) -> io.BufferedReader:
    """The rest of ``stream`` as a stream that can be read from its beginning again, on disk where it is large."""
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # the reader's
    while piece := stream.read(1 << 16):
        spool.write(piece)
    spool.seek(0)
    return io.BufferedReader(cast(io.RawIOBase, spool))
