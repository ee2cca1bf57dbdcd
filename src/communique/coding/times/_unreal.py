"""Acts that are told only to say that they were not done: "instead of meeting Rao", "stopped Peru from leaving"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import narration, narrative
from communique.coding.tree import Tree

__all__ = ["is_unreal"]

_NEAR = 40  # characters


def is_unreal(text: str, tree: Tree, anchors: Sequence[int], verbs: Sequence[int]) -> bool:
    """Whether the verbs over an event say that nobody did it; a "not" or a denial is no matter of this."""
    shunned = _is_shunned(tree, anchors, verbs)
    return shunned or any(_is_left(text, tree, v) or _is_kept(tree, v) or _is_supposed(tree, v) for v in verbs)


def _is_shunned(tree: Tree, anchors: Sequence[int], verbs: Sequence[int]) -> bool:
    """ "Refused to meet Rao", "failed to hold talks", "missed a meeting"."""
    over = verbs[1:] if anchors[0] in verbs or len(verbs) > 1 else verbs
    return any(tree.token(v).lemma in narration().words["shunning"] for v in over)


def _is_left(text: str, tree: Tree, verb: int) -> bool:
    """ "Instead of meeting Rao", "on the verge of signing"."""
    start = tree.token(verb).start
    return narrative()["short-of"].search(text, max(tree.sentence.start, start - _NEAR), start) is not None


def _is_kept(tree: Tree, verb: int) -> bool:
    """ "Stopped Peru from leaving", "refrained from recalling its envoy"."""
    above = tree.parent(verb) if tree.token(verb).tag == "VBG" else None
    kept = above is not None and tree.token(above).lemma in narration().words["keeping-from"]
    return kept and any(tree.token(i).text.lower() == "from" for i in tree.children(verb, "mark", "case"))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """ "Would have signed": what did not come about."""
    group = [token.text.lower() for token in tree.group(verb)]
    return tree.token(verb).tag == "VBN" and "have" in group and ("would" in group or "'d" in group)
