"""The language model: a spaCy pipeline over sentences, ours or one that the user has installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from communique.parsing._clear import is_clear, universal
from communique.parsing._gate import verb_lemmas
from communique.parsing._mending import mend
from communique.parsing._pieces import Cut, cut, tops
from communique.parsing._records import Name, NameLabel, Token
from communique.parsing._vocabulary import Vocabulary
from communique.parsing._word_vectors import remember_words
from communique.types import UsageError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Part

__all__ = ["MODEL", "Annotated", "Pipeline", "pipeline"]

MODEL = Path(__file__).parent / "model"
"""The pipeline that the package ships; its card is ``README.md`` there."""

_BATCH = 128  # sentences: above, the arrays of a batch leave the processor's cache
_NEEDED = ("parser", "ner")

_LABELS: MappingProxyType[str, NameLabel] = MappingProxyType({
    "PER": "person", "PERSON": "person", "ORG": "organisation", "LOC": "place", "GPE": "place", "FAC": "place",
    "NORP": "people",
})  # fmt: skip
"""Names in our model and in OntoNotes (Weischedel et al. 2013), which spaCy's own pipelines follow."""

Annotated = tuple[tuple[Token, ...], tuple[Name, ...]]
"""The tokens of a sentence with lemma, tags and tree, and the names in it."""


class Pipeline:
    """Gives sentences their tags, trees and names; the same words always get the same."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._vocabulary = Vocabulary(language)
        self._clear = is_clear(language.pipe_labels["parser"])
        # The matrices of some sentences are small: several threads on one spend their time waiting for each other.
        self._threads = ThreadpoolController()

    def annotate(self, sentences: Sequence[Sequence[Token]]) -> list[Annotated]:
        """Annotate sentences, given as bare tokens, in order."""
        cuts = [cut([token.text for token in words]) for words in sentences]
        with self._vocabulary.use(), self._threads.limit(limits=1, user_api="blas"):
            docs = list(self._language.pipe(map(self._doc, cuts), batch_size=_BATCH))
            return [
                (self._tokens(words, pieces, doc), tuple(_names(words, pieces, doc)))
                for words, pieces, doc in zip(sentences, cuts, docs, strict=True)
            ]

    def _doc(self, cut: Cut) -> Doc:
        from spacy.tokens import Doc

        inside = [False] * (len(cut.pieces) - 1)  # one sentence: the parser may not begin another in it
        return Doc(self._language.vocab, words=list(cut.pieces), sent_starts=[True, *inside])

    def _tokens(self, words: Sequence[Token], cut: Cut, doc: Doc) -> tuple[Token, ...]:
        parts = list(doc)
        tags = [part.tag_ for part in parts]
        pos, heads, deps = self._tree(cut, doc, parts, tags)
        return tuple(
            Token(
                word.text,
                word.start,
                word.end,
                _lemma(cut, index, top, parts[top].lemma_, pos[top]),
                pos[top],
                tags[top],
                cut.home[heads[top]],
                deps[top],
            )
            for index, (word, top) in enumerate(zip(words, tops(cut, heads), strict=True))
        )

    def _tree(
        self, cut: Cut, doc: Doc, parts: Sequence[Part], tags: list[str]
    ) -> tuple[list[str], list[int], list[str]]:
        """UPOS, heads and relations in UD, of the pieces."""
        above = doc.to_array("HEAD").astype("int64").tolist()  # as distances, which is how spaCy keeps them
        heads = [index + distance for index, distance in enumerate(above)]
        pos, deps = [part.pos_ for part in parts], [part.dep_ for part in parts]
        if self._clear:
            return universal(cut.pieces, pos, tags, heads, deps)
        mend(pos, heads, deps, tags, [piece.lower() for piece in cut.pieces])
        return pos, heads, ["root" if head == index else deps[index] for index, head in enumerate(heads)]


def _lemma(cut: Cut, word: int, top: int, lemma: str, pos: str) -> str:
    """The lemma of a whole word; of a hyphened one its governing piece's, the rest as written.

    The codebook's verbs are known by their forms, for a lemma that is guessed may be none ("phone", "phon").
    """
    if pos == "VERB":
        lemma = verb_lemmas().get(cut.pieces[top].lower(), lemma)
    if len(cut.starts) == len(cut.pieces):
        return lemma
    stretch = cut.stretch(word)
    if len(stretch) == 1:
        return lemma
    return "".join(lemma if piece == top else cut.pieces[piece] for piece in stretch)


def _names(words: Sequence[Token], cut: Cut, doc: Doc) -> Iterator[Name]:
    for span in doc.ents:
        label = _LABELS.get(span.label_)
        if label is not None:
            last = span.end - 1
            end = _offset(words, cut, last) + len(cut.pieces[last])
            yield Name(_offset(words, cut, span.start), end, label)


def _offset(words: Sequence[Token], cut: Cut, piece: int) -> int:
    """Where in the text a piece begins: a name may be part of a word ("U.S.-led")."""
    word = cut.home[piece]
    return words[word].start + sum(len(cut.pieces[i]) for i in range(cut.starts[word], piece))


@cache
def pipeline(name: str | None = None) -> Pipeline:
    """The pipeline ``name``, a package or a folder; by default ours. Loaded once a process.

    ``UsageError`` where there is none of that name, or where it has no parser or finds no names.
    """
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))  # numpy's OpenBLAS multiplies matrices of these sizes faster than blis
    try:
        language = spacy.load(name or MODEL)
    except OSError as error:
        raise UsageError(f"there is no spaCy pipeline {name!r} installed here: {error}") from error
    missing = [part for part in _NEEDED if part not in language.pipe_names]
    if missing:
        raise UsageError(f"the spaCy pipeline {name!r} cannot be used: it has no {' and no '.join(missing)}")
    if name is None:
        remember_words(language)
    return Pipeline(language)
