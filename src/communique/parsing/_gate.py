"""The gate: one pass over the text says which sentences can hold an event and are worth a tree."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from communique.codebook import codebook, status_cues
from communique.codebook.words import WordFinder
from communique.parsing._lexicon import verb_forms

__all__ = ["gated"]

# "be" alone opens no gate; where it takes a place it may tell of a visit: "will be in Lima on Monday".
_BEING = tuple(f"{form} {word}" for form in ("be", "is", "are", "was", "were", "been") for word in ("in", "at"))


@cache
def _finder() -> WordFinder:
    return WordFinder(_trigger_forms())


def _trigger_forms() -> frozenset[str]:
    """Every form of every trigger of the codebook that can open the gate."""
    forms = set(_BEING)
    for kind in codebook().kinds:
        for trigger in kind.verbs:
            forms.update(form for form, _ in verb_forms(trigger.lemma) if trigger.lemma != "be")
        for noun in kind.nouns:
            forms.update((noun, noun + "s"))
    for cue in status_cues():
        if cue.status in ("cancelled", "postponed"):
            forms.update(cue.phrases)
            forms.update(form for lemma in cue.lemmas for form, _ in verb_forms(lemma))
    return frozenset(forms)


def gated(text: str, starts: list[int]) -> frozenset[int]:
    """Indices of the sentences (given by their start offsets, ascending) in which a trigger word stands."""
    return frozenset(bisect_right(starts, start) - 1 for _, start, _ in _finder().find(text))
