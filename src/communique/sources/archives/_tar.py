"""tar, packed or not: members in the order of the stream, each read by its name; nothing is unpacked to a path."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import cast

from communique.sources._reference import Found
from communique.sources.archives._allowance import BombError
from communique.sources.archives._members import ReadMember, is_hidden, member_place, name_problem
from communique.sources.archives._packed import UNPACK_ERRORS
from communique.types import InputError

__all__ = ["is_tar", "tar_pages"]

_MAGIC = slice(257, 262)
_HEADERS = 1 << 20
"""Bytes that the headers of one member may have; their sizes are the archive's own word, and they are held."""
_PIECE = 1 << 16
_ERRORS = (tarfile.TarError, OverflowError, *UNPACK_ERRORS)


def is_tar(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a tar archive (POSIX.1-1988 and later)."""
    return head[_MAGIC] == b"ustar"


class _Tape(io.RawIOBase):
    """The stream that ``tarfile`` reads: while headers are read no more than they may have."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._left: int | None = None

    def limit(self, size: int | None) -> None:
        self._left = size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self._left is not None:
            self._left -= size
            if self._left < 0:
                raise BombError(f"the headers of a member are longer than {_HEADERS:,} bytes")
        return self._stream.read(size)


class _Losses:
    """Counts the blocks that stand where a header must and are none; ``tarfile`` passes over them in silence."""

    def __init__(self) -> None:
        self._blocks = 0

    def header(self) -> type[tarfile.TarInfo]:
        """The kind of header that tells of them."""
        losses = self

        class Header(tarfile.TarInfo):
            @classmethod
            def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Header:
                try:
                    return super().frombuf(buf, encoding, errors)
                except tarfile.HeaderError:
                    losses._blocks += bool(bytes(buf).strip(b"\0"))
                    raise

        return Header

    def told(self, place: str) -> Iterator[InputError]:
        """An error for the blocks lost since the last call, if any."""
        if self._blocks:
            yield InputError(place, f"damaged: {self._blocks * tarfile.BLOCKSIZE:,} bytes are no member; passed over")
        self._blocks = 0


def tar_pages(stream: io.BufferedReader, place: str, read_member: ReadMember) -> Iterator[Found]:
    """The pages of a tar archive's members, in its order; the place of each begins with ``file:member``.

    ``stream`` is read once, from its beginning, and no list of its members is kept. Links, devices, sparse files and
    members with names that lead elsewhere are not read, each with its ``InputError``.
    """
    tape, losses = _Tape(stream), _Losses()
    try:
        tape.limit(_HEADERS)
        with tarfile.open(fileobj=tape, mode="r|", tarinfo=losses.header(), ignore_zeros=True) as archive:
            yield from _members(archive, tape, losses, place, read_member)
    except BombError as error:
        yield InputError(place, str(error))
    except _ERRORS as error:
        yield InputError(place, f"damaged: {error or 'it ends too early'}; read as far as it goes")


def _members(
    archive: tarfile.TarFile, tape: _Tape, losses: _Losses, place: str, read_member: ReadMember
) -> Iterator[Found]:
    empty = True
    while True:
        tape.limit(_HEADERS)
        member = archive.next()
        tape.limit(None)
        archive.members = []  # type: ignore[attr-defined]  # else it keeps all of them
        yield from losses.told(place)
        if member is None:
            break
        if not member.isdir() and not is_hidden(member.name):
            empty = False
            yield from _member_pages(archive, member, place, read_member)
    if empty:
        yield InputError(place, "the archive holds no files")


def _member_pages(
    archive: tarfile.TarFile, member: tarfile.TarInfo, place: str, read_member: ReadMember
) -> Iterator[Found]:
    place = member_place(place, member.name)
    if problem := _problem(member):
        yield InputError(place, problem)
        return
    file = cast(io.BufferedReader, archive.extractfile(member))
    yield from read_member(file, member.name, place)
    while file.read(_PIECE):  # what its reader left, so that headers are what is read next
        pass


def _problem(member: tarfile.TarInfo) -> str | None:
    if member.issym() or member.islnk():
        return "a link; not followed"
    if member.issparse():
        return "a sparse file; not read"
    if not member.isreg():
        return "no regular file; not read"
    return name_problem(member.name)
