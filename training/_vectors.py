"""Word vectors for the small model: Explosion's CC0 vectors, fewer and narrower.

The vectors come in the spaCy pipeline ``en_core_web_md`` (MIT; vectors made by Explosion from OSCAR,
Wikipedia, OpenSubtitles and News Crawl, CC0), of which nothing else is used. Words are looked up in lower
case; rows keep the directions in which they differ most (principal components).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.vectors import Vectors

__all__ = ["shrink", "store"]

_LONGEST = 18  # characters of a word; longer ones are addresses and noise
_SCALE = 0.3  # standard deviation of the numbers: about that of a trained embedding
_COMMON = 20  # a row that many words share counts no more than one of so many

Matrix = NDArray[np.float64]


def shrink(source: Path, target: Path, width: int) -> None:
    """Write a pipeline of nothing but vectors of ``width`` numbers to ``target``."""
    language = spacy.load(source, exclude=["tagger", "parser", "senter", "ner", "attribute_ruler", "lemmatizer"])
    words = _words(language.vocab.vectors, language.vocab.strings)
    kept = sorted(set(words.values()))
    place = {row: index for index, row in enumerate(kept)}
    counts = np.bincount([place[row] for row in words.values()], minlength=len(kept))
    narrow = _components(np.asarray(language.vocab.vectors.data[kept], dtype=np.float64), counts, width)
    store({word: place[row] for word, row in words.items()}, narrow, target)


def _words(vectors: Vectors, strings: spacy.strings.StringStore) -> dict[str, int]:
    """Word in lower case → its row; where the lower case has none, that of another spelling."""
    found: dict[str, int] = {}
    for key, row in vectors.key2row.items():
        word = strings[key]
        if len(word) <= _LONGEST and word.translate({ord(c): None for c in "-'."}).isalpha():
            if word == word.lower():
                found[word] = row
            else:
                found.setdefault(word.lower(), row)
    return found


def _components(rows: Matrix, counts: NDArray[np.int_], width: int) -> NDArray[np.float32]:
    """The ``width`` principal components of rows of unit length, rows that many words share weighing more."""
    unit = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-8)
    weights = np.sqrt(np.minimum(counts, _COMMON))
    weights /= weights.sum()
    centred = unit - weights @ unit
    _, directions = np.linalg.eigh((centred * weights[:, None]).T @ centred)
    narrow = centred @ directions[:, ::-1][:, :width]
    scaled: NDArray[np.float32] = (narrow * (_SCALE / narrow.std())).astype(np.float32)
    return scaled


def store(words: dict[str, int], rows: NDArray[np.float32], target: Path) -> None:
    """Write a pipeline that knows ``words``, in lower case, by their row of ``rows`` to ``target``."""
    language = spacy.blank("en")
    vectors = Vectors(shape=rows.shape, name="communique", attr="LOWER", strings=language.vocab.strings)
    vectors.data[:] = rows
    for word, row in words.items():
        vectors.key2row[get_string_id(word)] = row
    language.vocab.vectors = vectors
    language.to_disk(target)
