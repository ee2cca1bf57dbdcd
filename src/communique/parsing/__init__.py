"""Document text in, a parse out: sentences, tokens and, where the gate opens, a tree and the names.

A sentence in which no trigger word of the codebook stands costs next to nothing; the others go through
a spaCy pipeline in Universal Dependencies, by default the one in ``model/`` (made in ``training/``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    "parse_all",
    "sentences",
    "verb_forms",
]


_LONGEST = 400
"""Words of a sentence worth a tree: what is longer has no stops, as a table has none, and no clauses either."""


def parse(text: str, *, model: str | None = None, whole: bool = False) -> Parse:
    """The sentences of ``text``; those with a trigger of the codebook, or all if ``whole``, carry a tree and names.

    ``model`` names a spaCy pipeline that the user has installed; ``UsageError`` where there is none such.
    """
    (parsed,) = parse_all([text], model=model, whole=whole)
    return parsed


def parse_all(texts: Sequence[str], *, model: str | None = None, whole: bool = False) -> list[Parse]:
    """The parses of several texts, each as by itself: the model takes its steps for all of their sentences at once."""
    words = [list(sentences(text)) for text in texts]
    hits = [(n, i) for n, text in enumerate(texts) for i in _opened(text, words[n], whole=whole)]
    annotated = pipeline(model).annotate([words[n][i] for n, i in hits]) if hits else []
    found = dict(zip(hits, annotated, strict=True))
    return [
        Parse(text, tuple(_sentence(own, found.get((n, i))) for i, own in enumerate(words[n])))
        for n, text in enumerate(texts)
    ]


def _opened(text: str, words: Sequence[tuple[Token, ...]], *, whole: bool) -> Iterator[int]:
    opened = range(len(words)) if whole else sorted(gated(text, [own[0].start for own in words]))
    return (i for i in opened if len(words[i]) <= _LONGEST)


def _sentence(words: tuple[Token, ...], annotated: Annotated | None) -> Sentence:
    start, end = words[0].start, words[-1].end
    if annotated is None:
        return Sentence(start, end, words)
    tokens, names = annotated
    return Sentence(start, end, tokens, True, names)
