"""Who leads a state or its government."""

import pytest

from communique.coding.drafting._leading import leads
from communique.types import Actor


@pytest.mark.parametrize(
    ("actor", "leading"),
    [
        (Actor("a", "Ana Rao", "person", "PER", "president"), True),
        (Actor("a", "Ana Rao", "person", "PER", "foreign minister"), False),
        (Actor("a", "Ana Rao", "person", "PER"), False),
        (Actor("a", "Angela Merkel", "person", "DEU"), True),  # whom the codebook knows
        (Actor("PER", "Peru", "state", "PER"), False),
    ],
)
def test_leads(actor: Actor, leading: bool) -> None:
    assert leads(actor) is leading
