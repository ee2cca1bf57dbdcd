"""How near a name stands, and shares that make one."""

import numpy as np

from communique.coding.marks import Model, distances


def test_distances_are_finer_nearby_and_tell_sides_apart() -> None:
    assert distances(10, [10, 11, 12, 9, 8]) == [0, 2, 4, 14, 16]
    assert distances(0, [80, 200]) == [11, 11]


def test_what_a_word_tells_and_who_has_which_part_are_shares(shipped: Model) -> None:
    (words,) = shipped.encoder.vectors(["Peru recalled its ambassador from Kenya .".split()])
    kinds = shipped.heads.kinds_of(words)
    assert kinds.shape == (len(words), len(shipped.heads.kinds))
    np.testing.assert_allclose(kinds.sum(axis=1), 1, rtol=1e-4)
    assert shipped.heads.kinds[int(kinds[1].argmax())] == "recall"
    number = shipped.heads.kinds.index("recall")
    roles = shipped.heads.parts_of(words[1], number, shipped.heads.sides_of(words[[0, 5]]), distances(1, [0, 5]))
    assert [shipped.heads.roles[i] for i in roles.argmax(axis=1)] == ["actor", "target"]
