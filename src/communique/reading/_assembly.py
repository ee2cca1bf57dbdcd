"""Kept lines → the text of the document and its map to the raw text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from communique.reading._lines import Line
from communique.reading._plain import Plain
from communique.types import Segment

__all__ = ["Assembled", "assemble"]


class Assembled(msgspec.Struct, frozen=True):
    """``text`` of a document; ``segments`` map it to the raw text, ``stretches`` to the plain text."""

    text: str
    segments: tuple[Segment, ...]
    stretches: tuple[Segment, ...]

    def offset_of(self, plain_offset: int) -> int | None:
        """Where the character at ``plain_offset`` of the plain text stands in ``text``; None if left out."""
        for stretch in self.stretches:
            if stretch.raw_start <= plain_offset < stretch.raw_start + stretch.length:
                return stretch.start + plain_offset - stretch.raw_start
        return None


def assemble(lines: Sequence[Line], plain: Plain) -> Assembled:
    """The text of ``lines``, an empty line or a line feed between them as in ``plain``, with its maps."""
    text, stretches = _joined(lines, plain.text)
    return Assembled(text, tuple(_raw_segments(stretches, plain.segments)), tuple(stretches))


def _joined(lines: Sequence[Line], plain: str) -> tuple[str, list[Segment]]:
    parts: list[str] = []
    stretches: list[Segment] = []
    length = end = 0
    for line in lines:
        between = plain[end : line.offset]
        separator = "\n\n" if between.count("\n") > 1 else "\n"
        if parts and between == separator:
            last = stretches.pop()
            grown = last.length + len(separator) + len(line.text)
            stretches.append(Segment(last.start, last.raw_start, grown))
        else:
            start = length + len(separator) if parts else 0
            stretches.append(Segment(start, line.offset, len(line.text)))
        parts += [separator, line.text] if parts else [line.text]
        length = stretches[-1].start + stretches[-1].length
        end = line.end
    return "".join(parts), stretches


def _raw_segments(stretches: Sequence[Segment], plain: Sequence[Segment]) -> Iterator[Segment]:
    """``stretches`` of the plain text, cut where invisible characters were taken out of the raw text."""
    starts = [segment.start for segment in plain]
    for stretch in stretches:
        at, end = stretch.raw_start, stretch.raw_start + stretch.length
        index = bisect_right(starts, at) - 1
        while at < end:
            segment = plain[index]
            until = min(end, segment.start + segment.length)
            start = stretch.start + at - stretch.raw_start
            yield Segment(start, segment.raw_start + at - segment.start, until - at)
            at, index = until, index + 1
