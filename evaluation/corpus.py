"""The gold set of the tree: `evaluation/gold`."""

from __future__ import annotations

from pathlib import Path

from communique.evaluation import loading
from communique.evaluation.gold import Clusters, GoldDocument

__all__ = ["FOLDER", "corpus_hash", "load_clusters", "load_gold"]

FOLDER = Path(__file__).parent / "gold"


def load_gold() -> tuple[GoldDocument, ...]:
    """All labelled texts, in the order of ``gold.jsonl``."""
    return loading.load_gold(FOLDER)


def load_clusters() -> Clusters:
    """The groups of texts on one event and the pairs that look alike."""
    return loading.load_clusters(FOLDER)


def corpus_hash() -> str:
    """The hash of the gold set, for which floors hold."""
    return loading.corpus_hash(FOLDER)
