"""Copies are told from tellings of one story, and from texts of one mould."""

import subprocess
import sys

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolving.wording import Wording, is_copy, wordings, words_of

STORY = (
    "The foreign minister of Kenya will travel to Osaka on Monday for two days of talks on ports and tea, "
    "her office said. She is to meet her counterpart and to open a consulate in the old harbour quarter. "
    "It is her second journey to the country within a year."
)
RETOLD = (
    "Osaka awaits a guest from Nairobi: on Monday Kenya's top diplomat arrives to speak about tea, ports "
    "and a new consulate by the harbour. Her office confirmed the trip, which will last two days."
)
MOULD = (
    "The Minister of Foreign Affairs, {0}, received today at the Ministry the Ambassador of {1}, {2}. During the "
    "meeting the two sides discussed relations between {1} and the Republic and ways of developing them, as well as "
    "regional and international issues of common interest. {2} thanked {0} for the hospitality of the Republic."
)
FOOTER = "Sign up here for our daily letter and never miss a story from our newsroom again. "


def told(text: str, credit: str | None = None) -> Wording:
    (found,) = wordings(words_of([text]), credits=[credit])
    return found


def copied(one: str, other: str) -> bool:
    return is_copy(told(one), told(other))


def test_words_whatever_case_accents_and_signs() -> None:
    plain = words_of(["Recep Tayyip Erdogan's visit to Lodz"]).hashes
    assert (words_of(["RECEP TAYYIP ERDOĞAN’S “visit” to ŁÓDŹ"]).hashes == plain).all()
    assert len(plain) == 7


def test_sentences_begin_after_stops_and_lines() -> None:
    assert words_of(["One two.\nThree four! Five\nsix 2,5 seven"]).begins.tolist() == [0, 2, 4, 5]


def test_values_are_numbers_and_names() -> None:
    words = words_of(["Wang Yi met 15 envoys. The envoys left Beijing."])
    assert words.values.tolist() == [True, True, False, True, False, False, False, False, True]


@pytest.mark.parametrize("text", ["", ".", "One", "Ministers met.", "Привет, мир", STORY])
def test_every_text_is_a_copy_of_itself(text: str) -> None:
    assert copied(text, text)


@pytest.mark.parametrize(
    "other",
    [
        STORY.upper(),
        STORY + STORY,
        STORY[: len(STORY) // 2],
        "From our desk in Osaka. " + STORY[: len(STORY) // 2],
        STORY.replace("Monday", "Tuesday"),
        STORY.replace(" her office said", " officials told reporters"),
    ],
)
def test_copies(other: str) -> None:
    assert copied(STORY, other)


def test_another_telling_is_no_copy() -> None:
    assert not copied(STORY, RETOLD)
    assert not is_copy(told(STORY, "Reuters"), told(RETOLD, "Reuters"))


def test_other_names_in_one_mould_are_no_copy() -> None:
    one = MOULD.format("Rosa Quispe", "Peru", "Juan Solano")
    other = MOULD.format("Rosa Quispe", "Ghana", "Kofi Mensah")
    assert not copied(one, other)
    assert copied(one, one.replace("Solano", "Solana", 1))


def test_with_the_same_credit_less_need_be_shared() -> None:
    words = STORY.split()
    kept = " ".join(words[: len(words) * 11 // 20]) + " " + " ".join(f"other{n}" for n in range(25))
    assert not is_copy(told(STORY, "Reuters"), told(kept, "Xinhua"))
    assert is_copy(told(STORY, "Reuters"), told(kept, "Reuters"))


def test_worn_sentences_are_not_the_texts_own() -> None:
    words = words_of([STORY + FOOTER * 3, RETOLD + FOOTER * 3])
    (footer,) = words_of([FOOTER]).sentences(["site"])
    worn = [np.isin(sentences, footer) for sentences in words.sentences(["site", "site"])]
    assert worn[0].sum() == 3
    one, other = wordings(words, worn)
    assert one.shingles.tolist() == told(STORY).shingles.tolist()
    assert not is_copy(one, other)


def test_a_text_of_worn_sentences_only_is_its_own() -> None:
    words = words_of([STORY])
    (found,) = wordings(words, [np.ones(len(words.begins), bool)])
    assert found.exact == told(STORY).exact


def test_a_sentence_is_known_by_its_site() -> None:
    one, other, nowhere = words_of([STORY] * 3).sentences(["one", "other", None])
    assert len(one) == len(other) == 3
    assert not np.isin(one, other).any()
    assert nowhere.tolist() == [0, 0, 0]
    assert words_of(["He said. Nothing more."]).sentences(["one"])[0].tolist() == [0, 0]


@given(st.lists(st.text("aA1. \n“ß", max_size=60), max_size=6))
def test_a_text_is_told_the_same_among_others(texts: list[str]) -> None:
    together = [msgspec.structs.astuple(each) for each in wordings(words_of(texts))]
    alone = [msgspec.structs.astuple(told(text)) for text in texts]
    assert str(together) == str(alone)


def test_the_same_in_every_process() -> None:
    code = f"from communique.resolving.wording import wordings, words_of; print(*wordings(words_of([{STORY!r}])))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found == f"{told(STORY)}\n"


@given(st.text("aA1. \n“ß", max_size=60), st.text("aA1. \n“ß", max_size=60))
def test_copying_is_mutual(one: str, other: str) -> None:
    assert copied(one, other) == copied(other, one)
    assert copied(one, one)
