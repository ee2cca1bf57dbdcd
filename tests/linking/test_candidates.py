"""Persons nobody listed: capitalised runs, and what the language model says of them."""

import pytest

from communique.linking._candidates import candidates
from communique.parsing import Name, NameLabel, Sentence, parse


def names(text: str, *covered: str) -> list[str]:
    """The candidates of ``text``; ``covered`` words are other matches."""
    spans = sorted((text.index(w), text.index(w) + len(w)) for w in covered)
    return [text[c.start : c.end] for c in candidates(parse(text).sentences, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Amina Odhiambo there.", ["Amina Odhiambo"]),
        ("They met Amina Odhiambo and Luis Vega.", ["Amina Odhiambo", "Luis Vega"]),
        ("They met Amina Odhiambo, Luis Vega.", ["Amina Odhiambo", "Luis Vega"]),
        ("They met Ursula van der Berg there.", ["Ursula van der Berg"]),
        ("They met Ahmed bin Rashid there.", ["Ahmed bin Rashid"]),
        ("They met Faisal al-Harbi there.", ["Faisal al-Harbi"]),
        ("They met Park Sung-min there.", ["Park Sung-min"]),
        ("They met José Ibáñez there.", ["José Ibáñez"]),
        ("They met John Smith Jr. there.", ["John Smith Jr."]),
        ("They met John B. Smith there.", ["John B. Smith"]),
        ("They met Karl Gustav III there.", ["Karl Gustav III"]),
        ("They met Sun Lin there.", ["Sun Lin"]),
        ("They met Jan Novak there.", ["Jan Novak"]),
        # what is no person's name
        ("They met in May Odhiambo's house.", ["Odhiambo"]),
        ("They met on Monday.", []),
        ("They met in April.", []),
        ("They met in Central Asia.", []),
        ("They met at the Grand Hotel there.", []),
        ("They praised the Belt Initiative there.", []),
        ("They met at Kenyatta University there.", []),
        ("They met the OPCW there.", []),
        ("The talks ended.", []),
        ("However, they met.", []),
        ("Amina Odhiambo Says they met.", ["Amina Odhiambo"]),
    ],
)
def test_candidates(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_covered_words_cut_a_run() -> None:
    assert names("They met Kenya President Luis Vega there.", "Kenya", "President") == ["Luis Vega"]


def test_particle_at_the_end_is_dropped() -> None:
    assert names("They met Luis Vega al there.") == ["Luis Vega"]


def test_headline_is_uncertain() -> None:
    found = candidates(parse("Luis Vega Praises Long Deal").sentences, [])
    assert not any(c.certain for c in found)


def test_headline_holds_only_names_that_the_text_holds() -> None:
    assert names("Luis Vega Praises Deal\n\nThey met Luis Vega there.") == ["Luis Vega", "Luis Vega"]


@pytest.mark.parametrize(("text", "certain"), [("Odhiambo left.", False), ("They met Odhiambo there.", True)])
def test_first_word_is_uncertain(text: str, certain: bool) -> None:
    (found,) = candidates(parse(text).sentences, [])
    assert found.certain is certain


def test_words_are_the_tokens() -> None:
    (found,) = candidates(parse("They met Ahmed bin Rashid there.").sentences, [])
    assert found.words == ("Ahmed", "bin", "Rashid")


def judged(text: str, run: str, label: NameLabel | None) -> list[tuple[str, bool]]:
    """The candidates of a parsed sentence in which the model has found ``run`` as a name of that kind."""
    (bare,) = parse(text).sentences
    start = text.index(run)
    found = () if label is None else (Name(start, start + len(run), label),)
    sentence = Sentence(bare.start, bare.end, bare.tokens, True, found)
    return [(text[c.start : c.end], c.certain) for c in candidates([sentence], [])]


TEXT = "They saw Luis Vega there."


@pytest.mark.parametrize(
    ("run", "label", "expected"),
    [
        ("Luis Vega", "person", [("Luis Vega", True)]),
        ("Vega", "person", [("Vega", True)]),  # the model knows better where the name begins
        ("uis Vega", "person", [("Luis Vega", True)]),  # no name begins inside a word
        ("Luis Vega", "organisation", [("Luis Vega", False)]),
        ("Luis Vega", None, [("Luis Vega", False)]),
    ],
)
def test_the_model_has_a_say(run: str, label: NameLabel | None, expected: list[tuple[str, bool]]) -> None:
    assert judged(TEXT, run, label) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They heard Ocean Affairs Luis Vega there.", [("Luis Vega", False)]),
        ("They heard Ocean Affairs Vega there.", []),
        ("They sat in Kenyatta University there.", []),
    ],
)
def test_what_follows_a_body_may_be_a_name(text: str, expected: list[tuple[str, bool]]) -> None:
    found = candidates(parse(text).sentences, [])
    assert [(text[c.start : c.end], c.certain) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met H.E. Luis Vega in Oslo on Monday.", ["Luis Vega"]),
        ("They met Md. Karim Rao in Oslo on Monday.", ["Md. Karim Rao"]),
        ("The talks were led by Maged Abdel Rao on Monday.", ["Maged Abdel Rao"]),
    ],
)
def test_forms_of_address_are_no_names(text: str, expected: list[str]) -> None:
    assert [text[c.start : c.end] for c in candidates(parse(text).sentences, []) if c.certain] == expected
