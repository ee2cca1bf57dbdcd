""" "be" takes the place of its predicate, and what is the clause's goes with it."""

import pytest

from communique.coding.tree._copulas import with_copulas_governing
from communique.parsing import Token


def tokens(spec: str) -> tuple[Token, ...]:
    """``word/POS/dep>head index``, in order."""
    found = []
    for part in spec.split():
        word, pos, edge = part.split("/")
        dep, head = edge.split(">")
        found.append(Token(word, 0, 0, word.lower(), pos, "", int(head), dep))
    return tuple(found)


def edges(spec: str) -> set[str]:
    raised = with_copulas_governing(tokens(spec))
    return {f"{t.dep}({raised[t.head].text}, {t.text})" for t in raised}


IN_LIMA = "Rao/PROPN/nsubj>4 will/AUX/aux>4 be/AUX/cop>4 in/ADP/case>4 Lima/PROPN/root>4 Monday/PROPN/obl:tmod>4"
READY = "Rao/PROPN/nsubj>3 is/AUX/cop>3 very/ADV/advmod>3 ready/ADJ/root>3 to/PART/mark>5 visit/VERB/xcomp>3"
WIFE = "She/PRON/nsubj>2 is/AUX/cop>2 minister/NOUN/root>2 and/CCONJ/cc>4 mother/NOUN/conj>2"
CLAUSES = "It/PRON/nsubj>2 is/AUX/cop>2 over/ADJ/root>2 and/CCONJ/cc>5 he/PRON/nsubj>5 left/VERB/conj>2"
SAID = "He/PRON/nsubj>1 said/VERB/root>1 Rao/PROPN/nsubj>5 was/AUX/cop>5 in/ADP/case>5 Lima/PROPN/ccomp>1"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (IN_LIMA, ["root(be, be)", "nsubj(be, Rao)", "aux(be, will)", "obl(be, Lima)", "case(Lima, in)"]),
        (IN_LIMA, ["obl:tmod(be, Monday)"]),
        (READY, ["xcomp(is, ready)", "advmod(ready, very)", "xcomp(ready, visit)", "nsubj(is, Rao)"]),
        (WIFE, ["xcomp(is, minister)", "conj(minister, mother)"]),  # not two clauses
        (CLAUSES, ["conj(is, left)", "cc(left, and)", "nsubj(left, he)"]),
        (SAID, ["ccomp(said, was)", "nsubj(was, Rao)", "obl(was, Lima)"]),
    ],
)
def test_raised(spec: str, expected: list[str]) -> None:
    assert set(expected) <= edges(spec)


def test_without_a_copula_nothing_changes() -> None:
    plain = tokens("Rao/PROPN/nsubj>1 left/VERB/root>1")
    assert with_copulas_governing(plain) == plain


def test_two_copulas_of_one_predicate_make_a_tree() -> None:
    raised = with_copulas_governing(tokens("is/AUX/cop>2 be/AUX/cop>2 ready/ADJ/root>2"))
    for index in range(3):
        for _ in raised:
            index = raised[index].head
        assert raised[index].head == index
