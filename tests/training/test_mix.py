"""Headlines are made of sentences without harm to their trees."""

from training._annotated import Annotated, Tree
from training._mix import headlines

WORDS = ("Chile", "will", "host", "urgent", "talks", ".")
TREE = Tree(
    upos=("PROPN", "AUX", "VERB", "ADJ", "NOUN", "PUNCT"),
    xpos=("NNP", "MD", "VB", "JJ", "NNS", "."),
    heads=(2, 2, 2, 4, 2, 2),
    deps=("nsubj", "aux", "root", "amod", "obj", "punct"),
)
NAMES = ("B-LOC", "O", "O", "O", "O", "O")


def test_headline() -> None:
    (found,) = headlines([Annotated(WORDS, TREE, NAMES)], 1.0, 0)
    assert found.words == ("Chile", "Will", "Host", "Urgent", "Talks")
    assert found.tree is not None
    assert found.tree.heads == (2, 2, 2, 4, 2)
    assert found.names == NAMES[:5]


def test_share_and_seed() -> None:
    some = [Annotated(WORDS, TREE, NAMES)] * 400
    assert 0 < len(list(headlines(some, 0.1, 1))) < 100
    assert list(headlines(some, 0.1, 1)) == list(headlines(some, 0.1, 1))
