"""What is not annotated is missing in the document, not absent."""

from pathlib import Path

from spacy.tokens import DocBin
from spacy.vocab import Vocab
from tests.training.test_mix import NAMES, TREE, WORDS
from training._annotated import Annotated
from training._docs import document, save


def test_whole_sentence() -> None:
    doc = document(Annotated(WORDS, TREE, NAMES), Vocab())
    assert [t.head.i for t in doc] == list(TREE.heads)
    assert [(s.text, s.label_) for s in doc.ents] == [("Chile", "LOC")]
    assert doc[3].ent_iob_ == "O"


def test_without_a_tree() -> None:
    doc = document(Annotated(WORDS, None, NAMES), Vocab())
    assert not doc.has_annotation("DEP")
    assert not doc.has_annotation("TAG")


def test_without_names_and_with_unknown_ones() -> None:
    assert {t.ent_iob_ for t in document(Annotated(WORDS, TREE), Vocab())} == {""}
    doc = document(Annotated(WORDS, TREE, ("?", *NAMES[1:])), Vocab())
    assert [t.ent_iob_ for t in doc] == ["", "O", "O", "O", "O", "O"]


def test_saved_and_loaded(tmp_path: Path) -> None:
    assert save([Annotated(WORDS, TREE, NAMES)], tmp_path / "a.spacy") == 1
    (doc,) = DocBin().from_disk(tmp_path / "a.spacy").get_docs(Vocab())
    assert [t.text for t in doc] == list(WORDS)
    assert [t.tag_ for t in doc] == list(TREE.xpos)
