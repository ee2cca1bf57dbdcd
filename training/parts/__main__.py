"""`python -m training.parts [--out FILE]`, from the root of the tree."""

from __future__ import annotations

from pathlib import Path
from random import Random

from cyclopts import App

from training.parts._examples import pairings
from training.parts._network import learn, measure, pack

WORDINGS = Path(__file__).parent.parent / "wordings"
OUT = Path("src/communique/coding/parts/parts.npz")
_HELD = 8  # one pairing in so many is held out to measure
_SEED = 20

app = App(name="training.parts", help="Make the network of parts.", result_action="return_value")


@app.default
def make(*, out: Path = OUT) -> int:
    """Train the network on all worded examples; before, on most of them, to tell how well it does on the others.

    Parameters
    ----------
    out
        Where the network goes.
    """
    known = list(pairings(WORDINGS))
    shuffled = Random(_SEED).sample(known, len(known))
    held = len(shuffled) // _HELD
    trial = learn(shuffled[held:])
    for sure in (0.5, 0.65, 0.8):
        found = measure(trial, shuffled[:held], sure)
        print(f"held out, {sure:.2f}: precision {found['precision']:.3f}, recall {found['recall']:.3f}")
    pack(learn(known), out)
    print(f"{out}: learnt from {len(known)} pairings")
    return 0


if __name__ == "__main__":
    raise SystemExit(app())
