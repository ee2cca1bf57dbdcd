"""Retry-After: seconds, moments and nonsense."""

from datetime import UTC, datetime

import pytest

from communique.sources.fetching._retry_after import seconds_to_wait

NOW = datetime(2024, 4, 9, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("120", 120),
        ("Tue, 09 Apr 2024 12:05:00 GMT", 300),
        ("Tue, 09 Apr 2024 11:00:00 GMT", 0),
        ("999999999999999", 86_400),
        ("Tue, 09 Apr 2034 12:05:00 GMT", 86_400),
        ("soon", 60),
        ("", 60),
        ("-5", 60),
    ],
)
def test_seconds(told: str, seconds: float) -> None:
    assert seconds_to_wait({"retry-after": told}, NOW) == seconds


def test_nothing_told() -> None:
    assert seconds_to_wait({}, NOW) == 60
