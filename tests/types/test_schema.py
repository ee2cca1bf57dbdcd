"""The published schemas are valid, and real output is as they say."""

import json
from collections.abc import Callable

import jsonschema
import msgspec
import pytest

from communique.types import Coding, EventClaim
from communique.types.schema import SCHEMA_VERSION, coding_schema, event_schema, statement_schema


@pytest.mark.parametrize("schema", [coding_schema(), event_schema(), statement_schema()])
def test_the_schema_is_valid_and_versioned(schema: dict[str, object]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["version"] == SCHEMA_VERSION
    assert str(schema["$id"]).endswith(f":{SCHEMA_VERSION}")


def test_a_coding_is_as_the_schema_says(claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> None:
    told = claim("visit", "visitor Wanjiru Otieno KEN", "host =Japan JPN", start="2024-05", clues=[("weekday", 1)])
    found = coding("a", "A text.", told, published="2024-05-13", title="A title")
    jsonschema.validate(json.loads(msgspec.json.encode(found)), coding_schema())


def test_the_schema_refuses_what_is_not_a_coding() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"document": {"id": "a"}, "events": []}, coding_schema())
