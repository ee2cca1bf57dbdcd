"""Every kind is mapped to a type, a mode and a code that PLOVER and CAMEO know."""

import pytest

from communique.codebook import Kind, codebook, schemes, topics

KINDS = codebook().kinds


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_type_mode_and_code_are_those_of_the_schemes(kind: Kind) -> None:
    assert kind.type in schemes().plover
    assert kind.mode is None or kind.mode in schemes().plover[kind.type]
    assert kind.cameo in schemes().cameo


def test_all_types_of_plover_are_reached() -> None:
    assert {kind.type for kind in KINDS} == set(schemes().plover)


def test_the_lists_are_whole() -> None:
    assert len(schemes().plover) == 16
    assert len(set(schemes().cameo)) == len(schemes().cameo)
    assert {code[:2] for code in schemes().cameo} == {f"{number:02}" for number in range(1, 21)}
    assert all(code[:-1] in schemes().cameo or len(code) == 3 for code in schemes().cameo)


def test_contexts_of_topics_are_plovers() -> None:
    assert {topic.context for topic in topics() if topic.context} <= set(schemes().contexts)
    assert len(set(schemes().contexts)) == len(schemes().contexts) == 32
