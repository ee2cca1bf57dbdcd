"""Numbers in a text, in digits and in words, with their scale: "3.2 million", "twenty-three", "half a million".

Numbers that are parts of names, dates, times of day, scores and addresses are left out as far as their own characters
tell: "F-16", "42nd", "19:45", "3/4/2021", "6pm".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import units
from communique.codebook.words import any_of, lowered

__all__ = ["BLANK", "Number", "numbers"]

BLANK = r"[ \t\u00a0\u202f]"
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: value for value, word in enumerate(_SMALL.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), 2)
}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "dozens", "lakh", "crore")
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+|\d+)"
    r"(?:\.\d+)?[½¼¾⅓⅔⅛]?|[½¼¾⅓⅔⅛]"
)
_WORD = rf"(?:{'|'.join(sorted((*_ONES, *_SCALE_WORDS), key=len, reverse=True))})\b"
_PART = r"half|(?:an?[ ]|three[ -])?quarters?"
_FIRST = rf"(?:(?:{_PART})[ -](?:of[ ])?(?:an?[ ])?|an?[ ])(?=(?:{'|'.join(_SCALE_WORDS)})\b)"
_HALF = r"(?:[ ]and[ ]a[ ](?:half|quarter))"
# "It took an hour", "about a mile away": behind a verb of lasting or a word of approximation the article counts.
# Looked for first, as few words that begin with an "a" have it behind them.
_LENGTH = r"(?:minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|percentage point)\b(?!['’])"
_AN = (
    rf"(?=an? {_LENGTH})"
    r"(?:(?<=\btook )|(?<=\blasted )|(?<=\bspent )|(?<=\bfor )|(?<=\babout )|(?<=\bnearly )|(?<=\balmost )|(?<=\bjust )"
    r"|(?<=\bthan )|(?<=\bunder )|(?<=\bover )|(?<=\bwithin )|(?<=\broughly )|(?<=\bleast ))an? "
    r"|an? (?=(?:hour|day|week|month|year|decade)-long\b)"
)
_WORDS = rf"\b(?:{_FIRST})?{_WORD}{_HALF}?(?:(?:-|{BLANK}(?:and{BLANK})?){_WORD}){{0,12}}"
_PARTS = {"half": 0.5, "quarter": 0.25}
_HUNDRED, _DOZEN = 100, 12
_SIGN = 8  # characters of the longest sign, with a blank
_NEVER_BEFORE = frozenset("#/:@&_*=")
_NEVER_BEHIND = re.compile(r"[/:]\d|[/@=_]\w|\.\d|,\d|[-–]\d+[-–]|°[NSEW]\b")
_FOLLOWED = re.compile(rf"{BLANK}[^\W\d_]")
_DISTANCE = re.compile(rf"{BLANK}(?:away|long|wide|high|deep|tall|off|above|below|from|race|sprint|thick)\b")
_LETTERS = re.compile(r"(?:[mb]|tr)illion\b|(?:km²|m²|m³|[°º]?[A-Za-z]{1,4}[23]?(?:/[hd])?(?![A-Za-z\d]))|%-?p?")


class Number(msgspec.Struct, frozen=True):
    """A number at the characters ``start``–``end`` with its sign of currency; ``value`` has its scale in it.

    ``first`` is where the digits begin, behind the sign, whose unit is ``currency``; ``scaled`` whether a word of scale
    stands behind them, ``worded`` whether it is told in words, ``glued`` the letters at its digits that are no scale.
    """

    start: int
    end: int
    first: int
    value: float
    currency: str | None = None
    scaled: bool = False
    worded: bool = False
    glued: str = ""
    plain: str = ""


# Digits and words are looked for apart, words in lower case: a pattern that knows its first letters skips fast.
_FIGURES = re.compile(rf"(?P<digits>{_DIGITS})")
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛]")  # one such is passed over to quickly
_SPELLED = re.compile(rf"\b(?=[abefhlmnoqstz])(?:(?P<words>{_WORDS})|(?P<article>{_AN}))")


@cache
def _before() -> re.Pattern[str]:
    signs = any_of(units().signs())
    return re.compile(rf"(?<![^\W\d_])({signs}){BLANK}?$")


@cache
def _sign_ends() -> frozenset[str]:
    """The characters that a sign of currency ends with."""
    return frozenset(sign[-1] for sign in units().signs())


@cache
def _scale() -> re.Pattern[str]:
    words = "|".join(sorted(units().scales, key=len, reverse=True))
    return re.compile(rf"(?:{BLANK}|-)({words})\b(?!-(?:strong|man))", re.IGNORECASE)


@cache
def _signs() -> dict[str, str]:
    return units().signs()


def numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers of ``text`` between two offsets, in order."""
    found = [*_all_in_digits(text, start, end), *_all_worded(text, start, end)]
    found.sort(key=lambda number: number.start)
    return [n for i, n in enumerate(found) if not i or n.start >= found[i - 1].end]


def _all_in_digits(text: str, start: int, end: int) -> Iterator[Number]:
    place = start
    while (digit := _DIGIT.search(text, place, end)) is not None:
        match = _FIGURES.match(text, digit.start(), end)
        if match is None:
            return
        number = _in_digits(text, match, start, end)
        place = max(number.end, match.end()) if number is not None else _past(text, match.end(), end)
        if number is not None:
            yield number


def _all_worded(text: str, start: int, end: int) -> Iterator[Number]:
    lower = lowered(text[start:end])
    place = 0
    while (match := _SPELLED.search(lower, place)) is not None:
        number = _spelled(text, match, start)
        place = number.end - start if number is not None else match.end()
        if number is not None:
            yield number


def _spelled(text: str, match: re.Match[str], offset: int) -> Number | None:
    start = offset + match.start()
    if match["article"]:
        return Number(start, offset + match.end() - 1, start, 1, worded=True)
    return _worded(text, match, offset)


def _past(text: str, place: int, end: int) -> int:
    """Behind what goes on from digits that are no number."""
    while place < end and (
        text[place].isalnum() or (text[place] in ".,:/-–" and text[place + 1 : place + 2].isalnum())
    ):
        place += 1
    return place


def _in_digits(text: str, match: re.Match[str], floor: int, end: int) -> Number | None:
    first, place = match.start("digits"), match.end("digits")
    sign = _sign(text, floor, first)
    currency = _signs()[sign[1]] if sign else None
    start = sign.start() if sign else first
    if not _begins(text, start, first) or _NEVER_BEHIND.match(text, place, end):
        return None
    value = _value(match["digits"])
    letters = _LETTERS.match(text, place, end)
    glued = letters.group() if letters else ""
    scaled = False
    if glued and (scale := _glued_scale(glued, currency, text, place)):
        value, place, glued, scaled = value * scale, place + len(glued), "", True
    elif glued not in units().attached() if glued else text[place : min(place + 1, end)].isalpha():
        return None
    if not glued:
        value, place, more = _scaled(text, value, place, end)
        scaled = scaled or more
    return Number(start, place + len(glued), first, value, currency, scaled, False, glued, match["digits"])


def _sign(text: str, floor: int, first: int) -> re.Match[str] | None:
    """The sign of currency right before digits, at most a blank between."""
    start = max(floor, first - _SIGN)
    before = text[start:first].rstrip()
    return _before().search(text, start, first) if before and before[-1] in _sign_ends() else None


def _begins(text: str, start: int, first: int) -> bool:
    """Whether a number may begin here: not in a word, an address, a time or a decimal."""
    before = text[start - 1 : start] if start else ""
    if before.isalnum() or (before in _NEVER_BEFORE and before):
        return False
    earlier = text[start - 2 : start - 1] if start > 1 else ""
    if before in (".", ",") and earlier.isdigit():
        return False
    return not (before in ("-", "–") and earlier.isalpha() and start == first)


def _value(digits: str) -> float:
    if digits.isascii() and digits.isdigit():
        return float(digits)
    whole = digits.rstrip("".join(_FRACTIONS))
    plain = re.sub(r"[, \u00a0\u202f]", "", whole)
    return float(plain or 0) + sum(_FRACTIONS[c] for c in digits[len(whole) :])


def _glued_scale(glued: str, currency: str | None, text: str, place: int) -> float | None:
    """The scale of "3bn"; "m" alone is a million only of money or of something that follows."""
    scale = units().glued.get(glued)
    if scale is None or glued not in units().attached() or currency:
        return scale
    behind = place + len(glued)
    return scale if _FOLLOWED.match(text, behind) and not _DISTANCE.match(text, behind) else None


def _scaled(text: str, value: float, place: int, end: int) -> tuple[float, int, bool]:
    scaled = False
    for _ in range(2):
        match = _scale().match(text, place, end)
        if match is None:
            break
        value, place, scaled = value * units().scales[match[1].lower()], match.end(), True
    return _tidy(value), place, scaled


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 1.1 million is 1100000."""
    return float(f"{value:.12g}")


def _worded(text: str, match: re.Match[str], offset: int) -> Number | None:
    """The longest beginning of a row of number words that is one number; "several hundred" is none."""
    start = offset + match.start()
    if start and (text[start - 1].isalnum() or (text[start - 1] in "-–'’" and text[start - 2 : start - 1].isalnum())):
        return None
    parts = [(part.group(), start + part.end()) for part in re.finditer(r"[a-z]+", match["words"])]
    if parts[0][0] in units().scales:
        return None
    value, end, scaled = _summed(parts)
    value, end, more = _scaled(text, value, end, len(text))
    return Number(start, end, start, value, None, scaled or more, True, "", text[start:end])


def _summed(parts: Sequence[tuple[str, int]]) -> tuple[float, int, bool]:
    """The value of number words, where those that make one number end, and whether a scale is among them."""
    total, current, last, end, scaled = 0.0, 0.0, 0.0, 0, False
    share = _share(parts)
    for place, (word, at) in enumerate(parts):
        if share != 1 and word == "three" and parts[place + 1][0] == "quarters":
            continue
        if word in ("half", "quarter") and place > 1 and parts[place - 2][0] == "and":
            current, end = current + _PARTS[word], at
            continue
        if word in ("and", "a", "an", "of", "half", "quarter", "quarters"):
            continue
        value = float(_ONES[word]) if word in _ONES else units().scales[word]
        if word in _ONES:
            if current and not _adds(current, last, value):
                break
            current += value
        elif value in (_HUNDRED, _DOZEN):
            current, scaled = (current or 1) * value, True
        else:
            total, current, scaled = total + (current or 1) * value, 0.0, True
        last, end = value, at
    return (total + current) * share, end, scaled


def _share(parts: Sequence[tuple[str, int]]) -> float:
    """What part of a scale number words ask for: "half a million", "three quarters of a million"."""
    words = [word for word, _ in parts[:3] if word not in ("a", "an", "of")]
    if words[:2] == ["three", "quarters"]:
        return 0.75
    return _PARTS.get(words[0], 1.0) if words else 1.0


def _adds(current: float, last: float, value: float) -> bool:
    """Whether a small number goes on from what stands before it: "twenty three", "hundred and fifty"."""
    if last in (_HUNDRED, _DOZEN):
        return last == _HUNDRED
    return last >= 20 and last % 10 == 0 and 0 < value < 10 and current % 10 == 0
