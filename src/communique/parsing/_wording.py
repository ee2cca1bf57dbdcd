"""What the look of words says, before anything is parsed: headlines, names with an article, words of time."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook.calendar import MONTHS, WEEKDAYS
from communique.parsing._records import Token

__all__ = ["TIME_NOUNS", "is_particle_name", "is_time", "is_title_case"]

TIME_NOUNS = frozenset(
    "today yesterday tomorrow tonight week month year day weekend morning afternoon evening night hour minute "
    "decade".split()
)
_LONGEST_HEADLINE = 25


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a line is a headline in title case, where capitals say nothing about names."""
    if len(tokens) > _LONGEST_HEADLINE or tokens[-1].text == ".":
        return False
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 3]
    return len(words) >= 3 and all(w[0].isupper() or w in _SMALL for w in words)


# Words of four letters and more that headlines in title case leave small (Chicago Manual of Style 8.159).
_SMALL = frozenset(
    "with from about into over after before during between among amid against despite under without through since "
    "until toward towards near inside outside along around across behind beyond upon than like that this these those "
    "because while when where whether they their them what which whose whom your have will would could should must "
    "been were being does".split()
)


def is_particle_name(word: str) -> bool:
    """ "al-Sisi", "d'Ivoire": a name that begins with its article."""
    return word[:3].lower() in ("al-", "el-", "as-", "ad-", "an-", "ar-", "ul-") and word[3:4].isupper()


def is_time(token: Token) -> bool:
    """Whether a word names a day, a month or a stretch of days."""
    lower = token.text.lower().rstrip(".")
    if token.pos == "PROPN" or token.text[0].isupper():
        return lower in WEEKDAYS or lower in MONTHS
    return token.lemma in TIME_NOUNS or lower in TIME_NOUNS or lower.endswith(("-year", "-week", "-day"))
