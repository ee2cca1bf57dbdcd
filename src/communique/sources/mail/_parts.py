"""A message → the texts that it shows: those of its parts that are no attachments."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

import msgspec

from communique.sources._decoding import decode

__all__ = ["Shown", "enclosed", "shown"]


class Shown(msgspec.Struct, frozen=True):
    """The plain text of a message, and its web pages as bytes with the type that they are told to have."""

    text: str
    pages: tuple[tuple[bytes, str], ...]


def shown(message: Message) -> Shown:
    """What ``message`` shows. ``ValueError`` where its text is in no encoding that can be told."""
    texts: list[str] = []
    pages: list[tuple[bytes, str]] = []
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        if kind == "text/plain":
            texts.append(_text(data, part.get_content_charset()))
        else:
            pages.append((data, str(part.get("Content-Type", ""))))
    return Shown("\n\n".join(filter(str.strip, texts)), tuple(pages))


def enclosed(message: Message) -> list[Message]:
    """Messages that are passed on whole, as parts of ``message``."""
    return [part for part in _walk(message) if part is not message and _is_within(part)]


def _is_within(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822" and part.is_multipart()


def _leaves(message: Message) -> Iterator[Message]:
    """The parts of ``message`` itself, not those of messages that it encloses."""
    return (part for part in _walk(message) if not part.is_multipart())


def _walk(message: Message) -> Iterator[Message]:
    stack = [message]
    while stack:
        part = stack.pop()
        yield part
        within = part.get_payload() if part is message or not _is_within(part) else []
        if isinstance(within, list):
            stack.extend(each for each in reversed(within) if isinstance(each, Message))


def _text(data: bytes, charset: str | None) -> str:
    """``data`` in the character set that it is told to be in, where its bytes bear that out."""
    if charset and charset not in ("us-ascii", "ascii"):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data)
