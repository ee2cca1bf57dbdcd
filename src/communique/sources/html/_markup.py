"""Bytes of a page → markup: size, encoding, and how much of it there is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from resiliparse.parse.encoding import bytes_to_str, detect_encoding, map_encoding_to_html5

__all__ = ["PAGE_BYTES", "markup_of"]

PAGE_BYTES = 5_000_000
"""Largest web page, in bytes: fifty times the median of evaluation.pages, five times its largest."""
_MOST_TAGS = 50_000
"""The most tags of one page: the most in evaluation.pages are 20,000. What a tree costs grows with them."""
_MOST_ATTRIBUTES = 2000  # of one tag: the parser compares each with all before it
_LONG_TAG = 10_000  # characters from which attributes are counted
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
# The mark goes before all else, then the header, then <meta> (WHATWG HTML, section 13.2.3.2).
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 1024 * 16


def markup_of(data: bytes, content_type: str | None = None) -> str:
    """The markup of ``data``; ``content_type`` is the value of that HTTP header. ``ValueError`` says why there is none.

    Bytes that are whole UTF-8 with characters beyond ASCII are that, whatever a header or ``<meta>`` says: text in
    another encoding is so by chance only. Else header and ``<meta>`` are believed, in this order, where the bytes
    bear them out, and at last the bytes themselves. NUL is dropped, as by browsers.
    """
    if len(data) > PAGE_BYTES:
        raise ValueError(f"a page of more than {PAGE_BYTES // 1_000_000} MB, the most that one may have")
    if data.count(b"<") > _MOST_TAGS:
        raise ValueError(f"a page of more than {_MOST_TAGS:,} tags, the most that one may have")
    if any(_is_overlong(tag) for tag in _long_tags(data)):
        raise ValueError(f"a page with a tag of more than {_MOST_ATTRIBUTES:,} attributes, the most that one may have")
    text = _decode(data, content_type)
    # No other bytes make a NUL, and bytes are searched many times as fast as text.
    return text.replace("\0", "") if b"\0" in data else text


def _long_tags(data: bytes) -> Iterator[bytes]:
    """What follows a "<" up to the next, where that is long; looked for from each to the last that is near."""
    at = data.find(b"<")
    while at >= 0:
        following = data.rfind(b"<", at + 1, at + 2 + _LONG_TAG)
        if following < 0:
            following = data.find(b"<", at + 1)
            yield data[at + 1 : following] if following >= 0 else data[at + 1 :]
        at = following


def _is_overlong(tag: bytes) -> bool:
    """Whether what follows a "<" is a tag with more attributes than one may have."""
    inside = tag.partition(b">")[0]
    return tag[:1].isalpha() and len(_QUOTED.sub(b"", inside).split()) > _MOST_ATTRIBUTES


def _decode(data: bytes, content_type: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", *_declared(data, content_type)):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        # UTF-16 without its mark is ASCII with NULs between to UTF-8.
        if encoding != "utf-8" or b"\0" not in data:
            return text
    return bytes_to_str(data, detect_encoding(data) or "utf-8", errors="replace")


def _declared(data: bytes, content_type: str | None) -> list[str]:
    in_header = _CHARSET.search(content_type or "")
    in_page = _CHARSET.search(data[:_HEAD].decode("latin-1"))
    names = [found[1] for found in (in_header, in_page) if found]
    # Sites that say ISO-8859-1 mean Windows-1252, and so on (WHATWG Encoding).
    return [encoding for name in names if (encoding := map_encoding_to_html5(name, fallback_utf8=False))]
