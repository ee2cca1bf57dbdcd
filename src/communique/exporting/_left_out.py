"""What a format cannot carry is counted and said, so that nothing goes missing unnoticed."""

from __future__ import annotations

import sys
from collections import Counter

__all__ = ["say_left_out"]


def say_left_out(format: str, reasons: Counter[str]) -> None:
    """Says on standard error how many events a format left out, by reason; nothing where it left out none."""
    if reasons:
        told = "; ".join(f"{number} {reason}" for reason, number in sorted(reasons.items()))
        print(f"{format}: {reasons.total()} of the events left out: {told}", file=sys.stderr)
