from benchmarks.hostile import hostile, slowest


def test_each_string_repeats_its_piece_to_the_length_asked_for() -> None:
    strings = list(hostile(200))
    assert len({piece for piece, _ in strings}) == len(strings)
    assert all(text.count(piece) >= 200 // (len(piece) + 1) and len(text) <= 200 for piece, text in strings)


def test_the_slowest_is_one_of_them() -> None:
    found = slowest(100)
    assert found.strings == sum(1 for _ in hostile(100))
    assert found.piece in {piece for piece, _ in hostile(100)}
    assert 0 <= found.seconds < 1
