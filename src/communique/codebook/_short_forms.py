"""Nouns that stand for a body or an organisation named before: "the bloc", "the ministry"."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook._organisation import OrganisationKind
from communique.codebook._tables import yaml_value

__all__ = ["ShortForm", "ShortFormExample", "ShortForms", "short_forms"]


class ShortFormExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text whose last sentence has the noun, and the name of the actor that it stands for."""

    text: str
    name: str


class ShortForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One noun: ``kinds`` of organisations that it may stand for, and whether for those whose name it ``heads``.

    In the ``counterexamples`` it stands for none of those named.
    """

    noun: str
    kinds: tuple[OrganisationKind, ...]
    heads: bool
    examples: tuple[ShortFormExample, ...]
    counterexamples: tuple[str, ...]


class ShortForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All nouns, and the words that may stand between the article and one of them."""

    modifiers: tuple[str, ...]
    forms: tuple[ShortForm, ...]


@cache
def short_forms() -> ShortForms:
    """The nouns of the codebook."""
    return msgspec.convert(yaml_value("short_forms.yaml"), ShortForms)
