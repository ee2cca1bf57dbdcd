"""Web furniture: menus, buttons, labels, prompts, bare addresses. Form first, words second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import msgspec

from communique.reading._captions import is_caption
from communique.reading._lines import Line, ends_sentence

__all__ = ["FurnitureRule", "furniture_rules", "is_furniture", "is_menu", "without_furniture"]

_LONGEST_WORDS = 60
_LONGEST_TEXT = 1000
_CREDIT_WORDS = 8
_DATED_END = re.compile(r"\b\d{4}\.$")
_ADDRESSES = re.compile(
    r"(?:[^\w\s]*\s?)(?:(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w+)(?:\s+(?:https?://|www\.)\S+)*$"
)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")
_BRACKETED = re.compile(r"(?:\[[^\]]{1,40}\]\s*){2,}$")
_CUT_WORD = re.compile(r"\S+(?:\.\.\.|…)$")
_RULER = re.compile(r"[\W_]+$")
_SEPARATOR = re.compile(r"\s*(?:\||»|›|•|·|‹|«|\s>\s|\s/\s)\s*")
_SEPARATORS = frozenset("|»›•·‹«>/")
_MENU_ITEM_WORDS = 6
_FRAME = " -–—•·|~*♦"


class FurnitureRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One record of ``furniture.yaml``."""

    kind: str
    pattern: str
    examples: tuple[str, ...]
    counter: tuple[str, ...] = ()
    sentences: bool = False


class _Patterns(msgspec.Struct, frozen=True):
    fragment: re.Pattern[str]
    sentence: re.Pattern[str]


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The table of words, in the order of its file."""
    table = resources.files(__package__).joinpath("furniture.yaml").read_bytes()
    return msgspec.yaml.decode(table, type=tuple[FurnitureRule, ...])


@cache
def _patterns() -> _Patterns:
    rules = furniture_rules()
    return _Patterns(_either(rules), _either([rule for rule in rules if rule.sentences]))


def _either(rules: Sequence[FurnitureRule]) -> re.Pattern[str]:
    """A pattern of any of ``rules``, for lines in lower case: letters of both cases take five times as long."""
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules))


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines`` without furniture and without captions."""
    captions = {line for line in lines if is_caption(line.text)}
    captions |= {a for a, b in pairwise(lines) if b in captions and _is_captioned(a, b)}
    return tuple(line for line in lines if line not in captions and not is_furniture(line))


def _is_captioned(line: Line, credit: Line) -> bool:
    """Whether ``line`` is the caption that stands over its credit: a fragment, or dated like a picture."""
    if line.block != credit.block or credit.words > _CREDIT_WORDS:
        return False
    return not ends_sentence(line.text) or _DATED_END.search(line.text) is not None


def is_furniture(line: Line) -> bool:
    """Whether the line belongs to the page and not to the article."""
    if line.words > _LONGEST_WORDS or len(line.text) > _LONGEST_TEXT:
        return False
    text = line.text.strip(_FRAME)
    if not text or _is_addresses(line.text):
        return True
    if line.prose:
        return _patterns().sentence.match(text.lower()) is not None
    return _is_bare_form(line.text) or _patterns().fragment.match(text.lower()) is not None or is_menu(line.text)


def _is_addresses(text: str) -> bool:
    # One of its signs is looked for first: most lines have none.
    return ("@" in text or "://" in text or "www." in text) and _ADDRESSES.match(text) is not None


def _is_bare_form(text: str) -> bool:
    # A word at the beginning is that of a cut word, or of none of these.
    forms = (_CUT_WORD,) if text[0].isalnum() else (_HASHTAGS, _CUT_WORD, _RULER)
    return any(form.match(text) for form in forms)


def is_menu(text: str) -> bool:
    """Whether ``text`` is a row of short items between bars, arrows or slashes: "Home » World » Asia"."""
    if _BRACKETED.match(text):
        return True
    if _SEPARATORS.isdisjoint(text):
        return False
    items = [item for item in _SEPARATOR.split(text.strip(_FRAME)) if item]
    return len(items) > 1 and all(item.count(" ") < _MENU_ITEM_WORDS for item in items)
