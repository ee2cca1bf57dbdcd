"""``communique read`` killed at random moments: what was told as kept stays, and a last run makes all of it good.

python -m benchmarks.kills --kills 50
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import msgspec
from cyclopts import App

from benchmarks.articles import articles
from communique.record import open_record
from communique.record.checking import check

__all__ = ["Outcome", "kills"]

_WORDS = 150
_SLOWEST = 60.0
"""Seconds that a run may need to begin: it loads the language model."""

app = App(name="benchmarks.kills", help="Kill a read at random moments.", result_action="return_value")


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What the kills came to.

    ``killed`` are the runs that were not done by then, ``kept`` the fewest and the most documents that they had
    written; ``unsound`` are those after which ``check`` found a fault, ``forgotten`` those of whose documents the
    next run had one less, ``other`` those after which that run came to other events than one that nobody disturbed.
    """

    kills: int
    killed: int
    kept: tuple[int, int]
    unsound: int
    forgotten: int
    other: int
    events: int
    seconds: float


class _Trial(msgspec.Struct, frozen=True):
    killed: bool
    kept: frozenset[str]
    sound: bool
    after: frozenset[str]
    events: list[bytes]


@app.default
def kills(*, kills: int = 50, count: int = 100, seed: int = 1) -> int:
    """Read made-up articles undisturbed, then with a kill -9 at random moments, and compare; 1 where they differ.

    Parameters
    ----------
    kills
        How many runs to kill.
    count
        How many articles to read.
    seed
        From which the moments are drawn.
    """
    with TemporaryDirectory() as folder:
        outcome = _outcome(Path(folder), kills, count, random.Random(seed))
    print(msgspec.json.encode(outcome).decode())
    return 1 if outcome.unsound or outcome.forgotten or outcome.other else 0


def _outcome(folder: Path, kills: int, count: int, chance: random.Random) -> Outcome:
    news, calm = folder / "news", folder / "calm.db"
    news.mkdir()
    for number, text in enumerate(articles(count, _WORDS, diplomatic=0.5)):
        (news / f"{number:05}.txt").write_text(text, encoding="utf-8")
    began = monotonic()
    _run(news, calm).wait()
    lasts = monotonic() - began
    events = _events(calm)
    trials = [_trial(news, folder / f"{number}.db", chance.uniform(0.0, lasts)) for number in range(kills)]
    kept = [len(trial.kept) for trial in trials]
    return Outcome(
        kills=kills,
        killed=sum(trial.killed for trial in trials),
        kept=(min(kept), max(kept)),
        unsound=sum(not trial.sound for trial in trials),
        forgotten=sum(not trial.kept <= trial.after for trial in trials),
        other=sum(trial.events != events for trial in trials),
        events=len(events),
        seconds=round(monotonic() - began, 1),
    )


def _trial(news: Path, record: Path, moment: float) -> _Trial:
    with _run(news, record) as process:
        sleep(moment)
        process.kill()
        killed = process.wait(_SLOWEST) != 0
    kept = _documents(record)
    sound = not record.exists() or not check(record, deep=True).faults
    _run(news, record).wait()
    return _Trial(killed, kept, sound, _documents(record), _events(record))


def _run(news: Path, record: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "communique", "read", str(news), "--record", str(record)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _documents(record: Path) -> frozenset[str]:
    if not record.exists():
        return frozenset()
    with open_record(record) as opened:
        return frozenset(coding.document.id for coding in opened.documents())


def _events(record: Path) -> list[bytes]:
    with open_record(record) as opened:
        return sorted(msgspec.json.encode(event) for event in opened.events())


if __name__ == "__main__":
    sys.exit(app())
