"""A mailbox, read line by line: messages one after the other, none held longer than it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources.mail._message import message_page_list
from communique.types import InputError, Page

__all__ = ["mailbox_pages"]

# The line before each message (RFC 4155, appendix A); inside a message it is written with ">" before it.
_START = re.compile(rb"From (?:\S+ )?.{0,200}\d\d:\d\d")
_QUOTED = re.compile(rb">+From ")
_LONGEST_LINE = 1 << 20


def mailbox_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The pages of a mailbox's messages; the place of each is ``file:number``, counted from 1."""
    number = 0
    for number, message in enumerate(_messages(stream), 1):
        here = f"{place}:{number}"
        if message is None:
            yield InputError(here, too_large())
        else:
            yield from message_page_list(message, here)
    if not number:
        yield InputError(place, "the mailbox holds no messages")


def _messages(stream: BufferedReader) -> Iterator[bytes | None]:
    """The messages without the line before each; null for one that is too large."""
    held: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := stream.readline(_LONGEST_LINE):
        if blank and _START.match(line):
            if begun:
                yield b"".join(held) if size <= ARTICLE_BYTES else None
            held, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= ARTICLE_BYTES:
                held.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if begun:
        yield b"".join(held) if size <= ARTICLE_BYTES else None
