"""What is to be said of an event beside its fields: where reports differ, their words, their copies, who judged."""

from __future__ import annotations

from collections.abc import Iterator

from communique.types import Event, Judgement
from communique.types.words import counted

__all__ = ["remarks"]


def remarks(event: Event) -> Iterator[str]:
    """One sentence each: disagreements, words used for one thing, groups of copies, judgements."""
    for disagreement in event.disagreements:
        values = " ≠ ".join(rival.value for rival in disagreement.values)
        yield f"Reports differ on {disagreement.about or disagreement.field}: {values}"
    for framing in event.framing:
        words = ", ".join(f"“{word.value}” ({counted(len(word.reports), 'report')})" for word in framing.words)
        yield f"Words for {framing.thing}: {words}"
    for copies in event.copies:
        credit = f", credited to {copies.agency}" if copies.agency else ""
        yield f"Copies that count as one report: {', '.join(copies.reports)}{credit}"
    yield from map(_judged, event.judgements)


def _judged(judgement: Judgement) -> str:
    told = f"{judgement.field} = {judgement.value or 'unknown'}" if judgement.verdict == "set" else judgement.verdict
    note = f": {judgement.note}" if judgement.note else ""
    return f"Judged {told} on {judgement.at[:10]}{note}"
