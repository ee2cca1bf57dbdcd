"""A sentence while its tree is put right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.codebook.calendar import CALENDAR_WORDS
from communique.parsing._wording import TIME_NOUNS

__all__ = ["FINITE", "TIMES", "Mendable"]

FINITE = ("VBZ", "VBD", "VBP")
TIMES = CALENDAR_WORDS | TIME_NOUNS


@dataclass(slots=True)
class Mendable:
    """One sentence while it is put right; ``words`` are in lower case."""

    pos: list[str]
    heads: list[int]
    deps: list[str]
    tags: list[str]
    words: Sequence[str]

    def below(self, index: int, *deps: str) -> Iterator[int]:
        """The dependents of a word in order that stand to it in one of these relations."""
        if index not in self.heads:
            return iter(())  # as most words have none
        return (i for i, head in enumerate(self.heads) if head == index != i and self.deps[i] in deps)

    def is_named(self, index: int) -> bool:
        """Whether a word is a name or a title with a name: "Rao", "Prime Minister Rao"."""
        return self.pos[index] == "PROPN" or any(self.pos[i] == "PROPN" for i in self.below(index, "flat", "appos"))

    def is_name(self, index: int) -> bool:
        """Whether a word is a name, and none of a day or a month."""
        return self.pos[index] == "PROPN" and self.words[index] not in TIMES

    def preposition(self, index: int) -> str | None:
        """The preposition of a word: "to" of "to Chile"."""
        return next((self.words[i] for i in self.below(index, "case")), None)

    def verb_above(self, index: int) -> int:
        """The nearest verb above a word; the root where there is none."""
        above = self.heads[index]
        while self.pos[above] not in ("VERB", "AUX") and self.heads[above] != above:
            above = self.heads[above]
        return above

    def is_participle(self, index: int) -> bool:
        """ "Making", "having made"."""
        return self.tags[index] == "VBG" or any(self.words[i] == "having" for i in self.below(index, "aux"))

    def goes_on(self, index: int) -> bool:
        """Whether an "and" joins a name to this one, without a comma between them: "Minister Rao and Silva"."""
        above = self.heads[index]
        joined = [i for word in (index, above, *self.below(index, "flat", "appos")) for i in self.below(word, "conj")]
        between = (self.words[index:i] for i in joined if i > index and self.pos[i] in ("NOUN", "PROPN"))
        return any("and" in words and "," not in words for words in between)

    def hang(self, index: int, head: int, dep: str) -> None:
        """Hang a word with all below it on another one, which must not stand below it: a tree stays a tree."""
        if not self.lies_under(head, index):
            self.heads[index], self.deps[index] = head, dep

    def lies_under(self, index: int, top: int) -> bool:
        """Whether ``top`` is ``index`` or governs it, at any distance."""
        for _ in self.words:
            if index == top:
                return True
            index = self.heads[index]
        return False

    def is_finite(self, verb: int) -> bool:
        """Whether a verb or its auxiliary has a tense."""
        return any(self.tags[i] in (*FINITE, "MD") for i in (verb, *self.below(verb, "aux", "aux:pass")))

    def replace(self, old: int, new: int) -> None:
        """Let a word below another one take the place of that."""
        root = self.heads[old] == old
        self.heads[new], self.deps[new] = new if root else self.heads[old], self.deps[old]
        self.heads[old] = new
