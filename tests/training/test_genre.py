"""Templates of diplomatic news and what they expand to: trees, tags and names are right by construction."""

from collections import Counter
from itertools import islice

import pytest
from training._annotated import Annotated, spans
from training._genre import Template, _article, sentences, templates
from training.genre._tables import organisation_names
from training.genre._token import Filler, root_of
from training.genre._trees import flat_tree, name_tree
from training.genre._words import word_lists

from communique.parsing._pieces import pieces

# All that occur in the training part of UD English EWT.
UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
XPOS = set(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``".split()
)
DEPS = set(
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj "
    "csubj:pass dep det det:predet discourse dislocated expl fixed flat flat:foreign goeswith iobj list mark nmod "
    "nmod:npmod nmod:poss nmod:tmod nsubj nsubj:pass nummod obj obl obl:npmod obl:tmod orphan parataxis punct "
    "reparandum root vocative xcomp".split()
)
LABELS = {"PER", "ORG", "LOC", "NORP"}
COUNT, SEED = 2000, 7


@pytest.fixture(scope="module")
def expanded() -> list[Annotated]:
    return list(sentences(COUNT, SEED))


def test_there_are_many_templates_and_each_has_its_own_words() -> None:
    frames = [template for template in templates() if template.slot is None]
    assert len(frames) >= 160
    assert len({template.id for template in templates()}) == len(templates())
    assert max(Counter(tuple(token.form for token in frame.tokens) for frame in frames).values()) == 1


def test_templates_are_trees_in_the_scheme() -> None:
    for template in templates():
        _is_well_formed(template)


def _is_well_formed(template: Template) -> None:
    tokens = template.tokens
    assert _is_tree(_heads(tokens)), template.id
    assert {token.upos for token in tokens} <= UPOS, template.id
    assert {token.xpos for token in tokens} <= XPOS, template.id
    assert {token.dep for token in tokens} <= DEPS, template.id
    assert all((token.dep == "root") == (token.head < 0) for token in tokens), template.id
    assert all(token.form and token.lemma for token in tokens), template.id


def test_sentences_are_trees(expanded: list[Annotated]) -> None:
    for sentence in expanded:
        tree = sentence.tree
        assert tree is not None
        assert _is_tree(tree.heads), sentence.words
        assert _is_projective(tree.heads), sentence.words
        assert [dep for head, dep in zip(tree.heads, tree.deps, strict=True) if dep == "root"] == ["root"]
        assert all(
            (dep == "root") == (head == i) for i, (head, dep) in enumerate(zip(tree.heads, tree.deps, strict=True))
        )


def test_labels_are_those_of_the_treebank(expanded: list[Annotated]) -> None:
    trees = [sentence.tree for sentence in expanded if sentence.tree]
    assert {tag for tree in trees for tag in tree.upos} <= UPOS
    assert {tag for tree in trees for tag in tree.xpos} <= XPOS
    assert {dep for tree in trees for dep in tree.deps} <= DEPS


def test_columns_are_of_one_length_and_no_slot_is_left(expanded: list[Annotated]) -> None:
    for sentence in expanded:
        tree, names = sentence.tree, sentence.names
        assert tree is not None
        assert names is not None
        columns = (tree.upos, tree.xpos, tree.heads, tree.deps, tree.lemmas, names)
        assert {len(column) for column in columns} == {len(sentence.words)}
        assert all(sentence.words)
        assert all(tree.lemmas)
        assert not any("{" in word or " " in word for word in sentence.words), sentence.words


def test_names_are_iob2(expanded: list[Annotated]) -> None:
    for sentence in expanded:
        assert sentence.names is not None
        for before, tag in zip(("O", *sentence.names), sentence.names, strict=False):
            assert tag == "O" or (tag[:2] in ("B-", "I-") and tag[2:] in LABELS)
            assert tag[0] != "I" or before[1:] == tag[1:], sentence.words


def test_words_are_cut_as_the_parser_cuts_them(expanded: list[Annotated]) -> None:
    for sentence in expanded:
        assert all(len(pieces(word)) == 1 for word in sentence.words), sentence.words


def test_all_kinds_of_names_come_often_and_persons_are_many(expanded: list[Annotated]) -> None:
    found: Counter[str] = Counter()
    persons = set()
    for sentence in expanded:
        for start, end, label in spans(sentence.names or ()):
            found[label] += 1
            if label == "PER":
                persons.add(sentence.words[start:end])
    assert set(found) == LABELS
    assert min(found.values()) > COUNT / 4
    assert len(persons) > COUNT / 2


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert list(sentences(300, 3)) == list(sentences(300, 3))
    assert list(sentences(300, 3)) != list(sentences(300, 4))
    assert list(islice(sentences(1000, 3), 50)) == list(sentences(50, 3))


def test_every_template_is_used(expanded: list[Annotated]) -> None:
    frames = sum(template.slot is None for template in templates())
    assert len({sentence.tree.deps for sentence in expanded if sentence.tree}) > frames


def test_names_of_organisations_have_trees() -> None:
    for name in {*organisation_names(), *word_lists()["ministries"], *word_lists()["venues"]}:
        tree = name_tree(name, "ORG")
        assert "".join(token.form for token in tree) == name.replace(" ", "")
        assert _is_tree(_heads(tree)), name


@pytest.mark.parametrize(
    ("name", "arcs"),
    [
        ("the National Security Council", "Council<the:det Security<National:amod Council<Security:compound Council"),
        (
            "Ministry of Foreign Affairs and Trade",
            "Ministry Affairs<of:case Affairs<Foreign:amod Ministry<Affairs:nmod Trade<and:cc Affairs<Trade:conj",
        ),
        (
            "Food and Agriculture Organization",
            "Organization<Food:compound Agriculture<and:cc Food<Agriculture:conj Organization",
        ),
        (
            "People's Liberation Army",
            "Army<People:nmod:poss People<'s:case Army<Liberation:compound Army",
        ),
        ("Attorney General", "Attorney Attorney<General:amod"),
    ],
)
def test_trees_of_names(name: str, arcs: str) -> None:
    assert _arcs(name_tree(name, "ORG")) == arcs


def test_a_persons_name_is_flat_and_hyphens_are_cut() -> None:
    assert _arcs(flat_tree("Ban Ki-moon", "PER")) == "Ban Ban<Ki:flat Ban<-:punct Ban<moon:flat"
    assert [token.name for token in flat_tree("Ban Ki-moon", "PER")] == ["B-PER", "I-PER", "I-PER", "I-PER"]


@pytest.mark.parametrize(
    ("following", "article"),
    [
        ("Iranian", "an"),
        ("Ukrainian", "a"),
        ("EU", "an"),
        ("US", "a"),
        ("U.S.", "a"),
        ("European", "a"),
        ("honour", "an"),
    ],
)
def test_articles_agree(following: str, article: str) -> None:
    assert _article("a", following) == article


def _heads(tokens: Filler) -> tuple[int, ...]:
    return tuple(index if token.head < 0 else token.head for index, token in enumerate(tokens))


def _arcs(tree: Filler) -> str:
    root = root_of(tree)
    parts = (t.form if i == root else f"{tree[t.head].form}<{t.form}:{t.dep}" for i, t in enumerate(tree))
    return " ".join(parts)


def _is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every way up ends there."""
    if sum(head == index for index, head in enumerate(heads)) != 1:
        return False
    for index in range(len(heads)):
        node = index
        for _ in heads:
            node = heads[node]
        if heads[node] != node:
            return False
    return True


def _is_projective(heads: tuple[int, ...]) -> bool:
    arcs = [(min(i, head), max(i, head)) for i, head in enumerate(heads) if i != head]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)
