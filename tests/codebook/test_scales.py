"""Scores and classes are given for all that the schemes know."""

import pytest

from communique.codebook import codebook, scales, schemes

UNSCORED = {"1213", "1214"}
"""Codes that GDELT's table lacks."""


def test_every_code_has_a_score_and_every_root_a_class() -> None:
    assert set(schemes().cameo) - set(scales().goldstein) == UNSCORED
    assert set(scales().goldstein) <= set(schemes().cameo)
    assert set(scales().quads) == {code[:2] for code in schemes().cameo}
    assert all(-10 <= score <= 10 for score in scales().goldstein.values())


def test_every_type_has_a_score_of_its_quad() -> None:
    assert set(scales().plover) == set(schemes().plover)
    for scale in scales().plover.values():
        assert (scale.score > 0) == scale.quad.endswith("COOPERATION")


def test_intents_are_codes_of_root_03_and_only_for_cooperation() -> None:
    assert all(code in schemes().cameo and code.startswith("03") for code in scales().intents.values())
    assert all(scales().quads[root] <= 2 for root in scales().intents)


@pytest.mark.parametrize("kind", codebook().kinds, ids=lambda kind: kind.kind)
def test_every_kind_can_be_scored(kind: object) -> None:
    assert getattr(kind, "cameo", None) in scales().goldstein


@pytest.mark.parametrize(("code", "score"), [("042", 1.9), ("057", 8.0), ("163", -8.0), ("190", -10.0), ("011", -0.1)])
def test_scores_are_those_of_the_table(code: str, score: float) -> None:
    assert scales().goldstein[code] == score
