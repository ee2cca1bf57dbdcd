"""Aid goes where what it is for lies, if nobody is named who gets it."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Germany gave 352 million euros to promote private investment in Ethiopia.", ["Ethiopia"]),
        ("Norway has set aside 10 million kroner for flood victims in Libya.", ["Libya"]),
        ("Japan will provide $45 million to help victims of the earthquake in Turkey and Syria.", ["Syria", "Turkey"]),
        ("Canada pledged $20 million towards the reconstruction of a bridge in Peru.", ["Peru"]),
    ],
)
def test_the_purpose_tells_who_gets_it(told: Told, roles: Roles, text: str, targets: list[str]) -> None:
    (claim,) = told(text)
    assert (claim.kind, roles(claim)["target"]) == ("aid", targets)


@pytest.mark.parametrize(
    "text",
    [
        "Germany pledged 5 million euros at a conference in Geneva.",  # where, not for whom
        "Norway gave 5 million kroner to help farmers in Norway.",
    ],
)
def test_where_it_was_given_is_not_where_it_goes(told: Told, text: str) -> None:
    assert not told(text)
