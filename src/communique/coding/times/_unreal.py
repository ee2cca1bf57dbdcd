"""Acts that are told only to say that they were not done: "instead of meeting Rao", "stopped Peru from leaving"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.codebook import narration, narrative, word_classes
from communique.coding.tree import Tree

__all__ = ["is_missed", "is_unreal", "right_before", "stays_away"]

_NEAR = 40  # characters
_NOT_DONE = ("short-of", "not-done")
_NONE = frozenset({"no", "little", "scant"})


def is_unreal(text: str, tree: Tree, anchors: Sequence[int], verbs: Sequence[int]) -> bool:
    """Whether the verbs over an event say that nobody did it; a "not" or a denial is no matter of this."""
    shunned = _is_shunned(tree, anchors, verbs) or _shunner(tree, anchors[0]) is not None
    return shunned or any(_is_not_done(text, tree, v) or _is_kept(tree, v) or _is_supposed(tree, v) for v in verbs)


def _is_not_done(text: str, tree: Tree, verb: int) -> bool:
    return right_before(text, tree, verb, *_NOT_DONE) is not None or _is_untraced(tree, verb) or _is_made_up(tree, verb)


def right_before(text: str, tree: Tree, verb: int, *names: str) -> re.Match[str] | None:
    """What a pattern of these names finds right before a verb: "instead of meeting", "was interested in buying"."""
    start = tree.token(verb).start
    found = (narrative()[name].search(text, max(tree.sentence.start, start - _NEAR), start) for name in names)
    return next((match for match in found if match is not None), None)


def _is_shunned(tree: Tree, anchors: Sequence[int], verbs: Sequence[int]) -> bool:
    """ "Refused to meet Rao", "failed to hold talks", "missed a meeting"."""
    over = verbs[1:] if anchors[0] in verbs or len(verbs) > 1 else verbs
    over = [v for v in over if v != tree.token(anchors[0]).head or not _is_told(tree, anchors[0])]
    return any(_is_of(tree, v, "shunning") for v in over)


def _shunner(tree: Tree, noun: int) -> int | None:
    """The verb of "skipped talks with Rao": none were held, while "skipped the summit" is of one that others attend."""
    above = tree.parent(noun) if tree.token(noun).dep == "obj" and tree.token(noun).pos == "NOUN" else None
    return above if above is not None and not _is_told(tree, noun) and _is_of(tree, above, "shunning") else None


def is_missed(tree: Tree, verb: int, noun: int) -> bool:
    """ "Skipped the summit", which others attend, where "skipped a meeting" tells of one that fell through."""
    return _is_told(tree, noun) and _is_of(tree, verb, "shunning")


def _is_told(tree: Tree, noun: int) -> bool:
    return any(tree.token(i).text.lower() == "the" for i in tree.children(noun, "det"))


def stays_away(tree: Tree, noun: int) -> int | None:
    """The verb of "skipped a meeting with Rao", of one that was to be, while "avoided talks" is of none."""
    above = _shunner(tree, noun)
    return above if above is not None and _is_of(tree, above, "staying-away") else None


def _is_of(tree: Tree, verb: int, name: str) -> bool:
    return tree.token(verb).lemma in narration().words[name]


def _is_made_up(tree: Tree, verb: int) -> bool:
    """ "In the novel, Peru invades Chile"."""
    return any(tree.token(i).lemma.lower() in word_classes()["fiction"] for i in tree.behind(verb, ("in",)))


def _is_untraced(tree: Tree, verb: int) -> bool:
    """ "There is no evidence that Peru attacked Chile"."""
    noun = tree.parent(verb) if tree.token(verb).dep in ("acl", "acl:relcl", "ccomp") else None
    if noun is None or tree.token(noun).lemma not in narration().words["traces"]:
        return False
    above = tree.parent(noun)
    none = any(tree.token(i).text.lower() in _NONE for i in tree.children(noun, "det", "amod"))
    return none or (above is not None and tree.negated(above))


def _is_kept(tree: Tree, verb: int) -> bool:
    """ "Stopped Peru from leaving", "refrained from recalling its envoy"."""
    above = tree.parent(verb) if tree.token(verb).tag == "VBG" else None
    kept = above is not None and tree.token(above).lemma in narration().words["keeping-from"]
    return kept and any(tree.token(i).text.lower() == "from" for i in tree.children(verb, "mark", "case"))


def _is_supposed(tree: Tree, verb: int) -> bool:
    """ "Would have signed": what did not come about."""
    group = [token.text.lower() for token in tree.group(verb)]
    return tree.token(verb).tag == "VBN" and "have" in group and ("would" in group or "'d" in group)
