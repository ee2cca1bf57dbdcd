"""The algebra of judgements, of which the later wins."""

from collections.abc import Callable

import pytest

from communique.resolving import Bound, Traits, constrain, part, traits
from communique.types import Report, Verdict

MakeReport = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")


def judged(*rows: str) -> list[Bound]:
    """``same a b``, ``different ab c``: each letter is a claim."""
    found = []
    for number, row in enumerate(rows, 1):
        verdict, *sides = row.split()
        found.append(Bound(number, verdict, tuple(map(tuple, sides))))  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize(
    ("rows", "bundles", "overruled"),
    [
        (["same a b", "same b c"], ["abc"], {}),
        (["same a b", "different a b"], ["a", "b"], {1: 2}),
        (["different a b", "same a b"], ["ab"], {1: 2}),
        (["same a b", "same b c", "different a c"], ["a", "bc"], {1: 3}),
        (["same ab c", "different b ac"], ["ac", "b"], {}),
        (["same a a"], ["a"], {}),
        (["reject a", "keep a"], ["a"], {1: 2}),
        (["reject a", "reject a"], ["a"], {}),
    ],
)
def test_the_later_wins(rows: list[str], bundles: list[str], overruled: dict[int, int]) -> None:
    found = constrain(judged(*rows))
    roots = set(found.bundles.values())
    names = sorted("".join(sorted(one for one, own in found.bundles.items() if own == root)) for root in roots)
    assert [name for name in names if name] == (bundles if rows != ["same a a"] else [])
    assert found.overruled == overruled


def test_what_is_the_same_as_no_event_is_no_event() -> None:
    found = constrain(judged("same a b", "reject a"))
    assert {label for label, root in found.bundles.items() if root in found.rejected} == {"a", "b"}


@pytest.fixture
def claims(report: MakeReport) -> Callable[[str], tuple[Traits, ...]]:
    def make(labels: str) -> tuple[Traits, ...]:
        return tuple(traits(report(label, "visit", *VISIT, start="2024-05-13"), label) for label in labels)

    return make


@pytest.mark.parametrize(
    ("groups", "rows", "parted"),
    [
        (["abx"], [], ["abx"]),
        (["ax", "by"], ["same a b"], ["abxy"]),
        (["abx"], ["different a b"], ["ax", "b"]),
        (["abx"], ["reject a"], ["a", "bx"]),
        (["abx"], ["reject abx"], ["abx"]),
        (["cd", "be", "a"], ["same a c", "same d e", "different a b"], ["ac", "bde"]),
        (["ab", "cd"], ["same a c", "different b d"], ["abc", "d"]),
    ],
)
def test_groups_are_parted_and_united(
    claims: Callable[[str], tuple[Traits, ...]], groups: list[str], rows: list[str], parted: list[str]
) -> None:
    for order in (groups, groups[::-1]):
        found = part([claims(group) for group in order], constrain(judged(*rows)))
        assert sorted("".join(sorted(trait.label for trait in group)) for group in found) == parted


def test_verdicts_of_values_bind_nothing() -> None:
    verdict: Verdict = "set"
    assert constrain([Bound(1, verdict, (("a",),))]).bundles == {}
