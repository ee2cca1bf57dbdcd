"""Repetition: a body pasted twice, a caption shown twice, an advertisement that says its name four times."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading._dates import is_date_line
from communique.reading._lines import Line, ends_sentence, same_words

__all__ = ["without_repeats"]

_LONGEST_CHANT = 400
_SHORTEST_UNIT = 3
_FEWEST_UNITS = 3


def without_repeats(lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines`` without those said before, those that say one phrase over and over, and that phrase alone.

    Lines that only date what follows or name who speaks ("Q:") are said again on purpose and stay.
    """
    chants = {unit for line in lines if (unit := _chant_unit(line.text))}
    kept: list[Line] = []
    seen: set[str] = set()
    for line in lines:
        words = same_words(line.text)
        if _is_chanted(line.text, chants) or (words in seen and not _may_recur(line.text)):
            continue
        seen.add(words)
        kept.append(line)
    return tuple(kept)


def _may_recur(text: str) -> bool:
    return text.endswith(":") or not same_words(text) or is_date_line(text)


def _chant_unit(text: str) -> str | None:
    """The phrase of which ``text`` is three or more copies, blanks aside."""
    if len(text) > _LONGEST_CHANT or ends_sentence(text):
        return None
    packed = "".join(text.split())
    # What is said three times begins again in the first two thirds, which most texts do not.
    if packed.find(packed[: len(packed) // _FEWEST_UNITS], 1) < 0:
        return None
    # The first place where a text is found in its own double is its smallest period.
    period = (packed + packed).find(packed, 1)
    unit = packed[:period]
    if len(packed) < _FEWEST_UNITS * period or sum(map(str.isalpha, unit)) < _SHORTEST_UNIT:
        return None
    return unit


def _is_chanted(text: str, chants: set[str]) -> bool:
    if not chants or len(text) > _LONGEST_CHANT:
        return False
    packed = "".join(text.split())
    return any(packed == unit * (len(packed) // len(unit)) for unit in chants)
