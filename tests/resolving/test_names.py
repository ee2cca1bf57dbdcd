"""When two names are one person's."""

import pytest

from communique.resolving._names import same_person
from communique.types import Actor


def envoy(name: str, office: str | None = "ambassador") -> Actor:
    return Actor(name, name, "person", "ISR", office)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Daniel Zohar-Zonstein", "Daniel Zonshine", True),
        ("Frederico Meyer", "Federico Mayer", True),
        ("Daniel Zohar-Zonstein", "David Zonshine", False),
        ("Daniel Zohar-Zonstein", "Daniel Levy", False),
        ("Zohar-Zonstein", "Zonshine", False),
    ],
)
def test_in_one_office_family_names_that_end_alike(one: str, other: str, same: bool) -> None:
    assert same_person(envoy(one), envoy(other)) is same
    assert same_person(envoy(other), envoy(one)) is same


def test_out_of_office_more_has_to_agree() -> None:
    assert not same_person(envoy("Daniel Zohar-Zonstein", None), envoy("Daniel Zonshine", None))
