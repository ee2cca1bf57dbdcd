"""What somebody denies, or calls untrue."""

from __future__ import annotations

from communique.codebook import narration, status_cues
from communique.coding.times._clause import Clause
from communique.coding.tree import Tree
from communique.types import Span

__all__ = ["denial"]


def denial(clause: Clause) -> Span | None:
    """ "denied that Rao had met Silva", "denied reports of it": a verb of denial with the event as its content."""
    tree = clause.tree
    lemmas = next(cue.lemmas for cue in status_cues() if cue.status == "denied")
    for anchor in clause.anchors:
        above = _of_rumour(tree, anchor) or (tree.parent(anchor) if tree.token(anchor).dep == "ccomp" else None)
        if above is not None and tree.token(above).lemma in lemmas:
            return clause.word(above)
        if (verdict := _verdict(tree, anchor)) is not None:
            return clause.word(verdict)
    return None


def _verdict(tree: Tree, anchor: int) -> int | None:
    """The word that says that an event is not true: "reports that they had met are false", "it is not true that"."""
    rumour = _rumour(tree, anchor)
    told = rumour if rumour is not None and tree.token(rumour).dep.startswith("nsubj") else anchor
    above = tree.parent(told) if told != anchor or tree.token(anchor).dep in ("ccomp", "csubj") else None
    said = [above, *tree.children(above, "xcomp")] if above is not None else []
    untrue = next((i for i in said if tree.token(i).lemma in narration().words["untrue"]), None)
    true = next((i for i in said if tree.token(i).lemma == "true"), None)
    return untrue if untrue is not None or true is None or not any(tree.negated(i) for i in said) else true


def _of_rumour(tree: Tree, anchor: int) -> int | None:
    """The verb of which rumours of an event are the object: "denied reports that they had met"."""
    rumour = _rumour(tree, anchor)
    return tree.parent(rumour) if rumour is not None and tree.token(rumour).dep == "obj" else None


def _rumour(tree: Tree, anchor: int) -> int | None:
    above = tree.parent(anchor) if tree.token(anchor).dep in ("acl", "acl:relcl", "ccomp", "nmod") else None
    return above if above is not None and tree.token(above).lemma in narration().words["rumours"] else None
