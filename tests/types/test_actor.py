from __future__ import annotations

import pytest

from communique.types import Actor


def group(identity: str, country: str = "CAN", office: str | None = "diplomat") -> Actor:
    return Actor(identity, identity, "group", country, office)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (group("6-can-diplomat-group"), group("can-diplomat-group"), True),
        (group("can-diplomat-group"), group("6-can-diplomat-group"), True),
        (group("6-can-diplomat-group"), group("16-can-diplomat-group"), False),
        (group("6-can-diplomat-group"), group("8-can-diplomat-group"), False),
        (group("donors", office=None), group("donors", office=None), False),
    ],
)
def test_groups_of_officials_are_one_where_no_number_speaks_against_it(one: Actor, other: Actor, same: bool) -> None:
    assert one.is_group_of(other) is same
