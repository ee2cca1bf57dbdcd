"""Acts that words tell of for which the codebook has no frame, beside those of its frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import Kind, VerbTrigger
from communique.coding.drafting._agreement import TALKING, stands_alone
from communique.coding.marks import Mark
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger
from communique.types import EventClaim, Status

__all__ = ["unframed"]

_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_AHEAD = frozenset({"due", "expected", "scheduled", "slated", "bound"})


def unframed(
    tree: Tree, framed: Sequence[Trigger], told: Sequence[tuple[Trigger, EventClaim]], marked: Sequence[Mark]
) -> Iterator[Trigger]:
    """The marked words that no frame tells of: neither their own, nor one of their family elsewhere in the sentence.

    ``told`` is what the ``framed`` triggers tell of. Where that has not all its sides, a mark may have them: "touched
    glasses with the king after the talks". What a frame was about to tell and did not, as in "if they agree", no mark
    of its family tells either.
    """
    taken = {(trigger.at, _sort(trigger.kind)) for trigger in framed}
    words = {trigger.at for trigger, _ in told}
    families = {_sort(trigger.kind) for trigger, claim in told if stands_alone(claim)}
    for mark in marked:
        sort = _sort(mark.kind)
        if mark.at not in words and (mark.at, sort) not in taken and sort not in families:
            families.add(sort)
            yield _trigger(tree, mark)


def _sort(kind: Kind) -> str:
    """The family; a meeting, talks and a summit are one."""
    return "encounter" if kind.kind in TALKING else kind.family


def _trigger(tree: Tree, mark: Mark) -> Trigger:
    token = tree.token(mark.at)
    verb = VerbTrigger(lemma=token.lemma, status=_status(token.lemma)) if token.pos in _PREDICATES else None
    return Trigger(mark.kind, mark.at, verb, more=mark.parts, framed=False)


def _status(lemma: str) -> Status | None:
    """ "Is due in Lima on Monday": the word itself says that it lies ahead."""
    return "planned" if lemma.lower() in _AHEAD else None
