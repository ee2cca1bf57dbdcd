"""The teacher learns and parses, with an encoder made on the spot; wants torch, which only ``make model`` installs."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is installed by make model only")
transformers = pytest.importorskip("transformers", reason="transformers is installed by make model only")

from training._annotated import Annotated  # noqa: E402
from training._silver import with_silver_trees  # noqa: E402
from training._teacher import load, train  # noqa: E402

from training import _genre  # noqa: E402

SENTENCES = list(_genre.sentences(24, 3))


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small encoder that knows nothing, and of its tokenizer."""
    folder = tmp_path_factory.mktemp("encoder")
    words = sorted({word.lower() for sentence in SENTENCES for word in sentence.words})
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]), "utf-8")
    transformers.BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    transformers.BertModel(transformers.BertConfig(vocab_size=len(words) + 5, **shape)).save_pretrained(folder)
    return folder


def test_it_learns_and_parses(encoder: Path, tmp_path: Path) -> None:
    train(SENTENCES, encoder, tmp_path / "teacher.pt")
    parser = load(encoder, tmp_path / "teacher.pt")
    bare = [Annotated(sentence.words) for sentence in SENTENCES]
    parsed = {index: tree for index, tree, _ in parser.parse(bare)}
    assert sorted(parsed) == list(range(len(bare)))
    assert all(len(parsed[i].heads) == len(sentence.words) for i, sentence in enumerate(bare))
    assert {dep for tree in parsed.values() for dep in tree.deps} <= {
        d for s in SENTENCES if s.tree for d in s.tree.deps
    }


def test_only_sure_trees_are_kept(encoder: Path, tmp_path: Path) -> None:
    train(SENTENCES, encoder, tmp_path / "teacher.pt")
    silver = list(with_silver_trees([Annotated(s.words) for s in SENTENCES], load(encoder, tmp_path / "teacher.pt")))
    assert [s.words for s in silver] == [s.words for s in SENTENCES]
    assert any(s.tree is None for s in silver)  # it has seen next to nothing
