"""CLEAR trees written by hand and what they are in UD, rule by rule; and that any tree in gives a tree out."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.parsing._clear import is_clear, universal

CLEAR = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()
UD = frozenset(
    "acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj "
    "csubj:pass dep det det:predet discourse expl fixed flat iobj mark nmod nmod:npmod nmod:poss nmod:tmod nsubj "
    "nsubj:pass nummod obj obl obl:npmod obl:tmod parataxis punct root xcomp mark".split()
)
UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
COARSE = {
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "EX": "PRON",
    "IN": "ADP",
    "JJ": "ADJ",
    "MD": "AUX",
    "NN": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "NNS": "NOUN",
    "POS": "PART",
    "PRP": "PRON",
    "PRP$": "PRON",
    "RB": "ADV",
    "RP": "ADP",
    "SYM": "SYM",
    "TO": "PART",
    "WDT": "PRON",
    "WP": "PRON",
    "WRB": "SCONJ",
}

Tree = tuple[list[str], list[str], list[str], list[int], list[str]]


def read(text: str) -> Tree:
    """``word/TAG/label/head``, heads counted from 1 and 0 for the root: the arguments of ``universal``."""
    rows = [token.rsplit("/", 3) for token in text.split()]
    words, tags, labels, heads = (list(column) for column in zip(*rows, strict=True))
    verb = {"aux": "AUX", "auxpass": "AUX"}
    pos = [
        verb.get(label, "VERB") if tag.startswith("VB") else COARSE.get(tag, "PUNCT")
        for tag, label in zip(tags, labels, strict=True)
    ]
    return words, pos, tags, [int(head) - 1 if int(head) else i for i, head in enumerate(heads)], labels


def edges(text: str) -> set[str]:
    """The UD edges of a CLEAR tree, each as ``obl(flew, Oslo)``; the root as ``root(flew)``."""
    words, pos, tags, governors, labels = read(text)
    _, heads, deps = universal(words, pos, tags, governors, labels)
    named = zip(words, heads, deps, strict=True)
    return {f"root({word})" if dep == "root" else f"{dep}({words[head]}, {word})" for word, head, dep in named}


def classes(text: str) -> list[str]:
    return universal(*read(text))[0]


def test_the_scheme_is_known_by_its_prepositions() -> None:
    assert is_clear(CLEAR)
    assert not is_clear(UD)
    assert not is_clear([])


CASES = {
    "preposition below a verb": (
        "She/PRP/nsubj/2 flew/VBD/ROOT/0 to/IN/prep/2 Oslo/NNP/pobj/3 ././punct/2",
        "nsubj(flew, She) root(flew) case(Oslo, to) obl(flew, Oslo) punct(flew, .)",
    ),
    "preposition below a noun": (
        "Talks/NNS/nsubj/4 with/IN/prep/1 Chad/NNP/pobj/2 failed/VBD/ROOT/0",
        "nsubj(failed, Talks) case(Chad, with) nmod(Talks, Chad) root(failed)",
    ),
    "chain of prepositions": (
        "He/PRP/nsubj/2 spoke/VBD/ROOT/0 from/IN/prep/2 behind/IN/prep/3 walls/NNS/pobj/4",
        "nsubj(spoke, He) root(spoke) case(walls, from) case(walls, behind) obl(spoke, walls)",
    ),
    "coordinated prepositions": (
        "He/PRP/nsubj/2 met/VBD/ROOT/0 in/IN/prep/2 Bonn/NNP/pobj/3 and/CC/cc/3 in/IN/conj/3 Rome/NNP/pobj/6",
        "nsubj(met, He) root(met) case(Bonn, in) obl(met, Bonn) cc(Rome, and) case(Rome, in) conj(Bonn, Rome)",
    ),
    "stranded preposition": (
        "Men/NNS/ROOT/0 to/TO/aux/3 deal/VB/relcl/1 with/IN/prep/3",
        "root(Men) mark(deal, to) acl:relcl(Men, deal) obl(deal, with)",
    ),
    "clause below a preposition": (
        "They/PRP/nsubj/2 left/VBD/ROOT/0 without/IN/prep/2 signing/VBG/pcomp/3 it/PRP/dobj/4",
        "nsubj(left, They) root(left) mark(signing, without) advcl(left, signing) obj(signing, it)",
    ),
    "clause below a preposition of a noun": (
        "Plans/NNS/ROOT/0 for/IN/prep/1 reopening/VBG/pcomp/2 embassies/NNS/dobj/3",
        "root(Plans) mark(reopening, for) acl(Plans, reopening) obj(reopening, embassies)",
    ),
    "preposition of several words": (
        "It/PRP/nsubj/2 closed/VBD/ROOT/0 because/IN/prep/2 of/IN/pcomp/3 floods/NNS/pobj/4",
        "nsubj(closed, It) root(closed) case(floods, because) fixed(because, of) obl(closed, floods)",
    ),
    "preposition of several words, flat in CLEAR": (
        "It/PRP/nsubj/2 closed/VBD/ROOT/0 because/IN/prep/2 of/IN/pcomp/3 floods/NNS/pobj/3",
        "nsubj(closed, It) root(closed) case(floods, because) fixed(because, of) obl(closed, floods)",
    ),
    "agent of a passive": (
        "Qatar/NNP/nsubjpass/3 was/VBD/auxpass/3 thanked/VBN/ROOT/0 by/IN/agent/3 Oman/NNP/pobj/4",
        "nsubj:pass(thanked, Qatar) aux:pass(thanked, was) root(thanked) case(Oman, by) obl(thanked, Oman)",
    ),
    "recipients with and without a preposition": (
        "We/PRP/nsubj/2 gave/VBD/ROOT/0 him/PRP/dative/2 notes/NNS/dobj/2 and/CC/cc/2 sent/VBD/conj/2 aid/NN/dobj/6 "
        "to/IN/dative/6 them/PRP/pobj/8",
        "nsubj(gave, We) root(gave) iobj(gave, him) obj(gave, notes) cc(sent, and) conj(gave, sent) obj(sent, aid) "
        "case(them, to) obl(sent, them)",
    ),
    "noun as predicate": (
        "He/PRP/nsubj/2 is/VBZ/ROOT/0 now/RB/advmod/2 an/DT/det/5 envoy/NN/attr/2 in/IN/prep/5 Bern/NNP/pobj/6",
        "nsubj(envoy, He) cop(envoy, is) advmod(envoy, now) det(envoy, an) root(envoy) case(Bern, in) "
        "nmod(envoy, Bern)",
    ),
    "adjective as predicate of a subordinate clause": (
        "They/PRP/nsubj/2 say/VBP/ROOT/0 that/IN/mark/5 it/PRP/nsubj/5 was/VBD/ccomp/2 tense/JJ/acomp/5",
        "nsubj(say, They) root(say) mark(tense, that) nsubj(tense, it) cop(tense, was) ccomp(say, tense)",
    ),
    "place as predicate": (
        "Ruto/NNP/nsubj/2 is/VBZ/ROOT/0 in/IN/prep/2 Oslo/NNP/pobj/3",
        "nsubj(Oslo, Ruto) cop(Oslo, is) case(Oslo, in) root(Oslo)",
    ),
    "adverb as predicate": (
        "Envoys/NNS/nsubj/2 are/VBP/ROOT/0 here/RB/advmod/2",
        "nsubj(here, Envoys) cop(here, are) root(here)",
    ),
    "existence": (
        "There/EX/expl/2 were/VBD/ROOT/0 no/DT/det/4 talks/NNS/attr/2",
        "expl(were, There) root(were) det(talks, no) nsubj(were, talks)",
    ),
    "clause behind be": (
        "Aim/NN/nsubj/2 is/VBZ/ROOT/0 to/TO/aux/4 win/VB/xcomp/2",
        "nsubj(is, Aim) root(is) mark(win, to) xcomp(is, win)",
    ),
    "predicate of another verb": (
        "He/PRP/nsubj/2 became/VBD/ROOT/0 premier/NN/attr/2",
        "nsubj(became, He) root(became) xcomp(became, premier)",
    ),
    "clausal subject behind it": (
        "It/PRP/nsubj/2 is/VBZ/ROOT/0 vital/JJ/acomp/2 to/TO/aux/5 act/VB/xcomp/2",
        "expl(vital, It) cop(vital, is) root(vital) mark(act, to) csubj(vital, act)",
    ),
    "clause behind an adjective": (
        "We/PRP/nsubj/2 are/VBP/ROOT/0 glad/JJ/acomp/2 to/TO/aux/5 help/VB/xcomp/3",
        "nsubj(glad, We) cop(glad, are) root(glad) mark(help, to) advcl(glad, help)",
    ),
    "object that CLEAR calls a subject": (
        "Mali/NNP/nsubj/2 wants/VBZ/ROOT/0 them/PRP/nsubj/5 to/TO/aux/5 leave/VB/ccomp/2",
        "nsubj(wants, Mali) root(wants) obj(wants, them) mark(leave, to) xcomp(wants, leave)",
    ),
    "conjuncts in a chain": (
        "Chad/NNP/nsubj/7 ,/,/punct/1 Mali/NNP/conj/1 and/CC/cc/3 Togo/NNP/conj/3 all/RB/advmod/7 agreed/VBD/ROOT/0",
        "nsubj(agreed, Chad) punct(Mali, ,) conj(Chad, Mali) cc(Togo, and) conj(Chad, Togo) advmod(agreed, all) "
        "root(agreed)",
    ),
    "conjunction that opens a sentence": (
        "But/CC/cc/3 it/PRP/nsubj/3 fell/VBD/ROOT/0",
        "cc(fell, But) nsubj(fell, it) root(fell)",
    ),
    "run-on clauses": (
        "Roads/NNS/nsubj/2 closed/VBD/ccomp/5 ,/,/punct/5 troops/NNS/nsubj/5 marched/VBD/ROOT/0",
        "nsubj(closed, Roads) root(closed) punct(marched, ,) nsubj(marched, troops) parataxis(closed, marched)",
    ),
    "what is said before the verb of saying": (
        "Talks/NNS/nsubj/2 failed/VBD/ccomp/5 ,/,/punct/5 he/PRP/nsubj/5 said/VBD/ROOT/0",
        "nsubj(failed, Talks) ccomp(said, failed) punct(said, ,) nsubj(said, he) root(said)",
    ),
    "title and name": (
        "Prime/NNP/compound/4 Minister/NNP/compound/4 Kaja/NNP/compound/4 Kallas/NNP/nsubj/5 spoke/VBD/ROOT/0",
        "amod(Minister, Prime) nsubj(spoke, Minister) flat(Minister, Kaja) flat(Minister, Kallas) root(spoke)",
    ),
    "name without a title": (
        "Kaja/NNP/compound/2 Kallas/NNP/nsubj/3 spoke/VBD/ROOT/0",
        "nsubj(spoke, Kaja) flat(Kaja, Kallas) root(spoke)",
    ),
    "name of a body": (
        "Security/NNP/compound/2 Council/NNP/nsubj/3 met/VBD/ROOT/0",
        "compound(Council, Security) nsubj(met, Council) root(met)",
    ),
    "office that is no title of a name": (
        "General/NNP/compound/2 Assembly/NNP/ROOT/0 of/IN/prep/2 Prime/NNP/compound/5 Ministers/NNPS/pobj/3",
        "amod(Assembly, General) root(Assembly) case(Ministers, of) amod(Ministers, Prime) nmod(Assembly, Ministers)",
    ),
    "adjective in the name of a state": (
        "United/NNP/compound/2 States/NNPS/ROOT/0",
        "amod(States, United) root(States)",
    ),
    "owner": (
        "Iran/NNP/poss/3 's/POS/case/1 envoy/NN/nsubj/4 met/VBD/ROOT/0 his/PRP$/poss/6 host/NN/dobj/4",
        "nmod:poss(envoy, Iran) case(Iran, 's) nsubj(met, envoy) root(met) nmod:poss(host, his) obj(met, host)",
    ),
    "time below a verb and measure below a noun": (
        "He/PRP/nsubj/2 left/VBD/ROOT/0 Monday/NNP/npadvmod/2 ,/,/punct/2 miles/NNS/npadvmod/6 away/RB/advmod/2",
        "nsubj(left, He) root(left) obl:tmod(left, Monday) punct(left, ,) obl:npmod(away, miles) advmod(left, away)",
    ),
    "time below a noun": (
        "Talks/NNS/ROOT/0 next/JJ/amod/3 week/NN/npadvmod/1",
        "root(Talks) amod(week, next) nmod:tmod(Talks, week)",
    ),
    "noun joined to a participle": (
        "a/DT/det/5 state/NN/npadvmod/4 -/HYPH/punct/4 owned/VBN/amod/5 bank/NN/ROOT/0",
        "det(bank, a) compound(owned, state) punct(owned, -) amod(bank, owned) root(bank)",
    ),
    "sum of money": (
        "They/PRP/nsubj/2 gave/VBD/ROOT/0 $/SYM/quantmod/5 5/CD/compound/5 million/CD/dobj/2",
        "nsubj(gave, They) root(gave) obj(gave, $) compound(million, 5) nummod($, million)",
    ),
    "number with a bound": (
        "more/JJR/amod/3 than/IN/quantmod/3 ten/CD/nummod/4 envoys/NNS/ROOT/0",
        "advmod(ten, more) fixed(more, than) nummod(envoys, ten) root(envoys)",
    ),
    "denial and particle": (
        "He/PRP/nsubj/4 did/VBD/aux/4 not/RB/neg/4 call/VB/ROOT/0 off/RP/prt/4 it/PRP/dobj/4",
        "nsubj(call, He) aux(call, did) advmod(call, not) root(call) compound:prt(call, off) obj(call, it)",
    ),
    "small words before a phrase": (
        "both/CC/preconj/3 all/DT/predet/3 sides/NNS/ROOT/0 and/CC/cc/3 hosts/NNS/conj/3",
        "cc:preconj(sides, both) det:predet(sides, all) root(sides) cc(hosts, and) conj(sides, hosts)",
    ),
    "marks around a phrase": (
        "Envoys/NNS/nsubj/5 (/-LRB-/punct/5 three/CD/appos/1 )/-RRB-/punct/5 left/VBD/ROOT/0 ././punct/1",
        "nsubj(left, Envoys) punct(three, () appos(Envoys, three) punct(three, )) root(left) punct(left, .)",
    ),
    "comma that closes an apposition": (
        "Ali/NNP/nsubj/5 ,/,/punct/1 envoy/NN/appos/1 ,/,/punct/1 left/VBD/ROOT/0",
        "nsubj(left, Ali) punct(Ali, ,) appos(Ali, envoy) punct(left, ,) root(left)",
    ),
    "unknown label": ("Yes/UH/ROOT/0 zz/NN/new/1", "root(Yes) dep(Yes, zz)"),
}


@pytest.mark.parametrize("name", CASES)
def test_clear_becomes_ud(name: str) -> None:
    given_tree, expected = CASES[name]
    assert edges(given_tree) == set(re.findall(r"\S+\((?:\S+, )?\S+\)", expected))


CLASSES = {
    "be before a predicate": ("He/PRP/nsubj/2 is/VBZ/ROOT/0 ill/JJ/acomp/2", "PRON AUX ADJ"),
    "be that exists": ("There/EX/expl/2 is/VBZ/ROOT/0 hope/NN/attr/2", "PRON VERB NOUN"),
    "preposition of a clause": ("Go/VB/ROOT/0 before/IN/prep/1 eating/VBG/pcomp/2", "VERB SCONJ VERB"),
    "adverb that asks": ("When/WRB/advmod/3 he/PRP/nsubj/3 left/VBD/ROOT/0", "ADV PRON VERB"),
    "adverb that opens a clause": (
        "Go/VB/ROOT/0 when/WRB/advmod/4 he/PRP/nsubj/4 calls/VBZ/advcl/1",
        "VERB SCONJ PRON VERB",
    ),
    "adjective in a name": ("African/NNP/compound/2 Union/NNP/ROOT/0", "ADJ PROPN"),
}


@pytest.mark.parametrize("name", CLASSES)
def test_word_classes_become_those_of_ud_english(name: str) -> None:
    given_tree, expected = CLASSES[name]
    assert classes(given_tree) == expected.split()


def test_a_space_of_spacy_gets_a_class() -> None:
    assert universal(["Hm", " "], ["INTJ", "SPACE"], ["UH", "_SP"], [0, 0], ["ROOT", ""]) == (
        ["INTJ", "X"],
        [0, 0],
        ["root", "dep"],
    )


def test_no_words() -> None:
    assert universal([], [], [], [], []) == ([], [], [])


def is_tree(heads: Sequence[int]) -> bool:
    """Whether one word is its own head and every other leads to it."""
    if sum(i == head for i, head in enumerate(heads)) != 1:
        return False
    for index in range(len(heads)):
        for _ in heads:
            index = heads[index]
        if heads[index] != index:
            return False
    return True


WORDS = (
    "is 's be there it $ 5 because of such as well more than rather in to and , . ( ) \" “ ” - President Kaja Kallas "
    "United when who said Monday week talks met ’s Al bin"
).split()
TAGS = [*COARSE, "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "HYPH", ",", ".", "_SP"]


@st.composite
def parses(draw: st.DrawFn) -> Tree:
    size = draw(st.integers(1, 14))
    columns = [
        draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))
        for values in (WORDS, [*sorted(UPOS), "SPACE"], TAGS, [*CLEAR, "new", ""])
    ]
    heads = draw(st.lists(st.integers(-1, size), min_size=size, max_size=size))
    return columns[0], columns[1], columns[2], heads, columns[3]


@st.composite
def sound_parses(draw: st.DrawFn) -> Tree:
    """Trees as a parser gives them: shuffled, so that heads stand on both sides."""
    words, pos, tags, _, deps = draw(parses())
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for rank, index in enumerate(order):
        heads[index] = order[draw(st.integers(0, rank - 1))] if rank else index
    deps[order[0]] = "ROOT"
    return words, pos, tags, heads, deps


@given(st.one_of(parses(), sound_parses()))
def test_any_tree_gives_a_tree(parse: Tree) -> None:
    pos, heads, deps = universal(*parse)
    assert len(pos) == len(heads) == len(deps) == len(parse[0])
    assert is_tree(heads)
    assert [i for i, head in enumerate(heads) if head == i] == [i for i, dep in enumerate(deps) if dep == "root"]
    assert set(deps) <= UD
    assert set(pos) <= UPOS


@given(sound_parses())
def test_the_input_stays_as_it_was(parse: Tree) -> None:
    before = tuple(list(column) for column in parse)
    universal(*parse)
    assert parse == before
