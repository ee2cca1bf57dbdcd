from pathlib import Path

from evaluation.gold import corpus_hash, load_clusters, load_gold


def test_the_gold_set_is_whole() -> None:
    documents = load_gold()
    assert len(documents) == 64
    assert sum(len(document.events) for document in documents) == 316
    assert sum(document.negative for document in documents) == 8


def test_all_evidence_stands_in_its_text() -> None:
    assert [e.evidence for d in load_gold() for e in d.events if e.evidence not in d.text] == []


def test_clusters_name_texts_of_the_set() -> None:
    known = {document.id for document in load_gold()}
    clusters = load_clusters()
    assert {i for group in (*clusters.same_event, *clusters.look_alikes) for i in group} <= known


def test_the_hash_changes_with_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    before = corpus_hash(tmp_path)
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    changed = corpus_hash(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({before, changed, corpus_hash(tmp_path)}) == 3
