"""Two levels of one thing in one sentence: where it stands and where it is to go, "from" and "to", now and then.

"The duty will be cut from 25 percent to 10 percent", "trade is worth $10 billion, and Oslo aims at $15 billion",
"exports came to $3 billion, against $2 billion a year earlier". The level that is new has changed against the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

import msgspec

from communique.codebook import units
from communique.codebook.words import any_of
from communique.coding.quantities._levels import Moved, difference

__all__ = ["contrasted"]

_BEFORE = 45  # characters before and behind a figure in which the words stand that say what level it is
_BEHIND = 18
_STOP = re.compile(r"[;:,()–—]|\b(?:and|but|while|which|where|who)\b")
_PARTED = re.compile(rf"{_STOP.pattern}|\bfrom\b")
_FROM = re.compile(r"\bfrom (?:the |its |their |a )?(?:current |present )?(?:level of |rate of )?$", re.IGNORECASE)
_TO = re.compile(r"\bto (?:only |just )?$", re.IGNORECASE)


def contrasted(text: str, made: Sequence[Moved], start: int, end: int) -> list[Moved]:
    """The figures of the sentence from ``start`` to ``end``, each new level with its change against the old one."""
    found = list(made)
    for one, other in combinations(range(len(found)), 2):
        if _are_levels(found[one], found[other]):
            pair = _ordered(_Levels(text, start, end), found[one], found[other])
            if pair is not None:
                old, new = pair
                place = other if new is found[other] else one
                found[place] = _against(text, old, new)
    return found


def _are_levels(one: Moved, other: Moved) -> bool:
    first, second = one.placed.quantity, other.placed.quantity
    alike = first.unit == second.unit and first.kind == second.kind and first.kind in ("money", "measure")
    return alike and not first.time and len({*first.values, *second.values}) > 1


class _Levels(msgspec.Struct, frozen=True):
    """A sentence that asks of a figure's surroundings."""

    text: str
    start: int
    end: int

    def before(self, figure: Moved) -> str:
        """The words of the figure's clause before it."""
        return _STOP.split(self.text[max(self.start, figure.start - _BEFORE) : figure.start])[-1]

    def behind(self, figure: Moved) -> str:
        """The words of its clause behind it."""
        return _PARTED.split(self.text[figure.end : min(self.end, figure.end + _BEHIND)])[0]

    def is_present(self, figure: Moved) -> bool:
        """Whether it is told as where the thing stands: "now $5 billion", "stands at 84 percent"."""
        return bool(_present().search(self.before(figure)) or _present().search(self.behind(figure)))

    def is_aim(self, figure: Moved) -> bool:
        """Whether it is told as where the thing is to go."""
        return bool(_aims().search(self.text, max(self.start, figure.start - 2 * _BEFORE), figure.start))

    def reached(self, figure: Moved) -> bool:
        """Whether "to" leads to it."""
        return bool(_TO.search(self.before(figure)))


def _ordered(levels: _Levels, first: Moved, second: Moved) -> tuple[Moved, Moved] | None:
    """The old level and the new one of two in the order of the text; null where the words do not tell."""
    if second.change is None and _compared().search(levels.text[first.end : second.start]):
        return (second, first) if first.change is None else None
    if second.change is None and levels.reached(second) and _FROM.search(levels.before(first)):
        return first, second
    if first.change is None and levels.reached(first) and _FROM.search(levels.before(second)):
        return second, first
    for old, new in ((first, second), (second, first)):
        going = levels.reached(new) or levels.is_aim(new)
        if new.change is None and going and levels.is_present(old) and not levels.is_present(new):
            return old, new
    return None


def _against(text: str, old: Moved, new: Moved) -> Moved:
    before, quantity = old.placed.quantity, new.placed.quantity
    words = text[before.start : before.end]
    return msgspec.structs.replace(new, change=difference(quantity, before.values[-1], quantity.values[-1], words))


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(units().contrasts['present'])})\b", re.IGNORECASE)


@cache
def _aims() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(units().contrasts['aim'])})\b", re.IGNORECASE)


@cache
def _compared() -> re.Pattern[str]:
    """All that stands between a level and the one that it is compared with."""
    return re.compile(rf"^[^;:.]{{0,40}}?[ ,(]+(?:{any_of(units().contrasts['than'])}) (?:only |just |about |some )?$")
