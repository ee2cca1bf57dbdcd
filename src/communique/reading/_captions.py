"""Captions and credits of pictures, by their form."""

from __future__ import annotations

import re

__all__ = ["is_caption"]

_LONGEST_WORDS = 70
_LONGEST_START = 100  # characters
# Of lines in lower case.
_STARTS = re.compile(
    r"(?:photo(?:graph)?s?|caption|image|picture|camera icon|file photo|in this photo|pic|"
    r"(?:ap|afp|reuters|epa|xinhua|getty images|file) (?:photo|image|picture)s?|getty images|"
    r"second from (?:left|right)|from (?:left|right)|pictured|illustration|graphic)\b"
    r"\s*(?:[:/|(,;]|by\b|courtesy\b|$)"
)
# The picture's credit at the end: "(Photo: POOL / AFP)", "PHOTO: agency", "/VCG Photo", "REUTERS photo".
_CREDIT_END = re.compile(
    r"""(?:
      \((?i:photo|photograph|image|picture|pic|file\sphoto|courtesy)s?\b[^()]{0,80}\)
    | \([^()]{0,40}\bvia\s[A-Z][^()]{0,40}\)
    | (?:^|[.!?)"”/\s])\s?/?(?i:photo|image|picture|pic|credit)s?(?:\s(?i:credit))?\s?[:/]\s?[^.:!?]{2,80}
    | (?:[/—–-]\s?)?\b[A-Z][A-Za-z]{1,12}\s(?:[Pp]hoto|PHOTO|[Ii]mages|IMAGES)(?:/[^.!?]{2,40})?
    | (?:AP|AFP|REUTERS|Reuters|EPA|VCG|Getty\sImages?|Xinhua)/[A-Z][^.!?]{2,40}
    )[.\])]*$""",
    re.VERBOSE,
)
_CREDIT_CASE = re.compile(r"\b(?:PHOTO|Photo|IMAGE|Image|PICTURE|Picture|CREDIT|Credit|PIC|Pic|FILE|File)\b")
# Who stands where: "(L)", "[R]", "(left)", "(2nd R)"; the body names nobody's place in a picture.
_POSITION = re.compile(
    r"[(\[](?:L|R|C|left|right|cent(?:er|re)"
    r"|(?:2nd|3rd|second|third|front|back|top)[ -](?:L|R|left|right|row))[)\]]"
)
# A date of a picture before the initials of its agency: "Nairobi, Sunday, Jan. 9, 2005. (AP)".
_DATED_CREDIT = re.compile(r"\b\d{4}\.? \([A-Z][A-Za-z ]{1,20}\)$")


def is_caption(text: str) -> bool:
    """Whether ``text`` describes or credits a picture."""
    if text.count(" ") >= _LONGEST_WORDS:
        return False
    if _STARTS.match(text[:_LONGEST_START].lower()) or (("(" in text or "[" in text) and _POSITION.search(text)):
        return True
    return _ends_in_credit(text[-120:])


def _ends_in_credit(tail: str) -> bool:
    if tail.endswith(")") and _DATED_CREDIT.search(tail):
        return True
    marked = "/" in tail or " via " in tail or "hoto" in tail or "mages" in tail or _is_marked(tail)
    return marked and _CREDIT_END.search(tail) is not None


def _is_marked(tail: str) -> bool:
    # The pattern is tried where one of its words may stand: looking for words costs less.
    low = tail.lower()
    named = "photo" in low or "image" in low or "pic" in low or "credit" in low or "file" in low
    return named and _CREDIT_CASE.search(tail) is not None
