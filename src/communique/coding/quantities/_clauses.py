"""A figure with the sentence around it: the part of the sentence in which it stands, and the tense there."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from communique.coding.quantities._lengths import Length
from communique.parsing import Sentence

__all__ = ["Clause"]

_BREAK = re.compile(
    r"[;:()–—]|, (?=(?:and|but|while|(?:of )?(?:which|whom?)|though|as|or|up|down|against|compared|versus|imports"
    r"|exports)\b)"
    r"|\b(?:and|but|while) (?=[a-z]+ed\b)"
)
_NO_PAST = "seed|need|feed|speed|indeed|hundred|breed|deed|creed|exceed|proceed|succeed|shed"
_GROUP = r"(?: (?:not|also|now|be|been|being|have|already|[a-z]+ly|[a-z]+(?:ed|en))){0,6}"
_CUES = re.compile(
    r"\b(?:(?P<before>had)|(?P<open>if|(?:is|are) to|will|shall|would|should|may|can|could|to be|expects?|expected"
    r"|aims?|seeks?|plans?|targets?|goal|forecasts?|wants?|hopes?)"
    r"|(?P<present>is|are|has|have|stands?|remains?|needs?|lives?|says?)"
    rf"|(?P<past>was|were|(?!(?:{_NO_PAST})\b)[a-z]{{2,}}ed|came|went|fell|rose|gave|took|made|left|met|told|sent|won|put"
    rf"|set|hit|lost|cost))\b{_GROUP}"
)
"""Words, in lower case, that tell the tense of a clause; what is not yet, or had been before, has no day of its own."""
_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "open"}


class Clause(msgspec.Struct, frozen=True, dict=True):
    """The sentence of a figure and its number, the characters of its quantity and of what changes there are against.

    ``text`` is that of the document and ``lower`` the same in lower case. Where a change is told before the quantity,
    ``told`` is where that begins: "fell 11 percent in July to $3 billion".
    """

    text: str
    lower: str
    sentence: Sentence
    number: int
    start: int
    end: int
    against: tuple[tuple[int, int], ...] = ()
    length: Length | None = None
    told: int | None = None

    @cached_property
    def part(self) -> tuple[int, int]:
        """The part of the sentence, between marks and conjunctions, in which the figure stands."""
        low, high = self.sentence.start, self.sentence.end
        for match in _BREAK.finditer(self.text, low, high):
            if match.end() <= self.start:
                low = match.end()
            elif match.start() >= self.end:
                high = match.start()
                break
        return low, high

    @cached_property
    def tense(self) -> str | None:
        """The group of ``_CUES`` of the nearest words before the figure, else behind it."""
        for low, high in (self.part, (self.sentence.start, self.sentence.end)):
            cue = self._cue(low, high)
            if cue is not None and cue.start() < self.start:
                return cue.lastgroup
            told = self._told_in(low) or (cue.lastgroup if cue is not None else None)
            if told is not None:
                return told
        tags = {token.tag for token in self.sentence.tokens}
        return "past" if "VBD" in tags else "present" if tags & {"VBZ", "VBP"} else None

    def _told_in(self, low: int) -> str | None:
        """The tense of the last finite verb from ``low`` to the figure, by its tag."""
        before = [_TENSES[t.tag] for t in self.sentence.tokens if low <= t.start < self.start and t.tag in _TENSES]
        return before[-1] if before else None

    def _cue(self, low: int, high: int) -> re.Match[str] | None:
        """The last cue that begins before the figure, else the first one."""
        last = None
        for cue in _CUES.finditer(self.lower, low, high):
            if self.text.startswith("May", cue.start()):
                continue  # the month
            if cue.start() >= self.start:
                return last or cue
            last = cue
        return last
