"""How figures moved: which quantities of a sentence tell of a change, of which figure, and against what.

"Trade rose 10 percent to $5 billion" tells one figure and its change; "trade rose 10 percent" tells a figure that is a
change; in "20 million tons, up from 12 million" the change is what lies between the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from communique.codebook import units
from communique.codebook.calendar import MONTHS, WEEKDAYS
from communique.codebook.words import any_of
from communique.coding.quantities._contrasts import contrasted
from communique.coding.quantities._levels import Direction, Moved, Placed, difference
from communique.parsing import Token
from communique.types import Change

__all__ = ["moved"]

_BETWEEN = frozenset(
    "by of a an some about nearly almost roughly over only just further another again it is was were the has "
    "have had been be sharply steadily slightly at least more than close to around approximately estimated in".split()
)
_PRONOUNS = frozenset({"that", "this", "it", "which", "they"})
_THEN = (
    r"(?: (?:in|during|for|over) (?:the )?"
    r"(?:[a-z]+ (?:quarter|half|(?:\w+ )?months)(?: of (?:the year|this year|last year|\d{4}))?"
    rf"|{any_of(MONTHS)}(?: \d{{4}})?"
    r"|(?:last|this) (?:year|month|quarter)|\d{4})\b)?"
)
"""When it moved: "fell 7 percent in April from a year earlier"."""
_WHEN = re.compile(_THEN, re.IGNORECASE)
_AGAINST = re.compile(
    rf"{_THEN}[ ,]*(?:more |higher |lower |less |fewer |up |down )?"
    rf"(?:(?:than|from|over|above|below|against|on(?! (?:{any_of(WEEKDAYS)}|{any_of(MONTHS)}|\d))|compared (?:with|to)"
    r"|versus|relative to)\b"
    r"(?: (?:in|during|for|at|the level of|that of)\b)?) (?P<what>[^,;:.()]{2,80})",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"[ ,]*(?P<what>(?:year|month)[- ](?:on|over)[- ](?:year|month)|on the year|annually|in a year|a year earlier)\b"
)
_BEHIND = {
    "more": "up",
    "higher": "up",
    "above": "up",
    "less": "down",
    "fewer": "down",
    "lower": "down",
    "below": "down",
    "over": "up",
}
_TO = frozenset(
    {
        "to",
        "at",
        "reaching",
        "reached",
        "totaling",
        "totalling",
        "and",
        "hit",
        "came",
        "total",
        "stood",
        "nearly",
        "about",
        "some",
        "almost",
    }
)
_REACH = 5
# Words that tell of a change only of a percentage: "lost 5 soldiers", "more than 5 tons".
_LOOSE = frozenset({"more", "less", "fewer", "above", "below", "lost", "added", "cut", "cuts", "shed"})


_OBJECT = 10  # words back from "by" to the verb of what changes
_ABOUT = frozenset("about nearly almost roughly over only just around approximately some up to at least most".split())
_BARRIERS = frozenset({",", ";", ":", "(", ")", "—", "–", "and", "that", "which", "who", "but", "by", "was", "were"})
_ADVERBS = frozenset("up down above below more less fewer higher plus minus added lost".split())


class _Delta(msgspec.Struct, frozen=True):
    change: Change
    end: int
    against: tuple[int, int] | None
    pronoun: bool
    noun: bool


def moved(text: str, tokens: Sequence[Token], found: Sequence[Placed], end: int) -> list[Moved]:
    """The figures of a sentence, which ends at the character ``end``, in order, with their changes."""
    lower = [token.text.lower() for token in tokens]
    made: list[Moved] = []
    waiting: tuple[Placed, _Delta] | None = None
    for number, placed in enumerate(found):
        earlier = next((one for one in reversed(made) if not one.placed.quantity.time), None)
        origin = _from(lower, placed, earlier.placed if earlier else None)
        if origin is not None and earlier is not None and earlier.change is None and _compares(earlier, placed):
            made[made.index(earlier)] = _since(text, earlier, placed, origin)
            continue
        delta = _delta(text, tokens, lower, placed, end)
        if delta is None:
            made.append(_level(text, placed, waiting, end))
            waiting = None
        elif earlier is not None and waiting is None and _belongs(text, lower, earlier, placed, delta):
            made[made.index(earlier)] = _attached(earlier, placed, delta)
        elif number + 1 < len(found) and _leads(lower, placed, found[number + 1], _past(tokens, placed, delta)):
            waiting = placed, delta
        else:
            made.append(_alone(placed, delta, first=not made))
    return contrasted(text, made, tokens[0].start, end)


def _alone(placed: Placed, delta: _Delta, *, first: bool) -> Moved:
    end = max(placed.quantity.end, delta.end)
    return Moved(
        placed, delta.change, placed.quantity.start, end, delta.against, first and (delta.pronoun or delta.noun)
    )


def _level(text: str, placed: Placed, waiting: tuple[Placed, _Delta] | None, end: int) -> Moved:
    """A figure that is no change, with the change told right before it: "rose by 5 percent to $3bn"."""
    quantity = placed.quantity
    if waiting is not None:
        return _led(text, placed, *waiting, end)
    if quantity.base is not None:
        change = difference(quantity, quantity.base, quantity.values[-1], f"{quantity.base:g}")
        return Moved(placed, change, quantity.start, quantity.end)
    return Moved(placed, None, quantity.start, quantity.end)


def _past(tokens: Sequence[Token], placed: Placed, delta: _Delta) -> int:
    """The first word behind a change and what it is against."""
    return next((i for i in range(placed.behind, len(tokens)) if tokens[i].start >= delta.end), placed.behind)


def _led(text: str, placed: Placed, by: Placed, delta: _Delta, end: int) -> Moved:
    """A level with the change that leads to it; what that is against may stand behind: "to $3bn from a year before"."""
    change, against, until = delta.change, delta.against, placed.quantity.end
    if against is None:
        words, against, until = _against(text, placed.quantity.end, end)
        change = msgspec.structs.replace(change, against=words)
    return Moved(placed, change, by.quantity.start, max(placed.quantity.end, until), against)


def _leads(lower: Sequence[str], delta: Placed, level: Placed, behind: int) -> bool:
    """Whether a change leads to the figure behind it: nothing but "in 2025", "to" or "and reached" between."""
    between = lower[behind : level.first]
    if len(between) > _REACH + 2 or level.quantity.unit == delta.quantity.unit or ";" in between:
        return False
    return bool(between) and (between[-1] in _TO or any(w in ("to", "reached", "reaching") for w in between[-3:]))


def _belongs(text: str, lower: Sequence[str], earlier: Moved, placed: Placed, delta: _Delta) -> bool:
    """Whether a change is that of the figure told before it in the sentence: ", up 5 percent", "(plus 5 percent)"."""
    if earlier.change is not None or earlier.placed.quantity.time or not _may_move(earlier, placed):
        return False
    start = placed.first
    while start > earlier.placed.behind and lower[start - 1] not in (",", "(", ";", "–", "—", "though", "and"):
        start -= 1
    led = lower[start : placed.first]
    opened = start > earlier.placed.behind and lower[start - 1] in (",", "(", ";", "–", "—", "though")
    own = [
        w
        for w in led
        if w not in _BETWEEN and w not in _all_changes() and w not in _PRONOUNS and w not in ("or", "growth")
    ]
    return opened and not own


def _may_move(earlier: Moved, placed: Placed) -> bool:
    """Whether a quantity may tell how another moved: what is counted moves by a share of it."""
    return earlier.placed.quantity.kind != "count" or placed.quantity.unit == "percent"


@cache
def _all_changes() -> frozenset[str]:
    return units().changes["up"] | units().changes["down"]


def _attached(earlier: Moved, placed: Placed, delta: _Delta) -> Moved:
    end = max(placed.quantity.end, delta.end)
    return msgspec.structs.replace(earlier, change=delta.change, end=end, against=delta.against)


def _delta(text: str, tokens: Sequence[Token], lower: Sequence[str], placed: Placed, end: int) -> _Delta | None:
    """The change that a quantity is, by the word of change before or behind it."""
    quantity = placed.quantity
    if quantity.time or (quantity.hyphened and not _noun_behind(lower, placed)):
        return None
    direction, pronoun, noun = _before(lower, placed)
    if direction is None:
        direction = _behind(lower, placed)
        if direction is not None:
            pronoun = any(w in _PRONOUNS for w in lower[max(0, placed.first - 3) : placed.first])
    direction = direction or _by(tokens, lower, placed)
    if direction is None:
        return None
    against, span, to = _against(text, quantity.end, end)
    change = Change(direction=direction, value=quantity.values[-1], unit=quantity.unit or "", against=against)
    return _Delta(change, to, span, pronoun, noun)


def _before(lower: Sequence[str], placed: Placed) -> tuple[Direction | None, bool, bool]:
    place, floor = placed.first - 1, max(-1, placed.first - _REACH - 1)
    if place >= 0 and lower[place] in ("to", "at"):
        return None, False, False
    while place > floor and lower[place] in _BETWEEN:
        if lower[place] in ("is", "was", "were", "been", "be"):
            return _predicated(lower, place, placed)
        place -= 1
    word = lower[place] if place > floor else ""
    direction = _direction(word)
    if direction is None or (word in _LOOSE and placed.quantity.unit != "percent"):
        return None, False, False
    if placed.quantity.kind == "count" and lower[placed.first - 1] != "by":
        return None, False, False  # "closed down 96 groups"
    subject = lower[max(0, place - 3) : place]
    return direction, any(w in _PRONOUNS for w in subject), False


def _by(tokens: Sequence[Token], lower: Sequence[str], placed: Placed) -> Direction | None:
    """ "Cut the subsidy by 12 percent", "a rise in tariffs by 5 points": verb or noun stand before what changes."""
    place = placed.first - 1
    while place > 0 and lower[place] in _ABOUT:
        place -= 1
    if lower[place] != "by" or placed.quantity.kind == "count":
        return None
    for word in range(place - 1, max(-1, place - _OBJECT), -1):
        if lower[word] in _BARRIERS:
            return None
        direction = _direction(lower[word])
        if direction is not None and lower[word] not in _ADVERBS and not _is_adjective(tokens, word):
            return direction
    return None


def _is_adjective(tokens: Sequence[Token], word: int) -> bool:
    """ "The reduced tariff": what has changed before."""
    return tokens[word].tag.startswith("JJ") or tokens[word - 1].text.lower() in ("the", "its", "their")


def _predicated(lower: Sequence[str], place: int, placed: Placed) -> tuple[Direction | None, bool, bool]:
    """ "The growth is 46 percent": the noun of change is the subject."""
    before = [w for w in lower[max(0, place - 2) : place] if w not in ("has", "have", "had", "the", "that")]
    word = before[-1] if before else ""
    noun = word in (
        "growth",
        "increase",
        "rise",
        "gain",
        "expansion",
        "decline",
        "decrease",
        "drop",
        "fall",
        "reduction",
        "contraction",
    )
    return (_direction(word), False, True) if noun and placed.quantity.unit == "percent" else (None, False, False)


def _direction(word: str) -> Direction | None:
    if word in units().changes["up"]:
        return "up"
    return "down" if word in units().changes["down"] else None


def _noun_behind(lower: Sequence[str], placed: Placed) -> bool:
    return placed.behind < len(lower) and lower[placed.behind] in _all_changes()


def _behind(lower: Sequence[str], placed: Placed) -> Direction | None:
    """ "A 5 percent rise", "5 percent more than in 2023"."""
    word = lower[placed.behind] if placed.behind < len(lower) else ""
    percent = placed.quantity.unit in ("percent", "percentage points")
    if word in _BEHIND and percent:
        return "up" if _BEHIND[word] == "up" else "down"
    article = any(w in ("a", "an", "the") for w in lower[max(0, placed.first - 2) : placed.first])
    if percent and (article or placed.quantity.hyphened):
        return _direction(word)
    return None


def _against(text: str, start: int, end: int) -> tuple[str | None, tuple[int, int] | None, int]:
    """What a change is against, its characters, and where it ends."""
    match = _YEARLY.match(text, start, end) or _AGAINST.match(text, start, end)
    if match is None:
        return None, None, start
    words = _cut(match["what"])
    if not words:
        return None, None, start
    span = match.start("what"), match.start("what") + len(words)
    return " ".join(words.split()), span, span[1]


_TO_LEVEL = re.compile(r"(?:^| )to(?: an?(?: [a-z-]+){1,3} of)?$")
"""What leads to a level: "to", "to a record low of"."""
_CUT = re.compile(r"\s(?:and|but|as|while|to|which|that|when|after|said|says|because|with|by)\b.*", re.DOTALL)


def _cut(words: str) -> str:
    return _CUT.sub("", words).rstrip()


def _from(lower: Sequence[str], placed: Placed, earlier: Placed | None) -> Direction | Literal["?"] | None:
    """Whether a quantity is what another is compared with: "up from 12 million"."""
    first = placed.first
    before = lower[max(0, first - 3) : first]
    if before[-1:] != ["from"]:
        return None
    if earlier is not None and earlier.behind == first - 1 and _TO_LEVEL.search(" ".join(lower[: earlier.first])):
        return "?"  # "to 3 percent from 2.25 percent"
    return _direction(before[-2]) if len(before) > 1 else None


def _compares(earlier: Moved, placed: Placed) -> bool:
    one, other = earlier.placed.quantity, placed.quantity
    return one.unit == other.unit and one.kind == other.kind


def _since(text: str, earlier: Moved, placed: Placed, direction: str) -> Moved:
    quantity = earlier.placed.quantity
    words = text[placed.quantity.start : placed.quantity.end]
    change = difference(quantity, placed.quantity.values[-1], quantity.values[-1], words)
    then = _WHEN.match(text, placed.quantity.end)
    against = placed.quantity.start, then.end() if then else placed.quantity.end
    return msgspec.structs.replace(earlier, change=change, end=max(earlier.end, placed.quantity.end), against=against)
