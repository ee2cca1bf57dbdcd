"""Names of several states, and of states and parts of one."""

from collections.abc import Callable

import pytest

from communique.linking import Linked

Link = Callable[[str], Linked]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kinshasa and Brazzaville: Congo's President Denis Sassou Nguesso met them.", "Nguesso", "COG"),
        ("Brazzaville and Kinshasa: Congo's President Felix Tshisekedi met them.", "Tshisekedi", "COD"),
        ("Georgia's governor Ana Ruiz met them.", "Ana Ruiz", "USA"),
        ("Georgia's prime minister Ana Ruiz met them.", "Ana Ruiz", "GEO"),
        ("They met in Atlanta, Georgia.", "Georgia", "USA"),
        ("They met in Tbilisi, Georgia.", "Georgia", "GEO"),
        ("Jordan and Chad signed.", "Jordan", "JOR"),
        ("Niger and Nigeria signed.", "Niger", "NER"),
        ("Niger and Nigeria signed.", "Nigeria", "NGA"),
        ("Equatorial Guinea and Guinea signed.", "Guinea", "GIN"),
        ("In Skopje, Macedonia signed.", "Macedonia", "MKD"),
        ("In Seoul, Korea signed.", "Korea", "KOR"),
        ("Washington signed.", "Washington", "USA"),
    ],
)
def test_the_state_that_is_meant(linked: Link, text: str, words: str, code: str) -> None:
    *_, last = (m for m in linked(text).mentions if m.span.text.endswith(words))
    assert [a.country for a in last.actors] == [code]


@pytest.mark.parametrize("text", ["Chad Bowman met them.", "Jordan Pickford met them.", "Denzel Washington met them."])
def test_persons_of_such_names(linked: Link, text: str) -> None:
    assert [m.form for m in linked(text).mentions if m.actors] == ["person"]
