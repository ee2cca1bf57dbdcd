"""What parsing costs: every sentence against the gated ones."""

from __future__ import annotations

import time
from collections.abc import Sequence

import msgspec

from communique.parsing import parse

__all__ = ["Parsing", "time_parsing"]


class Parsing(msgspec.Struct, frozen=True):
    """Speeds of one core, from a text to its parse, without the gate and with it."""

    words_a_second: float
    whole_articles_a_second: float
    gated_articles_a_second: float

    @property
    def gain(self) -> float:
        """How many times as many articles the gate lets through in a second."""
        return self.gated_articles_a_second / self.whole_articles_a_second


def time_parsing(texts: Sequence[str]) -> Parsing:
    """Parse ``texts`` whole and gated, in turn, so that a machine that slows down slows both."""
    whole = gated = 0.0
    for text in texts:
        whole += _seconds(text, whole=True)
        gated += _seconds(text, whole=False)
    words = sum(len(sentence.tokens) for text in texts for sentence in parse(text).sentences)
    return Parsing(words / whole, len(texts) / whole, len(texts) / gated)


def _seconds(text: str, *, whole: bool) -> float:
    began = time.process_time()
    parse(text, whole=whole)
    return time.process_time() - began
