"""The network that the package ships gives chances, and only of roles that an act knows."""

import pytest

from communique.coding.parts import network


def test_a_role_that_an_act_does_not_know_has_none() -> None:
    (chances,) = network().chances([["path nsubj|", "kind visit"]], frozenset({"visitor", "host"}))
    barred = [chances[n] for n, role in enumerate(network().roles) if role not in (None, "visitor", "host")]
    assert max(barred) < 1e-6
    assert chances.sum() == pytest.approx(1, abs=1e-5)


def test_a_pair_without_a_known_sign_has_chances_too() -> None:
    (chances,) = network().chances([["no such sign"]], frozenset({"party"}))
    assert chances.sum() == pytest.approx(1, abs=1e-5)


def test_it_knows_signs_of_every_sort() -> None:
    sorts = {sign.split(" ")[0] for sign in network().signs}
    assert {"path", "first", "last", "meet", "form", "who", "lemma", "row"} <= sorts
