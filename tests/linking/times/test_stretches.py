"""Sets of days."""

from datetime import date

from communique.linking.times._stretches import ALWAYS, common, holds, joined

ONE, TWO, THREE, FIVE = (date(2024, 4, day) for day in (1, 2, 3, 5))


def test_neighbours_are_one_stretch() -> None:
    assert joined([(TWO, TWO), (ONE, ONE), (FIVE, FIVE)]) == ((ONE, TWO), (FIVE, FIVE))
    assert joined([(ONE, date.max), (date.min, TWO)]) == ALWAYS


def test_common_days() -> None:
    assert common(((ONE, THREE), (FIVE, FIVE)), ((TWO, FIVE),)) == ((TWO, THREE), (FIVE, FIVE))
    assert common(((ONE, ONE),), ((TWO, TWO),)) == ()
    assert common(ALWAYS, ((ONE, TWO),)) == ((ONE, TWO),)


def test_holds() -> None:
    assert holds(((ONE, TWO),), TWO)
    assert not holds(((ONE, TWO),), THREE)
