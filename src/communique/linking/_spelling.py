"""One name, many spellings: folding for comparison and slugs for ids."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.codebook.words import fold

__all__ = ["fold", "same_given", "slug"]

# Romanisations of one sound (BGN/PCGN, ISO 9, ALA-LC and press usage for Cyrillic and Arabic): the
# left is written for the right. Applied in order to a folded word.
_ROMANISATIONS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"gu(?=e)", "g"), (r"gh", "g"), (r"kh", "h"), (r"ph", "f"), (r"tch", "ch"), (r"ks", "x"), (r"ou", "u"),
        (r"(?:ei|ey|ej|ai|ay|aj|yi|iy|ij|ii|yy|ee|ie|ye|je|ae)", "i"), (r"oo", "u"), (r"[yj]", "i"),
        (r"w", "v"), (r"q", "k"), (r"c(?=[aouklr])", "k"), (r"e(?=$)", ""), (r"(.)\1+", r"\1"), (r"[’'\-]", ""),
    )
)  # fmt: skip


def slug(*parts: str | None) -> str:
    """An id from names: ``slug("Tonio Borg", "MLT")`` → ``tonio-borg-mlt``."""
    words = re.findall(r"[a-z0-9]+", " ".join(fold(p) for p in parts if p))
    return "-".join(words)


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    folded = fold(word)
    for pattern, replacement in _ROMANISATIONS:
        folded = pattern.sub(replacement, folded)
    return folded


def same_given(one: str, other: str) -> bool:
    """Whether two given names are one in other romanisations, or one is the other's initial.

    Sergei, Sergey, Serguei and Serghei are one; Li and Wang are not.
    """
    a, b = _sound(one), _sound(other)
    if not a or not b:
        return False
    initial = (len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1) and a[0] == b[0]
    return a == b or initial
