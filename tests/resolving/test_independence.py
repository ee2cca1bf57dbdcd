"""Copies count once; two tellings of one story do not."""

from hypothesis import given
from hypothesis import strategies as st

from communique.resolving import Wording, fingerprint, origins

STORY = (
    "The foreign minister of Kenya will travel to Osaka on Monday for two days of talks on ports and tea, "
    "her office said. She is to meet her counterpart and to open a consulate in the old harbour quarter. "
    "It is her second journey to the country within a year."
)
RETOLD = (
    "Osaka awaits a guest from Nairobi: on Monday Kenya's top diplomat arrives to speak about tea, ports "
    "and a new consulate by the harbour. Her office confirmed the trip, which will last two days."
)


def copies(**texts: str) -> dict[str, str]:
    return origins({name: Wording(text) for name, text in texts.items()})


def test_case_and_signs_do_not_make_a_text_another() -> None:
    assert fingerprint("Ministers met — at last!") == fingerprint("MINISTERS met at last")
    assert fingerprint("Ministers met") != fingerprint("Ministers meet")


def test_the_same_words_are_one_source() -> None:
    assert copies(a=STORY, b=STORY.upper(), c=RETOLD) == {"a": "a", "b": "a", "c": "c"}


def test_a_shortened_copy_is_one_source() -> None:
    assert copies(a=STORY, b="From our desk. " + STORY[: len(STORY) // 2])["b"] == "a"


def test_copies_of_a_copy_are_one_source() -> None:
    words = STORY.split()
    first, last = " ".join(words[:40]), " ".join(words[18:])
    assert set(copies(a=first, b=STORY, c=last).values()) == {"a"}


def test_the_same_agency_alone_is_no_copy() -> None:
    found = origins({"a": Wording(STORY, "Reuters"), "b": Wording(RETOLD, "Reuters")})
    assert found == {"a": "a", "b": "b"}


def test_with_the_same_credit_less_need_be_shared() -> None:
    words = STORY.split()
    kept = " ".join(words[: len(words) * 11 // 20]) + " " + " ".join(f"other{n}" for n in range(17))
    apart = origins({"a": Wording(STORY, "Reuters"), "b": Wording(kept, "Xinhua")})
    credited = origins({"a": Wording(STORY, "Reuters"), "b": Wording(kept, "Reuters")})
    assert (apart["b"], credited["b"]) == ("b", "a")


def test_empty_texts_are_twins_of_each_other_only() -> None:
    assert copies(a="", b="", c=STORY) == {"a": "a", "b": "a", "c": "c"}


@given(st.dictionaries(st.text("abc", min_size=1, max_size=2), st.sampled_from([STORY, RETOLD, "", "one two"])))
def test_origins_are_of_their_own_group(texts: dict[str, str]) -> None:
    found = copies(**texts)
    assert found.keys() == texts.keys()
    assert all(found[origin] == origin for origin in found.values())
