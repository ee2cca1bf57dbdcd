"""Bytes → text. The encoding is found by its marks; what fits none is refused, never garbled."""

from __future__ import annotations

import codecs
import re

__all__ = ["decode"]

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# C0 controls but tab, line feed, vertical tab, form feed, carriage return; escape is left to terminals.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A text of an old word processor or scanner may hold a stray control; a picture or a program is full of them.
_CONTROLS_A_CHARACTER = 0.001
# What Windows-1252 adds to ASCII and Western text uses: typographic marks, currency, accented letters.
_WESTERN = re.compile(r"[€‚„…‘’“”•–—™ŠšŒœŽžŸ\xa0¡£§©«®°±²³´·º»¼½¾¿À-ÖØ-öø-ÿ]")
_MAX_WESTERN_SHARE = 0.15


def decode(data: bytes) -> str:
    """The text of ``data``: by its byte order mark, else UTF-8, else Windows-1252 where that is plausible.

    ``ValueError`` says why where it is binary or in no encoding that can be told. Windows-1252 is
    plausible where no multi-byte UTF-8 stands in the data and its non-ASCII characters are Western
    letters and marks, at most 15 in 100: else the file is damaged or in another encoding, and a guess
    would garble it. A UTF-8 text cut inside its last character loses that character only.
    """
    text = _decode_bytes(data)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > max(1, len(text) * _CONTROLS_A_CHARACTER):
        raise ValueError("binary, not text (it holds NUL or control characters); save it as UTF-8 text")
    return text


def _decode_bytes(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, error)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"broken {encoding} at byte {error.start}; save it as UTF-8 text") from None


def _decode_other(data: bytes, error: UnicodeDecodeError) -> str:
    if error.reason == "unexpected end of data":
        return data[: error.start].decode("utf-8")
    if not _has_multibyte(data):
        text = _windows(data)
        if text is not None:
            return text
    byte = data[error.start]
    raise ValueError(f"byte 0x{byte:02x} at {error.start} is not UTF-8; convert the file to UTF-8")


def _has_multibyte(data: bytes) -> bool:
    lenient = data.decode("utf-8", "ignore")
    return not lenient.isascii()


def _windows(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = sum(1 for character in text if not character.isascii())
    plausible = len(_WESTERN.findall(text)) == foreign <= len(text) * _MAX_WESTERN_SHARE
    return text if plausible else None
