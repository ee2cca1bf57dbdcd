"""News agencies: which one a credit names."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from types import MappingProxyType

import msgspec

__all__ = ["credited_agency", "is_credit", "named_agency"]

_LONGEST_CREDIT = 200
_LONGEST_CREDIT_WORDS = 16
_LENGTHS = range(4, 0, -1)  # of the forms, in words
_LONG_CAPITALS = 6
_WORD = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
# What may stand beside the agency in a line that is a credit and nothing else.
_BESIDE = frozenset(
    """by from with and via the of to in at for news agency agencies source sources report reports reporting
    reporter reporters correspondent staff desk writer bureau editorial editing wire wires service services
    additional contributed contributing this story article compiled combined inputs credit min read mins
    world international online photo file pool ministry office press foreign government""".split()
)
_CREDIT_SIGN = re.compile(r"^(?:--|\(.*\)$)|[/|]")
_MOST_OTHER_WORDS = 3


class _Agency(msgspec.Struct, frozen=True):
    agency: str
    names: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()


@cache
def _forms() -> MappingProxyType[str, str]:
    """Every form, as its words parted by blanks → the agency."""
    table = resources.files(__package__).joinpath("agencies.yaml").read_bytes()
    agencies = msgspec.yaml.decode(table, type=tuple[_Agency, ...])
    return MappingProxyType({form: each.agency for each in agencies for form in (*each.names, *each.initials)})


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for form in _forms())


def named_agency(words: str) -> str | None:
    """The first agency that ``words`` name in full or by initials; ``words`` must be those of a credit."""
    agencies, _ = _split_off(words)
    return agencies[0] if agencies else None


def _split_off(text: str) -> tuple[list[str], list[str]]:
    """The agencies that ``text`` names, and its other words."""
    words = [_title_case(word) for word in _WORD.findall(text[:_LONGEST_CREDIT])]
    agencies: list[str] = []
    others: list[str] = []
    at = 0
    while at < len(words):
        length = _form_at(words, at)
        if length:
            agencies.append(_forms()[" ".join(words[at : at + length])])
        else:
            others.append(words[at])
        at += max(1, length)
    return agencies, others


def _form_at(words: list[str], at: int) -> int:
    """How many of ``words`` from ``at`` on are the longest form that begins there; 0 where none does."""
    if words[at] not in _first_words():
        return 0
    return next((n for n in _LENGTHS if " ".join(words[at : at + n]) in _forms()), 0)


def _title_case(word: str) -> str:
    """A long word in capitals as a name is written: "REUTERS" → "Reuters"."""
    if len(word) < _LONG_CAPITALS or not word.isupper():
        return word
    return "-".join(map(str.capitalize, word.split("-")))


def is_credit(text: str) -> bool:
    """Whether the line only credits an agency: "(AFP, Reuters)", "REUTERS", "--IANS int/khz"."""
    return credited_agency(text) is not None


def credited_agency(text: str) -> str | None:
    """The first agency of a line that does nothing but credit; None for any other line."""
    if len(text) > _LONGEST_CREDIT or text.count(" ") >= _LONGEST_CREDIT_WORDS:
        return None
    agencies, words = _split_off(text)
    others = [word for word in words if word.lower() not in _BESIDE]
    return agencies[0] if agencies and (not others or _is_tagged(text, others)) else None


def _is_tagged(text: str, words: list[str]) -> bool:
    """Whether a few more words are set apart by the signs of a credit: "fb/rs (AFP)", "--IANS int/khz"."""
    return len(words) <= _MOST_OTHER_WORDS and _CREDIT_SIGN.search(text) is not None
