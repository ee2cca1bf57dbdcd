"""Who is told by an office once may act under the bare name elsewhere in a text."""

import pytest

from communique.parsing import parse
from communique.parsing._office_holders import office_holders


@pytest.mark.parametrize(
    "told",
    [
        "President Grace Okoye was late.",
        "Foreign Minister Okoye was late.",
        "The president of Zubrowka, Grace Okoye, was late.",
        "Grace Okoye, the foreign minister of Zubrowka, was late.",
        "GRACE OKOYE, THE FOREIGN MINISTER, WAS LATE.",
    ],
)
def test_name_beside_an_office(told: str) -> None:
    text = f"{told} OKOYE later met Tanaka." if told.isupper() else f"{told} Okoye later met Tanaka."
    assert office_holders(text, [0, len(told) + 1], {1}) == {1}


@pytest.mark.parametrize(
    "told",
    [
        "The baker Grace Okoye was late.",
        "The president was late on the day.",
        "On Tuesday, the president was late.",
        "The president lives in Okoye.",
    ],
)
def test_no_name_beside_an_office(told: str) -> None:
    text = f"{told} The firm Okoye met Doctors on Tuesday."
    assert office_holders(text, [0, len(told) + 1], {1}) == frozenset()


def test_only_wanted_sentences() -> None:
    text = "President Okoye was late. Okoye sat. Okoye met Tanaka. It rained."
    starts = [0, text.index("Okoye sat"), text.index("Okoye met"), text.index("It")]
    assert office_holders(text, starts, {2, 3}) == {2}


def test_gate_opens_for_them() -> None:
    text = "President Grace Okoye was late. Okoye met Ashgrove. Milner met Ashgrove."
    assert [s.parsed for s in parse(text).sentences] == [False, True, False]
