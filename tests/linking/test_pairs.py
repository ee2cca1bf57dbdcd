"""The two of whom a text speaks."""

from collections.abc import Callable

import pytest

from communique.linking import Linked

Link = Callable[[str], Linked]


def meant(linked: Linked) -> list[str | None]:
    """The countries of the last reference of a text."""
    *_, last = (m for m in linked.mentions if m.form == "reference")
    return [actor.country for actor in last.actors]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Kenya and Peru quarrel. Chad offered them help. The two sides will meet in Oslo.", ["KEN", "PER"]),
        ("The Kenya–Peru talks go on. Chad is the host. The two countries signed an accord.", ["KEN", "PER"]),
        ("Kenya told Peru that the two sides had signed an accord. Chad was glad.", ["KEN", "PER"]),
        ("Kenya and Peru quarrel. Chad told Mali that both sides had signed an accord.", ["TCD", "MLI"]),
        ("Kenya, Peru and Chad quarrel. Mali and Togo do too. The two countries signed an accord.", ["MLI", "TGO"]),
    ],
)
def test_both_are_those_whom_the_text_joins(linked: Link, text: str, countries: list[str]) -> None:
    assert meant(linked(text)) == countries


def test_the_pair_told_most_where_none_is_near(linked: Link) -> None:
    text = (
        "Kenya and Peru quarrel. The quarrel of Kenya and Peru is old. It is about fish. Nobody knows why. "
        "Chad has offered help. Chad has asked Mali too, and Togo. The two sides will sign an accord in Oslo."
    )
    assert meant(linked(text)) == ["KEN", "PER"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The EU and China quarrel. Chad is the host. The two sides signed an accord.", ["European Union", "China"]),
        ("Kenya and Hamas quarrel. Chad is the host. The two sides signed an accord.", ["Kenya", "Hamas"]),
    ],
)
def test_an_organisation_is_a_side(linked: Link, text: str, names: list[str]) -> None:
    *_, last = (m for m in linked(text).mentions if m.form == "reference")
    assert [actor.name for actor in last.actors] == names


def test_the_only_pair_joined_is_meant_also_far_off(linked: Link) -> None:
    text = "Kenya and Peru quarrel. It rained. It was cold. Chad asked Mali, Togo too. The two sides signed an accord."
    assert meant(linked(text)) == ["KEN", "PER"]
