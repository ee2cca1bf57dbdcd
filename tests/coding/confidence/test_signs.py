"""What is seen of how a document tells of a claim."""

import pytest

from communique.coding import told
from communique.coding.confidence import Signed
from communique.coding.marks import SWITCH, model
from communique.linking import link
from communique.parsing import parse
from communique.reading import read
from communique.types import Page

LONG = "Weather in the region stayed dry, and traders expected little change. "


def signed_in(text: str) -> tuple[Signed, ...]:
    document = read(Page("a.txt", text))
    return tuple(told(link(document, parse(document.text))))


def signs_of(text: str) -> set[str]:
    (claim,) = signed_in(text)
    return set(claim.signs)


def test_signs_say_what_the_claim_says() -> None:
    signs = signs_of("Kenyan President William Ruto will visit Ghana on Monday.")
    assert {"kind visit", "family visit", "status planned", "status planned visit", "mentions 1"} <= signs
    assert "parts host state, visitor person" in signs


def test_signs_say_how_it_is_told() -> None:
    assert {"noun False", "recalled False", "others False"} <= signs_of("Kenya expelled Ghana's ambassador.")
    assert "others True" in signs_of("Kenya expelled Ghana's ambassador in a row over a film shot in Peru.")
    assert "recalled True" in signs_of("Kenya had expelled Ghana's ambassador.")


def test_each_mention_counts() -> None:
    text = "Kenyan President William Ruto visited Ghana on Monday. Ruto's visit to Ghana was his first."
    assert "mentions 2" in signs_of(text)


def test_where_in_the_text_it_stands_is_told_in_fifths() -> None:
    assert "part 0 of the text" in signs_of(f"Kenya expelled Ghana's ambassador. {6 * LONG}")
    assert "part 4 of the text" in signs_of(f"{6 * LONG} Kenya expelled Ghana's ambassador.")


def test_the_model_of_acts_is_asked_where_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kenya expelled Ghana's ambassador on Monday."
    monkeypatch.setenv(SWITCH, "off")
    unread = {sign for sign in signs_of(text) if sign.startswith("chance ")}
    assert unread == {"chance unread", "chance unread expulsion"}
    monkeypatch.delenv(SWITCH)
    if model() is None:
        pytest.skip("communique[marks] is not installed")
    assert not {sign for sign in signs_of(text) if sign.startswith("chance ")} & unread


def test_nothing_is_told_of_a_text_without_acts() -> None:
    assert signed_in(LONG) == ()
