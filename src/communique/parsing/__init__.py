"""Document text in, a parse out: sentences, tokens and, where the gate opens, a tree and the names.

A sentence in which no trigger word of the codebook stands costs next to nothing; the others go through
a spaCy pipeline in Universal Dependencies, by default the one in ``model/`` (made in ``training/``).
"""

from __future__ import annotations

from communique.parsing._forms import verb_forms
from communique.parsing._gate import gated
from communique.parsing._pipeline import Annotated, pipeline
from communique.parsing._records import Name, NameLabel, Parse, Sentence, Token
from communique.parsing._sentences import sentences
from communique.parsing._wording import is_particle_name, is_time, is_title_case

__all__ = [
    "Name",
    "NameLabel",
    "Parse",
    "Sentence",
    "Token",
    "is_particle_name",
    "is_time",
    "is_title_case",
    "parse",
    "sentences",
    "verb_forms",
]


_LONGEST = 400
"""Words of a sentence worth a tree: what is longer has no stops, as a table has none, and no clauses either."""


def parse(text: str, *, model: str | None = None, whole: bool = False) -> Parse:
    """The sentences of ``text``; those with a trigger of the codebook, or all if ``whole``, carry a tree and names.

    ``model`` names a spaCy pipeline that the user has installed; ``UsageError`` where there is none such.
    """
    tokens = list(sentences(text))
    opened = range(len(tokens)) if whole else sorted(gated(text, [s[0].start for s in tokens]))
    hits = [i for i in opened if len(tokens[i]) <= _LONGEST]
    annotated = dict(zip(hits, pipeline(model).annotate([tokens[i] for i in hits]), strict=True)) if hits else {}
    return Parse(text, tuple(_sentence(words, annotated.get(i)) for i, words in enumerate(tokens)))


def _sentence(words: tuple[Token, ...], annotated: Annotated | None) -> Sentence:
    start, end = words[0].start, words[-1].end
    if annotated is None:
        return Sentence(start, end, words)
    tokens, names = annotated
    return Sentence(start, end, tokens, True, names)
