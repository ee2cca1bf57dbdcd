"""Which two numbers of one thing can both be true."""

import pytest

from communique.resolving._amounts import can_both_hold
from communique.types import Figure, Span


def figure(words: str) -> Figure:
    value = float(words.split()[-1].replace(",", ""))
    return Figure(
        of=None, value=value, unit="people", period=None, change=None, attribution=None,
        evidence=Span(0, len(words), words),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("17", "17"),
        ("more than 60", "63"),
        ("More than three 3", "nearly 3"),
        ("at least 35", "48"),
        ("about 1,000", "960"),
        ("10,000", "9,870"),
        ("almost 20", "18"),
        ("up to 5,000", "4,000"),
    ],
)
def test_both_hold(one: str, other: str) -> None:
    assert can_both_hold(figure(one), figure(other))
    assert can_both_hold(figure(other), figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7", "8"),
        ("17", "some 20"),
        ("about 60,000", "65,000"),
        ("some 65,000", "60,000"),
        ("more than 270,000", "over 260,000"),
        ("as many as 10,000", "around 2,000"),
        ("over 130", "about 120"),
        ("at least 35", "30"),
        ("20,000,000", "25,000,000"),
    ],
)
def test_one_is_wrong(one: str, other: str) -> None:
    assert not can_both_hold(figure(one), figure(other))
    assert not can_both_hold(figure(other), figure(one))
