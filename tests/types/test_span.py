"""Stretches of a text."""

from __future__ import annotations

import pytest

from communique.parsing import parse
from communique.types import Span

TEXT = "Ana Rao met Luis Vega in Lima."


@pytest.mark.parametrize(("start", "end", "shared"), [(0, 3, ["Ana"]), (2, 9, ["Ana", "Rao", "met"]), (3, 4, [])])
def test_a_span_overlaps_the_tokens_with_which_it_shares_a_character(start: int, end: int, shared: list[str]) -> None:
    tokens = parse(TEXT).sentences[0].tokens
    assert [token.text for token in tokens if Span.of(TEXT, start, end).overlaps(token)] == shared


def test_neighbours_do_not_overlap() -> None:
    assert not Span.of(TEXT, 0, 3).overlaps(Span.of(TEXT, 3, 7))
