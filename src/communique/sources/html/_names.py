"""What a site calls the parts of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import chain
from typing import Literal, get_args

import msgspec

__all__ = ["NameRule", "Part", "is_of", "name_rules", "parts_of"]

Part = Literal["hidden", "furniture", "about", "comments", "caption", "body", "live", "paywall"]
_BLANKS = re.compile(r"\s+")
_GROUP = "(?:"
_REPEATED = ("*", "+", "{", "??")
_FIRST_LETTER = re.compile(r"[a-z](?![?*+{])")
_NO_PARTS: frozenset[Part] = frozenset()
_PARTS: tuple[Part, ...] = get_args(Part)
_FURNITURE: frozenset[Part] = frozenset(("furniture",))
_OTHERS = tuple(part for part in _PARTS if part not in _FURNITURE)


class NameRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One record of ``names.yaml``; ``whole`` is whether its words make up a class by themselves."""

    part: Part
    words: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    whole: bool = False


@cache
def name_rules() -> tuple[NameRule, ...]:
    """The table, in the order of its file."""
    table = resources.files(__package__).joinpath("names.yaml").read_bytes()
    return msgspec.yaml.decode(table, type=tuple[NameRule, ...])


@cache
def _pattern(*parts: Part) -> re.Pattern[str]:
    """The words of some parts, behind the blank or mark that begins a word."""
    words = [word for rule in name_rules() if rule.part in parts for word in _rule_words(rule)]
    return re.compile(f"[ _-](?:{_either(words)})(?:$|[ _-])")


def _rule_words(rule: NameRule) -> Iterator[str]:
    # In a name a hyphen and an underscore part words alike.
    words = _BLANKS.sub("", rule.words).replace("-?", "[_-]?").replace("-{0,2}", "[_-]{0,2}")
    for word in _either_of(words):
        if rule.whole:
            yield from (f"{one[0]}(?<= {one[0]}){one[1:]}(?![_-])" for one in _spelled(word))
        else:
            yield word


def _either(words: Sequence[str]) -> str:
    """A pattern of any of ``words``, those that begin alike told apart by what follows, not tried one by one."""
    groups: dict[str, list[str]] = {}
    for word in dict.fromkeys(chain.from_iterable(map(_spelled, words))):
        first = word[:1] if _FIRST_LETTER.match(word) else ""
        groups.setdefault(first, []).append(word[len(first) :])
    return "|".join(
        f"{first}(?:{_either(rest)})" if first and len(rest) > 1 else "|".join(first + word for word in rest)
        for first, rest in groups.items()
    )


def _spelled(word: str) -> Iterator[str]:
    """``word`` once for each way in which it may begin: "(?:un)?seen" is "seen" and "unseen"."""
    end = next((at for at, sign in enumerate(word) if sign == ")" and _is_level(word[: at + 1])), len(word))
    behind = word[end + 1 :]
    if not word.startswith(_GROUP) or behind.startswith(_REPEATED):
        yield word
        return
    if behind.startswith("?"):
        behind = behind[1:]
        yield from _spelled(behind)
    for one in _either_of(word[len(_GROUP) : end]):
        yield from _spelled(one + behind)


def _either_of(words: str) -> Iterator[str]:
    """What the bars of a pattern part, but for those in brackets."""
    start = 0
    for at, sign in enumerate(words):
        if sign == "|" and _is_level(words[start:at]):
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _is_level(words: str) -> bool:
    return words.count("(") == words.count(")")


def parts_of(names: str) -> frozenset[Part]:
    """What parts of the page an element is by its ``names``, in lower case and parted by single blanks."""
    named = f" {names}"
    # Most names are of no part, which one search tells.
    if _any_part().search(named) is None:
        return _NO_PARTS
    found = _FURNITURE if _pattern(*_FURNITURE).search(named) else _NO_PARTS
    return found.union(_others(named)) if _pattern(*_OTHERS).search(named) else found


@cache
def _any_part() -> re.Pattern[str]:
    return _pattern(*_PARTS)


def _others(named: str) -> list[Part]:
    return [part for part in _OTHERS if _pattern(part).search(named)]


def is_of(names: str, part: Part) -> bool:
    """Whether one of ``names``, in lower case and parted by single blanks, is of ``part``."""
    return _pattern(part).search(f" {names}") is not None
