"""Lists by country: what stands under the name of a state is told of that state."""

from collections.abc import Callable

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]

LIST = """Boycott of Norway: what is closed

CHAD.
Ambassador withdrawn on 1 February. All trade with Norway has been stopped.

NIGER:
The government apologised to Norway on Monday.
"""


def test_who_acts_is_told_by_the_heading(told: Told, roles: Roles) -> None:
    found = [(claim.kind, roles(claim)["actor"]) for claim in told(LIST)]
    assert found == [("recall", ["Chad"]), ("trade-measure", ["Chad"]), ("apology", ["Niger"])]


def test_one_name_on_a_line_is_no_list(told: Told) -> None:
    text = LIST.split("\n\nNIGER")[0]
    assert not [p for claim in told(text) for p in claim.participants if p.actor.name == "Chad"]
