"""Titled persons in a row are coordinated to each other, not to the states between them."""

from hypothesis import given
from hypothesis import strategies as st
from tests.coding.tree.test_copulas import tokens

from communique.coding.tree._copulas import with_copulas_governing
from communique.coding.tree._titled import with_titled_in_a_row
from communique.parsing import Token

ROW = (
    "met/VERB/root>0 President/PROPN/obj>0 Rao/PROPN/flat>1 of/ADP/case>4 Peru/PROPN/obl>0 "
    "and/CCONJ/cc>6 President/PROPN/conj>4 Silva/PROPN/flat>6 of/ADP/case>9 Chile/PROPN/nmod>6"
)


def edges(spec: str) -> set[str]:
    found = with_titled_in_a_row(tokens(spec))
    return {f"{t.dep}({found[t.head].text} {t.head}, {t.text})" for t in found}


def test_who_has_a_title_goes_with_who_has_one() -> None:
    assert {"conj(President 1, President)", "nmod(President 1, Peru)"} <= edges(ROW)


def test_states_stay_coordinated() -> None:
    states = "President/PROPN/root>0 Rao/PROPN/flat>0 of/ADP/case>3 Peru/PROPN/nmod>0 and/CCONJ/cc>5 Chile/PROPN/conj>3"
    assert with_titled_in_a_row(tokens(states)) == tokens(states)


def test_a_titled_person_who_hangs_on_the_state_makes_no_circle() -> None:
    odd = "King/PROPN/nmod>3 Rao/PROPN/flat>0 of/ADP/case>3 Peru/PROPN/root>3 Queen/PROPN/conj>3 Silva/PROPN/flat>4"
    assert with_titled_in_a_row(tokens(odd)) == tokens(odd)


def test_nor_one_who_depends_on_it_at_a_distance() -> None:
    odd = (
        "King/PROPN/nmod>6 Rao/PROPN/flat>0 of/ADP/case>3 Peru/PROPN/root>3 Queen/PROPN/conj>3 Silva/PROPN/flat>4 "
        "guest/NOUN/nmod>3"
    )
    assert with_titled_in_a_row(tokens(odd)) == tokens(odd)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Token, ...]:
    """Random trees over the relations that the two changes of the tree look at."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = {index: order[draw(st.integers(0, place - 1))] if place else index for place, index in enumerate(order)}
    deps = [draw(st.sampled_from(["flat", "conj", "case", "cop", "nsubj", "obl", "cc"])) for _ in range(size)]
    return tuple(Token("of", 0, 0, "of", "PROPN", "", heads[i], deps[i]) for i in range(size))


@given(trees())
def test_a_tree_stays_a_tree(tree: tuple[Token, ...]) -> None:
    for changed in (with_titled_in_a_row(tree), with_copulas_governing(with_titled_in_a_row(tree))):
        for index in range(len(changed)):
            for _ in changed:
                index = changed[index].head
            assert changed[index].head == index
