"""The signs between an act and those who are named."""

from communique.coding.parts import between, roles_of
from communique.coding.roles import MentionIndex
from communique.coding.tree import Tree
from communique.coding.triggers import kind_named
from communique.linking import Mention, link
from communique.parsing import parse
from communique.reading import read
from communique.types import Page


def sentence(text: str) -> tuple[Tree, list[Mention]]:
    document = read(Page("text", text, language="en"))
    linked = link(document, parse(document.text, whole=True))
    index = MentionIndex(linked.mentions, document.text)
    (first,) = linked.parse.sentences
    mentions = index.within(first.start, first.end)
    return Tree(first, mentions), mentions


def signs(text: str, word: str, kind: str) -> dict[str, tuple[str, ...]]:
    tree, mentions = sentence(text)
    at = next(i for i, token in enumerate(tree.tokens) if token.text == word)
    return {p.mention.span.text: p.signs for p in between(tree, mentions, at, kind_named(kind))}


def test_a_subject_is_told_from_an_object() -> None:
    found = signs("Peru rebuked Chile over the dam.", "rebuked", "condemnation")
    assert "path nsubj|" in found["Peru"]
    assert "path obj|" in found["Chile"]


def test_the_second_of_a_row_stands_where_the_first_does() -> None:
    found = signs("Peru rebuked Chile and Bolivia over the dam.", "rebuked", "condemnation")
    assert {"path obj|", "row True"} <= set(found["Bolivia"])
    assert "row False" in found["Chile"]


def test_a_preposition_is_part_of_the_way() -> None:
    found = signs("Peru poured scorn on Chile.", "scorn", "condemnation")
    assert any(sign.startswith("path") and " on" in sign for sign in found["Chile"])


def test_the_passive_is_a_sign() -> None:
    found = signs("Chile was rebuked by Peru.", "rebuked", "condemnation")
    assert any("passive" in sign for sign in found["Chile"])


def test_roles_are_those_that_the_codebook_knows_for_the_kind() -> None:
    assert roles_of(kind_named("visit")) == {"visitor", "host"}
    assert {"actor", "target"} <= roles_of(kind_named("threat"))
