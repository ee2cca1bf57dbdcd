"""Acts that a noun made of a verb tells: "announced the closure of its embassy", "Peru's recall of its envoy"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import codebook, word_classes
from communique.coding.tree import Tree

__all__ = ["NOMINAL", "announcer", "deed", "deed_doers", "done_to", "is_noun"]


NOMINAL = ("of", "from", "out of", "to")
"""What leads from a deed to what it is done to: "the closure of its embassy", "its accession to the treaty"."""


_FACTUAL = frozenset("after following since before over during at with despite amid until".split()) | {"ahead of"}


def is_noun(tree: Tree, index: int) -> bool:
    """Whether a token is a noun, and so, where it has the frame of a verb, a deed."""
    return tree.token(index).pos in ("NOUN", "PROPN")


def deed(tree: Tree, noun: int) -> str | None:
    """The verb of which a noun is made that tells of a deed done: one announced, somebody's own, or "by" him."""
    token = tree.token(noun)
    verbs = codebook().deeds
    lemma = verbs.get(token.text.lower(), verbs.get(token.lemma.lower()))
    if lemma is None or not done_to(tree, noun, NOMINAL):
        return None
    told = announcer(tree, noun) is not None or bool(tree.owners(noun))
    return lemma if told or (_befell(tree, noun) and _has_doers(tree, noun)) else None


def _befell(tree: Tree, noun: int) -> bool:
    """Whether a deed is told as a fact: "after the expulsion", "the expulsion hurt", but not "urged the expulsion"."""
    dep = tree.token(noun).dep
    return dep.startswith(("nsubj", "root")) or (dep in ("obl", "nmod") and tree.preposition(noun) in _FACTUAL)


def _has_doers(tree: Tree, noun: int) -> bool:
    """Whether those "by" whom or "between" whom a deed is, or whose envoy it befalls, stand behind it."""
    around = _sides(tree, noun)
    between = any(word == "between" for i in around for word, _ in tree.phrases(i))
    return between or bool(_by(tree, noun)) or any(_is_owned(tree, i) for i in around)


def _is_owned(tree: Tree, noun: int) -> bool:
    """ "Peru's envoy", "the Peruvian envoy"."""
    named = (i for i in tree.children(noun, "amod", "compound") if tree.token(i).text[0].isupper())
    return bool(tree.children(noun, "nmod:poss")) or any(named)


def done_to(tree: Tree, noun: int, words: Sequence[str]) -> list[int]:
    """What stands behind one of the words after a deed; of "the entry into force of the treaty" that after "force"."""
    return [i for top in (noun, *tree.behind(noun, ("into",))) for i in tree.behind(top, words)]


def _sides(tree: Tree, noun: int) -> list[int]:
    return [noun, *done_to(tree, noun, NOMINAL)]


def _by(tree: Tree, noun: int) -> list[int]:
    return [i for top in _sides(tree, noun) for i in tree.agents(top)]


def _is_deed(tree: Tree, noun: int) -> bool:
    return tree.token(noun).lemma.lower() in codebook().deeds


def announcer(tree: Tree, noun: int) -> int | None:
    """The verb that announces or orders a deed."""
    top = noun
    while tree.token(top).dep == "conj" and is_noun(tree, tree.token(top).head):
        top = tree.token(top).head
    if top != noun and tree.preposition(top) == "of" and _is_deed(tree, tree.token(top).head):
        top = tree.token(top).head  # "the expulsion of two envoys and the closure": which of the nouns it is joined to
    announced = [i for i in tree.children(top, "acl") if _announces(tree, i) and tree.passive(i)]
    if announced:
        return announced[0]  # "the closure of its embassy, announced by Rao"
    above = tree.parent(top)
    if above is None or not _announces(tree, above):
        return None
    passive = tree.passive(above)
    return above if tree.token(top).dep in (("nsubj:pass", "nsubj") if passive else ("obj",)) else None


def _announces(tree: Tree, verb: int) -> bool:
    """Whether a verb announces a deed, or says that it will not be done, or later: "called off the closure"."""
    word = tree.token(verb).lemma
    behind = tree.token(verb + 1).text.lower() if verb + 1 < len(tree.tokens) else ""
    return word in word_classes()["announcing"] or f"{word} {behind}" in word_classes()["announcing"]


def deed_doers(tree: Tree, noun: int) -> list[int]:
    """Whose deed it is: its owner's, of those "by" whom it is, else of who announces it."""
    own = [*tree.owners(noun), *_by(tree, noun)]
    verb = announcer(tree, noun)
    if verb is None or any(tree.token(i).tag != "PRP$" for i in own):
        return own  # but "announced its withdrawal": of who announces
    return tree.agents(verb) if tree.passive(verb) else tree.subject(verb)
