"""Bytes of a list → markup without traps: one encoding, no document type, no entities but those of XML itself."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator

__all__ = ["decoded", "root_of", "safe"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_DECLARATION = re.compile(r"<\?xml\b[^>]{0,400}\?>")
_ROOT = re.compile(r"<(?:\w+:)?(rss|rdf|feed|opml|urlset|sitemapindex|html|head|body)\b", re.IGNORECASE)
_HEAD = 10_000
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_IN_DOCTYPE = re.compile(r"\"[^\"]*\"|'[^']*'|<!--.*?-->|[\[\]>]", re.DOTALL)
_LONGEST_DOCTYPE = 20_000
_SECTION, _SECTION_END = "<![CDATA[", "]]>"
_REFERENCE = re.compile(r"&(#\d{1,8};|#[xX][0-9a-fA-F]{1,7};|\w{1,32};)?")
_OWN = frozenset(("&amp;", "&lt;", "&gt;", "&quot;", "&apos;"))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def decoded(data: bytes, content_type: str | None) -> str:
    """The text of ``data``: by its mark, else UTF-8 where it is that whole, else as header or declaration say, else as
    Windows-1252, which most feeds that declare another encoding than theirs are in."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", *_told(data, content_type)):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    return data.decode("cp1252", "replace")


def _told(data: bytes, content_type: str | None) -> Iterator[str]:
    if found := _IN_HEADER.search(content_type or ""):
        yield found[1]
    if declared := _DECLARED.search(data[:1_000]):
        yield declared[1].decode("ascii")
    if data[:2] in (b"<\0", b"\0<"):
        yield "utf-16-le" if data[:1] == b"<" else "utf-16-be"


def root_of(text: str) -> str | None:
    """The name of the outermost element in lower case, without its prefix; null where it is none of a list or page."""
    found = _ROOT.search(text, 0, _HEAD)
    return found[1].lower() if found else None


def safe(text: str) -> bytes:
    """``text`` as UTF-8 that any parser of XML may have.

    The document type goes, and with it all entities that it declares: none is ever expanded. Those of HTML become
    their characters; what else looks like one, and every lone ampersand, is text. So are characters that XML forbids.
    Raises ``ValueError`` where the document type has no end.
    """
    plain = _without_doctype(_DECLARATION.sub("", _FORBIDDEN.sub("", text), count=1))
    return "".join(_resolved_parts(plain)).strip().encode("utf-8", "replace")


def _without_doctype(text: str) -> str:
    start = _DOCTYPE.search(text, 0, _HEAD)
    if start is None:
        return text
    depth = 0
    for token in _IN_DOCTYPE.finditer(text, start.end(), start.end() + _LONGEST_DOCTYPE):
        depth += {"[": 1, "]": -1}.get(token[0], 0)
        if token[0] == ">" and depth <= 0:
            return text[: start.start()] + text[token.end() :]
    raise ValueError("a document type without end, or one that is all there is")


def _resolved_parts(text: str) -> Iterator[str]:
    """``text`` with its references resolved, sections of character data as they are."""
    place = 0
    while (start := text.find(_SECTION, place)) >= 0 and (end := text.find(_SECTION_END, start)) >= 0:
        yield _REFERENCE.sub(_resolved, text[place:start])
        place = end + len(_SECTION_END)
        yield text[start:place]
    yield _REFERENCE.sub(_resolved, text[place:])


def _resolved(reference: re.Match[str]) -> str:
    found = reference[0]
    if found in _OWN:
        return found
    if not reference[1]:
        return "&amp;"
    character = html.unescape(found)
    if character == found:
        return f"&amp;{found[1:]}"
    return html.escape(_FORBIDDEN.sub("", character))
