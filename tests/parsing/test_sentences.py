"""Where sentences end, what stays one token, and that every token is its own characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.parsing import _sentences
from communique.parsing._sentences import sentences

SENTENCES: list[tuple[str, list[str]]] = [
    ("They met. They left.", ["They met.", "They left."]),
    ("Will they meet? They will! Soon.", ["Will they meet?", "They will!", "Soon."]),
    # paragraphs
    ("Chile hosts Peru\n\nThe talks began.", ["Chile hosts Peru", "The talks began."]),
    ("a line that wraps\nis cut", ["a line that wraps", "is cut"]),
    ("  They met.  \n", ["They met."]),
    # abbreviations
    ("The U.S. envoy left. He flew home.", ["The U.S. envoy left.", "He flew home."]),
    ("He met the U.S. The talks ended.", ["He met the U.S.", "The talks ended."]),
    ("He is in the U.S. In May he left.", ["He is in the U.S.", "In May he left."]),
    ("Mr. Bongo met Gen. Oligui. They sat.", ["Mr. Bongo met Gen. Oligui.", "They sat."]),
    ("Dr. Ana Ruiz, Ph.D., left. St. Kitts won.", ["Dr. Ana Ruiz, Ph.D., left.", "St. Kitts won."]),
    ("The Gov. of Bali left.", ["The Gov. of Bali left."]),
    ("J. J. Rawlings met George W. Bush.", ["J. J. Rawlings met George W. Bush."]),
    ("He came at 3 p.m. on Monday.", ["He came at 3 p.m. on Monday."]),
    ("They met in Jan. The visit ended.", ["They met in Jan.", "The visit ended."]),
    ("It paid $3.5 million. It left.", ["It paid $3.5 million.", "It left."]),
    # datelines
    ("BEIJING, April 8 (Agency) — The envoy left.", ["BEIJING, April 8 (Agency) —", "The envoy left."]),
    ("LIMA (Agency) - Chile hosted Peru.", ["LIMA (Agency) -", "Chile hosted Peru."]),
    ("QUITO — Noboa arrived.", ["QUITO —", "Noboa arrived."]),
    ("Quito, 3 May: Noboa arrived.", ["Quito, 3 May:", "Noboa arrived."]),
    # closing marks stay with what they close
    ("“We agree.” He left.", ["“We agree.”", "He left."]),
    ("“We agree,” he said. “We met.” They left.", ["“We agree,” he said.", "“We met.”", "They left."]),
    ("'We met.' He left.", ["'We met.'", "He left."]),
    ("He said (they met.) They left.", ["He said (they met.)", "They left."]),
    # no end
    ("They met... and left.", ["They met... and left."]),
    ("The visit — his third — ended.", ["The visit — his third — ended."]),
    ("He asked: will they meet?", ["He asked: will they meet?"]),
    ("", []),
    ("\n \n", []),
]


def cut(text: str) -> list[str]:
    return [text[s[0].start : s[-1].end] for s in sentences(text)]


def words(text: str) -> list[str]:
    return [token.text for sentence in sentences(text) for token in sentence]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "word", ["two-day", "9-11", "5–6", "al-Sisi", "Guinea-Bissau", "ex-president", "Iran–Iraq", "U.N.", "co-host"]
)
def test_hyphened_word_is_one_token(word: str) -> None:
    assert words(f"The {word} talks ended") == ["The", word, "talks", "ended"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji's king", ["Fiji", "'s", "king"]),
        ("Fiji’s king", ["Fiji", "’s", "king"]),
        ("talks—the third", ["talks", "—", "the", "third"]),
        ("talks--the third", ["talks", "--", "the", "third"]),
        ("can't won't", ["ca", "n't", "wo", "n't"]),
        ("(Oslo)", ["(", "Oslo", ")"]),
    ],
)
def test_marks_and_clitics_are_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def assert_exact(text: str) -> None:
    """Tokens are their characters, in order, apart, and leave out nothing but white space."""
    position = 0
    for sentence in sentences(text):
        assert sentence
        for token in sentence:
            assert text[token.start : token.end] == token.text
            assert not text[position : token.start].strip()
            position = token.end
    assert not text[position:].strip()


@given(st.text(alphabet=st.sampled_from("aB.'’”\"(-—,:;!? \n\t\xa0İ💬é9")))
@settings(max_examples=150, deadline=None)
def test_tokens_are_their_characters(text: str) -> None:
    assert_exact(text)


def test_long_text_is_cut_at_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sentences, "_MAX_CHARS", 40)
    paragraphs = ["The envoys met in Riga.", "Mr. Berzins hosted them.", "They left on Monday."]
    text = "\n".join(paragraphs)
    assert cut(text) == paragraphs
    assert_exact(text)


def test_long_text_without_a_break_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sentences, "_MAX_CHARS", 10)
    assert_exact("They met in Riga and they met again in Oslo.")


def test_text_over_the_limit_of_spacy() -> None:
    text = ("x" * 99_999 + "\n") * 11
    assert [s[0].start for s in sentences(text)] == list(range(0, 1_100_000, 100_000))


def test_marks_beyond_a_blank_do_not_change_how_a_word_is_cut() -> None:
    (sentence,) = sentences("He spoke of it,'' ''genocide'' and left.")
    assert [token.text for token in sentence if token.text.startswith("'")] == ["''", "''", "''"]


def test_a_word_is_cut_alike_at_each_place_where_it_stands() -> None:
    long = "(https://example.org/news/2024/05/03/envoys-meet-in-oslo),"
    for word in ("(Rao's),", long):
        text = f"{word} {word}\n{word}"
        assert_exact(text)
        first, last = sentences(text)
        forms = [token.text for token in last]
        assert len(forms) > 2
        assert [token.text for token in first] == 2 * forms
