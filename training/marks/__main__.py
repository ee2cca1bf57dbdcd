"""`python -m training.marks [--data FOLDER] [--out FOLDER]`, from the root of the tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from cyclopts import App

from training.marks._examples import Sentence, sentences
from training.marks._learning import learn, measure
from training.marks._packing import pack

FOLDER = Path(__file__).parent.parent
OUT = Path("src/communique/coding/marks")
NEWS = "ner-worldwide/original_articles"
"""News in the folder of corpora of which the words count as seen; nothing is learnt from it."""
_HELD = 32  # one example in so many is held out to measure
_SEED = 20

app = App(name="training.marks", help="Make the model of acts.", result_action="return_value")


@app.default
def make(*, data: Path = Path("../shared/data"), out: Path = OUT) -> int:
    """Teach MiniLM by the worded acts and the passages, but for a few of these, to tell how well it does on them.

    Parameters
    ----------
    data
        The folder with the corpora.
    out
        Where the model goes.
    """
    passages, worded = list(sentences(FOLDER / "passages")), list(sentences(FOLDER / "wordings"))
    held = _held(passages)
    known = [s for s in (*passages, *worded) if s.source not in held]
    network = learn([s for s in known if s.telling])
    for sure in (0.5, 0.6, 0.7, 0.9):
        found = measure(network, [s for s in passages if s.source in held and s.telling], sure)
        print(f"held out, {sure:.1f}: " + ", ".join(f"{name} {share:.3f}" for name, share in found.items()))
    pack(network, [*(s.words for s in known), *_news(data / NEWS)], out)
    print(f"{out}: learnt from {len(known)} sentences")
    return 0


def _held(passages: Sequence[Sentence]) -> frozenset[str]:
    sources = sorted({s.source for s in passages})
    return frozenset(Random(_SEED).sample(sources, len(sources) // _HELD))


def _news(folder: Path) -> Iterator[list[str]]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8").split()


if __name__ == "__main__":
    raise SystemExit(app())
