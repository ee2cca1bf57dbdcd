"""What is only asked, wished, feared or supposed, by the words of its clause."""

from __future__ import annotations

from collections.abc import Callable

from communique.codebook import narration, narrative, word_classes
from communique.coding.times._clause import Clause
from communique.coding.times._unreal import right_before
from communique.coding.tree import Tree
from communique.types import Span

__all__ = ["asked"]

_DOUBTS = frozenset({"unlikely", "doubtful", "impossible", "unclear", "uncertain"})
_WOULD = frozenset({"would", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "provided"})
_MAY_BE_OF = frozenset({"of", "about", "for"})
_KNOWN = frozenset({"the", "this", "his", "her", "their", "its"})


def asked(clause: Clause) -> Span | None:
    """The words that say that an event only may come about; null where none does."""
    return next((words for look in _LOOKS if (words := look(clause)) is not None), None)


def _question(clause: Clause) -> Span | None:
    """ "Did the talks take place?": an auxiliary that opens its clause asks, or supposes ("Had they met")."""
    tree = clause.tree
    for verb in clause.verbs:
        subjects = tree.children(verb, "nsubj", "nsubj:pass")
        first = min(tree.children(verb, "aux", "aux:pass"), default=verb)
        opens = first == 0 or tree.token(first - 1).pos == "PUNCT"
        if opens and subjects and first < subjects[0] < verb:
            return clause.word(first)
    return None


def _whether(clause: Clause) -> Span | None:
    """ "Is there any hope that they will meet?": what a sentence asks that wants a yes or no."""
    tree = clause.tree
    given = tree.token(clause.at).tag == "VBG" and tree.token(clause.at).dep == "advcl"  # "by visiting Peru"
    if given or all(token.text != "?" for token in tree.tokens[-2:]):
        return None
    match = narrative()["whether"].match(clause.text[tree.sentence.start : tree.sentence.end])
    if match is None or _is_known(tree, clause.at):
        return None
    return Span.of(clause.text, tree.sentence.start, tree.sentence.start + match.end() - 1)


def _leaning(clause: Clause) -> Span | None:
    """ "Was interested in buying arms", "agree on the desire to cut ties": what somebody would like to do."""
    tree = clause.tree
    match = next((m for v in clause.verbs if (m := right_before(clause.text, tree, v, "leaning")) is not None), None)
    return Span.of(clause.text, match.start(), match.start() + len(match[0].rstrip())) if match is not None else None


def _doubt(clause: Clause) -> Span | None:
    """ "It is unlikely that Rao will visit", "is unlikely to meet"."""
    tree = clause.tree
    for verb in clause.verbs:
        above = tree.parent(verb)
        near = [verb] if above is None else [verb, above, *tree.children(above, "xcomp", "advmod")]
        doubted = next((i for i in near if tree.token(i).text.lower() in _DOUBTS), None)
        if doubted is not None:
            return clause.word(doubted)
    return None


def _hope(clause: Clause) -> Span | None:
    """ "Hoped that the two would reach an accord", "feared that they would not"."""
    tree = clause.tree
    above = (tree.parent(v) for v in clause.verbs if tree.token(v).dep == "ccomp")
    hope = next((i for i in above if i is not None and tree.token(i).lemma in narration().words["hoping"]), None)
    return clause.word(hope) if hope is not None else None


def _condition(clause: Clause) -> Span | None:
    """ "Would meet Rao if she agreed": what would be done under a condition."""
    tree = clause.tree
    for verb in clause.verbs:
        would = next((t for t in tree.group(verb) if t.text.lower() in _WOULD), None)
        opening = {tree.token(m).text.lower() for c in tree.children(verb, "advcl") for m in tree.children(c, "mark")}
        if would is not None and not opening.isdisjoint(_CONDITIONS):
            return Span.of(clause.text, would.start, would.end)
    return None


def _supposed(clause: Clause) -> Span | None:
    """ "If Rao started a war to take the port": what a clause of condition tells, also with what hangs on it."""
    tree = clause.tree
    above = clause.verbs[-1] if clause.verbs else None
    while above is not None:
        marks = [i for i in tree.children(above, "mark") if tree.token(i).text.lower() in _CONDITIONS]
        marks = marks or _waited_for(tree, above)
        if marks:
            return clause.word(marks[0])
        token = tree.token(above)
        hangs = token.dep in ("conj", "xcomp") or (token.dep == "advcl" and tree.infinitive(above))
        above = tree.parent(above) if hangs else None
    return None


def _waited_for(tree: Tree, verb: int) -> list[int]:
    """ "Would not open it until Chile withdrew": the "until" of a clause that tells on what something depends."""
    if tree.token(verb).dep != "advcl":
        return []
    main = {t.text.lower() for t in tree.group(tree.token(verb).head)}
    until = [i for i in tree.children(verb, "mark") if tree.token(i).text.lower() == "until"]
    return until if not main.isdisjoint(_WOULD) else []


def _prospect(clause: Clause) -> Span | None:
    """ "Fears of an attack grew": what a noun behind such a word only may come to."""
    tree, noun = clause.tree, clause.at
    above = tree.parent(noun) if tree.token(noun).dep == "nmod" and tree.token(noun).pos == "NOUN" else None
    if above is None or _is_known(tree, noun) or tree.preposition(noun) not in _MAY_BE_OF:
        return None
    return clause.word(above) if tree.token(above).lemma in narration().words["prospects"] else None


def _is_known(tree: Tree, noun: int) -> bool:
    """ "The visit", "their talks": of which was told."""
    return any(tree.token(i).text.lower() in _KNOWN for i in tree.children(noun, "det", "nmod:poss"))


def _wish(clause: Clause) -> Span | None:
    """ "Called for talks": what a noun names is only wished for."""
    tree = clause.tree
    noun = tree.token(clause.at)
    above = tree.parent(clause.at) if noun.pos in ("NOUN", "PROPN") and tree.preposition(clause.at) == "for" else None
    if above is None or tree.token(above).lemma not in word_classes()["wishing"]:
        return None
    return clause.word(above)


def _matter(clause: Clause) -> Span | None:
    """ "Spoke about meeting Rao": what a gerund behind "about" names is only spoken of."""
    tree = clause.tree
    marks = tree.children(clause.at, "mark", "case") if tree.token(clause.at).tag == "VBG" else []
    about = next((i for i in marks if tree.token(i).text.lower() == "about"), None)
    return clause.word(about) if about is not None else None


def _call(clause: Clause) -> Span | None:
    """ "Backed a call on Peru to leave": what somebody is asked to do."""
    tree = clause.tree
    nouns = (tree.call_for(verb) for verb in clause.verbs)
    noun = next((i for i in nouns if i is not None), None)
    return clause.word(noun) if noun is not None else None


_LOOKS: tuple[Callable[[Clause], Span | None], ...] = (
    _question,
    _whether,
    _leaning,
    _doubt,
    _hope,
    _condition,
    _supposed,
    _prospect,
    _wish,
    _matter,
    _call,
)
"""Tried in this order."""
