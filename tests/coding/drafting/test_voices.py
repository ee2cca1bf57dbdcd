"""Who speaks for a state or body towards others."""

import pytest

from communique.coding.drafting import speaks_abroad
from communique.types import Actor


@pytest.mark.parametrize(
    ("actor", "speaking"),
    [
        (Actor("PER", "Peru", "state", "PER"), True),
        (Actor("a", "Ana Rao", "person", "PER", "foreign minister"), True),
        (Actor("a", "Ana Rao", "person", "PER", "ambassador"), True),
        (Actor("a", "Ana Rao", "person", None, "secretary-general"), True),
        (Actor("a", "Ana Rao", "person", "PER", "senator"), False),
        (Actor("a", "Ana Rao", "person", "PER"), False),
        (Actor("a", "Ana Rao", "person", None, "president"), False),  # of a firm, or a club
    ],
)
def test_speaks_abroad(actor: Actor, speaking: bool) -> None:
    assert speaks_abroad(actor) is speaking
