"""What the small model learns from: treebank, newswire, politics and the genre's own sentences."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from training._annotated import Annotated, Tree
from training._names import Part, crossner, newswire
from training._treebank import treebank, with_names

__all__ = ["Corpora", "headlines"]

_NEWSWIRE = "ner-worldwide/processed_annotated"
_POLITICS = "crossner-politics/ner_data/politics"


class Corpora:
    """The corpora in one folder, laid out as ``README.md`` says."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ewt(self, part: str) -> list[Annotated]:
        """UD English EWT with the names of Universal NER, where their words agree."""
        name = "ewt-train-early" if part == "train" else f"en_ewt-ud-{part}"
        return self._named_treebank(f"ud-ewt/{part}.conllu", name)

    def pud(self) -> list[Annotated]:
        """UD English PUD, likewise; never learned from."""
        return self._named_treebank("ud-pud/en_pud-ud-test.conllu", "en_pud-ud-test")

    def _named_treebank(self, trees: str, names: str) -> list[Annotated]:
        known = with_names(self._folder / "uner-en-ewt" / f"{names}.iob2")
        sentences = treebank(self._folder / trees)
        return [msgspec.structs.replace(sentence, names=known.get(sentence.words)) for sentence in sentences]

    def newswire(self, part: Part) -> list[Annotated]:
        """Worldwide English Newswire; ``test`` is the fifth that is set aside."""
        return list(newswire(self._folder / _NEWSWIRE, part))

    def politics(self, part: str) -> list[Annotated]:
        """CrossNER politics; its small training part and its development part are learned from."""
        parts = ("train", "dev") if part == "train" else (part,)
        return [s for name in parts for s in crossner(self._folder / _POLITICS / f"{name}.txt")]


def headlines(sentences: Sequence[Annotated], share: float, seed: int) -> Iterator[Annotated]:
    """Some of the sentences again as headlines: words of four letters and more with a capital, no stop at the end."""
    chance = random.Random(seed)
    for sentence in sentences:
        if sentence.words[-1] == "." and 4 < len(sentence.words) < 20 and chance.random() < share:
            yield _without_stop(msgspec.structs.replace(sentence, words=tuple(_capitals(sentence.words))))


def _capitals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word[0].upper() + word[1:] if len(word) > 3 else word


def _without_stop(sentence: Annotated) -> Annotated:
    """Without the last word, on which nothing hangs; the sentence as it is where something does."""
    tree, last = sentence.tree, len(sentence.words) - 1
    if tree is not None and last in tree.heads:
        return sentence
    names = sentence.names[:last] if sentence.names else None
    return Annotated(sentence.words[:last], _first(tree, last) if tree else None, names)


def _first(tree: Tree, count: int) -> Tree:
    return Tree(tree.upos[:count], tree.xpos[:count], tree.heads[:count], tree.deps[:count], tree.lemmas[:count])
