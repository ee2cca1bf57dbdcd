"""Titled names are one node of the tree, wherever the parser hung their words."""

from collections.abc import Callable

import pytest

from communique.coding.roles._mention_index import MentionIndex
from communique.coding.tree._tree import Tree
from communique.coding.tree._whole_names import with_whole_names
from communique.linking import link
from communique.parsing import Token, parse
from communique.types import Document, EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]

RUIZ = "Director-General of the Department of Asian and African Affairs of the Foreign Ministry Ana Ruiz"
VEGA = "Permanent Secretary of the Ministry of Foreign Affairs of Kenya Luis Vega"
BOTH = ["Ana Ruiz", "Luis Vega"]


def tree_of(text: str) -> Tree:
    linked = link(Document("x", "x", text, language="en"), parse(text, whole=True))
    (sentence,) = linked.parse.sentences
    return Tree(sentence, MentionIndex(linked.mentions, linked.document.text).within(sentence.start, sentence.end))


@pytest.mark.parametrize(
    "text",
    [
        f"On March 3, {RUIZ} met with {VEGA}.",
        f"On March 3, {RUIZ} met with {VEGA} in Nairobi.",
        f"On March 3, {RUIZ} and {VEGA} held talks in Nairobi.",
        f"On March 3, {RUIZ} and {VEGA} co-chaired the fifth round of consultations in Nairobi.",
        f"On March 3, {RUIZ} held a political consultation at the ministerial level with {VEGA}.",
        f"On March 3, {RUIZ} held a new round of consultations on arms control with {VEGA}.",
    ],
)
def test_two_long_titles_are_two_sides(told: Told, roles: Roles, text: str) -> None:
    (claim,) = told(text)
    assert roles(claim) == {"party": BOTH}
    assert claim.start is not None
    assert claim.start.edtf == "2024-03-03"


def test_words_of_a_title_hang_on_one_head() -> None:
    tree = tree_of(f"{RUIZ} met {VEGA} in Nairobi.")
    verb = next(i for i, t in enumerate(tree.tokens) if t.text == "met")
    outside = [i for i, t in enumerate(tree.tokens) if t.head == verb and t.pos != "PUNCT" and i != verb]
    assert len(outside) == 3  # Ruiz, Vega, Nairobi


def test_a_name_that_begins_a_clause_is_not_of_the_row_before(told: Told, roles: Roles) -> None:
    (claim,) = told("Like Kenyan Defence Minister Ana Ruiz, Kenyan President William Ruto visited Peru.")
    assert roles(claim) == {"visitor": ["William Ruto"], "host": ["Peru"]}


def test_both_states_between_whom(told: Told, roles: Roles) -> None:
    (claim,) = told("The first round of consultations on sea affairs between Kenya and the United States was held.")
    assert roles(claim) == {"party": ["Kenya", "United States"]}


def test_no_mentions_no_change() -> None:
    tokens = (Token("Rao", 0, 3, pos="PROPN", head=1, dep="nsubj"), Token("left", 4, 8, pos="VERB", head=1, dep="root"))
    assert with_whole_names(tokens, ()) == tokens


def test_every_token_still_reaches_the_root() -> None:
    tree = tree_of(f"On Monday {RUIZ}, {VEGA} and Peruvian President Dina Boluarte met and left.")
    for index in range(len(tree.tokens)):
        assert sum(tree.lies_under(index, top) for top in range(len(tree.tokens)) if tree.parent(top) is None) == 1


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (
            "Sergey Lavrov will travel to the Republic of the Congo, Uganda and Ethiopia.",
            ["Congo-Brazzaville", "Ethiopia", "Uganda"],
        ),
        ("Sergey Lavrov will travel to the Democratic Republic of the Congo and Chad.", ["Chad", "DR Congo"]),
    ],
)
def test_what_follows_a_long_name_is_beside_it(told: Told, roles: Roles, text: str, hosts: list[str]) -> None:
    assert sorted(name for claim in told(text) for name in roles(claim)["host"]) == hosts


def test_states_right_before_a_verb_are_its_subject(told: Told, roles: Roles) -> None:
    claims = told("Under a deal signed in Lima, Chad and Kenya will reopen their embassies.")
    assert ["Chad", "Kenya"] in [sorted(n for ns in roles(claim).values() for n in ns) for claim in claims]


def test_two_states_are_no_name_of_one(told: Told, roles: Roles) -> None:
    (claim,) = told("The US and South Korea kicked off their annual exercise.")
    assert roles(claim) == {"party": ["South Korea", "United States"]}
