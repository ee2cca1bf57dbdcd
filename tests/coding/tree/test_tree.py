"""The questions that coding asks of a tree, on sentences as the parser sees them."""

import pytest
from tests.coding.tree.test_copulas import tokens

from communique.coding.tree._tree import Tree
from communique.parsing import Sentence, parse


def tree_of(text: str) -> Tree:
    return Tree(parse(text).sentences[0])


def at(tree: Tree, word: str) -> int:
    return next(i for i, token in enumerate(tree.tokens) if token.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Ruto visited Uganda.", "visited", ["Ruto"]),
        ("Ruto and Museveni visited Rwanda.", "visited", ["Ruto", "Museveni"]),
        ("Ruto is expected to visit Uganda.", "visit", ["Ruto"]),
        ("Ruto wants to visit Uganda.", "visit", ["Ruto"]),
        ("Ruto invited Museveni to visit Kenya.", "visit", ["Museveni"]),
        ("Ruto flew to Kampala and met Museveni.", "met", ["Ruto"]),
        ("Ruto, who visited Uganda, met farmers.", "visited", ["Ruto"]),
        ("Kenya said it visited Uganda.", "visited", ["Kenya"]),
        ("Kenya has lifted the duties that it imposed on Uganda.", "imposed", ["Kenya"]),
        ("Kenya took the same step in May, when it closed its border.", "closed", ["Kenya"]),
        ("Kenya attacked Uganda after it closed its border.", "closed", ["it"]),
        ("Ruto, Museveni meet in Kigali", "meet", ["Ruto", "Museveni"]),
        ("Kenya, Uganda to sign pact", "sign", ["Kenya", "Uganda"]),
        ("After talks in Kigali, Kenya and Uganda signed a pact.", "signed", ["Kenya", "Uganda"]),
        ("Kenya closed its border and Uganda, which is neutral, said it would pay.", "said", ["Uganda"]),
        ("Mr Ruto and Museveni visited Rwanda.", "visited", ["Mr", "Museveni"]),
        ("Kenya thanked Peru for sending two ships.", "sending", ["Peru"]),
        ("Kenya sanctioned two firms for supplying the rebels.", "supplying", ["firms"]),
        ("Kenya backed a call on Uganda to permit grain exports.", "permit", ["Uganda"]),
        ("Kenya agreed with Peru's call on Chile to stop attacking Togo.", "attacking", ["Chile"]),
        ("Kenya apologised to Peru for expelling its envoy.", "expelling", ["Kenya"]),
    ],
)
def test_subject(text: str, verb: str, subjects: list[str]) -> None:
    tree = tree_of(text)
    assert [tree.token(i).text for i in tree.subject(at(tree, verb))] == subjects


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Ruto was received by Museveni.", "received", True),
        ("Ruto received Museveni.", "received", False),
        ("Ruto is visited by Museveni.", "visited", True),
    ],
)
def test_passive(text: str, verb: str, passive: bool) -> None:
    tree = tree_of(text)
    assert tree.passive(at(tree, verb)) is passive


def test_prepositional_phrases_of_a_verb() -> None:
    tree = tree_of("Ruto travelled from Nairobi to Kampala.")
    phrases = [(word, tree.token(head).text) for word, head in tree.phrases(at(tree, "travelled"))]
    assert phrases == [("from", "Nairobi"), ("to", "Kampala")]


def test_conjuncts_share_their_preposition() -> None:
    tree = tree_of("Ruto held talks with Museveni and Kagame.")
    assert [tree.preposition(at(tree, name)) for name in ("Museveni", "Kagame")] == ["with", "with"]


def test_chain_of_verbs() -> None:
    tree = tree_of("Ruto is expected to arrive in Kampala.")
    assert [tree.token(i).text for i in tree.chain(at(tree, "arrive"))] == ["arrive", "expected"]


def test_group_of_a_verb() -> None:
    tree = tree_of("Ruto will not visit Uganda.")
    assert [token.text for token in tree.group(at(tree, "visit"))] == ["will", "not", "visit"]


def test_root_has_no_parent_and_governs_all() -> None:
    tree = tree_of("Ruto visited Uganda on Friday.")
    root = at(tree, "visited")
    assert tree.parent(root) is None
    assert all(tree.lies_under(i, root) for i in range(len(tree.tokens)))
    assert not tree.lies_under(root, at(tree, "Friday"))


def made(spec: str) -> Tree:
    """A tree as a parser might give it, edge by edge."""
    found = tokens(spec)
    return Tree(Sentence(0, 0, found, True))


def test_a_perfect_is_no_passive() -> None:
    assert not made("Leaders/NOUN/nsubj:pass>2 had/AUX/aux>2 spoken/VERB/root>2").passive(2)
    assert made("Talks/NOUN/nsubj:pass>1 held/VERB/root>1").passive(1)  # a headline


def test_an_infinitive_taken_for_a_clause_is_controlled_all_the_same() -> None:
    tree = made("Rao/PROPN/nsubj>1 plans/VERB/root>1 to/PART/mark>3 visit/VERB/ccomp>1")
    assert tree.subject(3) == [0]
    assert tree.chain(3) == [3, 1]


def test_the_preposition_of_a_long_name_may_hang_on_its_first_word() -> None:
    tree = made("met/VERB/root>0 with/ADP/case>2 Minister/PROPN/compound>3 Silva/PROPN/obl>0")
    assert list(tree.phrases(0)) == [("with", 3)]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Rao said that Peru had broken the treaty and demanded compensation.", "Rao"),
        ("Rao said that Peru rejected the treaty and demanded compensation.", "Peru"),
        ("Rao said that Peru had broken the treaty, and accused Chile of fraud.", "Rao"),
        ("Rao said that the treaty was a private matter and called on Chile to leave.", "Rao"),
    ],
)
def test_who_tells_what_another_has_done_asks_for_amends(text: str, asks: str) -> None:
    (sentence,) = parse(text).sentences
    tree = Tree(sentence)
    at = next(i for i, token in enumerate(tree.tokens) if token.text in ("demanded", "accused", "called"))
    assert [tree.token(i).text for i in tree.subject(at)] == [asks]
