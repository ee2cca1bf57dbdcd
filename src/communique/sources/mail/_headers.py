"""What the headers of a message say, whatever is wrong with them."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

import msgspec

__all__ = ["About", "about", "date_of", "sender_of"]

_BLANKS = re.compile(r"\s+")
_QUOTES = " \"'"
_LONGEST = 2000  # characters; no honest header is longer
_BRACKETS = "<> "


class About(msgspec.Struct, frozen=True):
    """Subject, sender and day of a message, and where it can be read on the web; null where not told."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def about(message: Message) -> About:
    """What ``message`` says of itself. ``Archived-At`` is its address on the web (RFC 5064)."""
    address = _text(message, "Archived-At")
    return About(
        title=_text(message, "Subject"),
        publisher=sender_of(_text(message, "From")),
        published=date_of(_text(message, "Date")),
        url=address.strip(_BRACKETS) if address and "://" in address else None,
    )


def _text(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    return _BLANKS.sub(" ", _decoded(str(value)[:_LONGEST])).strip() or None


def _decoded(value: str) -> str:
    """Encoded words made plain (RFC 2047); bytes that are in no encoding told are UTF-8 or Windows-1252."""
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError):
        pieces = [(value, None)]
    return "".join(piece if isinstance(piece, str) else _in_charset(piece, charset) for piece, charset in pieces)


def _in_charset(piece: bytes, charset: str | None) -> str:
    for encoding in (charset, "utf-8"):
        try:
            return piece.decode(encoding or "utf-8")
        except (LookupError, UnicodeError, ValueError):
            continue
    return piece.decode("cp1252", "replace")


def sender_of(value: str | None) -> str | None:
    """The name of a sender, else the domain of its address."""
    if not value:
        return None
    name, address = parseaddr(value)
    domain = address.rpartition("@")[2]
    return name.strip(_QUOTES) or domain or None


def date_of(value: str | None) -> str | None:
    """The moment of a date as mail writes it, in ISO 8601; null where it cannot be read."""
    try:
        return parsedate_to_datetime(value).isoformat() if value else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
