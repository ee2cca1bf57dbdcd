"""Whom a common noun means by the name, the abbreviation or the body beside it."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("China and the Eurasia Economic Union (EAEU) signed an agreement.", ["China", "Eurasian Economic Union"]),
        ("The European Union and the Mercosur bloc of states signed an agreement.", ["European Union", "Mercosur"]),
        ("Kenya imposed sanctions on its old ally Chad.", ["Chad", "Kenya"]),
        ("Kenya named its first ambassador to the Palestinians.", ["Kenya", "Palestine"]),
    ],
)
def test_who_stands_at_the_noun(told: Told, roles: Roles, text: str, names: list[str]) -> None:
    (claim,) = told(text)
    assert sorted(name for found in roles(claim).values() for name in found) == names
