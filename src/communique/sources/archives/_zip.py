"""zip: members one after the other, each read by its name; nothing is unpacked to a path."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from communique.sources._reference import Found
from communique.sources.archives._allowance import Allowance, BombError, Metered
from communique.sources.archives._members import ReadMember, is_hidden, member_place, name_problem
from communique.types import InputError

__all__ = ["zip_pages"]

_MOST_MEMBERS = 500_000
"""The list of a zip's members is held while it is read, a thousand bytes each."""
_END = struct.Struct("<4s4xHHII")
_END64 = struct.Struct("<4s20xQQQ")
_TAIL = 1 << 16
_ENCRYPTED = 1
_UTF8 = 1 << 11
_PIECE = 1 << 16
_ERRORS = (
    *(BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, MemoryError),
    *(NotImplementedError, RuntimeError, ValueError, struct.error),
)


def zip_pages(stream: io.BufferedReader, place: str, allowance: Allowance, read_member: ReadMember) -> Iterator[Found]:
    """The pages of a zip's members, in its order; the place of each is ``file:member`` and on.

    Members with names that lead elsewhere, links and encrypted ones are not read, each with its
    ``InputError``. The archive is read no further where it unfolds to more than ``allowance``.
    """
    try:
        if _count(stream) > _MOST_MEMBERS:
            yield InputError(place, f"more than {_MOST_MEMBERS:,} members; pack them as tar, which is read as it comes")
            return
        archive = ZipFile(stream)
    except _ERRORS as error:
        yield InputError(place, f"not a readable zip archive: {error}")
        return
    with archive:
        members = [info for info in archive.infolist() if not info.is_dir() and not is_hidden(info.filename)]
        if not members:
            yield InputError(place, "the archive holds no files")
        for info in members:
            try:
                yield from _member_pages(archive, info, place, allowance, read_member)
            except BombError as error:
                yield InputError(place, str(error))
                return


def _member_pages(
    archive: ZipFile, info: ZipInfo, place: str, allowance: Allowance, read_member: ReadMember
) -> Iterator[Found]:
    name = _name(info)
    place = member_place(place, name)
    if problem := _problem(info):
        yield InputError(place, problem)
        return
    try:
        with archive.open(info) as member:
            yield from read_member(io.BufferedReader(Metered(member, allowance), _PIECE), name, place)
    except InputError as error:
        yield error
    except _ERRORS as error:
        yield InputError(place, f"damaged: {error or 'it ends too early'}")


def _name(info: ZipInfo) -> str:
    """The name, which many programs write in UTF-8 without saying so (APPNOTE.TXT, appendix D)."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _problem(info: ZipInfo) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "encrypted; unpack it with its password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link; not followed"
    return name_problem(info.orig_filename)


def _count(stream: io.BufferedReader) -> int:
    """The number of members that the end of the archive tells, before the list of them is read."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _TAIL - _END.size))
    tail = stream.read()
    stream.seek(0)
    at, at64 = tail.rfind(b"PK\5\6"), tail.rfind(b"PK\6\6")
    told = _END.unpack_from(tail, at)[2] if 0 <= at <= len(tail) - _END.size else 0
    told64 = _END64.unpack_from(tail, at64)[2] if 0 <= at64 <= len(tail) - _END64.size else 0
    return max(told, told64)
