"""Text of the news made harmless for the programs that open it."""

from __future__ import annotations

import re

__all__ = ["printable", "spreadsheet_safe", "web_address"]

# XML 1.0, production 2 (Char): other characters make a document ill-formed, even as references. Lone surrogates
# cannot be encoded in UTF-8 at all.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
# https://owasp.org/www-community/attacks/CSV_Injection, full-width forms included: Excel takes them for the others.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}]+", re.IGNORECASE)


def printable(text: str) -> str:
    """The text with the control characters that XML forbids as U+FFFD.

    >>> printable("a\\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def spreadsheet_safe(value: object) -> object:
    """The value of a cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe.

    Numbers stay as they are.

    >>> spreadsheet_safe("=1+1"), spreadsheet_safe(-1.5)
    ("'=1+1", -1.5)
    """
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def web_address(url: str | None) -> str | None:
    """The URL if a reader may follow it: http or https, without blanks, quotes and what RFC 3986 forbids; else null.

    >>> web_address("https://news.example/a?b=1"), web_address("javascript:alert(1)")
    ('https://news.example/a?b=1', None)
    """
    return url if url is not None and _WEB_ADDRESS.fullmatch(url) else None
