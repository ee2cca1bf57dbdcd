"""The model card: what the model is made of, how good it is, how big and how fast."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from training._annotated import Annotated
from training._measure import Names, TreeScores, bare, names, trees
from training._mix import Corpora

__all__ = ["write_card"]

_TEMPLATE = Path(__file__).parent / "card.md"


def write_card(model: Path, corpora: Corpora) -> None:
    """Measure the pipeline in ``model`` and write its ``README.md`` there."""
    began = time.perf_counter()
    language = spacy.load(model)
    loaded = time.perf_counter() - began
    test, pud, newswire = corpora.ewt("test"), corpora.pud(), corpora.newswire("test")
    rows = {
        "tree_rows": "\n".join([
            _tree_row("UD English EWT test", trees(language, test)),
            _tree_row("UD English PUD", trees(language, pud)),
        ]),
        "name_rows": "\n".join([
            _name_row("newswire set aside", names(language, newswire)),
            _name_row("UD English PUD", names(language, [s for s in pud if s.names])),
            _name_row("CrossNER politics test", names(language, corpora.politics("test"))),
        ]),
        "megabytes": f"{sum(f.stat().st_size for f in model.rglob('*') if f.is_file()) / 1e6:.1f}",
        "loads": f"{loaded:.1f}",
        "words": f"{_speed(language, newswire):,.0f}",
    }  # fmt: skip
    (model / "README.md").write_text(_TEMPLATE.read_text(encoding="utf-8").format(**rows), encoding="utf-8")


def _tree_row(name: str, scores: TreeScores) -> str:
    return f"| {name} | {scores.upos:.1f} | {scores.lemma:.1f} | {scores.uas:.1f} | {scores.las:.1f} |"


def _name_row(name: str, scores: Names) -> str:
    cells = " | ".join(f"{scores[label].f1:.1f}" for label in ("all", "PER", "ORG", "LOC"))
    return f"| {name} | {cells} |"


def _speed(language: Language, sentences: Sequence[Annotated]) -> float:
    """Words a second, by the clock, of the fastest of three runs over the same sentences."""
    some = sentences[:2000]
    return sum(len(s.words) for s in some) / min(_seconds(language, some) for _ in range(3))


def _seconds(language: Language, sentences: Sequence[Annotated]) -> float:
    docs = [bare(language, sentence) for sentence in sentences]
    began = time.perf_counter()
    for _ in language.pipe(docs, batch_size=128):
        pass
    return time.perf_counter() - began
