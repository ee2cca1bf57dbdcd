"""Annotated sentences → spaCy's documents, in which what is not annotated is marked as missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training._annotated import UNKNOWN, Annotated, Tree, spans

__all__ = ["document", "save"]


def save(sentences: Iterable[Annotated], path: Path) -> int:
    """Write sentences to ``path``, one document each, and say how many they are."""
    vocab = Vocab()
    box = DocBin(docs=[document(sentence, vocab) for sentence in sentences], store_user_data=False)
    box.to_disk(path)
    return len(box)


def document(sentence: Annotated, vocab: Vocab) -> Doc:
    """One sentence as a document."""
    doc = _parsed(sentence.words, sentence.tree, vocab)
    if sentence.names is not None:
        missing = [Span(doc, i, i + 1) for i, tag in enumerate(sentence.names) if tag == UNKNOWN]
        doc.set_ents([Span(doc, *stretch) for stretch in spans(sentence.names)], missing=missing, default="outside")
    return doc


def _parsed(words: tuple[str, ...], tree: Tree | None, vocab: Vocab) -> Doc:
    if tree is None:
        return Doc(vocab, words=list(words))
    doc = Doc(
        vocab,
        words=list(words),
        tags=list(tree.xpos),
        pos=list(tree.upos),
        heads=list(tree.heads),
        deps=["ROOT" if dep == "root" else dep for dep in tree.deps],
        lemmas=list(tree.lemmas) or None,
    )
    for token in doc:
        token.set_morph("")  # type: ignore[attr-defined]  # known to have no features: the morphologiser learns parts of speech alone
    return doc
