"""Title, honorific and given name tell a woman from a man; what tells nothing is null."""

from collections.abc import Callable

import pytest

from communique.linking import Linked
from communique.linking._genders import Gender, given_name_gender, told_gender

Link = Callable[[str], Linked]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Angela", "women"),
        ("Sergey", "men"),
        ("Jean", None),
        ("Xi", None),
        ("Frank-Walter", "men"),
        ("Zuzana", "women"),
    ],
)
def test_given_names(name: str, expected: Gender | None) -> None:
    assert given_name_gender(name) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ms. ", "women"),
        ("Mr ", "men"),
        ("King ", "men"),
        ("Queen ", "women"),
        ("President ", None),
        ("king and queen", None),
    ],
)
def test_words(words: str, expected: Gender | None) -> None:
    assert told_gender(words) == expected


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Queen Lada met President Otto Berg of Kenya. He thanked her.", "He", "Otto Berg"),
        ("Queen Lada met President Otto Berg of Kenya. She thanked him.", "She", "Lada"),
        ("Mr. Luis Vega met Ms. Rao Devi of Peru. She thanked him.", "She", "Rao Devi"),
        ("Kenyan envoy Otieno Wafula met Peruvian envoy Maria Vega. She thanked him.", "She", "Maria Vega"),
    ],
)
def test_pronouns(linked: Link, text: str, pronoun: str, name: str) -> None:
    (found,) = (m for m in linked(text).mentions if m.span.text == pronoun)
    assert [a.name for a in found.actors] == [name]


def test_no_woman_is_he(linked: Link) -> None:
    assert [m for m in linked("Queen Lada met nobody. He left.").mentions if m.form == "pronoun"] == []
