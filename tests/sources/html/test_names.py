"""What sites call the parts of their pages: each record's examples are known, its counter-examples are not."""

import pytest

from communique.sources.html._names import NameRule, name_rules, parts_of


@pytest.mark.parametrize("rule", name_rules(), ids=lambda rule: f"{rule.part}: {rule.examples[0]}")
def test_each_rule_knows_its_examples_and_no_counter_example(rule: NameRule) -> None:
    assert [name for name in rule.examples if rule.part not in parts_of(name)] == []
    assert [name for name in rule.counter if rule.part in parts_of(name)] == []


def test_an_element_without_names_is_no_part() -> None:
    assert not parts_of("")


def test_words_that_begin_alike_are_told_apart() -> None:
    assert parts_of("tags") == parts_of("tag-list") == parts_of("nav_tag-cloud") == {"furniture"}
    assert [name for name in ("tag", "tag-lists", "tagss") if parts_of(name)] == []
