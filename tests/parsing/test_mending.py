"""What the model's trees get wrong about lists and journeys is put right before anything is read off them."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.parsing import parse
from communique.parsing._mending import mend


def joined(text: str) -> set[str]:
    """Each coordination of a tree as ``Peru+Chile``."""
    (sentence,) = parse(text, whole=True).sentences
    return {f"{sentence.tokens[t.head].text}+{t.text}" for t in sentence.tokens if t.dep == "conj"}


class TestStations:
    @pytest.mark.parametrize(
        "text",
        [
            "The minister will visit Kenya on 3 May, Uganda on 5 May and Rwanda on 7 May.",
            "The minister will visit Kenya on Monday, Uganda on Tuesday and Rwanda on Friday.",
            "She goes to Kenya on June 1, to Uganda on June 3 and to Rwanda on June 5.",
            "She arrives in Kenya on Sunday, Uganda on Monday and Rwanda on Tuesday.",
            "She will be in Kenya on Tuesday, Uganda on Wednesday and Rwanda on Friday.",
        ],
    )
    def test_a_place_behind_a_day_is_the_next_station(self, text: str) -> None:
        assert {"Kenya+Uganda", "Kenya+Rwanda"} <= joined(text)

    @pytest.mark.parametrize(
        "text",
        [
            "The minister spoke on Monday, and Chile protested.",
            "On Monday, Chile recalled its ambassador.",
            "The minister flew to Lima on Monday, Chile said.",
        ],
    )
    def test_who_acts_is_none(self, text: str) -> None:
        assert not any(pair.endswith("+Chile") for pair in joined(text))


class TestLists:
    @pytest.mark.parametrize(
        "text",
        [
            "Foreign Minister Ana Solano, her Kenyan colleague Omar Rao and the Chilean minister Pia Soto met in Lima.",
            "The EU's foreign policy chief Ana Solano, the Kenyan foreign minister Omar Ferrer and the Chilean "
            "deputy prime minister Pia Soto discussed Gaza in a call.",
        ],
    )
    def test_names_in_a_row_are_one_list(self, text: str) -> None:
        (sentence,) = parse(text, whole=True).sentences
        subjects = [t for t in sentence.tokens if t.dep == "nsubj" and sentence.tokens[t.head].pos == "VERB"]
        assert len(subjects) == 1
        assert len(joined(text)) == 2

    def test_a_name_behind_an_and_of_its_own_is_none_of_another(self) -> None:
        pair = joined("India's Rekha Solano and China's Omar Rao are to meet on the sidelines of the summit in Rio.")
        assert pair & {"Rekha+Omar", "Solano+Omar", "Solano+Rao", "Rekha+Rao"}

    def test_an_apposition_stays_one(self) -> None:
        text = "Ana Solano, the foreign minister and deputy premier of Peru, met Omar Rao in Lima."
        assert not any(pair.startswith("Ana+") for pair in joined(text))

    @pytest.mark.parametrize(
        "text",
        [
            "Solano held talks with his host, Omar Rao, with whom he dined.",
            "Solano held talks with her host, Prime Minister Omar Rao.",
            "The minister thanked his host, Omar Rao, for the welcome.",
        ],
    )
    def test_a_name_behind_a_noun_is_who_it_means(self, text: str) -> None:
        (sentence,) = parse(text, whole=True).sentences
        assert any(t.dep == "appos" and sentence.tokens[t.head].text == "host" for t in sentence.tokens)


class TestAgencies:
    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("Creditors granted Chad debt relief.", "Creditors"),
            ("Troops trained alongside their neighbours in Baku.", "Troops"),
        ],
    )
    def test_the_only_verb_of_a_sentence_is_no_participle(self, text: str, subject: str) -> None:
        (sentence,) = parse(text, whole=True).sentences
        (root,) = [i for i, t in enumerate(sentence.tokens) if t.head == i]
        assert [t.text for t in sentence.tokens if t.dep == "nsubj" and t.head == root] == [subject]

    def test_a_name_behind_a_verb_of_giving_is_whom_it_gives_to(self) -> None:
        (sentence,) = parse("Australia offered Tuvalu climate aid.", whole=True).sentences
        assert [t.text for t in sentence.tokens if t.dep == "iobj"] == ["Tuvalu"]


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 2**32 - 1))
@example(35439)  # "heads" with a name before it that hangs elsewhere
@example(5948)  # "be due to" of which the verb hangs on a part alone
def test_a_tree_stays_a_tree(seed: int) -> None:
    chance = random.Random(seed)
    size = chance.randint(1, 12)
    heads = [0] * size
    for index in range(1, size):  # any tree: each word under one that is placed already, in any order
        heads[index] = chance.randrange(index)
    order = chance.sample(range(size), size)
    above = [0] * size
    for index, head in enumerate(heads):
        above[order[index]] = order[head]
    words = [
        chance.choice(["rao", ",", "and", "on", "lima", "met", "5", "be", "to", "due", "after", "heads"]) for _ in above
    ]
    pos = [chance.choice(["PROPN", "NOUN", "VERB", "NUM", "ADV", "SYM"]) for _ in above]
    deps = [chance.choice(["nsubj", "obj", "obl", "conj", "appos", "flat", "case", "compound"]) for _ in above]
    tags = ["NNS" if word == "heads" else "NNP" for word in words]
    mend(pos, above, deps, tags, words)
    for index in range(size):
        steps = 0
        while above[index] != index:
            index, steps = above[index], steps + 1
            assert steps < size


class TestClauses:
    @pytest.mark.parametrize(
        ("text", "verb", "subject"),
        [
            ("Prices rose after Benin closed the port.", "closed", "Benin"),
            ("Benin is due to close its embassy in Togo on Friday.", "close", "Benin"),
            ("Benin plans to restore diplomatic ties with Togo in June.", "plans", "Benin"),
            ("The Togolese premier visited Benin, officials said on Monday.", "said", "officials"),
            ("Togo's prime minister heads to Cotonou on Tuesday to meet the king.", "heads", "minister"),
            ("Faure Rao heads for Benin as pressure grows", "heads", "Faure"),
            ("Benin lodges protest with Togo over a dam near the border.", "lodges", "Benin"),
        ],
    )
    def test_a_verb_has_the_subject_that_it_means(self, text: str, verb: str, subject: str) -> None:
        (sentence,) = parse(text, whole=True).sentences
        subjects = [t.text for t in sentence.tokens if t.dep == "nsubj" and sentence.tokens[t.head].text == verb]
        assert subjects == [subject]

    def test_what_is_due_stays_a_tree(self) -> None:
        (sentence,) = parse("The interview is due to be broadcast in Togo on Sunday.", whole=True).sentences
        assert [t.text for i, t in enumerate(sentence.tokens) if t.head == i] == ["broadcast"]

    def test_a_preposition_before_a_name_is_the_names(self) -> None:
        (sentence,) = parse("Kenyan President William Ruto is due in Brasilia on Monday.", whole=True).sentences
        above = {t.text: (t.dep, sentence.tokens[t.head].text) for t in sentence.tokens}
        assert (above["in"], above["Brasilia"]) == (("case", "Brasilia"), ("obl", "due"))

    def test_who_is_due_in_a_place_is_no_part_of_it(self) -> None:
        text = "President Serzh Sarkisian is due in the Turkish city of Izmir on October 14."
        (sentence,) = parse(text, whole=True).sentences
        above = {t.text: sentence.tokens[t.head].text for t in sentence.tokens}
        assert (above["due"], above["President"], above["city"], above["in"]) == ("due", "due", "due", "city")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The US and Japan signed a memorandum on space.", "signed"),
        ("Direct flights between Bishkek and Dushanbe resume on Friday, the Kyrgyz transport ministry said.", "resume"),
        ("Direct flights between Quito and Lima resume on Friday, the transport ministry said.", "resume"),
        ("Talks between Chad and Niger resume in Tunis, the mediator said.", "resume"),
    ],
)
def test_what_has_a_subject_is_a_verb(text: str, verb: str) -> None:
    (sentence,) = parse(text, whole=True).sentences
    assert [token.pos for token in sentence.tokens if token.text == verb] == ["VERB"]


@pytest.mark.parametrize("noun", ["visit", "call", "release"])
def test_what_is_possessed_is_a_noun(noun: str) -> None:
    (sentence,) = parse(f"Her {noun} was praised in Quito.", whole=True).sentences
    assert [token.pos for token in sentence.tokens if token.text == noun] == ["NOUN"]


class TestWhatGoesOn:
    def test_close_before_whose_the_noun_is_is_a_verb(self) -> None:
        text = "Peru said on Monday it would expel 60 Russian diplomats and close Russia's consulate in Cusco."
        (sentence,) = parse(text, whole=True).sentences
        (close,) = (t for t in sentence.tokens if t.text == "close")
        (consulate,) = (t for t in sentence.tokens if t.text == "consulate")
        assert (close.pos, sentence.tokens[close.head].text, consulate.dep) == ("VERB", "expel", "obj")
        assert sentence.tokens[consulate.head] is close

    def test_a_close_ally_stays_one(self) -> None:
        (sentence,) = parse("Peru met its old rival and close ally on Monday.", whole=True).sentences
        assert next(t.pos for t in sentence.tokens if t.text == "close") == "ADJ"

    @pytest.mark.parametrize(
        ("text", "tag"),
        [
            ("Chad closed its frontier with Sudan and cut economic ties on Monday.", "VBD"),
            ("Chad will close its frontier with Sudan and cut economic ties on Monday.", "VB"),
        ],
    )
    def test_what_goes_on_from_a_past_is_past(self, text: str, tag: str) -> None:
        (sentence,) = parse(text, whole=True).sentences
        assert next(t.tag for t in sentence.tokens if t.text == "cut") == tag

    def test_who_comes_is_the_first_to_come_and_no_years_are(self) -> None:
        (sentence,) = parse("Ana Rao became the first premier in 12 years to come to Lima.", whole=True).sentences
        come = next(t for t in sentence.tokens if t.text == "come")
        assert (sentence.tokens[come.head].text, come.dep) == ("premier", "acl")
