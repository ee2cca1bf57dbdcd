"""Quantities in a sentence: numbers with what they are counted or measured in, and the words that belong to them.

Works on words, and on their tags where the sentence has been parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec

from communique.codebook import Measure, units
from communique.codebook.calendar import MONTHS, WEEKDAYS
from communique.codebook.words import any_of
from communique.coding.quantities._counting import FUNCTION_WORDS, Words, noun_behind
from communique.coding.quantities._lengths import is_long_since
from communique.coding.quantities._numbers import BLANK, Number, numbers
from communique.coding.quantities._unit_words import unit_at, unit_words
from communique.parsing import Sentence, Token

__all__ = ["Kind", "Quantity", "quantities"]

Kind = Literal["money", "measure", "count", "bare"]

_AUXILIARIES = frozenset(
    "have has had been be were was are is being also others other more still already reportedly feared "
    "believed said to thought reported confirmed now all since either or and".split()
)
_DEFINITE = frozenset(
    {"the", "these", "those", "our", "his", "her", "their", "its", "'s", "’s", "both", "other", "'", "’"}
)
_STRETCHES = frozenset(
    "past last next coming previous following first final recent ensuing preceding these every each another".split()
)
_FROM_NOW = frozenset({"ago", "later", "earlier", "hence", "on", "before", "after", "into", "away"})
_DATED = frozenset({*WEEKDAYS, *MONTHS, "the"})
_LINKS = frozenset({"and", "or", "but", "from", "to", "than", "in", "with", ",", "against", ";", "by"})
_LEADING = frozenset({"to", "at", "by", "from"})
_NEXT = frozenset({",", "and", ";", "while", "the"})
_LAST = frozenset({"first", "last", "next", "top", "past", "other", "remaining"})
_AMBIGUOUS = frozenset({"won", "real", "second", "lei", "mi", "nm", "foot", "pp", "mt"})
_SMALL = 10
_ROUND = 100
_REACH = 7
_RANGE = re.compile(rf"{BLANK}?(-|–|—){BLANK}?|{BLANK}(to|or|and){BLANK}")
_LABEL = re.compile(r"(?:^|\n|[.;,(•*-] ?)(\w+): $")
_LABEL_REACH = 24
_HYPHENED = re.compile(r"-([^\W\d_]+)((?:-[^\W\d_]+)*)")
_AGED = re.compile(r"\b(?:aged|ages?(?: of)?) $", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,3}\.\d{3}")
_OLD = re.compile(rf"(?:{BLANK}|-)(?:old|of age)\b")
_LISTED = re.compile(rf"[,;.]|{BLANK}and{BLANK}|$")
_NUMBER_OF = re.compile(r"\b(?:number|numbers|count) of (?=(?:(?! while | and | but )[^;:])*$)", re.IGNORECASE)
_AND_PART = re.compile(rf"{BLANK}and a (half|quarter)\b")
_PARTS = {"half": 0.5, "quarter": 0.25}
_OF = re.compile(rf"{BLANK}of\b")
_PART_REACH = 16
_PART_OF = re.compile(rf"{BLANK}of{BLANK}(?:which|whom|them)\b")
_OF_WHICH = re.compile(rf"\bof{BLANK}(?:which|whom|them),?{BLANK}(?:some{BLANK})?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number, or the two of a range, with its unit, at the characters ``start``–``end``.

    ``unit`` is null where no word tells it. ``number`` is where its own characters begin, behind words like
    "more than", ``after`` where the number ends; ``noun`` is the place of the noun counted. ``base`` is what
    "from 10 to 15 percent" counts from. ``hyphened`` marks one that modifies what follows, ``time`` a
    length of time, ``age`` one that tells how old.
    """

    kind: Kind
    values: tuple[float, ...]
    unit: str | None
    start: int
    number: int
    after: int
    end: int
    noun: tuple[int, int] | None = None
    base: float | None = None
    hyphened: bool = False
    time: bool = False
    age: bool = False
    scaled: bool = False


def quantities(
    text: str,
    sentence: Sentence,
    is_date: Callable[[Number], bool] = lambda number: False,
    before: Quantity | None = None,
) -> list[Quantity]:
    """The quantities of a sentence, in order; numbers that count or measure nothing, or are dates, are left out.

    ``before`` is the last quantity of the sentence before, of which "six of them" is a part.
    """
    waiting = [number for number in numbers(text, sentence.start, sentence.end) if not is_date(number)]
    if not waiting:
        return []
    words = Words(text, sentence)
    found: list[Quantity] = []
    while waiting:
        number = waiting.pop(0)
        second = waiting[0] if waiting and _joined(text, number, waiting[0]) else None
        if second is not None:
            waiting.pop(0)
        whole = before if _PART_OF.match(text, number.end) else None
        quantity = _quantity(words, number, second, found[-1] if found else whole)
        if quantity is not None:
            found.append(quantity)
    return found


def _joined(text: str, first: Number, second: Number) -> bool:
    """Whether two numbers are the ends of a range or a choice."""
    match = _RANGE.fullmatch(text, first.end, second.start)
    if match is None or first.glued or (second.currency and not first.currency):
        return False
    if match[2] == "and":
        return text[max(0, first.start - 40) : first.start].lower().split()[-1:] == ["between"]
    return True


def _quantity(words: Words, number: Number, second: Number | None, last: Quantity | None) -> Quantity | None:
    text = words.text
    end = second or number
    start = _approximated(text, words.sentence.start, number.start)
    before = words.before(start)
    previous = before.text.lower() if before is not None else ""
    measure, place, hyphened = _measure(text, number, end)
    if (measure is None or hyphened or measure.unit == "percent") and _is_name(words, number, before):
        return None
    if previous in ("per", "every", "each"):
        return None
    values = _values(number, second)
    if values is None and second is not None:
        return None
    made = Quantity(
        kind="bare", values=values or (), unit=None, start=start, number=number.start, after=end.end, end=end.end,
        scaled=end.scaled,
    )  # fmt: skip
    if second is not None and previous == "from" and text[number.end : second.start].strip() in ("to", "-", "–"):
        made = msgspec.structs.replace(made, values=(made.values[1],), base=made.values[0])
    if measure is not None:
        found = _measured(words, made, measure, place, hyphened, previous)
    else:
        found = _counted(words, made, number, previous, last)
    return _in_wholes(found, number) if found is not None and found.kind == "count" else found


def _in_wholes(quantity: Quantity, number: Number) -> Quantity:
    """ "1.000 persons": nobody counts in thousandths, so the point parts thousands, as in much of Europe."""
    if number.scaled or _WHOLE.fullmatch(number.plain) is None:
        return quantity
    return msgspec.structs.replace(quantity, values=tuple(float(round(1000 * value)) for value in quantity.values))


def _values(first: Number, second: Number | None) -> tuple[float, ...] | None:
    """The values; of a range that shares its scale both with it. None where the second is no larger: a score."""
    if second is None:
        return (first.value,)
    low = first.value
    if second.scaled and not first.scaled and second.value:
        plain = re.match(r"[\d.,]+", second.plain)
        own = float(plain.group().replace(",", "")) if plain else second.value
        low *= second.value / own if own else 1
    low = float(f"{low:.12g}")
    return (low, second.value) if low < second.value or second.glued or first.worded else None


def _approximated(text: str, floor: int, start: int) -> int:
    """Where the words of approximation before a number begin."""
    words, pattern = _approximations()
    for _ in range(2):
        first = max(floor, start - 30)
        if not text[first:start].rstrip().lower().endswith(words):
            break  # so it is mostly
        match = pattern.search(text, first, start)
        if match is None:
            break
        start = match.start(1)
    return start


@cache
def _approximations() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The words in lower case, and how they stand before a number."""
    words = any_of(units().approximate)
    pattern = re.compile(rf"(?<![^\W_])({words}){BLANK}{{0,2}}$", re.IGNORECASE)
    return tuple(word.lower() for word in units().approximate), pattern


def _is_name(words: Words, number: Number, before: Token | None) -> bool:
    """Whether a number belongs to a name or a date: "Resolution 1441", "May 3"."""
    if before is None or number.currency or number.scaled or number.worded:
        return (
            before is not None and number.worded and before.text.lower() in ("no", "no.", "number", "chapter", "phase")
        )
    lower = before.text.lower().rstrip(".")
    if before.end < number.start - 1:
        return False
    if lower in MONTHS and before.text[0].isupper():
        return True
    return lower in units().numbered or before.text.lower() in units().numbered


def _measure(text: str, number: Number, end: Number) -> tuple[Measure | None, int, bool]:
    """The unit of money or measure of a number, where its words end, and whether it hangs on by a hyphen."""
    if end.glued:
        return units().attached()[end.glued], end.end, False
    first, after = unit_at(text, end.end) or (end.end, end.end)
    hyphened = text[end.end : first] == "-"
    found = _by_word(text[first:after], end, hyphened=hyphened) if after > end.end else None
    currency = end.currency or number.currency
    if currency:
        return Measure(currency, money=True), after if found is not None and found.money else end.end, False
    if found is None:
        return None, end.end, False
    if found.money and text[first:after].lower() == "pounds" and _OF.match(text, after):
        found = Measure("pounds")
    return found, after, hyphened


def _by_word(word: str, number: Number, *, hyphened: bool) -> Measure | None:
    words = unit_words()
    found = words.get(word) or words.get(word.lower())
    if found is None or (word.isupper() and word not in words and len(word) < 4):
        return None
    if word.lower() in _AMBIGUOUS and not (hyphened or number.scaled or number.value >= _ROUND):
        return None
    return found


def _measured(
    words: Words, made: Quantity, measure: Measure, place: int, hyphened: bool, previous: str
) -> Quantity | None:
    text = words.text
    old = bool(_OLD.match(text, place))
    if measure.time and ((old and hyphened) or _is_moment(words, made, measure, place, previous)):
        return None
    if measure.time and _AGED.search(text, max(0, made.start - 10), made.start):
        return None
    if made.values == (1,) and measure.unit == "days":
        return None  # "one day" tells no length
    if measure.unit == "people" and _refers(made, previous):
        return None
    more, place = _and_part(text, place)
    values = tuple(float(f"{(value + more) * measure.times:.12g}") for value in made.values)
    return msgspec.structs.replace(
        made,
        kind="money" if measure.money else "count" if measure.unit == "people" else "measure",
        values=values,
        unit=measure.unit,
        end=place,
        noun=(text.rfind(" ", 0, place) + 1, place) if measure.unit == "people" else None,
        hyphened=hyphened,
        time=measure.time,
        age=old,
    )


def _and_part(text: str, place: int) -> tuple[float, int]:
    """What a unit has more, and where that ends: "an hour and a half"."""
    match = _AND_PART.match(text, place)
    return (_PARTS[match[1]], match.end()) if match is not None else (0, place)


def _is_moment(words: Words, made: Quantity, measure: Measure, place: int, previous: str) -> bool:
    """Whether a length of time only tells when: "the past 48 hours", "two weeks later"."""
    following = words.index(place)
    told = words.lower(following)
    if told == "after":
        return not is_long_since(max(made.values), measure.unit)
    if told == "on" and words.lower(following + 1) in _DATED:
        told = ""
    return previous in _STRETCHES or told in _FROM_NOW


def _refers(made: Quantity, previous: str) -> bool:
    """ "The two sides": what is meant is known, and its number no news."""
    return max(made.values) <= _SMALL and (previous in _DEFINITE or previous in _LAST)


def _counted(words: Words, made: Quantity, number: Number, previous: str, last: Quantity | None) -> Quantity | None:
    text = words.text
    if match := _HYPHENED.match(text, made.after):
        return _compound(words, made, match)
    noun = noun_behind(words, made.after)
    if noun is not None:
        return _of_noun(words, made, number, previous, noun)
    if number.worded and made.values == (1,):
        return None
    if _suffered(words, made) or _is_labelled(words, made) or _is_crowd(words, made):
        return msgspec.structs.replace(made, kind="count", unit="people")
    return _numbered(words, made, previous) or _elliptical(words, made, number, previous, last)


def _numbered(words: Words, made: Quantity, previous: str) -> Quantity | None:
    """ "The number of refugees rose to 1.2 million": what is counted stands before."""
    if previous not in _LEADING | units().levels or not _ends(words, made):
        return None
    told = _NUMBER_OF.search(words.text, words.sentence.start, made.start)
    noun = noun_behind(words, told.end()) if told is not None else None
    return msgspec.structs.replace(made, kind="count", unit=noun[2]) if noun is not None else None


def _ends(words: Words, made: Quantity) -> bool:
    """Whether no noun follows a number."""
    following = words.lower(words.index(made.after))
    return not following or following in FUNCTION_WORDS or not following[0].isalnum()


def _is_labelled(words: Words, made: Quantity) -> bool:
    """ "Dead: 1,774": the line says what the number counts."""
    label = _LABEL.search(words.text, max(0, made.start - _LABEL_REACH), made.start)
    return label is not None and label[1].lower() in units().suffered | units().people


def _is_crowd(words: Words, made: Quantity) -> bool:
    """ "A crowd of 3,000": a noun that stands for many says that they are people."""
    place = words.index(made.start) - 1
    return words.lower(place) == "of" and words.lower(place - 1) in units().crowds


def _compound(words: Words, made: Quantity, match: re.Match[str]) -> Quantity | None:
    """ "A six-point plan": only of nouns that are worth counting."""
    word = match[1].lower()
    if word not in units().hyphened or made.values == (1,):
        return None
    unit = "people" if word in ("man", "person", "strong") else _plural(word)
    return msgspec.structs.replace(
        made, kind="count", unit=unit, end=match.end(1), hyphened=True, noun=(match.start(1), match.end(1))
    )


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "o"):
        return word[:-1] + "ies"
    return word + "s"


def _of_noun(
    words: Words, made: Quantity, number: Number, previous: str, noun: tuple[int, int, str]
) -> Quantity | None:
    """The quantity with the noun that is counted, which may be a measure behind an adjective: "six hard years"."""
    start, end, unit = noun
    measure = unit_words().get(unit)
    if measure is not None and (measure.time or not measure.money) and measure.unit != "people":
        made = msgspec.structs.replace(made, after=start)
        return _measured(words, made, measure, end, False, previous)
    plain = not number.worded and not number.scaled and number.plain.isdigit()
    if (number.worded and made.values == (1,)) or unit == "times":
        return None
    if _refers(made, previous) or (unit != "people" and _is_model(words, number)):
        return None
    year = plain and _YEAR.fullmatch(number.plain) and number.value % _ROUND
    if year and unit != "people" and made.start == made.number:
        return None
    return msgspec.structs.replace(made, kind="count", unit=unit, end=end, noun=(start, end))


def _is_model(words: Words, number: Number) -> bool:
    """ "Leopard 2 tanks", "Boeing 737 jets": a name in capitals right before digits."""
    if number.worded or number.scaled or "," in number.plain:
        return False
    place = words.index(number.start) - 1
    if place < 1:
        return False
    token = words.tokens[place]
    lower = token.text.lower()
    day = lower in WEEKDAYS or lower in MONTHS
    named = token.text[:1].isupper() and lower not in FUNCTION_WORDS and not day and token.text != "I"
    return named and not words.tokens[place - 1].text.isdigit() and not lower.endswith("day")


def _suffered(words: Words, made: Quantity) -> bool:
    """Whether what only people do or suffer is told of a bare number."""
    place = words.index(made.after)
    behind = [words.lower(i) for i in range(place, place + _REACH)]
    told = next((word for word in behind if word not in _AUXILIARIES), "")
    before = words.before(made.start)
    earlier = before.text.lower() if before is not None else ""
    suffered = units().suffered
    if words.text[made.after : made.after + 1] in ("-", "%"):
        return False
    return told in suffered or (
        earlier in suffered and (not behind[0] or behind[0] in FUNCTION_WORDS or not behind[0][0].isalnum())
    )


def _elliptical(words: Words, made: Quantity, number: Number, previous: str, last: Quantity | None) -> Quantity | None:
    """ "20 million tons this year, up from 12 million": the unit of the quantity before goes on."""
    if last is None or last.time or last.hyphened:
        return None
    if last.kind == "count" and previous not in _DEFINITE and _is_part(words, made):
        return msgspec.structs.replace(made, kind=last.kind, unit=last.unit)
    if not _ends(words, made):
        return None
    if previous not in _LINKS and not _is_next_of_list(words, made):
        return None
    year = number.plain.isdigit() and _YEAR.fullmatch(number.plain)
    named = previous not in _LINKS or _is_compared(words, made)
    if year or (number.worded and not number.scaled and not named and max(made.values) <= _SMALL):
        return None
    if (last.scaled and not made.scaled) or (last.kind == "count" and not all(v.is_integer() for v in made.values)):
        return None
    return msgspec.structs.replace(made, kind=last.kind, unit=last.unit)


def _is_part(words: Words, made: Quantity) -> bool:
    """ "30 diplomats, of whom 12 have left", "six of them": part of what was counted right before."""
    start = max(words.sentence.start, made.start - _PART_REACH)
    return _PART_OF.match(words.text, made.after) is not None or (
        _OF_WHICH.search(words.text, start, made.start) is not None and _ends(words, made)
    )


def _is_compared(words: Words, made: Quantity) -> bool:
    """ "12 flights, up from seven"."""
    place = words.index(made.start) - 1
    moves = units().changes["up"] | units().changes["down"]
    return words.lower(place) == "from" and words.lower(place - 1) in moves


def _is_next_of_list(words: Words, made: Quantity) -> bool:
    """ "Germany sent home 40 diplomats, France 35 and Italy 30": the number stands behind the next name."""
    place = words.index(made.start) - 1
    while place > 0 and words.tokens[place].text[:1].isupper():
        place -= 1
    named = place < words.index(made.start) - 1
    return named and words.lower(place) in _NEXT and bool(_LISTED.match(words.text, made.after))
