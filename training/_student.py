"""The small model: one spaCy pipeline over one shared tok2vec, by ``student.cfg``."""

from __future__ import annotations

from pathlib import Path

from spacy.cli.train import train as spacy_train
from thinc.api import NumpyOps, set_current_ops

__all__ = ["CONFIG", "train"]

CONFIG = Path(__file__).parent / "student.cfg"


def train(corpus: Path, dev: Path, vectors: Path, target: Path, **settings: object) -> Path:
    """Train on ``corpus`` and give the folder of the pipeline; ``settings`` override those of the config.

    It runs for a fixed number of steps and keeps the average of the weights; ``dev`` is only for the log.
    """
    set_current_ops(NumpyOps(use_blis=False))  # numpy's OpenBLAS multiplies these matrices three times as fast
    paths = {"paths.train": str(corpus), "paths.dev": str(dev), "paths.vectors": str(vectors)}
    spacy_train(CONFIG, target, overrides={**paths, **settings})
    return target / "model-last"
