"""A record as large as a ministry's archive, for measuring what is done with it: made once, then kept.

The documents are those of `benchmarks.chronicle`, fleshed out: each has an article's length in words of uneven
frequency, a topic for every other happening, a statement and a figure, so that every page finds something to show.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate, count, islice
from pathlib import Path

import msgspec

from benchmarks.chronicle import Told, chronicle
from communique.codebook import topics
from communique.record import open_record
from communique.types import Coding, EventClaim, Figure, Span, Statement, Topic

__all__ = ["CLAIMS_AN_EVENT", "fresh_articles", "record_of", "word"]

CLAIMS_AN_EVENT = 3.6
_WORDS = 120
"""Words of a document beside those of its claims."""
_VOCABULARY = 8_000
_PACE = 1.0
"""How much rarer the next word is: Zipf's law."""
_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi".split()


def record_of(events: int, folder: Path, seed: int = 1) -> Path:
    """The record of about so many ``events`` in ``folder``, made where it is not there."""
    path = folder / f"newsroom-{events}.db"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")  # has its name only when it is whole
    for leftover in folder.glob(f"{part.name}*"):
        leftover.unlink()
    with open_record(part, create=True) as record:
        record.keep(_documents(round(events * CLAIMS_AN_EVENT), seed, "d"))
    return part.rename(path)


def fresh_articles(seed: int) -> Iterator[Coding]:
    """Documents that no record has yet, without end."""
    for turn in count(seed):
        yield from _documents(1_000, turn, f"n{turn}-")


def _documents(claims: int, seed: int, prefix: str) -> Iterator[Coding]:
    chance = random.Random(seed)
    vocabulary = [word(number) for number in range(_VOCABULARY)]
    weights = list(accumulate((rank + 1) ** -_PACE for rank in range(_VOCABULARY)))
    for number, told in enumerate(chronicle(claims, seed)):
        filler = " ".join(chance.choices(vocabulary, cum_weights=weights, k=_WORDS))
        yield _fleshed(told, f"{prefix}{number:07}", filler, chance)


def word(number: int) -> str:
    """A word of its own for each number, spelled in syllables; the lower the number, the more frequent it is."""
    base = len(_SYLLABLES)
    digits = (number // base**place % base for place in range(3))
    return "".join(_SYLLABLES[digit] for digit in digits)


def _fleshed(told: Told, name: str, filler: str, chance: random.Random) -> Coding:
    coding = told.coding
    document = coding.document
    start = len(document.text)
    quote, sum_ = f"“{' '.join(filler.split()[:12])}”", f"{chance.randrange(1, 900)} million dollars"
    text = f"{document.text}{quote} {sum_} {filler}"
    said = Span(start, start + len(quote), quote)
    money = Span(said.end + 1, said.end + 1 + len(sum_), sum_)
    events = tuple(_with_topic(claim, number) for claim, number in zip(coding.events, told.truth, strict=True))
    title = events[0].evidence.text.split(":")[0].capitalize()
    return Coding(
        document=msgspec.structs.replace(document, id=name, source=f"{name}.txt", text=text, title=title),
        events=events,
        statements=(_statement(events[0], said),),
        figures=(_figure(sum_, money),),
    )


def _with_topic(claim: EventClaim, happening: int) -> EventClaim:
    names = sorted(topic.name for topic in topics())
    chosen = islice(names, happening % len(names), happening % len(names) + happening % 2)
    return msgspec.structs.replace(claim, topics=tuple(Topic(name, claim.evidence) for name in chosen))


def _statement(claim: EventClaim, said: Span) -> Statement:
    return Statement(speaker=claim.participants[0].actor, kind="direct", text=said.text, evidence=said, content=(said,))


def _figure(words: str, evidence: Span) -> Figure:
    return Figure(
        of="trade",
        value=float(words.split()[0]) * 1e6,
        unit="USD",
        period=None,
        change=None,
        attribution=None,
        evidence=evidence,
    )
