"""What sites call the parts of their pages: each record's examples are known, its counter-examples are not."""

import re

import pytest

from communique.sources.html._names import NameRule, _either, name_rules, parts_of


@pytest.mark.parametrize("rule", name_rules(), ids=lambda rule: f"{rule.part}: {rule.examples[0]}")
def test_each_rule_knows_its_examples_and_no_counter_example(rule: NameRule) -> None:
    assert [name for name in rule.examples if rule.part not in parts_of(name)] == []
    assert [name for name in rule.counter if rule.part in parts_of(name)] == []


def test_an_element_without_names_is_no_part() -> None:
    assert not parts_of("")


def test_words_that_begin_alike_are_told_apart() -> None:
    assert parts_of("tags") == parts_of("tag-list") == parts_of("nav_tag-cloud") == {"furniture"}
    assert [name for name in ("tag", "tag-lists", "tagss") if parts_of(name)] == []


@pytest.mark.parametrize(
    ("words", "known", "unknown"),
    [
        (["live-(?:post|item)s?", "live", "(?:re|un)?live"], ["live", "relive", "unlive", "live-items"], ["re", "liv"]),
        (["a?b", "ab+c", "(?:x|(?:y|z)w)v"], ["b", "ab", "abbc", "xv", "zwv"], ["a", "ac", "zv"]),
        (["(?:a|b){2}c", "(?:a|)d"], ["abc", "d", "ad"], ["c", "ac", "bd"]),
    ],
)
def test_a_pattern_of_words_knows_them_and_no_others(words: list[str], known: list[str], unknown: list[str]) -> None:
    pattern = re.compile(_either(words))
    assert [word for word in known if not pattern.fullmatch(word)] == []
    assert [word for word in unknown if pattern.fullmatch(word)] == []


def test_a_whole_class_is_told_from_a_part_of_one() -> None:
    assert parts_of("is-hidden") == parts_of("box hide") == parts_of("hide box") == {"hidden"}
    assert [name for name in ("hide-box", "box-hide", "box_hidden", "hidden-is") if "hidden" in parts_of(name)] == []
