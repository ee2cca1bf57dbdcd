"""Document text in, a parse out: sentences, tokens and, where the gate opens, a tree.

``parse`` is the seam for the language model. Today the tree is built by a shallow grammar
(``_tagger``, ``_tree``); a trained pipeline returns the same record.
"""

from __future__ import annotations

from communique.parsing._chunks import is_time
from communique.parsing._gate import gated
from communique.parsing._records import Parse, Sentence, Token
from communique.parsing._sentences import sentences
from communique.parsing._tagger import is_particle_name, is_title_case, tag
from communique.parsing._tree import attach

__all__ = ["Parse", "Sentence", "Token", "is_particle_name", "is_time", "is_title_case", "parse"]


def parse(text: str) -> Parse:
    """The sentences of ``text``; those that hold a trigger of the codebook carry a UD tree."""
    tokens = list(sentences(text))
    hits = gated(text, [s[0].start for s in tokens])
    return Parse(text, tuple(_sentence(s, index in hits) for index, s in enumerate(tokens)))


def _sentence(tokens: tuple[Token, ...], worth: bool) -> Sentence:
    parsed = attach(tag(tokens)) if worth else tokens
    return Sentence(tokens[0].start, tokens[-1].end, parsed, worth)
