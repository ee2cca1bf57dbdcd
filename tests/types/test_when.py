from datetime import date

from communique.types import When
from communique.types.edtf import when

APRIL = when(date(2024, 4, 1), date(2024, 4, 30), "stated")
EIGHTH = when(date(2024, 4, 8), date(2024, 4, 8), "relative")
NINTH = when(date(2024, 4, 9), date(2024, 4, 9), "relative")
FROM_NINTH = when(date(2024, 4, 9), None, "relative")
ANY = When("../..", None, None, "inferred")


def test_only_an_interval_of_one_day_has_a_day() -> None:
    assert EIGHTH.day == date(2024, 4, 8)
    assert APRIL.day is None
    assert FROM_NINTH.day is None
    assert ANY.day is None


def test_intervals_that_share_a_day_are_compatible() -> None:
    assert APRIL.compatible(EIGHTH)
    assert EIGHTH.compatible(APRIL)
    assert not EIGHTH.compatible(NINTH)
    assert APRIL.compatible(FROM_NINTH)
    assert not FROM_NINTH.compatible(EIGHTH)
    assert ANY.compatible(EIGHTH)


def test_what_lies_wholly_before_precedes() -> None:
    assert EIGHTH.precedes(NINTH)
    assert not NINTH.precedes(EIGHTH)
    assert not EIGHTH.precedes(EIGHTH)
    assert not APRIL.precedes(NINTH)  # some of April does not
    assert EIGHTH.precedes(FROM_NINTH)
    assert not FROM_NINTH.precedes(NINTH)  # its end is open
    assert not EIGHTH.precedes(ANY)
