"""A newsletter that somebody passed on: what it said of itself stands in the text, above it."""

from __future__ import annotations

import re

import msgspec

from communique.sources.mail._headers import About, date_of, sender_of

__all__ = ["Forwarded", "forwarded"]

# As Gmail, Apple Mail, Outlook and Thunderbird write it; any number of hyphens.
_MARK = re.compile(
    r"^[> ]*(?:-{2,} ?(?:Forwarded|Original) [Mm]essage(?: from [^\n-]{1,80})? ?-+|Begin forwarded message:)[ \t]*\n",
    re.MULTILINE,
)
_FIELD = re.compile(r"[>* \t]*(From|Date|Sent|Subject|To|Cc|Reply-To)\*?:\*?[ \t]*([^\n]*)\n", re.IGNORECASE)
_BLANK = re.compile(r"[> \t]*\n")


class Forwarded(msgspec.Struct, frozen=True):
    """The text that was passed on, and what its own headers say."""

    about: About
    text: str


def forwarded(text: str) -> Forwarded | None:
    """The message that ``text`` passes on; null where it is a message of its own. The innermost is meant."""
    marks = [match.end() for match in _MARK.finditer(text)]
    for mark in reversed(marks):
        fields, end = _fields(text, mark)
        if "from" in fields and text[end:].strip():
            about = About(
                title=fields.get("subject"),
                publisher=sender_of(fields["from"]),
                published=date_of(fields.get("date")) or fields.get("date") or fields.get("sent"),
            )
            return Forwarded(about, text[end:])
    return None


def _fields(text: str, start: int) -> tuple[dict[str, str], int]:
    while blank := _BLANK.match(text, start):
        start = blank.end()
    fields: dict[str, str] = {}
    while field := _FIELD.match(text, start):
        fields.setdefault(field[1].lower(), field[2].strip())
        start = field.end()
    return fields, start
