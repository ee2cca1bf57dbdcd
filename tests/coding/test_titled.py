"""Titled persons in a row are coordinated to each other, not to the states between them."""

from tests.coding.test_copulas import tokens

from communique.coding._titled import with_titled_in_a_row

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
