"""Tokens, names, sentences and the parse: a tree in Universal Dependencies over each sentence that is worth one."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Name", "NameLabel", "Parse", "Sentence", "Token"]

NameLabel = Literal["person", "organisation", "place", "people"]


class Token(msgspec.Struct, frozen=True):
    """A word or a mark. ``start`` and ``end`` are offsets in the document's text.

    ``pos`` is a Universal POS tag, ``tag`` a Penn Treebank tag; ``head`` is the index in the sentence of
    the governing token (its own index for the root) and ``dep`` the UD relation. ``lemma``, ``pos``,
    ``tag`` and ``dep`` are empty where a sentence was not parsed.
    """

    text: str
    start: int
    end: int
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    head: int = 0
    dep: str = ""


class Name(msgspec.Struct, frozen=True):
    """The characters ``start``–``end`` of the text name a person, an organisation, a place or a people ("Malian")."""

    start: int
    end: int
    label: NameLabel


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; ``parsed`` says whether the gate let it through to the parser, which also finds its names."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    parsed: bool = False
    names: tuple[Name, ...] = ()


class Parse(msgspec.Struct, frozen=True):
    """All sentences of a document's text, in order."""

    text: str
    sentences: tuple[Sentence, ...]
