"""CoNLL-U and Universal NER files become annotated sentences."""

from pathlib import Path

from training._treebank import treebank, with_names

CONLLU = """\
# sent_id = s-1
# text = They didn't go.
1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_
4.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = s-2
1\tWait\t_\tVERB\tVB\t_\t0\troot\t_\t_
"""
NAMES = """\
# sent_id = s-1
1\tKenyan\tB-OTH\t-\tx
2\tLuis\tB-PER\t-\tx
3\tVega\tI-PER\t-\tx
4\tleft\tO\t-\tx
5\t.\tB-O\t-\tx
"""


def test_words_of_contractions_and_no_empty_nodes(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = treebank(path)
    assert first.words == ("They", "did", "n't", "go", ".")
    assert first.tree is not None
    assert first.tree.heads == (3, 3, 3, 3, 3)
    assert first.tree.deps == ("nsubj", "aux", "advmod", "root", "punct")
    assert second.tree is not None
    assert second.tree.lemmas == ("wait",)


def test_names_and_what_nobody_has_said(tmp_path: Path) -> None:
    path = tmp_path / "a.iob2"
    path.write_text(NAMES, encoding="utf-8")
    assert with_names(path) == {("Kenyan", "Luis", "Vega", "left", "."): ("?", "B-PER", "I-PER", "O", "O")}
