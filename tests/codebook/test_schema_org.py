"""Our values in schema.org's terms."""

from typing import get_args

import pytest

from communique.codebook import schema_org
from communique.types import ActorKind, Role, Status


def test_only_what_schema_org_cannot_tell_is_lacking() -> None:
    assert set(get_args(Status)) - set(schema_org().statuses) == {"denied", "hypothetical"}
    assert set(get_args(Role)) - set(schema_org().roles) == {"venue-state"}
    assert set(get_args(ActorKind)) == set(schema_org().actors)


@pytest.mark.parametrize("role", schema_org().roles.values())
def test_properties_are_those_of_an_event(role: str) -> None:
    assert role in {"attendee", "organizer", "contributor", "about"}
