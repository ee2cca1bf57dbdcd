"""Tokens, sentences and the parse: a tree in Universal Dependencies over each sentence that is worth one."""

from __future__ import annotations

import msgspec

__all__ = ["Parse", "Sentence", "Token"]


class Token(msgspec.Struct, frozen=True):
    """A word or a mark. ``start`` and ``end`` are offsets in the document's text.

    ``pos`` is a Universal POS tag, ``tag`` the Penn Treebank tag of a verb (``VBD``) or ``""``;
    ``head`` is the index in the sentence of the governing token (its own index for the root) and
    ``dep`` the UD relation. ``pos``, ``head`` and ``dep`` are empty where a sentence was not parsed.
    """

    text: str
    start: int
    end: int
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    head: int = 0
    dep: str = ""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence; ``parsed`` says whether the gate let it through to the parser."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    parsed: bool = False


class Parse(msgspec.Struct, frozen=True):
    """All sentences of a document's text, in order."""

    text: str
    sentences: tuple[Sentence, ...]
