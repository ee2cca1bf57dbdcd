"""What a site calls the parts of its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Literal, get_args

import msgspec

__all__ = ["NameRule", "Part", "is_of", "name_rules", "parts_of"]

Part = Literal["hidden", "furniture", "about", "comments", "caption", "body", "live", "paywall"]
_BLANKS = re.compile(r"\s+")
_NO_PARTS: frozenset[Part] = frozenset()
_COMMONEST: frozenset[Part] = frozenset(("furniture",))
_OTHERS: tuple[Part, ...] = tuple(part for part in get_args(Part) if part not in _COMMONEST)


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
def _pattern(parts: tuple[Part, ...]) -> re.Pattern[str]:
    """The words of some parts, behind the blank or mark that begins a word."""
    rules = [rule for rule in name_rules() if rule.part in parts]
    return re.compile("|".join(filter(None, (_whole_words(rules), _words(rules)))))


def _whole_words(rules: Sequence[NameRule]) -> str:
    words = "|".join(_rule_words(rule) for rule in rules if rule.whole)
    return rf"\s(?:{words})(?:$|\s)" if words else ""


def _words(rules: Sequence[NameRule]) -> str:
    words = "|".join(_rule_words(rule) for rule in rules if not rule.whole)
    return rf"[\s_-](?:{words})(?:$|[\s_-])" if words else ""


def _rule_words(rule: NameRule) -> str:
    # In a name a hyphen and an underscore part words alike.
    return _BLANKS.sub("", rule.words).replace("-?", "[_-]?").replace("-{0,2}", "[_-]{0,2}")


def parts_of(names: str) -> frozenset[Part]:
    """What parts of the page an element is by its ``names``, in lower case and parted by blanks."""
    found = _COMMONEST if is_of(names, *_COMMONEST) else _NO_PARTS
    # Few names are of another part, which one search tells.
    return found.union(part for part in _OTHERS if is_of(names, part)) if is_of(names, *_OTHERS) else found


def is_of(names: str, *parts: Part) -> bool:
    """Whether one of ``names`` is of one of ``parts``."""
    return _pattern(parts).search(f" {names}") is not None
