"""Every example of the table is taken out, every counter-example stays; and the rules of form."""

import re

import pytest

from communique.reading._furniture import furniture_rules, is_furniture, is_menu, without_furniture
from communique.reading._lines import Line, split_lines

EXAMPLES = [(rule.kind, line) for rule in furniture_rules() for line in rule.examples]
COUNTER = [(rule.kind, line) for rule in furniture_rules() for line in rule.counter]


def line(text: str) -> Line:
    return Line.of(text, 0, 0)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_examples_are_furniture(kind: str, text: str) -> None:
    assert is_furniture(line(text)), kind


@pytest.mark.parametrize(("kind", "text"), COUNTER)
def test_counter_examples_are_not(kind: str, text: str) -> None:
    assert not is_furniture(line(text)), kind


def test_each_rule_takes_its_own_examples() -> None:
    for rule in furniture_rules():
        for example in rule.examples:
            assert re.match(rule.pattern, example.strip(" -–—•·|~*♦"), re.IGNORECASE), (rule.kind, example)


@pytest.mark.parametrize(
    "text",
    [
        "https://mfa.example/en/news/12",
        "https://a.example/1 https://a.example/2",
        "desk@news.example",
        "#truce #border",
        "* * *",
        "Home » World » Asia",
        "News | Politics | Sport",
        "[1997] [1998] [1999]",
        "WIRE28072...",
    ],
)
def test_forms_of_furniture(text: str) -> None:
    assert is_furniture(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "The treaty is at https://mfa.example/treaty and takes effect in May.",
        "A tour!",
        "HOW IT CAME TO THIS",
        "- a banquet at Versailles",
        "What each gets",
        "President Ana Silva / Prime Minister Jan Novak of the Czech Republic and his wife held talks",
        "1. Canola. The duty comes down.",
    ],
)
def test_parts_of_an_article_are_not(text: str) -> None:
    assert not is_furniture(line(text))


def test_one_item_is_no_menu() -> None:
    assert not is_menu("Home")
    assert not is_menu("• May 31, 2024")


def test_a_caption_goes_with_its_credit() -> None:
    text = "Envoys in the garden of the palace, Oslo, Friday, May 11, 2007.\nAP Photo/Jane Roe\n\nThey met."
    assert [kept.text for kept in without_furniture(split_lines(text))] == ["They met."]


def test_a_paragraph_beside_a_credit_stays() -> None:
    text = "The republic had been the first to make contact, she said on Monday.\nPHOTO: CNA"
    assert len(without_furniture(split_lines(text))) == 1


def test_patterns_are_written_in_lower_case() -> None:
    assert [rule for rule in furniture_rules() if not re.sub(r"\\.", "", rule.pattern).islower()] == []
