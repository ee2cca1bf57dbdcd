from evaluation.corpus import load_clusters, load_gold


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
