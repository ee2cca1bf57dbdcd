"""What a site calls the parts of its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, get_args

import msgspec

__all__ = ["NameRule", "Part", "name_rules", "parts_of"]

Part = Literal["hidden", "furniture", "about", "comments", "caption", "body", "live", "paywall"]
_BLANKS = re.compile(r"\s+")
_NAMES_KEPT = 20_000  # a page has some hundreds, and most of them are those of other pages
_NO_PARTS: frozenset[Part] = frozenset()


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
def _pattern(part: Part | None = None) -> re.Pattern[str]:
    """The words of a part, or of all of them, behind the blank or mark that begins a word."""
    rules = [rule for rule in name_rules() if part in (None, rule.part)]
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


@lru_cache(maxsize=_NAMES_KEPT)
def parts_of(names: str) -> frozenset[Part]:
    """What parts of the page an element is by its ``names``, in lower case and parted by blanks."""
    words = f" {names}"
    # Most names are of no part, which one search tells.
    if _pattern().search(words) is None:
        return _NO_PARTS
    return frozenset(part for part in get_args(Part) if _pattern(part).search(words))
