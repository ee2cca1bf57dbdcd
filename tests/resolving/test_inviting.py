"""Who invited, and when two reports disagree on it."""

import pytest

from communique.record._writing import reports_of
from communique.resolving import event
from communique.resolving._inviting import inviter
from communique.running import code_text
from communique.types import Report

VISIT = "Kenyan President William Ruto will visit Peru on May 3 at {}."
PRESIDENT = "the invitation of President Dina Boluarte"
MINISTER = "the invitation of Foreign Minister Javier Gonzalez-Olaechea"


def report(name: str, words: str) -> Report:
    (found,) = reports_of(code_text(VISIT.format(words), published="2024-04-10", language="en", id=name))
    return found


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (PRESIDENT, "Dina Boluarte"),
        ("the invitation of his counterpart Dina Boluarte", "Dina Boluarte"),
        (MINISTER, "Javier González-Olaechea"),
        ("the invitation of the Peruvian government", None),
        ("the residence of President Dina Boluarte", None),
    ],
)
def test_who_is_told_to_have_invited(words: str, name: str | None) -> None:
    found = inviter(report("a", words))
    assert (found.name if found else None) == name


def test_two_who_invited_are_in_dispute() -> None:
    (found,) = event([report("a", PRESIDENT), report("b", MINISTER)], "e1").disagreements
    assert (found.field, found.about) == ("participants", "who invited")
    assert {value.value: value.reports for value in found.values} == {
        "Dina Boluarte": ("a",),
        "Javier González-Olaechea": ("b",),
    }


@pytest.mark.parametrize("words", [PRESIDENT, "the invitation of the Peruvian government", "the airport"])
def test_the_same_or_less_is_no_dispute(words: str) -> None:
    assert event([report("a", PRESIDENT), report("b", words)], "e1").disagreements == ()
