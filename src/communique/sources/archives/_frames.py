"""The records of a WARC file, each whole or told of as lost (ISO 28500:2017, WARC 1.1).

A record that is damaged ends the reading of every reader that we know. Here it costs itself alone: the
next one is looked for, where a gzip member begins that holds a record or, inside one and in a file that
is not compressed, where a line begins a header.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader

import msgspec

from communique.sources._limits import ARTICLE_BYTES
from communique.sources.archives._window import DamageError, Window

__all__ = ["GZIP", "Frame", "Loss", "frames"]

GZIP = b"\x1f\x8b\x08"
_START = re.compile(rb"(?:(?<=\n)|\A)WARC/1\.[01]\r\n[A-Za-z-]+:")
_LONGEST_START = 64
_END = b"\r\n\r\n"
_HEADER_BYTES = 1 << 16
_PIECE = 1 << 16
_SEARCHED = 1 << 26
"""Bytes of one gzip member without a record after which it is given up: a bomb has thousands of millions."""
_FIELD = re.compile(rb"^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}


class Frame(msgspec.Struct, frozen=True):
    """A whole record: ``record`` is header and block as they stand in the file. ``offset`` is where it begins in the
    file, or where the gzip member that holds it begins."""

    offset: int
    record: bytes


class Loss(msgspec.Struct, frozen=True):
    """``size`` bytes of the file from ``offset`` on that hold no record that can be read, and why."""

    offset: int
    size: int
    reason: str


def frames(stream: BufferedReader) -> Iterator[Frame | Loss]:
    """The records of ``stream``, from its beginning, in order; never more than one is held."""
    stream.seek(0)
    if stream.read(len(GZIP)) == GZIP:
        yield from _packed_frames(stream)
    else:
        stream.seek(0)
        yield from _frames(stream.read, None)


def _packed_frames(stream: BufferedReader) -> Iterator[Frame | Loss]:
    offset, size = 0, stream.seek(0, 2)
    held = b""
    while offset < size:
        member = _Member(stream, offset, held)
        try:
            yield from _frames(member.read, offset)
            following, held = member.end, member.behind
        except DamageError as error:
            following, held = _next_member(stream, offset + 1) or size, b""
            yield Loss(offset, following - offset, str(error))
        offset = following


class _Member:
    """One gzip member of ``stream``, inflated piece by piece; its check sum is compared at its end.

    ``held`` are the bytes from ``offset`` on that were read with the member before.
    """

    def __init__(self, stream: BufferedReader, offset: int, held: bytes) -> None:
        self._stream = stream
        self._at = offset + len(held)
        self._machine = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._tail = held

    @property
    def behind(self) -> bytes:
        """The bytes that were read behind the member, once all of it was."""
        return self._machine.unused_data

    @property
    def end(self) -> int:
        """Where the member ends in the stream, once all of it was read."""
        return self._at - len(self.behind)

    def read(self, size: int) -> bytes:
        while not self._machine.eof:
            try:
                piece = self._machine.decompress(self._tail or self._more(), size)
            except zlib.error as error:
                raise DamageError(f"the gzip member is damaged ({error})") from None
            self._tail = self._machine.unconsumed_tail
            if piece:
                return piece
        return b""

    def _more(self) -> bytes:
        self._stream.seek(self._at)
        packed = self._stream.read(_PIECE)
        if not packed:
            raise DamageError("the file ends inside a gzip member")
        self._at += len(packed)
        return packed


def _next_member(stream: BufferedReader, offset: int) -> int | None:
    """Where the next gzip member that begins with a record is; by chance its three first bytes stand anywhere."""
    stream.seek(offset)
    held = b""
    while piece := stream.read(_PIECE):
        held += piece
        at = held.find(GZIP)
        while at >= 0:
            if _begins_record(stream, offset + at):
                return offset + at
            at = held.find(GZIP, at + 1)
        kept = len(GZIP) - 1
        offset += len(held) - kept
        held = held[-kept:]
        stream.seek(offset + kept)
    return None


def _begins_record(stream: BufferedReader, offset: int) -> bool:
    stream.seek(offset)
    try:
        head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(stream.read(1024), 7)
    except zlib.error:
        return False
    return head == b"WARC/1."


def _frames(read: Callable[[int], bytes], member: int | None) -> Iterator[Frame | Loss]:
    """The records of one run of bytes; ``member`` is where its gzip member begins, and null without one.

    Raises ``DamageError`` after the last whole record where the member cannot be read to its end.
    """
    window = Window(read)
    while window.drop_blanks():
        start = window.offset
        found = _frame(window, start if member is None else member)
        if isinstance(found, Frame):
            yield found
            continue
        reason, since = found
        if window.damage:
            break
        if not window.drop_to(_START, since, _LONGEST_START, _SEARCHED) and member is not None:
            if window.damage:
                break  # the member is told of as one
            if window.fill(1):
                raise DamageError(reason)
        yield Loss(start if member is None else member, window.offset - start, reason)
    if window.damage:
        raise window.damage


def _frame(window: Window, offset: int) -> Frame | tuple[str, int]:
    """The record at the front, dropped from ``window``; else why there is none, and from where the next may begin."""
    header = _header(window)
    if isinstance(header, str):
        return header, 1
    fields = {name.lower(): value for name, value in reversed(_FIELD.findall(header))}
    size = _content_length(fields)
    if size is None:
        return "its header gives no Content-Length", len(header)
    if size > ARTICLE_BYTES:
        return f"a record of {size:,} bytes; the most that is read are {ARTICLE_BYTES:,}", len(header)
    end = len(header) + size
    # One byte more, so that the gzip member behind the last record is read to its check sum.
    window.fill(end + len(_END) + 1)
    if window.damage and len(window.held) <= end + len(_END):
        return str(window.damage), len(header)
    if len(window.held) < end:
        return f"it is cut short: {len(window.held) - len(header)} of {size} bytes are there", len(header)
    if not _END.startswith(window.held[end : end + len(_END)]):
        return f"it does not end after the {size} bytes that its Content-Length gives", len(header)
    with memoryview(window.held) as held:
        record = bytes(held[:end])
    if _is_altered(fields, memoryview(record)[len(header) :]):
        return "its bytes are not those that its digest was made of", end
    window.drop(min(end + len(_END), len(window.held)))
    return Frame(offset, record)


def _header(window: Window) -> bytes | str:
    window.fill(_LONGEST_START)
    if not _START.match(window.held):
        return "no record begins where one must"
    size = _LONGEST_START
    while (at := window.held.find(_END, 0, _HEADER_BYTES)) < 0:
        size = len(window.held) + 1
        if size > _HEADER_BYTES or not window.fill(size):
            return "the header of a record does not end"
    return bytes(window.held[: at + len(_END)])


def _content_length(fields: Mapping[bytes, bytes]) -> int | None:
    value = fields.get(b"content-length")
    return int(value) if value is not None and value.isdigit() and len(value) < 20 else None


def _is_altered(fields: Mapping[bytes, bytes], block: memoryview) -> bool:
    """Whether the block's digest is another than the header's, which is in hexadecimal or in base 32."""
    name, _, told = fields.get(b"warc-block-digest", b"").decode("latin-1").partition(":")
    make = _DIGESTS.get(name.lower().replace("-", ""))
    if make is None:
        return False
    made = make(block, usedforsecurity=False)
    return told.upper() not in (made.hexdigest().upper(), base64.b32encode(made.digest()).decode())
