"""Nouns made of verbs tell the act where they are announced or have an owner."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Turkey and Syria announced the resumption of diplomatic relations.", "relations-established", "happened"),
        ("Nicaragua announced the closure of its embassy in Berlin.", "relations-cut", "happened"),
        ("Peru will announce the recall of its ambassador to Mexico.", "recall", "planned"),
        ("Canada announced the imposition of sanctions on Belarus.", "sanction", "happened"),
        ("The closure of the border with Mali was ordered by Niger.", "trade-measure", "happened"),
        ("Poland's closure of its border with Belarus angered traders.", "trade-measure", "happened"),
        ("Azerbaijan and Armenia announced a truce and the exchange of prisoners.", "cooperation", "happened"),
    ],
)
def test_a_deed_is_its_verbs_act(told: Told, text: str, kind: str, status: str) -> None:
    assert (kind, status) in [(claim.kind, claim.status) for claim in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm announced the closure of its factory in Mexico.",
        "The United Nations called for the lifting of sanctions on Cuba.",
        "The company announced the recall of its cars in Germany.",
    ],
)
def test_what_is_only_wished_or_nobodys_is_none(told: Told, text: str) -> None:
    assert told(text) == ()


def test_who_announces_does_it(told: Told, roles: Roles) -> None:
    (claim,) = told("The Argentine foreign ministry announced the opening of an embassy in Nairobi.")
    assert roles(claim) == {"actor": ["foreign ministry of Argentina"], "target": ["Kenya"]}
