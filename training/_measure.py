"""How well a pipeline tags, parses and finds names, with the sentences and words of the gold given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from training._annotated import UNKNOWN, Annotated, spans

__all__ = ["NameScores", "Names", "TreeScores", "bare", "names", "trees"]

_NAMES = ("PER", "ORG", "LOC")


class TreeScores(msgspec.Struct, frozen=True):
    """Shares of words, in percent: part of speech, lemma, head, head and relation (subtypes apart)."""

    upos: float
    lemma: float
    uas: float
    las: float


class NameScores(msgspec.Struct, frozen=True):
    """Precision, recall and F1 of whole names, in percent."""

    precision: float
    recall: float
    f1: float


Names = dict[str, NameScores]
"""By label, and ``all`` for persons, organisations and places together (micro average)."""


def trees(language: Language, gold: Sequence[Annotated]) -> TreeScores:
    """Compare with sentences that have trees."""
    hits: Counter[str] = Counter()
    for sentence, doc in zip(gold, _annotated(language, gold), strict=True):
        hits.update(_tree_hits(sentence, doc))
    share = {field: round(100 * hits[field] / hits["words"], 2) for field in ("upos", "lemma", "uas", "las")}
    return TreeScores(**share)


def _annotated(language: Language, gold: Sequence[Annotated]) -> Iterable[Doc]:
    return language.pipe(bare(language, sentence) for sentence in gold)


def bare(language: Language, sentence: Annotated) -> Doc:
    """The words alone, as one sentence."""
    inside = [False] * (len(sentence.words) - 1)
    return Doc(language.vocab, words=list(sentence.words), sent_starts=[True, *inside])


def _tree_hits(sentence: Annotated, doc: Doc) -> Counter[str]:
    tree = sentence.tree
    if tree is None:
        return Counter()
    hits = Counter(words=len(doc))
    for i, token in enumerate(doc):
        head = token.head.i == tree.heads[i]
        hits["upos"] += token.pos_ == tree.upos[i]
        hits["lemma"] += token.lemma_ == tree.lemmas[i]
        hits["uas"] += head
        hits["las"] += head and _bare(token.dep_) == _bare(tree.deps[i])
    return hits


def _bare(relation: str) -> str:
    return relation.partition(":")[0].lower()


def names(language: Language, gold: Sequence[Annotated]) -> Names:
    """Compare with sentences that have names; found names that touch an unknown word do not count."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for sentence, doc in zip(gold, _annotated(language, gold), strict=True):
        told = set(spans(sentence.names or ()))
        said = {(s.start, s.end, s.label_) for s in doc.ents if not _unknown(s, sentence)}
        wanted.update(label for _, _, label in told)
        found.update(label for _, _, label in said)
        right.update(label for _, _, label in told & said)
    rows = {label: _score(right[label], found[label], wanted[label]) for label in (*_NAMES, "NORP")}
    totals = [sum(counts[label] for label in _NAMES) for counts in (right, found, wanted)]
    return {"all": _score(*totals), **rows}


def _unknown(span: Span, sentence: Annotated) -> bool:
    return sentence.names is not None and UNKNOWN in sentence.names[span.start : span.end]


def _score(right: int, found: int, wanted: int) -> NameScores:
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return NameScores(*(round(100 * value, 2) for value in (precision, recall, f1)))
