"""What the builders of tables share about names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["FAMILY_FIRST", "PARTICLES", "fold", "is_numeral", "title_case", "unique"]

# Where the family name stands first.
FAMILY_FIRST = {"CHN", "TWN", "PRK", "KOR", "VNM", "KHM"}

PARTICLES = set("al el bin ibn ben abu de da do dos del di la le van von der den du ould ter zu".split())


def unique(values: Iterable[str | None]) -> list[str]:
    """The values that are not empty, each once, in their order."""
    return list(dict.fromkeys(value for value in values if value))


def fold(name: str) -> str:
    """Lower case without accents, hyphens and apostrophes: what two spellings share."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"['’`.]", "", plain.lower()).replace("-", " ").split())


def title_case(token: str) -> str:
    """ "al-MANFI" → "al-Manfi", "ROSE-MARIE" → "Rose-Marie"."""
    head = re.match(r"(?:al-|el-|AL-|EL-|d')?", token)
    prefix = head[0] if head else ""
    core = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), token[len(prefix) :])
    return prefix.lower() + re.sub(r"(?<=['’])S\b", "s", core)


def is_numeral(token: str, index: int) -> bool:
    """Whether the word is a monarch's number; the first word of a name ("XI Jinping") never is."""
    return index > 0 and re.fullmatch(r"[IVX]+", token) is not None
