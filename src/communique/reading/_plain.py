"""Raw text → plain text: odd blanks and invisible characters made plain, with the map back."""

from __future__ import annotations

import re

import msgspec

from communique.types import Segment

__all__ = ["Plain", "plain"]

# Replaced one for one, so that offsets stay. Unicode's space separators (category Zs) and tab → blank;
# every kind of line end → line feed; half a surrogate pair cannot be written as UTF-8 → U+FFFD.
_RETURN = re.compile(r"\r(?=\n)")
_SPACES = r"\t\x00-\x08\x0e-\x1b\x7f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = r"\r\v\f\x1c-\x1e\x85\u2028\u2029"
_SURROGATES = r"\ud800-\udfff"
# Taken out: they are not seen, and split words for every program that comes after. Soft hyphen, zero
# width space and joiners, word joiner, byte order mark, direction marks (Unicode 15, section 23.2–23.4).
_INVISIBLES = r"\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_SPACE, _LINE_END, _SURROGATE = (re.compile(f"[{each}]") for each in (_SPACES, _LINE_ENDS, _SURROGATES))
_INVISIBLE = re.compile(f"[{_INVISIBLES}]+")
_NO_SIGNS: frozenset[str] = frozenset()
_ODD = re.compile(f"[{_SPACES}{_LINE_ENDS}{_SURROGATES}{_INVISIBLES}]")


class Plain(msgspec.Struct, frozen=True):
    """``text`` with the ``segments`` that map it to the raw text; together they cover all of it."""

    text: str
    segments: tuple[Segment, ...]


def plain(raw: str) -> Plain:
    """``raw`` with its blanks and line ends made plain and its invisible characters taken out."""
    odd = _odd_in(raw)
    if raw and not odd:
        return Plain(raw, (Segment(0, 0, len(raw)),))
    text = raw
    if "\r" in odd:
        text = _RETURN.sub(" ", text)
    for sign in odd:
        if (plainer := _plainer(sign)) is not None:
            text = text.replace(sign, plainer)
    if _INVISIBLE.search("".join(odd)) is None:
        return Plain(text, (Segment(0, 0, len(text)),) if text else ())
    kept = _visible(text)
    return Plain("".join(text[s.raw_start : s.raw_start + s.length] for s in kept), kept)


def _odd_in(raw: str) -> frozenset[str]:
    # No odd character is printable, which is asked many times as fast.
    return _NO_SIGNS if raw.replace("\n", "").isprintable() else frozenset(_ODD.findall(raw))


def _plainer(sign: str) -> str | None:
    """What stands for an odd character; null for one that is taken out."""
    if _SPACE.match(sign):
        return " "
    if _LINE_END.match(sign):
        return "\n"
    return "\ufffd" if _SURROGATE.match(sign) else None


def _visible(text: str) -> tuple[Segment, ...]:
    segments = []
    start = raw_start = 0
    for gap in [*_INVISIBLE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if end > raw_start:
            segments.append(Segment(start, raw_start, end - raw_start))
            start += end - raw_start
        raw_start = gap.end() if gap else end
    return tuple(segments)
