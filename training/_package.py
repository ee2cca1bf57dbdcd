"""The trained pipeline → the folder that the package ships.

Without paths of the machine that made it, and without the words of the texts that it has read: what stays of
those is weights.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.strings import get_string_id

__all__ = ["package"]

_META: dict[str, Any] = {
    "name": "communique_news",
    "version": "1.0.0",
    "description": "English for news of diplomacy: parts of speech, lemmas, trees in Universal Dependencies, names.",
    "author": "The Communiqué developers",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
}


def package(trained: Path, target: Path) -> None:
    """Write the pipeline in ``trained`` to ``target``, in place of what is there."""
    language = spacy.load(trained)
    language.meta.update(_META)
    language.meta["performance"] = {}
    language.config["paths"] = dict.fromkeys(language.config["paths"])
    shutil.rmtree(target, ignore_errors=True)
    language.to_disk(target)
    _drop_words(language, target)


def _drop_words(language: Language, target: Path) -> None:
    """Keep of the strings only the labels and what the lemmatizer's trees put in and take out."""
    strings = target / "vocab" / "strings.json"
    kept = {label for labels in language.pipe_labels.values() for label in labels}
    edits = set(_edits(target / "trainable_lemmatizer" / "trees"))
    known = srsly.read_json(strings)
    srsly.write_json(strings, [word for word in known if word in kept or get_string_id(word) in edits])


def _edits(trees: Path) -> Iterator[int]:
    """The ids of the strings in an edit tree's leaves."""
    for tree in srsly.msgpack_loads(trees.read_bytes())["trees"]:
        yield from (tree[part] for part in ("orig", "subst") if part in tree)
