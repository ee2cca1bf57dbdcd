"""The recipe runs from sentences to a packaged pipeline, on little data and for a few steps."""

import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from training._annotated import Annotated
from training._docs import save
from training._measure import names, trees
from training._package import package
from training._student import train
from training._vectors import store

from training import _genre

SENTENCES = list(_genre.sentences(60, 1))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pipeline that has seen next to nothing."""
    folder = tmp_path_factory.mktemp("training")
    save(SENTENCES, folder / "train.spacy")
    words = sorted({word.lower() for sentence in SENTENCES for word in sentence.words})
    store({word: row % 7 for row, word in enumerate(words)}, np.eye(7, 8, dtype=np.float32), folder / "vectors")
    few = {"training.max_steps": 2, "training.eval_frequency": 2, "vars.width": 16, "vars.hidden": 8}
    trained = train(folder / "train.spacy", folder / "train.spacy", folder / "vectors", folder / "student", **few)
    package(trained, folder / "model")
    return folder / "model"


@pytest.fixture(scope="module")
def language(model: Path) -> Language:
    return spacy.load(model)


def test_package_has_all_parts_and_no_paths(model: Path, language: Language) -> None:
    assert language.pipe_names == ["tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
    assert str(model.parent) not in (model / "config.cfg").read_text(encoding="utf-8")
    assert language.meta["license"] == "CC BY-SA 4.0"


def test_package_keeps_no_words_of_the_texts(model: Path) -> None:
    # Not those in capitals: a lemma takes the place of the whole of "ARRIVES", which so stands in its tree.
    words = {word for sentence in SENTENCES for word in sentence.words if word.istitle() and len(word) > 5}
    kept = set(json.loads((model / "vocab" / "strings.json").read_text(encoding="utf-8")))
    assert not words & kept
    assert {"NNP", "PER"} <= kept


def test_it_parses(language: Language) -> None:
    doc = language("Chile will host talks in Lima.")
    assert all(token.dep_ and token.pos_ and token.tag_ for token in doc)


def test_measures_are_shares(language: Language) -> None:
    scores = trees(language, SENTENCES)
    assert 0 <= scores.las <= scores.uas <= 100
    assert 0 <= names(language, SENTENCES)["all"].f1 <= 100


def test_perfect_marks_for_what_is_right() -> None:
    """A pipeline that repeats the gold gets all, and names that touch an unknown word do not count against it."""
    sentence = Annotated(("Oslo", "Rao", "left"), names=("?", "B-PER", "O"))
    language = spacy.blank("en")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Rao"}, {"label": "LOC", "pattern": "Oslo"}])  # type: ignore[attr-defined]
    assert names(language, [sentence])["all"].f1 == 100.0
