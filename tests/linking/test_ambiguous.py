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


def test_a_name_has_one_sense_in_a_document(linked: Link) -> None:
    """ "Georgia" beside a governor is the part of the United States, also where it stands alone."""
    american = linked("Georgia's governor Ana Ruiz spoke. Voters in Georgia cheered.")
    both = linked("Georgia's governor Ana Ruiz flew to Tbilisi. Voters in Georgia cheered.")
    assert [m.actors[0].country for m in american.mentions if m.span.text == "Georgia"] == ["USA"]
    assert [m.actors[0].country for m in both.mentions if m.span.text == "Georgia"] == ["GEO"]


def test_a_surname_that_is_a_town(linked: Link) -> None:
    text = "Gen. Wesley Clark spoke. Clark left. The talks were in Clark."
    assert [m.form for m in linked(text).mentions] == ["person", "person", "place"]
    assert [m.form for m in linked("The talks in Manila and Clark.").mentions] == ["place", "place"]
