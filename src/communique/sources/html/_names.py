"""What a site calls the parts of its pages."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, get_args

import msgspec

__all__ = ["NameRule", "Part", "name_rules", "parts_of"]

Part = Literal["hidden", "furniture", "about", "comments", "caption", "body", "live", "paywall"]
_OTHER = {False: r"[^\s_-]", True: r"\S"}  # what stands in a word
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
    """The words of a part, or of all of them."""
    return re.compile("|".join(_rule_pattern(rule) for rule in name_rules() if part in (None, rule.part)))


def _rule_pattern(rule: NameRule) -> str:
    between = r"\s" if rule.whole else r"[\s_-]"
    # In a name a hyphen and an underscore part words alike.
    words = _BLANKS.sub("", rule.words).replace("-?", "[_-]?").replace("-{0,2}", "[_-]{0,2}")
    return rf"(?<!{_OTHER[rule.whole]})(?:{words})(?:$|{between})"


@lru_cache(maxsize=_NAMES_KEPT)
def parts_of(names: str) -> frozenset[Part]:
    """What parts of the page an element is by its ``names``, in lower case and parted by blanks."""
    return _NO_PARTS.union(*map(_parts_of_one, names.split()))


@lru_cache(maxsize=_NAMES_KEPT)
def _parts_of_one(name: str) -> frozenset[Part]:
    # Most names are of no part, which one search tells.
    if _pattern().search(name) is None:
        return _NO_PARTS
    return frozenset(part for part in get_args(Part) if _pattern(part).search(name))
