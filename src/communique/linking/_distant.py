"""The tail of a long title: "… of the Department of Asian Affairs of the Foreign Ministry of Kenya (KFM) Amina Rao".

A title in capitals goes on with "of", "for" and further capitals. The name is the last run of capitals in it that
is no body, matter or place; a full stop, a word in lower case or another title ends it.
"""

from __future__ import annotations

import re

from communique.codebook import Office, word_classes

__all__ = [
    "OFFICIAL",
    "OTHER_HEAD",
    "begins_tail",
    "bracketed",
    "carries_on",
    "described",
    "is_body",
    "is_matter",
    "is_of_other_body",
    "opening",
    "tail_end",
]

OFFICIAL = Office(
    id="office-holder",
    name="official",
    titles=("official",),
    source="usage of ministries",
    examples=("Head of the Legal Division Ana Rao",),
)
"""The office of whom a text calls "Head of …", "Member of …": words that need their body to be a title."""

OTHER_HEAD = Office(
    id="head-of-other-body",
    name="head of another body",
    titles=("president", "chairman", "chief executive officer"),
    source="usage of news",
    examples=("Ana Rao, president of the Rao Foundation",),
)
"""The office of whom a text calls the president of an institute, or of what is no state and no body of one."""

_HEADS = re.compile(
    r"\b(?:Head|Director|Member|Coordinator|Counsell?or|Advis[eo]r|Assistant|Chief|Officer|Leader|Manager|Dean"
    r"|Chief Executive|Founder) (?=(?:of|for|to|at|in charge of|on) )"
)
_DESCRIBED = re.compile(
    r", (?P<before>(?:(?:the|an?|former|then|now|special|deputy|senior|chief|vice|acting|[A-Z][\w-]*) ){0,4})"
    r"(?:[Hh]ead|[Dd]irector|[Mm]ember|[Cc]oordinator|[Cc]ounsell?or|[Aa]dvis[eo]r|[Aa]ssistant|[Ff]ounder)"
    r" (?:of|for|to|at|on) "
)
_FARTHEST = 280
_WORD_LENGTH = 24
_RIGHT_BEFORE = re.compile(r"\b([A-Z][a-z]+) $")
_OF_WHICH = re.compile(r" (?:of|at|for) (?:the )?(?=[A-Z])((?:(?:[A-Z][\w.&’'-]*|of|for|the|and|in|on|to|at) ?){1,10})")
_WORD = re.compile(r" (\S+)")
_LINKS = frozenset("of for on in and the to at & a de la del der von van bin ibn al el da do dos".split())
_CHARGE = (" in charge of", " responsible for")
_MATTERS = frozenset({"affairs", "issues", "matters", "relations"})
"""Words that ministries also write in lower case: "for Asian and African affairs"."""
_DEALT_WITH = _MATTERS | frozenset("issue situation department division desk section bureau group coordinator".split())
_BODY = re.compile(
    r"(?:Secretary[- ])?General (?:Department|Directorate|Secretariat|Staff|Administration|Office|Council|Assembly"
    r"|Meeting|Debate|Conference|Inspectorate)\b"
)
_SHORT = re.compile(r"(?:[^\W\d_]\.)+|(?:Dr|Mr|Mrs|Ms|St|Gen|Lt|Col|Maj|Adm|Amb|Prof|Hon|Sen|Rep|Jr|Sr|No)\.")
_BRACKETS = re.compile(r"\([^\s()]{2,12}\),?")
_ENDINGS = ".;:!?"


def is_of_other_body(text: str, start: int, end: int, *, leading: bool) -> bool:
    """Whether a title from ``start`` to ``end`` is of a foundation, a company, a campaign, and of no state.

    Its words tell so; of an office that leads states also that it is of a name which is no state's nor any body's.
    """
    behind = _OF_WHICH.match(text, end)
    before = _RIGHT_BEFORE.search(text, max(0, start - _WORD_LENGTH), start)
    words = f"{'' if behind is None else behind[1]} {'' if before is None else before[1]}".split()
    bodies = [word.lower() for word in words if word[0].isupper()]
    if text.startswith(" officer", end) or not set(bodies).isdisjoint(word_classes()["private-body"]):
        return True
    return leading and behind is not None and set(bodies).isdisjoint(word_classes()["public-body"])


def tail_end(text: str, start: int) -> int:
    """Where the capitals, links and bracketed abbreviations behind ``start`` end; ``start`` where none stand there.

    >>> text = "the Director of the Office for Peru (OP) Ana Rao met them"
    >>> text[12:tail_end(text, 12)]
    ' of the Office for Peru (OP) Ana Rao'
    """
    end = start + (text[start : start + 1] == "," and carries_on(text, start))
    while (found := _WORD.match(text, end)) is not None:
        phrase = next((p for p in _CHARGE if text.startswith(p, end)), None)
        if phrase is not None:
            end += len(phrase)
            continue
        word = found[1]
        if not _belongs(word):
            break
        if word[-1] in _ENDINGS and not _SHORT.fullmatch(word):
            return found.end() - 1
        end = found.end()
    return end


def _belongs(word: str) -> bool:
    return (
        word in _LINKS
        or word.rstrip(",.") in _MATTERS
        or word[0].isupper()
        or _BRACKETS.fullmatch(word) is not None
        or (word.startswith(("al-", "el-")) and word[3:4].isupper())
    )


def begins_tail(text: str, end: int) -> bool:
    """Whether a title goes on behind ``end`` at all: "Director of …", not "the Director-General Meeting"."""
    found = _WORD.match(text, end)
    linked = found is not None and (found[1] in _LINKS or _BRACKETS.fullmatch(found[1]) is not None)
    return linked or text.startswith(_CHARGE, end) or carries_on(text, end)


def opening(text: str, start: int, after: int) -> int | None:
    """Where "Head of the Legal Division …" begins that goes on in capitals up to ``start``; not before ``after``.

    >>> text = "with Head of the Legal Division Ana Rao there"
    >>> opening(text, text.index("Ana"), 0)
    5
    """
    for head in _HEADS.finditer(text, max(after, start - _FARTHEST), start):
        if tail_end(text, head.end() - 1) >= start - 1:
            return head.start()
    return None


def described(text: str, end: int) -> tuple[int, bool] | None:
    """Behind a name that ends at ``end``: where its description goes on, and whether it is of the past.

    >>> text = "Ana Rao, former special adviser to the Kenyan president, left"
    >>> text[described(text, 7)[0]:]
    'the Kenyan president, left'
    """
    found = _DESCRIBED.match(text, end)
    return (found.end(), "former" in found["before"].lower()) if found is not None else None


def is_matter(text: str, end: int) -> bool:
    """Whether the state that ends at ``end`` is what a body deals with: "Peru Desk", "Peruvian Affairs"."""
    word = re.match(r" ([A-Z]\w+)", text[end : end + 30])
    return text[end : end + 1] in ("-", "–") or (word is not None and word[1].lower() in _DEALT_WITH)


def is_body(words: str) -> bool:
    """Whether a title opens the name of a body or an occasion: "General Department", "Secretary-General Meeting"."""
    return _BODY.match(words) is not None


def bracketed(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands alone in brackets: "(ASEAN)"."""
    return text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"


def carries_on(text: str, end: int) -> bool:
    """Whether the title goes on behind ``end``: "of …", "for …", or "and" and a further matter in capitals."""
    found = re.match(r",? (?:of|for|and|at) (?:the )?[A-Z]|, (?:[A-Z][\w-]*,? ){1,4}and [A-Z]", text[end : end + 80])
    return found is not None
