"""A line of text, read through linking."""

from collections.abc import Callable
from datetime import date

import pytest

from communique.linking import Linked, link
from communique.parsing import parse
from communique.types import Document

TODAY = date(2026, 1, 1)


def make_linked(text: str) -> Linked:
    return link(Document("d", "test", text), parse(text), today=TODAY)


@pytest.fixture(scope="session")
def linked() -> Callable[[str], Linked]:
    return make_linked
