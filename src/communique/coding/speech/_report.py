"""A report of speech: who is told to have said what, as words of a passage."""

from __future__ import annotations

import msgspec

from communique.coding.speech._cues import Verb
from communique.coding.speech._speakers import Speaker
from communique.types import Actor, Span

__all__ = ["Report"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Who is told to have said what: ``pieces`` are pairs of the first and the last word, in order, and may be none.

    ``cue`` is where the words of saying stand, ``at`` their first and last word.
    """

    speaker: Speaker | None
    pieces: tuple[tuple[int, int], ...]
    verb: Verb | None
    cue: Span
    addressee: Span | None = None
    addressed: Actor | None = None
    at: tuple[int, int] = (-1, -1)
    via: tuple[Speaker, ...] = ()
