"""Whose an envoy is of whom only an act is told."""

from collections.abc import Callable

import pytest

from communique.linking import Linked

Link = Callable[[str], Linked]


def country(linked: Linked, name: str) -> str | None:
    """The country of the last person mentioned by ``name``."""
    *_, last = (m for m in linked.mentions if name in m.span.text and m.form == "person")
    return last.actors[0].country


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chad expelled six Kenyan diplomats, including Deputy High Commissioner Ana Ruiz.", "KEN"),
        ("Chad told three Kenyan diplomats to leave, among them Consul General Ana Ruiz.", "KEN"),
        ("Kenya withdrew High Commissioner Ana Ruiz from Chad.", "KEN"),
        ("Kenya has called home Ambassador Ana Ruiz.", "KEN"),
        ("Chad summoned Ambassador Ana Ruiz over remarks made in Nairobi.", "KEN"),
        ("Chad and Peru saw the Kenyan ambassador. A deputy told Ambassador Ana Ruiz of it.", "KEN"),
    ],
)
def test_whose_an_envoy_is(linked: Link, text: str, code: str) -> None:
    assert country(linked(text), "Ana Ruiz") == code


def test_of_three_states_nobody_knows(linked: Link) -> None:
    assert country(linked("Chad summoned Ambassador Ana Ruiz over remarks made in Peru and Kenya."), "Ana Ruiz") is None


def test_from_where_an_envoy_is_called_home(linked: Link) -> None:
    found = linked("Kenya withdraws ambassador from Chad.").mentions
    assert not [a for m in found for a in m.actors if a.kind == "person" and a.country == "TCD"]
