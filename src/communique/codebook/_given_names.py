"""Given names and words that tell a woman from a man, as far as they do."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import yaml_value

__all__ = ["Gender", "GivenNames", "given_names"]

Gender = Literal["women", "men"]


class GivenNames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What tells one sex: ``words`` before a name or in a title ("Ms", "spokesman"), ``names`` the first of a person's.

    All are folded: lower case, without diacritics. Each of the ``examples`` tells it, none of the ``counterexamples``.
    """

    words: frozenset[str]
    names: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def given_names() -> dict[Gender, GivenNames]:
    """The table, by sex; what it does not hold is unknown."""
    return msgspec.convert(yaml_value("given_names.yaml"), dict[Gender, GivenNames])
