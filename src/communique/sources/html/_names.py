"""What a site calls the parts of its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Literal, get_args

import msgspec

__all__ = ["NameRule", "Part", "is_of", "name_rules", "parts_of"]

Part = Literal["hidden", "furniture", "about", "comments", "caption", "body", "live", "paywall"]
_BLANKS = re.compile(r"\s+")
_FIRST_LETTER = re.compile(r"[a-z](?![?*+{])")
_NO_PARTS: frozenset[Part] = frozenset()
_PARTS: tuple[Part, ...] = get_args(Part)


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
    rules = [rule for rule in name_rules() if rule.part in parts]
    return re.compile("|".join(filter(None, (_whole_words(rules), _words(rules)))))


def _whole_words(rules: Sequence[NameRule]) -> str:
    words = _either([word for rule in rules if rule.whole for word in _rule_words(rule)])
    return f" (?:{words})(?:$| )" if words else ""


def _words(rules: Sequence[NameRule]) -> str:
    words = _either([word for rule in rules if not rule.whole for word in _rule_words(rule)])
    return f"[ _-](?:{words})(?:$|[ _-])" if words else ""


def _either(words: Sequence[str]) -> str:
    """A pattern of any of ``words``, those that begin alike told apart by what follows, not tried one by one."""
    groups: dict[str, list[str]] = {}
    for word in words:
        first = word[:1] if _FIRST_LETTER.match(word) else ""
        groups.setdefault(first, []).append(word[len(first) :])
    return "|".join(
        f"{first}(?:{_either(rest)})" if first and len(rest) > 1 else "|".join(first + word for word in rest)
        for first, rest in groups.items()
    )


def _rule_words(rule: NameRule) -> Iterator[str]:
    """The words of a rule that its bars part, but for bars in brackets."""
    # In a name a hyphen and an underscore part words alike.
    words = _BLANKS.sub("", rule.words).replace("-?", "[_-]?").replace("-{0,2}", "[_-]{0,2}")
    depth = start = 0
    for at, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield words[start:at]
            start = at + 1
    yield words[start:]


def parts_of(names: str) -> frozenset[Part]:
    """What parts of the page an element is by its ``names``, in lower case and parted by single blanks."""
    named = f" {names}"
    # Most names are of no part, which one search tells.
    if _pattern(*_PARTS).search(named) is None:
        return _NO_PARTS
    return frozenset([part for part, search in _searches() if search(named)])


@cache
def _searches() -> tuple[tuple[Part, Callable[[str], object]], ...]:
    return tuple((part, _pattern(part).search) for part in _PARTS)


def is_of(names: str, part: Part) -> bool:
    """Whether one of ``names``, in lower case and parted by single blanks, is of ``part``."""
    return _pattern(part).search(f" {names}") is not None
